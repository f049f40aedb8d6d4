import { base64ToBytes } from '../../kit/bytes.ts'
import { err, ok, type Result } from '../../kit/result.ts'
import {
  buildBody,
  buildEntry,
  type DeviceKeys,
  type EntryBody,
  entryVersion,
  fold,
  type Member,
  type Membership,
  memberOf,
} from '../../log/membership.ts'
import { mayRead, type Role, rightsOf } from '../../log/roles.ts'
import type { OwnDevice } from './deviceKeys.ts'
import { type EpochKeys, epochKeys, makeEpoch, openSecrets, wrapFor } from './epochs.ts'
import { type MemberFacts, sealFacts, sealNameToSpace } from './memberFacts.ts'
import { type Bytes, sha256Hex, sign } from './webCrypto.ts'

/** Why no entry was made. `NoKey`: this device has not the present epoch's key. */
export type EntryFailure = { type: 'NotAllowed' } | { type: 'LastOwner' } | { type: 'NoKey' } | { type: 'BadKeys' }

/** Who comes to the space. */
export interface Newcomer {
  id: string
  keys: DeviceKeys
  role: Role
  /** Of the device, and of its person. */
  name: string
  person: string
  offerId?: string
}

/** A new space: its first entry, which is the whole chain, and what it says. `at` in ms. */
export async function createSpace(
  own: OwnDevice,
  facts: { name: string; person: string; at: number },
): Promise<{ space: string; entry: Bytes; membership: Membership }> {
  const reader = { id: own.id, agreement: own.keys.agreement }
  const epoch = await makeEpoch(1, [reader], null)
  if (!epoch) throw new Error('A device that was just made has keys.')
  const start = { version: entryVersion, type: 'genesis', number: 0, previous: '', device: own.id } as const
  const keys = await epochKeys(1, epoch.secret)
  const body = buildBody({
    ...start,
    signer: own.id,
    keys: own.keys,
    rights: rightsOf('owner'),
    ...(await sealFacts(keys, { ...facts, role: 'owner' }, start)),
    epoch: epoch.part,
  })
  const entry = buildEntry(body, await sign(own.signing, body))
  const bodyHash = await sha256Hex(body)
  const membership = fold(null, { body: JSON.parse(new TextDecoder().decode(body)) as EntryBody }, bodyHash)
  if (!membership.ok) throw new Error(`A space of our own is refused: ${membership.error.type}`)
  return { space: membership.value.space, entry, membership: membership.value }
}

type Change = Pick<EntryBody, 'type'> & Partial<EntryBody>
/** An entry, or why there is none. */
export type Made = Promise<Result<Bytes, EntryFailure>>

/**
 * An entry that follows the chain as known. Nothing changes here: the relay may hold a later one, answers `stale`, and
 * the entry is made anew on what it says.
 */
async function makeEntry(membership: Membership, own: OwnDevice, change: Change, facts: MemberFacts | null): Made {
  const secrets = await openSecrets(membership, own.id, own.agreement)
  const present = membership.epochs.length
  const secret = secrets.get(present)
  if (!secret) return err({ type: 'NoKey' })
  const body: EntryBody = {
    version: entryVersion,
    number: membership.count,
    previous: membership.head,
    signer: own.id,
    ...change,
  }
  const target = body.device === undefined ? null : memberOf(membership, body.device)
  const readBefore = mayRead(target?.rights ?? 0)
  const readsNow = body.type === 'name' ? readBefore : mayRead(body.rights ?? 0)
  let keys: EpochKeys
  if (body.type === 'epoch' || body.type === 'revoke' || (readBefore && !readsNow)) {
    const readers = Object.values(membership.members).filter(({ id, rights }) => mayRead(rights) && id !== body.device)
    const epoch = await makeEpoch(present + 1, readers.map(readerOf), secret)
    if (!epoch) return err({ type: 'BadKeys' })
    body.epoch = epoch.part
    keys = await epochKeys(present + 1, epoch.secret)
  } else {
    keys = await epochKeys(present, secret)
    if (readsNow && !readBefore) {
      const wrap = await wrapFor(secret, present, body.device!, (body.keys ?? target!.keys).agreement)
      if (wrap === null) return err({ type: 'BadKeys' })
      body.wrap = wrap
    }
  }
  if (facts) Object.assign(body, await sealFacts(keys, facts, body))
  return signEntry(membership, own, body)
}

