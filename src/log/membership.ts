import { base64ToBytes } from '../kit/bytes.ts'
import { err, ok, type Result } from '../kit/result.ts'
import { publicKeyBytes, signatureBytes } from './batch.ts'
import { isOwner, isRights, mayChange, mayManage, mayRead, mayPush } from './roles.ts'

/** The version of entries this code writes and understands. */
export const entryVersion = 1

/** Kinds of entries (SPEC 7.2). */
export const entryTypes = ['genesis', 'add', 'role', 'revoke', 'epoch', 'recovery', 'name', 'reconcile'] as const
export type EntryType = (typeof entryTypes)[number]

/** The public half of a device's keys, base64 of 65 bytes each. */
export interface DeviceKeys {
  /** ECDSA P-256. */
  signing: string
  /** ECDH P-256. */
  agreement: string
}

/** A key for a period, as an entry carries it (SPEC 7.7). All bytes are base64. */
export interface EpochPart {
  /** From 1, one after the other. */
  number: number
  /** The key wrapped for each device that may read, by device id. */
  wraps: Record<string, string>
  /** The key before it sealed under it; none for the first. */
  before?: string
  /** Agreement key of the space in this period: what a field agent seals to. */
  spaceKey: string
  /** Its private half (PKCS8) sealed under the epoch's key. */
  spacePrivate: string
}

/** An epoch that an entry opened which a relay lost, with its key for those who read (SPEC 7.14). All bytes are base64. */
export interface LostEpoch {
  number: number
  /** The number of that entry. */
  entry: number
  spaceKey: string
  spacePrivate: string
  /** Its key, sealed under the epoch that the `reconcile` entry opens. */
  key: string
}

/** Entries that a relay lost and others stand in place of (SPEC 7.13). */
export interface LostBranch {
  /** The number of the first of them. */
  from: number
  count: number
  /** Hashes of them: who stands at one of these may go on here. */
  tips: string[]
  epochs: LostEpoch[]
}

/** What is signed. ASCII JSON: all that people read stands in `sealed`, under the key of `epoch`. */
export interface EntryBody {
  version: number
  type: EntryType
  /** From 0. */
  number: number
  /** SHA-256 of the body before, 64 hex digits; '' for the first. */
  previous: string
  /** The device that signs. */
  signer: string
  /** The device it is about: all but `epoch` and `reconcile`. */
  device?: string
  /** `genesis`, `add`, `recovery`. */
  keys?: DeviceKeys
  /** `genesis`, `add`, `recovery`, `role`. */
  rights?: number
  /** `role`, `revoke`: the last dseq of that device that counts under its old right (SPEC 7.5). */
  last?: number
  /** Role, names and scope, sealed under the key of epoch `sealedIn`; by who reads nothing, to that epoch's `spaceKey`. */
  sealed?: string
  sealedIn?: number
  /** The key of the present epoch wrapped for a device that comes to read: `add`, `recovery`, `role`. */
  wrap?: string
  /** A new epoch, opened by this entry: `genesis`, `epoch`, `revoke`, `reconcile`, and a `role` that takes reading away. */
  epoch?: EpochPart
  /** `reconcile`: what was lost; first of all the entries in whose place others stand, then what those had taken over. */
  lost?: LostBranch[]
}

/** An entry taken apart. */
export interface ParsedEntry {
  body: EntryBody
  /** What is signed and hashed: a view. */
  bodyBytes: Uint8Array
  signature: Uint8Array
}

/**
 * What every later version keeps of a body and of the layout, so that an entry that says more than this program knows
 * can still be told from one that nobody of the space signed.
 */
export interface NewerEntry {
  body: Pick<EntryBody, 'version' | 'number' | 'previous' | 'signer'> & { type: string }
  bodyBytes: Uint8Array
  signature: Uint8Array
}

/** From which batch on a device has which right. */
export interface RightPeriod {
  /** The first dseq it holds for. */
  first: number
  rights: number
  /** The entry that gave it, the hash before that entry, and its sealed part. */
  entry: number
  previous: string
  sealed?: string
  sealedIn?: number
}

/** A device as the chain shows it. */
export interface Member {
  id: string
  keys: DeviceKeys
  /** Present rights; 0 when revoked. */
  rights: number
  /** Never empty, in order. */
  periods: RightPeriod[]
  /** The entry that added it. */
  addedIn: number
  revokedIn?: number
  /** The key in a drawer, no person's device (SPEC 7.2, `recovery`). */
  isRecovery: boolean
  /** Epoch keys wrapped for it, by epoch. */
  wraps: Record<number, string>
  /** The last name it gave itself, and how many it did. */
  named?: { entry: number; previous: string; sealed: string; sealedIn: number; toSpace: boolean; times: number }
}

