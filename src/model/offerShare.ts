import { type Application, applicationSchema, stages } from './application.ts'
import { type Candidate, candidateSchema, type TextLine } from './candidate.ts'
import type { CvDocument } from './document.ts'
import { type Interaction, interactionSchema } from './interaction.ts'
import type { Offer } from './offer.ts'
import type { About, Kind, Stored } from './record.ts'

/** What the host lets the guests of an offer see beyond careers. */
export interface ShareChoice {
  /** E-mail, phone, address and links of the candidates. */
  contacts: boolean
  /** The file of each candidate's CV, as it was received. */
  cvs: boolean
}

/** The setting that tells the workspace's other devices that an offer is shared. */
export const shareNotice = (offerId: string): string => `share.${offerId}`

/** What it says: by whom, '' when they did not say. Null for what is no such notice. */
export const noticeBy = (value: unknown): string | null =>
  typeof value === 'object' && value !== null && 'by' in value && typeof value.by === 'string' ? value.by : null

/** The offer and what hangs on it, as the host's store has it. */
export interface OfferScope {
  /** Null once it is gone. */
  offer: Stored<'offer'> | null
  applications: readonly Stored<'application'>[]
  candidates: readonly Stored<'candidate'>[]
  documents: readonly Stored<'document'>[]
  interactions: readonly Stored<'interaction'>[]
}

/** A record as guests may have it. */
export interface SharedRecord {
  kind: Kind
  id: string
  fields: Record<string, unknown>
  /** In the bin at the host's: kept from sight, ready to come back. */
  binned: boolean
}

/*
 * The allowlist. What is not named here never enters a guest's space: salaries people ask for, tags, photos, birth
 * dates, what a merge left, how an offer is weighted, reasons and scores of the host's own decisions, other offers.
 */
const offerFields = [
  'title',
  'company',
  'city',
  'postalCode',
  'country',
  'otherPlaces',
  'contract',
  'durationMonths',
  'partTime',
  'startDate',
  'salaryMin',
  'salaryMax',
  'salaryCurrency',
  'salaryPeriod',
  'salaryBasis',
  'salaryMonths',
  'hours',
  'workMode',
  'remoteDays',
  'educationLevel',
  'years',
  'positions',
  'reference',
  'missions',
  'advert',
  'language',
  'status',
] as const satisfies readonly (keyof Offer)[]
const requirementFields = ['text', 'kind', 'need', 'weight', 'years', 'start', 'end', 'confidence', 'order'] as const
const candidateFields = [
  'fullName',
  'headline',
  'city',
  'country',
  'situation',
  'availableFrom',
  'noticeDays',
  'mobilityKm',
  'mobilityPlaces',
  'vehicle',
  'contracts',
  'workMode',
  'reviewedAt',
] as const satisfies readonly (keyof Candidate)[]
const contactFields = [
  'email',
  'phone',
  'address',
  'postalCode',
  'links',
] as const satisfies readonly (keyof Candidate)[]
const experienceFields = ['title', 'organisation', 'place', 'start', 'end', 'order'] as const
const educationFields = ['title', 'school', 'place', 'start', 'end', 'level', 'order'] as const
const skillFields = ['name', 'category', 'level', 'years', 'lastUsed', 'order'] as const
const languageFields = ['code', 'name', 'level', 'order'] as const
const licenceFields = ['kind', 'code', 'name', 'date', 'validUntil', 'order'] as const
const documentFields = [
  'fileName',
  'format',
  'sizeBytes',
  'pageCount',
  'blobId',
  'readingBlobId',
  'engine',
  'recognised',
  'candidateId',
  'role',
] as const satisfies readonly (keyof CvDocument)[]
const interactionFields = [
  'candidateId',
  'offerId',
  'kind',
  'text',
  'at',
  'by',
] as const satisfies readonly (keyof Interaction)[]

/** Everything that the guests of an offer may have, and nothing else: a function of what is given. */
export function shareOf(scope: OfferScope, choice: ShareChoice): SharedRecord[] {
  const { offer } = scope
  if (!offer || offer.demo) return []
  const people = new Map(scope.candidates.filter(({ demo }) => !demo).map((candidate) => [candidate.id, candidate]))
  const applications = scope.applications.filter(
    ({ fields, demo }) => !demo && fields.offerId === offer.id && people.has(fields.candidateId),
  )
  const shared: SharedRecord[] = [
    { kind: 'offer', id: offer.id, fields: offerShare(offer.fields), binned: offer.binnedAt !== undefined },
  ]
  const present = new Map<string, { binned: boolean }>()
  for (const { fields, binnedAt } of applications) {
    const { candidateId } = fields
    const isAway = binnedAt !== undefined || people.get(candidateId)!.binnedAt !== undefined
    present.set(candidateId, { binned: isAway && (present.get(candidateId)?.binned ?? true) })
  }
  const documents = new Map(scope.documents.map((document) => [document.id, document]))
  for (const [id, { binned }] of present) {
    const { fields, about } = people.get(id)!
    const cv = choice.cvs ? documents.get(fields.documentId) : undefined
    const isShared = cv !== undefined && !cv.demo && cv.fields.candidateId === id && cv.fields.role === 'cv'
    shared.push({
      kind: 'candidate',
      id,
      fields: candidateShare(saidOf(fields, about), choice, isShared ? cv.id : ''),
      binned,
    })
    if (isShared) shared.push({ kind: 'document', id: cv.id, fields: pick(cv.fields, documentFields), binned })
  }
  for (const { id, fields, binnedAt } of applications) {
    const binned = binnedAt !== undefined || present.get(fields.candidateId)!.binned
    shared.push({ kind: 'application', id, fields: applicationShare(fields), binned })
  }
  for (const { id, fields, binnedAt, demo } of scope.interactions) {
    const of = present.get(fields.candidateId)
    // What is said of a person without the offer is the host's own.
    if (demo || fields.offerId !== offer.id || !of) continue
    const binned = binnedAt !== undefined || of.binned
    shared.push({ kind: 'interaction', id, fields: pick(fields, interactionFields), binned })
  }
  return shared
}

