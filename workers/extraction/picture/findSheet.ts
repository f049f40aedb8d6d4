import { createGrey, extreme, type Grey, type Rgba } from './grey.ts'
import { type Point, type Quad, quadArea, quadSize } from './quad.ts'

/** Longest side at which the sheet is looked for: letters are too small to disturb, edges still sure to 1/400. */
const workSide = 400
/** Half of what is closed over: more than the gap between lines of text, less than a dark column. */
const closing = 5
const angles = 180
/** Tolerance in pixels around an edge: sheets lie bent. */
const slack = 2

/** A straight line as x cos + y sin = rho; `frame` for the picture's own border. */
interface Straight {
  cos: number
  sin: number
  rho: number
  frame: boolean
}

/**
 * The four corners of a sheet of paper in a photo, in its pixels, or null when there is none to be sure of: a scan, a
 * sheet larger than the picture, a table as white as the paper.
 */
export function findSheet(image: Rgba): Quad | null {
  const { planes, scale } = reduce(image)
  if (isAllPaper(planes)) return null
  const closed = planes.map((plane) => extreme(extreme(plane, closing, true), closing, false))
  const edges = findEdges(closed)
  const lines = strongestLines(edges)
  const best = bestQuad(lines, edges)
  if (!best) return null
  const fitted = fitSides(best, edges)
  const back = (p: Point): Point => ({ x: (p.x + 0.5) * scale, y: (p.y + 0.5) * scale })
  return fitted.map(back) as unknown as Quad
}

/** Red, green and blue, each as a small picture. */
function reduce(image: Rgba): { planes: Grey[]; scale: number } {
  const scale = Math.max(1, Math.max(image.width, image.height) / workSide)
  const width = Math.max(1, Math.floor(image.width / scale))
  const height = Math.max(1, Math.floor(image.height / scale))
  const planes = [0, 1, 2].map(() => createGrey(width, height))
  // A few samples a cell are as good as all of them, and a photo has millions.
  const inner = Math.max(1, Math.min(4, Math.floor(scale)))
  const columns = Int32Array.from({ length: width * inner }, (_, i) =>
    Math.min(image.width - 1, Math.floor(((i + 0.5) / inner) * scale)),
  )
  const sums = [0, 1, 2].map(() => new Uint32Array(width)) as [Uint32Array, Uint32Array, Uint32Array]
  const [reds, greens, blues] = sums
  const { data } = image
  for (let y = 0; y < height; y += 1) {
    for (const sum of sums) sum.fill(0)
    for (let j = 0; j < inner; j += 1) {
      const row = Math.min(image.height - 1, Math.floor((y + (j + 0.5) / inner) * scale)) * image.width
      for (let i = 0, x = 0; x < width; x += 1) {
        for (const end = i + inner; i < end; i += 1) {
          const at = 4 * (row + columns[i]!)
          reds[x] = reds[x]! + data[at]!
          greens[x] = greens[x]! + data[at + 1]!
          blues[x] = blues[x]! + data[at + 2]!
        }
      }
    }
    const area = inner * inner
    for (let x = 0; x < width; x += 1)
      for (let c = 0; c < 3; c += 1) planes[c]!.data[y * width + x] = sums[c]![x]! / area
  }
  return { planes, scale }
}

/** True when the picture's border is bright and even all around: a scan or a page saved as a picture. */
function isAllPaper(planes: readonly Grey[]): boolean {
  const { width, height } = planes[0]!
  let bright = 0
  let count = 0
  const look = (x: number, y: number) => {
    count += 1
    if (planes.every((plane) => plane.data[y * width + x]! > 225)) bright += 1
  }
  for (let x = 0; x < width; x += 1) {
    look(x, 1)
    look(x, height - 2)
  }
  for (let y = 0; y < height; y += 1) {
    look(1, y)
    look(width - 2, y)
  }
  return bright > 0.93 * count
}

interface Edges {
  width: number
  height: number
  /** Strength of the tone's change, relative to the tone: a shadow weakens light and edge alike. */
  strength: Float32Array
  dx: Float32Array
  dy: Float32Array
}

