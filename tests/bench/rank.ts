/*
 * How long ranking takes: 60 and 10,000 made-up candidates, once read. `npm run bench:rank`; figures are of this
 * machine, in milliseconds, the median of several runs. Seeded: two runs rank the same people.
 */
import { type CandidateProfile, emptyProfileFacts } from '../../src/model/match.ts'
import { readModel } from '../../workers/matching/cli/common.ts'
import { createEngine } from '../../workers/matching/engine.ts'
import { occupationNames, skillNames } from '../../workers/matching/lexicon/lexicon.ts'
import { readAdvert } from '../../workers/matching/readAdvert.ts'
import { readingToOffer } from '../../workers/matching/readingToOffer.ts'

let seed = 7
const random = (): number => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
  return seed / 4294967296
}
const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)]!

function madeUp(id: number): CandidateProfile {
  const lines: CandidateProfile['lines'] = []
  let year = 2026
  for (let job = 0; job < 4; job += 1) {
    const start = year - 1 - Math.floor(random() * 4)
    const title = pick(occupationNames)
    lines.push({
      text: `${title}, Maison ${job}`,
      section: 'experience',
      entryId: `j${job}`,
      entry: { title, organisation: `Maison ${job}`, start: `${start}-03`, end: job === 0 ? 'present' : `${year}-02` },
    })
    for (let line = 0; line < 6; line += 1)
      lines.push({ text: `${pick(skillNames)} et ${pick(skillNames)}`, section: 'experience', entryId: `j${job}` })
    year = start
  }
  for (let skill = 0; skill < 8; skill += 1) lines.push({ text: pick(skillNames), section: 'skills' })
  lines.push({ text: 'Anglais : B2', section: 'languages' })
  return {
    id: `c${id}`,
    lines,
    facts: emptyProfileFacts(),
  }
}

const advert = `Technicien de maintenance (H/F)
Nancy - CDI

Profil recherché :
- 3 ans d'expérience comme technicien de maintenance
- Habilitation électrique B2V
- Lecture de schémas électriques
- Automates Siemens
- Anglais B1

Les plus :
- GMAO
- Hydraulique`
const offer = readingToOffer('offer', advert, readAdvert(advert))
const model = readModel()
const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1]!

for (const count of [60, 10_000]) {
  const engine = createEngine(model)
  const profiles = Array.from({ length: count }, (_, id) => madeUp(id))
  const readFrom = performance.now()
  engine.upsert(profiles)
  const readMs = performance.now() - readFrom
  const firstFrom = performance.now()
  engine.rank(offer, '2026-06')
  const firstMs = performance.now() - firstFrom
  const runs: number[] = []
  for (let run = 0; run < 5; run += 1) {
    const from = performance.now()
    engine.rank({ ...offer, id: `offer${run}` }, '2026-06')
    runs.push(performance.now() - from)
  }
  const searchFrom = performance.now()
  engine.search('electricien maintenace automates', 20)
  process.stdout.write(
    `${count} candidates: read ${readMs.toFixed(0)} ms, first ranking ${firstMs.toFixed(1)} ms, next rankings ${median(runs).toFixed(1)} ms, search ${(performance.now() - searchFrom).toFixed(1)} ms\n`,
  )
}
