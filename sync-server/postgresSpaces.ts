import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import { emptyChain, enact, judgeEntries, type WorkingSpace } from './judging.ts'
import type { EntryTaken, LogStore, NewEntry, News } from './log.ts'
import { prepared } from './postgresDatabase.ts'
import type { PostgresNews } from './postgresNews.ts'
import type { PostgresSessions } from './postgresSessions.ts'
import { idBytes, toSpace, type SpaceTableRow } from './rows.ts'

type SpacePart = 'create' | 'find' | 'touch' | 'listSpaces' | 'setQuota' | 'deleteSpace'
type EntryPart = 'appendEntry' | 'readEntries'

/** Spaces and who belongs to them. */
export function postgresSpaces(sessions: PostgresSessions, news: PostgresNews): Pick<LogStore, SpacePart | EntryPart> {
  const { now } = sessions.options

  async function take(client: pg.PoolClient, space: WorkingSpace, entries: readonly NewEntry[]): Promise<void> {
    for (const { number, bytes } of entries)
      await client.query(
        prepared('INSERT INTO entries (space, number, bytes) VALUES ($1, $2, $3)', [space.no, number, bytes]),
      )
    await sessions.saveDevices(client, space, enact(space, entries, now()))
  }

  return {
    create: (id, entries) =>
      sessions.transaction(async (client) => {
        const { rows } = await client.query<SpaceTableRow>(
          prepared(
            `INSERT INTO spaces (id, log_id, head, chain, floor, floor_chain, entries, bytes, blob_bytes, created_at,
               version)
             VALUES ($1, $2, 0, $3, 0, $3, 0, 0, 0, $4, 0) ON CONFLICT DO NOTHING RETURNING *`,
            [idBytes(id), randomBytes(16).toString('hex'), emptyChain, now()],
          ),
        )
        if (!rows[0]) return 'exists'
        const space: WorkingSpace = { ...toSpace(rows[0]), devices: new Map() }
        await take(client, space, entries)
        await sessions.save(client, space)
        return 'created'
      }),

    find: (id) => sessions.find(id),

    async appendEntry(id, entries) {
      const done = await sessions.within(id, async (client, space): Promise<[EntryTaken, News | null]> => {
        const verdict = judgeEntries(space, entries)
        if (verdict.type !== 'taken') return [verdict, null]
        await take(client, space, entries)
        const added = entries.map(({ bytes }) => bytes)
        return [verdict, { space: id, head: space.head, entries: space.entries, added }]
      })
      if (!done) return { type: 'noSpace' }
      if (done[1]) news.tell(done[1])
      return done[0]
    },

    async readEntries(id, after) {
      const rows = await sessions.query<{ bytes: Buffer }>(
        'SELECT bytes FROM entries WHERE space = $1 AND number >= $2 ORDER BY number',
        [await sessions.numberOf(id), after],
      )
      return rows.map(({ bytes }) => bytes)
    },

    touch(id, device) {
      const at = now()
      const space = sessions.spaces.sight(id, device, at)
      if (!space) return
      // Shown to people as "last seen", nothing hangs on it: a failure leaves an older time.
      sessions
        .query('UPDATE devices SET seen_at = $3 WHERE space = $1 AND id = $2', [space.no, idBytes(device), at])
        .catch(() => {})
    },

    async listSpaces() {
      const rows = await sessions.query<SpaceTableRow>('SELECT * FROM spaces ORDER BY no')
      return rows.map((row) => {
        const { no: _no, ...space } = toSpace(row)
        return space
      })
    },

    async setQuota(id, quota) {
      const done = await sessions.within(id, async (_client, space) => {
        space.quota = quota
        return true
      })
      news.tellChange()
      return done ?? false
    },

    async deleteSpace(id) {
      const done = await sessions.transaction(async (client) => {
        const space = (await sessions.lock(client, [id])).get(id)
        if (!space) return false
        for (const table of ['batches', 'entries', 'devices', 'snapshots', 'blobs'])
          await client.query(prepared(`DELETE FROM ${table} WHERE space = $1`, [space.no]))
        await client.query(prepared('DELETE FROM envelopes WHERE space = $1', [id]))
        await client.query(prepared('DELETE FROM spaces WHERE no = $1', [space.no]))
        return true
      })
      sessions.spaces.forget(id)
      news.tellChange()
      return done
    },
  }
}