function findEdges(planes: readonly Grey[]): Edges {
  const { width, height } = planes[0]!
  const edges: Edges = {
    width,
    height,
    strength: new Float32Array(width * height),
    dx: new Float32Array(width * height),
    dy: new Float32Array(width * height),
  }
  const logs = Float32Array.from({ length: 256 }, (_, tone) => Math.log(tone + 24))
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      const at = y * width + x
      for (const { data } of planes) {
        const l = (offset: number) => logs[data[at + offset]!]!
        const dx = l(1 - width) + 2 * l(1) + l(1 + width) - l(-1 - width) - 2 * l(-1) - l(width - 1)
        const dy = l(width - 1) + 2 * l(width) + l(width + 1) - l(-width - 1) - 2 * l(-width) - l(1 - width)
        const strength = Math.hypot(dx, dy)
        if (strength > edges.strength[at]!) {
          edges.strength[at] = strength
          edges.dx[at] = dx
          edges.dy[at] = dy
        }
      }
    }
  }
  return edges
}

/** What counts as an edge: a tone changed by about a twelfth. */
const leastEdge = 0.33

/** Lines that many edge pixels lie on, each pixel voting in its own direction, strongest first. */
function strongestLines(edges: Edges): Straight[] {
  const { width, height } = edges
  const reach = Math.ceil(Math.hypot(width, height))
  const rhos = 2 * reach + 1
  const votes = new Float32Array(angles * rhos)
  for (let y = 2; y < height - 2; y += 1) {
    for (let x = 2; x < width - 2; x += 1) {
      const at = y * width + x
      const strength = edges.strength[at]!
      if (strength < leastEdge || !isRidge(edges, at)) continue
      const weight = Math.min(1.2, strength)
      const own = (Math.atan2(edges.dy[at]!, edges.dx[at]!) / Math.PI) * angles
      for (let k = Math.round(own) - 4; k <= Math.round(own) + 4; k += 1) {
        const angle = ((k % angles) + angles) % angles
        const theta = (angle / angles) * Math.PI
        const rho = Math.round(x * Math.cos(theta) + y * Math.sin(theta)) + reach
        const cell = angle * rhos + rho
        votes[cell] = votes[cell]! + weight
        votes[cell - 1] = votes[cell - 1]! + 0.5 * weight
        votes[cell + 1] = votes[cell + 1]! + 0.5 * weight
      }
    }
  }
  const lines: Straight[] = []
  const least = 0.15 * Math.min(width, height)
  for (let n = 0; n < 26; n += 1) {
    let best = 0
    for (let i = 1; i < votes.length; i += 1) if (votes[i]! > votes[best]!) best = i
    if (votes[best]! < least) break
    const angle = Math.floor(best / rhos)
    const rho = (best % rhos) - reach
    const theta = (angle / angles) * Math.PI
    lines.push({ cos: Math.cos(theta), sin: Math.sin(theta), rho, frame: false })
    // Its neighbours are the same line.
    for (let k = angle - 5; k <= angle + 5; k += 1) {
      const wrapped = ((k % angles) + angles) % angles
      const sign = k < 0 || k >= angles ? -1 : 1
      for (let r = -5; r <= 5; r += 1) {
        const cell = sign * rho + r + reach
        if (cell >= 0 && cell < rhos) votes[wrapped * rhos + cell] = 0
      }
    }
  }
  return [
    ...lines,
    { cos: 1, sin: 0, rho: 0, frame: true },
    { cos: 1, sin: 0, rho: width - 1, frame: true },
    { cos: 0, sin: 1, rho: 0, frame: true },
    { cos: 0, sin: 1, rho: height - 1, frame: true },
  ]
}

/** The strongest across its own direction. */
function isRidge(edges: Edges, at: number): boolean {
  const horizontal = Math.abs(edges.dx[at]!) > Math.abs(edges.dy[at]!)
  const step = horizontal ? 1 : edges.width
  return edges.strength[at]! >= edges.strength[at - step]! && edges.strength[at]! >= edges.strength[at + step]!
}

