/**
 * Rows as a CSV that spreadsheets open as they should: UTF-8 mark, semicolons (the separator of French spreadsheets,
 * taken by the others too), and no cell that a spreadsheet would run as a formula.
 */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(csvCell).join(';')).join('\r\n')}\r\n`

/** A leading = + - @, tab or return makes a spreadsheet run the cell: an apostrophe makes it text. */
function csvCell(value: string): string {
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[";\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
