import { describe, expect, test } from 'vitest'
import { openArchive } from '../../../workers/extraction/formats/archive.ts'
import { textOf } from '../../../workers/extraction/formats/flowText.ts'
import { readDocx } from '../../../workers/extraction/formats/readDocx.ts'
import {
  box,
  deleted,
  docx,
  type DocxParts,
  dropDown,
  fieldLink,
  inserted,
  p,
  run,
  sdt,
  sectionEnd,
  symbol,
  table,
} from '../../tools/corpus/ooxml.ts'

/** The rows of a Word document as the reader takes them, and the addresses behind its words. */
async function read(parts: DocxParts): Promise<{ rows: string[]; links: string[]; hidden: string[] }> {
  const bytes = new Uint8Array(docx(parts))
  const archive = openArchive(bytes, 1e7, 'docx')
  if (!archive.ok) throw new Error('no archive')
  const result = await readDocx(archive.value, bytes)
  if (!result.ok) throw new Error(result.error.type)
  const { paragraphs, hiddenPassages } = result.value
  return {
    rows: paragraphs.map((paragraph) => `${paragraph.bullet ? '• ' : ''}${textOf(paragraph).trim()}`),
    links: paragraphs.flatMap(({ runs }) => runs.flatMap(({ url }) => url ?? [])),
    hidden: hiddenPassages,
  }
}
const rowsOf = async (body: string) => (await read({ body })).rows

describe('M026 what Word documents are made of', () => {
  test('deleted words are gone, inserted ones are there', async () => {
    expect(await rowsOf(p(run('Vendeuse ') + deleted('chez Marlot ') + inserted('chez Ferrand')))).toEqual([
      'Vendeuse chez Ferrand',
    ])
  })
  test('a deleted paragraph mark joins what it parted', async () => {
    const mark = '<w:rPr><w:del w:id="7" w:author="R" w:date="2026-01-05T10:00:00Z"/></w:rPr>'
    const first = p(run('Conductrice ')).replace('<w:p>', `<w:p><w:pPr>${mark}</w:pPr>`)
    expect(await rowsOf(first + p('de ligne'))).toEqual(['Conductrice de ligne'])
  })
  test('moved words stand where they went', async () => {
    const moved = (name: string) => `<w:${name} w:id="8" w:author="R" w:date="2026-01-05T10:00:00Z">`
    const body =
      `<w:p>${moved('moveFrom')}${run('Anglais courant')}</w:moveFrom></w:p>` +
      p('Langues') +
      `<w:p>${moved('moveTo')}${run('Anglais courant')}</w:moveTo></w:p>`
    expect(await rowsOf(body)).toEqual(['Langues', 'Anglais courant'])
  })
  test('text boxes are read once, in both dialects', async () => {
    const inside = p('06 39 98 00 11')
    expect(await rowsOf(p(run('Contact') + box(30, 30, 100, 40, inside)))).toEqual(['Contact', '06 39 98 00 11'])
    expect(await rowsOf(p(run('Contact') + box(30, 30, 100, 40, inside, '', true)))).toEqual([
      'Contact',
      '06 39 98 00 11',
    ])
  })
  test('tables in tables keep their cells apart', async () => {
    const inner = table([['2019', 'Soudeuse', 'Chantiers Morvan']], [60, 100, 120])
    expect(await rowsOf(table([[p('Parcours'), inner]], [100, 300]))).toEqual([
      'Parcours',
      '2019\tSoudeuse\tChantiers Morvan',
    ])
  })
  test('content controls give their words, and nothing that only asks for words', async () => {
    const asking = `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run('Cliquez ici pour écrire')}</w:sdtContent></w:sdt>`
    expect(
      await rowsOf(
        p(sdt(run('Inès Maurel')) + run(', ') + dropDown('Cariste', ['Cariste', 'Soudeur'])) + p(asking + run('Lyon')),
      ),
    ).toEqual(['Inès Maurel, Cariste', 'Lyon'])
  })
  test('header first, footer last', async () => {
    const { rows } = await read({ header: p('Inès Maurel'), body: p('Expérience'), footer: p('ines@example.org') })
    expect(rows).toEqual(['Inès Maurel', 'Expérience', 'ines@example.org'])
  })
  test('newspaper columns are read one after the other', async () => {
    const body =
      p('Titre') +
      sectionEnd(1) +
      p('Gauche') +
      `<w:p><w:r><w:br w:type="column"/></w:r></w:p>` +
      p('Droite') +
      sectionEnd(2)
    expect(await rowsOf(body)).toEqual(['Titre', 'Gauche', 'Droite'])
  })
  test('tabs part the cells of a row', async () => {
    expect(await rowsOf(p('2019 - 2021\tVendeuse\tMarlot, Lyon', { tabs: [90, 240] }))).toEqual([
      '2019 - 2021\tVendeuse\tMarlot, Lyon',
    ])
  })
  test('signs of symbol fonts are no letters', async () => {
    expect(await rowsOf(p(symbol('F028') + run(' 06 39 98 00 11')))).toEqual(['06 39 98 00 11'])
    expect(await rowsOf(p(run('(', { font: 'Wingdings' }) + run(' 06 39 98 00 11')))).toEqual(['06 39 98 00 11'])
    expect(await rowsOf(p(run('Excel ') + run('nnnn', { font: 'Webdings' })))).toEqual(['Excel'])
    expect(await rowsOf(p(run('Excel ') + run('llll¡', { font: 'Wingdings' })))).toEqual(['Excel ●●●●○'])
  })
  test('a bullet of a symbol font written by hand is one', async () => {
    expect(await rowsOf(p(run('Ø', { font: 'Wingdings' }) + run('\tTenue de caisse')))).toEqual(['➢\tTenue de caisse'])
  })
  test('links are taken from relations and from fields', async () => {
    expect((await read({ body: p(fieldLink('mailto:ines@example.org', 'Écrivez-moi')) })).links).toEqual([
      'mailto:ines@example.org',
    ])
    const simple = `<w:p><w:fldSimple w:instr=" HYPERLINK &quot;https://example.org/ines&quot; ">${run('Mon site')}</w:fldSimple></w:p>`
    expect((await read({ body: simple })).links).toEqual(['https://example.org/ines'])
  })
  test('hidden words are kept apart', async () => {
    const { rows, hidden } = await read({ body: p(run('Lyon') + run(' mots cachés', { vanish: true })) })
    expect(rows).toEqual(['Lyon'])
    expect(hidden).toEqual(['mots cachés'])
  })
  test('comments and the words of a chart’s code are no text of the document', async () => {
    const commented = `<w:p><w:commentRangeStart w:id="1"/>${run('Lyon')}<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r></w:p>`
    expect(await rowsOf(commented)).toEqual(['Lyon'])
  })
})
