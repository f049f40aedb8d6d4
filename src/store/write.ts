import Dexie from 'dexie'
import { createIdFactory } from '../kit/id.ts'
import { err, ok, type Result } from '../kit/result.ts'
import { type Clock, clockToStamp, type Stamp, tick } from '../log/clock.ts'
import { lookupsOf } from '../model/lookup.ts'
import type { About, Change, Kind } from '../model/record.ts'
import { isSealedPath, withoutWords } from '../model/sealed.ts'
import { db, type JournalEntry, openDoor, type Row } from './tables.ts'
import { isSealed, keyedHash, openValue, sealValue } from './vault.ts'

/** Why nothing was written. Whatever the reason, neither the rows nor the journal moved. */
export type WriteFailure =
  | { type: 'DiskFull' }
  | { type: 'RecordMissing'; kind: Kind; id: string }
  | { type: 'StoreClosed' }

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
  /** For undo: apply only while the path still bears this stamp. */
  onlyIfStamp?: Stamp
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
  const entries = await db().journal.where('transaction').equals(transaction).sortBy('seq')
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
        ...(evenIfChanged(id, path) ? {} : { onlyIfStamp: entry.stamp }),
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
        fields[path] = isSealedPath(kind, path) ? await sealValue(value, placeOf(kind, id, path)) : value
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
      const value = isSealedPath(kind, path) ? await sealValue(change.value, placeOf(kind, id, path)) : change.value
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
      return { operation: 'remove', kind, id, path: change.path, keysByPath: { [change.path]: [] } }
    default:
      return { operation: change.type, kind, id, path: '' }
  }
}

const sealedAbout = (kind: Kind, about: About): About =>
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

