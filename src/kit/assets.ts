/**
 * Addresses of the big files that the build copies from packages (vite.config.ts) and the service worker keeps:
 * versioned folders, so that an update never mixes an old reader with new data. All are on our own origin.
 */
export const assetPaths = {
  /** tesseract.js: `workerPath` */
  tesseractWorker: '/vendor/tesseract-7.0.0/worker.min.js',
  /** tesseract.js: `corePath`, the folder of the three `*-lstm.wasm.js` cores */
  tesseractCore: '/vendor/tesseract-core-7.0.0',
  /** tesseract.js: `langPath`, the folder of fra.traineddata.gz and eng.traineddata.gz (4.0.0_best_int) */
  tesseractData: '/vendor/tessdata-1.0.0',
  /** pdf.js: `cMapUrl`, `standardFontDataUrl`, `wasmUrl`, `iccUrl`; they need the trailing slash */
  pdfCMaps: '/vendor/pdfjs-6.5.438/cmaps/',
  pdfFonts: '/vendor/pdfjs-6.5.438/standard_fonts/',
  pdfWasm: '/vendor/pdfjs-6.5.438/wasm/',
  pdfIccs: '/vendor/pdfjs-6.5.438/iccs/',
  /** onnxruntime-web, for the optional model only: kept when it is first asked for */
  onnxLoader: '/vendor/onnx-1.31.0-20260914/ort-wasm-simd-threaded.mjs',
  onnxRuntime: '/vendor/onnx-1.31.0-20260914/ort-wasm-simd-threaded.wasm',
  /** barcode-detector's reader of QR codes, for browsers that have none of their own */
  codeReader: '/vendor/zxing-3.1.3/zxing_reader.wasm',
  embeddingModel: '/models/embedding.bin',
  /** fetched when the app is idle; the name carries the file's checksum, so that a cache never gives an old one */
  largeEmbeddingModel: '/models/embedding-large-314374c4.bin',
} as const

/** The absolute address of an asset: pdf.js and tesseract.js refuse bare paths inside a worker. */
export const assetUrl = (path: string, origin: string): string => `${origin}${path}`

/** The cache in which the service worker keeps what is fetched when the app is idle. */
export const lateCacheName = 'vivier-late'
