import 'fake-indexeddb/auto'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { putBlob, readBlob } from '../../src/store/blobs.ts'
import { recall } from '../../src/store/memory.ts'
import { db, useDatabase, VivierDatabase } from '../../src/store/tables.ts'
import { forgetVault } from '../../src/store/vault.ts'
import { newId, write } from '../../src/store/write.ts'
import { BlobExchange } from '../../src/sync/blobs.ts'
import type { FilesStatus } from '../../src/sync/face.ts'
import { blobHost } from '../../src/sync/hosts.ts'
import { makeRecoveryKit, recoverWorkspace } from '../../src/sync/joining.ts'
import { Pace } from '../../src/sync/pace.ts'
import { createSpaceParts } from '../../src/sync/spaceParts.ts'
import { Workspace } from '../../src/sync/workspace.ts'
import { startRelayProcess, type RelayProcess } from '../sync/relayProcess.ts'

const asker = { origin: 'http://app.example', language: 'fr' } as const
const realFetch = globalThis.fetch
let folder: string
let relay: RelayProcess

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'vivier-files-'))
  relay = await startRelayProcess({ VIVIER_DATA: folder })
})
afterAll(async () => {
  await relay.end('SIGTERM')
  rmSync(folder, { recursive: true, force: true })
})
afterEach(() => {
  globalThis.fetch = realFetch
  vi.restoreAllMocks()
})

function becomeDevice(name: string): void {
  useDatabase(new VivierDatabase(name))
  forgetVault()
}

const until = (holds: () => boolean | Promise<boolean>) =>
  expect.poll(holds, { timeout: 20_000, interval: 20 }).toBe(true)

const filesNow = async () => (await recall('sync.files')) as FilesStatus | undefined

