/** Reads the mutated files it is handed and says what came out, and which promises were broken. */
import { parentPort, workerData } from 'node:worker_threads'
import type { Environment } from '../../workers/extraction/environment.ts'
import { createNodeEnvironment } from '../../workers/extraction/node/nodeEnvironment.ts'
import { sniff } from '../../workers/extraction/formats/sniff.ts'
import { unpackContainer } from '../../workers/extraction/openContainer.ts'
import { defaultLimits, type FileToRead } from '../../workers/extraction/protocol.ts'
import { readDocument } from '../../workers/extraction/readDocument.ts'
import { failureTypes, readingSchema } from './readingSchema.ts'

/** What became of one file. */
export interface FuzzAnswer {
  outcome: string
  ms: number
  problems: string[]
}

const { recognise } = workerData as { recognise: boolean }
const node = createNodeEnvironment()
const limits = { ...defaultLimits, megapixels: 4 }
let isPdf = false
const environment: Environment = recognise
  ? node
  : {
      ...node,
      // Pictures are decoded all the same; only the drawing of PDF pages and recognition are left out.
      createCanvas: (width, height) => {
        if (isPdf) throw new Error('Nothing is drawn here.')
        return node.createCanvas(width, height)
      },
      recognise: () => Promise.resolve([]),
    }

/** Reads a file; of one that holds files, the first few of them. */
async function readOne(file: FileToRead, answer: FuzzAnswer, depth = 0): Promise<void> {
  const { bytes } = file
  const read = await readDocument(environment, file, limits)
  if (read.ok) {
    answer.outcome ||= 'read'
    const checked = readingSchema.safeParse(read.value)
    if (!checked.success) answer.problems.push(`schema: ${JSON.stringify(checked.error.issues[0])}`.slice(0, 300))
    const size = JSON.stringify(read.value).length
    if (size > 4e6 + 40 * bytes.length) answer.problems.push(`size: ${size} characters from ${bytes.length} bytes`)
  } else if (read.error.type === 'HoldsFiles') {
    if (depth > 3) return
    const inside: FileToRead[] = []
    const unpacked = await unpackContainer(file, limits, [], async (one) => {
      if (one.failure && !failureTypes.has(one.failure.type))
        answer.problems.push(`failure nobody words: ${one.failure.type}`)
      if (one.bytes && inside.length < 3) inside.push({ fileName: one.path, bytes: new Uint8Array(one.bytes) })
    })
    answer.outcome ||= unpacked.ok ? 'unpacked' : unpacked.error.type
    if (!unpacked.ok && !failureTypes.has(unpacked.error.type))
      answer.problems.push(`failure nobody words: ${unpacked.error.type}`)
    for (const one of inside) await readOne(one, answer, depth + 1)
  } else {
    answer.outcome ||= read.error.type
    if (!failureTypes.has(read.error.type)) answer.problems.push(`failure nobody words: ${read.error.type}`)
  }
}

parentPort!.on('message', async ({ name, bytes }: { name: string; bytes: Uint8Array<ArrayBuffer> }) => {
  const before = performance.now()
  isPdf = sniff(bytes) === 'pdf'
  const answer: FuzzAnswer = { outcome: '', ms: 0, problems: [] }
  try {
    await readOne({ fileName: name, bytes }, answer)
  } catch (error) {
    answer.outcome = 'thrown'
    answer.problems.push(
      `thrown: ${error instanceof Error ? error.stack?.split('\n').slice(0, 4).join(' ') : String(error)}`,
    )
  }
  if (Object.keys(Object.prototype).length > 0 || 'polluted' in {}) answer.problems.push('prototype polluted')
  answer.ms = performance.now() - before
  parentPort!.postMessage(answer)
})
parentPort!.postMessage('ready')
