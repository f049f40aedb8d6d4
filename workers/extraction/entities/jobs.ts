import { fold } from '../../../src/kit/fold.ts'
import type { Read, ReadJob } from '../../../src/model/reading.ts'
import { occupationScore } from '../lexicon/occupations.ts'
import { organisationScore } from '../lexicon/organisations.ts'
import type { Line } from '../layout/page.ts'
import { type Piece, pieceOf, readOf, type PageSizes, toReadLine } from '../layout/reads.ts'
import {
  type Entry,
  isPlace,
  isPlaceCell,
  splitAtCommas,
  splitAtPreposition,
  splitEntries,
  splitFragments,
} from './entries.ts'

interface Draft {
  entry: Entry
  names: Piece[]
  place: Piece | null
}

/** Jobs of an experience section. */
export function findJobs(lines: readonly Line[], sizes: PageSizes): ReadJob[] {
  const drafts = splitEntries(lines, [occupationScore, organisationScore])
    .map(toDraft)
    .filter((draft) => draft.names.length > 0 || draft.entry.range !== null)
    .filter((draft, index, all) => !holdsMissions(draft, all.slice(index + 1)))
  // What the first and second names of an entry are is one habit of the whole section.
  const leaning = (names: readonly Piece[]): number => {
    if (names.length < 2) return 0
    const [first, second] = [names[0]!.text, names[1]!.text]
    return titleness(first) - titleness(second)
  }
  const votes = drafts.map((draft) => leaning(draft.names))
  const counted = votes.filter((vote) => vote !== 0)
  const habit = counted.reduce((sum, vote) => sum + vote, 0) / Math.max(counted.length, 1)
  const jobs: ReadJob[] = []
  for (const [index, draft] of drafts.entries()) {
    const { entry, names } = draft
    const range = entry.range
    let title: Piece | null = null
    let organisation: Piece | null = null
    let sureness = 0.85
    if (names.length >= 2) {
      const own = votes[index]!
      const lean = Math.abs(own) >= 0.9 ? own : own + 0.9 * habit
      const [first, second] = names as [Piece, Piece]
      ;[title, organisation] = lean >= 0 ? [first, second] : [second, first]
      sureness = Math.min(
        0.95,
        0.62 + 0.22 * Math.min(1, Math.abs(lean)) + (own !== 0 && Math.sign(own) === Math.sign(habit) ? 0.1 : 0),
      )
    } else if (names.length === 1) {
      const only = names[0]!
      if (titleness(only.text) >= 0 || drafts.length === 1) title = only
      else organisation = only
      sureness = 0.6
    }
    const employer = organisation ? employerOf(organisation) : null
    const previous = jobs.at(-1)
    let organisationRead = employer
      ? readOf(employer.name, employer.name.text, sureness, sizes, sureness < 0.7 ? 'two-candidates' : '')
      : null
    // Several posts under one employer: the employer's name stands once, above the first.
    if (!organisationRead && title && previous?.organisation && draftsShareEmployer(draft, drafts[index - 1])) {
      organisationRead = { ...previous.organisation, confidence: 0.6, doubt: 'two-candidates' }
    }
    const place = draft.place ?? employer?.place ?? null
    jobs.push({
      title: title
        ? readOf(title, cleanTitle(title.text), sureness, sizes, sureness < 0.7 ? 'two-candidates' : '')
        : null,
      organisation: organisationRead,
      place: place ? readOf(place, place.text, 0.8, sizes) : null,
      start: dateRead(entry, range?.start ?? '', sizes),
      end: dateRead(
        entry,
        range ? (range.end === '' ? range.start : range.end) : '',
        sizes,
        range?.end === '' ? 0.6 : undefined,
      ),
      lines: entry.body.map((line) => toReadLine(line, 'experience', sizes)),
    })
  }
  return jobs
}

