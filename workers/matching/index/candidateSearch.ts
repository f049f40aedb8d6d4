import type { FoundRow, SearchAnswer, SearchOptions, SearchQuery, SearchSort } from '../../../src/model/searchQuery.ts'
import { defaultAlpha } from '../../../src/model/searchQuery.ts'
import { words as foldedWords } from '../../../src/kit/fold.ts'
import type { Passage, ProfileReading } from '../readProfile.ts'
import { findConcepts } from '../lexicon/lexicon.ts'
import { smallVector, type SmallVector, type Vocabulary } from '../vocabulary.ts'
import { type CandidateIndex, wordTerm } from './candidateIndex.ts'
import { filterByField, type OfferColumns } from './fieldFilters.ts'
import { places } from './postings.ts'
import { createScratch, occupationIn, type QueryTerm, readRun, type Scratch, tokensOf, viaOf } from './queryTerms.ts'
import type { VectorTable } from './vectorTable.ts'
import { createWordForms } from './wordForms.ts'

/** Cosine from which people whom the words do not find may be listed as near in meaning. */
const nearFrom = 0.35
/** All skills in common say this much beside the titles. */
const sharedWorth = 0.25
/** A job long past says less of what somebody does. */
const olderWorth = 0.85
/** A word in a phrase stands as far from the last as in the query, give or take. */
const phraseSlack = 1

type Word = Extract<SearchQuery, { type: 'word' }>

