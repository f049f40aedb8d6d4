import { bytesToHex } from '../kit/bytes.ts'
import { err, ok, type Result } from '../kit/result.ts'
import type { RelayHead } from '../log/protocol.ts'
import { rekeyContents } from '../store/blobs.ts'
import { dropShared } from '../store/dropShared.ts'
import { forgetSpace, listSpaces } from '../store/keys.ts'
import { forgetUnder, recall, remember } from '../store/memory.ts'
import { ownRoleName } from '../store/ownRole.ts'
import { createReplica, followOutbox, forgetSync } from '../store/replica.ts'
import { noteSecurity } from '../store/securityLog.ts'
import { keepWorkspaceLookup } from '../store/vault.ts'
import { fileNotes } from './blobs.ts'
import { makeDevice } from './crypto/deviceKeys.ts'
import { changeRole, createSpace, type EntryFailure, nameDevice, revokeDevice, rotateEpoch } from './crypto/entries.ts'
import type { SpaceDevice, SpaceSealing } from './crypto/sealing.ts'
import { keepOwnSpace, openKeptSealing } from './crypto/spaces.ts'
import { Engine } from './engine.ts'
import type { EngineOptions } from './engine/options.ts'
import type { SubmitFailure } from './engine/submissions.ts'
import type { Device, Done, Parting, Person, RelayFacts, Role, SyncAlert, SyncFailure, SyncStatus } from './face.ts'
import type { Aside, ChainHead } from './ports.ts'
import { askRelay, failureOf, testRelay } from './relayDoor.ts'
import { snapshotHost } from './hosts.ts'
import { snapshotLimits, Snapshots } from './snapshots.ts'
import { surroundings } from './surroundings.ts'
import { createTransport, relayBase } from './transport.ts'

/** What a command needs of the page that asked. */
export interface Asker {
  origin: string
  language: 'fr' | 'en'
}

/** A status is written at most this often: the chip follows by eye. */
const statusEveryMs = 250
/** That a device is at work is written down this often at most. */
const heardEveryMs = 60_000
const liveWithinMs = 20_000

/** What a device sent although it may not is for whoever watches over the workspace (T063). */
function noteAlert({ id, at, device, reason }: SyncAlert): void {
  const types = { revoked: 'revokedDevice', signature: 'badSignature', forbidden: 'notAllowed' } as const
  const type = types[reason as keyof typeof types]
  if (type !== undefined) void noteSecurity({ id, at, type, ...(device === undefined ? {} : { device }) })
}

const offStatus: SyncStatus = {
  phase: 'off',
  syncedAt: 0,
  toSend: 0,
  toFetch: null,
  refusal: null,
  alerts: [],
  notice: null,
  transport: null,
}

/** The workspace this device belongs to, at work: one engine, and what screens read of it in the device's memory. */
export class Workspace {
  readonly snapshots: Snapshots
  sealing: SpaceSealing | null = null
  engine: Engine | null = null
  base: URL | null = null
  private heads: Record<string, RelayHead> = {}
  private readonly heardAt = new Map<string, number>()
  private stopFollowing: (() => void) | null = null
  private recognising: AbortController | null = null
  private status: SyncStatus = offStatus
  private statusTimer: ReturnType<typeof setTimeout> | null = null
  private readonly waiting = new Set<() => void>()
  /** Told at each change of the status, before it is written. */
  onStatus: (status: SyncStatus) => void = () => {}
  /** Told of the records that others changed, before they are taken in. */
  onRecords: NonNullable<EngineOptions['onRecords']> = async () => {}
  /** The relay may have lost what it had, or have again what it let go. */
  onRelayReset: () => Promise<unknown> = async () => {}
  onOpen: () => void = () => {}
  onClose: () => void = () => {}

  constructor(snapshotSizes = snapshotLimits) {
    this.snapshots = new Snapshots(snapshotHost(this), snapshotSizes)
  }

