import type { PicturePoint, SheetCorners } from '../../workers/extraction/protocol.ts'

/** The whole picture. */
export const wholePicture: SheetCorners = [
  { x: 0, y: 0 },
  { x: 1, y: 0 },
  { x: 1, y: 1 },
  { x: 0, y: 1 },
]

/** Where the corners are put when no sheet was found: inside the picture, so that each can be grasped. */
export const guessedCorners: SheetCorners = [
  { x: 0.06, y: 0.06 },
  { x: 0.94, y: 0.06 },
  { x: 0.94, y: 0.94 },
  { x: 0.06, y: 0.94 },
]

/** Smallest distance, as a share of the picture, that a corner keeps from the two beside it. */
const leastSide = 0.08

/**
 * The corners with one of them moved to a place, kept inside the picture; as they were when the sheet would fold over
 * itself or shrink to nothing.
 */
export function moveCorner(corners: SheetCorners, index: number, to: PicturePoint): SheetCorners {
  const inside = (value: number) => Math.max(0, Math.min(1, value))
  const moved = corners.map((corner, at) =>
    at === index ? { x: inside(to.x), y: inside(to.y) } : corner,
  ) as unknown as SheetCorners
  return isSheet(moved) ? moved : corners
}

function isSheet(corners: SheetCorners): boolean {
  return corners.every((corner, index) => {
    const before = corners[(index + 3) % 4]!
    const after = corners[(index + 1) % 4]!
    const turn = (corner.x - before.x) * (after.y - corner.y) - (corner.y - before.y) * (after.x - corner.x)
    return turn > leastSide ** 2 && Math.hypot(after.x - corner.x, after.y - corner.y) >= leastSide
  })
}
