import { archiveNames } from './archive.ts'
import { openCompoundFile } from './compoundFile.ts'
import { decodeText } from './decodeText.ts'

/** What a file is, by its bytes and never by its name. */
export type SniffedFormat =
  | 'pdf'
  | 'docx'
  | 'odt'
  | 'fodt'
  | 'xlsx'
  | 'pptx'
  | 'ods'
  | 'odp'
  | 'pages'
  | 'xps'
  | 'epub'
  | 'rar'
  | '7z'
  | 'gzip'
  | 'zip'
  | 'png'
  | 'jpg'
  | 'webp'
  | 'gif'
  | 'bmp'
  | 'tiff'
  | 'heic'
  | 'avif'
  | 'rtf'
  | 'doc'
  | 'msg'
  | 'xls'
  | 'ppt'
  | 'pub'
  | 'works'
  | 'wordperfect'
  | 'eml'
  | 'mhtml'
  | 'europass'
  | 'html'
  | 'xml'
  | 'json'
  | 'txt'
  | 'binary'

/** One character a byte. In steps: a browser's worker has no stack for 65,536 arguments. */
function ascii(bytes: Uint8Array, from: number, to: number): string {
  let text = ''
  for (let at = from; at < to; at += 4096) text += String.fromCharCode(...bytes.subarray(at, Math.min(at + 4096, to)))
  return text
}

/** Names a file's format by its content. */
export function sniff(bytes: Uint8Array): SniffedFormat {
  const start = ascii(bytes, 0, 16)
  // Archives first: one may hold a PDF as it is, within the first kilobyte.
  if (start.startsWith('PK\u0003\u0004') || start.startsWith('PK\u0005\u0006')) return sniffZip(bytes)
  if (start.startsWith('\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1')) return sniffCompoundFile(bytes)
  // Writers put a few bytes of rubbish before '%PDF-' now and then; readers look into the first kilobyte.
  if (ascii(bytes, 0, 1024).includes('%PDF-')) return 'pdf'
  if (start.startsWith('\u0089PNG\r\n\u001a\n')) return 'png'
  if (start.startsWith('\u00ff\u00d8\u00ff')) return 'jpg'
  if (start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP') return 'webp'
  if (start.startsWith('GIF8')) return 'gif'
  if (start.startsWith('BM') && bytes.length > 26 && bytes[6] === 0 && bytes[8] === 0) return 'bmp'
  if (start.startsWith('Rar!\u001a')) return 'rar'
  if (start.startsWith('7z\u00bc\u00af')) return '7z'
  if (start.startsWith('\u001f\u008b\u0008')) return 'gzip'
  if (start.startsWith('\u00ffWPC')) return 'wordperfect'
  if (start.startsWith('II*\u0000') || start.startsWith('MM\u0000*')) return 'tiff'
  if (start.slice(4, 8) === 'ftyp') {
    const brand = start.slice(8, 12)
    if (brand === 'avif' || brand === 'avis') return 'avif'
    if (/^(?:hei[cfmsx]|hev[cmsx]|mif1|msf1)$/.test(brand)) return 'heic'
    return 'binary'
  }
  if (start.startsWith('{\\rtf')) return 'rtf'
  const text = decodeText(bytes.subarray(0, 4096))
  if (text === null) return 'binary'
  const head = text.trimStart().slice(0, 400).toLowerCase()
  const mail = sniffMail(text.trimStart())
  if (mail) return mail
  if (head.startsWith('{') || head.startsWith('[')) return 'json'
  if (
    /^(?:<!doctype html|<html|<head|<body)/.test(head) ||
    /^<(?:!--[\s\S]*?-->\s*)?(?:div|p|table|meta|h1)\b/.test(head)
  )
    return 'html'
  if (/<(?:\w+:)?(?:skillspassport|candidate|europass)\b[^>]*europass/i.test(text)) return 'europass'
  if (/<office:document\b/.test(text)) return 'fodt'
  if (head.startsWith('<?xml')) return /<html/.test(head) ? 'html' : 'xml'
  return 'txt'
}

function sniffZip(bytes: Uint8Array): SniffedFormat {
  // A file cut short has lost its directory, but the names stand in front of the entries as well.
  const names = archiveNames(bytes)
  const has = (name: string) => names?.includes(name) ?? ascii(bytes, 0, 4096).includes(name)
  const start = ascii(bytes, 0, 200)
  if (start.includes('application/vnd.oasis.opendocument.text')) return 'odt'
  if (start.includes('application/vnd.oasis.opendocument.spreadsheet')) return 'ods'
  if (start.includes('application/vnd.oasis.opendocument.presentation')) return 'odp'
  if (start.includes('application/epub+zip')) return 'epub'
  if (
    has('word/document.xml') ||
    (has('[Content_Types].xml') && names?.some((name) => /^word\/document\d*\.xml$/.test(name)))
  )
    return 'docx'
  if (has('xl/workbook.xml') || has('xl/workbook.bin')) return 'xlsx'
  if (has('ppt/presentation.xml')) return 'pptx'
  // Numbers and Keynote pack alike: what to do with them is the same.
  if (has('Index/Document.iwa') || has('Index.zip') || has('buildVersionHistory.plist')) return 'pages'
  if (has('FixedDocSeq.fdseq') || has('FixedDocumentSequence.fdseq')) return 'xps'
  if (!names && ascii(bytes, 0, 4096).includes('word/')) return 'docx'
  if (has('content.xml') && has('META-INF/manifest.xml')) return 'odt'
  return 'zip'
}

/** The old office formats and Outlook's messages share one container. */
function sniffCompoundFile(bytes: Uint8Array): SniffedFormat {
  const paths = openCompoundFile(bytes)?.paths ?? []
  if (paths.includes('__properties_version1.0')) return 'msg'
  if (paths.includes('Workbook') || paths.includes('Book')) return 'xls'
  if (paths.includes('PowerPoint Document')) return 'ppt'
  if (paths.includes('Quill/QuillSub/CONTENTS')) return 'pub'
  if (paths.includes('MatOST') || (paths.includes('CONTENTS') && !paths.includes('WordDocument'))) return 'works'
  return 'doc'
}

const mailHeader =
  /^(?:from|to|cc|subject|date|received|return-path|message-id|mime-version|delivered-to|content-type|reply-to|dkim-signature|arc-[a-z-]+|x-[\w-]+|snapshot-content-location|list-[a-z-]+|thread-[a-z]+|user-agent|authentication-results):/i

/** Mails and saved pages open with header lines; three known ones in a row of them are no accident. */
function sniffMail(text: string): 'eml' | 'mhtml' | null {
  const lines = text.replace(/^From [^\n]*\n/, '').split(/\r?\n/, 80)
  const headers: string[] = []
  for (const line of lines) {
    if (/^[ \t]/.test(line) && headers.length > 0) headers[headers.length - 1] += ` ${line.trim()}`
    else if (/^[!-9;-~]+:/.test(line)) headers.push(line)
    else break
  }
  if (!mailHeader.test(headers[0] ?? '')) return null
  const known = headers.filter((line) => mailHeader.test(line))
  const has = (pattern: RegExp) => headers.some((line) => pattern.test(line))
  const isRelated = has(/^content-type:\s*multipart\/related/i)
  if (isRelated && (has(/^snapshot-content-location:|^from:\s*<saved by/i) || !has(/^(?:to|received|message-id):/i)))
    return 'mhtml'
  const isMail =
    has(/^(?:received|message-id|mime-version|return-path):/i) || (has(/^from:/i) && has(/^(?:to|subject|date):/i))
  return isMail && known.length >= 3 ? 'eml' : null
}
