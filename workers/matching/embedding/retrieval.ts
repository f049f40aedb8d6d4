/** Quality of one ranking task; each figure in [0, 1]. */
export interface RetrievalFigures {
  readonly mrr: number
  readonly recall10: number
  readonly ndcg10: number
  /** Mean average precision over all relevant items. */
  readonly map: number
  readonly queries: number
}

/**
 * The 1-based ranks of the relevant items, ascending. Ties go against them: an item of equal similarity that is not
 * relevant counts as ranked before.
 */
export function rankRelevant(similarities: Float32Array | Float64Array, relevant: readonly number[]): number[] {
  const isRelevant = new Set(relevant)
  const relevantSimilarities = [...isRelevant].map((index) => similarities[index]!).sort((a, b) => b - a)
  return relevantSimilarities.map((similarity, better) => {
    let rank = better + 1
    for (let i = 0; i < similarities.length; i++) if (similarities[i]! >= similarity && !isRelevant.has(i)) rank += 1
    return rank
  })
}

/** Means over queries of reciprocal rank, recall among the first ten, nDCG at ten (binary gains) and precision. */
export class FigureSums {
  #reciprocal = 0
  #recall = 0
  #ndcg = 0
  #precision = 0
  #queries = 0

  /** Adds one query by the ranks of its relevant items, ascending. */
  add(ranks: readonly number[]): void {
    this.#queries += 1
    if (ranks.length === 0) return
    this.#reciprocal += 1 / ranks[0]!
    this.#precision += ranks.reduce((sum, rank, index) => sum + (index + 1) / rank, 0) / ranks.length
    const inTen = ranks.filter((rank) => rank <= 10)
    this.#recall += inTen.length / ranks.length
    const gained = inTen.reduce((sum, rank) => sum + 1 / Math.log2(rank + 1), 0)
    let ideal = 0
    for (let rank = 1; rank <= Math.min(10, ranks.length); rank++) ideal += 1 / Math.log2(rank + 1)
    this.#ndcg += gained / ideal
  }

  /** The means so far; zeros when no query was added. */
  figures(): RetrievalFigures {
    const count = Math.max(1, this.#queries)
    return {
      mrr: this.#reciprocal / count,
      recall10: this.#recall / count,
      ndcg10: this.#ndcg / count,
      map: this.#precision / count,
      queries: this.#queries,
    }
  }
}
