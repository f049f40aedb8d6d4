import { concatBytes } from '../kit/bytes.ts'
import { err, ok } from '../kit/result.ts'
import { decodeContent, encodeContent } from '../log/codec.ts'
import type { Operation } from '../log/operation.ts'
import { readToHandOver, takeHandOver } from '../store/handOver.ts'
import { listSpaces } from '../store/keys.ts'
import { openWithCode, sealToCode } from './crypto/handOver.ts'
import { textToBytes } from './crypto/webCrypto.ts'
import type { Done } from './face.ts'

/*
 * What is inside the seal of a hand-over, part after part: `kind 1 | length 4 | body`.
 *   0  the workspace it comes from, 32 hex digits, or nothing
 *   1  operations (log/codec.ts)
 *   2  a file: `id 36 | bytes`
 */
const parts = { space: 0, operations: 1, file: 2 } as const
const operationsAtOnce = 2000
const idLetters = 36

/** Chosen records as bytes that open with a code or passphrase; `withFiles` false leaves out CVs and photos. */
export async function exportRecords(
  ids: readonly string[],
  { passphrase, withFiles = true }: { passphrase: string; withFiles?: boolean },
): Done<Uint8Array<ArrayBuffer>> {
  const { operations, files } = await readToHandOver(ids, withFiles)
  const written: Uint8Array[] = [part(parts.space, textToBytes((await listSpaces())[0] ?? ''))]
  for (let at = 0; at < operations.length; at += operationsAtOnce) {
    const vector = { stamps: {}, dseqs: {} }
    const content = encodeContent({ operations: operations.slice(at, at + operationsAtOnce), vector })
    written.push(part(parts.operations, content))
  }
  for (const { id, bytes } of files) written.push(part(parts.file, concatBytes(textToBytes(id), bytes)))
  return ok(await sealToCode(concatBytes(...written), passphrase))
}

/** Takes in what `exportRecords` gave on another device. Gives how many candidates and offers came. */
export async function importRecords(
  bytes: Uint8Array,
  { passphrase }: { passphrase: string },
): Done<{ records: number }> {
  const opened = await openWithCode(bytes, passphrase)
  if (!opened.ok) return opened.error.type === 'NotForThisDevice' ? err({ type: 'NotOurs' }) : err(opened.error)
  const operations: Operation[] = []
  const files: { id: string; bytes: Uint8Array }[] = []
  let space = ''
  for (let at = 0; at < opened.value.length;) {
    const view = new DataView(opened.value.buffer, at)
    if (opened.value.length < at + 5 || opened.value.length < at + 5 + view.getUint32(1))
      return err({ type: 'Damaged' })
    const end = at + 5 + view.getUint32(1)
    const body = opened.value.subarray(at + 5, end)
    if (view.getUint8(0) === parts.space) space = asciiOf(body)
    else if (view.getUint8(0) === parts.operations) {
      const content = decodeContent(body)
      if (!content.ok) return err({ type: 'Damaged' })
      operations.push(...content.value.operations)
    } else if (view.getUint8(0) === parts.file)
      files.push({ id: asciiOf(body.subarray(0, idLetters)), bytes: body.subarray(idLetters) })
    at = end
  }
  const [own = ''] = await listSpaces()
  const taken = await takeHandOver({ operations, files }, own === '' || space !== own)
  if (!taken.ok) return taken
  const records = new Set(operations.filter(({ kind }) => kind === 'candidate' || kind === 'offer').map(({ id }) => id))
  return ok({ records: records.size })
}

const asciiOf = (bytes: Uint8Array): string => String.fromCharCode(...bytes)

function part(kind: number, body: Uint8Array): Uint8Array {
  const head = new Uint8Array(5)
  const view = new DataView(head.buffer)
  view.setUint8(0, kind)
  view.setUint32(1, body.length)
  return concatBytes(head, body)
}
