import { textToBytes, type Bytes } from './webCrypto.ts'

// 64 MiB and three passes: half a second on a phone, and a guesser's graphics card runs out of memory before it runs
// out of cores (RFC 9106, second recommended choice).
const memoryKiB = 65_536
const passes = 3

/** 32 bytes of what a person typed (Argon2id). The salt keeps one search from serving against all. */
export async function stretch(typed: string | Uint8Array, salt: string): Promise<Bytes> {
  const { argon2id } = await import('hash-wasm')
  const hash = await argon2id({
    password: typeof typed === 'string' ? typed.normalize('NFKC') : typed,
    salt: new Uint8Array(await crypto.subtle.digest('SHA-256', textToBytes(salt))),
    parallelism: 1,
    iterations: passes,
    memorySize: memoryKiB,
    hashLength: 32,
    outputType: 'binary',
  })
  return hash as Bytes
}
