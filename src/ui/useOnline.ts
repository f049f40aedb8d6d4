import { useSyncExternalStore } from 'react'

function subscribe(redraw: () => void): () => void {
  addEventListener('online', redraw)
  addEventListener('offline', redraw)
  return () => {
    removeEventListener('online', redraw)
    removeEventListener('offline', redraw)
  }
}

/** Whether the device says it has a network: a state to show, never a condition to work. */
export function useOnline(): boolean {
  return useSyncExternalStore(subscribe, () => navigator.onLine)
}
