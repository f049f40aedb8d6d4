import { liveQuery } from 'dexie'
import { ok } from '../kit/result.ts'
import type { Operation, Vector } from '../log/operation.ts'
import { roughSize } from '../log/roughSize.ts'
import { emptyVector, joinVectors, vectorOf } from '../log/vector.ts'
import { isShared } from '../model/shared.ts'
import { removeBlob } from './blobs.ts'
import { type Prepared, prepareOperation } from './prepareOperation.ts'
import { hasWords, nameTransactions, openOperation, readOutboxSlice } from './readOutboxSlice.ts'
import { readStates } from './readStates.ts'
import { newIncarnation, readClock } from './standings.ts'
import {
  batchOf,
  chainsKey,
  type Head,
  markSeen,
  marksKey,
  readMeta,
  type RelayMemory,
  relayKey,
  toldKey,
  vectorKey,
  writeMeta,
} from './syncMeta.ts'
import { type AsideRow, type BatchRow, db, type VectorMark } from './tables.ts'
import { takeOperations } from './takeOperations.ts'
import { change, type Done, type Progress, withProgress } from './withProgress.ts'

/*
 * The store as the engine of sync sees it (SyncStore in src/sync/ports.ts, which stands above us): what waits to be
 * sent, and what came from others. It knows nothing of relays or keys of the workspace, and runs in a worker.
 */

/** What is set aside for such a reason is opened by nothing that may come. */
const neverRead: ReadonlySet<string> = new Set(['revoked', 'forbidden', 'unreadable'])

interface Incoming {
  batch: BatchRow
  operations: Operation[]
  vector: Vector
  again?: boolean
}

/** Calls whenever what waits to be sent may have changed, in whichever tab. Gives the way to stop. */
export function followOutbox(changed: () => void): () => void {
  const subscription = liveQuery(() => db().outbox.count()).subscribe(changed)
  return () => subscription.unsubscribe()
}

/**
 * Forgets all that was agreed with the devices and the relay of a workspace this device left. The records stay, and all
 * that ever happened to them waits again, from whomever it came: the next workspace knows none of it.
 */
export function forgetSync(): Done {
  const { outbox, unsent, kept, asides, seen, journal, meta, records } = db()
  return change([outbox, unsent, kept, asides, seen, journal, meta, records], async () => {
    for (const table of [unsent, kept, asides, seen]) await table.clear()
    await meta.bulkDelete([relayKey, chainsKey, vectorKey, marksKey, toldKey])
    const demo = new Set(await records.filter(({ demo: isDemo }) => isDemo === true).primaryKeys())
    const seqs: { seq: number }[] = []
    await journal.each((entry) => {
      const { seq, kind, recordId } = entry
      if (hasWords(entry) && isShared(kind, recordId, demo.has(recordId))) seqs.push({ seq: seq! })
    })
    await outbox.bulkPut(seqs)
    await meta.put({ id: 'clock', value: { ...(await readClock()), device: newIncarnation() } })
  })
}