/** Searching an index. Nothing is kept between two searches but what typing the next letter uses again. */
export function createCandidateSearch(
  index: CandidateIndex,
  vocabulary: Vocabulary,
  offers: OfferColumns | null = null,
) {
  const wordForms = createWordForms(vocabulary, (word) => index.columns.holders.values[word] ?? 0)
  let scratch: Scratch = createScratch(0)
  let scratchSize = -1

  const begin = (): void => {
    if (scratchSize !== index.size) {
      scratchSize = index.size
      scratch = createScratch(index.size)
    }
    scratch.reset()
  }

  /** Records a node lets pass, as ones; the words it asks, outside of any `not`, are added to `terms`. */
  const pass = (node: SearchQuery, terms: QueryTerm[] | null, today: string): Uint8Array => {
    const mask = scratch.mask()
    switch (node.type) {
      case 'all':
        return mask.fill(1)
      case 'word':
        return passRun([node], terms, mask)
      case 'phrase':
        return passPhrase(node.text, terms, mask)
      case 'field':
        return filterByField(node, index, wordForms, mask, today, offers)
      case 'not': {
        const inner = pass(node.of, null, today)
        for (let record = 0, { size } = index; record < size; record += 1) mask[record] = inner[record]! ^ 1
        return mask
      }
      case 'or': {
        for (const child of node.of) {
          const inner = pass(child, terms, today)
          for (let record = 0, { size } = index; record < size; record += 1) mask[record]! |= inner[record]!
        }
        return mask
      }
      case 'and': {
        mask.fill(1)
        const run = node.of.filter((child): child is Word => child.type === 'word')
        if (run.length > 0) passRun(run, terms, mask)
        for (const child of node.of) {
          if (child.type === 'word') continue
          const inner = pass(child, terms, today)
          for (let record = 0, { size } = index; record < size; record += 1) mask[record]! &= inner[record]!
        }
        return mask
      }
    }
  }

  /** Words that stand together must all be met; they may name one thing together. */
  const passRun = (run: readonly Word[], terms: QueryTerm[] | null, mask: Uint8Array): Uint8Array => {
    const tokens = run.flatMap(({ text, prefix = false }) => {
      const own = tokensOf(text)
      return own.map((token, at) => ({ ...token, prefix: prefix && at === own.length - 1 }))
    })
    const read = readRun(tokens, index, wordForms, scratch, { loose: terms !== null })
    const { size } = index
    if (tokens.length > 0) mask.set(index.columns.alive.values.subarray(0, size))
    for (const { worth } of read)
      for (let record = 0; record < size; record += 1) if (!(worth[record]! > 0)) mask[record] = 0
    terms?.push(...read)
    return mask
  }

  const passPhrase = (text: string, terms: QueryTerm[] | null, mask: Uint8Array): Uint8Array => {
    const tokens = tokensOf(text)
    if (tokens.length === 0) return mask
    const numbers = tokens.map(({ word }) => vocabulary.find(word))
    const inName = foldedWords(text).join(' ')
    const met = new Uint8Array(index.size)
    const named = new Uint8Array(index.size)
    numbers.forEach((number, at) => {
      if (number < 0) return
      for (const run of index.runs())
        run.visit(wordTerm(number), (record, where) => {
          if (met[record] === at) met[record] = at + 1
          if ((where & places.name) !== 0 && named[record] === at) named[record] = at + 1
        })
    })
    const term: QueryTerm = {
      text,
      rarity: 4 * tokens.length,
      worth: scratch.worth(),
      form: scratch.form(),
      forms: [],
      concept: 'phrase',
    }
    for (let record = 0, { size } = index; record < size; record += 1) {
      if (met[record] !== tokens.length || index.columns.alive.values[record] === 0) continue
      const isNamed =
        named[record] === tokens.length && ` ${index.names.get(index.columns.name.values[record]!)} `.includes(inName)
      if (!isNamed && !index.reading(record, false).passages.some((passage) => phraseAt(passage, numbers, tokens) >= 0))
        continue
      mask[record] = 1
      term.worth[record] = isNamed ? 2 : 1
    }
    terms?.push(term)
    return mask
  }

  /** The meaning of what is asked, all words outside of filters and denials together. */
  const meaningOf = (query: SearchQuery): SmallVector | null => {
    const text = wordsIn(query).join(' ')
    return text === '' ? null : smallVector(vocabulary.model, text)
  }

  /** By record, of those found or of all: how near its career, or one of its job titles, is to a meaning. */
  const nearnessTo = (asked: SmallVector, found: Int32Array | null): Float32Array => {
    const near = scratch.worth()
    vocabulary.embedTexts()
    const byTitle = new Float32Array(index.titles.size)
    cosines(vocabulary.textVectors, asked, byTitle)
    cosines(index.vectors, asked, near)
    const { size } = index
    const [firstJobs, jobTitle] = [index.columns.firstJob.values, index.columns.jobTitle.values]
    const jobCount = index.columns.jobTitle.size
    const count = found ? found.length : size
    for (let at = 0; at < count; at += 1) {
      const record = found ? found[at]! : at
      const first = firstJobs[record]!
      const end = record + 1 < size ? firstJobs[record + 1]! : jobCount
      let best = 0
      for (let job = first; job < end; job += 1) {
        const own = byTitle[jobTitle[job]!]! * (job - first < 3 ? 1 : olderWorth)
        if (own > best) best = own
      }
      if (best > near[record]!) near[record] = best
    }
    return near
  }

  const find = (query: SearchQuery, options: SearchOptions): SearchAnswer => {
    const begun = performance.now()
    begin()
    const { limit, offset, alpha = defaultAlpha, sort, explainTerms, near: nearMost = 0 } = options
    const today = options.today ?? new Date().toISOString().slice(0, 10)
    const terms: QueryTerm[] = []
    const mask = pass(query, terms, today)
    const asked = meaningOf(query)
    const { alive } = index.columns
    const isAlive = alive.values
    let count = 0
    for (let record = 0, { size } = index; record < size; record += 1)
      if (mask[record] !== 0 && isAlive[record] !== 0) count += 1
    const found = new Int32Array(count)
    count = 0
    for (let record = 0, { size } = index; record < size; record += 1)
      if (mask[record] !== 0 && isAlive[record] !== 0) found[count++] = record
    const lexical = scratch.worth()
    const sums = new Float64Array(found.length)
    for (const { worth, rarity } of terms)
      for (let at = 0; at < found.length; at += 1) sums[at] = sums[at]! + worth[found[at]!]! * rarity
    for (let at = 0; at < found.length; at += 1) lexical[found[at]!] = sums[at]!
    const meaning = asked && vocabulary.model ? nearnessTo(asked, nearMost === 0 ? found : null) : null
    const lexicalOf = relativeTo(found, lexical)
    const meaningRank = meaning ? relativeTo(found, meaning) : () => 0
    const share = meaning ? alpha : 0
    const scoreOf = (record: number) => share * meaningRank(record) + (1 - share) * lexicalOf(record)
    const ordered =
      sort === 'relevance'
        ? best(found, scoreOf, offset + limit, index)
        : sorted(found, sort, index, today, offset + limit)
    const page = ordered
      .slice(offset, offset + limit)
      .map((record) =>
        rowOf(
          record,
          { near: false, score: scoreOf(record), semantic: meaningRank(record), lexical: lexicalOf(record) },
          terms,
          explainTerms,
        ),
      )
    const wanted = Math.min(nearMost, Math.max(0, offset + limit - found.length))
    if (meaning && wanted > 0 && terms.length > 0) {
      const others: number[] = []
      const may = pass(withoutWords(query), null, today)
      for (let record = 0, { size } = index; record < size; record += 1)
        if (mask[record] === 0 && alive.values[record] === 1 && may[record] === 1 && meaning[record]! >= nearFrom)
          others.push(record)
      const list = Int32Array.from(others)
      const first = Math.max(0, offset - found.length)
      for (const record of best(list, (one) => meaning[one]!, first + wanted, index).slice(first))
        page.push(rowOf(record, { near: true, score: 0, semantic: meaning[record]!, lexical: 0 }, terms, explainTerms))
    }
    return { total: found.length, ms: performance.now() - begun, found: page }
  }

  const rowOf = (
    record: number,
    ranked: Pick<FoundRow, 'near' | 'score' | 'semantic' | 'lexical'>,
    terms: readonly QueryTerm[],
    explainTerms: boolean,
  ): FoundRow => {
    const quoted = terms.length === 0 ? null : quoteFrom(index.reading(record), terms)
    const points = (term: QueryTerm) => term.worth[record]! * term.rarity
    const whole = terms.reduce((sum, term) => sum + points(term), 0)
    return {
      id: index.idOf(record),
      ...ranked,
      terms: explainTerms
        ? terms.flatMap((term) => {
            if (term.worth[record] === 0) return []
            const { met, via, number } = viaOf(term, record)
            const word = number >= 0 ? vocabulary.word(number) : met
            return [{ term: term.text, met: word, points: (ranked.lexical * points(term)) / whole, via: term.concept === 'phrase' ? ('word' as const) : via }] // prettier-ignore
          })
        : [],
      quote: quoted?.passage.text ?? '',
      line: quoted?.passage.line ?? -1,
      marks: quoted?.marks ?? [],
    }
  }

  /** The passage that answers best: most words, the rare ones first, of a job before a list. */
  const quoteFrom = (reading: ProfileReading, terms: readonly QueryTerm[]) => {
    const values = terms.map((term) => new Map(term.forms.map(({ number, value }) => [number, value])))
    const phrases = terms.map((term) => (term.concept === 'phrase' ? tokensOf(term.text) : null))
    const named = terms.flatMap((term) => (term.concept === 'phrase' ? [] : [term.text]))
    const { occupation } = occupationIn(tokensOf(named.join(' ')))
    const concepts = new Set(findConcepts(tokensOf(named.join(' '))).map(({ concept }) => concept))
    let chosen: Passage | null = null
    let most = 0
    for (const passage of reading.passages) {
      let worth = 0
      for (let at = 0; at < terms.length; at += 1) {
        const phrase = phrases[at]
        let value = 0
        if (phrase)
          value =
            phraseAt(
              passage,
              phrase.map(({ word }) => vocabulary.find(word)),
              phrase,
            ) >= 0
              ? 2
              : 0
        else for (const word of passage.words) value = Math.max(value, values[at]!.get(word) ?? 0)
        worth += value * terms[at]!.rarity
      }
      if (passage.concepts.some((concept) => concepts.has(concept))) worth += 3
      if (
        passage.head &&
        occupation &&
        passage.job >= 0 &&
        reading.jobs[passage.job]!.reading.occupation?.id === occupation.id
      )
        worth += 2
      if (passage.job >= 0) worth *= 1.15
      if (worth > most) {
        most = worth
        chosen = passage
      }
    }
    if (!chosen) return null
    const passage = chosen
    const marks: { start: number; end: number }[] = []
    passage.words.forEach((word, at) => {
      const isMet =
        values.some((forms) => forms.has(word)) ||
        phrases.some((phrase) => phrase?.some((token) => token.word === vocabulary.word(word)))
      if (isMet)
        marks.push({ start: passage.wordStarts[at]! - passage.start, end: passage.wordEnds[at]! - passage.start })
    })
    return { passage, marks }
  }

  return {
    find,
    count(query: SearchQuery, today = new Date().toISOString().slice(0, 10)): number {
      begin()
      const mask = pass(query, [], today)
      let count = 0
      for (let record = 0, { size } = index; record < size; record += 1)
        if (mask[record] !== 0 && index.columns.alive.values[record] !== 0) count += 1
      return count
    },
    /**
     * People whose careers are nearest to one's: by the vector of the career, a job of the same occupation before.
     * `shared` says what else another record has in common with it, 0 to 1.
     */
    like(id: string, limit: number, shared: (other: string) => number = () => 0): SearchAnswer {
      const begun = performance.now()
      const own = index.recordOf(id)
      if (own === undefined) return { total: 0, ms: 0, found: [] }
      begin()
      const hasVector = index.vectors !== null && index.vectors.length(own) > 0
      const near = hasVector ? nearnessOfVector(index, own) : new Float32Array(index.size)
      const sameOccupation = hasVector ? 0.1 : 0.4
      const occupationsOwn = new Set(occupationsOf(index, own))
      const others: number[] = []
      for (let record = 0, { size } = index; record < size; record += 1) {
        if (record === own || index.columns.alive.values[record] === 0) continue
        if (occupationsOf(index, record).some((occupation) => occupationsOwn.has(occupation)))
          near[record] = near[record]! + sameOccupation
        near[record] = near[record]! + sharedWorth * shared(index.idOf(record))
        if (near[record]! >= nearFrom) others.push(record)
      }
      const found = best(Int32Array.from(others), (record) => near[record]!, limit, index).map((record) =>
        rowOf(
          record,
          { near: true, score: Math.min(1, near[record]!), semantic: Math.min(1, near[record]!), lexical: 0 },
          [],
          false,
        ),
      )
      return { total: others.length, ms: performance.now() - begun, found }
    },
    /** A soft search: people who meet a good part of the words, best first. */
    loosely(
      text: string,
      limit: number,
    ): { id: string; score: number; line: number; quote: string; marks: { start: number; end: number }[] }[] {
      const tokens = tokensOf(text).map((token) => ({ ...token, prefix: token.word.length >= 3 }))
      if (tokens.length === 0 || limit <= 0) return []
      begin()
      const terms = readRun(tokens, index, wordForms, scratch, { loose: true })
      const score = scratch.worth()
      const found: number[] = []
      for (let record = 0, { size } = index; record < size; record += 1) {
        if (index.columns.alive.values[record] === 0) continue
        let sum = 0
        let covered = 0
        for (const { worth, rarity } of terms) {
          sum += worth[record]! * rarity
          if (worth[record]! > 0) covered += 1
        }
        if (sum <= 0 || covered / tokens.length < 0.34) continue
        score[record] = sum * (0.5 + (0.5 * covered) / tokens.length)
        found.push(record)
      }
      return best(Int32Array.from(found), (record) => score[record]!, limit, index).map((record) => {
        const { quote, line, marks } = rowOf(record, { near: false, score: 0, semantic: 0, lexical: 0 }, terms, false)
        return { id: index.idOf(record), score: score[record]!, quote, line, marks }
      })
    },
    sizeBytes: () => wordForms.sizeBytes(),
  }
}

