import { expect, it } from 'vitest'
import { isOneSlip } from './isOneSlip.ts'

it.each([
  ['benhaddou', 'benhadou', true],
  ['benhaddou', 'benahddou', true],
  ['benhaddou', 'banhaddou', true],
  ['benhaddou', 'banhadou', false],
  ['abc', 'abc', true],
  ['abcd', 'ab', false],
])('%s / %s -> %s', (a, b, near) => {
  expect(isOneSlip(a, b)).toBe(near)
  expect(isOneSlip(b, a)).toBe(near)
})
