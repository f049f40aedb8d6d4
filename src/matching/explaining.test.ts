import { describe, expect, it } from 'vitest'
import { createEngine } from '../../workers/matching/engine.ts'
import { applicationSchema } from '../model/application.ts'
import { candidateSchema } from '../model/candidate.ts'
import type { Match } from '../model/match.ts'
import { offerSchema } from '../model/offer.ts'
import { candidateToProfile, offerToProfile } from '../model/profile.ts'
import type { Stored } from '../model/record.ts'
import { offerRaises, softerOffers } from './offerRaises.ts'
import { prospectsOf } from './prospects.ts'

const asOf = '2026-11'
const offer = offerToProfile(
  'o',
  offerSchema.parse({
    title: 'Cariste',
    requirements: {
      y: { text: '4 ans d’expérience comme cariste', kind: 'occupation', need: 'must', years: 4, order: 0 },
      c: { text: 'CACES R489 catégorie 5', kind: 'licence', need: 'dealbreaker', order: 1 },
      a: { text: 'Anglais B1', kind: 'language', need: 'nice', order: 2 },
    },
  }),
)
const candidate = candidateToProfile(
  'c',
  candidateSchema.parse({
    experiences: {
      j: {
        title: 'Cariste',
        organisation: 'Loginord',
        start: '2023-12',
        end: 'present',
        order: 0,
        lines: [{ text: 'Chargement et déchargement de camions' }],
      },
    },
    otherLines: [{ text: 'Sans CACES 5' }],
  }),
)
const engine = createEngine(null)
const matcher = { score: (...args: Parameters<typeof engine.score>) => Promise.resolve(engine.score(...args)) }
engine.upsert([candidate])
const explanation = engine.explain(offer, 'c', asOf)!

describe('what an offer could ask less of', () => {
  it('M064 is each must this person does not meet, as a wish, and years near those held', () => {
    expect(softerOffers(offer, explanation).map(({ raise }) => raise)).toEqual(
      [
        { what: 'fewer-years', requirementId: 'y', years: 3 },
        { what: 'wish', requirementId: 'c', years: null },
      ].filter(
        ({ requirementId }) => explanation.requirements.find(({ id }) => id === requirementId)!.status !== 'met',
      ),
    )
  })

  it('M064 tells the score then, best first, and leaves the offer as it is', async () => {
    const before = JSON.stringify(offer)
    const raises = await offerRaises(offer, candidate, explanation, matcher)
    expect(raises[0]).toMatchObject({ what: 'wish', requirementId: 'c' })
    expect(raises[0]!.score).toBeGreaterThan(explanation.score + 1)
    expect(raises.map(({ score }) => score)).toEqual(raises.map(({ score }) => score).toSorted((a, b) => b - a))
    expect(JSON.stringify(offer)).toBe(before)
  })
})

describe('companies to prospect', () => {
  const stored = (id: string, fields: object) =>
    ({ id, kind: 'offer', fields: offerSchema.parse(fields), about: {}, createdAt: 0, updatedAt: 0 }) as Stored<'offer'>
  const offers = new Map(
    [
      stored('1', { company: 'Transports Hélène', title: 'Cariste', status: 'closed' }),
      stored('2', { company: 'TRANSPORTS HELENE ', title: 'Chauffeur', status: 'open' }),
      stored('3', { company: 'Boulangerie', title: 'Vendeur', status: 'open' }),
      stored('4', { company: '', title: 'Cariste', status: 'open' }),
    ].map((each) => [each.id, each]),
  )
  const match = (offerId: string, score: number) => ({ offerId, score, requirements: [] }) as unknown as Match

  it('W018 are those whose past or present offers fit, once each, with what speaks for them', () => {
    const placed = [applicationSchema.parse({ offerId: '2', candidateId: 'x', stage: 'accepted' })]
    const found = prospectsOf([match('2', 61), match('1', 88), match('3', 20), match('4', 95)], offers, placed)
    expect(found).toEqual([
      {
        company: 'Transports Hélène',
        best: match('1', 88),
        offerTitle: 'Cariste',
        isOpen: false,
        fitting: 2,
        placed: 1,
      },
    ])
  })
})