function offerShare(offer: Offer): Record<string, unknown> {
  return { ...pick(offer, offerFields), requirements: pickEach(offer.requirements, requirementFields) }
}

function applicationShare({ candidateId, offerId, stage, moves }: Application): Record<string, unknown> {
  // Who moved it and when, without the reasons and the scores of the host.
  const plain = Object.entries(moves).map(([id, { stage: to, at, by }]) => [
    id,
    { stage: to, at, by, reason: '', score: null },
  ])
  return { candidateId, offerId, stage, moves: Object.fromEntries(plain) }
}

/** Without what nobody said: who assumed it does not go along, so it would look like a fact. */
const saidOf = (candidate: Candidate, about: About): Candidate =>
  candidateSchema.parse(Object.fromEntries(Object.entries(candidate).filter(([name]) => about[name]?.by !== 'assumed')))

function candidateShare(candidate: Candidate, choice: ShareChoice, documentId: string): Record<string, unknown> {
  const reveals = choice.contacts ? () => false : contactFinder(candidate)
  const linesOf = (lines: readonly TextLine[]) =>
    lines.filter(({ text }) => !reveals(text)).map((line) => lineShare(line, documentId))
  const shared = {
    ...pick(candidate, candidateFields),
    ...(choice.contacts ? pick(candidate, contactFields) : {}),
    summary: linesOf(candidate.summary),
    experiences: mapEach(candidate.experiences, (job) => ({
      ...pick(job, experienceFields),
      lines: linesOf(job.lines),
    })),
    education: mapEach(candidate.education, (one) => ({ ...pick(one, educationFields), lines: linesOf(one.lines) })),
    skills: pickEach(candidate.skills, skillFields),
    languages: pickEach(candidate.languages, languageFields),
    licences: pickEach(candidate.licences, licenceFields),
  }
  const plain = choice.contacts ? shared : (without(shared, reveals) as Record<string, unknown>)
  return { ...plain, documentId }
}

/** Where a line stands is said of a file that the guest has. */
const lineShare = ({ text, documentId, boxes }: TextLine, shared: string) =>
  shared !== '' && documentId === shared && boxes ? { text, documentId, boxes } : { text }

const eMail = /[^\s@]+@[^\s@]+\.[^\s@]+/
const phone = /(?:\+|\b00)\d{1,3}[\s.()-]*(?:\d[\s.()-]*){7,}|\b0[1-9](?:[\s.-]?\d{2}){4}\b/
const page = /\bhttps?:\/\/|\bwww\.|\blinkedin\.com/i

/** Finds words by which a person could be reached: of any shape, or this person's own. */
function contactFinder({ email, phone: number, address, links }: Candidate): (text: string) => boolean {
  const digits = number.replace(/\D/g, '').slice(-9)
  const own = [email, address, ...links].map((word) => word.trim().toLowerCase()).filter((word) => word.length > 3)
  return (text) =>
    eMail.test(text) ||
    phone.test(text) ||
    page.test(text) ||
    own.some((word) => text.toLowerCase().includes(word)) ||
    (digits.length >= 8 && text.replace(/\D/g, '').includes(digits))
}

/** The same value with every text emptied that `reveals`. */
function without(value: unknown, reveals: (text: string) => boolean): unknown {
  if (typeof value === 'string') return reveals(value) ? '' : value
  if (Array.isArray(value)) return value.map((each) => without(each, reveals))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, without(each, reveals)]))
}

function pick(from: object, names: readonly string[]): Record<string, unknown> {
  const values = from as Record<string, unknown>
  return Object.fromEntries(names.filter((name) => values[name] !== undefined).map((name) => [name, values[name]]))
}

const mapEach = <T, U>(map: Readonly<Record<string, T>>, each: (element: T) => U): Record<string, U> =>
  Object.fromEntries(Object.entries(map).map(([id, element]) => [id, each(element)]))

const pickEach = (map: Readonly<Record<string, object>>, names: readonly string[]) =>
  mapEach(map, (element) => pick(element, names))

// ---- what guests answer

const longestText = 20_000
const longestReason = 2000

/** A comment as the host's store takes it from a guest; null when it is none. It comes from elsewhere: nothing of it is trusted. */
export function commentOf(fields: unknown, offerId: string, by: string): Interaction | null {
  const read = interactionSchema.safeParse(fields)
  if (!read.success) return null
  const { candidateId, offerId: said, kind, text, at } = read.data
  if (candidateId === '' || text.trim() === '' || (said !== '' && said !== offerId)) return null
  return { candidateId, offerId, kind, text: text.slice(0, longestText), at: Number.isFinite(at) ? at : 0, by }
}

/** A move as the host's store takes it from a guest; null when it is none. Its score is that of another pool. */
export function moveOf(value: unknown, by: string): Application['moves'][string] | null {
  const read = applicationSchema.safeParse({ moves: { move: value } })
  const move = read.success ? read.data.moves['move'] : undefined
  return move ? { stage: move.stage, at: move.at, by, reason: move.reason.slice(0, longestReason), score: null } : null
}

/** A stage, or null for what is none. */
export const stageOf = (value: unknown): Application['stage'] | null => stages.find((stage) => stage === value) ?? null
