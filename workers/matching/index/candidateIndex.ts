import { monthIndex, monthsCovered } from '../../../src/kit/month.ts'
import { type ContractKind, contractKinds } from '../../../src/model/candidate.ts'
import { stages } from '../../../src/model/application.ts'
import { type CandidateFacts, searchSources } from '../../../src/model/searchQuery.ts'
import { fold } from '../../../src/kit/fold.ts'
import { readTitle } from '../lexicon/lexicon.ts'
import { nameKey, placeOf } from '../places.ts'
import { looseTitle } from '../titleNearness.ts'
import { type ProfileReading, says } from '../readProfile.ts'
import { wordsOf } from '../tokens.ts'
import type { Vocabulary } from '../vocabulary.ts'
import { createColumn } from './columns.ts'
import {
  type ExtraWord,
  type PackedHead,
  packProfile,
  unpackHead,
  unpackProfile,
  visitPassages,
} from './packProfile.ts'
import type { PartReader, PartWriter } from './parts.ts'
import { makePostings, places, type PostingRun, readPostings, type RecordTerms } from './postings.ts'
import type { RecordStore } from './recordStore.ts'
import { createStringTable } from './stringTable.ts'
import { createVectorTable } from './vectorTable.ts'

/** Records of a run of postings. A run is made again only while it fills, so this is what an edit costs at most. */
const runRecords = 4096
/** Readings kept unpacked: what a screen looks at now. */
const keptReadings = 300

/** `present` as a month. */
export const presentMonth = 0x7fffffff
/** Days since 1970 of `YYYY-MM-DD` or `YYYY-MM`; null when it names no day. */
export function dayNumber(day: string): number | null {
  const ms = Date.parse(day)
  return Number.isNaN(ms) ? null : Math.floor(ms / 86_400_000)
}
const unknownDay = -0x7fffffff
const freeNow = -0x7ffffffe
/** Of a text that is no title here. */
const notRead = -2

/** The term of a word in the postings. */
export const wordTerm = (word: number): number => word * 2
/** The term of a concept of the lexicon that a record does not deny. */
export const conceptTerm = (concept: number): number => concept * 2 + 1

export const hasBits = { email: 1, phone: 2, cv: 4 } as const
const sourceShift = 3

const float64 = (length: number) => new Float64Array(length)
const float32 = (length: number) => new Float32Array(length)
const int32 = (length: number) => new Int32Array(length)
const uint16 = (length: number) => new Uint16Array(length)
const uint8 = (length: number) => new Uint8Array(length)

/**
 * Everything search and ranking compute with, in typed arrays; a record is a number, given in the order they came and
 * never again. A changed candidate is a new record, the old one is struck out.
 */
