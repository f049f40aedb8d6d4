/** Bytes by letter of an encoding that a text decoder knows and no encoder writes. */
export function bytesByLetter(encoding: string): Record<string, number> {
  const decoder = new TextDecoder(encoding)
  return Object.fromEntries(
    Array.from({ length: 128 }, (_, index) => [decoder.decode(new Uint8Array([index + 128])), index + 128]),
  )
}
