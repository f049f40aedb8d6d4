import type * as Pdfjs from 'pdfjs-dist'

/** A word as optical recognition saw it, in pixels of the picture. */
export interface SeenWord {
  text: string
  certainty: number
  x0: number
  y0: number
  x1: number
  y1: number
  baseline: number
  size: number
  /** Number of the recognised line, so that words of one line stay together. */
  line: number
}

/** A picture ready to be drawn on a canvas. */
export interface Picture {
  width: number
  height: number
  /** Something `drawImage` accepts. */
  source: unknown
  close: () => void
}

/** The part of a canvas the reader uses: OffscreenCanvas in the worker, a native canvas in Node. */
export interface Canvas {
  width: number
  height: number
  getContext: (kind: '2d') => OffscreenCanvasRenderingContext2D
}

/** What differs between a worker and Node; everything else of the reader is the same code. */
export interface Environment {
  /** pdf.js, loaded when first needed. */
  loadPdfjs: () => Promise<typeof Pdfjs>
  /** Options of `getDocument` for this place: canvas factories, addresses of character maps. */
  pdfOptions: () => Record<string, unknown>
  createCanvas: (width: number, height: number) => Canvas
  encode: (canvas: Canvas, type: 'image/png' | 'image/jpeg') => Promise<Blob>
  /** Decodes a picture, turned as its EXIF says. Throws when it cannot. */
  decodePicture: (bytes: Uint8Array<ArrayBuffer>, mimeType: string) => Promise<Picture>
  /** Words of a picture of a page, or of one line, French and English. Throws when recognition is not to be had. */
  recognise: (canvas: Canvas, shows?: 'page' | 'line') => Promise<SeenWord[]>
}
