import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ok } from '../../src/kit/result.ts'
import type { SpaceSealing } from '../../src/sync/crypto/sealing.ts'
import { Engine } from '../../src/sync/engine.ts'
import { snapshotShelf, withParts } from '../../src/sync/hosts.ts'
import { snapshotLimits, Snapshots } from '../../src/sync/snapshots.ts'
import { surroundings } from '../../src/sync/surroundings.ts'
import { createTransport, relayBase } from '../../src/sync/transport.ts'
import { createMemoryStore, type LocalChange, type MemoryStore } from '../sync/memoryStore.ts'
import { startRelayProcess, type RelayProcess } from '../sync/relayProcess.ts'
import { Team } from '../sync/team.ts'

let folder: string
let relay: RelayProcess

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'vivier-snapshots-'))
  relay = await startRelayProcess({ VIVIER_DATA: folder })
})
afterAll(async () => {
  await relay.end('SIGTERM')
  rmSync(folder, { recursive: true, force: true })
})

interface Running {
  engine: Engine
  store: MemoryStore
  /** Told by the relay when it was last heard of: its id, what it covers, whether it stands confirmed. */
  news: { id: string; upTo: number; confirmed: boolean }[]
  adopted: number
  write(changes: LocalChange[]): void
}

// As the app has them, but for the waiting that keeps devices from all beginning at once.
const limits = { ...snapshotLimits, makeWithinMs: 0, checkWithinMs: 0 }

/** A device with keys, wire and snapshots of the app. Each of its operations is a batch. */
function run(sealing: SpaceSealing): Running {
  const base = relayBase(relay.url)!
  const store = createMemoryStore({ now: Date.now, random: surroundings.random })
  const notes = new Map<string, unknown>()
  const snapshots = new Snapshots(
    {
      get engine() {
        return engine
      },
      sealing: withParts(sealing),
      shelf: snapshotShelf({
        base,
        sealing,
        get engine() {
          return engine
        },
      }),
      surroundings,
      notes: {
        recall: async (name) => notes.get(name),
        remember: async (name, value) => void notes.set(name, value),
      },
      store: () => store,
      failed: (cause) => {
        throw cause
      },
      whenLive: async () => ok(null),
    },
    limits,
  )
  const engine: Engine = new Engine({
    store: { ...store, readOutbox: ({ bytes }) => store.readOutbox({ operations: 1, bytes }) },
    sealing,
    transport: createTransport(base),
    surroundings,
    onStatus: () => snapshots.look(),
    onSnapshot: (news) => {
      running.news.push(news)
      snapshots.hear(news)
    },
    adopt: async (news, welcome) => {
      running.adopted += 1
      return snapshots.adopt(news, welcome)
    },
  })
  const running: Running = {
    engine,
    store,
    news: [],
    adopted: 0,
    write(changes) {
      store.write(changes)
      engine.changed()
    },
  }
  engine.start()
  return running
}

const id = (n: number) => `0190a1b2-0000-7000-8000-${String(n).padStart(12, '0')}`
const until = (holds: () => boolean | Promise<boolean>) =>
  expect.poll(holds, { timeout: 60_000, interval: 20 }).toBe(true)
const cityOf = (store: MemoryStore, n: number) => store.record(id(n))?.fields.city
const isThrough = ({ engine }: Running) => engine.isLive() && engine.status().toSend === 0

async function join(team: Team, owner: Running, name: string): Promise<SpaceSealing> {
  const known = team.entries.length
  const sealing = await team.add(name, 'recruiter')
  const added = await owner.engine.submit(async () => ({ ok: true as const, value: team.entries[known]! }))
  expect(added.ok).toBe(true)
  return sealing
}

test('8.2, 8.3: after 2,000 batches a snapshot is made, checked by a second device, and replaces the log; who has it lets sealed batches go but for a tail', async () => {
  const team = await Team.start()
  const owner = run(team.get('owner'))
  await until(() => isThrough(owner))
  const second = run(await join(team, owner, 'recruiter'))
  await until(() => isThrough(second))

  // Ten records, written two hundred times each.
  const records = Array.from({ length: 10 }, (_, n) => n + 1)
  owner.write(records.map((n) => ({ type: 'create', kind: 'candidate', id: id(n), value: { city: 'Lyon' } })))
  for (let turn = 1; turn < 200; turn += 1)
    owner.write(
      records.map((n) => ({ type: 'set', kind: 'candidate', id: id(n), path: 'city', value: `Lyon ${turn}` })),
    )
  await until(() => isThrough(owner) && owner.engine.head() === 2000)
  await until(() => second.news.some(({ confirmed }) => confirmed))
  await until(() => owner.news.some(({ confirmed }) => confirmed))
  const [made] = owner.news.slice(-1)
  expect(made!.upTo).toBe(2000)

  // 6.5: what a relay restored from last night's backup may lack is kept, the rest is on this disk once.
  const author = owner.engine.options.sealing.device
  const kept = async ({ store }: Running, dseq: number) => (await store.readKept(author, dseq)) !== null
  for (const device of [owner, second]) {
    await until(async () => !(await kept(device, 1)))
    expect(await kept(device, 2000 - limits.keptTail)).toBe(false)
    expect(await kept(device, 2001 - limits.keptTail)).toBe(true)
    expect(await kept(device, 2000)).toBe(true)
  }

  // The log is gone behind it: a newcomer comes by the snapshot, and goes on with the log.
  const third = run(await join(team, owner, 'newcomer'))
  await until(() => isThrough(third))
  expect(third.adopted).toBe(1)
  expect(cityOf(third.store, 10)).toBe('Lyon 199')
  expect(await kept(third, 1999)).toBe(false)
  third.write([{ type: 'set', kind: 'candidate', id: id(1), path: 'city', value: 'Bron' }])
  await until(() => [owner, second].every(({ store }) => cityOf(store, 1) === 'Bron'))
  await Promise.all([owner, second, third].map(({ engine }) => engine.stop()))
}, 90_000)
