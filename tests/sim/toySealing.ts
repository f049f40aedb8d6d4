import { bytesToBase64, bytesToHex, concatBytes, hexToBytes, sameBytes } from '../../src/kit/bytes.ts'
import { err, ok, type Result } from '../../src/kit/result.ts'
import {
  batchKinds,
  buildAdditional,
  buildSigned,
  ivBytes,
  padContent,
  type ParsedBatch,
  parseBatch,
  publicKeyBytes,
  signatureBytes,
  tagBytes,
  unpadContent,
} from '../../src/log/batch.ts'
import { decodeContent, encodeContent } from '../../src/log/codec.ts'
import {
  buildBody,
  buildEntry,
  type EntryBody,
  type EntryRefusal,
  type EpochPart,
  type EpochPlace,
  epochsAfter,
  fold,
  type LostBranch,
  type Membership,
  memberOf,
  parseEntry,
  periodOf,
  signingKeyForNewer,
} from '../../src/log/membership.ts'
import { mayManage, mayPush, mayRead, mayWrite, onlyRoleWith, rightsOf, type Role } from '../../src/log/roles.ts'
import type { Aside, MembershipView, Sealing, SnapshotSealing } from '../../src/sync/ports.ts'
import { meetToy, redoToy, type ToyChain } from './toyReconciling.ts'

/*
 * Keys and seals for the simulator: deterministic, fast, and worth nothing against anyone but chance. The layouts, the
 * fold of the membership and the answers to what is wrong are those of src/log and src/sync/crypto.
 */

/** 256 bits that depend on every byte, of which 64 are real. */
export function toyHash(...parts: Uint8Array[]): string {
  let a = 0x811c9dc5
  let b = 0x1000193
  for (const part of parts) {
    for (const byte of part) {
      a = Math.imul(a ^ byte, 0x01000193)
      b = Math.imul(b + byte, 0x85ebca6b) ^ (b >>> 13)
    }
    a = Math.imul(a ^ part.length, 0x27d4eb2f)
  }
  let text = ''
  for (let i = 0; i < 8; i += 1) {
    a = Math.imul(a ^ (a >>> 15) ^ b, 0x2c1b3c6d)
    b = Math.imul(b ^ (b >>> 12) ^ i, 0x297a2d39)
    text += ((a ^ b) >>> 0).toString(16).padStart(8, '0')
  }
  return text
}

/** The latest version that any simulated program knows, and the relay's. */
export const toyVersion = 2

const textBytes = (text: string) => new TextEncoder().encode(text)
const cut = (hash: string, bytes: number): Uint8Array<ArrayBuffer> =>
  hexToBytes(hash.repeat(Math.ceil(bytes / 32)).slice(0, 2 * bytes))!

export const toySign = (device: string, bytes: Uint8Array): Uint8Array<ArrayBuffer> =>
  cut(toyHash(textBytes(`signature of ${device}`), bytes), signatureBytes)
export const isToySigned = (device: string, bytes: Uint8Array, signature: Uint8Array): boolean =>
  sameBytes(toySign(device, bytes), signature)

export const toyChain = (chain: string, hash: string): string => toyHash(textBytes(chain + hash))

const toyKeys = (device: string) => {
  const key = bytesToBase64(cut(toyHash(textBytes(device)), 65))
  return { signing: key, agreement: key }
}

/** `previous`: two branches of a membership have other keys under the same number. */
function toyEpoch(number: number, readers: readonly string[], previous = ''): EpochPart {
  const key = bytesToBase64(cut(toyHash(textBytes(`space key ${number}${previous}`)), 65))
  const wrap = bytesToBase64(textBytes(`epoch ${number}`))
  return {
    number,
    wraps: Object.fromEntries(readers.map((id) => [id, wrap])),
    ...(number === 1 ? {} : { before: wrap }),
    spaceKey: key,
    spacePrivate: wrap,
  }
}

const spoiltWrap = bytesToBase64(textBytes('spoilt'))

/** Whether a member has a copy of the present key that does not open. */
export const isKeySpoilt = ({ members, epochs }: Membership): boolean =>
  Object.values(members).some(({ rights, wraps }) => mayRead(rights) && wraps[epochs.length] === spoiltWrap)

const readersOf = (chain: Membership, without?: string): string[] =>
  Object.values(chain.members)
    .filter(({ id, rights }) => mayRead(rights) && id !== without)
    .map(({ id }) => id)

function sign(body: EntryBody): Uint8Array {
  const bytes = buildBody(body)
  return buildEntry(bytes, toySign(body.signer, bytes))
}

