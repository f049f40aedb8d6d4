import type { PDFDocumentProxy } from 'pdfjs-dist'
import type { PageText, TextItem } from '../layout/page.ts'
import { type Matrix, multiply } from './inkShapes.ts'

/** What lies over a page, as pdf.js tells it: a link, a field of a form, or words typed onto the page. */
export interface PageNote {
  pageIndex?: number
  annotationType?: number
  rect?: number[]
  url?: string
  unsafeUrl?: string
  fieldType?: string
  fieldValue?: unknown
  hidden?: boolean
  noView?: boolean
  password?: boolean
  contentsObj?: { str?: string }
  defaultAppearanceData?: { fontSize?: number }
}
const kinds = { link: 2, words: 3, field: 20 } as const

/**
 * What lies over the pages of a PDF, by page (from 1), in PDF units. Asked by kind: asked page by page, pdf.js reads the
 * whole text again to find the words under each link.
 */
export async function readPageNotes(pdf: PDFDocumentProxy): Promise<Map<number, PageNote[]>> {
  const byPage = new Map<number, PageNote[]>()
  try {
    const wanted = new Set<number>(Object.values(kinds))
    for (const note of (await pdf.getAnnotationsByType(wanted, new Set())) as PageNote[]) {
      if (!note) continue
      const page = (note.pageIndex ?? 0) + 1
      byPage.set(page, [...(byPage.get(page) ?? []), note])
    }
  } catch {
    // They are a bonus; a damaged list must not lose the text.
  }
  return byPage
}

/** The links among the notes of a page, where they lie on it. */
export const linksOf = (notes: readonly PageNote[], toPage: Matrix): PageText['links'] =>
  notes.flatMap((note) => {
    const url = note.url ?? note.unsafeUrl
    const box = boxOf(note, toPage)
    return url && box ? [{ url, ...box }] : []
  })

/** Adds what was filled into the fields of a form or typed onto the page: it is no part of the page's own text. */
export function addFilledWords(items: TextItem[], notes: readonly PageNote[], toPage: Matrix): void {
  const filled = filledWords(notes, toPage)
  for (const value of filled) {
    const label = items.findLast(
      (item) =>
        /\p{L}/u.test(item.text) &&
        item.text.length < 40 &&
        Math.abs(item.baseline - value.baseline) < 0.6 * value.size &&
        item.x + item.width <= value.x + 2 &&
        value.x - item.x - item.width < 200,
    )
    // The label of a field reaches up to it: they are one row, not two columns.
    if (!label || filled.some((other) => other !== value && isBetween(other, label, value))) continue
    label.width = Math.max(label.width, value.x - label.x - 2)
    if (!/:\s*$/.test(label.text)) label.text = `${label.text.trimEnd()} : `
  }
  items.push(...filled)
}

const isBetween = (item: TextItem, left: TextItem, right: TextItem): boolean =>
  Math.abs(item.baseline - right.baseline) < right.size && item.x > left.x && item.x < right.x

const filledWords = (notes: readonly PageNote[], toPage: Matrix): TextItem[] =>
  notes.flatMap((note) => {
    const box = boxOf(note, toPage)
    const text = wordsOf(note)
    if (!box || text === '' || note.hidden || note.noView) return []
    const stated = note.defaultAppearanceData?.fontSize ?? 0
    const size = stated > 3 ? stated : Math.min(11, Math.max(6, box.height * 0.7))
    const rows = wrap(text, Math.max(8, box.width / (size * 0.5)))
    // A single row stands in the middle of its field, several from the top on.
    const top = rows.length === 1 ? box.y + (box.height - size) / 2 : box.y + 2
    return rows.map((row, index) => ({
      text: row,
      x: box.x + 2,
      y: top + index * size * 1.2,
      width: Math.min(box.width, row.length * size * 0.5),
      height: size,
      baseline: top + index * size * 1.2 + size * 0.8,
      size,
      bold: false,
      italic: false,
      colour: '',
      font: '',
      hidden: '' as const,
      certainty: 1,
    }))
  })

function wordsOf({ annotationType, fieldType, fieldValue, password, contentsObj }: PageNote): string {
  if (annotationType === kinds.words) return (contentsObj?.str ?? '').trim()
  if (annotationType !== kinds.field || password || (fieldType !== 'Tx' && fieldType !== 'Ch')) return ''
  const values = [fieldValue].flat().filter((value): value is string => typeof value === 'string')
  return values.join(', ').trim()
}

function wrap(text: string, letters: number): string[] {
  const rows: string[] = []
  for (const line of text.split(/\r\n?|\n/)) {
    let row = ''
    for (const word of line.split(' ')) {
      if (row !== '' && row.length + word.length + 1 > letters) {
        rows.push(row)
        row = word
      } else row = row === '' ? word : `${row} ${word}`
    }
    if (row !== '') rows.push(row)
  }
  return rows
}

function boxOf(note: PageNote, toPage: Matrix): { x: number; y: number; width: number; height: number } | null {
  if (!note.rect || note.rect.length < 4) return null
  const [x0, y0, x1, y1] = note.rect as [number, number, number, number]
  const a = multiply(toPage, [1, 0, 0, 1, x0, y0])
  const b = multiply(toPage, [1, 0, 0, 1, x1, y1])
  return {
    x: Math.min(a[4], b[4]),
    y: Math.min(a[5], b[5]),
    width: Math.abs(a[4] - b[4]),
    height: Math.abs(a[5] - b[5]),
  }
}
