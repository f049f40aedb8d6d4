import { base64ToBytes, bytesToHex, concatBytes, hexToBytes } from '../../kit/bytes.ts'
import { err, ok, type Result } from '../../kit/result.ts'
import {
  batchKinds,
  batchVersion,
  buildAdditional,
  buildSigned,
  ivBytes,
  type ParsedBatch,
  padContent,
  parseBatch,
  unpadContent,
} from '../../log/batch.ts'
import { decodeContent, encodeContent } from '../../log/codec.ts'
import {
  type EpochPlace,
  epochsAfter,
  type Member,
  type Membership,
  memberOf,
  periodOf,
  type RightPeriod,
} from '../../log/membership.ts'
import type { Operation, Vector } from '../../log/operation.ts'
import { mayManage, mayPush, mayRead, mayWrite, onlyRoleWith, type Role } from '../../log/roles.ts'
import { proofText } from '../../log/protocol.ts'
import type { Aside, IncomingBatch, MembershipView, SealedBatch, Sealing } from '../ports.ts'
import { followChain } from './chain.ts'
import type { OwnDevice } from './deviceKeys.ts'
import { type EpochKeys, epochKeys, openLostSecrets, openSecrets, openSpacePrivate } from './epochs.ts'
import { makeRedo, meetChain, type ReadChain, understood } from './reconciling.ts'
import { honestRole, type MemberFacts, openFacts, openNameToSpace } from './memberFacts.ts'
import {
  agree,
  type Bytes,
  decrypt,
  deflate,
  deriveHashingKey,
  encrypt,
  exportPublic,
  importVerifyingKey,
  inflate,
  makeAgreementPair,
  randomBytes,
  sha256Hex,
  sign,
  textToBytes,
  verify,
} from './webCrypto.ts'

/** Where entries are kept. What it answered ok to is on disk. */
export interface EntryShelf {
  keepEntries(from: number, entries: readonly Uint8Array[]): Promise<Result<null, { type: 'DiskFull' | 'StoreClosed' }>>
}

/** Content of one batch once inflated, at most: a frame of 1 MB that unfolds further is hostile. */
const maxContentBytes = 16 << 20
const toSpacePurpose = 'vivier to space 1'

/** A device of the space as members see it. */
export interface SpaceDevice {
  id: string
  /** Null when it cannot be known: its sealed part does not open, or lies. */
  role: Role | null
  name: string
  person: string
  offerId?: string
  isThis: boolean
  isRecovery: boolean
  /** By the clocks of those who signed, ms; 0 when unknown. */
  addedAt: number
  revokedAt?: number
}

/** Keys of a space that stay the same through all epochs: derived from the first. None can be read out. */
export interface SpaceKeys {
  /** HMAC: what lookups and the recognition of a file on all devices hash with. */
  lookup: CryptoKey
  /** HMAC: names of files at the relay. */
  blobNames: CryptoKey
}

/** What the app asks beyond the engine's port. */
export interface SpaceSealing extends Sealing {
  readonly own: OwnDevice
  chain(): Membership
  devices(): Promise<SpaceDevice[]>
  /** This device's role now; null when revoked or not told honestly. */
  role(): Promise<Role | null>
  /** Null for who may not read. */
  spaceKeys(): Promise<SpaceKeys | null>
  /** Keys of an epoch; the present one without a number. Null for who has no key of it. */
  epoch(number?: number): Promise<EpochKeys | null>
  /** Keys of epochs of that number in branches that a relay lost; mostly none. */
  lostEpochs(number: number): Promise<EpochKeys[]>
  /** Their space keys. */
  lostPairs(number: number): Promise<{ publicKey: Bytes; privateKey: CryptoKey | null }[]>
  /** Both halves of an epoch's space key: the private one is null for who may not read. */
  spacePair(number: number): Promise<{ publicKey: Bytes; privateKey: CryptoKey | null } | null>
  /** True when these bytes were signed by that device for this purpose; revoked devices included. */
  verifyText(device: string, purpose: string, bytes: Uint8Array, signature: Uint8Array): Promise<boolean>
  /** The same for bytes that say themselves what they are: batches and parts. */
  verifyRaw(device: string, bytes: Uint8Array, signature: Uint8Array): Promise<boolean>
  /** Signs bytes for one purpose. What stands before them keeps the signature from passing for another's. */
  signText(purpose: string, bytes: Uint8Array): Promise<Bytes>
}