function bestQuad(lines: readonly Straight[], edges: Edges): Quad | null {
  const { width, height } = edges
  const pairs: [Straight, Straight][] = []
  for (let i = 0; i < lines.length; i += 1) {
    for (let j = i + 1; j < lines.length; j += 1) {
      const a = lines[i]!
      const b = lines[j]!
      // Two facing sides: nearly parallel, and a fair way apart.
      if (Math.abs(a.cos * b.cos + a.sin * b.sin) < Math.cos(0.42)) continue
      const facing = a.cos * b.cos + a.sin * b.sin > 0 ? b.rho : -b.rho
      if (Math.abs(a.rho - facing) < 0.2 * Math.min(width, height)) continue
      pairs.push([a, b])
    }
  }
  let best: { quad: Quad; score: number } | null = null
  for (let i = 0; i < pairs.length; i += 1) {
    for (let j = i + 1; j < pairs.length; j += 1) {
      const [a, b] = pairs[i]!
      const [c, d] = pairs[j]!
      if (a === c || a === d || b === c || b === d) continue
      if (Math.abs(a.cos * c.cos + a.sin * c.sin) > Math.sin(0.5)) continue
      const frames = [a, b, c, d].filter((line) => line.frame).length
      if (frames > 2) continue
      const quad = cornersOf(a, b, c, d, width, height)
      if (!quad) continue
      const area = quadArea(quad) / (width * height)
      if (area < 0.15) continue
      const score = judge(quad, [a, b, c, d], edges, area)
      if (score > (best?.score ?? 0)) best = { quad, score }
    }
  }
  return best && widen(best.quad, lines, edges)
}

/** Share of a side's places that must show its edge for the side to be moved onto it. */
const leastFit = 0.5

/** Each side laid through the edge it stands for: votes know a line's angle only to a degree. */
function fitSides(quad: Quad, edges: Edges): Quad {
  const sides = quad.map((p, i) => fitSide(p, quad[(i + 1) % 4]!, edges))
  const corners = quad.map((corner, i) => crossing(sides[(i + 3) % 4]!, sides[i]!) ?? corner)
  return corners.every((corner, i) => Math.hypot(corner.x - quad[i]!.x, corner.y - quad[i]!.y) < 12)
    ? (corners as unknown as Quad)
    : quad
}

/** A line by two of its points. */
type Side = readonly [Point, Point]

function fitSide(p: Point, q: Point, edges: Edges): Side {
  const length = Math.hypot(q.x - p.x, q.y - p.y)
  const [ux, uy] = [(q.x - p.x) / length, (q.y - p.y) / length]
  const [nx, ny] = [-uy, ux]
  const reach = 5
  const found: { t: number; s: number }[] = []
  for (let t = 0.04 * length; t <= 0.96 * length; t += 3) {
    const x = p.x + t * ux
    const y = p.y + t * uy
    if (x < 7 || y < 7 || x > edges.width - 8 || y > edges.height - 8) continue
    let best = leastEdge
    let at = Number.NaN
    for (let s = -reach; s <= reach; s += 1) {
      const index = Math.round(y + s * ny) * edges.width + Math.round(x + s * nx)
      const across = Math.abs(edges.dx[index]! * nx + edges.dy[index]! * ny)
      if (across > best && across > 0.85 * edges.strength[index]!) {
        best = across
        at = s
      }
    }
    if (!Number.isNaN(at)) found.push({ t, s: at })
  }
  if (found.length < Math.max(8, (leastFit * length) / 3)) return [p, q]
  // A straight line through most of them: s = a + b t.
  let fit = { a: 0, b: 0 }
  let weights = found.map(() => 1)
  for (let round = 0; round < 5; round += 1) {
    let [w, wt, ws, wtt, wts] = [0, 0, 0, 0, 0]
    for (const [i, { t, s }] of found.entries()) {
      const own = weights[i]!
      w += own
      wt += own * t
      ws += own * s
      wtt += own * t * t
      wts += own * t * s
    }
    const det = w * wtt - wt * wt
    if (Math.abs(det) < 1e-6) return [p, q]
    const b = (w * wts - wt * ws) / det
    fit = { a: (ws - b * wt) / w, b }
    const now = fit
    weights = found.map(({ t, s }) => 1 / (1 + ((s - now.a - now.b * t) / 1.2) ** 2))
  }
  const end = fit.a + fit.b * length
  return [
    { x: p.x + fit.a * nx, y: p.y + fit.a * ny },
    { x: q.x + end * nx, y: q.y + end * ny },
  ]
}

