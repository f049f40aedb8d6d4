import { beforeAll, expect, test } from 'vitest'
import { Team } from '../../../tests/sync/team.ts'
import { blobName, chunkBytes, openBlob, openWholeBlob, ownBlobName, readBlobHead, sealBlob } from './blobSealing.ts'
import type { SealedFile } from '../ports.ts'
import { rotateEpoch } from './entries.ts'
import type { SpaceSealing } from './sealing.ts'

let team: Team
beforeAll(async () => {
  team = await Team.start()
  await team.add('recruiter', 'recruiter')
  await team.add('agent', 'fieldAgent')
})

const file = (size: number) => Uint8Array.from({ length: size }, (_, at) => (at * 31 + (at >> 8)) % 251)
async function whole(blob: SealedFile): Promise<Uint8Array<ArrayBuffer>> {
  const parts = [blob.header]
  for (let index = 0; index < blob.count; index += 1) parts.push(await blob.chunk(index))
  const bytes = new Uint8Array(Buffer.concat(parts))
  expect(bytes.length).toBe(blob.size)
  return bytes
}
const sealFile = async (sealing: SpaceSealing, name: string, content: Uint8Array) =>
  whole((await sealBlob(sealing, name, content))!)

test('SPEC 9.1 a file of any size comes back on another device, under a name the relay cannot guess', async () => {
  const owner = team.get('owner')
  const name = (await blobName(owner, 'content-key'))!
  expect(await blobName(team.get('recruiter'), 'content-key')).toBe(name)
  for (const size of [0, 1, 5000, chunkBytes - 4, chunkBytes - 3, chunkBytes, 2 * chunkBytes + 17]) {
    const content = file(size)
    const bytes = await sealFile(owner, name, content)
    const opened = await openWholeBlob(team.get('recruiter'), name, bytes)
    expect(opened.ok && Buffer.compare(opened.value, content)).toBe(0)
  }
})

test('SPEC 9.1 a file sealed again is the same bytes, so an upload goes on where it stopped; two files never share a key', async () => {
  const owner = team.get('owner')
  const name = (await blobName(owner, 'a'))!
  const content = file(3000)
  expect(await sealFile(owner, name, content)).toEqual(await sealFile(team.get('recruiter'), name, content))
  const other = await sealFile(owner, name, file(3000).fill(9, 2999))
  const first = await sealFile(owner, name, content)
  expect(other.subarray(26, 60)).not.toEqual(first.subarray(26, 60))
})

test('SPEC 9.1 a chunk counts in its place of its file alone', async () => {
  const owner = team.get('owner')
  const name = (await blobName(owner, 'a'))!
  const blob = (await sealBlob(owner, name, file(2 * chunkBytes)))!
  const head = readBlobHead(blob.header)
  if (!head.ok) throw new Error(head.error.type)
  const chunk = await blob.chunk(1)
  const open = async (as: string) => {
    const opener = await openBlob(team.get('recruiter'), as, head.value)
    return opener.ok ? opener.value : null
  }
  expect(await (await open(name))!.open(1, chunk)).toHaveLength(chunkBytes)
  expect(await (await open(name))!.open(0, chunk)).toBeNull()
  expect(await (await open('0'.repeat(32)))!.open(1, chunk)).toBeNull()
  const bytes = await whole(blob)
  const damaged = { ok: false, error: { type: 'Damaged' } }
  expect(await openWholeBlob(owner, name, bytes.subarray(0, -1))).toEqual(damaged)
  expect(await openWholeBlob(owner, name, bytes.subarray(0, 26 + chunkBytes + 16))).toEqual(damaged)
  for (const place of [1, 3, 9, 12, 30, bytes.length - 1]) {
    const altered = bytes.slice()
    altered[place]! ^= 1
    expect((await openWholeBlob(owner, name, altered)).ok).toBe(false)
  }
})

test('a file of an epoch that is over opens, one sealed after a revocation does not for who was shut out', async () => {
  const small = await Team.start()
  const owner = small.get('owner')
  const gone = await small.add('gone', 'recruiter')
  const name = (await blobName(owner, 'a'))!
  const before = await sealFile(owner, name, file(100))
  await small.revoke('gone', 0)
  await small.publish(await rotateEpoch(owner.chain(), owner.own))
  expect((await openWholeBlob(owner, name, before)).ok).toBe(true)
  const after = await sealFile(owner, name, file(100))
  expect(await openWholeBlob(gone, name, after)).toEqual({ ok: false, error: { type: 'NoKey' } })
})

test('a field agent sends a file that readers open and it does not', async () => {
  const agent = team.get('agent')
  expect(await blobName(agent, 'a')).toBeNull()
  const name = await ownBlobName(team.space, agent.device, 'a')
  const bytes = await sealFile(agent, name, file(chunkBytes + 5))
  const opened = await openWholeBlob(team.get('recruiter'), name, bytes)
  expect(opened.ok && Buffer.compare(opened.value, file(chunkBytes + 5))).toBe(0)
  expect(await openWholeBlob(agent, name, bytes)).toEqual({ ok: false, error: { type: 'NoKey' } })
})
