// @ts-expect-error pdf.js ships no types for its worker part
import * as pdfWorker from 'pdfjs-dist/build/pdf.worker.mjs'

/** The parsing half of pdf.js, bounded by the build (`formats/boundPdfjs.ts`), to run in the thread we are in. */
export const pdfjsWorker: unknown = pdfWorker
