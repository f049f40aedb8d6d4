import { isElementMap, splitPath } from './apply.ts'
import type { Operation } from './operation.ts'
import { roughSize } from './roughSize.ts'

/** Above about so many bytes, a field with what is known of it is a long text. */
const longBytes = 400

/**
 * Parts operations into what lists need and the long texts that may follow. A creation is taken apart by field: what
 * follows under the same stamp merges to the very same record (SPEC 2.1, 2.4, 2.5). `isListed` names fields that go
 * first whatever they weigh.
 */
export function splitByWeight(
  operations: readonly Operation[],
  isListed: (kind: string, field: string) => boolean,
): { light: Operation[]; long: Operation[] } {
  const light: Operation[] = []
  const long: Operation[] = []
  for (const operation of operations) {
    const { kind, type, path } = operation
    if (type !== 'create') {
      const isLong = roughSize(operation) > longBytes && !isListed(kind, splitPath(path)[0])
      ;(isLong ? long : light).push(operation)
      continue
    }
    const isLongField = (each: Operation, field: string) => roughSize(each) > longBytes && !isListed(kind, field)
    const longFields = [...byField(operation)].filter(([field, each]) => isLongField(each, field))
    if (longFields.length === 0) light.push(operation)
    else {
      const names = new Set(longFields.map(([field]) => field))
      const rest = partOf(operation, (field) => !names.has(field))
      // An empty creation would say that nothing was in it.
      if (rest) light.push(rest)
      long.push(partOf(operation, (field) => names.has(field))!)
    }
  }
  return { light, long }
}

/** Operations with each creation as one of every field: the same words for a record, however they were parted. */
export const fieldByField = (operations: readonly Operation[]): Operation[] =>
  operations.flatMap((operation) => {
    const fields = operation.type === 'create' ? [...byField(operation).values()] : []
    return fields.length === 0 ? [operation] : fields
  })

/** What a creation says of each field: its value, what is known of it, or both. */
function byField(operation: Operation): Map<string, Operation> {
  const { value: _, about: __, ...rest } = operation
  const found = new Map<string, Operation>()
  const at = (field: string): Operation => {
    let one = found.get(field)
    if (!one) found.set(field, (one = { ...rest, value: {} }))
    return one
  }
  const values = isElementMap(operation.value) ? operation.value : {}
  for (const [field, value] of Object.entries(values)) at(field).value = { [field]: value }
  for (const [key, about] of Object.entries(operation.about ?? {})) {
    const one = at(splitPath(key)[0])
    one.about = { ...one.about, [key]: about }
  }
  return found
}

function partOf(operation: Operation, isIn: (field: string) => boolean): Operation | null {
  const { value: _, about: __, ...rest } = operation
  const keep = (map: Record<string, unknown>) =>
    Object.fromEntries(Object.entries(map).filter(([key]) => isIn(splitPath(key)[0])))
  const value = keep(isElementMap(operation.value) ? operation.value : {})
  const about = keep(operation.about ?? {})
  const hasAbout = Object.keys(about).length > 0
  if (Object.keys(value).length === 0 && !hasAbout) return null
  return { ...rest, value, ...(hasAbout ? { about } : {}) }
}
