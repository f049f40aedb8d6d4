import Dexie from 'dexie'
import { createIdFactory, isId } from '../kit/id.ts'
import { err, ok, type Result } from '../kit/result.ts'
import { isElementMap, type Standing, valueAt } from '../log/apply.ts'
import { clockToStamp, tick } from '../log/clock.ts'
import type { Operation } from '../log/operation.ts'
import { lookupsOf } from '../model/lookup.ts'
import type { About, Change, Kind } from '../model/record.ts'
import { isSealedPath, withoutWords } from '../model/sealed.ts'
import { isShared } from '../model/shared.ts'
import { keepsHere, readOwnRole, type OwnRole, reaches } from './ownRole.ts'
import {
  changedByWriting,
  entryToOperation,
  forget,
  keepStandings,
  readClock,
  readStandings,
  step,
} from './standings.ts'
import { type ConflictRow, db, hangsOn, type JournalEntry, openDoor, type Row } from './tables.ts'
import { isSealed, keyedHash, openValue, sealValue } from './vault.ts'

/** Why nothing was written. Whatever the reason, neither the rows nor the journal moved. */
export type WriteFailure =
  | { type: 'DiskFull' }
  | { type: 'RecordMissing'; kind: Kind; id: string }
  | { type: 'StoreClosed' }
  /** The role of this device in its workspace does not reach so far: others would refuse the change (SPEC 7.9). */
  | { type: 'NotAllowed' }

/** What a write did. `transaction` is what `undo` takes. */
export interface Written {
  transaction: string
  entries: number
}

/** Who writes and what the person did, for the history. */
export interface WriteContext {
  /** Worded by the catalogue: `candidate.created`, `offer.edited`... */
  action: string
  by?: string
}

/** A UUIDv7 of this device. */
export const newId = createIdFactory({
  now: () => Date.now(),
  random: (bytes) => crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>),
})

let person = (): string => ''
/** Tells the store who works on this device; asked at each write. */
export function setPerson(read: () => string): void {
  person = read
}

/** The name of whoever works on this device, '' when they did not say: the provenance of what they type. */
export const currentPerson = (): string => person()

/** A change ready for the transaction: sealed and hashed, since WebCrypto may not be awaited inside it. */
interface Prepared {
  operation: JournalEntry['operation']
  kind: Kind
  id: string
  path: string
  value?: unknown
  fields?: Record<string, unknown>
  about?: About
  keysByPath?: Record<string, string[]>
  demo?: boolean
  /** For undo: apply only while the path is as this entry made it. */
  onlyIf?: JournalEntry
}

/**
 * The one write door: puts rows and journal entries in one transaction, so nothing changes untracked and an aborted
 * write leaves no trace. The journal is sync outbox, history, undo stack and index feed at once.
 */
export async function write(changes: readonly Change[], context: WriteContext): Promise<Result<Written, WriteFailure>> {
  if (changes.length === 0) return ok({ transaction: '', entries: 0 })
  return commit(await Promise.all(changes.map(prepare)), context)
}

/** How a write is taken back. */
export interface UndoOptions {
  /** Worded by the catalogue; `undone` by default. */
  action?: string
  /** Further changes of the same write, made after the undoing. */
  also?: readonly Change[]
  /** What is taken back although it was changed since. */
  evenIfChanged?: (recordId: string, path: string) => boolean
}

/**
 * Takes back one write, path by path; a path that someone changed since stays as it is and counts as `kept`.
 * The undoing is itself a write and can be undone.
 */
