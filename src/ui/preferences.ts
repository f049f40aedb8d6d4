/**
 * What this browser remembers about its user's taste: the only place that touches localStorage.
 * Nothing about any person goes here. public/theme.js reads the same key before the first paint.
 */
export const preferencesKey = 'vivier.preferences'

export type Theme = 'system' | 'light' | 'dark'
export type Density = 'comfortable' | 'compact'
export type Language = 'fr' | 'en'

export type Preferences = {
  /** null until the user chooses: then the browser's languages decide. */
  language: Language | null
  theme: Theme
  density: Density
  /** Whether single letters act as shortcuts (WCAG 2.1.4). */
  singleKeys: boolean
  /** Coach marks and notices the user has put away, by name. */
  dismissed: string[]
}

export const defaultPreferences: Preferences = {
  language: null,
  theme: 'system',
  density: 'comfortable',
  singleKeys: true,
  dismissed: [],
}

/** Repairs whatever an older version or another hand left in storage, field by field. */
export function repairPreferences(stored: unknown): Preferences {
  if (typeof stored !== 'object' || stored === null) return defaultPreferences
  const { language, theme, density, singleKeys, dismissed } = stored as Record<string, unknown>
  return {
    language: language === 'fr' || language === 'en' ? language : null,
    theme: theme === 'light' || theme === 'dark' ? theme : 'system',
    density: density === 'compact' ? 'compact' : 'comfortable',
    singleKeys: singleKeys !== false,
    dismissed: Array.isArray(dismissed) ? dismissed.filter((name): name is string => typeof name === 'string') : [],
  }
}

/** The first of the browser's languages that Vivier speaks, else French. */
export function chooseLanguage(browserLanguages: readonly string[]): Language {
  for (const tag of browserLanguages) {
    const language = tag.toLowerCase().split('-')[0]
    if (language === 'fr' || language === 'en') return language
  }
  return 'fr'
}

/** Reads the stored preferences; defaults when there are none, or when storage is refused. */
export function readPreferences(): Preferences {
  try {
    return repairPreferences(JSON.parse(localStorage.getItem(preferencesKey) ?? 'null'))
  } catch {
    // storage is refused or garbled: taste is not worth an error
    return defaultPreferences
  }
}

/** Stores the preferences; where storage is refused they last as long as the page. */
export function storePreferences(preferences: Preferences): void {
  try {
    localStorage.setItem(preferencesKey, JSON.stringify(preferences))
  } catch {
    // private mode or full: the choice still holds until the page closes
  }
}
