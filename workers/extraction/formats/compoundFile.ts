/** A stream of a compound file by its path (`storage/stream`), and its bytes when asked for. */
export interface CompoundFile {
  paths: string[]
  /** The bytes of a stream; null when it is not there or its chain of sectors is broken. */
  read: (path: string) => Uint8Array | null
}

interface Entry {
  name: string
  type: number
  left: number
  right: number
  child: number
  start: number
  size: number
}

const endOfChain = 0xffff_fffe
const free = 0xffff_ffff
const maximalRegular = 0xffff_fffa
/** Streams and storages a document needs are tens; a file of thousands of attachments is still below this. */
const maximalEntries = 50_000

/** True for the container of Word 97-2003, Outlook messages and protected DOCX files. */
export const isCompoundFile = (bytes: Uint8Array): boolean =>
  bytes.length >= 512 && [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1].every((byte, index) => bytes[index] === byte)

/**
 * Opens a compound file ([MS-CFB]): sector chains and the directory tree are followed at most as far as the file has
 * sectors, so that loops and invented sizes end. Null when it is none.
 */
export function openCompoundFile(bytes: Uint8Array): CompoundFile | null {
  if (!isCompoundFile(bytes)) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const shift = view.getUint16(30, true)
  const miniShift = view.getUint16(32, true)
  if ((shift !== 9 && shift !== 12) || miniShift < 4 || miniShift > 9) return null
  const sectorSize = 2 ** shift
  const miniSize = 2 ** miniShift
  const sectorCount = Math.ceil(bytes.length / sectorSize) - 1
  const offsetOf = (sector: number) => (sector + 1) * sectorSize
  const isThere = (sector: number) => sector < maximalRegular && offsetOf(sector) + 4 <= bytes.length

  const fat = readFat(view, shift, isThere, offsetOf, sectorCount)
  const chainOf = (start: number, next: (sector: number) => number, most: number): number[] => {
    const chain: number[] = []
    const met = new Set<number>()
    for (
      let sector = start;
      sector < maximalRegular && chain.length < most && !met.has(sector);
      sector = next(sector)
    ) {
      met.add(sector)
      chain.push(sector)
    }
    return chain
  }
  const nextSector = (sector: number) => fat[sector] ?? endOfChain
  const regular = (start: number, size: number): Uint8Array | null => {
    if (size > bytes.length) return null
    const out = new Uint8Array(size)
    let at = 0
    for (const sector of chainOf(start, nextSector, Math.ceil(size / sectorSize))) {
      if (offsetOf(sector) >= bytes.length) return null
      const part = bytes.subarray(offsetOf(sector), Math.min(offsetOf(sector) + sectorSize, bytes.length))
      out.set(part.subarray(0, Math.min(part.length, size - at)), at)
      at += Math.min(part.length, size - at)
    }
    return at >= size ? out : null
  }

  const directory = chainOf(view.getUint32(48, true), nextSector, Math.min(sectorCount, maximalEntries / 4)).flatMap(
    (sector) => entriesOf(view, offsetOf(sector), sectorSize, shift === 9),
  )
  const root = directory[0]
  if (!root || root.type !== 5) return null
  const miniFatChain = chainOf(view.getUint32(60, true), nextSector, sectorCount)
  const miniFat: number[] = []
  for (const sector of miniFatChain)
    for (let at = 0; at < sectorSize && offsetOf(sector) + at + 4 <= bytes.length; at += 4)
      miniFat.push(view.getUint32(offsetOf(sector) + at, true))
  const cutoff = view.getUint32(56, true)
  let miniStream: Uint8Array | null | undefined
  const mini = (start: number, size: number): Uint8Array | null => {
    miniStream ??= regular(root.start, root.size)
    if (!miniStream) return null
    const out = new Uint8Array(size)
    let at = 0
    for (const sector of chainOf(start, (one) => miniFat[one] ?? endOfChain, Math.ceil(size / miniSize))) {
      const part = miniStream.subarray(sector * miniSize, (sector + 1) * miniSize)
      out.set(part.subarray(0, Math.min(part.length, size - at)), at)
      at += Math.min(part.length, size - at)
    }
    return at >= size ? out : null
  }

  const streams = new Map<string, Entry>()
  const met = new Set<number>()
  // An explicit stack: a tree as deep as the file is long must not end the call stack.
  const open: { index: number; path: string }[] = [{ index: root.child, path: '' }]
  for (let at = open.pop(); at; at = open.pop()) {
    const entry = directory[at.index]
    if (!entry || entry.type === 0 || met.has(at.index)) continue
    met.add(at.index)
    open.push({ index: entry.left, path: at.path }, { index: entry.right, path: at.path })
    if (entry.type === 1) open.push({ index: entry.child, path: `${at.path}${entry.name}/` })
    else if (entry.type === 2) streams.set(at.path + entry.name, entry)
  }
  return {
    paths: [...streams.keys()],
    read: (path) => {
      const entry = streams.get(path)
      if (!entry) return null
      if (entry.size === 0) return new Uint8Array(0)
      if (entry.size > bytes.length) return null
      return entry.size < cutoff ? mini(entry.start, entry.size) : regular(entry.start, entry.size)
    },
  }
}

/** The allocation table: next sector by sector. Its own sectors are listed in the header, then in a chain of lists. */
function readFat(
  view: DataView,
  shift: number,
  isThere: (sector: number) => boolean,
  offsetOf: (sector: number) => number,
  sectorCount: number,
): Uint32Array {
  const perSector = 2 ** shift / 4
  const lists: number[] = []
  for (let at = 76; at < 512; at += 4) lists.push(view.getUint32(at, true))
  const met = new Set<number>()
  for (let sector = view.getUint32(68, true); isThere(sector) && !met.has(sector);) {
    met.add(sector)
    const offset = offsetOf(sector)
    if (offset + perSector * 4 > view.byteLength) break
    for (let at = 0; at < perSector - 1; at += 1) lists.push(view.getUint32(offset + at * 4, true))
    sector = view.getUint32(offset + (perSector - 1) * 4, true)
  }
  const fat = new Uint32Array(Math.max(0, sectorCount)).fill(free)
  let number = 0
  for (const sector of lists) {
    if (sector === free) continue
    for (let at = 0; at < perSector && number < fat.length; at += 1, number += 1) {
      const offset = offsetOf(sector) + at * 4
      if (isThere(sector) && offset + 4 <= view.byteLength) fat[number] = view.getUint32(offset, true)
    }
  }
  return fat
}

function entriesOf(view: DataView, offset: number, sectorSize: number, small: boolean): Entry[] {
  const entries: Entry[] = []
  for (let at = offset; at + 128 <= Math.min(offset + sectorSize, view.byteLength); at += 128) {
    const letters = Math.max(0, Math.min(view.getUint16(at + 64, true) / 2 - 1, 31))
    let name = ''
    for (let index = 0; index < letters; index += 1) name += String.fromCharCode(view.getUint16(at + index * 2, true))
    // Version 3 leaves rubbish in the upper half of the size.
    const upper = small ? 0 : view.getUint32(at + 124, true)
    entries.push({
      name,
      type: view.getUint8(at + 66),
      left: view.getUint32(at + 68, true),
      right: view.getUint32(at + 72, true),
      child: view.getUint32(at + 76, true),
      start: view.getUint32(at + 116, true),
      size: upper * 2 ** 32 + view.getUint32(at + 120, true),
    })
  }
  return entries
}
