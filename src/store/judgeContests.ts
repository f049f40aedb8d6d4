import { authorOfStamp, valueAt } from '../log/apply.ts'
import { elementWinner, isRemovalAt, meet, type Version } from '../log/conflicts.ts'
import type { Operation } from '../log/operation.ts'
import type { About, Kind } from '../model/record.ts'
import { readClock } from './standings.ts'
import { type ConflictRow, db, type JournalEntry, type Row } from './tables.ts'

/** A write of another device at a path that something stood at before. */
export interface Contest {
  row: Row
  operation: Operation
  entry: JournalEntry
}

/**
 * Finds which values lost against one written without knowing them (SPEC 3), once the entries are in the journal. Each
 * turn of the loop that waits waits for the database: of a hundred others in a row Dexie would lose its transaction.
 */
export async function judgeContests(
  contests: readonly Contest[],
  { device, dseq }: { device: string; dseq: number },
  erased: ReadonlySet<string>,
): Promise<void> {
  if (contests.length === 0) return
  const own = (await readClock()).device
  const open = new Map<string, Version[]>()
  const authors = new Set(contests.map(({ row, operation }) => authorOfStamp(row.stamps[operation.path]!)))
  if ((await db().conflicts.count()) > 0) {
    const ids = [...new Set(contests.map(({ row }) => row.id))]
    for (const row of await db().conflicts.where('recordId').anyOf(ids).toArray()) {
      const key = `${row.recordId} ${row.path}`
      open.set(key, [...(open.get(key) ?? []), row])
      authors.add(authorOfStamp(row.stamp))
    }
  }
  // Later batches of the device may have been taken in already by an older copy of it: only those up to this count.
  const seenByAuthor = new Map<string, string>()
  for (const author of authors) seenByAuthor.set(author, await lastSeen(device, author, dseq))

  const changed = new Map<string, { recordId: string; path: string; kind: Kind }>()
  for (const { row, operation, entry } of contests) {
    const { id, path, stamp } = operation
    const hereStamp = row.stamps[path]!
    const author = authorOfStamp(stamp)
    const sentAgain = new Set<string>()
    const incomingSaw = (other: string) =>
      authorOfStamp(other) === author || sentAgain.has(other) || (seenByAuthor.get(authorOfStamp(other)) ?? '') >= other
    const key = `${id} ${path}`
    const losers = open.get(key) ?? []
    // Who sends a write again that is not its own has seen it, whatever its vector says: it was handed over (SPEC 10.5).
    if (losers.length > 0 || !incomingSaw(hereStamp)) {
      const told = await db()
        .journal.where('recordId')
        .equals(id)
        .filter((each) => each.from === device && authorOfStamp(each.stamp) !== author)
        .toArray()
      for (const each of told) sentAgain.add(each.stamp)
    }
    const winner = elementWinner(row, operation)
    // The usual cases: written by who wrote before, or knowing it; an element removed by who saw it; and nothing is open.
    if (losers.length === 0 && winner === null && stamp > hereStamp && incomingSaw(hereStamp)) continue
    if (losers.length === 0 && winner === 'incoming' && operation.type === 'remove') continue
    const isOwnLine = authorOfStamp(hereStamp) === author && stamp < hereStamp
    let here: Version | null = null
    if (winner === 'incoming') {
      here = operation.type === 'set' ? await removalAt(row, path) : null
      const remover = here && authorOfStamp(here.stamp)
      if (remover && !seenByAuthor.has(remover)) seenByAuthor.set(remover, await lastSeen(device, remover, dseq))
    } else if (!isOwnLine) {
      const found = await versionAt(row, path, hereStamp)
      here = found && path.includes('/') && found.value === undefined ? null : found
    }
    const rivals = [...losers, ...(here ? [here] : [])]
    const sees = rivals.length > 0 ? await whoSaw(rivals, stamp, own) : new Set<string>()
    open.set(
      key,
      meet({
        here,
        incoming: versionOf(entry),
        losers,
        incomingSaw,
        saw: (version) => sees.has(version.stamp),
        winner: here || winner === 'incoming' ? winner : null,
      }),
    )
    changed.set(key, { recordId: id, path, kind: row.kind })
  }

  const rows: ConflictRow[] = []
  for (const [key, { recordId, path, kind }] of changed) {
    await db()
      .conflicts.where('[recordId+path+stamp]')
      .between([recordId, path, ''], [recordId, path, '\uffff'])
      .delete()
    if (erased.has(recordId)) continue
    for (const version of open.get(key) ?? [])
      rows.push({ ...version, about: version.about as About | undefined, recordId, path, kind })
  }
  await db().conflicts.bulkPut(rows)
}

/** The latest stamp of an author that a device had seen when it made a batch; '' for none. */
async function lastSeen(device: string, of: string, dseq: number): Promise<string> {
  const last = await db().seen.where('[device+of+dseq]').between([device, of, 0], [device, of, dseq], true, true).last()
  return last?.stamp ?? ''
}

/** Which of these versions were written by someone who had seen a stamp. Nobody here had: it has only just come. */
async function whoSaw(versions: readonly Version[], stamp: string, own: string): Promise<Set<string>> {
  const of = stamp.slice(18)
  const found = new Set<string>()
  for (const version of versions) {
    if (version.stamp.slice(18) === own || version.from === undefined) continue
    if ((await lastSeen(version.from, of, version.dseq ?? 0)) >= stamp) found.add(version.stamp)
  }
  return found
}

/** What a path held, with who wrote it; null when the journal does not know, as after a snapshot. */
async function versionAt(row: Row, path: string, stamp: string): Promise<Version | null> {
  const entry = await db()
    .journal.where('recordId')
    .equals(row.id)
    .filter((each) => each.stamp === stamp)
    .first()
  // A snapshot says who wrote nothing of what it holds.
  if (!entry || entry.from === '') return null
  return { ...versionOf(entry), value: valueAt(row, path) }
}

/** The removal after which an element stands as it does; null when the journal does not know it. */
async function removalAt(row: Row, path: string): Promise<Version | null> {
  const entry = await db()
    .journal.where('recordId')
    .equals(row.id)
    .filter(({ operation, ...each }) => isRemovalAt(row, path, { ...each, type: operation }))
    .last()
  return !entry || entry.from === '' ? null : versionOf(entry)
}

const versionOf = ({ stamp, value, about, at, by, from, dseq }: JournalEntry): Version => ({
  stamp,
  ...(value === undefined ? {} : { value }),
  ...(about ? { about } : {}),
  at,
  by,
  ...(from === undefined ? {} : { from }),
  ...(dseq === undefined ? {} : { dseq }),
})
