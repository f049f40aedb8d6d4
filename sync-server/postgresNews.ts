import { randomBytes } from 'node:crypto'
import pg from 'pg'
import type { News } from './log.ts'
import { idBytes, idOf } from './rows.ts'
import type { PostgresSessions } from './postgresSessions.ts'

/** How often the heads are looked at, in case a notification was lost. */
const POLL_MS = 5_000
/** How long notifications of commits are gathered into one. */
const NOTIFY_MS = 15
/** How soon a lost connection for notifications is opened again. */
const LISTEN_AGAIN_MS = 500
/** A notification's text may not reach 8,000 bytes. */
const NOTIFIED_SPACES = 100
const CHANNEL = 'vivier_relay'
/** Said when something else than batches may have changed. */
const ANYTHING = '!'

/** News between instances: to listeners here at once, to others by a notification after the commit. */
export class PostgresNews {
  readonly listeners: ((news: News) => void)[] = []
  readonly changeListeners: (() => void)[] = []
  private readonly sessions: PostgresSessions
  private readonly instance = randomBytes(6).toString('hex')
  private readonly untold = new Set<string>()
  private telling: NodeJS.Timeout | undefined
  private listener: pg.Client | undefined
  private polling: NodeJS.Timeout | undefined
  private closed = false

  constructor(sessions: PostgresSessions) {
    this.sessions = sessions
  }

  async begin(pollMs = POLL_MS): Promise<void> {
    await this.listen()
    // Asked again in a moment, whatever came of it.
    this.polling = setInterval(() => void this.poll().catch(() => {}), pollMs)
    this.polling.unref()
  }

  tell(news: News): void {
    for (const listener of this.listeners) listener(news)
    this.untold.add(news.space)
    this.telling ??= setTimeout(() => {
      this.telling = undefined
      const told = [...this.untold]
      this.untold.clear()
      for (let from = 0; from < told.length; from += NOTIFIED_SPACES)
        this.notify(told.slice(from, from + NOTIFIED_SPACES).join(','))
    }, NOTIFY_MS)
  }

  tellChange(): void {
    this.notify(ANYTHING)
  }

  async close(): Promise<void> {
    this.closed = true
    clearInterval(this.polling)
    clearTimeout(this.telling)
    const last = this.listener
    this.listener = undefined
    // What cannot be said goodbye to is gone already.
    await last?.end().catch(() => {})
  }

  private notify(what: string): void {
    // A lost notification costs at most one poll.
    this.sessions.query('SELECT pg_notify($1, $2)', [CHANNEL, `${this.instance}:${what}`]).catch(() => {})
  }

  private async lookAt(ids: readonly string[]): Promise<void> {
    const rows = await this.sessions.query<{ id: Buffer; head: string; entries: number }>(
      'SELECT id, head, entries FROM spaces WHERE id = ANY($1)',
      [ids.map((id) => idBytes(id))],
    )
    for (const { id, head, entries } of rows)
      for (const listener of this.listeners) listener({ space: idOf(id), head: Number(head), entries })
  }

  private async listen(): Promise<void> {
    if (this.closed) return
    const client = new pg.Client({ ...this.sessions.connection, keepAlive: true })
    const again = (): void => {
      if (this.listener !== client) return
      this.listener = undefined
      if (!this.closed) setTimeout(() => void this.listen(), LISTEN_AGAIN_MS).unref()
    }
    client.on('error', again)
    client.on('end', again)
    client.on('notification', ({ payload = '' }) => {
      const [from, what = ''] = payload.split(':')
      if (from === this.instance) return
      if (what === ANYTHING) for (const changed of this.changeListeners) changed()
      // A failure here is made good by the poll.
      else this.lookAt(what.split(',')).catch(() => {})
    })
    this.listener = client
    try {
      await client.connect()
      await client.query(`LISTEN ${CHANNEL}`)
      await this.poll()
    } catch {
      client.end().catch(() => {})
      again()
    }
  }

  private async poll(): Promise<void> {
    const ids = this.sessions.spaces.ids()
    if (ids.length > 0 && this.listeners.length > 0) await this.lookAt(ids)
    for (const changed of this.changeListeners) changed()
  }
}
