import { isGenericHead, isOwnHead } from './lexicon/heads.ts'
import { type Occupation, readTitle, weightOf } from './lexicon/lexicon.ts'
import { stemOf } from './tokens.ts'

/** A job title in numbers: what comparing it with any offer needs. Stems are numbered as titles are. */
export interface TitleShape {
  occupation: Occupation | null
  /** See `TitleReading`. */
  covered: number
  generic: boolean
  heads: Int32Array
  /** By head: whether it names a trade of its own. */
  headIsOwn: boolean[]
  stems: Int32Array
  weights: Float64Array
  /** Words that may speak of a trade, by their vocabulary number. */
  topicWords: Int32Array
  /** What all its words weigh, the common ones too. */
  topicTotal: number
}

/** The shape of a title. `stemNumber` and `wordNumber` number what they are given. */
export function shapeOf(
  text: string,
  stemNumber: (stem: string) => number,
  wordNumber: (word: string) => number,
): TitleShape {
  const { occupation, covered, generic, heads, stems, words } = readTitle(text)
  const topicWords: number[] = []
  let topicTotal = 0
  for (const word of words) {
    const stem = stemOf(word)
    if (stem.length < 3 || /\d/.test(stem)) continue
    // An empty head neither speaks of the trade nor against it.
    if (generic && heads.includes(stem) && isGenericHead(stem)) continue
    // 'Planning', 'service': common words say little, but they say that the title is not only of the trade.
    const isCommon = weightOf(stem) < 1
    topicTotal += isCommon ? 0.3 : 1
    if (!isCommon) topicWords.push(wordNumber(word))
  }
  return {
    occupation,
    covered,
    generic,
    heads: Int32Array.from(heads, stemNumber),
    headIsOwn: heads.map(isOwnHead),
    stems: Int32Array.from(stems, stemNumber),
    weights: Float64Array.from(stems, weightOf),
    topicWords: Int32Array.from(topicWords),
    topicTotal,
  }
}
