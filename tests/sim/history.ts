import { sameBytes } from '../../src/kit/bytes.ts'
import { canonicalJson } from '../../src/kit/canonicalJson.ts'
import { mayRead, type Role } from '../../src/log/roles.ts'
import { buildManifest, buildManifestBody, type Manifest, parseManifest } from '../../src/log/manifest.ts'
import { type Membership, memberOf, periodOf } from '../../src/log/membership.ts'
import type { LocalChange, MemoryStore } from '../sync/memoryStore.ts'
import { type Chance, createChance } from './chance.ts'
import type { Lies, RelayDisk, RelayRow } from './simRelay.ts'
import { toyGenesis } from './toySealing.ts'
import type { Operation } from '../../src/log/operation.ts'
import { FileScenes } from './fileScenes.ts'
import { PartingScenes } from './partingScenes.ts'
import { FillingScenes } from './fillingScenes.ts'
import { lieKind, RareScenes } from './rareScenes.ts'
import { Broken, type Faults, isIn, noFaults, operationsIn, type SimDevice, World } from './world.ts'

/** What came of one history. */
export interface Outcome {
  seed: number
  broken: string | null
  log: string[]
  batches: number
  operations: number
  /** How often what happened, by name. */
  counts: Record<string, number>
}

/**
 * Scenes that came later. They are drawn by chances of their own, so that a history without them is what it was before they
 * came: a seed that once broke means something with those of its time only.
 */
export const sceneNames = ['files', 'partings', 'branches', 'rights', 'fillings'] as const
export type SceneName = (typeof sceneNames)[number]
/** `null`: by chance. */
export type Scenes = readonly SceneName[] | null

const lieNames = [
  'is honest again',
  'drops a batch',
  'ends its log early',
  'repeats a batch',
  'reorders batches',
  'swaps a batch',
  'damages a batch',
  'promises entries it has not',
  'rolls the membership back',
]
const shelfLieNames = [
  'is honest about snapshots again',
  'damages manifests and parts',
  'damages parts',
  'gives an old manifest',
  'gives a part of another place',
  'has lost what it tells of',
  'says that a snapshot covers too much',
  "gives another space's snapshot",
  'says that a snapshot follows an erasure',
  'hides its snapshot',
  'says that a snapshot is confirmed',
  'tells of a snapshot that is not there',
  'says that the log before its end was dropped',
]

const idOf = (n: number) => `0190a1b2-0000-7000-8000-${String(n).padStart(12, '0')}`
const minute = 60_000
const hour = 3_600_000

/**
 * One random history: a team at work while all that can break breaks, then peace, then what must be true.
 */
export async function runHistory(
  seed: number,
  options: { verbose?: boolean; steps?: number; scenes?: Scenes } = {},
): Promise<Outcome> {
  const { scenes = null } = options
  const chance = createChance(seed)
  const world = new World(chance)
  world.verbose = options.verbose ?? false
  let operations = 0
  try {
    // Troubles that came later draw from a chance of their own, so that the histories of before stay what they were.
    const later = createChance(seed ^ 0x5eed)
    world.newEntries = later.hits(0.3)
    const isOn = (name: SceneName, of: Chance, rate: number) => {
      const isDrawn = of.hits(rate)
      return scenes ? scenes.includes(name) : isDrawn
    }
    const files = createChance(seed ^ 0xf11e5)
    if (isOn('files', files, 0.3)) world.filesChance = files
    const ways = createChance(seed ^ 0x9a27)
    const parting = isOn('partings', ways, 0.05) ? ways : null
    const branches = createChance(seed ^ 0xb5a7c4)
    const fillings = createChance(seed ^ 0xf1111)
    const rights = createChance(seed ^ 0x519475)
    const on = { branches: isOn('branches', branches, 0), rights: isOn('rights', rights, 0) }
    const history = new History(world, createChance(seed ^ 0x5a9), {
      branches: on.branches ? branches : null,
      rights: on.rights ? rights : null,
      partings: parting,
      fillings: isOn('fillings', fillings, 0.06) ? fillings : null,
    })
    await history.begin()
    const steps = Math.min(options.steps ?? Number.POSITIVE_INFINITY, 8 + chance.below(40))
    for (let step = 0; step < steps; step += 1) await history.step()
    await history.heal()
    history.check()
    world.fillings?.check()
    await history.files?.check()
    operations = history.operations
  } catch (cause) {
    const broken = cause instanceof Broken ? cause.message : `it threw: ${cause instanceof Error ? cause.stack : cause}`
    return outcomeOf(seed, world, operations, broken)
  }
  return outcomeOf(seed, world, operations, null)
}

