import { canonicalJson } from '../kit/canonicalJson.ts'
import { isId } from '../kit/id.ts'
import type { Stamp } from './clock.ts'
import type { Operation } from './operation.ts'

/**
 * A record as merging sees it. Rows of the store have more beside; it is carried along untouched.
 *
 * `stamps` are the registers. `field` and `field/element` bear the stamp of their last write, or, for an element that
 * was removed, the stamp that its remover had seen; a path with a stamp and no value was removed. Beside them stand
 * `@bin` and, for a record made with nothing in it, `@made`.
 */
export interface RecordState {
  id: string
  kind: string
  fields: Record<string, unknown>
  /** Provenance by path: belongs to the write of the path it stands under (SPEC 2.9). */
  about: Record<string, unknown>
  stamps: Record<string, Stamp>
  /** ms; the earliest told. */
  createdAt: number
  /** ms. */
  updatedAt: number
  /** ms; set while in the bin. */
  binnedAt?: number
}

/** What a replica holds under one id. */
export interface Standing<R extends RecordState = RecordState> {
  record: R | null
  /** The stamp of the latest erasure; stays when the record is gone. */
  erased: Stamp | null
}

/** What is left after an operation. */
export interface Outcome<R extends RecordState = RecordState> extends Standing<R> {
  /** The paths that this operation now gives; none when a later write stood already, or when it was known. */
  won: readonly string[]
}

/** Which of two values under one stamp is kept (SPEC 1.6): positive for the first. */
export type CompareValues = (a: unknown, b: unknown, path: string) => number

export const binPath = '@bin'
export const madePath = '@made'
const nothingWon: readonly string[] = []

const byCanonicalJson: CompareValues = (a, b) => {
  const textA = canonicalJson(a)
  const textB = canonicalJson(b)
  return textA === textB ? 0 : textA > textB ? 1 : -1
}

/** True for a map of elements by id. A sealed value is one value, whatever it holds. */
export const isElementMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !('sealed' in value)

/** The wall milliseconds in a stamp. */
export const msOfStamp = (stamp: Stamp): number => Number.parseInt(stamp.slice(0, 12), 16)

/** The author in a stamp. */
export const authorOfStamp = (stamp: Stamp): string => stamp.slice(18)

/** `field/element` as its two parts; the element is undefined for a scalar path. */
export function splitPath(path: string): [field: string, element: string | undefined] {
  const slash = path.indexOf('/')
  return slash < 0 ? [path, undefined] : [path.slice(0, slash), path.slice(slash + 1)]
}

/** The value at a path, undefined when there is none. */
export function valueAt(record: RecordState, path: string): unknown {
  const [field, element] = splitPath(path)
  const value = own(record.fields, field)
  if (element === undefined) return value
  return isElementMap(value) ? own(value, element) : undefined
}

/** The provenance that stands under a path. */
export function aboutAt<T>(about: Record<string, T>, path: string): Record<string, T> {
  const found: Record<string, T> = {}
  for (const key of Object.keys(about)) if (isUnder(key, path)) found[key] = about[key]!
  return found
}

/**
 * One operation onto one record: the only place where it is decided who wins. The order, the grouping and the
 * repetition of operations do not matter (SPEC 2.1). What is given is not changed; what comes back shares with it what
 * stayed the same.
 */
export function apply<R extends RecordState>(
  standing: Standing<R>,
  operation: Operation,
  compare: CompareValues = byCanonicalJson,
): Outcome<R> {
  const { erased } = standing
  const { id, type, path } = operation
  if (type === 'erase') return erase(standing, operation)
  const stamp = effectiveStamp(operation)
  if (erased !== null && (isId(id) || stamp <= erased)) return { ...standing, won: nothingWon }
  if ((type === 'set' || type === 'remove') && !isWritable(path)) return { ...standing, won: nothingWon }
  // A named record forgets what is not later than its erasure, so nothing of that may show in its times either.
  const known = stamp !== operation.stamp && isId(id) ? operation.stamp : stamp
  const at = Math.min(operation.at, msOfStamp(known))
  const draft = draftOf(standing, operation, at)
  const won: string[] = []
  if (type === 'create') {
    writeCreation(draft, operation, compare, won)
  } else if (type === 'bin' || type === 'restore') {
    writeBin(draft, stamp, type === 'bin' ? at : undefined, won)
  } else {
    const value = type === 'remove' ? undefined : operation.value
    const [field, element] = splitPath(path)
    if (element !== undefined)
      writeElement(draft, field, element, { stamp, value, about: operation.about ?? none }, compare, won)
    else writeField(draft, field, { stamp, value, about: operation.about ?? none }, compare, won)
  }
  return { record: draft as R, erased, won }
}

const none: Record<string, unknown> = {}

interface Write {
  stamp: Stamp
  /** undefined for a removal. */
  value: unknown
  /** By path of the record; only what stands under the path written is taken. */
  about: Record<string, unknown>
}

