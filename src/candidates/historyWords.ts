import type { HistoryEntry } from './records.ts'

/** One write, as the history tells it: what was done, by whom, and what it did to this record. */
export interface HistoryStep {
  transaction: string
  action: string
  at: number
  by: string
  /** The device it was received from; absent when it was written here. */
  from?: string
  entries: HistoryEntry[]
}

/** Entries of one record, latest first, gathered by write. */
export function toSteps(entries: readonly HistoryEntry[]): HistoryStep[] {
  const steps = new Map<string, HistoryStep>()
  for (const entry of entries) {
    const step = steps.get(entry.transaction)
    if (step) step.entries.push(entry)
    else {
      const { transaction, action, at, by, from } = entry
      const step = { transaction, action, at, by, entries: [entry] }
      steps.set(transaction, from === undefined ? step : { ...step, from })
    }
  }
  return [...steps.values()]
}

/** The value a change put or took away, when it can be said in a few words; null for sealed values and whole entries. */
export function shortValue(value: unknown): string | null {
  // The number of another record says nothing to anybody.
  if (typeof value === 'string' && /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(value)) return null
  if (typeof value === 'string') return value === '' ? null : value.length > 60 ? `${value.slice(0, 57)}…` : value
  if (typeof value === 'number') return String(value)
  if (typeof value === 'object' && value !== null) {
    const named = value as { title?: unknown; name?: unknown; organisation?: unknown }
    for (const name of [named.title, named.name, named.organisation])
      if (typeof name === 'string' && name !== '') return name
  }
  return null
}
