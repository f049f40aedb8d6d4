import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startPostgres } from '../tools/postgres.mjs'
import { FakeSpace, Link, type FakeDevice } from './relayClient.ts'
import { startRelayProcess } from './relayProcess.ts'

/** What two relays over one PostgreSQL showed. */
export interface InstancesReport {
  /** Milliseconds from a push on the one instance until a device on the other had it, sorted. */
  latenciesMs: number[]
  /** Milliseconds from the death of an instance until its device was served by the other. */
  movedInMs: number
  /** Milliseconds from PostgreSQL's return until a push was acknowledged. */
  backInMs: number
  /** Acknowledged batches missing at the end. */
  lost: number
  acknowledged: number
}

/**
 * Two relays over one PostgreSQL: a device on each. Measures how fast one sees the other's change (`changes` times),
 * kills the first instance, stops PostgreSQL for `downMs` while devices push, and counts at the end.
 */
export async function runInstances(options: { changes: number; downMs: number }): Promise<InstancesReport> {
  const database = await startPostgres()
  const folder = mkdtempSync(path.join(tmpdir(), 'vivier-instances-'))
  const environment = {
    DATABASE_URL: database.url,
    VIVIER_DATA: folder,
    VIVIER_LOG: 'silent',
    NODE_COMPILE_CACHE: path.join(tmpdir(), 'vivier-compiled'),
  }
  const [first, second] = await Promise.all([startRelayProcess(environment), startRelayProcess(environment)])
  try {
    const space = new FakeSpace()
    const other = space.add()
    const a = (await Link.meet(first.url, space.owner, { space })).link
    const b = (await Link.meet(second.url, other)).link
    await b.pull(0)
    const kept = new Map<string, number>()
    const latenciesMs: number[] = []
    let cursor = 0
    for (let count = 0; count < options.changes; count++) {
      const bytes = space.owner.batch()
      const beganMs = performance.now()
      a.say({ type: 'push', batches: [bytes] })
      cursor = await seen(b, cursor)
      latenciesMs.push(performance.now() - beganMs)
      const { taken } = await a.next('ack')
      kept.set(nameOf(bytes), taken[0]![1])
    }

    // The first instance dies; its device goes to the other.
    const diedMs = performance.now()
    await first.end('SIGKILL')
    await a.end()
    const moved = (await Link.meet(second.url, space.owner)).link
    const bytes = space.owner.batch()
    kept.set(nameOf(bytes), await moved.push(bytes))
    const movedInMs = performance.now() - diedMs

    // PostgreSQL is away while both go on pushing.
    await database.stop()
    const pushing = [space.owner, other].map((device) => pushThrough(second.url, device, 5, kept))
    await new Promise((resolve) => setTimeout(resolve, options.downMs))
    const backMs = performance.now()
    await database.start()
    await Promise.all(pushing)
    const backInMs = performance.now() - backMs

    const { link } = await Link.meet(second.url, space.owner)
    const stored = new Map(
      (await link.pull(0)).map((item) => [nameOf((item as { bytes: Uint8Array }).bytes), item.seq]),
    )
    const lost = [...kept].filter(([name, seq]) => stored.get(name) !== seq).length
    await Promise.all([link.close(), moved.close(), b.close()])
    return { latenciesMs: latenciesMs.toSorted((x, y) => x - y), movedInMs, backInMs, lost, acknowledged: kept.size }
  } finally {
    await first.end('SIGKILL')
    await second.end('SIGTERM')
    await database.remove()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Resolves when a device that listens has what comes after `cursor`; reads on when it is told a number only. */
async function seen(link: Link, cursor: number): Promise<number> {
  for (;;) {
    const frame = await link.next('batches')
    const last = frame.batches.at(-1)?.seq ?? cursor
    if (last > cursor) return last
    if (frame.head > cursor) link.say({ type: 'pull', after: cursor, own: 0 })
  }
}

/** Pushes `count` batches one after the other, again and again until each is acknowledged, as a device does. */
async function pushThrough(url: string, device: FakeDevice, count: number, kept: Map<string, number>): Promise<void> {
  for (let index = 0; index < count; index++) {
    const bytes = device.batch()
    for (;;) {
      try {
        const { link } = await Link.meet(url, device)
        kept.set(nameOf(bytes), await link.push(bytes))
        await link.close()
        break
      } catch {
        // Not served, or cut off before the answer: the same bytes again.
        await new Promise((resolve) => setTimeout(resolve, 250))
      }
    }
  }
}

/** A batch by its signature. */
const nameOf = (bytes: Uint8Array): string => Buffer.from(bytes.subarray(-64)).toString('base64')
