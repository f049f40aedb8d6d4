import { create } from 'zustand'

export type SavedView = { href: string; label: string; count: string | undefined }

type ShellData = {
  /** shown under the brand; null until the workspace has a name */
  workspaceName: string | null
  /** figures of the side bar; null while they are not known */
  counts: { candidates: number | null; offers: number | null; imports: number | null }
  savedViews: readonly SavedView[]
  /** long work that fills the waterline, between 0 and 1 */
  progress: { share: number; words: string } | null
  /** the database or a file of the app could not be opened */
  failed: boolean
}

/** What the frame shows about the rooms without knowing them; filled by main.tsx. */
export const useShellData = create<ShellData>()(() => ({
  workspaceName: null,
  counts: { candidates: null, offers: null, imports: null },
  savedViews: [],
  progress: null,
  failed: false,
}))