export function createCandidateIndex(vocabulary: Vocabulary, records: RecordStore) {
  const recordOf = new Map<string, number>()
  const ids: string[] = []
  const names = createStringTable()
  const titles = vocabulary.texts
  const languageCodes = createStringTable()
  const tagNames = createStringTable()
  const offerIds = createStringTable()
  const cities = createStringTable()
  const vectors = vocabulary.model && createVectorTable(vocabulary.model.dimensions)
  const noVector = new Int8Array(vocabulary.model?.dimensions ?? 0)

  const columns = {
    alive: createColumn(uint8),
    place: createColumn(float64),
    version: createColumn(float64),
    words: createColumn(uint16),
    name: createColumn(int32),
    city: createColumn(int32),
    lat: createColumn(float32),
    lon: createColumn(float32),
    available: createColumn(int32),
    notice: createColumn(int32),
    contracts: createColumn(uint16),
    flags: createColumn(uint8),
    contactAt: createColumn(float64),
    createdAt: createColumn(float64),
    updatedAt: createColumn(float64),
    /** Where a record's rows begin in the lists below; they end where the next record's begin. */
    firstJob: createColumn(int32),
    firstLanguage: createColumn(int32),
    firstTag: createColumn(int32),
    firstStage: createColumn(int32),
    jobTitle: createColumn(int32),
    jobFrom: createColumn(int32),
    jobTo: createColumn(int32),
    language: createColumn(uint16),
    languageLevel: createColumn(uint8),
    tag: createColumn(int32),
    stage: createColumn(uint8),
    stageOffer: createColumn(int32),
    /** By title: the number of the occupation it names, -1 for none. */
    titleOccupation: createColumn(int32),
    /** By title: 1 when the occupation it names explains little of it. */
    titleIsLoose: createColumn(uint8),
    /** By vocabulary number: live records that hold the word. */
    holders: createColumn(int32),
  }
  const runs: PostingRun[] = []
  /** By occupation: records with a job of it, each once, struck out ones among them. */
  const byOccupation: (number[] | undefined)[] = []
  let norms = new Float64Array(0)
  let normsAt = -1
  let tail: RecordTerms[] = []
  let tailRun: PostingRun | null = null
  let live = 0
  let liveWords = 0
  let change = 0
  const readings = new Map<number, ProfileReading>()
  let where = new Uint8Array(4096)

  /** The terms of a packed record with where each stands. */
  const termsOf = (evidence: Uint8Array, head: PackedHead): { terms: RecordTerms; words: number } => {
    if (where.length < vocabulary.size) where = new Uint8Array(vocabulary.size * 2)
    const words: number[] = []
    const concepts = new Map<number, number>()
    const add = (word: number, place: number) => {
      if (where[word] === 0) words.push(word)
      where[word]! |= place
    }
    for (const { word, places: place } of head.extraWords) add(word, place)
    let place: number = places.body
    let isDenied = false
    visitPassages(evidence, head, {
      passage: (section, isHead, said, job) => {
        isDenied = (said & says.denied) !== 0
        place = isHead
          ? section === 'education'
            ? places.school
            : places.organisation
          : job < 0 && (section === 'skills' || section === 'languages')
            ? places.skill
            : places.body
      },
      word: (word, isTitle) => add(word, isTitle ? places.title : place),
      concept: (concept) => {
        if (!isDenied) concepts.set(concept, (concepts.get(concept) ?? 0) | place)
      },
    })
    const terms = new Int32Array(words.length + concepts.size)
    const found = new Uint8Array(terms.length)
    words.forEach((word, at) => {
      terms[at] = wordTerm(word)
      found[at] = where[word]!
      where[word] = 0
    })
    let at = words.length
    for (const [concept, stands] of concepts) {
      terms[at] = conceptTerm(concept)
      found[at] = stands
      at += 1
    }
    return { terms: { terms, places: found }, words: words.length }
  }

  const countHolders = ({ terms }: RecordTerms, by: number) => {
    const { holders } = columns
    while (holders.size < vocabulary.size) holders.push(0)
    for (const term of terms) if ((term & 1) === 0) holders.values[term >> 1] = holders.values[term >> 1]! + by
  }

  const strike = (record: number) => {
    const place = columns.place.values[record]!
    const evidence = records.evidence(place)
    countHolders(termsOf(evidence, unpackHead(evidence)).terms, -1)
    records.drop(place)
    columns.alive.values[record] = 0
    liveWords -= columns.words.values[record]!
    live -= 1
    recordOf.delete(ids[record]!)
    ids[record] = ''
    readings.delete(record)
    change += 1
  }

  const holdOccupation = (record: number, occupation: number): void => {
    if (occupation < 0) return
    const known = (byOccupation[occupation] ??= [])
    if (known.at(-1) !== record) known.push(record)
  }

  /** Files a record that is kept at `place`; an earlier one of the same candidate is struck out. */
  const file = (id: string, version: number, place: number, evidence: Uint8Array) => {
    const head = unpackHead(evidence)
    const { facts, profileFacts } = head
    const earlier = recordOf.get(id)
    if (earlier !== undefined) strike(earlier)
    const { terms, words } = termsOf(evidence, head)
    countHolders(terms, 1)
    const record = ids.push(id) - 1
    recordOf.set(id, record)
    columns.alive.push(1)
    columns.place.push(place)
    columns.version.push(version)
    columns.words.push(Math.min(65_535, words))
    columns.name.push(names.intern(fold(facts?.fullName ?? '')))
    const spot = profileFacts.city === '' && profileFacts.postalCode === '' ? null : placeOf(profileFacts)
    columns.city.push(cities.intern(nameKey(profileFacts.city)))
    columns.lat.push(spot?.lat ?? Number.NaN)
    columns.lon.push(spot?.lon ?? Number.NaN)
    columns.available.push(facts?.isFree ? freeNow : (dayNumber(profileFacts.availableFrom) ?? unknownDay))
    columns.notice.push(facts?.noticeDays ?? -1)
    let contracts = 0
    for (const contract of profileFacts.contracts) contracts |= 1 << contractKinds.indexOf(contract as ContractKind)
    columns.contracts.push(contracts)
    columns.flags.push(facts ? flagsOf(facts) : 0)
    columns.contactAt.push(facts?.lastContactAt ?? 0)
    columns.createdAt.push(facts?.createdAt ?? 0)
    columns.updatedAt.push(facts?.updatedAt ?? 0)
    columns.firstJob.push(columns.jobTitle.size)
    columns.firstLanguage.push(columns.language.size)
    columns.firstTag.push(columns.tag.size)
    columns.firstStage.push(columns.stage.size)
    for (const { title, start, end } of head.jobs) {
      const number = titles.intern(title)
      while (columns.titleOccupation.size <= number) columns.titleOccupation.push(notRead)
      while (columns.titleIsLoose.size <= number) columns.titleIsLoose.push(0)
      if (columns.titleOccupation.values[number] === notRead) {
        const { occupation, covered, stems } = readTitle(title)
        columns.titleOccupation.values[number] = occupation?.index ?? -1
        columns.titleIsLoose.values[number] = covered < looseTitle ? 1 : 0
        // Their words are compared one by one with every offer's: they are embedded now, not while somebody waits.
        if (covered < looseTitle) for (const stem of stems) titles.intern(stem)
      }
      columns.jobTitle.push(number)
      holdOccupation(record, columns.titleOccupation.values[number]!)
      columns.jobFrom.push(monthIndex(start) ?? -1)
      columns.jobTo.push(end === 'present' ? presentMonth : (monthIndex(end || start, 'end') ?? -1))
    }
    for (const { code, level } of head.languages) {
      columns.language.push(languageCodes.intern(code))
      columns.languageLevel.push(Math.round(level * 2))
    }
    for (const tag of facts?.tags ?? []) columns.tag.push(tagNames.intern(fold(tag)))
    for (const { stage, offerId } of facts?.stages ?? []) {
      columns.stage.push(stages.indexOf(stage))
      columns.stageOffer.push(offerIds.intern(offerId))
    }
    vectors?.push(head.vector && head.vector.length === vectors.width ? head.vector : noVector)
    live += 1
    liveWords += words
    change += 1
    tail.push(terms)
    tailRun = null
    if (tail.length === runRecords) {
      runs.push(makePostings(record + 1 - tail.length, tail))
      tail = []
    }
  }

  return {
    columns,
    vectors,
    titles,
    names,
    languageCodes,
    tagNames,
    offerIds,
    cities,
    get live() {
      return live
    },
    /** Records given so far, struck out ones among them. */
    get size() {
      return ids.length
    },
    /** Distinct words of a live record, in the mean. */
    get meanWords() {
      return live === 0 ? 1 : liveWords / live
    },
    /** Grows with everything that changes an answer. */
    get change() {
      return change
    },
    idOf: (record: number): string => ids[record]!,
    recordOf: (id: string): number | undefined => recordOf.get(id),
    ids: (): IterableIterator<string> => recordOf.keys(),
    file,
    /** Packs, keeps and files a candidate that was read. */
    add(reading: ProfileReading, facts: CandidateFacts | null, vector: Int8Array | null, version: number): void {
      const packed = packProfile(reading, facts, facts ? extraWordsOf(facts, vocabulary) : [], vector)
      file(reading.id, version, records.put(reading.id, version, packed.evidence, packed.text), packed.evidence)
    },
    remove(id: string): void {
      const record = recordOf.get(id)
      if (record !== undefined) strike(record)
    },
    /** Calls `visit` with each record that has a job of the occupation. */
    visitOccupation(occupation: number, visit: (record: number) => void): void {
      for (const record of byOccupation[occupation] ?? []) visit(record)
    },
    /** By record: what its length takes from each of its words (the measure of BM25), so that long ones are not favoured. */
    norms(): Float64Array {
      if (normsAt === change) return norms
      normsAt = change
      if (norms.length < ids.length) norms = new Float64Array(Math.ceil(ids.length * 1.2))
      const mean = this.meanWords
      const lengths = columns.words.values
      for (let record = 0; record < ids.length; record += 1)
        norms[record] = 1.2 * (0.75 + 0.25 * (lengths[record]! / mean))
      return norms
    },
    /** The postings, the newest records last. */
    runs(): readonly PostingRun[] {
      if (tail.length === 0) return runs
      tailRun ??= makePostings(ids.length - tail.length, tail)
      return [...runs, tailRun]
    },
    /** The candidate as it was read; `keep` for those that are likely to be asked again. */
    reading(record: number, keep = true): ProfileReading {
      const known = readings.get(record)
      if (known) return known
      const place = columns.place.values[record]!
      const reading = unpackProfile(ids[record]!, records.evidence(place), () => records.text(place))
      if (keep) this.keep(record, reading)
      return reading
    },
    /** Keeps a reading for those who ask next. */
    keep(record: number, reading: ProfileReading): void {
      if (columns.alive.values[record] === 0) return
      if (readings.size >= keptReadings) readings.clear()
      readings.set(record, reading)
    },
    /** The day a record can start, far in the future when nobody knows. */
    startDay(record: number, today: string): number {
      const from = columns.available.values[record]!
      const now = dayNumber(today) ?? 0
      if (from === freeNow) return now
      if (from !== unknownDay) return Math.max(now, from)
      const notice = columns.notice.values[record]!
      return notice < 0 ? 0x7fffffff : now + notice
    },
    /** Months in dated jobs, overlaps counted once. */
    monthsOfWork(record: number, today: string): number {
      const now = monthIndex(today.slice(0, 7), 'end') ?? 0
      const end = record + 1 < ids.length ? columns.firstJob.values[record + 1]! : columns.jobTitle.size
      const spans: { from: number; to: number }[] = []
      for (let job = columns.firstJob.values[record]!; job < end; job += 1) {
        const from = columns.jobFrom.values[job]!
        const to = Math.min(columns.jobTo.values[job]!, now)
        if (from >= 0 && to >= from) spans.push({ from, to })
      }
      return monthsCovered(spans)
    },
    /** Writes everything down but the records and the vocabulary, which are kept beside it. */
    save(writer: PartWriter, offsetOf: (place: number) => number): void {
      writer.text(JSON.stringify(ids))
      writer.number(liveWords)
      writer.numbers(Float64Array.from(ids, (id, record) => (id === '' ? -1 : offsetOf(columns.place.values[record]!))))
      for (const column of Object.values(columns)) writer.numbers(column.values.subarray(0, column.size))
      for (const table of [names, languageCodes, tagNames, offerIds, cities]) table.save(writer)
      if (vectors) writer.numbers(vectors.rows(0, vectors.count))
      writer.number(runs.length)
      for (const run of runs) run.save(writer)
      writer.numbers(Uint32Array.from(tail, ({ terms }) => terms.length))
      for (const { terms, places: found } of tail) {
        writer.numbers(terms)
        writer.numbers(found)
      }
    },
    /** Takes what was saved into an empty index; records that no longer have a place are struck out. */
    load(reader: PartReader, placeAt: (offset: number) => number | undefined): void {
      for (const id of JSON.parse(reader.text()) as string[]) ids.push(id)
      liveWords = reader.number()
      const offsets = reader.numbers(Float64Array)
      for (const column of Object.values(columns)) {
        const make = column.values.constructor as new (buffer: ArrayBuffer) => Float64Array
        column.load(reader.numbers(make) as never)
      }
      for (const table of [names, languageCodes, tagNames, offerIds, cities]) table.load(reader)
      vectors?.load(reader.numbers(Int8Array))
      for (let left = reader.number(); left > 0; left -= 1) runs.push(readPostings(reader))
      for (let left = reader.numbers(Uint32Array).length; left > 0; left -= 1)
        tail.push({ terms: reader.numbers(Int32Array), places: reader.numbers(Uint8Array) })
      const { alive, place, words, holders, firstJob, jobTitle, titleOccupation } = columns
      const struck = new Set<number>()
      for (let record = 0; record < ids.length; record += 1) {
        const kept = alive.values[record] === 1 ? placeAt(offsets[record]!) : undefined
        if (kept !== undefined) {
          place.values[record] = kept
          live += 1
          recordOf.set(ids[record]!, record)
        } else if (alive.values[record] === 1) {
          struck.add(record)
          alive.values[record] = 0
          liveWords -= words.values[record]!
          ids[record] = ''
        }
        const end = record + 1 < ids.length ? firstJob.values[record + 1]! : jobTitle.size
        for (let job = firstJob.values[record]!; job < end; job += 1)
          holdOccupation(record, titleOccupation.values[jobTitle.values[job]!]!)
      }
      // What a dropped record said is no longer in its file: its words are told by the postings.
      if (struck.size > 0)
        for (const run of this.runs())
          run.visitAll((term, record) => {
            if ((term & 1) === 0 && struck.has(record)) holders.values[term >> 1] = holders.values[term >> 1]! - 1
          })
      change += 1
    },
    head: (record: number): PackedHead => unpackHead(records.evidence(columns.place.values[record]!)),
    /** Bytes of the arrays, ids and records in memory included. */
    sizeBytes(): number {
      let bytes = records.sizeBytes() + vocabulary.sizeBytes() + (vectors?.sizeBytes() ?? 0) + ids.length * 120
      for (const column of Object.values(columns)) bytes += column.sizeBytes()
      for (const table of [names, languageCodes, tagNames, offerIds, cities]) bytes += table.sizeBytes()
      for (const run of this.runs()) bytes += run.sizeBytes()
      for (const list of byOccupation) bytes += (list?.length ?? 0) * 4
      bytes += norms.byteLength
      for (const { terms, places: found } of tail) bytes += terms.byteLength + found.byteLength
      return bytes
    },
  }
}
export type CandidateIndex = ReturnType<typeof createCandidateIndex>

