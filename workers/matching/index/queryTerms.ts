import type { MetVia } from '../../../src/model/searchQuery.ts'
import { findConcepts, type Occupation, readTitle } from '../lexicon/lexicon.ts'
import { stemOf, tokenise, type Token, wordsOf } from '../tokens.ts'
import { type CandidateIndex, conceptTerm, wordTerm } from './candidateIndex.ts'
import { places } from './postings.ts'
import type { createWordForms, WordForm } from './wordForms.ts'

/** What a hit is worth by the best place where the word stands. */
const placeWorth = (where: number): number =>
  (where & places.name) !== 0
    ? 3
    : (where & places.title) !== 0
      ? 2.5
      : (where & places.skill) !== 0
        ? 1.8
        : (where & places.organisation) !== 0
          ? 1.4
          : 1
const anywhere = 0xff
/** Only the word itself meets a name: no person is found by what their name happens to mean. */
const notName = anywhere & ~places.name

/** A word of the query over all records: how well each meets it. */
export interface QueryTerm {
  /** As typed. */
  text: string
  rarity: number
  /** By record, 0 where it is not met. */
  worth: Float32Array
  /** By record: which of `forms` met it best; -1 is the lexicon's. */
  form: Int16Array
  forms: WordForm[]
  concept: string
}

/** A filled array for as many records as there are, handed round so that typing makes no rubbish. */
export interface Scratch {
  worth: () => Float32Array
  form: () => Int16Array
  mask: () => Uint8Array
  reset: () => void
}

export function createScratch(size: number): Scratch {
  const pool = { worth: [] as Float32Array[], form: [] as Int16Array[], mask: [] as Uint8Array[] }
  const used = { worth: 0, form: 0, mask: 0 }
  return {
    worth: () => (pool.worth[used.worth++] ??= new Float32Array(size)).fill(0),
    form: () => (pool.form[used.form++] ??= new Int16Array(size)).fill(-1),
    mask: () => (pool.mask[used.mask++] ??= new Uint8Array(size)).fill(0),
    reset: () => Object.assign(used, { worth: 0, form: 0, mask: 0 }),
  }
}

type WordForms = ReturnType<typeof createWordForms>

/** The tokens of a word or a run of words; what is nothing but small words stands for itself. */
export function tokensOf(text: string): Token[] {
  const tokens = tokenise(text)
  return tokens.length > 0 ? tokens : wordsOf(text).map((word) => ({ ...word, stem: stemOf(word.word) }))
}

/** How rare a word is: the BM25 measure, by additions and divisions alone. */
export const rarityOf = (holding: number, size: number): number =>
  logarithm(1 + (size - Math.min(size, holding) + 0.5) / (holding + 0.5))

/**
 * Words that stand together in a query, each met by its forms, or all by what they name together: 'aide-soignante'
 * is met by a nursing assistant.
 */
export function readRun(
  tokens: readonly (Token & { prefix: boolean })[],
  index: CandidateIndex,
  wordForms: WordForms,
  scratch: Scratch,
  { loose, within = anywhere }: { loose: boolean; within?: number },
): QueryTerm[] {
  const size = Math.max(1, index.live)
  const runs = index.runs()
  const norms = index.norms()
  const terms = tokens.map((token): QueryTerm => {
    const forms = wordForms.of(token.word, token.stem, { prefix: token.prefix, loose })
    const worth = scratch.worth()
    const form = scratch.form()
    let holding = 0
    forms.forEach(({ number, value, via }, at) => {
      holding = Math.max(holding, index.columns.holders.values[number] ?? 0)
      const allowed = within & (via === 'word' || via === 'typo' ? anywhere : notName)
      for (const run of runs)
        run.visit(wordTerm(number), (record, where) => {
          if ((where & allowed) === 0) return
          const tf = placeWorth(where & allowed)
          // A record counts a word once, where it weighs most.
          const found = value * ((tf * 2.2) / (tf + norms[record]!))
          if (found > worth[record]!) {
            worth[record] = found
            form[record] = at
          }
        })
    })
    return { text: token.word, rarity: rarityOf(holding, size), worth, form, forms, concept: '' }
  })
  addConcepts(tokens, terms, index)
  addOccupation(tokens, terms, index)
  return terms
}

/** What a concept of the lexicon proves of each of its words. */
const conceptWorth = 0.9

function addConcepts(tokens: readonly Token[], terms: QueryTerm[], index: CandidateIndex): void {
  for (const { concept, tokens: covered } of findConcepts(tokens)) {
    for (const run of index.runs())
      run.visit(conceptTerm(concept), (record) => {
        for (const at of covered) {
          const term = terms[at]!
          if (term.worth[record]! < conceptWorth) {
            term.worth[record] = conceptWorth
            term.form[record] = -1
            term.concept = 'concept'
          }
        }
      })
  }
}

/** What a job of the very occupation proves of the words that name it. */
const occupationWorth = 1.3

function addOccupation(tokens: readonly Token[], terms: QueryTerm[], index: CandidateIndex): void {
  if (tokens.length === 0) return
  const { occupation, covered } = occupationIn(tokens)
  if (!occupation) return
  index.visitOccupation(occupation.index, (record) => {
    for (const at of covered) {
      const term = terms[at]!
      if (term.worth[record]! < occupationWorth) {
        term.worth[record] = occupationWorth
        term.form[record] = -1
        term.concept = 'occupation'
      }
    }
  })
}

/** The occupation a run of words names, and which of them name it. */
export function occupationIn(tokens: readonly Token[]): { occupation: Occupation | null; covered: number[] } {
  const text = (left: readonly Token[]) => left.map(({ word }) => word).join(' ')
  const { occupation } = readTitle(text(tokens))
  if (!occupation) return { occupation: null, covered: [] }
  const covered = tokens.flatMap((token, at) => {
    const without = readTitle(text(tokens.filter((_, other) => other !== at))).occupation
    return without?.id !== occupation.id || readTitle(token.word).occupation?.id === occupation.id ? [at] : []
  })
  return { occupation, covered }
}

export const viaOf = (term: QueryTerm, record: number): { met: string; via: MetVia; number: number } => {
  const form = term.form[record]!
  if (form < 0) return { met: term.text, via: 'synonym', number: -1 }
  const { number, via } = term.forms[form]!
  return { met: '', via, number }
}

/** Natural logarithm for x of at least 1, from + - * / alone. */
function logarithm(x: number): number {
  let value = x
  let doublings = 0
  while (value > 1.5) {
    value /= 2
    doublings += 1
  }
  const ratio = (value - 1) / (value + 1)
  let sum = 0
  let power = ratio
  for (let n = 1; n < 24; n += 2) {
    sum += power / n
    power *= ratio * ratio
  }
  return 2 * sum + doublings * 0.6931471805599453
}
