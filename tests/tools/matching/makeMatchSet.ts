import type { Both, Demand, OtherPost, Trade } from '../../corpus/matching/trades.ts'
import type { MatchSet, Status } from './matchSet.ts'

/** 0 French, 1 English. */
type Side = 0 | 1

/** Posts outside every trade of the bench. */
const elsewhere: readonly OtherPost[] = [
  {
    title: ['Apiculteur', 'Beekeeper'],
    lines: [
      ['Récolte de miel et vente au marché', 'Harvested honey and sold it at the market'],
      ['Soin de 80 ruches', 'Looked after 80 hives'],
    ],
  },
  {
    title: ['Guide de musée', 'Museum guide'],
    lines: [
      ['Visites commentées pour les groupes', 'Led tours for groups'],
      ['Ouverture des salles d’exposition', 'Opened the galleries'],
    ],
  },
  {
    title: ['Cordonnier', 'Cobbler'],
    lines: [
      ['Ressemelage et couture', 'Resoled and stitched shoes'],
      ['Reproduction de clés', 'Cut keys'],
    ],
  },
  {
    title: ['Moniteur de voile', 'Sailing instructor'],
    lines: [
      ['Cours sur dériveur pour adolescents', 'Dinghy lessons for teenagers'],
      ['Entretien des bateaux', 'Kept the boats in order'],
    ],
  },
]
const fillers: readonly Both[] = [
  ['Réunion hebdomadaire avec le responsable', 'Weekly meeting with the manager'],
  ['Accueil des nouveaux collègues', 'Showed newcomers around'],
  ['Rangement de la réserve', 'Kept the back store in order'],
  ['Suivi d’un tableau partagé', 'Updated a shared sheet'],
  ['Remplacements pendant les congés', 'Covered holidays'],
  ['Idées d’amélioration retenues', 'Ideas taken up by the house'],
]
const traits: readonly Both[] = [
  ['sens du service', 'sense of service'],
  ['organisation', 'organisation'],
  ['Word, Excel', 'Word, Excel'],
  ['calme', 'calm'],
  ['adaptabilité', 'adaptability'],
]
const firstNames = 'Yanis Lucile Omar Édith Tarik Solenn Rémi Ghita Bastien Awa Théo Naïma'.split(' ')
const lastNames = 'Berthaud Ouakrim Falcoz Kessaci Lemoyne Taleb Vauquelin Sabri Pernot Idrissou'.split(' ')
const firms = 'Maison Orlane;Groupe Vertèle;Ateliers Roncin;Sud Avenir;Éts Cardinet;Hélios & Cie'.split(';')
const towns = 'Tours;Metz;Fès;Brest;Agadir;Limoges'.split(';')
const headings = {
  job: [
    ['Parcours professionnel', 'Work history'],
    ['EXPÉRIENCES', 'EXPERIENCE'],
  ],
  school: [
    ['Formation', 'Education'],
    ['DIPLÔMES', 'EDUCATION AND TRAINING'],
  ],
  papers: [
    ['Certifications', 'Certificates'],
    ['HABILITATIONS ET PERMIS', 'LICENCES'],
  ],
  skills: [
    ['Compétences', 'Skills'],
    ['SAVOIR-FAIRE', 'KEY SKILLS'],
  ],
  languages: [
    ['Langues', 'Languages'],
    ['LANGUES', 'LANGUAGES'],
  ],
} as const

const asOf = { year: 2026, month: 6 }
const months = [
  'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
  'January February March April May June July August September October November December'.split(' '),
] as const

/** A month so many before June 2026, as it is written in a CV. */
function monthBefore(count: number, side: Side, style: number): string {
  const index = asOf.year * 12 + asOf.month - 1 - count
  const year = Math.floor(index / 12)
  const month = index % 12
  return style === 0
    ? `${months[side][month]} ${year}`
    : style === 1
      ? `${String(month + 1).padStart(2, '0')}/${year}`
      : `${year}-${String(month + 1).padStart(2, '0')}`
}

