import Dexie from 'dexie'
import { canonicalJson } from '../kit/canonicalJson.ts'
import { type CompareValues, type Standing, valueAt } from '../log/apply.ts'
import { advance, readStamp } from '../log/clock.ts'
import { isContestable } from '../log/conflicts.ts'
import { type Contest, judgeContests } from './judgeContests.ts'
import type { Prepared } from './prepareOperation.ts'
import { keepStandings, readClock, readStandings, step } from './standings.ts'
import { db, type JournalEntry, type Row } from './tables.ts'
import { isSealed, openValue } from './vault.ts'
import { placeOf } from './write.ts'

/**
 * Applies operations of a batch, or of a snapshot (null), which nobody can be in conflict with. Gives the files of what
 * was erased: they go with it (SPEC 2.7).
 */
export async function takeOperations(
  prepared: readonly Prepared[],
  origin: { device: string; dseq: number } | null,
): Promise<string[]> {
  const standings = await readStandings(prepared.map(({ operation }) => operation.id))
  const known = await openTies(prepared, standings)
  const contests: Contest[] = []
  const named = new Set<string>()
  let clock = await readClock()
  const touched = new Set<string>()
  const journal: JournalEntry[] = []
  for (const { operation, keysByPath, opened } of prepared) {
    const { id, stamp } = operation
    const before = standings.get(id)!
    clock = advance(clock, readStamp(stamp)!, Date.now())
    const compare = compareOpened(id, opened, known)
    const { standing, entry, hasWon } = step(before, operation, keysByPath, false, compare)
    if (before.record && !standing.record)
      for (const key of before.record.keys) if (key.startsWith('blob:')) named.add(key)
    standings.set(id, standing)
    touched.add(id)
    if (!origin && !hasWon) continue
    const received: JournalEntry = { ...entry, ...(origin ? { from: origin.device, dseq: origin.dseq } : { from: '' }) }
    // Of an erased record only that something happened is kept.
    const isForgotten = standing.erased !== null && !standing.record && entry.operation !== 'erase'
    if (!isForgotten) {
      journal.push(received)
      const here = before.record?.stamps[operation.path]
      if (origin && here !== undefined && here !== stamp && isContestable(operation))
        contests.push({ row: before.record!, operation, entry: received })
    }
  }
  const erased = new Set([...touched].filter((id) => standings.get(id)!.erased !== null && !standings.get(id)!.record))
  const fresh = journal.filter((entry) => entry.operation === 'erase' || !erased.has(entry.recordId))
  await db().journal.bulkAdd(fresh)
  await keepStandings(standings, touched, fresh)
  if (origin) await judgeContests(contests, origin, erased)
  await db().meta.put({ id: 'clock', value: clock })
  const orphans: string[] = []
  for (const key of named)
    if ((await db().records.where('keys').equals(key).count()) === 0) orphans.push(key.slice('blob:'.length))
  return orphans
}

/** Values under the same stamp as an incoming one, opened: only then is it asked which is the greater (SPEC 1.6). */
async function openTies(
  prepared: readonly Prepared[],
  standings: ReadonlyMap<string, Standing<Row>>,
): Promise<Map<string, unknown>> {
  const ties = new Map<string, Promise<unknown>>()
  for (const { operation, opened } of prepared) {
    const row = standings.get(operation.id)?.record
    if (!row || opened.size === 0) continue
    const paths = operation.type === 'create' ? Object.keys(operation.value as object) : [operation.path]
    for (const path of paths) {
      const value = valueAt(row, path)
      if (row.stamps[path] === operation.stamp && isSealed(value))
        ties.set(`${row.id} ${path}`, openValue(value, placeOf(row.kind, row.id, path)))
    }
  }
  if (ties.size === 0) return new Map()
  const values = await Dexie.waitFor(Promise.all(ties.values()))
  return new Map([...ties.keys()].map((key, index) => [key, values[index]]))
}

const compareOpened =
  (id: string, opened: ReadonlyMap<unknown, unknown>, known: ReadonlyMap<string, unknown>): CompareValues =>
  (incoming, here, path) => {
    const key = `${id} ${path}`
    if (isSealed(here) && !known.has(key)) return 0
    const [a, b] = [opened.get(incoming) ?? incoming, known.get(key) ?? here].map(canonicalJson) as [string, string]
    return a === b ? 0 : a > b ? 1 : -1
  }
