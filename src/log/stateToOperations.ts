import { isId } from '../kit/id.ts'
import {
  aboutAt,
  binPath,
  isElementMap,
  madePath,
  msOfStamp,
  type RecordState,
  splitPath,
  type Standing,
  valueAt,
} from './apply.ts'
import type { Stamp } from './clock.ts'
import type { Operation } from './operation.ts'

/**
 * Operations that make a state anew, or merge it into another: what stands in a snapshot or a backup is taken in like
 * anything else (SPEC 8.4). `id` and `kind` name a record of which nothing but its erasure is left.
 */
export function stateToOperations({ record, erased }: Standing, id: string, kind: string): Operation[] {
  // One transaction a record: that of another is nobody's to take back with it.
  const said = { transaction: id, by: '', action: 'snapshot' }
  const operations: Operation[] = []
  const add = (
    operation: Pick<Operation, 'type' | 'stamp' | 'at'> &
      Partial<Pick<Operation, 'path' | 'value' | 'about' | 'observed'>>,
  ) => operations.push({ kind: record?.kind ?? kind, id, path: '', ...said, ...operation })
  if (erased !== null) add({ type: 'erase', stamp: erased, at: msOfStamp(erased) })
  if (!record) return operations

  const { createdAt } = record
  const isNamed = isId(id) === false
  const creations = new Map<Stamp, { value: Record<string, unknown>; about: Record<string, unknown> }>()
  const creation = (stamp: Stamp) => {
    let found = creations.get(stamp)
    if (!found) creations.set(stamp, (found = { value: {}, about: {} }))
    return found
  }
  for (const path of Object.keys(record.stamps).sort()) {
    const stamp = record.stamps[path]!
    if (path === binPath) {
      const isBinned = record.binnedAt !== undefined
      add({ type: isBinned ? 'bin' : 'restore', stamp, at: record.binnedAt ?? createdAt })
      continue
    }
    if (path === madePath) {
      add({ type: 'create', value: {}, stamp, at: createdAt })
      continue
    }
    const [field, element] = splitPath(path)
    const value = valueAt(record, path)
    if (element !== undefined) {
      if (value === undefined)
        add({ ...removalAt(stamp, isNamed ? 0 : createdAt), type: 'remove', path, at: createdAt })
      else {
        const { value: fields, about } = creation(stamp)
        if (!Object.hasOwn(fields, field)) fields[field] = {}
        ;(fields[field] as Record<string, unknown>)[element] = value
        Object.assign(about, aboutAt(record.about, path))
      }
    } else if (isElementMap(value)) {
      // That the whole was written takes away what its elements were before.
      const isBare = Object.keys(value).length === 0
      add({
        type: 'set',
        path,
        value: {},
        stamp,
        at: createdAt,
        ...(isBare ? { about: aboutAt(record.about, path) } : {}),
      })
    } else {
      const about = aboutAt(record.about, path)
      if (value === undefined) add({ type: 'set', path, value, stamp, at: createdAt, about })
      else {
        Object.assign(creation(stamp).about, about)
        creation(stamp).value[field] = value
      }
    }
  }
  for (const [stamp, { value, about }] of creations) add({ type: 'create', value, about, stamp, at: createdAt })
  return withTimes(operations, record)
}

/** Adds what tells the times that no operation tells yet, and changes nothing else. */
function withTimes(operations: Operation[], { createdAt, updatedAt }: RecordState): Operation[] {
  const told = operations.filter(({ type }) => type !== 'erase')
  const bin = told.find(({ type }) => type === 'bin')
  const last = told.reduce<Operation | null>((a, b) => (b === bin || (a && a.stamp > b.stamp) ? a : b), null)
  const written = told.find((each) => each.path !== '' || Object.keys(each.value ?? {}).length > 0)
  for (const at of [createdAt, updatedAt]) {
    if (told.some((each) => each.at === at)) continue
    if (last && msOfStamp(last.stamp) >= at) operations.push({ ...last, at })
    // A restoring before it went to the bin.
    else if (bin && msOfStamp(bin.stamp) >= at) operations.push({ ...bin, type: 'restore', stamp: stampAt(at), at })
    // What was done last left no stamp: a removal stands at what it had seen.
    else if (written) operations.push({ ...removal(written), stamp: stampAt(at), observed: stampAt(0), at })
  }
  return operations
}

/** A removal that comes too early to remove anything of the record that the operation is about. */
function removal(operation: Operation): Operation {
  const { value: _, about: __, ...rest } = operation
  const fields = isElementMap(operation.value) ? Object.entries(operation.value) : []
  const [field, value] = fields[0] ?? [splitPath(operation.path)[0], undefined]
  const element = isElementMap(value) ? Object.keys(value)[0] : splitPath(operation.path)[1]
  return { ...rest, type: 'remove', path: `${field}/${element ?? '-'}` }
}

const stampAt = (ms: number): Stamp => `${ms.toString(16).padStart(12, '0')}-0000-${'0'.repeat(16)}`

/** An element's removal as it stands, told at a time that is not before the record was made. */
const removalAt = (stamp: Stamp, createdAt: number): { stamp: Stamp; observed?: Stamp } =>
  msOfStamp(stamp) >= createdAt ? { stamp } : { stamp: stampAt(createdAt + 1), observed: stamp }
