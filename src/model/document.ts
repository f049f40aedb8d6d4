import * as z from 'zod/mini'
import { apartReasons } from './reading.ts'
import { list, text, withDefault } from './repair.ts'

/** A file kept with a candidate or an offer. Its bytes are a sealed blob named by `blobId`. */
export const documentSchema = z.looseObject({
  fileName: text(),
  /** pdf, docx, txt, json, png, jpg, webp... found from the content. */
  format: text(),
  sizeBytes: withDefault(z.number(), () => 0),
  pageCount: withDefault(z.number(), () => 0),
  /** Keyed hash of the content: recognises the same file without keeping its plain hash. */
  contentKey: text(),
  blobId: text(),
  /** Sealed JSON of the lines and boxes that were read (`ReadDocument`), versioned by `engine`. */
  readingBlobId: text(),
  engine: text(),
  /** True when the words come from optical recognition. */
  recognised: withDefault(z.boolean(), () => false),
  candidateId: text(),
  offerId: text(),
  /** Passages hidden from human eyes, shown and kept out of matching. */
  hiddenPassages: list(z.string()),
  /** The same with page and reason, and what else a person should know of; readings made before it have none. */
  apart: list(z.object({ text: z.string(), page: z.number(), reason: z.enum(apartReasons) })),
  role: withDefault(z.enum(['cv', 'photo', 'other']), () => 'cv' as const),
})
export type CvDocument = z.infer<typeof documentSchema>
