import { create } from 'zustand'

export type OfflineState =
  | { type: 'none' }
  | { type: 'preparing'; share: number }
  | { type: 'ready' }
  | { type: 'stuck' }

/** How much of the app is already on this device. `none` where there is no service worker (development). */
export const useOfflineState = create<{ state: OfflineState }>()(() => ({
  state: { type: 'none' },
}))

/** Says how far the preparation has come; tests and the curious read `html[data-offline-ready]`. */
export function setOfflineState(state: OfflineState): void {
  useOfflineState.setState({ state })
  document.documentElement.dataset['offlineReady'] = String(state.type === 'ready')
}
