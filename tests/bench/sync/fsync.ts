// `node tests/bench/sync/fsync.ts [PUSHES]`: runs the relay on the embedded store under strace and shows that each
// acknowledgement leaves after the write-ahead log was synced to the disk. Needs Linux and strace.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { FakeSpace, Link } from '../../sync/relayClient.ts'
import { startRelayProcess } from '../../sync/relayProcess.ts'

const pushes = Number(process.argv[2] ?? 200)
try {
  execFileSync('strace', ['-V'], { stdio: 'ignore' })
} catch {
  console.log('skipped: strace is not installed (Debian: apt-get install strace)')
  process.exit(0)
}

const folder = mkdtempSync(path.join(tmpdir(), 'vivier-fsync-'))
const trace = path.join(folder, 'trace')
const relay = await startRelayProcess({ VIVIER_DATA: path.join(folder, 'data'), VIVIER_LOG: 'silent' }, [
  'strace',
  '-f',
  '-qq',
  '-y',
  '-e',
  'trace=fsync,fdatasync,pwrite64,write,writev,sendto,sendmsg',
  '-x',
  '-s',
  '16',
  '-o',
  trace,
])
const space = new FakeSpace()
const { link } = await Link.meet(relay.url, space.owner, { space })
for (let count = 0; count < pushes; count++) await link.push(space.owner.batch(500))
await link.close()
// The signal is for the relay, not for the tracer around it.
process.kill(Number(/^\d+/.exec(readFileSync(trace, 'utf8'))![0]), 'SIGTERM')
await relay.end(null)

// An acknowledgement is a WebSocket frame on a TCP socket: 0x82 (binary, final), its length (11), then 35 (`ack`).
const isAck = (line: string): boolean => /\\x82\\x0b(?:", iov_len=2}, \{iov_base=")?\\x23/.test(line)
let walWrites = 0
let syncs = 0
let acks = 0
let early = 0
let dirty = false
for (const line of readFileSync(trace, 'utf8').split('\n')) {
  if (/pwrite64\(\d+<[^>]*relay\.db-wal>/.test(line)) {
    walWrites += 1
    dirty = true
  } else if (/f(?:data)?sync\(\d+<[^>]*relay\.db-wal>/.test(line)) {
    syncs += 1
    dirty = false
  } else if (isAck(line)) {
    acks += 1
    if (dirty) early += 1
  }
}
rmSync(folder, { recursive: true })
console.log(
  `${pushes} pushes one by one: ${walWrites} writes to the log, ${syncs} syncs of it, ${acks} acknowledgements sent, ` +
    `${early} of them before the sync`,
)
process.exitCode = acks === pushes && early === 0 && syncs >= pushes ? 0 : 1
