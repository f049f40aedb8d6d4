import type { Application, Stage } from './application.ts'

/** Stages on the way to a hire, in order. */
export const ladder = [
  'new',
  'seen',
  'contacted',
  'proposed',
  'interview',
  'accepted',
] as const satisfies readonly Stage[]
/** From here on a person counts as selected. */
export const selectedFrom = 'proposed'
/** Under this share of the best rate, the American rule of thumb asks for an explanation. */
export const fourFifths = 0.8

/** How far people of one group came. */
export interface GroupRates {
  /** The tag that somebody put on them; '' is everyone. */
  group: string
  considered: number
  /** How many reached each stage of the ladder, and how many were set aside. */
  reached: Record<(typeof ladder)[number], number>
  rejected: number
  /** Share of those considered who were proposed or went further; null when nobody was considered. */
  rate: number | null
  /** Against the group with the highest rate; null for everyone, and where there is nothing to compare. */
  ratio: number | null
}

/**
 * How many of each group reached each stage. Groups are tags people declared; none is ever guessed. A person in two
 * groups counts in both.
 */
export function selectionRates(
  applications: readonly Application[],
  groups: readonly string[],
  tagsOf: (candidateId: string) => Readonly<Record<string, unknown>>,
): GroupRates[] {
  const rates = ['', ...groups].map((group) =>
    ratesOf(
      group,
      group === '' ? applications : applications.filter(({ candidateId }) => tagsOf(candidateId)[group] === true),
    ),
  )
  const declared = rates.filter(({ group, rate }) => group !== '' && rate !== null)
  const best = Math.max(0, ...declared.map(({ rate }) => rate!))
  if (declared.length < 2 || best === 0) return rates
  return rates.map((each) => (each.group === '' || each.rate === null ? each : { ...each, ratio: each.rate / best }))
}

function ratesOf(group: string, applications: readonly Application[]): GroupRates {
  const heights = applications.map(heightOf)
  const reached = Object.fromEntries(
    ladder.map((stage, index) => [stage, heights.filter((height) => height >= index).length]),
  ) as GroupRates['reached']
  const considered = applications.length
  return {
    group,
    considered,
    reached,
    rejected: applications.filter(({ stage }) => stage === 'rejected').length,
    rate: considered === 0 ? null : reached[selectedFrom] / considered,
    ratio: null,
  }
}

/** The highest stage ever reached, also by who was set aside afterwards. */
function heightOf({ stage, moves }: Application): number {
  const indexOf = (each: Stage) => (ladder as readonly Stage[]).indexOf(each)
  return Math.max(0, indexOf(stage), ...Object.values(moves).map((move) => indexOf(move.stage)))
}
