import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, test } from 'vitest'
import { readBlob } from '../store/blobs.ts'
import { openByKey, openRecord } from '../store/read.ts'
import { db, useDatabase, VivierDatabase } from '../store/tables.ts'
import { forgetVault } from '../store/vault.ts'
import {
  addExchange,
  binCandidates,
  createCandidate,
  eraseCandidates,
  restoreCandidates,
  tagCandidates,
  takeBack,
} from './records.ts'

let count = 0
beforeEach(() => {
  count += 1
  useDatabase(new VivierDatabase(`candidates-${count}`))
  forgetVault()
})

const open = async (id: string) => {
  const read = await openRecord('candidate', id)
  if (!read.ok) throw new Error(read.error.type)
  return read.value
}
const create = async (...given: Parameters<typeof createCandidate>) => {
  const created = await createCandidate(...given)
  if (!created.ok) throw new Error(created.error.type)
  return created.value.id
}

describe('a candidate made by hand', () => {
  test('M047 one phone is enough, and M033 what nobody said is marked as supposed', async () => {
    const { fields, about } = await open(await create({ phone: '+212661402218' }))
    expect(fields).toMatchObject({ fullName: '', phone: '+212661402218', origin: 'manual', noticeDays: 30 })
    expect(about['noticeDays']).toEqual({ by: 'assumed' })
    expect(about['phone']!.by).toBe('person')
  })

  test('M034 M047 a photo alone is enough: kept sealed, as a document of the candidate', async () => {
    const bytes = new Uint8Array([0xff, 0xd8, 0xff, 1, 2, 3])
    const id = await create({}, { name: 'salon.jpg', format: 'jpg', bytes })
    const [document] = await openByKey('document', `candidate:${id}`)
    expect((await open(id)).fields).toMatchObject({ origin: 'photo', photoId: document!.id })
    expect(document!.fields).toMatchObject({ role: 'photo', fileName: 'salon.jpg' })
    const kept = await readBlob(document!.fields.blobId)
    expect(kept.ok && [...kept.value]).toEqual([...bytes])
  })
})

describe('putting aside and taking back', () => {
  test('M048 the bin keeps everything and gives it back', async () => {
    const id = await create({ fullName: 'Inès Ferhat', email: 'ines@example.org' })
    await binCandidates([id])
    expect((await open(id)).binnedAt).toBeDefined()
    await restoreCandidates([id])
    const back = await open(id)
    expect(back.binnedAt).toBeUndefined()
    expect(back.fields.email).toBe('ines@example.org')
  })

  test('erasing leaves nothing of the person: rows, journal, notes, files', async () => {
    const bytes = new Uint8Array([0xff, 0xd8, 0xff, 9])
    const id = await create(
      { fullName: 'Personne Effacée', headline: 'Comptable unique' },
      { name: 'effacée.jpg', format: 'jpg', bytes },
    )
    const [document] = await openByKey('document', `candidate:${id}`)
    await addExchange(id, 'note', 'Rappeler lundi')
    await eraseCandidates([id])
    const atRest = JSON.stringify([await db().records.toArray(), await db().journal.toArray()])
    for (const word of ['Effacée', 'unique', 'effacée.jpg', 'lundi']) expect(atRest).not.toContain(word)
    expect(await readBlob(document!.fields.blobId)).toMatchObject({ ok: false, error: { type: 'BlobMissing' } })
  })

  test('a tag is put on many in one write, and taken back from all', async () => {
    const ids = [await create({ fullName: 'A' }), await create({ fullName: 'B' })]
    const tagged = await tagCandidates(ids, 'CDI/CDD ', true)
    for (const id of ids) expect(Object.keys((await open(id)).fields.tags)).toEqual(['CDI-CDD'])
    if (tagged.ok) await takeBack(tagged.value.transaction)
    for (const id of ids) expect((await open(id)).fields.tags).toEqual({})
  })
})
