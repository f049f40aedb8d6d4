/** A worker of `extracting.ts`: reads the files it is handed, answers whether each was understood, ends on null. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parentPort } from 'node:worker_threads'
import { createNodeEnvironment } from '../../workers/extraction/node/nodeEnvironment.ts'
import { defaultLimits } from '../../workers/extraction/protocol.ts'
import { readDocument } from '../../workers/extraction/readDocument.ts'

const environment = createNodeEnvironment()
parentPort!.on('message', async (file: string | null) => {
  if (file === null) {
    await environment.close()
    parentPort!.postMessage(true)
    parentPort!.close()
    return
  }
  const bytes = new Uint8Array(readFileSync(file))
  const read = await readDocument(environment, { fileName: path.basename(file), bytes }, defaultLimits)
  parentPort!.postMessage(read.ok)
})
