import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { openPdf, readPdfPage, renderPdfPage } from '../../../workers/extraction/formats/readPdf.ts'
import { createNodeEnvironment } from '../../../workers/extraction/node/nodeEnvironment.ts'
import { pagesToLines } from '../../../workers/extraction/readDocument.ts'
import { toJpeg, toRaster } from './canvasRaster.ts'
import { type PhotoWish, photograph } from './photograph.ts'
import { type Raster, seeded } from './raster.ts'
import { scan, type ScanWish } from './scan.ts'

/*
 * node tests/tools/photos/makePhotos.ts OUT_DIR SEED FILE.pdf...
 * One picture of each file of one page, scans and phone photos by turns, with the file's label, its text and the file
 * itself beside them: what `npm run eval:photos` needs.
 */
const [out, seedText, ...files] = process.argv.slice(2)
if (!out || files.length === 0) throw new Error('Usage: makePhotos.ts OUT_DIR SEED FILE.pdf...')
for (const folder of ['labels', 'originals']) mkdirSync(path.join(out, folder), { recursive: true })
const environment = createNodeEnvironment()

for (const [index, file] of files.entries()) {
  const random = seeded(Number(seedText) * 1000 + index)
  const opened = await openPdf(environment, new Uint8Array(readFileSync(file)))
  if (!opened.ok) continue
  if (opened.value.pdf.numPages > 1) {
    await opened.value.close()
    continue
  }
  const text = pagesToLines([await readPdfPage(opened.value, 1)])
    .lines.map((line) => line.text)
    .join('\n')
  const page = toRaster(await renderPdfPage(environment, opened.value.pdf, 1, () => 300 / 72))
  await opened.value.close()
  const group = index % 3 === 0 ? 'scan' : 'photo'
  const [raster, how] = group === 'scan' ? scanOf(page, random, index) : photoOf(page, random, index)
  const id = `${group}${String(index).padStart(2, '0')}-${path.basename(path.dirname(file))}-${path.basename(file, '.pdf')}-${how}`
  writeFileSync(path.join(out, `${id}.jpg`), await toJpeg(raster, 55 + Math.round(35 * random())))
  copyFileSync(file, path.join(out, 'originals', `${id}.pdf`))
  writeFileSync(path.join(out, 'labels', `_${id}.ref.txt`), text)
  const label = path.join(path.dirname(file), 'labels', `${path.basename(file, '.pdf')}.json`)
  if (existsSync(label)) {
    const fields = JSON.parse(readFileSync(label, 'utf8')) as Record<string, unknown>
    // An address that only an annotation holds cannot be seen.
    const links = (fields['links'] as string[] | undefined) ?? []
    const seen = links.filter((link) => text.toLowerCase().includes(bare(link)))
    const unseen = links.filter((link) => !seen.includes(link))
    writeFileSync(
      path.join(out, 'labels', `${id}.json`),
      JSON.stringify({
        ...fields,
        id,
        file: `${id}.jpg`,
        links: seen,
        links_optional: [...((fields['links_optional'] as string[] | undefined) ?? []), ...unseen],
      }),
    )
  }
  console.log(id)
}

function bare(link: string): string {
  return link
    .toLowerCase()
    .replace(/^https?:\/\/(www\.)?/, '')
    .replace(/\/$/, '')
}

function scanOf(page: Raster, random: () => number, index: number): [Raster, string] {
  const kind = Math.floor(index / 3) % 4
  const wish: ScanWish = {
    seed: Math.floor(random() * 1e9),
    dpi: kind === 3 ? 200 : ([150, 200, 300] as const)[kind]!,
    degrees: (random() - 0.5) * (kind === 1 ? 10 : 4),
    quarters: ([0, 0, 0, 0, 1, 2, 3] as const)[Math.floor(random() * 7)]!,
    soft: 0.3 + 0.4 * random(),
    grain: 8 + 14 * random(),
    border: kind === 1 || random() < 0.3 ? Math.round(30 + 60 * random()) : 0,
    bilevel: kind === 3,
  }
  const how = `${wish.dpi}${wish.quarters ? `q${wish.quarters}` : ''}${wish.border ? 'border' : ''}${wish.bilevel ? 'fax' : ''}`
  return [scan(page, wish), how]
}

function photoOf(page: Raster, random: () => number, index: number): [Raster, string] {
  const backgrounds = ['wood', 'dark', 'white', 'clutter', 'sheet'] as const
  // Twelve megapixels, eight, and what a messenger leaves of them.
  const size = random()
  const width = size < 0.2 ? 1536 : size < 0.5 ? 2448 : 3024
  const out = random() < 0.2
  const wish: PhotoWish = {
    seed: Math.floor(random() * 1e9),
    width,
    height: Math.round((width * 4) / 3),
    tilt: 3 + 16 * random(),
    roll: (random() - 0.5) * 30 * random(),
    quarters: ([0, 0, 1, 2, 3, 0] as const)[Math.floor(random() * 6)]!,
    curl: random() < 0.5 ? 0.02 + 0.035 * random() : 0.004,
    folds: ([0, 0, 0, 1, 2] as const)[Math.floor(random() * 5)]!,
    fill: out ? 1.02 : 0.72 + 0.16 * random(),
    background: backgrounds[index % 5]!,
    shade: 0.15 + 0.45 * random(),
    shadow: ([null, null, 'edge', 'phone'] as const)[Math.floor(random() * 4)]!,
    fingers: random() < 0.35 ? 1 + Math.floor(2 * random()) : 0,
    motion: (random() < 0.35 ? 1 + 1.2 * random() : 0.3) * (width / 3024),
    focus: random() < 0.4 ? 0.9 * (width / 3024) : 0.4 * (width / 3024),
    grain: 6 + 12 * random(),
    warmth: (random() - 0.4) * 0.25,
  }
  const how = [
    wish.background,
    width < 2000 ? 'small' : '',
    wish.quarters ? `q${wish.quarters}` : '',
    wish.curl > 0.01 ? 'curl' : '',
    wish.folds > 0 ? 'fold' : '',
    wish.shadow ?? '',
    wish.fingers > 0 ? 'finger' : '',
    wish.motion > 1 ? 'motion' : '',
    out ? 'cut' : '',
    `t${Math.round(wish.tilt)}`,
  ]
    .filter(Boolean)
    .join('_')
  return [photograph(page, wish), how]
}
