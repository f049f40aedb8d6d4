import type { Surroundings } from './ports.ts'

/** Time and chance as they are. */
export const surroundings: Surroundings = {
  now: () => Date.now(),
  random: (bytes) => crypto.getRandomValues(bytes),
  later: (run, delayMs) => {
    const timer = setTimeout(run, delayMs)
    return () => clearTimeout(timer)
  },
}
