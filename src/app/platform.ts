/** What the device is, as far as keys and installing differ. Never used to refuse anything. */
export type Platform = 'ios' | 'macSafari' | 'firefoxAndroid' | 'other'

/** Recognises the few platforms whose way of installing must be told. */
export function platformOf(userAgent: string, touchPoints: number): Platform {
  const isAppleTouch = /iPhone|iPad|iPod/.test(userAgent) || (userAgent.includes('Macintosh') && touchPoints > 1)
  if (isAppleTouch) return 'ios'
  const isSafari = /Version\/[\d.]+.*Safari/.test(userAgent) && !/Chrom|Edg/.test(userAgent)
  if (userAgent.includes('Macintosh') && isSafari) return 'macSafari'
  if (/Android.*Firefox/.test(userAgent)) return 'firefoxAndroid'
  return 'other'
}

/** The platform we are on. */
export function currentPlatform(): Platform {
  return platformOf(navigator.userAgent, navigator.maxTouchPoints)
}

/** The cap of the modifier key. */
export function modKey(): string {
  return /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl'
}

/** Whether Vivier runs in its own window. */
export function isInstalled(): boolean {
  return (
    matchMedia('(display-mode: standalone), (display-mode: window-controls-overlay)').matches ||
    ('standalone' in navigator && navigator.standalone === true)
  )
}
