// @ts-expect-error pdf.js ships no types for its worker part
import * as pdfWorker from 'pdfjs-dist/build/pdf.worker.min.mjs'

/** The parsing half of pdf.js, to run in the thread we are in. */
export const pdfjsWorker: unknown = pdfWorker
