import * as Comlink from 'comlink'
import { err, type Result } from '../../src/kit/result.ts'
import type { DocumentReading, ReadFailure } from '../../src/model/reading.ts'
import { createLane, spareWorkers } from '../lane.ts'
import {
  defaultLimits,
  type ExtractionApi,
  type FileToRead,
  type FoundSheet,
  type PageImage,
  type ReadLimits,
  type ReadProgress,
  type SheetCorners,
  type UnpackedFile,
} from './protocol.ts'
import { watchStalls } from './stallWatch.ts'

/** How a reading is watched and bounded. */
export interface ReadOptions {
  signal?: AbortSignal
  onProgress?: (progress: ReadProgress) => void
  limits?: ReadLimits
}

const startWorker = () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'extraction' })

const connect = (worker: Worker) => {
  const api = Comlink.wrap<ExtractionApi>(worker)
  return { api, release: () => api[Comlink.releaseProxy]() }
}

/** Files read at the same time; more wait for their turn. */
export const readersAtOnce = spareWorkers()

// Reading and drawing are apart: a page asked for on the screen must not wait behind an import of hundreds.
const reading = createLane<Worker, Comlink.Remote<ExtractionApi>>({
  start: startWorker,
  connect,
  concurrency: readersAtOnce,
})
const drawing = createLane<Worker, Comlink.Remote<ExtractionApi>>({ start: startWorker, connect })
const drawTimeoutMs = 30_000

/**
 * Reads a file as a CV, off the main thread. A crash is tried once more, then reported; so is a reading that takes too
 * long in all. One that hangs in a page is given up at once: it would hang again.
 */
export async function readCv(
  file: FileToRead,
  options: ReadOptions = {},
): Promise<Result<DocumentReading, ReadFailure>> {
  const limits = options.limits ?? defaultLimits
  const watch = watchStalls(limits.stallMs, options.signal)
  const read = await reading.run<DocumentReading, ReadFailure>({
    // The copy is transferred: the caller keeps its bytes, and a second try has them too.
    call: (api) => {
      watch.beat()
      const onProgress = (progress: ReadProgress) => {
        watch.beat()
        options.onProgress?.(progress)
      }
      return api.read(handOver(file), limits, Comlink.proxy(onProgress))
    },
    timeoutMs: limits.timeMs,
    signal: watch.signal,
  })
  watch.stop()
  return watch.hasStalled() ? err({ type: 'TimedOut' }) : read
}

/** The plain text of a file, for adverts. */
export function readText(
  file: FileToRead,
  options: Omit<ReadOptions, 'onProgress'> = {},
): Promise<Result<string, ReadFailure>> {
  const limits = options.limits ?? defaultLimits
  return reading.run<string, ReadFailure>({
    call: (api) => api.readText(handOver(file), limits),
    timeoutMs: limits.timeMs,
    ...(options.signal ? { signal: options.signal } : {}),
  })
}

/** Thousands of files are written to the disk one by one while a ZIP is open. */
const unpackTimeoutMs = 3_600_000

/**
 * Takes the files out of a ZIP or a mail, one after the other; `take` stores each. `skip` is asked at each try, so that
 * a second one goes on where the first broke off.
 */
export function unpackFile(
  file: FileToRead,
  skip: () => readonly string[],
  take: (unpacked: UnpackedFile) => Promise<void>,
  options: { signal?: AbortSignal } = {},
): Promise<Result<{ fileCount: number }, ReadFailure>> {
  return reading.run<{ fileCount: number }, ReadFailure>({
    call: (api) => api.unpack(handOver(file), defaultLimits, [...skip()], Comlink.proxy(take)),
    timeoutMs: unpackTimeoutMs,
    ...(options.signal ? { signal: options.signal } : {}),
  })
}

/** Draws a page (from 1), `widthPx` wide. */
export function drawPage(
  file: FileToRead,
  page: number,
  widthPx: number,
  options: { signal?: AbortSignal } = {},
): Promise<Result<PageImage, ReadFailure>> {
  return drawing.run<PageImage, ReadFailure>({
    call: (api) => api.drawPage(handOver(file), page, widthPx),
    timeoutMs: drawTimeoutMs,
    ...(options.signal ? { signal: options.signal } : {}),
  })
}

/** Looks for the sheet of paper in a photo. */
export function findCorners(
  file: FileToRead,
  options: { signal?: AbortSignal } = {},
): Promise<Result<FoundSheet, ReadFailure>> {
  return drawing.run<FoundSheet, ReadFailure>({
    call: (api) => api.findCorners(handOver(file)),
    timeoutMs: drawTimeoutMs,
    ...(options.signal ? { signal: options.signal } : {}),
  })
}

/** Cuts a sheet out of a photo, straightened, as a JPEG. */
export function cutSheet(file: FileToRead, corners: SheetCorners): Promise<Result<PageImage, ReadFailure>> {
  return drawing.run<PageImage, ReadFailure>({
    call: (api) => api.cutSheet(handOver(file), corners),
    timeoutMs: drawTimeoutMs,
  })
}

function handOver(file: FileToRead): FileToRead {
  const bytes = file.bytes.slice()
  return Comlink.transfer({ ...file, bytes }, [bytes.buffer])
}
