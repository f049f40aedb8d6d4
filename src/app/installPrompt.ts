import { create } from 'zustand'

/** Chromium's event: it may be kept and asked later, once. */
export type BeforeInstallPromptEvent = Event & { prompt: () => Promise<unknown> }

export const useInstallPrompt = create<{ event: BeforeInstallPromptEvent | null }>()(() => ({
  event: null,
}))

/** Keeps the browser's offer to install until the coach shows it. Call before the first paint. */
export function keepInstallPrompt(): void {
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault()
    useInstallPrompt.setState({ event: event as BeforeInstallPromptEvent })
  })
  addEventListener('appinstalled', () => useInstallPrompt.setState({ event: null }))
}

/** Opens the browser's own installer. */
export async function promptInstall(): Promise<void> {
  const { event } = useInstallPrompt.getState()
  if (event === null) return
  useInstallPrompt.setState({ event: null })
  await event.prompt()
}
