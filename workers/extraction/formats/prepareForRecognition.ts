import type { Canvas } from '../environment.ts'

/** Side of the squares whose ground is judged, in pixels: wider than a heading's stroke, narrower than a sidebar. */
const tile = 64

/**
 * Makes a picture plain for recognition: grey by the darkest channel, so that yellow or light blue letters turn dark,
 * and light letters on a dark ground turned about, square by square.
 */
export function prepareForRecognition(canvas: Canvas): void {
  const { width, height } = canvas
  const context = canvas.getContext('2d')
  const image = context.getImageData(0, 0, width, height)
  const { data } = image
  const grey = new Uint8Array(width * height)
  for (let i = 0; i < grey.length; i += 1) grey[i] = Math.min(data[4 * i]!, data[4 * i + 1]!, data[4 * i + 2]!)
  const columns = Math.ceil(width / tile)
  const rows = Math.ceil(height / tile)
  const dark = new Uint8Array(columns * rows)
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1)
      dark[row * columns + column] = isDark(grey, width, height, column * tile, row * tile) ? 1 : 0
  }
  for (let y = 0; y < height; y += 1) {
    const row = Math.floor(y / tile)
    for (let x = 0; x < width; x += 1) {
      const at = y * width + x
      const value = dark[row * columns + Math.floor(x / tile)] ? 255 - grey[at]! : grey[at]!
      data[4 * at] = value
      data[4 * at + 1] = value
      data[4 * at + 2] = value
      data[4 * at + 3] = 255
    }
  }
  context.putImageData(image, 0, 0)
}

/** Letters never cover most of a square: where three quarters of its pixels are dark, the ground is. */
function isDark(grey: Uint8Array, width: number, height: number, left: number, top: number): boolean {
  let low = 0
  let count = 0
  for (let y = top; y < Math.min(top + tile, height); y += 2) {
    for (let x = left; x < Math.min(left + tile, width); x += 2) {
      count += 1
      if (grey[y * width + x]! < 125) low += 1
    }
  }
  return low > 0.7 * count
}
