import * as z from 'zod/mini'
import { contractKinds, educationLevels, salaryPeriods, workModes } from './candidate.ts'
import { elements, flag, numberOrNull, oneOf, text, withDefault } from './repair.ts'

export const requirementKinds = ['occupation', 'skill', 'licence', 'degree', 'language', 'other'] as const
export const needs = ['dealbreaker', 'must', 'nice'] as const
/** What a salary counts: before or after contributions. */
export const salaryBases = ['gross', 'net'] as const
export type RequirementKind = (typeof requirementKinds)[number]
export type Need = (typeof needs)[number]

/** One thing the offer asks. `weight` is 0 to 100 and counts against the other requirements of the same need. */
export const requirementSchema = z.looseObject({
  text: text(),
  kind: withDefault(z.enum(requirementKinds), () => 'skill' as const),
  need: withDefault(z.enum(needs), () => 'must' as const),
  weight: withDefault(z.number(), () => 50),
  /** Years asked, when the requirement asks years. */
  years: numberOrNull(),
  /** Where the advert says it: offsets in `advert`. */
  start: numberOrNull(),
  end: numberOrNull(),
  /** In [0,1]; below .7 the screen asks. */
  confidence: withDefault(z.number(), () => 1),
  order: withDefault(z.number(), () => 0),
})
export type Requirement = z.infer<typeof requirementSchema>

export const offerSchema = z.looseObject({
  title: text(),
  company: text(),
  city: text(),
  postalCode: text(),
  country: text(),
  /** Further towns, as a person would list them: 'Brioude, Yssingeaux'. */
  otherPlaces: text(),
  contract: oneOf(contractKinds),
  durationMonths: numberOrNull(),
  partTime: flag(),
  /** `YYYY-MM-DD` or ''. */
  startDate: text(),
  salaryMin: numberOrNull(),
  salaryMax: numberOrNull(),
  salaryCurrency: text(),
  salaryPeriod: oneOf(salaryPeriods),
  salaryBasis: oneOf(salaryBases),
  /** Monthly salaries paid in a year, when it is not twelve. */
  salaryMonths: numberOrNull(),
  hours: text(),
  workMode: oneOf(workModes),
  /** Days a week away from the office. */
  remoteDays: numberOrNull(),
  educationLevel: oneOf(educationLevels),
  /** Years of experience asked for the occupation itself. */
  years: numberOrNull(),
  /** People sought. */
  positions: numberOrNull(),
  /** The advert's own number. */
  reference: text(),
  /** Whom candidates write to or call: kept apart, never a requirement. */
  contact: text(),
  /** What the person will do, one a line. */
  missions: text(),
  /** The advert as pasted or read; '' for an offer made by form. */
  advert: text(),
  language: oneOf(['fr', 'en'] as const),
  requirements: elements(requirementSchema),
  /** Overrides of the matcher's term weights for this offer: term to weight. */
  weights: elements(z.number()),
  status: withDefault(z.enum(['draft', 'open', 'closed']), () => 'open' as const),
  documentId: text(),
})
export type Offer = z.infer<typeof offerSchema>

/** An offer that says nothing yet. */
export const emptyOffer = (): Offer => offerSchema.parse({})

/** A field the advert reader found: its value, where, how sure. */
export interface AdvertField<T> {
  value: T
  start: number
  end: number
  confidence: number
}
/** What the advert reader understood; every offset is in the text that was given. */
export interface AdvertReading {
  language: 'fr' | 'en'
  fields: {
    [
      F in
        | 'title'
        | 'company'
        | 'city'
        | 'postalCode'
        | 'contract'
        | 'durationMonths'
        | 'startDate'
        | 'salaryMin'
        | 'salaryMax'
        | 'salaryCurrency'
        | 'salaryPeriod'
        | 'hours'
        | 'workMode'
        | 'educationLevel'
        | 'years'
        | 'partTime'
        | 'country'
        | 'otherPlaces'
        | 'salaryBasis'
        | 'salaryMonths'
        | 'remoteDays'
        | 'positions'
        | 'reference'
        | 'contact'
    ]?: AdvertField<Offer[F]>
  }
  requirements: Requirement[]
  /** What the person will do, in the advert's words. */
  missions: { text: string; start: number; end: number }[]
  /** Passages that ask for nothing measurable ('dynamique'), shown as such: offsets and text. */
  unmeasurable: { text: string; start: number; end: number }[]
}