export async function undo(
  transaction: string,
  { action = 'undone', also = [], evenIfChanged = () => false }: UndoOptions = {},
): Promise<Result<Written & { kept: number }, WriteFailure>> {
  const written = await db().journal.where('transaction').equals(transaction).sortBy('seq')
  // What a snapshot brought was done by nobody: there is nothing to take back.
  const entries = written.filter(({ from }) => from !== '')
  const inverse: Prepared[] = []
  const there = new Set(
    (await db().records.bulkGet([...new Set(entries.map(({ recordId }) => recordId))])).flatMap((row) => row?.id ?? []),
  )
  // What was erased meanwhile stays erased; the rest goes back.
  let lost = 0
  for (const entry of onePerPath(entries).reverse()) {
    const { kind, recordId: id, path } = entry
    if (!there.has(id) && there.size > 0) {
      lost += 1
      continue
    }
    if (entry.operation === 'create') inverse.push({ operation: 'erase', kind, id, path: '' })
    else if (entry.operation === 'bin') inverse.push({ operation: 'restore', kind, id, path: '' })
    else if (entry.operation === 'restore') inverse.push({ operation: 'bin', kind, id, path: '' })
    else if (entry.operation === 'set' || entry.operation === 'remove') {
      const keys = isSealed(entry.before) ? {} : await keysOf(kind, path, entry.before)
      inverse.push({
        operation: entry.before === undefined ? 'remove' : 'set',
        kind,
        id,
        path,
        value: entry.before,
        ...(entry.aboutBefore ? { about: entry.aboutBefore } : {}),
        ...(isSealed(entry.before) ? { keysByPath: await sealedKeysAgain(entry) } : { keysByPath: keys }),
        ...(evenIfChanged(id, path) ? {} : { onlyIf: entry }),
      })
    }
  }
  const further = await Promise.all(also.map(prepare))
  const done = await commit([...inverse, ...further], { action, by: person() })
  if (!done.ok) return done
  return ok({ ...done.value, kept: lost + inverse.length + further.length - done.value.entries })
}

/** A path written twice in one write goes back to what was before the first, if it is still what the second made it. */
function onePerPath(entries: readonly JournalEntry[]): JournalEntry[] {
  const whole = new Map<string, JournalEntry>()
  for (const entry of entries) {
    const isField = entry.operation === 'set' || entry.operation === 'remove'
    const key = isField ? `${entry.recordId} ${entry.path}` : `${entry.recordId} ${entry.operation} ${entry.seq}`
    const first = whole.get(key)
    if (!first) whole.set(key, entry)
    else {
      const { before: _, aboutBefore: __, ...rest } = entry
      whole.set(key, {
        ...rest,
        ...(first.before === undefined ? {} : { before: first.before }),
        ...(first.aboutBefore ? { aboutBefore: first.aboutBefore } : {}),
      })
    }
  }
  return [...whole.values()]
}

async function sealedKeysAgain(entry: JournalEntry): Promise<Record<string, string[]>> {
  const value = isSealed(entry.before)
    ? await openValue(entry.before, placeOf(entry.kind, entry.recordId, entry.path))
    : undefined
  return keysOf(entry.kind, entry.path, value)
}

/** Where a sealed value belongs: authenticated with it. */
export const placeOf = (kind: Kind, id: string, path: string): string => `${kind}/${id}/${path}`

async function prepare(change: Change): Promise<Prepared> {
  const { kind, id } = change
  switch (change.type) {
    case 'create': {
      const fields: Record<string, unknown> = {}
      const keysByPath: Record<string, string[]> = {}
      for (const [path, value] of Object.entries(change.fields as Record<string, unknown>)) {
        if (value === undefined) continue
        fields[path] = await sealAt(kind, id, path, value)
        Object.assign(keysByPath, await keysOf(kind, path, value))
      }
      return {
        operation: 'create',
        kind,
        id,
        path: '',
        fields,
        keysByPath,
        about: sealedAbout(kind, change.about ?? {}),
        ...(change.demo ? { demo: true } : {}),
      }
    }
    case 'set': {
      const { path } = change
      const value = await sealAt(kind, id, path, change.value)
      const about: About = {}
      for (const [below, provenance] of Object.entries(change.about ?? {}))
        about[below === '' ? path : `${path}/${below}`] = provenance
      return {
        operation: 'set',
        kind,
        id,
        path,
        value,
        about: sealedAbout(kind, about),
        keysByPath: await keysOf(kind, path, change.value),
      }
    }
    case 'remove':
      return { operation: 'remove', kind, id, path: change.path }
    default:
      return { operation: change.type, kind, id, path: '' }
  }
}

/** The value as it rests at a path: sealed where it must be, a map of elements one by one. */
export async function sealAt(kind: Kind, id: string, path: string, value: unknown): Promise<unknown> {
  if (!isSealedPath(kind, path)) return value
  if (path.includes('/') || !isElementMap(value)) return sealValue(value, placeOf(kind, id, path))
  const sealed: Record<string, unknown> = {}
  for (const [element, inner] of Object.entries(value))
    sealed[element] = await sealValue(inner, placeOf(kind, id, `${path}/${element}`))
  return sealed
}