interface Post {
  title: Both
  lines: readonly Both[]
  /** Months before June 2026: when it began and ended; `to` below 0 is the present. */
  from: number
  to: number
}
interface Draft {
  posts: readonly Post[]
  /** The line of each demand, and where it stands. */
  papers: readonly Both[]
  school: readonly Both[]
  languages: readonly Both[]
  listed: readonly Both[]
  notes: readonly Both[]
}

/** A CV of the draft in one language and one of three layouts. */
function write(draft: Draft, side: Side, seed: number): string {
  const style = seed % 3
  const pick = (list: readonly string[], step: number) => list[(seed * 7 + step * 3) % list.length]!
  const mark = ['- ', '• ', '* '][style]!
  const blocks: string[][] = []
  const name = `${pick(firstNames, 0)} ${pick(lastNames, 1)}`
  blocks.push([
    style === 1 ? name.toUpperCase() : name,
    draft.posts[0]!.title[side],
    `${12 + (seed % 60)} ${side === 0 ? 'rue des Lilas' : 'Lilac Street'}, ${pick(towns, 2)}`,
  ])
  const heading = (key: keyof typeof headings) => headings[key][style === 1 ? 1 : 0][side]
  const jobs: string[] = [heading('job')]
  for (const [at, post] of draft.posts.entries()) {
    const until = post.to < 0 ? ['aujourd’hui', 'present'][side]! : monthBefore(post.to, side, style)
    const dates = `${monthBefore(post.from, side, style)} - ${until}`
    const firm = `${pick(firms, at)}, ${pick(towns, at + 3)}`
    if (style === 0) jobs.push(`${dates} : ${post.title[side]}, ${firm}`)
    else if (style === 1) jobs.push(`${post.title[side]} | ${firm} | ${dates}`)
    else jobs.push(`${post.title[side]} - ${firm}`, dates)
    for (const line of post.lines) jobs.push(mark + line[side])
    jobs.push('')
  }
  const listBlock = (key: keyof typeof headings, lines: readonly Both[]) =>
    lines.length === 0 ? [] : [[heading(key), ...lines.map((line) => mark + line[side])]]
  const skills = [heading('skills'), draft.listed.map((one) => one[side]).join(style === 2 ? ' ; ' : ', ')]
  const parts = [jobs, ...listBlock('school', draft.school), ...listBlock('papers', draft.papers)]
  if (style === 1) parts.reverse()
  blocks.push(...(style === 2 ? [skills, ...parts] : [...parts, skills]))
  blocks.push(...listBlock('languages', draft.languages))
  if (draft.notes.length > 0)
    blocks.push([
      side === 0 ? 'Informations complémentaires' : 'Further information',
      ...draft.notes.map((n) => n[side]),
    ])
  return blocks.map((block) => block.join('\n').trimEnd()).join('\n\n') + '\n'
}

type Form = 'shown' | 'reworded' | 'denied' | 'lesser' | 'listed' | 'absent'
const statusOf: Record<Form, Status> = {
  shown: 'met',
  reworded: 'met',
  denied: 'missing',
  lesser: 'partly',
  listed: 'partly',
  absent: 'unknown',
}

