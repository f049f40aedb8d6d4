import { registerHooks } from 'node:module'
import path from 'node:path'
import type { Canvas, Environment } from '../environment.ts'
import { boundPdfjs, pdfjsWorkerFile } from '../formats/boundPdfjs.ts'
import { recognitionParameters, segmentation, tesseractToWords, type TesseractPage } from '../formats/tesseractWords.ts'
import { nodeCanvas } from './nodeCanvas.ts'

const root = path.resolve(import.meta.dirname, '../../..')
const packages = path.join(root, 'node_modules')

registerHooks({
  load: (url, context, next) => {
    const loaded = next(url, context)
    if (!pdfjsWorkerFile.test(url)) return loaded
    return { ...loaded, source: boundPdfjs(String(loaded.source)) }
  },
})

/** The reader's surroundings in Node. `close` ends the recognition worker it may have started. */
export function createNodeEnvironment(): Environment & { close: () => Promise<void> } {
  let engine: Promise<import('tesseract.js').Worker> | null = null
  let shown: keyof typeof segmentation = 'page'
  const showTo = async (worker: import('tesseract.js').Worker, shows: keyof typeof segmentation) => {
    if (shows === shown) return
    await worker.setParameters({ tessedit_pageseg_mode: segmentation[shows] } as Partial<
      import('tesseract.js').WorkerParams
    >)
    shown = shows
  }
  const createCanvas = (width: number, height: number): Canvas =>
    nodeCanvas().createCanvas(width, height) as unknown as Canvas
  const startEngine = async () => {
    const { createWorker, OEM } = await import('tesseract.js')
    const { mkdtempSync, copyFileSync, rmSync } = await import('node:fs')
    const { tmpdir } = await import('node:os')
    // One folder with both languages: that is how the engine looks for its data.
    const folder = mkdtempSync(path.join(tmpdir(), 'vivier-tessdata-'))
    for (const language of ['fra', 'eng'])
      copyFileSync(
        path.join(packages, `@tesseract.js-data/${language}/4.0.0_best_int/${language}.traineddata.gz`),
        path.join(folder, `${language}.traineddata.gz`),
      )
    const worker = await createWorker(['fra', 'eng'], OEM.LSTM_ONLY, {
      langPath: folder,
      gzip: true,
      cacheMethod: 'none',
    })
    rmSync(folder, { recursive: true })
    shown = 'page'
    await worker.setParameters(recognitionParameters as Partial<import('tesseract.js').WorkerParams>)
    return worker
  }
  return {
    loadPdfjs: async () => {
      // @ts-expect-error pdf.js ships no types for its parsing half, which puts itself on `globalThis`
      await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
      return (await import('pdfjs-dist/legacy/build/pdf.mjs')) as unknown as typeof import('pdfjs-dist')
    },
    pdfOptions: () => ({
      cMapUrl: `${path.join(packages, 'pdfjs-dist/cmaps')}/`,
      cMapPacked: true,
      standardFontDataUrl: `${path.join(packages, 'pdfjs-dist/standard_fonts')}/`,
      wasmUrl: `${path.join(packages, 'pdfjs-dist/wasm')}/`,
      iccUrl: `${path.join(packages, 'pdfjs-dist/iccs')}/`,
    }),
    createCanvas,
    encode: async (canvas, type) => {
      const native = canvas as unknown as import('@napi-rs/canvas').Canvas
      const bytes = type === 'image/png' ? await native.encode('png') : await native.encode('jpeg', 85)
      return new Blob([new Uint8Array(bytes)], { type })
    },
    decodePicture: async (bytes) => {
      const image = await nodeCanvas().loadImage(Buffer.from(bytes))
      return { width: image.width, height: image.height, source: image, close: () => {} }
    },
    recognise: async (canvas, shows = 'page') => {
      engine ??= startEngine()
      const worker = await engine
      const png = (canvas as unknown as import('@napi-rs/canvas').Canvas).toBuffer('image/png')
      await showTo(worker, shows)
      const { data } = await worker.recognize(png, {}, { blocks: true, text: false })
      return tesseractToWords(data as unknown as TesseractPage)
    },
    close: async () => {
      if (engine) await (await engine).terminate()
      engine = null
    },
  }
}
