import * as z from 'zod/mini'
import { codeSchema } from './codes.ts'
import { elements, flag, list, numberOrNull, oneOf, text, withDefault } from './repair.ts'

const boxSchema = z.object({ page: z.number(), x: z.number(), y: z.number(), width: z.number(), height: z.number() })

/** A line as it stands in the CV, with where it stands. */
export const textLineSchema = z.looseObject({
  text: z.string(),
  documentId: z.optional(z.string()),
  boxes: z.optional(z.array(boxSchema)),
})
export type TextLine = z.infer<typeof textLineSchema>

export const educationLevels = ['none', 'cap', 'bac', 'bac+2', 'bac+3', 'bac+4', 'bac+5', 'doctorate'] as const
export const languageLevels = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'native'] as const
export const situations = ['employed', 'available', 'notice', 'student'] as const
export const contractKinds = [
  'cdi',
  'cdd',
  'interim',
  'apprenticeship',
  'internship',
  'seasonal',
  'freelance',
  'other',
] as const
/** Where the work is done; frozen list, a workspace may extend it later (C25). */
export const workModes = ['on_site', 'hybrid', 'remote', 'itinerant', 'any'] as const
export const salaryPeriods = ['hour', 'day', 'month', 'year'] as const
export type EducationLevel = (typeof educationLevels)[number]
export type LanguageLevel = (typeof languageLevels)[number]
export type ContractKind = (typeof contractKinds)[number]
export type SalaryPeriod = (typeof salaryPeriods)[number]

/** A job held. Dates are `YYYY-MM` or `YYYY`, the end may be `present`, '' is unknown. */
export const experienceSchema = z.looseObject({
  title: text(),
  organisation: text(),
  place: text(),
  start: text(),
  end: text(),
  lines: list(textLineSchema),
  order: withDefault(z.number(), () => 0),
})
export type Experience = z.infer<typeof experienceSchema>

export const educationSchema = z.looseObject({
  title: text(),
  school: text(),
  place: text(),
  start: text(),
  end: text(),
  level: oneOf(educationLevels),
  lines: list(textLineSchema),
  order: withDefault(z.number(), () => 0),
})
export type Education = z.infer<typeof educationSchema>

/** `level` is 1 to 5, `years` of practice, `lastUsed` a month; `verified` is set by a person only (M029). */
export const skillSchema = z.looseObject({
  name: text(),
  category: oneOf(['technical', 'soft', 'tool'] as const),
  level: numberOrNull(),
  years: numberOrNull(),
  lastUsed: text(),
  verified: flag(),
  order: withDefault(z.number(), () => 0),
})

/** `code` is ISO 639-1 when known; `name` is as read. */
export const spokenLanguageSchema = z.looseObject({
  code: text(),
  name: text(),
  level: oneOf(languageLevels),
  order: withDefault(z.number(), () => 0),
})
export type SpokenLanguage = z.infer<typeof spokenLanguageSchema>

/** Driving licences (`code` B, C, CE...), CACES, electrical habilitations, first aid and the like. */
export const licenceSchema = z.looseObject({
  kind: oneOf(['driving', 'caces', 'electrical', 'certificate'] as const),
  code: text(),
  name: text(),
  /** Month or year of issue. */
  date: text(),
  validUntil: text(),
  order: withDefault(z.number(), () => 0),
})

/** The fields of a candidate, opened: sealed ones in clear, missing ones at their default. */
export const candidateSchema = z.looseObject({
  fullName: text(),
  headline: text(),
  /** Sealed at rest. */
  email: text(),
  /** E.164; sealed at rest. */
  phone: text(),
  /** Street; sealed at rest. */
  address: text(),
  city: text(),
  postalCode: text(),
  /** ISO 3166-1 alpha-2. */
  country: text(),
  /** Profile addresses (LinkedIn...); sealed at rest. */
  links: list(z.string()),
  /** Never reaches the matcher; sealed at rest. */
  birthDate: text(),
  summary: list(textLineSchema),
  experiences: elements(experienceSchema),
  education: elements(educationSchema),
  skills: elements(skillSchema),
  languages: elements(spokenLanguageSchema),
  licences: elements(licenceSchema),
  /** Lines of the CV that belong to no field, kept because they may prove something. */
  otherLines: list(textLineSchema),
  situation: oneOf(situations),
  /** A date `YYYY-MM-DD`, so that it does not rot (M038). */
  availableFrom: text(),
  noticeDays: numberOrNull(),
  mobilityKm: numberOrNull(),
  mobilityPlaces: list(z.string()),
  vehicle: withDefault(z.nullable(z.boolean()), () => null),
  contracts: list(z.enum(contractKinds)),
  workMode: oneOf(workModes),
  salaryMin: numberOrNull(),
  salaryMax: numberOrNull(),
  salaryCurrency: text(),
  salaryPeriod: oneOf(salaryPeriods),
  /** A set: tag name to true, so that additions on two devices both stay. */
  tags: elements(z.literal(true)),
  /** Main CV document. */
  documentId: text(),
  photoId: text(),
  /** When a person accepted what was read; '' while it waits. */
  reviewedAt: text(),
  origin: oneOf(['import', 'manual', 'photo'] as const),
  /** Codes by their text: the one in force and its aliases. */
  codes: elements(codeSchema),
  /** Ids of candidates merged into this one. */
  mergedFrom: list(z.string()),
  /** The candidate this one was merged into; it then rests in the bin for as long as that one is kept. */
  mergedInto: text(),
  /** For one merged into another: which path of the other got the value of which path of this one. */
  mergedPaths: list(z.tuple([z.string(), z.string()])),
})
export type Candidate = z.infer<typeof candidateSchema>

/** A candidate of whom nothing is known. */
export const emptyCandidate = (): Candidate => candidateSchema.parse({})

/** Elements in the order they stand in the CV. */
export const inOrder = <T extends { order: number }>(map: Record<string, T>): [string, T][] =>
  Object.entries(map).sort(([idA, a], [idB, b]) => a.order - b.order || (idA < idB ? -1 : 1))
