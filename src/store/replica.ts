import Dexie, { liveQuery } from 'dexie'
import { canonicalJson } from '../kit/canonicalJson.ts'
import { ok, type Result } from '../kit/result.ts'
import { authorOfStamp, type CompareValues, isElementMap, type Standing, valueAt } from '../log/apply.ts'
import { advance, type Clock, readStamp } from '../log/clock.ts'
import { elementWinner, isContestable, isRemovalAt, meet, type Version } from '../log/conflicts.ts'
import type { Operation, Vector } from '../log/operation.ts'
import { stateToOperations } from '../log/stateToOperations.ts'
import { roughSize } from '../log/roughSize.ts'
import { emptyVector, joinVectors, vectorOf } from '../log/vector.ts'
import { lookupsOf } from '../model/lookup.ts'
import type { About, Kind } from '../model/record.ts'
import { isSealedPath } from '../model/sealed.ts'
import { isShared } from '../model/shared.ts'
import { removeBlob } from './blobs.ts'
import {
  changedByWriting,
  entryToOperation,
  keepStandings,
  newIncarnation,
  readClock,
  readStandings,
  step,
} from './standings.ts'
import {
  type AsideRow,
  type BatchRow,
  type ConflictRow,
  db,
  type JournalEntry,
  openDoor,
  type Row,
  type VectorMark,
} from './tables.ts'
import { isSealed, openValue } from './vault.ts'
import { keysOf, openAt, placeOf, sealAt, sealedAbout, type WriteFailure, writeFailure } from './write.ts'

/*
 * The store as the engine of sync sees it (SyncStore in src/sync/ports.ts, which stands above us): what waits to be
 * sent, and what came from others. It knows nothing of relays or keys of the workspace, and runs in a worker.
 */

type Failure = Extract<WriteFailure, { type: 'DiskFull' | 'StoreClosed' }>
type Done = Promise<Result<null, Failure>>

interface Head {
  dseq: number
  hash: string
}
interface RelayMemory {
  logId: string
  cursor: number
  chain: string
}
interface Incoming {
  batch: BatchRow
  operations: Operation[]
  vector: Vector
  again?: boolean
}
interface Progress<Aside extends BatchRow> {
  relay?: RelayMemory
  chains?: Record<string, Head>
  aside?: Aside[]
  settled?: string[]
  resend?: Operation[]
}

const relayKey = 'sync.relay'
const chainsKey = 'sync.chains'
const vectorKey = 'sync.vector'
const marksKey = 'sync.marks'
/** The last entry that a batch holds: marks before it have been told. */
const toldKey = 'sync.told'

const readMeta = async <T>(id: string, otherwise: T): Promise<T> =>
  ((await db().meta.get(id))?.value as T | undefined) ?? otherwise
