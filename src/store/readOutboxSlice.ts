import type { Operation, Vector } from '../log/operation.ts'
import { emptyVector, joinVectors } from '../log/vector.ts'
import { entryToOperation } from './standings.ts'
import { marksKey, readMeta, toldKey } from './syncMeta.ts'
import { db, type JournalEntry, type VectorMark } from './tables.ts'
import { openAt } from './write.ts'

interface OutboxSlice {
  entries: JournalEntry[]
  vector: Vector
  more: boolean
  /** The stamp that names the transaction of the first entry. */
  firstTransaction: string
}

/** The oldest entries that wait, up to the first that was written knowing more than they. */
export async function readOutboxSlice(operations: number): Promise<OutboxSlice | null> {
  return db().transaction('r', [db().outbox, db().journal, db().meta], async () => {
    const seqs = await db()
      .outbox.orderBy('seq')
      .limit(operations + 1)
      .primaryKeys()
    const first = seqs[0]
    if (first === undefined) return null
    const marks = await readMeta<VectorMark[]>(marksKey, [])
    const told = await readMeta(toldKey, 0)
    const stop = marks.find(({ at }) => at >= first)?.at ?? Number.POSITIVE_INFINITY
    const within = seqs.slice(0, operations).filter((seq) => seq <= stop)
    const entries = (await db().journal.bulkGet(within)).filter((entry) => entry !== undefined)
    const begun = await db().journal.where('transaction').equals(entries[0]!.transaction).first()
    return {
      entries,
      vector: marks
        .filter(({ at }) => at >= told && at < first)
        .reduce((joined, mark) => joinVectors(joined, mark.change), emptyVector()),
      more: within.length < seqs.length,
      firstTransaction: begun?.stamp ?? entries[0]!.stamp,
    }
  })
}

/** A transaction is known to others by its first stamp (src/log/codec.ts). */
export function nameTransactions(operations: Operation[], entries: readonly JournalEntry[], first: string): void {
  let name = first
  for (const [index, operation] of operations.entries()) {
    if (index > 0 && entries[index]!.transaction !== entries[index - 1]!.transaction) name = operation.stamp
    operation.transaction = name
  }
}

/** An entry as the operation it was, its sealed values open. */
export async function openOperation(entry: JournalEntry): Promise<Operation> {
  const operation = entryToOperation(entry)
  const { kind, recordId } = entry
  if (operation.type === 'create') {
    const fields: Record<string, unknown> = {}
    for (const [path, value] of Object.entries((operation.value ?? {}) as Record<string, unknown>))
      fields[path] = await openAt(kind, recordId, path, value)
    return { ...operation, value: fields }
  }
  if (operation.value === undefined) return operation
  return { ...operation, value: await openAt(kind, recordId, operation.path, operation.value) }
}

/** False for what an erasure left without words. */
export const hasWords = ({ operation, value }: JournalEntry): boolean =>
  value !== undefined || (operation !== 'create' && operation !== 'set')
