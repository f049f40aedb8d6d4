import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { availabilityOf, daysUntilAvailable } from './availability.ts'
import { emptyCandidate, type Experience, experienceSchema } from './candidate.ts'
import { careerOf, jobsLatestFirst, lastJob, monthsOfExperience } from './career.ts'

const job = (start: string, end: string, title = ''): Experience => experienceSchema.parse({ start, end, title })
const year = fc.integer({ min: 1990, max: 2026 })
const month = fc.integer({ min: 1, max: 12 })
const dated = fc.tuple(year, month, fc.integer({ min: 0, max: 90 })).map(([y, m, length]) => {
  const last = y * 12 + m - 1 + length
  const text = (index: number) => `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
  return job(text(y * 12 + m - 1), text(last))
})

describe('a career', () => {
  test('M045 overlapping jobs count once', () => {
    const experiences = { a: job('2020-01', '2021-12'), b: job('2021-01', '2022-12'), c: job('', '2030') }
    expect(monthsOfExperience(experiences, '2026-11')).toBe(36)
    expect(monthsOfExperience({ c: job('', '') }, '2026-11')).toBeNull()
  })

  test('M045 the last job is the latest by date, whatever the order of the CV', () => {
    const experiences = {
      old: job('2010', '2015', 'Magasinier'),
      now: job('2019-03', 'present', 'Cariste'),
      late: job('2016', '2026-10'),
    }
    expect(lastJob(experiences, '2026-11')?.[1].title).toBe('Cariste')
    expect(jobsLatestFirst(experiences, '2026-11').map(([id]) => id)).toEqual(['now', 'late', 'old'])
  })

  test('overlaps go on another line, and a stretch without job is told in months', () => {
    const experiences = { a: job('2012-02', '2016-11'), b: job('2015-03', '2018-05'), c: job('2019-05', 'present') }
    const career = careerOf({ experiences, education: {} }, '2026-11')
    expect(career.spans.map(({ id, lane }) => [id, lane])).toEqual([
      ['a', 0],
      ['b', 1],
      ['c', 0],
    ])
    expect(career.gaps.map(({ months }) => months)).toEqual([11])
    expect(career.lanes).toBe(2)
  })

  test('spans of one line never overlap, gaps and spans never meet, and months stay within the reach', () => {
    fc.assert(
      fc.property(fc.array(dated, { maxLength: 8 }), (jobs) => {
        const experiences = Object.fromEntries(jobs.map((one, index) => [String(index), one]))
        const { spans, gaps, reach, jobMonths } = careerOf({ experiences, education: {} }, '2026-11')
        for (const one of spans) {
          for (const other of spans) {
            if (one.id === other.id || one.lane !== other.lane) continue
            expect(one.to < other.from || other.to < one.from).toBe(true)
          }
          for (const gap of gaps) expect(gap.to < one.from || gap.from > one.to).toBe(true)
        }
        const told = gaps.reduce((sum, { months }) => sum + months, 0)
        if (reach) expect(jobMonths + told).toBeLessThanOrEqual(reach.to - reach.from + 1)
        else expect(jobMonths).toBe(0)
      }),
    )
  })
})

describe('availability', () => {
  const said = (fields: Partial<ReturnType<typeof emptyCandidate>>) => ({ ...emptyCandidate(), ...fields })

  test('M038 a date that has come is now, one to come is counted in days', () => {
    expect(availabilityOf(said({ availableFrom: '2026-11-20' }), {}, '2026-11-21').kind).toBe('now')
    const later = availabilityOf(said({ availableFrom: '2026-12-15' }), {}, '2026-11-21')
    expect(later).toMatchObject({ kind: 'date', date: '2026-12-15' })
    expect(daysUntilAvailable(later, '2026-11-21')).toBe(24)
  })

  test('M033 thirty days that nobody spoke of are marked as supposed, and give way to what was said', () => {
    const about = { noticeDays: { by: 'assumed' as const } }
    expect(availabilityOf(said({ noticeDays: 30 }), about, '2026-11-21')).toEqual({
      kind: 'notice',
      days: 30,
      assumed: true,
    })
    expect(availabilityOf(said({ noticeDays: 30, situation: 'available' }), about, '2026-11-21')).toEqual({
      kind: 'now',
      assumed: false,
    })
    expect(daysUntilAvailable(availabilityOf(said({}), {}, '2026-11-21'), '2026-11-21')).toBeNull()
  })
})
