import { err, ok, type Result } from '../kit/result.ts'
import { db } from './tables.ts'
import { type WriteFailure, writeFailure } from './write.ts'

/*
 * What has come of a file that is still on its way, as it came: sealed by whoever sent it. It stands among the blobs
 * under a name that no record has, so that what nobody came back for goes with the orphans after a day.
 */

/** Where a file stands of which so many bytes are here. */
interface PartialFile {
  bytes: Uint8Array
  /** Of the whole file; 0 while nothing of it is here. */
  size: number
}

const prefixOf = (name: string) => `partial/${name}/`
const rowsOf = (name: string) =>
  db()
    .blobs.where('id')
    .between(prefixOf(name), `${prefixOf(name)}\uffff`)

/** What is here of a file, from its beginning on without a gap. */
export async function readPartial(name: string): Promise<PartialFile> {
  const rows = await rowsOf(name).toArray()
  const pieces: Uint8Array[] = []
  let at = 0
  let size = 0
  for (const { id, sealed } of rows) {
    const [whole, from] = id.slice(prefixOf(name).length).split('/').map(Number) as [number, number]
    if (from !== at || (size !== 0 && whole !== size)) break
    size = whole
    pieces.push(sealed)
    at += sealed.length
  }
  const bytes = new Uint8Array(at)
  let place = 0
  for (const piece of pieces) {
    bytes.set(piece, place)
    place += piece.length
  }
  return { bytes, size }
}

/** Keeps the piece of a file of `size` bytes that begins at `from`. */
export async function keepPiece(
  name: string,
  size: number,
  from: number,
  sealed: Uint8Array,
): Promise<Result<null, WriteFailure>> {
  const id = `${prefixOf(name)}${size}/${String(from).padStart(12, '0')}`
  try {
    await db().blobs.put({ id, sealed, createdAt: Date.now() })
    return ok(null)
  } catch (cause) {
    return err(writeFailure(cause))
  }
}

/** Forgets what came: the file is whole, or what came fits nothing. */
export async function dropPartial(name: string): Promise<void> {
  await rowsOf(name).delete()
}
