/** What the history needs of a journal entry. */
export interface HistoryEntry {
  transaction: string
  at: number
  by: string
  action: string
  operation: string
  path: string
  /** The device it was received from; absent when it was written here. */
  from?: string | undefined
}

/** One line of a history. */
export interface HistoryLine {
  id: string
  at: number
  by: string
  action: string
  /** Top-level fields that changed, each once. */
  fields: string[]
  /** Making an offer is not taken back here: the bin does it. */
  canBeTakenBack: boolean
  /** The writes of it, newest first; with several, all between `from` and `at`. */
  transactions: string[]
  from: number
  /** The device they were received from; absent when they were written here. */
  device?: string | undefined
}

/** Edits closer than this are one sitting: what a person typed pause by pause is one line. */
const sittingMs = 10 * 60_000

const reversible: ReadonlySet<string> = new Set(['set', 'remove', 'bin', 'restore'])

/** The journal of an offer as lines, newest first: one per action, and one for a sitting of edits by one person. */
export function foldHistory(entries: readonly HistoryEntry[]): HistoryLine[] {
  const lines: HistoryLine[] = []
  for (const told of entries.toSorted((a, b) => b.at - a.at)) {
    // An offer may be made by its form, by the demonstration, by a restored backup.
    const entry = { ...told, action: told.operation === 'create' ? 'offer.created' : told.action }
    const field = entry.path.split('/')[0] ?? ''
    const last = lines.at(-1)
    const isSame = last?.transactions.includes(entry.transaction)
    const isSitting =
      last?.action === entry.action &&
      last.by === entry.by &&
      last.device === entry.from &&
      (entry.action === 'offer.edited' || entry.action === 'offer.weighted') &&
      last.from - entry.at < sittingMs
    if (last && (isSame || isSitting)) {
      if (field !== '' && !last.fields.includes(field)) last.fields.push(field)
      last.canBeTakenBack &&= reversible.has(told.operation)
      if (!last.transactions.includes(entry.transaction)) last.transactions.push(entry.transaction)
      last.from = entry.at
      continue
    }
    lines.push({
      id: entry.transaction,
      at: entry.at,
      from: entry.at,
      device: entry.from,
      by: entry.by,
      action: entry.action,
      fields: field === '' ? [] : [field],
      transactions: [entry.transaction],
      canBeTakenBack: reversible.has(told.operation),
    })
  }
  return lines
}
