import { doubtBelow } from '../kit/confidence.ts'
import { inOrder } from '../model/candidate.ts'
import { type AdvertField, type AdvertReading, emptyOffer, type Offer, type Requirement } from '../model/offer.ts'
import type { About, Provenance } from '../model/record.ts'
import type { OfferDraft } from './records.ts'

/** Posts written in mathematical bold or italics, as on social networks, in letters that can be read and searched. */
export const plainLetters = (text: string): string =>
  text.replaceAll(/[\u{1D400}-\u{1D7FF}\u{FF01}-\u{FF5E}]+/gu, (letters) => letters.normalize('NFKC'))

/** How a passage of the advert is shown: read, read with doubt, or nothing that can be measured. */
export type AdvertMark = { start: number; end: number; kind: 'read' | 'weak' | 'unmeasurable' }

/** A piece of the advert, plain when `kind` is null. */
export type AdvertPiece = { text: string; start: number; kind: AdvertMark['kind'] | null }

/** What was understood, where it stands in the advert. */
export function readingToMarks(reading: AdvertReading): AdvertMark[] {
  const kindOf = (confidence: number) => (confidence < doubtBelow ? 'weak' : 'read')
  const fields = Object.values(reading.fields) as (AdvertField<unknown> | undefined)[]
  return [
    ...fields.flatMap((field): AdvertMark[] =>
      field ? [{ start: field.start, end: field.end, kind: kindOf(field.confidence) }] : [],
    ),
    ...reading.requirements.flatMap(({ start, end, confidence }): AdvertMark[] =>
      start === null || end === null ? [] : [{ start, end, kind: kindOf(confidence) }],
    ),
    ...reading.unmeasurable.map(({ start, end }): AdvertMark => ({ start, end, kind: 'unmeasurable' })),
  ]
}

const strength: Record<AdvertMark['kind'], number> = { read: 2, weak: 1, unmeasurable: 0 }

/** Cuts a text into pieces; where marks overlap the surest wins, and wild offsets are clipped. */
export function markAdvert(text: string, marks: readonly AdvertMark[]): AdvertPiece[] {
  const kinds: (AdvertMark['kind'] | null)[] = Array.from({ length: text.length }, () => null)
  for (const { start, end, kind } of marks.toSorted((a, b) => strength[a.kind] - strength[b.kind])) {
    for (let at = Math.max(0, start); at < Math.min(text.length, end); at += 1) kinds[at] = kind
  }
  const pieces: AdvertPiece[] = []
  for (let at = 0; at < text.length; at += 1) {
    const last = pieces.at(-1)
    if (last && last.kind === kinds[at]) last.text += text[at]!
    else pieces.push({ text: text[at]!, start: at, kind: kinds[at]! })
  }
  return pieces
}

/** The advert in paragraphs, each with its pieces: line ends part paragraphs, marks may not cross them. */
export function advertParagraphs(text: string, marks: readonly AdvertMark[]): AdvertPiece[][] {
  const paragraphs: AdvertPiece[][] = []
  let start = 0
  for (const line of text.split('\n')) {
    if (line.trim() !== '') {
      const shift = start
      const inside = marks.map((mark) => ({ ...mark, start: mark.start - shift, end: mark.end - shift }))
      paragraphs.push(markAdvert(line, inside).map((piece) => ({ ...piece, start: piece.start + shift })))
    }
    start += line.length + 1
  }
  return paragraphs
}

const isByPerson = (said: Provenance | undefined): boolean => said?.by === 'person'

/**
 * The draft once an advert was read into it. What a person wrote stays; what an earlier reading said and this one
 * does not goes back to empty, so that a second advert never leaves crumbs of the first.
 */
