import { err, ok, type Result } from '../../src/kit/result.ts'
import type { ReadFailure } from '../../src/model/reading.ts'
import { type Entry, readDirectory, readEntry } from './formats/archive.ts'
import { openCompoundFile } from './formats/compoundFile.ts'
import { isJunk, tidyPath } from './formats/entryNames.ts'
import { type Mail, mailToText, readEml, readMsg } from './formats/readMail.ts'
import { sniff, type SniffedFormat } from './formats/sniff.ts'
import type { FileToRead, ReadLimits, UnpackedFile } from './protocol.ts'

/** Entries beyond this are no folder of CVs. */
const mostFiles = 20_000
/** What all files of an archive may unfold to, together. */
const mostUnpackedBytes = 2 * 2 ** 30

/** Attachments that may be CVs; the pictures of a signature, calendars and contacts are not. */
const readable = new Set<SniffedFormat>([
  'pdf',
  'docx',
  'doc',
  'odt',
  'fodt',
  'rtf',
  'html',
  'mhtml',
  'txt',
  'json',
  'europass',
  'eml',
  'msg',
  'zip',
  'png',
  'jpg',
  'webp',
  'heic',
  'tiff',
  'pages',
])
/** A picture below this is a logo or a smiley, not a page. */
const smallestPagePicture = 40_000

/** The attachments of a mail that deserve a reading of their own. */
function cvAttachments(mail: Mail): Mail['attachments'] {
  return mail.attachments.filter(({ fileName, bytes, isInline }) => {
    if (/\.(?:ics|vcf|p7s|p7m|asc|sig|dat|xml\.sig)$/i.test(fileName)) return false
    const format = sniff(bytes)
    if (/^(?:png|jpg|webp|gif)$/.test(format) && (isInline || bytes.length < smallestPagePicture)) return false
    return readable.has(format)
  })
}

/** What a mail brings that may be read as a document, the largest first; none for what is no mail. */
export async function documentsOfMail(bytes: Uint8Array, format: SniffedFormat): Promise<Mail['attachments']> {
  const mail = await openMail(bytes, format)
  if (!mail?.ok) return []
  return cvAttachments(mail.value).sort((one, other) => other.bytes.length - one.bytes.length)
}

/** True for a file whose own pages are nothing to read: a ZIP, or a mail that brings files. */
export async function holdsFiles(bytes: Uint8Array, format: SniffedFormat): Promise<boolean> {
  if (format === 'zip') return true
  const mail = await openMail(bytes, format)
  return mail !== null && mail.ok && cvAttachments(mail.value).length > 0
}

/** The mail in a file, or null when it is none. */
export async function openMail(bytes: Uint8Array, format: SniffedFormat): Promise<Result<Mail, ReadFailure> | null> {
  if (format === 'eml') return readEml(bytes)
  if (format !== 'msg') return null
  const container = openCompoundFile(bytes)
  return container ? readMsg(container) : err({ type: 'Corrupt', format })
}

/**
 * Hands over the files a ZIP or a mail holds, one after the other, each only when the one before was taken. Paths in
 * `skip` were taken before. Fails when the container itself cannot be opened; a file of it that cannot is handed over
 * with its failure.
 */
export async function unpackContainer(
  file: FileToRead,
  limits: ReadLimits,
  skip: readonly string[],
  take: (unpacked: UnpackedFile) => Promise<void>,
): Promise<Result<{ fileCount: number }, ReadFailure>> {
  const known = new Set(skip)
  const format = sniff(file.bytes)
  const mail = await openMail(file.bytes, format)
  if (mail) return mail.ok ? unpackMail(mail.value, known, take) : mail
  if (format !== 'zip') return err({ type: 'Unsupported', format })
  return unpackZip(file.bytes, limits, known, take)
}

async function unpackMail(
  mail: Mail,
  known: ReadonlySet<string>,
  take: (unpacked: UnpackedFile) => Promise<void>,
): Promise<Result<{ fileCount: number }, ReadFailure>> {
  const attachments = cvAttachments(mail)
  const cover = new TextEncoder().encode(mailToText(mail))
  const names = new Set<string>()
  for (const [order, { fileName, bytes }] of attachments.entries()) {
    const path = freeName(tidyPath(fileName) || `${order + 1}`, names)
    if (known.has(path)) continue
    // A copy: the bytes are handed to another thread.
    await take({ path, order, sizeBytes: bytes.length, bytes: bytes.slice(), failure: null, cover: cover.slice() })
  }
  return ok({ fileCount: attachments.length })
}

/** Two attachments of one name are two files. */
function freeName(name: string, taken: Set<string>): string {
  let free = name
  for (let count = 2; taken.has(free); count += 1) free = name.replace(/(\.[^.]*)?$/, ` (${count})$1`)
  taken.add(free)
  return free
}

async function unpackZip(
  bytes: Uint8Array,
  limits: ReadLimits,
  known: ReadonlySet<string>,
  take: (unpacked: UnpackedFile) => Promise<void>,
): Promise<Result<{ fileCount: number }, ReadFailure>> {
  const directory = readDirectory(bytes)
  if (!directory) return err({ type: 'Corrupt', format: 'zip' })
  const names = new Set<string>()
  const entries = directory
    .map((entry) => ({ entry, path: tidyPath(entry.name) }))
    .filter(({ entry, path }) => path !== '' && !/[\\/]$/.test(entry.name) && !isJunk(path))
    .map(({ entry, path }) => ({ entry, path: freeName(path, names) }))
  if (entries.length === 0) return err({ type: 'Empty' })
  if (entries.length > mostFiles || overlap(directory)) return err({ type: 'Bomb' })
  const claimed = entries.reduce((sum, { entry }) => sum + entry.size, 0)
  if (claimed > mostUnpackedBytes) return err({ type: 'Bomb' })
  if (entries.every(({ entry }) => entry.isEncrypted)) return err({ type: 'Encrypted', format: 'zip' })
  for (const [order, { entry, path }] of entries.entries()) {
    if (known.has(path)) continue
    const content = contentOf(bytes, entry, limits)
    await take(
      content.ok
        ? { path, order, sizeBytes: content.value.length, bytes: content.value.slice(), failure: null }
        : { path, order, sizeBytes: entry.size, bytes: null, failure: content.error },
    )
  }
  return ok({ fileCount: entries.length })
}

function contentOf(bytes: Uint8Array, entry: Entry, limits: ReadLimits): Result<Uint8Array, ReadFailure> {
  if (entry.isEncrypted || entry.method === 99) return err({ type: 'Encrypted', format: 'zip' })
  if (entry.size > limits.sizeBytes)
    return err({ type: 'TooLarge', sizeBytes: entry.size, limitBytes: limits.sizeBytes })
  return readEntry(bytes, entry, limits.sizeBytes)
}

/** Entries that share their bytes unfold one small file many times over. */
function overlap(directory: readonly Entry[]): boolean {
  const sorted = [...directory].sort((a, b) => a.offset - b.offset)
  return sorted.some((entry, index) => {
    const next = sorted[index + 1]
    return next !== undefined && entry.offset + 30 + entry.compressedSize > next.offset
  })
}
