import { expose } from 'comlink'
import type { TaxonomyApi } from './protocol.ts'
import { readTaxonomy } from './readTaxonomy.ts'
import { unpackLists } from './unpackLists.ts'

const api: TaxonomyApi = {
  read: (file, onProgress) => readTaxonomy(file.name, textOf(file, onProgress)),
  unpack: async (archive) => unpackLists(new Uint8Array(await archive.arrayBuffer())),
}

/** Lists of ROME also come in the Latin alphabet of old: what is no UTF-8 is taken for that. */
async function encodingOf(file: File): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for (let start = 0; start < file.size; start += pieceBytes)
      decoder.decode(await file.slice(start, start + pieceBytes).arrayBuffer(), { stream: true })
    decoder.decode()
    return 'utf-8'
  } catch {
    // A byte that cannot stand where it stands.
    return 'iso-8859-15'
  }
}

const pieceBytes = 1_000_000

/** The file's text piece by piece. */
async function* textOf(file: File, onProgress: (share: number) => void): AsyncGenerator<string> {
  const decoder = new TextDecoder(await encodingOf(file))
  const reader = file.stream().getReader()
  let read = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    read += value.byteLength
    yield decoder.decode(value, { stream: true })
    onProgress(file.size === 0 ? 1 : read / file.size)
  }
  yield decoder.decode()
}

expose(api)
