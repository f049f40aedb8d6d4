import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { fold } from '../../src/kit/fold.ts'
import { createNodeEnvironment } from './node/nodeEnvironment.ts'
import { drawPage } from './drawPage.ts'
import { defaultLimits } from './protocol.ts'
import { readDocument, readPlainText } from './readDocument.ts'

interface Expected {
  file: string
  verdict: string
  failure?: string | { type: string }
  layout: string[]
  name?: string | string[] | null
  email?: string | null
  phone?: string | null
  jobs?: {
    title: string | string[] | null
    organisation: string | string[] | null
    start: string | null
    end: string | null
  }[]
  degrees?: { school: string | string[] | null }[]
  languages?: { lang: string }[]
  skills?: string[]
}
const corpus = path.resolve(import.meta.dirname, '../../tests/corpus')
const { files } = JSON.parse(readFileSync(path.join(corpus, 'expected.json'), 'utf8')) as { files: Expected[] }
const environment = createNodeEnvironment()
afterAll(() => environment.close())

const read = (file: string, password?: string) =>
  readDocument(
    environment,
    {
      fileName: path.basename(file),
      bytes: new Uint8Array(readFileSync(path.join(corpus, file))),
      ...(password ? { password } : {}),
    },
    defaultLimits,
  )
const plain = (value: unknown) =>
  fold(String(value ?? ''))
    .replace(/[^a-z0-9\u0600-\u06ff]+/g, ' ')
    .trim()
const either = (value: string | string[] | null | undefined) => [value ?? []].flat().map(plain)
const isPicture = (expected: Expected) => expected.layout?.some((tag) => /scan|photo|no-text-layer/.test(tag))

describe('the corpus of fictional CVs', () => {
  const readable = files.filter((file) => file.verdict !== 'unreadable' && file.name !== undefined)
  const clear = readable.filter((file) => !isPicture(file))

  test.each(clear.map((file) => [file.file, file] as const))('M025-M031 %s', async (_, expected) => {
    const result = await read(expected.file)
    expect(result.ok).toBe(true)
    if (!result.ok) return
    const { cv } = result.value
    if (expected.name) expect(either(expected.name)).toContain(plain(cv.fullName?.value))
    if (expected.email) expect(cv.email?.value).toBe(expected.email)
    if (expected.phone) expect(cv.phone?.value).toBe(expected.phone)
    expect(cv.jobs.map((job) => [job.start?.value ?? null, job.end?.value ?? null])).toEqual(
      (expected.jobs ?? []).map((job) => [job.start, job.end]),
    )
    for (const [index, job] of (expected.jobs ?? []).entries()) {
      expect(either(job.title)).toContain(plain(cv.jobs[index]?.title?.value))
      expect(either(job.organisation)).toContain(plain(cv.jobs[index]?.organisation?.value))
    }
    expect(cv.degrees.map((degree) => plain(degree.school?.value))).toEqual(
      (expected.degrees ?? []).map((degree) => either(degree.school)[0]),
    )
    expect(cv.languages).toHaveLength(expected.languages?.length ?? 0)
    for (const skill of expected.skills ?? []) expect(cv.skills.map((one) => plain(one.value))).toContain(plain(skill))
    // Every value that shows in the file says where it stands.
    for (const value of [cv.fullName, ...cv.jobs.flatMap((job) => [job.title, job.start]), ...cv.skills]) {
      if (!value) continue
      expect(value.boxes.length).toBeGreaterThan(0)
      for (const box of value.boxes) {
        expect(box.page).toBeLessThanOrEqual(result.value.pageCount)
        expect(box.x + box.width).toBeLessThanOrEqual(1.001)
        expect(box.y + box.height).toBeLessThanOrEqual(1.001)
      }
    }
  })

  const pictures = readable.filter(isPicture)
  test.each(pictures.map((file) => [file.file, file] as const))(
    'M025 words of %s come from recognition',
    async (_, expected) => {
      const result = await read(expected.file)
      expect(result.ok).toBe(true)
      if (!result.ok) return
      expect(result.value.pages[0]?.by).toBe('recognition')
      expect(result.value.cv.email?.value).toBe(expected.email)
      expect(result.value.cv.jobs.length).toBe(expected.jobs?.length)
    },
    180_000,
  )

  const broken = files.filter((file) => file.verdict === 'unreadable')
  test.each(broken.map((file) => [file.file, file] as const))(
    'M036 %s is refused with its own reason',
    async (_, expected) => {
      const result = await read(expected.file)
      const reason = typeof expected.failure === 'object' ? expected.failure.type : expected.failure
      expect(result.ok ? 'read' : result.error.type).toBe(reason)
    },
    180_000,
  )
})

