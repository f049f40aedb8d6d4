import { monthIndex, monthsCovered } from '../../src/kit/month.ts'
import type { RequirementJudgement, RequirementStatus } from '../../src/model/match.ts'
import { foldSame, yearsIn } from './dates.ts'
import { concepts } from './lexicon/lexicon.ts'
import type { OfferReading } from './readOffer.ts'
import { nothingNamed, type TitleNearness } from './titleNearness.ts'
import { says, spanOf, type JobReading, type Passage, type ProfileReading } from './readProfile.ts'
import { categoriesIn, degreeIn, drivingCategories, drivingCategory, drivingCovers } from './papers.ts'
import type { RequirementReading } from './readRequirement.ts'

/** A judgement with what the score needs. What it quotes is cut from the text only when somebody sees it. */
export interface Judged extends Omit<RequirementJudgement, 'quote' | 'marks'> {
  /** In [0,1]: what the requirement is worth to its term. */
  value: number
  cite: (() => Citation) | null
}

/** The words that prove, and which of them decide. */
type Citation = Pick<RequirementJudgement, 'quote' | 'marks'>

/** The judgement as it is shown. */
export function shown({ value: _value, cite, ...judged }: Judged): RequirementJudgement {
  return { ...judged, ...(cite ? cite() : { quote: '', marks: [] }) }
}

export interface CandidateJudgement {
  judged: Judged[]
  /** Best occupation value, its recency included; null when the profile has no dated job. */
  occupation: number | null
  months: number
  asked: number
  /** Months since the occupation was last held; null when never. */
  gap: number | null
  /** Share of the offer's words that dated jobs and certificates speak of. */
  overlap: number | null
}

/** A passage at least this near says what the requirement says. */
export const saysItFrom = 0.6
/** Nearer than this but below `saysItFrom`, it says something of the kind. */
export const touchesFrom = 0.45
/** What a denial must share with the requirement. */
const deniesFrom = 0.55

/** What the years asked are worth when they were spent in a neighbouring trade. */
export const adjacentWorth = 0.4
/** What silence is worth to who does the very job: of a skill, and of a paper or a language. */
export const silentInTrade = 0.28
export const silentPaper = 0.2

export const recencyOf = (gapMonths: number): number => {
  if (gapMonths <= 36) return 1
  if (gapMonths >= 108) return 0.25
  return 1 - ((gapMonths - 36) / 72) * 0.55
}

interface JobView {
  job: JobReading
  nearness: number
  months: number
  gap: number
  span: { from: number; to: number } | null
}

/** What is read of a passage once for all requirements. */
interface Heard {
  /** The words near to anything asked: where they stand in the passage, and how near each is to what. */
  at: number[]
  rows: Float32Array[]
  folded: () => string
}
type Hear = (passage: Passage) => Heard

function createHear(offer: OfferReading): Hear {
  const heard = new Map<Passage, Heard>()
  return (passage) => {
    const known = heard.get(passage)
    if (known) return known
    const { words } = passage
    const at: number[] = []
    const rows: Float32Array[] = []
    for (let i = 0; i < words.length; i += 1) {
      const row = offer.nearness(words[i]!)
      if (row === null) continue
      at.push(i)
      rows.push(row)
    }
    let folded: string | null = null
    const read = { at, rows, folded: () => (folded ??= foldSame(passage.text)) }
    heard.set(passage, read)
    return read
  }
}

