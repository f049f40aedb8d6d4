import { expect, it } from 'vitest'
import { candidateSchema } from './candidate.ts'
import type { About } from './record.ts'
import { changesBackTo } from './returnTo.ts'

const record = (fields: Record<string, unknown>, about: About = {}) => ({
  fields: candidateSchema.parse(fields),
  about,
})
const job = (title: string) => ({ title, organisation: '', place: '', start: '', end: '', text: '', order: 0 })

it('changes only what differs, with who vouched for it then', () => {
  const then = record({ fullName: 'Lina Exemple', city: 'Lyon' }, { city: { by: 'person', person: 'Samira' } })
  const now = record({ fullName: 'Lina Exemple', city: 'Bron' })
  expect(changesBackTo(now, then)).toEqual([
    { path: 'city', value: 'Lyon', about: { '': { by: 'person', person: 'Samira' } } },
  ])
})

it('takes elements one by one: those that came since go, those that went come back', () => {
  const then = record({ experiences: { a: job('Cariste'), b: job('Soudeur') } })
  const now = record({ experiences: { b: job('Soudeur'), c: job('Chauffeur') } })
  const changes = changesBackTo(now, then)
  expect(changes.map(({ path }) => path).toSorted()).toEqual(['experiences/a', 'experiences/c'])
  expect(changes.find(({ path }) => path === 'experiences/c')?.value).toBeUndefined()
})

it('leaves what holds the record together, and finds nothing to do on an equal one', () => {
  const then = record({ mergedFrom: [] })
  expect(changesBackTo(record({ mergedFrom: ['y'] }), then, new Set(['mergedFrom']))).toEqual([])
})
