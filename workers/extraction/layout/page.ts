import type { HiddenReason } from '../../../src/model/reading.ts'

/** Where a mark stands on a page, in the page's own units, origin at its top left corner. */
export interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** A run of characters drawn at once, in one style. */
export interface TextItem extends Box {
  text: string
  /** Height of the letters' line in the page's units. */
  size: number
  baseline: number
  bold: boolean
  italic: boolean
  /** `#rrggbb`, '' when unknown. */
  colour: string
  font: string
  /** Why no eye sees it, '' when one does. */
  hidden: '' | HiddenReason
  /** Certainty of recognition in [0,1]; 1 for a text layer. */
  certainty: number
  /** Number of the paragraph in a format that has paragraphs. */
  paragraph?: number
  /** Number of the text box or side cell it stands in, where the format tells. */
  flow?: number
}

/** A page as its format gave it: runs in drawing order, and the addresses laid over them. */
export interface PageText {
  number: number
  width: number
  height: number
  by: 'text' | 'recognition' | 'none'
  items: TextItem[]
  links: (Box & { url: string })[]
  /** True when the runs are already in reading order, one row per line (DOCX, TXT). */
  ordered: boolean
  /** False when the page shows nothing but its text: an empty page needs no recognition. */
  hasDrawing?: boolean
  /** True when its text lies unseen over a picture of the whole page: somebody else's recognition. */
  overScan?: boolean
}

/** A run of words on one row, without a wide gap inside. */
export interface Segment {
  page: number
  x0: number
  x1: number
  y0: number
  y1: number
  baseline: number
  size: number
  items: TextItem[]
  /** Opens where other rows open a cell too, after a gap that would not part it by itself. */
  cell?: boolean
}

/** A style run of a line: characters `start` to `end` of its text. */
export interface Span {
  start: number
  end: number
  page: number
  x0: number
  x1: number
  y0: number
  y1: number
  size: number
  bold: boolean
  italic: boolean
  colour: string
  certainty: number
}

/** A line in reading order. `text` joins cells by a tab; a paragraph wrapped over several rows is one line. */
export interface Line {
  text: string
  page: number
  x0: number
  x1: number
  y0: number
  y1: number
  size: number
  bold: boolean
  italic: boolean
  colour: string
  spans: Span[]
  /** Opens with a bullet, which `text` no longer holds. */
  bullet: boolean
  /** Number of the column or margin it was read from: a change of block breaks paragraphs. */
  block: number
  /** White space above, in line heights; large at the top of a block. */
  gapAbove: number
  /** Stands in a margin beside what follows (section names, dates). */
  margin: boolean
  links: string[]
  /** Number of the text box or side cell it stands in; absent in the main text and where the format tells nothing. */
  flow?: number
}
