/** What is asked of a line at once, bytes: at first, at least and at most. */
export const paceBytes = { first: 256 << 10, least: 64 << 10, most: 4 << 20 }
/** A piece takes about this long: what breaks costs no more, and a slow line is never asked for more than it can bear. */
const pieceMs = 2000

/** How much of a file is sent or fetched at once, found by how long the last piece took. */
export class Pace {
  bytes: number
  private readonly limits: typeof paceBytes

  constructor(limits = paceBytes) {
    this.limits = limits
    this.bytes = limits.first
  }

  /** A piece of so many bytes took so long. */
  took(bytes: number, ms: number): void {
    const { least, most } = this.limits
    const fitting = (bytes * pieceMs) / Math.max(1, ms)
    this.bytes = Math.round(Math.min(most, Math.max(least, Math.min(this.bytes * 2, fitting))))
  }

  /** A piece did not come through. */
  failed(): void {
    this.bytes = this.limits.least
  }
}
