import { randomBytes } from 'node:crypto'
import type { LogOptions, LogStore } from './log.ts'
import { PostgresAppends } from './postgresAppends.ts'
import { postgresBatches } from './postgresBatches.ts'
import { postgresEnvelopes } from './postgresEnvelopes.ts'
import { postgresFiles } from './postgresFiles.ts'
import { PostgresNews } from './postgresNews.ts'
import { PostgresSessions } from './postgresSessions.ts'
import { postgresSpaces } from './postgresSpaces.ts'

/**
 * The log in PostgreSQL, shared by any number of instances. A space's row is locked from its reading to the commit, so
 * seq is dense whatever the instances do. Others learn of it by a notification after the commit.
 */
export async function openPostgresLog(url: string, options: LogOptions & { pollMs?: number }): Promise<LogStore> {
  const sessions = await PostgresSessions.open(url, options)
  await sessions.query(`INSERT INTO settings (name, value) VALUES ('secret', $1) ON CONFLICT DO NOTHING`, [
    randomBytes(32).toString('hex'),
  ])
  const [secret] = await sessions.query<{ value: string }>(`SELECT value FROM settings WHERE name = 'secret'`)
  const news = new PostgresNews(sessions)
  await news.begin(options.pollMs)
  const appends = new PostgresAppends(sessions, news)
  let closing: Promise<void> | undefined

  async function close(): Promise<void> {
    appends.close()
    await news.close()
    await sessions.close()
  }

  return {
    secret: Buffer.from(secret!.value, 'hex'),
    quota: options.quota,
    append: (space, batches) => appends.append(space, batches),
    ...postgresSpaces(sessions, news),
    ...postgresBatches(sessions),
    ...postgresFiles(sessions),
    ...postgresEnvelopes(sessions, news),
    onNews: (listener) => void news.listeners.push(listener),
    onChange: (listener) => void news.changeListeners.push(listener),
    close: () => (closing ??= close()),
  }
}
