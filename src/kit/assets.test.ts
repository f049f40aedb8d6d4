import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { assetPaths, assetUrl } from './assets.ts'

function installedVersion(name: string): string {
  const file = new URL(`../../node_modules/${name}/package.json`, import.meta.url)
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
}

it.each([
  ['tesseract.js', assetPaths.tesseractWorker],
  ['tesseract.js-core', assetPaths.tesseractCore],
  ['@tesseract.js-data/fra', assetPaths.tesseractData],
  ['@tesseract.js-data/eng', assetPaths.tesseractData],
  ['pdfjs-dist', assetPaths.pdfCMaps],
  ['pdfjs-dist', assetPaths.pdfWasm],
  ['zxing-wasm', assetPaths.codeReader],
])('the address of %s changes with its version, so that an update never mixes the two', (name, path) => {
  expect(path).toContain(`-${installedVersion(name)}`)
})

it('gives workers an absolute address on the same origin', () => {
  expect(assetUrl(assetPaths.pdfCMaps, 'https://vivier.example')).toBe(
    'https://vivier.example/vendor/pdfjs-6.5.438/cmaps/',
  )
})
