import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { forgetSpace, keepEntries, keepSpace, listSpaces, readSpace } from './keys.ts'
import { useDatabase, VivierDatabase } from './tables.ts'

beforeEach(() => useDatabase(new VivierDatabase(`keys-${Math.random()}`)))
afterEach(() => useDatabase(null))

const space = (digit: string) => digit.repeat(32)
const made = async (digit: string) => {
  const pair = async (name: string, uses: KeyUsage[]) =>
    ((await crypto.subtle.generateKey({ name, namedCurve: 'P-256' }, false, uses)) as CryptoKeyPair).privateKey
  return {
    space: space(digit),
    device: digit.repeat(16),
    signing: await pair('ECDSA', ['sign', 'verify']),
    agreement: await pair('ECDH', ['deriveBits']),
    keys: { signing: 's', agreement: 'a' },
    entries: [new Uint8Array([1]), new Uint8Array([2])],
  }
}

test('a space comes back as it was kept, its entries in order, its keys usable and not readable', async () => {
  const kept = await made('a')
  expect(await keepSpace(kept)).toEqual({ ok: true, value: null })
  await keepSpace(await made('b'))
  await keepEntries(
    kept.space,
    2,
    Array.from({ length: 9 }, (_, n) => new Uint8Array([n + 3])),
  )
  const read = await readSpace(kept.space)
  expect(read?.entries.map(([byte]) => byte)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
  expect(read?.device).toBe(kept.device)
  expect(read?.signing.extractable).toBe(false)
  await expect(crypto.subtle.exportKey('pkcs8', read!.signing)).rejects.toThrow(/extractable/)
  expect(await listSpaces()).toEqual([space('a'), space('b')])
})

test('a space that is forgotten is gone, and no other with it', async () => {
  await keepSpace(await made('a'))
  await keepSpace(await made('b'))
  await forgetSpace(space('a'))
  expect(await readSpace(space('a'))).toBeNull()
  expect((await readSpace(space('b')))?.entries).toHaveLength(2)
})
