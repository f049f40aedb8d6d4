/** What the PDF in work may come to. A worker reads one file at a time. */
export const unfolding = {
  /** Of one stream: a page scanned in colour at 600 dots an inch. */
  mostBytes: 2 ** 27,
  /** Drawing operators met since the page began. */
  operators: 0,
  /** Fifty times those of a crowded page, which are walked twice; more is drawn without end, or to fill the memory. */
  mostOperators: 600_000,
  /** Set once a stream or a page was stopped. */
  wasStopped: false,
}

function stop(why: string): never {
  unfolding.wasStopped = true
  throw new RangeError(why)
}

// Called by the bounded pdf.js before it makes room and at each operator; see `boundPdfjs.ts`.
Object.assign(globalThis, {
  pdfjsUnfolds: (bytes: number) => {
    if (bytes > unfolding.mostBytes) stop('A stream of this PDF unfolds beyond measure.')
  },
  pdfjsDraws: () => {
    unfolding.operators += 1
    if (unfolding.operators > unfolding.mostOperators) stop('A page of this PDF is drawn without end.')
  },
})