  /** Goes to work if this device belongs to a workspace. */
  async open(admission?: string): Promise<boolean> {
    const [space] = await listSpaces()
    const facts = (await recall('sync.relay')) as RelayFacts | null | undefined
    const base = facts ? relayBase(facts.url) : null
    if (space === undefined || !base) return false
    const opened = await openKeptSealing(space)
    if (!opened.ok) return false
    this.base = base
    this.sealing = opened.value
    const known = (await recall('sync.status')) as SyncStatus | null | undefined
    const engine = new Engine({
      store: createReplica<Aside>(),
      sealing: opened.value,
      transport: createTransport(base),
      surroundings,
      ...(admission === undefined ? {} : { admission }),
      ...(known ? { known: { alerts: known.alerts ?? [], syncedAt: known.syncedAt ?? 0 } } : {}),
      onStatus: (status) => {
        if (this.engine === engine) this.tell(status)
      },
      onMembership: () => {
        void this.recognise()
        void this.writeDevices()
      },
      onHeads: (heads) => {
        this.heads = heads
        void this.writeDevices()
      },
      onHeard: (device) => {
        const now = surroundings.now()
        if (now - (this.heardAt.get(device) ?? 0) < heardEveryMs) return
        this.heardAt.set(device, now)
        void this.writeDevices()
      },
      onRoom: ({ used, quota }) =>
        void remember('sync.relay', { url: base.href, usedBytes: used, quotaBytes: quota } satisfies RelayFacts),
      onRecords: (...given) => this.onRecords(...given),
      onRelayReset: () => {
        this.snapshots.relayWasReset()
        return this.onRelayReset()
      },
      onSnapshot: (news) => this.snapshots.hear(news),
      onSnapshotNeeded: () =>
        void this.snapshots.make(false, true).then((made) => {
          if (made.ok) engine.renew()
        }),
      adopt: (news, welcome) => this.snapshots.adopt(news, welcome),
      onFailure: (cause) => {
        // What nobody foresaw: syncing rests a minute and begins anew, and whoever develops sees why.
        reportError(cause)
        setTimeout(() => void this.restart(), 60_000)
      },
    })
    this.engine = engine
    this.stopFollowing = followOutbox(() => engine.changed())
    engine.start()
    await this.writeDevices()
    void this.recognise()
    this.onOpen()
    return true
  }

  /** Files and erased persons are recognised alike on all devices, as soon as the keys for it are here. */
  private async recognise(): Promise<void> {
    const { sealing } = this
    const keys = this.recognising ? null : await sealing?.spaceKeys()
    if (!keys || this.recognising || this.sealing !== sealing) return
    const abort = (this.recognising = new AbortController())
    await keepWorkspaceLookup(keys.lookup)
    await rekeyContents(abort.signal)
  }

  async close(): Promise<void> {
    this.onClose()
    this.snapshots.stop()
    this.stopFollowing?.()
    this.stopFollowing = null
    this.recognising?.abort()
    this.recognising = null
    const { engine } = this
    this.engine = null
    await engine?.stop()
    this.sealing = null
  }

  private async restart(): Promise<void> {
    if (!this.engine) return
    await this.close()
    await this.open()
  }

  /** Resolves once the relay and this device speak; the failure says why not. */
  whenLive(
    withinMs = liveWithinMs,
  ): Promise<Result<{ engine: Engine; sealing: SpaceSealing; base: URL }, SyncFailure>> {
    const { engine, sealing, base } = this
    if (!engine || !sealing || !base) return Promise.resolve(err({ type: 'NotJoined' }))
    // The token of a long connection has run out: a new one is given with a new beginning.
    if (engine.isLive() && engine.token() === null) engine.renew()
    engine.wake()
    return new Promise((resolve) => {
      const look = () => {
        const { phase, refusal } = engine.status()
        const isLive = engine.isLive()
        const isBehind = sealing.membership().isBehind
        const isOut = phase === 'revoked' || (phase === 'refused' && refusal !== null) || isBehind
        if (!isLive && !isOut) return
        const code = isBehind ? 'version' : (refusal?.code ?? 'revoked')
        done(isLive ? ok({ engine, sealing, base }) : err({ type: 'RelayRefused', code }))
      }
      const done = (result: Result<{ engine: Engine; sealing: SpaceSealing; base: URL }, SyncFailure>) => {
        clearTimeout(timer)
        this.waiting.delete(look)
        resolve(result)
      }
      const timer = setTimeout(() => done(err({ type: 'RelayUnreachable', url: base.href })), withinMs)
      this.waiting.add(look)
      look()
    })
  }

