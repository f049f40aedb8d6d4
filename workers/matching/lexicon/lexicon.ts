import type { Token } from '../tokens.ts'
import { stemOf, tokenise, wordsOf } from '../tokens.ts'
import type { OwnLexicon } from '../../../src/model/ownLexicon.ts'
import { occupationEntries, skillEntries, wordingsOf } from './entries.ts'
import { isGenericHead } from './heads.ts'
import { namesFromFiles } from './namesFromFiles.ts'
import type { OccupationEntry, SkillEntry } from './parseField.ts'
import { thesaurus } from './thesaurus.ts'

/** A thing the lexicon knows: its id and what kind of requirement it answers. */
export interface Concept {
  index: number
  id: string
  kind: 'skill' | 'licence' | 'degree'
  name: string
}
export interface Occupation {
  index: number
  id: string
  family: string
  near: string[]
  /** Wider occupations that this one is a kind of. */
  kindOf: string[]
  name: string
}

interface Alias {
  target: number
  /** Stems, and for skills the meanings each may stand for. */
  stems: string[]
  /** Longest distance between its first and last word, in content words. */
  window: number
  /** A single short word must be met in this form or its plural: its stem is too short to tell words apart. */
  exact: string
  /** Of the tables, of a file of ESCO or ROME, or said by the workspace. */
  from: 'tables' | 'file' | 'own'
}

const meaningsByStem = new Map<string, number[]>()
const weakStems = new Set<string>()
let meaningCount = 0
for (const line of thesaurus.split('\n')) {
  if (line.trim() === '') continue
  const weak = line.startsWith('~')
  const meaning = meaningCount
  meaningCount += 1
  for (const word of line.replace('~', '').trim().split(/\s+/)) {
    const stem = stemOf(word)
    if (weak) weakStems.add(stem)
    const known = meaningsByStem.get(stem)
    if (!known) meaningsByStem.set(stem, [meaning])
    else if (!known.includes(meaning)) known.push(meaning)
  }
}
const noMeanings: readonly number[] = []

/** The meanings a stem may have, as numbers that are equal for words of the same sense in either language. */
export const meaningsOf = (stem: string): readonly number[] => meaningsByStem.get(stem) ?? noMeanings

/** How much meeting this word proves: 1 for a word of the trade, less for what stands in every CV. */
export function weightOf(stem: string): number {
  if (weakStems.has(stem)) return 0.2
  if (/^\d+([.,]\d+)?$/.test(stem)) return stem.length >= 3 ? 0.5 : 0.15
  if (stem.length <= 1) return 0.15
  return 1
}

const stemSet = (words: string): ReadonlySet<string> => new Set(words.split(' ').map(stemOf))
/** Words for a diploma stand for each other, and so do words for a licence: who asks for a permit may meet a card. */
const diplomaStems = stemSet('diplome diploma degree qualification titre brevet certificat certificate certification')
const licenceStems = stemSet(
  'habilitation licence license permit ticket registration attestation autorisation authorisation certificat certificate certification',
)
const samePaper = (a: string, b: string): boolean =>
  (diplomaStems.has(a) && diplomaStems.has(b)) || (licenceStems.has(a) && licenceStems.has(b))

const shareMeaning = (a: string, b: string): boolean => {
  if (samePaper(a, b)) return true
  if (weakStems.has(a) || weakStems.has(b)) return false
  const first = meaningsOf(a)
  if (first.length === 0) return false
  const second = meaningsOf(b)
  return second.some((meaning) => first.includes(meaning))
}

/** Two small words that are large in titles: the IT and SI of computing, the 'son' that is sound. */
const spelled = (title: string): string =>
  title
    .replace(/\b(?:IT|SI)\b/g, 'informatique')
    .replace(/\bson\b/gi, 'audio')
    .replace(/\bA[IS]\b/g, (short) => (short === 'AI' ? 'intelligence artificielle' : 'aide-soignant'))

function addTo<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}

/** A word without the ending of a plural. */
const singular = (word: string): string => word.replace(/(?:es|s|x|e)$/, '')
/** Stems up to this length stand for too many words. */
const shortStem = 5

