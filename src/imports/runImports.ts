import { doubtBelow } from '../kit/confidence.ts'
import { create } from 'zustand'
import { ok, type Result } from '../kit/result.ts'
import type { Candidate } from '../model/candidate.ts'
import { isWorthAsking } from '../model/duplicates.ts'
import type { ImportItem } from '../model/importItem.ts'
import type { DocumentReading, ReadFailure } from '../model/reading.ts'
import { readingToCandidate } from '../model/readingToCandidate.ts'
import type { CvDocument } from '../model/document.ts'
import { readCv, readersAtOnce, unpackFile } from '../../workers/extraction/client.ts'
import {
  defaultLimits,
  type ReadLimits,
  type ReadProgress,
  type UnpackedFile,
} from '../../workers/extraction/protocol.ts'
import {
  addTakenOut,
  changeImports,
  contentKeyOf,
  contentKeysOf,
  erasedBefore,
  findSameFile,
  followImports,
  newId,
  openImport,
  pathsTakenFrom,
  putBlob,
  putBlobAs,
  readBlob,
  saveReadCv,
  type StoredImport,
  type WriteFailure,
} from './records.ts'

/** One file more than there are workers to read them: while one is saved, no worker waits. */
const lanes = readersAtOnce + 1
/** A file during which the tab died this often is reported, not tried for ever. */
const attemptsAllowed = 3
const leaderLock = 'vivier-import'
const progressChannel = 'vivier-import-progress'

/**
 * Where each reading stands, by item; ephemeral, shown in every tab. `stalled` when the disk took no verdict: the queue
 * waits, whole, until a person made room.
 */
export const useImportProgress = create<{ byItem: Record<string, ReadProgress>; stalled: boolean }>(() => ({
  byItem: {},
  stalled: false,
}))

let wake = () => {}
/** Goes on after the disk was full. */
export function goOn(): void {
  useImportProgress.setState({ stalled: false })
  wake()
}

/** What the composition root lends the import: rooms do not reach into each other's verbs. */
export interface ImportHelp {
  /** Candidates who may be the same person, most alike first. */
  findLookalikes: (person: Partial<Candidate>, candidateId: string) => Promise<ImportItem['resembles']>
  /** Called after each file that was read, whatever its verdict. */
  onRead?: () => void
}
let help: ImportHelp = { findLookalikes: () => Promise.resolve([]) }

const aborts = new Map<string, AbortController>()
let channel: BroadcastChannel | null = null

/**
 * Works through the queue for as long as this tab lives. One tab leads: it holds the lock it asked for; when it closes,
 * the next one takes the queue over, and what was half read is read again from the start.
 */
export function startImporting(lent: ImportHelp): void {
  help = lent
  channel = new BroadcastChannel(progressChannel)
  channel.onmessage = (event: MessageEvent<{ id: string; progress: ReadProgress | null }>) =>
    showProgress(event.data.id, event.data.progress)
  void navigator.locks.request(leaderLock, lead)
}

function lead(): Promise<never> {
  const items = new Map<string, StoredImport>()
  const running = new Set<string>()
  const turn = () => {
    if (running.size >= lanes || useImportProgress.getState().stalled) return
    const next = [...items.values()]
      .filter(
        ({ id, fields }) =>
          (fields.state === 'waiting' || fields.state === 'reading') && !running.has(id) && !aborts.has(id),
      )
      .sort((a, b) => a.createdAt - b.createdAt || a.fields.order - b.fields.order)[0]
    if (!next) return
    running.add(next.id)
    void readQueued(next.id).finally(() => {
      // What this tab remembers of the item is stale now; the feed brings it back when it waits again. A full disk
      // may have kept the store from saying that it waits: then the item stays in hand.
      if (!useImportProgress.getState().stalled) items.delete(next.id)
      running.delete(next.id)
      turn()
    })
    turn()
  }
  wake = turn
  followImports((changed, removed) => {
    for (const item of changed) {
      items.set(item.id, item)
      // Held or stopped while it was being begun: it is let go, and read again when its turn comes.
      if (item.fields.state === 'cancelled' || item.fields.state === 'paused') aborts.get(item.id)?.abort()
    }
    for (const id of removed) {
      items.delete(id)
      aborts.get(id)?.abort()
    }
    turn()
  })
  // Never resolved: the lock is held until the tab goes.
  return new Promise<never>(() => {})
}

