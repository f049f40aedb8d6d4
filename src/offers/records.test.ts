import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { emptyOffer, type Offer, type Requirement } from '../model/offer.ts'
import { useDatabase, VivierDatabase } from '../store/tables.ts'
import { undo } from '../store/write.ts'
import { type OfferDraft, offerChanges, readOffer, resetWeights, saveOffer, setWeight } from './records.ts'

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