const writeMeta = (id: string, value: unknown) => db().meta.put({ id, value })

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
      const read = await readSlice(limit.operations)
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

    async readStates(after: string, limit: number) {
      const { standings, last } = await readPage(after, limit)
      const operations: Operation[] = []
      for (const { id, kind, standing } of standings) {
        const record = standing.record && (await openRowFields(standing.record))
        operations.push(...stateToOperations({ record, erased: standing.erased }, id, kind))
      }
      return { operations, after: last }
    },

    async takeStates(operations: Operation[], vector: Vector = emptyVector()): Done {
      for (let at = 0; at < operations.length || at === 0; at += statesAtOnce) {
        const some = operations.slice(at, at + statesAtOnce)
        const prepared = (await Promise.all(some.map(prepareOne))).filter((each) => each !== null)
        const isLast = at + statesAtOnce >= operations.length
        let orphans: string[] = []
        const done = await withProgress({}, async () => {
          orphans = await takeOperations(prepared, null)
          if (!isLast) return
          await writeMeta(vectorKey, joinVectors(await readMeta(vectorKey, emptyVector()), vector))
          await mark(vector)
        })
        if (!done.ok) return done
        for (const id of orphans) await removeBlob(id)
      }
      return ok(null)
    },

    forgetKept: (upTo: Record<string, number>): Done =>
      change([db().kept], async () => {
        for (const [device, dseq] of Object.entries(upTo))
          await db().kept.where('[device+dseq]').between([device, 0], [device, dseq], true, true).delete()
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

const batchOf = ({ device, dseq, hash, bytes }: BatchRow): BatchRow => ({ device, dseq, hash, bytes })

const followAll = (own: Clock, stamps: readonly Clock[]): Clock =>
  stamps.reduce((clock, seen) => advance(clock, seen, Date.now()), own)

const tablesOfProgress = () => [...changedByWriting(), db().unsent, db().kept, db().asides, db().seen]

async function change(tables: Dexie.Table[], run: () => Promise<void>): Done {
  try {
    await db().transaction('rw', tables, run)
    return ok(null)
  } catch (cause) {
    const failure = writeFailure(cause)
    if (failure.type === 'RecordMissing' || failure.type === 'NotAllowed') throw cause
    return { ok: false, error: failure }
  }
}

/** Runs and remembers how far syncing came, in one transaction. */
async function withProgress<Aside extends BatchRow>(progress: Progress<Aside>, run: () => Promise<void>): Done {
  const { relay, chains, aside = [], settled = [], resend = [] } = progress
  const prepared = await Promise.all(resend.map(prepareOne))
  return change(tablesOfProgress(), async () => {
    openDoor()
    await run()
    for (const each of prepared) if (each) await waitAgain(each)
    // What is written here from now on is later than all that came (SPEC 1.2).
    const stamps = prepared.flatMap((each) => (each ? [readStamp(each.operation.stamp)!] : []))
    if (stamps.length > 0) await db().meta.put({ id: 'clock', value: followAll(await readClock(), stamps) })
    if (relay) await writeMeta(relayKey, relay)
    if (chains && Object.keys(chains).length > 0)
      await writeMeta(chainsKey, { ...(await readMeta<Record<string, Head>>(chainsKey, {})), ...chains })
    await db().asides.bulkPut(aside as unknown as AsideRow[])
    await db().asides.bulkDelete(
      settled.map((key) => {
        const [device, dseq] = key.split('/') as [string, string]
        return [device, Number(dseq)] as [string, number]
      }),
    )
  })
}

/** What this device sends for another that lost it: the journal has it, from whomever it came. */
async function waitAgain({ operation, keysByPath }: Prepared): Promise<void> {
  const entries = await db().journal.where('recordId').equals(operation.id).toArray()
  const known = entries.find(({ stamp, path }) => stamp === operation.stamp && path === operation.path)
  if (known) {
    if (hasWords(known)) await db().outbox.put({ seq: known.seq! })
    return
  }
  const standing = (await readStandings([operation.id])).get(operation.id)!
  if (standing.erased !== null) return
  const { standing: after, entry } = step(standing, operation, keysByPath, false)
  await keepStandings(new Map([[operation.id, after]]), new Set([operation.id]), [entry])
  await db().outbox.put({ seq: await db().journal.add(entry) })
}

/** False for what an erasure left without words. */
const hasWords = ({ operation, value }: JournalEntry): boolean =>
  value !== undefined || (operation !== 'create' && operation !== 'set')

interface Slice {
  entries: JournalEntry[]
  vector: Vector
  more: boolean
  /** The stamp that names the transaction of the first entry. */
  firstTransaction: string
}

/** The oldest entries that wait, up to the first that was written knowing more than they. */
async function readSlice(operations: number): Promise<Slice | null> {
  return db().transaction('r', [db().outbox, db().journal, db().meta], async () => {
    const seqs = await db()
      .outbox.orderBy('seq')
      .limit(operations + 1)
      .primaryKeys()
    const first = seqs[0]
    if (first === undefined) return null
    const marks = await readMeta<VectorMark[]>(marksKey, [])
    const told = await readMeta(toldKey, 0)
    const stop = marks.find(({ at }) => at >= first)?.at ?? Number.POSITIVE_INFINITY
    const within = seqs.slice(0, operations).filter((seq) => seq <= stop)
    const entries = (await db().journal.bulkGet(within)).filter((entry) => entry !== undefined)
    const begun = await db().journal.where('transaction').equals(entries[0]!.transaction).first()
    return {
      entries,
      vector: marks
        .filter(({ at }) => at >= told && at < first)
        .reduce((joined, mark) => joinVectors(joined, mark.change), emptyVector()),
      more: within.length < seqs.length,
      firstTransaction: begun?.stamp ?? entries[0]!.stamp,
    }
  })
}

/** A transaction is known to others by its first stamp (src/log/codec.ts). */
function nameTransactions(operations: Operation[], entries: readonly JournalEntry[], first: string): void {
  let name = first
  for (const [index, operation] of operations.entries()) {
    if (index > 0 && entries[index]!.transaction !== entries[index - 1]!.transaction) name = operation.stamp
    operation.transaction = name
  }
}

/** An entry as the operation it was, its sealed values open. */
async function openOperation(entry: JournalEntry): Promise<Operation> {
  const operation = entryToOperation(entry)
  const { kind, recordId } = entry
  if (operation.type === 'create') {
    const fields: Record<string, unknown> = {}
    for (const [path, value] of Object.entries((operation.value ?? {}) as Record<string, unknown>))
      fields[path] = await openAt(kind, recordId, path, value)
    return { ...operation, value: fields }
  }
  if (operation.value === undefined) return operation
  return { ...operation, value: await openAt(kind, recordId, operation.path, operation.value) }
}

/** An operation of another device as it will rest here: sealed and hashed before the transaction, which may not wait. */
interface Prepared {
  operation: Operation
  keysByPath: Record<string, string[]>
  /** Sealed values and what they hold. */
  opened: Map<unknown, unknown>
}

async function prepareBatch({ operations }: Incoming): Promise<Prepared[]> {
  const prepared = await Promise.all(operations.map(prepareOne))
  return prepared.filter((each) => each !== null)
}

/** Null for what does not belong here: a stamp out of all time (SPEC 1.5), or what is local to another (2.11). */
async function prepareOne(operation: Operation): Promise<Prepared | null> {
  const { type, id, path } = operation
  if (!readStamp(operation.stamp) || !isShared(operation.kind, id)) return null
  const kind = operation.kind as Kind
  const prepared: Prepared = { operation, keysByPath: {}, opened: new Map() }
  if (type !== 'create' && type !== 'set') return prepared
  const about = operation.about ? { about: sealedAbout(kind, operation.about as About) } : {}
  if (type === 'set') {
    const value = await prepareValue(prepared, kind, path, operation.value)
    prepared.operation = { ...operation, value, ...about }
    return prepared
  }
  const fields: Record<string, unknown> = {}
  await Promise.all(
    Object.entries((operation.value ?? {}) as Record<string, unknown>).map(async ([field, value]) => {
      // The order of fields is the author's, whichever is sealed first.
      fields[field] = undefined
      fields[field] = await prepareValue(prepared, kind, field, value)
    }),
  )
  prepared.operation = { ...operation, value: fields, ...about }
  return prepared
}

async function prepareValue(prepared: Prepared, kind: Kind, path: string, value: unknown): Promise<unknown> {
  if (lookupsOf(kind, path, value).length > 0) Object.assign(prepared.keysByPath, await keysOf(kind, path, value))
  if (!isSealedPath(kind, path)) return value
  const sealed = await sealAt(kind, prepared.operation.id, path, value)
  if (isSealed(sealed)) prepared.opened.set(sealed, value)
  else if (isElementMap(sealed) && isElementMap(value))
    for (const element of Object.keys(sealed)) prepared.opened.set(sealed[element], value[element])
  return sealed
}

/** So many operations of a snapshot are merged in one transaction: the page wants its turn. */
const statesAtOnce = 500

/** Shared records and tombstones behind an id, both in the order of ids. */
async function readPage(after: string, limit: number) {
  const [rows, tombstones] = await Promise.all([
    db().records.where('id').above(after).limit(limit).toArray(),
    db().tombstones.where('id').above(after).limit(limit).toArray(),
  ])
  const erased = new Map(tombstones.map((tombstone) => [tombstone.id, tombstone]))
  const byId = new Map(rows.map((row) => [row.id, row]))
  const ids = [...new Set([...byId.keys(), ...erased.keys()])].sort().slice(0, limit)
  const standings = ids.flatMap((id) => {
    const record = byId.get(id) ?? null
    const kind = record?.kind ?? erased.get(id)!.kind
    if (!isShared(kind, id, record?.demo)) return []
    return [{ id, kind, standing: { record, erased: erased.get(id)?.stamp ?? null } }]
  })
  return { standings, last: ids.length < limit ? null : ids.at(-1)! }
}

async function openRowFields(row: Row): Promise<Row> {
  const fields: Record<string, unknown> = {}
  for (const [path, value] of Object.entries(row.fields)) fields[path] = await openAt(row.kind, row.id, path, value)
  return { ...row, fields }
}

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
  await mark(seen)
  return orphans
}

/**
 * Applies operations of a batch, or of a snapshot (null), which nobody can be in conflict with. Gives the files of what
 * was erased: they go with it (SPEC 2.7).
 */
async function takeOperations(
  prepared: readonly Prepared[],
  origin: { device: string; dseq: number } | null,
): Promise<string[]> {
  const standings = await readStandings(prepared.map(({ operation }) => operation.id))
  const known = await openTies(prepared, standings)
  const contests: Contest[] = []
  const named = new Set<string>()
  let clock = await readClock()
  const touched = new Set<string>()
  const journal: JournalEntry[] = []
  for (const { operation, keysByPath, opened } of prepared) {
    const { id, stamp } = operation
    const before = standings.get(id)!
    clock = advance(clock, readStamp(stamp)!, Date.now())
    const compare = compareOpened(id, opened, known)
    const { standing, entry, hasWon } = step(before, operation, keysByPath, false, compare)
    if (before.record && !standing.record)
      for (const key of before.record.keys) if (key.startsWith('blob:')) named.add(key)
    standings.set(id, standing)
    touched.add(id)
    if (!origin && !hasWon) continue
    const received: JournalEntry = { ...entry, ...(origin ? { from: origin.device, dseq: origin.dseq } : { from: '' }) }
    // Of an erased record only that something happened is kept.
    const isForgotten = standing.erased !== null && !standing.record && entry.operation !== 'erase'
    if (!isForgotten) {
      journal.push(received)
      const here = before.record?.stamps[operation.path]
      if (origin && here !== undefined && here !== stamp && isContestable(operation))
        contests.push({ row: before.record!, operation, entry: received })
    }
  }
  const erased = new Set([...touched].filter((id) => standings.get(id)!.erased !== null && !standings.get(id)!.record))
  const fresh = journal.filter((entry) => entry.operation === 'erase' || !erased.has(entry.recordId))
  await db().journal.bulkAdd(fresh)
  await keepStandings(standings, touched, fresh)
  if (origin) await judge(contests, origin, erased)
  await db().meta.put({ id: 'clock', value: clock })
  const orphans: string[] = []
  for (const key of named)
    if ((await db().records.where('keys').equals(key).count()) === 0) orphans.push(key.slice('blob:'.length))
  return orphans
}

/** Remembers where in the journal something of others became known, so that batches are cut there (SPEC 4.5). */
async function mark(seen: Vector): Promise<void> {
  const at = (await db().journal.orderBy('seq').last())?.seq ?? 0
  const marks = await readMeta<VectorMark[]>(marksKey, [])
  const last = marks.at(-1)
  const isOneMore = !last || (await db().outbox.where('seq').above(last.at).count()) > 0 || (await isTold(last))
  if (isOneMore) marks.push({ at, change: seen })
  else marks[marks.length - 1] = { at, change: joinVectors(last.change, seen) }
  await writeMeta(marksKey, marks)
}

const isTold = async ({ at }: VectorMark): Promise<boolean> => at < (await readMeta(toldKey, 0))

/** Values under the same stamp as an incoming one, opened: only then is it asked which is the greater (SPEC 1.6). */
async function openTies(
  prepared: readonly Prepared[],
  standings: ReadonlyMap<string, Standing<Row>>,
): Promise<Map<string, unknown>> {
  const ties = new Map<string, Promise<unknown>>()
  for (const { operation, opened } of prepared) {
    const row = standings.get(operation.id)?.record
    if (!row || opened.size === 0) continue
    const paths = operation.type === 'create' ? Object.keys(operation.value as object) : [operation.path]
    for (const path of paths) {
      const value = valueAt(row, path)
      if (row.stamps[path] === operation.stamp && isSealed(value))
        ties.set(`${row.id} ${path}`, openValue(value, placeOf(row.kind, row.id, path)))
    }
  }
  if (ties.size === 0) return new Map()
  const values = await Dexie.waitFor(Promise.all(ties.values()))
  return new Map([...ties.keys()].map((key, index) => [key, values[index]]))
}

const compareOpened =
  (id: string, opened: ReadonlyMap<unknown, unknown>, known: ReadonlyMap<string, unknown>): CompareValues =>
  (incoming, here, path) => {
    const key = `${id} ${path}`
    if (isSealed(here) && !known.has(key)) return 0
    const [a, b] = [opened.get(incoming) ?? incoming, known.get(key) ?? here].map(canonicalJson) as [string, string]
    return a === b ? 0 : a > b ? 1 : -1
  }

/** A write of another device at a path that something stood at before. */
interface Contest {
  row: Row
  operation: Operation
  entry: JournalEntry
}

/**
 * Finds which values lost against one written without knowing them (SPEC 3), once the entries are in the journal. Each
 * turn of the loop that waits waits for the database: of a hundred others in a row Dexie would lose its transaction.
 */
async function judge(
  contests: readonly Contest[],
  { device, dseq }: { device: string; dseq: number },
  erased: ReadonlySet<string>,
): Promise<void> {
  if (contests.length === 0) return
  const own = (await readClock()).device
  const open = new Map<string, Version[]>()
  const authors = new Set(contests.map(({ row, operation }) => authorOfStamp(row.stamps[operation.path]!)))
  if ((await db().conflicts.count()) > 0) {
    const ids = [...new Set(contests.map(({ row }) => row.id))]
    for (const row of await db().conflicts.where('recordId').anyOf(ids).toArray()) {
      const key = `${row.recordId} ${row.path}`
      open.set(key, [...(open.get(key) ?? []), row])
      authors.add(authorOfStamp(row.stamp))
    }
  }
  // Later batches of the device may have been taken in already by an older copy of it: only those up to this count.
  const seenByAuthor = new Map<string, string>()
  for (const author of authors) seenByAuthor.set(author, await lastSeen(device, author, dseq))

  const changed = new Map<string, { recordId: string; path: string; kind: Kind }>()
  for (const { row, operation, entry } of contests) {
    const { id, path, stamp } = operation
    const hereStamp = row.stamps[path]!
    const author = authorOfStamp(stamp)
    const sentAgain = new Set<string>()
    const incomingSaw = (other: string) =>
      authorOfStamp(other) === author || sentAgain.has(other) || (seenByAuthor.get(authorOfStamp(other)) ?? '') >= other
    const key = `${id} ${path}`
    const losers = open.get(key) ?? []
    // Who sends a write again that is not its own has seen it, whatever its vector says: it was handed over (SPEC 10.5).
    if (losers.length > 0 || !incomingSaw(hereStamp)) {
      const told = await db()
        .journal.where('recordId')
        .equals(id)
        .filter((each) => each.from === device && authorOfStamp(each.stamp) !== author)
        .toArray()
      for (const each of told) sentAgain.add(each.stamp)
    }
    const winner = elementWinner(row, operation)
    // The usual cases: written by who wrote before, or knowing it; an element removed by who saw it; and nothing is open.
    if (losers.length === 0 && winner === null && stamp > hereStamp && incomingSaw(hereStamp)) continue
    if (losers.length === 0 && winner === 'incoming' && operation.type === 'remove') continue
    const isOwnLine = authorOfStamp(hereStamp) === author && stamp < hereStamp
    let here: Version | null = null
    if (winner === 'incoming') {
      here = operation.type === 'set' ? await removalAt(row, path) : null
      const remover = here && authorOfStamp(here.stamp)
      if (remover && !seenByAuthor.has(remover)) seenByAuthor.set(remover, await lastSeen(device, remover, dseq))
    } else if (!isOwnLine) {
      const found = await versionAt(row, path, hereStamp)
      here = found && path.includes('/') && found.value === undefined ? null : found
    }
    const rivals = [...losers, ...(here ? [here] : [])]
    const sees = rivals.length > 0 ? await whoSaw(rivals, stamp, own) : new Set<string>()
    open.set(
      key,
      meet({
        here,
        incoming: versionOf(entry),
        losers,
        incomingSaw,
        saw: (version) => sees.has(version.stamp),
        winner: here || winner === 'incoming' ? winner : null,
      }),
    )
    changed.set(key, { recordId: id, path, kind: row.kind })
  }

  const rows: ConflictRow[] = []
  for (const [key, { recordId, path, kind }] of changed) {
    await db()
      .conflicts.where('[recordId+path+stamp]')
      .between([recordId, path, ''], [recordId, path, '\uffff'])
      .delete()
    if (erased.has(recordId)) continue
    for (const version of open.get(key) ?? [])
      rows.push({ ...version, about: version.about as About | undefined, recordId, path, kind })
  }
  await db().conflicts.bulkPut(rows)
}

/** The latest stamp of an author that a device had seen when it made a batch; '' for none. */
async function lastSeen(device: string, of: string, dseq: number): Promise<string> {
  const last = await db().seen.where('[device+of+dseq]').between([device, of, 0], [device, of, dseq], true, true).last()
  return last?.stamp ?? ''
}

/** Which of these versions were written by someone who had seen a stamp. Nobody here had: it has only just come. */
async function whoSaw(versions: readonly Version[], stamp: string, own: string): Promise<Set<string>> {
  const of = stamp.slice(18)
  const found = new Set<string>()
  for (const version of versions) {
    if (version.stamp.slice(18) === own || version.from === undefined) continue
    if ((await lastSeen(version.from, of, version.dseq ?? 0)) >= stamp) found.add(version.stamp)
  }
  return found
}

/** What a path held, with who wrote it; null when the journal does not know, as after a snapshot. */
async function versionAt(row: Row, path: string, stamp: string): Promise<Version | null> {
  const entry = await db()
    .journal.where('recordId')
    .equals(row.id)
    .filter((each) => each.stamp === stamp)
    .first()
  // A snapshot says who wrote nothing of what it holds.
  if (!entry || entry.from === '') return null
  return { ...versionOf(entry), value: valueAt(row, path) }
}

/** The removal after which an element stands as it does; null when the journal does not know it. */
async function removalAt(row: Row, path: string): Promise<Version | null> {
  const entry = await db()
    .journal.where('recordId')
    .equals(row.id)
    .filter(({ operation, ...each }) => isRemovalAt(row, path, { ...each, type: operation }))
    .last()
  return !entry || entry.from === '' ? null : versionOf(entry)
}

const versionOf = ({ stamp, value, about, at, by, from, dseq }: JournalEntry): Version => ({
  stamp,
  ...(value === undefined ? {} : { value }),
  ...(about ? { about } : {}),
  at,
  by,
  ...(from === undefined ? {} : { from }),
  ...(dseq === undefined ? {} : { dseq }),
})
