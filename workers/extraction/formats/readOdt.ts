import { err, ok, type Result } from '../../../src/kit/result.ts'
import type { ReadFailure } from '../../../src/model/reading.ts'
import type { Archive } from './archive.ts'
import { type FlowText, FlowWriter, tableToParagraphs, textOf, tidyParagraphs, tidyPassages } from './flowText.ts'
import type { Paragraph, Run } from './plainPages.ts'
import { attribute, child, children, findNode, parseXml, type XmlNode } from './xml.ts'

interface OdtStyle {
  parent: string
  bold?: boolean
  italic?: boolean
  hidden?: boolean
  /** Points, or a share of the parent's when below 0. */
  size?: number
  share?: number
  colour?: string
  spaceBefore?: boolean
}
interface Context {
  styles: Map<string, OdtStyle>
  hidden: string[]
  /** Some ground is coloured: white letters may stand on it. */
  hasShade: boolean
  /** Frames met inside a paragraph: they come after it. */
  frames: Paragraph[]
  listLevel: number
  /** Columns and frames met, each a flow of its own. */
  flows: number
}
type Look = Omit<Run, 'text'> & { hidden: boolean }

/**
 * The text of an OpenDocument text or template: header, body with tables, lists and frames, footer. Deleted tracked
 * changes and comments are left out; hidden text is set apart.
 */
export function readOdt(archive: Archive): Result<FlowText, ReadFailure> {
  const manifest = archive.read('META-INF/manifest.xml')
  if (!manifest.ok) return manifest
  if (manifest.value && new TextDecoder().decode(manifest.value).includes('encryption-data'))
    return err({ type: 'Encrypted', format: 'odt' })
  const content = archive.read('content.xml')
  if (!content.ok) return content
  if (!content.value) return err({ type: 'Corrupt', format: 'odt' })
  const styles = archive.read('styles.xml')
  if (!styles.ok) return styles
  const decoder = new TextDecoder()
  const trees = [content.value, ...(styles.value ? [styles.value] : [])].map((bytes) => parseXml(decoder.decode(bytes)))
  return readTrees(trees)
}

/** The same of an OpenDocument text kept as a single XML file. */
export const readFlatOdt = (source: string): Result<FlowText, ReadFailure> => readTrees([parseXml(source)])

function readTrees(trees: readonly XmlNode[]): Result<FlowText, ReadFailure> {
  const context: Context = { styles: new Map(), hidden: [], hasShade: false, frames: [], listLevel: 0, flows: 0 }
  for (const tree of trees) readStyles(tree, context)
  const body = trees.map((tree) => findNode(findNode(tree, 'office:body'), 'office:text')).find((node) => node !== null)
  if (!body) return err({ type: 'Corrupt', format: 'odt' })
  const seen = new Set<string>()
  const once = (name: string) =>
    trees
      .flatMap((tree) => findAll(tree, name))
      .flatMap((node) => blocks(node, context))
      .filter((paragraph) => {
        const key = textOf(paragraph).trim()
        if (key === '' || seen.has(key) || /^(?:page\s*)?\d*\s*(?:\/|sur|of)?\s*\d*$/i.test(key)) return false
        seen.add(key)
        return true
      })
  const header = [...once('style:header'), ...once('style:header-first')]
  const main = blocks(body, context)
  const footer = [...once('style:footer'), ...once('style:footer-first')]
  return ok({
    paragraphs: tidyParagraphs([...header, ...main, ...footer]),
    hiddenPassages: tidyPassages(context.hidden),
  })
}

