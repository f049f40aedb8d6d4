import { describe, expect, test } from 'vitest'
import { createMemoryStore } from '../sync/memoryStore.ts'
import { storeContract } from '../sync/storeContract.ts'

let seed = 0
const random = (bytes: Uint8Array<ArrayBuffer>) => bytes.fill((seed += 1))

describe('the store in memory', () => {
  storeContract(async () => {
    const store = createMemoryStore({ now: Date.now, random })
    return {
      store,
      write: async (changes) => {
        store.write(changes)
      },
      record: async (id) => store.record(id),
      losers: async (id, path) => (store.conflicts(id).get(path) ?? []).map(({ value }) => value),
    }
  })

  test('a crash before a transaction leaves nothing of it, after it all of it', () => {
    let crashAt = 'before'
    const store = createMemoryStore({
      now: () => 1,
      random,
      fault: (_, when) => {
        if (when === crashAt) throw new Error('crash')
        return undefined
      },
    })
    const create = { type: 'create', kind: 'candidate', id: 'x', value: { city: 'Bron' } } as const
    expect(() => store.write([create])).toThrow('crash')
    expect(store.record('x')).toBeNull()
    crashAt = 'after'
    expect(() => store.write([create])).toThrow('crash')
    expect(store.record('x')).not.toBeNull()
  })

  test('a copy goes its own way', () => {
    const store = createMemoryStore({ now: () => 1, random })
    store.write([{ type: 'create', kind: 'candidate', id: 'x', value: { city: 'Bron' } }])
    const copy = store.copy()
    copy.write([{ type: 'set', kind: 'candidate', id: 'x', path: 'city', value: 'Lyon' }])
    expect(store.record('x')!.fields).toEqual({ city: 'Bron' })
    expect(copy.record('x')!.fields).toEqual({ city: 'Lyon' })
    expect(store.journal()).toHaveLength(1)
  })
})
