import { deflateSync } from 'node:zlib'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { unfolding } from '../../../workers/extraction/formats/unfolding.ts'
import { createNodeEnvironment } from '../../../workers/extraction/node/nodeEnvironment.ts'
import { defaultLimits } from '../../../workers/extraction/protocol.ts'
import { readDocument } from '../../../workers/extraction/readDocument.ts'

const environment = createNodeEnvironment()
afterAll(() => environment.close())
const usual = { ...unfolding }
beforeEach(() => void Object.assign(unfolding, usual))
const read = (fileName: string, bytes: Uint8Array) =>
  readDocument(environment, { fileName, bytes: new Uint8Array(bytes) }, defaultLimits)

const words = `BT /F1 11 Tf 60 780 Td 14 TL ${[
  'Capucine Belloir',
  'capucine.belloir@example.org',
  'EXPERIENCE',
  '2019 - 2024 Technicienne de maintenance, Fonderie Trezel, Rennes',
  'FORMATION',
  '2016 BTS Maintenance des systemes, Lycee Kerval',
]
  .map((line) => `(${line}) Tj T*`)
  .join(' ')} ET`

type Body = { dict: string; data?: Uint8Array }
const stream = (dict: string, data: string | Uint8Array): Body => ({ dict, data: Buffer.from(data) })

/** A PDF of one page: 4 is its content, 5 its font, the others follow. */
function onePage(content: Body, others: Body[] = [], resources = '', font = ''): Buffer {
  const bodies: Body[] = [
    { dict: '/Type/Catalog/Pages 2 0 R' },
    { dict: '/Type/Pages/Kids[3 0 R]/Count 1' },
    {
      dict: `/Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>${resources}>>/Contents 4 0 R`,
    },
    content,
    { dict: font || '/Type/Font/Subtype/Type1/BaseFont/Helvetica' },
    ...others,
  ]
  const parts = bodies.map(({ dict, data }, index) =>
    Buffer.concat([
      Buffer.from(`${index + 1} 0 obj\n<<${dict}${data ? `/Length ${data.length}` : ''}>>\n`),
      ...(data ? [Buffer.from('stream\n'), data, Buffer.from('\nendstream\n')] : []),
      Buffer.from('endobj\n'),
    ]),
  )
  return Buffer.concat([Buffer.from('%PDF-1.4\n'), ...parts, Buffer.from('trailer\n<</Root 1 0 R>>\n%%EOF\n')])
}

