import { base64ToBytes, bytesToBase64 } from '../../kit/bytes.ts'
import type { EpochPart, LostEpoch, Membership } from '../../log/membership.ts'
import { memberOf } from '../../log/membership.ts'
import {
  type Bytes,
  deriveSealingKey,
  exportPrivate,
  exportPublic,
  importPrivate,
  importSecret,
  makeAgreementPair,
  open,
  openFrom,
  randomBytes,
  seal,
  sealTo,
} from './webCrypto.ts'

/** The keys of an epoch in use: none can be read out. */
export interface EpochKeys {
  number: number
  /** What keys for other purposes are derived from. */
  secret: CryptoKey
  batches: CryptoKey
  /** Names, roles and scopes in entries. */
  members: CryptoKey
}

// Every purpose has a key of its own, derived from the epoch's secret.
const purposes = {
  batches: 'vivier batches 1',
  members: 'vivier members 1',
  before: 'vivier before 1',
  space: 'vivier space 1',
  lost: 'vivier lost 1',
}
const wrapPurpose = (epoch: number, device: string) => `vivier wrap 1|${epoch}|${device}`

/** Keys of a secret. They do not depend on the space: the first epoch exists before the space's id. */
export async function epochKeys(number: number, secret: Uint8Array): Promise<EpochKeys> {
  const master = await importSecret(secret)
  const none = new Uint8Array(0)
  const [batches, members] = await Promise.all([
    deriveSealingKey(master, none, purposes.batches),
    deriveSealingKey(master, none, purposes.members),
  ])
  return { number, secret: master, batches, members }
}

const subkey = async (secret: Uint8Array, purpose: string): Promise<CryptoKey> =>
  deriveSealingKey(await importSecret(secret), new Uint8Array(0), purpose)

/** A wrap of an epoch's secret for one device; null when its key is no key. */
export async function wrapFor(
  secret: Uint8Array,
  epoch: number,
  device: string,
  agreement: string,
): Promise<string | null> {
  const recipient = base64ToBytes(agreement)
  const wrapped = recipient && (await sealTo(recipient, secret, new Uint8Array(0), wrapPurpose(epoch, device)))
  return wrapped && bytesToBase64(wrapped)
}

/**
 * Opens a new epoch for these readers: a random secret, wrapped for each, with the secret before it sealed under it and
 * an agreement pair for those who only write (SPEC 7.7). Null when a reader's key is no key.
 */
export async function makeEpoch(
  number: number,
  readers: readonly { id: string; agreement: string }[],
  before: Uint8Array | null,
): Promise<{ part: EpochPart; secret: Bytes } | null> {
  const secret = randomBytes(32)
  const pair = await makeAgreementPair(true)
  const wraps: Record<string, string> = {}
  for (const { id, agreement } of readers) {
    const wrap = await wrapFor(secret, number, id, agreement)
    if (wrap === null) return null
    wraps[id] = wrap
  }
  const spacePrivate = await seal(
    await subkey(secret, purposes.space),
    await exportPrivate(pair.privateKey),
    `${number}`,
  )
  const part: EpochPart = {
    number,
    wraps,
    ...(before
      ? { before: bytesToBase64(await seal(await subkey(secret, purposes.before), before, `${number}`)) }
      : {}),
    spaceKey: bytesToBase64(await exportPublic(pair.publicKey)),
    spacePrivate: bytesToBase64(spacePrivate),
  }
  return { part, secret }
}

/** Opens the private half of an epoch's space key; null when it does not open. */
export async function openSpacePrivate(
  secret: Uint8Array,
  epoch: Pick<Membership['epochs'][number], 'number' | 'spacePrivate'>,
): Promise<CryptoKey | null> {
  const sealed = base64ToBytes(epoch.spacePrivate)
  const bytes = sealed && (await open(await subkey(secret, purposes.space), sealed, `${epoch.number}`))
  return bytes && importPrivate('agreement', bytes)
}

/** The secrets of all epochs a device has or had the right to, by number: from its own wraps, and back from each. */
export async function openSecrets(
  membership: Membership,
  device: string,
  agreementKey: CryptoKey,
  known: ReadonlyMap<number, Bytes> = new Map(),
): Promise<Map<number, Bytes>> {
  const secrets = new Map(known)
  const member = memberOf(membership, device)
  if (!member) return secrets
  const own = base64ToBytes(member.keys.agreement)!
  for (let index = membership.epochs.length - 1; index >= 0; index -= 1) {
    const { number, before } = membership.epochs[index]!
    if (!secrets.has(number)) {
      const wrap = base64ToBytes(member.wraps[number] ?? '')
      const secret = wrap && (await openFrom(agreementKey, own, wrap, new Uint8Array(0), wrapPurpose(number, device)))
      if (secret?.length === 32) secrets.set(number, secret)
    }
    const secret = secrets.get(number)
    const earlier = base64ToBytes(before ?? '')
    if (!secret || !earlier || secrets.has(number - 1)) continue
    const opened = await open(await subkey(secret, purposes.before), earlier, `${number}`)
    if (opened?.length === 32) secrets.set(number - 1, opened)
  }
  return secrets
}

const lostPlace = ({ number, entry }: Pick<LostEpoch, 'number' | 'entry'>) => `${number}|${entry}`

/** The secret of an epoch that a relay lost, under that of the epoch a `reconcile` entry opens (SPEC 7.14). */
export const sealLostSecret = async (
  under: Uint8Array,
  lost: Uint8Array,
  place: Pick<LostEpoch, 'number' | 'entry'>,
): Promise<string> => bytesToBase64(await seal(await subkey(under, purposes.lost), lost, lostPlace(place)))

/** The secrets of lost branches that these secrets open, by branch and number. */
export async function openLostSecrets(
  { lost }: Membership,
  secrets: ReadonlyMap<number, Bytes>,
): Promise<Map<string, Bytes>> {
  const opened = new Map<string, Bytes>()
  for (const [index, { under, epochs }] of lost.entries()) {
    const secret = secrets.get(under)
    if (!secret) continue
    for (const epoch of epochs) {
      const sealed = base64ToBytes(epoch.key)
      const bytes = sealed && (await open(await subkey(secret, purposes.lost), sealed, lostPlace(epoch)))
      if (bytes?.length === 32) opened.set(`${index}|${epoch.number}`, bytes)
    }
  }
  return opened
}
