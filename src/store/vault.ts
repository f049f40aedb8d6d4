import { db, type SealedValue } from './tables.ts'

const version = 1
const ivBytes = 12

interface Vault {
  /** AES-256-GCM, non-extractable. */
  sealing: CryptoKey
  /** HMAC-SHA-256, non-extractable: lookups on sealed values. */
  lookup: CryptoKey
}

let opened: Promise<Vault> | null = null

/**
 * The keys of this device, made on first use. They are non-extractable: the browser hands out their use, never their
 * bytes, so no script, export or relay can carry them off. They lie in the browser's own profile: who copies that whole
 * folder, or sits at the unlocked device, has them too.
 */
export function vault(): Promise<Vault> {
  opened ??= openVault()
  opened.catch(() => {
    opened = null
  })
  return opened
}

/** For tests and for a database that changed under us. */
export function forgetVault(): void {
  opened = null
  workspaceLookup = null
}

let workspaceLookup: { key: CryptoKey; name: string } | null = null

/** Keeps the key under which all devices of the workspace hash alike, so that they recognise the same file and person. */
export async function keepWorkspaceLookup(key: CryptoKey): Promise<void> {
  await db().vaultKeys.put({ id: 'workspaceLookup', key })
  workspaceLookup = null
}

/** What hashes of the workspace begin with: those of this device alone, or of a workspace it left, do not. Null in none. */
export async function workspacePrefix(): Promise<string | null> {
  // Another tab may have joined since: asked again until there is one.
  const key = workspaceLookup?.key ?? (await db().vaultKeys.get('workspaceLookup'))?.key
  if (!key) return null
  workspaceLookup ??= { key, name: (await hashUnder(key, 'key', 'name')).slice(0, 4) }
  return `w${workspaceLookup.name}-`
}

/** The same as `keyedHash` on every device of the workspace; null while this device is in none. */
export async function workspaceHash(domain: string, word: string | Uint8Array): Promise<string | null> {
  const prefix = await workspacePrefix()
  return prefix && `${prefix}${await hashUnder(workspaceLookup!.key, domain, word)}`
}

async function openVault(): Promise<Vault> {
  const [sealing, lookup] = await db().vaultKeys.bulkGet(['vault', 'lookup'])
  if (sealing && lookup) return { sealing: sealing.key, lookup: lookup.key }
  const made = await Promise.all([
    crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']) as Promise<CryptoKey>,
    crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256', length: 256 }, false, ['sign']) as Promise<CryptoKey>,
  ])
  // Two tabs may start at once: the first to store its keys wins, the other takes them.
  return db().transaction('rw', db().vaultKeys, async () => {
    const [vaultRow, lookupRow] = await db().vaultKeys.bulkGet(['vault', 'lookup'])
    if (vaultRow && lookupRow) return { sealing: vaultRow.key, lookup: lookupRow.key }
    await db().vaultKeys.bulkPut([
      { id: 'vault', key: made[0] },
      { id: 'lookup', key: made[1] },
    ])
    return { sealing: made[0], lookup: made[1] }
  })
}

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** Seals bytes for this device; `place` (record and path, or blob) is authenticated, so a value cannot be moved. */
export async function sealBytes(bytes: Uint8Array, place: string): Promise<Uint8Array> {
  const { sealing } = await vault()
  const iv = crypto.getRandomValues(new Uint8Array(ivBytes))
  const sealed = new Uint8Array(
    await crypto.subtle.encrypt(
      { name: 'AES-GCM', iv, additionalData: encoder.encode(`${version}|${place}`) },
      sealing,
      bytes as Uint8Array<ArrayBuffer>,
    ),
  )
  const out = new Uint8Array(1 + ivBytes + sealed.length)
  out[0] = version
  out.set(iv, 1)
  out.set(sealed, 1 + ivBytes)
  return out
}

/** The inverse of `sealBytes`. Rejects when the bytes were altered, moved, or sealed by another device. */
export async function openBytes(sealed: Uint8Array, place: string): Promise<Uint8Array<ArrayBuffer>> {
  const { sealing } = await vault()
  return new Uint8Array(
    await crypto.subtle.decrypt(
      {
        name: 'AES-GCM',
        iv: sealed.slice(1, 1 + ivBytes),
        additionalData: encoder.encode(`${sealed[0]}|${place}`),
      },
      sealing,
      sealed.slice(1 + ivBytes),
    ),
  )
}

/** Seals any JSON value. */
export const sealValue = async (value: unknown, place: string): Promise<SealedValue> => ({
  sealed: await sealBytes(encoder.encode(JSON.stringify(value)), place),
})

/** The inverse of `sealValue`; undefined when it cannot be opened, so that one bad value does not hide a record. */
export async function openValue(value: SealedValue, place: string): Promise<unknown> {
  try {
    return JSON.parse(decoder.decode(await openBytes(value.sealed, place)))
  } catch {
    return undefined
  }
}

/** True for a value at rest that is sealed. */
export const isSealed = (value: unknown): value is SealedValue =>
  typeof value === 'object' && value !== null && (value as SealedValue).sealed instanceof Uint8Array

/** A keyed hash of a word (HMAC-SHA-256, 16 bytes as hex): equal words meet, and the word cannot be tried offline. */
export const keyedHash = async (domain: string, word: string | Uint8Array): Promise<string> =>
  hashUnder((await vault()).lookup, domain, word)

async function hashUnder(key: CryptoKey, domain: string, word: string | Uint8Array): Promise<string> {
  const bytes =
    typeof word === 'string'
      ? encoder.encode(word)
      : new Uint8Array(await crypto.subtle.digest('SHA-256', word as Uint8Array<ArrayBuffer>))
  const prefix = encoder.encode(`${domain}|`)
  const message = new Uint8Array(prefix.length + bytes.length)
  message.set(prefix)
  message.set(bytes, prefix.length)
  const signed = new Uint8Array(await crypto.subtle.sign('HMAC', key, message))
  return Array.from(signed.slice(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
