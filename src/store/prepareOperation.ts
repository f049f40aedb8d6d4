import { isElementMap } from '../log/apply.ts'
import { readStamp } from '../log/clock.ts'
import type { Operation } from '../log/operation.ts'
import { lookupsOf } from '../model/lookup.ts'
import type { About, Kind } from '../model/record.ts'
import { isSealedPath } from '../model/sealed.ts'
import { isShared } from '../model/shared.ts'
import { isSealed } from './vault.ts'
import { keysOf, sealAt, sealedAbout } from './write.ts'

/** An operation of another device as it will rest here: sealed and hashed before the transaction, which may not wait. */
export interface Prepared {
  operation: Operation
  keysByPath: Record<string, string[]>
  /** Sealed values and what they hold. */
  opened: Map<unknown, unknown>
}

/** Null for what does not belong here: a stamp out of all time (SPEC 1.5), or what is local to another (2.11). */
export async function prepareOperation(operation: Operation): Promise<Prepared | null> {
  const { type, id, path } = operation
  if (!readStamp(operation.stamp) || !isShared(operation.kind, id)) return null
  const kind = operation.kind as Kind
  const prepared: Prepared = { operation, keysByPath: {}, opened: new Map() }
  if (type !== 'create' && type !== 'set') return prepared
  const about = operation.about ? { about: sealedAbout(kind, operation.about as About) } : {}
  if (type === 'set') {
    const value = await prepareValue(prepared, kind, path, operation.value)
    prepared.operation = { ...operation, value, ...about }
    return prepared
  }
  const fields: Record<string, unknown> = {}
  await Promise.all(
    Object.entries((operation.value ?? {}) as Record<string, unknown>).map(async ([field, value]) => {
      // The order of fields is the author's, whichever is sealed first.
      fields[field] = undefined
      fields[field] = await prepareValue(prepared, kind, field, value)
    }),
  )
  prepared.operation = { ...operation, value: fields, ...about }
  return prepared
}

async function prepareValue(prepared: Prepared, kind: Kind, path: string, value: unknown): Promise<unknown> {
  if (lookupsOf(kind, path, value).length > 0) Object.assign(prepared.keysByPath, await keysOf(kind, path, value))
  if (!isSealedPath(kind, path)) return value
  const sealed = await sealAt(kind, prepared.operation.id, path, value)
  if (isSealed(sealed)) prepared.opened.set(sealed, value)
  else if (isElementMap(sealed) && isElementMap(value))
    for (const element of Object.keys(sealed)) prepared.opened.set(sealed[element], value[element])
  return sealed
}
