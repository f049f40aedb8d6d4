import { raiseHeads } from './judging.ts'
import type { LogStore } from './log.ts'
import { prepared } from './postgresDatabase.ts'
import type { PostgresSessions } from './postgresSessions.ts'
import { blobValues, idOf, toBlob, toSnapshot, type BlobTableRow, type SnapshotTableRow } from './rows.ts'
import { hold, release, releaseBlob, reserveBlob } from './usage.ts'

type SnapshotPart = 'keepSnapshot' | 'readSnapshots' | 'confirmSnapshot' | 'deleteSnapshot'
type BlobPart = 'createBlob' | 'readBlob' | 'advanceBlob' | 'deleteBlob' | 'readAbandoned'

/** What is known of the files that the relay keeps beside the log: snapshots and blobs. */
export function postgresFiles(sessions: PostgresSessions): Pick<LogStore, SnapshotPart | BlobPart> {
  return {
    async keepSnapshot(id, row, heads) {
      await sessions.within(id, async (client, space) => {
        await client.query(
          prepared(
            `INSERT INTO snapshots (space, id, by, manifest, seq, parts, bytes, at, confirmed_by, purge)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
            [space.no, row.id, row.by, row.manifest, row.seq, row.parts, row.bytes, row.at, row.confirmedBy, row.purge],
          ),
        )
        await sessions.saveDevices(client, space, raiseHeads(space, heads))
        hold(space, row.bytes)
      })
    },

    async readSnapshots(id) {
      const rows = await sessions.query<SnapshotTableRow>(
        'SELECT * FROM snapshots WHERE space = $1 ORDER BY at DESC, seq DESC',
        [await sessions.numberOf(id)],
      )
      return rows.map(toSnapshot)
    },

    async confirmSnapshot(id, snapshot, device) {
      await sessions.query('UPDATE snapshots SET confirmed_by = $3 WHERE space = $1 AND id = $2', [
        await sessions.numberOf(id),
        snapshot,
        device,
      ])
    },

    async deleteSnapshot(id, snapshot) {
      await sessions.within(id, async (client, space) => {
        const { rows } = await client.query<{ bytes: string }>(
          prepared('DELETE FROM snapshots WHERE space = $1 AND id = $2 RETURNING bytes', [space.no, snapshot]),
        )
        for (const { bytes } of rows) release(space, Number(bytes))
      })
    },

    async createBlob(id, row) {
      const done = await sessions.within(id, async (client, space) => {
        const known = await client.query(
          prepared('SELECT 1 FROM blobs WHERE space = $1 AND id = $2', [space.no, row.id]),
        )
        if (known.rows.length > 0) return 'exists'
        if (!reserveBlob(space, row.size, sessions.options.quota)) return 'quota'
        await client.query(
          prepared(
            'INSERT INTO blobs (space, id, by, size, received, parts, at) VALUES ($1, $2, $3, $4, $5, $6, $7)',
            blobValues(space.no, row),
          ),
        )
        return 'created'
      })
      return done ?? 'quota'
    },

    async readBlob(id, blob) {
      const [row] = await sessions.query<BlobTableRow>('SELECT * FROM blobs WHERE space = $1 AND id = $2', [
        await sessions.numberOf(id),
        blob,
      ])
      return row ? toBlob(row) : null
    },

    async advanceBlob(id, blob, from, part, to) {
      const rows = await sessions.query(
        `UPDATE blobs SET received = $4, parts = (parts::jsonb || $5::jsonb)::text
         WHERE space = $1 AND id = $2 AND received = $3 RETURNING 1`,
        [await sessions.numberOf(id), blob, from, to, JSON.stringify(part ? [part] : [])],
      )
      return rows.length > 0
    },

    async deleteBlob(id, blob) {
      await sessions.within(id, async (client, space) => {
        const { rows } = await client.query<{ size: string }>(
          prepared('DELETE FROM blobs WHERE space = $1 AND id = $2 RETURNING size', [space.no, blob]),
        )
        for (const { size } of rows) releaseBlob(space, Number(size))
      })
    },

    async readAbandoned(before) {
      const rows = await sessions.query<{ space: Buffer; id: string }>(
        `SELECT spaces.id AS space, blobs.id AS id FROM blobs JOIN spaces ON spaces.no = blobs.space
         WHERE blobs.received < blobs.size AND blobs.at < $1`,
        [before],
      )
      return rows.map(({ space, id }) => ({ space: idOf(space), id }))
    },
  }
}