/** The inverse of `sealAt`. */
export async function openAt(kind: Kind, id: string, path: string, value: unknown): Promise<unknown> {
  if (isSealed(value)) return openValue(value, placeOf(kind, id, path))
  if (path.includes('/') || !isSealedPath(kind, path) || !isElementMap(value)) return value
  const opened: Record<string, unknown> = {}
  for (const [element, inner] of Object.entries(value))
    opened[element] = await openAt(kind, id, `${path}/${element}`, inner)
  return opened
}

export const sealedAbout = (kind: Kind, about: About): About =>
  Object.fromEntries(
    Object.entries(about).map(([path, provenance]) => [
      path,
      isSealedPath(kind, path) ? withoutWords(provenance) : provenance,
    ]),
  )

/** The keys that the value at `path` is found by, secret ones hashed for this device. */
export async function keysOf(kind: Kind, path: string, value: unknown): Promise<Record<string, string[]>> {
  const lookups = lookupsOf(kind, path, value)
  const keys = await Promise.all(
    lookups.map(async ({ domain, word, secret }) => `${domain}:${secret ? await keyedHash(domain, word) : word}`),
  )
  return { [path]: keys }
}

/**
 * Takes records off this device alone: no other is told, and they may come back. For a device that its workspace shut
 * out; screens and indexes follow as they do an erasure.
 */
export const dropHere = (records: readonly { kind: Kind; id: string }[]): Promise<Result<Written, WriteFailure>> =>
  commit(
    records.map(({ kind, id }) => ({ operation: 'erase', kind, id, path: '' })),
    { action: 'record.dropped' },
    true,
  )

async function commit(
  prepared: readonly Prepared[],
  context: WriteContext,
  onlyHere = false,
): Promise<Result<Written, WriteFailure>> {
  const transaction = newId()
  const at = Date.now()
  const by = context.by ?? person()
  let missing: { kind: Kind; id: string } | null = null
  let isBeyond = false
  try {
    const entries = await db().transaction('rw', changedByWriting(), async () => {
      openDoor()
      const standings = await readStandings(prepared.map(({ id }) => id))
      const demo = await demoAmong(prepared, standings)
      const role = await readOwnRole()
      if (!onlyHere && !prepared.every((change) => isWithin(role, change, demo))) {
        isBeyond = true
        throw new Dexie.AbortError('beyond the role')
      }
      let clock = await readClock()
      const touched = new Set<string>()
      const journal: JournalEntry[] = []
      for (const change of prepared) {
        const { id, kind } = change
        const standing = standings.get(id)!
        if (change.operation === 'create' ? standing.erased !== null && isId(id) : !standing.record) {
          missing = { kind, id }
          throw new Dexie.AbortError('record missing')
        }
        clock = tick(clock, at)
        const operation = operationOf(change, standing.record, { stamp: clockToStamp(clock), at, by, transaction })
        if (!operation) continue
        operation.action = context.action
        const isDemo = demo.has(id)
        const { standing: after, entry } = step(standing, operation, change.keysByPath ?? {}, isDemo)
        // What never leaves this device needs no tombstone to keep others from bringing it back.
        standings.set(id, !onlyHere && isShared(kind, id, isDemo) ? after : { ...after, erased: null })
        if (change.operation === 'erase') for (const other of journal) if (other.recordId === id) forget(other)
        touched.add(id)
        journal.push(entry)
      }
      await keepStandings(standings, touched, journal)
      const seqs = await db().journal.bulkAdd(journal, { allKeys: true })
      const isSent = ({ kind, recordId }: JournalEntry) =>
        !onlyHere && !keepsHere(role, { kind }) && isShared(kind, recordId, demo.has(recordId))
      await db().outbox.bulkAdd(seqs.filter((_, index) => isSent(journal[index]!)).map((seq) => ({ seq })))
      await settleConflicts(journal)
      await db().meta.put({ id: 'clock', value: clock })
      return journal.length
    })
    return ok({ transaction, entries })
  } catch (cause) {
    if (missing) return err({ type: 'RecordMissing', ...(missing as { kind: Kind; id: string }) })
    if (isBeyond) return err({ type: 'NotAllowed' })
    return err(writeFailure(cause))
  }
}

const isWithin = (role: OwnRole, { operation: type, kind, id }: Prepared, demo: ReadonlySet<string>): boolean =>
  !isShared(kind, id, demo.has(id)) || reaches(role, { type, kind }) || keepsHere(role, { kind })

