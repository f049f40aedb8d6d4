import { cityCountries, countryCode, isStateCode } from '../lexicon/cities.ts'
import { isSubHeading, isTableHead } from '../lexicon/headings.ts'
import type { Line } from '../layout/page.ts'
import { type Piece, pieceOf } from '../layout/reads.ts'
import { type DateRange, findDates, isOnlyDates, withoutDates } from './dates.ts'

/** One job or one degree as the layout sets it apart: its dates, the lines that name it, the lines that tell of it. */
export interface Entry {
  range: DateRange | null
  dateLine: Line | null
  head: Line[]
  body: Line[]
}

/** Cuts a section into entries, around the lines that hold dates; `scores` tell what names an entry (a title, an employer...). */
export function splitEntries(
  rows: readonly Line[],
  scores: readonly ((text: string) => number)[],
  isUnfinished: (text: string) => boolean = () => false,
): Entry[] {
  const given = rows.filter((line) => !isTableHead(line.text))
  const headScore = (text: string): number => Math.max(...scores.map((score) => score(text)))
  const lines = markIndented(given, headScore)
  const anchors = findAnchors(lines)
  if (anchors.length === 0) return withoutAnyDate(lines, scores)
  const before = countHeadsBefore(lines, anchors, headScore)
  const starts = anchors.map((at, index) => {
    const floor = index === 0 ? 0 : anchors[index - 1]! + 1
    if (index === 0 && at <= 3 && !lines.slice(0, at).some((line) => isBody(line))) return 0
    let start = at
    while (start > floor && at - start < before && !isBody(lines[start - 1]!) && !isSubHeading(lines[start - 1]!.text))
      start -= 1
    return start
  })
  return anchors
    .map((at, index) => {
      const start = starts[index]!
      const end = starts[index + 1] ?? lines.length
      const line = lines[at]!
      const range = datesOf(line.text)[0]!
      const head = lines.slice(start, at + 1)
      let next = at + 1
      // Lines below the dates belong to the head while it still lacks a name.
      while (next < end && next - at <= 3) {
        const candidate = lines[next]!
        // A mark between the dates in the margin and the entry is the layout's, not a list's.
        const marked = candidate.bullet && !(next === at + 1 && line.margin)
        const bare = candidate.text.length <= 120 && !marked && head.every((own) => isOnlyDates(own.text))
        if ((isBody(candidate) && !bare) || isSubHeading(candidate.text) || (candidate.text.length > 95 && !bare)) break
        const named = head.reduce(
          (sum, own) => sum + splitFragments(own).filter((piece) => !isPlace(piece.text)).length,
          0,
        )
        const lacking = scores.some(
          (score) => score(candidate.text) >= 0.7 && !head.some((own) => score(own.text) >= 0.7),
        )
        const ownLines = head.filter((own) => own.page === candidate.page && !own.margin && !isOnlyDates(own.text))
        const indented =
          ownLines.length > 0 && candidate.x0 > Math.min(...ownLines.map((own) => own.x0)) + 0.8 * candidate.size
        const ownLast = head.at(-1)!
        const continues =
          isUnfinished(ownLast.text) &&
          candidate.text.length < 70 &&
          findDates(candidate.text).length === 0 &&
          Math.abs(candidate.x0 - ownLast.x0) < candidate.size
        if (continues) {
          head.push(candidate)
          next += 1
          continue
        }
        if (named >= 2 && !isPlace(candidate.text) && !lacking) break
        // Where names stand above the dates, what is set in below them is no name.
        if (named >= 1 && before >= 1 && indented && !isPlace(candidate.text)) break
        // A short line in a style of its own between the dates and the first bullet is the second name.
        const below = lines[next + 1]
        const setApart =
          named === 1 &&
          next === at + 1 &&
          !indented &&
          below?.bullet === true &&
          candidate.text.length < 60 &&
          !/[.!?]$/.test(candidate.text) &&
          (candidate.italic !== line.italic || candidate.bold !== line.bold)
        if (setApart) {
          head.push(candidate)
          next += 1
          break
        }
        // 'Title, Employer, Town' on one row needs nothing from the next.
        const complete = head.some((own) =>
          splitFragments(own).some(
            (piece) =>
              splitAtCommas(piece).filter((part) => !isPlace(part.text)).length >= 2 ||
              splitAtPreposition(piece, scores[0]!, scores[1]!) !== null,
          ),
        )
        // A title with a comma of its own still lacks the name that stands below it in another style.
        const otherStyle =
          named === 1 &&
          !indented &&
          candidate.text.length < 60 &&
          /^[\p{Lu}\d]/u.test(candidate.text) &&
          !/[.!?:]$/.test(candidate.text) &&
          head.some((own) => !isOnlyDates(own.text) && (own.bold !== candidate.bold || own.italic !== candidate.italic))
        if (complete && !isPlace(candidate.text) && !otherStyle && (indented || !lacking)) break
        // A run of small words between commas lists what was done.
        if (named >= 1 && !lacking && /,\s+\p{Ll}[^,]*,\s+\p{Ll}/u.test(candidate.text)) break
        const listed = sameIndent(candidate, lines[next + 1]) || candidate.text.length > 60
        if (named >= 1 && indented && !isPlace(candidate.text) && (listed || (named >= 2 && !lacking))) break
        if (named >= 1 && /[.!?]$/.test(candidate.text) && headScore(candidate.text) < 0.5) break
        if (named >= 3 && !isPlace(candidate.text)) break
        head.push(candidate)
        next += 1
      }
      return { range, dateLine: line, head, body: lines.slice(next, end) }
    })
    .flatMap((entry) => partUndated(entry, headScore))
}