const flagsOf = (facts: CandidateFacts): number =>
  (facts.hasEmail ? hasBits.email : 0) |
  (facts.hasPhone ? hasBits.phone : 0) |
  (facts.hasCv ? hasBits.cv : 0) |
  (facts.source === '' ? 0 : 1 << (sourceShift + searchSources.indexOf(facts.source)))

export const sourceBit = (source: (typeof searchSources)[number]): number =>
  1 << (sourceShift + searchSources.indexOf(source))

/** Whether a record can start on that day: by its date, at once, or when its notice given today has run. */
export function canStartBy(index: CandidateIndex, record: number, day: number, today: number): boolean {
  const from = index.columns.available.values[record]!
  if (from === freeNow) return true
  if (from !== unknownDay) return from <= day
  const notice = index.columns.notice.values[record]!
  return notice >= 0 && today + notice <= day
}

function extraWordsOf(facts: CandidateFacts, vocabulary: Vocabulary): ExtraWord[] {
  const extra: ExtraWord[] = []
  const add = (text: string, place: number) => {
    for (const { word } of wordsOf(text)) extra.push({ word: vocabulary.numberOf(word), places: place })
  }
  add(facts.fullName, places.name)
  add(facts.headline, places.title)
  for (const tag of facts.tags) add(tag, places.skill)
  return extra
}
