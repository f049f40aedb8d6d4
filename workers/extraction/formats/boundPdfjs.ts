/**
 * pdf.js believes what a file says of itself: five kilobytes unfold to ten gigabytes, and two numbers of a font fill
 * the memory with widths, ten small drawings that draw each other never end. It has no setting for these, so its source is given bounds where it allocates, when the app
 * is built and when Node loads it. `unfolding.ts` holds what it calls.
 */

/** The parsing half of pdf.js, in the build for browsers and in that for Node. */
export const pdfjsWorkerFile = /pdfjs-dist\/(?:legacy\/)?build\/pdf\.worker\.mjs$/

/** Glyphs have two bytes; more is a damaged or hostile width table. */
const lastGlyph = 65_535
/** Entries of all maps of one font: ten times those of the largest that ships with pdf.js. */
const mostMapped = 2 ** 19

/** The source with its bounds. Throws when a version of pdf.js no longer reads as this expects. */
export function boundPdfjs(source: string): string {
  const changes: [from: string, to: string, times: number][] = [
    [
      'for (let j = start; j <= code; j++) {',
      `for (let j = start, last = Math.min(code, ${lastGlyph}); j <= last; j++) {`,
      2,
    ],
    ['const MAX_MAP_RANGE = 2 ** 24 - 1;', `const MAX_MAP_RANGE = ${mostMapped};`, 1],
    [
      '    let size = this.minBufferLength;\n    while (size < requested) {',
      '    let size = this.minBufferLength;\n    globalThis.pdfjsUnfolds?.(requested);\n    while (size < requested) {',
      1,
    ],
    [
      'totalLength += chunk.byteLength;',
      'totalLength += chunk.byteLength;\n        globalThis.pdfjsUnfolds?.(totalLength);',
      1,
    ],
    [
      '    try {\n      const {\n        readable,\n        writable\n      } = new DecompressionStream(name);',
      '    const unfolded = globalThis.pdfjsInflates?.(name, bytes);\n    if (unfolded) {\n      return {\n        decompressed: unfolded,\n        compressed: bytes\n      };\n    }\n    try {\n      const {\n        readable,\n        writable\n      } = new DecompressionStream(name);',
      1,
    ],
    ['        const fn = opSpec.id;\n', '        const fn = opSpec.id;\n        globalThis.pdfjsDraws?.();\n', 1],
  ]
  return changes.reduce((text, [from, to, times]) => {
    const parts = text.split(from)
    if (parts.length !== times + 1) throw new Error(`pdf.js has changed where it is given bounds: ${from}`)
    return parts.join(to)
  }, source)
}