const outcomeOf = (seed: number, world: World, operations: number, broken: string | null): Outcome => ({
  seed,
  broken,
  log: world.log,
  batches: world.relay.disk.floor + world.relay.disk.rows.length,
  operations,
  counts: world.counts,
})

class History {
  operations = 0
  private readonly world: World
  readonly relayBackups: RelayDisk[] = []
  private records = 0
  private newDevices = 0
  readonly asked: Promise<unknown>[] = []
  /** Null where this history has none, as those that follow. */
  private readonly branches: RareScenes | null
  private readonly rights: RareScenes | null
  readonly files: FileScenes | null
  /** True when this history has this kind of trouble at all: one in a few, so that they meet in all ways. */
  readonly has: Record<string, boolean>

  /** For snapshots, erasures and files; null where there are none. */
  private readonly more: Chance | null
  /** Records that someone wanted gone everywhere. */
  private readonly erased = new Set<string>()

  /** Null where memberships part by chance alone. */
  private readonly partings: PartingScenes | null

  constructor(
    world: World,
    more: Chance,
    rare: Record<'branches' | 'rights' | 'partings' | 'fillings', Chance | null>,
  ) {
    this.world = world
    this.partings = rare.partings && new PartingScenes(world, rare.partings, this)
    this.more = more.hits(0.45) || rare.fillings ? more : null
    const kinds = ['restoreRelay', 'restoreDevice', 'copies', 'lies', 'clocks', 'quota', 'newer', 'members', 'eviction']
    this.has = Object.fromEntries(kinds.map((kind) => [kind, world.chance.hits(0.35)]))
    if (rare.branches) Object.assign(this.has, { restoreRelay: true, restoreDevice: true })
    if (this.more) world.snapshotLimits = this.snapshotLimits(more)
    const around = {
      addAgent: () => this.addDevice('fieldAgent'),
      forgive: () => this.forgive(),
      count: (operations: number) => (this.operations += operations),
    }
    this.world.fillings = rare.fillings && new FillingScenes(world, rare.fillings, this)
    this.branches = rare.branches && new RareScenes(world, rare.branches, around)
    this.rights = rare.rights && new RareScenes(world, rare.rights, around)
    this.files = world.filesChance && new FileScenes(world, world.filesChance, this)
    if (world.newEntries) Object.assign(this.has, { newer: true, members: true })
  }

  /** A backup older than what devices keep, of the relay and of a device at once, is more than can be made good. */
  get isTwice(): boolean {
    const { restoreRelay, restoreDevice, copies, eviction } = this.has
    return (
      (restoreRelay === true || this.partings !== null) &&
      (restoreDevice === true || copies === true || eviction === true)
    )
  }

  private snapshotLimits(more: Chance): NonNullable<World['snapshotLimits']> {
    return {
      recordsPerPart: more.pick([1, 3, 1000]),
      batchesApart: more.pick([3, 8, 20]),
      makeWithinMs: 5000,
      checkWithinMs: more.pick([0, 5000]),
      keptTail: this.isTwice ? 1000 : more.pick([0, 2, 1000]),
      mostLate: more.pick([2, 500]),
      smallBytes: 512 * 1024,
      mendAfterMs: 5000,
    }
  }

