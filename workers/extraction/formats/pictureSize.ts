/** Width and height a picture's header claims, before anything is decoded; null when the header does not tell. */
export function pictureSize(bytes: Uint8Array): { width: number; height: number } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    if (bytes[0] === 0x89 && bytes[1] === 0x50) return { width: view.getUint32(16), height: view.getUint32(20) }
    if (bytes[0] === 0xff && bytes[1] === 0xd8) return jpegSize(view)
    if (bytes[0] === 0x52 && bytes[8] === 0x57) return webpSize(bytes, view)
    if (bytes[0] === 0x47 && bytes[1] === 0x49)
      return { width: view.getUint16(6, true), height: view.getUint16(8, true) }
    if (bytes[0] === 0x42 && bytes[1] === 0x4d)
      return { width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) }
    return heifSize(bytes, view)
  } catch {
    // A header cut short: RangeError from the view.
    return null
  }
}

function jpegSize(view: DataView): { width: number; height: number } | null {
  let at = 2
  while (at + 9 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) {
      at += 1
      continue
    }
    const marker = view.getUint8(at + 1)
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
    if (isFrame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    if (marker === 0xff) at += 1
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd9)) at += 2
    else at += 2 + view.getUint16(at + 2)
  }
  return null
}

function webpSize(bytes: Uint8Array, view: DataView): { width: number; height: number } | null {
  const kind = String.fromCharCode(...bytes.subarray(12, 16))
  if (kind === 'VP8X')
    return { width: 1 + (view.getUint32(24, true) & 0xffffff), height: 1 + (view.getUint32(26, true) >>> 8) }
  if (kind === 'VP8L') {
    const bits = view.getUint32(21, true)
    return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) }
  }
  if (kind === 'VP8 ') return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
  return null
}

/** HEIC and AVIF keep sizes in `ispe` boxes; the largest is the picture. */
function heifSize(bytes: Uint8Array, view: DataView): { width: number; height: number } | null {
  let best: { width: number; height: number } | null = null
  const end = Math.min(bytes.length - 16, 65_536)
  for (let at = 0; at < end; at += 1) {
    if (bytes[at] !== 0x69 || bytes[at + 1] !== 0x73 || bytes[at + 2] !== 0x70 || bytes[at + 3] !== 0x65) continue
    const size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) }
    if (!best || size.width * size.height > best.width * best.height) best = size
  }
  return best
}
