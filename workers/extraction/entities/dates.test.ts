import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findDates, isOnlyDates, withoutDates } from './dates.ts'

const spans = (text: string) => findDates(text).map(({ start, end }) => [start, end])

describe('dates as CVs write them', () => {
  test.each([
    ['janv. 2021 – présent', '2021-01', 'present'],
    ['09/2016 – 12/2018', '2016-09', '2018-12'],
    ['depuis 2019', '2019', 'present'],
    ['since March 2020', '2020-03', 'present'],
    ['2019-20', '2019', '2020'],
    ['Jan 2021 to date', '2021-01', 'present'],
    ['De mars 2019 à ce jour', '2019-03', 'present'],
    ['Apr, 2019 - Present', '2019-04', 'present'],
    ['Du 01/02/2019 au 30/06/2020', '2019-02', '2020-06'],
    ['septembre - décembre 2018', '2018-09', '2018-12'],
    ['09/16 - 12/18', '2016-09', '2018-12'],
    ['octobre 2018 jusqu’à aujourd’hui', '2018-10', 'present'],
    ['2016-09-01 — 2018-02-28', '2016-09', '2018-02'],
    ['Sept. 2012 to June 2015', '2012-09', '2015-06'],
    ['2012 – 2013', '2012', '2013'],
    ['janv. 2021 —', '2021-01', 'present'],
    ['2015-2018', '2015', '2018'],
    ['2015–2018', '2015', '2018'],
    ['Cariste CACES 5\tjanv. 2019 - mars 2020', '2019-01', '2020-03'],
  ])('M028 %s', (text, start, end) => {
    expect(spans(text)).toEqual([[start, end]])
  })

  test('a season stands for its middle month', () => {
    expect(spans('été 2014')).toEqual([['2014-07', '']])
  })

  test('a duration after the range belongs to it', () => {
    expect(isOnlyDates('Jan, 2015 - Mar, 2019  4 years 2 months')).toBe(true)
    expect(isOnlyDates('mai 2019 à juin 2020 (1 an et 2 mois)')).toBe(true)
  })

  test('2010-12 may be two years: it is read so, and doubted', () => {
    expect(findDates('2010-12')).toMatchObject([{ start: '2010', end: '2012', doubt: 'date-order' }])
  })

  test('telephone numbers, amounts and counts are no dates', () => {
    for (const text of [
      '06 39 98 12 04',
      'Participation à 600 interventions',
      '12 2000,50 €',
      'plus de 2000 clients',
    ]) {
      expect(spans(text)).toEqual([])
    }
  })

  test('what stands beside a date stays', () => {
    expect(withoutDates('Cariste, 2019 – 2021').trim()).toBe('Cariste,')
    expect(isOnlyDates('Cariste, 2019 – 2021')).toBe(false)
  })

  const months = [
    'janvier',
    'février',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août',
    'septembre',
    'octobre',
    'novembre',
    'décembre',
  ]
  test('every month of every year is read back, in words and in figures', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1950, max: 2045 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 0, max: 300 }),
        (year, month, later) => {
          const index = year * 12 + month - 1 + later
          const [endYear, endMonth] = [Math.floor(index / 12), (index % 12) + 1]
          fc.pre(endYear < 2050)
          const two = (n: number) => String(n).padStart(2, '0')
          const expected = [[`${year}-${two(month)}`, `${endYear}-${two(endMonth)}`]]
          expect(spans(`${months[month - 1]} ${year} – ${months[endMonth - 1]} ${endYear}`)).toEqual(expected)
          expect(spans(`${two(month)}/${year} - ${two(endMonth)}/${endYear}`)).toEqual(expected)
        },
      ),
    )
  })

  test('no text makes it throw, and places are within the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        for (const range of findDates(text)) {
          expect(range.from).toBeGreaterThanOrEqual(0)
          expect(range.to).toBeLessThanOrEqual(text.length)
          expect(range.from).toBeLessThan(range.to)
        }
      }),
    )
  })
})