/** What a chain of entries says. Plain data; `fold` never changes the one given. */
export interface Membership {
  /** 32 hex digits. */
  space: string
  /** How many entries. */
  count: number
  /** Hash of the last body, 64 hex digits. */
  head: string
  members: Record<string, Member>
  /** By number minus 1. `entry` is the one that opened it. */
  epochs: { number: number; entry: number; spaceKey: string; spacePrivate: string; before?: string }[]
  /** Branches that were lost and taken over; `under` is the epoch that opens their keys. */
  lost: (LostBranch & { under: number })[]
}

/** Why an entry does not follow. */
export type EntryRefusal =
  /** A later version wrote it: an update is needed. Who signed it is the caller's to check. */
  | { type: 'NewerEntry'; newer: NewerEntry }
  | { type: 'MalformedEntry' }
  /** Not the next one: another stands in its place, or some are missing before it. */
  | { type: 'StaleEntry'; awaited: number }
  | { type: 'StrangerSigned' }
  | { type: 'NotAllowed' }
  | { type: 'LastOwner' }
  /** A new epoch is needed, or not for those who may read, or out of order. */
  | { type: 'WrongEpoch' }

/** So often a device may name itself: the chain is read by everyone, for ever (SPEC 7.12). */
const mostNames = 50

/** As many branches and hashes of one a `reconcile` entry names. */
export const mostLost = { branches: 64, tips: 1000 }

const maxEntryBytes = 256 * 1024
const deviceId = /^[0-9a-f]{16}$/
const hash = /^[0-9a-f]{64}$/

/** The bytes of a body: what its author signs. */
export function buildBody(body: EntryBody): Uint8Array<ArrayBuffer> {
  const text = JSON.stringify(body)
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    if (code > 0x7e) throw new Error('An entry is ASCII: names stand in its sealed part.')
    bytes[i] = code
  }
  return bytes
}

/** An entry: `body length 4 | body | signature 64`. */
export function buildEntry(body: Uint8Array, signature: Uint8Array): Uint8Array<ArrayBuffer> {
  if (signature.length !== signatureBytes) throw new Error('Not a signature.')
  const bytes = new Uint8Array(4 + body.length + signatureBytes)
  new DataView(bytes.buffer).setUint32(0, body.length)
  bytes.set(body, 4)
  bytes.set(signature, 4 + body.length)
  return bytes
}

/**
 * Takes an entry apart and checks its shape; its signature and its right are the caller's and `fold`'s to check.
 * `understood` is the latest version that is not `NewerEntry`; an unknown type is one too.
 */
export function parseEntry(
  bytes: Uint8Array,
  understood = entryVersion,
): Result<ParsedEntry, Extract<EntryRefusal, { type: 'NewerEntry' | 'MalformedEntry' }>> {
  const malformed = err({ type: 'MalformedEntry' } as const)
  if (bytes.length < 4 + 2 + signatureBytes || bytes.length > maxEntryBytes) return malformed
  const length = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0)
  if (bytes.length !== 4 + length + signatureBytes) return malformed
  const bodyBytes = bytes.subarray(4, 4 + length)
  const body = readBody(bodyBytes)
  if (!body) return malformed
  const signature = bytes.subarray(4 + length)
  if (isNewer(body, understood)) return err({ type: 'NewerEntry', newer: { body, bodyBytes, signature } })
  if (!isBody(body)) return malformed
  return ok({ body, bodyBytes, signature })
}

