import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { achievementsOf } from './achievements.ts'
import { applicationSchema } from './application.ts'
import { type Candidate, candidateSchema } from './candidate.ts'
import { cvCriteria, cvQuality } from './cvQuality.ts'
import { acceptanceEstimate, payEstimate, type Placement, yearlyPay } from './estimates.ts'
import { experienceScore, isMeasured, jobCriteria, levelOf } from './experienceScore.ts'
import type { Match } from './match.ts'
import { emptyOffer } from './offer.ts'
import { profileScores } from './profileScores.ts'

const asOf = '2026-11'
const line = (text: string) => ({ text })
const seller: Candidate = candidateSchema.parse({
  headline: 'Responsable de magasin',
  email: 'a@example.org',
  experiences: {
    a: {
      title: 'Vendeuse',
      organisation: 'Galeries',
      start: '2015-01',
      end: '2018-12',
      order: 2,
      lines: [line('Conseil aux clients, CDI'), line('Tenue de la caisse')],
    },
    b: {
      title: 'Responsable des ventes',
      organisation: 'Maison Lune',
      start: '2019-01',
      end: 'present',
      order: 1,
      lines: [
        line('Encadrement d’une équipe de 6 personnes'),
        line('Chiffre d’affaires en hausse de 18 %'),
        line('Hausse du chiffre d’affaires de 18 %, équipe élargie'),
        line('Gestion du budget et des achats, Excel'),
      ],
    },
  },
  education: { d: { title: 'BTS MUC', school: 'Lycée Colbert', start: '2012', end: '2014', level: 'bac+2', order: 1 } },
  skills: { s: { name: 'Excel', order: 1 }, t: { name: 'Merchandising', order: 2 } },
})
const about = {
  'experiences/a/title': { by: 'person' as const },
  'experiences/b/title': { by: 'reader' as const, confidence: 0.9 },
}

describe('the score of experience', () => {
  it('W020 gives each job seven criteria that come to 100, each with the words it rests on', () => {
    expect(Object.values(jobCriteria).reduce((sum, points) => sum + points, 0)).toBe(100)
    const { jobs } = experienceScore(seller, about, asOf)
    const [latest, first] = jobs
    const of = (job: typeof latest, name: string) => job!.criteria.find(({ criterion }) => criterion === name)!
    expect([latest!.title, first!.title]).toEqual(['Responsable des ventes', 'Vendeuse'])
    expect(of(first, 'contract')).toMatchObject({
      points: 10,
      quote: 'Conseil aux clients, CDI',
      basis: { code: 'contract', detail: { kind: 'cdi' } },
    })
    expect(of(latest, 'contract')).toMatchObject({ points: 5, basis: { code: 'unsaid' } })
    expect(of(latest, 'duration').points).toBe(15)
    expect(of(latest, 'recency').points).toBe(10)
    expect(of(first, 'recency').points).toBeLessThan(6)
    expect(of(latest, 'responsibilities').quote).toContain('équipe de 6')
    expect(of(latest, 'complexity').basis.detail).toEqual({ tasks: 4, measured: 2 })
    expect(of(latest, 'relevance').points).toBeNull()
    expect(latest!.sum).toBeGreaterThan(first!.sum)
  })

  it('W021 W020 with an offer, nearness counts as relevance and as a factor of the mean', () => {
    const match = (value: number): Match =>
      ({
        terms: [{ name: 'occupation', value, weight: 1, points: 0, detail: {} }],
        requirements: [{ id: 'r', status: 'met', quote: 'Excel', marks: [], line: 0, reason: 'in-job', detail: {} }],
      }) as unknown as Match
    const near = experienceScore(
      seller,
      about,
      asOf,
      new Map([
        ['a', match(1)],
        ['b', match(1)],
      ]),
    )
    const far = experienceScore(
      seller,
      about,
      asOf,
      new Map([
        ['a', match(0)],
        ['b', match(0)],
      ]),
    )
    expect(near.jobs[0]).toMatchObject({ relevanceFactor: 1, recencyFactor: 1 })
    expect(far.jobs[0]).toMatchObject({ relevanceFactor: 0.25 })
    expect(near.jobs[0]!.criteria[0]).toMatchObject({ criterion: 'relevance', points: 25 })
    expect(near.final).toBeGreaterThan(far.final + 30)
  })

  it('W022 C36 adds the path to the mean, takes what is missing off, and shows every term', () => {
    const score = experienceScore(seller, about, asOf)
    expect(score.progression).toEqual({ points: 10, from: 2, to: 4 })
    expect(score.bonus).toEqual({ points: 5, months: 143 })
    expect(score.penalty.points).toBe(0)
    expect(score.final).toBe(
      Math.min(100, score.mean + score.progression.points + score.coherence.points + score.bonus.points),
    )
    expect(score.reliability).toBe('medium')
    const silent = candidateSchema.parse({ experiences: { x: { title: 'Vendeur', order: 1 } } })
    expect(experienceScore(silent, {}, asOf)).toMatchObject({
      penalty: { points: 9, undated: 1, untold: 1, unnamed: 1 },
      reliability: 'medium',
    })
    expect(experienceScore(candidateSchema.parse({}), {}, asOf)).toMatchObject({
      final: 0,
      reliability: 'low',
      jobs: [],
    })
  })

  it('W022 stays within its bounds whatever the career', () => {
    const month = fc.constantFrom('', '2010', '2014-05', '2020-02', '2025-12')
    const job = fc.record({
      title: fc.constantFrom('', 'Stagiaire', 'Vendeur', 'Chef de rayon', 'Directrice'),
      organisation: fc.constantFrom('', 'A', 'B'),
      start: month,
      end: fc.oneof(month, fc.constant('present')),
      lines: fc.array(fc.record({ text: fc.string() }), { maxLength: 8 }),
    })
    fc.assert(
      fc.property(fc.dictionary(fc.string({ minLength: 1, maxLength: 3 }), job, { maxKeys: 6 }), (experiences) => {
        const score = experienceScore(candidateSchema.parse({ experiences }), {}, asOf)
        expect(score.final).toBeGreaterThanOrEqual(0)
        expect(score.final).toBeLessThanOrEqual(100)
        expect(Math.abs(score.coherence.points)).toBeLessThanOrEqual(5)
        expect(score.penalty.points).toBeLessThanOrEqual(20)
        for (const { sum, criteria } of score.jobs) {
          expect(sum).toBeLessThanOrEqual(100)
          for (const { points, of } of criteria) expect(points ?? 0).toBeLessThanOrEqual(of)
        }
      }),
    )
  })

  it('reads a measured result, and no year or age as one', () => {
    expect(['+12 %', '30 k€ de CA', '45 couverts par service'].every(isMeasured)).toBe(true)
    expect(['depuis 2019 chez nous', 'Accueil des clients', '8 ans'].some(isMeasured)).toBe(false)
    expect(
      ['Stagiaire', 'Assistante', 'Vendeur', 'Comptable confirmée', 'Cheffe de projet', 'Directrice'].map(levelOf),
    ).toEqual([0, 1, 2, 3, 4, 5])
  })
})

