import type { Candidate } from '../model/candidate.ts'
import type { ProfileLine, RequirementJudgement } from '../model/match.ts'
import { candidateToProfile } from '../model/profile.ts'
import type { PageBox, Stored } from '../model/record.ts'

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
export function evidencePlaces({
  id,
  fields,
  about,
}: Pick<Stored<'candidate'>, 'id' | 'fields' | 'about'>): (
  judgement: Pick<RequirementJudgement, 'line' | 'quote'>,
) => EvidencePlace | null {
  const { lines } = candidateToProfile(id, fields)
  return ({ line, quote }) => {
    const found = lines[line]
    if (!found || quote === '' || !found.text.includes(quote)) return null
    // A line put together from fields stands where its first read field stands.
    const source = found.documentId
      ? { documentId: found.documentId, boxes: found.boxes ?? [] }
      : pathsOf(found, fields)
          .map((path) => about[path]?.source)
          .find((read) => read?.documentId !== undefined)
    return source?.documentId === undefined ? null : addressOf(id, source.documentId, source.boxes)
  }
}

/** The fields a line of the profile was put together from, the most telling first. */
function pathsOf({ text, section, entryId }: ProfileLine, candidate: Candidate): string[] {
  const named = <T extends { name: string }>(
    kind: string,
    elements: Record<string, T>,
    wordsOf: (element: T) => string,
  ) =>
    Object.entries(elements)
      .filter(([, element]) => wordsOf(element) !== '' && text.startsWith(wordsOf(element)))
      .sort(([, a], [, b]) => wordsOf(b).length - wordsOf(a).length)
      .map(([id]) => `${kind}/${id}/name`)
  switch (section) {
    case 'experience':
      return ['title', 'organisation', 'place'].map((field) => `experiences/${entryId}/${field}`)
    case 'education':
      return ['title', 'school', 'place'].map((field) => `education/${entryId}/${field}`)
    case 'certificates':
      return named('licences', candidate.licences, ({ name, code }) => name || `Permis ${code}`)
    case 'skills':
      return named('skills', candidate.skills, ({ name }) => name)
    case 'languages':
      return named('languages', candidate.languages, ({ name, code }) => name || code)
    default:
      return text === candidate.headline ? ['headline'] : []
  }
}

function addressOf(id: string, documentId: string, all: readonly PageBox[]): EvidencePlace {
  const page = all[0]?.page ?? null
  const boxes = all.filter((box) => box.page === page)
  const search = new URLSearchParams({ onglet: 'documents', document: documentId })
  if (page !== null) search.set('page', String(page))
  if (boxes.length > 0) {
    search.set('boxes', boxes.map(({ x, y, width, height }) => [x, y, width, height].map(short).join(',')).join(';'))
  }
  return { page, href: `/candidats/${id}?${search.toString().replaceAll('%2C', ',').replaceAll('%3B', ';')}` }
}

const short = (fraction: number): string => String(Math.round(fraction * 10_000) / 10_000)
