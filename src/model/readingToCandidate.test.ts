import { expect, test } from 'vitest'
import { candidateSchema } from './candidate.ts'
import { emptyCvReading, type DocumentReading, type Read } from './reading.ts'
import { readingToCandidate } from './readingToCandidate.ts'

const box = { page: 1, x: 0.1, y: 0.2, width: 0.3, height: 0.02 }
const read = <T>(value: T, more: Partial<Read<T>> = {}): Read<T> => ({
  value,
  confidence: 0.9,
  boxes: [box],
  text: String(value),
  ...more,
})
const reading = (): DocumentReading => ({
  engine: 'test',
  format: 'pdf',
  pageCount: 1,
  pages: [{ width: 600, height: 800, by: 'text' }],
  lines: [],
  hiddenPassages: [],
  cv: {
    ...emptyCvReading('fr', 'FR'),
    fullName: read('Camille Lefèvre', { confidence: 0.6, doubt: 'two-candidates' }),
    email: read('camille@example.fr'),
    jobs: [
      {
        title: read('Infirmière'),
        organisation: null,
        place: null,
        start: read('2021-01'),
        end: read('present'),
        lines: [{ text: 'Joindre camille@example.fr ou 06 39 98 12 04', boxes: [box], section: 'experience' }],
      },
    ],
    skills: [{ ...read('Perfusion'), category: 'technical' }],
    languages: [{ code: 'en', name: read('Anglais'), level: read('B2' as const) }],
  },
})
let count = 0
const newId = () => `id${(count += 1)}`

test('M027 every value carries where it was read and how sure the reader is', () => {
  const { fields, about } = readingToCandidate(reading(), 'doc', newId)
  expect(fields.fullName).toBe('Camille Lefèvre')
  expect(about['fullName']).toEqual({
    by: 'reader',
    confidence: 0.6,
    doubt: 'two-candidates',
    source: { documentId: 'doc', boxes: [box], text: 'Camille Lefèvre' },
  })
  const [id, job] = Object.entries(fields.experiences!)[0]!
  expect(job).toMatchObject({ title: 'Infirmière', organisation: '', start: '2021-01', end: 'present' })
  expect(about[`experiences/${id}/title`]).toMatchObject({ by: 'reader' })
  expect(about[`experiences/${id}/organisation`]).toBeUndefined()
})

test('M033 thirty days of notice are assumed and said to be', () => {
  const { fields, about } = readingToCandidate(reading(), 'doc', newId)
  expect(fields.noticeDays).toBe(30)
  expect(about['noticeDays']).toEqual({ by: 'assumed' })
  const stated = reading()
  stated.cv.noticeDays = read(0)
  expect(readingToCandidate(stated, 'doc', newId).about['noticeDays']).toMatchObject({ by: 'reader' })
})

test('C18 languages stay out of the skills', () => {
  const { fields } = readingToCandidate(reading(), 'doc', newId)
  expect(Object.values(fields.skills!).map((skill) => skill.name)).toEqual(['Perfusion'])
  expect(Object.values(fields.languages!)).toMatchObject([{ code: 'en', level: 'B2' }])
})

test('contacts are masked in the lines that are kept', () => {
  const { fields } = readingToCandidate(reading(), 'doc', newId)
  expect(Object.values(fields.experiences!)[0]!.lines[0]!.text).toBe('Joindre ••• ou •••')
})

test('what is made fits the candidate', () => {
  const { fields } = readingToCandidate(reading(), 'doc', newId)
  expect(candidateSchema.parse(fields)).toMatchObject(fields)
})

test('M039 wishes and ratings of skills are kept with where they were read', () => {
  const wished = reading()
  wished.cv.contracts = [read('cdi' as const), read('interim' as const, { confidence: 0.7 })]
  wished.cv.mobilityPlaces = [read('Île-de-France')]
  wished.cv.pay = read({ min: 30_000, max: 34_000, currency: 'EUR', period: 'year' as const })
  wished.cv.situation = read('available' as const)
  wished.cv.skills = [{ ...read('Excel'), category: 'tool', level: 4, years: 6 }]
  const { fields, about } = readingToCandidate(wished, 'doc', newId)
  expect(fields).toMatchObject({
    contracts: ['cdi', 'interim'],
    mobilityPlaces: ['Île-de-France'],
    salaryMin: 30_000,
    salaryMax: 34_000,
    salaryCurrency: 'EUR',
    salaryPeriod: 'year',
    situation: 'available',
  })
  expect(about['contracts']).toMatchObject({ by: 'reader', confidence: 0.7 })
  expect(Object.values(fields.skills!)).toMatchObject([{ name: 'Excel', level: 4, years: 6 }])
  expect(candidateSchema.parse(fields)).toMatchObject(fields)
})
