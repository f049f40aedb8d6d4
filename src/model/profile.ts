import type { Candidate, TextLine } from './candidate.ts'
import { inOrder } from './candidate.ts'
import type { CandidateProfile, OfferProfile, ProfileLine, TermName } from './match.ts'
import type { Offer } from './offer.ts'
import type { SectionName } from './reading.ts'

/**
 * The lines and facts a candidate's record offers to the matcher. Identity, contacts, birth date, photo and street
 * stay behind: what the matcher never sees, it cannot weigh.
 */
export function candidateToProfile(id: string, candidate: Candidate): CandidateProfile {
  const lines: ProfileLine[] = []
  const add = (section: SectionName, texts: readonly TextLine[], entryId?: string) => {
    for (const line of texts) {
      if (line.text.trim() === '') continue
      lines.push({
        text: line.text,
        section,
        ...(entryId ? { entryId } : {}),
        ...(line.documentId ? { documentId: line.documentId } : {}),
        ...(line.boxes ? { boxes: line.boxes } : {}),
      })
    }
  }
  if (candidate.headline) add('summary', [{ text: candidate.headline }])
  add('summary', candidate.summary)
  for (const [entryId, job] of inOrder(candidate.experiences)) {
    const head = [job.title, job.organisation, job.place].filter(Boolean).join(', ')
    lines.push({
      text: head,
      section: 'experience',
      entryId,
      entry: { title: job.title, organisation: job.organisation, start: job.start, end: job.end },
    })
    add('experience', job.lines, entryId)
  }
  for (const [entryId, degree] of inOrder(candidate.education)) {
    const head = [degree.title, degree.school, degree.place].filter(Boolean).join(', ')
    lines.push({
      text: head,
      section: 'education',
      entryId,
      entry: { title: degree.title, organisation: degree.school, start: degree.start, end: degree.end },
    })
    add('education', degree.lines, entryId)
  }
  for (const [, licence] of inOrder(candidate.licences)) {
    const label = licence.name || [licence.kind === 'driving' ? 'Permis' : '', licence.code].filter(Boolean).join(' ')
    add('certificates', [{ text: [label, licence.date].filter(Boolean).join(', ') }])
  }
  for (const [, skill] of inOrder(candidate.skills)) add('skills', [{ text: skill.name }])
  for (const [, language] of inOrder(candidate.languages)) {
    add('languages', [{ text: [language.name || language.code, language.level].filter(Boolean).join(' : ') }])
  }
  add('other', candidate.otherLines)
  return {
    id,
    lines,
    facts: {
      city: candidate.city,
      postalCode: candidate.postalCode,
      country: candidate.country,
      mobilityKm: candidate.mobilityKm,
      remote: candidate.workMode === '' ? null : candidate.workMode === 'remote' || candidate.workMode === 'any',
      vehicle: candidate.vehicle,
      availableFrom: candidate.availableFrom,
      contracts: candidate.contracts,
      salaryMin: candidate.salaryMin,
      salaryCurrency: candidate.salaryCurrency,
      salaryPeriod: candidate.salaryPeriod,
    },
  }
}

/** What an offer's record offers to the matcher. */
export function offerToProfile(id: string, offer: Offer): OfferProfile {
  return {
    id,
    title: offer.title,
    text: offer.advert,
    requirements: inOrder(offer.requirements).map(([requirementId, requirement]) => ({
      id: requirementId,
      text: requirement.text,
      kind: requirement.kind,
      need: requirement.need,
      weight: requirement.weight,
      years: requirement.years,
    })),
    facts: {
      city: offer.city,
      postalCode: offer.postalCode,
      country: offer.country,
      contract: offer.contract,
      workMode: offer.workMode,
      startDate: offer.startDate,
      salaryMin: offer.salaryMin,
      salaryMax: offer.salaryMax,
      salaryCurrency: offer.salaryCurrency,
      salaryPeriod: offer.salaryPeriod,
    },
    weights: offer.weights as Partial<Record<TermName, number>>,
  }
}
