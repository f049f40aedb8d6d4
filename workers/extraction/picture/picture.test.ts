import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawSheet, toRaster, toRgba } from '../../../tests/tools/photos/canvasRaster.ts'
import { photograph } from '../../../tests/tools/photos/photograph.ts'
import { type Raster, turn } from '../../../tests/tools/photos/raster.ts'
import { scan } from '../../../tests/tools/photos/scan.ts'
import type { SeenWord } from '../environment.ts'
import { nodeCanvas } from '../node/nodeCanvas.ts'
import { findSheet } from './findSheet.ts'
import { flatten } from './flatten.ts'
import { darkest, type Rgba } from './grey.ts'
import { measureLetters } from './letterStyle.ts'
import { applyHomography, type Point, type Quad, rectangleToQuad } from './quad.ts'
import { straighten } from './straighten.ts'
import { eraseDrawings } from './textLines.ts'

const lines = [
  '## Aurélien Quesnoy',
  'Chaudronnier soudeur',
  '# Expérience professionnelle',
  'Chaudronnier, Ateliers de la Baie, Saint-Brieuc, depuis avril 2017',
  'Lecture de plans, traçage, pliage et assemblage de cuves en acier inoxydable',
  'Soudeur, Constructions navales du Trieux, Paimpol, 2011 à 2017',
  'Soudage à plat et en corniche, contrôle par ressuage, habilitation renouvelée',
  '# Formation',
  'Baccalauréat professionnel, lycée Jean-Moulin, promotion 2011',
  '# Langues et permis',
  'Français langue maternelle, anglais technique, permis B et remorque',
]

/** A light sheet on a dark table, seen through a quad. */
function sheetOnTable(width: number, height: number, quad: Quad): Rgba {
  const canvas = nodeCanvas().createCanvas(width, height)
  const context = canvas.getContext('2d')
  context.fillStyle = '#4a4038'
  context.fillRect(0, 0, width, height)
  context.fillStyle = '#e9e6df'
  context.beginPath()
  // The first one moves there, as a path begins with it.
  for (const { x, y } of quad) context.lineTo(x, y)
  context.fill()
  return toRgba(toRaster(canvas as unknown as Parameters<typeof toRaster>[0]))
}

const nearest = (quad: Quad, to: Point) => Math.min(...quad.map(({ x, y }) => Math.hypot(x - to.x, y - to.y)))

describe('the sheet of a photo', () => {
  test('is found again within a few pixels, turned and seen aslant', () => {
    const [width, height] = [600, 800]
    const place = (x0: number, x1: number, y0: number, y1: number) =>
      fc.record({ x: fc.double({ min: x0, max: x1, noNaN: true }), y: fc.double({ min: y0, max: y1, noNaN: true }) })
    fc.assert(
      fc.property(
        // Facing sides run apart by 23 degrees at most here: seen more aslant than 24, a sheet is not looked for.
        place(60, 150, 50, 110),
        place(450, 545, 50, 110),
        place(450, 545, 695, 755),
        place(60, 150, 695, 755),
        (a, b, c, d) => {
          const quad: Quad = [a, b, c, d]
          const found = findSheet(sheetOnTable(width, height, quad))
          expect(found).not.toBeNull()
          for (const corner of quad) expect(nearest(found!, corner)).toBeLessThan(5)
        },
      ),
      { numRuns: 15 },
    )
  })

  test('a quad is carried onto its rectangle and back, corner by corner', () => {
    const point = (x: number, y: number) =>
      fc.record({
        x: fc.double({ min: x, max: x + 60, noNaN: true }),
        y: fc.double({ min: y, max: y + 60, noNaN: true }),
      })
    fc.assert(
      fc.property(point(0, 0), point(300, 0), point(300, 400), point(0, 400), (a, b, c, d) => {
        const to = rectangleToQuad(210, 297, [a, b, c, d])
        for (const [corner, x, y] of [
          [a, 0, 0],
          [b, 210, 0],
          [c, 210, 297],
          [d, 0, 297],
        ] as const) {
          const found = applyHomography(to, x, y)
          expect(Math.hypot(found.x - corner.x, found.y - corner.y)).toBeLessThan(0.01)
        }
      }),
    )
  })

  test('a page that fills the picture, and an empty one, have none', () => {
    expect(findSheet(toRgba(drawSheet(lines)))).toBeNull()
    expect(findSheet(toRgba(drawSheet([])))).toBeNull()
  })
})

