import type { DocumentReading, ReadLine } from '../../src/model/reading.ts'

/** Letters of a line, ten pages of print; more is a file made to weigh. */
const mostLetters = 20_000
/** Letters of a value: no name, title or address is longer. */
const mostInValue = 2_000
/** Entries of a list; a person has fewer. */
const mostEntries = { links: 100, jobs: 300, degrees: 200, skills: 2_000, languages: 100, licences: 200 } as const

/** Cuts what no CV holds, in place: a row of a million letters or skills would only stop the screen that shows it. */
export function boundReading(reading: DocumentReading): void {
  const { cv } = reading
  for (const [name, most] of Object.entries(mostEntries)) {
    const list = cv[name as keyof typeof mostEntries]
    if (list.length > most) list.length = most
  }
  const entries = [...cv.jobs, ...cv.degrees]
  const lists = [reading.lines, cv.summary, cv.otherLines, ...entries.map(({ lines }) => lines)]
  for (const line of lists.flat()) boundLine(line)
  const values: unknown[] = [cv, ...entries, ...cv.languages].flatMap((holder) => Object.values(holder) as unknown[])
  for (const value of values.flat()) boundValue(value)
}

function boundLine(line: ReadLine): void {
  if (line.text.length > mostLetters) line.text = line.text.slice(0, mostLetters)
}

function boundValue(value: unknown): void {
  if (typeof value !== 'object' || value === null || !('value' in value)) return
  const read = value as { value: unknown; text: string }
  if (typeof read.value === 'string' && read.value.length > mostInValue) read.value = read.value.slice(0, mostInValue)
  if (read.text.length > mostInValue) read.text = read.text.slice(0, mostInValue)
}
