import { err, ok, type Result } from '../../../src/kit/result.ts'
import { type ModelManifest, modelBytes, readManifest, sha256Of, stampOf } from './modelPackage.ts'

/** Kept at a time: what a cut connection loses at most. */
const pieceBytes = 4_000_000

export type StoreCache = Pick<Cache, 'match' | 'put' | 'keys' | 'delete'>

export type InstallFailure = { type: 'Paused' } | { type: 'Unreachable' } | { type: 'Checksum' } | { type: 'NoRoom' }

/** Bytes `start` to `end` of one of a model's files; throws when they cannot be had. */
export type ReadPiece = (path: string, start: number, end: number) => Promise<Blob>

const folder = '/optional-model/'

/** A model's files in the browser's cache, in pieces, so that what was fetched is never fetched twice. */
export function createModelStore(cache: StoreCache, origin: string) {
  const address = (name: string) => `${origin}${folder}${name}`
  const pieceAddress = (path: string, sha256: string, start: number) =>
    address(`${path}?${sha256.slice(0, 16)}-${start}`)
  const pieces = (file: ModelManifest['files'][number]) => {
    const found: { start: number; end: number; key: string }[] = []
    for (let start = 0; start < file.bytes; start += pieceBytes)
      found.push({
        start,
        end: Math.min(file.bytes, start + pieceBytes),
        key: pieceAddress(file.path, file.sha256, start),
      })
    return found
  }
  async function* kept(file: ModelManifest['files'][number]): AsyncGenerator<Blob> {
    for (const { key } of pieces(file)) {
      const piece = await cache.match(key)
      if (piece) yield piece.blob()
    }
  }
  const clear = async (but: ReadonlySet<string> = new Set()) => {
    for (const { url } of await cache.keys()) if (!but.has(url)) await cache.delete(url)
  }

  return {
    /** The model whose files are here or on their way; null when there is none. */
    async manifest(): Promise<ModelManifest | null> {
      const found = await cache.match(address('manifest'))
      const read = found && readManifest(await found.json())
      return read?.ok ? read.value : null
    },
    /** Bytes of it that are here. */
    async bytesKept(manifest: ModelManifest): Promise<number> {
      const here = new Set((await cache.keys()).map(({ url }) => url))
      return manifest.files
        .flatMap(pieces)
        .reduce((sum, { start, end, key }) => sum + (here.has(key) ? end - start : 0), 0)
    },
    /**
     * Brings in what is missing of a model, replacing another one, and checks every file. What is here already stays
     * when it stops halfway; a file that is not what the manifest says is dropped.
     */
    async install(
      manifest: ModelManifest,
      readPiece: ReadPiece,
      onProgress: (bytes: number) => void,
      isPaused: () => boolean,
    ): Promise<Result<null, InstallFailure>> {
      const wanted = new Set([address('manifest'), ...manifest.files.flatMap(pieces).map(({ key }) => key)])
      await clear(wanted)
      try {
        await cache.put(address('manifest'), new Response(JSON.stringify(manifest)))
        let done = 0
        for (const file of manifest.files) {
          for (const { start, end, key } of pieces(file)) {
            if (!(await cache.match(key))) {
              if (isPaused()) return err({ type: 'Paused' })
              let piece: Blob
              try {
                piece = await readPiece(file.path, start, end)
              } catch {
                return err({ type: 'Unreachable' })
              }
              if (piece.size !== end - start) return err({ type: 'Checksum' })
              await cache.put(key, new Response(piece))
            }
            done += end - start
            onProgress(done)
          }
        }
      } catch {
        // The cache refused: the disk is full or the browser allows no more.
        return err({ type: 'NoRoom' })
      }
      for (const file of manifest.files) {
        if ((await sha256Of(kept(file))) === file.sha256) continue
        for (const { key } of pieces(file)) await cache.delete(key)
        return err({ type: 'Checksum' })
      }
      return ok(null)
    },
    /** One file whole, or null when the model has none of that path. */
    async read(manifest: ModelManifest, path: string): Promise<Blob | null> {
      const file = manifest.files.find((each) => each.path === path)
      if (!file) return null
      const parts: Blob[] = []
      for await (const part of kept(file)) parts.push(part)
      const whole = new Blob(parts)
      return whole.size === file.bytes ? whole : null
    },
    /** A small thing kept with the model, as its verdict; it goes when the model goes. */
    async note(manifest: ModelManifest, name: string): Promise<Response | null> {
      const found = await cache.match(address(name))
      return found?.headers.get('X-Stamp') === encodeURIComponent(stampOf(manifest)) ? found : null
    },
    async keepNote(manifest: ModelManifest, name: string, body: BodyInit): Promise<void> {
      await cache.put(
        address(name),
        new Response(body, { headers: { 'X-Stamp': encodeURIComponent(stampOf(manifest)) } }),
      )
    },
    /** Takes all of it from this device. */
    remove: () => clear(),
    bytes: modelBytes,
  }
}
export type ModelStore = ReturnType<typeof createModelStore>