describe('achievements', () => {
  it('W026 are told once: seven words in ten shared are one result', () => {
    expect(achievementsOf(seller).map(({ text }) => text)).toEqual(['Chiffre d’affaires en hausse de 18 %'])
  })
})

describe('the quality of a CV', () => {
  it('T036 weighs clarity 20, experience 25, technical 25, education 15, results 15', () => {
    expect(Object.values(cvCriteria)).toEqual([20, 25, 25, 15, 15])
    const quality = cvQuality(seller, asOf)
    for (const { points, of, parts } of quality.criteria) {
      expect(parts.reduce((sum, part) => sum + part.of, 0)).toBe(of)
      expect(points).toBeLessThanOrEqual(of)
    }
    expect(quality.score).toBeCloseTo(
      quality.criteria.reduce((sum, { points }) => sum + points, 0),
      9,
    )
  })

  it('T037 says strengths, weaknesses, what to do, skills and years', () => {
    const quality = cvQuality(seller, asOf)
    expect(quality).toMatchObject({ skillsDetected: ['Excel', 'Merchandising'], experienceYears: 11.9 })
    expect(quality.strengths).toContain('education')
    expect(quality.weaknesses).toContain('technical')
    expect(quality.recommendations.slice(0, 2)).toEqual(['skills', 'proven-skills'])
    expect(cvQuality(candidateSchema.parse({}), asOf).score).toBe(0)
  })
})

describe('readings of a career', () => {
  const scores = (candidate: Candidate) =>
    profileScores(candidate, {}, '2026-11-21', experienceScore(candidate, {}, asOf))

  it('M040 are formulas: parts whose weights come to 1 and whose sum is the figure', () => {
    for (const { parts, score } of scores(seller)) {
      expect(parts.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 9)
      expect(score).toBeCloseTo(100 * parts.reduce((sum, { value, weight }) => sum + value * weight, 0), 9)
      expect(score).toBeGreaterThanOrEqual(0)
      expect(score).toBeLessThanOrEqual(100)
    }
  })

  it('M040 do not change with name, birth date, photo or address', () => {
    const other = {
      ...seller,
      fullName: 'X',
      birthDate: '1960-01-01',
      photoId: 'p',
      address: 'a',
      city: 'b',
      country: 'MA',
    }
    expect(scores(other)).toEqual(scores(seller))
  })
})

describe('estimates from this workspace’s own placements', () => {
  const placement = (pay: number, fit = 80): Placement => ({ offerId: String(pay), pay, fit, currency: 'EUR' })

  it('M041 give no figure from fewer than five placements of the kind', () => {
    expect(payEstimate([placement(30000), placement(31000), placement(90000, 10)])).toEqual({
      type: 'too-few',
      cases: 2,
      needed: 5,
    })
  })

  it('M041 give the median with how far it missed when each was left out', () => {
    const estimate = payEstimate([28, 29, 30, 31, 50].map((thousands) => placement(thousands * 1000)))
    expect(estimate).toMatchObject({ type: 'estimated', cases: 5, pay: 30000, currency: 'EUR' })
    expect(estimate.type === 'estimated' && estimate.error).toBeGreaterThan(1000)
    expect(
      yearlyPay({ ...emptyOffer(), salaryMin: 2000, salaryMax: 2400, salaryPeriod: 'month', salaryMonths: 13 }),
    ).toBe(28600)
    expect(yearlyPay(emptyOffer())).toBeNull()
  })

  it('M041 M042 an acceptance is the workspace’s own rate with its range, from ten finished proposals on', () => {
    const finished = (stage: string, proposed: boolean) =>
      applicationSchema.parse({
        stage,
        moves: proposed ? { m: { stage: 'proposed', at: 1, by: '', reason: '', score: null } } : {},
      })
    const few = [finished('accepted', true), finished('rejected', false)]
    expect(acceptanceEstimate(few)).toEqual({ type: 'too-few', cases: 1, needed: 10 })
    const many = [
      ...Array.from({ length: 6 }, () => finished('accepted', true)),
      ...Array.from({ length: 6 }, () => finished('rejected', true)),
    ]
    const estimate = acceptanceEstimate(many)
    expect(estimate).toMatchObject({ type: 'estimated', cases: 12, share: 0.5 })
    expect(estimate.type === 'estimated' && estimate.low < 0.35 && estimate.high > 0.65).toBe(true)
  })
})
