import { existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { appManifest } from './src/app/appManifest.ts'
import { assetPaths } from './src/kit/assets.ts'
import { boundPdfjs, pdfjsWorkerFile } from './workers/extraction/formats/boundPdfjs.ts'

const packages = path.join(import.meta.dirname, 'node_modules')

/** Files that readers load by address while they run, and where they lie in their packages. */
function vendorFiles(): Map<string, string> {
  const files = new Map<string, string>()
  const copy = (to: string, from: string) => files.set(to, path.join(packages, from))
  const copyFolder = (to: string, from: string) => {
    for (const name of readdirSync(path.join(packages, from))) {
      if (!name.startsWith('LICENSE')) copy(to + name, `${from}/${name}`)
    }
  }
  copy(assetPaths.tesseractWorker, 'tesseract.js/dist/worker.min.js')
  for (const core of ['lstm', 'simd-lstm', 'relaxedsimd-lstm']) {
    const name = `tesseract-core-${core}.wasm.js`
    copy(`${assetPaths.tesseractCore}/${name}`, `tesseract.js-core/${name}`)
  }
  for (const language of ['fra', 'eng']) {
    const name = `${language}.traineddata.gz`
    copy(`${assetPaths.tesseractData}/${name}`, `@tesseract.js-data/${language}/4.0.0_best_int/${name}`)
  }
  copy(assetPaths.onnxLoader, 'onnxruntime-web/dist/ort-wasm-simd-threaded.mjs')
  copy(assetPaths.onnxRuntime, 'onnxruntime-web/dist/ort-wasm-simd-threaded.wasm')
  copy(assetPaths.codeReader, 'zxing-wasm/dist/reader/zxing_reader.wasm')
  copyFolder(assetPaths.pdfCMaps, 'pdfjs-dist/cmaps')
  copyFolder(assetPaths.pdfFonts, 'pdfjs-dist/standard_fonts')
  copyFolder(assetPaths.pdfWasm, 'pdfjs-dist/wasm')
  copyFolder(assetPaths.pdfIccs, 'pdfjs-dist/iccs')
  return files
}

const typeOf: Record<string, string> = {
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.wasm': 'application/wasm',
}

/** Ships the vendor files under their versioned addresses, in development and in the build. */
function vendor(): Plugin {
  const files = vendorFiles()
  return {
    name: 'vivier-vendor',
    // once, for the page: the bundles of workers run their own build
    applyToEnvironment: (environment) => environment.name === 'client',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const file = files.get(new URL(request.url ?? '/', 'http://localhost').pathname)
        if (file === undefined || !existsSync(file)) return next()
        // no Content-Encoding: the OCR data is unpacked by its reader
        response.setHeader('Content-Type', typeOf[path.extname(file)] ?? 'application/octet-stream')
        response.end(readFileSync(file))
      })
    },
    generateBundle() {
      for (const [to, from] of files) {
        this.emitFile({ type: 'asset', fileName: to.slice(1), source: readFileSync(from) })
      }
    },
  }
}

/** Gives pdf.js its bounds; a build where it was not met would be one without them. */
function boundedPdfjs(): Plugin {
  let met = false
  return {
    name: 'vivier-bounded-pdfjs',
    transform(code, id) {
      if (!pdfjsWorkerFile.test(id)) return null
      met = true
      return { code: boundPdfjs(code), map: null }
    },
    buildEnd(error) {
      if (!error && this.getModuleIds && [...this.getModuleIds()].some((id) => /pdf\.worker/.test(id)) && !met)
        this.error('pdf.js would be built without its bounds.')
    },
  }
}

/** The runtime comes from its own address, once: a second, larger one that the library names is left out. */
function oneOnnxRuntime(): Plugin {
  return {
    name: 'vivier-one-onnx-runtime',
    generateBundle(_, bundle) {
      for (const name of Object.keys(bundle)) if (/ort-wasm[^/]*\.(?:wasm|mjs)$/.test(name)) delete bundle[name]
    },
  }
}

const { version } = JSON.parse(readFileSync(path.join(import.meta.dirname, 'package.json'), 'utf8')) as {
  version: string
}

export default defineConfig({
  define: {
    __VIVIER_VERSION__: JSON.stringify(version),
    __VIVIER_BUILT__: JSON.stringify(new Date().toISOString().slice(0, 10)),
  },
  plugins: [
    react(),
    tailwindcss(),
    vendor(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/serviceWorker',
      filename: 'sw.ts',
      // src/app/serviceWorkerClient.ts registers it: an inline script would break the content policy
      injectRegister: false,
      manifest: appManifest,
      includeManifestIcons: false,
      injectManifest: {
        // everything: after one visit the app needs no server (packs.ts parts the shell from the rest)
        globPatterns: ['**/*'],
        globIgnores: [
          'sw.js',
          'models/embedding-large-*',
          'models/optional/**',
          'vendor/onnx-*/**',
          'assets/tierWorker-*',
          // needs the network for what it does, and is kept by the browser that uses it
          'assets/sendingWorker-*',
          'screenshots/**',
          '**/*.map',
          '**/.DS_Store',
        ],
        dontCacheBustURLsMatching: /^assets\//,
        maximumFileSizeToCacheInBytes: 32_000_000,
      },
    }),
  ],
  worker: { format: 'es', plugins: () => [boundedPdfjs(), oneOnnxRuntime()] },
  build: {
    target: 'es2022',
    // a file inlined into the page would escape the service worker and the content policy
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
  },
})
