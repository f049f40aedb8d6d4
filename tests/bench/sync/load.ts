// `node tests/bench/sync/load.ts [SECONDS] [sqlite|postgres]`: 500 devices in 50 spaces on one relay, 200 pushes a second
// altogether for SECONDS (300): time to acknowledgement, memory over time, and that everyone received everything.
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startPostgres } from '../../tools/postgres.mjs'
import { FakeSpace, Link, type FakeDevice } from '../../sync/relayClient.ts'
import { startRelayProcess } from '../../sync/relayProcess.ts'

const seconds = Number(process.argv[2] ?? 300)
const onPostgres = process.argv[3] === 'postgres'
const SPACES = 50
const DEVICES = 10
const PER_SECOND = 200
const BATCH_BYTES = 300

const folder = mkdtempSync(path.join(tmpdir(), 'vivier-load-'))
const database = onPostgres ? await startPostgres() : null
const relay = await startRelayProcess({
  VIVIER_DATA: folder,
  VIVIER_LOG: 'silent',
  // Devices come from as many addresses, as through a proxy.
  VIVIER_TRUST_PROXY: '1',
  NODE_COMPILE_CACHE: path.join(tmpdir(), 'vivier-compiled'),
  ...(database ? { DATABASE_URL: database.url } : {}),
})

interface Client {
  device: FakeDevice
  link: Link
  sentMs: Map<number, number>
}
const acknowledgedMs: number[] = []
let received = 0
const clients: Client[] = []
for (let index = 0; index < SPACES; index++) {
  const space = new FakeSpace()
  const devices = [space.owner, ...Array.from({ length: DEVICES - 1 }, () => space.add())]
  for (const device of devices) clients.push(await connect(device, space))
}
console.log(`${clients.length} devices connected, ${memoryMb().toFixed(0)} MB`)

// What this measure's own process waits for is not the relay's time: both are told.
const lag = monitorEventLoopDelay()
lag.enable()
const beganMs = performance.now()
const cpuBefore = cpuSeconds()
const memory: number[] = []
let pushed = 0
let turn = 0
while (performance.now() - beganMs < seconds * 1_000) {
  const due = Math.floor(((performance.now() - beganMs) / 1_000) * PER_SECOND)
  for (; pushed < due; pushed++) {
    // A stride that visits all spaces before it comes back to one.
    const client = clients[(turn * 11) % clients.length]!
    turn += 1
    const bytes = client.device.batch(BATCH_BYTES)
    client.sentMs.set(client.device.dseq, performance.now())
    client.link.say({ type: 'push', batches: [bytes] })
  }
  if (memory.length < (performance.now() - beganMs) / 5_000) memory.push(memoryMb())
  await new Promise((resolve) => setTimeout(resolve, 5))
}
const spentS = (performance.now() - beganMs) / 1_000
while (acknowledgedMs.length < pushed && performance.now() - beganMs < seconds * 1_000 + 20_000)
  await new Promise((resolve) => setTimeout(resolve, 50))
await new Promise((resolve) => setTimeout(resolve, 500))

const sorted = acknowledgedMs.toSorted((a, b) => a - b)
const at = (share: number): string => `${(sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(1)} ms`
console.log(
  `${pushed} pushes in ${spentS.toFixed(0)} s (${(pushed / spentS).toFixed(0)}/s), ${acknowledgedMs.length} acknowledged`,
)
console.log(`acknowledged after ${at(0.5)} (median), ${at(0.95)} (p95), ${at(0.99)} (p99), ${at(1)} (longest)`)
lag.disable()
console.log(
  `of that, in the relay: ${await insideRelay()}; this process was late by ${(lag.percentile(99) / 1e6).toFixed(0)} ms (p99)`,
)
console.log(`handed on: ${received} of ${pushed * (DEVICES - 1)}`)
console.log(
  `relay: ${(((cpuSeconds() - cpuBefore) / spentS) * 100).toFixed(0)} % of a core; memory every 5 s, MB: ${memory.map((mb) => mb.toFixed(0)).join(' ')}`,
)
await Promise.all(clients.map(({ link }) => link.close()))
await relay.end('SIGTERM')
await database?.remove()
rmSync(folder, { recursive: true, force: true })
process.exitCode = acknowledgedMs.length === pushed && received === pushed * (DEVICES - 1) ? 0 : 1

async function connect(device: FakeDevice, space: FakeSpace): Promise<Client> {
  const address = `198.51.100.${clients.length % 250}`
  const { link } = await Link.meet(relay.url, device, { space, address })
  await link.pull(0)
  const client: Client = { device, link, sentMs: new Map() }
  link.onFrame = (frame) => {
    if (frame.type === 'batches') received += frame.batches.length
    if (frame.type === 'refused') throw new Error(`refused ${frame.code}`)
    if (frame.type === 'ack')
      for (const [dseq] of frame.taken) {
        acknowledgedMs.push(performance.now() - client.sentMs.get(dseq)!)
        client.sentMs.delete(dseq)
      }
    // Seen: nothing waits for it.
    queueMicrotask(() => (link.frames.length = 0))
  }
  return client
}

/** From the relay's own count: how many pushes it acknowledged within which time after it had read them. */
async function insideRelay(): Promise<string> {
  const text = await (await fetch(`${relay.url}/metrics`)).text()
  const counts = [...text.matchAll(/^vivier_acknowledge_seconds_bucket\{le="([^"]+)"\} (\d+)$/gm)]
  const all = Number(counts.at(-1)?.[2] ?? 0)
  const within = (share: number): string => `${counts.find(([, , count]) => Number(count) >= all * share)?.[1]} s`
  return `half within ${within(0.5)}, 99 % within ${within(0.99)}`
}

function memoryMb(): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${relay.child.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
}

function cpuSeconds(): number {
  const fields = readFileSync(`/proc/${relay.child.pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}
