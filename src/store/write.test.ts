import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, test } from 'vitest'
import { findByLookup, openRecord } from './read.ts'
import { db, useDatabase, VivierDatabase } from './tables.ts'
import { forgetVault } from './vault.ts'
import { newId, undo, write } from './write.ts'

let count = 0
beforeEach(() => {
  count += 1
  useDatabase(new VivierDatabase(`test-${count}`))
  forgetVault()
})

const valueOf = <T>(result: { ok: true; value: T } | { ok: false }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result))
  return result.value
}
const create = async (fields: Record<string, unknown>) => {
  const id = newId()
  valueOf(await write([{ type: 'create', kind: 'candidate', id, fields }], { action: 'candidate.created' }))
  return id
}

describe('the write door', () => {
  test('no row changes without it', async () => {
    const id = await create({ fullName: 'Inès Ferhat' })
    const row = (await db().records.get(id))!
    await expect(db().records.put({ ...row, updatedAt: 0 })).rejects.toThrow('store/write')
    await expect(db().records.delete(id)).rejects.toThrow('store/write')
    await expect(db().records.clear()).rejects.toThrow('store/write')
    expect((await db().records.get(id))!.updatedAt).toBe(row.updatedAt)
  })

  test('every change stands in the journal, with a stamp that only grows', async () => {
    const id = await create({ fullName: 'Inès Ferhat', headline: 'Assistante RH' })
    valueOf(
      await write([{ type: 'set', kind: 'candidate', id, path: 'headline', value: 'Chargée RH' }], {
        action: 'candidate.edited',
      }),
    )
    valueOf(await write([{ type: 'bin', kind: 'candidate', id }], { action: 'candidate.binned' }))
    const journal = await db().journal.orderBy('seq').toArray()
    expect(journal.map(({ operation }) => operation)).toEqual(['create', 'set', 'bin'])
    expect(journal[1]).toMatchObject({ before: 'Assistante RH', value: 'Chargée RH' })
    const stamps = journal.map(({ stamp }) => stamp)
    expect([...stamps].sort()).toEqual(stamps)
    expect((await db().records.get(id))!.stamps['headline']).toBe(stamps[1])
  })

  test('a change of a missing record writes nothing at all', async () => {
    const id = await create({ fullName: 'Inès Ferhat' })
    const result = await write(
      [
        { type: 'set', kind: 'candidate', id, path: 'fullName', value: 'Autre' },
        { type: 'set', kind: 'candidate', id: newId(), path: 'fullName', value: 'Personne' },
      ],
      { action: 'candidate.edited' },
    )
    expect(result).toMatchObject({ ok: false, error: { type: 'RecordMissing' } })
    expect(valueOf(await openRecord('candidate', id)).fields.fullName).toBe('Inès Ferhat')
    expect(await db().journal.count()).toBe(1)
  })

  test('M027 e-mail, phone and address are sealed in the row and in the journal, and open again', async () => {
    const id = await create({
      fullName: 'Inès Ferhat',
      email: 'ines.ferhat@example.org',
      phone: '+33639981204',
      address: '3 rue des Lilas',
    })
    valueOf(
      await write([{ type: 'set', kind: 'candidate', id, path: 'email', value: 'iferhat@example.org' }], {
        action: 'candidate.edited',
      }),
    )
    const atRest = JSON.stringify([await db().records.toArray(), await db().journal.toArray()])
    for (const secret of ['ferhat@example', '39981204', 'Lilas']) expect(atRest).not.toContain(secret)
    const { fields } = valueOf(await openRecord('candidate', id))
    expect(fields).toMatchObject({ email: 'iferhat@example.org', phone: '+33639981204', address: '3 rue des Lilas' })
  })

  test('sealed values are found by keyed hash, and by the new value after a change', async () => {
    const id = await create({ email: 'Ines.Ferhat+cv@example.org' })
    expect(await findByLookup('candidate', 'email', 'ines.ferhat@example.org')).toEqual([id])
    valueOf(
      await write([{ type: 'set', kind: 'candidate', id, path: 'email', value: 'autre@example.org' }], {
        action: 'candidate.edited',
      }),
    )
    expect(await findByLookup('candidate', 'email', 'ines.ferhat@example.org')).toEqual([])
    expect(await findByLookup('candidate', 'email', 'autre@example.org')).toEqual([id])
  })

  test('elements of a list change one by one', async () => {
    const id = await create({ experiences: { a: { title: 'Cariste' }, b: { title: 'Magasinier' } } })
    valueOf(
      await write(
        [{ type: 'set', kind: 'candidate', id, path: 'experiences/a', value: { title: 'Cariste CACES 3' } }],
        { action: 'candidate.edited' },
      ),
    )
    valueOf(
      await write([{ type: 'remove', kind: 'candidate', id, path: 'experiences/b' }], { action: 'candidate.edited' }),
    )
    const { fields } = valueOf(await openRecord('candidate', id))
    expect(Object.values(fields.experiences).map(({ title }) => title)).toEqual(['Cariste CACES 3'])
  })

  test('undo takes back one write, sealed values and provenance too, and can itself be undone', async () => {
    const id = await create({ email: 'avant@example.org', headline: 'Soudeur' })
    const edit = valueOf(
      await write(
        [
          {
            type: 'set',
            kind: 'candidate',
            id,
            path: 'email',
            value: 'apres@example.org',
            about: { '': { by: 'person', person: 'Nora' } },
          },
          { type: 'set', kind: 'candidate', id, path: 'headline', value: 'Tuyauteur' },
        ],
        { action: 'candidate.edited' },
      ),
    )
    const undone = valueOf(await undo(edit.transaction))
    expect(undone.kept).toBe(0)
    const back = valueOf(await openRecord('candidate', id))
    expect(back.fields).toMatchObject({ email: 'avant@example.org', headline: 'Soudeur' })
    expect(back.about).toEqual({})
    expect(await findByLookup('candidate', 'email', 'avant@example.org')).toEqual([id])
    valueOf(await undo(undone.transaction))
    expect(valueOf(await openRecord('candidate', id)).fields.headline).toBe('Tuyauteur')
  })

  test('undo leaves alone what was changed since', async () => {
    const id = await create({ headline: 'Soudeur', city: 'Givors' })
    const edit = valueOf(
      await write(
        [
          { type: 'set', kind: 'candidate', id, path: 'headline', value: 'Tuyauteur' },
          { type: 'set', kind: 'candidate', id, path: 'city', value: 'Bron' },
        ],
        { action: 'candidate.edited' },
      ),
    )
    valueOf(
      await write([{ type: 'set', kind: 'candidate', id, path: 'city', value: 'Lyon' }], {
        action: 'candidate.edited',
      }),
    )
    expect(valueOf(await undo(edit.transaction)).kept).toBe(1)
    expect(valueOf(await openRecord('candidate', id)).fields).toMatchObject({ headline: 'Soudeur', city: 'Lyon' })
  })

  test('an erased record leaves rows and journal', async () => {
    const id = await create({ fullName: 'Personne Effacée', headline: 'Comptable' })
    valueOf(
      await write([{ type: 'set', kind: 'candidate', id, path: 'headline', value: 'Comptable unique' }], {
        action: 'candidate.edited',
      }),
    )
    valueOf(await write([{ type: 'erase', kind: 'candidate', id }], { action: 'candidate.erased' }))
    const atRest = JSON.stringify([await db().records.toArray(), await db().journal.toArray()])
    expect(atRest).not.toContain('Effacée')
    expect(atRest).not.toContain('Comptable')
  })

  test('a row written by another version is repaired field by field, and what it knows more is kept', async () => {
    const id = await create({
      fullName: 'Inès Ferhat',
      noticeDays: 'thirty',
      contracts: ['cdi', 'moonshot'],
      futureField: { x: 1 },
    })
    const { fields } = valueOf(await openRecord('candidate', id))
    expect(fields.noticeDays).toBeNull()
    expect(fields.contracts).toEqual(['cdi'])
    expect(fields.fullName).toBe('Inès Ferhat')
    expect((fields as Record<string, unknown>)['futureField']).toEqual({ x: 1 })
  })
})
