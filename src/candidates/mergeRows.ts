import { fold } from '../kit/fold.ts'
import { monthSpan } from '../kit/month.ts'
import { type Candidate, inOrder } from '../model/candidate.ts'
import { mergedCodes } from '../model/codes.ts'
import { compareNames } from '../model/personName.ts'
import type { About } from '../model/record.ts'
import type { StoredCandidate } from './records.ts'
import { lastOrder } from './editCandidate.ts'

/** Which record gives a value: `a` stays, `b` goes to the bin. */
export type Side = 'a' | 'b' | 'both'

type ElementField = 'experiences' | 'education' | 'skills' | 'languages' | 'licences' | 'tags'

/** Rows that stand for one or several fields, in the order shown. */
const fieldRows = {
  fullName: ['fullName'],
  headline: ['headline'],
  email: ['email'],
  phone: ['phone'],
  address: ['address'],
  place: ['city', 'postalCode', 'country'],
  availability: ['availableFrom', 'noticeDays', 'situation'],
  contracts: ['contracts'],
  workMode: ['workMode'],
  mobility: ['mobilityKm', 'mobilityPlaces', 'vehicle'],
  salary: ['salaryMin', 'salaryMax', 'salaryCurrency', 'salaryPeriod'],
  birthDate: ['birthDate'],
  links: ['links'],
  summary: ['summary'],
  skills: ['skills'],
  languages: ['languages'],
  licences: ['licences'],
  tags: ['tags'],
  photo: ['photoId'],
} as const satisfies Record<string, readonly (keyof Candidate)[]>
export type FieldRowName = keyof typeof fieldRows

/** Rows of which both sides can be kept: lists join, a second address or number goes among the links. */
const joinable: ReadonlySet<FieldRowName> = new Set(['email', 'phone', 'contracts', 'links', 'summary', 'skills', 'languages', 'licences', 'tags']) // prettier-ignore
/** What changes in a life: the record that came last knows better. */
const perishable: ReadonlySet<FieldRowName> = new Set(['headline', 'place', 'availability'])

/** One row of the comparison. `preset` is what a person would most likely choose. */
export interface MergeRow {
  id: string
  /** A field row's name, or null for a job or a degree. */
  field: FieldRowName | null
  entry: { list: 'experiences' | 'education'; a: string | null; b: string | null } | null
  hasA: boolean
  hasB: boolean
  same: boolean
  canBoth: boolean
  preset: Side
}

/** The fields a row stands for; none for a job or a degree. */
export const rowFields = ({ field }: MergeRow): readonly (keyof Candidate)[] => (field === null ? [] : fieldRows[field])

/** What two records hold, row by row; rows that neither fills are left out. */
export function mergeRows(a: StoredCandidate, b: StoredCandidate): MergeRow[] {
  const rows: MergeRow[] = []
  for (const [name, fields] of Object.entries(fieldRows) as [FieldRowName, readonly (keyof Candidate)[]][]) {
    const has = (record: StoredCandidate) => fields.some((field) => isFilled(record.fields[field]))
    const [hasA, hasB] = [has(a), has(b)]
    if (!hasA && !hasB) continue
    const same = fields.every((field) => comparable(name, a.fields[field]) === comparable(name, b.fields[field]))
    const canBoth = joinable.has(name) && hasA && hasB && !same
    rows.push({ id: name, field: name, entry: null, hasA, hasB, same, canBoth, preset: presetOf(name, fields, a, b, { hasA, hasB, same, canBoth }) }) // prettier-ignore
    if (name === 'salary') rows.push(...entryRows('experiences', a, b), ...entryRows('education', a, b))
  }
  if (!rows.some(({ field }) => field === 'salary')) {
    const at = rows.findIndex(({ field }) => field !== null && afterEntries.has(field))
    rows.splice(at === -1 ? rows.length : at, 0, ...entryRows('experiences', a, b), ...entryRows('education', a, b))
  }
  return rows
}
const afterEntries: ReadonlySet<FieldRowName> = new Set(['birthDate', 'links', 'summary', 'skills', 'languages', 'licences', 'tags', 'photo']) // prettier-ignore

