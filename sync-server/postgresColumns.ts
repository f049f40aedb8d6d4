import type { LogRow } from './judging.ts'
import { idBytes } from './rows.ts'

/**
 * Rows of one group as columns: their numbers as lists, and all their bytes (device, chain, batch, one row behind the
 * other) in one value, which goes to the database as it is.
 */
export class Columns {
  private readonly lists = Array.from({ length: 6 }, (): number[] => [])
  // Kept from group to group: as much anew for each would have the memory swept again and again.
  private bytes = Buffer.alloc(256 * 1024)
  private size = 0

  clear(): void {
    for (const list of this.lists) list.length = 0
    if (this.bytes.byteLength > KEPT_BYTES) this.bytes = Buffer.alloc(KEPT_BYTES)
    this.size = 0
  }

  add(no: number, { seq, device, dseq, entries, chain, bytes }: LogRow): void {
    // Positions in SQL begin at 1.
    const row = [no, seq, dseq, entries, this.size + 1, bytes.byteLength]
    for (const [index, list] of this.lists.entries()) list.push(row[index]!)
    this.put(idBytes(device))
    this.put(chain)
    this.put(bytes)
  }

  private put(bytes: Uint8Array): void {
    const end = this.size + bytes.byteLength
    if (end > this.bytes.byteLength) this.bytes = Buffer.concat([this.bytes], Math.max(end, 2 * this.bytes.byteLength))
    this.bytes.set(bytes, this.size)
    this.size = end
  }

  /** Good until the next `clear`. */
  values(): unknown[] {
    return [...this.lists.map(numbers), this.bytes.subarray(0, this.size)]
  }
}

/** Memory for a group's bytes that is kept after it. */
const KEPT_BYTES = 4 * 1024 * 1024

/** A list as PostgreSQL writes one: the driver would quote each number by itself. */
export const numbers = (list: readonly number[]): string => `{${list.join()}}`
