export type Matrix = [number, number, number, number, number, number]
export const identity: Matrix = [1, 0, 0, 1, 0, 0]
export const multiply = (a: Matrix, b: Matrix): Matrix => [
  a[0] * b[0] + a[2] * b[1],
  a[1] * b[0] + a[3] * b[1],
  a[0] * b[2] + a[2] * b[3],
  a[1] * b[2] + a[3] * b[3],
  a[0] * b[4] + a[2] * b[5] + a[4],
  a[1] * b[4] + a[3] * b[5] + a[5],
]

/** A box in PDF units. */
export interface Area {
  x0: number
  y0: number
  x1: number
  y1: number
}

/** The box around a box that was turned and moved. */
export function bounds(m: Matrix, x0: number, y0: number, x1: number, y1: number): Area {
  const xs = [
    x0 * m[0] + y0 * m[2] + m[4],
    x1 * m[0] + y0 * m[2] + m[4],
    x0 * m[0] + y1 * m[2] + m[4],
    x1 * m[0] + y1 * m[2] + m[4],
  ]
  const ys = [
    x0 * m[1] + y0 * m[3] + m[5],
    x1 * m[1] + y0 * m[3] + m[5],
    x0 * m[1] + y1 * m[3] + m[5],
    x1 * m[1] + y1 * m[3] + m[5],
  ]
  return { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) }
}

export const flat = (args: unknown[]): unknown =>
  args.length === 1 && typeof args[0] === 'object' && args[0] !== null ? Array.from(args[0] as ArrayLike<number>) : args
export function isMatrix(value: unknown): value is Matrix {
  if (!Array.isArray(value) && !ArrayBuffer.isView(value)) return false
  const numbers = value as ArrayLike<unknown>
  if (numbers.length < 6) return false
  for (let i = 0; i < 6; i += 1) if (typeof numbers[i] !== 'number') return false
  return true
}

// Commands of pdf.js's paths, each followed by its points: move, line, curve, quadratic curve, close.
const pointsOf = [1, 1, 3, 2, 0]

/**
 * True when a path fills its box: its points all lie near the edges (a box, with round corners or not, a disc), and
 * straight lines run along them.
 */
export function isBoxLike(path: unknown, box: ArrayLike<number>): boolean {
  const data = (Array.isArray(path) ? path[0] : path) as ArrayLike<number> | null | undefined
  if (!data || typeof data.length !== 'number') return false
  const [x0, y0, x1, y1] = [box[0]!, box[1]!, box[2]!, box[3]!]
  const nearX = 0.12 * (x1 - x0)
  const nearY = 0.12 * (y1 - y0)
  const onEdge = (x: number, y: number) => x - x0 <= nearX || x1 - x <= nearX || y - y0 <= nearY || y1 - y <= nearY
  let last: [number, number] = [0, 0]
  let moves = 0
  for (let at = 0; at < data.length;) {
    const command = data[at]!
    const points = pointsOf[command]
    if (points === undefined || at > 400) return false
    if (command === 0) moves += 1
    const to: [number, number] = points > 0 ? [data[at + 2 * points - 1]!, data[at + 2 * points]!] : last
    if (points > 0 && !onEdge(to[0], to[1])) return false
    if (command === 1 && Math.abs(to[0] - last[0]) > nearX && Math.abs(to[1] - last[1]) > nearY) return false
    last = to
    at += 1 + 2 * points
  }
  return moves === 1
}

/** `#rrggbb` of the arguments of a colour operator. */
export function toHex(args: unknown[]): string {
  if (typeof args[0] === 'string') return args[0]
  const [r, g, b] = args.map(Number) as [number, number, number]
  return `#${[r, g, b]
    .map((n) =>
      Math.max(0, Math.min(255, Math.round(n)))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}

/** WCAG contrast ratio of two colours; 21 when one is unknown. */
export function contrast(a: string, b: string): number {
  const [one, other] = [lightOf(a), lightOf(b)]
  const [high, low] = one > other ? [one, other] : [other, one]
  return Number.isNaN(one) || Number.isNaN(other) ? 21 : (high + 0.05) / (low + 0.05)
}

const lights = new Map<string, number>()
/** Relative luminance of `#rrggbb`, NaN for anything else. A page has few colours and thousands of runs. */
function lightOf(colour: string): number {
  let light = lights.get(colour)
  if (light === undefined) {
    const [r, g, b] = [1, 3, 5].map((i) => {
      const c = Number.parseInt(colour.slice(i, i + 2), 16) / 255
      return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
    }) as [number, number, number]
    light = /^#[0-9a-f]{6}$/i.test(colour) ? 0.2126 * r + 0.7152 * g + 0.0722 * b : Number.NaN
    if (lights.size > 1000) lights.clear()
    lights.set(colour, light)
  }
  return light
}
