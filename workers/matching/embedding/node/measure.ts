import assert from 'node:assert'
import type { EmbeddingModel } from '../model.ts'
import { FigureSums, rankRelevant } from '../retrieval.ts'
import type { RetrievalFigures } from '../retrieval.ts'
import type { RetrievalSet } from './validation.ts'

export interface RetrievalReport {
  readonly tasks: Readonly<Record<string, RetrievalFigures>>
  readonly all: RetrievalFigures
}

/** A corpus embedded once; an id given with several texts is as near as its nearest text. */
interface EmbeddedCorpus {
  readonly vectors: Float32Array
  readonly slotOfText: Int32Array
  readonly slotById: ReadonlyMap<string, number>
  readonly similarities: Float64Array
}

/**
 * Ranks every corpus for each of its queries by cosine and gives the figures per task. Throws when a query names a
 * corpus or an id that the set does not have.
 */
export function measure(model: EmbeddingModel, set: RetrievalSet): RetrievalReport {
  const corpora = new Map(Object.entries(set.corpora).map(([name, items]) => [name, embedCorpus(model, items)]))
  const sumsByTask = new Map<string, FigureSums>()
  const all = new FigureSums()
  for (const { task, corpus: corpusName, query, relevant } of set.queries) {
    const corpus = corpora.get(corpusName)
    assert(corpus, `no corpus '${corpusName}'`)
    compare(corpus, model.embed(query))
    const slots = relevant.map((id) => {
      const slot = corpus.slotById.get(id)
      assert(slot !== undefined, `no '${id}' in corpus '${corpusName}'`)
      return slot
    })
    const ranks = rankRelevant(corpus.similarities, slots)
    let sums = sumsByTask.get(task)
    if (sums === undefined) sumsByTask.set(task, (sums = new FigureSums()))
    sums.add(ranks)
    all.add(ranks)
  }
  return {
    tasks: Object.fromEntries([...sumsByTask].map(([task, sums]) => [task, sums.figures()])),
    all: all.figures(),
  }
}

function embedCorpus(model: EmbeddingModel, items: RetrievalSet['corpora'][string]): EmbeddedCorpus {
  const vectors = new Float32Array(items.length * model.dimensions)
  const slotOfText = new Int32Array(items.length)
  const slotById = new Map<string, number>()
  items.forEach(({ id, text }, place) => {
    vectors.set(model.embed(text), place * model.dimensions)
    const slot = slotById.get(id) ?? slotById.size
    slotById.set(id, slot)
    slotOfText[place] = slot
  })
  return { vectors, slotOfText, slotById, similarities: new Float64Array(slotById.size) }
}

function compare({ vectors, slotOfText, similarities }: EmbeddedCorpus, query: Float32Array): void {
  similarities.fill(-2)
  for (let place = 0, at = 0; place < slotOfText.length; place++) {
    let sum = 0
    for (let d = 0; d < query.length; d++) sum += vectors[at++]! * query[d]!
    const slot = slotOfText[place]!
    if (sum > similarities[slot]!) similarities[slot] = sum
  }
}
