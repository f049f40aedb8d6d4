import { monthIndex } from '../../../src/kit/month.ts'
import { termNames } from '../../../src/model/match.ts'
import { adjacentWorth, recencyOf, saysItFrom, silentInTrade, silentPaper, touchesFrom } from '../judge.ts'
import { occupationNearness, occupations } from '../lexicon/lexicon.ts'
import type { OfferReading } from '../readOffer.ts'
import { nothingNamed, type TitleNearness } from '../titleNearness.ts'
import { weightsOf } from '../score.ts'
import type { Vocabulary } from '../vocabulary.ts'
import { mustScale, neutralValues } from '../weights.ts'
import { places } from './postings.ts'
import { type CandidateIndex, conceptTerm, presentMonth, wordTerm } from './candidateIndex.ts'

/** From this nearness on a job counts as the occupation offered (see `judge`). */
const sameFrom = 0.75
/** From this one on it is a neighbour whose years count for less. */
const nearFrom = 0.5
/** What a skill or paper that a CV touches without saying it is worth at most. */
const touchedWorth = 0.4
/** And a paper that only a list of skills names. */
const listedPaper = 0.55
/** Everywhere but in a list of skills or languages, and the name. */
const outside = places.title | places.organisation | places.school | places.body

/** From this similarity on a job's line proves a requirement, as `provenBy` in `judge` counts them. */
const provesFrom = 0.75

/** How far a record may speak of a requirement: see the limits above. */
const levels = { silent: 0, touches: 1, says: 2, proves: 3 } as const
/** Rounding on the way to a nearness never lifts it by more. */
const rounding = 1e-9

const levelOf = (said: number): number =>
  said + rounding >= provesFrom
    ? levels.proves
    : said + rounding >= saysItFrom
      ? levels.says
      : said + rounding >= touchesFrom
        ? levels.touches
        : levels.silent

/** Words of a requirement beyond so many are not told apart: whoever holds one of them holds all. */
const mostWords = 12

interface Must {
  isNice: boolean
  /** Of those that prove a trade. */
  isSkill: boolean
  weight: number
  /** Adds nothing to an order: driving licences, degrees, whose rules look at more than words. */
  isFree: boolean
  /** By number of a language: 1 when it is one of those asked; null when no language is. */
  languages: Uint8Array | null
  /** By level, elsewhere and in the very trade: what it is worth when only a list says it, and at most. */
  listed: Float64Array
  outside: Float64Array
  /** `other` requirements that nobody speaks of leave the musts altogether. */
  silentLeaves: boolean
  /** Its words as bits of a lane, and by these bits the level they reach. */
  lane: number
  shift: number
  mask: number
  table: Uint8Array
}

/**
 * A score that no candidate can exceed, from the columns and postings alone: what its titles could be worth at most,
 * and which musts hold a word in common with it at all. In logits, `sum` of `score.ts`; ranking computes exactly only
 * those whose bound reaches the best scores.
 */
