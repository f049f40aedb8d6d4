import { err, ok, type Result } from '../../../src/kit/result.ts'
import type { ReadFailure } from '../../../src/model/reading.ts'
import type { CompoundFile } from './compoundFile.ts'
import { type FlowText, FlowWriter, tableToParagraphs, textOf, tidyParagraphs, tidyPassages } from './flowText.ts'
import type { Paragraph, Run } from './plainPages.ts'
import { type PropertyRun, readPropertyRuns, readStyleSheet, type WordProperties } from './wordProperties.ts'

/** Letters beyond this are no CV: half a thousand pages. */
const longest = 1_500_000

interface WordText {
  /** All stories of the file one after the other. */
  letters: string
  /** Where each letter stands in the document stream, for its properties. */
  positions: Uint32Array
  characters: PropertyRun[]
  paragraphs: PropertyRun[]
  styles: WordProperties[]
  /** Text boxes by the position of their anchor among the letters. */
  boxes: Map<number, { from: number; to: number }>
  hasShade: boolean
  hidden: string[]
  /** Place of the last hidden letter: its neighbour belongs to the same passage. */
  lastHidden: number
  /** Columns and boxes met, each a flow of its own. */
  flows: number
}

/**
 * The text of a Word 97-2003 document ([MS-DOC]): the main story with its tables, text boxes where they are anchored,
 * headers first and footers last. Field codes, deleted revisions and hidden text are left out. Word 6 and 95 files give
 * their plain text.
 */
export function readDoc(file: CompoundFile): Result<FlowText, ReadFailure> {
  if (file.paths.some((path) => path === 'EncryptedPackage')) return err({ type: 'Encrypted', format: 'docx' })
  const stream = file.read('WordDocument')
  if (!stream || stream.length < 0x200)
    return err(
      file.paths.includes('WordDocument')
        ? { type: 'Corrupt', format: 'doc' }
        : { type: 'Unsupported', format: 'binary' },
    )
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength)
  const mark = view.getUint16(0, true)
  if (mark !== 0xa5ec && mark !== 0xa5dc) return err({ type: 'Corrupt', format: 'doc' })
  const flags = view.getUint16(0x0a, true)
  if ((flags & 0x0100) !== 0) return err({ type: 'Encrypted', format: 'doc' })
  if (view.getUint16(2, true) < 0xc1) return ok(readOldWord(stream, view, flags))

  const table = file.read((flags & 0x0200) !== 0 ? '1Table' : '0Table') ?? file.read('0Table') ?? file.read('1Table')
  if (!table) return err({ type: 'Corrupt', format: 'doc' })
  const tableView = new DataView(table.buffer, table.byteOffset, table.byteLength)
  const part = (index: number) => ({
    from: view.getUint32(0x9a + index * 8, true),
    length: view.getUint32(0x9e + index * 8, true),
  })
  const clx = part(33)
  const text = piecesText(stream, table, tableView, clx.from, clx.length)
  if (!text) return err({ type: 'Corrupt', format: 'doc' })
  const counts = [0x4c, 0x50, 0x54, 0x5c, 0x60, 0x64].map((at) => view.getUint32(at, true))
  const [mainLength, footnotes, headers, comments, endnotes, boxLetters] = counts as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  const characters = part(12)
  const paragraphs = part(13)
  const styles = part(1)
  const boxesFrom = mainLength + footnotes + headers + comments + endnotes
  const word: WordText = {
    ...text,
    characters: readPropertyRuns('characters', view, tableView, characters.from, characters.length),
    paragraphs: readPropertyRuns('paragraphs', view, tableView, paragraphs.from, paragraphs.length),
    styles: readStyleSheet(tableView, styles.from, styles.length),
    boxes: readBoxes(tableView, part(40), part(56), boxesFrom, boxesFrom + boxLetters),
    hasShade: false,
    hidden: [],
    lastHidden: -2,
    flows: 0,
  }
  const isShaded = ({ properties }: PropertyRun) => properties.shaded === true
  word.hasShade = word.characters.some(isShaded) || word.paragraphs.some(isShaded) || word.letters.includes('\u0008')
  const stories = headerStories(tableView, part(11), mainLength + footnotes)
  const seen = new Set<string>()
  const isNew = (paragraph: Paragraph) => {
    const key = textOf(paragraph).trim()
    if (key === '' || seen.has(key) || /^(?:page\s*)?\d*\s*(?:\/|sur|of)?\s*\d*$/i.test(key)) return false
    seen.add(key)
    return true
  }
  const top = stories.headers.flatMap(({ from, to }) => readStory(word, from, to)).filter(isNew)
  const main = readStory(word, 0, mainLength)
  const lost = [...word.boxes.values()].flatMap(({ from, to }) => readStory(word, from, to))
  const bottom = stories.footers.flatMap(({ from, to }) => readStory(word, from, to)).filter(isNew)
  const notes = [
    { from: mainLength, to: mainLength + footnotes },
    { from: boxesFrom - endnotes, to: boxesFrom },
  ].flatMap(({ from, to }) => readStory(word, from, to))
  return ok({
    paragraphs: tidyParagraphs([...top, ...main, ...lost, ...notes, ...bottom]),
    hiddenPassages: tidyPassages(word.hidden),
  })
}

