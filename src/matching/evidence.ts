import type { Candidate } from '../model/candidate.ts'
import type { RequirementJudgement } from '../model/match.ts'
import { candidateToProfile } from '../model/profile.ts'

/** Where the words of a judgement stand in a document. */
export interface EvidencePlace {
  /** From 1, null when the document is known and not the page. */
  page: number | null
  href: string
}

/**
 * Where a judgement's quotation stands, null when the record does not say, or was changed since the judgement. The
 * address opens the candidate's document at the boxes of the line.
 */
export function evidencePlaces(
  id: string,
  candidate: Candidate,
): (judgement: Pick<RequirementJudgement, 'line' | 'quote'>) => EvidencePlace | null {
  const { lines } = candidateToProfile(id, candidate)
  return ({ line, quote }) => {
    const found = lines[line]
    if (!found?.documentId || quote === '' || !found.text.includes(quote)) return null
    const page = found.boxes?.[0]?.page ?? null
    const boxes = (found.boxes ?? []).filter((box) => box.page === page)
    const search = new URLSearchParams({ onglet: 'documents', document: found.documentId })
    if (page !== null) search.set('page', String(page))
    if (boxes.length > 0) {
      search.set('boxes', boxes.map(({ x, y, width, height }) => [x, y, width, height].map(short).join(',')).join(';'))
    }
    return { page, href: `/candidats/${id}?${search.toString().replaceAll('%2C', ',').replaceAll('%3B', ';')}` }
  }
}

const short = (fraction: number): string => String(Math.round(fraction * 10_000) / 10_000)
