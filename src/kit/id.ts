/** Effects an id needs, passed in so that tests and the simulator decide them. */
export interface IdSource {
  /** Milliseconds since the epoch. */
  now: () => number
  /** Fills the array with random bytes. */
  random: (bytes: Uint8Array) => Uint8Array
}

/**
 * A factory of UUIDv7 (RFC 9562, section 5.7): 48 bits of time, then a 12-bit counter within the
 * millisecond (method 1 of section 6.2), then random bits, so ids made by one device sort by creation.
 */
export function createIdFactory(source: IdSource): () => string {
  let lastMs = -1
  let counter = 0
  return () => {
    const bytes = source.random(new Uint8Array(16))
    let ms = source.now()
    if (ms > lastMs) {
      counter = ((bytes[6]! & 0x07) << 8) | bytes[7]!
    } else {
      ms = lastMs
      counter += 1
      if (counter > 0xfff) {
        ms += 1
        counter = 0
      }
    }
    lastMs = ms
    let high = ms
    for (let i = 5; i >= 0; i -= 1) {
      bytes[i] = high % 256
      high = Math.floor(high / 256)
    }
    bytes[6] = 0x70 | (counter >> 8)
    bytes[7] = counter & 0xff
    bytes[8] = (bytes[8]! & 0x3f) | 0x80
    const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
  }
}

/** True for any canonical UUID, whatever its version. */
export const isId = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(value)
