import { isId } from '../kit/id.ts'
import { ok, err, type Result } from '../kit/result.ts'
import { advance, readStamp } from '../log/clock.ts'
import { stateToOperations } from '../log/stateToOperations.ts'
import { isShared } from '../model/shared.ts'
import { changedByWriting, keepStandings, readClock, readStandings, step } from './standings.ts'
import { db, type JournalEntry, openDoor, type Row, type Tombstone } from './tables.ts'
import { type WriteFailure, writeFailure } from './write.ts'

/**
 * Brings rows and their journal from a backup, values sealed for this device already. A record that is here too is
 * merged as another device's would be, so that restoring twice, or over newer work, loses nothing; one that was erased
 * since stays erased (SPEC 2.7). What this device had not known waits to be sent to the others.
 */
export async function restoreRows(
  rows: readonly Row[],
  journal: readonly JournalEntry[],
  tombstones: readonly Tombstone[] = [],
): Promise<Result<null, WriteFailure>> {
  try {
    await db().transaction('rw', changedByWriting(), async () => {
      openDoor()
      const ids = [...rows, ...tombstones].map(({ id }) => id)
      const standings = await readStandings(ids)
      const known = new Set<string>()
      for (const { stamp } of await db().journal.where('recordId').anyOf(ids).toArray()) known.add(stamp)
      const erasures: JournalEntry[] = []
      for (const { id, kind, stamp } of tombstones) {
        const erase = { type: 'erase' as const, kind, id, path: '', stamp, at: 0, by: '', action: 'restored' }
        const { standing, entry, hasWon } = step(standings.get(id)!, { ...erase, transaction: stamp }, {}, false)
        standings.set(id, standing)
        if (hasWon) erasures.push(entry)
      }
      for (const row of rows) {
        const { id, kind, keysByPath, demo } = row
        for (const operation of stateToOperations({ record: row, erased: null }, id, kind))
          standings.set(id, step(standings.get(id)!, operation, keysByPath, demo === true).standing)
      }
      await keepStandings(standings, new Set(ids), erasures)
      const isErased = ({ recordId, stamp }: JournalEntry) => {
        const erased = standings.get(recordId)?.erased ?? null
        return erased !== null && (isId(recordId) || stamp <= erased)
      }
      const fresh = journal
        .filter((entry) => !known.has(entry.stamp) && !isErased(entry))
        // The others of this device's workspace may not have it, whoever wrote it.
        .map(({ seq: _, from: __, dseq: ___, ...entry }): JournalEntry => entry)
      const seqs = await db().journal.bulkAdd(fresh, { allKeys: true })
      const demo = new Set(rows.filter((row) => row.demo).map(({ id }) => id))
      const isSent = ({ kind, recordId, operation, value }: JournalEntry) =>
        isShared(kind, recordId, demo.has(recordId)) &&
        (value !== undefined || (operation !== 'create' && operation !== 'set'))
      await db().outbox.bulkAdd(seqs.filter((_, index) => isSent(fresh[index]!)).map((seq) => ({ seq })))
      let clock = await readClock()
      for (const stamp of [...journal, ...tombstones].map((each) => each.stamp)) {
        const seen = readStamp(stamp)
        if (seen) clock = advance(clock, seen, Date.now())
      }
      for (const row of rows)
        for (const stamp of Object.values(row.stamps)) {
          const seen = readStamp(stamp)
          if (seen) clock = advance(clock, seen, Date.now())
        }
      await db().meta.put({ id: 'clock', value: clock })
    })
    return ok(null)
  } catch (cause) {
    return err(writeFailure(cause))
  }
}