/** Judges one profile against one offer as of a month (`YYYY-MM`); nothing else enters. */
export function judge(offer: OfferReading, profile: ProfileReading, asOf: string): CandidateJudgement {
  const now = monthIndex(asOf, 'end') ?? 0
  const hear = createHear(offer)
  const isQualified = holdsDiploma(offer, profile)
  const jobs = profile.jobs.map((job): JobView => {
    const span = spanOf(job, asOf)
    const named = job.title ? offer.titleNearness(offer.titleNumber(job.title)) : nothingNamed
    const nearness = nearnessOf(offer, job, named, isQualified, hear)
    return { job, nearness, span, months: span ? span.to - span.from + 1 : 0, gap: span ? now - span.to : 120 }
  })
  const same = jobs.filter((view) => view.nearness >= 0.75)
  const spans = same.filter((view) => view.span !== null && !view.job.trainee).map((view) => view.span!)
  const withTrainee = monthsCovered(same.filter((view) => view.span !== null).map((view) => view.span!))
  const held = monthsCovered(spans)
  const months = held + Math.floor((withTrainee - held) / 2)
  const gap = same.length > 0 ? Math.min(...same.map((view) => view.gap)) : null
  const occupationRequirement = offer.requirements.find((requirement) => requirement.kind === 'occupation')
  const asked = occupationRequirement?.months ?? 0
  let occupation: number | null = profile.jobs.length > 0 ? 0 : null
  for (const view of jobs) occupation = Math.max(occupation ?? 0, view.nearness * recencyOf(view.gap))
  // What shares no word and no concept with the offer can prove nothing of it: most passages end here.
  const hot = profile.passages.filter((passage) => isHot(offer, passage))
  const judged = offer.requirements.map((requirement, index) => {
    if (requirement.kind === 'occupation') return judgeOccupation(requirement, same, jobs, months, gap, profile)
    if (requirement.kind === 'language') return judgeLanguage(requirement, profile)
    return judgeProof(offer, requirement, index, hot, jobs, hear)
  })
  // Who does the very job and does not mention one of its skills more likely has it than somebody of another trade.
  for (const [index, one] of judged.entries()) {
    const { kind } = offer.requirements[index]!
    if (one.status === 'unknown' && same.length > 0)
      one.value = kind === 'skill' || kind === 'other' ? silentInTrade : silentPaper
  }
  return { judged, occupation, months, asked, gap, overlap: overlapOf(offer, hot, jobs, hear) }
}

function isHot(offer: OfferReading, { says: said, words, concepts }: Passage): boolean {
  if ((said & says.paper) !== 0) return true
  for (let at = 0; at < words.length; at += 1) if (offer.isAsked(words[at]!)) return true
  for (let at = 0; at < concepts.length; at += 1) if (offer.concepts.has(concepts[at]!)) return true
  return false
}

/**
 * The occupation of a job: by its title's name; and where the lexicon does not know the name, or knows it for a near
 * trade, by what the title and the job's lines speak of and what they prove. `index/scoreBound.ts` knows what this can
 * give at most: whoever changes a rule here looks there too (its test compares with everyone computed).
 */
function nearnessOf(
  offer: OfferReading,
  job: JobReading,
  named: TitleNearness,
  isQualified: boolean,
  hear: Hear,
): number {
  const isWhole = job.reading.covered >= 1 && job.reading.occupation !== null
  const mayBeMore = named.value >= 0.5 && named.topic >= 0.8 && named.topical >= 2 && !isWhole
  if ((named.known && named.value < 0.8 && !mayBeMore) || (named.value >= 0.8 && isWhole)) return named.value
  const { proven, asked } = provenBy(offer, job, hear)
  // Known for a neighbour by part of its words, but made of this trade's and shown to be it.
  if (named.known && named.value < 0.8) return proven >= 2 ? 0.8 : named.value
  const lines = job.passages.filter((passage) => !passage.head && (passage.says & says.beside) === 0)
  let about = 0
  for (const passage of lines) {
    let most = 0
    for (const word of passage.words) if (offer.wordWeight(word) === 1) most = Math.max(most, offer.aboutTrade(word))
    if (most >= 0.75) about += 1
  }
  const share = lines.length === 0 ? 0 : about / lines.length
  // 'Computer maintenance technician': the name is the one sought, but neither the rest nor any line speaks of it.
  if (named.value >= 0.8)
    return job.passages.length >= 3 && named.topic < 0.7 && proven === 0 && share < 0.2 ? 0.5 : named.value
  const strong = proven >= 3 || (proven >= 2 && proven * 2 >= asked)
  // A title of many words of the trade is of the trade, whatever its head.
  if (named.topic >= 0.8 && named.topical >= 3) return Math.max(named.value, 0.85)
  // 'Scheduler in a security firm': the head names another trade, though the rest speaks of this one.
  if (!named.headed) {
    if (proven >= 3 && proven * 2 >= asked) return Math.max(named.value, 0.8)
    return proven >= 2 ? Math.max(named.value, 0.5) : Math.min(named.value, 0.5)
  }
  if (named.topic >= 0.6 && (proven >= 1 || share >= 0.25)) return Math.max(named.value, 0.9)
  // A title made of the trade's own words needs no line to say so.
  if (named.topic >= 0.8 && named.topical >= 2) return Math.max(named.value, 0.85)
  if (strong) return Math.max(named.value, 0.8)
  if (named.topic >= 0.3 && (proven >= 1 || share >= 0.4)) return Math.max(named.value, 0.75)
  // Who holds the diploma of the trade and worked with its matter worked in it.
  if (isQualified && (named.topic >= 0.3 || proven >= 1)) return Math.max(named.value, 0.75)
  if (named.topic >= 0.5 || proven >= 1) return Math.max(named.value, 0.5)
  return named.value
}