/** A removal of an element stands at what its author had seen, so that what was written later stays (SPEC 2.3). */
function effectiveStamp({ type, path, stamp, observed }: Operation): Stamp {
  return type === 'remove' && observed !== undefined && observed < stamp && path.includes('/') ? observed : stamp
}

/** Paths come from other devices: `@` is ours, and `__proto__` would change more than a field. */
function isWritable(path: string): boolean {
  const [field, element] = splitPath(path)
  return field !== '' && !field.startsWith('@') && field !== '__proto__' && element !== '' && element !== '__proto__'
}

const own = <T>(map: Record<string, T>, key: string): T | undefined => (Object.hasOwn(map, key) ? map[key] : undefined)

const isUnder = (key: string, path: string): boolean =>
  key.startsWith(path) && (key.length === path.length || key[path.length] === '/')

function draftOf<R extends RecordState>(
  { record, erased }: Standing<R>,
  operation: Operation,
  at: number,
): RecordState {
  const { id, kind } = operation
  if (!record) {
    const madeAt = erased === null ? at : msOfStamp(erased)
    return { id, kind, fields: {}, about: {}, stamps: {}, createdAt: madeAt, updatedAt: Math.max(madeAt, at) }
  }
  return {
    ...record,
    kind: kind < record.kind ? kind : record.kind,
    fields: { ...record.fields },
    about: { ...record.about },
    stamps: { ...record.stamps },
    createdAt: erased === null ? Math.min(record.createdAt, at) : record.createdAt,
    updatedAt: Math.max(record.updatedAt, at),
  }
}

function writeCreation(draft: RecordState, operation: Operation, compare: CompareValues, won: string[]): void {
  const { stamp } = operation
  const fields = isElementMap(operation.value) ? operation.value : none
  const aboutByField = groupByField(operation.about ?? none)
  let isEmpty = true
  for (const field of Object.keys(fields)) {
    const value = fields[field]
    if (value === undefined || field.includes('/') || !isWritable(field)) continue
    const about = aboutByField.get(field) ?? none
    isEmpty = false
    // A list is written element by element, without claiming that it holds no other.
    if (elementsOf(value).length > 0) writeElements(draft, field, { stamp, value, about }, compare, won)
    else writeField(draft, field, { stamp, value, about }, compare, won)
  }
  // What was looked for and not found has a provenance and no value.
  for (const [field, about] of aboutByField) {
    if (own(fields, field) !== undefined || !isWritable(field)) continue
    isEmpty = false
    writeField(draft, field, { stamp, value: undefined, about }, compare, won)
  }
  if (isEmpty && stamp > (draft.stamps[madePath] ?? '')) {
    draft.stamps[madePath] = stamp
    won.push('')
  }
}

function groupByField(about: Record<string, unknown>): Map<string, Record<string, unknown>> {
  const groups = new Map<string, Record<string, unknown>>()
  for (const key of Object.keys(about)) {
    if (key === '__proto__') continue
    const [field] = splitPath(key)
    let group = groups.get(field)
    if (!group) groups.set(field, (group = {}))
    group[key] = about[key]
  }
  return groups
}

function writeBin(draft: RecordState, stamp: Stamp, binnedAt: number | undefined, won: string[]): void {
  const here = draft.stamps[binPath] ?? ''
  if (stamp < here) return
  if (stamp === here && (binnedAt ?? -1) <= (draft.binnedAt ?? -1)) return
  draft.stamps[binPath] = stamp
  if (binnedAt === undefined) delete draft.binnedAt
  else draft.binnedAt = binnedAt
  won.push(binPath)
}

/**
 * A write of a whole field: it takes away what was written of its elements before. A map in it is written as its
 * elements, under the same stamp, so that a later edit of one of them merges.
 */
function writeField(draft: RecordState, field: string, write: Write, compare: CompareValues, won: string[]): void {
  const { stamp, value } = write
  const here = own(draft.stamps, field)
  if (here !== undefined && stamp < here) return
  const map = elementsOf(value).length > 0
  const whole = isElementMap(value) ? {} : value
  let moved = false
  if (here === undefined || stamp > here) {
    dropElements(draft, field, (at) => at < stamp)
    draft.stamps[field] = stamp
    moved = true
    if (!hasElements(draft, field)) setWhole(draft, field, whole, map ? none : write.about)
  } else if (!hasElements(draft, field)) {
    const before = aboutAt(draft.about, field)
    moved = beats(whole, map ? none : aboutAt(write.about, field), own(draft.fields, field), before, field, compare)
    if (moved) setWhole(draft, field, whole, map ? none : write.about)
  }
  if (map) {
    const elements: string[] = []
    writeElements(draft, field, write, compare, elements)
    moved ||= elements.length > 0
  }
  if (moved) won.push(field)
}

function elementsOf(value: unknown): string[] {
  if (!isElementMap(value)) return []
  return Object.keys(value).filter(
    (element) => value[element] !== undefined && element !== '' && element !== '__proto__',
  )
}

