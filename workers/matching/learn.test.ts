import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CandidateProfile, OfferProfile } from '../../src/model/match.ts'
import { createEngine } from './engine.ts'
import { learn, type Lesson } from './learn.ts'
import { textToProfile } from './textToProfile.ts'
import { learnedWeight } from './weights.ts'

const asOf = '2026-06'
const termsOf = (values: Record<string, number | null>): Lesson['terms'] =>
  (['occupation', 'musts', 'location', 'conditions'] as const).map((name) => ({
    name,
    value: values[name] ?? null,
    weight: name === 'location' ? 0.3 : 3,
    points: 0,
    detail: {},
  }))

/** Twelve offers of six decisions each: people nearby are chosen, whatever their musts. */
const nearby: Lesson[] = Array.from({ length: 12 }, (_, offer) =>
  Array.from({ length: 6 }, (_unused, at): Lesson => {
    const chosen = at < 3
    return {
      offerId: `o${offer}`,
      candidateId: `c${at}`,
      chosen,
      terms: termsOf({
        musts: 0.4 + ((offer * 7 + at * 3) % 5) / 10,
        location: chosen ? 0.9 - at / 20 : 0.2 + at / 30,
        occupation: 0.8,
        ...(at % 2 ? { conditions: 0.5 } : {}),
      }),
    }
  }),
).flat()

describe('M062 learning from decisions', () => {
  it('finds what the workspace prefers, and shows that it holds on offers left out', () => {
    const { coefficients, agreement, verdict, decisions, pairs } = learn(nearby)
    expect(verdict).toBe('learned')
    expect({ decisions, pairs }).toEqual({ decisions: 72, pairs: 108 })
    expect(coefficients.location!).toBeGreaterThan(1)
    expect(Math.abs(coefficients.musts ?? 0)).toBeLessThan(coefficients.location! / 4)
    expect(agreement.after).toBeGreaterThan(agreement.before)
  })

  it('gives the same coefficients bit for bit whatever the order of the decisions', () => {
    const base = JSON.stringify(learn(nearby))
    fc.assert(
      fc.property(fc.shuffledSubarray(nearby, { minLength: nearby.length }), (shuffled) => {
        expect(JSON.stringify(learn(shuffled))).toBe(base)
      }),
      { numRuns: 20 },
    )
  })

  it('keeps itself aside when it would not order better, or when no offer has both chosen and refused', () => {
    const random = nearby.map((lesson, index) => ({ ...lesson, chosen: (index * 7919) % 13 < 6 }))
    const noise = learn(random)
    expect(noise.agreement.after > noise.agreement.before ? 'learned' : 'no-better').toBe(noise.verdict)
    expect(learn(nearby.map((lesson) => ({ ...lesson, chosen: true }))).verdict).toBe('one-sided')
  })

  const offer: OfferProfile = {
    id: 'o',
    title: 'Cariste',
    text: '',
    requirements: [
      { id: 'r', text: 'CACES 3', kind: 'licence', need: 'must', weight: 50, years: null },
      { id: 'a', text: 'Anglais B1', kind: 'language', need: 'nice', weight: 50, years: null },
    ],
    facts: {
      city: 'Lyon',
      postalCode: '69003',
      country: 'FR',
      contract: 'cdi',
      workMode: '',
      startDate: '',
      salaryMin: null,
      salaryMax: null,
      salaryCurrency: '',
      salaryPeriod: '',
    },
    weights: {},
  }
  const cv = 'EXPÉRIENCE\n\nCariste - Loginord, Lyon\n2019 - 2026\n- Chargement, CACES 3\n'
  const profile: CandidateProfile = textToProfile('c', cv)

  it('moves no score by more than 8 points, sums still, and names its own contributions', () => {
    const engine = createEngine(null)
    const base = engine.score(offer, [profile], asOf)[0]!
    fc.assert(
      fc.property(
        fc.record({
          occupation: fc.double({ min: -50, max: 50, noNaN: true }),
          musts: fc.double({ min: -50, max: 50, noNaN: true }),
          location: fc.double({ min: -50, max: 50, noNaN: true }),
        }),
        fc.option(fc.double({ min: 0, max: 8, noNaN: true }), { nil: undefined }),
        (learned, weight) => {
          const weights = weight === undefined ? {} : { learned: weight }
          const found = engine.score({ ...offer, learned, weights }, [profile], asOf)[0]!
          expect(Math.abs(found.score - base.score)).toBeLessThanOrEqual(8)
          const term = found.terms.find(({ name }) => name === 'learned')!
          expect(term.weight).toBeLessThanOrEqual(learnedWeight)
          expect(Math.abs(term.points)).toBeLessThanOrEqual(8)
          const sum = 50 + found.terms.reduce((total, { points }) => total + points, 0) + found.capPoints
          expect(Math.abs(sum - found.score)).toBeLessThan(1e-9)
          if (term.value !== null) expect(found.sub.learned).toBe(term.value * 100)
          for (const name of Object.keys(term.detail)) expect(['occupation', 'musts', 'location']).toContain(name)
          expect(found.confidence).toBe(base.confidence)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('the first of a ranking are those of the whole ranking, with what was learned', () => {
    const engine = createEngine(null)
    const trades = ['Cariste', 'Préparateur de commandes', 'Fleuriste', 'Comptable', 'Magasinier cariste']
    engine.upsert(
      Array.from({ length: 60 }, (_, index) =>
        textToProfile(
          `p${index}`,
          `EXPÉRIENCE\n\n${trades[index % 5]} - Loginord, Lyon\n${2005 + (index % 17)} - ${2022 + (index % 4)}\n- ${index % 3 ? 'CACES 3' : 'Inventaire'}\n`,
        ),
      ),
    )
    const learned = { location: 3, musts: -4, experience: 2 }
    const whole = engine.rank({ ...offer, learned }, asOf)
    expect(engine.rankFirst({ ...offer, learned }, asOf, 10)).toEqual(whole.slice(0, 10))
    expect(whole.map(({ score }) => score)).not.toEqual(engine.rank(offer, asOf).map(({ score }) => score))
  })

  it('without anything learned the score is what it was, and nothing is shown as learned', () => {
    const engine = createEngine(null)
    const found = engine.score(offer, [profile], asOf)[0]!
    expect(found.sub.learned).toBeNull()
    expect(found.terms.find(({ name }) => name === 'learned')).toMatchObject({ value: null, weight: 0, points: 0 })
  })

  it('learns from the candidates it holds, never from what it learned before', () => {
    const engine = createEngine(null)
    const far = textToProfile('d', cv.replace('CACES 3', 'balayage'))
    engine.upsert([profile, far])
    const lessons = (learned?: OfferProfile['learned']) =>
      engine.learn({
        offers: [{ ...offer, ...(learned ? { learned } : {}) }],
        decisions: [
          { offerId: 'o', candidateId: 'c', asOf, chosen: true },
          { offerId: 'o', candidateId: 'd', asOf, chosen: false },
          { offerId: 'o', candidateId: 'gone', asOf, chosen: false },
        ],
      })
    expect(lessons().decisions).toBe(2)
    expect(lessons().engine).toContain('vivier-match')
    expect(lessons({ musts: 30 })).toEqual(lessons())
  })
})
