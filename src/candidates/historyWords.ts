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
    // What a snapshot brought came in parts, and is one thing to whoever reads the history.
    const key = entry.from === '' ? 'snapshot' : entry.transaction
    const step = steps.get(key)
    if (step) step.entries.push(entry)
    else {
      const { transaction, action, at, by, from } = entry
      const step = { transaction, action, at, by, entries: [entry] }
      steps.set(key, from === undefined ? step : { ...step, from })
    }
  }
  return [...steps.values()]
}