/** Words and phrases that a record should be found by, denials and filters but those of titles and skills left out. */
function wordsIn(query: SearchQuery): string[] {
  switch (query.type) {
    case 'word':
    case 'phrase':
      return [query.text]
    case 'and':
    case 'or':
      return query.of.flatMap(wordsIn)
    case 'field':
      return query.field === 'title' || query.field === 'skill' ? [query.text] : []
    default:
      return []
  }
}

/** The query with its words met by everyone: what still decides when only the meaning is asked. */
function withoutWords(query: SearchQuery): SearchQuery {
  switch (query.type) {
    case 'word':
      return { type: 'all' }
    case 'and':
    case 'or':
      return { type: query.type, of: query.of.map(withoutWords) }
    default:
      return query
  }
}

/** Where a phrase begins among the words of a passage, -1 when it does not stand there. */
function phraseAt(
  passage: Passage,
  numbers: readonly number[],
  tokens: readonly { start: number; end: number }[],
): number {
  const { words, wordStarts, wordEnds } = passage
  for (let first = 0; first + numbers.length <= words.length; first += 1) {
    let at = 0
    while (at < numbers.length && words[first + at] === numbers[at]) {
      if (at > 0) {
        const gap = wordStarts[first + at]! - wordEnds[first + at - 1]!
        if (Math.abs(gap - (tokens[at]!.start - tokens[at - 1]!.end)) > phraseSlack) break
      }
      at += 1
    }
    if (at === numbers.length) return first
  }
  return -1
}

