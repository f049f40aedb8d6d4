import { isOwner, mayChange, mayManage } from './roles.ts'
import { type EntryBody, type LostBranch, type LostEpoch, type Membership, memberOf, mostLost } from './membership.ts'

/*
 * Two memberships with one beginning: the one this device knows, and the one of a relay that was restored to a time before
 * some of its entries and took others in their place (SPEC 7.13). What a person decided then is redone on the relay's, and a
 * `reconcile` entry says that it was. Pure: keys and seals are src/sync/crypto/reconciling.ts.
 */

/** An entry with the hash of its body. */
export interface ChainEntry {
  body: EntryBody
  hash: string
}

/** Where two chains part, and what each says. */
export interface Fork {
  /** The number of the first entry that differs. */
  from: number
  /** What both say. */
  base: Membership
  /** What this device knows. */
  mine: Membership
  /** Of those, what the relay has no more. */
  lost: readonly ChainEntry[]
}

/** One thing to do again on the relay's chain; `reconcile` once nothing else is left. */
export type Redo =
  | { type: 'add' | 'recovery'; device: string; rights: number }
  | { type: 'role'; device: string; rights: number; last: number }
  | { type: 'revoke'; device: string; last: number }
  | { type: 'reconcile' }

/** How many entries two chains share, by their hashes. */
export function forkOf(mine: readonly string[], theirs: readonly string[]): number {
  const at = mine.findIndex((hash, number) => theirs[number] !== hash)
  return at < 0 ? mine.length : at
}

const rightsIn = (state: Membership, device: string): number => memberOf(state, device)?.rights ?? 0

/** What lost entries took away from a device. */
const withdrawn = ({ base, mine }: Pick<Fork, 'base' | 'mine'>, device: string): number =>
  rightsIn(base, device) & ~rightsIn(mine, device)

/**
 * Whether a device that stands at `mine` goes on with `theirs`, where `by` says that it reconciled them: it may manage here
 * and there, nothing that was withdrawn is granted again, and what only owners change an owner decided (SPEC 7.13).
 */
export function mayFollow({ base, mine }: Pick<Fork, 'base' | 'mine'>, theirs: Membership, by: string): boolean {
  const signer = rightsIn(mine, by)
  if (!mayManage(signer)) return false
  return Object.values(mine.members).every(({ id, rights }) => {
    const before = memberOf(base, id)?.rights
    if (before === rights) return true
    const stands = memberOf(theirs, id)
    if (((stands?.rights ?? 0) & withdrawn({ base, mine }, id)) !== 0) return false
    const isOut = stands?.revokedIn !== undefined || (stands === null && rights === 0)
    return isOut || stands?.rights === rights || mayChange(signer, before ?? null, rights)
  })
}

/**
 * What `me` has to do next on the relay's chain so that what was lost stands there again; null when it may not, and someone
 * else must. `headOf`: the last dseq of a device that the relay has.
 */
export function nextRedo(
  { from, base, mine, lost }: Fork,
  theirs: Membership,
  me: string,
  headOf: (device: string) => number,
): Redo | null {
  const signer = rightsIn(theirs, me)
  if (!mayManage(signer) || !mayManage(rightsIn(mine, me))) return null
  for (const device of new Set(lost.map(({ body }) => body.device))) {
    const wanted = device === undefined ? null : memberOf(mine, device)
    const steps = wanted?.periods.filter(({ entry }) => entry >= from) ?? []
    if (!wanted || steps.length === 0) continue
    const stands = memberOf(theirs, wanted.id)
    if (!stands) {
      // Let in and shut out again: the key of now is not for it.
      if (wanted.rights === 0) continue
      const { rights } = steps[0]!
      if (!mayChange(signer, null, rights)) return null
      return { type: wanted.isRecovery ? 'recovery' : 'add', device: wanted.id, rights }
    }
    // Out on either side is out.
    if (stands.rights === 0) continue
    const since = stands.periods.filter(({ entry }) => entry >= from)
    let done = 0
    for (const { rights } of since) if (steps[done]?.rights === rights) done += 1
    // What others decided there meanwhile stands, as long as it grants nothing that was withdrawn.
    const isGranted = (stands.rights & withdrawn({ base, mine }, wanted.id)) !== 0
    const isDecided = since.length > done || done === steps.length
    if (isDecided && !isGranted) continue
    const step = isDecided ? steps.at(-1)! : steps[done]!
    if (!mayChange(signer, stands.rights, step.rights) || (step.rights === 0 && wanted.id === me)) return null
    const last = Math.max(step.first - 1, stands.periods.at(-1)!.first - 1, headOf(wanted.id))
    if (step.rights === 0) return { type: 'revoke', device: wanted.id, last }
    if (stands.isRecovery) continue
    return { type: 'role', device: wanted.id, rights: step.rights, last }
  }
  return mayFollow({ base, mine }, theirs, me) ? { type: 'reconcile' } : null
}

