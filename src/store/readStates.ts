import type { Operation } from '../log/operation.ts'
import { stateToOperations } from '../log/stateToOperations.ts'
import { isShared } from '../model/shared.ts'
import { db, type Row } from './tables.ts'
import { openAt } from './write.ts'

/** What shared records and tombstones behind an id hold, as operations; `after` is null behind the last of them. */
export async function readStates(after: string, limit: number) {
  const { standings, last } = await readPage(after, limit)
  const operations: Operation[] = []
  for (const { id, kind, standing } of standings) {
    const record = standing.record && (await openRowFields(standing.record))
    operations.push(...stateToOperations({ record, erased: standing.erased }, id, kind))
  }
  return { operations, after: last }
}

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
