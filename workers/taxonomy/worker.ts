import { expose } from 'comlink'
import type { TaxonomyApi } from './protocol.ts'
import { readTaxonomy } from './readTaxonomy.ts'

const api: TaxonomyApi = {
  read: (file, onProgress) => readTaxonomy(file.name, textOf(file, onProgress)),
}

/** The file's text piece by piece. A byte that is no UTF-8 becomes a mark of its own, never the end. */
async function* textOf(file: File, onProgress: (share: number) => void): AsyncGenerator<string> {
  const decoder = new TextDecoder()
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
