import 'fake-indexeddb/auto'
import { beforeEach, expect, test } from 'vitest'
import { readErasures } from './erasures.ts'
import { createReplica } from './replica.ts'
import { db, useDatabase, VivierDatabase } from './tables.ts'
import { forgetVault } from './vault.ts'
import { newId, write } from './write.ts'

let count = 0
beforeEach(() => {
  count += 1
  useDatabase(new VivierDatabase(`erasures-${count}`))
  forgetVault()
})

test('an erasure waits until it is sent, and is confirmed by devices that wrote knowing it', async () => {
  const id = newId()
  await write([{ type: 'create', kind: 'candidate', id, fields: { fullName: 'Lina Exemple' } }], {
    action: 'candidate.created',
  })
  await write([{ type: 'erase', kind: 'candidate', id }], { action: 'candidate.erased', by: 'Samira' })
  expect(await readErasures('candidate')).toMatchObject([{ id, by: 'Samira', confirmedBy: [], isSent: false }])

  const { stamp } = (await db().tombstones.get(id))!
  const vector = { stamps: { [stamp.slice(18)]: stamp }, dseqs: {} }
  const batch = { device: 'd'.repeat(16), dseq: 1, hash: '0'.repeat(64), bytes: new Uint8Array(1) }
  await createReplica().apply([{ batch, operations: [], vector }], {})
  expect(await readErasures('candidate')).toMatchObject([{ confirmedBy: ['d'.repeat(16)] }])
  expect(JSON.stringify(await db().journal.toArray())).not.toContain('Lina')
})
