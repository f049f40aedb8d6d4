import { expect, test } from 'vitest'
import { hexToBytes } from '../../src/kit/bytes.ts'
import type { Role } from '../../src/log/roles.ts'
import { buildManifest, buildManifestBody, manifestText } from '../../src/log/manifest.ts'
import { snapshotLimits } from '../../src/sync/snapshots.ts'
import { asideBounds } from '../../src/sync/setAside.ts'
import type { LocalChange } from '../sync/memoryStore.ts'
import { createChance } from '../sim/chance.ts'
import { toyGenesis, toyHash, toySign } from '../sim/toySealing.ts'
import { type SimDevice, World } from '../sim/world.ts'

/*
 * Scenes in the simulator's world: what happens is told step by step, where tests/sim/history.ts leaves it to chance.
 */

const idOf = (n: number) => `0190a1b2-0000-7000-8000-${String(n).padStart(12, '0')}`
const create = (n: number): LocalChange => ({
  type: 'create',
  kind: 'candidate',
  id: idOf(n),
  value: { city: `city ${n}` },
})
const has = ({ disk }: SimDevice, n: number) => disk.store.record(idOf(n)) !== null
const phaseOf = ({ engine }: SimDevice) => engine?.status().phase

async function begin(
  limits: World['snapshotLimits'] = null,
): Promise<{ world: World; owner: SimDevice; add(name: string, role: Role): Promise<SimDevice> }> {
  const world = new World(createChance(7))
  world.snapshotLimits = limits
  const owner = world.addDevice(world.name(8), 'owner', [])
  owner.disk.entries.push(toyGenesis(owner.id))
  world.start(owner)
  await world.run(5000)
  return {
    world,
    owner,
    async add(name, role) {
      const id = world.name(8)
      void world.change(owner, () => ({ type: 'add', device: id, role }))
      await world.run(2000)
      const device = world.addDevice(id, name, owner.sealing!.entries(), owner.version)
      world.start(device)
      await world.run(3000)
      return device
    },
  }
}

test('SPEC 7.10: who is behind waits for the update, keeps what it knew, and goes on after it', async () => {
  const { world, owner, add } = await begin()
  const old = await add('old', 'recruiter')
  world.write(owner, [create(1)])
  await world.run(5000)
  owner.version = 2
  owner.sealing!.understand(2)
  world.newEntries = true
  void world.change(owner, () => ({ type: 'epoch' }))
  await world.run(5000)
  world.write(old, [create(2)])
  await world.run(5000)
  world.write(owner, [create(3)])
  await world.run(60_000)
  expect(phaseOf(old)).toBe('updateNeeded')
  expect(old.engine!.status().alerts).toEqual([])
  expect(old.engine!.status().toSend).toBe(1)
  expect([1, 2, 3].map((n) => has(old, n))).toEqual([true, true, false])
  // Restarted without an update, it says the same.
  world.crash(old)
  world.start(old)
  await world.run(60_000)
  expect(phaseOf(old)).toBe('updateNeeded')
  world.crash(old)
  old.version = 2
  world.start(old)
  await world.run(60_000)
  expect(phaseOf(old)).toBe('live')
  expect([1, 2, 3].map((n) => has(old, n) && has(owner, n))).toEqual([true, true, true])
})

test('SPEC 6.8: junk in the log takes no place, is counted, and holds up nothing', async () => {
  const { world, owner, add } = await begin()
  const reader = await add('reader', 'recruiter')
  world.write(owner, [create(1)])
  await world.run(2000)
  const row = world.relay.disk.rows[0]!
  const junk = (n: number, device: string) => {
    const bytes = row.bytes.slice()
    const view = new DataView(bytes.buffer)
    bytes.set(hexToBytes(device)!, 18)
    view.setUint32(26, n + 2)
    // More entries than there are: an author who may yet become known.
    view.setUint32(34, n % 2 === 0 ? row.entries : 1000)
    return { ...row, dseq: n + 2, device, bytes, hash: toyHash(bytes) }
  }
  const strangers = Array.from({ length: 900 }, (_, n) => junk(n, world.name(8)))
  const forged = Array.from({ length: 900 }, (_, n) => junk(n, owner.id))
  world.relay.lies = {
    batches: (rows) => [...rows, ...strangers, ...forged].map((each, index) => ({ ...each, seq: index + 1 })),
  }
  world.cutAll(reader)
  await world.run(60_000)
  const { aside } = await reader.disk.store.readMemory()
  expect(aside.length).toBeLessThan(asideBounds.perDevice.batches + 10)
  const sums = reader.engine!.status().alerts.filter(({ reason }) => reason === 'signature')
  expect(sums.find(({ device }) => device === owner.id)).toMatchObject({ count: 900, first: 2, last: 901 })
  world.relay.lies = {}
  world.write(owner, [create(2)])
  world.cutAll(reader)
  await world.run(60_000)
  expect(has(reader, 2)).toBe(true)
})