/** The store of this device for the engine. One at a time: the tab that leads has it. */
export function createReplica<Aside extends AsideRow>() {
  /** What the last slice held, by its cursor: an older entry may have come behind it since. */
  let slice: { cursor: number; seqs: number[] } | null = null

  return {
    async readMemory() {
      const [chains, relay, vector, unsent, aside] = await Promise.all([
        readMeta<Record<string, Head>>(chainsKey, {}),
        readMeta<RelayMemory | null>(relayKey, null),
        readMeta<Vector>(vectorKey, emptyVector()),
        db().unsent.orderBy('dseq').toArray(),
        db().asides.toArray(),
      ])
      return { chains, relay, vector, unsent: unsent.map(batchOf), aside: aside as Aside[] }
    },

    async readOutbox(limit: { operations: number; bytes: number }) {
      const read = await readOutboxSlice(limit.operations)
      if (!read) return null
      const operations: Operation[] = []
      let bytes = 0
      for (const entry of read.entries) {
        const operation = await openOperation(entry)
        bytes += roughSize(operation)
        if (operations.length > 0 && bytes > limit.bytes) break
        operations.push(operation)
      }
      const taken = read.entries.slice(0, operations.length)
      nameTransactions(operations, taken, read.firstTransaction)
      slice = { cursor: taken.at(-1)!.seq! + 1, seqs: taken.map(({ seq }) => seq!) }
      const more = read.more || operations.length < read.entries.length
      return { operations, vector: read.vector, cursor: slice.cursor, more }
    },

    async countOutbox(): Promise<number> {
      let sealed = 0
      await db().unsent.each(({ seqs }) => {
        sealed += seqs.length
      })
      return sealed + (await db().outbox.count())
    },

    keepSealed: (batch: BatchRow, cursor: number): Done =>
      change([db().outbox, db().unsent, db().meta], async () => {
        const waiting = await db().outbox.where('seq').below(cursor).primaryKeys()
        const seqs = slice?.cursor === cursor ? slice.seqs : waiting
        await db().outbox.bulkDelete(seqs)
        const told = await readMeta(toldKey, 0)
        await db().unsent.put({ ...batchOf(batch), seqs, told })
        await writeMeta(toldKey, Math.max(told, cursor - 1))
        const chains = await readMeta<Record<string, Head>>(chainsKey, {})
        await writeMeta(chainsKey, { ...chains, [batch.device]: { dseq: batch.dseq, hash: batch.hash } })
      }),

    acknowledge: (dseqs: number[], progress: Progress<Aside>): Done =>
      withProgress(progress, async () => {
        const sent = (await db().unsent.bulkGet(dseqs)).filter((row) => row !== undefined)
        await db().kept.bulkPut(sent.map(batchOf))
        await db().unsent.bulkDelete(sent.map(({ dseq }) => dseq))
        const first = await db().unsent.orderBy('dseq').first()
        const needed = first?.told ?? (await readMeta(toldKey, 0))
        const marks = await readMeta<VectorMark[]>(marksKey, [])
        await writeMeta(
          marksKey,
          marks.filter(({ at }) => at >= needed),
        )
      }),

    /** Each batch in a transaction of its own, the progress with the last: a batch applied before is known again. */
    async apply(batches: Incoming[], progress: Progress<Aside>): Done {
      for (const [index, incoming] of batches.entries()) {
        const all = await prepareBatch(incoming)
        const prepared = incoming.again ? await withoutTold(all) : all
        const isLast = index === batches.length - 1
        let orphans: string[] = []
        const done = await withProgress(isLast ? progress : {}, async () => {
          orphans = await takeBatch(incoming, prepared)
        })
        if (!done.ok) return done
        for (const id of orphans) await removeBlob(id)
      }
      return batches.length > 0 ? ok(null) : withProgress(progress, async () => {})
    },

    unseal: (device: string, head: Head | null): Done =>
      change([db().outbox, db().unsent, db().journal, db().meta], async () => {
        const unsent = await db().unsent.orderBy('dseq').toArray()
        const entries = await db().journal.bulkGet(unsent.flatMap(({ seqs }) => seqs))
        const waiting = entries.filter((entry) => entry !== undefined && hasWords(entry))
        await db().outbox.bulkPut(waiting.map((entry) => ({ seq: entry!.seq! })))
        await db().unsent.clear()
        if (unsent[0]) await writeMeta(toldKey, unsent[0].told)
        const { [device]: _, ...others } = await readMeta<Record<string, Head>>(chainsKey, {})
        await writeMeta(chainsKey, head ? { ...others, [device]: head } : others)
        await db().meta.put({ id: 'clock', value: { ...(await readClock()), device: newIncarnation() } })
      }),

    readStates,

    async takeStates(operations: Operation[], vector: Vector = emptyVector()): Done {
      for (let at = 0; at < operations.length || at === 0; at += statesAtOnce) {
        const some = operations.slice(at, at + statesAtOnce)
        const prepared = (await Promise.all(some.map(prepareOperation))).filter((each) => each !== null)
        const isLast = at + statesAtOnce >= operations.length
        let orphans: string[] = []
        const done = await withProgress({}, async () => {
          orphans = await takeOperations(prepared, null)
          if (!isLast) return
          await writeMeta(vectorKey, joinVectors(await readMeta(vectorKey, emptyVector()), vector))
          await markSeen(vector)
        })
        if (!done.ok) return done
        for (const id of orphans) await removeBlob(id)
      }
      return ok(null)
    },

    forgetKept: (upTo: Record<string, number>, aside: Record<string, number> = {}): Done =>
      change([db().kept, db().asides, db().meta], async () => {
        const chains = await readMeta<Record<string, Head>>(chainsKey, {})
        for (const [device, { dseq }] of Object.entries(chains))
          await db()
            .kept.where('[device+dseq]')
            .between([device, dseq], [device, Number.POSITIVE_INFINITY], false, true)
            .delete()
        for (const [device, dseq] of Object.entries(upTo))
          await db().kept.where('[device+dseq]').between([device, 0], [device, dseq], true, true).delete()
        for (const [device, dseq] of Object.entries(aside))
          await db()
            .asides.where('[device+dseq]')
            // Under 0 stands what is counted, not kept.
            .between([device, 1], [device, dseq], true, true)
            .filter(({ reason }) => neverRead.has(reason))
            .delete()
      }),

    async readKept(device: string, dseq: number): Promise<BatchRow | null> {
      const [kept, unsent, aside] = await Promise.all([
        db().kept.get([device, dseq]),
        db().unsent.get(dseq),
        db().asides.get([device, dseq]),
      ])
      const found = kept ?? (unsent?.device === device ? unsent : undefined) ?? aside
      return found ? batchOf(found) : null
    },
  }
}

async function prepareBatch({ operations }: Incoming): Promise<Prepared[]> {
  const prepared = await Promise.all(operations.map(prepareOperation))
  return prepared.filter((each) => each !== null)
}

/** So many operations of a snapshot are merged in one transaction: the page wants its turn. */
const statesAtOnce = 500

/** Without what the journal tells already. */
async function withoutTold(prepared: readonly Prepared[]): Promise<Prepared[]> {
  const ids = [...new Set(prepared.map(({ operation }) => operation.id))]
  const told = await db().journal.where('recordId').anyOf(ids).toArray()
  const nameOf = (id: string, stamp: string, path: string) => `${id} ${stamp} ${path}`
  const known = new Set(told.map(({ recordId, stamp, path }) => nameOf(recordId, stamp, path)))
  return prepared.filter(({ operation: { id, stamp, path } }) => !known.has(nameOf(id, stamp, path)))
}

/** Applies one batch; inside the transaction. Gives the files that nothing names any more. */
async function takeBatch({ batch, vector }: Incoming, prepared: readonly Prepared[]): Promise<string[]> {
  const { device, dseq } = batch
  // Another batch under the number of one that was applied: its device was restored with the relay (SPEC 6.6).
  if ((await db().kept.get([device, dseq]))?.hash === batch.hash) return []
  await db().seen.bulkPut(Object.entries(vector.stamps).map(([of, stamp]) => ({ device, of, dseq, stamp })))
  const orphans = await takeOperations(prepared, { device, dseq })
  await db().kept.put(batchOf(batch))
  const seen = vectorOf(
    prepared.map(({ operation }) => operation.stamp),
    device,
    dseq,
  )
  await writeMeta(vectorKey, joinVectors(await readMeta(vectorKey, emptyVector()), seen))
  await markSeen(seen)
  return orphans
}