describe('a page on its side or head', () => {
  const upright = drawSheet(lines)
  /** Where a place of the upright page lies once the page was turned clockwise by quarters. */
  const turned = ({ width, height }: Raster, x: number, y: number, quarters: number): Point =>
    [
      { x, y },
      { x: height - y, y: x },
      { x: width - x, y: height - y },
      { x: y, y: width - x },
    ][quarters]!

  test.each([0, 1, 2, 3])('is turned upright again after %i quarters', (quarters) => {
    const page = straighten(toRgba(turn(upright, quarters)))
    const to = page.shape?.toSource ?? ((x: number, y: number) => ({ x, y }))
    for (const [x, y] of [
      [110, 120],
      [900, 500],
      [620, 877],
    ] as const) {
      const found = to(x, y)
      const wanted = turned(upright, x, y, quarters)
      expect(Math.hypot(found.x - wanted.x, found.y - wanted.y)).toBeLessThan(12)
    }
  })

  test('an askew scan is levelled', () => {
    const askew = scan(upright, {
      seed: 3,
      dpi: 150,
      degrees: 3.4,
      quarters: 0,
      soft: 0.3,
      grain: 8,
      border: 0,
      bilevel: false,
    })
    const { shape } = straighten(toRgba(askew))
    const [a, b] = [shape!.toSource(100, 300), shape!.toSource(500, 300)]
    expect((Math.atan2(b.y - a.y, b.x - a.x) * 180) / Math.PI).toBeCloseTo(3.4, 0)
  })

  test('a photo on its head gives letters of an even size and the name on top', () => {
    const photo = photograph(upright, {
      seed: 5,
      width: 960,
      height: 1280,
      tilt: 10,
      roll: 5,
      quarters: 2,
      curl: 0.02,
      folds: 0,
      fill: 0.82,
      background: 'wood',
      shade: 0.3,
      shadow: null,
      fingers: 0,
      motion: 0.1,
      focus: 0.1,
      grain: 5,
      warmth: 0,
    })
    const page = straighten(toRgba(photo))
    expect(page.upright).toBeGreaterThan(0.55)
    // The page's head lies low in the picture.
    expect(page.shape!.toSource(page.shape!.width / 2, 60).y).toBeGreaterThan(700)
  }, 60_000)
})

describe('what recognition is given', () => {
  test('light letters on a dark field become dark on white up to its edge, and dark letters stay', () => {
    const grey = darkest(toRgba(drawSheet(lines, true)))
    flatten(grey)
    const share = (x0: number, y0: number, x1: number, y1: number) => {
      let dark = 0
      for (let y = y0; y < y1; y += 1)
        for (let x = x0; x < x1; x += 1) if (grey.data[y * grey.width + x]! < 128) dark += 1
      return dark / ((x1 - x0) * (y1 - y0))
    }
    const name = share(110, 120, 560, 175)
    expect(name).toBeGreaterThan(0.08)
    expect(name).toBeLessThan(0.4)
    expect(share(700, 20, 1200, 300)).toBe(0)
    expect(share(110, 450, 900, 600)).toBeGreaterThan(0.02)
  })

  test('rules of a table go, the letters between them stay', () => {
    const canvas = nodeCanvas().createCanvas(900, 300)
    const context = canvas.getContext('2d')
    context.fillStyle = '#fff'
    context.fillRect(0, 0, 900, 300)
    context.fillStyle = '#888'
    for (const y of [60, 160]) context.fillRect(40, y, 820, 2)
    for (const x of [40, 300, 860]) context.fillRect(x, 60, 2, 102)
    context.fillStyle = '#111'
    context.font = '30px "Liberation Sans", Arial, sans-serif'
    context.fillText('Compétences', 60, 120)
    const grey = darkest(toRgba(toRaster(canvas as unknown as Parameters<typeof toRaster>[0])))
    const before = grey.data.slice()
    eraseDrawings(grey, 20)
    const ink = (data: Uint8Array, x0: number, y0: number, x1: number, y1: number) => {
      let sum = 0
      for (let y = y0; y < y1; y += 1) for (let x = x0; x < x1; x += 1) if (data[y * 900 + x]! < 200) sum += 1
      return sum
    }
    expect(ink(grey.data, 310, 50, 900, 170)).toBe(0)
    expect(ink(grey.data, 55, 80, 290, 140)).toBe(ink(before, 55, 80, 290, 140))
  })

  test('bold and large letters are told from plain ones, bullets from letters', () => {
    const canvas = nodeCanvas().createCanvas(1200, 400)
    const context = canvas.getContext('2d')
    context.fillStyle = '#fff'
    context.fillRect(0, 0, 1200, 400)
    context.fillStyle = '#111'
    const words: SeenWord[] = []
    const write = (text: string, font: string, x: number, y: number, size: number) => {
      context.font = `${font} ${size}px "Liberation Sans", Arial, sans-serif`
      context.fillText(text, x, y)
      const { width } = context.measureText(text)
      words.push({
        text,
        certainty: 0.9,
        x0: x - 1,
        y0: y - size * 0.8,
        x1: x + width + 1,
        y1: y + size * 0.25,
        baseline: y,
        size,
        line: y,
      })
    }
    write('Formation', 'bold', 40, 60, 44)
    write('Soudage', 'bold', 40, 140, 30)
    write('inoxydable', '', 300, 140, 30)
    write('•', '', 40, 220, 30)
    write('Lecture de plans et traçage', '', 80, 220, 30)
    write('contrôle par ressuage', '', 80, 280, 30)
    const grey = darkest(toRgba(toRaster(canvas as unknown as Parameters<typeof toRaster>[0])))
    const styles = measureLetters(grey, words)
    expect(styles.map(({ bold }) => bold)).toEqual([true, true, false, false, false, false])
    expect(styles[0]!.size / styles[4]!.size).toBeCloseTo(44 / 30, 1)
    expect(styles.map(({ spot }) => spot)).toEqual([false, false, false, true, false, false])
  })
})
