import * as z from 'zod/mini'
import type { ContractKind, EducationLevel, LanguageLevel, SalaryPeriod, situations, workModes } from './candidate.ts'
import type { PageBox } from './record.ts'

/** A value read from a document: how sure in [0,1], where, and why it is doubtful if it is. */
export interface Read<T = string> {
  value: T
  confidence: number
  boxes: PageBox[]
  /** The words as they stand in the document. */
  text: string
  /** A code worded by the catalogue: `ocr-letters`, `date-order`, `two-candidates`, `from-file-name`, `from-email`... */
  doubt?: string
  /** `data` when the file states the value as data, beside or instead of its page. */
  from?: 'data'
}

/** A line in reading order. */
export interface ReadLine {
  text: string
  boxes: PageBox[]
  section: SectionName
}
export const sectionNames = [
  'header',
  'summary',
  'experience',
  'education',
  'skills',
  'languages',
  'certificates',
  'projects',
  'interests',
  'references',
  'other',
] as const
export type SectionName = (typeof sectionNames)[number]

export interface ReadJob {
  title: Read | null
  organisation: Read | null
  place: Read | null
  /** `YYYY-MM` or `YYYY`. */
  start: Read | null
  /** The same, or `present`. */
  end: Read | null
  lines: ReadLine[]
}
export interface ReadDegree {
  title: Read | null
  school: Read | null
  place: Read | null
  start: Read | null
  end: Read | null
  level: EducationLevel | ''
  lines: ReadLine[]
}

/** What was understood of a CV. */
export interface CvReading {
  language: 'fr' | 'en'
  /** ISO 3166-1 alpha-2, '' when nothing tells. */
  country: string
  fullName: Read | null
  headline: Read | null
  email: Read | null
  /** E.164. */
  phone: Read | null
  address: Read | null
  city: Read | null
  postalCode: Read | null
  birthDate: Read | null
  links: Read[]
  summary: ReadLine[]
  jobs: ReadJob[]
  degrees: ReadDegree[]
  /** `level` (1 to 5) and `years` only where the CV itself rates the skill. */
  skills: (Read & { category: 'technical' | 'soft' | 'tool'; level?: number | null; years?: number | null })[]
  languages: { code: string; name: Read; level: Read<LanguageLevel> | null }[]
  licences: (Read & { kind: 'driving' | 'caces' | 'electrical' | 'certificate'; code: string; date: string })[]
  /** `YYYY-MM-DD`, or days of notice, when the CV says so. */
  availableFrom: Read | null
  noticeDays: Read<number> | null
  mobilityKm: Read<number> | null
  vehicle: Read<boolean> | null
  /** Wishes, only where the person speaks of what is looked for. */
  contracts: Read<ContractKind>[]
  mobilityPlaces: Read[]
  workMode: Read<(typeof workModes)[number]> | null
  situation: Read<(typeof situations)[number]> | null
  /** `currency` is ISO 4217, '' when not said. */
  pay: Read<{ min: number; max: number | null; currency: string; period: SalaryPeriod }> | null
  /** Lines that no field took. */
  otherLines: ReadLine[]
}

/** A CV of which nothing is understood yet. */
export const emptyCvReading = (language: CvReading['language'] = 'fr', country = ''): CvReading => ({
  language,
  country,
  fullName: null,
  headline: null,
  email: null,
  phone: null,
  address: null,
  city: null,
  postalCode: null,
  birthDate: null,
  links: [],
  summary: [],
  jobs: [],
  degrees: [],
  skills: [],
  languages: [],
  licences: [],
  availableFrom: null,
  noticeDays: null,
  mobilityKm: null,
  vehicle: null,
  contracts: [],
  mobilityPlaces: [],
  workMode: null,
  situation: null,
  pay: null,
  otherLines: [],
})

/** Why no eye sees words that a file holds. */
export const hiddenReasons = [
  'same-colour',
  'tiny',
  'off-page',
  'invisible',
  'transparent',
  'covered',
  'clipped',
  'layer',
  'note',
  'style',
] as const
export type HiddenReason = (typeof hiddenReasons)[number]
/** What else is said of words in a file: they speak to a machine, in the open or in disguise; they are there to be counted. */
export const apartReasons = [...hiddenReasons, 'instruction', 'disguised', 'stuffing', 'advert'] as const
export type ApartReason = (typeof apartReasons)[number]

/** Words of a file that a person should know of. All but `stuffing` and `advert` are kept out of what was read. */
export interface ApartPassage {
  text: string
  /** From 1; 0 where the format has no pages. */
  page: number
  reason: ApartReason
}

/** A file once read. */
export interface DocumentReading {
  /** Version of the reader that made it. */
  engine: string
  format: string
  pageCount: number
  /** Points (1/72 inch) or pixels; `by` tells where the words come from. */
  pages: { width: number; height: number; by: 'text' | 'recognition' | 'none' }[]
  lines: ReadLine[]
  /** The product whose layout or data it bears, '' when none was recognised. */
  maker?: 'europass' | 'jsonresume' | 'linkedin' | ''
  /** Words that are kept out of what was read: no eye sees them, or they speak to a machine. */
  hiddenPassages: string[]
  /** The same with where and why, and what else a person should know of. */
  apart?: ApartPassage[]
  cv: CvReading
}

/** Why a file could not be read; each type has its own sentence. */
export type ReadFailure =
  | { type: 'Empty' }
  | { type: 'Unsupported'; format: string }
  | { type: 'Corrupt'; format: string }
  | { type: 'PasswordProtected' }
  /** Protected in a way no password typed here opens: Word, OpenDocument, ZIP. */
  | { type: 'Encrypted'; format: string }
  /** An archive in an archive in an archive. */
  | { type: 'TooNested' }
  /** No failure for the user: the file is a ZIP or a mail, and what it holds is to be read. */
  | { type: 'HoldsFiles'; format: string }
  | { type: 'TooLarge'; sizeBytes: number; limitBytes: number }
  | { type: 'TooManyPages'; pageCount: number; limit: number }
  | { type: 'TooManyPixels'; megapixels: number; limit: number }
  | { type: 'Bomb' }
  | { type: 'NoText' }
  | { type: 'NotACv' }
  | { type: 'Vanished' }
  | { type: 'TimedOut' }
  | { type: 'Crashed' }
  | { type: 'Cancelled' }
  | { type: 'DiskFull' }

/** `ReadFailure` as stored on an import item: loose, since a later version may have more. */
export const readFailureSchema = z.looseObject({ type: z.string() })