async function commit(prepared: readonly Prepared[], context: WriteContext): Promise<Result<Written, WriteFailure>> {
  const transaction = newId()
  const at = Date.now()
  const by = context.by ?? person()
  let missing: { kind: Kind; id: string } | null = null
  try {
    const entries = await db().transaction('rw', [db().records, db().journal, db().meta], async () => {
      openDoor()
      const ids = [...new Set(prepared.map(({ id }) => id))]
      const rows = new Map<string, Row>()
      for (const row of await db().records.bulkGet(ids)) if (row) rows.set(row.id, row)
      let clock = ((await db().meta.get('clock'))?.value as Clock | undefined) ?? newClock()
      const touched = new Set<string>()
      const journal: JournalEntry[] = []
      for (const change of prepared) {
        clock = tick(clock, at)
        const stamp = clockToStamp(clock)
        const row = rows.get(change.id)
        if (!row && change.operation !== 'create') {
          missing = { kind: change.kind, id: change.id }
          throw new Dexie.AbortError('record missing')
        }
        if (change.operation === 'erase') {
          rows.delete(change.id)
          touched.delete(change.id)
          await db().records.delete(change.id)
          await scrub(change.id)
          for (const entry of journal) if (entry.recordId === change.id) forget(entry)
          journal.push({
            transaction,
            at,
            by,
            action: context.action,
            kind: change.kind,
            recordId: change.id,
            operation: 'erase',
            path: '',
            stamp,
          })
          continue
        }
        const entry = apply(rows, change, stamp, at)
        if (!entry) continue
        touched.add(change.id)
        journal.push({ ...entry, transaction, at, by, action: context.action, stamp })
      }
      await db().records.bulkPut([...touched].map((id) => rows.get(id)!))
      await db().journal.bulkAdd(journal)
      await db().meta.put({ id: 'clock', value: clock })
      return journal.length
    })
    return ok({ transaction, entries })
  } catch (cause) {
    if (missing) return err({ type: 'RecordMissing', ...(missing as { kind: Kind; id: string }) })
    return err(writeFailure(cause))
  }
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

type Applied = Omit<JournalEntry, 'transaction' | 'at' | 'by' | 'action' | 'stamp'>

function apply(rows: Map<string, Row>, change: Prepared, stamp: Stamp, at: number): Applied | null {
  const base = { kind: change.kind, recordId: change.id, path: change.path }
  if (change.operation === 'create') {
    const stamps: Record<string, Stamp> = {}
    for (const [path, value] of Object.entries(change.fields ?? {})) {
      if (isElementMap(value)) for (const element of Object.keys(value)) stamps[`${path}/${element}`] = stamp
      else stamps[path] = stamp
    }
    const row: Row = {
      id: change.id,
      kind: change.kind,
      fields: change.fields ?? {},
      about: change.about ?? {},
      stamps,
      keysByPath: change.keysByPath ?? {},
      keys: [],
      createdAt: at,
      updatedAt: at,
      ...(change.demo ? { demo: true } : {}),
    }
    indexKeys(row)
    rows.set(row.id, row)
    return { ...base, operation: 'create', value: row.fields, about: row.about, ...(row.demo ? { demo: true } : {}) }
  }
  const row = structuredClone(rows.get(change.id)!)
  rows.set(row.id, row)
  row.updatedAt = at
  if (change.operation === 'bin') {
    row.binnedAt = at
    return { ...base, operation: 'bin' }
  }
  if (change.operation === 'restore') {
    delete row.binnedAt
    return { ...base, operation: 'restore' }
  }
  if (change.onlyIfStamp && row.stamps[change.path] !== change.onlyIfStamp) return null
  const before = valueAt(row, change.path)
  const aboutBefore = aboutAt(row, change.path)
  for (const path of Object.keys(aboutBefore)) delete row.about[path]
  if (change.operation === 'remove') {
    setValue(row, change.path, undefined)
  } else {
    setValue(row, change.path, change.value)
    Object.assign(row.about, change.about ?? {})
  }
  row.stamps[change.path] = stamp
  Object.assign(row.keysByPath, change.keysByPath ?? {})
  indexKeys(row)
  return {
    ...base,
    operation: change.operation as 'set' | 'remove',
    ...(change.operation === 'set' ? { value: change.value } : {}),
    ...(before === undefined ? {} : { before }),
    ...(change.about ? { about: change.about } : {}),
    ...(Object.keys(aboutBefore).length > 0 ? { aboutBefore } : {}),
  }
}

/** The row that journal entries, in order, lead to; null when they make none, or what was said was forgotten. */
export function rowAsOf(entries: readonly JournalEntry[]): Row | null {
  const rows = new Map<string, Row>()
  for (const entry of entries) {
    const { kind, recordId: id, operation, path, stamp, at } = entry
    if (operation === 'erase') return null
    if (operation === 'create') {
      if (entry.value === undefined) return null
      const fields = structuredClone(entry.value) as Record<string, unknown>
      apply(rows, { operation, kind, id, path, fields, about: entry.about ?? {} }, stamp, at)
    } else if (rows.has(id)) {
      // An entry without its words was scrubbed by an erasure: the record cannot be told any more.
      if (operation === 'set' && !('value' in entry)) return null
      apply(rows, { operation, kind, id, path, value: entry.value, about: entry.about ?? {} }, stamp, at)
    }
  }
  return [...rows.values()][0] ?? null
}

const isElementMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isSealed(value)

function valueAt(row: Row, path: string): unknown {
  const [field, element] = path.split('/') as [string, string?]
  const value = row.fields[field]
  return element === undefined ? value : isElementMap(value) ? value[element] : undefined
}

function setValue(row: Row, path: string, value: unknown): void {
  const [field, element] = path.split('/') as [string, string?]
  if (element === undefined) {
    if (value === undefined) delete row.fields[field]
    else row.fields[field] = value
    return
  }
  const map = isElementMap(row.fields[field]) ? { ...(row.fields[field] as Record<string, unknown>) } : {}
  if (value === undefined) delete map[element]
  else map[element] = value
  row.fields[field] = map
}

function aboutAt(row: Row, path: string): About {
  return Object.fromEntries(Object.entries(row.about).filter(([at]) => at === path || at.startsWith(`${path}/`)))
}

function indexKeys(row: Row): void {
  row.keys = [...new Set(Object.values(row.keysByPath).flat())]
}

/** What was said of an erased record leaves the journal too; that something happened stays. */
async function scrub(recordId: string): Promise<void> {
  await db()
    .journal.where('recordId')
    .equals(recordId)
    .modify((entry) => forget(entry))
}

function forget(entry: JournalEntry): void {
  delete entry.value
  delete entry.before
  delete entry.about
  delete entry.aboutBefore
}

/** A clock nobody has read yet, with a device name of its own. */
export function newClock(): Clock {
  const bytes = crypto.getRandomValues(new Uint8Array(8))
  return { ms: 0, counter: 0, device: Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('') }
}
