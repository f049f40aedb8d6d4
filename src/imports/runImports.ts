import { doubtBelow } from '../kit/confidence.ts'
import { create } from 'zustand'
import { ok, type Result } from '../kit/result.ts'
import type { ImportItem } from '../model/importItem.ts'
import type { DocumentReading, ReadFailure } from '../model/reading.ts'
import { readingToCandidate } from '../model/readingToCandidate.ts'
import { readCv } from '../../workers/extraction/client.ts'
import { defaultLimits, type ReadLimits, type ReadProgress } from '../../workers/extraction/protocol.ts'
import {
  changeImports,
  contentKeyOf,
  findSameFile,
  followImports,
  newId,
  openImport,
  putBlobAs,
  readBlob,
  saveReadCv,
  type StoredImport,
  type WriteFailure,
} from './records.ts'

/** Two readings at a time: more would fight for the cores and the memory of a phone. */
const lanes = 2
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
  findLookalikes: (person: { fullName: string; email: string; phone: string }) => Promise<ImportItem['resembles']>
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

/** Reads one file now whatever its length; for a person who said so. */
export const readWhole = (item: StoredImport): Promise<void> =>
  readItem({ ...item, fields: { ...item.fields, attempts: 0 } }, { limits: { pages: 1000, timeMs: 900_000 } })

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
  const resembles = await help.findLookalikes({
    fullName: fields.fullName ?? '',
    email: fields.email ?? '',
    phone: fields.phone ?? '',
  })
  const confidences = Object.values(about).filter(({ by }) => by === 'reader')
  const verdict: Partial<ImportItem> = {
    state: resembles.length > 0 ? 'duplicate' : 'created',
    contentKey,
    candidateId,
    documentId,
    pageCount: reading.pageCount,
    recognised: reading.pages.some(({ by }) => by === 'recognition'),
    fieldCount: confidences.length,
    doubtCount: confidences.filter(({ confidence }) => (confidence ?? 1) < doubtBelow).length,
    hasHiddenText: reading.hiddenPassages.length > 0,
    resembles,
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
        role: 'cv',
      },
    },
    candidate: { id: candidateId, fields: { ...fields, documentId, origin: 'import' }, about },
    demo: item.fields.demo,
  })
  return saved.ok ? ok(verdict) : full
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
