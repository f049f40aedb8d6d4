import { randomBytes } from 'node:crypto'
import type { LogOptions, LogStore } from './log.ts'
import { sqliteBatches } from './sqliteBatches.ts'
import { openDatabase } from './sqliteDatabase.ts'
import { sqliteEnvelopes } from './sqliteEnvelopes.ts'
import { sqliteFiles } from './sqliteFiles.ts'
import { SqliteGroups } from './sqliteGroups.ts'
import { sqliteSpaces } from './sqliteSpaces.ts'

/** The log in one file, `relay.db` in `folder`. Throws `StoreError` with what to do when it cannot be opened. */
export function openSqliteLog(folder: string, options: LogOptions): LogStore {
  const groups = new SqliteGroups(openDatabase(folder), options)
  groups.run(`INSERT OR IGNORE INTO settings (name, value) VALUES ('secret', ?)`, randomBytes(32).toString('hex'))
  const secret = groups.get<{ value: string }>(`SELECT value FROM settings WHERE name = 'secret'`)!.value
  return {
    secret: Buffer.from(secret, 'hex'),
    quota: options.quota,
    ...sqliteSpaces(groups),
    ...sqliteBatches(groups),
    ...sqliteFiles(groups),
    ...sqliteEnvelopes(groups),
    onNews: (listener) => void groups.newsListeners.push(listener),
    onChange: (listener) => void groups.changeListeners.push(listener),
    close: async () => groups.close(),
  }
}
