import { createSHA256 } from 'hash-wasm'
import * as z from 'zod/mini'
import { err, ok, type Result } from '../../../src/kit/result.ts'

/** The list that lies beside a model's files: what they are, how large, and how to know them. */
const manifestShape = z.object({
  name: z.string().check(z.minLength(1), z.maxLength(120)),
  /** Set before each text, as the models of the E5 family want it. */
  prefix: z.string().check(z.maxLength(40)),
  files: z
    .array(
      z.object({
        path: z.string().check(z.regex(/^(?:onnx\/)?[A-Za-z0-9_][A-Za-z0-9_.-]*$/)),
        bytes: z.number().check(z.int(), z.positive()),
        sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
      }),
    )
    .check(z.minLength(3), z.maxLength(12)),
  /** Where the files come from when they do not lie beside the list: a folder of a model hub. */
  source: z.optional(z.string().check(z.maxLength(300), z.regex(/^(?:https:\/\/|http:\/\/127\.0\.0\.1:)[^\s?#@]+\/$/))),
})
export type ModelManifest = z.infer<typeof manifestShape>

/** The manifest's name, beside the files. */
export const manifestName = 'vivier-model.json'

/** Larger models would not fit beside the rest of the app in a laptop's tab. */
export const modelBytesMost = 700_000_000

export type PackageFailure = { type: 'NotAModel' } | { type: 'TooLarge' } | { type: 'Damaged' }

/** The precision of weights by the names that transformers.js expects, best for a laptop first. */
const weightFiles = [
  ['model_quantized.onnx', 'q8'],
  ['model_int8.onnx', 'int8'],
  ['model_uint8.onnx', 'uint8'],
  ['model_fp16.onnx', 'fp16'],
  ['model.onnx', 'fp32'],
] as const
export type Precision = (typeof weightFiles)[number][1]

const neededNames = ['config.json', 'tokenizer.json', 'tokenizer_config.json']

/** Reads a manifest that came from outside. */
export function readManifest(value: unknown): Result<ModelManifest, PackageFailure> {
  const read = z.safeParse(manifestShape, value)
  if (!read.success) return err({ type: 'NotAModel' })
  const paths = new Set(read.data.files.map(({ path }) => path))
  if (!neededNames.every((name) => paths.has(name)) || !precisionOf(read.data)) return err({ type: 'NotAModel' })
  return modelBytes(read.data) > modelBytesMost ? err({ type: 'TooLarge' }) : ok(read.data)
}

/** The precision of the weights a manifest holds; null when it holds none that can be run. */
export const precisionOf = ({ files }: ModelManifest): Precision | null =>
  weightFiles.find(([name]) => files.some(({ path }) => path === `onnx/${name}`))?.[1] ?? null

/** All bytes of a model. */
export const modelBytes = ({ files }: ModelManifest): number => files.reduce((sum, { bytes }) => sum + bytes, 0)

/**
 * Names a model with its revision, which follows from every byte of it. Vectors bear it: those of two stamps must never
 * be compared.
 */
export const stampOf = ({ name, prefix, files }: ModelManifest): string =>
  `${name} ${prefix} ${files
    .map(({ path, sha256 }) => `${path}:${sha256.slice(0, 16)}`)
    .toSorted()
    .join(' ')}`

/** SHA-256 of parts that follow each other, in hexadecimal. */
export async function sha256Of(parts: AsyncIterable<Blob> | Iterable<Blob>): Promise<string> {
  const hash = await createSHA256()
  for await (const part of parts) hash.update(new Uint8Array(await part.arrayBuffer()))
  return hash.digest('hex')
}

/** A file by its bare name. */
export interface NamedBlob {
  name: string
  blob: Blob
}

const hashedAtOnce = 4_000_000

/** A blob in parts, so that no large file is held whole. */
export function* partsOf(blob: Blob, bytes = hashedAtOnce): Generator<Blob> {
  for (let start = 0; start < blob.size; start += bytes) yield blob.slice(start, start + bytes)
}

/**
 * The model that lies among files: its manifest, read from beside them and checked against them or else made, and the
 * files by their paths.
 */
export async function packageFiles(
  files: readonly NamedBlob[],
): Promise<Result<{ manifest: ModelManifest; blobs: Map<string, Blob> }, PackageFailure>> {
  const byName = new Map(files.map(({ name, blob }) => [name.split('/').at(-1)!, blob]))
  const weights = weightFiles.find(([name]) => byName.has(name))
  const config = byName.get('config.json')
  if (!weights || !config || !neededNames.every((name) => byName.has(name))) return err({ type: 'NotAModel' })
  const blobs = new Map(neededNames.map((name) => [name, byName.get(name)!]))
  blobs.set(`onnx/${weights[0]}`, byName.get(weights[0])!)
  const total = [...blobs.values()].reduce((sum, { size }) => sum + size, 0)
  if (total > modelBytesMost) return err({ type: 'TooLarge' })
  const listed = await Promise.all(
    [...blobs].map(async ([path, blob]) => ({ path, bytes: blob.size, sha256: await sha256Of(partsOf(blob)) })),
  )
  const beside = byName.get(manifestName)
  if (beside) {
    const given = readManifest(parse(await beside.text()))
    if (!given.ok) return given
    const fits = listed.every(({ path, bytes, sha256 }) =>
      given.value.files.some((file) => file.path === path && file.bytes === bytes && file.sha256 === sha256),
    )
    if (!fits) return err({ type: 'Damaged' })
    return ok({ manifest: { ...given.value, files: listed }, blobs })
  }
  const name = nameOf(parse(await config.text()))
  const made = readManifest({ name, prefix: /\be5\b/i.test(name) ? 'query: ' : '', files: listed })
  return made.ok ? ok({ manifest: made.value, blobs }) : made
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Not JSON: whoever asked sees that it is no manifest and no configuration.
    return null
  }
}

function nameOf(config: unknown): string {
  const given = (config as { _name_or_path?: unknown } | null)?._name_or_path
  const name = typeof given === 'string' ? (given.split('/').at(-1) ?? '') : ''
  return name.slice(0, 120) || 'model'
}
