import * as z from 'zod/mini'
import { sectionNames } from '../../src/model/reading.ts'

/** What any reading must be, whatever file it came from. Numbers are finite: zod refuses NaN and Infinity. */
const share = z.number().check(z.gte(0), z.lte(1))
const words = z.string().check(z.maxLength(100_000))
const box = z.looseObject({ page: z.number(), x: z.number(), y: z.number(), width: z.number(), height: z.number() })
const read = <T extends z.ZodMiniType>(value: T) =>
  z.looseObject({ value, confidence: share, boxes: z.array(box), text: words, doubt: z.optional(z.string()) })
const text = z.nullable(read(words))
const moment = z.nullable(read(z.string().check(z.regex(/^(?:\d{4}(?:-\d{2}){0,2}|present)$/))))
const line = z.looseObject({ text: words, boxes: z.array(box), section: z.enum(sectionNames) })

const cvSchema = z.looseObject({
  language: z.enum(['fr', 'en']),
  country: z.string().check(z.maxLength(2)),
  fullName: text,
  headline: text,
  email: text,
  phone: text,
  address: text,
  city: text,
  postalCode: text,
  birthDate: moment,
  links: z.array(read(words)),
  summary: z.array(line),
  jobs: z.array(
    z.looseObject({ title: text, organisation: text, place: text, start: moment, end: moment, lines: z.array(line) }),
  ),
  degrees: z.array(
    z.looseObject({
      title: text,
      school: text,
      place: text,
      start: moment,
      end: moment,
      level: z.string(),
      lines: z.array(line),
    }),
  ),
  skills: z.array(read(words)),
  languages: z.array(z.looseObject({ code: z.string(), name: read(words), level: z.nullable(read(words)) })),
  licences: z.array(read(words)),
  availableFrom: text,
  noticeDays: z.nullable(read(z.number())),
  mobilityKm: z.nullable(read(z.number())),
  vehicle: z.nullable(read(z.boolean())),
  otherLines: z.array(line),
})

/** A reading in one piece. */
export const readingSchema = z.looseObject({
  engine: z.string(),
  format: z.string(),
  pageCount: z.number(),
  pages: z.array(z.looseObject({ width: z.number(), height: z.number(), by: z.enum(['text', 'recognition', 'none']) })),
  lines: z.array(line),
  hiddenPassages: z.array(z.string()),
  cv: cvSchema,
})

/** Every way a reading may fail in words a person is told. */
export const failureTypes = new Set([
  'Empty',
  'Unsupported',
  'Corrupt',
  'PasswordProtected',
  'Encrypted',
  'TooNested',
  'TooLarge',
  'TooManyPages',
  'TooManyPixels',
  'Bomb',
  'NoText',
  'NotACv',
])
