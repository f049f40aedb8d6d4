/** One tone a pixel, 0 black. */
export interface Grey {
  width: number
  height: number
  data: Uint8Array
}

/** Four bytes a pixel, as a canvas gives it. */
export interface Rgba {
  width: number
  height: number
  data: Uint8ClampedArray
}

export const createGrey = (width: number, height: number): Grey => ({
  width,
  height,
  data: new Uint8Array(width * height),
})

/** Grey by the darkest channel, so that yellow or light blue letters turn dark. */
export function darkest(image: Rgba): Grey {
  const grey = createGrey(image.width, image.height)
  const { data } = image
  for (let i = 0, at = 0; i < grey.data.length; i += 1, at += 4) {
    const red = data[at]!
    const green = data[at + 1]!
    const blue = data[at + 2]!
    const low = red < green ? red : green
    grey.data[i] = low < blue ? low : blue
  }
  return grey
}

/** The picture made smaller by whole steps: each new pixel is the mean of `step` x `step` old ones. */
export function shrink(grey: Grey, step: number): Grey {
  if (step <= 1) return grey
  const width = Math.floor(grey.width / step)
  const height = Math.floor(grey.height / step)
  const out = createGrey(width, height)
  const sums = new Uint32Array(width)
  const area = step * step
  for (let y = 0; y < height; y += 1) {
    sums.fill(0)
    for (let j = 0; j < step; j += 1) {
      let at = (y * step + j) * grey.width
      for (let x = 0; x < width; x += 1) {
        let sum = 0
        for (let i = 0; i < step; i += 1, at += 1) sum += grey.data[at]!
        sums[x] = sums[x]! + sum
      }
    }
    for (let x = 0; x < width; x += 1) out.data[y * width + x] = sums[x]! / area
  }
  return out
}

/** The largest (or smallest) tone within `radius` on both axes. */
export function extreme(grey: Grey, radius: number, largest: boolean): Grey {
  const across = createGrey(grey.width, grey.height)
  const out = createGrey(grey.width, grey.height)
  slide(grey.data, across.data, grey.width, 1, grey.height, grey.width, radius, largest)
  slide(across.data, out.data, grey.height, grey.width, grey.width, 1, radius, largest)
  return out
}

function slide(
  from: Uint8Array,
  to: Uint8Array,
  count: number,
  step: number,
  lines: number,
  stride: number,
  radius: number,
  largest: boolean,
): void {
  for (let line = 0; line < lines; line += 1) {
    const base = line * stride
    for (let i = 0; i < count; i += 1) {
      const end = Math.min(count - 1, i + radius)
      let best = from[base + step * i]!
      for (let j = Math.max(0, i - radius); j <= end; j += 1) {
        const value = from[base + step * j]!
        if (largest ? value > best : value < best) best = value
      }
      to[base + step * i] = best
    }
  }
}
