import { isOnlyDates, findDates } from '../entities/dates.ts'
import { headingKind, isTableHead } from '../lexicon/headings.ts'
import { joinLines, segmentsToLine } from './lineText.ts'
import type { Line, Segment } from './page.ts'

/** 'labels' are section names in a margin, 'dates' are dates there. */
type Verdict = 'columns' | 'labels' | 'dates' | 'rows'

interface Region {
  segments: Segment[]
  depth: number
  /** Where rows of the region may reach on the right. */
  edge: number
}

/** Lines of one page in reading order. `nextBlock` numbers the blocks over all pages. */
export function readingOrder(segments: readonly Segment[], nextBlock: () => number, pageWidth = 0): Line[] {
  const left = Math.min(...segments.map((segment) => segment.x0))
  // Margins are alike on both sides, as a rule: up to there a row had room for more.
  return readRegion({ segments: [...segments], depth: 0, edge: pageWidth - left }, nextBlock)
}

/**
 * Recursive cut along white space. A tall empty strip with text on both sides parts a region into: what stands above
 * the strip, its left side, its right side, what stands below. What the sides hold tells whether they are columns to
 * be read one after the other, labels of what stands beside them (dates, section names), or cells of one row.
 */
function readRegion(region: Region, nextBlock: () => number): Line[] {
  const { segments, depth, edge } = region
  if (segments.length === 0) return []
  if (depth < 7) {
    const strips = findStrips(segments)
      .slice(0, 8)
      .map((strip) => ({ ...strip, verdict: judge(strip.left, strip.right) }))
      .filter((strip) => strip.verdict !== 'rows')
    // Section names in the margin rule over columns inside the sections.
    // A sidebar rules over dates in the margin of the column beside it; it has headings, and so has that column.
    const isOfPage = (strip: (typeof strips)[number]) =>
      strip.verdict === 'columns' &&
      strip.height >= 0.7 * strips[0]!.height &&
      [strip.left, strip.right].every((side) => side.some((segment) => headingKind(segmentText(segment)) !== null))
    const tall = (verdict: Verdict, share: number) =>
      strips.find((strip) => strip.verdict === verdict && strip.height >= share * strips[0]!.height)
    const best = tall('labels', 0.6) ?? strips.find(isOfPage) ?? tall('columns', 0.5) ?? strips[0]
    if (best) {
      const { verdict, ...strip } = best
      const inside = new Set([...strip.left, ...strip.right])
      const above = segments.filter((segment) => !inside.has(segment) && segment.baseline <= strip.top)
      const below = segments.filter((segment) => !inside.has(segment) && segment.baseline > strip.top)
      const bands = verdict === 'columns' ? bandsAtHeadings(strip.left, strip.right) : null
      const middle = bands
        ? bands.flatMap((band) => readRegion({ segments: band, depth: depth + 1, edge }, nextBlock))
        : verdict === 'columns'
          ? [
              ...readRegion(
                { segments: strip.left, depth: depth + 1, edge: Math.min(...strip.right.map((s) => s.x0)) },
                nextBlock,
              ),
              ...readRegion({ segments: strip.right, depth: depth + 1, edge }, nextBlock),
            ]
          : readLabelled(strip.left, strip.right, { depth: depth + 1, edge }, nextBlock)
      return [
        ...readRegion({ segments: above, depth: depth + 1, edge }, nextBlock),
        ...middle,
        ...readRegion({ segments: below, depth: depth + 1, edge }, nextBlock),
      ]
    }
  }
  return joinParagraphs(
    rowsOf(segments).map((row) => row),
    nextBlock(),
    edge,
  )
}

/**
 * Columns without a heading of their own beside a side with headings are rows set in two columns (bullets, most often)
 * inside sections of the page: each heading closes the columns above it. Null where the sides are columns of the page.
 */
