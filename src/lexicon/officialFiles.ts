import { create } from 'zustand'
import type { RowProblem } from '../model/taxonomy.ts'
import { type ReadingFailure, unpackLists } from '../../workers/taxonomy/client.ts'
import { currentLanguage } from '../ui/language.ts'
import { toast } from '../ui/toast.ts'
import { importTaxonomy } from './importTaxonomy.ts'
import { text } from './text.ts'

/** How the reading of official lists stands, whatever screen is open. */
interface OfficialFiles {
  reading: { name: string; share: number } | null
  failure: { name: string; why: (ReadingFailure | { type: 'DiskFull' })['type']; problems: RowProblem[] } | null
}
export const useOfficialFiles = create<OfficialFiles>(() => ({ reading: null, failure: null }))

let waiting: File[] = []
let stopping: AbortController | null = null

/** Reads official lists, those of a ZIP too, one after the other and keeps them, said one by one; a failure or a stop ends the rest too. */
export async function readOfficialFiles(files: readonly File[]): Promise<void> {
  waiting.push(...files)
  if (stopping) return
  stopping = new AbortController()
  useOfficialFiles.setState({ failure: null })
  for (let file = waiting.shift(); file; file = waiting.shift()) {
    const { name } = file
    let isOver = false
    // Progress comes on a way of its own and may come after the end.
    const show = (share: number) => {
      if (!isOver) useOfficialFiles.setState({ reading: { name, share } })
    }
    show(0)
    const { signal } = stopping
    const done = /\.zip$/i.test(name)
      ? await unpackLists(file, signal)
      : await importTaxonomy(file, { signal, onProgress: show })
    isOver = true
    if (done.ok) {
      if (Array.isArray(done.value)) waiting.unshift(...done.value)
      else toast({ text: text[currentLanguage()].fileDone(name) })
      continue
    }
    waiting = []
    const { error } = done
    const problems = error.type === 'BadRows' ? error.problems : []
    if (error.type !== 'Cancelled') useOfficialFiles.setState({ failure: { name, why: error.type, problems } })
  }
  stopping = null
  useOfficialFiles.setState({ reading: null })
}

/** Stops the reading; the list that was being read is not kept. */
export const stopReading = (): void => stopping?.abort()
