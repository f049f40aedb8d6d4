import { doubtBelow } from '../kit/confidence.ts'
import type { Candidate } from '../model/candidate.ts'
import { inOrder } from '../model/candidate.ts'
import type { About, PageBox, Provenance, Stored } from '../model/record.ts'

/** One value that was read, as the review shows it. */
export interface ReviewField {
  /** Path of its provenance: `email`, `experiences/ID/title`. */
  path: string
  /** The field's name in the catalogue, and the entry it belongs to ('' for a scalar). */
  name: ReviewFieldName
  entry: string
  value: string
  provenance: Provenance
  boxes: PageBox[]
  /** True when a person must look: below .7 and not vouched for. */
  doubtful: boolean
}

const scalarNames = [
  'fullName',
  'headline',
  'email',
  'phone',
  'address',
  'city',
  'postalCode',
  'country',
  'birthDate',
  'links',
  'availableFrom',
  'noticeDays',
  'mobilityKm',
  'vehicle',
] as const
type ScalarName = (typeof scalarNames)[number]
const elementNames = {
  experiences: ['title', 'organisation', 'place', 'start', 'end'],
  education: ['title', 'school', 'start', 'end'],
  skills: ['name'],
  languages: ['name', 'level'],
  licences: ['name'],
} as const
export type ListName = keyof typeof elementNames
export type ReviewFieldName =
  | ScalarName
  | 'title'
  | 'organisation'
  | 'place'
  | 'start'
  | 'end'
  | 'school'
  | 'degree'
  | 'skill'
  | 'language'
  | 'level'
  | 'licence'

/**
 * All that was read of a candidate, in the order of the page's logic: identity, jobs, degrees, skills, languages,
 * licences. The name is always there, read or not, since a record without a name must be seen.
 */
export function reviewFields(candidate: Stored<'candidate'>): ReviewField[] {
  const { fields, about } = candidate
  const found: ReviewField[] = []
  const add = (path: string, name: ReviewFieldName, entry: string, value: string) => {
    const provenance = about[path]
    if (!provenance) return
    found.push({
      path,
      name,
      entry,
      value,
      provenance,
      boxes: provenance.source?.boxes ?? [],
      doubtful: provenance.by === 'reader' && (provenance.confidence ?? 1) < doubtBelow,
    })
  }
  for (const name of scalarNames) {
    const value = fields[name]
    add(
      name,
      name,
      '',
      Array.isArray(value)
        ? value.join(', ')
        : value === null || typeof value === 'boolean'
          ? String(value ?? '')
          : String(value),
    )
  }
  if (!about['fullName']) {
    found.unshift({
      path: 'fullName',
      name: 'fullName',
      entry: '',
      value: fields.fullName,
      provenance: { by: 'reader', confidence: 0 },
      boxes: [],
      doubtful: fields.fullName === '',
    })
  }
  for (const list of Object.keys(elementNames) as ListName[]) {
    for (const [id, element] of inOrder(fields[list] as Record<string, { order: number }>)) {
      const values = element as unknown as Record<string, string>
      for (const part of elementNames[list]) {
        add(`${list}/${id}/${part}`, wordFor(list, part), entryName(list, values), String(values[part] ?? ''))
      }
    }
  }
  return found
}

const wordFor = (list: ListName, part: string): ReviewFieldName => {
  if (list === 'education' && part === 'title') return 'degree'
  if (part === 'name') return list === 'skills' ? 'skill' : list === 'languages' ? 'language' : 'licence'
  return part as ReviewFieldName
}

const entryName = (list: ListName, values: Record<string, string>): string => {
  if (list === 'experiences') return values['organisation'] || values['title'] || ''
  if (list === 'education') return values['school'] || values['title'] || ''
  if (list === 'languages') return values['name'] ?? ''
  return ''
}

/**
 * The write that sets one reviewed value: the whole element for an element's part, with the provenance of its other
 * parts kept. `by` is who vouches for it.
 */
export function reviewChange(
  candidate: Stored<'candidate'>,
  path: string,
  value: string,
  by: Provenance,
): { path: string; value: unknown; about: About } {
  const [field, id, part] = path.split('/') as [keyof Candidate & string, string?, string?]
  if (id === undefined || part === undefined)
    return { path: field, value: typed(field, value, candidate.fields), about: { '': by } }
  const element = (candidate.fields[field] as Record<string, Record<string, unknown>>)[id] ?? {}
  const prefix = `${field}/${id}`
  const about: About = {}
  for (const [at, provenance] of Object.entries(candidate.about)) {
    if (at === prefix) about[''] = provenance
    else if (at.startsWith(`${prefix}/`)) about[at.slice(prefix.length + 1)] = provenance
  }
  about[part] = by
  return { path: prefix, value: { ...element, [part]: value }, about }
}

function typed(field: string, value: string, fields: Candidate): unknown {
  const current = fields[field as keyof Candidate]
  if (field === 'links') return value.split(/[\s,;]+/).filter(Boolean)
  if (field === 'vehicle') return value === '' ? null : /^(true|oui|yes|1)$/i.test(value.trim())
  if (field === 'noticeDays' || field === 'mobilityKm' || typeof current === 'number') {
    const number = Number(value.replace(',', '.'))
    return value.trim() === '' || Number.isNaN(number) ? null : number
  }
  return value.trim()
}

/** Fields shown on one line when all of them are sure: the parts of a job or degree, or a whole list of words. */
export interface ReviewGroup {
  id: string
  list: ListName
  fields: ReviewField[]
}

/** Groups what was read surely, in order; a scalar is a group of its own. */
export function groupFields(fields: readonly ReviewField[]): ReviewGroup[] {
  const groups: ReviewGroup[] = []
  for (const field of fields) {
    const [list, element] = field.path.split('/') as [ListName, string?]
    const isEntry = list === 'experiences' || list === 'education'
    const id = element === undefined ? field.path : isEntry ? `${list}/${element}` : list
    const last = groups.at(-1)
    if (last?.id === id) last.fields.push(field)
    else groups.push({ id, list, fields: [field] })
  }
  return groups
}
