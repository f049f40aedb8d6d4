/** What a file is, by its bytes and never by its name. */
export type SniffedFormat =
  | 'pdf'
  | 'docx'
  | 'odt'
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
  // Writers put a few bytes of rubbish before '%PDF-' now and then; readers look into the first kilobyte.
  if (ascii(bytes, 0, 1024).includes('%PDF-')) return 'pdf'
  if (start.startsWith('PK\u0003\u0004') || start.startsWith('PK\u0005\u0006')) return sniffZip(bytes)
  if (start.startsWith('\u0089PNG\r\n\u001a\n')) return 'png'
  if (start.startsWith('\u00ff\u00d8\u00ff')) return 'jpg'
  if (start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP') return 'webp'
  if (start.startsWith('GIF8')) return 'gif'
  if (start.startsWith('BM') && bytes.length > 26 && bytes[6] === 0 && bytes[8] === 0) return 'bmp'
  if (start.startsWith('II*\u0000') || start.startsWith('MM\u0000*')) return 'tiff'
  if (start.slice(4, 8) === 'ftyp') {
    const brand = start.slice(8, 12)
    if (brand === 'avif' || brand === 'avis') return 'avif'
    if (/^(?:hei[cfmsx]|hev[cmsx]|mif1|msf1)$/.test(brand)) return 'heic'
    return 'binary'
  }
  if (start.startsWith('{\\rtf')) return 'rtf'
  if (start.startsWith('\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1')) return 'doc'
  const text = decodeText(bytes.subarray(0, 4096))
  if (text === null) return 'binary'
  const head = text.trimStart().slice(0, 400).toLowerCase()
  if (head.startsWith('{') || head.startsWith('[')) return 'json'
  if (
    /^(?:<!doctype html|<html|<head|<body)/.test(head) ||
    /^<(?:!--[\s\S]*?-->\s*)?(?:div|p|table|meta|h1)\b/.test(head)
  )
    return 'html'
  if (head.startsWith('<?xml')) return /<html/.test(head) ? 'html' : 'xml'
  return 'txt'
}

function sniffZip(bytes: Uint8Array): SniffedFormat {
  // Entry names stand uncompressed in the local headers and once more in the directory at the end.
  const names = ascii(bytes, 0, 4096) + ascii(bytes, Math.max(0, bytes.length - 65_536), bytes.length)
  if (names.includes('word/document') || (names.includes('word/') && names.includes('[Content_Types].xml')))
    return 'docx'
  if (names.includes('application/vnd.oasis.opendocument.text')) return 'odt'
  return 'zip'
}

/**
 * Text of bytes in UTF-8, UTF-16 (with or without mark) or Windows-1252; null when they are no text.
 * Windows-1252 fits any byte, so control characters decide.
 */
export function decodeText(bytes: Uint8Array): string | null {
  if (bytes.length === 0) return ''
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  const sample = bytes.subarray(0, 2048)
  let evenZeros = 0
  let oddZeros = 0
  let controls = 0
  for (const [index, byte] of sample.entries()) {
    if (byte === 0) {
      if (index % 2 === 0) evenZeros += 1
      else oddZeros += 1
    } else if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27) controls += 1
  }
  const half = sample.length / 2
  if (oddZeros > 0.6 * half && evenZeros < 0.05 * half) return new TextDecoder('utf-16le').decode(bytes)
  if (evenZeros > 0.6 * half && oddZeros < 0.05 * half) return new TextDecoder('utf-16be').decode(bytes)
  if (evenZeros + oddZeros > 0 || controls > 0.01 * sample.length + 1) return null
  try {
    // A cut in the middle of a letter at the end of a sample is no error.
    return new TextDecoder('utf-8', { fatal: true }).decode(trimPartialLetter(bytes))
  } catch {
    // Not UTF-8: the other encoding such files come in.
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

function trimPartialLetter(bytes: Uint8Array): Uint8Array {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back]!
    if (byte < 0x80) return bytes
    if (byte >= 0xc0) {
      const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
      return needed > back ? bytes.subarray(0, bytes.length - back) : bytes
    }
  }
  return bytes
}