function bandsAtHeadings(left: readonly Segment[], right: readonly Segment[]): Segment[][] | null {
  if (right.some((segment) => headingKind(segmentText(segment)) !== null)) return null
  const rightTop = Math.min(...right.map((segment) => segment.y0))
  // A name with something beside it labels that row.
  const heads = left.filter(
    (segment) =>
      headingKind(segmentText(segment)) !== null &&
      segment.y0 > rightTop &&
      !right.some((other) => Math.abs(other.baseline - segment.baseline) < 0.35 * segment.size + 0.5),
  )
  if (heads.length === 0 || alignedShare(left, right).right < 0.75) return null
  const tops = heads.map((head) => head.y0).sort((a, b) => a - b)
  const bandOf = (segment: Segment) => tops.filter((top) => segment.y0 >= top - 0.5).length
  const bands = tops.map((): Segment[] => [])
  bands.push([])
  for (const segment of [...left, ...right]) bands[bandOf(segment)]!.push(segment)
  return bands.filter((band) => band.length > 0)
}

interface Strip {
  left: Segment[]
  right: Segment[]
  /** Baseline above which segments outside the strip are read first. */
  top: number
  height: number
  score: number
}

/** Empty vertical strips, tallest first. */
function findStrips(segments: readonly Segment[]): Strip[] {
  const byTop = [...segments].sort((a, b) => a.baseline - b.baseline)
  const cuts = new Set<number>()
  for (const segment of segments) cuts.add(Math.round(segment.x0 * 2) / 2)
  const centred = centredHeadings(segments)
  const overhanging = overhangingDates(segments)
  const strips: Strip[] = []
  const seen = new Set<string>()
  for (const cut of cuts) {
    let run: Segment[] = []
    let crossed = Number.NEGATIVE_INFINITY
    const isOverhang = (segment: Segment) =>
      segment.x0 < cut - 1 && segment.x1 - cut < 3 * segment.size && overhanging.has(segment)
    const close = () => {
      for (const part of partRun(run, cut)) emit(part)
      run = []
    }
    const emit = (part: readonly Segment[]) => {
      const left = part.filter((segment) => segment.x1 <= cut - 1 || isOverhang(segment))
      const right = part.filter((segment) => segment.x0 >= cut - 1)
      if (left.length < 2 || right.length < 2) return
      const overlapTop = Math.max(left[0]!.y0, right[0]!.y0)
      const overlapBottom = Math.min(Math.max(...left.map((s) => s.y1)), Math.max(...right.map((s) => s.y1)))
      const height = overlapBottom - overlapTop
      if (height <= 0) return
      const key = `${left.length}/${right.length}/${left[0]!.baseline}/${right[0]!.baseline}/${right.length > 0 ? right.at(-1)!.baseline : 0}`
      if (seen.has(key)) return
      seen.add(key)
      const gutter = Math.min(...right.map((s) => s.x0)) - Math.max(...left.map((s) => Math.min(s.x1, cut - 1)))
      const em = left[0]!.size
      strips.push({
        left,
        right,
        top: Math.min(left[0]!.baseline, right[0]!.baseline),
        height,
        score: height + Math.min(gutter, 4 * em) + Math.min(rowCount(left), rowCount(right)) * em,
      })
    }
    for (const segment of byTop) {
      const crosses = (segment.x0 < cut - 1 && segment.x1 > cut - 1 && !isOverhang(segment)) || centred.has(segment)
      if (crosses) {
        // What stands on a crossing row belongs to that row, not to a side of the strip.
        run = run.filter((other) => Math.abs(other.baseline - segment.baseline) > 0.3 * segment.size)
        close()
        crossed = segment.baseline
      } else if (Math.abs(segment.baseline - crossed) > 0.3 * segment.size) run.push(segment)
    }
    close()
  }
  return strips.sort((a, b) => b.score - a.score)
}

/** Dates alone on their row: one too long for the margin pushes what it belongs to onto the next row. */
const overhangingDates = (segments: readonly Segment[]): Set<Segment> =>
  new Set(
    segments.filter(
      (segment) =>
        isOnlyDates(segmentText(segment)) &&
        !segments.some(
          (other) => other !== segment && Math.abs(other.baseline - segment.baseline) < 0.4 * segment.size + 0.5,
        ),
    ),
  )

