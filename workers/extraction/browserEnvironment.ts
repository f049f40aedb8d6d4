import { assetPaths, assetUrl } from '../../src/kit/assets.ts'
import type { Canvas, Environment } from './environment.ts'
import { recognitionParameters, segmentation, tesseractToWords, type TesseractPage } from './formats/tesseractWords.ts'

type Pair = { canvas: OffscreenCanvas | null; context: OffscreenCanvasRenderingContext2D | null }

/** pdf.js makes its helper canvases by `document`, which a worker has not; these are the same on OffscreenCanvas. */
class WorkerCanvasFactory {
  create(width: number, height: number): Pair {
    const canvas = new OffscreenCanvas(width, height)
    return { canvas, context: canvas.getContext('2d', { willReadFrequently: true }) }
  }
  getNoAlphaContext(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D | null {
    return canvas.getContext('2d', { alpha: false, willReadFrequently: true })
  }
  reset(pair: Pair, width: number, height: number): void {
    if (!pair.canvas) return
    pair.canvas.width = width
    pair.canvas.height = height
  }
  destroy(pair: Pair): void {
    if (pair.canvas) {
      pair.canvas.width = 0
      pair.canvas.height = 0
    }
    pair.canvas = null
    pair.context = null
  }
}

/** SVG filters need a document; without them blends of rare PDFs look plainer. */
class WorkerFilterFactory {
  addFilter() {
    return 'none'
  }
  addHCMFilter() {
    return 'none'
  }
  addAlphaFilter() {
    return 'none'
  }
  addLuminosityFilter() {
    return 'none'
  }
  addKnockoutFilter() {
    return 'none'
  }
  addHighlightHCMFilter() {
    return 'none'
  }
  addSelectionHCMFilter() {
    return 'none'
  }
  addSelectionFilter() {
    return 'none'
  }
  createSelectionStyle() {
    return null
  }
  destroy() {}
}

/** The reader's surroundings inside our worker. All that is fetched lies on our own origin. */
export function createBrowserEnvironment(): Environment {
  const here = self.location.origin
  let engine: Promise<import('tesseract.js').Worker> | null = null
  let shown: keyof typeof segmentation = 'page'
  const showTo = async (worker: import('tesseract.js').Worker, shows: keyof typeof segmentation) => {
    if (shows === shown) return
    await worker.setParameters({ tessedit_pageseg_mode: segmentation[shows] } as Partial<
      import('tesseract.js').WorkerParams
    >)
    shown = shows
  }
  const startEngine = async () => {
    const tesseract = await import('tesseract.js')
    const { createWorker, OEM } = 'default' in tesseract ? (tesseract.default as typeof tesseract) : tesseract
    const worker = await createWorker(['fra', 'eng'], OEM.LSTM_ONLY, {
      workerPath: assetUrl(assetPaths.tesseractWorker, here),
      corePath: assetUrl(assetPaths.tesseractCore, here),
      langPath: assetUrl(assetPaths.tesseractData, here),
      gzip: true,
      // A blob worker would need a looser content policy; the service worker is the cache.
      workerBlobURL: false,
      cacheMethod: 'none',
    })
    shown = 'page'
    await worker.setParameters(recognitionParameters as Partial<import('tesseract.js').WorkerParams>)
    return worker
  }
  const encode = (canvas: Canvas, type: 'image/png' | 'image/jpeg') =>
    (canvas as unknown as OffscreenCanvas).convertToBlob({ type, quality: 0.88 })
  return {
    loadPdfjs: async () => {
      const [pdfjs, { pdfjsWorker }] = await Promise.all([import('pdfjs-dist'), import('./pdfjsWorker.ts')])
      // Found there, pdf.js parses in this thread instead of starting a worker inside a worker.
      Object.assign(globalThis, { pdfjsWorker })
      return pdfjs
    },
    pdfOptions: () => ({
      cMapUrl: assetUrl(assetPaths.pdfCMaps, here),
      cMapPacked: true,
      standardFontDataUrl: assetUrl(assetPaths.pdfFonts, here),
      wasmUrl: assetUrl(assetPaths.pdfWasm, here),
      iccUrl: assetUrl(assetPaths.pdfIccs, here),
      useSystemFonts: false,
      useWorkerFetch: true,
      CanvasFactory: WorkerCanvasFactory,
      FilterFactory: WorkerFilterFactory,
      ownerDocument: { fonts: (self as unknown as { fonts: unknown }).fonts },
    }),
    createCanvas: (width, height) => new OffscreenCanvas(width, height) as unknown as Canvas,
    encode,
    decodePicture: async (bytes, mimeType) => {
      const bitmap = await createImageBitmap(new Blob([bytes], { type: mimeType }), { imageOrientation: 'from-image' })
      return { width: bitmap.width, height: bitmap.height, source: bitmap, close: () => bitmap.close() }
    },
    recognise: async (canvas, shows = 'page') => {
      engine ??= startEngine()
      try {
        const worker = await engine
        const png = await encode(canvas, 'image/png')
        await showTo(worker, shows)
        const { data } = await worker.recognize(png, {}, { blocks: true, text: false })
        return tesseractToWords(data as unknown as TesseractPage)
      } catch (error) {
        // A broken engine must not be kept for the next page.
        engine = null
        throw error
      }
    },
  }
}