/** Where two lines meet; null when they hardly do. */
function crossing([a, b]: Side, [c, d]: Side): Point | null {
  const det = (b.x - a.x) * (d.y - c.y) - (b.y - a.y) * (d.x - c.x)
  if (Math.abs(det) < 1e-6) return null
  const t = ((c.x - a.x) * (d.y - c.y) - (c.y - a.y) * (d.x - c.x)) / det
  return { x: a.x + t * (b.x - a.x), y: a.y + t * (b.y - a.y) }
}

/** A dark band along one side of a sheet cuts it in two: the side is moved out where both neighbours go on. */
function widen(found: Quad, lines: readonly Straight[], edges: Edges): Quad {
  // The sides are fitted first: where they go on is looked for along them.
  let quad = fitSides(found, edges)
  const [top, right, bottom, left] = quad.map((p, i) => lineThrough(p, quad[(i + 1) % 4]!)) as unknown as [
    Straight,
    Straight,
    Straight,
    Straight,
  ]
  let sides: [Straight, Straight, Straight, Straight] = [top, bottom, right, left]
  for (let k = 0; k < 4; k += 1) {
    let most = 1.05 * quadArea(quad)
    for (const line of lines) {
      if (sides.includes(line) || Math.abs(line.cos * sides[k]!.cos + line.sin * sides[k]!.sin) < Math.cos(0.2))
        continue
      const tried = sides.map((side, i) => (i === k ? line : side)) as typeof sides
      const wider = cornersOf(...tried, edges.width, edges.height)
      if (!wider || quadArea(wider) < most || quadArea(wider) > 1.7 * quadArea(quad)) continue
      if (!goesOn(quad, wider, edges, !isPaperShaped(quad) && isPaperShaped(wider))) continue
      most = quadArea(wider)
      quad = wider
      sides = tried
    }
  }
  return quad
}

function lineThrough(p: Point, q: Point): Straight {
  const length = Math.hypot(q.x - p.x, q.y - p.y)
  const [cos, sin] = [-(q.y - p.y) / length, (q.x - p.x) / length]
  return { cos, sin, rho: p.x * cos + p.y * sin, frame: false }
}

/** True when what `wider` adds to a quad is bordered by edges on its three outer sides. */
function goesOn(quad: Quad, wider: Quad, edges: Edges, likely: boolean): boolean {
  const moved = [0, 1, 2, 3].filter((i) => Math.hypot(quad[i]!.x - wider[i]!.x, quad[i]!.y - wider[i]!.y) > 4)
  if (moved.length !== 2) return false
  const [i, j] = moved as [number, number]
  return (
    supportOf(edges, wider[i]!, wider[j]!, 0.02, 0.98).share > (likely ? 0.4 : 0.5) &&
    supportOf(edges, quad[i]!, wider[i]!, 0.1, 0.95).share > (likely ? 0.4 : 0.6) &&
    supportOf(edges, quad[j]!, wider[j]!, 0.1, 0.95).share > (likely ? 0.4 : 0.6)
  )
}

/** True for the proportions of A4 and letter paper, seen a little aslant. */
function isPaperShaped(quad: Quad): boolean {
  const { width, height } = quadSize(quad)
  const ratio = Math.max(width, height) / Math.min(width, height)
  return ratio > 1.3 && ratio < 1.52
}

function cross(a: Straight, b: Straight): Point | null {
  const det = a.cos * b.sin - a.sin * b.cos
  if (Math.abs(det) < 0.2) return null
  return { x: (a.rho * b.sin - b.rho * a.sin) / det, y: (b.rho * a.cos - a.rho * b.cos) / det }
}

