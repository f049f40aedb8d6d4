import { expect, test } from 'vitest'
import { suggestTowns } from './towns.ts'

test('M043 towns are proposed by their beginning, the large and the French first, accents or not', async () => {
  expect((await suggestTowns('lyo', 3))[0]).toEqual({ name: 'Lyon', country: 'FR' })
  expect((await suggestTowns('saint-et', 3)).map(({ name }) => name)).toContain('Saint-Étienne')
  expect((await suggestTowns('casabl', 3))[0]).toEqual({ name: 'Casablanca', country: 'MA' })
  expect((await suggestTowns('provence', 5)).map(({ name }) => name)).toContain('Aix-en-Provence')
  expect(await suggestTowns('l', 3)).toEqual([])
})
