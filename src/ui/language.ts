import { create } from 'zustand'
import {
  chooseLanguage,
  readPreferences,
  repairPreferences,
  preferencesKey,
  storePreferences,
  type Language,
  type Preferences,
} from './preferences.ts'

export type { Language } from './preferences.ts'

/** A message: its words, or a function that puts figures and names into them. */
export type Messages = {
  [name: string]: string | ((...values: never[]) => string) | Messages
}

/** The shape that every other language must fill once French is written. */
type SameMessages<French> = {
  [Name in keyof French]: French[Name] extends string
    ? string
    : French[Name] extends (...values: infer Values) => string
      ? (...values: Values) => string
      : SameMessages<French[Name]>
}

/** Declares a room's words; a message missing in one language does not compile. */
export function catalogue<const French extends Messages>(words: {
  fr: French
  en: SameMessages<French>
}): Record<Language, SameMessages<French>> {
  return words as unknown as Record<Language, SameMessages<French>>
}

type PreferencesStore = Preferences & {
  change: (change: Partial<Preferences>) => void
}

/** The user's taste, live: language, theme, density, keys. */
export const usePreferences = create<PreferencesStore>()((set, get) => ({
  ...readPreferences(),
  change: (change) => {
    set(change)
    const { change: _, ...preferences } = get()
    storePreferences(preferences)
  },
}))

function languageOf(preferences: Preferences): Language {
  return preferences.language ?? chooseLanguage(globalThis.navigator?.languages ?? [])
}

/** The language of the screens now; components that use it redraw when it changes. */
export function useLanguage(): Language {
  return usePreferences(languageOf)
}

/** The language now, for code outside React. */
export function currentLanguage(): Language {
  return languageOf(usePreferences.getState())
}

/** The words of a catalogue in the current language. */
export function useText<Words>(words: Record<Language, Words>): Words {
  return words[useLanguage()]
}

/** Switches the language at once and remembers it. */
export function setLanguage(language: Language): void {
  usePreferences.getState().change({ language })
}

/** Keeps `<html>` in step with the preferences, and with the other tabs. Call once. */
export function followPreferences(): void {
  const apply = () => {
    const preferences = usePreferences.getState()
    const root = document.documentElement
    root.lang = languageOf(preferences)
    root.dir = 'ltr'
    if (preferences.theme === 'system') delete root.dataset['theme']
    else root.dataset['theme'] = preferences.theme
    if (preferences.density === 'compact') root.dataset['density'] = 'compact'
    else delete root.dataset['density']
  }
  apply()
  usePreferences.subscribe(apply)
  addEventListener('storage', (event) => {
    if (event.key !== preferencesKey) return
    try {
      usePreferences.setState(repairPreferences(JSON.parse(event.newValue ?? 'null')))
    } catch {
      // another version wrote something this one cannot read: keep ours
    }
  })
}
