import type { LogStore } from './log.ts'
import { toEnvelope, type EnvelopeTableRow } from './rows.ts'
import type { SqliteGroups } from './sqliteGroups.ts'

type EnvelopePart = 'keepEnvelope' | 'readEnvelope' | 'deleteEnvelope' | 'sweepEnvelopes'

/** What belongs to no log: envelopes, and settings of the relay itself. */
export function sqliteEnvelopes(groups: SqliteGroups): Pick<LogStore, EnvelopePart | 'readSetting' | 'writeSetting'> {
  return {
    keepEnvelope: (kind, id, envelope, once) =>
      groups.write(() => {
        const changes = groups.run(
          `INSERT ${once ? 'OR IGNORE' : 'OR REPLACE'} INTO envelopes (kind, id, space, bytes, ends_at)
           VALUES (?, ?, ?, ?, ?)`,
          kind,
          id,
          envelope.space,
          envelope.bytes,
          envelope.endsAt,
        )
        return changes > 0
      }),

    async readEnvelope(kind, id, now) {
      const row = groups.get<EnvelopeTableRow>(
        'SELECT space, bytes, ends_at FROM envelopes WHERE kind = ? AND id = ? AND (ends_at IS NULL OR ends_at > ?)',
        kind,
        id,
        now,
      )
      return row ? toEnvelope(row) : null
    },

    deleteEnvelope: (kind, id) =>
      groups.erase(() => void groups.run('DELETE FROM envelopes WHERE kind = ? AND id = ?', kind, id)),

    sweepEnvelopes: (now) => groups.erase(() => void groups.run('DELETE FROM envelopes WHERE ends_at <= ?', now)),

    async readSetting(name) {
      return groups.get<{ value: string }>('SELECT value FROM settings WHERE name = ?', name)?.value ?? null
    },

    writeSetting: (name, value) =>
      groups.write(() => {
        if (value === null) groups.run('DELETE FROM settings WHERE name = ?', name)
        else groups.run('INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)', name, value)
      }),
  }
}
