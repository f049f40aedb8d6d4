/** The least and the most that is asked of a line at once, bytes. */
const least = 64 << 10
const most = 4 << 20
/** A piece takes about this long: what breaks costs no more, and a slow line is never asked for more than it can bear. */
const pieceMs = 2000

/** How much of a file is sent or fetched at once, found by how long the last piece took. */
export class Pace {
  bytes = 256 << 10

  /** A piece of so many bytes took so long. */
  took(bytes: number, ms: number): void {
    const fitting = (bytes * pieceMs) / Math.max(1, ms)
    this.bytes = Math.round(Math.min(most, Math.max(least, Math.min(this.bytes * 2, fitting))))
  }

  /** A piece did not come through. */
  failed(): void {
    this.bytes = least
  }
}
