import type { CandidateProfile, ProfileLine } from '../../../src/model/match.ts'
import { type SectionName, sectionNames as sections } from '../../../src/model/reading.ts'
import type { CandidateFacts } from '../../../src/model/searchQuery.ts'
import { readTitle } from '../lexicon/lexicon.ts'
import { type JobReading, type Passage, type ProfileReading, says, type SpokenLanguage } from '../readProfile.ts'
import { createByteReader, createByteWriter } from './bytes.ts'

/** A candidate read once, in bytes: `evidence` is what ranking and search compute with, `text` what they quote. */
export interface PackedProfile {
  evidence: Uint8Array<ArrayBuffer>
  text: Uint8Array<ArrayBuffer>
}

/** What stands at the head of the evidence: enough to file a candidate without reading its passages. */
export interface PackedHead {
  facts: CandidateFacts | null
  profileFacts: CandidateProfile['facts']
  /** One vector for the career, null without a model. */
  vector: Int8Array | null
  extraWords: ExtraWord[]
  jobs: PackedJob[]
  languages: { code: string; level: number; passage: number }[]
  /** Where the passages begin. */
  passagesAt: number
}

export interface PackedJob {
  title: string
  start: string
  end: string
  line: number
  trainee: boolean
}

const writer = createByteWriter()

/** Of these the judge reads the very words, whoever the offer is for. */
const readAgain = says.denied | says.named

/** A word that search alone may find: of the name, the headline, a tag. */
export interface ExtraWord {
  word: number
  places: number
}

/** Puts a reading into bytes. */
export function packProfile(
  reading: ProfileReading,
  facts: CandidateFacts | null,
  extraWords: readonly ExtraWord[],
  vector: Int8Array | null,
): PackedProfile {
  const { profile, passages, jobs, languages } = reading
  writer.text(facts ? JSON.stringify(facts) : '')
  writer.text(JSON.stringify(profile.facts))
  writer.number(vector?.length ?? 0)
  if (vector) writer.bytes(vector)
  writer.number(extraWords.length)
  for (const extra of extraWords) {
    writer.number(extra.word)
    writer.byte(extra.places)
  }
  writer.number(jobs.length)
  for (const job of jobs) {
    writer.text(job.title)
    writer.text(job.start)
    writer.text(job.end)
    writer.number(job.line)
    writer.byte(job.trainee ? 1 : 0)
  }
  writer.number(languages.length)
  for (const { code, level, passage } of languages) {
    writer.text(code)
    writer.float(level)
    writer.number(passages.indexOf(passage))
  }
  writer.number(passages.length)
  writer.number(passages.reduce((sum, { words }) => sum + words.length, 0))
  for (const passage of passages) {
    writer.number(passage.line)
    writer.number(passage.start)
    writer.number(passage.end - passage.start)
    writer.byte(passage.says)
    writer.byte(sections.indexOf(passage.section) * 2 + (passage.head ? 1 : 0))
    writer.number(passage.job + 1)
    if ((passage.says & readAgain) !== 0) writer.text(passage.text)
    if (passage.head) {
      const [first, count] = titleWords(passage, profile.lines[passage.line]!)
      writer.number(first)
      writer.number(count)
    }
    writer.number(passage.words.length)
    let reached = passage.start
    for (let at = 0; at < passage.words.length; at += 1) {
      writer.number(passage.words[at]!)
      writer.number(passage.wordStarts[at]! - reached)
      writer.number(passage.wordEnds[at]! - passage.wordStarts[at]!)
      reached = passage.wordStarts[at]!
    }
    writer.number(passage.concepts.length)
    for (const concept of passage.concepts) writer.number(concept)
  }
  const evidence = writer.take()
  writer.text(profile.lines.map(({ text }) => text).join(lineEnd))
  writer.text(JSON.stringify(profile.lines.map(restOfLine)))
  return { evidence, text: writer.take() }
}

