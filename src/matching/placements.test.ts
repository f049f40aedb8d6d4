import { expect, it } from 'vitest'
import type { Application } from '../model/application.ts'
import { placementsOf } from './placements.ts'

const application = (offerId: string, stage: Application['stage'], at: number, candidateId = 'c1'): Application => ({
  candidateId,
  offerId,
  stage,
  moves: { one: { stage: 'proposed', at: 1, by: '', reason: '', score: null }, two: { stage, at, by: '', reason: '', score: 80 } }, // prettier-ignore
})

it('M046 placements come with the latest first, those of others and those not accepted left out', () => {
  const offers = new Map(['old', 'new', 'lost', 'other'].map((id) => [id, { fields: { title: id, company: 'Brévent' } }])) // prettier-ignore
  const placements = placementsOf(
    'c1',
    [
      application('old', 'accepted', 10),
      application('lost', 'rejected', 30),
      application('other', 'accepted', 40, 'c2'),
      application('new', 'accepted', 20),
      application('gone', 'accepted', 50),
    ],
    offers,
  )
  expect(placements.map(({ title, at }) => [title, at])).toEqual([['new', 20], ['old', 10]]) // prettier-ignore
})
