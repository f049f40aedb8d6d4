import type { SavedFile } from './savedIndex.ts'

/** A file that is only memory. */
export function memoryFile(start = new Uint8Array(0)): SavedFile {
  let bytes = start
  let size = start.length
  return {
    size: () => size,
    read: (at, length) => bytes.slice(at, Math.min(size, at + length)),
    write(at, written) {
      if (at + written.length > bytes.length) {
        const larger = new Uint8Array(Math.ceil((at + written.length) * 1.3))
        larger.set(bytes.subarray(0, size))
        bytes = larger
      }
      bytes.set(written, at)
      size = Math.max(size, at + written.length)
    },
    truncate(to) {
      size = Math.min(size, to)
      bytes = bytes.slice(0, size)
    },
    flush: () => {},
  }
}
