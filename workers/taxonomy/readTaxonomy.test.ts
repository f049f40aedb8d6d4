import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { inOneGender, readTaxonomy } from './readTaxonomy.ts'
import { unpackLists } from './unpackLists.ts'

/** The text in pieces of a few letters, as a stream may cut it. */
async function* pieces(text: string, size = 7): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield await Promise.resolve(text.slice(at, at + size))
}

const occupations = `\uFEFFconceptType,conceptUri,iscoGroup,preferredLabel,altLabels,status,description
Occupation,http://data.example/occupation/1,9999,zorbineur/zorbineuse,"régleur de zorbineuse
opérateur ""zorb"" / opératrice ""zorb""",released,"Règle, entretient"
Occupation,http://data.example/occupation/2,9999,flumpeur,,released,
Occupation,http://data.example/occupation/3,9999,,sans nom,released,
`

describe('reading an official list', () => {
  it('reads the occupations of ESCO, names on several lines, and tells the rows it leaves out', async () => {
    const read = await readTaxonomy('occupations_fr.csv', pieces(occupations))
    expect(read).toEqual({
      ok: true,
      value: {
        id: 'esco-occupation-fr',
        concepts: [
          {
            id: 'http://data.example/occupation/1',
            kind: 'occupation',
            names: ['zorbineur', 'régleur de zorbineuse', 'opérateur "zorb"'],
          },
          { id: 'http://data.example/occupation/2', kind: 'occupation', names: ['flumpeur'] },
        ],
        skipped: 1,
        problems: [{ line: 5, column: 'preferredlabel' }],
      },
    })
  })

  it('tells skills and languages apart, whatever separates the cells', async () => {
    const skills = 'conceptType;conceptUri;preferredLabel;altLabels\r\nKnowledgeSkillCompetence;http://data.example/skill/9;flumping;flump plates\r\n' // prettier-ignore
    const read = await readTaxonomy('skills_en.csv', pieces(skills))
    expect(read).toMatchObject({ ok: true, value: { id: 'esco-skill-en', concepts: [{ kind: 'skill', names: ['flumping', 'flump plates'] }] } }) // prettier-ignore
  })

  it('gathers the titles of a ROME code, from a table or from sheets', async () => {
    const table = '"code_ogr","libelle_appellation_long","code_rome"\n"1","Zorbineur / Zorbineuse de carrière","F9901"\n"2","Flumpeur","F9901"\n"3","","F9902"\n' // prettier-ignore
    const concepts = [{ id: 'rome:F9901', kind: 'occupation', names: ['Zorbineur de carrière', 'Flumpeur'] }]
    expect(await readTaxonomy('appellations.csv', pieces(table))).toMatchObject({ ok: true, value: { id: 'rome-title', concepts, skipped: 1 } }) // prettier-ignore
    const sheets = JSON.stringify([
      { rome: { code_rome: 'F9901', intitule: 'Zorbineur / Zorbineuse de carrière' }, appellations: [{ libelle: 'Flumpeur' }] }, // prettier-ignore
      { rome: { code_rome: 'nothing' } },
    ])
    expect(await readTaxonomy('fiches.json', pieces(sheets))).toMatchObject({ ok: true, value: { id: 'rome-sheet', concepts, skipped: 1 } }) // prettier-ignore
  })

  it('says why a file is refused', async () => {
    const type = async (name: string, words: string) => {
      const read = await readTaxonomy(name, pieces(words))
      return read.ok ? 'read' : read.error.type
    }
    expect(await type('clients.csv', 'nom,ville\nX,Lyon\n')).toBe('UnknownColumns')
    expect(await type('fiches.json', '[{"rome":')).toBe('UnknownColumns')
    expect(await type('occupations.csv', occupations)).toBe('UnknownLanguage')
    expect(await type('ISCOGroups_fr.csv', 'conceptType,conceptUri,preferredLabel\nISCOGroup,a,nom\n')).toBe(
      'OtherList',
    )
    expect(await type('occupations_fr.csv', 'conceptUri,preferredLabel\n')).toBe('Empty')
    expect(await type('vide.csv', '')).toBe('Empty')
    expect(await type('skills_fr.csv', 'conceptUri,preferredLabel\na,\nb,\nc,nom\n')).toBe('BadRows')
  })

  it('takes the lists out of a ZIP and leaves the rest', async () => {
    const archive = zipSync({ 'csv/occupations_fr.csv': strToU8(occupations), 'csv/ISCOGroups_fr.csv': strToU8('a') })
    const unpacked = unpackLists(archive)
    expect(unpacked.ok && unpacked.value.map(({ name }) => name)).toEqual(['occupations_fr.csv'])
    expect(unpacked.ok && (await unpacked.value[0]!.text())).toContain('zorbineur/zorbineuse')
    expect(unpackLists(zipSync({ 'photo.jpg': strToU8('a') }))).toMatchObject({ error: { type: 'NoList' } })
    expect(unpackLists(strToU8('no zip'))).toMatchObject({ error: { type: 'NoList' } })
  })

  it('reads one gender of a title, the other being found by itself', () => {
    expect(inOneGender('directeur technique/directrice technique')).toBe('directeur technique')
    expect(inOneGender('Abatteur / Abatteuse de carrière')).toBe('Abatteur de carrière')
    expect(inOneGender('CI/CD')).toBe('CI/CD')
  })
})
