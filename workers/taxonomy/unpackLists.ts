import { unzipSync } from 'fflate'
import { err, ok, type Result } from '../../src/kit/result.ts'
import { isOfficialList, type TaxonomyFailure } from '../../src/model/taxonomy.ts'

/** All of ESCO in one language takes a tenth of it. */
const bytesMost = 300_000_000

const nameOf = (path: string): string => path.split('/').at(-1)!

/** The official lists that lie in a ZIP; whatever else it holds stays packed. */
export function unpackLists(archive: Uint8Array): Result<File[], TaxonomyFailure> {
  let bytes = 0
  try {
    const inside = unzipSync(archive, {
      filter: ({ name, originalSize }) => {
        if (!isOfficialList(nameOf(name))) return false
        bytes += originalSize
        return bytes <= bytesMost
      },
    })
    const files = Object.entries(inside).map(([path, content]) => new File([content as BlobPart], nameOf(path)))
    return files.length === 0 ? err({ type: 'NoList' }) : ok(files)
  } catch {
    // Cut short, or no ZIP at all.
    return err({ type: 'NoList' })
  }
}
