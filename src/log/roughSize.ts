import type { Operation } from './operation.ts'

/** About what an operation weighs in a batch before deflation, without packing it. */
export const roughSize = ({ value, about }: Operation): number => 40 + sizeOf(value) + sizeOf(about)

function sizeOf(value: unknown): number {
  if (typeof value === 'string') return value.length + 2
  if (typeof value !== 'object' || value === null) return 6
  let size = 2
  if (Array.isArray(value)) for (const inner of value) size += sizeOf(inner) + 1
  else for (const key of Object.keys(value)) size += key.length + 4 + sizeOf((value as Record<string, unknown>)[key])
  return size
}
