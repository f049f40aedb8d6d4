import { describe, expect, it } from 'vitest'
import type { Match, Term } from '../model/match.ts'
import {
  capWords,
  isAsked,
  rangeWords,
  reasonWords,
  soundingLines,
  statusCountWords,
  termDetail,
} from './matchWords.ts'

const term = (name: Term['name'], value: number | null, detail: Term['detail'] = {}, points = 0): Term => ({
  name,
  value,
  weight: 1,
  points,
  detail,
})
const judgement = (id: string, status: Match['requirements'][number]['status'], reason = 'silent', detail = {}) => ({
  id,
  status,
  reason,
  detail,
  quote: '',
  marks: [],
  line: -1,
})
const match: Match = {
  offerId: 'o',
  candidateId: 'c',
  score: 30,
  low: 28.4,
  high: 30,
  confidence: 0.8,
  sub: { semantic: 1, rules: 1, learned: null },
  cappedBy: 'r1',
  capPoints: -34.2,
  terms: [
    term('occupation', 1, { months: 74, gap: 0 }, 14.2),
    term('nices', null, { met: 0, partly: 0, of: 0 }),
    term('languages', null, { met: 0, partly: 0, of: 1 }),
    term('learned', null),
  ],
  requirements: [judgement('r1', 'missing', 'denied'), judgement('r2', 'met'), judgement('r3', 'unknown')],
  km: null,
}

describe('a match in words', () => {
  it('M063 the sounding tells what was found, keeps unknown as a word and leaves out what the offer does not ask', () => {
    expect(soundingLines('fr', match, '2×8')).toEqual([
      { id: 'occupation', label: 'Métier', detail: 'exercé aujourd’hui', points: 14.2 },
      { id: 'languages', label: 'Langues', detail: 'non\u00A0dites', points: null },
      { id: 'cap', label: 'Plafond', detail: '2×8', points: -34.2 },
    ])
    expect(isAsked(term('experience', null, { months: 0, asked: 24 }))).toBe(true)
    expect(isAsked(term('experience', null, { months: 0, asked: 0 }))).toBe(false)
    expect(isAsked(term('conditions', null))).toBe(true)
  })

  it('says the cap and why, and the range, in both languages', () => {
    expect(capWords('fr', match, () => 'le 2×8')).toBe('Plafonné à 30\u00A0: dit ne pas avoir le 2×8')
    expect(capWords('en', match, () => 'Two shifts')).toBe('Capped at 30: says no to Two shifts')
    expect(capWords('fr', { ...match, capPoints: 0 }, () => '')).toBe('')
    expect(rangeWords('fr', { score: 71, low: 52, high: 88 })).toBe('entre 52 et 88')
    expect(rangeWords('en', { score: 71, low: 71, high: 71 })).toBe('')
  })

  it('counts what is met, missing and unknown', () => {
    expect(statusCountWords('fr', match)).toBe('1 satisfaite, 1 manque, 1 inconnue')
    expect(statusCountWords('en', match)).toBe('1 met, 1 missing, 1 unknown')
  })

  it('words years, distance and terms of employment', () => {
    expect(termDetail('fr', term('experience', 1, { months: 74, asked: 24 }))).toBe('6\u00A0ans pour 2\u00A0ans')
    expect(termDetail('en', term('location', 1, { km: 6.4 }))).toBe('6\u00A0km')
    expect(termDetail('fr', term('musts', 0.8, { met: 4, partly: 1, of: 6 }))).toBe('4 sur 6, 1 en partie')
    expect(termDetail('fr', term('conditions', 0.4, { contract: 1, salaryShare: 0.92 }))).toBe(
      'contrat voulu, 8\u00A0% sous ses attentes',
    )
  })

  it('words reasons, and is silent about one it does not know', () => {
    expect(reasonWords('fr', judgement('r', 'partly', 'too-few-years', { months: 14, asked: 24 }))).toBe(
      '1\u00A0an sur 2\u00A0ans demandés.',
    )
    expect(reasonWords('en', judgement('r', 'partly', 'a-later-reason'))).toBe('')
  })
})
