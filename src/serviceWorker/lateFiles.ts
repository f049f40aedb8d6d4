/** The large embedding model; the program of the optional model. Their names carry their versions. */
const lateNames = [
  /^\/models\/embedding-large-[0-9a-f]{8}\.bin$/,
  /^\/assets\/tierWorker-[\w-]+\.js$/,
  /^\/vendor\/onnx-[\w.-]+\/[\w.-]+\.mjs$/,
  /^\/vendor\/onnx-[\w.-]+\/[\w.-]+\.wasm$/,
]
const kindOf = (path: string): number => lateNames.findIndex((name) => name.test(path))

/** Whether an address is a file that is not kept at the first visit but when it is first asked for. */
export const isLateFile = (path: string): boolean => kindOf(path) >= 0

type LateCache = Pick<Cache, 'match' | 'put' | 'keys' | 'delete'>

/**
 * The kept file, or the fetched one, which is then kept in place of its earlier versions. A file that cannot be kept
 * (disk full) is answered all the same; a failed answer is never kept.
 */
export async function answerLate(
  request: Request,
  cache: LateCache,
  fetchFile: (request: Request) => Promise<Response>,
): Promise<Response> {
  const kept = await cache.match(request.url)
  if (kept !== undefined) return kept
  const response = await fetchFile(request)
  if (response.ok) {
    try {
      await cache.put(request.url, response.clone())
      const kind = kindOf(new URL(request.url).pathname)
      for (const other of await cache.keys()) {
        if (other.url !== request.url && kindOf(new URL(other.url).pathname) === kind) await cache.delete(other)
      }
    } catch {
      // no room: the next start fetches it again
    }
  }
  return response
}