export function applyReading(
  draft: OfferDraft,
  advert: string,
  reading: AdvertReading,
  newId: () => string,
): OfferDraft {
  const fields: Offer = { ...draft.fields, advert, language: reading.language }
  const about: About = { ...draft.about }
  const blank = emptyOffer()
  for (const [path, said] of Object.entries(draft.about)) {
    if (said.by !== 'reader' || path.includes('/')) continue
    delete about[path]
    Object.assign(fields, { [path]: blank[path as keyof Offer] })
  }
  for (const [field, read] of Object.entries(reading.fields) as [keyof Offer, AdvertField<unknown> | undefined][]) {
    if (!read || isByPerson(draft.about[field])) continue
    Object.assign(fields, { [field]: read.value })
    about[field] = {
      by: 'reader',
      confidence: read.confidence,
      source: { boxes: [], text: advert.slice(read.start, read.end) },
    }
  }
  const [first] = reading.missions
  if (first && !isByPerson(draft.about.missions)) {
    fields.missions = reading.missions.map(({ text }) => text).join('\n')
    about.missions = {
      by: 'reader',
      confidence: 0.8,
      source: { boxes: [], text: advert.slice(first.start, reading.missions.at(-1)!.end) },
    }
  }
  const kept = inOrder(draft.fields.requirements).filter(([id]) => isByPerson(draft.about[`requirements/${id}`]))
  const keptTexts = new Set(kept.map(([, { text }]) => comparable(text)))
  for (const path of Object.keys(about)) if (path.startsWith('requirements/')) delete about[path]
  const read = reading.requirements
    .filter(({ text }) => !keptTexts.has(comparable(text)))
    .map((requirement): [string, Requirement] => [newId(), requirement])
  const requirements: Record<string, Requirement> = {}
  for (const [order, [id, requirement]] of [...read, ...kept].entries()) requirements[id] = { ...requirement, order }
  for (const [id, { confidence, start, end }] of read) {
    about[`requirements/${id}`] = {
      by: 'reader',
      confidence,
      source: { boxes: [], text: start === null || end === null ? '' : advert.slice(start, end) },
    }
  }
  for (const [id] of kept) about[`requirements/${id}`] = { by: 'person' }
  return { fields: { ...fields, requirements }, about }
}

const comparable = (text: string): string => text.trim().toLowerCase()

/** Where the reader was not sure, in the order of the form: field names, then `requirements/ID`. */
export function doubtsOf({ fields, about }: OfferDraft): string[] {
  const isDoubt = (path: string) => about[path]?.by === 'reader' && (about[path].confidence ?? 1) < doubtBelow
  const inFields = Object.keys(about).filter((path) => !path.includes('/') && isDoubt(path))
  const inRequirements = inOrder(fields.requirements)
    .map(([id]) => `requirements/${id}`)
    .filter(isDoubt)
  return [...inFields, ...inRequirements]
}

/** One line for a place: 'Bron (69500)'. */
export const placeToText = ({ city, postalCode }: Pick<Offer, 'city' | 'postalCode'>): string =>
  city && postalCode ? `${city} (${postalCode})` : city || postalCode

/** The inverse of `placeToText`, also of '69500 Bron' and 'Bron 69500', and of a département alone, 'Bron (69)'. */
export function textToPlace(text: string): Pick<Offer, 'city' | 'postalCode'> {
  const code = /(?:^|[\s(,])(\d{4,5})(?:[\s),]|$)/.exec(text)?.[1] ?? /\((\d[\dAB]\d?)\)/.exec(text)?.[1] ?? ''
  const city = (code === '' ? text : text.replace(code, ' '))
    .replace(/\(\s*\)/, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,]+|[\s,]+$/g, '')
  return { city, postalCode: code }
}

/** The draft with one requirement moved a place up (-1) or down (1). */
export function moveRequirement(fields: Offer, id: string, by: -1 | 1): Offer {
  const ids = inOrder(fields.requirements).map(([each]) => each)
  const at = ids.indexOf(id)
  const to = at + by
  if (at < 0 || to < 0 || to >= ids.length) return fields
  ids.splice(at, 1)
  ids.splice(to, 0, id)
  const requirements = Object.fromEntries(ids.map((each, order) => [each, { ...fields.requirements[each]!, order }]))
  return { ...fields, requirements }
}

/** True when there is nothing that would be worth keeping. */
export function isBlank({ fields }: OfferDraft): boolean {
  const { title, company, city, advert, requirements, salaryMin, salaryMax, hours } = fields
  return (
    [title, company, city, advert, hours].every((text) => text.trim() === '') &&
    salaryMin === null &&
    salaryMax === null &&
    Object.keys(requirements).length === 0
  )
}
