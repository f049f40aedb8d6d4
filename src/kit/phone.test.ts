import { expect, test } from 'vitest'
import { formatPhone } from './phone.ts'

test('a phone reads as people write it where it comes from, and anything else is left alone', () => {
  expect(formatPhone('+33639981204')).toBe('06 39 98 12 04')
  expect(formatPhone('+212661402218')).toBe('+212 6 61 40 22 18')
  expect(formatPhone('+12065550163')).toBe('+1 206 555 0163')
  expect(formatPhone('06 39')).toBe('06 39')
  expect(formatPhone('')).toBe('')
})