/** Puts the cosine of each row with what is asked into its place; rows of zeros are left alone. */
function cosines(table: VectorTable | null, asked: SmallVector, into: Float32Array): void {
  if (!table) return
  const lengths = table.lengths()
  table.scan(asked.numbers, (first, products, count) => {
    for (let at = 0; at < count; at += 1) {
      const length = lengths[first + at]!
      if (length > 0) into[first + at] = products[at]! / (asked.length * length)
    }
  })
}

/** A measure relative to the best and worst of those found, in [0,1]; all alike are all best. */
function relativeTo(found: Int32Array, measure: Float32Array): (record: number) => number {
  let least = Number.POSITIVE_INFINITY
  let most = Number.NEGATIVE_INFINITY
  for (const record of found) {
    least = Math.min(least, measure[record]!)
    most = Math.max(most, measure[record]!)
  }
  return (record) => (most > least ? (measure[record]! - least) / (most - least) : 1)
}

/** The first so many by a measure, the highest first, ties by id: a heap, since most of those found are never shown. */
function best(found: Int32Array, measure: (record: number) => number, count: number, index: CandidateIndex): number[] {
  const isBefore = (a: number, b: number): boolean => {
    const difference = values.get(a)! - values.get(b)!
    return difference > 0 || (difference === 0 && index.idOf(a) < index.idOf(b))
  }
  const values = new Map<number, number>()
  let floor = Number.NEGATIVE_INFINITY
  let kept: number[] = []
  const trim = () => {
    kept.sort((a, b) => (isBefore(a, b) ? -1 : 1))
    for (const dropped of kept.slice(count)) values.delete(dropped)
    kept = kept.slice(0, count)
    if (kept.length === count && count > 0) floor = values.get(kept[count - 1]!)!
  }
  for (const record of found) {
    const value = measure(record)
    if (value < floor) continue
    values.set(record, value)
    kept.push(record)
    if (kept.length >= count * 2 + 64) trim()
  }
  trim()
  return kept
}

