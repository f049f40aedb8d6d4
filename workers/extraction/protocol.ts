import type { Result } from '../../src/kit/result.ts'
import type { DocumentReading, ReadFailure } from '../../src/model/reading.ts'

/** A file to read. `bytes` is transferred. */
export interface FileToRead {
  fileName: string
  bytes: Uint8Array<ArrayBuffer>
  /** For a protected PDF; never stored. */
  password?: string
}

/** Bounds that keep a hostile or huge file from taking the device down. */
export interface ReadLimits {
  sizeBytes: number
  pages: number
  megapixels: number
  /** Inflated bytes of an archive. */
  inflatedBytes: number
  /** Whole reading. */
  timeMs: number
  /** One step of it, a page or its recognition: without a sign of life for that long, the file is given up. */
  stallMs: number
}
export const defaultLimits: ReadLimits = {
  sizeBytes: 50 * 2 ** 20,
  pages: 60,
  megapixels: 50,
  inflatedBytes: 200 * 2 ** 20,
  timeMs: 180_000,
  stallMs: 75_000,
}

/** A file taken out of a ZIP or a mail. */
export interface UnpackedFile {
  /** Its name inside, with folders; unique in its container. */
  path: string
  /** Its place among the others. */
  order: number
  sizeBytes: number
  /** Transferred; null when it could not be taken out. */
  bytes: Uint8Array | null
  failure: ReadFailure | null
  /** The words of the mail that brought it, as a text file. */
  cover?: Uint8Array
}

/** Where the reading stands; `step` is worded by the catalogue. */
export interface ReadProgress {
  step: 'opening' | 'text' | 'recognition' | 'understanding'
  page: number
  pageCount: number
}

/** A page drawn for the eye: a PNG or JPEG blob and its size in pixels. */
export interface PageImage {
  blob: Blob
  width: number
  height: number
}

/** A place in a picture, as shares of its width and height. */
export interface PicturePoint {
  x: number
  y: number
}
/** Corners of a sheet in a photo: top left, top right, bottom right, bottom left. */
export type SheetCorners = readonly [PicturePoint, PicturePoint, PicturePoint, PicturePoint]

/** Where a photo shows a sheet of paper; no corners when none is sure. The size is the photo's, in pixels. */
export interface FoundSheet {
  corners: SheetCorners | null
  width: number
  height: number
}

/** What the extraction worker offers through Comlink. Each call is one task of the lane. */
export interface ExtractionApi {
  read: (
    file: FileToRead,
    limits: ReadLimits,
    onProgress: (progress: ReadProgress) => void,
  ) => Promise<Result<DocumentReading, ReadFailure>>
  /** Plain text of any readable file, for adverts: lines joined by newlines. */
  readText: (file: FileToRead, limits: ReadLimits) => Promise<Result<string, ReadFailure>>
  /**
   * Takes the files out of a ZIP or a mail, in order; each is handed over only when the one before was taken. `skip`
   * names those that were taken before.
   */
  unpack: (
    file: FileToRead,
    limits: ReadLimits,
    skip: readonly string[],
    onFile: (file: UnpackedFile) => Promise<void>,
  ) => Promise<Result<{ fileCount: number }, ReadFailure>>
  /** Draws one page (from 1) of a PDF, an image, or any other format as a plain rendering of its text, `widthPx` wide. */
  drawPage: (file: FileToRead, page: number, widthPx: number) => Promise<Result<PageImage, ReadFailure>>
  /** Looks for the sheet of paper in a photo. */
  findCorners: (file: FileToRead) => Promise<Result<FoundSheet, ReadFailure>>
  /** Cuts a sheet out of a photo and straightens it. */
  cutSheet: (file: FileToRead, corners: SheetCorners) => Promise<Result<PageImage, ReadFailure>>
}
