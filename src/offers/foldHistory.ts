/** What the history needs of a journal entry. */
export interface HistoryEntry {
  transaction: string
  at: number
  by: string
  action: string
  operation: string
  path: string
}

/** One line of a history. */
export interface HistoryLine {
  id: string
  at: number
  by: string
  action: string
  /** Top-level fields that changed, each once. */
  fields: string[]
}

/** Edits closer than this are one sitting: what a person typed pause by pause is one line. */
const sittingMs = 10 * 60_000

/** The journal of an offer as lines, newest first: one per action, and one for a sitting of edits by one person. */
export function foldHistory(entries: readonly HistoryEntry[]): HistoryLine[] {
  const lines: (HistoryLine & { from: number })[] = []
  for (const told of entries.toSorted((a, b) => b.at - a.at)) {
    // An offer may be made by its form, by the demonstration, by a restored backup.
    const entry = { ...told, action: told.operation === 'create' ? 'offer.created' : told.action }
    const field = entry.path.split('/')[0] ?? ''
    const last = lines.at(-1)
    const isSame = last?.id === entry.transaction
    const isSitting =
      last?.action === entry.action &&
      last.by === entry.by &&
      (entry.action === 'offer.edited' || entry.action === 'offer.weighted') &&
      last.from - entry.at < sittingMs
    if (last && (isSame || isSitting)) {
      if (field !== '' && !last.fields.includes(field)) last.fields.push(field)
      last.from = entry.at
      continue
    }
    lines.push({
      id: entry.transaction,
      at: entry.at,
      from: entry.at,
      by: entry.by,
      action: entry.action,
      fields: field === '' ? [] : [field],
    })
  }
  return lines.map(({ from: _, ...line }) => line)
}