/** Section names that stand alone in the middle of a region: they open for its whole width. */
function centredHeadings(segments: readonly Segment[]): Set<Segment> {
  const left = Math.min(...segments.map((segment) => segment.x0))
  const right = Math.max(...segments.map((segment) => segment.x1))
  const middle = (left + right) / 2
  const found = segments.filter(
    (segment) =>
      segment.x0 - left > 4 * segment.size &&
      Math.abs((segment.x0 + segment.x1) / 2 - middle) < 1.5 * segment.size &&
      headingKind(segmentText(segment)) !== null &&
      !segments.some(
        (other) => other !== segment && Math.abs(other.baseline - segment.baseline) < 0.4 * segment.size + 0.5,
      ),
  )
  // One may stand in the middle by chance; two of different lengths do not.
  const lengths = found.map((segment) => segment.x1 - segment.x0)
  return Math.max(...lengths) - Math.min(...lengths) > 2 * (found[0]?.size ?? 0) ? new Set(found) : new Set()
}

/**
 * One empty strip may run through arrangements that have nothing to do with each other: rows with dates at their end,
 * and below them two columns that open with a heading each; or columns, and below them the next section of the page.
 */
function partRun(run: readonly Segment[], cut: number): Segment[][] {
  const isHead = (segment: Segment) => headingKind(segmentText(segment)) !== null
  const isLeft = (segment: Segment) => segment.x1 <= cut - 1
  const rightOf = (part: readonly Segment[]) => part.filter((segment) => !isLeft(segment))
  const parts: Segment[][] = []
  let part: Segment[] = []
  for (const row of rowsOf(run)) {
    const above = rightOf(part)
    const opensColumns =
      above.length > 0 &&
      row.some((segment) => isLeft(segment) && isHead(segment)) &&
      row.some((segment) => !isLeft(segment) && isHead(segment)) &&
      !above.some(isHead) &&
      alignedShare(part.filter(isLeft), above).right >= 0.9
    if (opensColumns) {
      parts.push(part)
      part = []
    }
    part.push(...row)
  }
  // A heading below all that stands on the right opens something else.
  const bottom = Math.max(...rightOf(part).map((segment) => segment.y1))
  const next = part.find((segment) => isLeft(segment) && segment.y0 > bottom && isHead(segment))
  if (next) {
    parts.push(part.filter((segment) => segment.baseline < next.baseline - 0.3 * next.size))
    part = part.filter((segment) => segment.baseline >= next.baseline - 0.3 * next.size)
  }
  return [...parts, part]
}

const segmentText = (segment: Segment): string =>
  segment.items
    .map((item) => item.text)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()