  async begin(): Promise<void> {
    const { world } = this
    const owner = world.addDevice(world.name(8), 'A', [])
    owner.disk.entries.push(toyGenesis(owner.id))
    world.start(owner)
    await world.run(5000)
    const others = 1 + world.chance.below(3)
    for (let n = 0; n < others; n += 1)
      await this.addDevice(n === 2 ? world.chance.pick(['reader', 'fieldAgent', 'recruiter']) : 'recruiter')
    await this.partings?.begin()
    const { chance } = world
    const rate = () => (chance.hits(0.4) ? chance.next() * 0.04 : 0)
    const faults: Faults = {
      drop: rate(),
      duplicate: rate(),
      truncate: rate(),
      reorder: rate(),
      slow: rate(),
      powerCut: chance.hits(0.4) ? chance.next() * 0.02 : 0,
      diskFull: rate(),
      networkCut: rate(),
    }
    world.faults = faults
    this.files?.begin()
    if (chance.hits(0.2)) world.relay.fastEvery = 2 + chance.below(4)
    world.tell(`faults ${JSON.stringify(faults)} troubles ${JSON.stringify(this.has)}`)
  }

  async addDevice(role: Role, owner = this.world.devices[0]!): Promise<void> {
    const { world } = this
    const id = world.name(8)
    const name = String.fromCharCode(66 + this.newDevices)
    this.newDevices += 1
    await Promise.race([world.change(owner, () => ({ type: 'add', device: id, role })), world.run(20_000)])
    await world.run(2000)
    if (!owner.sealing || !memberOf(owner.sealing.chain(), id)) return
    const wanted = world.chance.hits(0.3) ? 2 : 1
    // Nobody joins with a program that cannot read the membership.
    const device = world.addDevice(id, name, owner.sealing.entries(), world.newEntries ? owner.version : wanted)
    device.isAgent = role === 'fieldAgent'
    world.start(device)
    await world.run(3000)
  }

  async step(): Promise<void> {
    const { world } = this
    const { chance } = world
    const device = chance.pick(world.devices)
    const what = chance.below(20)
    if (what < 11) this.write(device)
    else if (what === 11) this.power(device)
    else if (what === 12) this.network(device)
    else if (what === 13) this.relayTrouble()
    else if (what === 14) this.backups(device)
    else if (what === 15 && this.has.clocks) this.jumpClock(device)
    else if (what === 16 && this.has.members) await this.members(device)
    else if (what === 17 && this.has.lies) this.lie()
    else if (what === 18 && this.has.newer) this.update(device)
    else if (what === 19 && this.has.quota) this.limitRelay()
    if (this.more?.hits(0.3)) this.snapshotTrouble(device, this.more)
    this.files?.step()
    await this.partings?.step()
    await this.branches?.branches()
    await world.fillings?.step()
    await this.rights?.rights()
    await world.run(chance.hits(0.3) ? chance.below(200) : chance.below(20_000))
  }

  private jumpClock(device: SimDevice): void {
    const { chance, nowMs } = this.world
    const jumps = {
      'an hour ahead': hour,
      'an hour back': -hour,
      'a year ahead': 365 * 24 * hour,
      'to 1970': 1000 - nowMs,
      'to true time': 0,
    }
    const [name, skewMs] = chance.pick(Object.entries(jumps))
    device.skewMs = skewMs
    this.world.count(`trouble: a clock jumps ${name}`)
  }

  private limitRelay(): void {
    const { chance, relay } = this.world
    const isFull = chance.hits(0.5)
    relay.quota = isFull ? relay.disk.rows.length + chance.below(3) : Number.POSITIVE_INFINITY
    this.world.count(isFull ? 'trouble: the relay is nearly full' : 'trouble: the relay has room again')
  }

  private write(device: SimDevice): void {
    const { chance } = this.world
    const changes: LocalChange[] = []
    for (let n = 0; n <= chance.below(4); n += 1) changes.push(this.change(device))
    this.operations += changes.length
    this.world.write(device, changes)
    if (!device.engine) this.world.count('trouble: something is written while syncing is off')
  }

