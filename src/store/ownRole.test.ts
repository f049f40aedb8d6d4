import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Role } from '../log/roles.ts'
import { putBlob, readBlob } from './blobs.ts'
import { dropShared } from './dropShared.ts'
import { remember } from './memory.ts'
import { ownRoleName } from './ownRole.ts'
import { openRecord } from './read.ts'
import { db, useDatabase, VivierDatabase } from './tables.ts'
import { forgetVault } from './vault.ts'
import { newId, write } from './write.ts'

let count = 0
beforeEach(() => {
  count += 1
  useDatabase(new VivierDatabase(`role-${count}`))
  forgetVault()
})

const create = (kind: 'candidate' | 'offer' | 'interaction' | 'importItem', id = newId()) =>
  write([{ type: 'create', kind, id, fields: {} }], { action: 'test' })
const become = (role: Role | null) => remember(ownRoleName, role)
const outcome = async (done: ReturnType<typeof write>) => {
  const result = await done
  return result.ok ? 'written' : result.error.type
}

describe('the write door of a device with a role', () => {
  test('W008 T003 SPEC 7.9 refuses a reader everything that others would see', async () => {
    const id = newId()
    await create('candidate', id)
    const before = [await db().journal.count(), await db().outbox.count()]
    await become('reader')
    expect(await outcome(create('candidate'))).toBe('NotAllowed')
    expect(
      await outcome(write([{ type: 'set', kind: 'candidate', id, path: 'city', value: 'Lyon' }], { action: '' })),
    ).toBe('NotAllowed')
    expect(await outcome(write([{ type: 'bin', kind: 'candidate', id }], { action: '' }))).toBe('NotAllowed')
    expect([await db().journal.count(), await db().outbox.count()]).toEqual(before)
  })

  test('lets a reader keep what is of its own device: its settings, its demonstration', async () => {
    await become('reader')
    const setting = { type: 'create', kind: 'setting', id: 'device.person', fields: { value: 'Nora' } } as const
    expect(await outcome(write([setting], { action: '' }))).toBe('written')
    expect(await outcome(create('importItem'))).toBe('written')
    const demo = { type: 'create', kind: 'candidate', id: newId(), fields: {}, demo: true } as const
    expect(await outcome(write([demo], { action: '' }))).toBe('written')
  })

  test('SPEC 2.12 a reader keeps the log of the scores it was shown, and sends none of it', async () => {
    await become('reader')
    const id = newId()
    const event = { type: 'create', kind: 'scoreEvent', id, fields: {} } as const
    expect(await outcome(write([event], { action: 'score.shown' }))).toBe('written')
    expect((await openRecord('scoreEvent', id)).ok).toBe(true)
    expect(await db().outbox.count()).toBe(0)
    expect(await outcome(write([{ type: 'erase', kind: 'scoreEvent', id }], { action: 'score.forgotten' }))).toBe(
      'written',
    )
    expect(await db().outbox.count()).toBe(0)
    await become('recruiter')
    await write([{ ...event, id: newId() }], { action: 'score.shown' })
    expect(await db().outbox.count()).toBe(1)
  })

  test('W008 SPEC 7.9 takes persons and notes of a field agent, and no offer; one change too far stops the whole write', async () => {
    await become('fieldAgent')
    expect(await outcome(create('candidate'))).toBe('written')
    expect(await outcome(create('interaction'))).toBe('written')
    expect(await outcome(create('offer'))).toBe('NotAllowed')
    const id = newId()
    const both = [
      { type: 'create', kind: 'candidate', id, fields: {} },
      { type: 'create', kind: 'offer', id: newId(), fields: {} },
    ] as const
    expect(await outcome(write(both, { action: '' }))).toBe('NotAllowed')
    expect((await openRecord('candidate', id)).ok).toBe(false)
  })

  test('opens again with another role, and where nothing is shared', async () => {
    await become('reader')
    expect(await outcome(create('offer'))).toBe('NotAllowed')
    await become('recruiter')
    expect(await outcome(create('offer'))).toBe('written')
    await become(null)
    expect(await outcome(create('offer'))).toBe('written')
  })
})

test("W010 a device that was shut out drops the workspace's records and files, tells nobody, and could take them again", async () => {
  const [id, documentId, demoId] = [newId(), newId(), newId()]
  const blob = await putBlob(new Uint8Array([1, 2, 3]))
  if (!blob.ok) throw new Error(blob.error.type)
  const created = await write(
    [
      { type: 'create', kind: 'candidate', id, fields: { fullName: 'Oriane Vasseur' } },
      { type: 'create', kind: 'document', id: documentId, fields: { candidateId: id, blobId: blob.value } },
      { type: 'create', kind: 'candidate', id: demoId, fields: {}, demo: true },
      { type: 'create', kind: 'setting', id: 'device.person', fields: { value: 'Nora' } },
    ],
    { action: '' },
  )
  expect(created.ok).toBe(true)
  await become('reader')
  expect(await dropShared()).toEqual({ ok: true, value: 2 })
  const left = await db().records.toArray()
  expect(left.map((row) => row.id).sort()).toEqual([demoId, 'device.person'].sort())
  expect((await readBlob(blob.value)).ok).toBe(false)
  expect(await db().outbox.count()).toBe(0)
  const said = (await db().journal.toArray()).filter(({ recordId }) => recordId === id || recordId === documentId)
  expect(said.every((entry) => entry.value === undefined && entry.before === undefined)).toBe(true)
  expect(await db().tombstones.count()).toBe(0)
  expect(await outcome(create('candidate', id))).toBe('written')
})