/** The store decides whether there is still something to read, not the memory of this tab. */
async function readQueued(id: string): Promise<void> {
  const item = await openImport(id)
  if (item && (item.fields.state === 'waiting' || item.fields.state === 'reading')) await readItem(item)
}

/** Reads one file now with a password, outside the queue; the password is not kept. */
export const unlockImport = (item: StoredImport, password: string): Promise<void> =>
  readItem({ ...item, fields: { ...item.fields, attempts: 0 } }, { password })

/** Reads one file now whatever its length and weight; for a person who said so. */
export const readWhole = (item: StoredImport): Promise<void> =>
  readItem(
    { ...item, fields: { ...item.fields, attempts: 0 } },
    { limits: { pages: 1000, timeMs: 900_000, sizeBytes: Infinity } },
  )

async function readItem(
  item: StoredImport,
  options: { password?: string; limits?: Partial<ReadLimits> } = {},
): Promise<void> {
  const { id, fields } = item
  if (fields.state === 'reading' && fields.attempts >= attemptsAllowed) {
    await close(id, { state: 'unreadable', failure: { type: 'Crashed' } })
    return
  }
  const abort = new AbortController()
  aborts.set(id, abort)
  try {
    const begun = await changeImports(
      [{ id, fields: { state: 'reading', attempts: fields.attempts + 1 } }],
      'import.begun',
    )
    if (!begun.ok) {
      stall(begun.error)
      return
    }
    const bytes = await readBlob(fields.blobId)
    if (!bytes.ok) {
      await close(id, { state: 'unreadable', failure: { type: 'Vanished' } })
      return
    }
    const contentKey = await contentKeyOf(bytes.value)
    const readable = bytes.value
    await oncePerContent(contentKey, async () => {
      const same = await findSameFile(contentKey)
      if (same) {
        await close(id, { state: 'same', contentKey, ...same })
        return
      }
      const sizeBytes = readable.byteLength
      const read = await readCv(
        { fileName: fields.fileName, bytes: readable, ...(options.password ? { password: options.password } : {}) },
        {
          signal: abort.signal,
          onProgress: (progress) => tell(id, progress),
          ...(options.limits ? { limits: { ...defaultLimits, ...options.limits } } : {}),
        },
      )
      if (abort.signal.aborted) return
      if (!read.ok && read.error.type === 'HoldsFiles') {
        await unpackItem(item, readable, contentKey, abort.signal)
        return
      }
      const verdict: Result<Partial<ImportItem>, ReadFailure> = read.ok
        ? await inTurn(() => save(item, sizeBytes, contentKey, read.value))
        : read
      if (verdict.ok) return
      if (verdict.error.type === 'DiskFull') await waitForRoom(item)
      else await close(id, { state: 'unreadable', contentKey, failure: verdict.error })
    })
  } finally {
    aborts.delete(id)
    tell(id, null)
    help.onRead?.()
  }
}

async function close(id: string, fields: Partial<ImportItem>): Promise<void> {
  const closed = await changeImports([{ id, fields: { ...fields, finishedAt: Date.now() } }], 'import.read')
  if (!closed.ok) stall(closed.error)
}

/** The disk took what was read of no file: this one keeps its place, and the queue waits until a person made room. */
async function waitForRoom({ id, fields }: StoredImport): Promise<void> {
  useImportProgress.setState({ stalled: true })
  // Where even this cannot be written, the item stays 'reading', which is begun again all the same.
  await changeImports([{ id, fields: { state: 'waiting', attempts: fields.attempts } }], 'import.paused')
}