/** Whether the profile holds a diploma that the offer must have, one of a trade by name. */
function holdsDiploma(offer: OfferReading, profile: ProfileReading): boolean {
  return offer.requirements.some(
    (requirement) =>
      requirement.kind === 'degree' &&
      requirement.source.need !== 'nice' &&
      profile.passages.some(
        (passage) =>
          (passage.says & (says.denied | says.progress | says.list)) === 0 &&
          passage.concepts.some((concept) => requirement.concepts.has(concept) && concepts[concept]!.kind === 'degree'),
      ),
  )
}

function provenBy(offer: OfferReading, job: JobReading, hear: Hear): { proven: number; asked: number } {
  let proven = 0
  let asked = 0
  offer.requirements.forEach((requirement, index) => {
    if (requirement.kind !== 'skill' && requirement.kind !== 'other') return
    asked += 1
    if (
      job.passages.some(
        (passage) =>
          !passage.head &&
          (passage.says & (says.beside | says.denied)) === 0 &&
          similarity(offer, requirement, index, passage, hear).value >= 0.75,
      )
    )
      proven += 1
  })
  return { proven, asked }
}

interface Similarity {
  value: number
  /** Places in the passage's words that decided. */
  hits: number[]
}

const nothing: Similarity = { value: 0, hits: [] }

/** How much of a requirement a passage says, in [0,1]. */
function similarity(
  offer: OfferReading,
  requirement: RequirementReading,
  index: number,
  passage: Passage,
  hear: Hear,
): Similarity {
  let best = isNamedIn(requirement, passage) ? namedOnly : nothing
  const { at: places, rows } = hear(passage)
  if (rows.length === 0) return best
  for (const facet of offer.facets[index]!) {
    let sum = 0
    const hits: number[] = []
    for (let k = 0; k < facet.words.length; k += 1) {
      const asked = facet.words[k]!
      let near = 0
      let at = -1
      for (let i = 0; i < rows.length; i += 1) {
        const value = rows[i]![asked]!
        if (value > near) {
          near = value
          at = places[i]!
        }
      }
      if (near > 0) {
        sum += near * facet.weights[k]!
        hits.push(at)
      }
    }
    const value = Math.min(1, (sum / facet.total) * facet.worth)
    if (value > best.value) best = { value, hits }
    else if (best === namedOnly && hits.length > 0) best = { value: namedOnly.value, hits }
  }
  return best
}

/** The lexicon says it, whatever the words. */
const namedOnly: Similarity = { value: 0.95, hits: [] }

/** Whether the lexicon finds in a passage one of the very things asked. */
function isNamedIn({ concepts: asked }: RequirementReading, { concepts: named }: Passage): boolean {
  if (asked.size > 0) for (let at = 0; at < named.length; at += 1) if (asked.has(named[at]!)) return true
  return false
}