describe('M036 a file that grows while it is read', () => {
  test('a PDF stream packed twice is stopped where it passes its bound, and said to be one', async () => {
    unfolding.mostBytes = 2 ** 20
    const packed = deflateSync(deflateSync(Buffer.alloc(8 * 2 ** 20, ' '), { level: 9 }), { level: 9 })
    const bomb = onePage(stream('/Filter[/FlateDecode/FlateDecode]', packed))
    expect(bomb.length).toBeLessThan(2_000)
    expect(await read('cv.pdf', bomb)).toEqual({ ok: false, error: { type: 'Bomb' } })
  })

  test('drawings that draw each other ten times over, seven deep, are stopped', async () => {
    unfolding.mostOperators = 20_000
    const draw = (next: number) =>
      stream(`/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X ${next} 0 R>>>>`, '/X Do '.repeat(10))
    const forms = Array.from({ length: 6 }, (_, depth) => draw(7 + depth))
    const bomb = onePage(stream('', '/X Do'), [...forms, stream('/Subtype/Form/BBox[0 0 9 9]', 'q Q q Q')], '/XObject<</X 6 0 R>>') // prettier-ignore
    expect(await read('cv.pdf', bomb)).toEqual({ ok: false, error: { type: 'Bomb' } })
  })

  test('a font that claims four thousand million widths costs its widths alone: the words are read', async () => {
    const font =
      '/Type/Font/Subtype/Type0/BaseFont/Helvetica/Encoding/Identity-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/Helvetica/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/W[0 4294967295 500]/FontDescriptor<</Type/FontDescriptor/FontName/Helvetica/Flags 32>>>>]'
    const page = onePage(stream('', `BT /F2 9 Tf 9 9 Td <00410042> Tj ET ${words}`), [{ dict: font }])
    const both = Buffer.from(page.toString('latin1').replace('/F1 5 0 R', '/F1 5 0 R/F2 6 0 R'), 'latin1')
    const reading = await read('cv.pdf', both)
    expect(reading.ok && reading.value.cv.fullName?.value).toBe('Capucine Belloir')
  })

  test('a page that says it is endless is no page', async () => {
    const endless = Buffer.from(
      onePage(stream('', words))
        .toString('latin1')
        .replace('595 842', `${'9'.repeat(400)} 842`),
      'latin1',
    )
    expect(await read('cv.pdf', endless)).toEqual({ ok: false, error: { type: 'NoText' } })
  })

  test('a value without end is cut where no CV goes on', async () => {
    const resume = { basics: { name: 'Capucine Belloir', label: 'soudure '.repeat(1_000), summary: 'x'.repeat(1e5) } }
    const skills = Array.from({ length: 2300 }, (_, index) => ({ name: `Savoir ${index}` }))
    const reading = await read('cv.json', Buffer.from(JSON.stringify({ ...resume, skills })))
    if (!reading.ok) throw new Error(reading.error.type)
    expect(reading.value.cv.headline?.value.length).toBe(2000)
    expect(reading.value.cv.skills.length).toBe(2000)
  })

  test.each([
    ['a word', 'x'.repeat(300_000)],
    ['a number', '1'.repeat(300_000)],
    ['a date', '2019-'.repeat(60_000)],
    ['a row of numbers', '06 '.repeat(20_000)],
  ])('%s without end costs no time, and the rest is read', async (_, endless) => {
    const text = `Capucine Belloir\ncapucine.belloir@example.org\nEXPÉRIENCE\n2019 - 2024 Soudeuse, Fonderie Trézel\n${endless}\nFORMATION\n2016 BTS Maintenance, Lycée Kerval\n`
    const reading = await read('cv.txt', Buffer.from(text))
    if (!reading.ok) throw new Error(reading.error.type)
    expect(reading.value.cv.jobs.length).toBeGreaterThan(0)
    expect(reading.value.cv.degrees.length).toBeGreaterThan(0)
  })

  test('each limit is told with its figures, and a person may lift it', async () => {
    const bytes = new Uint8Array(onePage(stream('', words)))
    const within = (limits: Partial<typeof defaultLimits>) =>
      readDocument(environment, { fileName: 'cv.pdf', bytes }, { ...defaultLimits, ...limits })
    expect(defaultLimits.sizeBytes).toBe(50 * 2 ** 20)
    expect(await within({ sizeBytes: 100 })).toEqual({
      ok: false,
      error: { type: 'TooLarge', sizeBytes: bytes.length, limitBytes: 100 },
    })
    expect(await within({ pages: 0 })).toEqual({ ok: false, error: { type: 'TooManyPages', pageCount: 1, limit: 0 } })
    expect((await within({ sizeBytes: Infinity })).ok).toBe(true)
  })

  test('a month that no year has is left out of a date of birth (seed 8000115)', async () => {
    const xml = `<?xml version="1.0"?><SkillsPassport xmlns="http://europass.cedefop.europa.eu/Europass"><LearnerInfo><Identification><PersonName><FirstName>Capucine</FirstName><Surname>Belloir</Surname></PersonName><Demographics><Birthdate year="1988" month="--65536" day="---17"/></Demographics></Identification></LearnerInfo></SkillsPassport>`
    const reading = await read('cv.xml', Buffer.from(xml))
    expect(reading.ok && reading.value.cv.birthDate?.value).toBe('1988')
  })
})
