import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import * as z from 'zod/mini'
import { loadEmbeddingModel } from './model.ts'
import type { EmbeddingModel } from './model.ts'
import { measure } from './node/measure.ts'
import type { RetrievalReport } from './node/measure.ts'
import { readTaxonomy } from './node/taxonomy.ts'
import { buildValidation } from './node/validation.ts'
import type { RetrievalSet } from './node/validation.ts'

const USAGE = `Usage:
  npm run -s embed:eval -- [--model FILE] FILE
      FILE is {corpora: {name: [{id, text}]}, queries: [{task, corpus, query, relevant: [id]}]}.
      Prints MRR, recall@10, nDCG@10 and MAP of each task, and the same as JSON on the last line.
  npm run -s embed:eval -- --make-validation TAXONOMY_DIR OUT.json
      Writes the validation file of the concepts held out of training.`

const DEFAULT_MODEL = new URL('../../../public/models/embedding.bin', import.meta.url)

const RetrievalSetShape = z.object({
  corpora: z.record(z.string(), z.array(z.object({ id: z.string(), text: z.string() }))),
  queries: z
    .array(
      z.object({
        task: z.string(),
        corpus: z.string(),
        query: z.string(),
        relevant: z.array(z.string()).check(z.minLength(1)),
      }),
    )
    .check(z.minLength(1)),
})

/** What was asked for cannot be done; the message says why and the exit code is 2. */
class InputError extends Error {}

function readJson(path: string): unknown {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    throw new InputError(`The file ${path} cannot be read.`)
  }
  try {
    return JSON.parse(text)
  } catch {
    throw new InputError(`The file ${path} is not JSON.`)
  }
}

function parseRetrievalSet(value: unknown): RetrievalSet {
  const parsed = RetrievalSetShape.safeParse(value)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new InputError(
      `The file does not have the expected shape at '${issue?.path.join('.') ?? ''}': ${issue?.message ?? ''}`,
    )
  }
  const { corpora, queries } = parsed.data
  const idsByCorpus = new Map(
    Object.entries(corpora).map(([name, items]) => [name, new Set(items.map(({ id }) => id))]),
  )
  queries.forEach(({ corpus, relevant }, index) => {
    const ids = idsByCorpus.get(corpus)
    if (ids === undefined)
      throw new InputError(`Query ${index} names the corpus '${corpus}', which the file does not have.`)
    const unknown = relevant.find((id) => !ids.has(id))
    if (unknown !== undefined)
      throw new InputError(`Query ${index} expects '${unknown}', which the corpus '${corpus}' does not have.`)
  })
  return parsed.data
}

function readModel(path: string | URL): EmbeddingModel {
  let bytes: Uint8Array
  try {
    bytes = readFileSync(path)
  } catch {
    throw new InputError(
      `The model ${String(path)} cannot be read. Train it first: npm run embed:train -- TAXONOMY_DIR`,
    )
  }
  return loadEmbeddingModel(new Uint8Array(bytes).buffer)
}

function formatReport(report: RetrievalReport): string {
  const rows = [...Object.entries(report.tasks), ['all', report.all] as const]
  const width = Math.max(4, ...rows.map(([task]) => task.length))
  const lines = rows.map(([task, figures]) =>
    [
      task.padEnd(width),
      figures.mrr.toFixed(4).padStart(7),
      figures.recall10.toFixed(4).padStart(9),
      figures.ndcg10.toFixed(4).padStart(8),
      String(figures.queries).padStart(8),
      figures.map.toFixed(4).padStart(7),
    ].join(' '),
  )
  return [`${'task'.padEnd(width)}     MRR recall@10  nDCG@10  queries     MAP`, ...lines, JSON.stringify(report)].join(
    '\n',
  )
}

function main(): void {
  let options
  try {
    options = parseArgs({
      allowPositionals: true,
      options: { model: { type: 'string' }, 'make-validation': { type: 'boolean', default: false } },
    })
  } catch (error) {
    throw new InputError(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`)
  }
  const { values, positionals } = options
  const [first, second] = positionals
  if (values['make-validation']) {
    if (first === undefined || second === undefined) throw new InputError(USAGE)
    writeFileSync(second, JSON.stringify(buildValidation(readTaxonomy(first))))
    console.log(`Wrote ${second}.`)
    return
  }
  if (first === undefined || second !== undefined) throw new InputError(USAGE)
  const set = parseRetrievalSet(readJson(first))
  console.log(formatReport(measure(readModel(values.model ?? DEFAULT_MODEL), set)))
}

try {
  main()
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = error instanceof InputError ? 2 : 1
}
