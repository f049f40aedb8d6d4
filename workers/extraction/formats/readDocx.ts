import { err, ok, type Result } from '../../../src/kit/result.ts'
import type { ReadFailure } from '../../../src/model/reading.ts'
import type { Archive } from './archive.ts'
import { tableToParagraphs, textOf } from './flowText.ts'
import { type Paragraph, type Run, textToParagraphs } from './plainPages.ts'
import { symbolsOf } from './symbolFonts.ts'
import { fillOf, hasFilledShape, unknownFill } from './docxShapes.ts'
import { isOn, readStyles, runProps, type StyleProps } from './docxStyles.ts'
import { attribute, child, children, findNode, parseXml, type XmlNode } from './xml.ts'

/** Paragraphs of a Word document in reading order, and what it hides. */
export interface DocxText {
  paragraphs: Paragraph[]
  hiddenPassages: string[]
}

interface Context {
  styles: Map<string, StyleProps>
  links: Map<string, string>
  hidden: string[]
  /** Background of the table cell or paragraph around, as Word names colours. */
  shade: string
  /** Text boxes met inside a paragraph: they come after it. */
  boxes: Paragraph[]
  /** True when some shape of the document is filled: a text box without a fill may stand on it. */
  painted: boolean
  /** Text boxes, side cells and footers so far. */
  flows: number
}
/** Where a paragraph stands in its fields: each begins, says what it is, and then shows what it gives. */
interface Field {
  instruction: string
  isShown: boolean
}

/**
 * Body, text boxes, headers and footers of a DOCX, cell by cell where tables lay out columns. Deleted tracked changes
 * and field codes are left out. Where the document part cannot be followed, mammoth's plain text is the way out.
 */
export async function readDocx(
  archive: Archive,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Result<DocxText, ReadFailure>> {
  const part = archive.read('word/document.xml')
  if (!part.ok) return part
  const name = part.value
    ? 'word/document.xml'
    : archive.names.find((candidate) => /^word\/document\d*\.xml$/.test(candidate))
  if (!name) return err({ type: 'Corrupt', format: 'docx' })
  const read = (path: string): Result<XmlNode | null, ReadFailure> => {
    const data = archive.read(path)
    if (!data.ok) return data
    return ok(data.value ? parseXml(new TextDecoder().decode(data.value)) : null)
  }
  const document = read(name)
  if (!document.ok) return document
  const body = document.value ? findNode(document.value, 'w:body') : null
  if (!body) return withMammoth(bytes)
  const styleSheet = read('word/styles.xml')
  if (!styleSheet.ok) return styleSheet
  const relations = read('word/_rels/document.xml.rels')
  if (!relations.ok) return relations
  const context: Context = {
    styles: readStyles(styleSheet.value),
    links: readRelations(relations.value),
    hidden: [],
    shade: '',
    boxes: [],
    painted: hasFilledShape(document.value!),
    flows: 0,
  }
  const documentLinks = context.links
  const paragraphs: Paragraph[] = []
  // Headers first, as the eye meets them; the same text in several header parts counts once.
  const seen = new Set<string>()
  const addPart = (path: string): Result<null, ReadFailure> => {
    const tree = read(path)
    if (!tree.ok) return tree
    if (!tree.value) return ok(null)
    // Each part numbers its own links.
    const own = read(path.replace(/^word\/(.*)$/, 'word/_rels/$1.rels'))
    if (!own.ok) return own
    context.links = readRelations(own.value)
    context.flows += 1
    const flow = /header/.test(path) ? undefined : context.flows
    for (const paragraph of blockText(tree.value, context)) {
      const key = textOf(paragraph)
      if (key.trim() === '' || seen.has(key) || /^\s*(?:page\s*)?\d*\s*(?:\/|sur|of)?\s*\d*\s*$/i.test(key)) continue
      seen.add(key)
      paragraphs.push(flow && !paragraph.flow ? { ...paragraph, flow } : paragraph)
    }
    context.links = documentLinks
    return ok(null)
  }
  for (const path of archive.names.filter((candidate) => /^word\/header\d*\.xml$/.test(candidate)).sort()) {
    const added = addPart(path)
    if (!added.ok) return added
  }
  paragraphs.push(...blockText(body, context))
  for (const path of archive.names
    .filter((candidate) => /^word\/(?:footer\d*|footnotes)\.xml$/.test(candidate))
    .sort()) {
    const added = addPart(path)
    if (!added.ok) return added
  }
  const filled = paragraphs.filter((paragraph) => textOf(paragraph).trim() !== '')
  if (filled.length === 0) return withMammoth(bytes)
  return ok({
    paragraphs: filled,
    hiddenPassages: [
      ...new Set(context.hidden.map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => text.length >= 3)),
    ],
  })
}

async function withMammoth(bytes: Uint8Array<ArrayBuffer>): Promise<Result<DocxText, ReadFailure>> {
  try {
    const module = await import('mammoth')
    const mammoth = 'default' in module ? (module.default as typeof module) : module
    const { value } = await mammoth.extractRawText({ arrayBuffer: bytes.slice().buffer } as never)
    return ok({ paragraphs: textToParagraphs(value), hiddenPassages: [] })
  } catch {
    // Not a document mammoth knows either.
    return err({ type: 'Corrupt', format: 'docx' })
  }
}