/** The letters of all stories, gathered from the pieces the file was saved in; `old` decodes those of Word 6 and 95. */
function piecesText(
  stream: Uint8Array,
  table: Uint8Array,
  view: DataView,
  from: number,
  length: number,
  old?: TextDecoder,
): { letters: string; positions: Uint32Array } | null {
  const end = Math.min(from + length, table.length)
  let at = from
  // Lists of property changes come before the pieces.
  while (at + 3 <= end && table[at] === 1) at += 3 + view.getUint16(at + 1, true)
  if (at + 5 > end || table[at] !== 2) return null
  const size = Math.min(view.getUint32(at + 1, true), end - at - 5)
  const count = Math.floor((size - 4) / 12)
  if (count <= 0) return null
  at += 5
  const narrow = old ?? new TextDecoder('windows-1252')
  const wide = new TextDecoder('utf-16le')
  const parts: string[] = []
  const positions: number[] = []
  for (let index = 0; index < count && positions.length < longest; index += 1) {
    const letters = view.getUint32(at + index * 4 + 4, true) - view.getUint32(at + index * 4, true)
    if (letters <= 0 || letters > longest) continue
    const raw = view.getUint32(at + (count + 1) * 4 + index * 8 + 2, true)
    const isNarrow = old !== undefined || (raw & 0x4000_0000) !== 0
    const offset = old ? raw : isNarrow ? (raw & 0x3fff_ffff) / 2 : raw & 0x3fff_ffff
    const width = isNarrow ? 1 : 2
    const bytes = stream.subarray(offset, Math.min(offset + letters * width, stream.length))
    const text = (isNarrow ? narrow : wide).decode(bytes)
    parts.push(text)
    for (let letter = 0; letter < text.length; letter += 1) positions.push(offset + letter * width)
  }
  return { letters: parts.join(''), positions: Uint32Array.from(positions) }
}

/** Text boxes by the place of their anchor: shapes and stories know each other by the shape's number. */
function readBoxes(
  view: DataView,
  anchors: { from: number; length: number },
  stories: { from: number; length: number },
  storyStart: number,
  storyEnd: number,
): WordText['boxes'] {
  const found = new Map<number, { from: number; to: number }>()
  const byShape = new Map<number, { from: number; to: number }>()
  const storyCount = Math.floor((stories.length - 4) / 26)
  for (let index = 0; index < storyCount; index += 1) {
    const data = stories.from + (storyCount + 1) * 4 + index * 22
    if (data + 22 > view.byteLength) break
    const from = storyStart + view.getUint32(stories.from + index * 4, true)
    const to = storyStart + view.getUint32(stories.from + index * 4 + 4, true)
    if (to > from && to <= storyEnd) byShape.set(view.getUint32(data + 14, true), { from, to })
  }
  const anchorCount = Math.floor((anchors.length - 4) / 30)
  for (let index = 0; index < anchorCount; index += 1) {
    const data = anchors.from + (anchorCount + 1) * 4 + index * 26
    if (data + 26 > view.byteLength) break
    const shape = view.getUint32(data, true)
    const story = byShape.get(shape)
    if (story) found.set(view.getUint32(anchors.from + index * 4, true), story)
    byShape.delete(shape)
  }
  // What no anchor claims is read after the main story, under a place that no letter has.
  for (const [index, story] of [...byShape.values()].entries()) found.set(-1 - index, story)
  return found
}

