import { authorOfStamp } from './apply.ts'
import type { Stamp } from './clock.ts'
import type { Vector } from './operation.ts'

/** The vector of one who has seen nothing. */
export const emptyVector = (): Vector => ({ stamps: {}, dseqs: {} })

/** What two vectors have seen together. */
export function joinVectors(a: Vector, b: Vector): Vector {
  const joined: Vector = { stamps: { ...a.stamps }, dseqs: { ...a.dseqs } }
  for (const [author, stamp] of Object.entries(b.stamps))
    if (stamp > (joined.stamps[author] ?? '')) joined.stamps[author] = stamp
  for (const [device, dseq] of Object.entries(b.dseqs))
    if (dseq > (joined.dseqs[device] ?? 0)) joined.dseqs[device] = dseq
  return joined
}

/** What is seen by applying operations of one batch. */
export function vectorOf(stamps: readonly Stamp[], device: string, dseq: number): Vector {
  const vector: Vector = { stamps: {}, dseqs: { [device]: dseq } }
  for (const stamp of stamps) {
    const author = authorOfStamp(stamp)
    if (stamp > (vector.stamps[author] ?? '')) vector.stamps[author] = stamp
  }
  return vector
}
