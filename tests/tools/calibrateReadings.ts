// `npm run calibrate:extract -- FOLDER... [--check] `: fits how sure the reader may be of each kind of value. A FOLDER
// holds CVs and their labels/ID.json. Every value read is right when taking it away makes the score of the reading worse.
// Writes workers/extraction/confidence.json; with --check it only tells how well the confidence of the present reader
// holds on these folders. Folds go by document, so that no CV judges itself.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { CvReading, Read } from '../../src/model/reading.ts'
import { readingToJson } from '../../workers/extraction/cli.ts'
import { judgedKinds, judgedReads, type JudgedKind, probability } from '../../workers/extraction/confidence.ts'
import { createNodeEnvironment } from '../../workers/extraction/node/nodeEnvironment.ts'
import { defaultLimits } from '../../workers/extraction/protocol.ts'
import { readDocument } from '../../workers/extraction/readDocument.ts'
import { type CvLabel, type Field, readLabels, scoreReading } from './scoreReadings.ts'

interface Sample {
  kind: JudgedKind
  features: number[]
  said: number
  right: boolean
  /** The document it comes from. */
  document: string
}

const weightsFile = path.join(import.meta.dirname, '../../workers/extraction/confidence.json')

/** Every judged value of a CV with its verdict; values that the label neither rewards nor punishes are left out. */
function samplesOf(cv: CvReading, isRecognised: boolean, label: CvLabel, document: string): Sample[] {
  const samples: Sample[] = []
  const counts = (field: Field) => scoreReading(readingToJson(cv) as CvLabel, label)[field]
  const whole = scoreReading(readingToJson(cv) as CvLabel, label)
  for (const { kind, read, features } of judgedReads(cv, isRecognised)) {
    const field: Field = kind
    const putBack = takeAway(cv, read)
    const without = counts(field)
    putBack()
    const [before, after] = [whole[field], without]
    const right = (before?.right ?? 0) > (after?.right ?? 0)
    const wrong = (before?.wrong ?? 0) > (after?.wrong ?? 0)
    if (right || wrong) samples.push({ kind, features, said: read.confidence, right, document })
  }
  return samples
}

/** Takes one value out of the reading; what it returns puts it back. */
function takeAway(cv: CvReading, read: Read<unknown>): () => void {
  const holders: object[] = [cv, ...cv.jobs, ...cv.degrees, ...cv.languages]
  for (const holder of holders)
    for (const [key, value] of Object.entries(holder)) {
      if (value === read) {
        if (key === 'name') {
          // A language without its name is no language.
          const at = cv.languages.findIndex((language) => language.name === read)
          const [language] = cv.languages.splice(at, 1)
          return () => void cv.languages.splice(at, 0, language!)
        }
        Object.assign(holder, { [key]: null })
        return () => void Object.assign(holder, { [key]: value })
      }
      if (Array.isArray(value) && value.includes(read)) {
        const at = value.indexOf(read)
        value.splice(at, 1)
        return () => void value.splice(at, 0, read)
      }
    }
  return () => {}
}

/** Logistic regression by Newton's method, with a ridge that keeps rare features small; the constant comes first. */
export function fit(samples: readonly { features: number[]; right: boolean }[], ridge = 1.5): number[] {
  const width = (samples[0]?.features.length ?? 0) + 1
  let weights = Array.from({ length: width }, () => 0)
  // One imagined right and one imagined wrong value keep the constant finite where all were right.
  const rows = samples.map(({ features, right }) => ({ x: [1, ...features], y: right ? 1 : 0 }))
  for (let round = 0; round < 30; round += 1) {
    const gradient = weights.map((weight, index) => (index === 0 ? 0.02 : ridge) * weight)
    const hessian = weights.map((_, i) => weights.map((__, j) => (i === j ? (i === 0 ? 0.02 : ridge) : 0)))
    for (const { x, y } of rows) {
      const p = probability(weights, x.slice(1))
      for (let i = 0; i < width; i += 1) {
        gradient[i]! += (p - y) * x[i]!
        for (let j = 0; j < width; j += 1) hessian[i]![j]! += p * (1 - p) * x[i]! * x[j]!
      }
    }
    const step = solve(hessian, gradient)
    weights = weights.map((weight, index) => weight - Math.max(-2, Math.min(2, step[index]!)))
    if (Math.max(...step.map(Math.abs)) < 1e-6) break
  }
  return weights.map((weight) => Math.round(weight * 1e4) / 1e4)
}

