import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, test } from 'vitest'
import { candidateSchema } from '../model/candidate.ts'
import type { Change } from '../model/record.ts'
import { openByKey, openRecord } from '../store/read.ts'
import { db, useDatabase, VivierDatabase } from '../store/tables.ts'
import { forgetVault } from '../store/vault.ts'
import { newId, undo, write } from '../store/write.ts'
import { findLookalikes } from './findLookalikes.ts'
import { mergeCandidates } from './mergeCandidates.ts'
import { mergedFields, mergeRows, type Side } from './mergeRows.ts'
import type { StoredCandidate } from './records.ts'

let count = 0
beforeEach(() => {
  count += 1
  useDatabase(new VivierDatabase(`merge-${count}`))
  forgetVault()
})

const stored = (
  id: string,
  fields: Record<string, unknown>,
  about: StoredCandidate['about'] = {},
  createdAt = 0,
): StoredCandidate => ({
  id,
  kind: 'candidate',
  fields: candidateSchema.parse(fields),
  about,
  createdAt,
  updatedAt: createdAt,
})
const zofia = {
  fullName: 'Zofia Wiśniewska',
  email: 'z.wisniewska@example.pl',
  phone: '+33749118036',
  city: 'Saint-Priest',
  experiences: {
    a1: { title: 'Préparatrice de commandes', organisation: 'Frimax', start: '2024-03', end: 'present', order: 0 },
  },
  skills: { s1: { name: 'Préparation vocale', order: 0 }, s2: { name: 'Froid négatif', order: 1 } },
  languages: { l1: { code: 'fr', name: 'Français', level: '', order: 0 } },
}
const other = {
  fullName: 'Zofia WISNIEWSKA',
  email: 'zofia.w@example.fr',
  phone: '+33749118036',
  city: 'Lyon 8e',
  experiences: {
    b1: { title: 'Order picker', organisation: 'FRIMAX', start: '2024-02', end: 'present', order: 0 },
    b2: { title: 'Manutention', organisation: 'Intérim Plus', start: '2021', end: '2023', order: 1 },
  },
  skills: { t1: { name: 'froid négatif', order: 0 }, t2: { name: 'CACES R489 1A', order: 1 } },
  languages: {
    m1: { code: 'fr', name: 'French', level: 'B2', order: 0 },
    m2: { code: 'pl', name: 'Polish', level: 'native', order: 1 },
  },
}

describe('two records side by side', () => {
  const a = stored('a', zofia)
  const b = stored('b', other, {}, 1)
  const rows = mergeRows(a, b)
  const row = (id: string) => rows.find((one) => one.id === id)!

  test('rows face each other: one job told twice is one row, a job only one tells is another', () => {
    expect(rows.filter(({ entry }) => entry?.list === 'experiences').map(({ entry }) => [entry!.a, entry!.b])).toEqual([
      ['a1', 'b1'],
      [null, 'b2'],
    ])
    expect(row('phone').same).toBe(true)
    expect(row('email')).toMatchObject({ canBoth: true, preset: 'both' })
    expect(row('place').preset).toBe('b')
  })

  test('without a choice nothing of either is lost', () => {
    const { fields } = mergedFields(a, b, rows, new Map())
    expect(fields.email).toBe('z.wisniewska@example.pl')
    expect(fields.links).toEqual(['mailto:zofia.w@example.fr'])
    expect(Object.keys(fields.experiences)).toEqual(['a1', 'b2'])
    expect(Object.values(fields.skills).map(({ name }) => name)).toEqual([
      'Préparation vocale',
      'Froid négatif',
      'CACES R489 1A',
    ])
    expect(Object.values(fields.languages).map(({ code, level }) => `${code} ${level}`)).toEqual(['fr B2', 'pl native'])
    expect(fields.mergedFrom).toEqual(['b'])
  })

  test('a side chosen row by row is what the result has', () => {
    const choose = (side: Side) => new Map(rows.map(({ id }) => [id, side]))
    const left = mergedFields(a, b, rows, choose('a')).fields
    expect({ ...left, mergedFrom: [] }).toEqual(a.fields)
    const right = mergedFields(a, b, rows, choose('b')).fields
    expect(right.fullName).toBe('Zofia WISNIEWSKA')
    expect(Object.values(right.experiences).map(({ title }) => title)).toEqual(['Order picker', 'Manutention'])
    expect(Object.values(right.skills).map(({ name }) => name)).toEqual(['froid négatif', 'CACES R489 1A'])
    const both = mergedFields(a, b, rows, choose('both')).fields
    expect(Object.keys(both.experiences)).toHaveLength(3)
  })

  test('what a person said outweighs what was read, and what was supposed gives way', () => {
    const said = stored(
      'a',
      { city: 'Bron', noticeDays: 30 },
      { city: { by: 'person', person: 'Nora' }, noticeDays: { by: 'assumed' } },
    )
    const read = stored(
      'b',
      { city: 'Lyon', noticeDays: 60 },
      { city: { by: 'reader', confidence: 0.99 }, noticeDays: { by: 'reader', confidence: 0.95 } },
      9,
    )
    const found = mergeRows(said, read)
    expect(found.find(({ id }) => id === 'place')!.preset).toBe('a')
    expect(found.find(({ id }) => id === 'availability')!.preset).toBe('b')
    const { about } = mergedFields(said, read, found, new Map())
    expect(about['noticeDays']).toEqual({ by: 'reader', confidence: 0.95 })
  })
})

