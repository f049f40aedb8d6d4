import { err, ok, type Result } from '../kit/result.ts'
import type { Offer } from '../model/offer.ts'
import type { About, Change, Provenance, Stored } from '../model/record.ts'
import { type ChangeBack, changesBackTo } from '../model/returnTo.ts'
import { type Live, useCollection, useHistory, useRecord } from '../store/live.ts'
import { openAsOf, openRecord } from '../store/read.ts'
import { newId, undo, write, type WriteFailure, type Written } from '../store/write.ts'

export { newId, undo, useHistory }
export type { Live, WriteFailure, Written }

/** An offer as it is stored. */
export type StoredOffer = Stored<'offer'>

/** Every offer, live; binned ones are among them. */
export const useOffers = (): Live<ReadonlyMap<string, StoredOffer>> => useCollection('offer')

/** One offer, live. */
export const useOffer = (id: string): Live<StoredOffer | null> => useRecord('offer', id)

/** One offer now, null when there is none. */
export async function readOffer(id: string): Promise<StoredOffer | null> {
  const read = await openRecord('offer', id)
  return read.ok ? read.value : null
}

/** An offer as it stood at a moment (ms), opened; null when it was not there. */
export const openOfferAsOf = (id: string, moment: number): Promise<StoredOffer | null> => openAsOf('offer', id, moment)

/** Gives back what an offer said before, each value with who vouched for it. */
export const returnOffer = (
  id: string,
  changes: readonly ChangeBack[],
  action = 'offer.returned',
): Promise<Result<Written, WriteFailure>> =>
  write(
    changes.map(({ path, value, about }): Change =>
      value === undefined
        ? { type: 'remove', kind: 'offer', id, path }
        : { type: 'set', kind: 'offer', id, path, value, about },
    ),
    { action },
  )

/**
 * Takes back what was edited between two moments (ms), in one write; gives how many values stay because they changed
 * since.
 */
export async function takeBackEdits(
  id: string,
  { from, to }: { from: number; to: number },
): Promise<Result<Written & { kept: number }, WriteFailure>> {
  const [before, after, now] = await Promise.all([openOfferAsOf(id, from - 1), openOfferAsOf(id, to), readOffer(id)])
  if (!before || !after || !now) return err({ type: 'RecordMissing', kind: 'offer', id })
  const changedSince = new Set(changesBackTo(now, after).map(({ path }) => path))
  const edits = changesBackTo(after, before)
  const back = edits.filter(({ path }) => !changedSince.has(path))
  const done = await returnOffer(id, back, 'undone')
  return done.ok ? ok({ ...done.value, kept: edits.length - back.length }) : done
}

/** An offer being written: its fields and who said each (`title`, `requirements/ID`). */
export interface OfferDraft {
  fields: Offer
  about: About
}

/**
 * Stores what differs between two states of an offer, element by element, so that two people on one offer do not
 * undo each other. `before` null makes the offer.
 */
export function saveOffer(
  id: string,
  before: OfferDraft | null,
  after: OfferDraft,
): Promise<Result<Written, WriteFailure>> {
  if (!before) {
    return write([{ type: 'create', kind: 'offer', id, fields: after.fields, about: after.about }], {
      action: 'offer.created',
    })
  }
  return write(offerChanges(id, before, after), { action: 'offer.edited' })
}

const elementFields: readonly string[] = ['requirements', 'weights'] satisfies (keyof Offer)[]

/** The changes that lead from one state of an offer to another. */
export function offerChanges(id: string, before: OfferDraft, after: OfferDraft): Change[] {
  const was = leaves(before.fields)
  const is = leaves(after.fields)
  const changes: Change[] = []
  for (const [path, value] of is) {
    const said = after.about[path]
    if (isSame(was.get(path), value) && isSame(before.about[path], said)) continue
    changes.push({ type: 'set', kind: 'offer', id, path, value, ...(said ? { about: { '': said } } : {}) })
  }
  for (const path of was.keys()) if (!is.has(path)) changes.push({ type: 'remove', kind: 'offer', id, path })
  return changes
}

/** Each value under its path: fields, and elements of the maps. */
function leaves(fields: Offer): Map<string, unknown> {
  const found = new Map<string, unknown>()
  for (const [field, value] of Object.entries(fields)) {
    if (!elementFields.includes(field)) found.set(field, value)
    else for (const [element, inside] of Object.entries(value as object)) found.set(`${field}/${element}`, inside)
  }
  return found
}

/** Plain data compared by content; the order of keys counts, which at worst writes a value again. */
const isSame = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b)

/** Changes fields of an offer by a person's hand. */
export function changeOffer(
  id: string,
  fields: Partial<Offer>,
  action = 'offer.edited',
): Promise<Result<Written, WriteFailure>> {
  const said: Provenance = { by: 'person' }
  return write(
    Object.entries(fields).map(([path, value]): Change => ({
      type: 'set',
      kind: 'offer',
      id,
      path,
      value,
      about: { '': said },
    })),
    { action },
  )
}

/** Makes a requirement a wish: it no longer caps. */
export async function softenRequirement(id: string, requirementId: string): Promise<Result<Written, WriteFailure>> {
  const requirement = (await readOffer(id))?.fields.requirements[requirementId]
  if (!requirement) return err({ type: 'RecordMissing', kind: 'offer', id })
  const said: Provenance = { by: 'person' }
  return write(
    [
      {
        type: 'set',
        kind: 'offer',
        id,
        path: `requirements/${requirementId}`,
        value: { ...requirement, need: 'nice' },
        about: { '': said },
      },
    ],
    { action: 'offer.edited' },
  )
}

/** Sets one weight of the matcher for one offer; null gives back the default. */
export async function setWeight(
  id: string,
  term: string,
  weight: number | null,
): Promise<Result<Written, WriteFailure>> {
  const path = `weights/${term}`
  const offer = await readOffer(id)
  if (!offer) return err({ type: 'RecordMissing', kind: 'offer', id })
  if (weight === null && offer.fields.weights[term] === undefined) return write([], { action: 'offer.weighted' })
  return write(
    [
      weight === null
        ? { type: 'remove', kind: 'offer', id, path }
        : { type: 'set', kind: 'offer', id, path, value: weight },
    ],
    { action: 'offer.weighted' },
  )
}

/** Gives every weight of an offer its default back. */
export async function resetWeights(id: string): Promise<Result<Written, WriteFailure>> {
  const offer = await readOffer(id)
  const terms = Object.keys(offer?.fields.weights ?? {})
  return write(
    terms.map((term): Change => ({ type: 'remove', kind: 'offer', id, path: `weights/${term}` })),
    { action: 'offer.weighted' },
  )
}

/** Puts an offer in the bin, where it can be restored. */
export const binOffer = (id: string): Promise<Result<Written, WriteFailure>> =>
  write([{ type: 'bin', kind: 'offer', id }], { action: 'offer.binned' })
