import { emptyChain, judgeRepeat, type LogRow, type WorkingSpace } from './judging.ts'
import type { Appended, LogStore, NewBatch, StoredBatch } from './log.ts'
import { BATCH_OVERHEAD, idBytes, toBatch, type BatchTableRow } from './rows.ts'
import { keptIdBytes, placeOf, SEQS, type SqliteGroups } from './sqliteGroups.ts'
import { drop, mayDrop } from './usage.ts'

interface ChainRow {
  chain: Uint8Array
}

/** The log itself: batches appended, read, and dropped behind a snapshot. */
export function sqliteBatches(
  groups: SqliteGroups,
): Pick<LogStore, 'append' | 'readBatches' | 'chainAt' | 'coveredTo' | 'dropBehind'> {
  const insert = groups.sql(
    'INSERT INTO batches (place, device, dseq, entries, chain, at, space, bytes) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  )

  function appendNow(id: string, batches: readonly NewBatch[]): Appended[] {
    const space = groups.find(id)
    if (!space) return batches.map(() => ({ type: 'noSpace' }))
    const at = groups.options.now()
    const { no } = space
    const keep = ({ seq, device, dseq, entries, chain, bytes }: LogRow): void => {
      insert.run(no * SEQS + seq, keptIdBytes(device), dseq, entries, chain, at, no, bytes)
    }
    const results: Appended[] = []
    for (const batch of batches) {
      const result = groups.growth.append(space, batch, keep)
      results.push(result.type === 'repeat' ? compare(space, batch) : result)
    }
    return results
  }

  function compare(space: WorkingSpace, batch: NewBatch): Appended {
    const held = groups.get<{ seq: number; bytes: Uint8Array }>(
      `SELECT place % ${SEQS} AS seq, bytes FROM batches WHERE space = ? AND device = ? AND dseq = ?`,
      space.no,
      idBytes(batch.device),
      batch.dseq,
    )
    return judgeRepeat(space, batch, held)
  }

  return {
    append: (id, batches) => groups.write(() => appendNow(id, batches)),

    async readBatches(id, after, maxBytes) {
      const space = groups.find(id)
      if (!space) return []
      const batches: StoredBatch[] = []
      let size = 0
      const rows = groups
        .sql(
          `SELECT place % ${SEQS} AS seq, device, dseq, entries, bytes FROM batches WHERE place > ? AND place < ?
           ORDER BY place`,
        )
        .iterate(placeOf(space, after), placeOf(space, SEQS - 1)) as unknown as Iterable<BatchTableRow>
      for (const row of rows) {
        size += row.bytes.byteLength + BATCH_OVERHEAD
        if (batches.length > 0 && size > maxBytes) break
        batches.push(toBatch(row))
      }
      return batches
    },

    async chainAt(id, seq) {
      const space = groups.find(id)
      if (!space) return null
      if (seq === space.head) return space.chain
      if (seq === 0) return emptyChain
      const row =
        seq === space.floor
          ? groups.get<ChainRow>('SELECT floor_chain AS chain FROM spaces WHERE no = ?', space.no)
          : groups.get<ChainRow>('SELECT chain FROM batches WHERE place = ?', placeOf(space, seq))
      return row?.chain ?? null
    },

    async coveredTo(id, dseqs) {
      const space = groups.find(id)
      if (!space) return 0
      let last = space.head
      for (const [device, { dseq }] of space.devices) {
        const covered = dseqs.get(device) ?? 0
        if (dseq <= covered) continue
        const row = groups.get<{ seq: number }>(
          `SELECT place % ${SEQS} AS seq FROM batches WHERE space = ? AND device = ? AND dseq > ?
           ORDER BY dseq LIMIT 1`,
          space.no,
          idBytes(device),
          covered,
        )
        if (row) last = Math.min(last, row.seq - 1)
      }
      return last
    },

    dropBehind: (id, seq) =>
      groups.erase(() => {
        const space = groups.find(id)
        if (!space || !mayDrop(space, seq)) return
        const last = groups.get<ChainRow>('SELECT chain FROM batches WHERE place = ?', placeOf(space, seq))
        if (!last) return
        const range = [placeOf(space, 0), placeOf(space, seq)]
        const { freed } = groups.get<{ freed: number }>(
          'SELECT coalesce(sum(length(bytes)), 0) AS freed FROM batches WHERE place > ? AND place <= ?',
          ...range,
        )!
        // Where devices stand is told by their batches, until those go.
        groups.saveDevices(space, space.devices.keys())
        groups.run('DELETE FROM batches WHERE place > ? AND place <= ?', ...range)
        groups.run('UPDATE spaces SET floor_chain = ? WHERE no = ?', last.chain, space.no)
        drop(space, seq, freed)
        groups.save(space)
      }),
  }
}
