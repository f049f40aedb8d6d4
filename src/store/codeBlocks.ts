import {
  claimed,
  claimPath,
  type CodeSeries,
  codeSettingName,
  readClaims,
  readCodes,
  readCodeOption,
  readLease,
  stepLease,
} from '../model/codes.ts'
import type { Change } from '../model/record.ts'
import { listSpaces } from './keys.ts'
import { recall, remember } from './memory.ts'
import { readOwnRole } from './ownRole.ts'
import { deviceName } from './read.ts'
import { db } from './tables.ts'
import { write } from './write.ts'

/** Where this device keeps its blocks: with the device, in no journal, no backup and no copy elsewhere. */
const leaseName = (series: CodeSeries) => `${codeSettingName(series)}.lease`

/** Roles that give numbers: all who may write settings and read the records. */
const givers: readonly (string | null)[] = [null, 'owner', 'admin', 'recruiter']

/** Whether this device may give numbers, and whether it gives those of devices that are away. */
export async function readNumbering(): Promise<{ mayGive: boolean; forOthers: 'now' | 'later' | 'never' }> {
  const role = await readOwnRole()
  const isAlone = (await listSpaces()).length === 0
  return {
    mayGive: givers.includes(role),
    forOthers: isAlone ? 'now' : role === 'owner' ? 'later' : 'never',
  }
}

/**
 * Takes up to `wanted` numbers of a series out of this device's blocks, each once and for good; claims a further block
 * when they are too few (SPEC 12), or soon will be: none wanted looks after that alone. Fewer come while a claim is not
 * known to be the only one. One caller at a time.
 */
export async function takeNumbers(series: CodeSeries, wanted: number, highest: number): Promise<number[]> {
  const setting = codeSettingName(series)
  const numbers: number[] = []
  // Alone, a claim may be used at once: one turn claims, the next takes.
  for (let turns = 0; turns === 0 || (turns < 3 && numbers.length < wanted); turns += 1) {
    const [row, author, [space = ''], status, kept] = await Promise.all([
      db().records.get(setting),
      deviceName(),
      listSpaces(),
      recall('sync.status'),
      recall(leaseName(series)),
    ])
    if (!row || !readCodeOption(row.fields['value']).on) return numbers
    const equalAt = Number((status as { syncedAt?: unknown } | null | undefined)?.syncedAt ?? 0)
    const step = stepLease(readLease(kept), {
      author,
      space,
      claims: readClaims(row.fields['blocks']),
      highest,
      now: Date.now(),
      equalAt,
      wanted: wanted - numbers.length,
      chance: crypto.getRandomValues(new Uint32Array(1))[0]! / 2 ** 32,
    })
    // First on the disk: a crash from here on wastes numbers, and gives none twice.
    await remember(leaseName(series), step.lease)
    numbers.push(...step.numbers)
    const { claim } = step
    if (!claim) return numbers
    const done = await write(
      [{ type: 'set', kind: 'setting', id: setting, path: claimPath(claim), value: { size: claim.size } }],
      { action: 'codes.claimed', by: '' },
    )
    if (!done.ok) return numbers
    await remember(leaseName(series), claimed(step.lease, claim, { space, now: Date.now(), equalAt }))
  }
  return numbers
}

/** Which of these records were made on this device, as its journal tells. */
export async function madeHere(ids: readonly string[]): Promise<Set<string>> {
  const entries = await db()
    .journal.where('recordId')
    .anyOf([...ids])
    .filter(({ operation, from }) => operation === 'create' && from === undefined)
    .toArray()
  return new Set(entries.map(({ recordId }) => recordId))
}

/** Gives records of a kind their codes, some at a time so that the page has its turn; those gone meanwhile are left out. */
export async function writeCodes(
  kind: 'candidate',
  given: readonly { id: string; code: string; isTaken: boolean }[],
): Promise<boolean> {
  const at = Date.now()
  for (let from = 0; from < given.length; from += codesAtOnce) {
    const some = given.slice(from, from + codesAtOnce)
    const rows = await db().records.bulkGet(some.map(({ id }) => id))
    const changes = some.flatMap(({ id, code, isTaken }, index): Change[] => {
      const row = rows[index]
      if (!row) return []
      const set = (path: string, value: object): Change => ({ type: 'set', kind, id, path: `codes/${path}`, value })
      const before = Object.entries(readCodes(row.fields['codes']))
      return [
        ...before
          .filter(([, { alias }]) => isTaken && !alias)
          .map(([old, value]) => set(old, { ...value, alias: true })),
        set(code, { at }),
      ]
    })
    const done = await write(changes, { action: 'codes.given', by: '' })
    if (!done.ok) return false
    await new Promise<void>((resolve) => setTimeout(resolve, 0))
  }
  return true
}
const codesAtOnce = 50
