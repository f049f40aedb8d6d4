import { emptyChain } from './judging.ts'
import type { LogStore } from './log.ts'
import { prepared } from './postgresDatabase.ts'
import type { PostgresSessions } from './postgresSessions.ts'
import { BATCH_OVERHEAD, idBytes, toBatch, type BatchTableRow } from './rows.ts'
import { drop, mayDrop } from './usage.ts'

interface ChainRow {
  chain: Buffer
}

/** The log read, and dropped behind a snapshot. */
export function postgresBatches(
  sessions: PostgresSessions,
): Pick<LogStore, 'readBatches' | 'chainAt' | 'coveredTo' | 'dropBehind'> {
  return {
    async readBatches(id, after, maxBytes) {
      const rows = await sessions.query<BatchTableRow>(
        `SELECT seq, device, dseq, entries, bytes FROM (
           SELECT *, sum(size) OVER (ORDER BY seq) AS total
           FROM (SELECT *, octet_length(bytes) + ${BATCH_OVERHEAD} AS size FROM batches
             WHERE space = $1 AND seq > $2 ORDER BY seq LIMIT 2000) AS next
         ) AS sized WHERE total = size OR total <= $3 ORDER BY seq`,
        [await sessions.numberOf(id), after, maxBytes],
      )
      return rows.map(toBatch)
    },

    async chainAt(id, seq) {
      const no = await sessions.numberOf(id)
      if (seq === 0) return no === 0 ? null : emptyChain
      const [row] = await sessions.query<ChainRow>(
        `SELECT chain FROM batches WHERE space = $1 AND seq = $2
         UNION ALL SELECT floor_chain FROM spaces WHERE no = $1 AND floor = $2 LIMIT 1`,
        [no, seq],
      )
      return row?.chain ?? null
    },

    async coveredTo(id, dseqs) {
      const [row] = await sessions.query<{ seq: string }>(
        `SELECT least(min(spaces.head), min(uncovered.seq) - 1) AS seq FROM spaces
         LEFT JOIN devices ON devices.space = spaces.no
         LEFT JOIN unnest($2::bytea[], $3::bigint[]) AS covered(device, dseq) ON covered.device = devices.id
         LEFT JOIN LATERAL (SELECT seq FROM batches WHERE batches.space = spaces.no AND batches.device = devices.id
           AND batches.dseq > coalesce(covered.dseq, 0) ORDER BY batches.dseq LIMIT 1) AS uncovered ON true
         WHERE spaces.id = $1`,
        [idBytes(id), [...dseqs.keys()].map((device) => idBytes(device)), [...dseqs.values()]],
      )
      return Number(row?.seq ?? 0)
    },

    async dropBehind(id, seq) {
      await sessions.within(id, async (client, space) => {
        if (!mayDrop(space, seq)) return
        const last = await client.query<ChainRow>(
          prepared('SELECT chain FROM batches WHERE space = $1 AND seq = $2', [space.no, seq]),
        )
        if (!last.rows[0]) return
        const freed = await client.query<{ freed: string }>(
          prepared(
            `WITH gone AS (DELETE FROM batches WHERE space = $1 AND seq <= $2 RETURNING octet_length(bytes) AS size)
             SELECT coalesce(sum(size), 0) AS freed FROM gone`,
            [space.no, seq],
          ),
        )
        await client.query(prepared('UPDATE spaces SET floor_chain = $2 WHERE no = $1', [space.no, last.rows[0].chain]))
        drop(space, seq, Number(freed.rows[0]!.freed))
      })
    },
  }
}
