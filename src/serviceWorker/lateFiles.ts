const folder = '/models/'
const lateName = /^embedding-large-[0-9a-f]{8}\.bin$/

/** Whether an address is a file that is not kept at the first visit but when it is first asked for. */
export const isLateFile = (path: string): boolean => path.startsWith(folder) && lateName.test(path.slice(folder.length))

type LateCache = Pick<Cache, 'match' | 'put' | 'keys' | 'delete'>

/**
 * The kept file, or the fetched one, which is then kept in place of all earlier versions. A file that cannot be kept
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
      for (const other of await cache.keys()) if (other.url !== request.url) await cache.delete(other)
    } catch {
      // no room: the next start fetches it again
    }
  }
  return response
}
