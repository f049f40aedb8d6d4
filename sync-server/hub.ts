import { bytesToHex, base64ToBytes } from '../src/kit/bytes.ts'
import { fold, memberOf, parseEntry, signingKeyFor, type EntryBody, type Membership } from '../src/log/membership.ts'
import type { RefusalCode } from '../src/log/protocol.ts'
import { sha256, type EntryEffect, type LogStore, type NewEntry, type News, type StoredBatch } from './log.ts'
import { isSignedBy } from './verify.ts'

/** A space that someone is connected to, or was a moment ago. */
export interface LiveSpace {
  readonly id: string
  /** The membership as its entries tell it. */
  membership: Membership
  /** The last seq known to be committed. */
  head: number
  readonly listeners: Set<SpaceListener>
}

/** Who is told what happens in a space. Called within the turn of the commit, in the order of seq. */
export interface SpaceListener {
  onBatches: (batches: readonly StoredBatch[] | null, head: number) => void
  onEntries: (from: number, entries: readonly Uint8Array[]) => void
  /** The space was deleted here. */
  onGone: () => void
}

export type EntryRefused = { code: RefusalCode; dseq?: number; device?: string }

/** The spaces in use and their members. */
export interface Hub {
  /** The space, its membership as of now; null when there is none. */
  open: (space: string) => Promise<LiveSpace | null>
  listen: (space: LiveSpace, listener: SpaceListener) => void
  leave: (space: LiveSpace, listener: SpaceListener) => void
  /** Makes a space of entries, genesis first, after checking each; returns its id. */
  create: (
    entries: readonly Uint8Array[],
  ) => Promise<{ ok: true; space: string } | { ok: false; refused: EntryRefused }>
  /** Takes the next entry of a space after checking it; null when taken. */
  takeEntry: (space: LiveSpace, bytes: Uint8Array) => Promise<EntryRefused | null>
  /** Looks at everything again: another process may have written. */
  refresh: () => Promise<void>
}

/** Spaces kept ready though nobody listens. */
const IDLE_SPACES = 200

export function createHub(store: LogStore): Hub {
  const live = new Map<string, LiveSpace>()
  const opening = new Map<string, Promise<LiveSpace | null>>()

  store.onNews((news) => {
    const space = live.get(news.space)
    // When the store fails here, what was missed is told with the next news or the next look.
    if (space) tell(space, news).catch(() => {})
  })

  async function tell(space: LiveSpace, news: News): Promise<void> {
    if (news.entries > space.membership.count) {
      const from = space.membership.count
      const added = news.added && from + news.added.length === news.entries ? news.added : null
      takeIn(space, from, added ?? (await store.readEntries(space.id, from)))
    }
    if (news.head <= space.head) return
    const next = news.batches?.[0]?.seq === space.head + 1 ? news.batches : null
    space.head = news.head
    for (const listener of space.listeners) listener.onBatches(next, space.head)
  }

  function takeIn(space: LiveSpace, from: number, entries: readonly Uint8Array[]): void {
    // Another read may have brought them in the meantime.
    const missing = entries.slice(space.membership.count - from)
    if (missing.length === 0) return
    const first = space.membership.count
    for (const bytes of missing) {
      const folded = foldNext(space.membership, bytes)
      // What the store holds has been checked when it was taken.
      if (folded) space.membership = folded
    }
    for (const listener of space.listeners) listener.onEntries(first, missing)
  }

  async function load(id: string): Promise<LiveSpace | null> {
    const head = await store.find(id)
    if (!head) return null
    const known = live.get(id)
    if (known) {
      await tell(known, { space: id, head: head.head, entries: head.entries })
      return known
    }
    let membership: Membership | null = null
    for (const bytes of await store.readEntries(id, 0)) membership = foldNext(membership, bytes) ?? membership
    if (!membership) return null
    const present = live.get(id)
    if (present) return present
    const space: LiveSpace = { id, membership, head: head.head, listeners: new Set() }
    live.set(id, space)
    forgetIdle()
    // It may have grown between the two reads.
    const now = await store.find(id)
    if (now) await tell(space, { space: id, head: now.head, entries: now.entries })
    return space
  }

  function forgetIdle(): void {
    if (live.size <= IDLE_SPACES) return
    let idle = [...live.values()].filter(({ listeners }) => listeners.size === 0).length - IDLE_SPACES / 2
    for (const space of live.values()) {
      if (idle <= 0) return
      if (space.listeners.size > 0) continue
      live.delete(space.id)
      idle -= 1
    }
  }

  function open(id: string): Promise<LiveSpace | null> {
    let job = opening.get(id)
    if (!job) {
      job = load(id).finally(() => opening.delete(id))
      opening.set(id, job)
    }
    return job
  }

  async function takeEntry(space: LiveSpace, bytes: Uint8Array): Promise<EntryRefused | null> {
    const checked = check(space.membership, bytes)
    if (!checked.ok) {
      const number = checked.number
      if (checked.refused.code !== 'stale' || number === undefined || number >= space.membership.count)
        return checked.refused
      // The answer to its first sending was lost: the same entry again is no race.
      const [known] = await store.readEntries(space.id, number)
      return known && Buffer.compare(known, bytes) === 0 ? null : checked.refused
    }
    const taken = await store.appendEntry(space.id, [checked.entry])
    if (taken.type === 'taken') return null
    if (taken.type === 'noSpace') return { code: 'noSpace' }
    if (taken.type === 'later') return { code: 'stale', device: taken.device, dseq: taken.dseq }
    await open(space.id)
    return { code: 'stale' }
  }

  return {
    open,
    listen: (space, listener) => {
      live.set(space.id, space)
      space.listeners.add(listener)
    },
    leave(space, listener) {
      space.listeners.delete(listener)
      forgetIdle()
    },

    async create(entries) {
      let membership: Membership | null = null
      const checkedEntries: NewEntry[] = []
      for (const bytes of entries) {
        const checked = check(membership, bytes)
        if (!checked.ok) return { ok: false, refused: checked.refused }
        checkedEntries.push(checked.entry)
        membership = checked.membership
      }
      if (!membership) return { ok: false, refused: { code: 'signature' } }
      // Another device may have come first: it brought the same, and what it has more is asked for like any news.
      await store.create(membership.space, checkedEntries)
      return { ok: true, space: membership.space }
    },

    takeEntry,

    async refresh() {
      for (const space of live.values()) {
        if ((await store.find(space.id)) === null) {
          live.delete(space.id)
          for (const listener of space.listeners) listener.onGone()
        } else await open(space.id)
      }
    },
  }
}

