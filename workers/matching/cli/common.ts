import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import * as z from 'zod/mini'
import { loadEmbeddingModel, type EmbeddingModel } from '../embedding/model.ts'

/** Ends the program with a sentence for people and status 2, for wrong arguments or input. */
export function fail(message: string): never {
  process.stderr.write(`${message}\n`)
  process.exit(2)
}

/** The file and the month (`--as-of YYYY-MM`, by default this month) the command line names. */
export function readArguments(usage: string): { file: string; asOf: string } {
  const rest = process.argv.slice(2)
  const at = rest.indexOf('--as-of')
  let asOf = new Date().toISOString().slice(0, 7)
  if (at >= 0) {
    asOf = rest[at + 1] ?? ''
    rest.splice(at, 2)
    if (!/^\d{4}-(?:0[1-9]|1[0-2])$/.test(asOf)) fail(`--as-of wants a month such as 2026-06. ${usage}`)
  }
  const [file, ...extra] = rest
  if (!file || extra.length > 0) fail(usage)
  return { file, asOf }
}

/** The file's JSON, checked. */
export function readJson<T extends z.core.$ZodType>(file: string, schema: T): z.core.output<T> {
  let content: string
  try {
    content = fs.readFileSync(file, 'utf8')
  } catch {
    return fail(`${path.basename(file)} cannot be read.`)
  }
  let value: unknown
  try {
    value = JSON.parse(content)
  } catch {
    return fail(`${path.basename(file)} is not JSON.`)
  }
  const read = z.safeParse(schema, value)
  if (read.success) return read.data
  const issue = read.error.issues[0]
  return fail(
    `${path.basename(file)} has another shape than expected${issue ? ` at ${issue.path.join('.') || 'its root'}: ${issue.message}` : ''}.`,
  )
}

/** The app's own model, or null with a word on stderr when it is not built yet. */
export function readModel(): EmbeddingModel | null {
  const file = fileURLToPath(new URL('../../../public/models/embedding.bin', import.meta.url))
  try {
    const bytes = fs.readFileSync(file)
    return loadEmbeddingModel(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer)
  } catch (error) {
    process.stderr.write(
      `Matching without the embedded model: ${error instanceof Error ? error.message : 'unreadable'}\n`,
    )
    return null
  }
}