function readRelations(tree: XmlNode | null): Map<string, string> {
  const links = new Map<string, string>()
  for (const relation of children(tree ? findNode(tree, 'Relationships') : null, 'Relationship')) {
    if (attribute(relation, 'TargetMode') === 'External')
      links.set(attribute(relation, 'Id'), attribute(relation, 'Target'))
  }
  return links
}

function styleProps(id: string, context: Context, depth = 0): StyleProps {
  const style = context.styles.get(id)
  if (!style || depth > 12) return context.styles.get('') ?? {}
  const base = style.basedOn ? styleProps(style.basedOn, context, depth + 1) : (context.styles.get('') ?? {})
  return { ...base, ...style }
}

/** Paragraphs below a node, tables included. */
function blockText(node: XmlNode, context: Context): Paragraph[] {
  const out: Paragraph[] = []
  // A paragraph whose end was deleted goes on in the next one.
  let goesOn = false
  for (const part of node.children) {
    if (typeof part === 'string') continue
    switch (part.name) {
      case 'w:p': {
        const made = paragraphText(part, context)
        const last = out.at(-1)
        if (goesOn && last && made[0]) last.runs.push(...made.shift()!.runs)
        out.push(...made)
        const isEndDeleted = child(child(child(part, 'w:pPr'), 'w:rPr'), 'w:del') !== null
        goesOn = isEndDeleted && (goesOn || made.length > 0)
        break
      }
      case 'w:tbl':
        out.push(...tableText(part, context))
        break
      // Deleted text stays in the file; it is not part of the document any more.
      case 'w:del':
      case 'w:moveFrom':
      case 'w:sectPr':
      case 'mc:Fallback':
        break
      case 'w:sdt':
        // 'Click here to enter text' is the template's, not the person's.
        if (!child(child(part, 'w:sdtPr'), 'w:showingPlcHdr')) out.push(...blockText(part, context))
        break
      default:
        out.push(...blockText(part, context))
    }
  }
  return out
}

/**
 * A table cell by cell. Rows of short cells are one line each with tabs; a row with a long cell is a layout of columns,
 * read cell after cell. Several rows that hold parts of the same columns are read column by column.
 */
function tableText(table: XmlNode, context: Context): Paragraph[] {
  const rows = rowsOf(table).map((row) =>
    cellsOf(row).map((cell) => {
      const fill = attribute(child(child(cell, 'w:tcPr'), 'w:shd'), 'w:fill')
      const outer = context.shade
      if (/^[0-9a-f]{6}$/i.test(fill)) context.shade = `#${fill.toLowerCase()}`
      const paragraphs = blockText(cell, context).filter((paragraph) => textOf(paragraph).trim() !== '')
      context.shade = outer
      return paragraphs
    }),
  )
  return tableToParagraphs(rows, context)
}

const rowsOf = (node: XmlNode): XmlNode[] =>
  node.children.flatMap((part) =>
    typeof part === 'string' || part.name === 'w:del'
      ? []
      : part.name === 'w:tr'
        ? child(child(part, 'w:trPr'), 'w:del')
          ? []
          : [part]
        : part.name.startsWith('w:sdt') || part.name === 'w:ins'
          ? rowsOf(part)
          : [],
  )
const cellsOf = (node: XmlNode): XmlNode[] =>
  node.children.flatMap((part) =>
    typeof part === 'string'
      ? []
      : part.name === 'w:tc'
        ? [part]
        : part.name.startsWith('w:sdt') || part.name === 'w:ins'
          ? cellsOf(part)
          : [],
  )

function paragraphText(node: XmlNode, context: Context): Paragraph[] {
  const props = child(node, 'w:pPr')
  const style = styleProps(attribute(child(props, 'w:pStyle'), 'w:val'), context)
  const numbering = child(props, 'w:numPr')
  const numbered = numbering ? attribute(child(numbering, 'w:numId'), 'w:val') !== '0' : style.list === true
  const level = Number(attribute(child(numbering, 'w:ilvl'), 'w:val')) || 0
  const space = Number(attribute(child(props, 'w:spacing'), 'w:before')) || 0
  const outerBoxes = context.boxes
  context.boxes = []
  const fill = attribute(child(props, 'w:shd'), 'w:fill')
  const outerShade = context.shade
  if (/^[0-9a-f]{6}$/i.test(fill)) context.shade = `#${fill.toLowerCase()}`
  const runs: Run[] = []
  collectRuns(node, style, context, runs, '', [])
  context.shade = outerShade
  const boxes = context.boxes
  context.boxes = outerBoxes
  // A line break inside a paragraph parts lines of a CV just like a paragraph does.
  const paragraphs: Paragraph[] = [
    { runs: [], bullet: numbered, indent: Math.min(level, 3), spaceBefore: space >= 100 },
  ]
  for (const run of runs) {
    const pieces = run.text.split('\n')
    for (const [index, piece] of pieces.entries()) {
      if (index > 0) paragraphs.push({ runs: [], bullet: false, indent: Math.min(level, 3), spaceBefore: false })
      if (piece !== '') paragraphs.at(-1)!.runs.push({ ...run, text: piece })
    }
  }
  return [...paragraphs.filter((paragraph) => paragraph.runs.length > 0), ...boxes]
}