/** Whether `me` may do all of it. */
export function mayReconcile(fork: Fork, theirs: Membership, me: string): boolean {
  let state = theirs
  for (let redo = nextRedo(fork, state, me, () => 0); redo !== null; redo = nextRedo(fork, state, me, () => 0)) {
    if (redo.type === 'reconcile') return true
    state = enacted(state, redo, fork.mine)
  }
  return false
}

/** The rights after a step, for looking ahead: no entry, no keys. */
function enacted(state: Membership, redo: Exclude<Redo, { type: 'reconcile' }>, mine: Membership): Membership {
  const stands = memberOf(state, redo.device)
  const rights = redo.type === 'revoke' ? 0 : redo.rights
  const first = redo.type === 'revoke' || redo.type === 'role' ? redo.last + 1 : 1
  const period = { first, rights, entry: state.count, previous: '' }
  const member = {
    ...(stands ?? memberOf(mine, redo.device)!),
    rights,
    periods: [...(stands?.periods ?? []), period],
    ...(redo.type === 'revoke' ? { revokedIn: state.count } : {}),
  }
  return { ...state, count: state.count + 1, members: { ...state.members, [redo.device]: member } }
}

/** Which devices could reconcile, as far as rights go: for those who may not, to ask. */
export const whoMayReconcile = (fork: Fork, theirs: Membership): string[] =>
  Object.values(fork.mine.members)
    .filter(({ id, rights, isRecovery }) => mayManage(rights) && !isRecovery && mayReconcile(fork, theirs, id))
    .toSorted((a, b) => Number(isOwner(b.rights)) - Number(isOwner(a.rights)) || a.addedIn - b.addedIn)
    .map(({ id }) => id)

/**
 * What a `reconcile` entry says was lost, without the keys: the entries themselves, then what they had taken over of earlier
 * losses, so that who still stands there finds the way too.
 */
export function branchesOf({
  from,
  mine,
  lost,
}: Fork): (Omit<LostBranch, 'epochs'> & { epochs: (Omit<LostEpoch, 'key'> & { lost: number | null })[] })[] {
  const epochs = mine.epochs
    .filter(({ entry }) => entry >= from)
    .map(({ number, entry, spaceKey, spacePrivate }) => ({ number, entry, spaceKey, spacePrivate, lost: null }))
  const own = {
    from,
    count: mine.count - from,
    tips: lost.map(({ hash }) => hash).slice(-mostLost.tips),
    epochs,
  }
  const earlier = mine.lost.flatMap((branch, index) => {
    const isLost = lost.some(({ body }) => body.lost?.some(({ tips }) => tips.join() === branch.tips.join()))
    if (!isLost) return []
    const before = epochs.filter(({ entry }) => entry < branch.from)
    const opened = branch.epochs.map(({ key: _, ...epoch }) => ({ ...epoch, lost: index }))
    const first = Math.min(from, branch.from)
    const count = branch.from + branch.count - first
    return [{ from: first, count, tips: branch.tips, epochs: [...before, ...opened] }]
  })
  return [own, ...earlier].slice(0, mostLost.branches)
}

/** The entries of the relay's chain, by number, behind which a device that stands at `tip` may go on. */
export const reconciledAt = (theirs: readonly ChainEntry[], tip: string, from: number): number[] =>
  theirs.flatMap(({ body }, number) =>
    number >= from && body.lost?.some(({ tips }) => tips.includes(tip)) === true ? [number] : [],
  )
