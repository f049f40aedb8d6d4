import { fold } from '../../../src/kit/fold.ts'
import type { SectionName } from '../../../src/model/reading.ts'
import { findDates, isOnlyDates } from '../entities/dates.ts'
import { diplomaScore } from '../lexicon/diplomas.ts'
import { headingKind, isSubHeading, likelyKind } from '../lexicon/headings.ts'
import { occupationScore } from '../lexicon/occupations.ts'
import { findLanguages } from '../lexicon/spokenLanguages.ts'
import { finishLine, joinLines } from './lineText.ts'
import type { Line } from './page.ts'

/** A stretch of the CV under one heading. */
export interface Section {
  name: SectionName
  /** True for 'Permis', 'Mobilité', 'Contact' and the like, whose lines are read for those first. */
  topic: '' | 'contact' | 'licence'
  heading: Line | null
  lines: Line[]
}

type Kind = NonNullable<ReturnType<typeof headingKind>>

/** Cuts the lines of a whole document at its headings. */
export function splitSections(given: readonly Line[]): Section[] {
  const lines = joinHeadingRows(given)
  const heads = findHeadings(lines)
  const sections: Section[] = []
  const open = (kind: Kind | 'header', heading: Line | null): Section => {
    const section: Section = {
      name: kind === 'contact' ? 'header' : kind === 'licence' ? 'certificates' : kind === 'neutral' ? 'other' : kind,
      topic: kind === 'contact' || kind === 'licence' ? kind : '',
      heading,
      lines: [],
    }
    sections.push(section)
    return section
  }
  // A run is what was read without jumping up: a column, or a page. Each remembers the section it ended in.
  const runs: { page: number; x0: number; x1: number; section: Section }[] = []
  let current = open('header', null)
  let previous: Line | undefined
  let first = true
  // Where each text box, side cell and the main text stopped.
  const flows = new Map<number, Section>()
  for (const line of lines) {
    if (previous && line.flow !== previous.flow) {
      flows.set(previous.flow ?? 0, current)
      const left = flows.get(line.flow ?? 0)
      const besideHeading = previous.flow !== undefined && heads.has(previous)
      if (left && left !== current && !heads.has(line) && !besideHeading) {
        current = { ...left, lines: [], heading: null }
        sections.push(current)
      } else if (!left && !heads.has(line) && !besideHeading && current.name !== 'header')
        current = open('header', null)
    }
    const jumped =
      previous !== undefined &&
      (line.page !== previous.page || line.y0 < previous.y0 - 2.5 * Math.max(line.size, previous.size))
    if (jumped || first) {
      if (!first && previous) {
        if (line.page !== previous.page) {
          // The last column read on the page before that stands above this line.
          const above = runs.findLast(
            (run) =>
              run.page < line.page &&
              Math.min(run.x1, line.x1) - Math.max(run.x0, line.x0) >
                0.5 * Math.min(line.x1 - line.x0, run.x1 - run.x0),
          )
          if (above && above.section !== current) {
            current = { ...above.section, lines: [], heading: null }
            sections.push(current)
          }
        } else if (line.page === 1 && !heads.has(line) && isTop(line, lines) && !standsBeside(line, current))
          current = open('header', null)
      }
      runs.push({ page: line.page, x0: line.x0, x1: line.x1, section: current })
      first = false
    }
    previous = line
    const run = runs.at(-1)!
    const kind = heads.get(line)
    // 'Curriculum vitae' above the name opens nothing.
    if (kind === 'neutral' && current.name === 'header' && sections.length === 1) current.heading = line
    else if (kind !== undefined) current = open(kind, line)
    else {
      const inline = inlineHeading(line, current)
      if (inline) {
        current = open(inline.kind, null)
        current.lines.push(inline.rest)
      } else current.lines.push(line)
    }
    run.section = current
    run.x0 = Math.min(run.x0, line.x0)
    run.x1 = Math.max(run.x1, line.x1)
  }
  return sections
}

