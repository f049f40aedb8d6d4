import { decodeText } from './decodeText.ts'
import { type FlowText, FlowWriter, tableToParagraphs, tidyParagraphs, tidyPassages } from './flowText.ts'
import { decodeEntities } from './htmlEntities.ts'
import { type Declared, readInlineStyle, readStyleRules, selectorKeys, type StyleRules } from './htmlStyles.ts'
import type { Paragraph, Run } from './plainPages.ts'

/** Elements whose content is no text of the page; it is dropped unread. */
const silent = new Set(
  'script style template noscript svg math iframe object embed applet canvas video audio head select datalist textarea button map frameset xml'.split(
    ' ',
  ),
)
/** Elements whose content is no markup: only their own closing tag ends them. */
const raw = new Set(['script', 'style', 'textarea', 'title', 'xmp', 'noscript', 'iframe'])
const empty = new Set('br hr img input meta link area base col embed source track wbr param frame keygen'.split(' '))
const block = new Set(
  'p div h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table tr section article header footer main aside address blockquote pre figure figcaption form fieldset nav center body html details summary'.split(
    ' ',
  ),
)
const headingSizes: Record<string, number> = { h1: 20, h2: 15, h3: 12.5, h4: 11, h5: 10, h6: 10 }
/** Deeper nesting than any writer makes: elements below keep the style of the last one. */
const deepest = 300

interface Open {
  name: string
  bold: boolean
  italic: boolean
  size: number
  colour: string
  /** A ground of its own colour around: white letters may stand out on it. */
  shaded: boolean
  url: string
  isUnseen: boolean
  isSilent: boolean
  isPre: boolean
  /** How its children stand, where its style says so. */
  layout: Declared['layout']
  /** What style rules know it by. */
  keys: string[]
}

/** A table being read: its rows, and where its text went before. */
interface Table {
  rows: Paragraph[][][]
  cells: Paragraph[][]
  writer: FlowWriter
}

/** The text of an HTML file in the character set it declares. */
export function readHtml(bytes: Uint8Array): FlowText | null {
  const source = decodeHtml(bytes)
  return source === null ? null : htmlToFlow(source)
}