/** How much of what a passage denies is what the requirement asks. */
function denialOf(
  offer: OfferReading,
  requirement: RequirementReading,
  index: number,
  passage: Passage,
  hear: Hear,
): number {
  const folded = hear(passage).folded()
  if (requirement.driving) return deniesDriving(requirement.driving, folded) ? 1 : 0
  const forward = similarity(offer, requirement, index, passage, hear)
  if (!isNamedIn(requirement, passage)) {
    // A denied paper is that paper and no other, and no skill.
    if (noDrivingLicence.test(folded)) return 0
    const names = (kind: (concept: number) => boolean) => passage.concepts.some(kind)
    const isPaper = (concept: number) => concepts[concept]!.kind !== 'skill'
    if (names(isPaper) && (requirement.kind === 'skill' || [...requirement.concepts.keys()].some(isPaper))) return 0
    // A denied skill is no paper of its name, a denied paper no skill.
    if (requirement.kind === 'degree' && !deniedPaper.test(folded)) return 0
    if (
      requirement.kind === 'skill' &&
      deniedPaper.test(folded) &&
      !deniedPaper.test(foldSame(requirement.source.text))
    )
      return 0
  }
  const facet = offer.facets[index]![0]
  if (!facet || passage.words.length === 0) return forward.value
  let shared = 0
  let total = 0
  // 'No CACES', 'no practice of negotiation': one thing is denied, and the requirement has it by that very word.
  let denied = 0
  let named = 0
  for (let i = 0; i < passage.words.length; i += 1) {
    const weight = offer.wordWeight(passage.words[i]!)
    if (weight < 1 || denyingWord.test(offer.wordOf(passage.words[i]!))) continue
    total += weight
    denied += 1
    const row = offer.nearness(passage.words[i]!)
    if (row === null) continue
    let near = 0
    for (const other of offer.facets[index]!)
      for (const asked of other.words) if (offer.words[asked]!.weight >= 1 && row[asked]! > near) near = row[asked]!
    shared += weight * near
    if (near >= 0.99) named += 1
  }
  if (total === 0) return forward.value
  if (denied === 1 && named === 1 && forward.value >= 0.2) return Math.max(forward.value, deniesFrom)
  // What is denied must be named by it, not only share its field.
  return forward.value < 0.4 ? forward.value : Math.max(forward.value, shared / total)
}

const noDrivingLicence =
  /\bpermis\b(?! (?:de construire|feu))|\bdriv\w+ (?:licen[cs]e|permit)\b|\bdriver'?s licen[cs]e\b|\b(?:not|cannot|unable to|does not|don't) drive\b(?! \w)|\bne (?:conduis|conduit) pas\b/

const deniedPaper =
  /\bdiplom\w*|\bdegree\w*|\bqualif\w*|\bcertif\w*|\btitre\b|\btitulaire\b|\bhabilit\w*|\blicen[cs]e\w*|\bcard\b|\bcarte\b|\bautodidacte\b|\bself-taught\b|\bformation\b|\btraining\b|\bbac\b|\betudes\b|\bschool\w*|\buniversity\b/

/** 'No CE licence' is said of the CE; 'no driving licence' of all. */
function deniesDriving(wanted: string, folded: string): boolean {
  if (!noDrivingLicence.test(folded)) return false
  const denied = drivingCategories(folded)
  return denied.length === 0 || denied.some((one) => one === wanted || one === 'B')
}

/** Words that deny or that say what is denied is a habit; none of them is what is denied. */
const denyingWord =
  /^(?:made?|making|given|led|run|ran|managed|handled|produced|practi[sc]ed|experience|gere|mene|conduit|effectue|realise|produit|pratique|practice|no|not|never|non|pas|jamais|sans|aucune?s?|without|ne|ni|nor|any|have|has|had|used|utilisee?s?|apprendre|learn|learnt|still|yet|jour|date|souhaite|possede|hold|holds|held|titulaires?|self|taught|autodidacte|reste|does|do|don|doesn|worked|travaille|fait|done|encore|actually|currently|actuellement)$/

function judgeOccupation(
  requirement: RequirementReading,
  same: JobView[],
  jobs: JobView[],
  months: number,
  gap: number | null,
  profile: ProfileReading,
): Judged {
  const latest = [...same].sort((a, b) => a.gap - b.gap || b.months - a.months || a.job.line - b.job.line)[0]
  const asked = requirement.months
  const near = jobs.filter((view) => view.nearness >= 0.5 && view.span !== null && view.gap < 108)
  const nearMonths = monthsCovered(near.map((view) => view.span!))
  const base = { id: requirement.source.id, detail: { months, asked, ...(gap === null ? {} : { gap }) } }
  if (!latest) {
    return {
      ...base,
      status: 'missing',
      cite: null,
      line: -1,
      reason: profile.jobs.length === 0 ? 'silent' : 'no-such-job',
      value: adjacentWorth * Math.min(1, nearMonths / Math.max(1, asked)),
      ...(profile.jobs.length === 0 ? { status: 'unknown' as const } : {}),
    }
  }
  const cite = (): Citation => {
    const quote = profile.profile.lines[latest.job.line]!.text
    const at = quote.indexOf(latest.job.title)
    return { quote, marks: at >= 0 ? [{ start: at, end: at + latest.job.title.length }] : [] }
  }
  const share = asked === 0 ? 1 : months / asked
  const proof = { ...base, cite, line: latest.job.line }
  // One month short of the years asked is how people round.
  if (months >= asked - 1) {
    const old = gap !== null && gap >= 96
    return { ...proof, status: 'met', reason: old ? 'old' : 'in-job', value: old ? 0.6 : 1 }
  }
  if (share >= 0.5)
    return { ...proof, status: 'partly', reason: 'too-few-years', value: 0.6 + 0.35 * (share - 0.5) * 2 }
  return { ...proof, status: 'missing', reason: 'too-few-years', value: share * 0.6 }
}

