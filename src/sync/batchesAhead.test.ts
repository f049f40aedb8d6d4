import { expect, test } from 'vitest'
import { ok } from '../kit/result.ts'
import type { LoggedBatch } from '../log/protocol.ts'
import { BatchesAhead } from './batchesAhead.ts'

const batch = (seq: number, size = 10): LoggedBatch => ({ seq, entries: 1, bytes: new Uint8Array(size).fill(seq) })

/** Notes which batches were opened, by their first byte, and when. */
function watch() {
  const membership = { head: 'a' }
  const opened: number[] = []
  const sealing = {
    membership: () => membership,
    hashOf: async (bytes: Uint8Array) => `hash ${bytes[0]}`,
    open: async (bytes: Uint8Array) => {
      opened.push(bytes[0]!)
      const sealed = { device: '', dseq: 1, hash: `hash ${bytes[0]}`, bytes }
      return ok({ batch: sealed, operations: [], vector: { stamps: {}, dseqs: {} } })
    },
  }
  const ahead = new BatchesAhead(sealing as unknown as ConstructorParameters<typeof BatchesAhead>[0], () => true)
  return { ahead, opened, membership }
}

test('a batch is opened before its turn, once, and its hash is known then', async () => {
  const { ahead, opened } = watch()
  const item = batch(1)
  ahead.add([item])
  expect(opened).toEqual([1])
  expect((await ahead.open(item)).ok).toBe(true)
  expect(await ahead.hashOf(item)).toBe('hash 1')
  expect(opened).toEqual([1])
})

test('what was opened by another membership is opened again: it may shut the author out', async () => {
  const { ahead, opened, membership } = watch()
  const item = batch(1)
  ahead.add([item])
  membership.head = 'b'
  await ahead.open(item)
  expect(opened).toEqual([1, 1])
})

test('a long log is not opened all at once: the next follow as those before them are done', () => {
  const { ahead, opened } = watch()
  const items = [1, 2, 3, 4].map((seq) => batch(seq, 600_000))
  ahead.add(items)
  expect(opened).toEqual([1, 2])
  ahead.forget([items[0]!])
  expect(opened).toEqual([1, 2, 3])
  ahead.forget(items)
  ahead.add([batch(5)])
  expect(opened).toEqual([1, 2, 3, 5])
})
