import type { Candidate } from '../model/candidate.ts'
import type { About } from '../model/record.ts'
import type { CandidateChange, StoredCandidate } from './records.ts'

/** What says where a record comes from or hangs together with: going back in time leaves it. */
const kept: ReadonlySet<string> = new Set(['mergedInto', 'mergedFrom', 'origin', 'reviewedAt', 'documentId', 'photoId'])

/** The changes that make a record again what it was: path by path, elements one by one, each with who vouched for it. */
export function changesBackTo(now: StoredCandidate, then: StoredCandidate): CandidateChange[] {
  const names = new Set([...Object.keys(now.fields), ...Object.keys(then.fields)])
  return [...names].flatMap((name): CandidateChange[] => {
    if (kept.has(name)) return []
    const [before, after] = [then.fields[name as keyof Candidate], now.fields[name as keyof Candidate]] as unknown[]
    if (isSame(before, after)) return []
    if (!isMap(before) || !isMap(after)) return [changeTo(then.about, name, before)]
    return [...new Set([...Object.keys(before), ...Object.keys(after)])]
      .filter((id) => !isSame(before[id], after[id]))
      .map((id) => changeTo(then.about, `${name}/${id}`, before[id]))
  })
}

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

function changeTo(said: About, path: string, value: unknown): CandidateChange {
  const about = Object.fromEntries(
    Object.entries(said).flatMap(([at, provenance]) =>
      at === path ? [['', provenance]] : at.startsWith(`${path}/`) ? [[at.slice(path.length + 1), provenance]] : [],
    ),
  )
  return { path, value, about }
}
