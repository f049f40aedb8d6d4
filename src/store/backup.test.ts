import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, test } from 'vitest'
import { makeBackup, restoreBackup } from './backup.ts'
import { contentKeyOf, putBlob, readBlob } from './blobs.ts'
import { findByKeys, findByLookup, historyOf, openRecord } from './read.ts'
import { useDatabase, VivierDatabase } from './tables.ts'
import { forgetVault } from './vault.ts'
import { newId, write } from './write.ts'

let count = 0
/** Another machine: its own database and its own keys. */
const newDevice = () => {
  count += 1
  const database = new VivierDatabase(`backup-${count}`)
  useDatabase(database)
  forgetVault()
  return `backup-${count}`
}
beforeEach(newDevice)

async function workspace() {
  const bytes = new TextEncoder().encode('%PDF a fictional CV')
  const blob = await putBlob(bytes)
  if (!blob.ok) throw new Error('no blob')
  const candidate = newId()
  const document = newId()
  await write(
    [
      {
        type: 'create',
        kind: 'candidate',
        id: candidate,
        fields: {
          fullName: 'Inès Ferhat',
          email: 'ines.ferhat@example.org',
          headline: 'Assistante RH',
          experiences: {
            a: { title: 'Assistante', organisation: '', place: '', start: '2020', end: '', lines: [], order: 0 },
          },
        },
      },
      {
        type: 'create',
        kind: 'document',
        id: document,
        fields: {
          fileName: 'cv.pdf',
          blobId: blob.value,
          contentKey: await contentKeyOf(bytes),
          candidateId: candidate,
        },
      },
    ],
    { action: 'candidate.created' },
  )
  await write([{ type: 'set', kind: 'candidate', id: candidate, path: 'email', value: 'iferhat@example.org' }], {
    action: 'candidate.edited',
  })
  return { candidate, document, blob: blob.value, bytes }
}

describe('a backup', () => {
  test('restores on another machine: records, sealed values, files, history, duplicate search', async () => {
    const { candidate, document, blob, bytes } = await workspace()
    const file = await makeBackup('une phrase longue et secrète')
    newDevice()
    expect(await restoreBackup(file, 'une phrase longue et secrète')).toEqual({
      ok: true,
      value: { rows: 2, blobs: 1 },
    })
    const read = await openRecord('candidate', candidate)
    expect(read.ok && read.value.fields).toMatchObject({ fullName: 'Inès Ferhat', email: 'iferhat@example.org' })
    expect(read.ok && Object.values(read.value.fields.experiences)[0]?.title).toBe('Assistante')
    expect(await findByLookup('candidate', 'email', 'iferhat@example.org')).toEqual([candidate])
    expect(await readBlob(blob)).toEqual({ ok: true, value: bytes })
    expect(await findByKeys('document', [`content:${await contentKeyOf(bytes)}`])).toEqual([document])
    expect((await historyOf(candidate)).map(({ operation }) => operation)).toEqual(['set', 'create'])
  })

  test('holds no name and no address in clear', async () => {
    await workspace()
    const bytes = new Uint8Array(await (await makeBackup('une phrase longue')).arrayBuffer())
    const atRest = new TextDecoder('latin1').decode(bytes)
    for (const secret of ['Ferhat', 'example.org', 'fictional CV', 'cv.pdf']) expect(atRest).not.toContain(secret)
  })

  test('a wrong passphrase, another file, a truncated or an altered backup are told apart and change nothing', async () => {
    const { candidate } = await workspace()
    const file = await makeBackup('juste')
    const bytes = new Uint8Array(await file.arrayBuffer())
    newDevice()
    const error = async (blob: Blob, passphrase = 'juste') => {
      const result = await restoreBackup(blob, passphrase)
      return result.ok ? 'restored' : result.error.type
    }
    expect(await error(file, 'faux')).toBe('WrongPassphrase')
    expect(await error(new Blob(['%PDF-1.7 not a backup at all']))).toBe('NotABackup')
    expect(await error(new Blob([bytes.slice(0, bytes.length - 30)]))).toBe('Damaged')
    const altered = bytes.slice()
    altered[altered.length - 3]! ^= 1
    expect(await error(new Blob([altered]))).toBe('Damaged')
    const newer = bytes.slice()
    newer[7] = 9
    expect(await error(new Blob([newer]))).toBe('NewerFormat')
    expect((await openRecord('candidate', candidate)).ok).toBe(false)
  })

  test('over newer work the later value wins, and restoring twice changes nothing more', async () => {
    const { candidate } = await workspace()
    const file = await makeBackup('juste')
    await write([{ type: 'set', kind: 'candidate', id: candidate, path: 'headline', value: 'Responsable RH' }], {
      action: 'candidate.edited',
    })
    await restoreBackup(file, 'juste')
    await restoreBackup(file, 'juste')
    const read = await openRecord('candidate', candidate)
    expect(read.ok && read.value.fields).toMatchObject({ headline: 'Responsable RH', email: 'iferhat@example.org' })
    expect(await historyOf(candidate)).toHaveLength(3)
  })
})
