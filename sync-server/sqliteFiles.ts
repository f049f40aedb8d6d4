import { raiseHeads, type WorkingSpace } from './judging.ts'
import type { LogStore } from './log.ts'
import { blobValues, idOf, toBlob, toSnapshot, type BlobTableRow, type SnapshotTableRow } from './rows.ts'
import type { SqliteGroups } from './sqliteGroups.ts'
import { hold, release, releaseBlob, reserveBlob } from './usage.ts'

type SnapshotPart = 'keepSnapshot' | 'readSnapshots' | 'confirmSnapshot' | 'deleteSnapshot'
type BlobPart = 'createBlob' | 'readBlob' | 'advanceBlob' | 'deleteBlob' | 'readAbandoned'

/** What is known of the files that the relay keeps beside the log: snapshots and blobs. */
export function sqliteFiles(groups: SqliteGroups): Pick<LogStore, SnapshotPart | BlobPart> {
  const readBlobRow = (space: WorkingSpace, id: string): BlobTableRow | undefined =>
    groups.get<BlobTableRow>('SELECT * FROM blobs WHERE space = ? AND id = ?', space.no, id)

  return {
    keepSnapshot: (id, row, heads) =>
      groups.write(() => {
        const space = groups.find(id)
        if (!space) return
        groups.run(
          `INSERT OR REPLACE INTO snapshots (space, id, by, manifest, seq, parts, bytes, at, confirmed_by, purge)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
          space.no,
          row.id,
          row.by,
          row.manifest,
          row.seq,
          row.parts,
          row.bytes,
          row.at,
          row.confirmedBy,
          row.purge ? 1 : 0,
        )
        groups.saveDevices(space, raiseHeads(space, heads))
        hold(space, row.bytes)
        groups.save(space)
      }),

    async readSnapshots(id) {
      const space = groups.find(id)
      if (!space) return []
      return groups
        .all<SnapshotTableRow>('SELECT * FROM snapshots WHERE space = ? ORDER BY at DESC, seq DESC', space.no)
        .map(toSnapshot)
    },

    confirmSnapshot: (id, snapshot, device) =>
      groups.write(() => {
        const space = groups.find(id)
        if (!space) return
        groups.run('UPDATE snapshots SET confirmed_by = ? WHERE space = ? AND id = ?', device, space.no, snapshot)
      }),

    deleteSnapshot: (id, snapshot) =>
      groups.erase(() => {
        const space = groups.find(id)
        const row =
          space &&
          groups.get<{ bytes: number }>(
            'DELETE FROM snapshots WHERE space = ? AND id = ? RETURNING bytes',
            space.no,
            snapshot,
          )
        if (!row) return
        release(space, row.bytes)
        groups.save(space)
      }),

    createBlob: (id, row) =>
      groups.write(() => {
        const space = groups.find(id)
        if (!space) return 'quota'
        if (readBlobRow(space, row.id)) return 'exists'
        if (!reserveBlob(space, row.size, groups.options.quota)) return 'quota'
        groups.run(
          'INSERT INTO blobs (space, id, by, size, received, parts, at) VALUES (?, ?, ?, ?, ?, ?, ?)',
          ...blobValues(space.no, row),
        )
        groups.save(space)
        return 'created'
      }),

    async readBlob(id, blob) {
      const space = groups.find(id)
      const row = space && readBlobRow(space, blob)
      return row ? toBlob(row) : null
    },

    advanceBlob: (id, blob, from, part, to) =>
      groups.write(() => {
        const space = groups.find(id)
        const row = space && readBlobRow(space, blob)
        if (row?.received !== from) return false
        const { parts } = toBlob(row)
        groups.run(
          'UPDATE blobs SET received = ?, parts = ? WHERE space = ? AND id = ?',
          to,
          JSON.stringify(part ? [...parts, part] : parts),
          space!.no,
          blob,
        )
        return true
      }),

    deleteBlob: (id, blob) =>
      groups.write(() => {
        const space = groups.find(id)
        const row =
          space &&
          groups.get<{ size: number }>('DELETE FROM blobs WHERE space = ? AND id = ? RETURNING size', space.no, blob)
        if (!row) return
        releaseBlob(space, row.size)
        groups.save(space)
      }),

    async readAbandoned(before) {
      return groups
        .all<{ space: Uint8Array; id: string }>(
          `SELECT spaces.id AS space, blobs.id AS id FROM blobs JOIN spaces ON spaces.no = blobs.space
           WHERE blobs.received < blobs.size AND blobs.at < ?`,
          before,
        )
        .map(({ space, id }) => ({ space: idOf(space), id }))
    },
  }
}
