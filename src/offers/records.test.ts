import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { emptyOffer, type Offer, type Requirement } from '../model/offer.ts'
import { useDatabase, VivierDatabase } from '../store/tables.ts'
import { undo } from '../store/write.ts'
import { changesBackTo } from '../model/returnTo.ts'
import {
  changeOffer,
  type OfferDraft,
  offerChanges,
  openOfferAsOf,
  readOffer,
  resetWeights,
  returnOffer,
  saveOffer,
  setWeight,
  takeBackEdits,
} from './records.ts'

const requirement = (text: string, order: number): Requirement => ({
  text,
  order,
  kind: 'skill',
  need: 'must',
  weight: 50,
  years: null,
  start: null,
  end: null,
  confidence: 1,
})
const draft = (fields: Partial<Offer>, about: OfferDraft['about'] = {}): OfferDraft => ({
  fields: { ...emptyOffer(), ...fields },
  about,
})

let databases = 0
beforeEach(() => useDatabase(new VivierDatabase(`offers-${(databases += 1)}`)))
afterEach(() => useDatabase(null))

describe('saveOffer', () => {
  const first = draft(
    { title: 'Cariste', status: 'draft', requirements: { a: requirement('CACES 3', 0), b: requirement('WMS', 1) } },
    { title: { by: 'reader', confidence: 0.6 } },
  )

  it('M055 makes the offer, then stores only what changed, with who says so', async () => {
    expect((await saveOffer('o1', null, first)).ok).toBe(true)
    const second: OfferDraft = {
      fields: {
        ...first.fields,
        title: 'Cariste 2×8',
        requirements: { a: { ...requirement('CACES 3', 0), need: 'dealbreaker' }, c: requirement('Froid', 2) },
      },
      about: { title: { by: 'person' } },
    }
    expect(offerChanges('o1', first, second).map((change) => [change.type, 'path' in change && change.path])).toEqual([
      ['set', 'title'],
      ['set', 'requirements/a'],
      ['set', 'requirements/c'],
      ['remove', 'requirements/b'],
    ])
    const saved = await saveOffer('o1', first, second)
    const offer = await readOffer('o1')
    expect(offer?.fields.title).toBe('Cariste 2×8')
    expect(Object.keys(offer!.fields.requirements).sort()).toEqual(['a', 'c'])
    expect(offer?.about['title']).toEqual({ by: 'person' })

    expect(saved.ok && (await undo(saved.value.transaction)).ok).toBe(true)
    expect((await readOffer('o1'))?.fields).toMatchObject({ title: 'Cariste', requirements: first.fields.requirements })
  })

  it('writes nothing when nothing changed', async () => {
    await saveOffer('o1', null, first)
    expect(await saveOffer('o1', first, structuredClone(first))).toMatchObject({ ok: true, value: { entries: 0 } })
  })
})

describe('weights of an offer', () => {
  it('M062 are set one by one and all given back', async () => {
    await saveOffer('o1', null, draft({ title: 'Cariste' }))
    await setWeight('o1', 'location', 3)
    await setWeight('o1', 'languages', 0)
    expect((await readOffer('o1'))?.fields.weights).toEqual({ location: 3, languages: 0 })
    await resetWeights('o1')
    expect((await readOffer('o1'))?.fields.weights).toEqual({})
    expect((await setWeight('nowhere', 'location', 1)).ok).toBe(false)
  })
})

describe('the history of an offer', () => {
  it('gives back an earlier state, with who said it, and a sitting of edits in one go', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: 1_800_000_000_000 })
    const states = ['Cariste', 'Cariste de nuit', 'Préparatrice de nuit'].map((title) =>
      draft({ title, requirements: { a: requirement(`CACES pour ${title}`, 0) } }, { title: { by: 'person' } }),
    )
    for (const [index, state] of states.entries()) {
      vi.setSystemTime(1_800_000_000_000 + index * 1000)
      await saveOffer('o1', states[index - 1] ?? null, state)
    }
    const then = await openOfferAsOf('o1', 1_800_000_000_500)
    expect(then?.fields.title).toBe('Cariste')
    vi.setSystemTime(1_800_000_009_000)
    await returnOffer('o1', changesBackTo((await readOffer('o1'))!, then!))
    expect(await readOffer('o1')).toMatchObject({ fields: states[0]!.fields, about: { title: { by: 'person' } } })

    for (const index of [1, 2]) {
      vi.setSystemTime(1_800_000_010_000 + index * 1000)
      await saveOffer('o1', states[index === 1 ? 0 : 1]!, states[index]!)
    }
    const sitting = { from: 1_800_000_011_000, to: 1_800_000_012_000 }
    vi.setSystemTime(1_800_000_020_000)
    await changeOffer('o1', { city: 'Brioude' })
    const undone = await takeBackEdits('o1', sitting)
    expect(undone).toMatchObject({ ok: true, value: { kept: 0 } })
    expect((await readOffer('o1'))?.fields).toMatchObject({ title: 'Cariste', city: 'Brioude' })
    if (undone.ok) await undo(undone.value.transaction)
    expect((await readOffer('o1'))?.fields.title).toBe('Préparatrice de nuit')
    await changeOffer('o1', { title: 'Magasinière' })
    expect(await takeBackEdits('o1', sitting)).toMatchObject({ ok: true, value: { kept: 1 } })
    expect((await readOffer('o1'))?.fields.title).toBe('Magasinière')
    expect(await openOfferAsOf('o1', 1_799_999_999_999)).toBeNull()
    vi.useRealTimers()
  })
})
