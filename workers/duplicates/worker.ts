import { expose } from 'comlink'
import { createPool } from './pool.ts'
import type { DuplicatesApi } from './protocol.ts'

/** The base is gone through this long at a time, so that a question never waits longer. */
const sliceMs = 12

const pool = createPool()
let looking = false

/** Goes on through the base between the calls. */
function goOn(): void {
  if (looking) return
  looking = true
  const slice = () => {
    if (pool.look(performance.now() + sliceMs, () => performance.now())) setTimeout(slice, 0)
    else looking = false
  }
  setTimeout(slice, 0)
}

const api: DuplicatesApi = {
  async upsert(people) {
    const size = pool.upsert(people)
    return size
  },
  remove: async (ids) => pool.remove(ids),
  setApart: async (pairs) => pool.setApart(pairs),
  find: async (person, options) => pool.find(person, options),
  compare: async (a, b) => pool.compare(a, b),
  async pairs(limit) {
    goOn()
    return pool.pairs(limit)
  },
}

expose(api)
