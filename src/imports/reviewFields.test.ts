import { expect, test } from 'vitest'
import { candidateSchema } from '../model/candidate.ts'
import type { About, Stored } from '../model/record.ts'
import { reviewChange, reviewFields } from './reviewFields.ts'

const candidate = (fields: Record<string, unknown>, about: About): Stored<'candidate'> => ({
  id: 'c',
  kind: 'candidate',
  fields: candidateSchema.parse(fields),
  about,
  createdAt: 0,
  updatedAt: 0,
})
const job = {
  title: 'Cariste',
  organisation: 'Rhodalys',
  place: '',
  start: '2020-01',
  end: 'present',
  lines: [],
  order: 0,
}
const read = (confidence: number) => ({ by: 'reader' as const, confidence })

test('doubts are those under .7 that nobody vouched for; a missing name is always one', () => {
  const fields = reviewFields(
    candidate(
      { email: 'a@example.org', phone: '+33639981204', experiences: { j: job } },
      {
        email: read(0.95),
        phone: read(0.54),
        'experiences/j/title': read(0.4),
        'experiences/j/organisation': { by: 'person', person: 'Nora' },
      },
    ),
  )
  expect(fields.filter(({ doubtful }) => doubtful).map(({ path }) => path)).toEqual([
    'fullName',
    'phone',
    'experiences/j/title',
  ])
})

test('correcting one part of a job keeps the rest of it and who said what', () => {
  const record = candidate(
    { experiences: { j: job } },
    { 'experiences/j/title': read(0.4), 'experiences/j/start': read(0.9) },
  )
  const change = reviewChange(record, 'experiences/j/title', 'Cariste CACES 3', { by: 'person', person: 'Nora' })
  expect(change).toMatchObject({
    path: 'experiences/j',
    value: { ...job, title: 'Cariste CACES 3' },
    about: { title: { by: 'person' }, start: { by: 'reader' } },
  })
})

test('a number typed by a person is stored as a number, and emptied as unknown', () => {
  const record = candidate({ noticeDays: 30 }, { noticeDays: { by: 'assumed' } })
  expect(reviewChange(record, 'noticeDays', '15', { by: 'person' }).value).toBe(15)
  expect(reviewChange(record, 'noticeDays', '', { by: 'person' }).value).toBeNull()
})
