import { createCipheriv, createHash } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'
import { argon2id } from 'hash-wasm'
import { apply } from '../../src/log/apply.ts'
import { clockToStamp } from '../../src/log/clock.ts'
import type { Operation } from '../../src/log/operation.ts'
import { isSealedPath } from '../../src/model/sealed.ts'
import { makePerson } from './corpus/manyCvs.ts'

/** What the settings' restoration asks for. */
export const backupPassphrase = 'mille personnes inventées'

const rowsPerChunk = 200
const author = 'feedfacefeedface'

/**
 * A backup of `count` invented candidates as this app writes them, `edits` changes of them in their history: the way to
 * bring many records to a device as a person would. Seeds from `first` on give different people.
 */
export async function makeManyRecords({
  count,
  edits = 0,
  first = 0,
}: {
  count: number
  edits?: number
  first?: number
}) {
  const header = {
    kdf: { name: 'argon2id', salt: Buffer.alloc(16, 7).toString('base64'), memoryKiB: 8192, iterations: 1 },
    createdAt: 0,
  }
  const key = await argon2id({
    password: backupPassphrase.normalize('NFKC'),
    salt: Buffer.alloc(16, 7),
    parallelism: 1,
    iterations: header.kdf.iterations,
    memorySize: header.kdf.memoryKiB,
    hashLength: 32,
    outputType: 'binary',
  })
  const head = Buffer.from(JSON.stringify(header))
  const parts: Buffer[] = [Buffer.from('VIVIER\0\u0001', 'latin1'), lengthOf(head.length), head]
  let index = 0
  const add = (kind: number, body: unknown) => {
    const iv = Buffer.alloc(12)
    iv.writeUInt32BE(index, 8)
    const cipher = createCipheriv('aes-256-gcm', key, iv)
    cipher.setAAD(Buffer.from(`vivier-backup|1|${index}`))
    const plain = Buffer.concat([Buffer.from([kind]), deflateRawSync(JSON.stringify(body))])
    const sealed = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
    parts.push(lengthOf(iv.length + sealed.length), iv, sealed)
    index += 1
  }
  const stamps = stampsFrom(Date.UTC(2026, 0, 5))
  for (let at = 0; at < count; at += rowsPerChunk) {
    const rows: unknown[] = []
    const journal: unknown[] = []
    for (let number = at; number < Math.min(count, at + rowsPerChunk); number += 1) {
      const ownEdits = Math.floor((edits * (number + 1)) / count) - Math.floor((edits * number) / count)
      const operations = operationsOf(first + number, ownEdits, stamps)
      let standing = { record: null, erased: null } as Parameters<typeof apply>[0]
      for (const operation of operations) standing = apply(standing, operation)
      const record = standing.record!
      rows.push({ ...record, fields: marked(record.fields), keysByPath: {}, keys: [] })
      for (const operation of operations) journal.push(entryOf(operation))
    }
    add(0, { rows, journal })
  }
  add(2, { rows: count, blobs: 0 })
  return Buffer.concat(parts)
}

/** The name of the person of a seed. */
const nameOfSeed = (seed: number): string => `${makePerson(seed % 2500).name} ${seed}`

function operationsOf(seed: number, edits: number, stamps: Generator<string, never>): Operation[] {
  const person = makePerson(seed % 2500)
  const id = uuidOf(seed)
  const base = { kind: 'candidate' as const, id, by: 'Nora Belkacem', about: {} }
  const made = (type: Operation['type'], path: string, value: unknown, action: string): Operation => {
    const stamp = stamps.next().value
    return {
      ...base,
      type,
      path,
      value,
      action,
      stamp,
      transaction: stamp,
      at: Number.parseInt(stamp.slice(0, 12), 16),
    }
  }
  const fields = {
    fullName: nameOfSeed(seed),
    headline: person.headline,
    email: `personne.${seed}@example.org`,
    phone: person.phone ?? '',
    city: 'Saint-Quentin-Fallavier',
    postalCode: '38070',
    country: 'FR',
    summary: [{ text: `${person.headline}, rigoureuse et disponible, dossier ${seed}.`, page: 0 }],
    origin: 'manual',
    reviewedAt: '2026-01-05',
    tags: { [`vivier ${seed % 12}`]: true },
    noticeDays: seed % 90,
  }
  const operations = [made('create', '', fields, 'candidate.created')]
  const changes: [string, (edit: number) => unknown][] = [
    ['headline', (edit) => `${person.headline}, niveau ${edit}`],
    ['city', (edit) => ['Lyon', 'Brest', 'Nancy', 'Dijon'][(seed + edit) % 4]],
    ['noticeDays', (edit) => (seed + edit) % 90],
    ['mobilityKm', (edit) => 10 + ((seed + edit) % 50)],
    ['tags/vu', () => true],
  ]
  for (let edit = 0; edit < edits; edit += 1) {
    const [path, value] = changes[edit % changes.length]!
    operations.push(made('set', path, value(edit), 'candidate.edited'))
  }
  return operations
}

const entryOf = ({ id, type, value, ...operation }: Operation): Record<string, unknown> => ({
  ...operation,
  recordId: id,
  operation: type,
  value: type === 'create' ? marked(value as Record<string, unknown>) : value,
})

/** Values that are sealed at rest stand marked in a backup. */
const marked = (fields: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).map(([path, value]) => [
      path,
      isSealedPath('candidate', path) ? { openedValue: value } : value,
    ]),
  )

function* stampsFrom(ms: number): Generator<string, never> {
  for (let step = 0; ; step += 1) yield clockToStamp({ ms: ms + step, counter: 0, device: author })
}

function uuidOf(seed: number): string {
  const hex = createHash('sha256').update(`record ${seed}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

function lengthOf(length: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(length)
  return bytes
}