  private change(device: SimDevice): LocalChange {
    const { chance } = this.world
    const base = { kind: 'candidate', id: idOf(1 + chance.below(Math.max(1, this.records))) }
    const standing = device.disk.store.record(base.id)
    if (this.records === 0 || !standing || chance.hits(0.15) || device.isAgent) {
      this.records += 1
      const value = { city: `city ${chance.below(9)}`, tags: { a: `tag ${chance.below(9)}` } }
      return { type: 'create', kind: 'candidate', id: idOf(this.records), value }
    }
    const what = chance.below(20)
    if (what < 8)
      return { ...base, type: 'set', path: chance.pick(['city', 'headline']), value: `text ${chance.below(1000)}` }
    if (what < 13)
      return { ...base, type: 'set', path: `tags/${chance.pick(['a', 'b', 'c'])}`, value: `tag ${chance.below(99)}` }
    if (what < 16) return { ...base, type: 'remove', path: chance.pick(['tags/a', 'tags/b', 'headline']) }
    if (what === 16) return { ...base, type: 'bin' }
    if (what === 17) return { ...base, type: 'restore' }
    if (what === 18) return { ...base, type: 'erase' }
    return { ...base, type: 'set', path: 'notes', value: 'long '.repeat(chance.below(900)) }
  }

  private power(device: SimDevice): void {
    const { world } = this
    if (device.engine && world.chance.hits(0.5)) world.crash(device)
    else for (const each of world.devices) world.start(each)
  }

  private network(device: SimDevice): void {
    const { world } = this
    const { chance } = world
    if (chance.hits(0.4)) {
      world.offline.add(device)
      world.cutAll(device)
    } else if (chance.hits(0.5)) {
      world.offline.clear()
      world.guard(device, () => device.engine?.wake())
    } else world.cutAll(device)
  }

  private relayTrouble(): void {
    const { world } = this
    const { chance, relay } = world
    if (chance.hits(0.4)) {
      world.relayIsUp = !world.relayIsUp
      world.count(`trouble: the relay is ${world.relayIsUp ? 'up' : 'down'}`)
      relay.restart()
    } else if (this.has.restoreRelay && chance.hits(0.6)) {
      const older = chance.hits(0.15) ? relay.emptied() : chance.pick(this.relayBackups)
      if (older) {
        world.tell(`relay: restored to ${older.rows.length} batches, ${older.entries.length} entries`)
        world.count(
          older.entries.length === 0
            ? 'trouble: the relay lost its disk'
            : 'trouble: an old backup of the relay is restored',
        )
        relay.restart(older)
        this.forgive()
      }
    } else {
      world.count('trouble: the relay restarts')
      relay.restart()
    }
  }

  private backups(device: SimDevice): void {
    const { world } = this
    const { chance, relay } = world
    if (chance.hits(0.5)) {
      this.relayBackups.push(relay.disk)
      device.backups.push(world.copyDisk(device.disk, device.name))
    } else if (this.has.restoreDevice && device.backups.length > 0) {
      world.tell(`${device.name}: restored from a backup`)
      world.count('trouble: an old backup of a device is restored')
      world.crash(device)
      device.disk = world.copyDisk(chance.pick(device.backups), device.name)
      world.start(device)
      this.forgive()
    } else if (this.has.eviction && chance.hits(0.3)) {
      world.tell(`${device.name}: its records were evicted`)
      world.count('trouble: the browser evicts a device')
      world.crash(device)
      device.disk = world.newDisk(device.name, device.disk.entries)
      world.start(device)
      this.forgive()
    } else if (this.has.copies && world.devices.length < 6) {
      const copy = world.addDevice(device.id, `${device.name}'`, device.disk.entries, device.version)
      copy.disk = world.copyDisk(device.disk, copy.name)
      copy.isAgent = device.isAgent
      world.tell(`${device.name}: is copied`)
      world.count('trouble: a second copy of a device lives')
      world.start(copy)
    }
  }

  private async members(device: SimDevice): Promise<void> {
    const { world } = this
    const { chance } = world
    const owner = world.devices[0]!
    const what = chance.below(4)
    if (what === 0 && world.devices.length < 5) return this.addDevice(chance.pick(['recruiter', 'admin', 'fieldAgent']))
    if (what === 1) world.count('trouble: keys are rotated')
    if (what === 1) this.asked.push(world.change(owner, () => ({ type: 'epoch' })))
    if (what === 1 && world.newEntries) this.update(owner)
    if (what === 2 && world.newEntries) this.asked.push(world.change(device, () => ({ type: 'name' })))
    if (device.id === owner.id || device.isLiar) return
    const last = (chains: ReadonlyMap<string, { dseq: number }>) => chains.get(device.id)?.dseq ?? 0
    if (what === 2 && chance.hits(0.5)) {
      world.count('trouble: a device is revoked')
      this.asked.push(world.change(owner, (chains) => ({ type: 'revoke', device: device.id, last: last(chains) })))
    }
    if (what === 3) {
      const role = chance.pick<Role>(['recruiter', 'admin', 'reader'])
      world.count(`trouble: a device becomes ${role}`)
      this.asked.push(world.change(owner, (chains) => ({ type: 'role', device: device.id, role, last: last(chains) })))
    }
  }

