import { err, ok, type Result } from '../../kit/result.ts'
import {
  type EntryBody,
  entryVersion,
  type LostBranch,
  type Membership,
  memberOf,
  parseEntry,
  periodOf,
} from '../../log/membership.ts'
import {
  branchesOf,
  type ChainEntry,
  type Fork,
  forkOf,
  mayFollow,
  mayReconcile,
  nextRedo,
  reconciledAt,
  type Redo,
  whoMayReconcile,
} from '../../log/parting.ts'
import { mayRead, onlyRoleWith, type Role, rightsOf } from '../../log/roles.ts'
import type { Parting, PartingEntry } from '../face.ts'
import type { Meeting } from '../ports.ts'
import { followChain } from './chain.ts'
import type { OwnDevice } from './deviceKeys.ts'
import {
  addDevice,
  addRecovery,
  changeRole,
  type EntryFailure,
  type Made,
  readerOf,
  revokeDevice,
  signEntry,
} from './entries.ts'
import { type EpochKeys, epochKeys, makeEpoch, openLostSecrets, openSecrets, sealLostSecret } from './epochs.ts'
import { openFacts, sealFacts } from './memberFacts.ts'
import { sha256Hex } from './webCrypto.ts'

/*
 * What a device does with a relay whose membership parted from the one it knows (SPEC 7.13): it looks for the word of someone
 * who reconciled both, or helps its person to give it. What is judged is src/log/parting.ts.
 */

/** A chain with the names in it, as far as this device may read them. */
export interface ReadChain {
  entries: readonly Uint8Array[]
  chain: Membership
  epoch(number: number): Promise<EpochKeys | null>
  devices(): Promise<{ id: string; name: string; person: string; role: Role | null; offerId?: string }[]>
}

interface Parted {
  fork: Fork
  theirs: readonly ChainEntry[]
}

async function readEntries(entries: readonly Uint8Array[]): Promise<ChainEntry[]> {
  const read: ChainEntry[] = []
  for (const bytes of entries) {
    const parsed = parseEntry(bytes)
    if (!parsed.ok) break
    read.push({ body: parsed.value.body, hash: await sha256Hex(parsed.value.bodyBytes) })
  }
  return read
}

/** Where two chains part; null when the other is ours, or ours and more. */
async function part(mine: ReadChain, entries: readonly Uint8Array[]): Promise<Parted | null> {
  const [own, theirs] = await Promise.all([readEntries(mine.entries), readEntries(entries)])
  const from = forkOf(
    own.map(({ hash }) => hash),
    theirs.map(({ hash }) => hash),
  )
  if (from === own.length) return null
  const base = await followChain(null, mine.entries.slice(0, from), mine.chain.space)
  if (!base.ok || !base.value) return null
  return { fork: { from, base: base.value, mine: mine.chain, lost: own.slice(from) }, theirs }
}

/** A chain of a relay as far as this version reads it; null when it is none of this space. */
export async function understood(
  entries: readonly Uint8Array[],
  space: string,
): Promise<{ entries: readonly Uint8Array[]; isBehind: boolean } | null> {
  const followed = await followChain(null, entries, space)
  if (followed.ok) return followed.value && { entries, isBehind: false }
  if (followed.error.type !== 'NewerEntry' || followed.error.entry === 0) return null
  return { entries: entries.slice(0, followed.error.entry), isBehind: true }
}

/** What a device that knows `mine` makes of the chain of a relay. Nothing is changed by it. */
export async function meetChain(
  mine: ReadChain,
  theirs: ReadChain,
  own: OwnDevice,
  isBehind: boolean,
): Promise<Meeting> {
  const parted = await part(mine, theirs.entries)
  if (!parted) return { type: 'same' }
  const { fork } = parted
  for (const number of reconciledAt(parted.theirs, mine.chain.head, fork.from)) {
    const there = await followChain(null, theirs.entries.slice(0, number + 1), mine.chain.space)
    if (!there.ok || !there.value || !mayFollow(fork, there.value, parted.theirs[number]!.body.signer)) continue
    const { chain } = theirs
    const counts = (device: string, dseq: number) => {
      const member = memberOf(chain, device)
      return member !== null && periodOf(member, dseq) !== null
    }
    return { type: 'reconciled', counts }
  }
  return isBehind ? { type: 'behind' } : { type: 'parted', parting: await tell(mine, theirs, parted, own) }
}

