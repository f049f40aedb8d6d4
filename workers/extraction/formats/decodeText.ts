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
