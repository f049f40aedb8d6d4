import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { parseArgs } from 'node:util'
import { FEATURE_VERSION } from './hashing.ts'
import { packModel } from './modelFormat.ts'
import { exampleSources, trainingTexts } from './node/examples.ts'
import { createRandom } from './node/random.ts'
import { readTaxonomy } from './node/taxonomy.ts'
import { Trainer } from './node/trainer.ts'
import { measure } from './node/measure.ts'
import { buildValidation } from './node/validation.ts'
import { buildVocabulary, encodeText } from './node/vocabulary.ts'
import type { EncodedText } from './node/vocabulary.ts'
import { loadEmbeddingModel } from './model.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string', default: 'public/models/embedding.bin' },
    seed: { type: 'string', default: '1' },
    rounds: { type: 'string', default: '30' },
    set: { type: 'string', multiple: true, default: [] },
    quiet: { type: 'boolean', default: false },
  },
})
const settings: Record<string, number> = {
  dim: 128, bits: 4, temp: 0.07, lr: 0.02, ws: 1, ps: 0.5, gs: 0.3, wd: 0.15, gd: 0.15, batch: 512,
  mw: 1, mp: 3, mg: 3, rs: 1, rg: 2, rw: 1, ro: 2, rk: 1, every: 5,
}
for (const pair of values.set) { const [k, v] = pair.split('='); settings[k!] = Number(v) }
const S = settings as Record<string, number>
const taxonomy = readTaxonomy(positionals[0]!)
const random = createRandom(Number(values.seed))
const vocabulary = buildVocabulary(trainingTexts(taxonomy), { minWord: S.mw!, minPair: S.mp!, minGram: S.mg! })
const kindCounts = [0, 0, 0]
for (const k of vocabulary.kinds) kindCounts[k]!++
console.log(JSON.stringify(S), 'rows', vocabulary.hashes.length, kindCounts.join('/'))
const trainer = new Trainer(vocabulary, {
  dimensions: S.dim!, temperature: S.temp!, learningRate: S.lr!, wordScale: S.ws!, pairScale: S.ps!, gramScale: S.gs!, wordDropout: S.wd!, gramDropout: S.gd!,
}, random)
const encoded = new Map<string, EncodedText>()
const encode = (text: string): EncodedText => {
  let known = encoded.get(text)
  if (known === undefined) { known = encodeText(text, vocabulary); encoded.set(text, known) }
  return known
}
const validation = buildValidation(taxonomy)
const sources = exampleSources(taxonomy, { occupations: S.ro!, skills: S.rk!, sheets: S.rs!, glossaryTitles: S.rg!, glossaryWords: S.rw! })
const rounds = Number(values.rounds)
const started = performance.now()
const report = (round: number, loss: number): void => {
  if (S.dump) { writeFileSync(values.out + '.rows', new Uint8Array(trainer.rows.buffer)); }
  const file = packModel(vocabulary.hashes, trainer.rows, S.dim!, S.bits!, FEATURE_VERSION)
  const model = loadEmbeddingModel(file.buffer)
  const figures = measure(model, validation)
  console.log(round, loss.toFixed(3), ((performance.now() - started) / 1000).toFixed(0) + 's', (file.length / 1e6).toFixed(2) + 'MB', Object.entries(figures.tasks).map(([t, f]) => `${t.replace('occupation', 'o').replace('alternative','alt').replace('description','desc')} ${f.mrr.toFixed(3)}`).join(' | '))
  mkdirSync(dirname(values.out), { recursive: true })
  writeFileSync(values.out, file)
}
for (let round = 0; round < rounds; round++) {
  const batches: [string, string][][] = []
  for (const s of sources) for (let k = 0; k < s.share; k++) batches.push(...s.batches(random, S.batch!))
  random.shuffle(batches)
  let loss = 0
  batches.forEach((batch, i) => {
    const share = 1 - (round + i / batches.length) / rounds
    loss += trainer.step(batch.map(([a]) => encode(a)), batch.map(([, b]) => encode(b)), share)
  })
  if ((round + 1) % S.every! === 0 || round + 1 === rounds) report(round + 1, loss / batches.length)
}
