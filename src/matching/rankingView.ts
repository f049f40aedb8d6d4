import { words } from '../kit/fold.ts'
import type { Stage } from '../model/application.ts'
import { stages } from '../model/application.ts'
import { availabilityOf, daysUntilAvailable } from '../model/availability.ts'
import type { Candidate } from '../model/candidate.ts'
import { excellentFrom, type Match, type RequirementStatus, shownScore } from '../model/match.ts'
import type { Need, Requirement } from '../model/offer.ts'
import { inOrder } from '../model/candidate.ts'

/** What narrows a ranking; it is the search part of the address. */
export interface RankingFilters {
  /** `YYYY-MM-DD` or '': available on that day at the latest. */
  before: string
  /** Kilometres at most; null without limit. */
  km: number | null
  excellent: boolean
  /** Only scores that no unknown could move. */
  certain: boolean
  /** '' for all; `none` for those nobody has moved yet. */
  stage: Stage | 'none' | ''
}

export const noFilters: RankingFilters = { before: '', km: null, excellent: false, certain: false, stage: '' }

const names = { before: 'avant', km: 'km', excellent: 'excellents', certain: 'certains', stage: 'etape' } as const

/** Filters of an address; what does not fit is left out. */
export function searchToFilters(search: URLSearchParams): RankingFilters {
  const before = search.get(names.before) ?? ''
  const km = Number(search.get(names.km))
  const stage = search.get(names.stage) ?? ''
  return {
    before: /^\d{4}-\d{2}-\d{2}$/.test(before) ? before : '',
    km: Number.isInteger(km) && km > 0 ? km : null,
    excellent: search.get(names.excellent) === '1',
    certain: search.get(names.certain) === '1',
    stage: stage === 'none' || (stages as readonly string[]).includes(stage) ? (stage as Stage | 'none') : '',
  }
}

/** The address with these filters, its other parts kept. */
export function filtersToSearch(filters: RankingFilters, search: URLSearchParams): URLSearchParams {
  const next = new URLSearchParams(search)
  const put = (name: string, value: string) => (value === '' ? next.delete(name) : next.set(name, value))
  put(names.before, filters.before)
  put(names.km, filters.km === null ? '' : String(filters.km))
  put(names.excellent, filters.excellent ? '1' : '')
  put(names.certain, filters.certain ? '1' : '')
  put(names.stage, filters.stage)
  return next
}

/** A place in the ranking. `rank` is among all, whatever the filters. */
export interface RankedRow {
  rank: number
  match: Match
}

/** Who passes the filters, ranks kept. Binned or vanished candidates are passed over. */
export function filterRanking(
  matches: readonly Match[],
  filters: RankingFilters,
  candidateOf: (id: string) => Candidate | undefined,
  stageOf: (id: string) => Stage | undefined,
  today: string,
  excellence = excellentFrom,
): RankedRow[] {
  const rows: RankedRow[] = []
  let rank = 0
  for (const match of matches) {
    const candidate = candidateOf(match.candidateId)
    if (!candidate) continue
    rank += 1
    if (filters.excellent && shownScore(match.score) < excellence) continue
    if (filters.certain && rangeOf(match) !== null) continue
    if (filters.km !== null && (match.km === null || match.km > filters.km)) continue
    if (filters.before !== '' && !isAvailableBy(candidate, filters.before, today)) continue
    if (filters.stage !== '' && (stageOf(match.candidateId) ?? 'none') !== filters.stage) continue
    rows.push({ rank, match })
  }
  return rows
}

/** True when the record says that the person is free by that day; silence is not availability. */
export function isAvailableBy(candidate: Candidate, day: string, today: string): boolean {
  const days = daysUntilAvailable(availabilityOf(candidate, {}, today), today)
  return days !== null && days <= Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000)
}

/** Lowest and highest as shown, null when nothing unknown could move the score. */
export function rangeOf(match: Pick<Match, 'score' | 'low' | 'high'>): { low: number; high: number } | null {
  const low = shownScore(match.low)
  const high = shownScore(match.high)
  return low === high ? null : { low, high }
}

/** How many requirements have each status. */
export function countStatuses(match: Pick<Match, 'requirements'>): Record<RequirementStatus, number> {
  const counts: Record<RequirementStatus, number> = { met: 0, partly: 0, missing: 0, unknown: 0 }
  for (const { status } of match.requirements) counts[status] += 1
  return counts
}

/** The offer's requirements that have a column, those that cap first, then by need and weight; order kept. */
export function chooseColumns(
  requirements: Record<string, Requirement>,
  room: number,
): { id: string; requirement: Requirement; short: string }[] {
  const all = inOrder(requirements)
  const heaviness: Record<Need, number> = { dealbreaker: 2000, must: 1000, nice: 0 }
  const kept = new Set(
    all
      .toSorted(([, a], [, b]) => heaviness[b.need] + b.weight - heaviness[a.need] - a.weight)
      .slice(0, room)
      .map(([id]) => id),
  )
  const chosen = all.filter(([id]) => kept.has(id))
  const shorts = shortNames(chosen.map(([, { text }]) => text))
  return chosen.map(([id, requirement], index) => ({ id, requirement, short: shorts[index]! }))
}

/** Words that say nothing in the head of a column. */
const fillers = new Set(
  words(
    `a à able ability accept acceptez accepter an and as at au aux avec avez avoir be bon bonne bonnes bons by capable ce
    cette comme connaissance connaissances conduite cours d dans de des diplome diplôme du en est et etre exigé exigée
    experience experienced expérience for from good has have horaires hours in is justifiez knowledge l la le least les level
    maitrise maîtrise minimum moins must niveau obtenu of on or ou par plus pour pratique proven required requis requise
    savoir serait skill skills strong sur the titulaire to un une usage valid validite validité votre vous we with work
    you your`,
  ),
)
const columnLetters = 8

/**
 * One or two words for the head of a narrow column, told apart from the other columns' where they would be alike:
 * 'CACES R489 1B' and 'CACES R489 3' give 'CACES 1B' and 'CACES 3'.
 */
export function shortNames(texts: readonly string[]): string[] {
  const wordsOf = texts.map((text) => {
    const all = text.split(/[\s,;:()«»"/]+/).filter((word) => word !== '')
    const telling = all.filter((word) => !words(word).every((part) => fillers.has(part)))
    return telling.length > 0 ? telling : all
  })
  const firsts = new Map<string, number>()
  for (const [first = ''] of wordsOf) firsts.set(first, (firsts.get(first) ?? 0) + 1)
  return wordsOf.map((own, index) => {
    const [first = '…', ...rest] = own
    if ((firsts.get(first) ?? 0) < 2) {
      const second = rest[0]
      return cutWord(second && `${first} ${second}`.length <= columnLetters ? `${first} ${second}` : first)
    }
    // What others with the same first word do not say.
    const others = new Set(wordsOf.flatMap((list, other) => (other !== index && list[0] === first ? list : [])))
    const apart = rest.find((word) => !others.has(word)) ?? rest.at(-1)
    if (apart === undefined) return cutWord(first)
    const room = Math.max(3, columnLetters - apart.length - 1)
    return cutWord(`${first.length > room ? `${first.slice(0, room - 1)}.` : first} ${apart}`)
  })
}

const cutWord = (word: string): string => (word.length <= columnLetters ? word : `${word.slice(0, columnLetters - 1)}…`)
