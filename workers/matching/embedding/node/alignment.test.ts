import { describe, expect, it } from 'vitest'
import { foldWord } from '../hashing.ts'
import { alignWords } from './alignment.ts'

describe('alignWords', () => {
  it('finds which word translates which from labels alone, and keeps none it cannot tell', () => {
    const found = alignWords(
      [
        ['conducteur de train', 'train driver'],
        ['conducteur de grue', 'crane driver'],
        ['conducteur de tramway', 'tram driver'],
        ['réparateur de grue', 'crane repairer'],
        ['réparateur de vélo', 'bicycle repairer'],
        ['loueur de vélo', 'bicycle renter'],
      ],
      0.2,
    )
    const best = (fr: string): string | undefined =>
      found.filter((pair) => pair.fr === foldWord(fr)).sort((a, b) => b.weight - a.weight)[0]?.en
    expect(best('conducteur')).toBe(foldWord('driver'))
    expect(best('grue')).toBe(foldWord('crane'))
    expect(best('velo')).toBe(foldWord('bicycle'))
    expect(found.some(({ fr, en }) => fr === foldWord('grue') && en === foldWord('driver'))).toBe(false)
  })
})
