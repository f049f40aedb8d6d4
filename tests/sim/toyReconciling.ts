import { err, ok, type Result } from '../../src/kit/result.ts'
import { type LostBranch, type Membership, memberOf, parseEntry, periodOf } from '../../src/log/membership.ts'
import {
  branchesOf,
  type ChainEntry,
  type Fork,
  forkOf,
  mayFollow,
  mayReconcile,
  nextRedo,
  reconciledAt,
  whoMayReconcile,
} from '../../src/log/parting.ts'
import { onlyRoleWith } from '../../src/log/roles.ts'
import type { Meeting } from '../../src/sync/ports.ts'
import { followToy, toyEntry, toyHash } from './toySealing.ts'

/*
 * What src/sync/crypto/reconciling.ts does, without keys and names: the judgement is that of src/log/parting.ts.
 */

export interface ToyChain {
  chain: Membership
  entries: readonly Uint8Array[]
  device: string
  /** The version it understands, and writes. */
  version: number
}

interface Met {
  meeting: Meeting
  theirs: { chain: Membership; entries: readonly Uint8Array[] }
  isBehind: boolean
  fork: Fork | null
}

const readEntries = (entries: readonly Uint8Array[], version: number): ChainEntry[] =>
  entries.flatMap((bytes) => {
    const parsed = parseEntry(bytes, version)
    return parsed.ok ? [{ body: parsed.value.body, hash: toyHash(parsed.value.bodyBytes) }] : []
  })

/** Null for a chain that is none of this space. */
export function meetToy({ chain, entries, device, version }: ToyChain, given: readonly Uint8Array[]): Met | null {
  let understood = given
  let followed = followToy(null, given, version)
  const isBehind = !followed.ok && followed.error.taken !== undefined
  if (!followed.ok && followed.error.taken) {
    understood = given.slice(0, followed.error.taken)
    followed = followToy(null, understood, version)
  }
  if (!followed.ok || followed.value.space !== chain.space) return null
  const theirs = { chain: followed.value, entries: understood }
  const met = (meeting: Meeting, fork: Fork | null): Met => ({ meeting, theirs, isBehind, fork })
  const [own, all] = [readEntries(entries, version), readEntries(understood, version)]
  const from = forkOf(
    own.map(({ hash }) => hash),
    all.map(({ hash }) => hash),
  )
  const base = followToy(null, entries.slice(0, from), version)
  if (from === own.length || !base.ok) return met({ type: 'same' }, null)
  const fork: Fork = { from, base: base.value, mine: chain, lost: own.slice(from) }
  const counts = (id: string, dseq: number) => {
    const member = memberOf(theirs.chain, id)
    return member !== null && periodOf(member, dseq) !== null
  }
  for (const number of reconciledAt(all, chain.head, from)) {
    const there = followToy(null, understood.slice(0, number + 1), version)
    if (there.ok && mayFollow(fork, there.value, all[number]!.body.signer))
      return met({ type: 'reconciled', counts }, fork)
  }
  if (isBehind) return met({ type: 'behind' }, fork)
  const inWords = ({ body }: ChainEntry) => ({
    type: body.type,
    name: body.device ?? '',
    person: '',
    role: onlyRoleWith(body.rights ?? 0),
    by: { name: body.signer, person: '' },
    at: 0,
  })
  const parting = {
    lost: fork.lost.map(inWords),
    found: all.slice(from).map(inWords),
    heads: { lost: chain.head, found: theirs.chain.head },
    mayDecide: mayReconcile(fork, theirs.chain, device),
    ask: whoMayReconcile(fork, theirs.chain)
      .filter((id) => id !== device)
      .map((name) => ({ name, person: '' })),
  }
  return met({ type: 'parted', parting }, fork)
}

/** The next entry that redoes what the relay lost. */
export function redoToy(
  own: ToyChain,
  given: readonly Uint8Array[],
  headOf: (device: string) => number,
): Result<Uint8Array, { type: string }> {
  const met = meetToy(own, given)
  if (!met?.fork || met.isBehind) return err({ type: 'Damaged' })
  const { chain } = met.theirs
  const { fork } = met
  const redo = nextRedo(fork, chain, own.device, headOf)
  if (!redo) return err({ type: 'NotAllowed' })
  if (redo.type === 'reconcile') {
    const lost: LostBranch[] = branchesOf(fork).map(({ epochs, ...branch }) => ({
      ...branch,
      epochs: epochs.map(({ lost: _, ...epoch }) => ({ ...epoch, key: epoch.spacePrivate })),
    }))
    return ok(toyEntry(chain, own.device, { type: 'reconcile', lost }))
  }
  const { device } = redo
  if (redo.type === 'revoke') return ok(toyEntry(chain, own.device, redo))
  const role = onlyRoleWith(redo.rights) ?? 'recruiter'
  if (redo.type === 'role') return ok(toyEntry(chain, own.device, { type: 'role', device, role, last: redo.last }))
  return ok(toyEntry(chain, own.device, { type: 'add', device, role }))
}
