import * as z from 'zod/mini'
import { text } from './repair.ts'

/** A named search over a list: `query` is the address's search part, so a view is a link. */
export const savedViewSchema = z.looseObject({ name: text(), room: text(), query: text() })
export type SavedView = z.infer<typeof savedViewSchema>
