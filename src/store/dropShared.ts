import { ok, type Result } from '../kit/result.ts'
import { isShared } from '../model/shared.ts'
import { removeBlob } from './blobs.ts'
import { openRecord } from './read.ts'
import { db, type Row } from './tables.ts'
import { dropHere, type WriteFailure } from './write.ts'

const droppedAtOnce = 200

/**
 * Takes a workspace's records and files off this device, with what it remembers of the exchange. Other devices keep
 * theirs and hear nothing of it. The demonstration and what this device was told of its user stay. Gives how many
 * records went; begins again where it was interrupted.
 */
export async function dropShared(): Promise<Result<number, WriteFailure>> {
  const isOfWorkspace = ({ kind, id, demo }: Row) => kind === 'importItem' || isShared(kind, id, demo === true)
  const rows = (await db().records.toArray()).filter((row) => isOfWorkspace(row) && row.demo !== true)
  for (let at = 0; at < rows.length; at += droppedAtOnce) {
    const some = rows.slice(at, at + droppedAtOnce)
    for (const { kind, id } of some) {
      if (kind !== 'document' && kind !== 'importItem') continue
      const record = await openRecord(kind, id)
      if (!record.ok) continue
      const { blobId, readingBlobId, coverBlobId } = record.value.fields as Record<string, unknown>
      for (const file of [blobId, readingBlobId, coverBlobId]) {
        if (typeof file === 'string' && file !== '') await removeBlob(file)
      }
    }
    const done = await dropHere(some)
    if (!done.ok) return done
  }
  await db().transaction(
    'rw',
    [db().outbox, db().unsent, db().kept, db().asides, db().seen, db().conflicts, db().tombstones, db().meta],
    async () => {
      for (const table of [db().outbox, db().unsent, db().kept, db().asides, db().seen, db().conflicts]) {
        await table.clear()
      }
      await db().tombstones.clear()
      for (const name of ['relay', 'chains', 'vector', 'marks', 'told']) await db().meta.delete(`sync.${name}`)
      await db().meta.where('id').startsWith('memory.sync.').delete()
    },
  )
  return ok(rows.length)
}