export function createScoreBound(
  offer: OfferReading,
  index: CandidateIndex,
  vocabulary: Vocabulary,
  asOf: string,
): (record: number) => number {
  const { columns } = index
  const weights = weightsOf(offer)
  const now = monthIndex(asOf, 'end') ?? 0
  const titleBound = titleBounds(offer, index)
  const hasTitles = offer.titles.length > 0
  const occupation = offer.requirements.find(({ kind }) => kind === 'occupation')
  const asked = occupation?.months ?? 0

  const bits = createBits()
  const conceptBits: [number, number][] = []
  const musts: Must[] = []
  offer.requirements.forEach((requirement, at) => {
    const isSkill = requirement.kind === 'skill' || requirement.kind === 'other'
    if (requirement.kind === 'occupation') return
    const conceptBit = musts.length
    if (conceptBit < 32) for (const concept of requirement.concepts.keys()) conceptBits.push([concept, conceptBit])
    const words = [...new Set(offer.facets[at]!.flatMap(({ words: own }) => [...own]))]
    const { lane, shift, mask } = bits.take(words)
    const silentThere = isSkill ? silentInTrade : silentPaper
    const worths = [silentElsewhere, silentThere].map((silent) => {
      const touched = Math.max(touchedWorth, silent)
      const listed = Math.max(isSkill ? touchedWorth : listedPaper, silent)
      return { listed: [silent, touched, listed, listed], outside: [0, 0, 1, 1] }
    })
    musts.push({
      isNice: requirement.source.need === 'nice',
      isSkill,
      weight: Math.max(1, requirement.source.weight),
      isFree: requirement.driving !== '' || requirement.kind === 'degree' || conceptBit >= 32,
      languages:
        requirement.kind === 'language'
          ? Uint8Array.from({ length: index.languageCodes.size }, (_, code) =>
              requirement.languages.includes(index.languageCodes.get(code)) ? 1 : 0,
            )
          : null,
      listed: Float64Array.from(worths.flatMap(({ listed }) => listed)),
      outside: Float64Array.from(worths.flatMap(({ outside }) => outside)),
      silentLeaves: requirement.kind === 'other',
      lane,
      shift,
      mask,
      table: levelTable(offer.facets[at]!, words, mask),
    })
  })
  const overlapBits = bits.takeMany(offer.overlapWords)

  // Which of the words asked a record holds, in their own form or a near one.
  const { lanes } = bits
  const held = new Int32Array(index.size * lanes)
  const proven = new Int32Array(index.size)
  /** The same, lists of skills left out: what only a list says is worth less. */
  const heldOutside = new Int32Array(index.size * lanes)
  const provenOutside = new Int32Array(index.size)
  const bitsOfWord = new Map<number, Int32Array>()
  for (const [column, own] of bits.byColumn) {
    const { word, stem } = offer.words[column]!
    for (const number of vocabulary.near(word, stem).numbers) {
      let all = bitsOfWord.get(number)
      if (!all) bitsOfWord.set(number, (all = new Int32Array(lanes)))
      for (const bit of own) all[bit >> 5]! |= 1 << (bit & 31)
    }
  }
  for (const run of index.runs()) {
    for (const [number, own] of bitsOfWord)
      run.visit(wordTerm(number), (record, where) => {
        const first = record * lanes
        const isOutside = (where & outside) !== 0
        for (let lane = 0; lane < lanes; lane += 1) {
          held[first + lane]! |= own[lane]!
          if (isOutside) heldOutside[first + lane]! |= own[lane]!
        }
      })
    for (const [concept, bit] of conceptBits)
      run.visit(conceptTerm(concept), (record, where) => {
        proven[record]! |= 1 << bit
        if ((where & outside) !== 0) provenOutside[record]! |= 1 << bit
      })
  }

  // Terms of which nothing is computed here: at best all of their range, or nothing when the offer does not ask them.
  const speaksOf = (...kinds: string[]) => offer.requirements.some(({ kind }) => kinds.includes(kind))
  let rest = 0
  for (const name of termNames) {
    if (name === 'occupation' || name === 'experience' || name === 'musts') continue
    if (name === 'nices' || name === 'languages' || name === 'overlap') continue
    if (name === 'degrees' && !speaksOf('degree', 'licence')) continue
    rest += weights[name] * Math.max(0, 1 - neutralValues[name])
  }

  const mustCount = musts.filter(({ isNice }) => !isNice).length
  const niceWeight = musts.reduce((sum, { isNice, weight }) => sum + (isNice ? weight : 0), 0)
  const said = new Uint8Array(musts.length)
  const saidOutside = new Uint8Array(musts.length)
  // Looked up once: this runs for every record.
  const [jobTitle, jobFrom, jobTo] = [columns.jobTitle.values, columns.jobFrom.values, columns.jobTo.values]
  const [firstJobs, firstLanguages] = [columns.firstJob.values, columns.firstLanguage.values]
  const [languageOf, recordCount] = [columns.language.values, index.size]
  const [jobCount, languageCount] = [columns.jobTitle.size, columns.language.size]
  const overlapCount = overlapBits.length
  return (record) => {
    let total = rest
    // What it says of each requirement at most, and how many of them it could prove in one job.
    let provable = 0
    const first = record * lanes
    for (let at = 0; at < musts.length; at += 1) {
      const { isFree, languages, isSkill, lane, shift, mask, table } = musts[at]!
      let all: number = levels.silent
      let own: number = levels.silent
      if (isFree) own = all = levels.proves
      else if (languages) {
        const to = record + 1 < recordCount ? firstLanguages[record + 1]! : languageCount
        for (let row = firstLanguages[record]!; row < to; row += 1)
          if (languages[languageOf[row]!] === 1) own = all = levels.proves
      } else {
        all = (proven[record]! & (1 << at)) === 0 ? table[(held[first + lane]! >>> shift) & mask]! : levels.proves
        if (all !== levels.silent)
          own = (provenOutside[record]! & (1 << at)) === 0 ? table[(heldOutside[first + lane]! >>> shift) & mask]! : levels.proves // prettier-ignore
      }
      said[at] = all
      saidOutside[at] = own
      if (isSkill && own === levels.proves) provable += 1
    }
    const firstJob = firstJobs[record]!
    const end = record + 1 < recordCount ? firstJobs[record + 1]! : jobCount
    let best = 0
    let months = 0
    let isSame = false
    let isNear = false
    for (let job = firstJob; job < end; job += 1) {
      const worth = titleBound(jobTitle[job]!, provable)
      const from = jobFrom[job]!
      const to = jobTo[job]!
      const until = to === presentMonth ? now : Math.min(to, now)
      const isDated = from >= 0 && until >= from
      best = Math.max(best, worth * recencyOf(isDated ? now - until : 120))
      if (worth >= nearFrom) isNear = true
      if (worth >= sameFrom) {
        isSame = true
        if (isDated) months += until - from + 1
      }
    }
    if (hasTitles && end > firstJob) total += weights.occupation * (best - neutralValues.occupation)
    if (occupation && end > firstJob) {
      const share = asked === 0 ? 1 : months / asked
      const adjacent = isNear ? adjacentWorth : 0
      const value = !isSame
        ? adjacent
        : months >= asked - 1
          ? 1
          : share >= 0.5
            ? 0.6 + 0.35 * (share - 0.5) * 2
            : Math.max(adjacent, share * 0.6)
      total += weights.experience * (value - neutralValues.experience)
    }
    let factor = 1
    let nice = 0
    let must = 0
    let mustWeight = 0
    let mayLift = false
    let speaks = false
    const trade = isSame ? 4 : 0
    for (let at = 0; at < musts.length; at += 1) {
      const one = musts[at]!
      const all = said[at]!
      if (one.languages && all >= levels.says) speaks = true
      const worth = Math.max(one.listed[trade + all]!, one.outside[trade + saidOutside[at]!]!)
      if (one.isNice) nice += one.weight * worth
      else if (!one.silentLeaves) {
        factor *= mustScale.kept + (1 - mustScale.kept) * worth
        must += one.weight * worth
        mustWeight += one.weight
      } else if (all >= levels.touches) {
        factor *= mustScale.kept + (1 - mustScale.kept) * worth
        mayLift = true
      }
    }
    if (mustCount > 0) {
      // What may stay out of the mean, or enter it, could lift it.
      const mean = mayLift || mustWeight === 0 ? 1 : must / mustWeight
      const value = mustScale.mean * mean + (1 - mustScale.mean) * factor
      total += weights.musts * (value - neutralValues.musts)
    }
    if (niceWeight > 0) total += weights.nices * (nice / niceWeight - neutralValues.nices)
    if (speaks) total += weights.languages * (1 - neutralValues.languages)
    if (overlapCount > 0) {
      let covered = 0
      for (let at = 0; at < overlapCount; at += 1) {
        const bit = overlapBits[at]!
        covered += (held[first + (bit >> 5)]! >>> (bit & 31)) & 1
      }
      total += weights.overlap * (covered / overlapCount - neutralValues.overlap)
    }
    // Rounding on the way to a score never lifts it by more.
    return total + 1e-6
  }
}

