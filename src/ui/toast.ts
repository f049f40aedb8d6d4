import { create } from 'zustand'

export type Toast = {
  id: number
  text: string
  /** gives back what was just done */
  undo: (() => void | Promise<void>) | undefined
  at: number
}

type Toasts = {
  current: Toast | null
  /** newest first; what was said this session */
  history: readonly Toast[]
}

/** What Vivier has just said; read by the toast region and the history list. */
export const useToasts = create<Toasts>()(() => ({ current: null, history: [] }))

const historyLength = 50
let nextId = 1

/** Says what was done, for 8 s, with a way back. A new toast takes the place of the old one. */
export function toast({ text, undo }: { text: string; undo?: () => void | Promise<void> }): void {
  const said: Toast = { id: nextId, text, undo, at: Date.now() }
  nextId += 1
  useToasts.setState(({ history }) => ({
    current: said,
    history: [said, ...history].slice(0, historyLength),
  }))
}

/** Takes the toast away; its undo stays in the history. */
export function dismissToast(id: number): void {
  useToasts.setState(({ current }) => (current?.id === id ? { current: null } : {}))
}

/** Forgets what was said this session: after an erasure no name may stand anywhere, nor be brought back. */
export function forgetToasts(): void {
  useToasts.setState({ current: null, history: [] })
}

/** Runs the undo of a toast once. Returns false when there is nothing to undo. */
export function undoToast(id: number): boolean {
  const said = useToasts.getState().history.find((entry) => entry.id === id)
  if (said?.undo === undefined) return false
  const run = said.undo
  useToasts.setState(({ current, history }) => ({
    current: current?.id === id ? null : current,
    history: history.map((entry) => (entry.id === id ? { ...entry, undo: undefined } : entry)),
  }))
  void run()
  return true
}