function setWhole(draft: RecordState, field: string, value: unknown, about: Record<string, unknown>): void {
  if (value === undefined) delete draft.fields[field]
  else draft.fields[field] = value
  replaceAbout(draft, field, about)
}

function writeElements(draft: RecordState, field: string, write: Write, compare: CompareValues, won: string[]): void {
  const map = write.value as Record<string, unknown>
  const here = own(draft.fields, field)
  // One copy for all of them: each would make its own.
  if (isElementMap(here)) draft.fields[field] = { ...here }
  for (const element of elementsOf(map))
    writeElement(draft, field, element, { ...write, value: map[element] }, compare, won, true)
}

function writeElement(
  draft: RecordState,
  field: string,
  element: string,
  { stamp, value, about }: Write,
  compare: CompareValues,
  won: string[],
  isCopied = false,
): void {
  const whole = own(draft.stamps, field)
  if (whole !== undefined && stamp < whole) return
  const path = `${field}/${element}`
  const here = own(draft.stamps, path)
  const present = own(draft.fields, field)
  const map = isElementMap(present) ? present : null
  if (here !== undefined) {
    if (stamp < here) return
    if (stamp === here) {
      const before = map ? own(map, element) : undefined
      if (!beats(value, aboutAt(about, path), before, aboutAt(draft.about, path), path, compare)) return
    }
  }
  // The value of the whole field gives way to its elements, and its provenance with it.
  if (here === undefined && !hasElements(draft, field)) replaceAbout(draft, field, none)
  const next = isCopied && map ? map : { ...map }
  if (value === undefined) delete next[element]
  else next[element] = value
  draft.fields[field] = next
  draft.stamps[path] = stamp
  replaceAbout(draft, path, about)
  won.push(path)
}

/** Under one stamp a removal beats a value: its author had seen the value, or nobody can tell. */
function beats(
  value: unknown,
  about: Record<string, unknown>,
  hereValue: unknown,
  hereAbout: Record<string, unknown>,
  path: string,
  compare: CompareValues,
): boolean {
  if ((value === undefined) !== (hereValue === undefined)) return value === undefined
  const order = value === undefined ? 0 : compare(value, hereValue, path)
  return order !== 0 ? order > 0 : byCanonicalJson(about, hereAbout, path) > 0
}

function replaceAbout(draft: RecordState, path: string, about: Record<string, unknown>): void {
  for (const key of Object.keys(draft.about)) if (isUnder(key, path)) delete draft.about[key]
  for (const key of Object.keys(about)) if (isUnder(key, path)) draft.about[key] = about[key]
}

/** True when elements were written or removed since the whole field was. */
function hasElements(draft: RecordState, field: string): boolean {
  const value = own(draft.fields, field)
  if (!isElementMap(value)) return false
  for (const _ in value) return true
  return Object.keys(draft.stamps).some((path) => path.startsWith(`${field}/`))
}

function dropElements(draft: RecordState, field: string, isDropped: (stamp: Stamp) => boolean): void {
  const value = own(draft.fields, field)
  if (!isElementMap(value)) return
  const kept: Record<string, unknown> = {}
  for (const path of Object.keys(draft.stamps)) {
    if (!path.startsWith(`${field}/`)) continue
    const element = path.slice(field.length + 1)
    if (isDropped(draft.stamps[path]!)) {
      delete draft.stamps[path]
      replaceAbout(draft, path, none)
    } else if (Object.hasOwn(value, element)) kept[element] = value[element]
  }
  draft.fields[field] = kept
}

/** SPEC 2.7 for a record named by a UUID, 2.8 for one with a given name. */
function erase<R extends RecordState>(standing: Standing<R>, { id, stamp }: Operation): Outcome<R> {
  const { record, erased } = standing
  if (erased !== null && stamp <= erased) return { ...standing, won: nothingWon }
  if (!record || isId(id)) return { record: null, erased: stamp, won: [''] }
  const draft: RecordState = {
    ...record,
    fields: {},
    about: {},
    stamps: {},
    createdAt: msOfStamp(stamp),
    updatedAt: Math.max(record.updatedAt, msOfStamp(stamp)),
  }
  delete draft.binnedAt
  for (const path of Object.keys(record.stamps)) {
    const at = record.stamps[path]!
    if (at <= stamp) continue
    draft.stamps[path] = at
    if (path === binPath) {
      if (record.binnedAt !== undefined) draft.binnedAt = record.binnedAt
      continue
    }
    if (path === madePath) continue
    const [field, element] = splitPath(path)
    const value = valueAt(record, path)
    Object.assign(draft.about, aboutAt(record.about, path))
    if (element === undefined) {
      if (value !== undefined && !Object.hasOwn(draft.fields, field)) draft.fields[field] = value
    } else {
      if (!Object.hasOwn(draft.fields, field)) draft.fields[field] = {}
      if (value !== undefined) (draft.fields[field] as Record<string, unknown>)[element] = value
    }
  }
  const isGone = Object.keys(draft.stamps).length === 0
  return { record: isGone ? null : (draft as R), erased: stamp, won: [''] }
}