/** 'Intérimaire, Randstad, 2019 à ce jour' above its missions only frames them: each mission has its own dates and client. */
function holdsMissions(draft: Draft, following: readonly Draft[]): boolean {
  const range = draft.entry.range
  if (!range || range.end === '' || draft.entry.body.length > 0) return false
  const text = fold(draft.names.map((piece) => piece.text).join(' '))
  if (!/\b(?:interim\w*|missions?|agences?|temp(?:orary)? (?:work|agency|staff)\w*)\b/.test(text)) return false
  const inside = following.findIndex(({ entry }) => {
    const own = entry.range
    return !own || own.start.slice(0, 4) < range.start.slice(0, 4) || (range.end !== 'present' && own.end > range.end)
  })
  return (inside < 0 ? following.length : inside) >= 2
}

/** Above 0 for the name of an occupation, below for that of an employer. */
function titleness(text: string): number {
  const occupation = occupationScore(text)
  const organisation = organisationScore(text)
  // 'Software Engineering Intern', 'Bank Teller': what English puts last is what the words before it belong to.
  const last = text.split(/[\s,(–-]+/).at(-1) ?? ''
  const endsInOccupation = occupation >= 0.8 && organisation < 0.95 && occupationScore(last) === 1
  return occupation - (endsInOccupation ? 0.4 : 1) * organisation
}
const cleanTitle = (text: string): string => text.replace(/\s+/g, ' ').replace(/\s*:\s*$/, '')

function draftsShareEmployer(draft: Draft, before: Draft | undefined): boolean {
  return before !== undefined && draft.names.length === 1 && before.names.length >= 2
}

/** A date of an entry, read where the entry shows it. */
export function dateRead(entry: Entry, value: string, sizes: PageSizes, confidence?: number): Read | null {
  if (!entry.range || !entry.dateLine || value === '') return null
  const { range, dateLine } = entry
  const piece = { line: dateLine, start: range.from, end: range.to, text: dateLine.text.slice(range.from, range.to) }
  const sure = confidence ?? (range.doubt === 'date-order' ? 0.6 : range.doubt === 'open-end' ? 0.8 : 0.96)
  return readOf(piece, value, sure, sizes, range.doubt)
}

function toDraft(entry: Entry): Draft {
  let place: Piece | null = null
  let names: Piece[] = []
  for (const line of entry.head) {
    for (const found of splitFragments(line)) {
      const piece = withoutContract(found)
      if (piece.text === '') continue
      if (isPlace(piece.text)) place ??= piece
      else names.push(piece)
    }
  }
  // A town nobody knows still stands where towns stand: at the end of a row, when two names are there without it.
  if (place === null && names.length > 2) {
    const town = names.find((piece) =>
      isPlaceCell(piece, (text) => Math.max(occupationScore(text), organisationScore(text))),
    )
    if (town) {
      place = town
      names = names.filter((piece) => piece !== town)
    }
  }
  // 'Entreprise : X', 'Poste : Y' say what they are; the label is not part of the value.
  names = names.map((piece) => {
    const label =
      /^(?:entreprise|soci[ée]t[ée]|employeur|company|employer|poste|fonction|position|job title|role|intitul[ée])\s*:\s*/i.exec(
        piece.text,
      )
    return label ? pieceOf(piece.line, piece.start + label[0].length, piece.end) : piece
  })
  if (names.length === 1) names = splitSingle(names[0]!)
  else if (names.length > 2) {
    // More than two names: a title with its detail, an employer with its service. Those that look most like either stay.
    const scored = names.map((piece, index) => ({
      piece,
      index,
      weight: Math.abs(titleness(piece.text)) + (index < 2 ? 0.35 : 0),
    }))
    const bestTitle = [...scored].sort(
      (a, b) => titleness(b.piece.text) - titleness(a.piece.text) || a.index - b.index,
    )[0]!
    const rest = scored
      .filter((entry2) => entry2 !== bestTitle)
      .sort((a, b) => organisationScore(b.piece.text) - organisationScore(a.piece.text) || a.index - b.index)
    const kept = titleness(bestTitle.piece.text) > 0 ? [bestTitle, rest[0]!] : scored.slice(0, 2)
    names = kept.sort((a, b) => a.index - b.index).map((entry2) => entry2.piece)
  }
  return { entry, names, place }
}

const contract =
  /(?:^|[\s,(–—-]+)(?:en\s+)?(?:cdi|cdd|ctt|cdic|contrat (?:à durée (?:in)?déterminée|pro(?:fessionnel)?)|temps (?:plein|partiel|complet)|full[- ]time|part[- ]time|permanent contract|fixed[- ]term(?: contract)?)(?:\s+(?:de\s+)?\d+\s*(?:mois|ans?|months?|years?))?\s*\)?$/i

/** 'CDI' and 'full-time' say how somebody was employed, not as what or by whom. */
function withoutContract(piece: Piece): Piece {
  const match = contract.exec(piece.text)
  if (!match) return piece
  const end = piece.start + match.index
  return match.index === 0 ? { ...piece, text: '' } : pieceOf(piece.line, piece.start, end)
}

/** 'Title, Employer, Town' in one run: the comma, bracket or 'à l’', 'au' that parts the title from the employer. */
function splitSingle(piece: Piece): Piece[] {
  const joined = splitAtPreposition(piece, occupationScore, organisationScore)
  if (joined) return joined
  const parts = splitAtCommas(piece)
  if (parts.length < 2) {
    const bracket = /^([^()]{3,})\(([^()]{2,50})\)$/.exec(piece.text)
    if (!bracket || isPlace(bracket[2]!) || !/^\p{Lu}/u.test(bracket[2]!)) return [piece]
    const sides = [bracket[1]!, bracket[2]!]
    if (titleness(sides[0]!) - titleness(sides[1]!) < 0.9 && titleness(sides[1]!) - titleness(sides[0]!) < 0.9)
      return [piece]
    return [
      pieceOf(piece.line, piece.start, piece.start + bracket[1]!.length),
      pieceOf(piece.line, piece.start + bracket[1]!.length, piece.end),
    ]
  }
  // The town closes the row; it takes no part in where the title ends.
  let named = parts.length
  while (named > 2) {
    const tail = pieceOf(piece.line, parts[named - 2]!.start, parts[named - 1]!.end).text
    if (named > 3 && isPlace(tail)) named -= 2
    else if (isPlace(parts[named - 1]!.text)) named -= 1
    else break
  }
  let best = 1
  let bestScore = Number.NEGATIVE_INFINITY
  for (let at = 1; at < named; at += 1) {
    const before = pieceOf(piece.line, parts[0]!.start, parts[at - 1]!.end)
    const after = pieceOf(piece.line, parts[at]!.start, parts[named - 1]!.end)
    const score = Math.abs(titleness(before.text) - titleness(after.text)) + (at === 1 ? 0.05 : 0)
    if (score > bestScore) {
      bestScore = score
      best = at
    }
  }
  const first = pieceOf(piece.line, parts[0]!.start, parts[best - 1]!.end)
  const second = pieceOf(piece.line, parts[best]!.start, piece.end)
  if (isPlace(second.text)) return [first]
  return [first, second]
}

/** 'Caterpillar, Chicago' and 'Samse (Brézins)': the employer's name and its place. */
function employerOf(piece: Piece): { name: Piece; place: Piece | null } {
  const bracket = /\s*\(([^()]{2,40})\)\s*$/.exec(piece.text)
  if (bracket && bracket.index > 1) {
    const from = piece.start + piece.text.length - bracket[0].length
    return { name: pieceOf(piece.line, piece.start, from), place: pieceOf(piece.line, from, piece.end) }
  }
  const town = /\s(?:à|in)\s(\p{Lu}[\p{L}' -]+)$/u.exec(piece.text)
  if (town && isPlace(town[1]!)) {
    const from = piece.start + town.index
    return {
      name: pieceOf(piece.line, piece.start, from),
      place: pieceOf(piece.line, piece.end - town[1]!.length, piece.end),
    }
  }
  const parts = splitAtCommas(piece)
  if (parts.length >= 2) {
    const tail = parts.slice(1)
    const looksLikePlace = (text: string) =>
      isPlace(text) ||
      (/^\p{Lu}[\p{L}'’ -]{1,30}\.?$/u.test(text) &&
        text.split(/\s/).length <= 4 &&
        organisationScore(text) < 0.6 &&
        occupationScore(text) < 0.6)
    if (tail.every((part) => looksLikePlace(part.text)) && tail.length <= 3) {
      return { name: parts[0]!, place: pieceOf(piece.line, tail[0]!.start, piece.end) }
    }
  }
  return { name: piece, place: null }
}