/** Stories of headers and footers: six separators, then six stories a section. */
function headerStories(
  view: DataView,
  { from, length }: { from: number; length: number },
  start: number,
): { headers: { from: number; to: number }[]; footers: { from: number; to: number }[] } {
  const headers: { from: number; to: number }[] = []
  const footers: { from: number; to: number }[] = []
  const count = Math.min(Math.floor(length / 4) - 2, 600)
  for (let index = 6; index < count; index += 1) {
    if (from + index * 4 + 8 > view.byteLength) break
    const story = {
      from: start + view.getUint32(from + index * 4, true),
      to: start + view.getUint32(from + index * 4 + 4, true),
    }
    const place = (index - 6) % 6
    if (story.to > story.from) (place === 2 || place === 3 || place === 5 ? footers : headers).push(story)
  }
  return { headers, footers }
}

/** One story as paragraphs; `depth` keeps boxes anchored in each other from going round. */
function readStory(word: WordText, from: number, to: number, depth = 0): Paragraph[] {
  const out: Paragraph[] = []
  const writer = new FlowWriter()
  let cells: Paragraph[][] = []
  let rows: Paragraph[][][] = []
  const fields: { isCode: boolean; code: string; url: string }[] = []
  const closeTable = () => {
    if (cells.length > 0) rows.push(cells)
    if (rows.length > 0) out.push(...tableToParagraphs(rows, word))
    cells = []
    rows = []
  }
  const characterAt = finder(word.characters)
  const paragraphAt = finder(word.paragraphs)
  const shapes = boxesAfterParagraphs(word, depth)
  let styled: WordProperties = {}
  let styleEnd = from
  let isBroken = false
  for (let at = from; at < Math.min(to, word.letters.length); at += 1) {
    const letter = word.letters[at]!
    const position = word.positions[at]!
    if (at >= styleEnd) {
      styleEnd = paragraphEnd(word.letters, at, to) + 1
      const own = paragraphAt(word.positions[Math.min(styleEnd, word.positions.length) - 1] ?? position)
      styled = { ...word.styles[own.style ?? 0], ...own }
    }
    const field = fields.at(-1)
    switch (letter) {
      case '\u0013':
        fields.push({ isCode: true, code: '', url: field?.url ?? '' })
        continue
      case '\u0014':
        if (field) {
          field.isCode = false
          field.url = /HYPERLINK\s+(?:\\l\s+)?"([^"]{3,2000})"/i.exec(field.code)?.[1] ?? field.url
        }
        continue
      case '\u0015':
        fields.pop()
        continue
      default:
    }
    if (fields.some((one) => one.isCode)) {
      if (field?.isCode) field.code += letter
      continue
    }
    const own = characterAt(position)
    const properties = { ...styled, ...own }
    if (properties.deleted) continue
    if (letter === '\r' || letter === '\u0007' || letter === '\f' || letter === '\u000e') {
      writer.set({
        bullet: styled.list === true && !isBroken && !writer.isEmpty,
        indent: Math.min(3, styled.listLevel ?? 0),
      })
      writer.end()
      isBroken = false
      const done = [...writer.take(), ...shapes.take()]
      const isRowEnd = letter === '\u0007' && styled.rowEnd === true
      if (letter === '\u0007' || styled.inTable) {
        cells[cells.length - 1]?.push(...done)
        if (cells.length === 0) cells.push(done)
        if (isRowEnd) {
          rows.push(cells)
          cells = []
        } else if (letter === '\u0007') cells.push([])
      } else {
        closeTable()
        out.push(...done)
      }
      continue
    }
    if (letter === '\u0008') {
      shapes.meet(at)
      continue
    }
    const seen =
      letter === '\u000b'
        ? '\n'
        : letter === '\u001e'
          ? '-'
          : letter === '\u00a0'
            ? '\u00a0'
            : letter < ' ' && letter !== '\t'
              ? ''
              : letter === '\u001f'
                ? ''
                : properties.symbol
                  ? ' '
                  : letter
    if (seen === '') continue
    const size = properties.size ?? 10
    const isHidden = properties.hidden === true || size < 2 || (properties.colour === '#ffffff' && !word.hasShade)
    if (isHidden) {
      hide(word, seen, at)
      continue
    }
    if (seen === '\n') {
      // The bullet stands before the first line of its paragraph.
      writer.set({ bullet: styled.list === true && !isBroken && !writer.isEmpty })
      writer.breakLine()
      isBroken = true
      continue
    }
    const url = field?.url ?? ''
    const style: Omit<Run, 'text'> = {
      bold: properties.bold === true,
      italic: properties.italic === true,
      size,
      colour: properties.colour ?? '',
      ...(url ? { url } : {}),
    }
    writer.add(seen, style)
  }
  const rest = [...writer.take(), ...shapes.take()]
  const cell = cells.at(-1)
  if (cell) cell.push(...rest)
  closeTable()
  return cell ? out : [...out, ...rest]
}

