import 'fake-indexeddb/auto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { putBlob, readBlob, removeBlob, setBlobFetcher } from '../../src/store/blobs.ts'
import { recall, remember } from '../../src/store/memory.ts'
import { openRecord } from '../../src/store/read.ts'
import { useDatabase, VivierDatabase } from '../../src/store/tables.ts'
import { forgetVault } from '../../src/store/vault.ts'
import { newId, write } from '../../src/store/write.ts'
import { BlobExchange } from '../../src/sync/blobs.ts'
import { Erasing } from '../../src/sync/erasing.ts'
import type { Device } from '../../src/sync/face.ts'
import { blobHost, erasingHost } from '../../src/sync/hosts.ts'
import { makeRecoveryKit, recoverWorkspace } from '../../src/sync/joining.ts'
import { Workspace } from '../../src/sync/workspace.ts'
import { startRelayProcess, type RelayProcess } from '../sync/relayProcess.ts'

const asker = { origin: 'http://app.example', language: 'fr' } as const
let folder: string
let relay: RelayProcess

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'vivier-workspace-'))
  relay = await startRelayProcess({ VIVIER_DATA: folder })
})
afterAll(async () => {
  await relay.end('SIGTERM')
  rmSync(folder, { recursive: true, force: true })
})

/** This process as another device: its own database, nothing in memory. */
function becomeDevice(name: string): void {
  useDatabase(new VivierDatabase(name))
  forgetVault()
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  await expect.poll(holds, { timeout: 15_000, interval: 20 }).toBe(true)
}

const isThrough = (workspace: Workspace) => () =>
  workspace.engine?.isLive() === true && workspace.engine.status().toSend === 0

test('a device that comes back with the words of the kit has the records by the snapshot, and files when it opens them', async () => {
  becomeDevice('first')
  const first = new Workspace()
  const files = new BlobExchange(blobHost(first))
  const erasing = new Erasing(erasingHost(first))
  const candidate = newId()
  const gone = newId()
  const document = newId()
  const bytes = new TextEncoder().encode('Ludivine Kermarrec, soudeuse')
  const blobId = (await putBlob(bytes)) as { ok: true; value: string }
  await write(
    [
      { type: 'create', kind: 'candidate', id: candidate, fields: { fullName: 'Ludivine Kermarrec' } },
      { type: 'create', kind: 'candidate', id: gone, fields: { fullName: 'Anselme Trudeau' } },
      { type: 'create', kind: 'document', id: document, fields: { candidateId: candidate, blobId: blobId.value } },
    ],
    { action: 'test' },
  )
  const made = await first.create({ relayUrl: relay.url, person: 'Nora', deviceName: 'Portable de Nora' })
  expect(made).toEqual({ ok: true, value: null })
  first.onStatus = () => {
    files.wake()
    erasing.wake()
  }
  files.start()
  await until(isThrough(first))
  const kit = await makeRecoveryKit(first, { kind: 'words' }, asker)
  expect(kit.ok && kit.value.words.length).toBe(24)
  await until(async () => (await recall(`sync.uploaded.${blobId.value}`)) !== undefined)

  // 8.5: an erasure is followed by a snapshot that stands for the whole log.
  await write([{ type: 'erase', kind: 'candidate', id: gone }], { action: 'test' })
  await erasing.eraseEverywhere('candidate', gone)
  await until(async () => ((await recall('sync.erasures')) as { id: string }[] | undefined)?.[0]?.id === gone)
  files.stop()
  await first.close()

  becomeDevice('second')
  const second = new Workspace()
  const words = kit.ok ? kit.value.words.join(' ') : ''
  const back = await recoverWorkspace(
    second,
    { kind: 'words', words },
    { relayUrl: relay.url },
    { person: 'Nora', deviceName: 'Nouveau portable' },
    asker,
  )
  expect(back).toEqual({ ok: true, value: null })
  await until(isThrough(second))
  expect((await openRecord('candidate', candidate)).ok).toBe(true)
  expect((await openRecord('candidate', gone)).ok).toBe(false)
  const exchange = new BlobExchange(blobHost(second))
  setBlobFetcher((id) => exchange.fetch(id))
  await removeBlob(blobId.value)
  const fetched = await readBlob(blobId.value)
  expect(fetched.ok && new TextDecoder().decode(fetched.value)).toBe('Ludivine Kermarrec, soudeuse')
  await until(async () => ((await recall('sync.devices')) as Device[]).length === 2)
  await second.close()
}, 60_000)

test('8.6 a new device has the lists before the long texts, says so, and goes on where it was closed', async () => {
  becomeDevice('whole')
  const first = new Workspace()
  const ids = Array.from({ length: 5 }, newId)
  const text = 'A conduit des lignes de soudure en atelier. '.repeat(90)
  await write(
    ids.map((id, index) => ({
      type: 'create' as const,
      kind: 'candidate' as const,
      id,
      fields: { fullName: `Ludivine Kermarrec ${index}`, city: 'Brest', summary: [{ text, page: 0 }] },
    })),
    { action: 'test' },
  )
  expect((await first.create({ relayUrl: relay.url, person: 'Nora', deviceName: 'Portable' })).ok).toBe(true)
  await until(isThrough(first))
  const kit = await makeRecoveryKit(first, { kind: 'words' }, asker)
  const words = kit.ok ? kit.value.words.join(' ') : ''
  expect(await first.snapshots.make(true)).toEqual({ ok: true, value: null })
  await first.close()

  becomeDevice('filled')
  const second = new Workspace()
  const seen: { done: number; lists: number; names: number; texts: number }[] = []
  const { store } = second.snapshots['host']
  second.snapshots['host'].filling!.tell = async (filling) => {
    await remember('sync.filling', filling)
    if (!filling) return
    const found = (await Promise.all(ids.map((id) => openRecord('candidate', id)))).flatMap((read) =>
      read.ok ? [read.value.fields] : [],
    )
    seen.push({
      done: filling.done,
      lists: filling.lists,
      names: found.filter(({ fullName }) => fullName !== '').length,
      texts: found.filter(({ summary }) => summary[0]?.text === text).length,
    })
  }
  // The disk is full at the long texts: what came stays, it is said, and after room was made it goes on.
  let isFull = true
  second.snapshots['host'].store = () => {
    const real = store()
    return {
      ...real,
      takeStates: async (operations, vector) =>
        isFull && vector ? { ok: false, error: { type: 'DiskFull' } } : real.takeStates(operations, vector),
    }
  }
  const who = { person: 'Nora', deviceName: 'Nouveau portable' }
  expect((await recoverWorkspace(second, { kind: 'words', words }, { relayUrl: relay.url }, who, asker)).ok).toBe(true)
  await until(() => second.engine?.status().alerts.some(({ type }) => type === 'diskFull') === true)
  expect(seen.at(-1)).toEqual({ done: 1, lists: 1, names: 5, texts: 0 })
  isFull = false
  second.engine!.wake()
  await until(isThrough(second))
  await until(async () => (await recall('sync.filling')) === null)
  expect(seen.at(-1)!.done).toBe(1)
  for (const id of ids) {
    const read = await openRecord('candidate', id)
    expect(read.ok && read.value.fields).toMatchObject({ city: 'Brest', summary: [{ text, page: 0 }] })
  }
  expect(second.engine!.status().alerts).toEqual([])
  await second.close()
}, 60_000)