  private lie(): void {
    const { world } = this
    const { chance, relay } = world
    const at = chance.below(Math.max(1, relay.disk.rows.length))
    const renumber = (rows: readonly RelayRow[]) =>
      rows.map((row, index) => ({ ...row, seq: relay.disk.floor + index + 1 }))
    const lies = [
      () => (relay.lies = {}),
      () => (relay.lies = { batches: (rows) => renumber(rows.filter((_, index) => index !== at)) }),
      () => (relay.lies = { batches: (rows) => rows.slice(0, at) }),
      () =>
        (relay.lies = {
          batches: (rows) => renumber([...rows.slice(0, at), ...rows.slice(at, at + 1), ...rows.slice(at)]),
        }),
      () =>
        (relay.lies = {
          batches: (rows) => renumber([...rows].sort((a, b) => (a.seq % 3) - (b.seq % 3) || a.seq - b.seq)),
        }),
      () =>
        (relay.lies = {
          batches: (rows) => rows.map((row, index) => (index === at ? { ...row, bytes: rows[0]!.bytes } : row)),
        }),
      () =>
        (relay.lies = {
          batches: (rows) => rows.map((row, index) => (index === at ? { ...row, bytes: damaged(row.bytes, at) } : row)),
        }),
      () => (relay.lies = { batches: (rows) => rows.map((row) => ({ ...row, entries: 1000 })) }),
      () => (relay.lies = { entries: (entries) => entries.slice(0, Math.max(1, entries.length - 1)) }),
    ]
    const lie = chance.below(lies.length)
    lies[lie]!()
    world.count(`trouble: the relay ${lieNames[lie]}`)
    world.tell('relay: lies')
    if (chance.hits(0.5)) relay.restart()
  }

  private snapshotTrouble(device: SimDevice, more: Chance): void {
    const { world } = this
    const what = more.below(8)
    if (what === 0) {
      // As after a revocation.
      world.count('trouble: a snapshot is asked for')
      device.snapshots?.make(false).catch(() => world.crash(device))
    } else if (what < 4) this.eraseEverywhere(device, more)
    else if (what === 4) this.sweep(more)
    else if (what === 5 && this.has.lies) this.lieAboutSnapshots(more)
    else if (what === 6) world.crash(device)
    else if (what === 7) world.start(device)
  }

  private sweep(more: Chance): void {
    const { relay, count } = { relay: this.world.relay, count: this.world.count.bind(this.world) }
    const { floor } = relay.disk
    relay.sweep(more.pick([0, minute]))
    count(
      relay.disk.floor > floor ? 'trouble: time drops the log behind a snapshot' : 'trouble: time finds no log to drop',
    )
  }

  /** As a person does at their request: here, and in all that the relay keeps. */
  private eraseEverywhere(device: SimDevice, more: Chance): void {
    const { world } = this
    const ids = [...device.disk.store.records].filter(([, { record }]) => record).map(([id]) => id)
    // What is erased is kept by nobody, so it counts as such a backup.
    if (ids.length === 0 || !device.erasing || device.isAgent || this.isTwice) return
    const id = more.pick(ids)
    world.write(device, [{ type: 'erase', kind: 'candidate', id }])
    if (device.disk.store.record(id)) return
    this.erased.add(id)
    world.count('trouble: an erasure everywhere')
    device.erasing?.eraseEverywhere('candidate', id).catch(() => world.crash(device))
  }

