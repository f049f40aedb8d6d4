import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, test } from 'vitest'
import { candidateSchema } from '../model/candidate.ts'
import type { Change } from '../model/record.ts'
import { openByKey, openRecord } from '../store/read.ts'
import { db, useDatabase, VivierDatabase } from '../store/tables.ts'
import { forgetVault } from '../store/vault.ts'
import { newId, undo, write } from '../store/write.ts'
import { mergeCandidates } from './mergeCandidates.ts'
import { mergedFields, mergeRows, type Side } from './mergeRows.ts'
import {
  binCandidates,
  changeCandidate,
  eraseCandidates,
  eraseOverdue,
  findCandidatesByEmail,
  readApart,
  type StoredCandidate,
} from './records.ts'
import { findLaterThings, separateCandidates } from './separateCandidates.ts'

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

describe('what is kept without a choice', () => {
  test('a job that a person corrected is not written over by a later reading, however long', () => {
    const job = { title: 'Cariste', organisation: 'Frimax', start: '2021-01', end: '2024-05', lines: [], order: 0 }
    const a = stored('a', { experiences: { x: job } }, { 'experiences/x/title': { by: 'person', person: 'Nora' } })
    const b = stored('b', { experiences: { y: { ...job, title: 'Cariste confirmé', lines: [{ text: 'Quai' }, { text: 'Stock' }] } } }, {}, 9) // prettier-ignore
    const rows = mergeRows(a, b)
    expect(Object.values(mergedFields(a, b, rows, new Map()).fields.experiences)).toEqual([
      expect.objectContaining({ title: 'Cariste' }),
    ])
  })

  test('a job that the older CV has as current ends when the newer one says so', () => {
    const job = { title: 'Cariste', organisation: 'Frimax', start: '2021-01', order: 0 }
    const a = stored('a', {
      experiences: { x: { ...job, end: 'present', lines: [{ text: 'Quai' }, { text: 'Stock' }] } },
    })
    const b = stored('b', { experiences: { y: { ...job, end: '2024-05', lines: [{ text: 'Quai' }] } } }, {}, 9)
    expect(Object.values(mergedFields(a, b, mergeRows(a, b), new Map()).fields.experiences)).toEqual([
      expect.objectContaining({ end: '2024-05' }),
    ])
  })

  test('skills written a little differently are one, and the newest CV is shown first', () => {
    const a = stored('a', {
      skills: { s: { name: 'React.js', order: 0 }, t: { name: 'Gestion de projet', order: 1 } },
      documentId: 'old',
    })
    const b = stored('b', { skills: { u: { name: 'ReactJS', order: 0 }, v: { name: 'Gestion de projets', order: 1 }, w: { name: 'C++', order: 2 } }, documentId: 'new' }, {}, 9) // prettier-ignore
    const { fields } = mergedFields(a, b, mergeRows(a, b), new Map())
    expect(Object.values(fields.skills).map(({ name }) => name)).toEqual(['React.js', 'Gestion de projet', 'C++'])
    expect(fields.documentId).toBe('new')
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
          resembles: [{ candidateId: a, reasons: ['phone'], likeness: 0.9, class: 'probably' }],
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
    expect(await findCandidatesByEmail('zofia.w@example.fr')).toEqual(expect.arrayContaining([a]))
    expect((await open(b)).fields.mergedInto).toBe(a)
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

  const merge = async (a: string, b: string) => {
    const merged = await mergeCandidates(await open(a), await open(b), new Map())
    if (!merged.ok) throw new Error(merged.error.type)
    return merged.value.transaction
  }

  describe('M032 separating later', () => {
    test('both people, their files, notes and applications become what they were, and are not proposed again', async () => {
      const { a, b, ids } = await make()
      const [recordA, recordB] = [await open(a), await open(b)]
      const transaction = await merge(a, b)
      const done = await separateCandidates(a, transaction)
      expect(done.ok).toBe(true)
      expect((await open(a)).fields).toEqual(recordA.fields)
      expect((await open(b)).fields).toEqual(recordB.fields)
      expect((await open(b)).binnedAt).toBeUndefined()
      expect((await openByKey('document', `candidate:${b}`)).map(({ id }) => id)).toEqual([ids.document])
      expect((await openByKey('interaction', `candidate:${b}`)).map(({ id }) => id)).toEqual([ids.note])
      const applications = await openByKey('application', `candidate:${b}`)
      expect(applications.filter(({ binnedAt }) => !binnedAt)).toHaveLength(2)
      expect((await openByKey('importItem', `candidate:${b}`))[0]!.fields).toMatchObject({
        state: 'created',
        resembles: [],
      })
      expect(await readApart(a)).toEqual(new Set([b]))
    })

    test('what was corrected since follows its person: what came from the other goes back corrected, the rest stays', async () => {
      const { a, b } = await make()
      const transaction = await merge(a, b)
      const title = { ...(await open(a)).fields.experiences['b2']!, title: 'Manutentionnaire' }
      const byNora = { '': { by: 'person' as const, person: 'Nora' } }
      await changeCandidate(a, [
        { path: 'experiences/b2', value: title, about: { title: byNora[''] } },
        { path: 'headline', value: 'Préparatrice', about: byNora },
        { path: 'links', value: ['mailto:zofia.w@example.fr', 'https://zofia.example.org/cv'], about: byNora },
      ])
      expect((await separateCandidates(a, transaction)).ok).toBe(true)
      const [one, other] = [await open(a), await open(b)]
      expect(one.fields.experiences['b2']).toBeUndefined()
      expect(other.fields.experiences['b2']!.title).toBe('Manutentionnaire')
      expect(other.about['experiences/b2/title']).toEqual({ by: 'person', person: 'Nora' })
      expect(one.fields.headline).toBe('Préparatrice')
      expect(one.fields.links).toEqual(['https://zofia.example.org/cv'])
      expect(other.fields.email).toBe('zofia.w@example.fr')
    })

    test('what came since stays with the survivor, save what a person gives to the other', async () => {
      const { a, b, ids } = await make()
      const transaction = await merge(a, b)
      const [mine, theirs] = [newId(), newId()]
      await new Promise((resolve) => setTimeout(resolve, 2))
      await write(
        [
          { type: 'create', kind: 'interaction', id: mine, fields: { candidateId: a, text: 'Rappelée' } },
          { type: 'create', kind: 'document', id: theirs, fields: { candidateId: a, fileName: 'cv 2026.pdf' } },
        ],
        { action: 'note.added' },
      )
      const later = await findLaterThings(a, transaction)
      expect(later.map(({ id, about }) => [id, about])).toEqual([
        [mine, 'Rappelée'],
        [theirs, 'cv 2026.pdf'],
      ])
      await separateCandidates(
        a,
        transaction,
        later.filter(({ kind }) => kind === 'document'),
      )
      expect((await openByKey('interaction', `candidate:${a}`)).map(({ id }) => id)).toEqual([mine])
      expect((await openByKey('document', `candidate:${b}`)).map(({ id }) => id).sort()).toEqual(
        [ids.document, theirs].sort(),
      )
    })

    test('separating can itself be taken back, and the two are then one again', async () => {
      const { a, b } = await make()
      const transaction = await merge(a, b)
      const whole = await open(a)
      const parted = await separateCandidates(a, transaction)
      if (!parted.ok) throw new Error(parted.error.type)
      expect(await undo(parted.value.transaction)).toMatchObject({ ok: true, value: { kept: 0 } })
      expect((await open(a)).fields).toEqual(whole.fields)
      expect((await open(b)).fields.mergedInto).toBe(a)
      expect((await separateCandidates(a, transaction)).ok).toBe(true)
    })

    test('a third record merged afterwards stays merged', async () => {
      const { a, b } = await make()
      const c = newId()
      await write([{ type: 'create', kind: 'candidate', id: c, fields: candidateSchema.parse({ fullName: 'Zofia W', city: 'Bron' }) }], { action: 'candidate.created' }) // prettier-ignore
      const first = await merge(a, b)
      await merge(a, c)
      expect((await separateCandidates(a, first)).ok).toBe(true)
      expect((await open(a)).fields.mergedFrom).toEqual([c])
      expect((await open(c)).fields.mergedInto).toBe(a)
      expect((await open(b)).binnedAt).toBeUndefined()
      expect((await separateCandidates(a, first)).ok).toBe(false)
    })

    test('a merged record outlives the ninety days of the bin, and is erased with the one it was merged into', async () => {
      const { a, b } = await make()
      const transaction = await merge(a, b)
      expect(await eraseOverdue(Date.now() + 400 * 86_400_000)).toBe(0)
      expect((await open(b)).binnedAt).toBeDefined()
      await binCandidates([a])
      expect((await eraseCandidates([a])).ok).toBe(true)
      expect((await openRecord('candidate', b)).ok).toBe(false)
      expect(await separateCandidates(a, transaction)).toMatchObject({ ok: false, error: { type: 'RecordMissing' } })
    })

    test('when the other record was erased the merge stands, and says why', async () => {
      const { a, b } = await make()
      const transaction = await merge(a, b)
      await eraseCandidates([b])
      expect(await separateCandidates(a, transaction)).toMatchObject({
        ok: false,
        error: { type: 'RecordMissing', id: b },
      })
      expect((await open(a)).fields.email).toBe('z.wisniewska@example.pl')
    })
  })
})
