import { unzlibSync } from 'fflate'

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

/** Bytes that are inflated at once: a stream that waits for another thread takes longer than this. */
const inflatedHere = 48 * 1024

// Called by the bounded pdf.js before it makes room and at each operator; see `boundPdfjs.ts`.
Object.assign(globalThis, {
  pdfjsUnfolds: (bytes: number) => {
    if (bytes > unfolding.mostBytes) stop('A stream of this PDF unfolds beyond measure.')
  },
  pdfjsInflates: (name: string, bytes: Uint8Array) => {
    if (name !== 'deflate' || bytes.length > inflatedHere) return undefined
    let inflated
    try {
      inflated = unzlibSync(bytes)
    } catch {
      // A damaged stream: pdf.js saves what can be saved of it.
      return undefined
    }
    if (inflated.length > unfolding.mostBytes) stop('A stream of this PDF unfolds beyond measure.')
    return inflated
  },
  pdfjsDraws: () => {
    unfolding.operators += 1
    if (unfolding.operators > unfolding.mostOperators) stop('A page of this PDF is drawn without end.')
  },
})
