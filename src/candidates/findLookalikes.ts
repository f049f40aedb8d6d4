import type { LikenessReason } from '../model/duplicates.ts'
import { compareIdentities, type Identity } from '../model/duplicates.ts'
import { nameKeys } from '../model/lookup.ts'
import {
  findCandidatesByEmail,
  findCandidatesByNameKeys,
  findCandidatesByPhone,
  openCandidates,
  readApart,
} from './records.ts'

/** A candidate who may be the same person. */
export interface Lookalike {
  candidateId: string
  reasons: LikenessReason[]
  /** In [0,1]. */
  likeness: number
}

/** More than these are homonyms of a common name, not duplicates anyone would go through. */
const atMost = 20

/**
 * Candidates, not in the bin, who share an e-mail, a phone or a close name with the person, most alike first. Only those
 * whose keys meet are opened and compared, never all pairs. Pairs that someone said are two persons are left out.
 */
export async function findLookalikes(person: Identity, exceptId?: string): Promise<Lookalike[]> {
  const [byEmail, byPhone, byName, apart] = await Promise.all([
    findCandidatesByEmail(person.email),
    findCandidatesByPhone(person.phone),
    findCandidatesByNameKeys(nameKeys(person.fullName)),
    exceptId === undefined ? Promise.resolve(new Set<string>()) : readApart(exceptId),
  ])
  const ids = [...new Set([...byEmail, ...byPhone, ...byName])].filter((id) => id !== exceptId && !apart.has(id))
  const lookalikes: Lookalike[] = []
  for (const { id, fields, binnedAt } of await openCandidates(ids)) {
    if (binnedAt) continue
    const { likeness, reasons } = compareIdentities(person, fields)
    if (reasons.length > 0) lookalikes.push({ candidateId: id, reasons, likeness })
  }
  return lookalikes.sort((a, b) => b.likeness - a.likeness || (a.candidateId < b.candidateId ? -1 : 1)).slice(0, atMost)
}