test('SPEC 6.8: more batches of a later version than have place here are read after the update', async () => {
  const { world, owner, add } = await begin()
  const old = await add('old', 'recruiter')
  const other = await add('other', 'recruiter')
  owner.version = 2
  owner.sealing!.understand(2)
  const many = asideBounds.perDevice.batches + 60
  for (let n = 1; n <= many; n += 1) {
    world.write(owner, [create(n)])
    await world.run(400)
  }
  world.write(other, [create(many + 1)])
  await world.run(10_000)
  expect(phaseOf(old)).toBe('updateNeeded')
  expect(has(old, many + 1)).toBe(true)
  expect((await old.disk.store.readMemory()).aside.filter(({ tally }) => !tally)).toHaveLength(
    asideBounds.perDevice.batches,
  )
  expect(old.engine!.status().alerts.map(({ type }) => type)).toEqual(['aside'])
  world.crash(old)
  old.version = 2
  world.start(old)
  await world.run(60_000)
  expect(phaseOf(old)).toBe('live')
  expect(Array.from({ length: many + 1 }, (_, n) => has(old, n + 1)).every(Boolean)).toBe(true)
  expect((await old.disk.store.readMemory()).aside).toEqual([])
}, 30_000)

test('SPEC 7.11: a relay restored to a time before a device was let in learns of it from the device itself', async () => {
  const { world, owner, add } = await begin()
  const older = world.relay.disk
  const first = await add('first', 'recruiter')
  const second = await add('second', 'recruiter')
  world.write(first, [create(1)])
  await world.run(5000)
  world.crash(owner)
  world.crash(first)
  world.relay.restart(older)
  world.write(second, [create(2)])
  await world.run(60_000)
  expect(phaseOf(second)).toBe('live')
  expect(second.engine!.status().refusal).toBeNull()
  expect(second.engine!.status().toSend).toBe(0)
  world.start(first)
  await world.run(60_000)
  expect([1, 2].map((n) => has(first, n) && has(second, n))).toEqual([true, true])
})

test('SPEC 7.13: a relay that was set back and took another entry is gone on with by a person, and all end equal', async () => {
  const { world, owner, add } = await begin()
  const admin = await add('admin', 'admin')
  const reader = await add('reader', 'recruiter')
  const mallory = await add('mallory', 'recruiter')
  const older = world.relay.disk
  world.crash(admin)
  void world.change(owner, () => ({ type: 'revoke', device: mallory.id, last: 0 }))
  await world.run(2000)
  world.write(reader, [create(1)])
  await world.run(2000)
  for (const device of [owner, reader, mallory]) world.crash(device)
  world.relay.restart(older)
  world.start(admin)
  await world.run(2000)
  void world.change(admin, () => ({ type: 'epoch' }))
  await world.run(2000)
  world.write(admin, [create(2)])
  world.start(reader)
  world.start(mallory)
  await world.run(120_000)
  // Who may not decide waits, and is told whom to ask; nothing of the relay is believed meanwhile.
  expect(reader.engine!.status().parting).toMatchObject({
    lost: [{ type: 'revoke' }],
    found: [{ type: 'epoch' }],
    mayDecide: false,
  })
  expect(reader.engine!.status().parting!.ask.map(({ name }) => name)).toContain(owner.id)
  expect(has(reader, 2)).toBe(false)
  world.start(owner)
  await world.run(5000)
  expect(owner.engine!.status().parting?.mayDecide).toBe(true)
  expect(has(owner, 2)).toBe(false)
  // The owner reads and goes on; the others follow by themselves.
  await world.run(180_000)
  for (const device of [owner, admin, reader]) {
    expect(phaseOf(device)).toBe('live')
    expect(device.engine!.status().alerts.filter(({ type }) => type === 'parted')).toEqual([])
    expect([1, 2].map((n) => has(device, n))).toEqual([true, true])
  }
  expect(phaseOf(mallory)).toBe('revoked')
})