/** Characters of an HTML file: its byte-order mark, its declaration, else what the bytes look like. */
export function decodeHtml(bytes: Uint8Array): string | null {
  const hasMark = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  const head = hasMark ? '' : new TextDecoder('windows-1252').decode(bytes.subarray(0, 4096))
  const declared = /<meta[^>]{0,300}?charset\s*=\s*["']?\s*([a-z0-9_-]{3,20})/i.exec(head)?.[1]
  const plain = decodeText(bytes)
  if (!declared || plain === null) return plain
  try {
    const encoding = new TextDecoder(declared, { fatal: true })
    // Pages saved again as UTF-8 keep a declaration that is no longer true, and the reverse.
    return encoding.encoding.startsWith('utf-')
      ? encoding.decode(bytes)
      : isUtf8(bytes)
        ? plain
        : encoding.decode(bytes)
  } catch {
    // An encoding that nobody knows, or bytes that are not in it.
    return plain
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  if (!bytes.some((byte) => byte > 127)) return false
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    // Bytes of another encoding.
    return false
  }
}

/**
 * The visible text of an HTML page with its headings, lists, tables and links. Scripts and styles are dropped, nothing
 * is loaded; what the page hides is set apart.
 */
export function htmlToFlow(source: string): FlowText {
  const reader = new HtmlReader(readStyleRules(source))
  reader.read(source)
  return reader.result()
}

class HtmlReader {
  private readonly rules: StyleRules
  private readonly open: Open[] = [
    {
      name: '',
      bold: false,
      italic: false,
      size: 10,
      colour: '',
      shaded: false,
      url: '',
      isUnseen: false,
      isSilent: false,
      isPre: false,
      layout: undefined,
      keys: [],
    },
  ]
  private writer = new FlowWriter()
  private readonly tables: Table[] = []
  private readonly hidden: string[] = []
  private lists = 0
  /** Columns met, each a flow of its own. */
  flows = 0
  /** White space waiting to be written before the next word of the line. */
  private space = false
  private tooDeep = 0

  constructor(rules: StyleRules) {
    this.rules = rules
  }

  result(): FlowText {
    while (this.tables.length > 0) this.endTable()
    return { paragraphs: tidyParagraphs(this.writer.take()), hiddenPassages: tidyPassages(this.hidden) }
  }

  private get top(): Open {
    return this.open.at(-1)!
  }

  read(source: string): void {
    const lower = source.toLowerCase()
    let at = 0
    while (at < source.length) {
      const next = source.indexOf('<', at)
      if (next < 0 || next > at) {
        this.text(source.slice(at, next < 0 ? source.length : next))
        if (next < 0) return
      }
      at = next
      if (source.startsWith('<!--', at)) {
        const end = source.indexOf('-->', at + 4)
        at = end < 0 ? source.length : end + 3
        continue
      }
      const following = source[at + 1] ?? ''
      if (!/[a-z/!?]/i.test(following)) {
        this.text('<')
        at += 1
        continue
      }
      const end = endOfTag(source, at)
      const tag = source.slice(at, end)
      at = end
      const name = /^<\/?\s*([a-z][a-z0-9:-]*)/i.exec(tag)?.[1]?.toLowerCase()
      if (!name) continue
      if (tag.startsWith('</')) this.close(name)
      else {
        this.begin(name, tag)
        if (raw.has(name) && !tag.endsWith('/>')) {
          const close = lower.indexOf(`</${name}`, at)
          at = close < 0 ? source.length : close
        }
      }
    }
  }

  private begin(name: string, tag: string): void {
    const { top } = this
    if (!top.isSilent) this.boundary(name, 'open')
    if (name === 'br' && !top.isSilent) {
      this.space = false
      this.writer.breakLine()
      return
    }
    if (empty.has(name) || tag.endsWith('/>')) return
    if (name === 'li' || name === 'td' || name === 'th' || name === 'tr' || name === 'p' || name === 'option')
      this.closeOpen(name)
    if (this.open.length > deepest) {
      this.tooDeep += 1
      return
    }
    const keys = selectorKeys(name, attributeOf(tag, 'class'), attributeOf(tag, 'id'))
    const style = this.styleOf(keys, tag)
    // Side by side or apart on one row is a gap; below each other, or a row of its own, is a line's end.
    if (!top.isSilent && !block.has(name)) {
      if (style.layout === 'block' || top.layout === 'column') this.endLine()
      else if ((top.layout === 'row' || style.isFloating) && !this.writer.isEmpty) {
        this.space = false
        this.put('\t')
      }
    }
    this.open.push({
      name,
      bold: style.bold ?? (/^(?:b|strong|th|dt|h[1-6])$/.test(name) || top.bold),
      italic: style.italic ?? (/^(?:i|em|cite)$/.test(name) || top.italic),
      size: Math.min(40, style.size ?? (style.share ? top.size * style.share : (headingSizes[name] ?? top.size))),
      colour: style.colour ?? top.colour,
      shaded: top.shaded || style.shaded === true,
      url: name === 'a' ? attributeOf(tag, 'href') || top.url : top.url,
      isUnseen: top.isUnseen || style.isUnseen === true || /\shidden(?:[\s=>/]|$)/i.test(tag),
      isSilent: top.isSilent || silent.has(name),
      isPre: name === 'pre' || top.isPre,
      layout: style.layout,
      keys,
    })
    if (name === 'ul' || name === 'ol') this.lists += 1
    if (name === 'li') this.writer.set({ bullet: true, indent: Math.min(3, Math.max(0, this.lists - 1)) })
    if (/^h[1-6]$/.test(name)) this.writer.set({ spaceBefore: true })
  }

  /** `</p>` and `</li>` are often left out: a new one closes the last of its kind in the same list or row. */
  private closeOpen(name: string): void {
    const limits = name === 'li' ? /^(?:ul|ol)$/ : /^(?:table|div|section|article)$/
    for (let index = this.open.length - 1; index > 0; index -= 1) {
      const one = this.open[index]!
      if (one.name === name || (name === 'td' && one.name === 'th') || (name === 'th' && one.name === 'td')) {
        if (name === 'td' || name === 'th') this.endCell()
        this.open.length = index
        return
      }
      if (limits.test(one.name) || one.name === 'td' || one.name === 'th') return
    }
  }

  private close(name: string): void {
    if (this.tooDeep > 0) {
      this.tooDeep -= 1
      return
    }
    const index = this.open.findLastIndex((one) => one.name === name)
    if (name === 'p' && index < 0) return
    if (index <= 0) return
    // A stray closing tag inside a cell must not close what stands around its table.
    if (
      !/^(?:table|tr|body|html)$/.test(name) &&
      this.open.slice(index).some((one) => one.name === 'td' && name !== 'td')
    )
      return
    const { layout } = this.open[index]!
    const wasSilent = this.top.isSilent && this.open[index]!.isSilent && this.open[index - 1]!.isSilent
    this.open.length = index
    if (name === 'ul' || name === 'ol') this.lists = Math.max(0, this.lists - 1)
    if (wasSilent || this.top.isSilent) return
    if (layout !== undefined && !block.has(name)) this.endLine()
    this.boundary(name, 'close')
  }

  /** Blocks begin and end lines; tables gather cells. */
  private boundary(name: string, side: 'open' | 'close'): void {
    if (block.has(name) || name === 'hr' || name === 'caption') this.endLine()
    const table = this.tables.at(-1)
    if (name === 'table') {
      if (side === 'open') {
        if (this.tables.length < 30) {
          this.tables.push({ rows: [], cells: [], writer: this.writer })
          this.writer = new FlowWriter()
        }
      } else this.endTable()
    } else if (name === 'tr' && table) {
      this.endRow(table)
    } else if (name === 'td' || name === 'th') {
      if (side === 'close') this.endCell()
      else this.endLine()
    }
  }

  private endLine(): void {
    this.space = false
    if (!this.writer.isEmpty) this.writer.end()
  }

  private endCell(): void {
    const table = this.tables.at(-1)
    this.endLine()
    if (table) table.cells.push(tidyParagraphs(this.writer.take()))
  }

  private endRow(table: Table): void {
    this.endLine()
    const rest = tidyParagraphs(this.writer.take())
    if (rest.length > 0) table.cells.push(rest)
    if (table.cells.length > 0) table.rows.push(table.cells)
    table.cells = []
  }

  private endTable(): void {
    const table = this.tables.pop()
    if (!table) return
    this.endRow(table)
    this.writer = table.writer
    this.writer.append(tableToParagraphs(table.rows, this))
  }

  private styleOf(keys: readonly string[], tag: string): Declared {
    const inline = attributeOf(tag, 'style')
    const ground = /\sbgcolor\s*=\s*["']?([^"'\s>]+)/i.exec(tag)?.[1]
    return {
      ...this.rules.of(
        keys,
        this.open.map((one) => one.keys),
      ),
      ...(ground && !/^(?:#fff(?:fff)?|white)$/i.test(ground) ? { shaded: true } : {}),
      ...(inline === '' ? {} : readInlineStyle(inline)),
    }
  }

  private text(source: string): void {
    const { top } = this
    if (top.isSilent) return
    const decoded = decodeEntities(source)
    if (top.isPre) {
      for (const [index, line] of decoded.split(/\r\n?|\n/).entries()) {
        if (index > 0) this.writer.breakLine()
        this.put(line)
      }
      return
    }
    // No-break spaces are kept until here: a row of them is a gap between cells.
    const folded = decoded.replace(/[ \t\r\n\f]+/g, ' ').replace(/\u00A0[ \u00A0]{2,}/g, '\t')
    if (folded === '') return
    if (folded === ' ') {
      this.space = true
      return
    }
    const starts = folded.startsWith(' ')
    const ends = folded.endsWith(' ')
    const words = folded.trim() === '' ? folded : folded.replace(/^ | $/g, '')
    if ((starts || this.space) && !this.writer.isEmpty) this.put(' ')
    this.space = false
    this.put(words)
    if (ends) this.space = true
  }

  private put(text: string): void {
    const { top } = this
    if (text === '') return
    if (top.isUnseen || top.size < 2 || (top.colour === '#ffffff' && !top.shaded)) {
      if (text.trim() !== '') this.hidden.push(text)
      return
    }
    const style: Omit<Run, 'text'> = {
      bold: top.bold,
      italic: top.italic,
      size: top.size,
      colour: top.colour,
      ...(top.url ? { url: top.url } : {}),
    }
    this.writer.add(text, style)
  }
}

/** Where a tag ends: quotes may hold a `>`. A tag that never ends is text up to the next one. */
function endOfTag(source: string, from: number): number {
  let quote = ''
  for (let at = from + 1; at < source.length && at - from < 100_000; at += 1) {
    const letter = source[at]!
    if (quote !== '') {
      if (letter === quote) quote = ''
    } else if (letter === '"' || letter === "'")
      quote = /=\s*$/.test(source.slice(Math.max(from, at - 8), at)) ? letter : ''
    else if (letter === '>') return at + 1
    else if (letter === '<') return at
  }
  const end = source.indexOf('>', from)
  return end < 0 ? source.length : end + 1
}

function attributeOf(tag: string, name: string): string {
  const at = tag.toLowerCase().search(new RegExp(`[\\s"']${name}\\s*=`))
  if (at < 0) return ''
  const rest = tag.slice(tag.indexOf('=', at) + 1).trimStart()
  const quote = rest[0]
  const value =
    quote === '"' || quote === "'"
      ? rest.slice(1, rest.indexOf(quote, 1) < 0 ? undefined : rest.indexOf(quote, 1))
      : /^[^\s>]*/.exec(rest)![0]
  return decodeEntities(value.slice(0, 4000))
}
