/** One thing that happened. Values are names, numbers and routes: never an address, a query or a person. */
export interface LogLine {
  level: 'info' | 'error'
  event: string
  [field: string]: string | number | undefined
}

export type WriteLogLine = (line: LogLine) => void

/** Writes each line as one JSON object, stamped with the time. Below `level`, nothing is written. */
export function createLog(
  write: (text: string) => void,
  now: () => Date,
  level: 'info' | 'error' | 'silent',
): WriteLogLine {
  return (line) => {
    if (level === 'silent' || (level === 'error' && line.level === 'info')) return
    write(`${JSON.stringify({ time: now().toISOString(), ...line })}\n`)
  }
}