/** Which words of an entry's first line are its title: the first of them and how many. */
function titleWords({ wordStarts, wordEnds }: Passage, { text, entry }: ProfileLine): [number, number] {
  const from = entry && entry.title !== '' ? text.indexOf(entry.title) : -1
  if (from < 0) return [0, 0]
  const until = from + entry!.title.length
  const first = wordStarts.findIndex((start) => start >= from)
  if (first < 0) return [0, 0]
  let count = 0
  while (first + count < wordEnds.length && wordEnds[first + count]! <= until) count += 1
  return [first, count]
}

/** Parts the lines of a text: no line of a CV holds it. */
const lineEnd = '\u0000'

/** Where a line stands on its page is the record's business: the screen finds it there. */
const restOfLine = ({ section, entryId, entry }: ProfileLine): Omit<ProfileLine, 'text'> => ({
  section,
  ...(entryId === undefined ? {} : { entryId }),
  ...(entry === undefined ? {} : { entry }),
})

function linesOf(text: Uint8Array): ProfileLine[] {
  const reader = createByteReader(text)
  const texts = reader.text().split(lineEnd)
  const rests = JSON.parse(reader.text()) as Omit<ProfileLine, 'text'>[]
  return rests.map((rest, at) => ({ text: texts[at]!, ...rest }))
}

/** The head of a packed candidate. Throws a RangeError or SyntaxError when the bytes are damaged. */
export function unpackHead(evidence: Uint8Array, withFacts = true): PackedHead {
  const reader = createByteReader(evidence)
  const factsText = withFacts ? reader.text() : skip(reader)
  const facts = factsText === '' ? null : (JSON.parse(factsText) as CandidateFacts)
  const profileFacts = JSON.parse(reader.text()) as CandidateProfile['facts']
  const width = reader.number()
  const vector = width === 0 ? null : new Int8Array(reader.bytes(width))
  const extraWords = Array.from({ length: reader.number() }, (): ExtraWord => ({
    word: reader.number(),
    places: reader.byte(),
  }))
  const jobs = Array.from({ length: reader.number() }, (): PackedJob => ({
    title: reader.text(),
    start: reader.text(),
    end: reader.text(),
    line: reader.number(),
    trainee: reader.byte() === 1,
  }))
  const languages = Array.from({ length: reader.number() }, () => ({
    code: reader.text(),
    level: reader.float(),
    passage: reader.number(),
  }))
  return { facts, profileFacts, vector, extraWords, jobs, languages, passagesAt: reader.at() }
}

function skip(reader: ReturnType<typeof createByteReader>): string {
  reader.bytes(reader.number())
  return ''
}

/** Calls `visit` with each word and concept of each passage, without making the passages. A word in a title is told. */
export function visitPassages(
  evidence: Uint8Array,
  head: PackedHead,
  visit: {
    /** `job` is -1 outside of jobs. */
    passage: (section: SectionName, isHead: boolean, says: number, job: number) => void
    word: (word: number, isTitle: boolean) => void
    concept: (concept: number) => void
  },
): void {
  const reader = createByteReader(evidence, head.passagesAt)
  const passages = reader.number()
  reader.number()
  for (let left = passages; left > 0; left -= 1) {
    reader.number()
    reader.number()
    reader.number()
    const said = reader.byte()
    const place = reader.byte()
    const job = reader.number() - 1
    if ((said & readAgain) !== 0) reader.bytes(reader.number())
    const isHead = (place & 1) === 1
    visit.passage(sections[place >> 1]!, isHead, said, job)
    const titleFirst = isHead ? reader.number() : 0
    const titleEnd = titleFirst + (isHead ? reader.number() : 0)
    const words = reader.number()
    for (let at = 0; at < words; at += 1) {
      visit.word(reader.number(), at >= titleFirst && at < titleEnd)
      reader.number()
      reader.number()
    }
    for (let concepts = reader.number(); concepts > 0; concepts -= 1) visit.concept(reader.number())
  }
}

