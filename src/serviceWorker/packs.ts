/** An entry of the build's list: revision is null when the name itself carries a hash. */
export type BuiltFile = { url: string; revision: string | null }

/** What the big files are: readers' data, the embedding model, the demonstration. The rest is the shell. */
const packFolders = ['vendor/', 'models/', 'demo/']

/** Parts the build's list: the shell, without which nothing starts, and the packs that follow it. */
export function splitBuild(files: readonly BuiltFile[]): { shell: BuiltFile[]; packs: BuiltFile[] } {
  const isPack = ({ url }: BuiltFile) => packFolders.some((folder) => url.replace(/^\//, '').startsWith(folder))
  return { shell: files.filter((file) => !isPack(file)), packs: files.filter(isPack) }
}

export type WasmFeatures = { simd: boolean; relaxedSimd: boolean }

/** Of the three recognition cores (4 MB each) a device only ever loads the best it can run. */
export function packsForDevice(packs: readonly BuiltFile[], { simd, relaxedSimd }: WasmFeatures): BuiltFile[] {
  const core = relaxedSimd ? '-relaxedsimd-lstm.' : simd ? '-simd-lstm.' : 'tesseract-core-lstm.'
  return packs.filter(({ url }) => !url.includes('tesseract-core-') || !url.includes('.wasm.') || url.includes(core))
}

/** The address under which a version of a file lies in the cache. */
export const packKey = ({ url, revision }: BuiltFile, origin: string): string => {
  const address = new URL(url, origin)
  if (revision !== null) address.searchParams.set('revision', revision)
  return address.href
}

export type PackCache = Pick<Cache, 'match' | 'put' | 'keys' | 'delete'>

type FillOptions = {
  files: readonly BuiltFile[]
  origin: string
  cache: PackCache
  fetchFile: (url: string) => Promise<Response>
  onProgress: (done: number, total: number) => void
}

/** Few enough that a phone can still load a screen meanwhile. */
const atOnce = 4

/**
 * Puts the missing packs in the cache, then removes versions nobody asks for. Files already there are not
 * fetched again. Rejects at the first file that cannot be had; the next call goes on from there.
 */
export async function fillPacks({ files, origin, cache, fetchFile, onProgress }: FillOptions): Promise<void> {
  const present = new Set((await cache.keys()).map((request) => request.url))
  const missing = files.filter((file) => !present.has(packKey(file, origin)))
  let done = files.length - missing.length
  onProgress(done, files.length)

  const queue = [...missing]
  const work = async () => {
    for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
      const response = await fetchFile(new URL(file.url, origin).href)
      if (!response.ok) throw new Error(`pack ${response.status}`)
      await cache.put(packKey(file, origin), response)
      done += 1
      onProgress(done, files.length)
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, missing.length) }, work))

  const wanted = new Set(files.map((file) => packKey(file, origin)))
  for (const request of await cache.keys()) if (!wanted.has(request.url)) await cache.delete(request)
}
