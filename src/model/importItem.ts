import * as z from 'zod/mini'
import { likenessClasses, likenessReasons } from './duplicates.ts'
import { readFailureSchema } from './reading.ts'
import { list, numberOrNull, text, withDefault } from './repair.ts'

/** `waiting`, `paused` and `reading` survive a closed tab: whoever leads resumes them. */
export const importStates = [
  'waiting',
  'paused',
  'reading',
  'created',
  'merged',
  'duplicate',
  'same',
  'unreadable',
  'cancelled',
  'unpacked',
] as const

/**
 * One file handed to the import: its place in the queue, then its verdict.
 * `created` a candidate; `merged` into one by a person's choice; `duplicate` created and waiting for a person to
 * compare with `resembles`; `same` the very file is already here; `unreadable` see `failure`; `unpacked` a ZIP or a mail
 * whose files are items of their own.
 */
export const importItemSchema = z.looseObject({
  batchId: text(),
  fileName: text(),
  sizeBytes: withDefault(z.number(), () => 0),
  /** Sealed bytes, kept whatever the verdict until the item is removed. */
  blobId: text(),
  contentKey: text(),
  state: withDefault(z.enum(importStates), () => 'waiting' as const),
  /** Times the reading was begun; one that keeps taking the tab down is reported. */
  attempts: withDefault(z.number(), () => 0),
  failure: withDefault(z.nullable(readFailureSchema), () => null),
  candidateId: text(),
  documentId: text(),
  pageCount: withDefault(z.number(), () => 0),
  recognised: withDefault(z.boolean(), () => false),
  fieldCount: withDefault(z.number(), () => 0),
  doubtCount: withDefault(z.number(), () => 0),
  hasHiddenText: withDefault(z.boolean(), () => false),
  resembles: list(
    z.object({
      candidateId: z.string(),
      reasons: z.array(z.enum(likenessReasons)),
      likeness: z.number(),
      class: withDefault(z.enum(likenessClasses), () => 'probably' as const),
    }),
  ),
  /** The item of the ZIP or mail it came in, '' for a file that came by itself. */
  containerId: text(),
  /** Its path inside, unique there. */
  pathInside: text(),
  /** Names of the containers around it, outermost first, with folders: `candidatures.zip/Lyon`. */
  cameIn: text(),
  /** Containers around it: one more than the bearable is refused. */
  depth: withDefault(z.number(), () => 0),
  /** Files it held, when `unpacked`. */
  fileCount: withDefault(z.number(), () => 0),
  /** Sealed words of the mail that brought it, '' without one. */
  coverBlobId: text(),
  order: withDefault(z.number(), () => 0),
  finishedAt: numberOrNull(),
  /** When the person in it had been erased, ms: a re-import is told, never silent. */
  erasedAt: numberOrNull(),
  /** When a person looked at what was read. */
  reviewedAt: numberOrNull(),
  demo: withDefault(z.boolean(), () => false),
})
export type ImportItem = z.infer<typeof importItemSchema>
