import { createRequire } from 'node:module'
import path from 'node:path'

const fonts = path.resolve(import.meta.dirname, '../../../node_modules/pdfjs-dist/standard_fonts')
const family = 'Liberation Sans'
let loaded: typeof import('@napi-rs/canvas') | null = null

/** The canvas of Node, loaded when first asked for. Draws letters on machines without a single font too, as servers are. */
export function nodeCanvas(): typeof import('@napi-rs/canvas') {
  if (loaded) return loaded
  loaded = createRequire(import.meta.url)('@napi-rs/canvas') as typeof import('@napi-rs/canvas')
  const { GlobalFonts } = loaded
  if (!GlobalFonts.has(family))
    for (const style of ['Regular', 'Bold', 'Italic', 'BoldItalic'])
      GlobalFonts.registerFromPath(path.join(fonts, `LiberationSans-${style}.ttf`), family)
  return loaded
}
