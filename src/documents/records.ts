import { useEffect, useRef, useState } from 'react'
import type { ReadFailure } from '../model/reading.ts'
import { err, ok, type Result } from '../kit/result.ts'
import type { ApartPassage, DocumentReading } from '../model/reading.ts'
import type { Stored } from '../model/record.ts'
import { holdFetching, readBlob } from '../store/blobs.ts'
import { useMemory } from '../store/deviceMemory.ts'
import { type Live, useByKey, useHistory, useRecord } from '../store/live.ts'
import type { Device, FetchingFile, FilesStatus } from '../sync/face.ts'

export { holdFetching }

/** A kept file. */
export type StoredDocument = Stored<'document'>

/** One document, live. */
export const useDocument = (id: string): Live<StoredDocument | null> => useRecord('document', id)

/** The documents of a candidate, live. */
export const useDocumentsOf = (candidateId: string): Live<StoredDocument[]> =>
  useByKey('document', `candidate:${candidateId}`)

/** How a file that is not on this device comes, live; null when it is here, or nobody asked for it. */
export function useFetching(blobId: string): FetchingFile | null {
  const files = useMemory('sync.files') as FilesStatus | null | undefined
  return files?.fetching[blobId] ?? null
}

/** Whose device a document came from, live; '' when that is not known, as after a snapshot. */
export function useBringer(documentId: string): string {
  const history = useHistory(documentId)
  const devices = (useMemory('sync.devices') as Device[] | null | undefined) ?? []
  const first = history.state === 'ready' ? history.value.at(-1) : undefined
  return first?.by || (devices.find(({ id }) => id === first?.from)?.person ?? '')
}

/** Words of the file that a person should know of; readings made before reasons were kept have the words alone. */
export const apartOf = ({ fields }: StoredDocument): ApartPassage[] =>
  fields.apart.length > 0
    ? fields.apart
    : fields.hiddenPassages.map((text) => ({ text, page: 0, reason: 'style' as const }))

/** The original file, opened. */
export async function readOriginal(document: StoredDocument): Promise<Result<File, { type: 'FileMissing' }>> {
  const bytes = await readBlob(document.fields.blobId)
  if (!bytes.ok) return err({ type: 'FileMissing' })
  return ok(
    new File([bytes.value], document.fields.fileName, {
      type: mimeTypes[document.fields.format] ?? 'application/octet-stream',
    }),
  )
}

/** What was read of the file when it came, page by page. */
export async function readReading(document: StoredDocument): Promise<DocumentReading | null> {
  const bytes = await readBlob(document.fields.readingBlobId)
  return bytes.ok ? (JSON.parse(new TextDecoder().decode(bytes.value)) as DocumentReading) : null
}

const mimeTypes: Record<string, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  doc: 'application/msword',
  odt: 'application/vnd.oasis.opendocument.text',
  fodt: 'application/vnd.oasis.opendocument.text-flat-xml',
  rtf: 'application/rtf',
  // A page is handed over as text: opened in a browser, it must not run under the app's name.
  html: 'text/plain',
  mhtml: 'multipart/related',
  eml: 'message/rfc822',
  msg: 'application/vnd.ms-outlook',
  europass: 'application/xml',
  txt: 'text/plain',
  json: 'application/json',
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
}

/** Width pages are drawn at: sharp on a laptop's column at twice the density, light enough for a phone. */
const pageWidthPx = 1240

/** A page on screen: its image's address once drawn, and its size in pixels (A4 until known). */
export interface ShownPage {
  src: string | null
  width: number
  height: number
}
/** Draws one page (from 1) of a file; the extraction worker's client does it. */
export type DrawPage = (
  file: { fileName: string; bytes: Uint8Array<ArrayBuffer> },
  page: number,
  widthPx: number,
) => Promise<Result<{ blob: Blob; width: number; height: number }, ReadFailure>>

/** A file of a colleague may still be on its way from their device: looked for again this often, this many times. */
const lookAgainMs = 5000
const looks = 60

/**
 * Pages of a document as images, drawn one after the other; `failed` when the original cannot be drawn, `isAway` while
 * it is not on this device.
 */
export function usePageImages(
  document: StoredDocument | null,
  drawPage: DrawPage,
): { pages: ShownPage[]; failed: boolean; isAway?: boolean } {
  const [shown, setShown] = useState<{ id: string; pages: ShownPage[]; failed: boolean; isAway?: boolean }>({
    id: '',
    pages: [],
    failed: false,
  })
  const id = document?.id ?? ''
  const { blobId = '', fileName = '', pageCount = 0 } = document?.fields ?? {}
  // Once it has come it is looked for at once, however long that took.
  const isComing = useFetching(blobId) !== null
  const [arrivals, setArrivals] = useState(0)
  const wasComing = useRef(false)
  useEffect(() => {
    if (wasComing.current && !isComing) setArrivals((before) => before + 1)
    wasComing.current = isComing
  }, [isComing])
  useEffect(() => {
    if (id === '') return
    let stopped = false
    const addresses: string[] = []
    const blank = { src: null, width: 210, height: 297 }
    const count = Math.max(1, Math.min(pageCount, 30))
    setShown({ id, pages: Array.from({ length: count }, () => blank), failed: false })
    let timer: ReturnType<typeof setTimeout> | undefined
    const draw = async (left = looks) => {
      const bytes = await readBlob(blobId)
      if (stopped) return
      if (!bytes.ok) {
        const isAway = bytes.error.type === 'BlobMissing'
        setShown({ id, pages: [], failed: true, isAway })
        if (isAway && left > 0) timer = setTimeout(() => void draw(left - 1), lookAgainMs)
        return
      }
      if (left < looks) setShown({ id, pages: Array.from({ length: count }, () => blank), failed: false })
      for (let page = 1; page <= count && !stopped; page += 1) {
        const drawn = await drawPage({ fileName, bytes: bytes.value.slice() }, page, pageWidthPx)
        if (stopped) return
        if (!drawn.ok) {
          if (page === 1) setShown({ id, pages: [], failed: true })
          return
        }
        const address = URL.createObjectURL(drawn.value.blob)
        addresses.push(address)
        show(page - 1, { src: address, width: drawn.value.width, height: drawn.value.height })
      }
    }
    const show = (index: number, page: ShownPage) =>
      setShown((before) => ({ ...before, pages: before.pages.map((kept, at) => (at === index ? page : kept)) }))
    void draw()
    return () => {
      stopped = true
      clearTimeout(timer)
      for (const address of addresses) URL.revokeObjectURL(address)
    }
  }, [id, blobId, fileName, pageCount, drawPage, arrivals])
  return shown.id === id ? shown : { pages: [], failed: false }
}