/** 'Ouvrières' -> 'ouvrier': one form for the genders and numbers of a title. */
const masculine = (word: string): string =>
  word
    .replace(/s$/, '')
    .replace(/iere$/, 'ier')
    .replace(/ere$/, 'er')
    .replace(/euse$/, 'eur')
    .replace(/(?<=[a-z]{2})trice$/, 'teur')
    .replace(/ienne$/, 'ien')
    .replace(/onne$/, 'on')
    .replace(/elle$/, 'el')
    .replace(/ive$/, 'if')
    .replace(/ffe$/, 'f')
    .replace(/e$/, '')

const contentStems = (text: string): string[] => [...new Set(tokenise(text).map((token) => token.stem))]

export const occupations: Occupation[] = []
const occupationById = new Map<string, Occupation>()
const occupationAliases = new Map<string, Alias[]>()
function addOccupation(entry: OccupationEntry): Occupation {
  const occupation: Occupation = {
    index: occupations.length,
    id: entry.id,
    family: entry.family,
    near: entry.near.filter((other) => !other.startsWith('<')),
    kindOf: entry.near.filter((other) => other.startsWith('<')).map((other) => other.slice(1)),
    name: entry.french[0] ?? entry.english[0] ?? entry.id,
  }
  occupations.push(occupation)
  occupationById.set(entry.id, occupation)
  return occupation
}
function nameOccupation(occupation: Occupation, names: readonly string[], from: Alias['from']): void {
  for (const name of names) {
    const stems = contentStems(spelled(name))
    if (stems.length === 0 || (stems.length === 1 && wordsOf(name).length > 1)) continue
    // A title of one word is a noun: 'magasinier' is not met in 'magasin', nor 'tourier' in 'Tours'.
    const exact = stems.length === 1 ? masculine(tokenise(name)[0]!.word) : ''
    const alias = { target: occupation.index, stems, window: stems.length + 1, exact, from }
    const key = stems[0]!
    addTo(occupationAliases, key, alias)
  }
}
for (const entry of occupationEntries)
  nameOccupation(addOccupation(entry), [...entry.french, ...entry.english], 'tables')

/** What a job title names. `rest` are its content stems that the name found does not explain. */
export interface TitleReading {
  occupation: Occupation | null
  stems: string[]
  words: string[]
  heads: string[]
  /** Share of the title that the name found explains, in [0,1]. */
  covered: number
  /** Its head ('agent', 'operator', 'hand') names no trade: what follows does. */
  generic: boolean
}