/** An item taken off the list meanwhile is no reason to stop; a full disk is. */
function stall(failure: WriteFailure): void {
  if (failure.type !== 'RecordMissing') useImportProgress.setState({ stalled: true })
}

/** A ZIP dropped, a ZIP in it, and mails in that; whatever is deeper is no folder of CVs. */
const deepest = 2

/**
 * Makes an item of each file in a ZIP or a mail. What was taken out before a closed tab is not taken out again: the
 * store knows the paths.
 */
async function unpackItem(
  item: StoredImport,
  bytes: Uint8Array<ArrayBuffer>,
  contentKey: string,
  signal: AbortSignal,
): Promise<void> {
  const { id, fields } = item
  if (fields.depth > deepest) {
    await close(id, { state: 'unreadable', contentKey, failure: { type: 'TooNested' } })
    return
  }
  const taken = new Set(await pathsTakenFrom(id))
  let failure: WriteFailure | null = null
  const unpacked = await unpackFile(
    { fileName: fields.fileName, bytes },
    () => [...taken],
    async (file) => {
      // After a full disk the rest is not even tried.
      if (failure || signal.aborted || taken.has(file.path)) return
      const kept = await keepTakenOut(item, file)
      if (kept.ok) taken.add(file.path)
      else failure = kept.error
    },
    { signal },
  )
  if (signal.aborted) return
  if (failure) await waitForRoom(item)
  else if (!unpacked.ok) await close(id, { state: 'unreadable', contentKey, failure: unpacked.error })
  else await close(id, { state: 'unpacked', contentKey, failure: null, fileCount: unpacked.value.fileCount })
}

async function keepTakenOut({ id, fields }: StoredImport, file: UnpackedFile): Promise<Result<null, WriteFailure>> {
  const folders = file.path.split('/')
  const fileName = folders.pop() ?? file.path
  const blob = file.bytes ? await putBlob(file.bytes) : null
  if (blob && !blob.ok) return blob
  const cover = file.cover && file.cover.length > 0 ? await putBlob(file.cover) : null
  if (cover && !cover.ok) return cover
  const added = await addTakenOut(id, {
    id: newId(),
    fields: {
      batchId: fields.batchId,
      fileName,
      sizeBytes: file.sizeBytes,
      order: file.order,
      containerId: id,
      pathInside: file.path,
      cameIn: [fields.cameIn, fields.fileName, ...folders].filter((part) => part !== '').join('/'),
      depth: fields.depth + 1,
      ...(fields.demo ? { demo: true } : {}),
      ...(blob ? { blobId: blob.value } : {}),
      ...(cover ? { coverBlobId: cover.value } : fields.coverBlobId ? { coverBlobId: fields.coverBlobId } : {}),
      ...(file.failure ? { state: 'unreadable', failure: file.failure, finishedAt: Date.now() } : { state: 'waiting' }),
    },
  })
  return added.ok ? { ok: true, value: null } : added
}

