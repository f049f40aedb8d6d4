import { useEffect, useId } from 'react'
import { create } from 'zustand'

type Unsaved = { forms: ReadonlyMap<string, string> }

/** Forms with words in them that are not stored yet: the update prompt waits for them. */
export const useUnsavedForms = create<Unsaved>()(() => ({ forms: new Map() }))

/** Whether something typed would be lost by a reload. */
export function hasUnsavedWork(): boolean {
  return useUnsavedForms.getState().forms.size > 0
}

/**
 * Declares that a form holds unsaved work while `dirty`. `name` says which, in the user's language. Also makes
 * the browser ask before the tab is closed.
 */
export function useUnsaved(dirty: boolean, name: string): void {
  const id = useId()
  useEffect(() => {
    if (!dirty) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', warn)
    useUnsavedForms.setState(({ forms }) => ({ forms: new Map(forms).set(id, name) }))
    return () => {
      removeEventListener('beforeunload', warn)
      useUnsavedForms.setState(({ forms }) => {
        const left = new Map(forms)
        left.delete(id)
        return { forms: left }
      })
    }
  }, [dirty, id, name])
}
