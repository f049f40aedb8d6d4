import { memberOf } from '../../src/log/membership.ts'
import type { LocalChange } from '../sync/memoryStore.ts'
import type { Chance } from './chance.ts'
import { isKeySpoilt } from './toySealing.ts'
import type { SimDevice, World } from './world.ts'

/** What these scenes ask of the history they are part of. */
interface Around {
  addAgent(): Promise<void>
  /** What stands on no disk any more is lost by no fault of ours. */
  forgive(): void
  count(operations: number): void
}

/** Records that only these scenes write. */
const idOf = (n: number) => `0190a1b2-0000-7000-a000-${String(n).padStart(12, '0')}`
export const lieKind = 'setting'

/**
 * What hardly comes of chance alone: branches that meet behind a restored relay, batches of who was shut out, of who lies,
 * and under keys that are not there yet. Each scene is a few steps in a row, at any moment of a history.
 */
export class RareScenes {
  private readonly world: World
  private readonly chance: Chance
  private readonly around: Around
  private written = 0

  constructor(world: World, chance: Chance, around: Around) {
    this.world = world
    this.chance = chance
    this.around = around
  }

  async branches(): Promise<void> {
    if (!this.chance.hits(0.06)) return
    if (this.chance.hits(0.5)) await this.fork()
    else await this.disown()
  }

  async rights(): Promise<void> {
    if (!this.chance.hits(0.08)) return
    const what = this.chance.below(3)
    if (what === 0) await this.liar()
    else if (what === 1) await this.lateBatch()
    else await this.missingKey()
  }

  /** Who rotates keys again sees to it that everyone has the present one. */
  heal(): void {
    const { chain } = this.world.relay.disk
    if (chain && isKeySpoilt(chain)) void this.world.change(this.world.devices[0]!, () => ({ type: 'epoch' }))
  }

  private mayWrite({ id, engine, isAgent, isLiar }: SimDevice): boolean {
    const { chain } = this.world.relay.disk
    const member = chain && memberOf(chain, id)
    return (
      engine !== null && !isAgent && !isLiar && member?.revokedIn === undefined && ((member?.rights ?? 0) & 3) === 3
    )
  }

  private wake(device: SimDevice): void {
    this.world.guard(device, () => device.engine?.wake())
  }

  private write(device: SimDevice, times: number): void {
    const { chance, world } = this
    for (let n = 0; n < times; n += 1) {
      const old = idOf(1 + chance.below(this.written + 1))
      const isKnown = device.disk.store.record(old) !== null && chance.hits(0.6)
      // Nobody makes a record that another branch has made: its id is by chance.
      if (!isKnown) this.written += 1
      const id = isKnown ? old : idOf(this.written)
      const city = `city ${chance.below(99)}`
      const change: LocalChange = isKnown
        ? { type: 'set', kind: 'candidate', id, path: 'city', value: city }
        : { type: 'create', kind: 'candidate', id, value: { city } }
      world.write(device, [change])
      this.around.count(1)
    }
  }

  /** Some of a device's batches on their way, one by one. */
  private async writeInTurn(device: SimDevice): Promise<void> {
    for (let n = 1 + this.chance.below(3); n > 0; n -= 1) {
      this.write(device, 1 + this.chance.below(2))
      await this.world.run(600 + this.chance.below(2000))
    }
  }

  /** A device and the relay come back from before what the others have, and the device goes another way. */
  private async fork(): Promise<void> {
    const { chance, world } = this
    const able = world.devices.filter((device) => this.mayWrite(device))
    if (able.length < 2) return
    const device = chance.pick(able)
    const others = able.filter((each) => each !== device)
    world.count('scene: a device and the relay come back from before, and go another way')
    world.tell('scene: fork')
    await this.writeInTurn(device)
    const before = { relay: world.relay.disk, device: world.copyDisk(device.disk, device.name) }
    await this.writeInTurn(device)
    const away = chance.hits(0.8) ? chance.pick(others) : null
    if (away) world.offline.add(away)
    if (away) world.cutAll(away)
    world.crash(device)
    device.disk = before.device
    world.relay.restart(before.relay)
    this.around.forgive()
    world.start(device)
    await this.writeInTurn(device)
    if (device.snapshots && chance.hits(0.6)) {
      // The other branch is behind it.
      device.snapshots.make(true).catch(() => world.crash(device))
      await world.run(8000)
    }
    if (away) world.offline.delete(away)
    if (away) this.wake(away)
    await world.run(3000 + chance.below(60_000))
  }

