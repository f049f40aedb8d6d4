/**
 * From a text to the features the embedding model knows: words, pairs of neighbouring words and character
 * 3-5-grams, each reduced to a 28-bit hash. Training and the app run this very file, so a change here makes
 * the committed binary meaningless: raise FEATURE_VERSION with it, and the loader refuses the old one.
 */
export const FEATURE_VERSION = 1

/** Words read from one text; a CV has about 600, and hostile input must not hold the worker. */
const MAX_WORDS = 6000
/** The longest word seen in the trade is under 30 letters; beyond this it is noise (keys, base64). */
const MAX_WORD_LENGTH = 40

const FUNCTION_WORDS = new Set(
  (
    'de du des la le les au aux en et ou un une dans avec pour par sur sous son sa ses leur leurs ce ces cette ' +
    'qui que dont est sont the an of and in to for on with by at from as is are be their its that this or'
  ).split(' '),
)

/** 'infirmier(ère)', 'technicien·ne', 'chargé.e', 'acheteur/se', 'employé-e-s': the suffix adds no meaning. */
const INCLUSIVE_SUFFIX =
  /(?<=[a-z]{2})(?:\((?:e|ere|iere|euse|se|trice|rice|ne|ienne|te|le|ve|x|s|es)\)|[·•.\-/](?:e|ere|iere|euse|se|trice|rice|ne|ienne|te|le|ve)(?:[·•.\-/]?s)?)(?![a-z0-9])/g
const ELISION = /(?<![a-z0-9])(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)'(?=[a-z0-9])/g
const POSSESSIVE = /'s(?![a-z0-9])/g
const SEGMENT = /[\n\r.;:!?|•()[\]{}]+/
const WORD = /[\p{L}\p{N}][\p{L}\p{N}+#]*/gu

/** Lower case, without accents, ligatures, inclusive suffixes or elisions. */
export function normaliseText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/ß/g, 'ss')
    .replace(/[’‘ʼ`´]/g, "'")
    .replace(INCLUSIVE_SUFFIX, '')
    .replace(ELISION, ' ')
    .replace(POSSESSIVE, '')
    .replace(/(?<![a-z0-9])\.net(?![a-z])/g, ' dotnet')
}

/**
 * One form for singular and plural, masculine and feminine, in both languages. Expects a normalised word. It need not
 * be right about grammar, only give the same answer for forms of one word.
 */
export function foldWord(word: string): string {
  let folded = word
  const { length } = folded
  if (length > 4 && folded.endsWith('aux') && !folded.endsWith('eaux')) folded = folded.slice(0, -3) + 'al'
  else if (length > 4 && folded.endsWith('eaux')) folded = folded.slice(0, -1)
  else if (length > 4 && folded.endsWith('ies')) folded = folded.slice(0, -3) + 'y'
  else if (length > 3 && folded.endsWith('s') && !folded.endsWith('ss')) folded = folded.slice(0, -1)
  if (folded.length > 5) {
    if (folded.endsWith('trice')) folded = folded.slice(0, -4) + 'eur'
    else if (folded.endsWith('euse')) folded = folded.slice(0, -2) + 'r'
    else if (folded.endsWith('iere')) folded = folded.slice(0, -2) + 'r'
    else if (folded.endsWith('enne')) folded = folded.slice(0, -2)
  }
  return folded
}

/** The text as runs of folded content words; a run never crosses a line or a sentence. */
export function readSegments(text: string): string[][] {
  const segments: string[][] = []
  let wordCount = 0
  for (const piece of normaliseText(text).split(SEGMENT)) {
    const words: string[] = []
    const functionWords: string[] = []
    for (const [word] of piece.matchAll(WORD)) {
      if (wordCount >= MAX_WORDS) break
      wordCount += 1
      if (FUNCTION_WORDS.has(word)) functionWords.push(word)
      else words.push(foldWord(word.slice(0, MAX_WORD_LENGTH)))
    }
    const kept = words.length > 0 ? words : functionWords
    if (kept.length > 0) segments.push(kept)
  }
  return segments
}

const WORD_SEED = 0x811c9dc5
const GRAM_SEED = 0x2f0b4c47

function step(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193)
}

/**
 * Spreads FNV's weak low bits (the finaliser of MurmurHash3) and keeps 28: the gaps between the sorted hashes of some
 * 60,000 rows then take two bytes, and a feature that the model never saw meets a row by accident once in 4,000.
 */
function finish(hash: number): number {
  let mixed = hash ^ (hash >>> 16)
  mixed = Math.imul(mixed, 0x85ebca6b)
  mixed ^= mixed >>> 13
  mixed = Math.imul(mixed, 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 4
}

/** The hash of a folded word. A pair of words is hashed as one ('full stack' meets 'fullstack'). */
export function hashWord(word: string): number {
  let hash = WORD_SEED
  for (let i = 0; i < word.length; i++) hash = step(hash, word.charCodeAt(i))
  return finish(hash)
}

/** Calls visit with the hash of each character 3-, 4- and 5-gram of the word between its boundary marks. */
export function visitGrams(word: string, visit: (hash: number) => void): void {
  const marked = `<${word}>`
  const { length } = marked
  for (let start = 0; start + 3 <= length; start++) {
    let hash = step(step(GRAM_SEED, marked.charCodeAt(start)), marked.charCodeAt(start + 1))
    for (let end = start + 2; end < length && end < start + 5; end++) {
      hash = step(hash, marked.charCodeAt(end))
      visit(finish(hash))
    }
  }
}

/** Words and word pairs of a text, each with the number of segments it stands in. */
export interface TextFeatures {
  readonly words: ReadonlyMap<string, number>
  readonly pairs: ReadonlyMap<string, number>
}

/**
 * A word counts once per segment, so that 'vendeur / vendeuse en boulangerie' equals 'vendeur en boulangerie' and a
 * word repeated in one line to catch the eye gains nothing.
 */
export function readFeatures(text: string): TextFeatures {
  const words = new Map<string, number>()
  const pairs = new Map<string, number>()
  for (const segment of readSegments(text)) {
    for (const word of new Set(segment)) words.set(word, (words.get(word) ?? 0) + 1)
    const segmentPairs = new Set<string>()
    for (let i = 0; i + 1 < segment.length; i++) {
      const first = segment[i]!
      const second = segment[i + 1]!
      if (first !== second) segmentPairs.add(first + second)
    }
    for (const pair of segmentPairs) pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  return { words, pairs }
}
