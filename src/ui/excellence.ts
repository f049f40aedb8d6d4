import { create } from 'zustand'
import { excellentFrom } from './score.ts'

/** The rounded number from which gauges say excellent, as the workspace chose it; the gauges' notch stands there. */
export const useExcellence = create<{ from: number }>(() => ({ from: excellentFrom }))

/** Moves the notch of every gauge. */
export function setExcellence(from: number): void {
  useExcellence.setState({ from })
  document.documentElement.style.setProperty('--vv-excellent', `${from}%`)
}