  private lieAboutSnapshots(more: Chance): void {
    const { relay } = this.world
    const { snapshots, parts } = relay.disk
    const damage = (bytes: Uint8Array) => damaged(bytes, more.below(bytes.length))
    const rewritten = (change: (manifest: Manifest) => object) => (key: string, bytes: Uint8Array) => {
      const parsed = key.endsWith('.') ? parseManifest(bytes) : null
      if (!parsed?.ok) return bytes
      const { manifest, signature } = parsed.value
      return buildManifest(buildManifestBody({ ...manifest, ...change(manifest) }), signature)
    }
    const tooMuch = ({ covers }: Manifest) => ({
      covers: Object.fromEntries(Object.entries(covers).map(([id, [dseq, hash]]) => [id, [dseq + 3, hash]])),
    })
    const old = snapshots.at(-1)
    const anyPart = Object.values(parts)[0]
    const lies: Lies[] = [
      {},
      { shelf: (_, bytes) => damage(bytes) },
      { shelf: (key, bytes) => (key.endsWith('.') ? bytes : damage(bytes)) },
      { shelf: (key, bytes) => (key.endsWith('.') ? (old?.manifest ?? bytes) : bytes) },
      { shelf: (key, bytes) => (key.endsWith('.') ? bytes : (anyPart ?? bytes)) },
      { shelf: () => null },
      { shelf: rewritten(tooMuch) },
      { shelf: rewritten(() => ({ space: '0'.repeat(32) })) },
      { shelf: rewritten(() => ({ purge: true })) },
      { news: () => null },
      { news: (news) => ({ ...news, confirmed: true, upTo: news.upTo + 5 }) },
      { news: (news) => ({ ...news, id: 'f'.repeat(64) }) },
      { floor: (head) => head },
    ]
    const at = more.below(lies.length)
    relay.lies = lies[at]!
    this.world.count(`trouble: the relay ${shelfLieNames[at]}`)
    this.world.tell('relay: lies about snapshots')
    if (more.hits(0.7)) relay.restart()
  }

  private update(device: SimDevice): void {
    device.version = 2
    const wasBehind = device.sealing?.membership().isBehind ?? false
    device.sealing?.understand(2)
    // An update begins anew.
    if (wasBehind) device.engine?.renew()
  }

  /** What was acknowledged and now stands on no disk at all is lost by no fault of ours: nothing can be asked of it. */
  forgive(): void {
    const { world } = this
    for (const [key, operations] of world.acknowledged) {
      if (!world.isHeld(key.split('/')[1]!, operations)) world.acknowledged.delete(key)
    }
  }

  /** Peace: all faults end, everything runs, and time passes. */
  async heal(): Promise<void> {
    const { world } = this
    world.tell('peace')
    world.faults = { ...noFaults }
    this.files?.end()
    world.fillings?.end()
    world.relay.lies = {}
    world.relay.quota = Number.POSITIVE_INFINITY
    world.relay.fastEvery = 0
    world.relayIsUp = true
    world.offline.clear()
    this.forgive()
    for (const device of world.devices) {
      device.version = 2
      device.skewMs = 0
      if (device.engine && world.chance.hits(0.7)) device.sealing?.understand(2)
      else world.crash(device)
      world.start(device)
      device.sealing?.understand(2)
    }
    // The first is long enough for the log to be read again (every ten minutes at most).
    for (const [round, minutes] of [11, 4, 3].entries()) {
      for (const device of world.devices) device.engine?.wake()
      await world.run(minutes * minute)
      world.relay.sweep(hour)
      // As a person does in the morning.
      for (const device of world.devices) {
        if (round > 0) continue
        world.crash(device)
        world.start(device)
      }
      this.rights?.heal()
    }
  }

