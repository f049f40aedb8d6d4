import { describe, expect, it } from 'vitest'
import { tokenise } from '../tokens.ts'
import { occupationEntries, skillEntries, wordedSkills, wordingsOf } from './entries.ts'
import { findConcepts, concepts, occupationNearness, readTitle } from './lexicon.ts'

const keyOf = (name: string): string => {
  const tokens = tokenise(name)
  const stems = [...new Set(tokens.map((token) => token.stem))]
  // One short word is told from another by its letters, not by its stem.
  if (stems.length === 1 && stems[0]!.length <= 5) return `=${tokens[0]!.word.replace(/(?:es|s|x|e)$/, '')}`
  return stems.toSorted().join(' ')
}

/** Names that two entries claim. */
function claimedTwice(entries: readonly { id: string; french: string[]; english: string[] }[]): string[] {
  const owners = new Map<string, string>()
  const twice: string[] = []
  for (const entry of entries)
    for (const name of [...entry.french, ...entry.english]) {
      const key = keyOf(name)
      const owner = owners.get(key)
      if (owner !== undefined && owner !== entry.id) twice.push(`${name}: ${owner} and ${entry.id}`)
      else owners.set(key, entry.id)
    }
  return twice
}
const conceptsIn = (text: string): string[] => findConcepts(tokenise(text)).map((hit) => concepts[hit.concept]!.id)
const occupationOf = (title: string): string | undefined => readTitle(title).occupation?.id

describe('the lexicon', () => {
  it('knows at least 600 occupations, 1,500 skills and 290 licences and degrees, each in both languages', () => {
    const skills = skillEntries.filter((one) => one.kind === 'skill')
    expect(occupationEntries.length).toBeGreaterThanOrEqual(600)
    expect(skills.length).toBeGreaterThanOrEqual(1500)
    expect(skillEntries.length - skills.length).toBeGreaterThanOrEqual(290)
    const half = [...occupationEntries, ...skillEntries].filter((one) => one.french.length * one.english.length === 0)
    expect(half.map((one) => one.id)).toEqual([])
  })

  it('gives no name to two occupations and none to two skills', () => {
    expect(claimedTwice(occupationEntries)).toEqual([])
    expect(claimedTwice(skillEntries)).toEqual([])
  })

  it('has every id once, and neighbours and wordings only of what it knows', () => {
    const occupationIds = new Set(occupationEntries.map((one) => one.id))
    const skillIds = new Set(skillEntries.map((one) => one.id))
    expect(occupationIds.size).toBe(occupationEntries.length)
    expect(skillIds.size).toBe(skillEntries.length)
    const strangers = occupationEntries.flatMap((one) =>
      one.near.filter((id) => !occupationIds.has(id.replace('<', ''))),
    )
    expect(strangers).toEqual([])
    expect(wordedSkills.filter((id) => !skillIds.has(id))).toEqual([])
    expect(wordedSkills.filter((id) => wordingsOf(id).length < 2)).toEqual([])
  })

  it('reads feminine and inclusive titles, trades of other fields and other countries', () => {
    const same: [string, string][] = [
      ['Infirmière', 'Infirmier'],
      ['Conductrice routière', 'Conducteur routier'],
      ['Coiffeur·se', 'Coiffeuse'],
      ['Vendeur(euse) en prêt-à-porter', 'Vendeuse prêt-à-porter'],
      ['Technicienne de maintenance industrielle', 'Maintenance technician'],
      ['Téléopératrice', 'Call centre agent'],
      ['Gérant de stock', 'Stock manager'],
      ['Directrice artistique', 'Art director'],
      ['Serveuse', 'Waitress'],
    ]
    for (const [one, other] of same) {
      expect(occupationOf(one), one).toBeDefined()
      expect(occupationOf(one), one).toBe(occupationOf(other))
    }
    expect(occupationOf('Agent de transit')).not.toBe(occupationOf('Agent de sécurité'))
  })

  it('reads the feminine of every French name that has a regular one', () => {
    const feminine = (head: string): string | null => {
      if (/(?:a|c|i|u|p)teur$/.test(head) && !/(?:ach|mon|por|ser)teur$/.test(head))
        return head.replace(/teur$/, 'trice')
      if (/[^t]eur$/.test(head)) return head.replace(/eur$/, 'euse')
      if (/(?:i|ch|g|ll)er$/.test(head)) return head.replace(/er$/, 'ère')
      if (/ien$/.test(head)) return `${head}ne`
      return /(?:ant|ent|é)$/.test(head) ? `${head}e` : null
    }
    const wrong: string[] = []
    let read = 0
    for (const { french } of occupationEntries)
      for (const name of french) {
        const [head, ...rest] = name.split(' ')
        const other = feminine(head!)
        if (other === null || ['designer', 'manager', 'docker'].includes(head!)) continue
        read += 1
        if (occupationOf([other, ...rest].join(' ')) !== occupationOf(name)) wrong.push(`${name}: ${other}`)
      }
    expect(read).toBeGreaterThan(1000)
    expect(wrong).toEqual([])
  })

  it('tells the same job from a neighbour and from another of the family', () => {
    const near = (wanted: string, held: string) =>
      occupationNearness(readTitle(wanted).occupation!, readTitle(held).occupation!)
    expect(near('Boulanger', 'Baker')).toBe(1)
    expect(near('Boulanger', 'Pâtissier')).toBeLessThan(0.75)
    expect(near('Boulanger', 'Pâtissier')).toBeGreaterThan(near('Boulanger', 'Comptable'))
  })

  it('knows skills by name, by alias and by how work is told, and no skill by chance', () => {
    expect(conceptsIn('Développement d’interfaces en ReactJS')).toContain('react')
    expect(conceptsIn('CACES R489 catégories 1, 3 et 5')).toContain('forklift-licence')
    expect(conceptsIn('Mis en rayon, tiers payant et télétransmission')).toContain('third-party-billing')
    expect(conceptsIn('Participation aux points d’équipe du lundi')).toEqual([])
    expect(conceptsIn('Rangement et tenue du poste de travail')).toEqual([])
    expect(conceptsIn('Kept notice boards up to date')).toEqual([])
  })
})
