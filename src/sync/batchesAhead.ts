import type { LoggedBatch } from '../log/protocol.ts'
import type { Sealing } from './ports.ts'

/** What `Sealing.open` says of a batch. */
export type Opened = Awaited<ReturnType<Sealing['open']>>

/** At most about so many bytes are open or being opened before their turn: one page of the log, some MB once unfolded. */
const bytesAhead = 1 << 20

interface Opening {
  opened: Promise<Opened>
  /** The head of the membership it is opened by: by another it may say something else. */
  membership: string
}

/**
 * Opens batches before they are taken in, since verifying, deciphering and inflating wait for other threads and each
 * batch's turn comes only when those before it are in the store.
 */
export class BatchesAhead {
  private readonly sealing: Pick<Sealing, 'open' | 'hashOf' | 'membership'>
  private readonly isWorthIt: (item: LoggedBatch) => boolean
  /** In the order they came. */
  private readonly waiting = new Set<LoggedBatch>()
  private readonly openings = new Map<LoggedBatch, Opening>()
  private bytes = 0

  /** `isWorthIt`: asked as late as can be, when a batch is about to be opened. */
  constructor(sealing: BatchesAhead['sealing'], isWorthIt: (item: LoggedBatch) => boolean) {
    this.sealing = sealing
    this.isWorthIt = isWorthIt
  }

  /** These will be taken in next, or behind those added before. Each is to be forgotten in the end. */
  add(items: readonly object[]): void {
    for (const item of items) if (isBatch(item) && !this.openings.has(item)) this.waiting.add(item)
    this.fill()
  }

  /** What a batch says by the membership of now. */
  open(item: LoggedBatch): Promise<Opened> {
    const opening = this.openings.get(item)
    if (opening?.membership === this.sealing.membership().head) return opening.opened
    return this.sealing.open(item.bytes)
  }

  /** The hash of a batch, which opening it has told already. */
  async hashOf(item: LoggedBatch): Promise<string> {
    const opened = await this.openings.get(item)?.opened
    return opened?.ok ? opened.value.batch.hash : this.sealing.hashOf(item.bytes)
  }

  /** These were taken in, or never will be: others come after them. */
  forget(items: readonly object[]): void {
    for (const item of items) {
      if (!isBatch(item)) continue
      this.waiting.delete(item)
      if (this.openings.delete(item)) this.bytes -= item.bytes.length
    }
    this.fill()
  }

  private fill(): void {
    for (const item of this.waiting) {
      if (this.bytes >= bytesAhead) return
      this.waiting.delete(item)
      if (!this.isWorthIt(item)) continue
      this.bytes += item.bytes.length
      const opened = this.sealing.open(item.bytes)
      // Whoever asks for it is told of a failure; who never asks need not be.
      opened.catch(() => {})
      this.openings.set(item, { opened, membership: this.sealing.membership().head })
    }
  }
}

const isBatch = (item: object): item is LoggedBatch => 'bytes' in item