/** What a kind of candidate is: grade, trade or another post, how long and how recently, and the form of demands. */
interface Kind {
  grade: number
  form: Form
  /** Another form for one must: of this kind when there is one, else the last skill. */
  odd?: { form: Form; prefer: (demand: Demand) => boolean }
  post?: (trade: Trade) => OtherPost
  /** Share of the years asked that were worked. */
  share: number
  /** Months since the trade was left. */
  left?: number
  retitled?: boolean
  otherSide?: boolean
  judged?: boolean
}
const paper = (demand: Demand) => demand.kind === 'licence' || demand.kind === 'degree'
const skill = (demand: Demand) => demand.kind === 'skill'
const kinds: Record<string, Kind> = {
  ideal: { grade: 4, form: 'shown', share: 1.6, judged: true },
  ideal_other_language: { grade: 4, form: 'shown', share: 1.6, otherSide: true, judged: true },
  synonyms: { grade: 4, form: 'reworded', share: 1.5, retitled: true, judged: true },
  synonyms_other_language: { grade: 4, form: 'reworded', share: 1.5, retitled: true, otherSide: true, judged: true },
  good: { grade: 3, form: 'shown', share: 0.72, judged: true },
  good_other_language: { grade: 3, form: 'reworded', share: 0.7, otherSide: true },
  career_changer: { grade: 3, form: 'shown', share: 0.68 },
  junior: { grade: 2, form: 'shown', share: 0.25, judged: true },
  outdated: { grade: 2, form: 'shown', share: 1.6, left: 122 },
  adjacent: { grade: 2, form: 'shown', share: 2, post: (trade) => trade.adjacent },
  adjacent_far: { grade: 1, form: 'absent', share: 2, post: (trade) => trade.adjacentFar },
  must_missing: { grade: 2, form: 'shown', share: 1.6, odd: { form: 'absent', prefer: skill }, judged: true },
  must_missing_other_language: {
    grade: 2,
    form: 'shown',
    share: 1.6,
    odd: { form: 'absent', prefer: paper },
    otherSide: true,
    judged: true,
  },
  must_partly: { grade: 2, form: 'shown', share: 1.6, odd: { form: 'lesser', prefer: skill }, judged: true },
  denied: { grade: 1, form: 'shown', share: 1.6, odd: { form: 'denied', prefer: paper }, judged: true },
  denied_skill: {
    grade: 1,
    form: 'shown',
    share: 1.6,
    odd: { form: 'denied', prefer: skill },
    otherSide: true,
    judged: true,
  },
  in_progress: { grade: 2, form: 'shown', share: 1.6, odd: { form: 'lesser', prefer: paper }, judged: true },
  stuffer: { grade: 1, form: 'listed', share: 2, post: () => elsewhere[0]!, judged: true },
  homonym: { grade: 0, form: 'absent', share: 2, post: (trade) => trade.homonym, judged: true },
  proximity: { grade: 1, form: 'absent', share: 2, post: (trade) => trade.proximity, judged: true },
  unrelated: { grade: 0, form: 'absent', share: 2, post: () => elsewhere[1]! },
}

interface Made {
  text: string
  statuses: Record<string, { status: Status; evidence: string[] }>
}

function makeCandidate(trade: Trade, kind: Kind, side: Side, seed: number): Made {
  const musts = trade.demands.filter((demand) => demand.must && demand.kind !== 'language')
  const odd = kind.odd ? (musts.find(kind.odd.prefer) ?? musts.at(-1)!) : null
  const worked = Math.max(2, Math.round(trade.years * 12 * kind.share))
  const left = kind.left ?? -1
  const start = Math.max(0, left) + worked - 1
  const post = kind.post?.(trade)
  const own: Both[] = []
  const draft = {
    papers: [] as Both[],
    school: [trade.schooling],
    languages: [] as Both[],
    listed: traits.slice(seed % 3, (seed % 3) + 3),
    notes: [] as Both[],
  }
  const statuses: Made['statuses'] = {}
  for (const demand of trade.demands) {
    const isOdd = demand === odd
    let form = isOdd ? kind.odd!.form : kind.form
    if (demand.kind === 'language')
      form = form === 'absent' || form === 'listed' || form === 'denied' ? 'absent' : 'shown'
    const line = form === 'absent' ? null : demand[form]
    statuses[demand.id] = { status: statusOf[form], evidence: line && form !== 'denied' ? [line[side]] : [] }
    if (!line) continue
    if (form === 'listed') draft.listed = [...draft.listed, line]
    else if (demand.kind === 'language') draft.languages.push(line)
    else if (form === 'denied') draft.notes.push(line)
    else if (demand.kind === 'degree') draft.school.unshift(line)
    else if (demand.kind === 'licence') draft.papers.push(line)
    else if (form === 'lesser') draft.listed = [...draft.listed, line]
    else own.push(line)
  }
  const title = kind.retitled ? trade.alsoCalled : trade.title
  const extra = (step: number) => fillers[(seed + step) % fillers.length]!
  const main: Post = post
    ? { title: post.title, lines: [...post.lines, ...own, extra(0)], from: start, to: left }
    : { title, lines: [...own, ...trade.daily.slice(0, 2), extra(0), extra(1)], from: start, to: left }
  // A link to the trade but no lines of it: nothing is said of the demands in the posts before or after.
  const posts: Post[] = [main]
  const other = elsewhere[(seed % 3) + 1]!
  if (left >= 0) posts.unshift({ ...other, lines: [...other.lines, extra(2)], from: left - 1, to: -1 })
  posts.push({ ...elsewhere[(seed + 1) % 3]!, from: start + 26, to: start + 1 })
  const share = worked / (trade.years * 12)
  const yearsStatus: Status = post ? 'missing' : share >= 1 ? 'met' : share >= 0.5 ? 'partly' : 'missing'
  statuses.years = { status: yearsStatus, evidence: post ? [] : [main.title[side]] }
  if (kind.form === 'listed') draft.listed = [trade.title, ...draft.listed]
  if (draft.languages.length === 0) draft.languages.push(['Français : langue maternelle', 'French: native'])
  return { text: write({ ...draft, posts }, side, seed), statuses }
}