  // --- Commands ---------------------------------------------------------------------------------------------------

  async create(wanted: { relayUrl: string; person: string; deviceName: string; admission?: string }): Done {
    if ((await listSpaces()).length > 0) return err({ type: 'AlreadyJoined' })
    const base = relayBase(wanted.relayUrl)
    if (!base) return err({ type: 'NotARelay', url: wanted.relayUrl })
    // Said at once, before anything is made.
    const tested = await testRelay(base)
    if (!tested.ok) return tested
    const own = await makeDevice()
    const facts = { name: wanted.deviceName, person: wanted.person, at: Date.now() }
    const { space, entry } = await createSpace(own, facts)
    const kept = await keepOwnSpace(space, own, [entry])
    if (!kept.ok) return kept
    await remember('sync.relay', { url: base.href } satisfies RelayFacts)
    await this.open(wanted.admission)
    const live = await this.whenLive()
    if (live.ok) return ok(null)
    // Nothing was made: the device is as it was before.
    await this.leave()
    return live
  }

  async renameDevice(name: string): Done {
    const done = await this.submit((sealing) => nameDevice(sealing.chain(), sealing.own, name, Date.now()))
    if (!done.ok) return done
    // Who reads nothing cannot open what it said itself.
    const self = (await recall('sync.self')) as Person | null | undefined
    if (self) await remember('sync.self', { ...self, deviceName: name } satisfies Person)
    await this.writeDevices()
    return done
  }

  async changeRole(deviceId: string, role: Role): Done {
    // See Inviting: nobody becomes a guest of the whole space.
    if (role === 'guest') return err({ type: 'NotAllowed' })
    const member = (await this.sealing?.devices())?.find(({ id }) => id === deviceId)
    return member ? this.changeMember(member, role) : err({ type: 'NotJoined' })
  }

  private changeMember({ id, name, person, offerId }: SpaceDevice, role: Role): Done {
    return this.submit((sealing, chains) =>
      changeRole(
        sealing.chain(),
        sealing.own,
        {
          device: id,
          role,
          last: chains.get(id)?.dseq ?? 0,
          name,
          person,
          ...(role === 'guest' && offerId !== undefined ? { offerId } : {}),
        },
        Date.now(),
      ),
    )
  }

  async revokeDevice(deviceId: string): Done {
    const done = await this.submit((sealing, chains) =>
      revokeDevice(sealing.chain(), sealing.own, deviceId, chains.get(deviceId)?.dseq ?? 0, Date.now()),
    )
    // What is read from now on is sealed under the key that it has not.
    if (done.ok) void this.snapshots.make(false)
    return done
  }

  rotateKeys(): Done {
    return this.submit((sealing) => rotateEpoch(sealing.chain(), sealing.own))
  }

  /** This device leaves, and takes the workspace's records off itself; for one that was shut out. */
  async leaveAndDrop(): Done {
    await this.leave()
    const dropped = await dropShared()
    if (dropped.ok) return ok(null)
    return err({ type: dropped.error.type === 'DiskFull' ? 'DiskFull' : 'StoreClosed' })
  }

  /** The relay deletes all it has of the space, and no device brings it back there (SPEC 5.11); this one leaves it. */
  async end(): Done {
    const live = await this.whenLive()
    if (!live.ok) return live
    const { engine, sealing, base } = live.value
    const ended = await askRelay(base, `spaces/${sealing.space}`, { method: 'DELETE', token: engine.token() })
    return ended.ok ? this.leave() : err(failureOf(ended.error))
  }

  /** This device leaves: its keys go, its records stay. Others see it until someone revokes it. */
  async leave(): Done {
    await this.close()
    for (const space of await listSpaces()) await forgetSpace(space)
    await forgetSync()
    this.tell(offStatus)
    await this.writeStatus()
    for (const name of ['devices', 'invitations', 'relay', 'joining', 'role', 'self', 'filling', 'files'])
      await remember(`sync.${name}`, null)
    // Another relay has none of these files.
    for (const prefix of Object.values(fileNotes)) await forgetUnder(prefix)
    return ok(null)
  }

