import { readSegments } from '../hashing.ts'

/** Two words that translate each other, found in label pairs. */
export interface WordTranslation {
  readonly fr: string
  readonly en: string
  /** How surely, in (0, 1]. */
  readonly weight: number
}

const PASSES = 8

/**
 * A dictionary from pairs of labels (IBM model 1 in both directions; a word pair stands when each word is the other's
 * translation more surely than `least` on the geometric mean). Words come folded, as the features know them.
 */
export function alignWords(pairs: readonly (readonly [string, string])[], least: number): WordTranslation[] {
  const sides = pairs.map(([fr, en]) => [words(fr), words(en)] as const)
  const toEnglish = translate(sides.map(([fr, en]) => [fr, en]))
  const toFrench = translate(sides.map(([fr, en]) => [en, fr]))
  const found: WordTranslation[] = []
  for (const [fr, shares] of toEnglish) {
    for (const [en, share] of shares) {
      const back = toFrench.get(en)?.get(fr) ?? 0
      const weight = Math.sqrt(share * back)
      if (weight >= least) found.push({ fr, en, weight })
    }
  }
  return found
}

function words(label: string): string[] {
  return [...new Set(readSegments(label).flat())]
}

function translate(pairs: readonly (readonly [string[], string[]])[]): Map<string, Map<string, number>> {
  let shares = new Map<string, Map<string, number>>()
  for (let pass = 0; pass < PASSES; pass++) {
    const counts = new Map<string, Map<string, number>>()
    for (const [from, to] of pairs) {
      for (const target of to) {
        // A word without a partner is given to nobody: an empty source takes a small fixed share.
        let total = 0.02
        for (const source of from) total += pass === 0 ? 1 / to.length : (shares.get(source)?.get(target) ?? 0)
        for (const source of from) {
          const share = pass === 0 ? 1 / to.length : (shares.get(source)?.get(target) ?? 0)
          if (share < 1e-4) continue
          let row = counts.get(source)
          if (row === undefined) counts.set(source, (row = new Map()))
          row.set(target, (row.get(target) ?? 0) + share / total)
        }
      }
    }
    shares = new Map()
    for (const [source, row] of counts) {
      let sum = 0
      for (const value of row.values()) sum += value
      const normalised = new Map<string, number>()
      // Half a count taken off: a pair seen once beside other words proves nothing.
      for (const [target, value] of row) if (value > 0.3) normalised.set(target, (value - 0.3) / sum)
      shares.set(source, normalised)
    }
  }
  return shares
}