/** Bullets are often drawn and not written: what stands further in than the row with the dates tells of the entry. */
function markIndented(lines: readonly Line[], headScore: (text: string) => number): Line[] {
  let edge: Line | null = null
  let named = false
  let since = 0
  return lines.map((line, index) => {
    if (!line.bullet && line.text.length < 130 && findDates(line.text).some((range) => range.end !== '')) {
      const above = lines[index - 1]
      // Dates on a row of their own stand below the name they belong to.
      named =
        isOnlyDates(line.text) &&
        above !== undefined &&
        !isBody(above) &&
        above.page === line.page &&
        Math.abs(above.x0 - line.x0) < 1 &&
        headScore(above.text) >= 0.7
      edge = line.margin || ((isOnlyDates(line.text) || opensWithDates(line.text)) && !named) ? null : line
      since = 0
      return line
    }
    since += 1
    if (edge === null || line.bullet || line.page !== edge.page || line.y0 < edge.y0) return line
    const step = line.x0 - edge.x0
    if (step < 0.8 * line.size || step > 5 * line.size) return line
    // The rows just below the dates may still name the entry.
    const next = lines[index + 1]
    const stepped = next !== undefined && next.page === line.page && next.x0 > line.x0 + 0.5 * line.size
    const names =
      (!named && since <= 3 && headScore(line.text) >= 0.7) ||
      (!named && since === 1 && (line.text.split(' ').length < 4 || stepped))
    return names ? line : { ...line, bullet: true }
  })
}

/** An entry whose dates are missing hides in the body of the one before it: it opens in the look of that one's head. */
function partUndated(entry: Entry, headScore: (text: string) => number): Entry[] {
  const first = entry.head[0]
  if (!first || entry.body.length === 0) return [entry]
  const opens = (line: Line, index: number): boolean =>
    !line.bullet &&
    (line.bold || line.size > (entry.body[index + 1]?.size ?? line.size) + 0.5) &&
    line.bold === first.bold &&
    Math.abs(line.size - first.size) < 0.15 * first.size &&
    Math.abs(line.x0 - first.x0) < line.size &&
    line.text.length < 90 &&
    headScore(line.text) >= 0.7 &&
    !isSubHeading(line.text)
  const at = entry.body.findIndex(opens)
  if (at < 0) return [entry]
  const rest = entry.body.slice(at)
  const head = [rest[0]!]
  const second = rest[1]
  if (second && !isBody(second) && second.text.length < 95 && headScore(second.text) >= 0.7) head.push(second)
  const undated: Entry = { range: null, dateLine: null, head, body: rest.slice(head.length) }
  return [{ ...entry, body: entry.body.slice(0, at) }, ...partUndated(undated, headScore)]
}

