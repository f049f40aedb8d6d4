import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, test } from 'vitest'
import { contentKeyOf, contentKeysOf, putBlob, rekeyContents, unrecognisedFiles } from './blobs.ts'
import { erasedBefore, guardChanges } from './erasureGuard.ts'
import { findByKeys } from './read.ts'
import { createReplica } from './replica.ts'
import { db, useDatabase, VivierDatabase } from './tables.ts'
import { forgetVault, keepWorkspaceLookup } from './vault.ts'
import { newId, write } from './write.ts'

let count = 0
const newDevice = () => {
  count += 1
  useDatabase(new VivierDatabase(`guard-${count}`))
  forgetVault()
}
beforeEach(newDevice)

const person = {
  fullName: 'Inès Ferhat',
  birthDate: '1990-03-21',
  email: 'ines.ferhat@example.org',
  phone: '+33639981204',
  links: ['https://www.linkedin.com/in/ines-ferhat-example/'],
}
async function erase(fields: object, more: object = {}) {
  const id = newId()
  await write([{ type: 'create', kind: 'candidate', id, fields, ...more }], { action: 'candidate.created' })
  const guard = await guardChanges([id], 'Nora', 1000)
  await write([{ type: 'erase', kind: 'candidate', id }, ...guard], { action: 'candidate.erased' })
  return guard
}
const workspaceKey = () =>
  crypto.subtle.importKey('raw', new Uint8Array(32), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])

describe('an erased person who comes in again', () => {
  test('is recognised by e-mail, phone, link, or name with day of birth, and by nothing less', async () => {
    await erase(person)
    const known = { at: 1000, by: 'Nora' }
    expect(await erasedBefore({ email: 'Ines.Ferhat+cv@example.org' })).toEqual(known)
    expect(await erasedBefore({ phone: '06 39 98 12 04' })).toEqual(known)
    expect(await erasedBefore({ links: ['linkedin.com/in/ines-ferhat-example'] })).toEqual(known)
    expect(await erasedBefore({ fullName: 'FERHAT Ines', birthDate: '1990-03-21' })).toEqual(known)
    expect(await erasedBefore({ fullName: 'Inès Ferhat' })).toBeNull()
    expect(await erasedBefore({ fullName: 'Inès Ferhat', birthDate: '1990' })).toBeNull()
    expect(await erasedBefore({ email: 'autre@example.org' })).toBeNull()
    const atRest = JSON.stringify([await db().records.toArray(), await db().journal.toArray()])
    for (const secret of ['Ferhat', 'ferhat', '39981204', '1990-03']) expect(atRest).not.toContain(secret)
  })

  test('is recognised on another device of the workspace, which never had them', async () => {
    await keepWorkspaceLookup(await workspaceKey())
    await erase(person)
    const slice = (await createReplica().readOutbox({ operations: 100, bytes: 100_000 }))!
    const batch = { device: 'd'.repeat(16), dseq: 1, hash: '', bytes: new Uint8Array(1) }
    newDevice()
    await keepWorkspaceLookup(await workspaceKey())
    await createReplica().apply([{ batch, operations: slice.operations, vector: slice.vector }], {})
    expect(await erasedBefore({ email: person.email })).toEqual({ at: 1000, by: 'Nora' })
  })

  test('is recognised by a CV that this device knew before it joined, and everywhere by one it had not re-keyed yet', async () => {
    const bytes = new TextEncoder().encode('%PDF a fictional CV')
    const eraseWithFile = async () => {
      const [candidate, blob] = [newId(), await putBlob(bytes)]
      if (!blob.ok) throw new Error('no blob')
      const fields = { candidateId: candidate, blobId: blob.value, contentKey: await contentKeyOf(bytes) }
      await write(
        [
          { type: 'create', kind: 'candidate', id: candidate, fields: {} },
          { type: 'create', kind: 'document', id: newId(), fields },
        ],
        { action: 'candidate.created' },
      )
      return async () => {
        const guard = await guardChanges([candidate], 'Nora', 1000)
        await write([{ type: 'erase', kind: 'candidate', id: candidate }, ...guard], { action: 'candidate.erased' })
      }
    }
    const erased = async () => erasedBefore({ contentKeys: await contentKeysOf(bytes) })
    await (
      await eraseWithFile()
    )()
    await keepWorkspaceLookup(await workspaceKey())
    expect(await erased()).toEqual({ at: 1000, by: 'Nora' })

    newDevice()
    const eraseNow = await eraseWithFile()
    await keepWorkspaceLookup(await workspaceKey())
    await eraseNow()
    const { operations } = await createReplica().readStates('', 100)
    newDevice()
    await keepWorkspaceLookup(await workspaceKey())
    expect(await erased()).toBeNull()
    await createReplica().takeStates(operations)
    expect(await erased()).toEqual({ at: 1000, by: 'Nora' })
  })

  test('nobody of the demonstration is remembered, nor anyone of whom nothing was known', async () => {
    expect(await erase(person, { demo: true })).toEqual([])
    expect(await erase({ fullName: 'Inès Ferhat' })).toEqual([])
  })
})

test('files kept before the workspace get its content keys, and are found by them', async () => {
  const bytes = new TextEncoder().encode('%PDF a fictional CV')
  const blob = await putBlob(bytes)
  if (!blob.ok) throw new Error('no blob')
  const id = newId()
  const fields = { fileName: 'cv.pdf', blobId: blob.value, contentKey: await contentKeyOf(bytes) }
  await write([{ type: 'create', kind: 'document', id, fields }], { action: 'document.added' })
  expect(await rekeyContents()).toBe(0)
  await keepWorkspaceLookup(await workspaceKey())
  // A file that is not here, such as a field agent's, is not fetched for it: it is named to whoever fetches at leisure.
  expect(await unrecognisedFiles()).toEqual([])
  const elsewhere = { ...fields, fileName: 'terrain.pdf', blobId: 'far', contentKey: 'f'.repeat(32) }
  await write([{ type: 'create', kind: 'document', id: newId(), fields: elsewhere }], { action: 'document.added' })
  expect(await unrecognisedFiles()).toEqual(['far'])
  expect(await rekeyContents()).toBe(1)
  expect(await rekeyContents()).toBe(0)
  expect(await findByKeys('document', [`content:${await contentKeyOf(bytes)}`])).toEqual([id])
  // Another workspace has other keys.
  const other = new Uint8Array(32).fill(1)
  await keepWorkspaceLookup(
    await crypto.subtle.importKey('raw', other, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']),
  )
  expect(await rekeyContents()).toBe(1)
})
