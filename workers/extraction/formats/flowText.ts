import { headingKind } from '../lexicon/headings.ts'
import type { Paragraph, Run } from './plainPages.ts'

/** The text of a format without pages: paragraphs in reading order, and what no eye sees. */
export interface FlowText {
  paragraphs: Paragraph[]
  hiddenPassages: string[]
}

/** The words of a paragraph without their styles. */
export const textOf = (paragraph: Paragraph): string => paragraph.runs.map((run) => run.text).join('')

/** A paragraph of one style. */
export const plainParagraph = (text: string, style: Partial<Run> & { bullet?: boolean } = {}): Paragraph => ({
  runs: [
    {
      text,
      bold: style.bold ?? false,
      italic: style.italic ?? false,
      size: style.size ?? 10,
      colour: style.colour ?? '',
    },
  ],
  bullet: style.bullet ?? false,
  indent: 0,
  spaceBefore: false,
})

/**
 * A table as paragraphs. A row of short cells is one line with tabs; a row with a long cell, or with a section's name in
 * front, is a layout of columns, read cell after cell. Columns with sections of their own are flows apart, counted on in
 * `context`.
 */
export function tableToParagraphs(rows: readonly Paragraph[][][], context: { flows: number }): Paragraph[] {
  const out: Paragraph[] = []
  const isHeading = (paragraph: Paragraph | undefined) =>
    paragraph !== undefined && headingKind(textOf(paragraph).trim()) !== null
  for (const cells of rows) {
    const filled = cells
      .map((cell) => cell.filter((paragraph) => textOf(paragraph).trim() !== ''))
      .filter((cell) => cell.length > 0)
    // 'Permis de conduire' beside its categories is a label: they are read by it, on its own row.
    const first = filled[0]?.[0]
    const isHeaded =
      filled.length > 1 &&
      filled[0]!.length === 1 &&
      isHeading(first) &&
      headingKind(textOf(first!).trim()) !== 'licence'
    const short =
      !isHeaded && filled.every((cell) => cell.length === 1 && textOf(cell[0]!).length <= 90 && !cell[0]!.bullet)
    if (filled.length > 1 && short) {
      const runs: Run[] = []
      for (const [index, cell] of filled.entries()) {
        if (index > 0) runs.push({ ...cell[0]!.runs[0]!, text: '\t' })
        runs.push(...cell[0]!.runs)
      }
      out.push({ runs, bullet: false, indent: 0, spaceBefore: false })
      continue
    }
    const sides = filled.filter((cell) => cell.some(isHeading)).length >= 2
    for (const cell of filled) {
      if (sides) context.flows += 1
      for (const [index, paragraph] of cell.entries())
        out.push({
          ...paragraph,
          spaceBefore: index === 0 || paragraph.spaceBefore,
          ...(sides && !paragraph.flow ? { flow: context.flows } : {}),
        })
    }
  }
  return out
}

/** Passages as the reading keeps them: each once, without white space around, and no lone letters. */
export const tidyPassages = (passages: readonly string[]): string[] => [
  ...new Set(passages.map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => text.length >= 3)),
]

const bulletMark = /^\s*[•·●○◦▪■□►▶➢➤✓✔❖◆*\u{F0B7}\u{F0A7}\u{F0D8}\u{F076}\u{F0FC}\u{F02D}-]\s+/u

/** Drops empty paragraphs (they leave space above the next) and turns a written bullet into one. */
export function tidyParagraphs(paragraphs: readonly Paragraph[]): Paragraph[] {
  const out: Paragraph[] = []
  let space = false
  for (const paragraph of paragraphs) {
    const text = textOf(paragraph)
    if (text.trim() === '') {
      space = true
      continue
    }
    const mark = bulletMark.exec(text)?.[0]
    const runs = mark ? dropStart(paragraph.runs, mark.length) : paragraph.runs
    out.push({
      ...paragraph,
      runs,
      bullet: paragraph.bullet || mark !== undefined,
      spaceBefore: paragraph.spaceBefore || (space && out.length > 0),
    })
    space = false
  }
  return out
}

function dropStart(runs: readonly Run[], count: number): Run[] {
  const out: Run[] = []
  let left = count
  for (const run of runs) {
    const text = run.text.slice(left)
    left = Math.max(0, left - run.text.length)
    if (text !== '') out.push({ ...run, text })
  }
  return out
}

/** Collects runs into paragraphs: styles change within a line, breaks end it. */
export class FlowWriter {
  readonly paragraphs: Paragraph[] = []
  private runs: Run[] = []
  private shape = { bullet: false, indent: 0, spaceBefore: false }

  /** The look of the paragraph being written. */
  set(shape: Partial<{ bullet: boolean; indent: number; spaceBefore: boolean }>): void {
    this.shape = { ...this.shape, ...shape }
  }

  /** Adds words in a style; neighbours of the same style join. */
  add(text: string, style: Omit<Run, 'text'>): void {
    if (text === '') return
    const last = this.runs.at(-1)
    const same =
      last &&
      last.bold === style.bold &&
      last.italic === style.italic &&
      last.size === style.size &&
      last.colour === style.colour &&
      last.url === style.url
    if (same) last.text += text
    else this.runs.push({ text, ...style })
  }

  /** Ends the paragraph; the next starts without bullet and indent. */
  end(): void {
    this.paragraphs.push({ runs: this.runs, ...this.shape })
    this.runs = []
    this.shape = { bullet: false, indent: 0, spaceBefore: false }
  }

  /** Ends the line inside a paragraph: a new row of the same look, without a bullet of its own. */
  breakLine(): void {
    const { indent } = this.shape
    this.end()
    this.shape.indent = indent
  }

  /** True while nothing stands in the paragraph being written. */
  get isEmpty(): boolean {
    return this.runs.length === 0
  }

  /** Whole paragraphs, after what was written so far. */
  append(paragraphs: readonly Paragraph[]): void {
    if (!this.isEmpty) this.end()
    this.paragraphs.push(...paragraphs)
  }

  /** The paragraphs so far, taken out. */
  take(): Paragraph[] {
    if (!this.isEmpty) this.end()
    return this.paragraphs.splice(0)
  }
}