const isFilled = (value: unknown): boolean => {
  if (value === null || value === undefined || value === '') return false
  if (Array.isArray(value)) return value.length > 0
  return typeof value !== 'object' || Object.keys(value).length > 0
}

/** Values that say the same compare equal: order of elements, ids and capitals do not count. */
function comparable(name: FieldRowName, value: unknown): string {
  if (typeof value === 'string') return name === 'fullName' ? value.trim() : fold(value.trim())
  if (Array.isArray(value))
    return JSON.stringify(
      value
        .map((item: unknown) => fold(typeof item === 'string' ? item : String((item as { text?: string }).text)))
        .sort(),
    )
  if (typeof value === 'object' && value !== null) {
    if (name === 'tags') return JSON.stringify(Object.keys(value).sort())
    return JSON.stringify(Object.values(value as Record<string, object>).map((element) => elementKey(element) + levelOf(element)).sort()) // prettier-ignore
  }
  return String(value)
}
const levelOf = (element: object): string => String((element as { level?: unknown }).level ?? '')
/** What makes two elements of a list the same thing. */
const elementKey = (element: object): string => {
  const { kind = '', code = '', name = '' } = element as { kind?: string; code?: string; name?: string }
  // 'React.js', 'ReactJS' and 'react js' are one thing, and so are 'Gestion de projet' and 'Gestion de projets'.
  return code === ''
    ? fold(name)
        .replace(/s(?=\s|$)/g, '')
        .replace(/[^\p{L}\p{N}+#]+/gu, '')
    : `${kind} ${fold(code)}`
}

function presetOf(
  name: FieldRowName,
  fields: readonly (keyof Candidate)[],
  a: StoredCandidate,
  b: StoredCandidate,
  { hasA, hasB, same, canBoth }: Pick<MergeRow, 'hasA' | 'hasB' | 'same' | 'canBoth'>,
): Side {
  if (same || !hasB) return 'a'
  if (!hasA) return 'b'
  if (canBoth) return 'both'
  const trust = ({ about }: StoredCandidate): number => {
    const told = fields.flatMap((field) => about[field] ?? [])
    if (told.some(({ by }) => by === 'person')) return 2
    return Math.min(1, ...told.map(({ by, confidence = 1 }) => (by === 'assumed' ? 0 : confidence)))
  }
  const [sureA, sureB] = [trust(a), trust(b)]
  if (sureA === 2 || sureB === 2) return sureA >= sureB ? 'a' : 'b'
  if (Math.abs(sureA - sureB) > 0.2) return sureA > sureB ? 'a' : 'b'
  return perishable.has(name) && b.createdAt > a.createdAt ? 'b' : 'a'
}

type Entry = {
  title: string
  start: string
  end: string
  organisation?: string
  school?: string
  lines: readonly unknown[]
}

function entryRows(list: 'experiences' | 'education', a: StoredCandidate, b: StoredCandidate): MergeRow[] {
  const left = inOrder(a.fields[list] as Record<string, Entry & { order: number }>)
  const right = new Map(inOrder(b.fields[list] as Record<string, Entry & { order: number }>))
  const rows: MergeRow[] = []
  const row = (idA: string | null, idB: string | null, more: Pick<MergeRow, 'same' | 'canBoth' | 'preset'>) =>
    rows.push({ id: `${list} ${idA ?? ''} ${idB ?? ''}`, field: null, entry: { list, a: idA, b: idB }, hasA: idA !== null, hasB: idB !== null, ...more }) // prettier-ignore
  for (const [idA, one] of left) {
    const found = [...right]
      .map(([idB, other]) => ({ idB, other, likeness: compareEntries(one, other) }))
      .sort((x, y) => y.likeness - x.likeness)[0]
    if (!found || found.likeness < 0.5) {
      row(idA, null, { same: false, canBoth: false, preset: 'a' })
      continue
    }
    right.delete(found.idB)
    const same = sameEntry(one, found.other)
    const better = betterTelling(
      { entry: one, isCorrected: isCorrected(a, `${list}/${idA}`), createdAt: a.createdAt },
      { entry: found.other, isCorrected: isCorrected(b, `${list}/${found.idB}`), createdAt: b.createdAt },
    )
    row(idA, found.idB, { same: same && better === 'a', canBoth: true, preset: better })
  }
  for (const idB of right.keys()) row(null, idB, { same: false, canBoth: false, preset: 'b' })
  return rows
}

/** True when a person corrected the entry: no later reading goes over their word. */
const isCorrected = ({ about }: StoredCandidate, path: string): boolean =>
  Object.entries(about).some(([at, { by }]) => by === 'person' && (at === path || at.startsWith(`${path}/`)))

type Telling = { entry: Entry; isCorrected: boolean; createdAt: number }

/** Of two tellings of one job: a person's, else the later one when it knows that the job ended, else the one that says more. */
function betterTelling(a: Telling, b: Telling): Side {
  if (a.isCorrected !== b.isCorrected) return a.isCorrected ? 'a' : 'b'
  const isOver = ({ entry }: Telling) => entry.end !== '' && entry.end !== 'present'
  const wasOn = ({ entry }: Telling) => entry.end === 'present'
  if (b.createdAt > a.createdAt && wasOn(a) && isOver(b)) return 'b'
  if (a.createdAt > b.createdAt && wasOn(b) && isOver(a)) return 'a'
  return fullness(b.entry) > fullness(a.entry) ? 'b' : 'a'
}

const where = ({ organisation, school }: Entry): string => organisation ?? school ?? ''
const sameEntry = (a: Entry, b: Entry): boolean =>
  fold(a.title) === fold(b.title) && fold(where(a)) === fold(where(b)) && a.start === b.start && a.end === b.end
const fullness = (entry: Entry): number =>
  entry.lines.length + [entry.title, where(entry), entry.start, entry.end].filter(Boolean).length

/** How much two jobs or degrees look like one, in [0,1]: the place first, then the months, then the words. */
function compareEntries(a: Entry, b: Entry): number {
  const places = where(a) !== '' && where(b) !== '' ? compareNames(where(a), where(b)) : null
  const titles = a.title !== '' && b.title !== '' ? compareNames(a.title, b.title) : null
  if (places !== null && places < 0.6) return 0
  const late = '2100-01'
  const [spanA, spanB] = [monthSpan(a.start || a.end, a.end, late), monthSpan(b.start || b.end, b.end, late)]
  if (spanA && spanB && (spanA.to < spanB.from || spanB.to < spanA.from)) return 0
  const dates = spanA && spanB ? 1 : 0.4
  return (places ?? 0.3) * 0.5 + dates * 0.25 + (titles ?? 0.3) * 0.25
}

/**
 * The fields and provenance of the one record that the choices make; what was not asked about is kept from both.
 * `fromB` tells which path of the result has the value of which path of `b`: a later correction of it is `b`'s.
 */
export function mergedFields(
  a: StoredCandidate,
  b: StoredCandidate,
  rows: readonly MergeRow[],
  choices: ReadonlyMap<string, Side>,
): { fields: Candidate; about: About; fromB: [string, string][] } {
  const fromB: [string, string][] = []
  const fields = structuredClone(a.fields)
  const about: About = { ...a.about }
  const set = <F extends keyof Candidate>(field: F, value: Candidate[F]) => {
    fields[field] = value
  }
  const move = (from: string, to: string) => {
    fromB.push([to, from])
    for (const path of Object.keys(about)) if (path === to || path.startsWith(`${to}/`)) delete about[path]
    for (const [path, provenance] of Object.entries(b.about)) {
      if (path === from || path.startsWith(`${from}/`)) about[to + path.slice(from.length)] = provenance
    }
  }
  const elementsOf = (record: { fields: Candidate }, list: ElementField) =>
    record.fields[list] as Record<string, { order: number }>
  const take = (list: ElementField, idB: string, idTo: string, order: number) => {
    const element = elementsOf(b, list)[idB]!
    const value = list === 'tags' ? element : { ...element, order }
    ;(fields[list] as Record<string, unknown>)[idTo] = value
    move(`${list}/${idB}`, `${list}/${idTo}`)
  }
  const drop = (list: ElementField, id: string) => {
    delete (fields[list] as Record<string, unknown>)[id]
    for (const path of Object.keys(about))
      if (path.startsWith(`${list}/${id}/`) || path === `${list}/${id}`) delete about[path]
  }
  const links = [...a.fields.links]

  for (const row of rows) {
    const side = choices.get(row.id) ?? row.preset
    if (row.entry !== null) {
      const { list, a: idA, b: idB } = row.entry
      if (idB !== null && side !== 'a') {
        const order = idA !== null && side === 'b' ? elementsOf(a, list)[idA]!.order : lastOrder(fields[list])
        take(list, idB, idA !== null && side === 'b' ? idA : idB, order)
      } else if (idA !== null && idB === null && side === 'b') drop(list, idA)
      continue
    }
    const name = row.field!
    if (side === 'a' || row.same) continue
    if (name === 'email' || name === 'phone') {
      if (side === 'both') links.push(`${name === 'email' ? 'mailto' : 'tel'}:${b.fields[name]}`)
      else {
        set(name, b.fields[name])
        move(name, name)
      }
    } else if (name === 'links') {
      if (side === 'b') links.splice(0, a.fields.links.length)
      links.push(...b.fields.links.filter((link) => !links.includes(link)))
    } else if (name === 'contracts') {
      set(
        'contracts',
        side === 'both' ? [...new Set([...a.fields.contracts, ...b.fields.contracts])] : b.fields.contracts,
      )
    } else if (name === 'summary') {
      set('summary', side === 'both' ? joinLines(a.fields.summary, b.fields.summary) : b.fields.summary)
    } else if (name === 'skills' || name === 'languages' || name === 'licences' || name === 'tags') {
      if (side === 'b') for (const id of Object.keys(elementsOf(a, name))) drop(name, id)
      const known = new Map(
        Object.entries(elementsOf({ fields }, name)).map(([id, element]) => [
          name === 'tags' ? id : elementKey(element),
          id,
        ]),
      )
      let order = name === 'tags' ? 0 : lastOrder(elementsOf({ fields }, name))
      for (const [idB, element] of Object.entries(elementsOf(b, name))) {
        const idA = known.get(name === 'tags' ? idB : elementKey(element))
        if (idA === undefined) take(name, idB, idB, order++)
        else if (name === 'languages' && levelOf(elementsOf({ fields }, name)[idA]!) === '' && levelOf(element) !== '')
          take(name, idB, idA, elementsOf({ fields }, name)[idA]!.order)
      }
    } else {
      for (const field of fieldRows[name]) {
        set(field, b.fields[field] as never)
        move(field, field)
      }
    }
  }
  set('links', links)
  set('otherLines', joinLines(a.fields.otherLines, b.fields.otherLines))
  // The CV shown first is the one that came last.
  const isNewer = b.fields.documentId !== '' && b.createdAt > a.createdAt
  set('documentId', isNewer ? b.fields.documentId : a.fields.documentId || b.fields.documentId)
  set('codes', mergedCodes(a.fields.codes, b.fields.codes))
  set('mergedFrom', [...new Set([...a.fields.mergedFrom, ...b.fields.mergedFrom, b.id])])
  return { fields, about, fromB }
}

const joinLines = <T extends { text: string }>(a: readonly T[], b: readonly T[]): T[] => {
  const known = new Set(a.map(({ text }) => fold(text.trim())))
  return [...a, ...b.filter(({ text }) => !known.has(fold(text.trim())))]
}
