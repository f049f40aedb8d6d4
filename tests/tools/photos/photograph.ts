import { blur, createRaster, grain, type Raster, sample, seeded, turn } from './raster.ts'

/** What a phone's camera and its holder do to a page. */
export interface PhotoWish {
  seed: number
  width: number
  height: number
  /** Camera away from upright, in degrees. */
  tilt: number
  /** Sheet turned in its plane, in degrees, besides `quarters`. */
  roll: number
  quarters: 0 | 1 | 2 | 3
  /** Height of the bend as a share of the sheet's width. */
  curl: number
  /** Share of the picture's width that the sheet takes; above 1 its edges are out of sight. */
  fill: number
  /** Creases across the sheet, from a letter folded in two or three. */
  folds: 0 | 1 | 2
  /** What it lies on: `sheet` is another printed sheet, larger and askew. */
  background: 'wood' | 'dark' | 'white' | 'clutter' | 'sheet'
  /** How much darker the dark side is, in [0,1]. */
  shade: number
  /** A straight-edged shadow, or that of the phone and the hand that holds it. */
  shadow: 'edge' | 'phone' | null
  fingers: number
  motion: number
  /** Softness of a lens out of focus. */
  focus: number
  grain: number
  warmth: number
}

type Point = [number, number]

/** Page pixels laid on a table, bent, lit and seen by a phone. */
export function photograph(page: Raster, wish: PhotoWish): Raster {
  const random = seeded(wish.seed)
  const picture = background(wish, random)
  lay(page, picture, wish, random)
  for (let i = 0; i < wish.fingers; i += 1) finger(picture, random)
  light(picture, wish, random)
  blur(picture, wish.focus, wish.focus)
  blur(picture, wish.motion, 0.3, 1)
  grain(picture, wish.grain, random, false)
  return wish.quarters === 0 ? picture : turn(picture, wish.quarters)
}

function background(wish: PhotoWish, random: () => number): Raster {
  const raster = createRaster(wish.width, wish.height)
  const { data } = raster
  const [r, g, b] = (
    {
      wood: [150, 108, 70],
      dark: [46, 48, 54],
      white: [206, 204, 200],
      clutter: [120, 122, 118],
      sheet: [96, 84, 74],
    } as const
  )[wish.background]
  const a = 0.002 + 0.003 * random()
  const p = random() * 7
  for (let y = 0; y < wish.height; y += 1) {
    for (let x = 0; x < wish.width; x += 1) {
      let tone = 1
      if (wish.background === 'wood') {
        const ring = Math.sin(0.045 * (x + 90 * Math.sin(a * y + p)) + 3 * Math.sin(0.004 * y))
        const plank = Math.abs((x % 520) - 260) > 256 ? 0.55 : 1
        tone = plank * (1 + 0.16 * ring + 0.05 * Math.sin(0.7 * x))
      } else if (wish.background === 'dark') tone = 1 + 0.12 * Math.sin(0.31 * x) * Math.sin(0.29 * y)
      else if (wish.background === 'white') tone = 1 + 0.03 * Math.sin(a * x) * Math.cos(a * y)
      const at = 3 * (y * wish.width + x)
      data[at] = r * tone
      data[at + 1] = g * tone
      data[at + 2] = b * tone
    }
  }
  if (wish.background === 'sheet') {
    const angle = (random() - 0.5) * 0.5
    const [cx, cy] = [wish.width * (0.4 + 0.2 * random()), wish.height * (0.4 + 0.2 * random())]
    for (let y = 0; y < wish.height; y += 1) {
      for (let x = 0; x < wish.width; x += 1) {
        const u = (x - cx) * Math.cos(angle) + (y - cy) * Math.sin(angle)
        const v = (y - cy) * Math.cos(angle) - (x - cx) * Math.sin(angle)
        if (Math.abs(u) > 0.46 * wish.width || Math.abs(v) > 0.47 * wish.height) continue
        const row = ((v + 1e4) | 0) % 46
        const ink = row < 14 && Math.abs(u) < 0.4 * wish.width && ((u * 7 + (v | 0) * 0.01 + 1e5) | 0) % 97 < 60
        data.fill(ink ? 70 : 208, 3 * (y * wish.width + x), 3 * (y * wish.width + x) + 3)
      }
    }
  }
  if (wish.background === 'clutter') {
    for (let i = 0; i < 16; i += 1) {
      const colour = [40 + 200 * random(), 40 + 200 * random(), 40 + 200 * random()]
      const cx = random() * wish.width
      const cy = random() * wish.height
      const w = (0.08 + 0.25 * random()) * wish.width
      const h = (0.05 + 0.2 * random()) * wish.height
      const angle = random() * 3
      const striped = random() < 0.4
      for (let y = Math.max(0, cy - w); y < Math.min(wish.height, cy + w); y += 1) {
        for (let x = Math.max(0, cx - w); x < Math.min(wish.width, cx + w); x += 1) {
          const u = (x - cx) * Math.cos(angle) + (y - cy) * Math.sin(angle)
          const v = (y - cy) * Math.cos(angle) - (x - cx) * Math.sin(angle)
          if (Math.abs(u) > w / 2 || Math.abs(v) > h / 2) continue
          const at = 3 * ((y | 0) * wish.width + (x | 0))
          const ink = striped && ((v + 1e4) | 0) % 34 < 9 && ((u + 1e4) | 0) % 23 < 15 ? 0.4 : 1
          for (let c = 0; c < 3; c += 1) data[at + c] = colour[c]! * ink
        }
      }
    }
  }
  return raster
}

