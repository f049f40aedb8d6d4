/** What the reader needs of a run's or a paragraph's properties in a Word 97-2003 file; undefined where nothing is said. */
export interface WordProperties {
  bold?: boolean
  italic?: boolean
  hidden?: boolean
  deleted?: boolean
  /** Points. */
  size?: number
  /** `#rrggbb`. */
  colour?: string
  /** A sign of a symbol font instead of the letter. */
  symbol?: boolean
  inTable?: boolean
  /** The mark that ends a row of a table. */
  rowEnd?: boolean
  list?: boolean
  listLevel?: number
  /** Nesting of the table, 1 for one on the page. */
  tableDepth?: number
  style?: number
  /** A ground of its own colour: white letters may stand out on it. */
  shaded?: boolean
}

/** Runs of properties by position in the stream, in order. */
export interface PropertyRun {
  from: number
  to: number
  properties: WordProperties
}

// The sixteen named colours of Word; 0 is automatic.
const namedColours = [
  '',
  '#000000',
  '#0000ff',
  '#00ffff',
  '#00ff00',
  '#ff00ff',
  '#ff0000',
  '#ffff00',
  '#ffffff',
  '#000080',
  '#008080',
  '#008000',
  '#800080',
  '#800000',
  '#808000',
  '#808080',
  '#c0c0c0',
]

/** Reads a list of property changes ([MS-DOC] Prl) between two offsets. What it does not know it steps over. */
export function readProperties(view: DataView, from: number, to: number): WordProperties {
  const out: WordProperties = {}
  let at = from
  while (at + 2 <= to && at + 2 <= view.byteLength) {
    const code = view.getUint16(at, true)
    at += 2
    const length = operandLength(view, code, at, to)
    if (length === null || at + length > view.byteLength) break
    if (length > 0) apply(out, code, view, at)
    at += length
  }
  return out
}

function operandLength(view: DataView, code: number, at: number, to: number): number | null {
  switch (code >> 13) {
    case 0:
    case 1:
      return 1
    case 2:
    case 4:
    case 5:
      return 2
    case 3:
      return 4
    case 7:
      return 3
    default:
      if (at >= to || at + 2 > view.byteLength) return null
      // Definitions of tables carry a length of two bytes, all others of one.
      return code === 0xd608 ? view.getUint16(at, true) + 1 : view.getUint8(at) + 1
  }
}

function apply(out: WordProperties, code: number, view: DataView, at: number): void {
  const byte = view.getUint8(at)
  // 0x80 and 0x81: as the style says, and its reverse.
  const flag = byte === 0x81 || byte === 1
  switch (code) {
    case 0x0835:
      if (byte !== 0x80) out.bold = flag
      break
    case 0x0836:
      if (byte !== 0x80) out.italic = flag
      break
    case 0x083c:
      if (byte !== 0x80) out.hidden = flag
      break
    case 0x0800:
      out.deleted = flag
      break
    case 0x4a43:
      out.size = view.getUint16(at, true) / 2
      break
    case 0x2a42:
      out.colour = namedColours[byte] ?? ''
      break
    case 0x6870:
      out.colour =
        view.getUint8(at + 3) === 0xff
          ? ''
          : `#${[0, 1, 2]
              .map((index) =>
                view
                  .getUint8(at + index)
                  .toString(16)
                  .padStart(2, '0'),
              )
              .join('')}`
      break
    case 0x6a09:
      out.symbol = true
      break
    case 0x2416:
      out.inTable = byte !== 0
      break
    case 0x2417:
    case 0x244c:
      out.rowEnd = byte !== 0
      break
    case 0x6649:
      if (at + 4 <= view.byteLength) out.tableDepth = view.getInt32(at, true)
      break
    case 0x442d:
    case 0x4866:
    case 0xc64d:
    case 0xca71:
    case 0xd609:
    case 0xd60c:
    case 0xd612:
    case 0xd616:
      out.shaded = true
      break
    case 0x260a:
      out.listLevel = byte
      break
    case 0x460b:
      out.list = view.getInt16(at, true) !== 0
      break
    default:
  }
}