/** Solves a small linear system by elimination with pivots. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, index) => [...row, right[index]!])
  const size = rows.length
  for (let column = 0; column < size; column += 1) {
    let pivot = column
    for (let row = column + 1; row < size; row += 1)
      if (Math.abs(rows[row]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = row
    ;[rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!]
    const head = rows[column]![column]! || 1e-9
    for (let row = column + 1; row < size; row += 1) {
      const factor = rows[row]![column]! / head
      for (let k = column; k <= size; k += 1) rows[row]![k]! -= factor * rows[column]![k]!
    }
  }
  const found = Array.from({ length: size }, () => 0)
  for (let row = size - 1; row >= 0; row -= 1) {
    let sum = rows[row]![size]!
    for (let k = row + 1; k < size; k += 1) sum -= rows[row]![k]! * found[k]!
    found[row] = sum / (rows[row]![row]! || 1e-9)
  }
  return found
}

const folds = 5
const foldOf = (document: string): number => {
  let hash = 7
  // Copies of one CV in several layouts stand in one fold: what stands before the first dash names the person.
  for (const letter of path.basename(document).split(/[-_.]/)[0]!) hash = (hash * 31 + letter.charCodeAt(0)) % 9973
  return hash % folds
}

function tell(samples: readonly (Sample & { chance: number })[]): void {
  const line = (name: string, own: readonly (Sample & { chance: number })[]) => {
    const sure = own.filter(({ chance }) => chance >= 0.9)
    const doubtful = own.filter(({ chance }) => chance < 0.7)
    const wrong = own.filter(({ right }) => !right)
    const part = (some: number, all: number) => (all === 0 ? '  -  ' : (some / all).toFixed(3))
    console.log(
      `${name.padEnd(16)}${String(own.length).padStart(6)}  right ${part(own.length - wrong.length, own.length)}` +
        `  >=.9: ${part(sure.length, own.length)} of all, right ${part(sure.filter(({ right }) => right).length, sure.length)}` +
        `  <.7: ${part(doubtful.length, own.length)} of all, holds ${part(doubtful.filter(({ right }) => !right).length, wrong.length)} of the wrong`,
    )
  }
  for (const kind of judgedKinds)
    line(
      kind,
      samples.filter((sample) => sample.kind === kind),
    )
  line('all', samples)
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { check: { type: 'boolean' } } })
  if (positionals.length === 0) {
    console.error('Usage: npm run calibrate:extract -- FOLDER... [--check]')
    return 2
  }
  const environment = createNodeEnvironment()
  const samples: Sample[] = []
  for (const folder of positionals) {
    const files = readdirSync(folder)
    for (const label of readLabels(path.join(folder, 'labels'))) {
      const name = files.find((file) => path.basename(file, path.extname(file)) === label.id)
      if (!name || !existsSync(path.join(folder, name))) continue
      const bytes = new Uint8Array(readFileSync(path.join(folder, name)))
      const read = await readDocument(
        environment,
        { fileName: name, bytes },
        defaultLimits,
        undefined,
        values.check === true,
      )
      if (!read.ok) continue
      const isRecognised = read.value.pages.some((page) => page.by === 'recognition')
      samples.push(...samplesOf(read.value.cv, isRecognised, label, label.id))
    }
  }
  await environment.close()
  if (values.check === true) {
    tell(samples.map((sample) => ({ ...sample, chance: sample.said })))
    return 0
  }
  const judged: (Sample & { chance: number })[] = []
  const weights: Record<string, number[]> = {}
  for (const kind of judgedKinds) {
    const own = samples.filter((sample) => sample.kind === kind)
    if (own.length < 20) continue
    for (let fold = 0; fold < folds; fold += 1) {
      const fitted = fit(own.filter((sample) => foldOf(sample.document) !== fold))
      for (const sample of own)
        if (foldOf(sample.document) === fold) judged.push({ ...sample, chance: probability(fitted, sample.features) })
    }
    weights[kind] = fit(own)
  }
  console.log('each CV judged by weights fitted without it:')
  tell(judged)
  writeFileSync(weightsFile, `${JSON.stringify(weights)}\n`)
  return 0
}

if (process.argv[1] && path.resolve(process.argv[1]) === import.meta.filename) process.exitCode = await main()
