import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { savedViewSchema } from '../model/savedView.ts'
import { candidateToFacts } from '../model/searchFacts.ts'
import { emptyCandidate } from '../model/candidate.ts'
import type { Stored } from '../model/record.ts'
import { recall, remember } from '../store/memory.ts'
import { ownRoleName } from '../store/ownRole.ts'
import { listRecords, openRecord } from '../store/read.ts'
import { useDatabase, VivierDatabase } from '../store/tables.ts'
import { setPerson } from '../store/write.ts'
import { changeSearch, removeSearch, saveSearch, sawSearch, seenAt, undo } from './records.ts'

let databases = 0
beforeEach(() => useDatabase(new VivierDatabase(`search-${(databases += 1)}`)))
afterEach(() => {
  setPerson(() => '')
  useDatabase(null)
})

const only = async (id?: string) => {
  // A binned one is in no list.
  const read = await openRecord('savedView', id ?? (await listRecords('savedView'))[0]!.id)
  if (!read.ok) throw new Error(read.error.type)
  return read.value
}

test('M044 a search is kept, renamed, taken off the home screen, deleted, and each can be taken back', async () => {
  await saveSearch('Soudeurs', 'q=soudeur&f=lieu%3ALyon%2B30km')
  const { id, fields } = await only()
  expect(fields).toMatchObject({ name: 'Soudeurs', room: 'search', query: 'q=soudeur&f=lieu%3ALyon%2B30km', pinned: true }) // prettier-ignore
  const renamed = await changeSearch(id, { name: 'Soudeurs du Rhône', pinned: false })
  expect((await only()).fields).toMatchObject({ name: 'Soudeurs du Rhône', pinned: false })
  if (renamed.ok) await undo(renamed.value.transaction)
  expect((await only()).fields).toMatchObject({ name: 'Soudeurs', pinned: true })
  const removed = await removeSearch(id)
  expect((await only(id)).binnedAt).toBeDefined()
  if (removed.ok) await undo(removed.value.transaction)
  expect((await only()).binnedAt).toBeUndefined()
})

test('what is new in a search is new to each person until they have looked', async () => {
  setPerson(() => 'Samia/Belkacem')
  await saveSearch('Caristes', 'q=cariste')
  const before = await only()
  expect(seenAt(before)).toBeGreaterThan(0)
  setPerson(() => 'Paul')
  expect(seenAt(before)).toBe(before.createdAt)
  await sawSearch(before.id)
  const after = await only()
  expect(Object.keys(after.fields.seen).toSorted()).toEqual(['Paul', 'Samia-Belkacem'])
  expect(seenAt(after)).toBeGreaterThanOrEqual(before.createdAt)
})

test('a reader, who writes no record, has looked at a search on this device alone', async () => {
  await saveSearch('Caristes', 'q=cariste')
  const before = await only()
  setPerson(() => 'Paul')
  await remember(ownRoleName, 'reader')
  await sawSearch(before.id)
  expect((await only()).fields.seen).toEqual(before.fields.seen)
  expect(await recall(`search.looked.${before.id}`)).toBeGreaterThanOrEqual(before.createdAt)
})

test('views kept before searches were are whole: off the home screen, seen by nobody', () => {
  expect(savedViewSchema.parse({ name: 'Caristes', room: 'candidates', query: 'q=cariste', pinned: 'yes' })).toEqual({
    name: 'Caristes',
    room: 'candidates',
    query: 'q=cariste',
    pinned: false,
    seen: {},
  })
})

test('M043 what search knows of a person says what is there, not what is supposed', () => {
  const record: Stored<'candidate'> = {
    id: 'a',
    kind: 'candidate',
    fields: { ...emptyCandidate(), noticeDays: 30, documentId: 'd', tags: { salon: true } },
    about: { noticeDays: { by: 'assumed' } },
    createdAt: 1,
    updatedAt: 2,
    keys: ['email:hash', 'candidate:x'],
  }
  const dealings = { stages: [{ offerId: 'o', stage: 'seen' as const }], lastContactAt: 5 }
  expect(candidateToFacts(record, dealings, '2026-11-21')).toMatchObject({
    hasEmail: true,
    hasPhone: false,
    hasCv: true,
    tags: ['salon'],
    stages: dealings.stages,
    lastContactAt: 5,
    isFree: false,
    noticeDays: null,
  })
  const said = { ...record, about: {}, fields: { ...record.fields, availableFrom: '2026-11-01' } }
  expect(candidateToFacts(said, dealings, '2026-11-21')).toMatchObject({ isFree: true, noticeDays: null })
})