function readStyles(tree: XmlNode, context: Context): void {
  for (const node of [...findAll(tree, 'style:style'), ...findAll(tree, 'style:default-style')]) {
    const letters = child(node, 'style:text-properties')
    const lines = child(node, 'style:paragraph-properties')
    const isDefault = node.name === 'style:default-style'
    const family = attribute(node, 'style:family')
    if (isDefault && family !== 'paragraph') continue
    const size = attribute(letters, 'fo:font-size')
    const points = /^([\d.]+)pt$/.exec(size)?.[1]
    const share = /^([\d.]+)%$/.exec(size)?.[1]
    const weight = attribute(letters, 'fo:font-weight')
    const slant = attribute(letters, 'fo:font-style')
    const colour = attribute(letters, 'fo:color').toLowerCase()
    const display = attribute(letters, 'text:display')
    const above = /^([\d.]+)(cm|in|pt|mm)$/.exec(attribute(lines, 'fo:margin-top'))
    context.styles.set(isDefault ? '' : `${family}/${attribute(node, 'style:name')}`, {
      parent: isDefault ? '' : attribute(node, 'style:parent-style-name'),
      ...(weight ? { bold: weight === 'bold' || Number(weight) >= 600 } : {}),
      ...(slant ? { italic: slant !== 'normal' } : {}),
      ...(display ? { hidden: display === 'none' } : {}),
      ...(points ? { size: Number(points) } : {}),
      ...(share ? { share: Number(share) / 100 } : {}),
      ...(/^#[0-9a-f]{6}$/.test(colour) ? { colour } : {}),
      ...(above ? { spaceBefore: Number(above[1]) * inPoints[above[2]!]! >= 5 } : {}),
    })
    for (const properties of node.children) {
      if (typeof properties === 'string') continue
      const ground = attribute(properties, 'fo:background-color').toLowerCase()
      const isFilled = attribute(properties, 'draw:fill')
      if ((/^#/.test(ground) && ground !== '#ffffff') || (isFilled !== '' && isFilled !== 'none'))
        context.hasShade = true
    }
  }
}
const inPoints: Record<string, number> = { cm: 28.35, in: 72, pt: 1, mm: 2.835 }

function lookOf(context: Context, key: string, base: Look | null, depth = 0): Look {
  const plain: Look = base ?? { bold: false, italic: false, size: 12, colour: '', hidden: false }
  const style = context.styles.get(key)
  const family = key.slice(0, key.indexOf('/'))
  const parent =
    style && style.parent !== '' && depth < 12
      ? lookOf(context, `${family}/${style.parent}`, base, depth + 1)
      : key === '' || base
        ? plain
        : lookOf(context, '', null, depth + 1)
  if (!style) return parent
  return {
    ...parent,
    bold: style.bold ?? parent.bold,
    italic: style.italic ?? parent.italic,
    hidden: style.hidden ?? parent.hidden,
    size: style.size ?? (style.share ? parent.size * style.share : parent.size),
    colour: style.colour ?? parent.colour,
  }
}

/** Parts whose words are no text of the document: deletions, comments, descriptions of pictures. */
const skipped = new Set([
  'text:tracked-changes',
  'office:annotation',
  'office:annotation-end',
  'text:note-citation',
  'text:page-number',
  'text:page-count',
  'text:ruby-text',
  'text:sequence-decls',
  'text:variable-decls',
  'text:user-field-decls',
  'office:forms',
  'svg:title',
  'svg:desc',
  'office:event-listeners',
  'draw:image',
  'draw:object',
  'draw:object-ole',
])

/** Paragraphs below a node, tables, lists and frames included. */
function blocks(node: XmlNode, context: Context): Paragraph[] {
  const out: Paragraph[] = []
  for (const part of node.children) {
    if (typeof part === 'string' || skipped.has(part.name)) continue
    switch (part.name) {
      case 'text:p':
      case 'text:h':
        out.push(...paragraph(part, context))
        break
      case 'table:table':
        out.push(
          ...tableToParagraphs(
            rowsOf(part).map((row) => cellsOf(row).map((cell) => blocks(cell, context))),
            context,
          ),
        )
        break
      case 'text:list': {
        context.listLevel += 1
        for (const item of part.children) {
          if (typeof item === 'string') continue
          const [first, ...rest] = blocks(item, context)
          if (!first) continue
          out.push(item.name === 'text:list-item' ? { ...first, bullet: true } : first, ...rest)
        }
        context.listLevel -= 1
        break
      }
      default:
        out.push(...blocks(part, context))
    }
  }
  return out
}

const rowsOf = (node: XmlNode): XmlNode[] =>
  node.children.flatMap((part) =>
    typeof part === 'string'
      ? []
      : part.name === 'table:table-row'
        ? [part]
        : /^table:table-(?:rows|header-rows|row-group)$/.test(part.name)
          ? rowsOf(part)
          : [],
  )
const cellsOf = (row: XmlNode): XmlNode[] => children(row, 'table:table-cell')

function paragraph(node: XmlNode, context: Context): Paragraph[] {
  const name = attribute(node, 'text:style-name')
  const key = `paragraph/${name}`
  const outer = context.frames
  context.frames = []
  const writer = new FlowWriter()
  writer.set({
    indent: Math.min(3, Math.max(0, context.listLevel - 1)),
    spaceBefore: node.name === 'text:h' || spaceBefore(context, key),
  })
  const look = lookOf(context, key, null)
  inline(node, node.name === 'text:h' ? { ...look, bold: true } : look, context, writer)
  const own = writer.take()
  const frames = context.frames
  context.frames = outer
  return [...own, ...frames]
}

function spaceBefore(context: Context, key: string): boolean {
  const style = context.styles.get(key)
  return (
    style?.spaceBefore ??
    (style && style.parent !== '' ? (context.styles.get(`paragraph/${style.parent}`)?.spaceBefore ?? false) : false)
  )
}

function inline(node: XmlNode, look: Look, context: Context, writer: FlowWriter): void {
  const put = (text: string) => {
    const isUnseen = look.hidden || look.size < 2 || (look.colour === '#ffffff' && !context.hasShade)
    if (isUnseen) {
      if (text.trim() !== '') context.hidden.push(text)
      return
    }
    const { hidden: _, ...style } = look
    writer.add(text, style)
  }
  for (const part of node.children) {
    if (typeof part === 'string') {
      // Writers fold white space; spaces that count are elements.
      put(part.replace(/\s+/g, ' '))
      continue
    }
    if (skipped.has(part.name)) continue
    switch (part.name) {
      case 'text:span':
        inline(part, lookOf(context, `text/${attribute(part, 'text:style-name')}`, look), context, writer)
        break
      case 'text:a': {
        const url = attribute(part, 'xlink:href')
        inline(part, url ? { ...look, url } : look, context, writer)
        break
      }
      case 'text:s':
        put(' '.repeat(Math.max(1, Math.min(40, Number(attribute(part, 'text:c')) || 1))))
        break
      case 'text:tab':
        put('\t')
        break
      case 'text:line-break':
        writer.breakLine()
        break
      case 'text:hidden-text':
      case 'text:hidden-paragraph': {
        const words = attribute(part, 'text:string-value') || plainText(part)
        if (words.trim() !== '') context.hidden.push(words)
        break
      }
      case 'text:note':
      case 'draw:frame':
      case 'draw:text-box':
      case 'draw:custom-shape':
      case 'draw:rect':
      case 'draw:g':
        context.frames.push(...framed(part, context))
        break
      default:
        inline(part, look, context, writer)
    }
  }
}

/** A frame is read by itself; those inside it keep their own number. */
function framed(node: XmlNode, context: Context): Paragraph[] {
  context.flows += 1
  const flow = context.flows
  return blocks(node, context).map((paragraph) => ({ flow, ...paragraph }))
}

const plainText = (node: XmlNode): string =>
  node.children.map((part) => (typeof part === 'string' ? part : plainText(part))).join('')

const findAll = (node: XmlNode, name: string): XmlNode[] =>
  node.children.flatMap((part) => (typeof part === 'string' ? [] : part.name === name ? [part] : findAll(part, name)))
