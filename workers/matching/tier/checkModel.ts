import { checkPairs } from './checkPairs.ts'

/** Unit vectors of texts, in their order. */
export type EmbedTexts = (texts: readonly string[]) => Promise<Float32Array[]>

/** How two models did on the built-in check, 0 to 1: the mean reciprocal rank of the right wording among all. */
export interface Verdict {
  own: number
  embedded: number
  wins: boolean
}

/** Better by less is chance, and not worth the memory. */
const leastGain = 0.05

/** Lets both models find the other wording of each phrase, in both directions. */
export async function checkModel(own: EmbedTexts, embedded: EmbedTexts): Promise<Verdict> {
  const [ours, theirs] = [await reciprocalRank(own), await reciprocalRank(embedded)]
  return { own: ours, embedded: theirs, wins: ours >= theirs + leastGain }
}

/** The scalar product of two unit vectors. */
export function cosine(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let at = 0; at < a.length; at++) sum += a[at]! * b[at]!
  return sum
}

async function reciprocalRank(embed: EmbedTexts): Promise<number> {
  const french = await embed(checkPairs.map(([text]) => text))
  const english = await embed(checkPairs.map(([, text]) => text))
  let sum = 0
  for (const [queries, targets] of [
    [french, english],
    [english, french],
  ] as const) {
    queries.forEach((query, at) => {
      const right = cosine(query, targets[at]!)
      // A tie counts against the model, so that one that knows nothing gains nothing; so does what is no number.
      const before = targets.filter((target, other) => other !== at && !(cosine(query, target) < right)).length
      sum += 1 / (1 + before)
    })
  }
  return sum / (2 * checkPairs.length)
}
