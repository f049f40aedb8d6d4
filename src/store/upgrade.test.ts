import 'fake-indexeddb/auto'
import Dexie from 'dexie'
import { expect, test } from 'vitest'
import { openRecord } from './read.ts'
import { createReplica } from './replica.ts'
import { db, useDatabase, VivierDatabase } from './tables.ts'
import { newId, undo, write } from './write.ts'

const stamp = (ms: number) => `${ms.toString(16).padStart(12, '0')}-0000-${'a'.repeat(16)}`

/** A database as version 1 left it. */
async function versionOne(name: string) {
  const old = new Dexie(name)
  old.version(1).stores({
    records: 'id, kind, [kind+updatedAt], *keys',
    journal: '++seq, transaction, recordId',
    blobs: 'id',
    vaultKeys: 'id',
    meta: 'id',
  })
  const [candidate, demo, erased, offer, application] = [newId(), newId(), newId(), newId(), newId()]
  const row = (id: string, kind: string, fields: object, more: object = {}) => ({
    id,
    kind,
    fields,
    about: {},
    stamps: {},
    keysByPath: {},
    keys: [],
    createdAt: 1,
    updatedAt: 1,
    ...more,
  })
  await old.table('records').bulkAdd([
    row(
      candidate,
      'candidate',
      { headline: 'Soudeur', tags: { x: { label: 'CDI' } }, experiences: {}, mergedPaths: { a: 1 } },
      {
        stamps: { headline: stamp(1), 'tags/x': stamp(1), mergedPaths: stamp(3), 'mergedPaths/a': stamp(1) },
        binnedAt: 4,
      },
    ),
    row(demo, 'candidate', { headline: 'Exemple' }, { stamps: { headline: stamp(1) }, demo: true }),
    row(offer, 'offer', { title: 'Soudeur' }, { stamps: { title: stamp(1) } }),
    row(application, 'application', { candidateId: demo, offerId: offer }, { stamps: { candidateId: stamp(1) } }),
    row('device.person', 'setting', { value: 'Nora' }, { stamps: { value: stamp(1) } }),
  ])
  const entry = (recordId: string, kind: string, operation: string, ms: number, more: object = {}) => ({
    transaction: `t${ms}`,
    at: ms,
    by: 'Nora',
    action: 'edited',
    kind,
    recordId,
    operation,
    path: '',
    stamp: stamp(ms),
    ...more,
  })
  await old
    .table('journal')
    .bulkAdd([
      entry(candidate, 'candidate', 'create', 1, { value: { headline: 'Soudeur', tags: { x: { label: 'CDI' } } } }),
      entry(demo, 'candidate', 'create', 1, { value: { headline: 'Exemple' }, demo: true }),
      entry(erased, 'candidate', 'create', 1),
      entry(erased, 'candidate', 'erase', 2),
      entry(application, 'application', 'create', 2, { value: { candidateId: demo } }),
      entry('device.person', 'setting', 'create', 2, { value: { value: 'Nora' } }),
      entry(candidate, 'candidate', 'bin', 4),
      entry(candidate, 'candidate', 'remove', 5, { path: 'tags/y', before: { label: 'CDD' } }),
    ])
  await old.table('meta').put({ id: 'clock', value: { ms: 5, counter: 0, device: 'a'.repeat(16) } })
  old.close()
  return { candidate, demo, erased, application }
}

test('a database of version 1 opens with all it holds, ready to meet other devices', async () => {
  const { candidate, demo, erased, application } = await versionOne('upgrade')
  useDatabase(new VivierDatabase('upgrade'))
  const read = await openRecord('candidate', candidate)
  expect(read.ok && read.value.fields.headline).toBe('Soudeur')
  const row = (await db().records.get(candidate))!
  expect(row.stamps).toMatchObject({
    headline: stamp(1),
    'tags/x': stamp(1),
    mergedPaths: stamp(3),
    // Written as a whole after it was written alone.
    'mergedPaths/a': stamp(3),
    '@bin': stamp(4),
  })
  expect((await db().tombstones.toArray()).map(({ id }) => id)).toEqual([erased])
  const slice = (await createReplica().readOutbox({ operations: 100, bytes: 100_000 }))!
  expect(slice.operations.map(({ type, id }) => `${type} ${id}`)).toEqual([
    `create ${candidate}`,
    `erase ${erased}`,
    `bin ${candidate}`,
    `remove ${candidate}`,
  ])
  // What hangs on a demonstration record is demonstration: neither leaves the device.
  expect((await db().records.get(application))!.demo).toBe(true)
  const hanging = { type: 'create', kind: 'interaction', id: newId(), fields: { candidateId: demo } } as const
  await write([hanging], { action: 'note.added' })
  expect((await db().records.get(hanging.id))!.demo).toBe(true)
  expect(await createReplica().countOutbox()).toBe(4)
  // A removal that version 1 wrote is taken back as ever.
  expect(await undo('t5')).toMatchObject({ ok: true, value: { kept: 1 } })
})
