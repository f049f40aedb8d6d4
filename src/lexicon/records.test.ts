import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ok } from '../kit/result.ts'
import { emptyOwnLexicon, type OwnLexicon, ownLexiconOf } from '../model/ownLexicon.ts'
import { listRecords } from '../store/read.ts'
import { db, useDatabase, VivierDatabase } from '../store/tables.ts'
import { followOwnLexicon } from '../matching/records.ts'
import { importTaxonomy } from './importTaxonomy.ts'
import { removeTaxonomy, aliasesOf, emptyEntry, entryChanges, newId, removeEntry, saveEntry, undo } from './records.ts'

let databases = 0
beforeEach(() => useDatabase(new VivierDatabase(`lexicon-${(databases += 1)}`)))
afterEach(() => useDatabase(null))

const own = async () => ownLexiconOf(await listRecords('lexiconEntry', { binned: true }))
const zorbing = { ...emptyEntry(), french: 'zorbinage', aliases: aliasesOf(['zorbine'], ['zorbing', 'CI/CD zorbing']) }

test('a concept of the workspace is added, changed, removed, and each can be taken back', async () => {
  const id = newId()
  await saveEntry(id, null, zorbing)
  expect((await own()).concepts).toEqual([
    {
      id,
      kind: 'skill',
      french: ['zorbinage', 'zorbine'],
      english: ['CI/CD zorbing', 'zorbing'],
      family: '',
      near: [],
    },
  ])
  const changed = await saveEntry(id, zorbing, { ...zorbing, french: 'zorbage', aliases: aliasesOf([], ['zorbing']) })
  expect((await own()).concepts).toMatchObject([{ french: ['zorbage'], english: ['zorbing'] }])
  if (changed.ok) await undo(changed.value.transaction)
  expect((await own()).concepts).toMatchObject([{ french: ['zorbinage', 'zorbine'] }])
  const removed = await removeEntry(id)
  expect(await own()).toEqual(emptyOwnLexicon)
  if (removed.ok) await undo(removed.value.transaction)
  expect((await own()).concepts).toHaveLength(1)
})

test('names and pairs for the built-in lexicon reach the matcher', async () => {
  await saveEntry(newId(), null, { ...emptyEntry(), what: 'aliases', target: 'occupation:baker', aliases: aliasesOf(['pétrisseur'], []) }) // prettier-ignore
  await saveEntry(newId(), null, { ...emptyEntry(), what: 'apart', target: 'occupation:b', other: 'occupation:a' })
  expect(await own()).toMatchObject({
    concepts: [],
    aliases: [{ target: 'occupation:baker', names: ['pétrisseur'] }],
    apart: [['b', 'a']],
  })
})

test('two people who add different names to one concept change different elements, the same name the same one', () => {
  const paths = (after: typeof zorbing) => entryChanges('e', zorbing, after).map((change) => 'path' in change && change.path) // prettier-ignore
  expect(paths({ ...zorbing, aliases: { ...zorbing.aliases, ...aliasesOf(['Zorbeur'], []) } })).toEqual(['aliases/fr:zorbeur']) // prettier-ignore
  expect(Object.keys(aliasesOf(['Réglage  zorbe'], []))).toEqual(Object.keys(aliasesOf(['reglage zorbe'], [])))
  expect(Object.keys(aliasesOf(['C++', 'C#', 'C'], []))).toHaveLength(3)
})

test('the version of the lexicon is that of its content, in whatever order it comes', async () => {
  await saveEntry(newId(), null, zorbing)
  await saveEntry(newId(), null, { ...emptyEntry(), english: 'flumping' })
  const entries = await listRecords('lexiconEntry')
  const { version } = ownLexiconOf(entries)
  expect(version).toMatch(/^[0-9a-f]{16}$/)
  expect(ownLexiconOf(entries.toReversed()).version).toBe(version)
  expect(ownLexiconOf(entries.slice(0, 1)).version).not.toBe(version)
  expect(ownLexiconOf([]).version).toBe('')
})

test('a list read from a file stays on this device, out of the journal, and reaches the matcher until it is removed', async () => {
  const concepts = [{ id: '1', kind: 'occupation' as const, names: ['cariste', 'zorbineur'] }]
  const told: OwnLexicon[] = []
  const stop = followOwnLexicon((lexicon) => told.push(lexicon))
  const bringIn = () =>
    importTaxonomy(new File([''], 'occupations_fr.csv'), {
      signal: new AbortController().signal,
      onProgress: () => {},
      read: () => Promise.resolve(ok({ id: 'esco-occupation-fr', concepts, skipped: 2, problems: [] })),
    })
  await vi.waitFor(() => expect(told).toEqual([emptyOwnLexicon]))
  expect(await bringIn()).toMatchObject({ ok: true, value: { concepts: 1, names: 2, skipped: 2, fileName: 'occupations_fr.csv' } }) // prettier-ignore
  await vi.waitFor(() => expect(told.at(-1)?.imported).toEqual(concepts))
  expect(told.at(-1)?.version).toMatch(/^[0-9a-f]{16}$/)
  expect(await db().journal.count()).toBe(0)
  await removeTaxonomy('esco-occupation-fr')
  await vi.waitFor(() => expect(told.at(-1)).toEqual(emptyOwnLexicon))
  stop()
})
