import type { WorkingSpace } from './judging.ts'
import type { SpaceHead } from './log.ts'

/*
 * What a space holds and may hold, whatever database counts it: batches and snapshots in `bytes`, blobs in `blobBytes`
 * from the moment room was reserved for them.
 */

/** Whether a space may hold so many bytes more. */
export const hasRoom = (space: SpaceHead, bytes: number, defaultQuota: number): boolean =>
  space.bytes + space.blobBytes + bytes <= (space.quota ?? defaultQuota)

/** Reserves room for a blob; false when there is none. */
export function reserveBlob(space: WorkingSpace, size: number, defaultQuota: number): boolean {
  if (!hasRoom(space, size, defaultQuota)) return false
  space.blobBytes += size
  return true
}

export function releaseBlob(space: WorkingSpace, size: number): void {
  space.blobBytes -= size
}

/** A batch or a snapshot that came. */
export function hold(space: WorkingSpace, bytes: number): void {
  space.bytes += bytes
}

/** A snapshot that went. */
export function release(space: WorkingSpace, bytes: number): void {
  space.bytes -= bytes
}

/** Whether the log may be dropped up to `seq`: it goes forward only, and never past what is there. */
export const mayDrop = (space: SpaceHead, seq: number): boolean => seq > space.floor && seq <= space.head

/** The batches up to `seq` that went, with so many bytes. */
export function drop(space: WorkingSpace, seq: number, bytes: number): void {
  space.floor = seq
  release(space, bytes)
}
