import fc from 'fast-check'
import { expect, test } from 'vitest'
import { base64ToBytes, bytesToBase64, bytesToHex, hexToBytes } from './bytes.ts'

test('bytes written as hex or base64 read back, and one value has one text', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 70 }), (bytes) => {
      expect(hexToBytes(bytesToHex(bytes))).toEqual(bytes)
      const text = bytesToBase64(bytes)
      expect(text).toBe(Buffer.from(bytes).toString('base64url'))
      expect(base64ToBytes(text)).toEqual(bytes)
    }),
  )
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Za-z0-9_=+-]{0,9}$/), (text) => {
      const bytes = base64ToBytes(text)
      if (bytes) expect(bytesToBase64(bytes)).toBe(text)
    }),
  )
  expect(hexToBytes('0G')).toBeNull()
})
