import { zipSync, strToU8 } from 'fflate'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openArchive } from './archive.ts'
import { pictureSize } from './pictureSize.ts'
import { embeddedToReading, readJsonResume } from './readJsonResume.ts'
import { readRtf } from './readRtf.ts'
import { htmlToFlow } from './readHtml.ts'
import { type FlowText, textOf } from './flowText.ts'
import { decodeText } from './decodeText.ts'
import { sniff } from './sniff.ts'

/** The rows of a text, bullets shown. */
const linesOf = ({ paragraphs }: FlowText) =>
  paragraphs.map((paragraph) => (paragraph.bullet ? '• ' : '') + textOf(paragraph))

const bytes = (text: string) => new TextEncoder().encode(text)

describe('what a file is', () => {
  test.each([
    ['pdf', bytes('%PDF-1.7\n')],
    ['pdf', bytes('\n\nrubbish%PDF-1.4')],
    ['png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
    ['jpg', new Uint8Array([0xff, 0xd8, 0xff, 0xe0])],
    ['rtf', bytes('{\\rtf1 hello}')],
    ['json', bytes(' {"basics": {}}')],
    ['html', bytes('<!DOCTYPE html><html></html>')],
    ['txt', bytes('Camille Lefèvre\nInfirmière')],
    ['doc', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
    ['docx', zipSync({ '[Content_Types].xml': strToU8(''), 'word/document.xml': strToU8('<w/>') })],
    ['zip', zipSync({ 'cv.pdf': strToU8('x') })],
    ['rar', new Uint8Array([0x52, 0x61, 0x72, 0x21, 0x1a, 7, 1, 0])],
    ['7z', new Uint8Array([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c])],
    ['gzip', new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0])],
    ['wordperfect', new Uint8Array([0xff, 0x57, 0x50, 0x43, 0, 0])],
    ['pages', zipSync({ 'Index/Document.iwa': strToU8('x'), 'preview.jpg': strToU8('y') })],
    ['xlsx', zipSync({ 'xl/workbook.xml': strToU8('<x/>') })],
    ['ods', zipSync({ mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }] })],
    ['xps', zipSync({ 'FixedDocSeq.fdseq': strToU8('<x/>') })],
    ['binary', new Uint8Array([0, 1, 2, 3, 0, 0, 9, 200])],
  ])('M026 %s is told by its bytes', (format, content) => {
    expect(sniff(content)).toBe(format)
  })

  test('text comes back from UTF-8, UTF-16 and Windows-1252', () => {
    const text = 'Compétences : élève, œuvre'
    expect(decodeText(bytes(text))).toBe(text)
    const utf16 = new Uint8Array([
      0xff,
      0xfe,
      ...Array.from(text).flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]),
    ])
    expect(decodeText(utf16)).toBe(text)
    expect(decodeText(utf16.subarray(2))).toBe(text)
    expect(
      decodeText(new Uint8Array([0x43, 0x6f, 0x6d, 0x70, 0xe9, 0x74, 0x65, 0x6e, 0x63, 0x65, 0x73, 0x20, 0x9c])),
    ).toBe('Compétences œ')
  })

  test('no bytes make it throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (content) => {
        expect(typeof sniff(content)).toBe('string')
        decodeText(content)
        pictureSize(content)
      }),
    )
  })
})

describe('sizes before decoding', () => {
  test('a PNG header tells its pixels', () => {
    const header = new Uint8Array(33)
    header.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
    new DataView(header.buffer).setUint32(16, 10_000)
    new DataView(header.buffer).setUint32(20, 6000)
    expect(pictureSize(header)).toEqual({ width: 10_000, height: 6000 })
  })
  test('a JPEG frame is found behind other segments', () => {
    const jpeg = new Uint8Array([
      0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xc0, 0, 17, 8, 0x01, 0x00, 0x02, 0x00, 3, 0, 0, 0,
    ])
    expect(pictureSize(jpeg)).toEqual({ width: 512, height: 256 })
  })
})

describe('archives', () => {
  test('M036 an archive that claims more than the limit is refused unopened', () => {
    const zip = zipSync({ 'word/document.xml': new Uint8Array(2_000_000) })
    expect(openArchive(zip, 1_000_000, 'docx')).toEqual({ ok: false, error: { type: 'Bomb' } })
  })
  test('an archive that lies about its sizes is refused while it inflates', () => {
    const zip = zipSync({ a: new Uint8Array(2_000_000) })
    // The claimed size stands at offset 24 of the central directory's entry.
    const view = new DataView(zip.buffer)
    for (let at = 0; at < zip.length - 4; at += 1)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true)
    const archive = openArchive(zip, 1_000_000, 'docx')
    expect(archive.ok && archive.value.read('a')).toEqual({ ok: false, error: { type: 'Bomb' } })
  })
  test('an honest archive opens', () => {
    const archive = openArchive(zipSync({ a: strToU8('texte') }), 1000, 'docx')
    const entry = archive.ok ? archive.value.read('a') : null
    expect(entry?.ok && new TextDecoder().decode(entry.value!)).toBe('texte')
  })
})

describe('texts in other clothes', () => {
  test('RTF gives its text without fonts and colours', () => {
    const rtf = bytes("{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}\\f0 Exp\\'e9rience\\par 2019 \\u8211 ? 2021\\par}")
    expect(linesOf(readRtf(rtf))).toEqual(['Expérience', '2019 – 2021'])
  })
  test('RTF keeps the rows of a table in a cell of another', () => {
    const cell = (text: string) => `\\pard\\intbl\\itap2 ${text}\\nestcell`
    const row = `{\\*\\nesttableprops\\trowd\\cellx900\\cellx1800\\nestrow}{\\nonesttables\\par}`
    const rtf = bytes(
      `{\\rtf1\\ansi \\pard\\intbl Divers\\par ${cell('Anglais')}${cell('B2')}${row}${cell('Breton')}${cell('A1')}${row}\\pard\\intbl\\cell\\row\\pard Fin\\par}`,
    )
    expect(linesOf(readRtf(rtf))).toEqual(['Divers', 'Anglais\tB2', 'Breton\tA1', 'Fin'])
  })
  test('in RTF the bullet of a broken line stands before its first part', () => {
    const rtf = bytes(
      '{\\rtf1\\ansi \\pard\\ls1 2023 : Stage\\line Audit de comptes\\par \\pard\\ls1 2022 : Vente\\par}',
    )
    expect(linesOf(readRtf(rtf))).toEqual(['• 2023 : Stage', 'Audit de comptes', '• 2022 : Vente'])
  })
  test('HTML gives its text without scripts', () => {
    expect(
      linesOf(
        htmlToFlow(
          '<html><head><title>x</title></head><body><script>alert(1)</script><h1>Ana</h1><ul><li>Java</li></ul></body></html>',
        ),
      ),
    ).toEqual(['Ana', '• Java'])
  })
})

test('a level of no language in a JSON Resume breaks nothing', () => {
  const resume = readJsonResume(
    JSON.stringify({ basics: { name: 'Capucine Belloir' }, work: [], languages: [{ fluency: 'C1' }] }),
  )
  expect(
    embeddedToReading({ maker: 'jsonresume', resume: resume!, birthDate: '', driving: [] }).reading.languages,
  ).toEqual([])
})