function judge(left: readonly Segment[], right: readonly Segment[]): Verdict {
  // Nobody writes two stretches of time on one row: entries stand side by side.
  if (hasPairedDates(left, right)) return 'columns'
  const leftGroups = groups(left)
  const rightGroups = groups(right)
  const leftLabels = leftGroups.filter((group) => labelKind(groupText(group)) !== null).length
  const rightLabels = rightGroups.filter((group) => labelKind(groupText(group)) === 'date').length
  const leftWidth = Math.max(...left.map((s) => s.x1)) - Math.min(...left.map((s) => s.x0))
  const rightWidth = Math.max(...right.map((s) => s.x1)) - Math.min(...right.map((s) => s.x0))
  const leftRows = rowCount(left)
  const rightRows = rowCount(right)
  const aligned = alignedShare(left, right)
  // Dates or section names in the left margin name what stands beside them.
  const dates = leftGroups.filter((group) => labelKind(groupText(group)) === 'date').length
  const headings = leftLabels - dates
  // A heading over the whole page is short enough to stand in the margin too: it has no row beside it.
  const labelRows = dates > 0 && leftLabels === leftGroups.length ? leftRows - headings : leftRows
  if (leftLabels >= 0.6 * leftGroups.length && leftWidth < 0.75 * rightWidth + 40 && labelRows <= rightRows + 1) {
    // A column of headings that all have their own content below would show that content as unlabelled groups.
    if (dates > 0 || headings >= 1) return headings > dates ? 'labels' : 'dates'
  }
  const leftDates = leftGroups.filter((group) => hasDate(groupText(group))).length
  if (
    leftDates >= 0.6 * leftGroups.length &&
    leftDates >= 2 &&
    leftWidth < 0.45 * (leftWidth + rightWidth) &&
    leftRows <= 1.3 * rightRows + 1
  )
    return 'dates'
  const rightDates = right.filter((segment) => hasDate(segmentText(segment))).length
  if (rightDates >= 0.4 * right.length && aligned.right >= 0.7 && !right.some((s) => headingKind(segmentText(s))))
    return 'rows'
  if (rightLabels >= 0.7 * rightGroups.length) return 'rows'
  // Short pieces that stand on the rows of the other side, fewer than those: ends of rows, such as towns and dates.
  const headed = right.some((s) => headingKind(segmentText(s)) !== null)
  const meanLength = right.reduce((sum, s) => sum + segmentText(s).length, 0) / right.length
  if (!headed && aligned.right >= 0.9 && rightRows < leftRows && meanLength < 26) return 'rows'
  // Sides that hardly stand beside each other are the end of one row and the beginning of the next.
  if (rowCount(beside(left, right)) < 2 || rowCount(beside(right, left)) < 2) return 'rows'
  const leftHeads = left.filter((segment) => headingKind(segmentText(segment)) !== null).length
  const rightHeads = right.filter((segment) => headingKind(segmentText(segment)) !== null).length
  // Columns have their headings beside each other's text; one that opens below the other side belongs to the whole page.
  if (
    leftHeads + rightHeads > 0 &&
    ![...beside(left, right), ...beside(right, left)].some((one) => headingKind(segmentText(one)) !== null)
  )
    return 'rows'
  if (leftRows >= 3 && rightRows >= 3) {
    if (leftHeads > 0 && rightHeads > 0) return 'columns'
    if ((leftHeads > 0 && leftHeads < leftRows) || (rightHeads > 0 && rightHeads < rightRows))
      return Math.max(aligned.left, aligned.right) > 0.95 && leftHeads + rightHeads < 2 ? 'rows' : 'columns'
    if (aligned.left >= 0.8 || aligned.right >= 0.8) return 'rows'
    return 'columns'
  }
  if (leftHeads > 0 && rightHeads > 0 && leftRows >= 2 && rightRows >= 2) return 'columns'
  return 'rows'
}

/** Entries set as cards: a row with a stretch of time on either side, and names under or over both. */
function hasPairedDates(left: readonly Segment[], right: readonly Segment[]): boolean {
  const ranged = (segment: Segment) => {
    const text = segmentText(segment)
    return text.length < 45 && isOnlyDates(text) && isClosedRange(text)
  }
  const rightDates = right.filter(ranged)
  if (rightDates.length === 0) return false
  return left.some(
    (segment) =>
      ranged(segment) &&
      rightDates.some((other) => Math.abs(other.baseline - segment.baseline) < 0.25 * segment.size) &&
      alignedShare(left, right).right >= 0.6,
  )
}

/** Segments of one side that stand at the height of the other. */
function beside(of: readonly Segment[], other: readonly Segment[]): Segment[] {
  const top = Math.min(...other.map((segment) => segment.y0))
  const bottom = Math.max(...other.map((segment) => segment.y1))
  return of.filter((segment) => segment.y1 > top && segment.y0 < bottom)
}

const hasDate = (text: string): boolean => text.length < 45 && findDates(text).length > 0

function labelKind(text: string): 'heading' | 'date' | null {
  if (text.length < 45 && headingKind(text) !== null) return 'heading'
  // 'T O' between two dates is one word, letter-spaced.
  if (text.length < 45 && isOnlyDates(text.replace(/(?<!\S)(\p{Lu}) (\p{Lu})(?!\S)/gu, '$1$2'))) return 'date'
  return null
}

/** Share of each side's rows that have a row of the other side on the same baseline. */
function alignedShare(left: readonly Segment[], right: readonly Segment[]): { left: number; right: number } {
  const share = (of: readonly Segment[], among: readonly Segment[]) => {
    const sorted = among.map((s) => s.baseline).sort((a, b) => a - b)
    const hits = of.filter((segment) =>
      sorted.some((baseline) => Math.abs(baseline - segment.baseline) < 0.25 * segment.size),
    ).length
    return of.length === 0 ? 0 : hits / of.length
  }
  return { left: share(left, right), right: share(right, left) }
}

