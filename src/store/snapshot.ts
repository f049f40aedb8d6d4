import type { Result } from '../kit/result.ts'
import { aboutAt, binPath, isElementMap, madePath, msOfStamp, splitPath, valueAt } from '../log/apply.ts'
import type { Operation } from '../log/operation.ts'
import { emptyVector } from '../log/vector.ts'
import { isShared } from '../model/shared.ts'
import { createReplica, openAt } from './replica.ts'
import { db, type Row } from './tables.ts'

/** Some of what a snapshot says, and after which id the next part begins; null after the last. */
export interface SnapshotPage {
  operations: Operation[]
  next: string | null
}

/** The records after an id, as the operations that make them (SPEC 8.1), about `count` of them. */
export async function readSnapshotPage(after: string, count: number): Promise<SnapshotPage> {
  const rows = await db().records.where('id').above(after).limit(count).toArray()
  const shared = rows.filter((row) => isShared(row.kind, row.id, row.demo))
  const operations = await Promise.all(shared.map(rowToOperations))
  return { operations: operations.flat(), next: rows.length < count ? null : rows.at(-1)!.id }
}

/** What was erased, so that nothing brings it back to who begins with the snapshot. */
export async function readTombstones(): Promise<Operation[]> {
  const rows = await db().tombstones.toArray()
  return rows
    .filter(({ kind, id }) => isShared(kind, id))
    .map(({ id, kind, stamp }) => ({ ...told(stamp), type: 'erase', kind, id, path: '', stamp }))
}

/** How many records a snapshot of this device would hold. */
export async function countShared(): Promise<number> {
  const rows = await db().records.toCollection().toArray()
  return rows.filter((row) => isShared(row.kind, row.id, row.demo)).length
}

/** The operations that make these records as they stand here, by id. */
export async function readAsOperations(ids: readonly string[]): Promise<Map<string, Operation[]>> {
  const rows = await db().records.bulkGet([...ids])
  const made = await Promise.all(
    rows.map(async (row) => (row ? ([row.id, await rowToOperations(row)] as const) : null)),
  )
  return new Map(made.filter((each) => each !== null))
}

/** Takes in a part of a snapshot: a merge like any other (SPEC 8.4). */
export const takeSnapshotPart = (
  author: string,
  hash: string,
  operations: Operation[],
): Promise<Result<null, { type: 'DiskFull' } | { type: 'StoreClosed' }>> =>
  createReplica().apply(
    // No batch of its chain has the number 0.
    [{ batch: { device: author, dseq: 0, hash, bytes: new Uint8Array(0) }, operations, vector: emptyVector() }],
    {},
  )

const told = (stamp: string) => ({ transaction: stamp, at: msOfStamp(stamp), by: '', action: 'records.snapshot' })

/** Every register of a row under its own stamp; what shares a stamp goes together. */
async function rowToOperations(row: Row): Promise<Operation[]> {
  const { id, kind, stamps } = row
  const operations: Operation[] = []
  const together = new Map<string, { value: Record<string, unknown>; about: Record<string, unknown> }>()
  for (const path of Object.keys(stamps).sort()) {
    const stamp = stamps[path]!
    const base = { ...told(stamp), kind, id, stamp }
    if (path === binPath) {
      if (row.binnedAt === undefined) operations.push({ ...base, type: 'restore', path: '' })
      else operations.push({ ...base, type: 'bin', path: '', at: row.binnedAt })
      continue
    }
    if (path === madePath) {
      operations.push({ ...base, type: 'create', path: '', value: {} })
      continue
    }
    const [field, element] = splitPath(path)
    const here = valueAt(row, path)
    const about = aboutAt(row.about, path)
    const isWholeMap = element === undefined && isElementMap(here)
    if (here === undefined) {
      const seen = element === undefined ? {} : { observed: stamp }
      operations.push({ ...base, type: 'remove', path, ...seen })
    } else if (isWholeMap) {
      // Its elements follow, each under a stamp of its own.
      operations.push({ ...base, type: 'set', path, value: {} })
    } else {
      const value = await openAt(kind, id, path, here)
      const group = together.get(stamp) ?? { value: {}, about: {} }
      together.set(stamp, group)
      if (element === undefined) group.value[field] = value
      else group.value[field] = { ...(group.value[field] as Record<string, unknown> | undefined), [element]: value }
      Object.assign(group.about, about)
    }
  }
  for (const [stamp, { value, about }] of together) {
    const more = Object.keys(about).length > 0 ? { about } : {}
    operations.push({ ...told(stamp), kind, id, stamp, type: 'create', path: '', value, ...more })
  }
  const [first] = operations
  // Whichever is told first says since when the record is.
  if (first) operations[0] = { ...first, at: first.type === 'bin' ? first.at : Math.min(first.at, row.createdAt) }
  return operations
}
