// `npm run calibrate:extract -- FOLDER... [--check] `: fits how sure the reader may be of each kind of value. A FOLDER
// holds CVs and their labels/ID.json. Every value read is right when taking it away makes the score of the reading worse.
// CVs with written text fit what counts everywhere, photos and scans what recognition changes in it; weights of which
// these folders hold too few values stay as they are. Writes workers/extraction/confidence.json; with --check it only
// tells how well the confidence of the present reader holds on these folders. Folds go by person, so that nobody's CV
// judges itself.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { CvReading, Read } from '../../src/model/reading.ts'
import { readingToJson } from '../../workers/extraction/cli.ts'
import {
  chanceOf,
  judgedKinds,
  type JudgedRead,
  judgedReads,
  probability,
  type Weights,
} from '../../workers/extraction/confidence.ts'
import { createNodeEnvironment } from '../../workers/extraction/node/nodeEnvironment.ts'
import { defaultLimits } from '../../workers/extraction/protocol.ts'
import { readDocument } from '../../workers/extraction/readDocument.ts'
import { type CvLabel, type Field, readLabels, scoreReading } from './scoreReadings.ts'

interface Sample extends Pick<JudgedRead, 'kind' | 'features' | 'recognised'> {
  isRecognised: boolean
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
  for (const { kind, read, features, recognised } of judgedReads(cv, isRecognised)) {
    const field: Field = kind
    const putBack = takeAway(cv, read)
    const without = counts(field)
    putBack()
    const [before, after] = [whole[field], without]
    const right = (before?.right ?? 0) > (after?.right ?? 0)
    const wrong = (before?.wrong ?? 0) > (after?.wrong ?? 0)
    if (right || wrong)
      samples.push({ kind, features, recognised, isRecognised, said: read.confidence, right, document })
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

interface Row {
  features: readonly number[]
  right: boolean
  /** What is added to the sum of its features, known beforehand. */
  offset?: number
}

/** Logistic regression by Newton's method, with a ridge that keeps rare features small; the constant comes first. */
export function fit(samples: readonly Row[], ridge = 1.5): number[] {
  // The constant is hardly held: enough to stay finite where all were right.
  return regress(
    samples.map((sample) => ({ ...sample, features: [1, ...sample.features] })),
    (index) => (index === 0 ? 0.02 : ridge),
  )
}

/** What recognition changes: the same over the sum that `written` gives, held towards no change at all. */
const fitRecognised = (samples: readonly Sample[], written: readonly number[]): number[] =>
  regress(
    samples.map((sample) => ({
      features: sample.recognised,
      right: sample.right,
      offset: logitOf(probability(written, sample.features)),
    })),
    () => 0.5,
  )
const logitOf = (share: number): number => Math.log(share / (1 - share))

function regress(rows: readonly Row[], ridge: (index: number) => number): number[] {
  let weights = Array.from({ length: rows[0]?.features.length ?? 0 }, () => 0)
  const width = weights.length
  for (let round = 0; round < 30; round += 1) {
    const gradient = weights.map((weight, index) => ridge(index) * weight)
    const hessian = weights.map((_, i) => weights.map((__, j) => (i === j ? ridge(i) : 0)))
    for (const { features: x, right, offset = 0 } of rows) {
      const p = probability([offset, ...weights], x)
      for (let i = 0; i < width; i += 1) {
        gradient[i]! += (p - (right ? 1 : 0)) * x[i]!
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
  // Copies of one CV in several layouts stand in one fold: what stands before the first dash names the person, in the
  // pictures of makePhotos.ts after their number and their set.
  const name = path.basename(document).replace(/^(?:photo|scan)\d+-[^-]+-/, '')
  for (const letter of name.split(/[-_.]/)[0]!) hash = (hash * 31 + letter.charCodeAt(0)) % 9973
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

/** Fewer values of a kind than these tell nothing. */
const enough = 20

function fitKind(samples: readonly Sample[], kept: Weights = { written: [], recognised: [] }): Weights {
  const onPaper = samples.filter(({ isRecognised }) => isRecognised)
  const inText = samples.filter(({ isRecognised }) => !isRecognised)
  const written = inText.length < enough ? kept.written : fit(inText)
  return { written, recognised: onPaper.length < enough ? kept.recognised : fitRecognised(onPaper, written) }
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
  const kept = JSON.parse(readFileSync(weightsFile, 'utf8')) as Record<string, Weights>
  const weights: Record<string, Weights> = {}
  for (const kind of judgedKinds) {
    const own = samples.filter((sample) => sample.kind === kind)
    for (let fold = 0; fold < folds; fold += 1) {
      const fitted = fitKind(
        own.filter((sample) => foldOf(sample.document) !== fold),
        kept[kind],
      )
      for (const sample of own)
        if (foldOf(sample.document) === fold) judged.push({ ...sample, chance: chanceOf(fitted, sample) })
    }
    weights[kind] = fitKind(own, kept[kind])
  }
  console.log('each CV judged by weights fitted without it:')
  tell(judged)
  writeFileSync(weightsFile, `${JSON.stringify(weights)}\n`)
  return 0
}

if (process.argv[1] && path.resolve(process.argv[1]) === import.meta.filename) process.exitCode = await main()
