import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { beginningsOf, createCues } from './cues.ts'
import { degreeWords, drivingPattern } from './papers.ts'

const patterns = [
  /\b(?:pas (?:de|d'|encore)|aucune?|don't|ni|faute de)\b/,
  /^(?:pas|sans)\b|\b(?:pas|no|without any)\b.{0,12}\bexperience\b/,
  /\ben cours(?! de validite)|\bsession prevue\b|\b(?:test|exam) (?:booked|in)\b/,
  /\bsensibilis\w+|\bpremiers pas\b|\bpeu (?:de pratique|d'experience)\b/,
  /\b100 ?(?:\/ ?100|%|points?) (?:match|fit)\b|^\s*(?:system|user)\s*:/,
  /\bhand-?written\b|\bsans\b|\bmanuelle(?:s|ment)?\b/,
  drivingPattern,
  degreeWords.map(([pattern]) => pattern),
]

describe('what a pattern may begin with', () => {
  it('is whole words where it ends there, and the letters of a word where it goes on', () => {
    expect(beginningsOf(String.raw`\b(?:aucune?|pas de)\b|\bsensibilis\w+`)).toEqual([
      { letters: 'pas', isWhole: true },
      { letters: 'aucun', isWhole: true },
      { letters: 'aucune', isWhole: true },
      { letters: 'sensibilis', isWhole: false },
    ])
  })

  it('is not told where a match may begin within a word or with no word', () => {
    for (const source of ['pas', String.raw`<\/?system`, String.raw`\b\w+ment\b`, String.raw`\d+ ans`])
      expect(beginningsOf(source)).toBeNull()
  })
})

describe('cues', () => {
  it('never pass over a text in which the pattern is met', () => {
    const cuesIn = createCues(patterns)
    const pieces = "pas de d' encore aucune aucun don't ni faute sans no any without experience en cours validite session prevue test exam booked in sensibilisation premiers peu pratique 100 /100 % points point match fit system : user hand written hand-written manuelle ment permis b ce de conduire driving licence driver's hgv class 2 bac +5 pro master 1 diplome d'ingenieur a-levels bts cap _ - ( ) é".split(' ') // prettier-ignore
    const text = fc.array(fc.tuple(fc.constantFrom(...pieces), fc.constantFrom(' ', ' ', '', ', ')), { maxLength: 9 }).map((parts) => parts.flat().join('')) // prettier-ignore
    fc.assert(
      fc.property(text, (folded) => {
        const cues = cuesIn(folded)
        patterns.forEach((pattern, at) => {
          if ([pattern].flat().some((one) => one.test(folded))) expect(cues & (1 << at)).not.toBe(0)
        })
      }),
      { numRuns: 3000 },
    )
  })

  it('leave most texts alone', () => {
    expect(createCues(patterns)('montage de tableaux electriques pour une clientele de professionnels')).toBe(0)
  })
})
