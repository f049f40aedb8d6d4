import { describe, expect, it } from 'vitest'
import { emptyOffer, type Offer } from '../model/offer.ts'
import { listOffers, plainView, searchToView, viewToSearch } from './offerList.ts'
import { contractWords, offerFacts, salaryWords } from './offerWords.ts'
import type { StoredOffer } from './records.ts'

const stored = (id: string, fields: Partial<Offer>, more: Partial<StoredOffer> = {}): StoredOffer => ({
  id,
  kind: 'offer',
  fields: { ...emptyOffer(), ...fields },
  about: {},
  createdAt: Number(id),
  updatedAt: 0,
  ...more,
})
const offers = [
  stored('1', { title: 'Cariste', company: 'Logidis Est', city: 'Saint-Priest' }),
  stored('2', { title: 'Aide-soignant de nuit', company: 'Résidence Quembre', city: 'Bron', status: 'closed' }),
  stored('3', { title: '', advert: 'brouillon', status: 'draft' }),
  stored('4', { title: 'Soudeuse' }, { binnedAt: 9 }),
]
const ids = (view: Partial<typeof plainView>) => listOffers(offers, { ...plainView, ...view }).map(({ id }) => id)

describe('listOffers', () => {
  it('M061 shows the newest first, without those in the bin', () => {
    expect(ids({})).toEqual(['3', '2', '1'])
  })
  it('finds by every word, whatever the accents and the field', () => {
    expect(ids({ query: 'residence BRON' })).toEqual(['2'])
    expect(ids({ query: 'cariste bron' })).toEqual([])
  })
  it('sorts both ways with what is not said last, and filters by status', () => {
    expect(ids({ sort: 'title', descending: false })).toEqual(['2', '1', '3'])
    expect(ids({ sort: 'title', descending: true })).toEqual(['1', '2', '3'])
    expect(ids({ status: 'closed' })).toEqual(['2'])
  })
  it('the view comes back from its address, and garbage is the plain view', () => {
    const view = { query: 'nuit', status: 'open', sort: 'company', descending: true } as const
    expect(searchToView(viewToSearch(view))).toEqual(view)
    expect(viewToSearch(plainView).toString()).toBe('')
    expect(searchToView(new URLSearchParams('tri=-age&statut=perdue'))).toEqual(plainView)
  })
})

describe('an offer in words', () => {
  it('M056 says the pay as people write it', () => {
    const pay = { salaryMin: 12.9, salaryMax: null, salaryCurrency: 'EUR', salaryPeriod: 'hour' } as const
    expect(salaryWords('fr', { ...pay, salaryMax: 12.9 })).toBe('12,90\u00A0€/h')
    expect(salaryWords('fr', pay)).toBe('dès 12,90\u00A0€/h')
    expect(salaryWords('fr', { ...pay, salaryMin: 2350, salaryMax: 2600, salaryPeriod: 'month' })).toBe(
      '2\u00A0350 à 2\u00A0600\u00A0€/mois',
    )
    expect(salaryWords('en', { ...pay, salaryMin: 46000, salaryMax: 56000, salaryPeriod: 'year' })).toBe(
      '€46,000 to €56,000/year',
    )
    expect(salaryWords('en', { ...pay, salaryMin: null, salaryMax: 3000, salaryCurrency: 'dirhams' })).toBe(
      'up to 3,000\u00A0dirhams/h',
    )
    expect(salaryWords('fr', { ...pay, salaryMin: null })).toBe('')
  })
  it('M055 tells contract, length and start, and nothing that was not said', () => {
    expect(contractWords('fr', { contract: 'interim', durationMonths: 3, partTime: true })).toBe(
      'Intérim, 3\u00A0mois, temps partiel',
    )
    expect(offerFacts('fr', emptyOffer())).toEqual([])
    expect(offerFacts('en', { ...emptyOffer(), company: 'Logidis', city: 'Lyon', startDate: '2026-12-01' })).toEqual([
      'Logidis, Lyon',
      'from 1 Dec 2026',
    ])
  })
})