const rowCount = (segments: readonly Segment[]): number => rowsOf(segments).length

/** Rows by baseline, each sorted by x. */
function rowsOf(segments: readonly Segment[]): Segment[][] {
  const rows: Segment[][] = []
  for (const segment of [...segments].sort((a, b) => a.baseline - b.baseline || a.x0 - b.x0)) {
    const row = rows.at(-1)
    const head = row?.[0]
    if (row && head && Math.abs(head.baseline - segment.baseline) <= 0.35 * Math.min(head.size, segment.size) + 0.5)
      row.push(segment)
    else rows.push([segment])
  }
  for (const row of rows) row.sort((a, b) => a.x0 - b.x0)
  return rows
}

/** A town in the margin, below the dates. */
const isTownOf = (dates: string, text: string): boolean =>
  labelKind(dates) === 'date' && text.length < 26 && labelKind(text) === null && !/\d/.test(text)

/** Consecutive rows of a narrow column in one style and without white space between them. */
function groups(segments: readonly Segment[]): Segment[][][] {
  const found: Segment[][][] = []
  for (const row of rowsOf(segments)) {
    const group = found.at(-1)
    const last = group?.at(-1)?.[0]
    const head = row[0]!
    const near =
      last &&
      head.baseline - last.baseline < 1.7 * Math.max(last.size, head.size) &&
      Math.abs(last.size - head.size) < 0.8
    const text = group ? groupText(group) : ''
    const rowText = row.map(segmentText).join(' ')
    // A finished label (a known heading, a closed range, a date later than the next) is not continued by another label.
    const closed =
      group !== undefined &&
      !goesOn.test(rowText) &&
      (isTableHead(text) ||
        (labelKind(rowText) === 'heading' && labelKind(`${text} ${rowText}`) === null) ||
        (labelKind(text) !== null &&
          ((labelKind(`${text} ${rowText}`) === null && !isTownOf(text, rowText)) || isEarlierDate(text, rowText))))
    if (group && near && !closed && (!isClosedRange(text) || !findDates(row.map(segmentText).join(' ')).length))
      group.push(row)
    else found.push([row])
  }
  return found
}

/** True when the second text is a date of its own, not the end of a range that the first opens. */
function isEarlierDate(text: string, next: string): boolean {
  const [first] = findDates(text)
  const [second] = findDates(next)
  if (!first || !second || second.start > first.start.slice(0, second.start.length)) return false
  return !/(?:[-–—/]|\s(?:à|au|to|until))\s*$/i.test(text) && !goesOn.test(next)
}

/** The second half of a range: 'à mai 2024', '– présent'. */
const goesOn = /^\s*(?:[-–—/]|(?:à|au|to|until)(?=\s|$))/i

const isClosedRange = (text: string): boolean =>
  findDates(text).some((range) => range.end !== '' && range.doubt !== 'open-end')
const closesWithDates = (text: string): boolean =>
  (findDates(text).at(-1)?.to ?? 0) >= text.replace(/[\s).]+$/, '').length
const groupText = (group: readonly Segment[][]): string => group.map((row) => row.map(segmentText).join(' ')).join(' ')

