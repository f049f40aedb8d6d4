import type { Role } from '../../src/log/roles.ts'
import type { Chance } from './chance.ts'
import type { RelayDisk } from './simRelay.ts'
import type { SimDevice, World } from './world.ts'

/** What these scenes ask of the history they are part of. */
interface Around {
  readonly asked: Promise<unknown>[]
  addDevice(role: Role, by?: SimDevice): Promise<void>
  forgive(): void
}

/** What makes memberships part: changes by several, a relay that forgets them, devices that did not hear of them. */
export class PartingScenes {
  private readonly world: World
  private readonly chance: Chance
  private readonly around: Around
  private before: RelayDisk | null = null

  constructor(world: World, chance: Chance, around: Around) {
    this.world = world
    this.chance = chance
    this.around = around
  }

  async begin(): Promise<void> {
    await this.around.addDevice('admin')
    await this.around.addDevice('owner')
  }

  async step(): Promise<void> {
    const { chance, world } = this
    if (!chance.hits(0.4)) return
    const what = chance.below(10)
    if (what === 0) this.remember()
    else if (what === 1) this.forget()
    else if (what === 2) world.start(chance.pick(world.devices))
    else if (what === 3) world.crash(chance.pick(world.devices))
    else await this.change(what)
  }

  /** Some will not hear of what comes next. */
  private remember(): void {
    const { chance, world } = this
    if (!world.relay.disk.chain) return
    this.before = world.relay.disk
    for (const device of world.devices) if (chance.hits(0.4)) world.crash(device)
  }

  /** Who knows what is lost comes back only later, when others may have gone on without. */
  private forget(): void {
    const { before, world } = this
    if (!before) return
    for (const device of world.devices) {
      if (device.disk.entries.length > before.entries.length) world.crash(device)
      else world.start(device)
    }
    world.count('trouble: the relay forgets')
    world.tell(`relay: forgets, ${before.rows.length} batches, ${before.entries.length} entries`)
    world.relay.restart(before)
    this.around.forgive()
  }

  private async change(what: number): Promise<void> {
    const { chance, world, around } = this
    const managers = world.devices.filter(({ engine, sealing }) => engine && sealing?.membership().manage)
    if (managers.length === 0) return
    const by = chance.pick(managers)
    const other = chance.pick(world.devices)
    const { id } = other
    const role = chance.pick<Role>(['owner', 'admin', 'recruiter', 'reader'])
    const lastOf = (chains: ReadonlyMap<string, { dseq: number }>) => chains.get(id)?.dseq ?? 0
    world.count('trouble: one of several changes the membership')
    if (what === 4 && world.devices.length < 7) await around.addDevice(role, by)
    else if (what === 5)
      around.asked.push(world.change(by, (chains) => ({ type: 'revoke', device: id, last: lastOf(chains) })))
    else if (what === 6) around.asked.push(world.change(by, () => ({ type: 'epoch' })))
    else if (what === 7) around.asked.push(world.change(other, () => ({ type: 'name' })))
    else around.asked.push(world.change(by, (chains) => ({ type: 'role', device: id, role, last: lastOf(chains) })))
  }
}
