import { Inflate } from 'fflate'
import { err, ok, type Result } from '../../../src/kit/result.ts'
import { decodeEntryName } from './entryNames.ts'

/** One file of a ZIP as its directory describes it. */
export interface Entry {
  name: string
  isEncrypted: boolean
  method: number
  compressedSize: number
  size: number
  offset: number
}

/** A ZIP whose entries are inflated one by one, counting, and never beyond a total. */
export interface Archive {
  names: string[]
  /** The bytes of an entry; null when it is not there. Fails with `Bomb` when the total would be passed. */
  read: (name: string) => Result<Uint8Array | null, { type: 'Bomb' } | { type: 'Corrupt'; format: string }>
}

/** Opens a ZIP by its central directory; refuses it when the sizes it claims already pass `limitBytes`. */
export function openArchive(
  bytes: Uint8Array,
  limitBytes: number,
  format: string,
): Result<Archive, { type: 'Bomb' } | { type: 'Corrupt'; format: string }> {
  const entries = readDirectory(bytes)
  if (!entries) return err({ type: 'Corrupt', format })
  const claimed = entries.reduce((sum, entry) => sum + entry.size, 0)
  if (claimed > limitBytes || entries.length > 20_000) return err({ type: 'Bomb' })
  const byName = new Map(entries.map((entry) => [entry.name, entry]))
  let spent = 0
  return ok({
    names: [...byName.keys()],
    read: (name) => {
      const entry = byName.get(name)
      if (!entry) return ok(null)
      const data = entryData(bytes, entry)
      if (!data) return err({ type: 'Corrupt', format })
      if (entry.method === 0) {
        spent += data.length
        return spent > limitBytes ? err({ type: 'Bomb' }) : ok(data)
      }
      if (entry.method !== 8) return err({ type: 'Corrupt', format })
      // More than the directory claims is a lie told to get past the check above.
      const inflated = inflateCounting(data, Math.min(limitBytes - spent, entry.size))
      if (inflated === 'too much') return err({ type: 'Bomb' })
      if (inflated === 'broken') return err({ type: 'Corrupt', format })
      spent += inflated.length
      return ok(inflated)
    },
  })
}

/** Names of a ZIP's entries, in order; null when its directory is broken. */
export const archiveNames = (bytes: Uint8Array): string[] | null =>
  readDirectory(bytes)?.map(({ name }) => name) ?? null

/** Inflates in small steps so that a lying directory is caught before memory fills. */
function inflateCounting(data: Uint8Array, limit: number): Uint8Array | 'too much' | 'broken' {
  const chunks: Uint8Array[] = []
  let total = 0
  let tooMuch = false
  try {
    const inflate = new Inflate((chunk) => {
      total += chunk.length
      if (total > limit) tooMuch = true
      else chunks.push(chunk)
    })
    // Deflate expands at most about 1032 times: 16 KB in give at most 16 MB out between two checks.
    const step = 16_384
    for (let at = 0; at < data.length && !tooMuch; at += step)
      inflate.push(data.subarray(at, at + step), at + step >= data.length)
  } catch {
    // fflate throws on invalid data.
    return 'broken'
  }
  if (tooMuch) return 'too much'
  const whole = new Uint8Array(total)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}

/** The directory of a ZIP, in order; null when it is broken. */
export function readDirectory(bytes: Uint8Array): Entry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = -1
  for (let at = bytes.length - 22; at >= 0 && at > bytes.length - 66_000; at -= 1) {
    if (view.getUint32(at, true) === 0x06054b50) {
      end = at
      break
    }
  }
  if (end < 0) return null
  try {
    const count = view.getUint16(end + 10, true)
    let at = view.getUint32(end + 16, true)
    const entries: Entry[] = []
    for (let i = 0; i < count; i += 1) {
      if (view.getUint32(at, true) !== 0x02014b50) return null
      const nameLength = view.getUint16(at + 28, true)
      const flags = view.getUint16(at + 8, true)
      entries.push({
        name: decodeEntryName(
          bytes.subarray(at + 46, at + 46 + nameLength),
          (flags & 0x0800) !== 0,
          unicodeNameOf(bytes, at + 46 + nameLength, view.getUint16(at + 30, true)),
        ),
        isEncrypted: (flags & 1) !== 0,
        method: view.getUint16(at + 10, true),
        compressedSize: view.getUint32(at + 20, true),
        size: view.getUint32(at + 24, true),
        offset: view.getUint32(at + 42, true),
      })
      at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    }
    return entries
  } catch {
    // RangeError: the directory points outside the file.
    return null
  }
}

/** The name in UTF-8 that Info-ZIP puts beside one in an old code page. */
function unicodeNameOf(bytes: Uint8Array, from: number, length: number): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = from; at + 4 <= Math.min(from + length, bytes.length);) {
    const size = view.getUint16(at + 2, true)
    if (view.getUint16(at, true) === 0x7075 && size > 5) return bytes.subarray(at + 9, at + 4 + size)
    at += 4 + size
  }
  return null
}

/** The bytes of one entry, inflated up to a limit. */
export function readEntry(
  bytes: Uint8Array,
  entry: Entry,
  limitBytes: number,
): Result<Uint8Array, { type: 'Bomb' } | { type: 'Corrupt'; format: string }> {
  const data = entryData(bytes, entry)
  if (!data || (entry.method !== 0 && entry.method !== 8)) return err({ type: 'Corrupt', format: 'zip' })
  if (entry.method === 0) return data.length > limitBytes ? err({ type: 'Bomb' }) : ok(data)
  const inflated = inflateCounting(data, Math.min(limitBytes, entry.size))
  if (inflated === 'too much') return err({ type: 'Bomb' })
  return inflated === 'broken' ? err({ type: 'Corrupt', format: 'zip' }) : ok(inflated)
}

function entryData(bytes: Uint8Array, entry: Entry): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== 0x04034b50) return null
  const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true)
  if (start + entry.compressedSize > bytes.length) return null
  return bytes.subarray(start, start + entry.compressedSize)
}
