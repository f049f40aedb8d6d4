export interface Point {
  x: number
  y: number
}
/** Corners of a sheet: top left, top right, bottom right, bottom left. */
export type Quad = readonly [Point, Point, Point, Point]

/** Nine numbers that carry a plane onto another in perspective. */
export type Homography = readonly number[]

export const applyHomography = (h: Homography, x: number, y: number): Point => {
  const w = h[6]! * x + h[7]! * y + 1
  return { x: (h[0]! * x + h[1]! * y + h[2]!) / w, y: (h[3]! * x + h[4]! * y + h[5]!) / w }
}

/** Carries the rectangle `width` x `height` onto the quad. */
export function rectangleToQuad(width: number, height: number, quad: Quad): Homography {
  const corners = [
    [0, 0],
    [width, 0],
    [width, height],
    [0, height],
  ] as const
  const rows: number[][] = []
  const right: number[] = []
  for (let i = 0; i < 4; i += 1) {
    const [x, y] = corners[i]!
    const to = quad[i]!
    rows.push([x, y, 1, 0, 0, 0, -to.x * x, -to.x * y])
    right.push(to.x)
    rows.push([0, 0, 0, x, y, 1, -to.y * x, -to.y * y])
    right.push(to.y)
  }
  return [...solve(rows, right), 1]
}

/** Solves a square set of linear equations; a zero pivot gives zeros rather than a crash. */
export function solve(rows: number[][], right: number[]): number[] {
  const n = right.length
  const a = rows.map((row, i) => [...row, right[i]!])
  for (let column = 0; column < n; column += 1) {
    let pivot = column
    for (let row = column + 1; row < n; row += 1)
      if (Math.abs(a[row]![column]!) > Math.abs(a[pivot]![column]!)) pivot = row
    ;[a[column], a[pivot]] = [a[pivot]!, a[column]!]
    const top = a[column]!
    if (Math.abs(top[column]!) < 1e-12) continue
    for (let row = 0; row < n; row += 1) {
      if (row === column) continue
      const factor = a[row]![column]! / top[column]!
      if (factor === 0) continue
      for (let k = column; k <= n; k += 1) a[row]![k] = a[row]![k]! - factor * top[k]!
    }
  }
  return a.map((row, i) => (Math.abs(row[i]!) < 1e-12 ? 0 : row[n]! / row[i]!))
}

/** Width and height of the sheet a quad shows: the longer of two facing sides is the less foreshortened. */
export function quadSize(quad: Quad): { width: number; height: number } {
  const [a, b, c, d] = quad
  const length = (p: Point, q: Point) => Math.hypot(p.x - q.x, p.y - q.y)
  return {
    width: Math.round(Math.max(length(a, b), length(d, c))),
    height: Math.round(Math.max(length(a, d), length(b, c))),
  }
}

/** Area by the shoelace rule. */
export function quadArea(quad: Quad): number {
  let sum = 0
  for (let i = 0; i < 4; i += 1) {
    const p = quad[i]!
    const q = quad[(i + 1) % 4]!
    sum += p.x * q.y - q.x * p.y
  }
  return Math.abs(sum) / 2
}