/** The first entry of a space. */
export const toyGenesis = (device: string): Uint8Array =>
  sign({
    version: 1,
    type: 'genesis',
    number: 0,
    previous: '',
    signer: device,
    device,
    keys: toyKeys(device),
    rights: rightsOf('owner'),
    epoch: toyEpoch(1, [device]),
  })

export type MembershipChange =
  | { type: 'add'; device: string; role: Role }
  | { type: 'role'; device: string; role: Role; last: number }
  | { type: 'revoke'; device: string; last: number }
  /** `without`: this device's copy of the key does not open. */
  | { type: 'epoch'; without?: string }
  | { type: 'name' }
  | { type: 'reconcile'; lost: LostBranch[] }

/** An entry by `signer` after `chain`; whether it is allowed is for those to say who take it. */
export function toyEntry(chain: Membership, signer: string, change: MembershipChange, version = 1): Uint8Array {
  const base = { version, number: chain.count, previous: chain.head, signer }
  const number = chain.epochs.length + 1
  const wrap = bytesToBase64(textBytes('epoch'))
  switch (change.type) {
    case 'add': {
      const rights = rightsOf(change.role)
      const keys = toyKeys(change.device)
      return sign({
        ...base,
        type: 'add',
        device: change.device,
        keys,
        rights,
        ...(mayRead(rights) ? { wrap } : {}),
      })
    }
    case 'role': {
      const rights = rightsOf(change.role)
      const before = mayRead(memberOf(chain, change.device)?.rights ?? 0)
      const after = mayRead(rights)
      return sign({
        ...base,
        type: 'role',
        device: change.device,
        rights,
        last: change.last,
        ...(after && !before ? { wrap } : {}),
        ...(before && !after ? { epoch: toyEpoch(number, readersOf(chain, change.device), chain.head) } : {}),
      })
    }
    case 'revoke':
      return sign({
        ...base,
        type: 'revoke',
        device: change.device,
        last: change.last,
        epoch: toyEpoch(number, readersOf(chain, change.device), chain.head),
      })
    case 'reconcile':
      return sign({
        ...base,
        type: 'reconcile',
        lost: change.lost,
        epoch: toyEpoch(number, readersOf(chain), chain.head),
      })
    case 'name':
      return sign({ ...base, type: 'name', device: signer, sealed: wrap, sealedIn: chain.epochs.length })
    case 'epoch': {
      const epoch = toyEpoch(number, readersOf(chain), chain.head)
      const { without } = change
      if (without !== undefined && epoch.wraps[without] !== undefined) epoch.wraps[without] = spoiltWrap
      return sign({ ...base, type: 'epoch', epoch })
    }
  }
}

/**
 * The chain after these entries: what relay and devices do alike. A later version of entries says nothing new here: what
 * differs is who understands it. `taken` counts what was followed before one that is not understood.
 */
export function followToy(
  chain: Membership | null,
  entries: readonly Uint8Array[],
  understood = toyVersion,
): Result<Membership, (EntryRefusal | { type: 'BadSignature' }) & { taken?: number }> {
  let state = chain
  for (const [taken, bytes] of entries.entries()) {
    const parsed = parseEntry(bytes, understood)
    if (!parsed.ok) {
      if (parsed.error.type !== 'NewerEntry') return parsed
      const { newer } = parsed.error
      const isOfMember = signingKeyForNewer(state, newer) !== null
      if (!isOfMember || !isToySigned(newer.body.signer, newer.bodyBytes, newer.signature))
        return err({ type: 'BadSignature' })
      return err({ ...parsed.error, taken })
    }
    const { body, bodyBytes, signature } = parsed.value
    if (!isToySigned(body.signer, bodyBytes, signature)) return err({ type: 'BadSignature' })
    const next = fold(state, parsed.value, toyHash(bodyBytes))
    if (!next.ok) return next
    state = next.value
  }
  return state ? ok(state) : err({ type: 'MalformedEntry' })
}

/** A later version is laid out like this one here: what differs is who understands it. */
export function toyParts({ kind, signed }: Pick<ParsedBatch, 'kind' | 'signed'>) {
  const end = 70 + (kind === batchKinds.toSpace ? publicKeyBytes : 0)
  return {
    additional: signed.subarray(0, end),
    iv: signed.subarray(end, end + ivBytes),
    plaintext: signed.subarray(end + ivBytes, -tagBytes),
    tag: signed.subarray(-tagBytes),
  }
}

