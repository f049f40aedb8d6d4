import type { LogStore } from './log.ts'
import type { PostgresNews } from './postgresNews.ts'
import type { PostgresSessions } from './postgresSessions.ts'
import { toEnvelope, type EnvelopeTableRow } from './rows.ts'

type EnvelopePart = 'keepEnvelope' | 'readEnvelope' | 'deleteEnvelope' | 'sweepEnvelopes'

/** What belongs to no log: envelopes, and settings of the relay itself. */
export function postgresEnvelopes(
  sessions: PostgresSessions,
  news: PostgresNews,
): Pick<LogStore, EnvelopePart | 'readSetting' | 'writeSetting'> {
  return {
    async keepEnvelope(kind, id, envelope, once) {
      const rows = await sessions.query(
        `INSERT INTO envelopes (kind, id, space, bytes, ends_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (kind, id) DO ${
           once ? 'NOTHING' : 'UPDATE SET space = excluded.space, bytes = excluded.bytes, ends_at = excluded.ends_at'
         } RETURNING 1`,
        [kind, id, envelope.space, envelope.bytes, envelope.endsAt],
      )
      return rows.length > 0
    },

    async readEnvelope(kind, id, now) {
      const [row] = await sessions.query<EnvelopeTableRow>(
        'SELECT space, bytes, ends_at FROM envelopes WHERE kind = $1 AND id = $2 AND (ends_at IS NULL OR ends_at > $3)',
        [kind, id, now],
      )
      return row ? toEnvelope(row) : null
    },

    async deleteEnvelope(kind, id) {
      await sessions.query('DELETE FROM envelopes WHERE kind = $1 AND id = $2', [kind, id])
    },

    async sweepEnvelopes(now) {
      await sessions.query('DELETE FROM envelopes WHERE ends_at <= $1', [now])
    },

    async readSetting(name) {
      const [row] = await sessions.query<{ value: string }>('SELECT value FROM settings WHERE name = $1', [name])
      return row?.value ?? null
    },

    async writeSetting(name, value) {
      if (value === null) await sessions.query('DELETE FROM settings WHERE name = $1', [name])
      else
        await sessions.query(
          'INSERT INTO settings (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
          [name, value],
        )
      news.tellChange()
    },
  }
}