function readBody(bytes: Uint8Array): Record<string, unknown> | null {
  let text = ''
  for (const byte of bytes) {
    if (byte > 0x7e) return null
    text += String.fromCharCode(byte)
  }
  try {
    const value: unknown = JSON.parse(text)
    return isRecord(value) ? value : null
  } catch {
    // Hostile or torn bytes: an entry that cannot be read is one answer, whatever the reason.
    return null
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 0xffff_ffff
const isDevice = (value: unknown): value is string => typeof value === 'string' && deviceId.test(value)
const isBase64 = (value: unknown, maxBytes: number, exactly = false): value is string => {
  if (typeof value !== 'string' || value.length > Math.ceil((maxBytes * 4) / 3)) return false
  const bytes = base64ToBytes(value)
  return bytes !== null && (!exactly || bytes.length === maxBytes)
}
const isPublicKey = (value: unknown): value is string => isBase64(value, publicKeyBytes, true)
const isOptional = <T>(value: unknown, is: (value: unknown) => value is T): value is T | undefined =>
  value === undefined || is(value)
const isSmall = (value: unknown): value is string => isBase64(value, 4096)
const isWrap = (value: unknown): value is string => isBase64(value, 512)

function isKeys(value: unknown): value is DeviceKeys {
  return isRecord(value) && isPublicKey(value.signing) && isPublicKey(value.agreement)
}

function isEpochPart(value: unknown): value is EpochPart {
  return (
    isRecord(value) &&
    isCount(value.number) &&
    value.number > 0 &&
    isRecord(value.wraps) &&
    Object.entries(value.wraps).every(([device, wrap]) => isDevice(device) && isWrap(wrap)) &&
    isOptional(value.before, isWrap) &&
    isPublicKey(value.spaceKey) &&
    isWrap(value.spacePrivate)
  )
}

const isFew = <T>(value: unknown, most: number, is: (value: unknown) => value is T): value is T[] =>
  Array.isArray(value) && value.length <= most && value.every(is)

const isLostEpoch = (value: unknown): value is LostEpoch =>
  isRecord(value) &&
  isCount(value.number) &&
  value.number > 0 &&
  isCount(value.entry) &&
  isPublicKey(value.spaceKey) &&
  isWrap(value.spacePrivate) &&
  isWrap(value.key)

const isLostBranch = (value: unknown): value is LostBranch =>
  isRecord(value) &&
  isCount(value.from) &&
  value.from > 0 &&
  isCount(value.count) &&
  isFew(value.tips, mostLost.tips, (tip): tip is string => typeof tip === 'string' && hash.test(tip)) &&
  isFew(value.epochs, mostLost.tips, isLostEpoch)

const isLost = (value: unknown): value is LostBranch[] =>
  isFew(value, mostLost.branches, isLostBranch) && value.length > 0

const isEntryType = (value: unknown): value is EntryType => (entryTypes as readonly unknown[]).includes(value)

function isNewer(body: Record<string, unknown>, understood: number): body is NewerEntry['body'] & typeof body {
  const { version, type, number, previous, signer } = body
  return (
    isCount(version) &&
    version > 0 &&
    typeof type === 'string' &&
    (version > understood || (!isEntryType(type) && /^[a-zA-Z]{1,40}$/.test(type))) &&
    isCount(number) &&
    typeof previous === 'string' &&
    (number === 0 ? previous === '' : hash.test(previous)) &&
    isDevice(signer)
  )
}

function isBody(body: Record<string, unknown>): body is Record<string, unknown> & EntryBody {
  const { type } = body
  if (!isEntryType(type) || !isCount(body.version) || body.version < 1) return false
  const enters = type === 'genesis' || type === 'add' || type === 'recovery'
  const ends = type === 'role' || type === 'revoke'
  return (
    isCount(body.number) &&
    typeof body.previous === 'string' &&
    (body.number === 0 ? body.previous === '' : hash.test(body.previous)) &&
    (type === 'genesis') === (body.number === 0) &&
    isDevice(body.signer) &&
    (type === 'epoch' || type === 'reconcile' ? body.device === undefined : isDevice(body.device)) &&
    (type === 'reconcile' ? isLost(body.lost) : body.lost === undefined) &&
    (enters ? isKeys(body.keys) : body.keys === undefined) &&
    (enters || type === 'role' ? isCount(body.rights) && isRights(body.rights) : body.rights === undefined) &&
    (ends ? isCount(body.last) : body.last === undefined) &&
    (type === 'name' ? isWrap(body.sealed) : isOptional(body.sealed, isSmall)) &&
    isOptional(body.sealedIn, isCount) &&
    (body.sealed === undefined) === (body.sealedIn === undefined) &&
    (enters || type === 'role' ? isOptional(body.wrap, isWrap) : body.wrap === undefined) &&
    isOptional(body.epoch, isEpochPart)
  )
}

/**
 * What the chain says after this entry. The caller has verified the signature by the key that `signingKeyFor` names,
 * and gives the SHA-256 of the body (hex). Everything judged here stands open in the entry, so the relay, members and
 * field agents come to the same answer.
 */
export function fold(
  state: Membership | null,
  { body }: Pick<ParsedEntry, 'body'>,
  bodyHash: string,
): Result<Membership, EntryRefusal> {
  if (body.number !== (state?.count ?? 0) || body.previous !== (state?.head ?? ''))
    return err({ type: 'StaleEntry', awaited: state?.count ?? 0 })
  const before: Membership = state ?? {
    space: bodyHash.slice(0, 32),
    count: 0,
    head: '',
    members: {},
    epochs: [],
    lost: [],
  }
  if (body.type === 'genesis') {
    if (body.signer !== body.device || !isOwner(body.rights!)) return err({ type: 'NotAllowed' })
  } else {
    const refusal = judge(before, body)
    if (refusal) return err(refusal)
  }
  const next: Membership = {
    ...before,
    count: before.count + 1,
    head: bodyHash,
    members: { ...before.members },
    epochs: [...before.epochs],
    lost: [...before.lost],
  }
  if (body.type === 'name') next.members[body.device!] = namedMember(before.members[body.device!]!, body)
  else if (body.device !== undefined) next.members[body.device] = changedMember(before.members[body.device], body, next)
  const refusal = foldEpoch(before, next, body)
  if (refusal) return err(refusal)
  return ok(next)
}

/** The key an entry must be signed by: its own for the first, its signer's as the chain knows it for the others. */
export function signingKeyFor(state: Membership | null, { body }: Pick<ParsedEntry, 'body'>): string | null {
  if (!state) return body.type === 'genesis' ? body.keys!.signing : null
  return memberOf(state, body.signer)?.keys.signing ?? null
}

/**
 * The key that an entry of a later version must be signed by: that of a present member. Null when it is not the next
 * one, or nobody's.
 */
export function signingKeyForNewer(state: Membership | null, { body }: NewerEntry): string | null {
  if (!state || body.number !== state.count || body.previous !== state.head) return null
  const signer = memberOf(state, body.signer)
  return signer && signer.rights !== 0 ? signer.keys.signing : null
}

/** A device of the space, revoked ones among them. */
export const memberOf = (state: Membership, device: string): Member | null =>
  Object.hasOwn(state.members, device) ? state.members[device]! : null

function judge(state: Membership, body: EntryBody): EntryRefusal | null {
  const signer = memberOf(state, body.signer)
  if (!signer || signer.rights === 0) return { type: 'StrangerSigned' }
  // Its own name is for each to choose; what it may do is not in it.
  if (body.type === 'name') {
    const isOwn = body.device === body.signer && !signer.isRecovery && (signer.named?.times ?? 0) < mostNames
    return isOwn ? null : { type: 'NotAllowed' }
  }
  if (!mayManage(signer.rights)) return { type: 'NotAllowed' }
  if (body.type === 'epoch') return null
  // What was lost stood before this entry would: nobody takes over what has yet to come.
  if (body.type === 'reconcile')
    return body.lost!.every(({ from }) => from <= body.number) ? null : { type: 'MalformedEntry' }
  const member = memberOf(state, body.device!)
  if (body.type === 'add' || body.type === 'recovery') {
    // An id is used once: what a revoked device signed stays its own.
    if (member) return { type: 'NotAllowed' }
    if (body.type === 'recovery' && !isOwner(body.rights!)) return { type: 'NotAllowed' }
    return mayChange(signer.rights, null, body.rights!) ? null : { type: 'NotAllowed' }
  }
  // A recovery kit has one role, for as long as it is valid.
  if (!member || member.rights === 0 || (member.isRecovery && body.type === 'role')) return { type: 'NotAllowed' }
  const next = body.type === 'role' ? body.rights! : 0
  if (!mayChange(signer.rights, member.rights, next)) return { type: 'NotAllowed' }
  // Nobody revokes itself: who leaves would know the key of the epoch that shuts it out.
  if (body.type === 'revoke' && body.device === body.signer) return { type: 'NotAllowed' }
  if (body.last! < member.periods.at(-1)!.first - 1) return { type: 'MalformedEntry' }
  const ownersLeft = Object.values(state.members).filter(
    ({ id, rights, isRecovery }) => isOwner(rights) && !isRecovery && id !== member.id,
  )
  if (isOwner(member.rights) && !member.isRecovery && !isOwner(next) && ownersLeft.length === 0)
    return { type: 'LastOwner' }
  return null
}

const namedMember = (member: Member, { number, previous, sealed, sealedIn }: EntryBody): Member => ({
  ...member,
  named: {
    entry: number,
    previous,
    sealed: sealed!,
    sealedIn: sealedIn!,
    toSpace: !mayRead(member.rights),
    times: (member.named?.times ?? 0) + 1,
  },
})

function changedMember(member: Member | undefined, body: EntryBody, { epochs }: Membership): Member {
  const revoked = body.type === 'revoke'
  const period: RightPeriod = {
    first: (body.last ?? 0) + 1,
    rights: revoked ? 0 : body.rights!,
    entry: body.number,
    previous: body.previous,
    ...(body.sealed === undefined ? {} : { sealed: body.sealed, sealedIn: body.sealedIn }),
  }
  const wraps = { ...member?.wraps }
  if (body.wrap !== undefined) wraps[epochs.length] = body.wrap
  if (!member)
    return {
      id: body.device!,
      keys: body.keys!,
      rights: period.rights,
      periods: [period],
      addedIn: body.number,
      isRecovery: body.type === 'recovery',
      wraps,
    }
  return {
    ...member,
    rights: period.rights,
    periods: [...member.periods, period],
    ...(revoked ? { revokedIn: body.number } : {}),
    wraps,
  }
}

/** Entries that open an epoch whatever they say. After `reconcile` nobody is left who got a key by a lost entry alone. */
const alwaysOpen: ReadonlySet<EntryType> = new Set(['genesis', 'epoch', 'revoke', 'reconcile'])

/** Judges and takes in the epoch an entry opens, and that who comes to read gets the key there is (SPEC 7.6, 7.7). */
function foldEpoch(before: Membership, next: Membership, body: EntryBody): EntryRefusal | null {
  const wrong = { type: 'WrongEpoch' } as const
  const readBefore = body.device !== undefined && mayRead(memberOf(before, body.device)?.rights ?? 0)
  const readsNow = body.device !== undefined && mayRead(memberOf(next, body.device)!.rights)
  const mustOpen = alwaysOpen.has(body.type) || (readBefore && !readsNow)
  const { epoch } = body
  if (mustOpen !== (epoch !== undefined)) return wrong
  if (body.sealedIn !== undefined && (body.sealedIn < 1 || body.sealedIn > before.epochs.length + (epoch ? 1 : 0)))
    return wrong
  // Who comes to read is given the present key; a new epoch gives it to all, so then none is given twice.
  if ((body.wrap !== undefined) !== (readsNow && !readBefore && !epoch)) return wrong
  if (!epoch) return null
  if (epoch.number !== before.epochs.length + 1 || (epoch.before === undefined) !== (epoch.number === 1)) return wrong
  const readers = Object.values(next.members).filter(({ rights }) => mayRead(rights))
  if (Object.keys(epoch.wraps).length !== readers.length) return wrong
  for (const { id } of readers) {
    if (!Object.hasOwn(epoch.wraps, id)) return wrong
    const member = next.members[id]!
    next.members[id] = { ...member, wraps: { ...member.wraps, [epoch.number]: epoch.wraps[id]! } }
  }
  const { number, spaceKey, spacePrivate } = epoch
  next.epochs.push({
    number,
    entry: body.number,
    spaceKey,
    spacePrivate,
    ...(epoch.before ? { before: epoch.before } : {}),
  })
  for (const branch of body.lost ?? []) next.lost.push({ ...branch, under: number })
  return null
}

/** An epoch of the chain, or of the branch `lost` that was taken over. */
export interface EpochPlace {
  number: number
  lost: number | null
}

/**
 * The epochs that stood after so many entries: the chain's own, and those of branches that were lost (SPEC 7.14). Which of
 * them its author knew a batch does not say; its seal opens with one key alone.
 */
export function epochsAfter({ count, epochs, lost }: Membership, entries: number): EpochPlace[] {
  const places: EpochPlace[] = []
  const add = (number: number | undefined, branch: number | null) => {
    if (number !== undefined && !places.some((each) => each.number === number && each.lost === branch))
      places.push({ number, lost: branch })
  }
  if (entries <= count) add(epochs.findLast(({ entry }) => entry < entries)?.number, null)
  for (const [index, { from, count: length, epochs: own }] of lost.entries()) {
    if (entries <= from || entries > from + length) continue
    const opened = own.findLast(({ entry }) => entry < entries)
    if (opened) add(opened.number, index)
    else add(epochs.findLast(({ entry }) => entry < from)?.number, null)
  }
  return places
}

/**
 * The right under which a device's batch counts (SPEC 7.5); null when it counts for nothing. `wasTaken`: it was taken in
 * before what forbids it was known, under the right that stood then.
 */
export function periodOf(member: Member, dseq: number, wasTaken = false): RightPeriod | null {
  const period = member.periods.findLast(({ first, rights }) => first <= dseq && (!wasTaken || mayPush(rights)))
  return period && mayPush(period.rights) ? period : null
}

/** The devices that may write and not read, or once did: what they sent as such bears names of its own (SPEC 9.1). */
export const onlyWriters = ({ members }: Membership): string[] =>
  Object.values(members)
    .filter(({ periods }) => periods.some(({ rights }) => mayPush(rights) && !mayRead(rights)))
    .map(({ id }) => id)
