import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { parseArgs } from 'node:util'
import { FEATURE_VERSION } from './hashing.ts'
import { loadEmbeddingModel } from './model.ts'
import { packModel } from './modelFormat.ts'
import { exampleSources, trainingTexts } from './node/examples.ts'
import { measure } from './node/measure.ts'
import type { SourceName } from './node/examples.ts'
import { createRandom } from './node/random.ts'
import { readTaxonomy } from './node/taxonomy.ts'
import { Trainer } from './node/trainer.ts'
import { buildValidation } from './node/validation.ts'
import { buildVocabulary, encodeText } from './node/vocabulary.ts'
import type { EncodedText } from './node/vocabulary.ts'

const USAGE = `Usage: npm run embed:train -- TAXONOMY_DIR [--out FILE] [--seed N] [--rounds N]
  TAXONOMY_DIR holds esco_occupations.tsv, esco_skills.tsv, rome_codes.tsv and rome_titles.tsv.
  --out     the model file (default public/models/embedding.bin)
  --seed    same seed, rounds and files: the same model, byte for byte (default 1)
  --rounds  passes over the examples (default 12); a round takes about 20 seconds on a laptop core`

/** Chosen on the validation split; docs/embedding-model.md says what the others gave. */
const DIMENSIONS = 128
const BITS = 2
const BATCH_SIZE = 512
const VOCABULARY_LIMITS = { minWord: 1, minPair: 6, minGram: 2 }
const TRAINER_OPTIONS = {
  dimensions: DIMENSIONS,
  learningRate: 0.03,
  wordScale: 1,
  pairScale: 0.5,
  gramScale: 0.1,
  dropout: 0.02,
}
/** For texts that mean the same. */
const TEMPERATURE = 0.08
/** For texts that are only neighbours: being nearer than strangers is enough, they must not become one. */
const NEIGHBOUR_TEMPERATURE = 0.03
/** How often a round goes through each source: the small ones more often, lest the 10,000 skills drown them. */
const SCHEDULE: Readonly<Record<SourceName, { readonly passes: number; readonly temperature: number }>> = {
  occupations: { passes: 5, temperature: TEMPERATURE },
  skills: { passes: 1, temperature: TEMPERATURE },
  sheets: { passes: 10, temperature: TEMPERATURE },
  siblings: { passes: 2, temperature: NEIGHBOUR_TEMPERATURE },
  families: { passes: 4, temperature: NEIGHBOUR_TEMPERATURE },
  glossaryTitles: { passes: 8, temperature: TEMPERATURE },
  glossaryWords: { passes: 5, temperature: TEMPERATURE },
}

function train(directory: string, out: string, seed: number, rounds: number): void {
  const taxonomy = readTaxonomy(directory)
  const random = createRandom(seed)
  const vocabulary = buildVocabulary(trainingTexts(taxonomy), VOCABULARY_LIMITS)
  const trainer = new Trainer(vocabulary, TRAINER_OPTIONS, random)
  const sources = exampleSources(taxonomy)
  const encodedByText = new Map<string, EncodedText>()
  const encode = (text: string): EncodedText => {
    let encoded = encodedByText.get(text)
    if (encoded === undefined) encodedByText.set(text, (encoded = encodeText(text, vocabulary)))
    return encoded
  }
  console.log(`${vocabulary.hashes.length} features, ${rounds} rounds, seed ${seed}`)

  for (let round = 0; round < rounds; round++) {
    const batches = random.shuffle(
      sources.flatMap((source) => {
        const { passes, temperature } = SCHEDULE[source.name]
        return Array.from({ length: passes }, () => source.batches(random, BATCH_SIZE))
          .flat()
          .map((pairs) => ({ pairs, temperature }))
      }),
    )
    let loss = 0
    batches.forEach(({ pairs, temperature }, index) => {
      // The rate falls to nothing in a straight line, so the last steps settle what the first ones found.
      const rateShare = 1 - (round + index / batches.length) / rounds
      const left = pairs.map(([text]) => encode(text))
      const right = pairs.map(([, text]) => encode(text))
      loss += trainer.step(left, right, temperature, rateShare)
    })
    console.log(`round ${round + 1}: loss ${(loss / batches.length).toFixed(4)}`)
  }

  const file = packModel(vocabulary.hashes, trainer.rows, DIMENSIONS, BITS, FEATURE_VERSION)
  mkdirSync(dirname(out), { recursive: true })
  writeFileSync(out, file)
  console.log(`Wrote ${out}, ${file.length} bytes.`)
  for (const [task, { mrr, queries }] of Object.entries(
    measure(loadEmbeddingModel(file.buffer), buildValidation(taxonomy)).tasks,
  )) {
    console.log(`${task.padEnd(32)} MRR ${mrr.toFixed(4)} (${queries} held-out queries)`)
  }
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string', default: 'public/models/embedding.bin' },
    seed: { type: 'string', default: '1' },
    rounds: { type: 'string', default: '12' },
  },
})
const [directory] = positionals
const seed = Number(values.seed)
const rounds = Number(values.rounds)
if (directory === undefined || !Number.isInteger(seed) || !Number.isInteger(rounds) || rounds < 1) {
  console.error(USAGE)
  process.exitCode = 2
} else {
  train(directory, values.out, seed, rounds)
}
