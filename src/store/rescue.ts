import { db } from './tables.ts'
import { openRow } from './read.ts'

/** All records in clear as one JSON file, for the day a screen does not open: the last resort before a reload. */
export async function exportRecords(): Promise<Blob> {
  const rows = await db().records.toArray()
  const records = await Promise.all(rows.map((row) => openRow(row)))
  return new Blob([JSON.stringify({ exportedAt: new Date().toISOString(), records }, null, 1)], {
    type: 'application/json',
  })
}