/** The bent sheet in space, projected: small triangles filled one by one. */
function lay(page: Raster, picture: Raster, wish: PhotoWish, random: () => number): void {
  const aspect = page.height / page.width
  const radians = Math.PI / 180
  const direction = random() * 2 * Math.PI
  const tiltX = wish.tilt * radians * Math.cos(direction)
  const tiltY = wish.tilt * radians * Math.sin(direction)
  const roll = wish.roll * radians
  const phase = random() * 2
  const skewBend = 0.3 * (random() - 0.5)
  const distance = 2.6
  // A folded sheet stands up a little along each crease.
  const creases = Array.from({ length: wish.folds }, (_, i) => ({
    at: (i + 1) / (wish.folds + 1),
    high: (0.012 + 0.02 * random()) * (random() < 0.5 ? -1 : 1),
  }))
  const folded = (t: number) =>
    creases.reduce((sum, { at, high }) => sum + high * Math.max(0, 1 - Math.abs(t - at) * (wish.folds + 1)), 0)
  const bend = (s: number, t: number) => wish.curl * Math.sin(Math.PI * (s + skewBend * t) * 1.1 + phase) + folded(t)
  const project = (s: number, t: number): Point => {
    const x0 = s - 0.5
    const y0 = (t - 0.5) * aspect
    const z0 = bend(s, t)
    const x1 = x0 * Math.cos(roll) - y0 * Math.sin(roll)
    const y1 = x0 * Math.sin(roll) + y0 * Math.cos(roll)
    const y2 = y1 * Math.cos(tiltX) - z0 * Math.sin(tiltX)
    const z2 = y1 * Math.sin(tiltX) + z0 * Math.cos(tiltX)
    const x3 = x1 * Math.cos(tiltY) + z2 * Math.sin(tiltY)
    const z3 = -x1 * Math.sin(tiltY) + z2 * Math.cos(tiltY)
    const scale = (wish.width * wish.fill * distance) / (distance - z3)
    return [wish.width / 2 + x3 * scale, wish.height / 2 + y2 * scale]
  }
  const across = 48
  const down = 64
  const out = new Float32Array(3)
  const fill = (a: Point, b: Point, c: Point, sa: Point, sb: Point, sc: Point) => {
    const area = (b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])
    if (Math.abs(area) < 1e-9) return
    const minY = Math.max(0, Math.ceil(Math.min(a[1], b[1], c[1])))
    const maxY = Math.min(picture.height - 1, Math.floor(Math.max(a[1], b[1], c[1])))
    const minX = Math.max(0, Math.ceil(Math.min(a[0], b[0], c[0])))
    const maxX = Math.min(picture.width - 1, Math.floor(Math.max(a[0], b[0], c[0])))
    for (let y = minY; y <= maxY; y += 1) {
      for (let x = minX; x <= maxX; x += 1) {
        const v = ((x - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (y - a[1])) / area
        const w = ((b[0] - a[0]) * (y - a[1]) - (x - a[0]) * (b[1] - a[1])) / area
        if (v < -1e-6 || w < -1e-6 || v + w > 1 + 1e-6) continue
        const s = sa[0] + v * (sb[0] - sa[0]) + w * (sc[0] - sa[0])
        const t = sa[1] + v * (sb[1] - sa[1]) + w * (sc[1] - sa[1])
        sample(page, s * page.width, t * page.height, out)
        // The side that bends away from the window is darker.
        const slope = (bend(s + 0.01, t) - bend(s - 0.01, t)) / 0.02
        const rise = creases.length === 0 ? 0 : (folded(t + 0.004) - folded(t - 0.004)) / 0.008
        const lit = 0.94 * Math.max(0.5, Math.min(1.05, 1 - 0.55 * slope - 0.8 * rise))
        const at = 3 * (y * picture.width + x)
        for (let i = 0; i < 3; i += 1) picture.data[at + i] = out[i]! * lit
      }
    }
  }
  for (let j = 0; j < down; j += 1) {
    for (let i = 0; i < across; i += 1) {
      const corner = (k: number, l: number): Point => [(i + k) / across, (j + l) / down]
      const [s0, s1, s2, s3] = [corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1)]
      const [p0, p1, p2, p3] = [project(...s0), project(...s1), project(...s2), project(...s3)]
      fill(p0, p1, p2, s0, s1, s2)
      fill(p0, p2, p3, s0, s2, s3)
    }
  }
}