function judgeLanguage(requirement: RequirementReading, profile: ProfileReading): Judged {
  const spoken = profile.languages
    .filter((language) => requirement.languages.includes(language.code))
    .sort((a, b) => b.level - a.level)[0]
  if (!spoken) return silent(requirement)
  const { passage } = spoken
  const proof = {
    id: requirement.source.id,
    cite: () => ({ quote: passage.text, marks: [{ start: 0, end: passage.text.length }] }),
    line: passage.line,
    detail: { level: spoken.level, asked: requirement.level },
  }
  if ((passage.says & says.denied) !== 0) return { ...proof, status: 'missing', reason: 'denied', value: 0 }
  if (spoken.level === 0) return { ...proof, status: 'partly', reason: 'level-unknown', value: 0.5 }
  // 'Fluent' and 'good level' are said loosely: half a level is no gap.
  if (spoken.level >= requirement.level - 0.5 || (requirement.level >= 5 && spoken.level >= 4))
    return { ...proof, status: 'met', reason: 'level', value: 1 }
  if (spoken.level >= requirement.level - 1.5) return { ...proof, status: 'partly', reason: 'level-below', value: 0.6 }
  return { ...proof, status: 'missing', reason: 'level-below', value: 0.1 }
}

const silent = (requirement: RequirementReading): Judged => ({
  id: requirement.source.id,
  status: 'unknown',
  cite: null,
  line: -1,
  reason: 'silent',
  detail: {},
  value: 0.1,
})

interface Proof {
  passage: Passage
  status: RequirementStatus
  reason: string
  value: number
  near: Similarity
}

function judgeProof(
  offer: OfferReading,
  requirement: RequirementReading,
  index: number,
  passages: readonly Passage[],
  jobs: readonly JobView[],
  hear: Hear,
): Judged {
  let best: Proof | null = null
  let denial: Proof | null = null
  let notions: Proof | null = null
  for (const passage of passages) {
    if ((passage.says & says.denied) !== 0) {
      const strength = denialOf(offer, requirement, index, passage, hear)
      if (strength >= deniesFrom && (!denial || strength > denial.near.value)) {
        denial = { passage, status: 'missing', reason: 'denied', value: 0, near: { value: strength, hits: [] } }
      }
      continue
    }
    const proof = prove(offer, requirement, index, passage, jobs, hear)
    if (proof?.reason === 'notions' && passage.job < 0 && proof.near.value >= 0.7) notions = proof
    if (
      proof &&
      (!best || proof.value > best.value || (proof.value === best.value && proof.near.value > best.near.value))
    )
      best = proof
  }
  // Who calls it notions knows best.
  if (notions && best && best.status === 'met') best = notions
  // Who says outright not to have it is believed; inside a job's lines only where nothing shows the contrary.
  if (denial && (!best || denial.passage.job < 0 || best.status !== 'met')) best = denial
  if (!best) return silent(requirement)
  const { passage, near } = best
  return {
    id: requirement.source.id,
    status: best.status,
    line: passage.line,
    reason: best.reason,
    detail: {},
    value: best.value,
    cite: () => ({
      quote: passage.text,
      marks: near.hits
        .map((at) => ({ start: passage.wordStarts[at]! - passage.start, end: passage.wordEnds[at]! - passage.start }))
        .sort((a, b) => a.start - b.start),
    }),
  }
}

