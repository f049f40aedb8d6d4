/**
 * From a text to the features the embedding model knows: words, pairs of neighbouring words and character
 * 3-5-grams, each reduced to a 28-bit hash. Training and the app run this very file, so a change here makes
 * the committed binary meaningless: raise FEATURE_VERSION with it, and the loader refuses the old one.
 */
export const FEATURE_VERSION = 2

/** Words read from one text; a CV has about 600, and hostile input must not hold the worker. */
const MAX_WORDS = 6000
/** The longest word seen in the trade is under 30 letters; beyond this it is noise (keys, base64). */
const MAX_WORD_LENGTH = 40

/** Words that say nothing of a trade. Neither 'it' (the trade) nor negations, which the features cannot read, are here. */
const FUNCTION_WORDS = new Set(
  (
    'de du des la le les au aux en et ou un une dans avec pour par sur sous son sa ses leur leurs ce ces cet cette ' +
    'qui que quoi dont est sont ete etre ainsi comme entre vers chez lors afin se si tout tous toute toutes selon ' +
    'leurs ils elles nous vous notre nos votre vos plus tres aussi autre autres soit afin via etc ' +
    'the an of and in to for on with by at from as is are be been being their its that this or these those they ' +
    'them such which who whose where when while how what all also about into can may will would should could must ' +
    "has have had was were it's our your you we than then there other others both each any some more most etc"
  ).split(' '),
)

/** 'infirmier(ère)', 'technicien·ne', 'chargé.e', 'acheteur/se', 'employé-e-s': the suffix adds no meaning. */
const INCLUSIVE_SUFFIX =
  /(?<=[a-z]{2})(?:\((?:e|ere|iere|euse|se|trice|rice|ne|ienne|te|le|ve|x|s|es)\)|[·•.\-/](?:e|ere|iere|euse|se|trice|rice|ne|ienne|te|le|ve)(?:[·•.\-/]?s)?)(?![a-z0-9])/g
const ELISION = /(?<![a-z0-9])(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)'(?=[a-z0-9])/g
const POSSESSIVE = /'s(?![a-z0-9])/g
const LETTER = /[\p{L}\p{N}]/u
const OTHER = 0
const IN_WORD = 1
/** Goes on with a word but begins none: 'c++', 'c#'. */
const AFTER_WORD = 2
const BREAK = 3
/** What each ASCII character does; a segment never crosses a BREAK. */
const CLASSES = new Uint8Array(128)
for (let code = 0; code < 128; code++) {
  const character = String.fromCharCode(code)
  if (LETTER.test(character)) CLASSES[code] = IN_WORD
  else if (character === '+' || character === '#') CLASSES[code] = AFTER_WORD
  else if ('\n\r.;:!?|()[]{}'.includes(character)) CLASSES[code] = BREAK
}

function classOf(code: number): number {
  if (code < 128) return CLASSES[code]!
  if (code === 0x2022) return BREAK
  return LETTER.test(String.fromCodePoint(code)) ? IN_WORD : OTHER
}

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
 * Endings that French and English write differently for the same stem, masculine and feminine, British and American:
 * 'directrice' and 'director', 'technique' and 'technical', 'organisation' and 'organization' get one form. The first
 * that fits is taken.
 */
const ENDINGS: readonly (readonly [string, string])[] = [
  ['atrice', 'ator'],
  ['ateur', 'ator'],
  ['trice', 'tor'],
  ['cteur', 'ctor'],
  ['iteur', 'itor'],
  ['uteur', 'utor'],
  ['euse', 'er'],
  ['eur', 'er'],
  ['iere', 'ier'],
  ['ienne', 'ian'],
  ['enne', 'en'],
  ['ien', 'ian'],
  ['ique', 'ic'],
  ['ical', 'ic'],
  ['iste', 'ist'],
  ['isme', 'ism'],
  ['ielle', 'ial'],
  ['iel', 'ial'],
  ['ionnelle', 'ional'],
  ['ionnel', 'ional'],
  ['aire', 'ary'],
  ['oire', 'ory'],
  ['ize', 'ise'],
  ['izing', 'ising'],
  ['izer', 'iser'],
  ['ization', 'isation'],
  ['lite', 'lity'],
  ['rite', 'rity'],
  ['vite', 'vity'],
  ['dite', 'dity'],
  ['cite', 'city'],
  ['nite', 'nity'],
  ['rsite', 'rsity'],
  ['nsite', 'nsity'],
  ['ssite', 'ssity'],
  ['ntite', 'ntity'],
  ['iete', 'iety'],
  ['urete', 'urety'],
  ['ie', 'y'],
  ['our', 'or'],
  ['tre', 'ter'],
  ['if', 'iv'],
  ['ive', 'iv'],
  ['ee', ''],
]
const LONGEST_ENDING = 8
const replacementByEnding = new Map(ENDINGS)