/** Gives each requirement's words bits that stand together in one lane of 32. */
function createBits() {
  const byColumn = new Map<number, number[]>()
  let next = 0
  const give = (column: number): void => {
    const own = byColumn.get(column)
    if (own) own.push(next)
    else byColumn.set(column, [next])
    next += 1
  }
  return {
    byColumn,
    get lanes() {
      return Math.max(1, Math.ceil(next / 32))
    },
    take(columns: readonly number[]): { lane: number; shift: number; mask: number } {
      const count = Math.min(mostWords, columns.length)
      if ((next & 31) + count > 32) next = (next + 31) & ~31
      const place = { lane: next >> 5, shift: next & 31, mask: (1 << count) - 1 }
      columns.forEach((column, at) => {
        if (at < count) give(column)
        else byColumn.set(column, [...(byColumn.get(column) ?? []), next - 1])
      })
      return place
    },
    takeMany(columns: ArrayLike<number>): Int32Array {
      return Int32Array.from(columns, (column) => {
        const known = byColumn.get(column)
        if (known === undefined || known.length === 0) give(column)
        return byColumn.get(column)!.at(-1)!
      })
    },
  }
}

/** By which of the words a record holds: how far it may speak of the requirement. */
function levelTable(facets: OfferReading['facets'][number], words: readonly number[], mask: number): Uint8Array {
  const bitOf = new Map(words.map((column, at) => [column, Math.min(at, mostWords - 1)]))
  const table = new Uint8Array(mask + 1)
  for (let heldWords = 0; heldWords <= mask; heldWords += 1) {
    let most = 0
    for (const { words: own, weights, total, worth } of facets) {
      let sum = 0
      for (let at = 0; at < own.length; at += 1) if ((heldWords >> bitOf.get(own[at]!)!) & 1) sum += weights[at]!
      most = Math.max(most, (sum / total) * worth)
    }
    table[heldWords] = levelOf(most)
  }
  return table
}

