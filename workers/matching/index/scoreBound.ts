import { monthIndex } from '../../../src/kit/month.ts'
import { termNames } from '../../../src/model/match.ts'
import { adjacentWorth, recencyOf, saysItFrom, silentInTrade, silentPaper, touchesFrom } from '../judge.ts'
import { occupationNearness, occupations, readTitle } from '../lexicon/lexicon.ts'
import type { OfferReading, TitleNearness } from '../readOffer.ts'
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

interface Must {
  isNice: boolean
  /** Of those that prove a trade. */
  isSkill: boolean
  weight: number
  /** Adds nothing to an order: driving licences, degrees, whose rules look at more than words. */
  isFree: boolean
  languages: readonly string[] | null
  silentInTrade: number
  /** `other` requirements that nobody speaks of leave the musts altogether. */
  silentLeaves: boolean
  facets: { bits: Int32Array; weights: Float64Array; total: number; worth: number }[]
  /** Its place among the bits of what concepts prove. */
  conceptBit: number
}

/**
 * A score that no candidate can exceed, from the columns and postings alone: what its titles could be worth at most,
 * and which musts hold a word in common with it at all. In logits, `total` of `score.ts`; ranking computes exactly
 * only those whose bound reaches the best scores. `isClose` looks closer and finds a lower bound, in more time.
 */