function sorted(found: Int32Array, sort: SearchSort, index: CandidateIndex, today: string, count: number): number[] {
  const { columns } = index
  const byNumber = (values: ArrayLike<number>, way: 1 | -1) => (a: number, b: number) => way * (values[a]! - values[b]!)
  const name = (record: number) => index.names.get(columns.name.values[record]!)
  const order = ((): ((a: number, b: number) => number) => {
    switch (sort) {
      case 'name':
        return (a, b) => (name(a) < name(b) ? -1 : name(a) > name(b) ? 1 : 0)
      case 'created':
        return byNumber(columns.createdAt.values, -1)
      case 'updated':
        return byNumber(columns.updatedAt.values, -1)
      case 'lastContact':
        return byNumber(columns.contactAt.values, -1)
      case 'availability': {
        const days = new Map<number, number>()
        for (const record of found) days.set(record, index.startDay(record, today))
        return (a, b) => days.get(a)! - days.get(b)!
      }
      case 'years': {
        const months = new Map<number, number>()
        for (const record of found) months.set(record, index.monthsOfWork(record, today))
        return (a, b) => months.get(b)! - months.get(a)!
      }
      default:
        return () => 0
    }
  })()
  return [...found].sort((a, b) => order(a, b) || (index.idOf(a) < index.idOf(b) ? -1 : 1)).slice(0, count)
}

function occupationsOf(index: CandidateIndex, record: number): number[] {
  const { firstJob, jobTitle, titleOccupation } = index.columns
  const end = record + 1 < index.size ? firstJob.values[record + 1]! : jobTitle.size
  const found: number[] = []
  for (let job = firstJob.values[record]!; job < end; job += 1) {
    const occupation = titleOccupation.values[jobTitle.values[job]!]!
    if (occupation >= 0) found.push(occupation)
  }
  return found
}

function nearnessOfVector(index: CandidateIndex, own: number): Float32Array {
  const near = new Float32Array(index.size)
  const vectors = index.vectors!
  const numbers = vectors.row(own).slice()
  const length = vectors.length(own)
  vectors.scan(numbers, (first, products, count) => {
    for (let at = 0; at < count; at += 1) {
      const other = vectors.length(first + at)
      if (other > 0) near[first + at] = products[at]! / (length * other)
    }
  })
  return near
}