/** True for the first line of a second column of the same section: it stands level with the first line of that. */
function standsBeside(line: Line, section: Section): boolean {
  const first = section.lines[0]
  return (
    section.heading !== null &&
    first !== undefined &&
    first.page === line.page &&
    Math.abs(first.y0 - line.y0) < 0.25 * line.size &&
    Math.abs(first.size - line.size) < 0.15 * line.size
  )
}

/** True in the upper third of what the first page holds. */
function isTop(line: Line, lines: readonly Line[]): boolean {
  const own = lines.filter((other) => other.page === line.page)
  const top = Math.min(...own.map((other) => other.y0))
  const bottom = Math.max(...own.map((other) => other.y1))
  return line.y0 < top + (bottom - top) * 0.33
}

/** How a line looks: what headings of one document share. */
const styleOf = (line: Line): string =>
  [
    isRecognised(line)
      ? Math.round(9 * 1.15 ** Math.round(Math.log(line.size / 9) / Math.log(1.15)))
      : Math.round(line.size * 2) / 2,
    line.bold ? 'b' : '',
    line.italic ? 'i' : '',
    isCaps(line.text) ? 'C' : '',
    line.colour,
  ].join('/')

/** Sizes of recognised letters waver: they are compared in coarse steps. */
const isRecognised = (line: Line): boolean => line.spans.some((span) => span.certainty < 1)

const isCaps = (text: string): boolean => {
  const letters = text.replace(/[^\p{L}]/gu, '')
  return letters.length > 2 && letters === letters.toUpperCase() && letters !== letters.toLowerCase()
}