/** Neighbouring hidden letters are one passage. */
function hide(word: WordText, letter: string, at: number): void {
  if (word.lastHidden === at - 1 && word.hidden.length > 0) word.hidden[word.hidden.length - 1] += letter
  else word.hidden.push(letter)
  word.lastHidden = at
}

/** Boxes anchored in a paragraph follow it. Each box is read once. */
function boxesAfterParagraphs(word: WordText, depth: number): { meet: (at: number) => void; take: () => Paragraph[] } {
  let waiting: Paragraph[] = []
  return {
    meet: (at) => {
      const box = word.boxes.get(at)
      if (!box || depth > 3) return
      word.boxes.delete(at)
      word.flows += 1
      const flow = word.flows
      waiting.push(...readStory(word, box.from, box.to, depth + 1).map((paragraph) => ({ flow, ...paragraph })))
    },
    take: () => {
      const taken = waiting
      waiting = []
      return taken
    },
  }
}

function paragraphEnd(letters: string, from: number, to: number): number {
  for (let at = from; at < to; at += 1) {
    const letter = letters[at]
    if (letter === '\r' || letter === '\u0007' || letter === '\f' || letter === '\u000e') return at
  }
  return to - 1
}

/** Looks properties up by position; the last run found is tried first, since letters come in order. */
function finder(runs: readonly PropertyRun[]): (position: number) => WordProperties {
  let last: PropertyRun | undefined
  return (position) => {
    if (last && position >= last.from && position < last.to) return last.properties
    let low = 0
    let high = runs.length - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const run = runs[middle]!
      if (position < run.from) high = middle - 1
      else if (position >= run.to) low = middle + 1
      else {
        last = run
        return run.properties
      }
    }
    return {}
  }
}

const codepagesByLanguage: Record<number, string> = {
  0x01: 'windows-1256',
  0x02: 'windows-1251',
  0x05: 'windows-1250',
  0x08: 'windows-1253',
  0x0d: 'windows-1255',
  0x0e: 'windows-1250',
  0x15: 'windows-1250',
  0x18: 'windows-1250',
  0x19: 'windows-1251',
  0x1a: 'windows-1250',
  0x1b: 'windows-1250',
  0x1f: 'windows-1254',
  0x22: 'windows-1251',
  0x24: 'windows-1250',
}

/** Word 6 and 95: eight bits a letter in the code page of the document's language, in one run or in pieces. */
function readOldWord(stream: Uint8Array, view: DataView, flags: number): FlowText {
  const decoder = new TextDecoder(codepagesByLanguage[view.getUint16(6, true) & 0xff] ?? 'windows-1252')
  const length = Math.min(view.getUint32(0x34, true), longest)
  const from = view.getUint32(0x18, true)
  const pieces =
    (flags & 0x0004) !== 0
      ? piecesText(stream, stream, view, view.getUint32(0x160, true), view.getUint32(0x164, true), decoder)
      : null
  const text = pieces?.letters ?? decoder.decode(stream.subarray(from, Math.min(from + length, stream.length)))
  const writer = new FlowWriter()
  const style = { bold: false, italic: false, size: 10, colour: '' }
  let depth = 0
  let code = 0
  let lastWasCell = false
  for (const letter of text.slice(0, length)) {
    const wasCell = lastWasCell
    lastWasCell = letter === '\u0007'
    if (letter === '\u0013') {
      depth += 1
      code = depth
    } else if (letter === '\u0014') code = 0
    else if (letter === '\u0015') {
      depth = Math.max(0, depth - 1)
      code = 0
    } else if (code > 0) continue
    else if (letter === '\r' || letter === '\u000b' || letter === '\f') writer.end()
    else if (letter === '\u0007') {
      // Two marks in a row end the row of a table.
      if (wasCell) writer.end()
      else writer.add('\t', style)
    } else if (letter === '\u001e') writer.add('-', style)
    else if (letter >= ' ' || letter === '\t') writer.add(letter, style)
  }
  return { paragraphs: tidyParagraphs(writer.take()), hiddenPassages: [] }
}
