import { FlowWriter, tableToParagraphs } from './flowText.ts'
import type { Paragraph } from './plainPages.ts'

/** Text that is read apart from what stands around it. */
export interface Story {
  kind: 'main' | 'header' | 'footer' | 'aside'
  writer: FlowWriter
  done: Paragraph[]
  /** The tables that are open, each in a cell of the one before. */
  tables: Table[]
  /** How many tables the paragraph stands in. */
  depth: number
  isList: boolean
  /** A line of the paragraph was ended before its end. */
  isBroken: boolean
  indent: number
  /** Columns and boxes met, each a flow of its own; one count for the whole file. */
  counter: { flows: number }
}

interface Table {
  rows: Paragraph[][][]
  cells: Paragraph[][]
  cell: Paragraph[]
}

/** Tables in tables beyond this are a maze made by a program. */
export const deepestTable = 12

/** A story of which nothing has been read. */
export const newStory = (kind: Story['kind'], counter = { flows: 0 }): Story => ({
  counter,
  kind,
  writer: new FlowWriter(),
  done: [],
  tables: [],
  depth: 0,
  isList: false,
  isBroken: false,
  indent: 0,
})

/** The bullet stands before the first line of its paragraph. */
function shape(story: Story): void {
  const { writer } = story
  writer.set({ bullet: story.isList && !story.isBroken && !writer.isEmpty, indent: story.indent })
}

/** Ends a line inside a paragraph. */
export function breakLine(story: Story): void {
  shape(story)
  story.writer.breakLine()
  story.isBroken = true
}

/** Ends the paragraph being written, and puts it where it stands. */
export function endParagraph(story: Story): void {
  const { writer } = story
  shape(story)
  story.isBroken = false
  writer.end()
  const paragraphs = writer.take()
  if (story.depth > 0) tableAt(story, story.depth).cell.push(...paragraphs)
  else {
    closeTables(story, 0)
    story.done.push(...paragraphs)
  }
}

/** The open table of a depth from 1; what is deeper is closed, what is missing is opened. */
function tableAt(story: Story, depth: number): Table {
  closeTables(story, depth)
  while (story.tables.length < depth) story.tables.push({ rows: [], cells: [], cell: [] })
  return story.tables[depth - 1]!
}

/** Ends a cell of the table of that depth, from 1. */
export function endCell(story: Story, depth: number): void {
  story.depth = depth
  endParagraph(story)
  const table = tableAt(story, depth)
  table.cells.push(table.cell)
  table.cell = []
}

/** Ends a row of the table of that depth. */
export function endRow(story: Story, depth: number): void {
  closeTables(story, depth)
  const table = story.tables[depth - 1]
  if (!table) return
  if (table.cell.length > 0) table.cells.push(table.cell)
  if (table.cells.length > 0) table.rows.push(table.cells)
  table.cells = []
  table.cell = []
}

/** Closes the tables that are deeper: each becomes part of the cell, or of the text, around it. */
function closeTables(story: Story, depth: number): void {
  while (story.tables.length > depth) {
    const at = story.tables.length
    const table = story.tables[at - 1]!
    if (table.cell.length > 0) table.cells.push(table.cell)
    if (table.cells.length > 0) table.rows.push(table.cells)
    story.tables.pop()
    const paragraphs = tableToParagraphs(table.rows, story.counter)
    ;(story.tables.at(-1)?.cell ?? story.done).push(...paragraphs)
  }
}

/** Ends whatever is still open. */
export function finish(story: Story): void {
  if (!story.writer.isEmpty) endParagraph(story)
  closeTables(story, 0)
}
