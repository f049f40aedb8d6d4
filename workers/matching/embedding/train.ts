import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { parseArgs } from 'node:util'
import { FEATURE_VERSION } from './hashing.ts'
import { loadEmbeddingModel } from './model.ts'
import { packModel } from './modelFormat.ts'
import { calibrate } from './node/calibrate.ts'
import { measure } from './node/measure.ts'
import { recipes, trainRows } from './node/recipe.ts'
import type { Size } from './node/recipe.ts'
import { isHeldOut, readTaxonomy } from './node/taxonomy.ts'
import { buildValidation } from './node/validation.ts'

const USAGE = `Usage: npm run embed:train -- TAXONOMY_DIR [--size small|large] [--held-out] [--out FILE] [--seed N] [--rounds N]
  TAXONOMY_DIR holds esco_occupations.tsv, esco_skills.tsv, rome_codes.tsv and rome_titles.tsv.
  --size      small (default): the model of the first visit; large: the one fetched when the app is idle
  --held-out  learns from nine tenths of the concepts only, measures on the others and prints the calibration that
              recipe.ts keeps; writes a file only with --out
  --out       the model file (default public/models/embedding.bin or embedding-large-CHECKSUM.bin)
  --seed      same seed, size, rounds and files: the same model, byte for byte (default 1)
  --rounds    passes over the examples (default: the recipe's)`

interface Order {
  readonly directory: string
  readonly size: Size
  readonly heldOut: boolean
  readonly out: string | undefined
  readonly seed: number
  readonly rounds: number | undefined
}

function train({ directory, size, heldOut, out, seed, rounds }: Order): void {
  const taxonomy = readTaxonomy(directory)
  const recipe = { ...recipes[size], ...(rounds === undefined ? {} : { rounds }) }
  const isTrained = heldOut ? (id: string) => !isHeldOut(id) : () => true
  const begun = performance.now()
  const { vocabulary, rows } = trainRows(taxonomy, isTrained, recipe, seed, (line) =>
    console.log(`${((performance.now() - begun) / 1000).toFixed(0).padStart(5)} s  ${line}`),
  )
  const { dimensions } = recipe.trainer
  const file = packModel(vocabulary.hashes, rows, dimensions, recipe.bits, FEATURE_VERSION, recipe.calibration)
  const model = loadEmbeddingModel(file.buffer)
  const path = out ?? (heldOut ? undefined : fileFor(size, model.version))
  if (path !== undefined) {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, file)
    console.log(`Wrote ${path}, ${vocabulary.hashes.length} features, ${file.length} bytes.`)
  }
  if (!heldOut) return
  const { middle, slope } = calibrate(model, taxonomy, isHeldOut)
  console.log(`calibration: { middle: ${middle.toFixed(3)}, slope: ${slope.toFixed(2)} }`)
  for (const [task, { mrr, queries }] of Object.entries(measure(model, buildValidation(taxonomy)).tasks))
    console.log(`${task.padEnd(32)} MRR ${mrr.toFixed(4)} (${queries} held-out queries)`)
}

/** The large one carries its checksum in its name, as src/kit/assets.ts must say it. */
function fileFor(size: Size, version: string): string {
  return size === 'small' ? 'public/models/embedding.bin' : `public/models/embedding-large-${version.split('-')[1]}.bin`
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    size: { type: 'string', default: 'small' },
    'held-out': { type: 'boolean', default: false },
    out: { type: 'string' },
    seed: { type: 'string', default: '1' },
    rounds: { type: 'string' },
  },
})
const [directory, ...more] = positionals
const { size } = values
const seed = Number(values.seed)
const rounds = values.rounds === undefined ? undefined : Number(values.rounds)
if (
  directory === undefined ||
  more.length > 0 ||
  (size !== 'small' && size !== 'large') ||
  !Number.isInteger(seed) ||
  !(rounds === undefined || (Number.isInteger(rounds) && rounds >= 1))
) {
  console.error(USAGE)
  process.exitCode = 2
} else {
  const heldOut = values['held-out']
  train({ directory, size, heldOut, seed, rounds, out: values.out })
}