  async syncNow(): Done {
    if (!this.engine) return err({ type: 'NotJoined' })
    this.engine.wake()
    return ok(null)
  }

  /** Goes on with a relay that lost entries of the membership, as its person was shown it (SPEC 7.13). */
  async reconcile(heads: Parting['heads']): Done {
    const { engine, base } = this
    if (!engine || !base) return err({ type: 'NotJoined' })
    const done = await engine.reconcile(heads)
    if (!done.ok) return err(entryFailure(done.error, base.href))
    // As after a revocation, which may be among what was lost.
    void this.snapshots.make(false)
    return done
  }

  async setRelay(url: string): Done {
    const base = relayBase(url)
    if (!base) return err({ type: 'NotARelay', url })
    if (!this.engine) return err({ type: 'NotJoined' })
    // A relay may be down when it is chosen; one that this app may not speak to never answers.
    const asked = await askRelay(base, '', { withinMs: 5_000 })
    if (!asked.ok && asked.error.type === 'BlockedByPolicy') return asked
    await remember('sync.relay', { url: base.href } satisfies RelayFacts)
    await this.close()
    await this.open()
    return ok(null)
  }

  /** Puts an entry into the membership log, made anew while others come first. */
  async submit(
    make: (sealing: SpaceSealing, chains: ReadonlyMap<string, ChainHead>) => Promise<Result<Uint8Array, EntryFailure>>,
  ): Done {
    const live = await this.whenLive()
    if (!live.ok) return live
    const { engine, sealing, base } = live.value
    const done = await engine.submit((chains) => make(sealing, chains))
    return done.ok ? done : err(entryFailure(done.error, base.href))
  }

  // --- What screens read -------------------------------------------------------------------------------------------

  private tell(status: SyncStatus): void {
    for (const alert of status.alerts) if (!this.status.alerts.some(({ id }) => id === alert.id)) noteAlert(alert)
    this.status = status
    this.onStatus(status)
    this.snapshots.look()
    for (const look of this.waiting) look()
    this.statusTimer ??= setTimeout(() => {
      this.statusTimer = null
      void this.writeStatus()
    }, statusEveryMs)
  }

  private async writeStatus(): Promise<void> {
    await remember('sync.status', this.status)
  }

  private async writeDevices(): Promise<void> {
    const { sealing, heads } = this
    if (!sealing) return
    const isReader = sealing.membership().read
    // Who reads nothing can neither open the others' names nor tell their roles apart: it shows itself alone.
    const devices = (await sealing.devices()).filter(({ isRecovery, isThis }) => !isRecovery && (isReader || isThis))
    const self = ((await recall('sync.self')) ?? null) as Person | null
    // Without the relay, what it said of them last still holds.
    const before = ((await recall('sync.devices')) ?? []) as Device[]
    const seenBefore = new Map(before.map(({ id, lastSeenAt }) => [id, lastSeenAt]))
    await remember(ownRoleName, await sealing.role())
    await remember(
      'sync.devices',
      devices.map(({ id, name, person, role, offerId, isThis, addedAt, revokedAt }): Device => ({
        id,
        name: name || (isThis && self?.deviceName) || '',
        person: person || (isThis && self?.person) || '',
        role: role ?? 'reader',
        ...(offerId === undefined ? {} : { offerId }),
        isThis,
        addedAt,
        // Who was let in was there.
        lastSeenAt: Math.max(heads[id]?.seenAt ?? 0, seenBefore.get(id) ?? 0, this.heardAt.get(id) ?? 0, addedAt),
        ...(revokedAt === undefined ? {} : { revokedAt }),
      })),
    )
  }
}

/** Why an entry was not made or not taken, as screens know it. */
export function entryFailure(failure: EntryFailure | SubmitFailure, url: string): SyncFailure {
  if (failure.type === 'Refused') return { type: 'RelayRefused', code: failure.code }
  if (failure.type === 'Unreachable') return { type: 'RelayUnreachable', url }
  return { type: 'NotAllowed' }
}

/** What a visit needs of a device. */
export const signer =
  (signing: CryptoKey) =>
  async (bytes: Uint8Array): Promise<string> =>
    bytesToHex(
      new Uint8Array(
        await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, signing, bytes as Uint8Array<ArrayBuffer>),
      ),
    )
