import type { StoredImport } from './records.ts'

/** The words under which the list counts its files; the filter of the screen. */
export const verdictGroups = [
  'queued',
  'created',
  'merged',
  'toDecide',
  'unreadable',
  'same',
  'unpacked',
  'cancelled',
] as const
export type VerdictGroup = (typeof verdictGroups)[number]

/** What the row says happened. */
export type VerdictName =
  | 'waiting'
  | 'paused'
  | 'reading'
  | 'created'
  | 'createdWithDoubts'
  | 'createdWithHiddenText'
  | 'merged'
  | 'possibleDuplicate'
  | 'same'
  | 'unpacked'
  | 'cancelled'
  | 'locked'
  | 'tooLong'
  | 'tooLarge'
  | 'empty'
  | 'diskFull'
  | 'unreadable'

/** A possible duplicate waits for a person; so does a reading with doubts that nobody looked at yet. */
export function verdictOf({ fields }: StoredImport): {
  name: VerdictName
  group: VerdictGroup
  tone: 'moss' | 'water' | 'carp' | 'brick' | 'slate'
} {
  switch (fields.state) {
    case 'waiting':
      return { name: 'waiting', group: 'queued', tone: 'slate' }
    case 'paused':
      return { name: 'paused', group: 'queued', tone: 'slate' }
    case 'reading':
      return { name: 'reading', group: 'queued', tone: 'water' }
    case 'created':
      if (fields.reviewedAt !== null) return { name: 'created', group: 'created', tone: 'moss' }
      if (fields.hasHiddenText) return { name: 'createdWithHiddenText', group: 'toDecide', tone: 'carp' }
      return fields.doubtCount > 0
        ? { name: 'createdWithDoubts', group: 'toDecide', tone: 'carp' }
        : { name: 'created', group: 'created', tone: 'moss' }
    case 'merged':
      return { name: 'merged', group: 'merged', tone: 'water' }
    case 'duplicate':
      if (fields.reviewedAt !== null && fields.resembles.length === 0)
        return { name: 'created', group: 'created', tone: 'moss' }
      return { name: 'possibleDuplicate', group: 'toDecide', tone: 'carp' }
    case 'same':
      return { name: 'same', group: 'same', tone: 'slate' }
    case 'unpacked':
      return { name: 'unpacked', group: 'unpacked', tone: 'slate' }
    case 'cancelled':
      return { name: 'cancelled', group: 'cancelled', tone: 'slate' }
    case 'unreadable':
      switch (fields.failure?.type) {
        case 'PasswordProtected':
          return { name: 'locked', group: 'toDecide', tone: 'carp' }
        case 'TooManyPages':
          return { name: 'tooLong', group: 'toDecide', tone: 'carp' }
        case 'TooLarge':
          // One that was not even kept cannot be read whole.
          return fields.blobId === ''
            ? { name: 'unreadable', group: 'unreadable', tone: 'brick' }
            : { name: 'tooLarge', group: 'toDecide', tone: 'carp' }
        case 'Empty':
          return { name: 'empty', group: 'unreadable', tone: 'brick' }
        case 'DiskFull':
          return { name: 'diskFull', group: 'toDecide', tone: 'carp' }
        default:
          return { name: 'unreadable', group: 'unreadable', tone: 'brick' }
      }
  }
}

/** A reading with doubts, hidden text or a lookalike: what the review walks through. */
export const isToReview = (item: StoredImport): boolean =>
  item.fields.reviewedAt === null &&
  (item.fields.state === 'created' || item.fields.state === 'duplicate') &&
  verdictOf(item).group === 'toDecide'

/** Counts by group, and the speed of the files that were finished in the last minute. */
export function summarise(
  items: readonly StoredImport[],
  now: number,
): { counts: Record<VerdictGroup, number>; total: number; done: number; perSecond: number } {
  const counts = Object.fromEntries(verdictGroups.map((group) => [group, 0])) as Record<VerdictGroup, number>
  const ends: number[] = []
  for (const item of items) {
    counts[verdictOf(item).group] += 1
    const { finishedAt } = item.fields
    if (finishedAt !== null && now - finishedAt < 60_000) ends.push(finishedAt)
  }
  const first = Math.min(...ends)
  const last = Math.max(...ends)
  return {
    counts,
    total: items.length,
    done: items.length - counts.queued,
    perSecond: ends.length > 1 && last > first ? ((ends.length - 1) * 1000) / (last - first) : 0,
  }
}

/** The verdicts as CSV for a spreadsheet (M082); cells that a spreadsheet would run are disarmed. */
export function verdictsToCsv(rows: readonly (readonly string[])[]): string {
  const cell = (value: string) => {
    const disarmed = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
    return /[";\n\r]/.test(disarmed) ? `"${disarmed.replaceAll('"', '""')}"` : disarmed
  }
  // The byte-order mark makes Excel read UTF-8.
  return `\uFEFF${rows.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`
}