function prove(
  offer: OfferReading,
  requirement: RequirementReading,
  index: number,
  passage: Passage,
  jobs: readonly JobView[],
  hear: Hear,
): Proof | null {
  // A job's title and employer claim nothing but the occupation; a degree's title is the degree.
  const paper = requirement.kind === 'licence' || requirement.kind === 'degree'
  if (passage.head && !(paper && passage.section === 'education')) return null
  let near = similarity(offer, requirement, index, passage, hear)
  // Of these the words alone decide: what does not touch them proves nothing.
  if (requirement.driving === '' && requirement.kind !== 'degree' && near.value < touchesFrom) return null
  const folded = paper && (passage.says & says.named) !== 0 ? hear(passage).folded() : ''
  let shortfall = ''
  if (requirement.driving) {
    if (passage.section === 'experience') return null
    const held = drivingCategories(folded)
    if (held.length === 0) return null
    near = { value: held.some((one) => drivingCovers(one, requirement.driving)) ? 1 : 0, hits: near.hits }
  } else if (paper && drivingCategory(folded) !== '' && near.value < 0.95) {
    return null
  } else if (requirement.categories.length > 0 && near.value >= touchesFrom) {
    const held = categoriesIn(hear(passage).folded())
    if (
      held.length > 0 &&
      !requirement.categories.every((category) =>
        held.some((other) => other === category || other.startsWith(category)),
      )
    )
      shortfall = 'category-below'
  } else if (requirement.kind === 'degree') {
    const known = passage.concepts.some(
      (concept) => requirement.concepts.has(concept) && concepts[concept]!.kind === 'degree',
    )
    const level = degreeIn(folded)
    if (requirement.degree !== null && level !== null && level < requirement.degree) return null
    if (!known) {
      if (passage.section !== 'education' && passage.section !== 'certificates' && level === null && near.value < 0.8)
        return null
      if (requirement.degree !== null && (level === null || level < requirement.degree)) {
        if (level === null && near.value < 0.8) return null
        if (level !== null) return null
      }
      near = { value: fieldNearness(offer, requirement, index, passage, near, hear), hits: near.hits }
    }
  }
  // Where the paper asked is a known one, words in common with another paper are not it.
  const named = paper && [...requirement.concepts.keys()].some((concept) => concepts[concept]!.kind !== 'skill')
  const highEnough =
    requirement.kind === 'degree' &&
    near.value >= saysItFrom &&
    degreeIn(folded) !== null &&
    openDegree.test(foldSame(requirement.source.text))
  if (named && !highEnough && near.value < 0.85 && !isNamedIn(requirement, passage)) return null
  if (near.value < touchesFrom) return null
  const full = near.value >= saysItFrom
  const inProgress = (passage.says & says.progress) !== 0 && (paper || passage.job < 0)
  if (inProgress) return full ? { passage, status: 'partly', reason: 'in-progress', value: 0.4, near } : null
  const notions =
    (passage.says & says.notions) !== 0 &&
    !requirement.notionsSuffice &&
    !(paper && basicPaper.test(hear(passage).folded()))
  if (passage.job >= 0) {
    if (paper && passage.section === 'experience' && (near.value < 0.75 || !speaksOfPaper(requirement, passage)))
      return null
    const view = jobs[passage.job]!
    if (view.nearness < 0.3 || (view.nearness < 0.75 && (passage.says & says.beside) !== 0)) return null
    const recency = recencyOf(view.gap)
    const trust = view.nearness >= 0.5 ? 1 : 0.8
    if (notions) return full ? { passage, status: 'partly', reason: 'notions', value: 0.4, near } : null
    if (!full) return view.nearness >= 0.5 ? { passage, status: 'partly', reason: 'touches', value: 0.4, near } : null
    if ((passage.says & says.weak) !== 0 && near.value < 0.85)
      return { passage, status: 'partly', reason: 'lesser-form', value: 0.45, near }
    return {
      passage,
      status: shortfall ? 'partly' : 'met',
      reason: shortfall || 'in-job',
      value: (shortfall ? 0.5 : 1) * (0.55 + 0.45 * recency) * trust,
      near,
    }
  }
  if (!full) return null
  if (notions) return { passage, status: 'partly', reason: 'notions', value: 0.35, near }
  if (passage.section === 'certificates' || passage.section === 'education') {
    if (shortfall) return { passage, status: 'partly', reason: shortfall, value: 0.45, near }
    if (paper || passage.section === 'certificates') {
      if (paper && expired(passage.text)) return { passage, status: 'partly', reason: 'expired', value: 0.5, near }
      return {
        passage,
        status: 'met',
        reason: requirement.kind === 'degree' ? 'degree' : 'certificate',
        value: 1,
        near,
      }
    }
    // A diploma's title is the diploma; a course by the skill's name is a beginning.
    if (isDegree(passage)) return null
    return near.value >= 0.95 ? { passage, status: 'partly', reason: 'studied', value: 0.4, near } : null
  }
  if (passage.section === 'skills')
    return { passage, status: 'partly', reason: 'in-list', value: paper ? 0.55 : 0.35, near }
  if (paper && passage.section === 'other') return { passage, status: 'met', reason: 'certificate', value: 0.9, near }
  return near.value >= 0.8
    ? {
        passage,
        status: 'partly',
        reason: passage.section === 'projects' ? 'project' : 'headline',
        value: passage.section === 'projects' ? 0.5 : 0.25,
        near,
      }
    : null
}