/**
 * One form for singular and plural, masculine and feminine, and for words that French and English share but for their
 * ending. Expects a normalised word. It need not be right about grammar, only give the same answer for forms of one
 * word.
 */
export function foldWord(word: string): string {
  let folded = word
  const { length } = folded
  if (folded === 'travaux') folded = 'travail'
  else if (length > 4 && folded.endsWith('eaux')) folded = folded.slice(0, -1)
  else if (length > 4 && folded.endsWith('aux')) folded = folded.slice(0, -3) + 'al'
  else if (length > 3 && folded.endsWith('s') && !folded.endsWith('ss')) folded = folded.slice(0, -1)
  if (folded.length > 5) {
    for (let taken = Math.min(LONGEST_ENDING, folded.length - 3); taken >= 2; taken--) {
      const replacement = replacementByEnding.get(folded.slice(-taken))
      if (replacement === undefined) continue
      folded = folded.slice(0, -taken) + replacement
      break
    }
  }
  return folded.length > 4 && folded.endsWith('e') ? folded.slice(0, -1) : folded
}

/** Forms already folded: a CV's words are mostly those of the one before. */
const foldedWords = new Map<string, string>()
const MOST_FOLDED = 30_000

function foldOnce(word: string): string {
  const seen = word.length > MAX_WORD_LENGTH ? word.slice(0, MAX_WORD_LENGTH) : word
  let folded = foldedWords.get(seen)
  if (folded === undefined) {
    folded = foldWord(seen)
    if (foldedWords.size >= MOST_FOLDED) foldedWords.clear()
    foldedWords.set(seen, folded)
  }
  return folded
}

/** The text as runs of folded content words; a run never crosses a line or a sentence. */
export function readSegments(text: string): string[][] {
  const segments: string[][] = []
  const normalised = normaliseText(text)
  let words: string[] = []
  let functionWords: string[] = []
  let wordCount = 0
  let start = -1
  const endWord = (end: number): void => {
    if (start >= 0 && wordCount < MAX_WORDS) {
      wordCount += 1
      const word = normalised.slice(start, end)
      if (FUNCTION_WORDS.has(word)) functionWords.push(word)
      else words.push(foldOnce(word))
    }
    start = -1
  }
  const endSegment = (): void => {
    const kept = words.length > 0 ? words : functionWords
    if (kept.length > 0) segments.push(kept)
    if (words.length > 0) words = []
    if (functionWords.length > 0) functionWords = []
  }
  for (let at = 0; at < normalised.length; at++) {
    const code = normalised.codePointAt(at)!
    const kind = classOf(code)
    if (kind === IN_WORD) {
      if (start < 0) start = at
    } else if (kind !== AFTER_WORD || start < 0) {
      endWord(at)
      if (kind === BREAK) endSegment()
    }
    if (code > 0xffff) at++
  }
  endWord(normalised.length)
  endSegment()
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
  const seen = new Set<string>()
  for (const segment of readSegments(text)) {
    seen.clear()
    let previous = ''
    for (const word of segment) {
      if (!seen.has(word)) {
        seen.add(word)
        words.set(word, (words.get(word) ?? 0) + 1)
      }
      if (previous !== '' && previous !== word) {
        // A space, which no word holds, keeps pairs apart from words among what was seen.
        const pair = previous + word
        const mark = ` ${pair}`
        if (!seen.has(mark)) {
          seen.add(mark)
          pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
        }
      }
      previous = word
    }
  }
  return { words, pairs }
}
