import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wordsOf } from './tokens.ts'

describe('the words of a text', () => {
  it('keep the names of techniques and numbers whole', () => {
    expect(wordsOf('C++, C# et .NET ; node.js 3.5 t, R489').map(({ word }) => word)).toEqual([
      'c++', 'c#', 'et', '.net', 'node.js', '3.5', 't', 'r489',
    ]) // prettier-ignore
  })

  it('are the same in a western text as in any other', () => {
    const pieces = ['a', 'É', 'œ', 'n', 'e', 't', '.net', '.', ',', '1', '2', '²', '+', '#', ' ', '-', "'", '’', 'ß', 'B', '_', '€', '/'] // prettier-ignore
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 14 }), (parts) => {
        const text = parts.join('')
        // A sign of another writing makes the whole text be read by the pattern for any.
        expect(wordsOf(text)).toEqual(wordsOf(`${text} 字`).slice(0, -1))
      }),
      { numRuns: 5000 },
    )
  })
})
