import 'fake-indexeddb/auto'
import { afterEach, expect, test } from 'vitest'
import { putBlob, readBlob } from '../store/blobs.ts'
import { openByKey, openRecord } from '../store/read.ts'
import { db, useDatabase, VivierDatabase } from '../store/tables.ts'
import { forgetVault } from '../store/vault.ts'
import { newId, write } from '../store/write.ts'
import { exportRecords, importRecords } from './handingOver.ts'

const passphrase = '7Q4K-M2XD-9TRB'
/** A record that must be there. */
async function record<K extends 'candidate' | 'document'>(kind: K, id: string) {
  const opened = await openRecord(kind, id)
  if (!opened.ok) throw new Error(opened.error.type)
  return opened.value
}

const sender = `sender-${Math.random()}`
const receiver = `receiver-${Math.random()}`

/** Each phone has a disk and a vault of its own. */
function phone(name: string): void {
  useDatabase(new VivierDatabase(name))
  forgetVault()
}
afterEach(() => useDatabase(null))

test('a chosen person passes to another phone with contacts, experiences, note and CV, and goes on to its workspace', async () => {
  phone(sender)
  const [person, other, document] = [newId(), newId(), newId()]
  const file = await putBlob(new TextEncoder().encode('%PDF un CV'))
  if (!file.ok) throw new Error(file.error.type)
  await write(
    [
      {
        type: 'create',
        kind: 'candidate',
        id: person,
        fields: {
          headline: 'Soudeuse TIG',
          emails: ['lea@example.org'],
          experiences: { a: { title: 'Soudeuse' } },
        } as never,
        about: { headline: { by: 'person', person: 'Nadia' } },
      },
      { type: 'create', kind: 'candidate', id: other, fields: { headline: 'Grutier' } as never },
      {
        type: 'create',
        kind: 'document',
        id: document,
        fields: { candidateId: person, fileName: 'cv.pdf', blobId: file.value, contentKey: 'k' },
      },
      { type: 'create', kind: 'interaction', id: newId(), fields: { candidateId: person, text: 'À rappeler' } },
    ],
    { action: 'test' },
  )
  await write([{ type: 'set', kind: 'candidate', id: person, path: 'headline', value: 'Soudeuse TIG et MIG' }], {
    action: 'test',
  })
  const bytes = await exportRecords([person], { passphrase })
  const light = await exportRecords([person], { passphrase, withFiles: false })
  if (!bytes.ok || !light.ok) throw new Error('not made')
  expect(light.value.length).toBeLessThanOrEqual(bytes.value.length)
  const sent = await record('candidate', person)

  phone(receiver)
  expect(await importRecords(bytes.value, { passphrase: 'WRONG' })).toEqual({
    ok: false,
    error: { type: 'CodeUnknown' },
  })
  expect(await db().records.count()).toBe(0)
  expect(await importRecords(bytes.value, { passphrase: '7q4k m2xd 9trb' })).toEqual({
    ok: true,
    value: { records: 1 },
  })
  const came = await record('candidate', person)
  expect(came.fields).toEqual(sent.fields)
  expect(came.createdAt).toBe(sent.createdAt)
  expect(came.about['headline']).toEqual(sent.about['headline'])
  expect((await openRecord('candidate', other)).ok).toBe(false)
  const [note] = await openByKey('interaction', `candidate:${person}`)
  expect(note?.fields.text).toBe('À rappeler')
  const kept = await record('document', document)
  const content = await readBlob(kept.fields.blobId)
  expect(content.ok && new TextDecoder().decode(content.value)).toBe('%PDF un CV')
  expect(kept.fields.contentKey).toMatch(/^[0-9a-f]{32}$/)
  expect(await db().outbox.count()).toBeGreaterThan(3)

  // What this device has heard is not sent a second time.
  await db().outbox.clear()
  await importRecords(bytes.value, { passphrase })
  expect(await db().outbox.count()).toBe(0)

  // Taken twice it stays one person, and what was written here since stands.
  await write([{ type: 'set', kind: 'candidate', id: person, path: 'headline', value: 'Soudeuse' }], { action: 'test' })
  await importRecords(bytes.value, { passphrase })
  expect((await record('candidate', person)).fields.headline).toBe('Soudeuse')
  expect(await db().records.where('kind').equals('candidate').count()).toBe(1)
})

test('bytes that are no hand-over change nothing', async () => {
  phone(receiver)
  const before = await db().journal.count()
  expect(await importRecords(new Uint8Array(200), { passphrase })).toEqual({ ok: false, error: { type: 'NotOurs' } })
  expect(await db().journal.count()).toBe(before)
})
