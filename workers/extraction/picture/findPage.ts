import type { Environment } from '../environment.ts'
import type { Grey, Rgba } from './grey.ts'
import { straighten } from './straighten.ts'
import type { Shape } from './warp.ts'

/** The page of a picture: where it lies, its picture in grey, and the height of its letters (0 when it has none). */
export interface FoundPage {
  shape: Shape
  grey: Grey
  letterSize: number
  /** True when the page is the picture as it is. */
  untouched: boolean
}

/** Finds the page that a picture shows, upright. The same picture always gives the same page. */
export async function findPage(_environment: Environment, image: Rgba): Promise<FoundPage> {
  const found = straighten(image)
  return {
    shape: found.shape ?? { width: image.width, height: image.height, toSource: (x, y) => ({ x, y }) },
    grey: found.grey,
    letterSize: found.letterSize,
    untouched: found.shape === null,
  }
}
