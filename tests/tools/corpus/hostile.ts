import { crc32, deflateRawSync } from 'node:zlib'
import { PDFDocument, StandardFonts, rgb } from '@cantoo/pdf-lib'
import { strToU8, zipSync } from 'fflate'
import { greyPng } from './png.ts'

/** A PDF of `count` nearly empty pages. */
export async function manyPages(count: number): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  const font = await pdf.embedFont(StandardFonts.Helvetica)
  for (let number = 1; number <= count; number += 1) {
    pdf.addPage([595.28, 841.89]).drawText(`Page ${number}`, { x: 60, y: 760, font, size: 12 })
  }
  return pdf.save()
}

/** The same PDF behind passwords; without `userPassword` it opens freely but forbids changes. */
export async function lockedPdf(pdfBytes: Uint8Array, userPassword: string | undefined): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(pdfBytes)
  pdf.encrypt({ ownerPassword: 'gardien', ...(userPassword === undefined ? {} : { userPassword }) })
  return pdf.save()
}

/** A CV with a line for machines that no reader sees: white, one point high. */
export async function withHiddenText(pdfBytes: Uint8Array, hidden: string): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(pdfBytes)
  const font = await pdf.embedFont(StandardFonts.Helvetica)
  pdf.getPage(0).drawText(hidden, { x: 52, y: 30, font, size: 1, color: rgb(1, 1, 1) })
  return pdf.save()
}

/** One empty A4 page: neither text nor picture. */
export async function blankPdf(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  pdf.addPage([595.28, 841.89])
  return pdf.save()
}

/** A picture of one grey, which says nothing and compresses to almost nothing. */
export function flatPng(width: number, height: number): Uint8Array {
  const row = new Uint8Array(width).fill(0xf4)
  return greyPng(width, height, 8, () => row)
}

const mebibyte = 1024 * 1024

/**
 * A DOCX whose entries all point at one compressed document.xml of 200 MiB of text: about 4.2 GB in all, from a file
 * of 200 KB. The sizes in its directory are true.
 */
export function overlappingBomb(): Uint8Array {
  const media = Array.from({ length: 20 }, (_, number) => `word/media/image${number + 1}.xml`)
  const data = longDocument(200 * mebibyte)
  return bombArchive(data, ['word/document.xml', ...media], data.size)
}

/** A DOCX whose document.xml says it holds 20,000 bytes and holds 64 MiB: sizes in the directory cannot be trusted. */
export function lyingBomb(): Uint8Array {
  return bombArchive(longDocument(64 * mebibyte), ['word/document.xml'], 20_000)
}

type Deflated = { size: number; check: number; bytes: Uint8Array }

function longDocument(size: number): Deflated {
  const xml = Buffer.alloc(size, 'a')
  xml.write(
    '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>',
  )
  const end = '</w:t></w:r></w:p></w:body></w:document>'
  xml.write(end, size - end.length)
  return { size, check: crc32(xml), bytes: deflateRawSync(xml, { level: 9 }) }
}

/** Small true entries of a DOCX, then one compressed body that several directory entries share. */
function bombArchive(body: Deflated, sharedBy: string[], statedSize: number): Uint8Array {
  const contentTypes =
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
  const relations =
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  const addBody = (path: string, data: Deflated, stated: number) => {
    const start = offset
    const local = Buffer.concat([localHeader(path, data, stated), data.bytes])
    parts.push(local)
    offset += local.length
    directory.push(directoryEntry(path, data, stated, start))
    return start
  }
  addBody('[Content_Types].xml', deflated(contentTypes), contentTypes.length)
  addBody('_rels/.rels', deflated(relations), relations.length)
  const shared = addBody(sharedBy[0]!, body, statedSize)
  for (const path of sharedBy.slice(1)) directory.push(directoryEntry(path, body, statedSize, shared))
  const directoryBytes = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(directory.length, 8)
  end.writeUInt16LE(directory.length, 10)
  end.writeUInt32LE(directoryBytes.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, directoryBytes, end])
}

function deflated(text: string): Deflated {
  const bytes = Buffer.from(text)
  return { size: bytes.length, check: crc32(bytes), bytes: deflateRawSync(bytes) }
}

function localHeader(path: string, data: Deflated, statedSize: number): Buffer {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(20, 4)
  header.writeUInt16LE(8, 8)
  header.writeUInt16LE(0x5d41, 12)
  header.writeUInt32LE(data.check, 14)
  header.writeUInt32LE(data.bytes.length, 18)
  header.writeUInt32LE(statedSize, 22)
  header.writeUInt16LE(path.length, 26)
  return Buffer.concat([header, Buffer.from(path)])
}

function directoryEntry(path: string, data: Deflated, statedSize: number, offset: number): Buffer {
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(20, 4)
  entry.writeUInt16LE(20, 6)
  entry.writeUInt16LE(8, 10)
  entry.writeUInt16LE(0x5d41, 14)
  entry.writeUInt32LE(data.check, 16)
  entry.writeUInt32LE(data.bytes.length, 20)
  entry.writeUInt32LE(statedSize, 24)
  entry.writeUInt16LE(path.length, 28)
  entry.writeUInt32LE(offset, 42)
  return Buffer.concat([entry, Buffer.from(path)])
}

/** A zip as Apple Pages writes it: a known container with a content we do not read. */
export function pagesFile(): Uint8Array {
  const entries = {
    'Index/Document.iwa': new Uint8Array([0, 0x12, 0, 0, 1, 2, 3, 4]),
    'Metadata/Properties.plist': strToU8('bplist00'),
    'preview.jpg': new Uint8Array([0xff, 0xd8, 0xff, 0xd9]),
  }
  return zipSync(entries, { mtime: new Date(2026, 9, 1) })
}

/** The first bytes of a Windows program. */
export function programFile(): Uint8Array {
  return Buffer.concat([Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1'), Buffer.alloc(500)])
}

/** The first bytes of a Word 97 file, and nothing behind them. */
export function oldWordFile(): Uint8Array {
  return Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(1528)])
}