/** A thumb that comes in from a side and lies on the margin. */
function finger(picture: Raster, random: () => number): void {
  const { width, height, data } = picture
  const left = random() < 0.5
  const cy = height * (0.35 + 0.4 * random())
  const reach = width * 0.13
  const thick = width * 0.045
  for (let y = Math.max(0, Math.floor(cy - thick)); y < Math.min(height, cy + thick); y += 1) {
    const round = Math.sqrt(Math.max(0, 1 - ((y - cy) / thick) ** 2))
    const to = reach - thick + thick * round
    for (let i = 0; i < to; i += 1) {
      const x = left ? i : width - 1 - i
      const at = 3 * (y * width + x)
      const tone = 0.75 + 0.25 * round
      data[at] = 205 * tone
      data[at + 1] = 150 * tone
      data[at + 2] = 125 * tone
    }
  }
}

function light(picture: Raster, wish: PhotoWish, random: () => number): void {
  const { width, height, data } = picture
  const angle = random() * 2 * Math.PI
  const gx = Math.cos(angle) / width
  const gy = Math.sin(angle) / height
  // The shadow's border is soft.
  const sx = Math.cos(angle + 1)
  const sy = Math.sin(angle + 1)
  const offset = (0.1 + 0.25 * random()) * width
  const soft = 20 + 60 * random()
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      let lit = 1 - wish.shade * (0.5 + 0.5 * ((x - width / 2) * gx + (y - height / 2) * gy) * 1.4)
      if (wish.shadow === 'phone') {
        // Distance from a rounded slab that reaches out of the picture at one end.
        const u = (x - width / 2) * sx + (y - height / 2) * sy
        const v = (y - height / 2) * sx - (x - width / 2) * sy
        const du = Math.max(0, Math.abs(u - offset * 0.4) - 0.2 * width)
        const dv = Math.max(0, -v - 0.1 * width)
        lit *= 1 - 0.4 / (1 + Math.exp((Math.hypot(du, dv) - 0.04 * width) / soft))
      } else if (wish.shadow) {
        const d = (x - width / 2) * sx + (y - height / 2) * sy - offset
        lit *= 1 - 0.45 / (1 + Math.exp(-d / soft))
      }
      const at = 3 * (y * width + x)
      data[at] = data[at]! * lit * (1 + wish.warmth)
      data[at + 1] = data[at + 1]! * lit
      data[at + 2] = data[at + 2]! * lit * (1 - wish.warmth)
    }
  }
}
