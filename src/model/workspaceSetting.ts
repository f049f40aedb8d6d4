import * as z from 'zod/mini'

/** One workspace setting; the record's id is its name. */
export const settingSchema = z.looseObject({ value: z.unknown() })
export type WorkspaceSetting = z.infer<typeof settingSchema>