/** Dates in a column of their own: what stands further in below them stands below the names beside them. */
const opensWithDates = (text: string): boolean => {
  const [first] = findDates(text)
  return first !== undefined && first.from <= 3 && /^\s*:?\s*\t/.test(text.slice(first.to))
}

/** Dates of a line but those told in brackets among other words: '(recyclage 2022 et 2025)'. */
function datesOf(text: string): readonly DateRange[] {
  const renewed = /\b(?:recycl|renouvel|actualis|mise? à jour|valable|valid|renew|expir)\w*[^()]*$/i
  const ranges = findDates(text).filter((range) => !renewed.test(text.slice(0, range.from)))
  const own = ranges.filter((range) => {
    const open = text.lastIndexOf('(', range.from)
    if (open < 0 || text.slice(open, range.from).includes(')')) return true
    const lead = text
      .slice(open + 1, range.from)
      .replace(
        /\b(?:depuis|since|de|du|from|le|en|d['’]|été|mi|fin|début|cdi|cdd|stage|alternance|mission|intérim|[a-z]{3,9}\.?)\b/gi,
        '',
      )
    return !/\p{L}{2}.*\s/u.test(lead)
  })
  return own.length > 0 ? own : ranges
}

const isBody = (line: Line): boolean =>
  line.bullet || line.text.length > 120 || (line.text.length > 70 && /[.;]$/.test(line.text))

const sameIndent = (line: Line, other: Line | undefined): boolean =>
  other !== undefined && other.page === line.page && Math.abs(other.x0 - line.x0) < 1

/** Lines whose dates are those of an entry, and not dates told in passing. */
function findAnchors(lines: readonly Line[]): number[] {
  const dated = lines.flatMap((line, index) => {
    const ranges = datesOf(line.text)
    if (ranges.length === 0) return []
    const rest = withoutDates(line.text, ranges)
      .replace(/[\s,;:|•·()–—/-]+/g, ' ')
      .trim()
    const first = ranges[0]!
    const atEdge =
      first.from <= 3 ||
      first.to >= line.text.replace(/[\s).,]+$/, '').length ||
      line.text[first.from - 1] === '(' ||
      /\t\s*$/.test(line.text.slice(0, first.from)) ||
      /^\s*[\t|:–—-]/.test(line.text.slice(first.to))
    const ranged = first.end !== ''
    const setOff =
      /(?:[|–—:(]|\s-)\s*$/.test(line.text.slice(0, first.from)) && /^\s*(?:[(|–—,]|$)/.test(line.text.slice(first.to))
    if (rest.length > 110) return []
    if (!atEdge && !setOff && !ranged) return []
    if (!atEdge && rest.length > 80) return []
    return [{ index, bullet: line.bullet, ranged, only: rest === '' }]
  })
  const plain = dated.filter((entry) => !entry.bullet)
  const used = plain.length > 0 ? plain : dated
  const ranged = used.filter((entry) => entry.ranged)
  // Where ranges are the custom, a year alone is told in passing unless it has a line of its own or a row's end.
  const chosen =
    ranged.length >= 2 ? used.filter((entry) => entry.ranged || entry.only || isEdgeYear(lines[entry.index]!)) : used
  return chosen.map((entry) => entry.index)
}

const isEdgeYear = (line: Line): boolean => {
  const range = datesOf(line.text)[0]
  return (
    range !== undefined &&
    line.text.length < 90 &&
    (range.from === 0 ||
      /[\t(|–—-]\s*$/.test(line.text.slice(0, range.from)) ||
      /,\s*$/.test(line.text.slice(0, range.from)))
  )
}

/** How many lines stand above the dates in this section: what the first entry shows, unless an introduction comes first. */
function countHeadsBefore(
  lines: readonly Line[],
  anchors: readonly number[],
  headScore: (text: string) => number,
): number {
  const first = anchors[0]!
  // Dates in the margin stand level with the first row of what they name, whatever stands above the first of them.
  const beside = (at: number): boolean => {
    const [line, next] = [lines[at]!, lines[at + 1]]
    return line.margin && next?.page === line.page && next.y0 - line.y0 < 0.8 * line.size
  }
  if (first > 0 && anchors.length > 1 && anchors.slice(1).every(beside)) return 0
  const plain = lines.slice(0, first).filter((line) => !isBody(line))
  if (plain.length === first && first <= 3) return first
  // An introduction stands first: judge by the others.
  const counts = anchors.slice(1).map((at, index) => {
    let count = 0
    const floor = anchors[index]! + 1
    while (at - count - 1 > floor && count < 3 && !isBody(lines[at - count - 1]!)) {
      if (headScore(lines[at - count - 1]!.text) < 0.5 && count > 0) break
      count += 1
    }
    return count
  })
  return counts.length > 0 ? Math.min(...counts) : Math.min(plain.length, 2)
}

function withoutAnyDate(lines: readonly Line[], scores: readonly ((text: string) => number)[]): Entry[] {
  const entries: Entry[] = []
  const headScore = (text: string): number => Math.max(...scores.map((score) => score(text)))
  // A title below the name of its school or firm completes the entry; a second title opens another.
  const kindOf = (text: string): number => scores.findIndex((score) => score(text) === headScore(text))
  for (const line of lines) {
    const last = entries.at(-1)
    const names = headScore(line.text) >= 0.7 && line.text.length < 110
    if (
      names &&
      (!last ||
        last.body.length > 0 ||
        last.head.some((own) => headScore(own.text) >= 0.7 && kindOf(own.text) === kindOf(line.text)))
    )
      entries.push({ range: null, dateLine: null, head: [line], body: [] })
    else if (last && last.body.length === 0 && last.head.length < 2 && !line.bullet && line.text.length < 80)
      last.head.push(line)
    else last?.body.push(line)
  }
  return entries
}

/** Parts of a head line: cells, runs parted by strong separators, runs in different styles; dates left out. */
export function splitFragments(line: Line, withAt = true): Piece[] {
  const ranges = datesOf(line.text)
  const cuts: { from: number; to: number }[] = ranges.map((range) => ({ from: range.from, to: range.to }))
  for (const match of line.text.matchAll(/\t+|\s*[|•·]\s*|\s+[–—-]\s+|\s+@\s+|\s+\/\s+|\s+\*+(?:\s+|$)|\s*;\s+/g))
    cuts.push({ from: match.index, to: match.index + match[0].length })
  const at = !withAt
    ? null
    : /\s+(?:at|chez|pour le compte de|auprès de)\s+(?=\p{Lu}|l['’]|la |le |les |the )/u.exec(line.text)
  if (at && !/\b(?:university|universit[ée]|college|school)\b/i.test(line.text.slice(0, at.index)))
    cuts.push({ from: at.index, to: at.index + at[0].length })
  for (const [index, span] of line.spans.entries()) {
    const previous = line.spans[index - 1]
    if (!previous) continue
    const styled =
      previous.bold !== span.bold ||
      (previous.italic !== span.italic && !previous.bold) ||
      Math.abs(previous.size - span.size) > 1.2
    const seam = line.text.slice(Math.max(0, previous.end - 1), span.start + 1)
    const word = /(?:^|\s)(?:de|du|des|d'|of|in|en|et|and|à|la|le|les|l')\s*$/i.test(line.text.slice(0, span.start))
    // 'Poste :' in bold is the label of what follows.
    const label = /^[^\t]{2,25}:\s*$/.test(line.text.slice(0, span.start))
    if (styled && /[\s,;:(–—-]/.test(seam) && !word && !label) cuts.push({ from: previous.end, to: span.start })
  }
  cuts.sort((a, b) => a.from - b.from)
  const pieces: Piece[] = []
  let last = 0
  for (const cut of cuts) {
    if (cut.from > last) pieces.push(pieceOf(line, last, cut.from))
    last = Math.max(last, cut.to)
  }
  pieces.push(pieceOf(line, last))
  return pieces.filter(
    (piece) =>
      /[\p{L}\d]{2}/u.test(piece.text) &&
      !isOnlyDates(piece.text) &&
      !/^(?:[^\p{L}\d]{0,3}\d+\s*(?:ans?|mois|years?|months?)\b.*|[àa]|au|to|du|de|depuis|since|from)$/iu.test(
        piece.text,
      ),
  )
}

/** The piece's parts between commas; what stands in brackets stays with what it explains. */
export function splitAtCommas(piece: Piece): Piece[] {
  const parts: Piece[] = []
  for (const match of piece.line.text.slice(piece.start, piece.end).matchAll(/(?:\([^()]*\)|[^,()])+/g)) {
    const part = pieceOf(piece.line, piece.start + match.index, piece.start + match.index + match[0].length)
    if (/[\p{L}\d]/u.test(part.text)) parts.push(part)
  }
  return parts
}

/** 'Aide-soignante à l’EHPAD Les Charmilles', 'Secrétaire au CHU': the title and the employer, null for other wordings. */
export function splitAtPreposition(
  piece: Piece,
  titleScore: (text: string) => number,
  employerScore: (text: string) => number,
): [Piece, Piece] | null {
  const match = /\s(?:à\sl['’]|à\sla\s|aux?\s|au\ssein\s(?:de\sla\s|de\sl['’]|du\s|des\s|de\s))\s*/iu.exec(piece.text)
  if (!match) return null
  const from = match.index + match[0].length
  if (titleScore(piece.text.slice(0, match.index)) < 0.7 || employerScore(piece.text.slice(from)) < 0.6) return null
  return [
    pieceOf(piece.line, piece.start, piece.start + match.index),
    pieceOf(piece.line, piece.start + from, piece.end),
  ]
}

/** True for a short cell at the end of a row that something else opens: a town, known or not ('Kelvane <tab> Vizille'). */
export function isPlaceCell(piece: Piece, score: (text: string) => number): boolean {
  const { line, start, end } = piece
  return (
    /\t[\s(]*$/.test(line.text.slice(0, start)) &&
    /^[\s.)]*(?:$|\t)/.test(line.text.slice(end)) &&
    /\p{L}/u.test(withoutDates(line.text.slice(0, start))) &&
    /^\p{Lu}[\p{L}'’-]+(?:[ -](?:(?:de|du|des|d'|la|le|les|sur|sous|en|lès|of|the|upon|on) ?)*\p{Lu}[\p{L}'’-]+){0,3}(?:, ?[\p{Lu}][\p{L} -]{1,20})?$/u.test(
      piece.text,
    ) &&
    score(piece.text) < 0.3
  )
}

/** The town beside the dates of an entry whose names stand on other rows; null where there is none. */
export function townBesideDates(entry: Entry, names: readonly Piece[]): Piece | null {
  const beside = names.filter((piece) => piece.line === entry.dateLine)
  const [town] = beside
  return names.length >= 3 &&
    beside.length === 1 &&
    /^\p{Lu}[\p{L}'’ -]{1,30}$/u.test(town!.text) &&
    town!.text.split(' ').length <= 3
    ? town!
    : null
}

/** True for the name of a town, country or state, alone or together ('Lyon (69)', 'Boston, MA'). */
export function isPlace(text: string): boolean {
  // The trade, not the town of Mâcon.
  if (/^ma[cç]on$/i.test(text)) return false
  const bare = text
    // 'Lyon 7e', 'Paris 12ème arrondissement'
    .replace(/\s+\d{1,2}\s?(?:er|e|[eè]me|th)(?:\s+(?:arr(?:\.|ondissement)?|district))?(?=$|[,)\s])/i, '')
    .replace(/\(?\b\d{2,5}\)?/g, '')
    .replace(/(?<=\p{L}{3})\.$/u, '')
    .trim()
  if (bare === '') return false
  const parts = bare
    .split(/[,()/–—-]\s*|\s+-\s+/)
    .map((part) => part.trim())
    .filter(Boolean)
  if (cityCountries(bare) || countryCode(bare) !== '') return true
  // 'Urbana, IL': a state's code vouches for a town we do not know.
  const state = /^\p{Lu}[\p{L}'’. -]{1,28},\s*([A-Z]{2})$/u.exec(bare)
  if (state && isStateCode(state[1]!)) return true
  return (
    parts.length > 0 &&
    parts.every(
      (part) =>
        cityCountries(part) !== null ||
        countryCode(part) !== '' ||
        isStateCode(part) ||
        /^(?:remote|télétravail|ile-de-france|île-de-france)$/i.test(part),
    ) &&
    parts.some((part) => cityCountries(part) !== null || countryCode(part) !== '')
  )
}
