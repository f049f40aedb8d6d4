import { type FlowText, textOf, tidyParagraphs, tidyPassages } from './flowText.ts'
import type { Paragraph } from './plainPages.ts'
import { charsets, codepages, signs, silent } from './rtfCodes.ts'
import { breakLine, deepestTable, endCell, endParagraph, endRow, finish, newStory, type Story } from './rtfStory.ts'

/** Groups deeper than this come from an attack: what they hold is read in the style of the last one. */
const deepest = 500

interface Group {
  /** Where the group's words go. */
  to: 'text' | 'nothing' | 'fonts' | 'colours' | 'styles' | 'mark' | 'instruction'
  bold: boolean
  italic: boolean
  hidden: boolean
  deleted: boolean
  size: number
  colour: number
  encoding: string
  isSymbol: boolean
  /** Letters that stand in for a Unicode one in old readers. */
  standIns: number
  field: { code: string; url: string } | null
  /** Set on the group that opened a story of its own: header, footer, note, text box. */
  story: Story | null
}

/**
 * The text of an RTF file: tables row by row, lists, links, text boxes, headers first and footers last. Letters come
 * from Unicode or the code page of their font. Hidden text is set apart; deleted revisions, pictures and field codes are
 * left out.
 */
export function readRtf(bytes: Uint8Array): FlowText {
  const reader = new RtfReader(bytes)
  reader.run()
  return reader.result()
}

