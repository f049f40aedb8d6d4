import { readFileSync } from 'node:fs'
import path from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import { afterAll, describe, expect, test } from 'vitest'
import { readingToJson } from '../../../workers/extraction/cli.ts'
import { createNodeEnvironment } from '../../../workers/extraction/node/nodeEnvironment.ts'
import { unpackContainer } from '../../../workers/extraction/openContainer.ts'
import { defaultLimits } from '../../../workers/extraction/protocol.ts'
import { readDocument, readPlainText } from '../../../workers/extraction/readDocument.ts'
import { type CvLabel, scoreReading } from '../../tools/scoreReadings.ts'

interface Expected extends CvLabel {
  file: string
  format: string
  holds?: { file: string; name: string }[]
  failure?: string
}

const folder = path.resolve(import.meta.dirname, '../../corpus/formats')
const { files } = JSON.parse(readFileSync(path.join(folder, 'expected.json'), 'utf8')) as { files: Expected[] }
const environment = createNodeEnvironment()
afterAll(() => environment.close())

const open = (file: string) => ({ fileName: file, bytes: new Uint8Array(readFileSync(path.join(folder, file))) })

describe('each format a recruiter receives', () => {
  test.each(files.filter(({ name }) => name !== undefined))(
    'M025 M026 $file is read as $format, every field as people set it',
    async (expected) => {
      const read = await readDocument(environment, open(expected.file), defaultLimits)
      if (!read.ok) return expect(read.error).toBeNull()
      const score = scoreReading(readingToJson(read.value.cv) as CvLabel, expected)
      const amiss = Object.entries(score).filter(([, { wrong, missed }]) => wrong + missed > 0)
      expect(amiss).toEqual([])
      expect(read.value.format).toBe(expected.format)
    },
  )
  test.each(files.filter(({ holds }) => holds !== undefined))(
    'M025 $file gives the CVs it holds, and no junk',
    async ({ file, holds }) => {
      const found: { file: string; name: unknown }[] = []
      const opened = await unpackContainer(open(file), defaultLimits, [], async ({ path: where, bytes }) => {
        const read = bytes
          ? await readDocument(
              environment,
              { fileName: path.basename(where), bytes: new Uint8Array(bytes) },
              defaultLimits,
            )
          : null
        found.push({ file: path.basename(where), name: read?.ok ? read.value.cv.fullName?.value : null })
      })
      expect(opened.ok).toBe(true)
      expect(found).toEqual(holds)
    },
  )
  test.each(files.filter(({ failure }) => failure !== undefined))(
    'C22 $file is refused with its reason',
    async ({ file, failure }) => {
      const opened = await unpackContainer(open(file), defaultLimits, [], async () => {})
      expect(opened).toMatchObject({ ok: false, error: { type: failure } })
    },
  )
  test.each(['linkedin-fr.pdf', 'linkedin-en.pdf'])('%s is known for what it is', async (file) => {
    const read = await readDocument(environment, open(file), defaultLimits)
    expect(read.ok && read.value.maker).toBe('linkedin')
  })
})

describe('adverts that come as files', () => {
  test.each(['cv-word97.doc', 'cv-libreoffice.odt', 'cv-wordpad.rtf', 'cv-page.html', 'cv-windows.txt'])(
    'M045 the words of %s are taken',
    async (file) => {
      const read = await readPlainText(environment, open(file), defaultLimits)
      const { name } = files.find((expected) => expected.file === file)!
      expect(read.ok && read.value).toContain(name)
    },
  )
  test.each(['candidature.eml', 'candidature.msg'])('M045 of %s, those of the document it brings', async (file) => {
    const read = await readPlainText(environment, open(file), defaultLimits)
    const [held] = files.find((expected) => expected.file === file)!.holds!
    expect(read.ok && read.value).toContain(held!.name)
    expect(read.ok && read.value).not.toContain('ci-joint')
  })
})

test('M026 what was filled into the fields of a PDF form is read', async () => {
  const pdf = await PDFDocument.create()
  const page = pdf.addPage([595, 842])
  const form = pdf.getForm()
  const rows = [
    ['Nom', 'ROUVEYROL'],
    ['Prénom', 'Clémence'],
    ['E-mail', 'clemence.rouveyrol@example.org'],
    ['Téléphone', '06 39 98 12 45'],
    ['Adresse', '12 rue des Lilas, 37000 Tours'],
  ] as const
  for (const [index, [label, value]] of rows.entries()) {
    page.drawText(label, { x: 50, y: 745 - 25 * index, size: 10 })
    const field = form.createTextField(label)
    field.setText(value)
    field.addToPage(page, { x: 180, y: 740 - 25 * index, width: 300, height: 18, borderWidth: 0 })
  }
  page.drawText('Langues', { x: 50, y: 560, size: 13 })
  const choice = form.createDropdown('langue')
  choice.addOptions(['Anglais courant', 'Anglais débutant'])
  choice.select('Anglais courant')
  choice.addToPage(page, { x: 50, y: 530, width: 200, height: 18 })
  const bytes = new Uint8Array(await pdf.save())
  const read = await readDocument(environment, { fileName: 'dossier.pdf', bytes }, defaultLimits)
  expect(read.ok && readingToJson(read.value.cv)).toMatchObject({
    name: 'Clémence ROUVEYROL',
    email: 'clemence.rouveyrol@example.org',
    phone: '+33639981245',
    city: 'Tours',
    languages: [{ lang: 'Anglais', level: 'courant' }],
  })
})

test.each(['windows-1252', 'macintosh', 'windows-1254'])(
  'M026 a CV whose letters were read as %s on their way is read as it was written',
  async (encoding) => {
    const file = 'cv-windows.txt'
    const written = new TextDecoder('windows-1252').decode(open(file).bytes)
    const wronged = new TextDecoder(encoding).decode(new TextEncoder().encode(written))
    expect(wronged).not.toBe(written)
    const bytes = new Uint8Array(new TextEncoder().encode(wronged))
    const read = await readDocument(environment, { fileName: file, bytes }, defaultLimits)
    const reading = read.ok ? (readingToJson(read.value.cv) as CvLabel) : {}
    const score = scoreReading(
      reading,
      files.find((expected) => expected.file === file)!,
    )
    expect(Object.entries(score).filter(([, { wrong, missed }]) => wrong + missed > 0)).toEqual([])
    expect(reading.name).toBe('Inès Weissmuller Bellecombe')
  },
)
