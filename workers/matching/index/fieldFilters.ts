import { monthIndex, monthsCovered } from '../../../src/kit/month.ts'
import { stages } from '../../../src/model/application.ts'
import { contractKinds } from '../../../src/model/candidate.ts'
import type { SearchField } from '../../../src/model/searchQuery.ts'
import { fold } from '../../../src/kit/fold.ts'
import { kilometres } from '../deterministicMath.ts'
import { findConcepts } from '../lexicon/lexicon.ts'
import { nameKey, placeOf } from '../places.ts'
import { languagesNamed } from '../readProfile.ts'
import {
  canStartBy,
  type CandidateIndex,
  conceptTerm,
  dayNumber,
  hasBits,
  presentMonth,
  sourceBit,
  wordTerm,
} from './candidateIndex.ts'
import { places } from './postings.ts'
import { occupationIn, tokensOf } from './queryTerms.ts'
import type { createWordForms } from './wordForms.ts'

/** Towns whose middles are nearer than this are one place to who names one of them without a radius. */
const sameTownKm = 4
const levels = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'native']

/** What only offers say, which the columns of candidates have no place for. */
export interface OfferColumns {
  status: (record: number) => string
  yearsAsked: (record: number) => number | null
}

/** The records a filter lets pass, as ones in `mask`. `today` is `YYYY-MM-DD`. */
export function filterByField(
  field: SearchField,
  index: CandidateIndex,
  wordForms: ReturnType<typeof createWordForms>,
  mask: Uint8Array,
  today: string,
  offers: OfferColumns | null,
): Uint8Array {
  const { columns, size } = index
  const each = (test: (record: number) => boolean): Uint8Array => {
    for (let record = 0; record < size; record += 1)
      if (columns.alive.values[record] === 1 && test(record)) mask[record] = 1
    return mask
  }
  const rows = (first: { values: Int32Array }, all: { size: number }, record: number): [number, number] => [
    first.values[record]!,
    record + 1 < size ? first.values[record + 1]! : all.size,
  ]
  switch (field.field) {
    case 'skill':
      return withConcepts(field.text, byWords(field.text, places.skill | places.body | places.title))
    case 'title':
      return withOccupation(field.text, byWords(field.text, places.title))
    case 'company':
      return byWords(field.text, places.organisation)
    case 'school':
      return byWords(field.text, places.school)
    case 'years': {
      if (offers) return each((record) => (offers.yearsAsked(record) ?? 0) <= field.atLeast)
      const isTitle = titlesOf(field.occupation)
      const now = monthIndex(today.slice(0, 7), 'end') ?? 0
      return each((record) => {
        const [from, to] = rows(columns.firstJob, columns.jobTitle, record)
        const spans: { from: number; to: number }[] = []
        for (let job = from; job < to; job += 1) {
          const begun = columns.jobFrom.values[job]!
          if (begun < 0 || !isTitle(columns.jobTitle.values[job]!)) continue
          const ended = columns.jobTo.values[job]!
          const until = ended === presentMonth ? now : Math.min(ended, now)
          if (until >= begun) spans.push({ from: begun, to: until })
        }
        return spans.length > 0 && monthsCovered(spans) >= field.atLeast * 12
      })
    }
    case 'place': {
      const code = /\b\d{2,5}\b/.exec(field.text)?.[0] ?? ''
      const key = nameKey(field.text)
      const spot = placeOf({ city: field.text, postalCode: code, country: '' })
      const cities = new Set<number>()
      if (key !== '')
        for (let city = 0; city < index.cities.size; city += 1) if (index.cities.get(city) === key) cities.add(city)
      const reach = Math.max(sameTownKm, field.km)
      return each((record) => {
        if (cities.has(columns.city.values[record]!)) return true
        const lat = columns.lat.values[record]!
        return (
          spot !== null && !Number.isNaN(lat) && kilometres(spot, { lat, lon: columns.lon.values[record]! }) <= reach
        )
      })
    }
    case 'availability': {
      const day = dayNumber(field.before)
      const now = dayNumber(today) ?? 0
      return day === null ? mask : each((record) => canStartBy(index, record, day, now))
    }
    case 'contract': {
      const bit = 1 << contractKinds.indexOf(field.contract)
      return each((record) => (columns.contracts.values[record]! & bit) !== 0)
    }
    case 'language': {
      const wanted = field.level === '' ? 0 : Math.min(6, levels.indexOf(field.level) + 1)
      const code = index.languageCodes.find(languagesNamed(fold(field.code))[0]?.code ?? fold(field.code))
      return code < 0
        ? mask
        : each((record) => {
            const [from, to] = rows(columns.firstLanguage, columns.language, record)
            for (let at = from; at < to; at += 1)
              if (columns.language.values[at] === code && columns.languageLevel.values[at]! >= wanted * 2) return true
            return false
          })
    }
    case 'tag': {
      const tag = index.tagNames.find(fold(field.text.trim()))
      return tag < 0
        ? mask
        : each((record) => {
            const [from, to] = rows(columns.firstTag, columns.tag, record)
            for (let at = from; at < to; at += 1) if (columns.tag.values[at] === tag) return true
            return false
          })
    }
    case 'stage': {
      const stage = stages.indexOf(field.stage)
      const offer = field.offerId === undefined ? -2 : index.offerIds.find(field.offerId)
      return each((record) => {
        const [from, to] = rows(columns.firstStage, columns.stage, record)
        for (let at = from; at < to; at += 1)
          if (columns.stage.values[at] === stage && (offer === -2 || columns.stageOffer.values[at] === offer))
            return true
        return false
      })
    }
    case 'lastContact': {
      const before = field.before === undefined ? Number.POSITIVE_INFINITY : Date.parse(field.before)
      const after = field.after === undefined ? Number.NEGATIVE_INFINITY : Date.parse(field.after)
      return each((record) => {
        const at = columns.contactAt.values[record]!
        if (field.never) return at === 0
        // Who was never contacted was not contacted since, whatever the day.
        return at === 0 ? field.after === undefined && field.before !== undefined : at < before && at >= after
      })
    }
    case 'source':
      return each((record) => (columns.flags.values[record]! & sourceBit(field.source)) !== 0)
    case 'has':
      return each((record) => (columns.flags.values[record]! & hasBits[field.what]) !== 0)
    case 'status':
      return offers ? each((record) => offers.status(record) === field.status) : mask
  }

  /** Records that hold every word of a text in one of these places. */
  function byWords(text: string, within: number): Uint8Array {
    const tokens = tokensOf(text)
    if (tokens.length === 0) return mask
    const met = new Uint8Array(size)
    tokens.forEach(({ word, stem }, at) => {
      for (const { number, via } of wordForms.of(word, stem, { prefix: false, loose: false })) {
        if (via === 'typo' && within === places.organisation && word.length < 6) continue
        for (const run of index.runs())
          run.visit(wordTerm(number), (record, where) => {
            if ((where & within) !== 0 && met[record] === at) met[record] = at + 1
          })
      }
    })
    return each((record) => met[record] === tokens.length)
  }
  /** And those who hold all that the text names in the lexicon, whatever their words. */
  function withConcepts(text: string, found: Uint8Array): Uint8Array {
    const tokens = tokensOf(text)
    const hits = findConcepts(tokens)
    const covered = new Set(hits.flatMap(({ tokens: used }) => used))
    if (hits.length === 0 || covered.size < tokens.length) return found
    const count = new Uint8Array(size)
    hits.forEach(({ concept }, at) => {
      for (const run of index.runs())
        run.visit(conceptTerm(concept), (record) => {
          if (count[record] === at) count[record] = at + 1
        })
    })
    return each((record) => count[record] === hits.length)
  }
  function withOccupation(text: string, found: Uint8Array): Uint8Array {
    const tokens = tokensOf(text)
    const { occupation, covered } = occupationIn(tokens)
    if (!occupation || covered.length < tokens.length) return found
    const isTitle = (title: number) => columns.titleOccupation.values[title] === occupation.index
    return each((record) => {
      const [from, to] = rows(columns.firstJob, columns.jobTitle, record)
      for (let job = from; job < to; job += 1) if (isTitle(columns.jobTitle.values[job]!)) return true
      return false
    })
  }
  /** Which titles name an occupation given in words; all of them for ''. */
  function titlesOf(text: string): (title: number) => boolean {
    if (text.trim() === '') return () => true
    const tokens = tokensOf(text)
    const { occupation } = occupationIn(tokens)
    if (occupation) return (title) => columns.titleOccupation.values[title] === occupation.index
    const known = new Map<number, boolean>()
    return (title) => {
      let is = known.get(title)
      if (is === undefined) {
        const own = new Set(tokensOf(index.titles.get(title)).map(({ stem }) => stem))
        known.set(title, (is = tokens.every(({ stem }) => own.has(stem))))
      }
      return is
    }
  }
}