/** Labels stand before what they name: the content from the label's height down to the next label. */
function readLabelled(
  given: readonly Segment[],
  right: readonly Segment[],
  around: { depth: number; edge: number },
  nextBlock: () => number,
): Line[] {
  // Rows above everything on the right, such as an address over a table, are labels of nothing.
  const start = Math.min(...right.map((segment) => segment.y0))
  const free = given.filter((segment) => segment.y1 <= start)
  const left = given.filter((segment) => segment.y1 > start)
  const rightRows = rowsOf(right)
  const labels = groups(left).flatMap((group) => partGroup(group, rightRows))
  const tops = labels.map((group) => {
    const first = group[0]![0]!
    const near = rightRows.find(
      (row) => row[0]!.y1 > first.y0 + 0.2 * first.size || row[0]!.baseline >= first.baseline - 0.3 * first.size,
    )
    // A label may sit a little lower or higher than the row it names.
    return Math.min(
      first.y0,
      near && Math.abs(near[0]!.baseline - first.baseline) < 0.9 * first.size ? near[0]!.y0 - 0.1 : first.y0,
    )
  })
  const lines: Line[] = readRegion({ segments: free, ...around }, nextBlock)
  const before = right.filter((segment) => segment.y0 < (tops[0] ?? 0) - 0.5)
  lines.push(...readRegion({ segments: before, ...around }, nextBlock))
  for (const [index, group] of labels.entries()) {
    const label = joinAll(group.map((row) => segmentsToLine(row, nextBlock())))
    if (label) lines.push({ ...label, margin: true })
    const from = tops[index]!
    const to = tops[index + 1] ?? Number.POSITIVE_INFINITY
    const beside = right.filter((segment) => segment.y0 >= from - 0.5 && segment.y0 < to - 0.5)
    lines.push(...readRegion({ segments: beside, ...around }, nextBlock))
  }
  return lines
}