type Checked =
  | { ok: true; entry: NewEntry; membership: Membership }
  | { ok: false; refused: EntryRefused; number?: number }

/** Checks that an entry may follow: its shape, its signature, its signer's right (SPEC 7). */
function check(membership: Membership | null, bytes: Uint8Array): Checked {
  const parsed = parseEntry(bytes)
  if (!parsed.ok) return { ok: false, refused: { code: parsed.error.type === 'NewerEntry' ? 'version' : 'signature' } }
  const { body, bodyBytes, signature } = parsed.value
  const hash = sha256(bodyBytes).toString('hex')
  const folded = fold(membership, { body }, hash)
  if (!folded.ok) {
    const { type } = folded.error
    const code = type === 'StaleEntry' ? 'stale' : type === 'StrangerSigned' ? 'stranger' : 'forbidden'
    return { ok: false, refused: { code }, number: body.number }
  }
  const key = base64ToBytes(signingKeyFor(membership, { body }) ?? '')
  if (!key || !isSignedBy(key, bodyBytes, signature)) return { ok: false, refused: { code: 'signature' } }
  return { ok: true, entry: { number: body.number, bytes, effects: effectsOf(body) }, membership: folded.value }
}

function foldNext(membership: Membership | null, bytes: Uint8Array): Membership | null {
  const parsed = parseEntry(bytes)
  if (!parsed.ok) return null
  const folded = fold(membership, parsed.value, bytesToHex(sha256(parsed.value.bodyBytes)))
  return folded.ok ? folded.value : null
}

function effectsOf(body: EntryBody): EntryEffect[] {
  // A name changes no right.
  if (body.device === undefined || body.type === 'name') return []
  return [
    {
      device: body.device,
      ...(body.keys ? { key: base64ToBytes(body.keys.signing)! } : {}),
      rights: body.type === 'revoke' ? 0 : body.rights!,
      ...(body.type === 'revoke' ? { revoked: true } : {}),
      ...(body.last === undefined ? {} : { lastDseq: body.last }),
    },
  ]
}

/** The rights of a device now, and whether it was put out; null for one that never belonged. */
export function standing(
  space: LiveSpace,
  device: string,
): { rights: number; revoked: boolean; key: Uint8Array } | null {
  const member = memberOf(space.membership, device)
  return member
    ? {
        rights: member.rights,
        revoked: member.revokedIn !== undefined,
        key: base64ToBytes(member.keys.signing) ?? new Uint8Array(0),
      }
    : null
}