function findHeadings(lines: readonly Line[]): Map<Line, Kind | 'other'> {
  const bodySizes = new Map<string, number>()
  for (const line of lines) bodySizes.set(styleOf(line), (bodySizes.get(styleOf(line)) ?? 0) + line.text.length)
  const body = [...bodySizes.entries()].sort((a, b) => b[1] - a[1])[0]?.[0] ?? ''
  const bodySize = Number.parseFloat(body) || 10
  const candidates = lines.flatMap((line, index) => {
    if (line.text.includes('\t') && !line.margin) return []
    const named = namesLink(line, lines[index + 1]) ? null : headingKind(line.text)
    const kind = named === 'languages' && !isSpokenBelow(lines, index) ? 'skills' : named
    return kind === null ? [] : [{ line, kind, style: styleOf(line) }]
  })
  const kindsByStyle = new Map<string, Set<Kind>>()
  for (const { style, kind } of candidates) kindsByStyle.set(style, (kindsByStyle.get(style) ?? new Set()).add(kind))
  const main: ReadonlySet<Kind> = new Set<Kind>([
    'experience',
    'education',
    'skills',
    'summary',
    'languages',
    'projects',
    'interests',
    'contact',
  ])
  const rank = (style: string) => [...(kindsByStyle.get(style) ?? [])].filter((kind) => main.has(kind)).length
  const leading = [...kindsByStyle.keys()].sort(
    (a, b) => rank(b) - rank(a) || Number.parseFloat(b) - Number.parseFloat(a),
  )[0]
  const leadingSize = leading === undefined ? 0 : Number.parseFloat(leading)
  // Beside sections that have headings of their own, a label in the margin names a line ('Web : React').
  const isRulingMargin = (line: Line) => line.margin && (styleOf(line) === leading || rank(leading ?? '') < 3)
  const leads = candidates.filter((candidate) => candidate.style === leading)
  const leadingColon = leads.filter(({ line }) => /:\s*$/.test(line.text)).length >= 0.5 * leads.length
  const accepted = new Map<Line, Kind | 'other'>()
  let inside: Kind | 'header' = 'header'
  let opened: Line | undefined
  for (const { line, kind, style } of candidates) {
    const prominent =
      line.size >= bodySize * 1.08 || (line.bold && !body.includes('/b/')) || isCaps(line.text) || isRulingMargin(line)
    const sameStyle = style === leading
    const several = (kindsByStyle.get(style)?.size ?? 0) >= 2 && style !== body
    const lesser = leadingSize > 0 && line.size < leadingSize * (isRecognised(line) ? 0.7 : 0.9)
    // A smaller style is another column's custom; in the column of the leading headings it names something inside them.
    const sameColumn = candidates.some((other) => other.style === leading && Math.abs(other.line.x0 - line.x0) < 60)
    const ownKinds = new Set(
      candidates
        .filter((other) => other.style === style && !isSubHeading(other.line.text) && main.has(other.kind))
        .map((other) => other.kind),
    )
    if (!sameStyle && lesser && sameColumn && rank(leading ?? '') >= 3 && ownKinds.size < 3) continue
    const indented =
      opened !== undefined &&
      opened.page <= line.page &&
      !opened.margin &&
      line.x0 > opened.x0 + 1.2 * line.size &&
      line.x0 < opened.x0 + 120
    if (indented && (inside === 'skills' || inside === 'experience' || inside === 'education') && !main.has(kind))
      continue
    if (indented && inside === 'skills' && (kind === 'skills' || kind === 'languages' || kind === 'interests')) continue
    if (
      !sameStyle &&
      isSubHeading(line.text) &&
      (inside === 'experience' || inside === 'education' || inside === 'projects') &&
      (lesser || !prominent)
    )
      continue
    if (
      !sameStyle &&
      rank(leading ?? '') >= 2 &&
      lesser &&
      (inside === 'skills' || inside === 'contact') &&
      kindsByStyle.get(style)!.size < 3
    )
      continue
    // What comes back, or ends with a colon where section names do not, names a part of each entry.
    if (
      isSubHeading(line.text) &&
      (inside === 'experience' || inside === 'projects' || inside === 'education') &&
      (candidates.filter((other) => fold(other.line.text) === fold(line.text)).length >= 2 ||
        (/:\s*$/.test(line.text) && !leadingColon))
    )
      continue
    if (!sameStyle && !several && inside === 'skills' && (!prominent || lesser) && rank(leading ?? '') >= 2) continue
    // Body text that happens to read like a heading counts only where nothing better was found.
    if (!prominent && !sameStyle && rank(leading ?? '') >= 3) continue
    if (line.bullet && !sameStyle) continue
    accepted.set(line, kind)
    inside = kind
    opened = line
  }
  // Headings nobody thought of: in the very style of the known ones.
  const known = [...accepted.keys()]
  const styles = new Map<string, number>()
  for (const line of known) styles.set(styleOf(line), (styles.get(styleOf(line)) ?? 0) + 1)
  for (const [style, count] of styles) {
    if (count < 3 || style === body || known.some((line) => styleOf(line) === style && isRecognised(line))) continue
    const unknown = lines.filter(
      (line) =>
        !accepted.has(line) &&
        styleOf(line) === style &&
        !line.bullet &&
        line.text.length <= 40 &&
        !/[@\d\t]|https?:/.test(line.text) &&
        occupationScore(line.text) < 0.5 &&
        diplomaScore(line.text) < 0.5 &&
        findDates(line.text).length === 0 &&
        // A heading is set in one weight, and names no stretch of time beside it.
        line.spans.every((span) => span.bold === line.bold) &&
        !isBesideLabel(lines, line) &&
        lines.indexOf(line) > lines.indexOf(known[0]!),
    )
    const named = unknown.filter((line) => !opensEntry(lines, accepted, line))
    // Where some of them open entries, the others of their look do so, too.
    if (named.length < unknown.length) continue
    if (unknown.length <= count) for (const line of unknown) accepted.set(line, likelyKind(line.text) ?? 'other')
  }
  return accepted
}

