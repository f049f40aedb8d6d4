import { isId } from '../../src/kit/id.ts'
import { ok, type Result } from '../../src/kit/result.ts'
import { apply, authorOfStamp, type RecordState, type Standing, splitPath, valueAt } from '../../src/log/apply.ts'
import { advance, type Clock, clockToStamp, readStamp, tick } from '../../src/log/clock.ts'
import { elementWinner, isContestable, isRemovalAt, meet, type Version } from '../../src/log/conflicts.ts'
import type { Operation, Vector } from '../../src/log/operation.ts'
import { stateToOperations } from '../../src/log/stateToOperations.ts'
import { roughSize } from '../../src/log/roughSize.ts'
import { emptyVector, joinVectors, vectorOf } from '../../src/log/vector.ts'
import { isShared } from '../../src/model/shared.ts'
import type {
  Aside,
  ChainHead,
  IncomingBatch,
  OutboxSlice,
  Progress,
  RelayMemory,
  SealedBatch,
  SnapshotStore,
  SyncStore,
  SyncStoreFailure,
} from '../../src/sync/ports.ts'

/** A change made on this device: an operation without what the store adds. */
export type LocalChange = Pick<Operation, 'type' | 'kind' | 'id'> & Partial<Pick<Operation, 'path' | 'value' | 'about'>>

/** Each call of the store that changes something. */
export type TransactionName = 'write' | 'keepSealed' | 'acknowledge' | 'apply' | 'unseal' | 'takeStates' | 'forgetKept'

export interface MemoryStoreOptions {
  now: () => number
  random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>
  by?: string
  /**
   * Asked before and after each transaction. Before: throw to crash with nothing done, or give a failure that the
   * caller is told. After: throw to crash with all done and nobody told.
   */
  fault?: (name: TransactionName, when: 'before' | 'after') => SyncStoreFailure | undefined
  /** Within the transaction that erases a record: what it held. */
  onErased?: (id: string, fields: Record<string, unknown>) => void
}

interface Entry {
  /** Null once its record was erased. */
  operation: Operation | null
  /** The device it came from and the batch; undefined for what was written here. */
  from?: string
  dseq?: number
}

/** Its place is the journal's length when it was made: what is written from there on was written knowing it. */
interface Mark {
  at: number
  change: Vector
}

interface Sent {
  batch: SealedBatch
  /** The outbox cursor before it. */
  from: number
}

/**
 * The whole disk of a device: replaced at the end of each transaction and never changed in place, so that a copy is
 * free. What only grows is shared by its length.
 */
interface Disk {
  records: Map<string, Standing>
  journal: Entry[]
  clock: Clock
  cursor: number
  marks: Mark[]
  vector: Vector
  chains: Record<string, ChainHead>
  relay: RelayMemory | null
  unsent: Sent[]
  kept: Map<string, SealedBatch>
  aside: Map<string, Aside>
  /** By record and path: what lost there (SPEC 3.2). */
  conflicts: Map<string, Map<string, Version[]>>
  erasedKinds: Map<string, string>
  /** The journal's entries by stamp, in its order: what was sent again comes after what was written, and two copies of a device may have
   * written different records under one. */
  byStamp: Map<string, Entry[]>
  /** By device, then author: from which batch on the device had seen up to which stamp. */
  seen: Map<string, Map<string, { dseq: number; stamp: string }[]>>
}

/** A store of records in memory, for tests, simulator and bench: the rules of src/store without a database. */
export interface MemoryStore extends SyncStore, SnapshotStore {
  /** Writes as a person does on this device; what changes nothing is not journalled. Gives the operations. */
  write(changes: readonly LocalChange[], action?: string): Result<Operation[], SyncStoreFailure>
  readonly records: ReadonlyMap<string, Standing>
  record(id: string): RecordState | null
  /** What lost against values written without knowing it, by path. */
  conflicts(id: string): ReadonlyMap<string, readonly Version[]>
  journal(): readonly Entry[]
  /** Every sealed batch on this disk, whatever for. */
  sealed(): SealedBatch[]
  /** The author of its stamps. */
  incarnation(): string
  /** Another device that begins with the disk of this one, as a restored backup does. */
  copy(options?: Partial<MemoryStoreOptions>): MemoryStore
}