/** Rows of labels that each name the row beside them ('Langages', 'Outils') are labels of their own. */
function partGroup(group: Segment[][], rightRows: readonly Segment[][]): Segment[][][] {
  const text = groupText(group)
  if (group.length < 2 || labelKind(text) === 'heading') return [group]
  const hasOwnRow = (row: readonly Segment[]) =>
    rightRows.some((other) => Math.abs(other[0]!.baseline - row[0]!.baseline) < 0.25 * row[0]!.size)
  const parts: Segment[][][] = []
  for (const row of group) {
    const last = parts.at(-1)
    const before = last ? groupText(last) : ''
    const own = row.map(segmentText).join(' ')
    const dated = findDates(before).length > 0
    // Two rows that tell one stretch of time ('mars 2014 –', 'mai 2018') stay together.
    const wraps = dated
      ? findDates(`${before} ${own}`).length === 1
      : openEnd.test(before) || (/^[\p{Ll}(&]/u.test(own) && findDates(own).length === 0)
    if (last && (wraps || !hasOwnRow(row))) last.push(row)
    else parts.push([row])
  }
  return parts
}

const joinAll = (lines: readonly Line[]): Line | null =>
  lines.reduce<Line | null>((all, line) => (all ? joinLines(all, line) : line), null)

/** One line per row; rows that a margin cut in the middle of a sentence become one line again. */
function joinParagraphs(rows: readonly Segment[][], block: number, edge: number): Line[] {
  const lines = rows.map((row) => segmentsToLine(row, block)).filter((line) => line.text !== '' || line.bullet)
  return mergeWrapped(lines, edge)
}

/** See `joinParagraphs`; also used on lines that came in order. */
export function mergeWrapped(lines: readonly Line[], edge = 0): Line[] {
  const right = Math.max(...lines.map((line) => line.x1))
  const out: Line[] = []
  let lastRow: Line | undefined
  for (const line of lines) {
    const last = out.at(-1)
    if (last && lastRow) line.gapAbove = (line.y0 - lastRow.y1) / Math.max(line.size, 1)
    // A bullet drawn as a row of its own belongs to the row after it.
    if (last && last.text === '' && last.bullet) {
      out[out.length - 1] = { ...line, bullet: true }
    } else if (last && lastRow && continues(last, lastRow, line, right, lines.length < 4 ? edge : 0))
      out[out.length - 1] = joinLines(last, line)
    else out.push(line)
    lastRow = line
  }
  return out.filter((line) => line.text !== '')
}

const openEnd =
  /(?:[,;&/(]|[-–]|\b(?:de|du|des|d'|la|le|les|l'|à|au|aux|en|et|ou|pour|par|sur|avec|dans|un|une|of|the|and|or|in|for|to|with|at|a|an|on|by|from))$/i

/** A row that breaks inside a date: 'depuis septembre' and '2022' on the next. */
const opensDate =
  /\p{L}.*[\s(](?:depuis|since|from|jusqu['’]en|janv(?:ier)?\.?|f[ée]vr?(?:ier)?\.?|mars|avr(?:il)?\.?|mai|juin|juil(?:let)?\.?|ao[uû]t|sept(?:embre)?\.?|oct(?:obre)?\.?|nov(?:embre)?\.?|d[ée]c(?:embre)?\.?|january|february|march|april|may|june|july|august|september|october|november|december|jan\.?|feb\.?|mar\.?|apr\.?|jun\.?|jul\.?|aug\.?|sep\.?|dec\.?|(?:19|20)\d\d(?=\s*[-–—]$)|(?<=\s)(?:de|du|from)$)(?:\s*[-–—])?$/iu

/** True where a word in small letters is hyphenated over two rows that belong together. */
function cutWord(row: Line, next: Line): boolean {
  const em = Math.max(row.size, 1)
  if (!/\p{Ll}{2}-$/u.test(row.text) || !/^\p{Ll}{2}/u.test(next.text)) return false
  const end = row.spans.at(-1)
  const start = next.spans[0]
  if (end && start && (end.bold !== start.bold || end.italic !== start.italic)) return false
  const centred = Math.abs(row.x0 + row.x1 - next.x0 - next.x1) < 2 * em
  return centred || Math.abs(next.x0 - row.x0) < 3 * em
}

function continues(line: Line, row: Line, next: Line, right: number, edge: number): boolean {
  if (next.bullet || next.page !== row.page) return false
  const em = Math.max(row.size, 1)
  const opened = opensDate.test(row.text) && findDates(next.text)[0]?.from === 0 && right - row.x1 < 6 * em
  if (opened && isOnlyDates(next.text) && (next.y0 - row.y1) / em < 0.75 && next.x0 < row.x0 + em) return true
  if (row.text.includes('\t') || next.text.includes('\t')) return false
  if (Math.abs(row.size - next.size) > 0.6) return false
  if ((next.y0 - row.y1) / em > 0.75) return false
  // A word cut at the end of its row goes on below, whatever style the rest of the two rows has.
  if (cutWord(row, next)) return true
  // What counts is the style at the seam: a row may open in bold and end plain.
  const end = row.spans.at(-1) ?? row
  const start = next.spans[0] ?? next
  if (row.bold !== next.bold && (end.bold !== start.bold || row.spans.length < 2)) return false
  if (end.colour !== start.colour && end.colour !== '' && start.colour !== '') return false
  if (Math.abs(next.x0 - row.x0) > (line.bullet ? 3 : 0.7) * em && !(line.bullet && row === line)) return false
  if (headingKind(next.text) !== null || headingKind(row.text) !== null) return false
  // Addresses and numbers are whole by themselves; a broken address is mended later, without a space.
  if (/^\S+@|^(?:https?:|www\.)/i.test(next.text) || /(?:^|\s)\S+@\S*$/.test(row.text)) return false
  if (/^(?:\+|0)[\d\s()./-]{8,}$/.test(row.text)) return false
  if (opened) return true
  if (isOnlyDates(next.text) || isOnlyDates(row.text)) return false
  if (findDates(next.text)[0]?.from === 0) return false
  // A row that closes with a stretch of time is whole: what follows is the next entry.
  if (closesWithDates(row.text) && (isClosedRange(row.text) || findDates(next.text).length > 0)) return false
  if (/[/@_]$|-$/.test(row.text) && /(?:https?:|www\.|@|\.(?:com|fr|org|net|io|dev|ma|be|ch|ca)\/)\S*$/i.test(row.text))
    return !/[\s@]/.test(next.text)
  if (/\p{L}-$/u.test(row.text)) return true
  const firstWord = next.text.split(/\s/, 1)[0] ?? ''
  const room = right - row.x1
  const needed = ((next.x1 - next.x0) / Math.max(next.text.length, 1)) * (firstWord.length + 1)
  if (room > needed + 0.5 * em) return false
  if (/^\p{Ll}/u.test(next.text)) return true
  if (openEnd.test(row.text)) return true
  // Few rows tell nothing of where they break: the margin does.
  if (edge - row.x1 > needed + 2 * em) return false
  return row.text.length >= 60 && !/[.:!?]$/.test(row.text) && !/^[^:]{2,24}\s?:\s/.test(next.text)
}
