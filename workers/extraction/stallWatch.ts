/** Aborts when no sign of life came for too long: a page that hangs is given up sooner than a long file that goes on. */
export interface StallWatch {
  signal: AbortSignal
  /** A sign of life; the first one starts the watch. */
  beat: () => void
  stop: () => void
  hasStalled: () => boolean
}

/** Watches work that tells its progress; aborts also when `outer` does. */
export function watchStalls(stallMs: number, outer?: AbortSignal): StallWatch {
  const stall = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  return {
    signal: outer ? AbortSignal.any([outer, stall.signal]) : stall.signal,
    beat: () => {
      clearTimeout(timer)
      timer = setTimeout(() => stall.abort(), stallMs)
    },
    stop: () => clearTimeout(timer),
    hasStalled: () => stall.signal.aborted,
  }
}
