/* What the index is compared with, and the parts of it that are measured alone; in a worker of its own. */
import { expose } from 'comlink'
import MiniSearch from 'minisearch'
import { loadEmbeddingModel } from '../../../workers/matching/embedding/model.ts'
import { createEngine } from '../../../workers/matching/engine.ts'
import { memoryFile } from '../../../workers/matching/index/memoryFile.ts'
import { openSavedIndex } from '../../../workers/matching/index/savedIndex.ts'
import { createVectorTable } from '../../../workers/matching/index/vectorTable.ts'
import { manyProfiles } from '../../tools/manyProfiles.ts'

const model = async () => loadEmbeddingModel(await (await fetch('/models/embedding.bin')).arrayBuffer())

const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1]!

const api = {
  /** MiniSearch on the same people and the same keys, and the vector kernel beside the plain loop. */
  async compare(count: number, typed: readonly string[]) {
    const fields = ['name', 'title', 'skills', 'text']
    const mini = new MiniSearch({ fields, searchOptions: { prefix: true, fuzzy: 0.2, combineWith: 'AND', boost: { name: 3, title: 2.5, skills: 1.8 } } }) // prettier-ignore
    let buildMs = 0
    for (const { profile, facts } of manyProfiles(count)) {
      const of = (sections: readonly string[]) => profile.lines.flatMap(({ text, section }) => (sections.includes(section) ? [text] : [])).join('\n') // prettier-ignore
      const document = {
        id: profile.id,
        name: facts.fullName,
        title: [facts.headline, ...profile.lines.flatMap(({ entry }) => (entry ? [entry.title] : []))].join('\n'),
        skills: of(['skills', 'certificates', 'languages']),
        text: of(['summary', 'experience', 'education', 'other']),
      }
      const begun = performance.now()
      mini.add(document)
      buildMs += performance.now() - begun
    }
    const keyMs: number[] = []
    for (const text of typed)
      for (let length = 2; length <= text.length; length += 1) {
        const begun = performance.now()
        mini.search(text.slice(0, length)).slice(0, 20)
        keyMs.push(performance.now() - begun)
      }
    return { buildMs, keyMs, scan: await scans(50_000) }
  },
  /** Bytes in memory of an index of so many people, the records it keeps at hand among them, the rest in files. */
  async memory(count: number) {
    const files = { words: memoryFile(), records: memoryFile(), texts: memoryFile(), snapshot: memoryFile() }
    const kept = openSavedIndex(files, await model(), 'bench')
    const engine = createEngine(kept.vocabulary.model, kept)
    for (const { profile, facts } of manyProfiles(count)) {
      engine.upsert([profile], [facts])
      if (kept.waitingBytes() > 1_000_000) kept.flush()
    }
    kept.flush()
    engine.searchCandidates({ type: 'word', text: 'soudeur' }, { limit: 20, offset: 0, sort: 'relevance', explainTerms: false }) // prettier-ignore
    return engine.sizeBytes()
  },
}

async function scans(rows: number) {
  const { dimensions } = await model()
  const tables = [createVectorTable(dimensions), createVectorTable(dimensions, true)]
  for (let row = 0; row < rows; row += 1) {
    const vector = Int8Array.from({ length: dimensions }, (_, at) => ((row * 31 + at * 17) % 255) - 127)
    for (const table of tables) table.push(vector)
  }
  const query = Int8Array.from({ length: dimensions }, (_, at) => ((at * 37) % 255) - 127)
  const [kernelMs, plainMs] = tables.map((table) =>
    median(
      Array.from({ length: 31 }, () => {
        const begun = performance.now()
        let sum = 0
        table.scan(query, (_, products) => (sum += products[0]!))
        return sum === 0.5 ? 0 : performance.now() - begun
      }),
    ),
  )
  return { kernelMs: kernelMs!, plainMs: plainMs!, dimensions }
}

export type PlainApi = typeof api
expose(api)