/** Said of how a post is held, not of what it is; by whole words, since 'train driver' shares a stem with 'trainee'. */
const titleNoise = new Set(
  (
    'stagiaire stage intern internship interim interimaire apprenti apprentie alternant alternante alternance apprentice temporary junior senior ' +
    'debutant debutante confirme confirmee trainee cdi cdd titulaire remplacant remplacante vacataire saisonnier saisonniere seasonal freelance ' +
    'diplome diplomee qualified registered certified'
  ).split(' '),
)
const titleAside = /\b(?:full[- ]time|part[- ]time|temps (?:plein|partiel|complet)|self[- ]employed)\b/giu
const titleCut = /\s(?:en|au|aux|chez|dans|pour|à|in|at|for|with|avec|sur|on)\s|[,(|:]|\s[-–—]\s/iu

const titleReadings = new Map<string, TitleReading>()

/** The occupation a title names: the longest known name that holds the head of the title. */
export function readTitle(written: string): TitleReading {
  const cached = titleReadings.get(written)
  if (cached) return cached
  const title = spelled(written)
  const everything = tokenise(title.replace(titleAside, (aside) => ' '.repeat(aside.length)))
  const all = everything.filter((token) => !titleNoise.has(token.word.replace(/s$/, '')))
  let reading = readWords(all, title, 'known')
  // 'Stage manager', 'certified accountant': in some names such a word belongs to the name.
  if (all.length < everything.length) {
    const whole = readWords(everything, title, 'known')
    if (whole.occupation !== null && whole.covered >= 1 && (reading.occupation === null || all.length < 2))
      reading = whole
  }
  if (reading.occupation === null && fileNames > 0) reading = readWords(all, title, 'file')
  if (titleReadings.size < 100_000) titleReadings.set(written, reading)
  return reading
}

/**
 * Reads by the names of the tables and of the workspace, or by those of files. A list gives a trade names that elsewhere
 * are another trade's: they serve only a title that is otherwise unknown, and only where they say all of it.
 */
function readWords(all: readonly Token[], title: string, by: 'known' | 'file'): TitleReading {
  const stems = all.map((token) => token.stem)
  const cutAt = titleCut.exec(title.trimStart())?.index ?? title.length
  const chunk = all.filter((token) => token.start < (cutAt === 0 ? title.length : cutAt))
  const heads = [...new Set([chunk[0]?.stem, chunk.at(-1)?.stem].filter((stem) => stem !== undefined))]
  let best: Alias | null = null
  let bestWorth = 0
  const have = new Set(stems)
  for (const stem of have) {
    for (const alias of occupationAliases.get(stem) ?? []) {
      if ((alias.from === 'file') !== (by === 'file')) continue
      if (by === 'file' && alias.stems.length < have.size) continue
      if (!alias.stems.every((wanted) => have.has(wanted))) continue
      if (!alias.stems.some((wanted) => heads.includes(wanted))) continue
      if (alias.exact !== '' && !all.some((token) => masculine(token.word) === alias.exact)) continue
      let worth = alias.stems.length * 10
      if (alias.stems.length === stems.length) worth += 5
      if (alias.stems.includes(stems[0]!)) worth += 1
      // Of two trades that a title may name alike, the one the workspace says.
      if (alias.from === 'own') worth += 0.5
      worth += alias.stems.reduce((sum, wanted) => sum + wanted.length / 100, 0)
      if (worth > bestWorth) {
        bestWorth = worth
        best = alias
      }
    }
  }
  let explained = 0
  let total = 0
  for (const stem of have) {
    const weight = weightOf(stem)
    total += weight
    if (best?.stems.includes(stem)) explained += weight
  }
  return {
    occupation: best ? occupations[best.target]! : null,
    stems,
    words: all.map((token) => token.word),
    heads,
    covered: total === 0 ? 0 : explained / total,
    generic: heads.some(isGenericHead),
  }
}

/** Trades that the workspace says are not to be taken for each other. */
const apart = new Set<string>()
const pairOf = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`)

/** How near an occupation is to the one wanted: 1 the same, 0.95 a kind of it, 0.7 what it is a kind of, 0.55 near, 0.3 the same family, 0 another trade. */
export function occupationNearness(a: Occupation, b: Occupation): number {
  if (a.id === b.id) return 1
  if (apart.has(pairOf(a.id, b.id))) return 0
  if (b.kindOf.includes(a.id)) return 0.95
  if (a.kindOf.includes(b.id)) return 0.7
  if (a.near.includes(b.id) || b.near.includes(a.id)) return 0.55
  return a.family === b.family ? 0.3 : 0
}

/** An alias whose stems beyond the first are also numbers, so that most aliases fail by one look. */
interface ConceptAlias extends Alias {
  rest: number[]
}

export const concepts: Concept[] = []
const conceptAliases = new Map<string, ConceptAlias[]>()
/** Meaning to aliases whose first word may stand for it. */
const conceptAliasesByMeaning = new Map<number, ConceptAlias[]>()
/** The stems of aliases beyond the first, by number. */
const restNumbers = new Map<string, number>()
const restByMeaning = new Map<number, number[]>()
const restNumber = (stem: string): number => {
  let number = restNumbers.get(stem)
  if (number === undefined) {
    number = restNumbers.size
    restNumbers.set(stem, number)
    if (!weakStems.has(stem)) for (const meaning of meaningsOf(stem)) addTo(restByMeaning, meaning, number)
  }
  return number
}
const conceptById = new Map<string, Concept>()
function addConcept(entry: SkillEntry): Concept {
  const name = entry.french[0] ?? entry.english[0] ?? entry.id
  const concept: Concept = { index: concepts.length, id: entry.id, kind: entry.kind, name }
  concepts.push(concept)
  // Some tables say a skill twice: names added to it go to the first.
  if (!conceptById.has(entry.id)) conceptById.set(entry.id, concept)
  return concept
}
function nameConcept(concept: Concept, names: readonly string[], from: Alias['from']): void {
  for (const text of names) {
    const stems = contentStems(text)
    // 'Sous-titres', 'off-plan': a phrase of which one word of content is left would be met everywhere.
    if (stems.length === 0 || (stems.length === 1 && !/\d/.test(text) && wordsOf(text).length > 1)) continue
    const anchored = [...stems].sort((a, b) => weightOf(b) - weightOf(a) || b.length - a.length)
    const anchor = anchored[0]!
    const exact = stems.length === 1 && anchor.length <= shortStem ? singular(tokenise(text)[0]!.word) : ''
    const rest = anchored.slice(1).map(restNumber)
    const alias = { target: concept.index, stems: anchored, window: stems.length + 4, exact, rest, from }
    addTo(conceptAliases, anchor, alias)
    if (stems.length > 1 && !weakStems.has(anchor)) {
      for (const meaning of meaningsOf(anchor)) addTo(conceptAliasesByMeaning, meaning, alias)
    }
  }
}
for (const entry of skillEntries)
  nameConcept(addConcept(entry), [...entry.french, ...entry.english, ...wordingsOf(entry.id)], 'tables')

export interface ConceptHit {
  concept: number
  /** Indices in the tokens given. */
  tokens: number[]
}

/** What a stem may begin, and which of the stems of aliases it may stand for; looked up once a stem. */
interface StemUse {
  aliases: readonly ConceptAlias[]
  /** Of each of the aliases the number of its second stem, -1 where it has none: most fail by it. */
  seconds: Int32Array
  standsFor: readonly number[]
}
const stemUses = new Map<string, StemUse>()
const keptUses = 60_000

function useOf(stem: string): StemUse {
  const known = stemUses.get(stem)
  if (known) return known
  const aliases = conceptAliases.get(stem)?.slice() ?? []
  for (const meaning of meaningsOf(stem)) aliases.push(...(conceptAliasesByMeaning.get(meaning) ?? []))
  const stands = new Set<number>()
  const own = restNumbers.get(stem)
  if (own !== undefined) stands.add(own)
  if (!weakStems.has(stem))
    for (const meaning of meaningsOf(stem)) for (const number of restByMeaning.get(meaning) ?? []) stands.add(number)
  for (const papers of [diplomaStems, licenceStems]) {
    if (!papers.has(stem)) continue
    for (const paper of papers) if (restNumbers.has(paper)) stands.add(restNumbers.get(paper)!)
  }
  const standsFor = [...stands]
  const use = { aliases, seconds: Int32Array.from(aliases, ({ rest }) => rest[0] ?? -1), standsFor }
  if (stemUses.size >= keptUses) stemUses.clear()
  stemUses.set(stem, use)
  return use
}

/** Which call last saw each stem of an alias. */
let seenIn = new Float64Array(restNumbers.size)
let call = 0

/** The concepts a run of words names, each once. */
export function findConcepts(tokens: readonly Token[]): ConceptHit[] {
  const found = new Map<number, ConceptHit>()
  call += 1
  const uses = tokens.map(({ stem }) => useOf(stem))
  for (const { standsFor } of uses) for (const number of standsFor) seenIn[number] = call
  const test = (alias: ConceptAlias, at: number) => {
    for (const number of alias.rest) if (seenIn[number] !== call) return
    if (found.has(alias.target)) return
    if (alias.exact !== '' && singular(tokens[at]!.word) !== alias.exact) return
    const used = [at]
    for (const wanted of alias.stems) {
      if (wanted === alias.stems[0]) continue
      let hit = -1
      for (let i = Math.max(0, at - alias.window); i < Math.min(tokens.length, at + alias.window + 1); i += 1) {
        if (used.includes(i)) continue
        const stem = tokens[i]!.stem
        if (stem === wanted) {
          hit = i
          break
        }
        if (hit < 0 && shareMeaning(stem, wanted)) hit = i
      }
      if (hit < 0) return
      used.push(hit)
    }
    if (Math.max(...used) - Math.min(...used) >= alias.window + 1) return
    found.set(alias.target, { concept: alias.target, tokens: used })
  }
  for (let at = 0; at < tokens.length; at += 1) {
    const { aliases, seconds } = uses[at]!
    for (let one = 0; one < seconds.length; one += 1) {
      const second = seconds[one]!
      if (second < 0 || seenIn[second] === call) test(aliases[one]!, at)
    }
  }
  return [...found.values()]
}

/** How two words compare by the lexicon alone: 1 the same stem, 0.9 the same meaning, 0 otherwise. */
export function wordNearness(a: string, b: string): number {
  if (a === b) return 1
  const first = meaningsOf(a)
  if (first.length === 0) return 0
  const second = meaningsOf(b)
  return second.some((meaning) => first.includes(meaning)) ? 0.9 : 0
}

const topics = new Map<string, readonly string[]>()
const topicWords = ({ french, english, topic }: OccupationEntry): readonly string[] => {
  const named = tokenise([...french, ...english].join(';')).filter((token) => weightOf(token.stem) === 1)
  return [...new Set([...tokenise(topic), ...named].map((token) => token.word))]
}
for (const entry of occupationEntries) topics.set(entry.id, topicWords(entry))

/** The words a trade is described by, folded, in both languages: of its names and of what it is about. */
export const topicOf = (occupation: Occupation): readonly string[] => topics.get(occupation.id) ?? []

/** One name of each occupation and of each skill, for tests and benches. */
export const occupationNames: readonly string[] = occupations.map((occupation) => occupation.name)
export const skillNames: readonly string[] = concepts
  .filter((concept) => concept.kind === 'skill')
  .map((concept) => concept.name)

/** Names of trades that files gave. */
let fileNames = 0
const tableOccupations = occupations.length
const tableConcepts = concepts.length
let ownVersion = ''

/** Names what the workspace added to the tables; '' when it added nothing. */
export const ownLexiconVersion = (): string => ownVersion

/**
 * Adds what a workspace says to the tables, in place of what it said before. Whatever was read until now was read with
 * the lexicon of then: whoever keeps readings begins anew.
 */
export function adoptOwnLexicon(own: OwnLexicon): void {
  occupations.length = tableOccupations
  concepts.length = tableConcepts
  forgetOwn(occupationAliases)
  forgetOwn(conceptAliases)
  forgetOwn(conceptAliasesByMeaning)
  for (const id of ownIds) {
    occupationById.delete(id)
    conceptById.delete(id)
    topics.delete(id)
  }
  ownIds.clear()
  apart.clear()
  titleReadings.clear()
  stemUses.clear()
  ownVersion = own.version
  fileNames = 0
  for (const [target, names] of namesFromFiles(own.imported)) {
    const id = target.slice(target.indexOf(':') + 1)
    if (target.startsWith('occupation:')) {
      nameOccupation(occupationById.get(id)!, names, 'file')
      fileNames += names.length
    } else nameConcept(conceptById.get(id)!, names, 'file')
  }
  for (const { id, kind, french, english, family, near } of own.concepts) {
    ownIds.add(id)
    if (kind === 'occupation') {
      // Without a family of its own it is of none that another could be of.
      const entry = { id, family: family || id, near: [...near], french: [...french], english: [...english], topic: '' }
      nameOccupation(addOccupation(entry), [...french, ...english], 'own')
      topics.set(id, topicWords(entry))
    } else nameConcept(addConcept({ id, kind, french: [...french], english: [...english] }), [...french, ...english], 'own') // prettier-ignore
  }
  for (const { target, names } of own.aliases) {
    const [kind, id] = [target.slice(0, target.indexOf(':')), target.slice(target.indexOf(':') + 1)]
    const occupation = kind === 'occupation' ? occupationById.get(id) : undefined
    const concept = kind === 'occupation' ? undefined : conceptById.get(id)
    if (occupation) nameOccupation(occupation, names, 'own')
    else if (concept) nameConcept(concept, names, 'own')
  }
  for (const [a, b] of own.apart) apart.add(pairOf(a, b))
  seenIn = new Float64Array(restNumbers.size)
}

const ownIds = new Set<string>()

function forgetOwn<K, A extends Alias>(lists: Map<K, A[]>): void {
  for (const [key, list] of lists) {
    if (list.every(({ from }) => from === 'tables')) continue
    const kept = list.filter(({ from }) => from === 'tables')
    if (kept.length > 0) lists.set(key, kept)
    else lists.delete(key)
  }
}