/** In words a person can judge by: what was lost, what stands there instead, and who may go on. */
async function tell(
  mine: ReadChain,
  theirs: ReadChain,
  { fork, theirs: all }: Parted,
  own: OwnDevice,
): Promise<Parting> {
  const names = new Map(
    [...(await theirs.devices()), ...(await mine.devices())].map(({ id, name, person }) => [id, { name, person }]),
  )
  const named = (id: string) => names.get(id) ?? { name: '', person: '' }
  const inWords = (chain: ReadChain, entries: readonly ChainEntry[]): Promise<PartingEntry[]> =>
    Promise.all(
      entries.map(async ({ body }): Promise<PartingEntry> => {
        const { type, signer, device, sealed, sealedIn, number, previous } = body
        const keys = sealedIn === undefined ? null : await chain.epoch(sealedIn)
        const facts =
          keys && sealed !== undefined
            ? await openFacts(keys, sealed, { number, previous, ...(device === undefined ? {} : { device }) })
            : null
        const role = facts?.role ?? (body.rights === undefined ? null : onlyRoleWith(body.rights))
        const known = device === undefined ? { name: '', person: '' } : named(device)
        return {
          type,
          name: facts?.name ?? known.name,
          person: facts?.person ?? known.person,
          role,
          by: named(signer),
          at: facts?.at ?? 0,
        }
      }),
    )
  const { chain } = theirs
  return {
    lost: await inWords(mine, fork.lost),
    found: await inWords(theirs, all.slice(fork.from)),
    heads: { lost: mine.chain.head, found: chain.head },
    mayDecide: mayReconcile(fork, chain, own.id),
    ask: whoMayReconcile(fork, chain)
      .filter((id) => id !== own.id)
      .map(named),
  }
}

/**
 * The next entry with which this device redoes on the relay's chain what that lost, the last of them the `reconcile` entry.
 * `at` in ms; `headOf`: the last dseq of a device at the relay.
 */
export async function makeRedo(
  mine: ReadChain,
  theirs: ReadChain,
  own: OwnDevice,
  headOf: (device: string) => number,
  at: number,
): Made {
  const parted = await part(mine, theirs.entries)
  const redo = parted && nextRedo(parted.fork, theirs.chain, own.id, headOf)
  if (!redo) return err({ type: 'NotAllowed' })
  if (redo.type === 'reconcile') return makeReconcile(parted.fork, theirs.chain, own, at)
  return redoOne(mine, theirs.chain, own, redo, at)
}

async function redoOne(
  mine: ReadChain,
  chain: Membership,
  own: OwnDevice,
  redo: Exclude<Redo, { type: 'reconcile' }>,
  at: number,
): Made {
  const { device } = redo
  if (redo.type === 'revoke') return revokeDevice(chain, own, device, redo.last, at)
  const { keys } = memberOf(mine.chain, device)!
  if (redo.type === 'recovery') return addRecovery(chain, own, { id: device, keys }, at)
  const known = (await mine.devices()).find(({ id }) => id === device)
  const { name = '', person = '', offerId } = known ?? {}
  const told = known?.role ?? null
  const role = told !== null && rightsOf(told) === redo.rights ? told : (onlyRoleWith(redo.rights) ?? 'recruiter')
  const facts = { role, name, person, ...(offerId === undefined ? {} : { offerId }) }
  return redo.type === 'role'
    ? changeRole(chain, own, { device, last: redo.last, ...facts }, at)
    : addDevice(chain, own, { id: device, keys, ...facts }, at)
}

async function makeReconcile(fork: Fork, chain: Membership, own: OwnDevice, at: number): Made {
  const [theirSecrets, ourSecrets] = await Promise.all(
    [chain, fork.mine].map((membership) => openSecrets(membership, own.id, own.agreement)),
  )
  const present = chain.epochs.length
  const before = theirSecrets!.get(present)
  if (!before) return err({ type: 'NoKey' })
  const readers = Object.values(chain.members).filter(({ rights }) => mayRead(rights))
  const epoch = await makeEpoch(present + 1, readers.map(readerOf), before)
  if (!epoch) return err({ type: 'BadKeys' })
  const lost = await sealBranches(fork, ourSecrets!, epoch.secret)
  if (!lost.ok) return lost
  const body: EntryBody = {
    version: entryVersion,
    type: 'reconcile',
    number: chain.count,
    previous: chain.head,
    signer: own.id,
    epoch: epoch.part,
    lost: lost.value,
  }
  const keys = await epochKeys(present + 1, epoch.secret)
  const facts = await sealFacts(keys, { at }, body)
  return signEntry(chain, own, { ...body, ...facts })
}

/** What was lost, with the keys of its epochs for those who read now. */
async function sealBranches(
  fork: Fork,
  secrets: Awaited<ReturnType<typeof openSecrets>>,
  under: Uint8Array,
): Promise<Result<LostBranch[], EntryFailure>> {
  const earlier = await openLostSecrets(fork.mine, secrets)
  const branches: LostBranch[] = []
  for (const { from, count, tips, epochs } of branchesOf(fork)) {
    const sealed: LostBranch['epochs'] = []
    for (const { lost, ...epoch } of epochs) {
      const secret = lost === null ? secrets.get(epoch.number) : earlier.get(`${lost}|${epoch.number}`)
      if (!secret) return err({ type: 'NoKey' })
      sealed.push({ ...epoch, key: await sealLostSecret(under, secret, epoch) })
    }
    branches.push({ from, count, tips, epochs: sealed })
  }
  return ok(branches)
}
