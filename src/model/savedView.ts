import * as z from 'zod/mini'
import { elements, flag, text } from './repair.ts'

/** A named search over a list: `query` is the address's search part, so a view is a link. */
export const savedViewSchema = z.looseObject({
  name: text(),
  /** `candidates` for the list of candidates, `search` for the search screen. */
  room: text(),
  query: text(),
  /** Stands on the home screen. */
  pinned: flag(),
  /** By person: when they last looked at it, milliseconds since 1970. */
  seen: elements(z.number()),
})
export type SavedView = z.infer<typeof savedViewSchema>