/** A passage of which most is made when it is asked for: few are near to an offer, and fewer are quoted. */
class UnpackedPassage implements Passage {
  readonly #texts: () => readonly string[]
  /** Numbers, starts and ends of the words of the whole profile, one list after the other, and where these begin. */
  readonly #all: Int32Array
  readonly #total: number
  #first = 0
  #count = 0
  #text: string | null = null
  line = 0
  start = 0
  end = 0
  concepts = none
  says = 0
  section: SectionName = 'other'
  job = -1
  head = false
  words = none

  constructor(texts: () => readonly string[], all: Int32Array, total: number) {
    this.#texts = texts
    this.#all = all
    this.#total = total
  }

  holdWords(first: number, count: number): void {
    this.#first = first
    this.#count = count
    if (count > 0) this.words = this.#all.subarray(first, first + count)
  }

  get wordStarts(): Int32Array {
    const from = this.#total + this.#first
    return this.#all.subarray(from, from + this.#count)
  }

  get wordEnds(): Int32Array {
    const from = this.#total * 2 + this.#first
    return this.#all.subarray(from, from + this.#count)
  }

  /** Kept with the evidence, so that judging it reads nothing else. */
  holdText(text: string): void {
    this.#text = text
  }

  get text(): string {
    return this.#text ?? this.#texts()[this.line]!.slice(this.start, this.end)
  }
}

const none: Int32Array = new Int32Array(0)

/** The reading as it was before it was packed, equal in all that judging looks at. `textOf` is called at most once. */
export function unpackProfile(id: string, evidence: Uint8Array, textOf: () => Uint8Array): ProfileReading {
  const head = unpackHead(evidence, false)
  let packed: Uint8Array | null = null
  const text = () => (packed ??= textOf())
  let known: string[] | null = null
  const texts = (): string[] => (known ??= createByteReader(text()).text().split(lineEnd))
  let lines: ProfileLine[] | null = null
  const jobs = head.jobs.map((job): JobReading => ({ ...job, reading: readTitle(job.title), passages: [] }))
  const reader = createByteReader(evidence, head.passagesAt)
  const passages: Passage[] = []
  const passageCount = reader.number()
  const total = reader.number()
  const all = new Int32Array(total * 3)
  let held = 0
  for (let left = passageCount; left > 0; left -= 1) {
    const passage = new UnpackedPassage(texts, all, total)
    passage.line = reader.number()
    passage.start = reader.number()
    passage.end = passage.start + reader.number()
    passage.says = reader.byte()
    const place = reader.byte()
    passage.section = sections[place >> 1]!
    passage.head = (place & 1) === 1
    passage.job = reader.number() - 1
    if ((passage.says & readAgain) !== 0) passage.holdText(reader.text())
    if (passage.head) {
      reader.number()
      reader.number()
    }
    const count = reader.number()
    passage.holdWords(held, count)
    let reached = passage.start
    for (let at = held; at < held + count; at += 1) {
      all[at] = reader.number()
      reached += reader.number()
      all[total + at] = reached
      all[total * 2 + at] = reached + reader.number()
    }
    held += count
    const concepts = reader.number()
    if (concepts > 0) {
      passage.concepts = new Int32Array(concepts)
      for (let at = 0; at < concepts; at += 1) passage.concepts[at] = reader.number()
    }
    passages.push(passage)
    if (passage.job >= 0) jobs[passage.job]!.passages.push(passage)
  }
  return {
    id,
    profile: {
      id,
      get lines() {
        return (lines ??= linesOf(text()))
      },
      facts: head.profileFacts,
    },
    passages,
    jobs,
    languages: head.languages.map(({ code, level, passage }): SpokenLanguage => ({
      code,
      level,
      passage: passages[passage]!,
    })),
    get vocabulary() {
      const seen = new Set<number>()
      for (const { words } of passages) for (const word of words) seen.add(word)
      return Int32Array.from([...seen].sort((a, b) => a - b))
    },
  }
}
