import { expect, test } from 'vitest'
import { emptyCvReading, type Read } from '../../src/model/reading.ts'
import { fit } from '../../tests/tools/calibrateReadings.ts'
import weights from './confidence.json' with { type: 'json' }
import { judgedKinds, judgedReads, probability, settleConfidence, type Weights } from './confidence.ts'

const read = <T>(value: T, confidence = 0.85, doubt?: string): Read<T> => ({
  value,
  confidence,
  boxes: [{ page: 1, x: 0, y: 0, width: 0.1, height: 0.01 }],
  text: String(value),
  ...(doubt ? { doubt } : {}),
})
const cv = () => ({
  ...emptyCvReading('fr', 'FR'),
  fullName: read('Camille Lefèvre', 0.95),
  headline: read('Comptable'),
  email: read('camille.lefevre@example.fr', 0.97),
  phone: read('+33639981204', 0.97),
  city: read('Nantes', 0.92),
  postalCode: read('44000', 0.92),
  links: [read('https://www.linkedin.com/in/camille', 0.93)],
  jobs: [
    {
      title: read('Comptable générale'),
      organisation: read('Société Durand SARL'),
      place: null,
      start: read('2019-01', 0.96),
      end: read('present', 0.96),
      lines: [],
    },
  ],
  degrees: [
    {
      title: read('BTS Comptabilité'),
      school: read('Lycée Jean Macé'),
      place: null,
      start: null,
      end: read('2018', 0.96),
      level: 'bac+2' as const,
      lines: [],
    },
  ],
  skills: [{ ...read('Sage'), category: 'tool' as const }],
  languages: [{ code: 'en', name: read('Anglais', 0.97), level: read('B2' as const, 0.95) }],
  licences: [{ ...read('Permis B', 0.95), kind: 'driving' as const, code: 'B', date: '' }],
})

test('every kind of value has weights for exactly the features that are counted', () => {
  const kinds = new Set<string>()
  for (const { kind, features, recognised } of judgedReads(cv(), false)) {
    kinds.add(kind)
    const own = (weights as Record<string, Weights>)[kind]
    expect(own?.written, kind).toHaveLength(features.length + 1)
    expect(own?.recognised, kind).toHaveLength(recognised.length)
  }
  expect([...kinds].sort()).toEqual([...judgedKinds].sort())
})

test('a plain CV leaves nothing to ask', () => {
  const plain = cv()
  settleConfidence(plain, false)
  for (const { kind, read: settled } of judgedReads(plain, false))
    expect(settled.confidence, kind).toBeGreaterThanOrEqual(0.7)
})

test('a name guessed from a file name, or a title that reads like a sentence, is worth a question', () => {
  const odd = cv()
  odd.fullName = read('Nouveau Document', 0.45, 'from-file-name')
  odd.email = null as never
  odd.jobs[0]!.title = read('gestion des stocks et des commandes de la société pour la France.', 0.5, 'two-candidates')
  odd.jobs[0]!.organisation = null as never
  settleConfidence(odd, false)
  expect(odd.fullName.confidence).toBeLessThan(0.7)
  expect(odd.jobs[0]!.title.confidence).toBeLessThan(0.7)
})

test('what recognition was unsure of is doubted, half an address more than a whole one that holds the name', () => {
  const photo = cv()
  photo.email = read('camille.lefevre@exampie.fr', 0.4, 'ocr-letters')
  photo.links = [read('https://www.linkedin.com/in/camille-lefevre', 0.85), read('lefevre.example.fr', 0.82)]
  const written = structuredClone(photo)
  settleConfidence(photo, true)
  settleConfidence(written, false)
  expect(photo.email.confidence).toBeLessThan(0.7)
  expect(photo.email.doubt).toBe('ocr-letters')
  expect(photo.links[0]!.confidence).toBeGreaterThanOrEqual(0.9)
  expect(photo.links[1]!.confidence).toBeLessThan(0.7)
  expect(written.links[1]!.confidence).toBeGreaterThan(0.8)
})

test('the regression finds the shares it was given', () => {
  const samples = Array.from({ length: 400 }, (_, index) => {
    const feature = index % 2
    return { features: [feature], right: feature === 1 ? index % 20 !== 1 : index % 4 === 0 }
  })
  const found = fit(samples, 0.01)
  expect(probability(found, [1])).toBeCloseTo(0.9, 1)
  expect(probability(found, [0])).toBeCloseTo(0.5, 1)
})
