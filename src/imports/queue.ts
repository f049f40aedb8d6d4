import { err, ok, type Result } from '../kit/result.ts'
import type { ImportItem } from '../model/importItem.ts'
import type { ReadFailure } from '../model/reading.ts'
import { addImports, changeImports, newId, putBlob, type StoredImport } from './records.ts'

/** Files above this are not copied into the queue: reading them would exhaust a phone. */
const keptBytesLimit = 200 * 2 ** 20
/** Items written at once: the list fills while the rest is still being copied. */
const chunk = 8

/** What became of a drop: how many files wait in the queue, and those that could not even be kept. */
export interface Enqueued {
  batchId: string
  kept: number
  lost: { fileName: string; failure: ReadFailure }[]
}

/**
 * Copies files into the persisted queue, sealed; reading begins by itself. A file that vanished, is too large or does
 * not fit on the disk is reported with its reason, and the others go on.
 */
export async function importCv(files: readonly File[], options: { demo?: boolean } = {}): Promise<Enqueued> {
  const batchId = newId()
  const lost: Enqueued['lost'] = []
  let kept = 0
  let pending: { id: string; fields: Partial<ImportItem> }[] = []
  const flush = async () => {
    if (pending.length === 0) return
    const items = pending
    pending = []
    const done = await addImports(items)
    if (done.ok) kept += items.length
    else
      lost.push(
        ...items.map(({ fields }) => ({ fileName: fields.fileName ?? '', failure: { type: 'DiskFull' } as const })),
      )
  }
  for (const [order, file] of files.entries()) {
    const fields: Partial<ImportItem> = {
      batchId,
      fileName: file.name,
      sizeBytes: file.size,
      order,
      ...(options.demo ? { demo: true } : {}),
    }
    const copied = await copy(file)
    if (copied.ok) pending.push({ id: newId(), fields: { ...fields, blobId: copied.value, state: 'waiting' } })
    else if (copied.error.type === 'DiskFull') lost.push({ fileName: file.name, failure: copied.error })
    else
      pending.push({
        id: newId(),
        fields: { ...fields, state: 'unreadable', failure: copied.error, finishedAt: Date.now() },
      })
    if (pending.length >= chunk) await flush()
  }
  await flush()
  return { batchId, kept, lost }
}

async function copy(file: File): Promise<Result<string, ReadFailure>> {
  if (file.size > keptBytesLimit) return err({ type: 'TooLarge', sizeBytes: file.size, limitBytes: keptBytesLimit })
  let bytes: Uint8Array
  try {
    bytes = new Uint8Array(await file.arrayBuffer())
  } catch {
    // The file was moved, deleted or its disk unplugged between the drop and the reading.
    return err({ type: 'Vanished' })
  }
  const put = await putBlob(bytes)
  return put.ok ? ok(put.value) : err({ type: 'DiskFull' })
}

const isQueued = ({ fields }: StoredImport) => fields.state === 'waiting' || fields.state === 'paused'

/** Holds back every file that waits; the one being read goes on. */
export const pauseImports = (items: readonly StoredImport[]) =>
  changeImports(
    items.filter(({ fields }) => fields.state === 'waiting').map(({ id }) => ({ id, fields: { state: 'paused' } })),
    'import.paused',
  )

/** Lets the files that were held back go on. */
export const resumeImports = (items: readonly StoredImport[]) =>
  changeImports(
    items.filter(({ fields }) => fields.state === 'paused').map(({ id }) => ({ id, fields: { state: 'waiting' } })),
    'import.resumed',
  )

/** Stops the given files, read or not; what they already gave stays. */
export const cancelImports = (items: readonly StoredImport[], now: number) =>
  changeImports(
    items
      .filter((item) => isQueued(item) || item.fields.state === 'reading')
      .map(({ id }) => ({ id, fields: { state: 'cancelled', finishedAt: now } })),
    'import.cancelled',
  )

/** Puts files back in the queue as if they had just come. */
export const retryImports = (items: readonly StoredImport[]) =>
  changeImports(
    items
      .filter(({ fields }) => fields.blobId !== '')
      .map(({ id }) => ({ id, fields: { state: 'waiting', attempts: 0, failure: null, finishedAt: null } })),
    'import.retried',
  )
