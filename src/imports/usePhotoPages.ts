import { useEffect, useRef, useState } from 'react'
import { cutSheet, findCorners } from '../../workers/extraction/client.ts'
import type { SheetCorners } from '../../workers/extraction/protocol.ts'
import { err, ok, type Result } from '../kit/result.ts'
import type { ReadFailure } from '../model/reading.ts'
import { guessedCorners, wholePicture } from './corners.ts'
import { newId } from './records.ts'

/** A page of the CV being photographed. */
export interface PhotoPage {
  id: string
  photo: File
  src: string
  /** Null while the sheet is being looked for. */
  corners: SheetCorners | null
  /** Whether the corners were found, guessed or set by hand. */
  by: 'found' | 'guess' | 'hand'
  width: number
  height: number
}

/** The pages of one CV in hand: photographed or chosen, outlined, put in order. Nothing of them is stored before the end. */
export function usePhotoPages(onUnreadable: (photo: File, failure: { type: string; format?: string }) => void) {
  const [pages, setPages] = useState<PhotoPage[]>([])
  const current = useRef(pages)
  current.current = pages
  // The pictures are let go with the screen.
  useEffect(() => () => current.current.forEach(({ src }) => URL.revokeObjectURL(src)), [])
  const change = (id: string, part: Partial<PhotoPage>) =>
    setPages((now) => now.map((page) => (page.id === id ? { ...page, ...part } : page)))
  const remove = (id: string) =>
    setPages((now) =>
      now.filter((page) => {
        if (page.id === id) URL.revokeObjectURL(page.src)
        return page.id !== id
      }),
    )

  const outline = async (id: string, photo: File) => {
    const found = await findCorners({ fileName: photo.name, bytes: await bytesOf(photo) })
    if (found.ok) {
      const { corners, width, height } = found.value
      change(id, { corners: corners ?? guessedCorners, by: corners ? 'found' : 'guess', width, height })
    } else {
      remove(id)
      onUnreadable(photo, found.error)
    }
  }

  return {
    pages,
    /** Takes a photo in as the last page and looks for its sheet; gives the page's id. */
    add: (photo: File): string => {
      const id = newId()
      const src = URL.createObjectURL(photo)
      setPages((now) => [...now, { id, photo, src, corners: null, by: 'found', width: 3, height: 4 }])
      void outline(id, photo)
      return id
    },
    remove,
    setCorners: (id: string, corners: SheetCorners) => change(id, { corners, by: 'hand' }),
    takeWhole: (id: string) => change(id, { corners: wholePicture, by: 'hand' }),
    /** Moves a page by so many places. */
    move: (id: string, by: number) =>
      setPages((now) => {
        const from = now.findIndex((page) => page.id === id)
        const to = from + by
        if (from < 0 || to < 0 || to >= now.length) return now
        const next = [...now]
        next.splice(to, 0, ...next.splice(from, 1))
        return next
      }),
    clear: () => setPages((now) => (now.forEach(({ src }) => URL.revokeObjectURL(src)), [])),
  }
}

const bytesOf = async (photo: File) => new Uint8Array(await photo.arrayBuffer())

/** The sheets of these pages, cut out and straightened, in order; `onPage` is told which one is in work, from 1. */
export async function cutPages(
  pages: readonly PhotoPage[],
  onPage: (number: number) => void,
): Promise<Result<Blob[], ReadFailure | { type: 'Crashed' | 'TimedOut' | 'Cancelled' }>> {
  const sheets: Blob[] = []
  for (const [index, page] of pages.entries()) {
    onPage(index + 1)
    const cut = await cutSheet(
      { fileName: page.photo.name, bytes: await bytesOf(page.photo) },
      page.corners ?? wholePicture,
    )
    if (!cut.ok) return err(cut.error)
    sheets.push(cut.value.blob)
  }
  return ok(sheets)
}