/** What a silent CV of another trade is worth (see `silent` in `judge`). */
const silentElsewhere = 0.1

/**
 * By title: how near to the occupation offered a job of that title can be at most, given how many requirements its
 * lines could prove (see `nearnessOf` in `judge`).
 */
function titleBounds(offer: OfferReading, index: CandidateIndex): (title: number, provable: number) => number {
  const wanted = offer.titles.map(({ occupation }) => occupation)
  const allKnown = wanted.every((occupation) => occupation !== null)
  const byOccupation = new Float64Array(occupations.length)
  for (const occupation of occupations)
    for (const other of wanted)
      if (other) byOccupation[occupation.index] = Math.max(byOccupation[occupation.index]!, occupationNearness(other, occupation)) // prettier-ignore
  // Three bounds a title: with nothing provable, with one, with two or more; -1 while it was not met.
  const bounds = new Float64Array(index.titles.size * 3).fill(-1)
  const read = (title: number): void => {
    const at = title * 3
    const occupation = index.columns.titleOccupation.values[title] ?? -1
    const near = occupation < 0 || !allKnown ? -1 : byOccupation[occupation]!
    if (near >= 0.9 || (near >= 0 && near < 0.5 && index.columns.titleIsLoose.values[title] === 0))
      bounds.fill(near, at, at + 3)
    else {
      const named = index.titles.lengthOf(title) === 0 ? nothingNamed : offer.titleNearness(title)
      for (let proven = 0; proven < 3; proven += 1) bounds[at + proven] = nearnessBound(named, proven)
    }
  }
  return (title, provable) => {
    if (bounds[title * 3]! < 0) read(title)
    return bounds[title * 3 + Math.min(2, provable)]!
  }
}

/** The most `nearnessOf` can give for what a title names, with so many requirements provable. */
function nearnessBound({ value, known, topic, topical, headed }: TitleNearness, provable: number): number {
  if (known && value >= 0.5 && value < 0.8 && topic >= 0.8 && topical >= 2 && provable >= 2) return 0.8
  if (value >= 0.8 || known) return value
  if (!headed) {
    if (topic >= 0.8 && topical >= 3) return Math.max(value, 0.85)
    return provable >= 2 ? Math.max(value, 0.8) : Math.min(value, 0.5)
  }
  if (topic >= 0.6) return Math.max(value, 0.9)
  if (provable >= 2) return Math.max(value, 0.8)
  // With one, the diploma of the trade may tell.
  return topic >= 0.3 || provable >= 1 ? Math.max(value, 0.75) : value
}