describe('merging', () => {
  const make = async () => {
    const [a, b, offer, otherOffer] = [newId(), newId(), newId(), newId()] as [string, string, string, string]
    const ids = { document: newId(), note: newId(), appA: newId(), appB: newId(), appB2: newId(), item: newId() }
    const changes: Change[] = [
      { type: 'create', kind: 'candidate', id: a, fields: candidateSchema.parse(zofia) },
      { type: 'create', kind: 'candidate', id: b, fields: candidateSchema.parse(other) },
      { type: 'create', kind: 'document', id: ids.document, fields: { candidateId: b, fileName: 'cv.pdf' } },
      { type: 'create', kind: 'interaction', id: ids.note, fields: { candidateId: b, text: 'Rappeler lundi' } },
      { type: 'create', kind: 'application', id: ids.appA, fields: { candidateId: a, offerId: offer, stage: 'seen' } },
      {
        type: 'create',
        kind: 'application',
        id: ids.appB,
        fields: {
          candidateId: b,
          offerId: offer,
          stage: 'contacted',
          moves: { m: { stage: 'contacted', at: 1, by: '', reason: '', score: null } },
        },
      },
      { type: 'create', kind: 'application', id: ids.appB2, fields: { candidateId: b, offerId: otherOffer } },
      {
        type: 'create',
        kind: 'importItem',
        id: ids.item,
        fields: {
          candidateId: b,
          state: 'duplicate',
          resembles: [{ candidateId: a, reasons: ['phone'], likeness: 0.9 }],
        },
      },
    ]
    const made = await write(changes, { action: 'candidate.created' })
    if (!made.ok) throw new Error(made.error.type)
    return { a, b, ids }
  }
  const open = async (id: string) => {
    const read = await openRecord('candidate', id)
    if (!read.ok) throw new Error(read.error.type)
    return read.value
  }
  const snapshot = async () =>
    (await db().records.toArray()).map(({ id, kind, binnedAt, keys }) => ({
      id,
      kind,
      isBinned: binnedAt !== undefined,
      keys: [...keys].sort(),
    }))

  test('M032 is one write: fields, documents, notes and applications come together, the other record goes to the bin', async () => {
    const { a, b, ids } = await make()
    const before = await db().journal.count()
    const merged = await mergeCandidates(await open(a), await open(b), new Map())
    expect(merged.ok).toBe(true)
    const entries = await db().journal.toArray()
    expect(new Set(entries.slice(before).map(({ transaction }) => transaction)).size).toBe(1)
    const winner = await open(a)
    expect(winner.fields.mergedFrom).toEqual([b])
    expect((await open(b)).binnedAt).toBeDefined()
    expect((await openByKey('document', `candidate:${a}`)).map(({ id }) => id)).toEqual([ids.document])
    expect((await openByKey('interaction', `candidate:${a}`)).map(({ fields }) => fields.text)).toEqual([
      'Rappeler lundi',
    ])
    const applications = await openByKey('application', `candidate:${a}`)
    expect(applications.filter(({ binnedAt }) => !binnedAt)).toHaveLength(2)
    expect(applications.find(({ id }) => id === ids.appA)!.fields).toMatchObject({
      stage: 'contacted',
      moves: { m: { at: 1 } },
    })
    expect((await openByKey('importItem', `candidate:${a}`))[0]!.fields.state).toBe('merged')
    expect(
      (await findLookalikes({ fullName: '', email: 'zofia.w@example.fr', phone: '' })).map(
        ({ candidateId }) => candidateId,
      ),
    ).toEqual([a])
  })

  test('taking the merge back brings both records to what they were', async () => {
    const { a, b } = await make()
    const [recordA, recordB] = [await open(a), await open(b)]
    const state = await snapshot()
    const merged = await mergeCandidates(recordA, recordB, new Map())
    if (!merged.ok) throw new Error(merged.error.type)
    expect(await snapshot()).not.toEqual(state)
    const undone = await undo(merged.value.transaction)
    expect(undone).toMatchObject({ ok: true, value: { kept: 0 } })
    expect(await snapshot()).toEqual(state)
    expect((await open(a)).fields).toEqual(recordA.fields)
    expect((await open(b)).fields).toEqual(recordB.fields)
  })
})
