import { describe, expect, test } from 'vitest'
import { importItemSchema } from '../model/importItem.ts'
import type { StoredImport } from './records.ts'
import { text } from './text.ts'
import { isToReview, summarise, verdictOf, verdictsToCsv } from './verdict.ts'

const item = (fields: Record<string, unknown>): StoredImport => ({
  id: 'i',
  kind: 'importItem',
  fields: importItemSchema.parse(fields),
  about: {},
  createdAt: 0,
  updatedAt: 0,
})

describe('M082 verdicts', () => {
  test('each failure that a person can act on waits for that person, the others are closed', () => {
    expect(verdictOf(item({ state: 'unreadable', failure: { type: 'PasswordProtected' } }))).toMatchObject({
      name: 'locked',
      group: 'toDecide',
    })
    expect(verdictOf(item({ state: 'unreadable', failure: { type: 'TooManyPages', pageCount: 500 } }))).toMatchObject({
      name: 'tooLong',
      group: 'toDecide',
    })
    expect(verdictOf(item({ state: 'unreadable', failure: { type: 'Empty' } }))).toMatchObject({
      name: 'empty',
      group: 'unreadable',
    })
    expect(verdictOf(item({ state: 'unreadable', failure: { type: 'SomethingOfALaterVersion' } }))).toMatchObject({
      name: 'unreadable',
    })
  })

  test('M036 a file beyond the size that is read unasked waits for a person, unless it was too large to keep', () => {
    const failure = { type: 'TooLarge', sizeBytes: 60e6, limitBytes: 52_428_800 }
    const kept = item({ state: 'unreadable', failure, blobId: 'b' })
    expect(verdictOf(kept)).toMatchObject({ name: 'tooLarge', group: 'toDecide' })
    expect(verdictOf(item({ state: 'unreadable', failure }))).toMatchObject({ name: 'unreadable', group: 'unreadable' })
    expect(text.fr.failures.TooLargeKept(failure.sizeBytes, failure.limitBytes)).toContain('L’original est gardé.')
  })

  test('a reading with doubts is to review until someone did', () => {
    expect(isToReview(item({ state: 'created', doubtCount: 2 }))).toBe(true)
    expect(isToReview(item({ state: 'created', doubtCount: 0 }))).toBe(false)
    expect(isToReview(item({ state: 'created', doubtCount: 0, reviewedAt: 5, hasHiddenText: true }))).toBe(false)
    expect(
      verdictOf(
        item({ state: 'duplicate', reviewedAt: 5, resembles: [{ candidateId: 'a', reasons: ['email'], likeness: 1 }] }),
      ).name,
    ).toBe('possibleDuplicate')
  })

  test('the summary counts every file once and measures speed on files just finished', () => {
    const items = [
      item({ state: 'created', finishedAt: 10_000 }),
      item({ state: 'created', finishedAt: 11_000 }),
      item({ state: 'created', finishedAt: 12_000 }),
      item({ state: 'waiting' }),
      item({ state: 'unreadable', failure: { type: 'Corrupt' }, finishedAt: 100 }),
    ]
    const summary = summarise(items, 65_000)
    expect(summary).toMatchObject({ total: 5, done: 4, perSecond: 1 })
    expect(Object.values(summary.counts).reduce((a, b) => a + b)).toBe(5)
  })

  test('a file name that a spreadsheet would run is disarmed', () => {
    expect(verdictsToCsv([['=cmd|calc.pdf', 'a;b', 'dit "oui"']])).toBe(`\uFEFF'=cmd|calc.pdf;"a;b";"dit ""oui"""\r\n`)
  })
})