describe('C22 formats and limits', () => {
  const text = (content: string, fileName = 'cv.txt') => ({ fileName, bytes: new TextEncoder().encode(content) })
  const cv =
    'Camille Lefèvre\nInfirmière\ncamille@example.fr\n06 39 98 12 04\n\nEXPÉRIENCE\nInfirmière, Hôpital Nord, 2019 - 2021\n\nFORMATION\nDiplôme d’État infirmier, IFSI Esquirol, 2017\n'

  test('C22 a text renamed .pdf is read by its content', async () => {
    const result = await readDocument(environment, text(cv, 'cv.pdf'), defaultLimits)
    expect(result.ok && [result.value.format, result.value.cv.fullName?.value]).toEqual(['txt', 'Camille Lefèvre'])
  })
  test('a vehicle of a job is not the person’s own', async () => {
    const told = cv.replace('2019 - 2021\n', '2019 - 2021\n- Tournées en véhicule de service\n')
    const job = await readDocument(environment, text(told), defaultLimits)
    expect(job.ok && job.value.cv.vehicle).toBeNull()
    const own = await readDocument(environment, text(`${cv}\nDIVERS\nPermis B, véhicule personnel\n`), defaultLimits)
    expect(own.ok && own.value.cv.vehicle?.value).toBe(true)
  })
  test('a recipe is not a CV', async () => {
    const result = await readDocument(
      environment,
      text('Tarte aux pommes\n\nÉplucher les pommes, les couper en quartiers.\nCuire 40 minutes à four chaud.\n'),
      defaultLimits,
    )
    expect(result).toEqual({ ok: false, error: { type: 'NotACv' } })
  })
  test('C22 a file over the size limit is refused before it is opened', async () => {
    const result = await readDocument(environment, text(cv), { ...defaultLimits, sizeBytes: 10 })
    expect(result).toMatchObject({ ok: false, error: { type: 'TooLarge', limitBytes: 10 } })
  })
  test('an advert keeps its lines', async () => {
    const result = await readPlainText(environment, text('Cariste CDI\n• CACES R489\n'), defaultLimits)
    expect(result).toEqual({ ok: true, value: 'Cariste CDI\n• CACES R489' })
  })
  test('C18 languages are never among the skills', async () => {
    const result = await readDocument(
      environment,
      text(`${cv}\nCOMPÉTENCES\nExcel, Anglais courant, Perfusion\n`),
      defaultLimits,
    )
    expect(result.ok && result.value.cv.skills.map((skill) => skill.value)).toEqual(['Excel', 'Perfusion'])
  })
  test('C19 a CV without e-mail is a CV', async () => {
    const result = await readDocument(environment, text(cv.replace('camille@example.fr\n', '')), defaultLimits)
    expect(result.ok && result.value.cv.email).toBe(null)
  })
  test('a page of a text is drawn with its lines where the reading says', async () => {
    const drawn = await drawPage(environment, text(cv), 1, 600)
    expect(drawn.ok && [drawn.value.width, drawn.value.blob.type]).toEqual([600, 'image/png'])
  })

  const starts = ['%PDF-1.7\n', 'PK\u0003\u0004', '{"basics":', '{\\rtf1 ', '<html>', '']
  test('no bytes make the reader throw', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 300 }), async (start, rest) => {
        const bytes = new Uint8Array([...Array.from(start, (letter) => letter.charCodeAt(0)), ...rest])
        const result = await readDocument(environment, { fileName: 'x', bytes }, defaultLimits)
        expect(typeof result.ok).toBe('boolean')
      }),
      { numRuns: 60 },
    )
  })
  test('no text makes the reader throw', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.oneof(
            fc.string({ unit: 'grapheme', maxLength: 60 }),
            fc.constantFrom(
              'Expérience',
              '2019 - 2021',
              'Compétences',
              'Formation',
              'Langues',
              'Anglais',
              '• a, b',
              '\t',
              'Permis B',
            ),
          ),
          { maxLength: 25 },
        ),
        async (rows) => {
          const result = await readDocument(environment, text(rows.join('\n')), defaultLimits)
          expect(typeof result.ok).toBe('boolean')
        },
      ),
      { numRuns: 100 },
    )
  })
})