/** A change as an operation under its stamp; null when it would change nothing. */
function operationOf(
  change: Prepared,
  row: Row | null,
  said: Pick<Operation, 'stamp' | 'at' | 'by' | 'transaction'>,
): Operation | null {
  const { operation: type, kind, id, path, onlyIf } = change
  if (onlyIf && (!row || !isStillAs(row, onlyIf))) return null
  const value = type === 'create' ? (change.fields ?? {}) : change.value
  const operation: Operation = {
    type,
    kind,
    id,
    path,
    ...(value === undefined ? {} : { value }),
    ...(change.about ? { about: change.about } : {}),
    ...said,
    action: '',
  }
  if (type !== 'remove' || !path.includes('/')) return operation
  const observed = row?.stamps[path]
  // An element that is not there leaves nothing to observe.
  return observed === undefined ? null : { ...operation, observed }
}

/** True while the path is as this entry made it. */
export function isStillAs(row: Row, { operation, path, stamp, observed }: JournalEntry): boolean {
  const left = operation === 'remove' && path.includes('/') ? (observed ?? stamp) : stamp
  if (row.stamps[path] !== left || (valueAt(row, path) === undefined) !== (operation === 'remove')) return false
  if (path.includes('/')) return true
  return !Object.keys(row.stamps).some((other) => other.startsWith(`${path}/`) && row.stamps[other]! > stamp)
}

/** The records of the demonstration among those written, and what hangs on one. */
async function demoAmong(prepared: readonly Prepared[], standings: Map<string, Standing<Row>>): Promise<Set<string>> {
  const demo = new Set<string>()
  const parents = new Map<string, string[]>()
  for (const { id, demo: isDemo, operation, fields } of prepared) {
    if (isDemo || standings.get(id)?.record?.demo) demo.add(id)
    if (operation === 'create' && fields) parents.set(id, hangsOn({ fields }))
  }
  const unknown = [...new Set([...parents.values()].flat())].filter((id) => !standings.has(id))
  for (const row of await db().records.bulkGet(unknown)) if (row?.demo) demo.add(row.id)
  for (const [id, on] of parents) if (on.some((parent) => demo.has(parent))) demo.add(id)
  return demo
}

/** A conflict is settled by whoever writes the path having seen it (SPEC 3.3). */
async function settleConflicts(journal: readonly JournalEntry[]): Promise<void> {
  const ids = [...new Set(journal.map(({ recordId }) => recordId))]
  if (ids.length === 0 || (await db().conflicts.count()) === 0) return
  const open = await db().conflicts.where('recordId').anyOf(ids).toArray()
  const isSettled = (conflict: ConflictRow) =>
    journal.some(
      ({ recordId, path, operation }) =>
        recordId === conflict.recordId &&
        (operation === 'erase' ||
          ((operation === 'set' || operation === 'remove') &&
            (path === conflict.path || conflict.path.startsWith(`${path}/`)))),
    )
  await db().conflicts.bulkDelete(
    open.filter(isSettled).map(({ recordId, path, stamp }) => [recordId, path, stamp] as [string, string, string]),
  )
}

/** Names the failure of a browser's store; anything unforeseen is thrown on, since it would be a bug of ours. */
export function writeFailure(cause: unknown): WriteFailure {
  const names = new Set<string>()
  let error = cause as { name?: string; inner?: unknown; failures?: unknown[] } | undefined
  while (error && typeof error === 'object') {
    names.add(error.name ?? '')
    error = (error.inner ?? error.failures?.[0]) as typeof error
  }
  if (names.has('QuotaExceededError')) return { type: 'DiskFull' }
  if (names.has('DatabaseClosedError') || names.has('InvalidStateError')) return { type: 'StoreClosed' }
  throw cause
}

/** The row that journal entries, in order, lead to; null when they make none, or what was said was forgotten. */
export function rowAsOf(entries: readonly JournalEntry[]): Row | null {
  let standing: Standing<Row> = { record: null, erased: null }
  for (const entry of entries) {
    const { operation: type } = entry
    if (type === 'erase') return null
    // An entry without its words was scrubbed by an erasure: the record cannot be told any more.
    if ((type === 'create' || type === 'set') && !('value' in entry)) return null
    standing = step(standing, entryToOperation(entry), {}, false).standing
  }
  return standing.record
}
