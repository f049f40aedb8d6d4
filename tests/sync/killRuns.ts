import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startPostgres } from '../tools/postgres.mjs'
import { FakeSpace, Link, type FakeDevice } from './relayClient.ts'
import { startRelayProcess, type RelayProcess } from './relayProcess.ts'

/** What killing the relay again and again left. */
export interface KillReport {
  kills: number
  /** Acknowledged batches that the relay, asked at the end, does not have or has otherwise. */
  lost: number
  acknowledged: number
  /** Batches pushed again after a kill that the relay had taken already. */
  repeated: number
  /** Milliseconds from each new start to serving again. */
  reopenMs: number[]
}

interface Writer {
  device: FakeDevice
  /** Acknowledged: seq by dseq. */
  acknowledged: Map<number, number>
  /** Sent and not acknowledged, oldest first. */
  open: { dseq: number; bytes: Buffer }[]
  sent: Map<number, Buffer>
  link: Link | null
}

/**
 * Kills the relay (SIGKILL) `kills` times while `writers` devices push without pause, starts it again each time, and
 * at the end reads the whole log back: every batch acknowledged at any time must be there, byte for byte, once, under
 * the seq that was told.
 */
export async function runKills(options: {
  store: 'sqlite' | 'postgres'
  kills: number
  writers: number
  /** Chance, 0 to 1: when in its run the relay is killed. */
  random: () => number
  onKill?: (round: number, reopenedMs: number) => void
}): Promise<KillReport> {
  const folder = mkdtempSync(path.join(tmpdir(), 'vivier-kill-'))
  const database = options.store === 'postgres' ? await startPostgres() : null
  const port = await freePort()
  const environment = {
    PORT: String(port),
    VIVIER_DATA: folder,
    VIVIER_LOG: 'silent',
    NODE_COMPILE_CACHE: path.join(tmpdir(), 'vivier-compiled'),
    ...(database ? { DATABASE_URL: database.url } : {}),
  }
  const report: KillReport = { kills: 0, lost: 0, acknowledged: 0, repeated: 0, reopenMs: [] }
  let relay: RelayProcess = await startRelayProcess(environment)
  const space = new FakeSpace()
  const devices = [space.owner, ...Array.from({ length: options.writers - 1 }, () => space.add())]
  const writers = devices.map((device): Writer => ({
    device,
    acknowledged: new Map(),
    open: [],
    sent: new Map(),
    link: null,
  }))
  try {
    for (let round = 0; round <= options.kills; round++) {
      const running = await Promise.all(writers.map((writer) => write(writer, relay.url, space, report)))
      // At least one acknowledgement each time, so that each round has something to lose.
      const before = countOf(writers)
      const endMs = performance.now() + 80 + options.random() * 220
      while (performance.now() < endMs || countOf(writers) === before) await pause(2)
      if (round === options.kills) {
        for (const stop of running) await stop()
        break
      }
      await relay.end('SIGKILL')
      report.kills += 1
      for (const stop of running) await stop()
      relay = await startRelayProcess(environment)
      report.reopenMs.push(relay.openedInMs)
      options.onKill?.(round + 1, relay.openedInMs)
    }
    report.acknowledged = countOf(writers)
    report.lost = await countLost(writers, relay.url, space)
  } finally {
    await relay.end('SIGKILL')
    await database?.remove()
    rmSync(folder, { recursive: true, force: true })
  }
  return report
}

/** Pushes until stopped or cut off; first what was not acknowledged before, byte for byte (SPEC 4.7). */
async function write(writer: Writer, url: string, space: FakeSpace, report: KillReport): Promise<() => Promise<void>> {
  const { link, welcome } = await Link.meet(url, writer.device, { space })
  const taken = welcome.heads[writer.device.id]?.dseq ?? 0
  report.repeated += writer.open.filter(({ dseq }) => dseq <= taken).length
  let stopped = false
  link.onFrame = (frame) => {
    if (frame.type === 'refused') throw new Error(`refused ${frame.code}`)
    if (frame.type !== 'ack') return
    for (const [dseq, seq] of frame.taken) {
      writer.acknowledged.set(dseq, seq)
      writer.open = writer.open.filter((batch) => batch.dseq !== dseq)
    }
    link.frames.length = 0
    next()
  }
  const next = (): void => {
    while (!stopped && !link.closed && writer.open.length < 8) {
      const bytes = writer.device.batch(400)
      const { dseq } = writer.device
      writer.sent.set(dseq, bytes)
      writer.open.push({ dseq, bytes })
      link.say({ type: 'push', batches: [bytes] })
    }
  }
  if (writer.open.length > 0) link.say({ type: 'push', batches: writer.open.map(({ bytes }) => bytes) })
  next()
  return async () => {
    stopped = true
    await link.close()
  }
}

async function countLost(writers: readonly Writer[], url: string, space: FakeSpace): Promise<number> {
  const { link } = await Link.meet(url, space.owner)
  const bySeq = new Map<number, Uint8Array>()
  for (const item of await link.pull(0)) bySeq.set(item.seq, (item as { bytes: Uint8Array }).bytes)
  await link.close()
  let lost = 0
  for (const { acknowledged, sent } of writers)
    for (const [dseq, seq] of acknowledged) {
      const kept = bySeq.get(seq)
      if (!kept || Buffer.compare(kept, sent.get(dseq)!) !== 0) lost += 1
    }
  // Dense, and nothing twice: as many places as the last seq says, and as many different batches.
  const different = new Set([...bySeq.values()].map((bytes) => Buffer.from(bytes.subarray(-64)).toString('hex')))
  if (different.size !== bySeq.size || Math.max(...bySeq.keys()) !== bySeq.size) lost += 1
  return lost
}

const countOf = (writers: readonly Writer[]): number =>
  writers.reduce((sum, { acknowledged }) => sum + acknowledged.size, 0)
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
}
