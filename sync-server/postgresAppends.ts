import { Growth, judgeRepeat, type WorkingSpace } from './judging.ts'
import { StoreError, type Appended, type NewBatch } from './log.ts'
import { Columns, numbers } from './postgresColumns.ts'
import { storeError } from './postgresDatabase.ts'
import type { PostgresNews } from './postgresNews.ts'
import type { PostgresSessions, VersionedSpace } from './postgresSessions.ts'
import { idBytes } from './rows.ts'

interface Job {
  space: string
  batches: readonly NewBatch[]
  resolve: (results: Appended[]) => void
  reject: (error: Error) => void
}

type Spaces = ReadonlyMap<string, VersionedSpace>
type Asker = Pick<PostgresSessions, 'query'>

interface Judged {
  results: Appended[][]
  growth: Growth
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
        const { results, growth } = await this.appendGroup(group)
        for (const [index, job] of group.entries()) job.resolve(results[index]!)
        for (const item of growth.news) this.news.tell(item)
      } catch (error) {
        for (const job of group) job.reject(storeError(error))
      }
    }
    this.running = false
  }

  /**
   * Spaces that this instance wrote last are judged as they are remembered, and written by one statement that writes
   * nothing when another instance came in between; then, and for spaces not remembered, they are read under lock.
   */
  private async appendGroup(group: readonly Job[]): Promise<Judged> {
    const ids = [...new Set(group.map(({ space }) => space))]
    const taken = this.sessions.take(ids)
    if (taken) {
      const judged = await this.judge(group, taken, this.sessions)
      if (judged.growth.moved.size > 0 && (await this.save(this.sessions, judged.growth, taken))) {
        this.sessions.keep(taken)
        return judged
      }
    }
    return this.sessions.transaction(async (client) => {
      const locked = await this.sessions.lock(client, ids)
      const asker = { query: this.sessions.on(client) }
      const judged = await this.judge(group, locked, asker)
      if (judged.growth.moved.size === 0) for (const space of locked.values()) space.version -= 1
      else if (!(await this.save(asker, judged.growth, locked))) throw new StoreError('A locked space has moved.')
      return judged
    })
  }

  private async judge(group: readonly Job[], spaces: Spaces, asker: Asker): Promise<Judged> {
    const growth = new Growth(this.sessions.options.quota)
    this.rows.clear()
    const results: Appended[][] = []
    for (const { space: id, batches } of group) {
      const space = spaces.get(id)
      const own: Appended[] = []
      if (space)
        for (const batch of batches) {
          const result = growth.append(space, batch, (row) => this.rows.add(space.no, row))
          own.push(result.type === 'repeat' ? await compare(asker, space, batch) : result)
        }
      else for (const _ of batches) own.push({ type: 'noSpace' })
      results.push(own)
    }
    return { results, growth }
  }

  /**
   * The rows of a group, and where spaces and devices stand after it: one statement, one way there and back. False, and
   * nothing written, when one of the spaces is not at the version that was judged.
   */
  private async save(asker: Asker, growth: Growth, spaces: Spaces): Promise<boolean> {
    const changed = [...spaces.values()]
    const heads = [...growth.moved].flatMap(([{ no, devices }, ids]) =>
      [...ids].map((id) => ({ no, id, ...devices.get(id)! })),
    )
    const written = await asker.query(
      `WITH held AS (
         SELECT spaces.no FROM spaces JOIN unnest($13::int[], $17::bigint[]) AS judged(no, version)
           ON spaces.no = judged.no AND spaces.version = judged.version
         ORDER BY spaces.no FOR UPDATE OF spaces
       ), same AS (
         SELECT count(*) = cardinality($13::int[]) AS yes FROM held
       ), added AS (
         INSERT INTO batches (space, seq, device, dseq, entries, chain, at, bytes)
         SELECT space, seq, substring($7::bytea FROM start FOR 8), dseq, entries,
           substring($7 FROM start + 8 FOR 32), $8, substring($7 FROM start + 40 FOR length)
         FROM unnest($1::int[], $2::bigint[], $3::bigint[], $4::int[], $5::int[], $6::int[])
           AS new(space, seq, dseq, entries, start, length)
         WHERE (SELECT yes FROM same)
       ), moved AS (
         UPDATE devices SET dseq = new.dseq, hash = new.hash
         FROM unnest($9::int[], $10::bytea[], $11::bigint[], $12::bytea[]) AS new(space, id, dseq, hash)
         WHERE devices.space = new.space AND devices.id = new.id AND (SELECT yes FROM same)
       )
       UPDATE spaces SET head = new.head, chain = new.chain, bytes = new.bytes, version = version + 1
       FROM unnest($13::int[], $14::bigint[], $15::bytea[], $16::bigint[]) AS new(no, head, chain, bytes)
       WHERE spaces.no = new.no AND (SELECT yes FROM same) RETURNING 1`,
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
        numbers(changed.map(({ version }) => version - 1)),
      ],
    )
    return written.length === changed.length
  }
}

async function compare(asker: Asker, space: WorkingSpace, batch: NewBatch): Promise<Appended> {
  const [row] = await asker.query<{ seq: string; bytes: Buffer }>(
    'SELECT seq, bytes FROM batches WHERE space = $1 AND device = $2 AND dseq = $3',
    [space.no, idBytes(batch.device), batch.dseq],
  )
  return judgeRepeat(space, batch, row && { seq: Number(row.seq), bytes: row.bytes })
}
