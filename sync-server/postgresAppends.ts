import type pg from 'pg'
import { Growth, judgeRepeat, type WorkingSpace } from './judging.ts'
import { StoreError, type Appended, type NewBatch } from './log.ts'
import { Columns, numbers } from './postgresColumns.ts'
import { prepared, storeError } from './postgresDatabase.ts'
import type { PostgresNews } from './postgresNews.ts'
import type { PostgresSessions } from './postgresSessions.ts'
import { idBytes } from './rows.ts'

interface Job {
  space: string
  batches: readonly NewBatch[]
  resolve: (results: Appended[]) => void
  reject: (error: Error) => void
}

/**
 * Appends that wait while a group is being committed form the next group: one transaction, one commit for all. Groups
 * follow each other, so that one set of columns is enough.
 */
export class PostgresAppends {
  private readonly sessions: PostgresSessions
  private readonly news: PostgresNews
  private readonly rows = new Columns()
  private jobs: Job[] = []
  private running = false
  private closed = false

  constructor(sessions: PostgresSessions, news: PostgresNews) {
    this.sessions = sessions
    this.news = news
  }

  append(space: string, batches: readonly NewBatch[]): Promise<Appended[]> {
    if (this.closed) return Promise.reject(new StoreError('The log is closed.'))
    return new Promise((resolve, reject) => {
      this.jobs.push({ space, batches, resolve, reject })
      if (this.running) return
      this.running = true
      setImmediate(() => void this.runGroups())
    })
  }

  /** Takes no more. */
  close(): void {
    this.closed = true
  }

  private async runGroups(): Promise<void> {
    while (this.jobs.length > 0) {
      const group = this.jobs
      this.jobs = []
      try {
        const growth = new Growth(this.sessions.options.quota)
        const results = await this.sessions.transaction((client) => this.appendGroup(client, group, growth))
        for (const [index, job] of group.entries()) job.resolve(results[index]!)
        for (const item of growth.news) this.news.tell(item)
      } catch (error) {
        for (const job of group) job.reject(storeError(error))
      }
    }
    this.running = false
  }

  private async appendGroup(client: pg.PoolClient, group: readonly Job[], growth: Growth): Promise<Appended[][]> {
    const locked = await this.sessions.lock(client, [...new Set(group.map(({ space }) => space))])
    this.rows.clear()
    const results: Appended[][] = []
    for (const { space: id, batches } of group) {
      const space = locked.get(id)
      const own: Appended[] = []
      if (space)
        for (const batch of batches) {
          const result = growth.append(space, batch, (row) => this.rows.add(space.no, row))
          own.push(result.type === 'repeat' ? await compare(client, space, batch) : result)
        }
      else for (const _ of batches) own.push({ type: 'noSpace' })
      results.push(own)
    }
    if (growth.moved.size > 0) await this.save(client, growth, locked.values())
    else this.sessions.unchanged(locked)
    return results
  }

  /** The rows of a group, and where spaces and devices stand after it: one statement, one way there and back. */
  private async save(client: pg.PoolClient, growth: Growth, locked: Iterable<WorkingSpace>): Promise<void> {
    const changed = [...locked]
    const heads = [...growth.moved].flatMap(([{ no, devices }, ids]) =>
      [...ids].map((id) => ({ no, id, ...devices.get(id)! })),
    )
    await client.query(
      prepared(
        `WITH added AS (
           INSERT INTO batches (space, seq, device, dseq, entries, chain, at, bytes)
           SELECT space, seq, substring($7::bytea FROM start FOR 8), dseq, entries,
             substring($7 FROM start + 8 FOR 32), $8, substring($7 FROM start + 40 FOR length)
           FROM unnest($1::int[], $2::bigint[], $3::bigint[], $4::int[], $5::int[], $6::int[])
             AS new(space, seq, dseq, entries, start, length)
         ), moved AS (
           UPDATE devices SET dseq = new.dseq, hash = new.hash
           FROM unnest($9::int[], $10::bytea[], $11::bigint[], $12::bytea[]) AS new(space, id, dseq, hash)
           WHERE devices.space = new.space AND devices.id = new.id
         )
         UPDATE spaces SET head = new.head, chain = new.chain, bytes = new.bytes, version = version + 1
         FROM unnest($13::int[], $14::bigint[], $15::bytea[], $16::bigint[]) AS new(no, head, chain, bytes)
         WHERE spaces.no = new.no`,
        [
          ...this.rows.values(),
          this.sessions.options.now(),
          numbers(heads.map(({ no }) => no)),
          heads.map(({ id }) => idBytes(id)),
          numbers(heads.map(({ dseq }) => dseq)),
          heads.map(({ hash }) => hash),
          numbers(changed.map(({ no }) => no)),
          numbers(changed.map(({ head }) => head)),
          changed.map(({ chain }) => chain),
          numbers(changed.map(({ bytes }) => bytes)),
        ],
      ),
    )
  }
}

async function compare(client: pg.PoolClient, space: WorkingSpace, batch: NewBatch): Promise<Appended> {
  const { rows } = await client.query<{ seq: string; bytes: Buffer }>(
    prepared('SELECT seq, bytes FROM batches WHERE space = $1 AND device = $2 AND dseq = $3', [
      space.no,
      idBytes(batch.device),
      batch.dseq,
    ]),
  )
  const [row] = rows
  return judgeRepeat(space, batch, row && { seq: Number(row.seq), bytes: row.bytes })
}