/** Signs a body if the chain takes it. */
export async function signEntry(membership: Membership, own: OwnDevice, body: EntryBody): Made {
  const bytes = buildBody(body)
  const judged = fold(membership, { body }, await sha256Hex(bytes))
  if (!judged.ok) return err({ type: judged.error.type === 'LastOwner' ? 'LastOwner' : 'NotAllowed' })
  return ok(buildEntry(bytes, await sign(own.signing, bytes)))
}

/** Whom an epoch is wrapped for. */
export const readerOf = ({ id, keys }: Member) => ({ id, agreement: keys.agreement })

/** Lets a device in. `at` in ms, here and below: told to members, never compared. */
export function addDevice(membership: Membership, own: OwnDevice, newcomer: Newcomer, at: number): Made {
  const { id, keys, role, name, person, offerId } = newcomer
  const facts = { role, name, person, at, ...(offerId === undefined ? {} : { offerId }) }
  return makeEntry(membership, own, { type: 'add', device: id, keys, rights: rightsOf(role) }, facts)
}

/** Makes the keys of a recovery kit an owner of the space. */
export const addRecovery = (
  membership: Membership,
  own: OwnDevice,
  kit: Pick<OwnDevice, 'id' | 'keys'>,
  at: number,
): Made =>
  makeEntry(
    membership,
    own,
    { type: 'recovery', device: kit.id, keys: kit.keys, rights: rightsOf('owner') },
    { role: 'owner', at },
  )

/**
 * Gives a device another role. `last`: its last dseq at the relay, which counts under the old one (SPEC 7.5). Taking
 * reading away opens a new epoch.
 */
export function changeRole(
  membership: Membership,
  own: OwnDevice,
  change: { device: string; role: Role; last: number; name: string; person: string; offerId?: string },
  at: number,
): Made {
  const { device, role, last, name, person, offerId } = change
  const facts = { role, name, person, at, ...(offerId === undefined ? {} : { offerId }) }
  return makeEntry(membership, own, { type: 'role', device, rights: rightsOf(role), last }, facts)
}

/** Shuts a device out, and in the same step opens an epoch it has no key of (SPEC 7.6). `last` as in `changeRole`. */
export const revokeDevice = (membership: Membership, own: OwnDevice, device: string, last: number, at: number): Made =>
  makeEntry(membership, own, { type: 'revoke', device, last }, { at })

/** Gives this device another name. Every role may, also who reads nothing: then it is sealed to the space (SPEC 7.12). */
export async function nameDevice(membership: Membership, own: OwnDevice, name: string, at: number): Made {
  if (mayRead(memberOf(membership, own.id)?.rights ?? 0))
    return makeEntry(membership, own, { type: 'name', device: own.id }, { name, at })
  const body: EntryBody = {
    version: entryVersion,
    type: 'name',
    number: membership.count,
    previous: membership.head,
    signer: own.id,
    device: own.id,
    sealedIn: membership.epochs.length,
  }
  const sealed = await sealNameToSpace(base64ToBytes(membership.epochs.at(-1)!.spaceKey)!, { name, at }, body)
  return sealed === null ? err({ type: 'BadKeys' }) : signEntry(membership, own, { ...body, sealed })
}

/** Opens a new epoch for the same readers. */
export const rotateEpoch = (membership: Membership, own: OwnDevice): Made =>
  makeEntry(membership, own, { type: 'epoch' }, null)