class RtfReader {
  private readonly bytes: Uint8Array
  private at = 0
  private readonly groups: Group[] = []
  private group: Group = {
    to: 'text',
    bold: false,
    italic: false,
    hidden: false,
    deleted: false,
    size: 12,
    colour: 0,
    encoding: '',
    isSymbol: false,
    standIns: 1,
    field: null,
    story: null,
  }
  private tooDeep = 0
  private skip = 0
  private pending: number[] = []
  private ansi = 'windows-1252'
  private readonly fonts = new Map<number, { encoding: string; isSymbol: boolean }>()
  private readonly styles = new Map<number, Partial<Pick<Group, 'size' | 'bold' | 'italic'>>>()
  private style = 0
  private defaultFont = 0
  private font = -1
  private readonly colours: string[] = []
  private red = 0
  private green = 0
  private blue = 0
  private hasColour = false
  private hasShade = false
  private readonly story = newStory('main')
  private readonly stories: Story[] = [this.story]
  private readonly headers: Paragraph[] = []
  private readonly footers: Paragraph[] = []
  private readonly hidden: string[] = []
  private readonly decoders = new Map<string, TextDecoder>()
  private lastWasHidden = false
  private isStarred = false

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }

  run(): void {
    const { bytes } = this
    while (this.at < bytes.length) {
      const byte = bytes[this.at]!
      this.at += 1
      if (byte === 0x7b) this.open()
      else if (byte === 0x7d) this.shut()
      else if (byte === 0x5c) this.control()
      else if (byte !== 10 && byte !== 13 && byte !== 0) this.letter(byte)
    }
    this.flush()
    while (this.stories.length > 1) this.closeStory(this.stories.pop()!)
  }

  result(): FlowText {
    finish(this.story)
    const seen = new Set<string>()
    const once = (paragraph: Paragraph) => {
      const key = textOf(paragraph).trim()
      if (key === '' || seen.has(key) || /^(?:page\s*)?\d*\s*(?:\/|sur|of)?\s*\d*$/i.test(key)) return false
      seen.add(key)
      return true
    }
    return {
      paragraphs: tidyParagraphs([...this.headers.filter(once), ...this.story.done, ...this.footers.filter(once)]),
      hiddenPassages: tidyPassages(this.hidden),
    }
  }

  private get current(): Story {
    return this.stories.at(-1)!
  }

  private open(): void {
    this.flush()
    this.skip = 0
    if (this.groups.length >= deepest) {
      this.tooDeep += 1
      return
    }
    this.groups.push(this.group)
    this.group = { ...this.group, story: null }
    this.isStarred = false
  }

  private shut(): void {
    this.flush()
    this.skip = 0
    if (this.tooDeep > 0) {
      this.tooDeep -= 1
      return
    }
    const { story, to } = this.group
    if (story && this.stories.length > 1) this.closeStory(this.stories.pop()!)
    const outer = this.groups.pop()
    // The code of a field has been read: what follows is shown, and leads where it says.
    if (to === 'instruction' && this.group.field)
      this.group.field.url =
        /HYPERLINK\s+(?:\\l\s+)?"([^"]{3,2000})"/i.exec(this.group.field.code)?.[1] ?? this.group.field.url
    if (outer) this.group = outer
    this.isStarred = false
  }

  private closeStory(story: Story): void {
    finish(story)
    if (story.kind === 'header') this.headers.push(...story.done)
    else if (story.kind === 'footer') this.footers.push(...story.done)
    else {
      this.story.counter.flows += 1
      const flow = this.story.counter.flows
      this.current.done.push(...story.done.map((paragraph) => ({ flow, ...paragraph })))
    }
  }

  private control(): void {
    const { bytes } = this
    const first = bytes[this.at]
    if (first === undefined) return
    const isLetter = (byte: number | undefined) =>
      byte !== undefined && ((byte >= 97 && byte <= 122) || (byte >= 65 && byte <= 90))
    if (!isLetter(first)) {
      this.at += 1
      this.symbol(first)
      return
    }
    let end = this.at
    while (isLetter(bytes[end]) && end - this.at < 40) end += 1
    const word = ascii(bytes, this.at, end)
    const from = end
    if (bytes[end] === 0x2d) end += 1
    while (end - from < 12 && bytes[end] !== undefined && bytes[end]! >= 48 && bytes[end]! <= 57) end += 1
    const hasNumber = end > from && bytes[end - 1] !== 0x2d
    const number = hasNumber ? Number(ascii(bytes, from, end)) : null
    if (bytes[end] === 0x20) end += 1
    this.at = end
    this.word(word, number)
  }

  private symbol(byte: number): void {
    if (byte === 0x27) {
      const code = Number.parseInt(ascii(this.bytes, this.at, this.at + 2), 16)
      this.at += 2
      if (Number.isFinite(code)) this.letter(code)
      return
    }
    if (byte === 0x2a) {
      this.isStarred = true
      return
    }
    if (this.skip > 0) {
      this.skip -= 1
      return
    }
    if (byte === 0x7e) this.put('\u00a0')
    else if (byte === 0x5f) this.put('-')
    else if (byte === 0x5c || byte === 0x7b || byte === 0x7d) this.put(String.fromCharCode(byte))
    // A backslash before a line's end is a paragraph.
    else if (byte === 10 || byte === 13) this.word('par', null)
  }

  private letter(byte: number): void {
    if (this.skip > 0) {
      this.skip -= 1
      return
    }
    this.pending.push(byte)
  }

  /** Bytes are decoded together: some code pages need two for a letter. */
  private flush(): void {
    if (this.pending.length === 0) return
    const bytes = Uint8Array.from(this.pending)
    this.pending = []
    if (this.group.to === 'fonts' || this.group.to === 'colours') {
      if (this.group.to === 'colours') for (const byte of bytes) if (byte === 0x3b) this.endColour()
      return
    }
    if (this.group.isSymbol) {
      // Letters of a symbol font are drawings; those that open a row are its bullet.
      this.put(Array.from(bytes, (byte) => (byte > 0x7f || byte === 0x6f ? '•' : ' ')).join(''))
      return
    }
    const encoding = this.group.encoding || this.ansi
    let decoder = this.decoders.get(encoding)
    if (!decoder) this.decoders.set(encoding, (decoder = new TextDecoder(encoding)))
    this.put(decoder.decode(bytes), true)
  }

  private put(text: string, isFlushed = false): void {
    if (!isFlushed) this.flush()
    const { group } = this
    if (group.to === 'instruction') {
      if (group.field && group.field.code.length < 4000) group.field.code += text
      return
    }
    if (group.to === 'mark') {
      if (/\S/.test(text)) this.current.isList = true
      return
    }
    if (group.to !== 'text' || group.deleted) return
    const colour = this.colours[group.colour] ?? ''
    const isUnseen = group.hidden || group.size < 2 || (colour === '#ffffff' && !this.hasShade)
    if (isUnseen) {
      if (this.lastWasHidden && this.hidden.length > 0) this.hidden[this.hidden.length - 1] += text
      else this.hidden.push(text)
      this.lastWasHidden = true
      return
    }
    this.lastWasHidden = false
    this.current.writer.add(text, {
      bold: group.bold,
      italic: group.italic,
      size: group.size,
      colour,
      ...(group.field?.url ? { url: group.field.url } : {}),
    })
  }

  private endColour(): void {
    const hex = (part: number) => Math.min(255, Math.max(0, part)).toString(16).padStart(2, '0')
    this.colours.push(this.hasColour ? `#${hex(this.red)}${hex(this.green)}${hex(this.blue)}` : '')
    this.hasColour = false
    this.red = 0
    this.green = 0
    this.blue = 0
  }

  private beginStory(kind: Story['kind']): void {
    if (this.group.to !== 'text' || this.stories.length > 20) {
      this.group.to = 'nothing'
      return
    }
    const story = newStory(kind, this.story.counter)
    this.group.story = story
    this.stories.push(story)
  }

  private word(word: string, number: number | null): void {
    this.flush()
    const { group } = this
    const isOn = number !== 0
    if (word === 'bin') {
      this.at += Math.max(0, number ?? 0)
      return
    }
    if (word === 'u' && number !== null) {
      this.put(String.fromCharCode((number + 65_536) % 65_536))
      this.skip = group.standIns
      return
    }
    if (this.skip > 0) this.skip = 0
    if (group.to === 'nothing' && word !== 'shptxt') return
    if (group.to === 'fonts') {
      this.fontWord(word, number)
      return
    }
    if (group.to === 'styles') {
      this.styleWord(word, number)
      return
    }
    if (group.to === 'colours') {
      if (word === 'red') this.red = number ?? 0
      else if (word === 'green') this.green = number ?? 0
      else if (word === 'blue') this.blue = number ?? 0
      this.hasColour = true
      return
    }
    if (this.destination(word)) return
    const story = this.current
    const sign = signs[word]
    if (sign !== undefined) {
      this.put(sign)
      return
    }
    switch (word) {
      case 'par':
      case 'sect':
      case 'page':
        if (group.to === 'text') endParagraph(story)
        break
      case 'line':
        if (group.to === 'text') breakLine(story)
        break
      case 'cell':
        if (group.to === 'text') endCell(story, 1)
        break
      case 'nestcell':
        if (group.to === 'text') endCell(story, Math.max(2, story.depth))
        break
      case 'row':
        if (group.to === 'text') endRow(story, 1)
        break
      case 'nestrow':
        if (group.to === 'text') endRow(story, Math.max(2, story.depth))
        break
      case 'pard':
        // Inside the mark of a list it says nothing of the paragraph.
        if (group.to !== 'text') break
        story.depth = 0
        story.isList = false
        story.indent = 0
        break
      case 'intbl':
        if (group.to === 'text') story.depth = Math.max(1, story.depth)
        break
      case 'itap':
        if (group.to === 'text') story.depth = Math.max(0, Math.min(deepestTable, number ?? 1))
        break
      case 'ls':
        story.isList = true
        break
      case 'ilvl':
        story.indent = Math.min(3, Math.max(0, number ?? 0))
        break
      case 'plain':
        Object.assign(group, { bold: false, italic: false, hidden: false, size: 12, colour: 0 })
        this.useFont(this.defaultFont)
        break
      case 's':
        Object.assign(group, this.styles.get(number ?? 0))
        break
      case 'b':
        group.bold = isOn
        break
      case 'i':
        group.italic = isOn
        break
      case 'v':
        group.hidden = isOn
        break
      case 'deleted':
        group.deleted = isOn
        break
      case 'fs':
        group.size = (number ?? 24) / 2
        break
      case 'cf':
        group.colour = number ?? 0
        break
      case 'f':
        this.useFont(number ?? 0)
        break
      case 'uc':
        group.standIns = Math.max(0, Math.min(8, number ?? 1))
        break
      case 'cb':
      case 'highlight':
      case 'cbpat':
      case 'clcbpat':
      case 'chcbpat':
        if (number !== null && number > 0) this.hasShade = true
        break
      case 'ansicpg':
        this.ansi = codepages[number ?? 1252] ?? 'windows-1252'
        break
      case 'mac':
        this.ansi = 'macintosh'
        break
      case 'deff':
        this.defaultFont = number ?? 0
        break
      default:
    }
  }

  /** True for a word that opens a group with a purpose of its own. */
  private destination(word: string): boolean {
    const { group } = this
    const starred = this.isStarred
    this.isStarred = false
    if (word === 'fonttbl') group.to = 'fonts'
    else if (word === 'colortbl') group.to = 'colours'
    else if (word === 'stylesheet') group.to = 'styles'
    else if (word === 'pntext' || word === 'listtext') group.to = 'mark'
    else if (word === 'field') group.field = { code: '', url: group.field?.url ?? '' }
    else if (word === 'fldinst') group.to = 'instruction'
    else if (/^header[lrf]?$/.test(word)) this.beginStory('header')
    else if (/^footer[lrf]?$/.test(word)) this.beginStory('footer')
    else if (word === 'footnote') this.beginStory('aside')
    else if (word === 'shp') this.hasShade = true
    else if (word === 'shptxt') {
      group.to = 'text'
      this.beginStory('aside')
    } else if (word === 'shpinst' || word === 'nonesttables') group.to = 'nothing'
    // The end of a row is told among its properties.
    else if (word === 'nesttableprops') return true
    else if (silent.has(word)) group.to = 'nothing'
    else if (starred && word !== 'shppict' && word !== 'ud') group.to = 'nothing'
    else return false
    return true
  }

  private fontWord(word: string, number: number | null): void {
    if (word === 'f' && number !== null) this.font = number
    else if (word === 'fcharset' && this.font >= 0)
      this.fonts.set(this.font, { encoding: charsets[number ?? 0] ?? '', isSymbol: number === 2 })
  }

  private styleWord(word: string, number: number | null): void {
    // Styles of characters and tables have numbers of their own.
    if (word === 'sbasedon')
      this.styles.set(this.style, { ...this.styles.get(number ?? 0), ...this.styles.get(this.style) })
    else if (word === 's' || word === 'cs' || word === 'ts' || word === 'ds')
      this.style = word === 's' ? (number ?? 0) : -1
    else if (word === 'fs') this.styles.set(this.style, { ...this.styles.get(this.style), size: (number ?? 24) / 2 })
    else if (word === 'b') this.styles.set(this.style, { ...this.styles.get(this.style), bold: number !== 0 })
    else if (word === 'i') this.styles.set(this.style, { ...this.styles.get(this.style), italic: number !== 0 })
  }

  private useFont(number: number): void {
    const font = this.fonts.get(number)
    this.group.encoding = font?.encoding ?? ''
    this.group.isSymbol = font?.isSymbol ?? false
  }
}

const ascii = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, Math.min(to, bytes.length)))
