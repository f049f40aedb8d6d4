import { err, type Result } from '../kit/result.ts'
import type { Candidate } from '../model/candidate.ts'
import type { About, Change } from '../model/record.ts'
import {
  type Belongings,
  openBelongings,
  openCandidates,
  openWrite,
  saidApart,
  type StoredCandidate,
  type WriteFailure,
  writeSeparation,
  type Written,
} from './records.ts'

/** Something that came to the one record after the merge: nobody but a person knows whose it is. */
export interface LaterThing {
  kind: 'document' | 'interaction' | 'application'
  id: string
  createdAt: number
  /** The file's name, the note's words, or the offer's id. */
  about: string
}

/** What came to `survivor` since the merge, oldest first. */
export async function findLaterThings(survivor: string, transaction: string): Promise<LaterThing[]> {
  const [entries, own] = await Promise.all([openWrite(transaction), openBelongings(survivor)])
  const mergedAt = entries[0]?.at ?? 0
  const inMerge = new Set(entries.map(({ recordId }) => recordId))
  const isLater = ({ id, createdAt, binnedAt }: { id: string; createdAt: number; binnedAt?: number }) =>
    createdAt > mergedAt && !inMerge.has(id) && binnedAt === undefined
  const thing = (kind: LaterThing['kind'], record: { id: string; createdAt: number }, about: string): LaterThing => ({ kind, id: record.id, createdAt: record.createdAt, about }) // prettier-ignore
  return [
    ...own.documents.filter(isLater).map((one) => thing('document', one, one.fields.fileName)),
    ...own.interactions.filter(isLater).map((one) => thing('interaction', one, one.fields.text)),
    ...own.applications.filter(isLater).map((one) => thing('application', one, one.fields.offerId)),
  ].sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1))
}

/**
 * Parts two records that a merge made one, however long ago, in one write that can be taken back. Both become what they
 * were. What was corrected since follows its person: a value that had come from the other record goes back to it as
 * corrected, the rest stays with the survivor. What came since stays with the survivor, save the `theirs`. The two are
 * told apart, so that they are not proposed to each other again. `RecordMissing` when the other record was erased.
 */
export async function separateCandidates(
  survivor: string,
  transaction: string,
  theirs: readonly Pick<LaterThing, 'kind' | 'id'>[] = [],
): Promise<Result<Written & { kept: number }, WriteFailure>> {
  const entries = await openWrite(transaction)
  const otherId = entries.find(({ kind, operation }) => kind === 'candidate' && operation === 'bin')?.recordId ?? ''
  const [one, other] = await Promise.all([openCandidates([survivor]), openCandidates([otherId])])
  const [a, b] = [one[0], other[0]]
  if (!a || !b || b.fields.mergedInto !== survivor)
    return err({ type: 'RecordMissing', kind: 'candidate', id: a ? otherId : survivor })
  const also: Change[] = []
  const forced = new Set<string>()
  const cameFrom = new Map(b.fields.mergedPaths)
  for (const entry of entries) {
    if (entry.recordId !== a.id || entry.path === '' || entry.path === 'mergedFrom') continue
    // A later merge of a third record wrote over it: that is no correction of anyone's, and stays.
    if (!entry.isChangedSince || entry.lastAction === 'candidates.merged') continue
    const theirPath = cameFrom.get(entry.path)
    if (theirPath !== undefined) {
      forced.add(entry.path)
      also.push(correctionOf(a, entry.path, b.id, theirPath))
    } else if (Array.isArray(entry.value)) {
      const own = JSON.stringify(entry.before ?? [])
      const joined = entry.value
        .filter((item) => !own.includes(JSON.stringify(item)))
        .map((item) => JSON.stringify(item))
      const left = ((a.fields[entry.path as keyof Candidate] ?? []) as unknown[]).filter((item) => !joined.includes(JSON.stringify(item))) // prettier-ignore
      also.push({
        type: 'set',
        kind: 'candidate',
        id: a.id,
        path: entry.path,
        value: left,
        about: aboutOf(a, entry.path),
      })
    }
  }
  const parted = new Set([b.id, ...b.fields.mergedFrom])
  also.push(
    {
      type: 'set',
      kind: 'candidate',
      id: a.id,
      path: 'mergedFrom',
      value: a.fields.mergedFrom.filter((id) => !parted.has(id)),
    },
    await saidApart(a.id, b.id),
    ...settledImports(entries, await openBelongings(survivor), a.id),
    ...theirs.map(({ kind, id }): Change => ({ type: 'set', kind, id, path: 'candidateId', value: b.id })),
  )
  return writeSeparation(transaction, also, (id, path) => id === a.id && forced.has(path))
}

/** The value as it now stands on `a`, put where it came from. */
function correctionOf(a: StoredCandidate, path: string, id: string, theirPath: string): Change {
  const [field, element] = path.split('/') as [keyof Candidate, string?]
  const value = element === undefined ? a.fields[field] : (a.fields[field] as Record<string, unknown>)[element]
  if (value === undefined) return { type: 'remove', kind: 'candidate', id, path: theirPath }
  return { type: 'set', kind: 'candidate', id, path: theirPath, value, about: aboutOf(a, path) }
}

function aboutOf({ about }: StoredCandidate, path: string): About {
  return Object.fromEntries(
    Object.entries(about).flatMap(([at, provenance]) =>
      at === path ? [['', provenance]] : at.startsWith(`${path}/`) ? [[at.slice(path.length + 1), provenance]] : [],
    ),
  )
}

/** The files whose import waited for this very answer have it: two persons. */
function settledImports(
  entries: Awaited<ReturnType<typeof openWrite>>,
  { importItems }: Belongings,
  a: string,
): Change[] {
  return importItems.flatMap(({ id, fields }): Change[] => {
    const state = entries.find((entry) => entry.recordId === id && entry.path === 'state')
    if (!state) return []
    const resembles = fields.resembles.filter(({ candidateId }) => candidateId !== a)
    return [
      { type: 'set', kind: 'importItem', id, path: 'resembles', value: resembles },
      ...(state.before === 'duplicate' && resembles.length === 0
        ? [{ type: 'set' as const, kind: 'importItem' as const, id, path: 'state', value: 'created' }]
        : []),
    ]
  })
}
