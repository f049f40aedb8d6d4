import type { EmbeddingModel } from '../model.ts'
import { FigureSums, rankRelevant } from '../retrieval.ts'
import type { RetrievalFigures } from '../retrieval.ts'
import type { RetrievalSet } from './validation.ts'

export interface RetrievalReport {
  readonly tasks: Readonly<Record<string, RetrievalFigures>>
  readonly all: RetrievalFigures
}

/** Ranks every corpus for each of its queries by cosine and gives the figures per task. */
export function measure(model: EmbeddingModel, set: RetrievalSet): RetrievalReport {
  const { dimensions } = model
  const corpora = new Map<string, { vectors: Float32Array; placeById: Map<string, number>; similarities: Float64Array }>()
  for (const [name, items] of Object.entries(set.corpora)) {
    const vectors = new Float32Array(items.length * dimensions)
    const placeById = new Map<string, number>()
    items.forEach(({ id, text }, place) => {
      vectors.set(model.embed(text), place * dimensions)
      placeById.set(id, place)
    })
    corpora.set(name, { vectors, placeById, similarities: new Float64Array(items.length) })
  }
  const sumsByTask = new Map<string, FigureSums>()
  const all = new FigureSums()
  for (const { task, corpus, query, relevant } of set.queries) {
    const { vectors, placeById, similarities } = corpora.get(corpus)!
    const vector = model.embed(query)
    for (let place = 0, at = 0; place < similarities.length; place++) {
      let sum = 0
      for (let d = 0; d < dimensions; d++) sum += vectors[at++]! * vector[d]!
      similarities[place] = sum
    }
    const ranks = rankRelevant(similarities, relevant.map((id) => placeById.get(id)!))
    let sums = sumsByTask.get(task)
    if (sums === undefined) sumsByTask.set(task, (sums = new FigureSums()))
    sums.add(ranks)
    all.add(ranks)
  }
  return { tasks: Object.fromEntries([...sumsByTask].map(([task, sums]) => [task, sums.figures()])), all: all.figures() }
}