export function createScoreBound(
  offer: OfferReading,
  index: CandidateIndex,
  vocabulary: Vocabulary,
  asOf: string,
): (record: number, isClose: boolean) => number {
  const { columns } = index
  const weights = weightsOf(offer)
  const now = monthIndex(asOf, 'end') ?? 0
  const titleBound = titleBounds(offer, index)
  const hasTitles = offer.titles.length > 0
  const occupation = offer.requirements.find(({ kind }) => kind === 'occupation')
  const asked = occupation?.months ?? 0

  const bitOfColumn = new Map<number, number>()
  const conceptBits: [number, number][] = []
  const musts: Must[] = []
  offer.requirements.forEach((requirement, at) => {
    const isSkill = requirement.kind === 'skill' || requirement.kind === 'other'
    const isNice = requirement.source.need === 'nice'
    if (requirement.kind === 'occupation') return
    const conceptBit = musts.length
    if (conceptBit < 32) for (const concept of requirement.concepts.keys()) conceptBits.push([concept, conceptBit])
    musts.push({
      isNice,
      isSkill,
      weight: Math.max(1, requirement.source.weight),
      isFree: requirement.driving !== '' || requirement.kind === 'degree' || conceptBit >= 32,
      languages: requirement.kind === 'language' ? requirement.languages : null,
      silentInTrade: isSkill ? silentInTrade : silentPaper,
      silentLeaves: requirement.kind === 'other',
      facets: offer.facets[at]!.map(({ words, weights: facetWeights, total, worth }) => ({
        bits: Int32Array.from(words, (column) => {
          const known = bitOfColumn.get(column)
          if (known !== undefined) return known
          bitOfColumn.set(column, bitOfColumn.size)
          return bitOfColumn.size - 1
        }),
        weights: facetWeights,
        total,
        worth,
      })),
      conceptBit,
    })
  })

  const overlapBits = Int32Array.from(offer.overlapWords, (column) => {
    const known = bitOfColumn.get(column)
    if (known !== undefined) return known
    bitOfColumn.set(column, bitOfColumn.size)
    return bitOfColumn.size - 1
  })

  // Which of the words asked a record holds, in their own form or a near one.
  const lanes = Math.max(1, Math.ceil(bitOfColumn.size / 32))
  const held = new Int32Array(index.size * lanes)
  const proven = new Int32Array(index.size)
  /** The same, lists of skills left out: what only a list says is worth less. */
  const heldOutside = new Int32Array(index.size * lanes)
  const provenOutside = new Int32Array(index.size)
  const runs = index.runs()
  const bitsOfWord = new Map<number, Int32Array>()
  for (const [column, bit] of bitOfColumn) {
    const { word, stem } = offer.words[column]!
    for (const number of vocabulary.near(word, stem).numbers) {
      let bits = bitsOfWord.get(number)
      if (!bits) bitsOfWord.set(number, (bits = new Int32Array(lanes)))
      bits[bit >> 5]! |= 1 << (bit & 31)
    }
  }
  for (const run of runs) {
    for (const [number, bits] of bitsOfWord) {
      if (lanes === 1) {
        const only = bits[0]!
        run.visit(wordTerm(number), (record, where) => {
          held[record]! |= only
          if ((where & outside) !== 0) heldOutside[record]! |= only
        })
      } else
        run.visit(wordTerm(number), (record, where) => {
          for (let lane = 0; lane < lanes; lane += 1) {
            held[record * lanes + lane]! |= bits[lane]!
            if ((where & outside) !== 0) heldOutside[record * lanes + lane]! |= bits[lane]!
          }
        })
    }
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

  const said = new Float64Array(musts.length)
  const saidOutside = new Float64Array(musts.length)
  const mustCount = musts.filter(({ isNice }) => !isNice).length
  const niceWeight = musts.reduce((sum, { isNice, weight }) => sum + (isNice ? weight : 0), 0)
  return (record, isClose) => {
    let total = rest
    // What it says of each requirement at most, and how many of them it could prove in one job.
    let provable = 0
    for (let at = 0; at < musts.length; at += 1) {
      said[at] = saidBound(musts[at]!, record, held, proven)
      saidOutside[at] = said[at]! + 1e-9 >= touchesFrom ? saidBound(musts[at]!, record, heldOutside, provenOutside) : 0
      if (musts[at]!.isSkill && saidOutside[at]! + 1e-9 >= provesFrom) provable += 1
    }
    const first = columns.firstJob.values[record]!
    const end = record + 1 < index.size ? columns.firstJob.values[record + 1]! : columns.jobTitle.size
    let best = 0
    let months = 0
    let isSame = false
    let isNear = false
    for (let job = first; job < end; job += 1) {
      const worth = titleBound(columns.jobTitle.values[job]!, provable, isClose)
      const from = columns.jobFrom.values[job]!
      const to = columns.jobTo.values[job]!
      const until = to === presentMonth ? now : Math.min(to, now)
      const isDated = from >= 0 && until >= from
      best = Math.max(best, worth * recencyOf(isDated ? now - until : 120))
      if (worth >= nearFrom) isNear = true
      if (worth >= sameFrom) {
        isSame = true
        if (isDated) months += until - from + 1
      }
    }
    if (hasTitles && end > first) total += weights.occupation * (best - neutralValues.occupation)
    if (occupation && end > first) {
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
    let speaks = false
    for (let at = 0; at < musts.length; at += 1) {
      const must = musts[at]!
      const silent = isSame ? must.silentInTrade : silentElsewhere
      const most = said[at]! + 1e-9
      if (must.languages && most >= saysItFrom) speaks = true
      const outsideMost = saidOutside[at]! + 1e-9
      const listed = must.isSkill ? touchedWorth : listedPaper
      const worth =
        outsideMost >= saysItFrom
          ? 1
          : most >= saysItFrom
            ? Math.max(listed, silent)
            : most >= touchesFrom
              ? Math.max(touchedWorth, silent)
              : silent
      if (must.isNice) nice += must.weight * worth
      else if (!must.silentLeaves || most >= touchesFrom) factor *= mustScale.kept + (1 - mustScale.kept) * worth
    }
    if (mustCount > 0) {
      const value = mustScale.mean + (1 - mustScale.mean) * factor
      total += weights.musts * (value - neutralValues.musts)
    }
    if (niceWeight > 0) total += weights.nices * (nice / niceWeight - neutralValues.nices)
    if (speaks) total += weights.languages * (1 - neutralValues.languages)
    if (overlapBits.length > 0) {
      let covered = 0
      for (const bit of overlapBits) if ((held[record * lanes + (bit >> 5)]! & (1 << (bit & 31))) !== 0) covered += 1
      total += weights.overlap * (covered / overlapBits.length - neutralValues.overlap)
    }
    // Rounding on the way to a score never lifts it by more.
    return total + 1e-6
  }

  function saidBound(must: Must, record: number, held: Int32Array, proven: Int32Array): number {
    if (must.isFree) return 1
    if (must.languages) {
      const from = columns.firstLanguage.values[record]!
      const to = record + 1 < index.size ? columns.firstLanguage.values[record + 1]! : columns.language.size
      for (let at = from; at < to; at += 1)
        if (must.languages.includes(index.languageCodes.get(columns.language.values[at]!))) return 1
      return 0
    }
    if ((proven[record]! & (1 << must.conceptBit)) !== 0) return 1
    let most = 0
    for (const { bits, weights: facetWeights, total, worth } of must.facets) {
      let sum = 0
      for (let at = 0; at < bits.length; at += 1) {
        const bit = bits[at]!
        if ((held[record * lanes + (bit >> 5)]! & (1 << (bit & 31))) !== 0) sum += facetWeights[at]!
      }
      most = Math.max(most, (sum / total) * worth)
    }
    return most
  }
}

/** What a silent CV of another trade is worth (see `silent` in `judge`). */
const silentElsewhere = 0.1

/**
 * By title: how near to the occupation offered a job of that title can be at most, given how many requirements its
 * lines could prove (see `nearnessOf` in `judge`). A title that the lexicon does not settle is judged only for a close
 * look: there are thousands of them.
 */
function titleBounds(
  offer: OfferReading,
  index: CandidateIndex,
): (title: number, provable: number, isClose: boolean) => number {
  const wanted = offer.titles.map(({ occupation }) => occupation)
  const allKnown = wanted.every((occupation) => occupation !== null)
  const byOccupation = new Float64Array(occupations.length)
  for (const occupation of occupations)
    for (const other of wanted)
      if (other) byOccupation[occupation.index] = Math.max(byOccupation[occupation.index]!, occupationNearness(other, occupation)) // prettier-ignore
  // Three bounds a title: with nothing provable, with one, with two or more; -1 while it was not met.
  const bounds = new Float64Array(index.titles.size * 3).fill(-1)
  return (title, provable, isClose) => {
    const at = title * 3
    if (bounds[at]! < 0) {
      const occupation = index.columns.titleOccupation.values[title] ?? -1
      const near = occupation < 0 || !allKnown ? -1 : byOccupation[occupation]!
      if (near >= 0.9 || (near >= 0 && near < 0.5 && index.columns.titleIsLoose.values[title] === 0))
        bounds.fill(near, at, at + 3)
      else if (!isClose) return 1
      else {
        const text = index.titles.get(title)
        const named = text === '' ? nothingNamed : offer.titleNearness(readTitle(text), text)
        for (let proven = 0; proven < 3; proven += 1) bounds[at + proven] = nearnessBound(named, proven)
      }
    }
    return bounds[at + Math.min(2, provable)]!
  }
}

const nothingNamed = { value: 0, known: false, topic: 0, topical: 0, headed: false }

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