  /** What must be true whatever happened. */
  check(): void {
    const { world } = this
    const members = world.relay.disk.chain!
    // A relay that was restored lost an entry, and took what that forbids (7.5) or another in its place: people go on with it
    // (7.13), unless nobody whose device knows what was lost may decide. Then it is said, with whom to ask.
    const { entries } = world.relay.disk
    const isOther = (entry: Uint8Array, number: number) => !entries[number] || !sameBytes(entry, entries[number])
    const apart = world.devices.filter(
      (device) => !isRevoked(members, device) && device.sealing?.entries().some(isOther) === true,
    )
    for (const { id, name, engine } of apart) {
      const { parting, refusal } = engine?.status() ?? {}
      const isStranger = memberOf(members, id) === null && refusal?.code === 'stranger'
      if (!parting && !isStranger)
        throw new Broken(
          `${name} knows an entry that the relay lost, and does not say so: ${canonicalJson(engine?.status())}`,
        )
      if (parting?.mayDecide) throw new Broken(`${name} waits for its person to go on with the relay.`)
      world.count(
        isStranger
          ? 'unresolved: a relay lost a device, and nobody who may let it in again knows it'
          : 'unresolved: a relay lost entries, and nobody who knows them may decide',
      )
    }
    if (apart.length > 0) return
    const honest = world.devices.filter(({ id }) => {
      const member = memberOf(members, id)
      return member !== null && member.revokedIn === undefined && mayRead(member.rights)
    })
    for (const device of world.devices) {
      const member = memberOf(members, device.id)
      const status = device.engine?.status()
      const waiting = status?.toSend ?? 0
      if (!status) throw new Broken(`${device.name} is off in peace.`)
      if (member?.revokedIn !== undefined) {
        if (status.phase !== 'revoked') throw new Broken(`${device.name} was revoked and says ${status.phase}.`)
        continue
      }
      const mayWrite = ((member?.rights ?? 0) & 2) !== 0
      if (waiting > 0 && mayWrite)
        throw new Broken(`${device.name} still has ${waiting} to send: ${canonicalJson(status)}`)
      if (waiting > 0 && status.refusal === null) throw new Broken(`${device.name} may not send and does not say so.`)
      if (status.phase !== 'live' && waiting === 0)
        throw new Broken(`${device.name} is not live: ${canonicalJson(status)}`)
      // What a device told to know may be lost with the only disks that had it: then it is missed for good, and said.
      const has = (id: string, dseq: number) =>
        world.relay.disk.rows.some((row) => row.device === id && row.dseq >= dseq)
      if (waiting === 0 && status.syncedAt === 0) throw new Broken(`${device.name} never knew itself equal.`)
      const withheld = status.alerts.filter(
        ({ type, device: of, last }) => type === 'withheld' && of !== undefined && has(of, last ?? 0),
      )
      if (withheld.length > 0) throw new Broken(`${device.name} misses ${canonicalJson(withheld)}`)
    }
    // Who lost the right to write keeps what it wrote, and says so: it alone has it.
    const equal = honest.filter((device) => device.engine!.status().toSend === 0 && !this.wasLedOn(device))
    const states = equal.map(({ disk }) => stateOf(disk.store.records))
    for (const [index, state] of states.entries()) {
      if (state === states[0]) continue
      // A relay that hid an entry led a device to take in what the entry forbids, and another that knew it to refuse that.
      if (this.world.devices.some((device) => this.wasLedOn(device))) {
        world.count('unresolved: a relay that hid an entry led one device to take what others refuse')
        continue
      }
      throw new Broken(`${equal[0]!.name} and ${equal[index]!.name} differ:\n${firstDifference(states[0]!, state)}`)
    }
    this.checkErased(equal)
    const survivor = equal[0]
    for (const [key, operations] of world.acknowledged) {
      const lost = survivor && operations.find((operation) => !isIn(survivor.disk.store, operation))
      // A relay that was restored lost it, and who has it may not write any more: it says so, see above.
      const shut = lost && world.devices.filter(({ disk }) => isIn(disk.store, lost))
      if (shut?.some(({ engine }) => engine!.status().refusal?.code === 'forbidden')) continue
      // Two copies of a device that reads nothing, and a relay that was restored: no copy can open what it sent itself.
      const authors = world.devices.filter(({ id }) => id === key.split('/')[0])
      if (lost && authors.length > 1 && authors[0]!.isAgent) continue
      if (lost && this.isRefusedByRight(key, operations)) continue
      if (lost) throw new Broken(`acknowledged and lost: ${key} ${canonicalJson(lost)}`)
    }
  }

  /** A relay that lied took from it what no right allows: it alone has that. */
  private wasLedOn({ id }: SimDevice): boolean {
    const { chain, heads } = this.world.relay.disk
    const member = memberOf(chain!, id)
    const dseq = heads[id]?.dseq ?? 0
    const isLedOn =
      member !== null && dseq > 0 && periodOf(member, dseq) === null && dseq >= member.periods.at(-1)!.first
    if (isLedOn) this.world.count('unresolved: a device sent what no right allows, and a relay that lied took it')
    return isLedOn
  }

