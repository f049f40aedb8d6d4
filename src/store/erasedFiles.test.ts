import 'fake-indexeddb/auto'
import { beforeEach, expect, test } from 'vitest'
import { erasedFileNote } from './erasedFileNote.ts'
import { rememberedUnder } from './memory.ts'
import { createReplica } from './replica.ts'
import { useDatabase, VivierDatabase } from './tables.ts'
import { newId, write } from './write.ts'

beforeEach(() => useDatabase(new VivierDatabase(`erased-files-${newId()}`)))

async function eraseDocument(): Promise<string> {
  const [document, blobId] = [newId(), newId()]
  const fields = { candidateId: newId(), fileName: 'cv.pdf', mimeType: 'application/pdf', blobId, readingBlobId: '' }
  const created = await write([{ type: 'create', kind: 'document', id: document, fields }], {
    action: 'document.created',
  })
  expect(created).toMatchObject({ ok: true })
  await write([{ type: 'erase', kind: 'document', id: document }], { action: 'document.erased' })
  return blobId
}

test('SPEC 9.1 with the erasure of a document stands which file is to leave the relay, where there is one', async () => {
  await eraseDocument()
  expect([...(await rememberedUnder(erasedFileNote))]).toEqual([])
  await createReplica().apply([], { relay: { logId: 'a'.repeat(32), cursor: 0, chain: '' } })
  const blobId = await eraseDocument()
  expect([...(await rememberedUnder(erasedFileNote))]).toEqual([blobId])
})