test('SPEC 7.13: a revocation that a relay lost and cannot take again, since the device has sent more, is redone', async () => {
  const { world, owner, add } = await begin()
  const mallory = await add('mallory', 'recruiter')
  const older = world.relay.disk
  void world.change(owner, () => ({ type: 'revoke', device: mallory.id, last: 0 }))
  await world.run(2000)
  world.crash(owner)
  world.relay.restart(older)
  world.crash(mallory)
  mallory.disk.entries.splice(older.entries.length)
  world.start(mallory)
  world.write(mallory, [create(1)])
  await world.run(5000)
  expect(world.relay.disk.rows).toHaveLength(1)
  world.start(owner)
  await world.run(5000)
  expect(owner.engine!.status().parting).toMatchObject({ lost: [{ type: 'revoke' }], found: [], mayDecide: true })
  await world.run(180_000)
  expect(phaseOf(owner)).toBe('live')
  expect(phaseOf(mallory)).toBe('revoked')
  // What the relay had taken before counts.
  expect(has(owner, 1)).toBe(true)
})

test('SPEC 7.13: a person decides about what was shown, and nobody whose device knows nothing of it', async () => {
  const { world, owner, add } = await begin()
  const admin = await add('admin', 'admin')
  const older = world.relay.disk
  world.crash(admin)
  void world.change(owner, () => ({ type: 'epoch' }))
  await world.run(2000)
  world.crash(owner)
  world.relay.restart(older)
  world.start(admin)
  await world.run(2000)
  void world.change(admin, () => ({ type: 'epoch' }))
  await world.run(2000)
  world.start(owner)
  await world.run(2000)
  const { parting } = owner.engine!.status()
  expect(parting?.mayDecide).toBe(true)
  const { entries } = world.relay.disk
  void owner.engine!.reconcile({ lost: parting!.heads.lost, found: 'f'.repeat(64) }, 1000)
  await world.run(3000)
  expect(world.relay.disk.entries).toEqual(entries)
  const done = owner.engine!.reconcile(parting!.heads)
  await world.run(5000)
  expect(await done).toEqual({ ok: true, value: null })
  expect(world.relay.disk.entries.length).toBe(entries.length + 1)
  expect(owner.sealing!.membership().head).toBe(admin.sealing!.membership().head)
})

test('SPEC 8.7: a device that replaces the log by nothing is noticed, and who has the records gives them again', async () => {
  const { world, owner, add } = await begin({ ...snapshotLimits, mendAfterMs: 5000, checkWithinMs: 2000 })
  const mallory = await add('mallory', 'recruiter')
  const accomplice = await add('accomplice', 'recruiter')
  const honest = await add('honest', 'recruiter')
  world.write(owner, [create(1), create(2)])
  world.write(honest, [create(3)])
  await world.run(10_000)
  const covers = mallory.engine!.covered()!
  const id = 'e'.repeat(64)
  const { space } = mallory.sealing!
  const body = buildManifestBody({
    version: 1,
    type: 'snapshot',
    space,
    id,
    device: mallory.id,
    parts: [],
    covers,
    purge: true,
  })
  const manifest = buildManifest(body, toySign(mallory.id, manifestText(space, body)))
  for (const device of [mallory, accomplice]) world.crash(device)
  expect(world.relay.commit(mallory.id, id, manifest)).toBe(true)
  expect(world.relay.disk.rows).toEqual([])
  // Its own second device says that all is well.
  expect(world.relay.confirm(accomplice.id, id)).toBe(true)
  await world.run(120_000)
  const alerts = [owner, honest].flatMap(({ engine }) => engine!.status().alerts)
  expect(alerts).toContainEqual(expect.objectContaining({ type: 'snapshotLacks', device: mallory.id }))
  const newcomer = await add('newcomer', 'recruiter')
  await world.run(60_000)
  expect([1, 2, 3].map((n) => has(newcomer, n))).toEqual([true, true, true])
})