/**
 * Property runs of characters or paragraphs: an index of pages of 512 bytes in the document stream, each with its own
 * positions and properties.
 */
export function readPropertyRuns(
  kind: 'characters' | 'paragraphs',
  document: DataView,
  table: DataView,
  from: number,
  length: number,
): PropertyRun[] {
  const runs: PropertyRun[] = []
  const count = Math.floor((length - 4) / 8)
  for (let index = 0; index < count; index += 1) {
    const at = from + (count + 1) * 4 + index * 4
    if (at + 4 > table.byteLength) break
    const page = (table.getUint32(at, true) & 0x3fffff) * 512
    if (page + 512 > document.byteLength) continue
    const inPage = document.getUint8(page + 511)
    const entry = kind === 'characters' ? 1 : 13
    if ((inPage + 1) * 4 + inPage * entry > 511) continue
    for (let run = 0; run < inPage; run += 1) {
      const start = document.getUint32(page + run * 4, true)
      const end = document.getUint32(page + (run + 1) * 4, true)
      const offset = document.getUint8(page + (inPage + 1) * 4 + run * entry) * 2
      runs.push({
        from: start,
        to: end,
        properties: offset === 0 ? {} : readEntry(kind, document, page + offset, page + 511),
      })
    }
  }
  return runs.sort((a, b) => a.from - b.from)
}

function readEntry(kind: 'characters' | 'paragraphs', view: DataView, at: number, limit: number): WordProperties {
  const first = view.getUint8(at)
  if (kind === 'characters') return readProperties(view, at + 1, Math.min(limit, at + 1 + first))
  const start = first === 0 ? at + 2 : at + 1
  const size = first === 0 ? view.getUint8(at + 1) * 2 : first * 2 - 1
  if (start + 2 > limit) return {}
  return {
    ...readProperties(view, start + 2, Math.min(limit, start + size)),
    style: view.getUint16(start, true),
  }
}

/** What each style of the document says of its letters and paragraphs, what it is based on included. */
export function readStyleSheet(table: DataView, from: number, length: number): WordProperties[] {
  const end = Math.min(from + length, table.byteLength)
  if (from + 6 > end) return []
  const headerSize = table.getUint16(from, true)
  const count = Math.min(table.getUint16(from + 2, true), 4096)
  const baseSize = table.getUint16(from + 4, true)
  const raw: { own: WordProperties; base: number }[] = []
  let at = from + 2 + headerSize
  for (let index = 0; index < count && at + 2 <= end; index += 1) {
    const size = table.getUint16(at, true)
    at += 2
    raw.push(size >= 10 && at + size <= end ? readStyle(table, at, at + size, baseSize) : { own: {}, base: 0xfff })
    at += size + (size % 2)
  }
  return raw.map((_, index) => {
    let found: WordProperties = {}
    const met = new Set<number>()
    for (let one = index, style = raw[one]; style && !met.has(one); one = style.base, style = raw[one]) {
      met.add(one)
      found = { ...style.own, ...found }
    }
    return found
  })
}

function readStyle(view: DataView, from: number, to: number, baseSize: number): { own: WordProperties; base: number } {
  const kind = view.getUint16(from + 2, true) & 0xf
  const base = view.getUint16(from + 2, true) >> 4
  let at = from + baseSize
  if (at + 2 > to) return { own: {}, base }
  at += 2 + view.getUint16(at, true) * 2 + 2
  let own: WordProperties = {}
  const parts = kind === 1 ? 2 : kind === 2 ? 1 : 0
  for (let index = 0; index < parts && at + 2 <= to; index += 1) {
    const size = view.getUint16(at, true)
    const start = at + 2 + (kind === 1 && index === 0 ? 2 : 0)
    own = { ...own, ...readProperties(view, start, Math.min(to, at + 2 + size)) }
    at += 2 + size + (size % 2)
  }
  return { own, base }
}