/**
 * Sealing with WebCrypto for one device of one space. `entries` is the chain this device keeps; it is verified again from the
 * space's id, so that a disk that was tampered with shows.
 */
export async function openSealing(given: {
  space: string
  own: OwnDevice
  entries: readonly Uint8Array[]
  shelf: EntryShelf
}): Promise<Result<SpaceSealing, { type: 'Damaged' }>> {
  const { space, own, shelf } = given
  const followed = await followChain(null, given.entries, space)
  if (!followed.ok || !followed.value) return err({ type: 'Damaged' })
  let membership = followed.value
  let isBehind = false
  const entries = [...given.entries]
  const spaceBytes = hexToBytes(space)!

  let secrets: Promise<Map<number, Bytes>> | null = null
  let secretsOf = ''
  const epochCache = new Map<number, Promise<EpochKeys>>()
  const verifyingKeys = new Map<string, Promise<CryptoKey | null>>()
  const factsByEntry = new Map<string, Promise<MemberFacts | null>>()
  const privateByEpoch = new Map<number, CryptoKey | null>()

  function readSecrets(): Promise<Map<number, Bytes>> {
    if (!secrets || secretsOf !== membership.head) {
      const known = secrets ?? Promise.resolve(new Map<number, Bytes>())
      const current = membership
      secretsOf = current.head
      secrets = known.then((opened) => openSecrets(current, own.id, own.agreement, opened))
    }
    return secrets
  }

  async function epoch(number = membership.epochs.length): Promise<EpochKeys | null> {
    const secret = (await readSecrets()).get(number)
    if (!secret) return null
    if (!epochCache.has(number)) epochCache.set(number, epochKeys(number, secret))
    return epochCache.get(number)!
  }

  /** Keys of an epoch of this number in branches that were lost and taken over (SPEC 7.14); of one of them when it is named. */
  async function lostEpochs(number: number, branch: number | null = null): Promise<EpochKeys[]> {
    if (membership.lost.length === 0) return []
    const opened = await openLostSecrets(membership, await readSecrets())
    const found = [...opened].filter(([name]) =>
      branch === null ? name.endsWith(`|${number}`) : name === `${branch}|${number}`,
    )
    return Promise.all(found.map(([, secret]) => epochKeys(number, secret)))
  }

  async function lostPairs(number: number, branch: number | null = null) {
    const secretOf = membership.lost.length > 0 ? await openLostSecrets(membership, await readSecrets()) : new Map()
    const found = membership.lost.flatMap(({ epochs }, index) => {
      const epoch = epochs.find((each) => each.number === number)
      return epoch && (branch === null || branch === index)
        ? [{ epoch, secret: secretOf.get(`${index}|${number}`) }]
        : []
    })
    const pairs = await Promise.all(
      found.map(async ({ epoch, secret }) => ({
        publicKey: base64ToBytes(epoch.spaceKey)!,
        privateKey: secret ? await openSpacePrivate(secret, epoch) : null,
      })),
    )
    return pairs
  }

  function verifyingKey(member: Member): Promise<CryptoKey | null> {
    let key = verifyingKeys.get(member.id)
    if (!key) {
      key = importVerifyingKey(base64ToBytes(member.keys.signing)!)
      verifyingKeys.set(member.id, key)
    }
    return key
  }

  async function factsOf(member: Member, period: RightPeriod): Promise<MemberFacts | null> {
    if (period.sealed === undefined) return null
    const name = `${period.entry}|${member.id}`
    const known = await factsByEntry.get(name)
    if (known) return known
    const keys = await epoch(period.sealedIn)
    if (!keys) return null
    const facts = openFacts(keys, period.sealed, {
      number: period.entry,
      previous: period.previous,
      device: member.id,
    })
    factsByEntry.set(name, facts)
    return facts
  }

  /** The name a device gave itself last, if that was after `since`. */
  async function nameOf({ id, named }: Member, since: number): Promise<string | null> {
    if (!named || named.entry < since) return null
    const place = { number: named.entry, previous: named.previous, device: id }
    if (!named.toSpace) {
      const keys = await epoch(named.sealedIn)
      return (keys && (await openFacts(keys, named.sealed, place)))?.name ?? null
    }
    const pair = await spacePair(named.sealedIn)
    if (!pair?.privateKey) return null
    return openNameToSpace({ publicKey: pair.publicKey, privateKey: pair.privateKey }, named.sealed, place)
  }

  async function spacePair(number: number) {
    const found = membership.epochs[number - 1]
    if (!found) return null
    if (!privateByEpoch.has(number)) {
      const secret = (await readSecrets()).get(number)
      if (secret) privateByEpoch.set(number, await openSpacePrivate(secret, found))
    }
    return { publicKey: base64ToBytes(found.spaceKey)!, privateKey: privateByEpoch.get(number) ?? null }
  }

  function view(): MembershipView {
    const rights = memberOf(membership, own.id)?.rights ?? 0
    return {
      entries: membership.count,
      head: membership.head,
      read: mayRead(rights),
      write: mayPush(rights),
      manage: mayManage(rights),
      revoked: memberOf(membership, own.id)?.revokedIn !== undefined,
      isBehind,
    }
  }

  async function role(): Promise<Role | null> {
    const member = memberOf(membership, own.id)
    const period = member?.periods.at(-1)
    if (!member || !period) return null
    const facts = await factsOf(member, period)
    return facts ? honestRole(facts, period.rights) : onlyRoleWith(period.rights)
  }

  async function seal(batch: {
    dseq: number
    previous: string
    operations: Operation[]
    vector: Vector
  }): Promise<Result<SealedBatch, { type: 'NotAllowed' } | { type: 'NoKey' }>> {
    // One chain for the whole batch, also when an entry arrives meanwhile: the header tells which.
    const { count, epochs } = membership
    const { read, write } = view()
    const as = await role()
    if (!write || !as) return err({ type: 'NotAllowed' })
    // What this role may not write stays on this device: sent along, it would spoil the whole batch for everyone.
    const operations = batch.operations.filter((operation) => mayWrite(as, operation))
    const header = {
      space,
      device: own.id,
      dseq: batch.dseq,
      epoch: epochs.length,
      entries: count,
      previous: batch.previous,
    }
    const plaintext = padContent(await deflate(encodeContent({ operations, vector: batch.vector })))
    let additional: Bytes
    let key: CryptoKey | null
    if (read) {
      additional = buildAdditional({ ...header, kind: batchKinds.operations })
      key = (await epoch(header.epoch))?.batches ?? null
    } else {
      const recipient = base64ToBytes(epochs.at(-1)!.spaceKey)!
      const pair = await makeAgreementPair()
      const ephemeral = await exportPublic(pair.publicKey)
      additional = buildAdditional({ ...header, kind: batchKinds.toSpace }, ephemeral)
      key = await agree(pair.privateKey, recipient, ephemeral, recipient, spaceBytes, toSpacePurpose)
    }
    if (!key) return err({ type: 'NoKey' })
    const iv = randomBytes(ivBytes)
    const signed = buildSigned(additional, iv, await encrypt(key, iv, plaintext, additional))
    const bytes = concatBytes(signed, await sign(own.signing, signed))
    return ok({ device: own.id, dseq: batch.dseq, hash: await sha256Hex(bytes), bytes })
  }

  async function keyOf(batch: ParsedBatch, { number, lost }: EpochPlace): Promise<CryptoKey | null> {
    if (batch.kind === batchKinds.operations) {
      const keys = lost === null ? await epoch(number) : (await lostEpochs(number, lost))[0]
      return keys?.batches ?? null
    }
    const pair = lost === null ? await spacePair(number) : (await lostPairs(number, lost))[0]
    const ephemeral = batch.ephemeral!
    return pair?.privateKey
      ? agree(pair.privateKey, ephemeral, ephemeral, pair.publicKey, spaceBytes, toSpacePurpose)
      : null
  }

  /** The plaintext, or why there is none. */
  async function unseal(
    batch: ParsedBatch,
    places: readonly EpochPlace[],
  ): Promise<Result<Bytes, { type: 'Aside'; reason: Aside['reason'] }>> {
    let reason: Aside['reason'] = 'sealed'
    for (const place of places) {
      const key = await keyOf(batch, place)
      if (!key) continue
      const plaintext = await decrypt(key, batch.iv, batch.ciphertext, batch.additional)
      if (plaintext) return ok(plaintext)
      reason = 'unreadable'
    }
    return err({ type: 'Aside', reason })
  }

  async function open(
    bytes: Uint8Array,
    wasTaken = false,
  ): Promise<Result<IncomingBatch, { type: 'Aside'; reason: Aside['reason'] }>> {
    const aside = (reason: Aside['reason']) => err({ type: 'Aside' as const, reason })
    const parsed = parseBatch(bytes)
    if (!parsed.ok) return aside('unreadable')
    const batch = parsed.value
    // One membership for the whole batch, also when an entry arrives meanwhile.
    const known = membership
    // A batch of another space is signed by nobody of this one.
    if (batch.space !== space) return aside('signature')
    const member = memberOf(known, batch.device)
    // Its author may have known entries that a relay lost since: those of a branch that was taken over (SPEC 7.14).
    const places = epochsAfter(known, batch.entries).filter(({ number }) => number === batch.epoch)
    const isAhead = batch.entries > known.count
    if (!member) return aside(isAhead ? 'held' : 'signature')
    const key = await verifyingKey(member)
    if (!key || !(await verify(key, batch.signature, batch.signed))) return aside('signature')
    if (isAhead && places.length === 0 && batch.version <= batchVersion) return aside('held')
    const period = periodOf(member, batch.dseq, wasTaken)
    // Whoever may write nothing brings nobody to wait for an update either.
    if (!period) return aside(member.revokedIn === undefined ? 'forbidden' : 'revoked')
    if (batch.version > batchVersion) return aside('newer')
    if (batch.kind === batchKinds.snapshotPart) return aside('unreadable')
    // The epoch its author knew: an older key would open the batch to who was shut out since.
    if (places.length === 0) return aside('forbidden')
    const plaintext = await unseal(batch, places)
    if (!plaintext.ok) return isAhead ? aside('held') : plaintext
    const role = honestRole(await factsOf(member, period), period.rights)
    const content = unpadContent(plaintext.value)
    if (!content.ok) return aside('unreadable')
    const inflated = await inflate(content.value, maxContentBytes)
    if (!inflated.ok) return aside('unreadable')
    const decoded = decodeContent(inflated.value)
    if (!decoded.ok) return aside(decoded.error.type === 'NewerContent' ? 'newer' : 'unreadable')
    const { operations, vector } = decoded.value
    if (!role || !operations.every((operation) => mayWrite(role, operation))) return aside('forbidden')
    const sealed = { device: batch.device, dseq: batch.dseq, hash: await sha256Hex(bytes), bytes }
    return ok({ batch: sealed, operations, vector })
  }

  let taking: Promise<unknown> = Promise.resolve()
  /** One after the other: two answers of a relay may bring the same entries. */
  function inTurn<T>(take: () => Promise<T>): Promise<T> {
    const taken = taking.then(take)
    taking = taken.catch(() => {})
    return taken
  }

  async function takeNow(from: number, offered: Uint8Array[]): ReturnType<Sealing['takeEntries']> {
    if (from > membership.count) return err({ type: 'Damaged' })
    const known = offered.slice(0, membership.count - from)
    for (const [index, bytes] of known.entries()) {
      const own = entries[from + index]!
      // The body alone says what an entry is; a signature can be written in more than one way.
      if (own.length !== bytes.length || own.some((byte, at) => at < own.length - 64 && byte !== bytes[at]))
        return err({ type: 'RolledBack' })
    }
    let news = offered.slice(known.length)
    let next = await followChain(membership, news, space)
    const reachesNewer = !next.ok && next.error.type === 'NewerEntry'
    if (!next.ok && next.error.type === 'NewerEntry') {
      // What stands before it is known and kept; the rest is read after the update.
      news = news.slice(0, next.error.entry - membership.count)
      next = await followChain(membership, news, space)
    }
    if (!next.ok) return err({ type: next.error.type === 'StaleEntry' ? 'RolledBack' : 'Damaged' })
    if (news.length > 0) {
      const kept = await shelf.keepEntries(membership.count, news)
      if (!kept.ok) return err(kept.error)
      entries.push(...news)
      membership = next.value!
    }
    if (news.length > 0 || reachesNewer) isBehind = reachesNewer
    return ok(view())
  }

  const readChain = (): ReadChain => ({ entries: [...entries], chain: membership, epoch, devices })
  /** Another chain of this space, read with the keys this device has in it. */
  async function readOther(theirs: readonly Uint8Array[]) {
    const known = await understood(theirs, space)
    const opened = known && (await openSealing({ space, own, entries: known.entries, shelf }))
    if (!known || !opened?.ok) return null
    const { chain, epoch: epochThere, devices: devicesThere } = opened.value
    const read: ReadChain = { entries: known.entries, chain: chain(), epoch: epochThere, devices: devicesThere }
    return { read, isBehind: known.isBehind }
  }

  async function meet(theirs: readonly Uint8Array[]): ReturnType<Sealing['meet']> {
    const other = await readOther(theirs)
    return other ? ok(await meetChain(readChain(), other.read, own, other.isBehind)) : err({ type: 'Damaged' })
  }

  async function followNow(theirs: readonly Uint8Array[]): ReturnType<Sealing['follow']> {
    const other = await readOther(theirs)
    const meeting = other && (await meetChain(readChain(), other.read, own, other.isBehind))
    if (meeting?.type !== 'reconciled') return err({ type: 'Damaged' })
    const { entries: news, chain } = other!.read
    const kept = await shelf.keepEntries(0, news)
    if (!kept.ok) return err(kept.error)
    entries.splice(0, entries.length, ...news)
    membership = chain
    isBehind = other!.isBehind
    // Numbers of entries and epochs mean others now.
    secrets = null
    for (const cache of [epochCache, verifyingKeys, factsByEntry, privateByEpoch]) cache.clear()
    return ok(view())
  }

  async function verifyRaw(device: string, bytes: Uint8Array, signature: Uint8Array): Promise<boolean> {
    const member = memberOf(membership, device)
    const key = member && (await verifyingKey(member))
    return key ? verify(key, signature, bytes) : false
  }

  async function devices(): Promise<SpaceDevice[]> {
    return Promise.all(
      Object.values(membership.members).map(async (member): Promise<SpaceDevice> => {
        const facts = await Promise.all(member.periods.map((period) => factsOf(member, period)))
        // A revocation names nobody: what it was called stands in the last entry that says so.
        const at = facts.findLastIndex((told) => told?.role !== undefined)
        const named = facts[at] ?? null
        const ownName = await nameOf(member, member.periods[at]?.entry ?? 0)
        const rights = member.periods.findLast((period) => period.rights !== 0)!.rights
        return {
          id: member.id,
          role: named ? honestRole(named, rights) : onlyRoleWith(rights),
          name: ownName ?? named?.name ?? '',
          person: named?.person ?? '',
          ...(named?.offerId === undefined ? {} : { offerId: named.offerId }),
          isThis: member.id === own.id,
          isRecovery: member.isRecovery,
          addedAt: facts[0]?.at ?? 0,
          ...(member.revokedIn === undefined ? {} : { revokedAt: facts.at(-1)?.at ?? 0 }),
        }
      }),
    )
  }

  const placed = (purpose: string, bytes: Uint8Array) => concatBytes(textToBytes(`vivier ${purpose}|${space}|`), bytes)
  let keysOfSpace: Promise<SpaceKeys> | null = null

  return ok({
    space,
    device: own.id,
    own,
    chain: () => membership,
    membership: view,
    knows: (device) => memberOf(membership, device) !== null,
    prove: async (nonce) => bytesToHex(await sign(own.signing, proofText(space, own.id, nonce))),
    seal,
    hashOf: sha256Hex,
    open,
    takeEntries: (from, offered) => inTurn(() => takeNow(from, offered)),
    meet,
    follow: (theirs) => inTurn(() => followNow(theirs)),
    async redo(theirs, headOf, at) {
      const other = await readOther(theirs)
      return other && !other.isBehind
        ? makeRedo(readChain(), other.read, own, headOf, at)
        : err({ type: 'Damaged' as const })
    },
    readEntries: async (from) => entries.slice(from),
    chainAfter: (chain, hash) => sha256Hex(concatBytes(hexToBytes(chain)!, hexToBytes(hash)!)),
    role,
    devices,
    async spaceKeys() {
      const first = await epoch(1)
      if (!first) return null
      keysOfSpace ??= Promise.all([
        deriveHashingKey(first.secret, spaceBytes, 'vivier lookup 1'),
        deriveHashingKey(first.secret, spaceBytes, 'vivier blob names 1'),
      ]).then(([lookup, blobNames]) => ({ lookup, blobNames }))
      return keysOfSpace
    },
    epoch,
    lostEpochs: (number) => lostEpochs(number),
    spacePair,
    lostPairs: (number) => lostPairs(number),
    signText: (purpose, bytes) => sign(own.signing, placed(purpose, bytes)),
    verifyText: (device, purpose, bytes, signature) => verifyRaw(device, placed(purpose, bytes), signature),
    verifyRaw,
  })
}
