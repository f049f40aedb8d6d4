/** A row of a table with the line it begins on, from 1. */
export interface CsvRow {
  line: number
  cells: string[]
}

/**
 * The rows of a CSV as its text comes in: quotes, doubled quotes and line breaks within them; `,`, `;` or tab, whichever
 * the first line has most of. Empty lines are left out.
 */
export async function* readCsv(pieces: AsyncIterable<string>): AsyncGenerator<CsvRow> {
  let separator = ''
  let head = ''
  let cells: string[] = []
  let cell = ''
  let isQuoted = false
  /** A quote just ended, or was the first of a doubled one. */
  let afterQuote = false
  let line = 1
  let begun = 1
  const rows: CsvRow[] = []
  const endRow = () => {
    cells.push(cell)
    if (cells.length > 1 || cell.trim() !== '') rows.push({ line: begun, cells })
    cells = []
    cell = ''
    afterQuote = false
    begun = line
  }
  const take = (text: string) => {
    for (const sign of text) {
      if (sign === '\n') line += 1
      if (isQuoted) {
        if (sign === '"') {
          isQuoted = false
          afterQuote = true
        } else cell += sign
      } else if (sign === '"' && (afterQuote || cell === '')) {
        if (afterQuote) cell += sign
        isQuoted = true
        afterQuote = false
      } else if (sign === separator) {
        cells.push(cell)
        cell = ''
        afterQuote = false
      } else if (sign === '\n') endRow()
      else if (sign !== '\r') {
        cell += sign
        afterQuote = false
      }
    }
  }
  for await (const piece of pieces) {
    if (separator === '') {
      head += piece
      const end = head.indexOf('\n')
      if (end < 0) continue
      head = head.replace(/^\uFEFF/, '')
      separator = mostOf(head.slice(0, end))
      take(head)
    } else take(piece)
    yield* rows.splice(0)
  }
  if (separator === '' && head !== '') {
    separator = mostOf(head)
    take(head.replace(/^\uFEFF/, ''))
  }
  if (cell !== '' || cells.length > 0) endRow()
  yield* rows
}

const mostOf = (line: string): string => {
  const count = (sign: string) => line.split(sign).length
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best))
}
