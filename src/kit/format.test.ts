import { describe, expect, it } from 'vitest'
import {
  formatBytes,
  formatDay,
  formatHour,
  formatMoney,
  formatMonth,
  formatMonthRange,
  formatMonths,
  formatNumber,
  formatPercent,
  formatRelativeDay,
  formatSigned,
  plural,
} from './format.ts'

const nbsp = '\u00A0'

describe('figures as each language writes them', () => {
  it('sets thousands off with U+00A0 in French and a comma in English', () => {
    expect(formatNumber('fr', 1284)).toBe(`1${nbsp}284`)
    expect(formatNumber('en', 1284)).toBe('1,284')
    expect(formatNumber('fr', 1234567.5, 1)).not.toContain('\u202F')
  })

  it('signs points with a true minus', () => {
    expect(formatSigned('fr', -3.2)).toBe('−3,2')
    expect(formatSigned('fr', 14.2)).toBe('+14,2')
    expect(formatSigned('en', 0)).toBe('0.0')
  })

  it('writes shares, money and sizes', () => {
    expect(formatPercent('fr', 0.86)).toBe(`86${nbsp}%`)
    expect(formatPercent('en', 0.86)).toBe('86%')
    expect(formatMoney('fr', 12.9, 'EUR')).toBe(`12,90${nbsp}€`)
    expect(formatMoney('fr', 32000, 'EUR')).toBe(`32${nbsp}000${nbsp}€`)
    expect(formatBytes('fr', 214_300)).toBe(`214${nbsp}Ko`)
    expect(formatBytes('en', 1_400_000)).toBe(`1.4${nbsp}MB`)
    expect(formatBytes('fr', 999_900)).toBe(`1${nbsp}Mo`)
    expect(formatBytes('fr', 0)).toBe(`0${nbsp}o`)
  })
})

describe('days, hours and months', () => {
  it('writes a calendar day the same on every clock', () => {
    expect(formatDay('fr', '2026-11-21')).toBe('21 nov. 2026')
    expect(formatDay('en', '2026-11-21')).toBe('21 Nov 2026')
    expect(formatDay('en', '2026-09-01')).toBe('1 Sep 2026')
  })

  it('writes the hour with its h in French', () => {
    const moment = Date.UTC(2026, 10, 21, 16, 20)
    expect(formatHour('fr', moment, 'UTC')).toBe(`16${nbsp}h${nbsp}20`)
    expect(formatHour('en', moment, 'UTC')).toBe('16:20')
    expect(formatHour('fr', Date.UTC(2026, 0, 1, 0, 5), 'UTC')).toBe(`0${nbsp}h${nbsp}05`)
  })

  it('tells a job that goes on from one whose end nobody said', () => {
    expect(formatMonthRange('fr', '2022-07', null)).toBe('juil. 2022 à ce jour')
    expect(formatMonthRange('fr', '2022-07', undefined)).toBe('juil. 2022')
    expect(formatMonthRange('en', '2019-09', '2021-03')).toBe('Sep 2019 to Mar 2021')
    expect(formatMonth('fr', '2013')).toBe('2013')
  })

  it('says months until a year, then years', () => {
    expect(formatMonths('fr', 5)).toBe(`5${nbsp}mois`)
    expect(formatMonths('fr', 14)).toBe(`1${nbsp}an`)
    expect(formatMonths('en', 74)).toBe(`6${nbsp}years`)
  })

  it('says near days in words and far ones by date', () => {
    const now = new Date(2026, 10, 21, 8).getTime()
    expect(formatRelativeDay('fr', new Date(2026, 10, 20, 23).getTime(), now)).toBe('hier')
    expect(formatRelativeDay('fr', now, now)).toBe('aujourd’hui')
    expect(formatRelativeDay('en', new Date(2026, 10, 1).getTime(), now)).toBe('1 Nov 2026')
  })

  it('counts zero as one in French and as many in English', () => {
    expect(plural('fr', 0, { one: 'fiche', other: 'fiches' })).toBe('fiche')
    expect(plural('en', 0, { one: 'record', other: 'records' })).toBe('records')
  })
})
