import { lateCacheName } from '../../../src/kit/assets.ts'
import { err, ok, type Result } from '../../../src/kit/result.ts'
import { manifestName, type ModelManifest, type PackageFailure, readManifest } from './modelPackage.ts'
import type { ReadPiece } from './modelStore.ts'

/** Where an operator lays a model down: beside the app's own models, on the app's own origin or its relay. */
export const operatorFolder = '/models/optional/'

/**
 * The operator's model; null when none is offered. One whose files lie at a hub is offered only where the operator's
 * content policy lets this worker reach that hub.
 */
export async function findOffered(
  origin: string,
  fetchFile: typeof fetch = fetch,
  isReachable: (address: string) => Promise<boolean> = mayReach,
): Promise<Result<ModelManifest | null, PackageFailure | { type: 'Unreachable' }>> {
  try {
    const response = await fetchFile(`${origin}${operatorFolder}${manifestName}`, { cache: 'no-cache' })
    if (response.status === 404) return ok(null)
    // A server that answers a page for what it does not have offers none either.
    if (!(response.headers.get('Content-Type') ?? '').includes('json')) return ok(null)
    if (!response.ok) return err({ type: 'Unreachable' })
    const read = readManifest(await response.json())
    return read.ok && read.value.source !== undefined && !(await isReachable(read.value.source)) ? ok(null) : read
  } catch {
    return err({ type: 'Unreachable' })
  }
}

/** Whether a content policy lets what came with it speak to an address; without a policy everything may be asked. */
export function allows(policy: string | null, address: string): boolean {
  const directive = (name: string) =>
    policy
      ?.split(';')
      .map((each) => each.trim().split(/\s+/))
      .find(([first]) => first === name)
  const sources = directive('connect-src') ?? directive('default-src')
  const { origin, protocol, hostname } = new URL(address)
  return !sources || sources.some((source) => [origin, protocol, '*', `${protocol}//${hostname}:*`].includes(source))
}

/** Whether this worker's own policy, which came with its script, lets it speak to an address. */
async function mayReach(address: string): Promise<boolean> {
  const policyOf = (response: Response) => response.headers.get('Content-Security-Policy')
  const script = self.location.href
  if (allows(policyOf(await fetch(script)), address)) return true
  // The script is kept with the policy of the day it came: an operator who has allowed more since reaches it here,
  // and its next start runs under the new one.
  await (await caches.open(lateCacheName)).delete(script)
  await fetch(script, { cache: 'reload' })
  return false
}

/**
 * Reads pieces of an offered model by ranges, from its hub or the operator's folder; a server that knows no ranges is
 * asked for each file once.
 */
export function readOffered(
  origin: string,
  { source = `${origin}${operatorFolder}` }: Pick<ModelManifest, 'source'>,
  fetchFile: typeof fetch = fetch,
): ReadPiece {
  let whole: { path: string; blob: Blob } | null = null
  return async (path, start, end) => {
    if (whole?.path === path) return whole.blob.slice(start, end)
    whole = null
    const response = await fetchFile(`${source}${path}`, {
      headers: { Range: `bytes=${start}-${end - 1}` },
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    })
    if (response.status === 206) return response.blob()
    if (!response.ok) throw new Error(`The model's server answered ${response.status}.`)
    whole = { path, blob: await response.blob() }
    return whole.blob.slice(start, end)
  }
}
