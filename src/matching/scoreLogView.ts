import { csvOf } from '../kit/csv.ts'
import type { Stage } from '../model/application.ts'
import type { Stored } from '../model/record.ts'
import { type ScoreEvent, type ScoreEventKind, scoreEventKinds } from '../model/scoreEvent.ts'

export type StoredEvent = Stored<'scoreEvent'>

/** What the log is narrowed to; days are `YYYY-MM-DD`, '' is no limit. */
export interface LogFilters {
  what: ScoreEventKind | ''
  offerId: string
  candidateId: string
  from: string
  to: string
}

export const searchToLogFilters = (search: URLSearchParams): LogFilters => {
  const what = search.get('quoi') ?? ''
  return {
    what: scoreEventKinds.find((kind) => kind === what) ?? '',
    offerId: search.get('offre') ?? '',
    candidateId: search.get('candidat') ?? '',
    from: search.get('du') ?? '',
    to: search.get('au') ?? '',
  }
}

/** The events that fit, latest first. */
export function filterEvents(events: readonly StoredEvent[], filters: LogFilters): StoredEvent[] {
  const { what, offerId, candidateId, from, to } = filters
  const dayOf = (at: number) => {
    const date = new Date(at)
    return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`
  }
  return events
    .filter(({ fields }) => {
      if (what !== '' && fields.what !== what) return false
      const names = (id: string) => fields.rows.some(([row]) => row === id)
      if (offerId !== '' && fields.offerId !== offerId && !(fields.what === 'offers' && names(offerId))) return false
      if (
        candidateId !== '' &&
        fields.candidateId !== candidateId &&
        !(fields.what === 'ranking' && names(candidateId))
      )
        return false
      const day = dayOf(fields.at)
      return (from === '' || day >= from) && (to === '' || day <= to)
    })
    .toReversed()
}

/** How ids and words of the log read in a file. */
export interface LogNames {
  offer: (id: string) => string
  candidate: (id: string) => string
  what: (what: ScoreEventKind) => string
  stage: (stage: Stage) => string
}

/** One line a score shown, for spreadsheets: scores unrounded, so that they can be compared with a computation. */
export function eventsToCsv(events: readonly StoredEvent[], heads: readonly string[], names: LogNames): string {
  const lines = events.flatMap(({ fields }) => {
    const rows: (ScoreEvent['rows'][number] | null)[] = fields.rows.length > 0 ? fields.rows : [null]
    return rows.map((row) => {
      const [offerId, candidateId] =
        fields.what === 'offers'
          ? [row?.[0] ?? '', fields.candidateId]
          : [fields.offerId, row?.[0] ?? fields.candidateId]
      return [
        new Date(fields.at).toISOString(),
        fields.viewer,
        names.what(fields.what),
        names.offer(offerId),
        names.candidate(candidateId),
        row ? String(row[1]) : '',
        fields.stage === '' ? '' : names.stage(fields.stage),
        fields.engine,
        fields.asOf,
        mapWords(fields.weights),
        fields.learned ? mapWords(fields.learned) : '',
        row?.[2] ?? '',
        fields.hash,
      ]
    })
  })
  return csvOf([heads, ...lines])
}

/** `musts 3.3, nices 0.5`: the names of the terms as the engine has them. */
export const mapWords = (map: Readonly<Record<string, number>>): string =>
  Object.entries(map)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ')

/** The events as they are kept, for other programs. */
export const eventsToJson = (events: readonly StoredEvent[]): string =>
  JSON.stringify(
    { format: 'vivier-score-log', version: 1, events: events.map(({ id, fields }) => ({ id, ...fields })) },
    null,
    2,
  )
