import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { nameDevice } from '../../src/sync/crypto/entries.ts'
import type { SpaceSealing } from '../../src/sync/crypto/sealing.ts'
import { Engine } from '../../src/sync/engine.ts'
import type { Surroundings, Transport } from '../../src/sync/ports.ts'
import { createTransport, relayBase } from '../../src/sync/transport.ts'
import { createMemoryStore, type LocalChange, type MemoryStore } from '../sync/memoryStore.ts'
import { startRelayProcess, type RelayProcess } from '../sync/relayProcess.ts'
import { Team } from '../sync/team.ts'

let folder: string
let relay: RelayProcess

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'vivier-engine-'))
  relay = await startRelayProcess({ VIVIER_DATA: folder })
})
afterAll(async () => {
  await relay.end('SIGTERM')
  rmSync(folder, { recursive: true, force: true })
})

const surroundings: Surroundings = {
  now: () => Date.now(),
  random: (bytes) => crypto.getRandomValues(bytes),
  later(run, delayMs) {
    const timer = setTimeout(run, delayMs)
    return () => clearTimeout(timer)
  },
}

/** A network that lets no WebSocket through. */
function withoutSockets(transport: Transport): Transport {
  return {
    connect(handlers) {
      const allowed = globalThis.WebSocket
      globalThis.WebSocket = class {
        constructor() {
          throw new Error('blocked')
        }
      } as unknown as typeof WebSocket
      const connection = transport.connect(handlers)
      globalThis.WebSocket = allowed
      return connection
    },
  }
}

interface Running {
  engine: Engine
  store: MemoryStore
  write(changes: LocalChange[]): void
}

function run(sealing: SpaceSealing, transport: Transport): Running {
  const store = createMemoryStore({ now: Date.now, random: surroundings.random })
  const engine = new Engine({ store, sealing, transport, surroundings })
  engine.start()
  const write = (changes: LocalChange[]) => {
    store.write(changes)
    engine.changed()
  }
  return { engine, store, write }
}

const id = (n: number) => `0190a1b2-0000-7000-8000-${String(n).padStart(12, '0')}`
const create = (n: number, city: string): LocalChange => ({
  type: 'create',
  kind: 'candidate',
  id: id(n),
  value: { city },
})
const until = (holds: () => boolean) => expect.poll(holds, { timeout: 20_000, interval: 10 }).toBe(true)

test('SPEC 5.7, 5.8: a device on a WebSocket and one that only has HTTP hear each other at once', async () => {
  const team = await Team.start()
  const transport = createTransport(relayBase(relay.url)!)
  const owner = run(team.get('owner'), transport)
  await until(() => owner.engine.isLive())
  // The relay takes the entry from the owner's own device.
  const known = team.entries.length
  const recruiter = await team.add('recruiter', 'recruiter')
  const added = await owner.engine.submit(async () => ({ ok: true as const, value: team.entries[known]! }))
  expect(added.ok).toBe(true)
  const other = run(recruiter, withoutSockets(transport))
  await until(() => other.engine.isLive())
  expect([owner.engine.status().transport, other.engine.status().transport]).toEqual(['socket', 'http'])

  owner.write([create(1, 'Lyon')])
  await until(() => other.store.record(id(1))?.fields.city === 'Lyon')
  other.write([{ type: 'set', kind: 'candidate', id: id(1), path: 'city', value: 'Bron' }, create(2, 'Givors')])
  await until(() => owner.store.record(id(2)) !== null)
  expect(owner.store.record(id(1))?.fields.city).toBe('Bron')
  await until(() => owner.engine.status().toSend + other.engine.status().toSend === 0)
  await Promise.all([owner.engine.stop(), other.engine.stop()])
}, 60_000)

test('4.7: what was written without a relay is sent once it is there, and not twice', async () => {
  const team = await Team.start()
  const down: Transport = {
    connect(handlers) {
      const timer = setTimeout(() => handlers.onEnd('down'), 5)
      return { send: () => {}, close: () => clearTimeout(timer) }
    },
  }
  const offline = run(team.get('owner'), down)
  offline.write([create(1, 'Lyon'), create(2, 'Bron')])
  await until(() => offline.engine.status().toSend === 2)
  await offline.engine.stop()
  const engine = new Engine({
    store: offline.store,
    sealing: team.get('owner'),
    transport: createTransport(relayBase(relay.url)!),
    surroundings,
  })
  engine.start()
  await until(() => engine.isLive() && engine.status().toSend === 0 && engine.status().syncedAt > 0)
  expect((await offline.store.readMemory()).relay?.cursor).toBe(1)
  await engine.stop()
}, 60_000)

test('SPEC 5.8: a workspace is made where only HTTP passes', async () => {
  const team = await Team.start()
  const owner = run(team.get('owner'), withoutSockets(createTransport(relayBase(relay.url)!)))
  await until(() => owner.engine.isLive())
  owner.write([create(1, 'Lyon')])
  await until(() => owner.engine.status().toSend === 0 && owner.engine.status().syncedAt > 0)
  expect(owner.engine.status().transport).toBe('http')
  await owner.engine.stop()
}, 60_000)

test('SPEC 7.12: a field agent names its device, and its colleagues see the name', async () => {
  const team = await Team.start()
  const transport = createTransport(relayBase(relay.url)!)
  const agent = await team.add('agent', 'fieldAgent')
  const owner = run(team.get('owner'), transport)
  await until(() => owner.engine.isLive())
  const phone = run(agent, transport)
  await until(() => phone.engine.isLive())
  const named = await phone.engine.submit(() => nameDevice(agent.chain(), agent.own, 'Téléphone de chantier', 4))
  expect(named.ok).toBe(true)
  await until(() => team.get('owner').membership().entries === 3)
  expect((await team.get('owner').devices()).map(({ name }) => name)).toContain('Téléphone de chantier')
  await Promise.all([owner.engine.stop(), phone.engine.stop()])
}, 60_000)