  /** A batch that no device takes from who sent it: they say so. */
  private isRefusedByRight(key: string, operations: readonly Operation[]): boolean {
    const [device, , dseq] = key.split('/')
    const member = memberOf(this.world.relay.disk.chain!, device!)
    if (member && periodOf(member, Number(dseq)) && !operations.some(({ kind }) => kind === lieKind)) return false
    this.world.count('checked: a batch that no right allows counts for nothing')
    return true
  }

  /** What someone wanted gone is gone, from the devices that are through and from the relay. */
  private checkErased(equal: readonly SimDevice[]): void {
    const { world } = this
    const { rows, parts } = world.relay.disk
    const asked = new Set<string>()
    for (const { name, disk, engine } of world.devices) {
      const { waiting, proven } = erasuresOf(disk.notes)
      const isThrough = equal.some((each) => each.disk === disk)
      if (!isThrough) continue
      if (waiting.length > 0 && mayKeepSnapshots(world, engine))
        throw new Broken(`${name} still waits to have erased ${waiting.join()}: ${canonicalJson(engine!.status())}`)
      for (const id of proven) asked.add(id)
    }
    for (const id of asked) {
      world.count('checked: an erasure')
      for (const { name, disk } of equal) {
        const standing = disk.store.records.get(id)
        if (standing?.record) throw new Broken(`${name} has the erased ${id}.`)
        if (disk.store.journal().some(({ operation }) => operation?.id === id && operation.type !== 'erase'))
          throw new Broken(`${name} has the erased ${id} in its journal.`)
        const sealed = disk.store.sealed().find(({ bytes }) => speaksOf(asked, bytes) === id)
        if (sealed) throw new Broken(`${name} keeps ${sealed.device}/${sealed.dseq} of the erased ${id}.`)
      }
    }
    for (const { bytes, seq } of rows) {
      const id = speaksOf(asked, bytes)
      if (id) throw new Broken(`The relay's batch ${seq} tells of the erased ${id}.`)
    }
    for (const [key, bytes] of Object.entries(parts)) {
      const id = speaksOf(asked, bytes)
      if (id) throw new Broken(`The relay's part ${key} tells of the erased ${id}.`)
    }
  }
}

const erasuresOf = (notes: ReadonlyMap<string, unknown>) => ({
  waiting: (notes.get('sync.erasing') ?? []) as string[],
  proven: ((notes.get('sync.erasures') ?? []) as { id: string }[]).map(({ id }) => id),
})

const isRevoked = (members: Membership, { id }: SimDevice): boolean => memberOf(members, id)?.revokedIn !== undefined

const mayKeepSnapshots = (world: World, engine: SimDevice['engine']): boolean => {
  const device = world.devices.find((each) => each.engine === engine)
  const view = device?.sealing?.membership()
  return view?.read === true && view.write
}

/** True for what an erased record must leave nowhere: its own words. */
const speaksOf = (ids: ReadonlySet<string>, bytes: Uint8Array): string | undefined =>
  operationsIn(bytes).find(({ id, type }) => ids.has(id) && type !== 'erase')?.id

function damaged(bytes: Uint8Array, at: number): Uint8Array {
  const copy = bytes.slice()
  copy[(at * 97) % copy.length]! ^= 1 << (at % 8)
  return copy
}

const stateOf = (records: MemoryStore['records']): string =>
  [...records]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    // When a record was last touched is for the eye: two removals of one thing are one change, whichever came first.
    .map(
      ([id, { record, erased }]) => `${id} ${canonicalJson({ record: record && { ...record, updatedAt: 0 }, erased })}`,
    )
    .join('\n')

function firstDifference(a: string, b: string): string {
  const linesA = a.split('\n')
  const linesB = b.split('\n')
  const at = linesA.findIndex((line, index) => line !== linesB[index])
  return `${linesA[at]?.slice(0, 1500)}\n${linesB[at === -1 ? linesA.length : at]?.slice(0, 1500)}`
}
