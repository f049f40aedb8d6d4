import * as z from 'zod/mini'

/** Text, '' by default. */
export const text = () => withDefault(z.string(), () => '')
/** True or false, false by default. */
export const flag = () => withDefault(z.boolean(), () => false)
/** A finite number or null, null by default. */
export const numberOrNull = () => withDefault(z.nullable(z.number()), () => null)
/** One of a closed list or '', '' by default. */
export const oneOf = <const T extends readonly string[]>(values: T) =>
  withDefault(z.union([z.enum(values), z.literal('')]), () => '' as const)
/** A list; elements that do not fit are dropped, the rest stay. */
export const list = <T extends z.core.$ZodType>(element: T) =>
  z.pipe(
    withDefault(z.array(z.unknown()), () => []),
    z.transform((values: unknown[]): z.core.output<T>[] => values.flatMap((value) => keepIfFits(element, value))),
  )
/** A map of elements by id; elements that do not fit are dropped, the rest stay. */
export const elements = <T extends z.core.$ZodType>(element: T) =>
  z.pipe(
    withDefault(z.record(z.string(), z.unknown()), () => ({})),
    z.transform((values: Record<string, unknown>): Record<string, z.core.output<T>> =>
      Object.fromEntries(
        Object.entries(values).flatMap(([id, value]) => keepIfFits(element, value).map((kept) => [id, kept] as const)),
      ),
    ),
  )

/** A value with a default for both absence and misfit: old rows are repaired field by field. */
export function withDefault<T extends z.core.$ZodType>(schema: T, value: () => z.core.output<T>) {
  return z.catch(z._default(schema, value as () => z.core.util.NoUndefined<z.core.output<T>>), value as never)
}

function keepIfFits<T extends z.core.$ZodType>(element: T, value: unknown): z.core.output<T>[] {
  const read = z.safeParse(element, value)
  return read.success ? [read.data] : []
}