/** 'Expériences' above 'professionnelles', 'COMPÉTENCES TECH-' above 'NIQUES': a heading set on two rows. */
function joinHeadingRows(lines: readonly Line[]): Line[] {
  const out: Line[] = []
  for (const line of lines) {
    const last = out.at(-1)
    const joined = last && belongsBelow(last, line) ? joinLines(last, line) : null
    if (joined && headingKind(joined.text) !== null) out[out.length - 1] = joined
    else out.push(line)
  }
  return out
}

const belongsBelow = (above: Line, below: Line): boolean =>
  above.page === below.page &&
  above.text.length <= 30 &&
  below.text.length <= 30 &&
  !/\t/.test(above.text + below.text) &&
  !above.bullet &&
  !below.bullet &&
  styleOf(above) === styleOf(below) &&
  (above.bold || isCaps(above.text) || above.size > 11.5) &&
  below.y0 > above.y0 + 0.5 * above.size &&
  below.y0 - above.y1 < 0.6 * above.size &&
  // Two headings, one above the other, are two.
  (headingKind(below.text) === null || headingKind(above.text) === null)

/** True for what stands beside a label in the margin, such as the dates of an entry. */
function isBesideLabel(lines: readonly Line[], line: Line): boolean {
  const before = lines[lines.indexOf(line) - 1]
  return before !== undefined && before.margin && !line.margin && headingKind(before.text) === null
}

/** False where what follows 'Languages' names none that people speak: those are for machines. */
function isSpokenBelow(lines: readonly Line[], index: number): boolean {
  const below = lines.slice(index + 1, index + 5)
  return below.length === 0 || below.some((line) => findLanguages(line.text).length > 0)
}

/** 'Portfolio' above a web address is a contact, no section. */
const namesLink = (line: Line, next: Line | undefined): boolean =>
  /^(?:portfolio|website|site|blog)\s*:?$/i.test(line.text.trim()) &&
  next !== undefined &&
  /^\S+\.[a-z]{2,8}(?:\/\S*)?$/i.test(next.text.trim())

/** True for the first row of an entry: it stands right below a section's name, or just above the dates of an entry. */
function opensEntry(lines: readonly Line[], heads: ReadonlyMap<Line, Kind | 'other'>, line: Line): boolean {
  const at = lines.indexOf(line)
  const above = lines[at - 1]
  const inside = [...heads].findLast(([head]) => lines.indexOf(head) < at)?.[1]
  if (inside !== 'experience' && inside !== 'education') return false
  if (above && heads.has(above)) return true
  return lines.slice(at + 1, at + 3).some((below) => below.text.length < 60 && isOnlyDates(below.text))
}

/** 'Langues : français, anglais' opens a section and fills it at once. */
function inlineHeading(line: Line, current: Section): { kind: Kind; rest: Line } | null {
  const match = /^([^:\t]{3,40}?)\s*(?::|\t)\s*(\S.*)$/.exec(line.text)
  if (!match || line.bullet) return null
  const kind = headingKind(match[1]!)
  if (
    kind === null ||
    kind === 'neutral' ||
    kind === 'contact' ||
    kind === 'experience' ||
    kind === 'education' ||
    kind === 'summary' ||
    kind === 'references'
  )
    return null
  if (current.name === 'experience' || current.name === 'education' || current.name === 'projects') return null
  if (kind === 'languages' && findLanguages(match[2]!).length === 0) return null
  if (current.name === 'skills' && (kind === 'skills' || kind === 'licence')) return null
  if (current.name === (kind === 'licence' ? 'certificates' : kind)) return null
  const cut = line.text.length - match[2]!.length
  return {
    kind,
    rest: {
      ...finishLine(
        match[2]!,
        line.spans
          .filter((span) => span.end > cut)
          .map((span) => ({ ...span, start: Math.max(0, span.start - cut), end: span.end - cut })),
        line.block,
      ),
      links: line.links,
    },
  }
}
