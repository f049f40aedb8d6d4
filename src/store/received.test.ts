import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Operation } from '../log/operation.ts'
import { makeBackup, restoreBackup } from './backup.ts'
import { putBlob, readBlob } from './blobs.ts'
import { findByLookup, historyOf, openRecord, recordAsOf } from './read.ts'
import { createReplica, forgetSync } from './replica.ts'
import { db, useDatabase, VivierDatabase } from './tables.ts'
import { forgetVault } from './vault.ts'
import { newId, undo, write } from './write.ts'

let count = 0
beforeEach(() => {
  count += 1
  useDatabase(new VivierDatabase(`received-${count}`))
  forgetVault()
})

const device = 'd'.repeat(16)
const stampAt = (ms: number) => `${ms.toString(16).padStart(12, '0')}-0000-${'b'.repeat(16)}`
let dseq = 0
/** As if the phone of Nadia had written it at `at`. */
async function receive(id: string, at: number, ...operations: Partial<Operation>[]) {
  dseq += 1
  const stamp = stampAt(at)
  const done = await createReplica().apply(
    [
      {
        batch: { device, dseq, hash: String(dseq), bytes: new Uint8Array([1]) },
        vector: { stamps: {}, dseqs: {} },
        operations: operations.map((operation): Operation => ({
          type: 'set',
          kind: 'candidate',
          id,
          path: '',
          stamp,
          transaction: stamp,
          at,
          by: 'Nadia',
          action: 'candidate.edited',
          ...operation,
        })),
      },
    ],
    {},
  )
  if (!done.ok) throw new Error(done.error.type)
  return stamp
}
const fieldsOf = async (id: string) => {
  const read = await openRecord('candidate', id)
  if (!read.ok) throw new Error('missing')
  return read.value.fields
}

