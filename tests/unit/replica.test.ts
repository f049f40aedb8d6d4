import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from '../../src/kit/canonicalJson.ts'
import { valueAt } from '../../src/log/apply.ts'
import { clockToStamp } from '../../src/log/clock.ts'
import type { Operation } from '../../src/log/operation.ts'
import type { Change } from '../../src/model/record.ts'
import { readConflicts } from '../../src/store/conflicts.ts'
import { createReplica } from '../../src/store/replica.ts'
import { db, type Row, useDatabase, VivierDatabase } from '../../src/store/tables.ts'
import { forgetVault } from '../../src/store/vault.ts'
import { openAt, write } from '../../src/store/write.ts'
import type { Aside, IncomingBatch, SnapshotStore, SyncStore } from '../../src/sync/ports.ts'
import { createMemoryStore, type LocalChange } from '../sync/memoryStore.ts'
import { storeContract } from '../sync/storeContract.ts'

let count = 0
const open = async () => {
  count += 1
  useDatabase(new VivierDatabase(`replica-${count}`))
  forgetVault()
  const store: SyncStore & SnapshotStore = createReplica<Aside>()
  return {
    store,
    write: async (changes: LocalChange[]) => {
      const asked = changes.map(({ value, ...change }) => ({
        ...change,
        ...(change.type === 'create' ? { fields: value ?? {} } : { value }),
      }))
      const done = await write(asked as unknown as Change[], { action: 'edited' })
      if (!done.ok) throw new Error(JSON.stringify(done.error))
    },
    record: async (id: string) => {
      const row = await db().records.get(id)
      if (!row) return null
      const fields: Record<string, unknown> = {}
      for (const [path, value] of Object.entries(row.fields)) fields[path] = await openAt(row.kind, id, path, value)
      return { ...row, fields }
    },
    losers: async (id: string, path: string) =>
      (await readConflicts(id)).filter((each) => each.path === path).map(({ other }) => other.value),
  }
}

/** Batches of two devices, stamps tying on purpose; sealed fields among them. */
const history = fc.array(
  fc.record({
    from: fc.constantFrom('b', 'c'),
    knows: fc.boolean(),
    writes: fc.array(
      fc.record({
        n: fc.integer({ min: 1, max: 3 }),
        type: fc.constantFrom<Operation['type']>('set', 'set', 'set', 'create', 'remove', 'bin', 'restore', 'erase'),
        path: fc.constantFrom('city', 'email', 'tags/x', 'tags/y', 'tags', 'links'),
        value: fc.constantFrom<unknown>('x', 'y', { x: 1 }, ['https://example.org/a'], ''),
        ms: fc.integer({ min: 1, max: 30 }),
        seen: fc.integer({ min: 1, max: 30 }),
      }),
      { minLength: 1, maxLength: 5 },
    ),
  }),
  { minLength: 1, maxLength: 6 },
)
type History = typeof history extends fc.Arbitrary<infer H> ? H : never

function toBatches(steps: History): IncomingBatch[] {
  const stampOf = (ms: number, author: string) => clockToStamp({ ms, counter: 0, device: author.repeat(16) })
  const counts: Record<string, number> = {}
  return steps.map(({ from, knows, writes }) => {
    const dseq = (counts[from] = (counts[from] ?? 0) + 1)
    const other = from === 'b' ? 'c' : 'b'
    return {
      batch: { device: from.repeat(16), dseq, hash: `${from}${dseq}`, bytes: new Uint8Array([dseq]) },
      vector: { stamps: knows ? { [other.repeat(16)]: stampOf(dseq * 7, other) } : {}, dseqs: {} },
      operations: writes.map(({ n, type, path, value, ms, seen }): Operation => {
        const stamp = stampOf(ms, from)
        return {
          type,
          kind: 'candidate',
          id: `0190a1b2-0000-7000-8000-00000000000${n}`,
          path: type === 'set' || type === 'remove' ? path : '',
          ...(type === 'set' ? { value } : type === 'create' ? { value: { city: value, tags: { x: value } } } : {}),
          ...(type === 'set' ? { about: { [path]: { by: 'person', person: from } } } : {}),
          stamp,
          ...(type === 'remove' ? { observed: stampOf(Math.min(seen, ms), other) } : {}),
          transaction: stamp,
          at: ms,
          by: from,
          action: 'edited',
        }
      }),
    }
  })
}

describe('the store of the app', () => {
  storeContract(open)

  test('2.1 holds after any history what the store in memory holds, conflicts too', async () => {
    await fc.assert(
      fc.asyncProperty(history, async (steps) => {
        const { store, record, losers } = await open()
        let seed = 0
        const memory = createMemoryStore({ now: () => 1, random: (bytes) => bytes.fill((seed += 1)) })
        for (const batch of toBatches(steps)) {
          await store.apply([batch], {})
          await memory.apply([batch], {})
        }
        for (const n of [1, 2, 3]) {
          const id = `0190a1b2-0000-7000-8000-00000000000${n}`
          const here = await record(id)
          const there = memory.record(id)
          const { fields, about, binnedAt, createdAt, updatedAt, stamps } = here ?? ({} as Partial<Row>)
          if (!there) expect(here).toBeNull()
          else expect({ id, kind: 'candidate', fields, about, createdAt, updatedAt, stamps, binnedAt }).toEqual(there)
          for (const path of ['city', 'email', 'tags/x', 'tags/y', 'tags', 'links']) {
            const stands = there && valueAt(there, path)
            const known = (memory.conflicts(id).get(path) ?? []).map(({ value }) => value)
            const asRead = (values: unknown[]) => values.map((value) => canonicalJson(value)).sort()
            expect(asRead(await losers(id, path))).toEqual(
              asRead(known.filter((value) => canonicalJson(value) !== canonicalJson(stands))),
            )
          }
        }
      }),
      { numRuns: 15 },
    )
  })
})
