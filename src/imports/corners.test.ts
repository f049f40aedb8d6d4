import fc from 'fast-check'
import { expect, test } from 'vitest'
import { guessedCorners, moveCorner, wholePicture } from './corners.ts'

test('a corner follows the finger and stays inside the picture', () => {
  expect(moveCorner(guessedCorners, 0, { x: 0.2, y: 0.1 })[0]).toEqual({ x: 0.2, y: 0.1 })
  expect(moveCorner(guessedCorners, 2, { x: 1.4, y: 0.9 })[2]).toEqual({ x: 1, y: 0.9 })
})

test('a corner does not cross to the other side', () => {
  expect(moveCorner(guessedCorners, 0, { x: 0.95, y: 0.95 })).toBe(guessedCorners)
  expect(moveCorner(wholePicture, 1, { x: 0.02, y: 0.02 })).toBe(wholePicture)
})

test('however the corners are dragged, they make a sheet: convex, in the same order', () => {
  const place = fc.record({
    x: fc.double({ min: -1, max: 2, noNaN: true }),
    y: fc.double({ min: -1, max: 2, noNaN: true }),
  })
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(3), place), { maxLength: 30 }), (drags) => {
      const corners = drags.reduce((now, [index, to]) => moveCorner(now, index, to), guessedCorners)
      for (const [index, b] of corners.entries()) {
        const a = corners[(index + 3) % 4]!
        const c = corners[(index + 1) % 4]!
        expect((b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x)).toBeGreaterThan(0)
        expect(Math.min(b.x, b.y)).toBeGreaterThanOrEqual(0)
        expect(Math.max(b.x, b.y)).toBeLessThanOrEqual(1)
      }
    }),
  )
})
