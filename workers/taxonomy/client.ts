import * as Comlink from 'comlink'
import type { Result } from '../../src/kit/result.ts'
import type { Taxonomy, TaxonomyFailure } from '../../src/model/taxonomy.ts'
import { createLane, type LaneFailure } from '../lane.ts'
import type { TaxonomyApi } from './protocol.ts'

const lane = createLane<Worker, Comlink.Remote<TaxonomyApi>>({
  start: () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'taxonomy' }),
  connect: (worker) => {
    const api = Comlink.wrap<TaxonomyApi>(worker)
    return { api, release: () => api[Comlink.releaseProxy]() }
  },
})

/** Why a list was not read, or its reading stopped. */
export type ReadingFailure = TaxonomyFailure | LaneFailure

/** Reads an official list off the main thread; aborting ends it at once. */
export const readTaxonomyFile = (
  file: File,
  { signal, onProgress }: { signal: AbortSignal; onProgress: (share: number) => void },
): Promise<Result<Taxonomy, ReadingFailure>> =>
  lane.run<Taxonomy, TaxonomyFailure>({
    call: (api) => api.read(file, Comlink.proxy(onProgress)),
    timeoutMs: 0,
    signal,
  })

/** Takes the official lists out of a ZIP, off the main thread. */
export const unpackLists = (archive: File, signal: AbortSignal): Promise<Result<File[], ReadingFailure>> =>
  lane.run<File[], TaxonomyFailure>({ call: (api) => api.unpack(archive), timeoutMs: 0, signal })