const isDegree = (passage: Passage): boolean =>
  (passage.says & says.named) !== 0 && degreeIn(foldSame(passage.text)) !== null

/** Asks for a level in a field, which many diplomas are; 'BTS CG' and 'DEAS' are one each. */
const openDegree = /\bmasters?\b|\bbachelor|\blicence\b|\bbac ?\+|\bdegree\b|\bingenieur|\bdoctora|\bsuperieur/

/** A 'basic certificate' is held; 'basics of' is not. */
const basicPaper = /\b(?:basic|de base|introductory|initiation|initiale?)\b/

/** Whether a line of a job tells of a paper, not only of work of that name. */
const speaksOfPaper = (requirement: RequirementReading, passage: Passage): boolean =>
  (passage.says & says.paper) !== 0 ||
  passage.concepts.some((concept) => requirement.concepts.has(concept) && concepts[concept]!.kind !== 'skill')

const expired = (text: string): boolean => {
  const folded = foldSame(text)
  return (
    /\bexpire\w*\b|\bperime\w*\b|\blapsed\b|\bout of date\b/.test(folded) &&
    !/\bexpir\w+ (?:en|in|le|on)? ?20[3-9]/.test(folded) &&
    yearsIn(folded).every((year) => year < 2026)
  )
}

/** Whether a degree is in the field asked: the words that are not of level. */
function fieldNearness(
  offer: OfferReading,
  requirement: RequirementReading,
  index: number,
  passage: Passage,
  near: Similarity,
  hear: Hear,
): number {
  const facet = offer.facets[index]![0]
  if (!facet) return near.value
  const field = [...facet.words].filter((at) => offer.words[at]!.weight >= 1 && !levelWord.test(offer.words[at]!.word))
  if (field.length === 0) return requirement.degree === null ? near.value : 0.7
  // 'Paie, RH ou comptabilité': one of them is enough.
  const anyWill = /\s(?:ou|or)\s/i.test(requirement.source.text)
  const { rows } = hear(passage)
  let best = near.value
  let sum = 0
  let most = 0
  for (const asked of field) {
    let value = 0
    for (const row of rows) value = Math.max(value, row[asked]!)
    sum += value
    most = Math.max(most, value)
  }
  const share = anyWill && most >= 0.75 ? Math.max(0.5, sum / field.length) : sum / field.length
  best = Math.max(best, share >= 0.5 ? 0.65 : 0)
  return share < 0.3 ? Math.min(best, touchesFrom - 0.01) : best
}
const levelWord =
  /^(?:pro|bp|brevet|professionnel|professionnelle|mention|titre|hnd|btec|minimum|master|masters|licence|bachelor|bts|dut|cap|bep|bac|baccalaureat|diplome|degree|diploma|doctorat|msc|ba|bsc|but|2|5|3|etat|state|university|universitaire|superieur|higher|niveau|level|formation|equivalent|equal)$/

function overlapOf(
  offer: OfferReading,
  passages: readonly Passage[],
  jobs: readonly JobView[],
  hear: Hear,
): number | null {
  if (offer.overlapWords.length === 0) return null
  const covered = new Float64Array(offer.words.length)
  for (const passage of passages) {
    if ((passage.says & (says.denied | says.list)) !== 0) continue
    if (passage.job >= 0 && jobs[passage.job]!.nearness < 0.3) continue
    for (const row of hear(passage).rows)
      for (const asked of offer.overlapWords) if (row[asked]! > covered[asked]!) covered[asked] = row[asked]!
  }
  let sum = 0
  for (const asked of offer.overlapWords) sum += covered[asked]!
  return sum / offer.overlapWords.length
}