async function save(
  item: StoredImport,
  sizeBytes: number,
  contentKey: string,
  reading: DocumentReading,
): Promise<Result<Partial<ImportItem>, ReadFailure>> {
  const full = { ok: false, error: { type: 'DiskFull' } } as const
  const documentId = newId()
  const candidateId = newId()
  const { fields, about } = readingToCandidate(reading, documentId, newId)
  // Under the item's own id: a reading begun again after a crash takes the place of the one it left behind.
  const kept = await putBlobAs(item.id, new TextEncoder().encode(JSON.stringify(reading)))
  if (!kept.ok) return full
  const resembles = (await help.findLookalikes(fields, candidateId)).map(
    ({ candidateId: id, reasons, likeness, class: alike }) => ({ candidateId: id, reasons, likeness, class: alike }),
  )
  const file = await readBlob(item.fields.blobId)
  const contentKeys = file.ok ? await contentKeysOf(file.value) : [contentKey]
  const erased = await erasedBefore({ ...fields, contentKeys })
  const confidences = Object.values(about).filter(({ by }) => by === 'reader')
  const verdict: Partial<ImportItem> = {
    state: resembles.some(isWorthAsking) ? 'duplicate' : 'created',
    contentKey,
    candidateId,
    documentId,
    pageCount: reading.pageCount,
    recognised: reading.pages.some(({ by }) => by === 'recognition'),
    fieldCount: confidences.length,
    doubtCount: confidences.filter(({ confidence }) => (confidence ?? 1) < doubtBelow).length,
    hasHiddenText: (reading.apart ?? reading.hiddenPassages).length > 0,
    resembles,
    erasedAt: erased?.at ?? null,
    failure: null,
    finishedAt: Date.now(),
  }
  const saved = await saveReadCv({
    item: { id: item.id, fields: verdict },
    document: {
      id: documentId,
      fields: {
        fileName: item.fields.fileName,
        format: reading.format,
        sizeBytes,
        pageCount: reading.pageCount,
        contentKey,
        blobId: item.fields.blobId,
        readingBlobId: item.id,
        engine: reading.engine,
        recognised: verdict.recognised ?? false,
        candidateId,
        hiddenPassages: reading.hiddenPassages,
        apart: reading.apart ?? [],
        role: 'cv',
      },
    },
    candidate: { id: candidateId, fields: { ...fields, documentId, origin: 'import' }, about },
    cover: await coverOf(item, candidateId),
    demo: item.fields.demo,
  })
  return saved.ok ? ok(verdict) : full
}

/** The words of the mail that brought a CV, as a document beside it; each candidate has a copy of their own. */
async function coverOf(
  item: StoredImport,
  candidateId: string,
): Promise<{ id: string; fields: Partial<CvDocument> } | null> {
  if (item.fields.coverBlobId === '') return null
  const words = await readBlob(item.fields.coverBlobId)
  const kept = words.ok ? await putBlob(words.value) : null
  // The CV matters more than what was written around it: without room for both, it goes alone.
  if (!words.ok || !kept?.ok) return null
  const mail = item.fields.cameIn.split('/').findLast((part) => /\.(?:eml|msg)$/i.test(part)) ?? item.fields.cameIn
  return {
    id: newId(),
    fields: {
      fileName: `${mail.replace(/\.(?:eml|msg)$/i, '')}.txt`,
      format: 'txt',
      sizeBytes: words.value.byteLength,
      pageCount: 1,
      contentKey: '',
      blobId: kept.value,
      candidateId,
      role: 'other',
    },
  }
}

/** Two CVs of one person read at the same time must see each other: saving happens one after the other. */
let last: Promise<unknown> = Promise.resolve()
function inTurn<T>(task: () => Promise<T>): Promise<T> {
  const mine = last.then(task, task)
  last = mine.catch(() => undefined)
  return mine
}

/** The same file dropped twice is read once: the second waits for the first's verdict. */
const contentsBeingRead = new Map<string, Promise<void>>()
async function oncePerContent(contentKey: string, task: () => Promise<void>): Promise<void> {
  for (;;) {
    const earlier = contentsBeingRead.get(contentKey)
    if (!earlier) break
    await earlier
  }
  const mine = task()
  const settled = mine.catch(() => undefined)
  contentsBeingRead.set(contentKey, settled)
  try {
    await mine
  } finally {
    if (contentsBeingRead.get(contentKey) === settled) contentsBeingRead.delete(contentKey)
  }
}

function tell(id: string, progress: ReadProgress | null): void {
  showProgress(id, progress)
  channel?.postMessage({ id, progress })
}

function showProgress(id: string, progress: ReadProgress | null): void {
  useImportProgress.setState(({ byItem }) => {
    const next = { ...byItem }
    if (progress) next[id] = progress
    else delete next[id]
    return { byItem: next }
  })
}
