import { describe, expect, it } from 'vitest'
import { scoreEventSchema } from '../model/scoreEvent.ts'
import { eventsToCsv, eventsToJson, filterEvents, searchToLogFilters, type StoredEvent } from './scoreLogView.ts'

const event = (id: string, fields: object): StoredEvent => ({
  id,
  kind: 'scoreEvent',
  fields: scoreEventSchema.parse(fields),
  about: {},
  createdAt: 0,
  updatedAt: 0,
})
const at = (day: string) => new Date(`${day}T10:00:00`).getTime()
const events = [
  event('1', {
    what: 'ranking',
    offerId: 'o',
    at: at('2026-11-01'),
    total: 2,
    rows: [
      ['a', 87.25, 'v1'],
      ['b', 12, 'v2'],
    ],
  }),
  event('2', { what: 'explanation', offerId: 'o', candidateId: 'a', at: at('2026-11-02'), rows: [['a', 87.25, 'v1']] }),
  event('3', { what: 'offers', candidateId: 'b', at: at('2026-11-03'), rows: [['o', 12, 'v3']] }),
  event('4', {
    what: 'decision',
    offerId: 'p',
    candidateId: 'a',
    stage: 'rejected',
    at: at('2026-11-04'),
    rows: [['a', 5, 'v1']],
    viewer: '=HYPERLINK("x")',
    weights: { musts: 3.3 },
    hash: 'h',
  }),
]
const ids = (search: string) =>
  filterEvents(events, searchToLogFilters(new URLSearchParams(search))).map(({ id }) => id)

describe('the log of scores on the screen', () => {
  it('is narrowed by event, offer, person and days, latest first', () => {
    expect(ids('')).toEqual(['4', '3', '2', '1'])
    expect(ids('quoi=decision')).toEqual(['4'])
    expect(ids('offre=o')).toEqual(['3', '2', '1'])
    expect(ids('candidat=b')).toEqual(['3', '1'])
    expect(ids('du=2026-11-02&au=2026-11-03')).toEqual(['3', '2'])
    expect(ids('quoi=autre')).toHaveLength(4)
  })

  it('leaves as a table with one line a score, unrounded, that no spreadsheet runs, and as data', () => {
    const names = {
      offer: (id: string) => `offre ${id}`,
      candidate: (id: string) => id,
      what: (what: string) => what,
      stage: (stage: string) => stage,
    }
    const lines = eventsToCsv(events, ['date'], names).split('\r\n')
    expect(lines).toHaveLength(1 + 5 + 1)
    expect(lines[1]).toContain('ranking;offre o;a;87.25')
    expect(lines[4]).toContain('offers;offre o;b;12')
    expect(lines[5]).toContain(`"'=HYPERLINK(""x"")";decision;offre p;a;5;rejected`)
    expect(JSON.parse(eventsToJson(events)).events[3]).toMatchObject({
      id: '4',
      stage: 'rejected',
      weights: { musts: 3.3 },
    })
  })
})
