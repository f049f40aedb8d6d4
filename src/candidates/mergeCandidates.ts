import type { Result } from '../kit/result.ts'
import { stages } from '../model/application.ts'
import type { Candidate } from '../model/candidate.ts'
import type { About, Change } from '../model/record.ts'
import { type MergeRow, mergedFields, mergeRows, type Side } from './mergeRows.ts'
import {
  type Belongings,
  openBelongings,
  type StoredCandidate,
  writeMerge,
  type WriteFailure,
  type Written,
} from './records.ts'

const elementFields = [
  'experiences',
  'education',
  'skills',
  'languages',
  'licences',
  'tags',
  'codes',
] as const satisfies (keyof Candidate)[]

/**
 * Makes one record of two, in one write that can be taken back: `a` gets what was chosen, `b`'s documents,
 * applications, exchanges and import traces move to it, and `b` goes to the bin, where it rests as long as `a` is kept.
 * Choices left out take the row's preset. `separateCandidates` parts them again, at any time.
 */
export async function mergeCandidates(
  a: StoredCandidate,
  b: StoredCandidate,
  choices: ReadonlyMap<string, Side>,
  rows: readonly MergeRow[] = mergeRows(a, b),
): Promise<Result<Written, WriteFailure>> {
  const [own, others] = await Promise.all([openBelongings(a.id), openBelongings(b.id)])
  const merged = mergedFields(a, b, rows, choices)
  return writeMerge([
    ...fieldsChanged(a, merged),
    ...belongingsMoved(a.id, own, others),
    { type: 'set', kind: 'candidate', id: b.id, path: 'mergedInto', value: a.id },
    { type: 'set', kind: 'candidate', id: b.id, path: 'mergedPaths', value: merged.fromB },
    { type: 'bin', kind: 'candidate', id: b.id },
  ])
}

function fieldsChanged(a: StoredCandidate, merged: { fields: Candidate; about: About }): Change[] {
  const changes: Change[] = []
  const below = (path: string): About =>
    Object.fromEntries(
      Object.entries(merged.about).flatMap(([at, provenance]) =>
        at === path ? [['', provenance]] : at.startsWith(`${path}/`) ? [[at.slice(path.length + 1), provenance]] : [],
      ),
    )
  const set = (path: string, value: unknown) =>
    changes.push({ type: 'set', kind: 'candidate', id: a.id, path, value, about: below(path) })
  for (const [field, value] of Object.entries(merged.fields)) {
    const before = a.fields[field as keyof Candidate]
    if (isSame(before, value)) continue
    if (!(elementFields as readonly string[]).includes(field)) {
      set(field, value)
      continue
    }
    const [was, is] = [before as Record<string, unknown>, value as Record<string, unknown>]
    for (const id of Object.keys(was))
      if (!(id in is)) changes.push({ type: 'remove', kind: 'candidate', id: a.id, path: `${field}/${id}` })
    for (const [id, element] of Object.entries(is)) if (!isSame(was[id], element)) set(`${field}/${id}`, element)
  }
  return changes
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

function belongingsMoved(winner: string, own: Belongings, others: Belongings): Change[] {
  const changes: Change[] = []
  const moved = (kind: 'document' | 'application' | 'interaction' | 'importItem', id: string) =>
    changes.push({ type: 'set', kind, id, path: 'candidateId', value: winner })
  for (const { id } of others.documents) moved('document', id)
  for (const { id } of others.interactions) moved('interaction', id)
  for (const application of others.applications) {
    const kept = own.applications.find(
      ({ fields, binnedAt }) => fields.offerId === application.fields.offerId && !binnedAt,
    )
    if (!kept) {
      moved('application', application.id)
      continue
    }
    // One person has one application to an offer: all its moves stay, and the stage that went further.
    for (const [id, move] of Object.entries(application.fields.moves))
      changes.push({ type: 'set', kind: 'application', id: kept.id, path: `moves/${id}`, value: move })
    if (stages.indexOf(application.fields.stage) > stages.indexOf(kept.fields.stage))
      changes.push({ type: 'set', kind: 'application', id: kept.id, path: 'stage', value: application.fields.stage })
    changes.push({ type: 'bin', kind: 'application', id: application.id })
  }
  for (const { id, fields } of others.importItems) {
    moved('importItem', id)
    if (fields.state === 'created' || fields.state === 'duplicate')
      changes.push({ type: 'set', kind: 'importItem', id, path: 'state', value: 'merged' })
  }
  return changes
}