function makeAdvert(trade: Trade, side: Side, seed: number): string {
  const years =
    side === 0
      ? `Au moins ${trade.years} an${trade.years > 1 ? 's' : ''} d’expérience en tant que ${trade.title[0].toLowerCase()}`
      : `At least ${trade.years} year${trade.years > 1 ? 's' : ''} of experience as a ${trade.title[1]}`
  const asked = (must: boolean) => trade.demands.filter((one) => one.must === must).map((one) => `- ${one.asked[side]}`)
  const words =
    side === 0
      ? ['Vos missions', 'Profil recherché', 'Ce serait un plus', 'Nous offrons un treizième mois et une mutuelle.']
      : ['Your tasks', 'What you need', 'Nice to have', 'We offer a pension plan and a thirteenth month.']
  return [
    `${trade.title[side]}${side === 0 ? ' (H/F)' : ''}`,
    `${towns[seed % towns.length]!} - ${side === 0 ? 'CDI' : 'permanent'}`,
    '',
    `${words[0]} :`,
    ...trade.missions.map((one) => `- ${one[side]}`),
    '',
    `${words[1]} :`,
    `- ${years}`,
    ...asked(true),
    '',
    `${words[2]} :`,
    ...asked(false),
    '',
    words[3]!,
  ].join('\n')
}

/** A bench, the same at every call: each trade's advert, every second one in English, with CVs of every kind. */
export function makeMatchSet(trades: readonly Trade[]): MatchSet {
  const set: MatchSet = { offers: [], candidates: [], qrels: {}, requirements: {}, explain: {} }
  for (const [at, trade] of trades.entries()) {
    const side = (at % 2) as Side
    const grades: Record<string, number> = {}
    const kindOf: Record<string, string> = {}
    const judged: Record<string, Made['statuses']> = {}
    for (const [step, [name, kind]] of Object.entries(kinds).entries()) {
      const id = `${trade.id}-${name}`
      const made = makeCandidate(trade, kind, (kind.otherSide ? 1 - side : side) as Side, at * 5 + step)
      set.candidates.push({ id, text: made.text })
      grades[id] = kind.grade
      kindOf[id] = name
      if (kind.judged) judged[id] = made.statuses
    }
    for (const other of [1, 3]) {
      const id = `${trades[(at + other) % trades.length]!.id}-ideal`
      grades[id] = 0
      kindOf[id] = 'other_trade'
    }
    set.offers.push({ id: trade.id, text: makeAdvert(trade, side, at) })
    set.qrels[trade.id] = { pool: Object.keys(grades), grades, kinds: kindOf }
    const years =
      side === 0
        ? `${trade.years} ans d’expérience en tant que ${trade.title[0].toLowerCase()}`
        : `${trade.years} years of experience as a ${trade.title[1]}`
    set.requirements[trade.id] = [
      { id: 'years', text: years, must: true },
      ...trade.demands.map((demand) => ({ id: demand.id, text: demand.asked[side], must: demand.must })),
    ]
    set.explain[trade.id] = judged
  }
  return set
}
