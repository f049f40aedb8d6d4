import { wrap, type Remote } from 'comlink'
import type { DuplicatesApi } from './protocol.ts'

interface Running {
  remote: Remote<DuplicatesApi>
  /** Rejects when the worker dies, so that no call waits for ever. */
  died: Promise<never>
}

let running: Running | null = null

/** The one worker of this tab; it lives as long as the tab, since it holds the people. */
function start(): Running {
  // oxlint-disable-next-line eslint/no-restricted-globals -- held for the tab's whole life, which a lane of short jobs is not for
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'duplicates' })
  const died = new Promise<never>((_, reject) => {
    const end = () => {
      running = null
      worker.terminate()
      reject(new Error('The duplicates worker stopped.'))
    }
    worker.addEventListener('error', end)
    worker.addEventListener('messageerror', end)
  })
  // A death while nobody waits is told to the next caller by an empty worker.
  died.catch(() => undefined)
  return { remote: wrap<DuplicatesApi>(worker), died }
}

async function ask<T>(call: (remote: Remote<DuplicatesApi>) => Promise<T>): Promise<T> {
  const { remote, died } = (running ??= start())
  return Promise.race([call(remote), died])
}

/** The duplicates worker, started at the first call. After it died it starts again empty: people must be given anew. */
export const duplicatesFinder: DuplicatesApi = {
  upsert: (people) => ask((remote) => remote.upsert(people)),
  remove: (ids) => ask((remote) => remote.remove(ids)),
  setApart: (pairs) => ask((remote) => remote.setApart(pairs)),
  find: (person, options) => ask((remote) => remote.find(person, options)),
  compare: (a, b) => ask((remote) => remote.compare(a, b)),
  pairs: (limit) => ask((remote) => remote.pairs(limit)),
}
