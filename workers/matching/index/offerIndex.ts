import { type CandidateProfile, emptyProfileFacts, type OfferProfile } from '../../../src/model/match.ts'
import {
  type CandidateFacts,
  emptyCandidateFacts,
  type OfferFacts,
  type SearchAnswer,
  type SearchOptions,
  type SearchQuery,
} from '../../../src/model/searchQuery.ts'
import { readProfile } from '../readProfile.ts'
import { smallVector, type Vocabulary } from '../vocabulary.ts'
import { createCandidateIndex } from './candidateIndex.ts'
import { createCandidateSearch } from './candidateSearch.ts'
import { createMemoryRecords } from './recordStore.ts'

/** Offers made searchable in the same arrays as candidates: their title is a job's, their requirements are skills. */
export function createOfferIndex(vocabulary: Vocabulary) {
  const index = createCandidateIndex(vocabulary, createMemoryRecords())
  const asked = new Map<string, number>()
  const states = new Map<string, OfferFacts['status']>()
  /** Lines of the advert come after the title and the requirements. */
  const firstLine = new Map<string, number>()
  /** The skills of the lexicon among what each asks: the same number in either language. */
  const skills = new Map<string, ReadonlySet<number>>()
  const search = createCandidateSearch(index, vocabulary, {
    status: (record) => states.get(index.idOf(record)) ?? '',
    yearsAsked: (record) => asked.get(index.idOf(record)) ?? null,
  })
  return {
    upsert(offers: readonly OfferProfile[], facts: readonly OfferFacts[]): number {
      offers.forEach((offer, at) => {
        const own = facts[at]!
        const profile = offerToLines(offer, own)
        const reading = readProfile(profile, vocabulary)
        const asks = reading.passages.filter(({ section }) => section === 'skills')
        skills.set(offer.id, new Set(asks.flatMap(({ concepts }) => [...concepts])))
        index.add(reading, offerFacts(own), smallVector(vocabulary.model, offer.title)?.numbers ?? null, own.updatedAt)
        const years = offer.requirements.flatMap((requirement) =>
          requirement.years === null ? [] : [requirement.years],
        )
        if (years.length > 0) asked.set(offer.id, Math.max(...years))
        else asked.delete(offer.id)
        states.set(offer.id, own.status)
        firstLine.set(offer.id, 1 + offer.requirements.length)
      })
      return index.live
    },
    remove(ids: readonly string[]): number {
      for (const id of ids) {
        index.remove(id)
        skills.delete(id)
      }
      return index.live
    },
    find(query: SearchQuery, options: SearchOptions): SearchAnswer {
      const answer = search.find(query, options)
      return {
        ...answer,
        found: answer.found.map((row) => ({ ...row, line: Math.max(-1, row.line - firstLine.get(row.id)!) })),
      }
    },
    count: search.count,
    /** Offers nearest to one: by the meaning of their titles, their occupation, and the skills both ask for. */
    like(id: string, limit: number): SearchAnswer {
      const own = skills.get(id) ?? new Set()
      return search.like(id, limit, (other) => likeness(own, skills.get(other) ?? new Set()))
    },
  }
}

/** How much of two sets is in both, 0 to 1. */
function likeness(some: ReadonlySet<number>, others: ReadonlySet<number>): number {
  let both = 0
  for (const one of some) if (others.has(one)) both += 1
  return both === 0 ? 0 : both / (some.size + others.size - both)
}

function offerToLines(offer: OfferProfile, { company }: OfferFacts): CandidateProfile {
  const { city, postalCode, country, contract, workMode } = offer.facts
  return {
    id: offer.id,
    lines: [
      {
        text: [offer.title, company].filter(Boolean).join(', '),
        section: 'experience',
        entryId: 'offer',
        entry: { title: offer.title, organisation: company, start: '', end: '' },
      },
      ...offer.requirements.map(({ text, kind }) => ({
        text,
        section: kind === 'language' ? ('languages' as const) : ('skills' as const),
      })),
      ...offer.text.split('\n').map((text) => ({ text, section: 'other' as const })),
    ],
    facts: {
      ...emptyProfileFacts(),
      city,
      postalCode,
      country,
      remote: workMode === '' ? null : workMode === 'remote',
      availableFrom: offer.facts.startDate,
      contracts: contract === '' ? [] : [contract],
    },
  }
}

const offerFacts = ({ createdAt, updatedAt }: OfferFacts): CandidateFacts => ({
  ...emptyCandidateFacts(),
  createdAt,
  updatedAt,
})
