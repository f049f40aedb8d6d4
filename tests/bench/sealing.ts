/*
 * What sealing costs: batches of 500 edits sealed and opened, 1,000 small batches verified and opened, a chain of entries
 * followed, a file of 8 MiB. `npm run bench:seal`; milliseconds of this machine, the median of several runs.
 */
import { noPrevious } from '../../src/log/batch.ts'
import { encodeContent } from '../../src/log/codec.ts'
import type { Operation } from '../../src/log/operation.ts'
import { blobName, openWholeBlob, sealBlob } from '../../src/sync/crypto/blobSealing.ts'
import { followChain } from '../../src/sync/crypto/chain.ts'
import { rotateEpoch } from '../../src/sync/crypto/entries.ts'
import { stretch } from '../../src/sync/crypto/stretch.ts'
import { Team } from '../sync/team.ts'

const hexOf = (n: number, digits: number) => n.toString(16).padStart(digits, '0')
const fields = ['headline', 'city', 'summary', 'availability', 'salary']

/** Edits as in the workload of sync: random ids, a few fields, short values. */
function edits(count: number, from: number): Operation[] {
  return Array.from({ length: count }, (_, index) => {
    const n = from + index
    const scattered = Math.imul(n, 2654435761) >>> 0
    const stamp = `${hexOf(1_760_000_000_000 + n * 40, 12)}-0000-${'c'.repeat(16)}`
    return {
      type: 'set',
      kind: 'candidate',
      id: crypto.randomUUID(),
      path: fields[scattered % fields.length]!,
      value: `Soudeur TIG ${scattered % 997}`,
      stamp,
      transaction: stamp,
      at: 1_760_000_000_000 + n * 40,
      by: 'Nadia',
      action: 'candidate.edited',
    }
  })
}

async function median(runs: number, run: (n: number) => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let n = 0; n < runs; n += 1) {
    const start = performance.now()
    await run(n)
    times.push(performance.now() - start)
  }
  return times.sort((a, b) => a - b)[runs >> 1]!
}
const say = (what: string, value: string | number) =>
  console.log(`${what.padEnd(58)} ${typeof value === 'number' ? value.toFixed(2) : value}`)

const team = await Team.start()
const owner = team.get('owner')
const reader = await team.add('reader', 'recruiter')
const agent = await team.add('agent', 'fieldAgent')
const vector = { stamps: {}, dseqs: {} }
const sealing = async (device: typeof owner, dseq: number, operations: Operation[]) => {
  const sealed = await device.seal({ dseq, previous: noPrevious, operations, vector })
  if (!sealed.ok) throw new Error(sealed.error.type)
  return sealed.value
}

const large = edits(500, 0)
const batch = await sealing(owner, 1, large)
say('500 edits: bytes of content', encodeContent({ operations: large, vector }).length)
say('500 edits: bytes sealed', batch.bytes.length)
say('500 edits: bytes sealed an edit', batch.bytes.length / 500)
say('500 edits: packed alone, ms', await median(21, async () => encodeContent({ operations: large, vector })))
say('500 edits: sealed, ms', await median(21, (n) => sealing(owner, n + 1, large)))
say('500 edits: verified and opened, ms', await median(21, () => reader.open(batch.bytes)))
const fromAgent = await sealing(
  agent,
  1,
  large.map((edit) => ({ ...edit, type: 'set' as const })),
)
say('500 edits to the space key: opened, ms', await median(11, () => reader.open(fromAgent.bytes)))

const small: Uint8Array[] = []
for (let n = 0; n < 1000; n += 1) small.push((await sealing(owner, n + 1, edits(1, n))).bytes)
say('one edit: bytes sealed', small[0]!.length)
const one = await median(3, async () => {
  for (const bytes of small) if (!(await reader.open(bytes)).ok) throw new Error('does not open')
})
say('1,000 batches of one edit: opened one by one, ms', one)
say(
  '1,000 batches of one edit: opened sixteen at a time, ms',
  await median(3, async () => {
    for (let n = 0; n < small.length; n += 16)
      await Promise.all(small.slice(n, n + 16).map((bytes) => reader.open(bytes)))
  }),
)

for (let n = 0; n < 40; n += 1) await team.publish(await rotateEpoch(owner.chain(), owner.own))
say(
  'a chain of 43 entries with 41 epochs followed, ms',
  await median(5, () => followChain(null, team.entries, team.space)),
)
const file = crypto.getRandomValues(new Uint8Array(65_536))
const content = new Uint8Array(8 << 20)
for (let at = 0; at < content.length; at += file.length) content.set(file, at)
const name = (await blobName(owner, 'bench'))!
let bytes = new Uint8Array(0)
say(
  'a file of 8 MiB sealed, ms',
  await median(3, async () => {
    const blob = (await sealBlob(owner, name, content))!
    bytes = new Uint8Array(blob.size)
    bytes.set(blob.header)
    let at = blob.header.length
    for (let n = 0; n < blob.count; n += 1) {
      const chunk = await blob.chunk(n)
      bytes.set(chunk, at)
      at += chunk.length
    }
  }),
)
say('a file of 8 MiB opened, ms', await median(3, () => openWholeBlob(reader, name, bytes)))
say('a code stretched (Argon2id, 64 MiB, 3 passes), ms', await median(3, () => stretch('7Q4KM2XD9TRB', 'bench')))
