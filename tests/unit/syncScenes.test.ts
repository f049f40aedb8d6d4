import { expect, test } from 'vitest'
import type { Role } from '../../src/log/roles.ts'
import type { LocalChange } from '../sync/memoryStore.ts'
import { createChance } from '../sim/chance.ts'
import { toyGenesis } from '../sim/toySealing.ts'
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

async function begin(): Promise<{ world: World; owner: SimDevice; add(name: string, role: Role): Promise<SimDevice> }> {
  const world = new World(createChance(7))
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
