import { err, ok, type Result } from '../../../src/kit/result.ts'
import { manifestName, type ModelManifest, type PackageFailure, readManifest } from './modelPackage.ts'
import type { ReadPiece } from './modelStore.ts'

/** Where an operator lays a model down: beside the app's own models, on the app's own origin or its relay. */
export const operatorFolder = '/models/optional/'

/** The operator's model; null when none is offered. */
export async function findOffered(
  origin: string,
  fetchFile: typeof fetch = fetch,
): Promise<Result<ModelManifest | null, PackageFailure | { type: 'Unreachable' }>> {
  try {
    const response = await fetchFile(`${origin}${operatorFolder}${manifestName}`, { cache: 'no-cache' })
    if (response.status === 404) return ok(null)
    // A server that answers a page for what it does not have offers none either.
    if (!(response.headers.get('Content-Type') ?? '').includes('json')) return ok(null)
    return response.ok ? readManifest(await response.json()) : err({ type: 'Unreachable' })
  } catch {
    return err({ type: 'Unreachable' })
  }
}

/** Reads pieces by ranges; a server that knows no ranges is asked for each file once. */
export function readFromOrigin(origin: string, fetchFile: typeof fetch = fetch): ReadPiece {
  let whole: { path: string; blob: Blob } | null = null
  return async (path, start, end) => {
    if (whole?.path === path) return whole.blob.slice(start, end)
    whole = null
    const response = await fetchFile(`${origin}${operatorFolder}${path}`, {
      headers: { Range: `bytes=${start}-${end - 1}` },
      cache: 'no-store',
    })
    if (response.status === 206) return response.blob()
    if (!response.ok) throw new Error(`The model's server answered ${response.status}.`)
    whole = { path, blob: await response.blob() }
    return whole.blob.slice(start, end)
  }
}