describe('what came from another device', () => {
  test('is found by its sealed words, and stands sealed on disk', async () => {
    const id = newId()
    await receive(id, 1000, { type: 'create', value: { fullName: 'Inès Ferhat', email: 'ines@example.org' } })
    expect(await findByLookup('candidate', 'email', 'ines@example.org')).toEqual([id])
    expect((await fieldsOf(id)).email).toBe('ines@example.org')
    const atRest = JSON.stringify([await db().records.toArray(), await db().journal.toArray()])
    expect(atRest).not.toContain('ines@example')
  })

  test('stands in the history under its author, and can be seen as of any moment', async () => {
    const id = newId()
    await receive(id, 1000, { type: 'create', value: { headline: 'Soudeur', city: 'Givors' } })
    await receive(id, 3000, { path: 'headline', value: 'Tuyauteur' })
    // An older change that arrives last belongs before.
    await receive(id, 2000, { path: 'headline', value: 'Chaudronnier' })
    const asOf = async (moment: number) => (await recordAsOf('candidate', id, moment))?.fields.headline
    expect(await asOf(500)).toBeUndefined()
    expect(await asOf(1500)).toBe('Soudeur')
    expect(await asOf(2500)).toBe('Chaudronnier')
    expect(await asOf(3500)).toBe('Tuyauteur')
    expect((await historyOf(id)).map(({ by, from }) => `${by} ${from}`)).toEqual(Array(3).fill(`Nadia ${device}`))
  })

  test('can be undone here, sealed values too, and what was changed since stays', async () => {
    const id = newId()
    await write(
      [
        {
          type: 'create',
          kind: 'candidate',
          id,
          fields: { email: 'avant@example.org', headline: 'Soudeur', city: 'Bron' },
        },
      ],
      { action: 'candidate.created' },
    )
    const later = Date.now() + 1000
    const transaction = await receive(
      id,
      later,
      { path: 'email', value: 'apres@example.org' },
      { path: 'headline', value: 'Tuyauteur' },
      { path: 'city', value: 'Lyon' },
    )
    await write([{ type: 'set', kind: 'candidate', id, path: 'city', value: 'Vienne' }], { action: 'candidate.edited' })
    expect(await undo(transaction)).toMatchObject({ ok: true, value: { kept: 1 } })
    expect(await fieldsOf(id)).toMatchObject({ email: 'avant@example.org', headline: 'Soudeur', city: 'Vienne' })
    expect(await findByLookup('candidate', 'email', 'avant@example.org')).toEqual([id])
    expect(await createReplica().countOutbox()).toBe(4)
  })

  test('an erased person does not come back with a backup, a batch or an undo (2.7)', async () => {
    const id = newId()
    const made = await write([{ type: 'create', kind: 'candidate', id, fields: { fullName: 'Personne Effacée' } }], {
      action: 'candidate.created',
    })
    const edit = await write([{ type: 'set', kind: 'candidate', id, path: 'city', value: 'Bron' }], {
      action: 'edited',
    })
    const backup = await makeBackup('phrase')
    await receive(id, Date.now() + 1000, { type: 'erase' })
    expect(await restoreBackup(backup, 'phrase')).toMatchObject({ ok: true })
    await receive(id, Date.now() + 9000, { path: 'fullName', value: 'Personne Effacée' })
    if (edit.ok) await undo(edit.value.transaction)
    if (made.ok) await undo(made.value.transaction)
    expect((await openRecord('candidate', id)).ok).toBe(false)
    const atRest = JSON.stringify([await db().records.toArray(), await db().journal.toArray()])
    expect(atRest).not.toContain('Effacée')
    expect((await write([{ type: 'create', kind: 'candidate', id, fields: {} }], { action: 'x' })).ok).toBe(false)
  })

  test('the file of an erased document goes with it, unless another document has it', async () => {
    const [one, other] = [newId(), newId()]
    const [mine, shared] = [await putBlob(new Uint8Array([1])), await putBlob(new Uint8Array([2]))]
    if (!mine.ok || !shared.ok) throw new Error('no blob')
    const document = (id: string, blobId: string, readingBlobId: string) =>
      ({ type: 'create', kind: 'document', id, fields: { blobId, readingBlobId } }) as const
    await write([document(one, mine.value, shared.value), document(other, shared.value, '')], { action: 'x' })
    await receive(one, Date.now() + 1000, { type: 'erase', kind: 'document' })
    expect((await readBlob(mine.value)).ok).toBe(false)
    expect((await readBlob(shared.value)).ok).toBe(true)
  })

  test('a backup made after an erasure brings the erasure too', async () => {
    const id = newId()
    const create = { type: 'create', kind: 'candidate', id, fields: { fullName: 'Personne Effacée' } } as const
    await write([create], { action: 'candidate.created' })
    await write([{ type: 'erase', kind: 'candidate', id }], { action: 'candidate.erased' })
    const backup = await makeBackup('phrase')
    useDatabase(new VivierDatabase(`received-${count}-other`))
    forgetVault()
    await write([create], { action: 'candidate.created' })
    expect(await restoreBackup(backup, 'phrase')).toMatchObject({ ok: true })
    expect((await openRecord('candidate', id)).ok).toBe(false)
  })

  test('the same batch twice changes nothing more', async () => {
    const id = newId()
    await receive(id, 1000, { type: 'create', value: { headline: 'Soudeur', email: 'a@example.org' } })
    const before = await db().records.get(id)
    dseq -= 1
    await receive(id, 1000, { type: 'create', value: { headline: 'Soudeur', email: 'a@example.org' } })
    // The very same operation in another batch, as when it is sent again for a device that lost it.
    await receive(id, 1000, { type: 'create', value: { headline: 'Soudeur', email: 'a@example.org' } })
    expect(await db().records.get(id)).toEqual(before)
  })

  test('what a snapshot brought is told in the history and cannot be taken back', async () => {
    const id = newId()
    await write([{ type: 'create', kind: 'candidate', id, fields: { headline: 'Soudeur' } }], { action: 'x' })
    await write([{ type: 'set', kind: 'candidate', id, path: 'headline', value: 'Tuyauteur' }], { action: 'x' })
    const { operations } = await createReplica().readStates('', 10)
    useDatabase(new VivierDatabase(`received-${count}-snapshot`))
    forgetVault()
    await createReplica().takeStates(operations)
    const history = await historyOf(id)
    expect(history.map(({ action, from }) => `${action}${from}`)).toContain('snapshot')
    for (const { transaction } of history) await undo(transaction)
    expect((await fieldsOf(id)).headline).toBe('Tuyauteur')
  })

  test('a device that leaves a workspace keeps all it has, and brings it whole to the next', async () => {
    const id = newId()
    await receive(id, 1000, { type: 'create', value: { headline: 'Soudeur', email: 'a@example.org' } })
    await write([{ type: 'set', kind: 'candidate', id, path: 'city', value: 'Bron' }], { action: 'candidate.edited' })
    const store = createReplica()
    await store.keepSealed(
      { device: 'a'.repeat(16), dseq: 1, hash: 'h', bytes: new Uint8Array(1) },
      (await store.readOutbox({ operations: 9, bytes: 9999 }))!.cursor,
    )
    expect(await forgetSync()).toEqual({ ok: true, value: null })
    expect(await store.readMemory()).toEqual({
      chains: {},
      relay: null,
      vector: { stamps: {}, dseqs: {} },
      unsent: [],
      aside: [],
    })
    const slice = (await store.readOutbox({ operations: 9, bytes: 9999 }))!
    expect(slice.operations.map(({ type, path }) => `${type} ${path}`)).toEqual(['create ', 'set city'])
    expect(slice.operations[0]!.value).toMatchObject({ email: 'a@example.org' })
    expect((await fieldsOf(id)).city).toBe('Bron')
  })

  test('2.11 what is local to another device is not taken in', async () => {
    await receive('device.person', 1000, { kind: 'setting', type: 'create', value: { value: 'Nadia' } })
    expect(await db().records.count()).toBe(0)
  })
})