function collectRuns(
  node: XmlNode,
  style: StyleProps,
  context: Context,
  runs: Run[],
  url: string,
  fields: Field[],
): void {
  for (const part of node.children) {
    if (typeof part === 'string') continue
    switch (part.name) {
      case 'w:r':
        collectRun(part, style, context, runs, url, fields)
        break
      case 'w:hyperlink':
        collectRuns(part, style, context, runs, context.links.get(attribute(part, 'r:id')) ?? url, fields)
        break
      case 'w:fldSimple':
        collectRuns(part, style, context, runs, addressOf(attribute(part, 'w:instr')) || url, fields)
        break
      case 'w:del':
      case 'w:moveFrom':
      case 'w:pPr':
      case 'mc:Fallback':
        break
      case 'w:sdt':
        if (!child(child(part, 'w:sdtPr'), 'w:showingPlcHdr')) collectRuns(part, style, context, runs, url, fields)
        break
      default:
        collectRuns(part, style, context, runs, url, fields)
    }
  }
}

function collectRun(
  node: XmlNode,
  style: StyleProps,
  context: Context,
  runs: Run[],
  url: string,
  fields: Field[],
): void {
  const own = child(node, 'w:rPr')
  const character = attribute(child(own, 'w:rStyle'), 'w:val')
  const props = { ...style, ...(character ? context.styles.get(character) : {}), ...runProps(own) }
  let text = ''
  for (const part of node.children) {
    if (typeof part === 'string') continue
    if (part.name === 'w:fldChar') {
      const kind = attribute(part, 'w:fldCharType')
      if (kind === 'begin') fields.push({ instruction: '', isShown: false })
      else if (kind === 'separate' && fields.length > 0) fields.at(-1)!.isShown = true
      else if (kind === 'end') fields.pop()
    } else if (part.name === 'w:instrText') {
      if (fields.length > 0) fields.at(-1)!.instruction += wordsOf(part)
    } else if (part.name === 'w:t') {
      if (fields.every(({ isShown }) => isShown)) text += symbolsOf(wordsOf(part), props.font)
    } else if (part.name === 'w:tab' || part.name === 'w:ptab') text += '\t'
    else if (part.name === 'w:br' || part.name === 'w:cr') text += '\n'
    else if (part.name === 'w:noBreakHyphen') text += '-'
    else if (part.name === 'w:sym')
      text += symbolsOf(
        String.fromCodePoint(Number.parseInt(attribute(part, 'w:char'), 16) || 32),
        attribute(part, 'w:font'),
      )
    else if (part.name !== 'w:rPr' && part.name !== 'w:delText') context.boxes.push(...textBoxes(part, context))
  }
  if (text === '') return
  const size = props.size ?? 11
  const invisible = isOn(child(own, 'w:vanish')) === true || size < 2 || sameColour(props.colour, context.shade)
  if (invisible) {
    if (text.trim() !== '') context.hidden.push(text)
    return
  }
  const target = fields.map(({ instruction }) => addressOf(instruction)).findLast((address) => address !== '') || url
  runs.push({
    text,
    bold: props.bold === true,
    italic: props.italic === true,
    size,
    colour: props.colour ?? '',
    ...(target ? { url: target } : {}),
  })
}

const wordsOf = (node: XmlNode): string => node.children.filter((piece) => typeof piece === 'string').join('')

/** The address in a field's code; switches may come before it. */
const addressOf = (instruction: string): string =>
  /^\s*HYPERLINK\s+(?:\\[a-z]\s+)*"([^"]+)"/i.exec(instruction)?.[1] ?? ''

/** White text on a white sheet; on a shaded cell the shade is what counts. */
const sameColour = (colour: string | undefined, shade: string): boolean =>
  colour !== undefined && colour === (shade === '' ? '#ffffff' : shade)

function textBoxes(node: XmlNode, context: Context): Paragraph[] {
  if (node.name === 'mc:Fallback') return []
  if (node.name === 'w:txbxContent') {
    context.flows += 1
    const flow = context.flows
    return blockText(node, context).map((paragraph) => ({ ...paragraph, flow: paragraph.flow ?? flow }))
  }
  const outer = context.shade
  if (node.name === 'wps:wsp' || /^v:(?:shape|rect|roundrect|oval)$/.test(node.name)) {
    const fill = fillOf(node)
    context.shade = fill !== '' ? fill : context.painted ? unknownFill : ''
  }
  const paragraphs = node.children.flatMap((part) => (typeof part === 'string' ? [] : textBoxes(part, context)))
  context.shade = outer
  return paragraphs
}
