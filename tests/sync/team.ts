import { ok } from '../../src/kit/result.ts'
import type { Role } from '../../src/log/roles.ts'
import { makeDevice, type OwnDevice } from '../../src/sync/crypto/deviceKeys.ts'
import { addDevice, changeRole, createSpace, revokeDevice } from '../../src/sync/crypto/entries.ts'
import { openSealing, type SpaceSealing } from '../../src/sync/crypto/sealing.ts'

/** Keeps nothing: the team below holds the entries. */
export const shelf = { keepEntries: () => Promise.resolve(ok(null)) }
/** A space whose entries pass between its devices as a relay would pass them. */
export class Team {
  entries: Uint8Array[] = []
  space = ''
  sealings = new Map<string, SpaceSealing>()

  static async start(): Promise<Team> {
    const team = new Team()
    const owner = await makeDevice()
    const made = await createSpace(owner, { name: 'Poste de Nadia', person: 'Nadia', at: 1 })
    team.space = made.space
    team.entries = [made.entry]
    await team.open('owner', owner)
    return team
  }

  async open(name: string, own: OwnDevice): Promise<SpaceSealing> {
    const opened = await openSealing({ space: this.space, own, entries: [...this.entries], shelf })
    if (!opened.ok) throw new Error(opened.error.type)
    this.sealings.set(name, opened.value)
    return opened.value
  }

  get(name: string): SpaceSealing {
    return this.sealings.get(name)!
  }

  async publish(made: { ok: boolean; value?: Uint8Array; error?: { type: string } }): Promise<void> {
    if (!made.value) throw new Error(made.error?.type)
    this.entries.push(made.value)
    for (const sealing of this.sealings.values()) {
      const taken = await sealing.takeEntries(this.entries.length - 1, [made.value])
      if (!taken.ok) throw new Error(taken.error.type)
    }
  }

  async add(name: string, role: Role): Promise<SpaceSealing> {
    const own = await makeDevice()
    const owner = this.get('owner')
    const newcomer = { id: own.id, keys: own.keys, role, name: `Poste ${name}`, person: name }
    await this.publish(await addDevice(owner.chain(), owner.own, newcomer, 2))
    return this.open(name, own)
  }

  async change(name: string, role: Role, last: number): Promise<void> {
    const owner = this.get('owner')
    const device = this.get(name).device
    await this.publish(
      await changeRole(owner.chain(), owner.own, { device, role, last, name: `Poste ${name}`, person: name }, 3),
    )
  }

  async revoke(name: string, last: number): Promise<void> {
    const owner = this.get('owner')
    await this.publish(await revokeDevice(owner.chain(), owner.own, this.get(name).device, last, 3))
  }
}
