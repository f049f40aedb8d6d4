import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PersonTraits } from '../../src/model/duplicates.ts'
import { again, chance, manyPeople } from '../../tests/tools/manyPeople.ts'
import { createPool } from './pool.ts'

const person = (id: string, name: string, more: Partial<PersonTraits> = {}): PersonTraits => ({
  id,
  name,
  keys: [],
  town: '',
  employers: [],
  schools: [],
  text: '',
  mergedFrom: [],
  ...more,
})
const whole = (pool: ReturnType<typeof createPool>) => {
  while (pool.look(Number.POSITIVE_INFINITY, () => 0)) {
    // Until nobody is left to look at.
  }
  return pool.pairs()
}
const pairsOf = (pool: ReturnType<typeof createPool>) =>
  whole(pool)
    .likely.map(({ a, b }) => `${a} ${b}`)
    .sort()

describe('the pool of people', () => {
  test('M032 any variation of a name that is compared as close is met by its keys', () => {
    const random = chance(3)
    const people = [...manyPeople(400, 5)]
    const pool = createPool()
    pool.upsert(people)
    const asked = people.map((one, index) => ({ one, other: again(one, random, `again-${index}`) }))
    const found = asked.filter(({ one, other }) => pool.find(other).some(({ candidateId }) => candidateId === one.id))
    expect(found.length / asked.length).toBeGreaterThan(0.99)
  })

  test('the order in which people come does not matter, nor that some came twice or left', () => {
    const random = chance(11)
    const first = [...manyPeople(80, 8)]
    const people = [...first, ...first.slice(0, 12).map((one, index) => again(one, random, `x${index}`))]
    const straight = createPool()
    straight.upsert(people)
    const expected = pairsOf(straight)
    expect(expected.length).toBeGreaterThanOrEqual(10)
    fc.assert(
      fc.property(fc.shuffledSubarray(people, { minLength: people.length }), fc.nat(people.length - 1), (mixed, at) => {
        const pool = createPool()
        pool.upsert(mixed.slice(0, 40))
        pool.look(1, () => 0)
        pool.upsert([person('guest', 'Guest Ephemeral')])
        pool.upsert(mixed.slice(40))
        pool.upsert([mixed[at]!])
        pool.remove(['guest', 'nobody'])
        expect(pool.size()).toBe(people.length)
        expect(pairsOf(pool)).toEqual(expected)
      }),
      { numRuns: 15 },
    )
  })

  test('comparing finds the same whoever is held and whoever is asked', () => {
    const random = chance(2)
    for (const one of manyPeople(60, 9)) {
      const other = again(one, random, 'other')
      const [left, right] = [createPool(), createPool()]
      left.upsert([one])
      right.upsert([other])
      const [a, b] = [left.find(other)[0], right.find(one)[0]]
      expect(a?.class).toBe(b?.class)
      expect(a?.reasons).toEqual(b?.reasons)
    }
  })

  test('a name that half the workspace bears brings nobody together, a rare one does', () => {
    const pool = createPool()
    const crowd = Array.from({ length: 300 }, (_, index) =>
      person(`c${index}`, 'Fabrizio Montanelli', { keys: [`email:${index}`], town: 'Lyon' }),
    )
    pool.upsert([person('r', 'Ildikó Szalárdi', { town: 'Lyon' }), ...crowd])
    const few = createPool()
    few.upsert(crowd.slice(0, 1))
    expect(few.find(person('n', 'Montanelli Fabrizio', { town: 'Lyon' }))[0]?.class).toBe('probably')
    expect(pool.find(person('n', 'Montanelli Fabrizio', { town: 'Lyon' })).filter(({ class: kind }) => kind !== 'possibly')).toEqual([]) // prettier-ignore
    expect(pool.find(person('n', 'SZALARDI Ildiko', { town: 'Lyon' }))[0]).toMatchObject({ candidateId: 'r', class: 'probably' }) // prettier-ignore
    expect(whole(pool).likely).toEqual([])
  })

  test('what was said of a record holds for the one it was merged into', () => {
    const pool = createPool()
    pool.upsert([person('a', 'Oriane Tournebize', { keys: ['phone:1'], mergedFrom: ['old'] }), person('b', 'Oriane Tournebize', { keys: ['phone:1'] })]) // prettier-ignore
    expect(pairsOf(pool)).toEqual(['a b'])
    pool.setApart([['b', 'old']])
    expect(pairsOf(pool)).toEqual([])
    expect(pool.find(person('b', 'Oriane Tournebize', { keys: ['phone:1'] }))).toEqual([])
    pool.setApart([])
    expect(pairsOf(pool)).toEqual(['a b'])
  })

  test('never all pairs: a question among thousands compares a few', () => {
    const pool = createPool()
    pool.upsert([...manyPeople(4000, 4)])
    const before = pool.compared()
    const asked = [...manyPeople(100, 6)]
    for (const one of asked) pool.find(one)
    expect((pool.compared() - before) / asked.length).toBeLessThan(60)
  })
})
