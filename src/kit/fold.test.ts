import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold, foldWithMap, words } from './fold.ts'

test('M043 accents, case, ligatures and typographic marks do not matter', () => {
  expect(fold('Éloïse d’Hautefeuille–Œuvrard')).toBe("eloise d'hautefeuille-oeuvrard")
  expect(fold('ŁÓDŹ')).toBe('lodz')
})

test('every folded character knows where it came from', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
      const { folded, at } = foldWithMap(text)
      expect(at).toHaveLength(folded.length + 1)
      expect(at.at(-1)).toBe(text.length)
      expect(at.every((index, i) => i === 0 || index >= at[i - 1]!)).toBe(true)
    }),
  )
})

test('words keep what makes a technology a name', () => {
  expect(words('C++, C# et Node.js (v2)')).toEqual(['c++', 'c#', 'et', 'node.js', 'v2'])
})