/** Lets `count` pieces of files through, then none; says from where each was asked or sent. */
function breakAfter(count: number): { from: number[] } {
  const seen = { from: [] as number[] }
  let left = count
  globalThis.fetch = async (input, init) => {
    const headers = new Headers(init?.headers)
    const from = headers.get('Upload-Offset') ?? /^bytes=(\d+)-/.exec(headers.get('Range') ?? '')?.[1]
    if (from === undefined || !/\/blobs\//.test(String(input))) return realFetch(input, init)
    if (left <= 0) throw new TypeError('The line is down.')
    left -= 1
    seen.from.push(Number(from))
    return realFetch(input, init)
  }
  return seen
}

test('9.1 a file of 6 MB goes on where the line broke and the app was closed, on its way there and back', async () => {
  becomeDevice('files-first')
  const bytes = new Uint8Array(randomBytes(6 << 20))
  const blob = await putBlob(bytes)
  const blobId = blob.ok ? blob.value : ''
  await write([{ type: 'create', kind: 'document', id: newId(), fields: { fileName: 'portfolio.pdf', blobId } }], {
    action: 'test',
  })
  const first = new Workspace()
  expect((await first.create({ relayUrl: relay.url, person: 'Nora', deviceName: 'Portable' })).ok).toBe(true)
  await until(() => first.engine?.isLive() === true && first.engine.status().toSend === 0)

  const before = breakAfter(3)
  const closed = new BlobExchange(blobHost(first))
  closed.start()
  // Records are up to date, and it is said that a file waits.
  await until(async () => (await filesNow())?.toSend === 1 && before.from.length === 3)
  await until(async () => (await filesNow())?.sending === null)
  expect(first.engine!.status().toSend).toBe(0)
  closed.stop()

  const after = breakAfter(1000)
  const host = blobHost(first)
  const told: number[] = []
  const remember: typeof host.notes.remember = (name, value) => {
    if (name === 'sync.files') told.push((value as FilesStatus).toSend)
    return host.notes.remember(name, value)
  }
  const sender = new BlobExchange(Object.create(host, { notes: { value: { ...host.notes, remember } } }))
  sender.start()
  await until(async () => (await recall(`sync.uploaded.${blobId}`)) !== undefined)
  await until(async () => (await filesNow())?.toSend === 0)
  expect(after.from[0]).toBeGreaterThan(before.from.at(-1)!)
  // Before it had looked, it did not say that none waits.
  expect([told[0], told.at(-1)]).toEqual([1, 0])
  sender.stop()
  globalThis.fetch = realFetch
  const kit = await makeRecoveryKit(first, { kind: 'words' }, asker)
  const words = kit.ok ? kit.value.words.join(' ') : ''
  await first.close()

  becomeDevice('files-second')
  const second = new Workspace()
  const who = { person: 'Nora', deviceName: 'Téléphone' }
  expect((await recoverWorkspace(second, { kind: 'words', words }, { relayUrl: relay.url }, who, asker)).ok).toBe(true)
  await until(() => second.engine?.isLive() === true)
  const came = breakAfter(3)
  const opened = new BlobExchange(blobHost(second))
  expect(await opened.fetch(blobId)).toBe(false)
  await until(async () => (await filesNow())?.fetching[blobId]?.state === 'offline')
  const stood = (await filesNow())!.fetching[blobId]!
  expect(stood.done).toBeGreaterThan(came.from.at(-1)!)
  expect(stood.size).toBeGreaterThan(bytes.length)
  opened.stop()

  // The app again: someone stops it, lets it go on, the disk fills up, room is made.
  const goesOn = breakAfter(1000)
  const again = new BlobExchange(blobHost(second))
  again.hold(blobId, true)
  expect(await again.fetch(blobId)).toBe(false)
  expect(goesOn.from).toEqual([])
  const put = vi.spyOn(db().blobs, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  again.hold(blobId, false)
  await until(async () => (await filesNow())?.fetching[blobId]?.state === 'full')
  put.mockRestore()
  expect(await again.fetch(blobId)).toBe(true)
  expect(goesOn.from[0]).toBe(stood.done)
  const read = await readBlob(blobId)
  expect(read.ok && Buffer.compare(read.value, bytes)).toBe(0)
  await until(async () => (await filesNow())?.fetching[blobId] === undefined)
  expect(await db().blobs.where('id').startsWith('partial/').count()).toBe(0)
  again.stop()
  await second.close()
}, 60_000)

test('a slow line is asked for little at a time, and for more once it bears it', () => {
  const pace = new Pace()
  pace.took(pace.bytes, 60_000)
  expect(pace.bytes).toBe(64 << 10)
  for (let piece = 0; piece < 10; piece += 1) pace.took(pace.bytes, 10)
  expect(pace.bytes).toBe(4 << 20)
  pace.failed()
  expect(pace.bytes).toBe(64 << 10)
})

test('6.5: a relay that lost its disk is given the files again by who has them', async () => {
  const place = mkdtempSync(path.join(tmpdir(), 'vivier-files-lost-'))
  let lost = await startRelayProcess({ VIVIER_DATA: place })
  becomeDevice('files-lost')
  const blob = await putBlob(new TextEncoder().encode('Ludivine Kermarrec, soudeuse'))
  const blobId = blob.ok ? blob.value : ''
  await write([{ type: 'create', kind: 'document', id: newId(), fields: { fileName: 'cv.pdf', blobId } }], {
    action: 'test',
  })
  const { workspace } = createSpaceParts()
  expect((await workspace.create({ relayUrl: lost.url, person: 'Nora', deviceName: 'Portable' })).ok).toBe(true)
  const isThere = async () => (await recall(`sync.uploaded.${blobId}`)) !== undefined
  await until(isThere)

  await lost.end('SIGTERM')
  rmSync(place, { recursive: true, force: true })
  lost = await startRelayProcess({ VIVIER_DATA: place, PORT: new URL(lost.url).port })
  const files = () =>
    (existsSync(place) ? readdirSync(place, { recursive: true, withFileTypes: true }) : []).filter(
      (entry) => entry.isFile() && entry.parentPath.includes('blobs'),
    )
  expect(files()).toEqual([])
  await until(() => {
    workspace.engine?.wake()
    return files().length === 1
  })
  await until(isThere)
  await workspace.close()
  await lost.end('SIGTERM')
  rmSync(place, { recursive: true, force: true })
}, 60_000)
