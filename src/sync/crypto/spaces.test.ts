import 'fake-indexeddb/auto'
import { afterEach, expect, test } from 'vitest'
import { noPrevious } from '../../log/batch.ts'
import { keepEntries } from '../../store/keys.ts'
import { useDatabase, VivierDatabase } from '../../store/tables.ts'
import { makeDevice } from './deviceKeys.ts'
import { createSpace, rotateEpoch } from './entries.ts'
import { keepOwnSpace, openKeptSealing } from './spaces.ts'

afterEach(() => useDatabase(null))

test('after a restart a device opens its space from disk, with the entries it took since', async () => {
  useDatabase(new VivierDatabase(`spaces-${Math.random()}`))
  const own = await makeDevice()
  const { space, entry } = await createSpace(own, { name: 'Poste', person: 'Nadia', at: 1 })
  expect(await openKeptSealing(space)).toEqual({ ok: false, error: { type: 'NotJoined' } })
  await keepOwnSpace(space, own, [entry])
  const first = await openKeptSealing(space)
  if (!first.ok) throw new Error(first.error.type)
  const rotated = await rotateEpoch(first.value.chain(), first.value.own)
  if (!rotated.ok) throw new Error(rotated.error.type)
  await first.value.takeEntries(1, [rotated.value])
  const batch = await first.value.seal({
    dseq: 1,
    previous: noPrevious,
    operations: [],
    vector: { stamps: {}, dseqs: {} },
  })
  const again = await openKeptSealing(space)
  if (!again.ok || !batch.ok) throw new Error('does not open')
  expect(again.value.membership().entries).toBe(2)
  expect((await again.value.open(batch.value.bytes)).ok).toBe(true)
})

test('entries kept in place of longer ones leave nothing of those behind', async () => {
  useDatabase(new VivierDatabase(`spaces-${Math.random()}`))
  const own = await makeDevice()
  const { space, entry, membership } = await createSpace(own, { name: 'Poste', person: 'Nadia', at: 1 })
  const rotated = await rotateEpoch(membership, own)
  if (!rotated.ok) throw new Error(rotated.error.type)
  await keepOwnSpace(space, own, [entry, rotated.value])
  expect((await keepEntries(space, 0, [entry])).ok).toBe(true)
  const opened = await openKeptSealing(space)
  expect(opened.ok && opened.value.membership().entries).toBe(1)
})