/** Corners in order around, the one nearest to the picture's top left first; null when far out of the picture. */
function cornersOf(a: Straight, b: Straight, c: Straight, d: Straight, width: number, height: number): Quad | null {
  const found = [cross(a, c), cross(a, d), cross(b, d), cross(b, c)]
  const corners: Point[] = []
  for (const corner of found) {
    if (!corner) return null
    if (corner.x < -0.06 * width || corner.x > 1.06 * width || corner.y < -0.06 * height || corner.y > 1.06 * height)
      return null
    corners.push(corner)
  }
  const cx = corners.reduce((sum, p) => sum + p.x, 0) / 4
  const cy = corners.reduce((sum, p) => sum + p.y, 0) / 4
  corners.sort((p, q) => Math.atan2(p.y - cy, p.x - cx) - Math.atan2(q.y - cy, q.x - cx))
  const first = corners.reduce((least, p, i) => (p.x + p.y < corners[least]!.x + corners[least]!.y ? i : least), 0)
  const quad = [0, 1, 2, 3].map((i) => corners[(first + i) % 4]!) as unknown as Quad
  // Convex, and no corner sharper than a tilted sheet's.
  for (let i = 0; i < 4; i += 1) {
    const p = quad[(i + 3) % 4]!
    const q = quad[i]!
    const r = quad[(i + 1) % 4]!
    const turn = (q.x - p.x) * (r.y - q.y) - (q.y - p.y) * (r.x - q.x)
    const lengths = Math.hypot(q.x - p.x, q.y - p.y) * Math.hypot(r.x - q.x, r.y - q.y)
    if (turn < Math.sin(0.95) * lengths) return null
  }
  return quad
}

/** How much a quad looks like a sheet's outline; 0 when it does not. */
function judge(quad: Quad, sides: readonly Straight[], edges: Edges, area: number): number {
  let total = 0
  let real = 0
  for (let i = 0; i < 4; i += 1) {
    const p = quad[i]!
    const q = quad[(i + 1) % 4]!
    const frame = sides.some((side) => side.frame && on(side, p) && on(side, q))
    if (frame) {
      total += 0.45
      continue
    }
    real += 1
    const along = supportOf(edges, p, q, 0.02, 0.98)
    if (along.share < 0.55) return 0
    // A true side ends at its corners; a plank's or a column's goes on.
    const beyond = supportOf(edges, p, q, -0.16, -0.04).share + supportOf(edges, p, q, 1.04, 1.16).share
    total += along.share * along.agreement - 0.5 * beyond + 0.15 * along.inward
  }
  if (real < 2) return 0
  const mean = total / 4
  return mean < 0.45 ? 0 : mean + 0.5 * Math.sqrt(area)
}

const on = (line: Straight, p: Point) => Math.abs(p.x * line.cos + p.y * line.sin - line.rho) < 1

/** Share of a side with an edge beneath it, how far these agree on which of the two is brighter, and whether it is the inner one. */
function supportOf(
  edges: Edges,
  p: Point,
  q: Point,
  from: number,
  to: number,
): { share: number; agreement: number; inward: number } {
  const length = Math.hypot(q.x - p.x, q.y - p.y)
  const nx = -(q.y - p.y) / length
  const ny = (q.x - p.x) / length
  const steps = Math.max(6, Math.round((length * (to - from)) / 4))
  let seen = 0
  let count = 0
  let signed = 0
  for (let k = 0; k <= steps; k += 1) {
    const t = from + ((to - from) * k) / steps
    const x = p.x + t * (q.x - p.x)
    const y = p.y + t * (q.y - p.y)
    if (x < 3 || y < 3 || x > edges.width - 4 || y > edges.height - 4) continue
    count += 1
    let best = 0
    for (let s = -slack; s <= slack; s += 1) {
      const at = Math.round(y + s * ny) * edges.width + Math.round(x + s * nx)
      const across = edges.dx[at]! * nx + edges.dy[at]! * ny
      if (Math.abs(across) > Math.abs(best) && Math.abs(across) > 0.85 * edges.strength[at]!) best = across
    }
    if (Math.abs(best) < leastEdge) continue
    seen += 1
    signed += Math.sign(best)
  }
  if (count < 3) return { share: 0, agreement: 1, inward: 0 }
  return {
    share: seen / count,
    agreement: seen === 0 ? 0 : Math.abs(signed) / seen,
    // The corners go around clockwise on the screen, so that this normal points inwards.
    inward: seen === 0 ? 0 : signed / count,
  }
}