  /** A relay that lost batches of a device hears that it is shut out before anyone gives them. */
  private async disown(): Promise<void> {
    const { chance, world } = this
    const owner = world.devices[0]!
    const able = world.devices.filter((device) => this.mayWrite(device) && device.id !== owner.id)
    if (!this.mayWrite(owner) || able.length < 2) return
    const device = chance.pick(able)
    const witness = chance.pick(able.filter((each) => each !== device))
    if (witness.id === device.id) return
    world.count('scene: who is shut out has batches that the relay lost')
    world.tell('scene: disown')
    await this.writeInTurn(device)
    world.offline.add(owner)
    world.cutAll(owner)
    const before = world.relay.disk
    await this.writeInTurn(device)
    for (const each of world.devices) if (each !== owner) world.offline.add(each)
    for (const each of world.devices) world.cutAll(each)
    world.relay.restart(before)
    this.around.forgive()
    world.offline.delete(owner)
    this.wake(owner)
    await world.run(4000)
    await Promise.race([
      world.change(owner, (chains) => {
        const last = chains.get(device.id)?.dseq ?? 0
        return chance.hits(0.7)
          ? { type: 'revoke', device: device.id, last }
          : { type: 'role', device: device.id, role: 'reader', last }
      }),
      world.run(10_000),
    ])
    await world.run(2000)
    for (const each of world.devices) world.offline.delete(each)
    for (const each of world.devices) this.wake(each)
    await world.run(3000 + chance.below(60_000))
  }

  /** A field agent's program was changed: it sends what no field agent may write. */
  private async liar(): Promise<void> {
    const { chance, world } = this
    if (!world.devices.some(({ isAgent }) => isAgent) && world.devices.length < 6) await this.around.addAgent()
    const agents = world.devices.filter(
      ({ id, isAgent }) => isAgent && world.devices.filter((each) => each.id === id).length === 1,
    )
    if (agents.length === 0) return
    const device = chance.pick(agents)
    world.count('scene: a field agent writes what it may not')
    world.tell(`${device.name}: lies`)
    device.isLiar = true
    this.written += 1
    world.write(device, [
      { type: 'create', kind: lieKind, id: `lie ${this.written}`, value: { value: chance.below(99) } },
    ])
    await world.run(chance.below(5000))
  }

  /** A relay goes on taking batches of who was shut out, and does not tell it. */
  private async lateBatch(): Promise<void> {
    const { chance, world } = this
    const owner = world.devices[0]!
    const able = world.devices.filter((device) => this.mayWrite(device) && device.id !== owner.id)
    if (!this.mayWrite(owner) || able.length === 0) return
    const device = chance.pick(able)
    world.count('scene: a relay takes batches of who was shut out')
    world.tell('scene: late batch')
    world.offline.add(device)
    world.cutAll(device)
    const { length } = world.relay.disk.entries
    const role = chance.hits(0.3)
    await Promise.race([
      world.change(owner, (chains) => {
        const last = chains.get(device.id)?.dseq ?? 0
        return role
          ? { type: 'role', device: device.id, role: 'reader', last }
          : { type: 'revoke', device: device.id, last }
      }),
      world.run(10_000),
    ])
    await world.run(2000)
    world.relay.lies = { isLax: true, entries: (entries) => entries.slice(0, length) }
    world.relay.restart()
    world.offline.delete(device)
    this.wake(device)
    await this.writeInTurn(device)
    await world.run(5000)
    world.relay.lies = {}
    if (chance.hits(0.5)) world.relay.restart()
    await world.run(3000)
  }

  /** Whoever rotates the keys gives one device a key that does not open, and rotates again later. */
  private async missingKey(): Promise<void> {
    const { chance, world } = this
    const owner = world.devices[0]!
    const able = world.devices.filter((device) => this.mayWrite(device) && device.id !== owner.id)
    if (!this.mayWrite(owner) || able.length === 0) return
    const { id } = chance.pick(able)
    world.count('scene: a device is given no key that opens')
    world.tell('scene: missing key')
    await Promise.race([world.change(owner, () => ({ type: 'epoch', without: id })), world.run(10_000)])
    await this.writeInTurn(owner)
    if (chance.hits(0.5)) this.heal()
    await world.run(3000)
  }
}
