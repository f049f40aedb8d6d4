import { blur, createRaster, grain, type Raster, sample, seeded, turn } from './raster.ts'

/** What an office scanner or a fax does to a page. */
export interface ScanWish {
  seed: number
  dpi: number
  degrees: number
  /** Put into the scanner on its side or on its head. */
  quarters: 0 | 1 | 2 | 3
  /** Radius of the softness in pixels. */
  soft: number
  grain: number
  /** Black stripe beside the sheet, in pixels; 0 for none. */
  border: number
  /** Black and white only. */
  bilevel: boolean
}

/** A page drawn at 300 dpi as a scanner gives it. */
export function scan(page: Raster, wish: ScanWish): Raster {
  const random = seeded(wish.seed)
  const scale = 300 / wish.dpi
  const width = Math.round(page.width / scale) + wish.border
  const height = Math.round(page.height / scale) + Math.round(wish.border / 2)
  const raster = createRaster(width, height)
  // Softened first by what shrinking would fold in.
  const soft: Raster = { ...page, data: page.data.slice() }
  blur(soft, (scale - 1) / 2, (scale - 1) / 2, 1)
  const angle = (wish.degrees * Math.PI) / 180
  const out = new Float32Array(3)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const dx = (x - wish.border - (width - wish.border) / 2) * scale
      const dy = (y - height / 2) * scale
      const u = page.width / 2 + dx * Math.cos(angle) + dy * Math.sin(angle)
      const v = page.height / 2 - dx * Math.sin(angle) + dy * Math.cos(angle)
      const at = 3 * (y * width + x)
      const outside = u < 0 || v < 0 || u >= page.width || v >= page.height
      if (outside) raster.data.fill(wish.border > 0 ? 18 : 244, at, at + 3)
      else {
        sample(soft, u, v, out)
        const grey = 0.3 * out[0]! + 0.59 * out[1]! + 0.11 * out[2]!
        raster.data.fill(8 + 0.93 * grey, at, at + 3)
      }
    }
  }
  blur(raster, wish.soft, wish.soft)
  grain(raster, wish.grain, random, true)
  if (wish.bilevel)
    for (let i = 0; i < raster.data.length; i += 3) raster.data.fill(raster.data[i]! > 150 ? 255 : 0, i, i + 3)
  return wish.quarters === 0 ? raster : turn(raster, wish.quarters)
}
