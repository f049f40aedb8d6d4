import { expect, it } from 'vitest'
import { otherGender } from '../../../src/model/swaps.ts'
import { occupations, readTitle } from './lexicon.ts'

it('M062 every occupation is the same one in the feminine and in the masculine', () => {
  const inflected = occupations
    .map(({ name }) => ({ name, other: otherGender(name) }))
    .filter(({ name, other }) => name !== other)
  expect(inflected.length).toBeGreaterThan(200)
  const differing = inflected.filter(({ name, other }) => readTitle(name).occupation !== readTitle(other).occupation)
  expect(differing).toEqual([])
})