export interface ToySealing extends Sealing, SnapshotSealing {
  chain(): Membership
  entries(): readonly Uint8Array[]
  /** What an update of the program brings. */
  understand(version: number): void
}

/** `entries` is this device's disk: grown in place, so that it outlives a crash. `writes` is the version it seals. */
export function createToySealing(given: {
  device: string
  entries: Uint8Array[]
  version: number
  random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>
  fault?: (name: 'keepEntries', when: 'before' | 'after') => { type: 'DiskFull' | 'StoreClosed' } | undefined
}): ToySealing {
  const { device, entries, random, fault = () => undefined } = given
  let { version } = given
  const followed = followToy(null, entries)
  if (!followed.ok) throw new Error('A simulated device lost its entries.')
  let chain = followed.value
  const { space } = chain
  let isBehind = false

  const view = (): MembershipView => {
    const member = memberOf(chain, device)
    const rights = member?.rights ?? 0
    return {
      entries: chain.count,
      head: chain.head,
      read: mayRead(rights),
      write: mayPush(rights),
      manage: mayManage(rights),
      revoked: member?.revokedIn !== undefined,
      isBehind,
    }
  }
  const placed = (purpose: string, bytes: Uint8Array) => concatBytes(textBytes(`vivier ${purpose}|${space}|`), bytes)
  const keyOf = (number: number, lost: number | null = null) => {
    const epochs = lost === null ? chain.epochs : chain.lost[lost]!.epochs
    return textBytes(`key of ${space} ${number} ${epochs.find((each) => each.number === number)?.spaceKey}`)
  }
  /** A key once given opens its own epoch and all before it. */
  const hasKey = (epoch: number) =>
    Object.entries(memberOf(chain, device)?.wraps ?? {}).some(([n, wrap]) => Number(n) >= epoch && wrap !== spoiltWrap)
  const unseals = ({ number, lost }: EpochPlace, batch: ParsedBatch): boolean => {
    const { additional, iv, plaintext, tag } = toyParts(batch)
    const under = lost === null ? number : chain.lost[lost]!.under
    return hasKey(under) && sameBytes(cut(toyHash(keyOf(number, lost), additional, iv, plaintext), tagBytes), tag)
  }
  const other = (): ToyChain => ({ chain, entries, device, version })

  return {
    space,
    device,
    chain: () => chain,
    entries: () => entries,
    understand(next) {
      version = next
      isBehind = false
    },
    membership: view,
    knows: (id) => memberOf(chain, id) !== null,
    prove: async (nonce) => bytesToHex(toySign(device, textBytes(`vivier-relay-1|${space}|${device}|${nonce}`))),
    async seal({ dseq, previous, operations, vector }) {
      const { read, write } = view()
      if (!write) return err({ type: 'NotAllowed' })
      const epoch = chain.epochs.length
      if (read && !hasKey(epoch)) return err({ type: 'NoKey' })
      const header = { space, device, dseq, epoch, entries: chain.count, previous }
      const additional = read
        ? buildAdditional({ ...header, kind: batchKinds.operations })
        : buildAdditional({ ...header, kind: batchKinds.toSpace }, new Uint8Array(65))
      additional[0] = version
      const plaintext = padContent(encodeContent({ operations, vector }))
      const iv = random(new Uint8Array(ivBytes))
      const tag = cut(toyHash(keyOf(epoch), additional, iv, plaintext), tagBytes)
      const signed = buildSigned(additional, iv, concatBytes(plaintext, tag))
      const bytes = concatBytes(signed, toySign(device, signed))
      return ok({ device, dseq, hash: toyHash(bytes), bytes })
    },
    async open(bytes, wasTaken = false) {
      const aside = (reason: Aside['reason']) => err({ type: 'Aside' as const, reason })
      const parsed = parseBatch(bytes)
      if (!parsed.ok) return aside('unreadable')
      const batch = parsed.value
      if (batch.space !== space) return aside('signature')
      const member = memberOf(chain, batch.device)
      const places = epochsAfter(chain, batch.entries).filter(({ number }) => number === batch.epoch)
      const isAhead = batch.entries > chain.count
      if (!member) return aside(isAhead ? 'held' : 'signature')
      if (!isToySigned(batch.device, batch.signed, batch.signature)) return aside('signature')
      if (isAhead && places.length === 0 && batch.version <= version) return aside('held')
      const period = periodOf(member, batch.dseq, wasTaken)
      if (!period) return aside(member.revokedIn === undefined ? 'forbidden' : 'revoked')
      if (batch.version > version) return aside('newer')
      if (places.length === 0) return aside('forbidden')
      if (!places.some(({ number, lost }) => hasKey(lost === null ? number : chain.lost[lost]!.under)) || !view().read)
        return aside('sealed')
      if (!places.some((place) => unseals(place, batch))) return aside(isAhead ? 'held' : 'unreadable')
      const { plaintext } = toyParts(batch)
      const content = unpadContent(plaintext)
      if (!content.ok) return aside('unreadable')
      const decoded = decodeContent(content.value)
      if (!decoded.ok) return aside('unreadable')
      const { operations, vector } = decoded.value
      const role = onlyRoleWith(period.rights) ?? 'recruiter'
      if (!operations.every((operation) => mayWrite(role, operation))) return aside('forbidden')
      const sealed = { device: batch.device, dseq: batch.dseq, hash: toyHash(bytes), bytes }
      return ok({ batch: sealed, operations, vector })
    },
    async takeEntries(from, offered) {
      if (from > chain.count) return err({ type: 'Damaged' })
      const known = offered.slice(0, chain.count - from)
      for (const [index, bytes] of known.entries()) {
        if (!sameBytes(entries[from + index]!, bytes)) return err({ type: 'RolledBack' })
      }
      let news = offered.slice(known.length)
      if (news.length === 0) return ok(view())
      let next = followToy(chain, news, version)
      const reachesNewer = !next.ok && next.error.type === 'NewerEntry'
      if (!next.ok && next.error.taken !== undefined) {
        news = news.slice(0, next.error.taken)
        next = followToy(chain, news, version)
      }
      if (!next.ok) return err({ type: next.error.type === 'StaleEntry' ? 'RolledBack' : 'Damaged' })
      isBehind = reachesNewer
      if (news.length === 0) return ok(view())
      const failure = fault('keepEntries', 'before')
      if (failure) return err(failure)
      entries.push(...news)
      chain = next.value
      fault('keepEntries', 'after')
      return ok(view())
    },
    async meet(theirs) {
      const met = meetToy(other(), theirs)
      return met ? ok(met.meeting) : err({ type: 'Damaged' })
    },
    async follow(theirs) {
      const met = meetToy(other(), theirs)
      if (met?.meeting.type !== 'reconciled') return err({ type: 'Damaged' })
      const failure = fault('keepEntries', 'before')
      if (failure) return err(failure)
      entries.splice(0, entries.length, ...met.theirs.entries)
      chain = met.theirs.chain
      isBehind = met.isBehind
      fault('keepEntries', 'after')
      return ok(view())
    },
    redo: async (theirs, headOf) => redoToy(other(), theirs, headOf),
    async sealPart(snapshot, part, content) {
      const epoch = chain.epochs.length
      if (!hasKey(epoch)) return null
      const header = { space, device, dseq: part, epoch, entries: chain.count, previous: snapshot }
      const additional = buildAdditional({ ...header, kind: batchKinds.snapshotPart })
      const plaintext = padContent(content)
      const iv = random(new Uint8Array(ivBytes))
      const tag = cut(toyHash(keyOf(epoch), additional, iv, plaintext), tagBytes)
      const signed = buildSigned(additional, iv, concatBytes(plaintext, tag))
      const bytes = concatBytes(signed, toySign(device, signed))
      return { bytes, hash: toyHash(bytes) }
    },
    async openPart(snapshot, part, author, bytes) {
      const damaged = err({ type: 'Damaged' })
      const parsed = parseBatch(bytes)
      if (!parsed.ok) return damaged
      const batch = parsed.value
      const here = batch.kind === batchKinds.snapshotPart && batch.space === space && batch.device === author
      if (!here || batch.previous !== snapshot || batch.dseq !== part) return damaged
      if (!isToySigned(author, batch.signed, batch.signature)) return damaged
      if (!hasKey(batch.epoch)) return err({ type: 'NoKey' })
      const branches = [null, ...chain.lost.keys()]
      const holds = branches.some((lost) => unseals({ number: batch.epoch, lost }, batch))
      const content = holds ? unpadContent(toyParts(batch).plaintext) : null
      return content?.ok ? content : damaged
    },
    signText: async (purpose, bytes) => toySign(device, placed(purpose, bytes)),
    verifyText: async (of, purpose, bytes, signature) =>
      memberOf(chain, of) !== null && isToySigned(of, placed(purpose, bytes), signature),
    readEntries: async (from) => entries.slice(from),
    hashOf: async (bytes) => toyHash(bytes),
    chainAfter: async (before, hash) => toyChain(before, hash),
  }
}
