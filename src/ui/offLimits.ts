import { create } from 'zustand'
import { toast } from './toast.ts'

/** Why something of this kind cannot be changed on this device; undefined when it can. */
export type OffLimits = (kind: string) => string | undefined

/** What the frame says once, and every button asks: what this device may not change. */
export const useOffLimitsStore = create<{ because: OffLimits }>()(() => ({ because: () => undefined }))

/** Why this device may not change things of a kind, live: what a button says that is off. */
export const useOffLimits = (kind: string): string | undefined => useOffLimitsStore(({ because }) => because(kind))

/** For shortcuts and drops: does what changes things of a kind, or says why this device may not. */
export function useWithinLimits(kind: string): (act: () => void) => void {
  const because = useOffLimits(kind)
  return (act) => (because === undefined ? act() : toast({ text: because }))
}
