import { randomBytes } from 'node:crypto'
import { emptyChain, enact, judgeEntries, type WorkingSpace } from './judging.ts'
import type { EntryTaken, LogStore, NewEntry } from './log.ts'
import { idBytes, toSpace, type SpaceTableRow } from './rows.ts'
import { placeOf, SEQS, type SqliteGroups } from './sqliteGroups.ts'

type SpacePart = 'create' | 'find' | 'touch' | 'listSpaces' | 'setQuota' | 'deleteSpace'
type EntryPart = 'appendEntry' | 'readEntries'

/** Spaces and who belongs to them. */
export function sqliteSpaces(groups: SqliteGroups): Pick<LogStore, SpacePart | EntryPart> {
  const { now } = groups.options

  function take(space: WorkingSpace, entries: readonly NewEntry[]): void {
    for (const { number, bytes } of entries)
      groups.run('INSERT INTO entries (place, bytes) VALUES (?, ?)', placeOf(space, number), bytes)
    groups.saveDevices(space, enact(space, entries, now()))
    groups.save(space)
  }

  return {
    create: (id, entries) =>
      groups.write(() => {
        if (groups.find(id)) return 'exists'
        groups.run(
          `INSERT INTO spaces (id, log_id, head, chain, floor, floor_chain, entries, bytes, blob_bytes, created_at)
           VALUES (?, ?, 0, ?, 0, ?, 0, 0, 0, ?)`,
          idBytes(id),
          randomBytes(16).toString('hex'),
          emptyChain,
          emptyChain,
          now(),
        )
        take(groups.find(id)!, entries)
        return 'created'
      }),

    async find(id) {
      groups.noticeOthers()
      return groups.find(id)
    },

    appendEntry: (id, entries) =>
      groups.write((): EntryTaken => {
        const space = groups.find(id)
        if (!space) return { type: 'noSpace' }
        const verdict = judgeEntries(space, entries)
        if (verdict.type !== 'taken') return verdict
        take(space, entries)
        groups.growth.entries(space, entries)
        return verdict
      }),

    async readEntries(id, after) {
      const space = groups.find(id)
      if (!space) return []
      return groups
        .all<{ bytes: Uint8Array }>(
          'SELECT bytes FROM entries WHERE place >= ? AND place < ? ORDER BY place',
          placeOf(space, after),
          placeOf(space, SEQS - 1),
        )
        .map(({ bytes }) => bytes)
    },

    touch: (id, device) => groups.sight(id, device),

    async listSpaces() {
      return groups.all<SpaceTableRow>('SELECT * FROM spaces ORDER BY no').map((row) => {
        const { no: _no, ...space } = toSpace(row)
        return space
      })
    },

    setQuota: (id, quota) =>
      groups.write(() => {
        const space = groups.find(id)
        if (!space) return false
        space.quota = quota
        groups.save(space)
        return true
      }),

    deleteSpace: (id) =>
      groups.erase(() => {
        const space = groups.find(id)
        if (!space) return false
        for (const table of ['batches', 'entries'])
          groups.run(`DELETE FROM ${table} WHERE place >= ? AND place < ?`, placeOf(space, 0), placeOf(space, SEQS))
        for (const table of ['devices', 'snapshots', 'blobs'])
          groups.run(`DELETE FROM ${table} WHERE space = ?`, space.no)
        groups.run('DELETE FROM envelopes WHERE space = ?', id)
        groups.run('DELETE FROM spaces WHERE no = ?', space.no)
        groups.spaces.forget(id)
        groups.growth.moved.delete(space)
        return true
      }),
  }
}
