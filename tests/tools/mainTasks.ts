/** The tasks of the pages' main threads in a trace of `toplevel`, by the clock and by the processor time they took. */
export function mainTasks(trace: Buffer): { ms: number; ownMs: number }[] {
  interface TraceEvent {
    name: string
    ph: string
    pid: number
    tid: number
    /** Microseconds, by the clock and of processor. */
    dur?: number
    tdur?: number
    args?: { name?: string }
  }
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] }
  const mains = traceEvents.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
  // Tasks within another are part of it.
  return traceEvents
    .filter(
      ({ name, ph, pid, tid }) =>
        ph === 'X' && name.endsWith('RunTask') && mains.some((main) => main.pid === pid && main.tid === tid),
    )
    .map(({ dur = 0, tdur = 0 }) => ({ ms: dur / 1000, ownMs: tdur / 1000 }))
}

/** In a line: the longest of them and how many are over 50 ms, both ways. */
export function tasksInWords(tasks: readonly { ms: number; ownMs: number }[]): string {
  const longest = (times: number[]) => `${times.reduce((most, ms) => Math.max(most, ms), 0).toFixed(0)} ms`
  const over = (times: number[]) => times.filter((ms) => ms > 50).length
  const byClock = tasks.map(({ ms }) => ms)
  const byProcessor = tasks.map(({ ownMs }) => ownMs)
  return (
    `${longest(byProcessor)} of processor (${over(byProcessor)} over 50 ms), ` +
    `${longest(byClock)} by the clock (${over(byClock)} over 50 ms)`
  )
}