const keyOf = (device: string, dseq: number): string => `${device}/${dseq}`

export function createMemoryStore(options: MemoryStoreOptions): MemoryStore {
  return storeOn(
    {
      records: new Map(),
      journal: [],
      clock: { ms: 0, counter: 0, device: newIncarnation(options) },
      cursor: 0,
      marks: [],
      vector: emptyVector(),
      chains: {},
      relay: null,
      unsent: [],
      kept: new Map(),
      aside: new Map(),
      conflicts: new Map(),
      erasedKinds: new Map(),
      byStamp: new Map(),
      seen: new Map(),
    },
    options,
  )
}

function addByStamp(byStamp: Map<string, Entry[]>, entry: Entry): void {
  const { operation } = entry
  if (!operation) return
  const others = byStamp.get(operation.stamp)
  if (others) others.push(entry)
  else byStamp.set(operation.stamp, [entry])
}

function byStampOf(entries: readonly Entry[]): Map<string, Entry[]> {
  const byStamp = new Map<string, Entry[]>()
  for (const entry of entries) addByStamp(byStamp, entry)
  return byStamp
}

function keepEntry(disk: Disk, entry: Entry): void {
  disk.journal.push(entry)
  addByStamp(disk.byStamp, entry)
}

const newIncarnation = ({ random }: MemoryStoreOptions): string =>
  Array.from(random(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0')).join('')

function storeOn(disk: Disk, options: MemoryStoreOptions): MemoryStore {
  const { now, fault = () => undefined } = options
  let transactions = 0

  /** What is thrown inside leaves nothing half done: all that may fail runs before anything is changed. */
  const transact = <T>(name: TransactionName, run: () => T): Result<T, SyncStoreFailure> => {
    const failure = fault(name, 'before')
    if (failure) return { ok: false, error: failure }
    const value = run()
    fault(name, 'after')
    return ok(value)
  }

  /** From '' for a snapshot: nobody can be in conflict with it. */
  const take = (operation: Operation, from?: string, dseq?: number): boolean => {
    const standing = disk.records.get(operation.id) ?? { record: null, erased: null }
    const { record, erased, won } = apply(standing, operation)
    // What changes nothing here is not journalled, so it must leave no trace that the others would not have.
    if (won.length === 0 && from === undefined) return false
    if (record !== standing.record || erased !== standing.erased) disk.records.set(operation.id, { record, erased })
    if (operation.type === 'erase') disk.erasedKinds.set(operation.id, operation.kind)
    if (operation.type === 'erase' && won.length > 0) scrub(operation)
    if (standing.record && !record) options.onErased?.(operation.id, standing.record.fields)
    // A snapshot may tell of earlier times and nothing else.
    if (won.length === 0 && from === '') return false
    const isForgotten =
      erased !== null && operation.type !== 'erase' && (isId(operation.id) || operation.stamp <= erased)
    const entry: Entry = { operation: isForgotten ? null : operation, ...(from === undefined ? {} : { from, dseq }) }
    keepEntry(disk, entry)
    if (from === undefined) settle(operation)
    else if (from !== '' && standing.record && entry.operation) contest(standing.record, operation, from, dseq!)
    return true
  }

  /** What is written here is written knowing all that came. */
  const settle = ({ id, path, type }: Operation) => {
    const byPath = disk.conflicts.get(id)
    if (!byPath || (type !== 'set' && type !== 'remove')) return
    for (const other of byPath.keys()) if (other === path || other.startsWith(`${path}/`)) byPath.delete(other)
  }

  const hasSeen = (device: string, dseq: number, stamp: string): boolean =>
    (disk.seen
      .get(device)
      ?.get(authorOfStamp(stamp))
      ?.findLast((each) => each.dseq <= dseq)?.stamp ?? '') >= stamp

  const contest = (before: RecordState, operation: Operation, from: string, dseq: number) => {
    const { id, path, stamp } = operation
    const hereStamp = before.stamps[path]
    if (!isContestable(operation) || hereStamp === undefined || hereStamp === stamp) return
    const isOwnLine = authorOfStamp(hereStamp) === authorOfStamp(stamp)
    const losers = disk.conflicts.get(id)?.get(path) ?? []
    const isSentAgain = (other: string) =>
      disk.byStamp.get(other)?.some((entry) => entry.from === from && entry.operation?.id === id) ?? false
    const incomingSaw = (other: string) =>
      authorOfStamp(other) === authorOfStamp(stamp) || hasSeen(from, dseq, other) || isSentAgain(other)
    const winner = elementWinner(before, operation)
    if (losers.length === 0 && winner === null && stamp > hereStamp && incomingSaw(hereStamp)) return
    let here: Version | null = null
    if (winner === 'incoming') here = operation.type === 'set' ? removalAt(before, path) : null
    else if (!isOwnLine || stamp > hereStamp) {
      const found = versionAt(before, path, hereStamp)
      here = found && path.includes('/') && found.value === undefined ? null : found
    }
    const left = meet({
      here,
      winner: here || winner === 'incoming' ? winner : null,
      incoming: { ...versionOf(operation), from, dseq },
      losers,
      incomingSaw,
      saw: (version, other) => version.from !== undefined && hasSeen(version.from, version.dseq!, other),
    })
    let byPath = disk.conflicts.get(id)
    if (!byPath) disk.conflicts.set(id, (byPath = new Map()))
    if (left.length > 0) byPath.set(path, left)
    else byPath.delete(path)
  }

  const versionAt = (before: RecordState, path: string, stamp: string): Version | null => {
    const entry = disk.byStamp.get(stamp)?.find(({ operation }) => operation?.id === before.id)
    if (!entry || entry.from === '') return null
    const { from, dseq } = entry
    return {
      ...versionOf(entry.operation!),
      value: valueAt(before, path),
      ...(from === undefined ? {} : { from, dseq }),
    }
  }

  const removalAt = (before: RecordState, path: string): Version | null => {
    const entry = disk.journal.findLast(
      ({ operation }) => operation?.id === before.id && isRemovalAt(before, path, operation),
    )
    if (!entry || entry.from === '') return null
    const { from, dseq } = entry
    return { ...versionOf(entry.operation!), ...(from === undefined ? {} : { from, dseq }) }
  }

  const isTold = ({ id, stamp, path }: Operation): boolean =>
    disk.journal.some(({ operation: told }) => told?.stamp === stamp && told.id === id && told.path === path)

  const scrub = ({ id, stamp }: Operation) => {
    for (const entry of disk.journal)
      if (
        entry.operation?.id === id &&
        entry.operation.type !== 'erase' &&
        (isId(id) || entry.operation.stamp <= stamp)
      )
        entry.operation = null
    disk.conflicts.delete(id)
  }

  const isToSend = ({ operation, from }: Entry): boolean =>
    operation !== null && from === undefined && isShared(operation.kind, operation.id)

  const sendAgain = (operation: Operation) => {
    const standing = disk.records.get(operation.id) ?? { record: null, erased: null }
    if (operation.type !== 'erase' && isId(operation.id) && standing.erased) return
    const seen = readStamp(operation.stamp)
    if (seen) disk.clock = advance(disk.clock, seen, now())
    if (!isTold(operation)) {
      const { record, erased, won } = apply(standing, operation)
      disk.records.set(operation.id, { record, erased })
      if (operation.type === 'erase') disk.erasedKinds.set(operation.id, operation.kind)
      if (operation.type === 'erase' && won.length > 0) scrub(operation)
      if (standing.record && !record) options.onErased?.(operation.id, standing.record.fields)
    }
    keepEntry(disk, { operation })
  }

  const progressed = ({ relay, chains, aside, settled, resend }: Progress) => {
    for (const operation of resend ?? []) sendAgain(operation)
    if (relay) disk.relay = relay
    if (chains) disk.chains = { ...disk.chains, ...chains }
    for (const each of aside ?? []) disk.aside.set(keyOf(each.device, each.dseq), each)
    for (const key of settled ?? []) disk.aside.delete(key)
  }

  const learn = ({ device, dseq }: SealedBatch, vector: Vector) => {
    let byAuthor = disk.seen.get(device)
    if (!byAuthor) disk.seen.set(device, (byAuthor = new Map()))
    for (const [author, stamp] of Object.entries(vector.stamps)) {
      const list = byAuthor.get(author)
      if (list) list.push({ dseq, stamp })
      else byAuthor.set(author, [{ dseq, stamp }])
    }
  }

  const remember = (change: Vector) => {
    disk.vector = joinVectors(disk.vector, change)
    const last = disk.marks.at(-1)
    // Nothing to send was written since the last mark: one mark says both.
    if (last && !disk.journal.slice(last.at).some(isToSend))
      disk.marks[disk.marks.length - 1] = { at: disk.journal.length, change: joinVectors(last.change, change) }
    else disk.marks.push({ at: disk.journal.length, change })
  }

  return {
    write: (changes, action = 'edited') =>
      transact('write', () => {
        transactions += 1
        const transaction = `${disk.clock.device}-${transactions}`
        const at = now()
        const written: Operation[] = []
        for (const { type, kind, id, path = '', value, about } of changes) {
          disk.clock = tick(disk.clock, at)
          const seen = disk.records.get(id)?.record?.stamps[path]
          if (type === 'remove' && seen === undefined) continue
          const operation: Operation = {
            type,
            kind,
            id,
            path,
            ...(value === undefined ? {} : { value }),
            ...(about ? { about } : {}),
            stamp: clockToStamp(disk.clock),
            ...(type === 'remove' && splitPath(path)[1] !== undefined ? { observed: seen! } : {}),
            transaction,
            at,
            by: options.by ?? '',
            action,
          }
          if (take(operation, undefined)) written.push(operation)
        }
        return written
      }),

    get records() {
      return disk.records
    },
    record: (id) => disk.records.get(id)?.record ?? null,
    conflicts: (id) => disk.conflicts.get(id) ?? new Map<string, Version[]>(),
    journal: () => disk.journal,
    sealed: () => [...disk.kept.values(), ...disk.unsent.map(({ batch }) => batch), ...disk.aside.values()],
    incarnation: () => disk.clock.device,
    copy: (changed) => {
      const entries = disk.journal.map((entry) => ({ ...entry }))
      return storeOn(
        {
          ...disk,
          records: new Map(disk.records),
          journal: entries,
          marks: [...disk.marks],
          unsent: [...disk.unsent],
          kept: new Map(disk.kept),
          aside: new Map(disk.aside),
          conflicts: new Map([...disk.conflicts].map(([id, byPath]) => [id, new Map(byPath)])),
          erasedKinds: new Map(disk.erasedKinds),
          byStamp: byStampOf(entries),
          seen: new Map(
            [...disk.seen].map(([device, byAuthor]) => [
              device,
              new Map([...byAuthor].map(([author, list]) => [author, [...list]])),
            ]),
          ),
        },
        { ...options, ...changed },
      )
    },

    readMemory: async () => ({
      chains: { ...disk.chains },
      relay: disk.relay,
      vector: disk.vector,
      unsent: disk.unsent.map(({ batch }) => batch),
      aside: [...disk.aside.values()],
    }),

    readOutbox: async (limit): Promise<OutboxSlice | null> => {
      const operations: Operation[] = []
      let first = -1
      let bytes = 0
      let at = disk.cursor
      let stop = Number.POSITIVE_INFINITY
      let more = false
      for (let index = disk.cursor; index < disk.journal.length; index += 1) {
        const entry = disk.journal[index]!
        if (!isToSend(entry)) continue
        const size = roughSize(entry.operation!)
        if (first < 0) {
          first = index
          stop = disk.marks.find((mark) => mark.at > index)?.at ?? stop
        } else if (operations.length >= limit.operations || bytes + size > limit.bytes || index >= stop) {
          more = true
          break
        }
        operations.push(entry.operation!)
        bytes += size
        at = index + 1
      }
      if (first < 0) return null
      const vector = disk.marks
        .filter((mark) => mark.at >= disk.cursor && mark.at <= first)
        .reduce((joined, { change }) => joinVectors(joined, change), emptyVector())
      return { operations, vector, cursor: at, more }
    },

    countOutbox: async () => {
      let count = 0
      for (let index = disk.unsent[0]?.from ?? disk.cursor; index < disk.journal.length; index += 1)
        if (isToSend(disk.journal[index]!)) count += 1
      return count
    },

    keepSealed: async (batch, cursor) =>
      transact('keepSealed', () => {
        disk.unsent = [...disk.unsent, { batch, from: disk.cursor }]
        disk.cursor = cursor
        disk.chains = { ...disk.chains, [batch.device]: { dseq: batch.dseq, hash: batch.hash } }
        return null
      }),

    acknowledge: async (dseqs, progress) =>
      transact('acknowledge', () => {
        const acknowledged = new Set(dseqs)
        const waiting: Sent[] = []
        for (const sent of disk.unsent) {
          if (acknowledged.has(sent.batch.dseq)) disk.kept.set(keyOf(sent.batch.device, sent.batch.dseq), sent.batch)
          else waiting.push(sent)
        }
        disk.unsent = waiting
        const needed = waiting[0]?.from ?? disk.cursor
        disk.marks = disk.marks.filter((mark) => mark.at >= needed)
        progressed(progress)
        return null
      }),

    apply: async (batches: IncomingBatch[], progress) =>
      transact('apply', () => {
        for (const { batch, operations, vector, again } of batches) {
          learn(batch, vector)
          const stamps: string[] = []
          for (const operation of operations) {
            const seen = readStamp(operation.stamp)
            if (!seen) continue
            disk.clock = advance(disk.clock, seen, now())
            stamps.push(operation.stamp)
            if (again && isTold(operation)) continue
            take(operation, batch.device, batch.dseq)
          }
          disk.kept.set(keyOf(batch.device, batch.dseq), batch)
          remember(vectorOf(stamps, batch.device, batch.dseq))
        }
        progressed(progress)
        return null
      }),

    unseal: async (device, head) =>
      transact('unseal', () => {
        disk.cursor = disk.unsent[0]?.from ?? disk.cursor
        disk.unsent = []
        const { [device]: _, ...others } = disk.chains
        disk.chains = head ? { ...others, [device]: head } : others
        disk.clock = { ...disk.clock, device: newIncarnation(options) }
        return null
      }),

    readStates: async (after, limit) => {
      const ids = [...disk.records.keys()]
        .filter((id) => id > after)
        .sort()
        .slice(0, limit)
      const operations = ids.flatMap((id) => {
        const standing = disk.records.get(id)!
        const kind = standing.record?.kind ?? disk.erasedKinds.get(id) ?? ''
        return isShared(kind, id) ? stateToOperations(standing, id, kind) : []
      })
      return { operations, after: ids.length < limit ? null : ids.at(-1)! }
    },

    takeStates: async (operations, vector = emptyVector()) =>
      transact('takeStates', () => {
        for (const operation of operations) {
          const seen = readStamp(operation.stamp)
          if (!seen) continue
          disk.clock = advance(disk.clock, seen, now())
          take(operation, '')
        }
        remember(vector)
        return null
      }),

    forgetKept: async (upTo, aside = {}) =>
      transact('forgetKept', () => {
        for (const [key, { device, dseq }] of disk.kept)
          if (dseq <= (upTo[device] ?? 0) || dseq > (disk.chains[device]?.dseq ?? dseq)) disk.kept.delete(key)
        for (const [key, { device, dseq, reason, tally }] of disk.aside)
          if (!tally && ['revoked', 'forbidden', 'unreadable'].includes(reason) && dseq <= (aside[device] ?? 0))
            disk.aside.delete(key)
        return null
      }),

    readKept: async (device, dseq) =>
      disk.kept.get(keyOf(device, dseq)) ??
      disk.unsent.find(({ batch }) => batch.device === device && batch.dseq === dseq)?.batch ??
      disk.aside.get(keyOf(device, dseq)) ??
      null,
  }
}

const versionOf = ({ stamp, value, about, at, by }: Operation): Version => ({
  stamp,
  ...(value === undefined ? {} : { value }),
  ...(about ? { about } : {}),
  at,
  by,
})
