import { codeOf, codeText, highestNumber, toNumber, waitForMakerMs } from '../model/codes.ts'
import {
  followCandidates,
  followCodeOption,
  followNumbering,
  madeHere,
  readNumbering,
  type StoredCandidate,
  takeFileNumbers,
  writeCodes,
} from './records.ts'

/** One tab gives the numbers, for as long as it lives. */
const leaderLock = 'vivier-codes'
/** What comes together is numbered together. */
const togetherMs = 800
/** A lease that was not to be had is asked for again, should nothing else happen; each time later, as without a network. */
const againMs = { first: 2000, longest: 120_000 }
/** Candidates whose journal is asked for at once. */
const askedAtOnce = 200

/** Whether candidates were made on this device, as far as it was asked. */
type Makers = Map<string, boolean>

/**
 * Gives the candidates that need one their file number: those made on this device; with `force` all; where devices are
 * away, an owner's device gives theirs after a day. Gives how many are left for want of numbers (SPEC 12). `records`
 * are all, or those of a ledger with the highest number of all.
 */
export async function numberCandidates(
  records: Iterable<StoredCandidate>,
  prefix: string,
  { force = false, makers = new Map() as Makers, now = Date.now(), highest = 0 } = {},
): Promise<number> {
  const all = [...records]
  const due = toNumber(all)
  const { mayGive, forOthers } = await readNumbering()
  if (!mayGive) return 0
  const isForAll = force || forOthers === 'now'
  if (!isForAll)
    await askMakers(
      due.map(({ record: { id } }) => id).filter((id) => !makers.has(id)),
      makers,
    )
  const isOld = ({ createdAt }: StoredCandidate) => forOthers === 'later' && now - createdAt > waitForMakerMs
  const given = due.filter(({ record }) => isForAll || makers.get(record.id) || isOld(record))
  // Also when none is wanted: some are kept for when the network goes.
  const numbers = await takeFileNumbers(given.length, Math.max(highest, highestNumber(all)))
  if (given.length === 0) return 0
  const codes = numbers.map((number, index) => {
    const { record, isTaken } = given[index]!
    return { id: record.id, code: codeText(prefix, number), isTaken }
  })
  return (await writeCodes('candidate', codes)) ? given.length - codes.length : given.length
}

async function askMakers(ids: readonly string[], makers: Makers): Promise<void> {
  for (let at = 0; at < ids.length; at += askedAtOnce) {
    const some = ids.slice(at, at + askedAtOnce)
    const here = await madeHere(some)
    for (const id of some) makers.set(id, here.has(id))
  }
}

/** What numbering has to look at, kept by what changes: of ten thousand, few have no number or one that another bears. */
export function createLedger() {
  const open = new Map<string, StoredCandidate>()
  const bearers = new Map<string, Map<string, StoredCandidate>>()
  const codeById = new Map<string, string>()
  const crossed = new Set<string>()
  let highest = 0
  const forget = (id: string) => {
    open.delete(id)
    const code = codeById.get(id)
    if (code === undefined) return
    codeById.delete(id)
    const others = bearers.get(code)
    others?.delete(id)
    if ((others?.size ?? 0) < 2) crossed.delete(code)
    if (others?.size === 0) bearers.delete(code)
  }
  return {
    take(changed: readonly StoredCandidate[], removed: readonly string[]): void {
      for (const id of removed) forget(id)
      highest = Math.max(highest, highestNumber(changed))
      for (const record of changed) {
        const { id, fields, demo, binnedAt } = record
        forget(id)
        if (demo || fields.mergedInto !== '') continue
        const code = codeOf(fields.codes)
        if (code === '') {
          if (binnedAt === undefined) open.set(id, record)
          continue
        }
        codeById.set(id, code)
        const same = bearers.get(code) ?? new Map<string, StoredCandidate>()
        bearers.set(code, same.set(id, record))
        if (same.size > 1) crossed.add(code)
      }
    },
    /** Those without a code of their own, and all who bear one that another bears. */
    waiting: (): StoredCandidate[] => [
      ...open.values(),
      ...[...crossed].flatMap((code) => [...bearers.get(code)!.values()]),
    ],
    highest: (): number => highest,
  }
}

/** Follows the workspace for as long as this tab lives. Where file numbers are not in use, it does nothing but look whether they are. */
export function startNumbering(): void {
  let prefix: string | null = null
  let isLeading = false
  let turnSoon = () => {}
  followCodeOption((option) => {
    prefix = option.on ? option.prefix : null
    if (prefix === null) return
    turnSoon()
    if (isLeading) return
    isLeading = true
    void navigator.locks.request(leaderLock, () => {
      turnSoon = lead(() => prefix)
      return new Promise<never>(() => {})
    })
  })
}

function lead(prefixNow: () => string | null): () => void {
  const ledger = createLedger()
  const makers: Makers = new Map()
  let timer: ReturnType<typeof setTimeout> | undefined
  let running = false
  let askedAt = 0
  let force = false
  let dueAt = Infinity
  const soon = (afterMs = togetherMs) => {
    const at = performance.now() + afterMs
    // What comes without end must not put it off without end.
    if (running || dueAt <= at) return
    clearTimeout(timer)
    dueAt = at
    timer = setTimeout(() => void turn(), afterMs)
  }
  let changed = true
  let againIn = againMs.first
  const turn = async () => {
    dueAt = Infinity
    const prefix = prefixNow()
    if (prefix === null || running) return
    running = true
    changed = false
    const left = await numberCandidates(ledger.waiting(), prefix, {
      force,
      makers,
      highest: ledger.highest(),
    }).catch(() => 1)
    running = false
    if (left === 0 && !changed) force = false
    if (changed) soon()
    else if (left > 0) {
      soon(againIn)
      againIn = Math.min(againMs.longest, againIn * 2)
    }
  }
  const wake = () => {
    changed = true
    againIn = againMs.first
    soon()
  }
  followCandidates((some, removed) => {
    ledger.take(some, removed)
    wake()
  })
  followNumbering((asked) => {
    if (asked > askedAt && askedAt > 0) force = true
    askedAt = Math.max(asked, askedAt, 1)
    wake()
  })
  // Those of devices that are away become due by the passing of time.
  setInterval(wake, waitForMakerMs / 24)
  return wake
}
