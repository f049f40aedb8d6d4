import type { Locale } from '../kit/format.ts'
import type { SpokenLanguage } from '../model/candidate.ts'
import { text } from './text.ts'

/** The name of a spoken language, in the reader's language when its code is known. */
export function languageName({ code, name }: Pick<SpokenLanguage, 'code' | 'name'>, locale: Locale): string {
  if (/^[a-z]{2,3}$/.test(code)) {
    const known = new Intl.DisplayNames([locale], { type: 'language', fallback: 'none' }).of(code)
    if (known) return locale === 'fr' ? known[0]!.toUpperCase() + known.slice(1) : known
  }
  return name || code
}

/** 'langue maternelle', 'C1', or '' when nobody said. */
export const levelWords = (level: SpokenLanguage['level'], locale: Locale): string =>
  level === 'native' ? text[locale].nativeLanguage : level

/** 'Français C2', 'Anglais'. */
export const languageLine = (spoken: SpokenLanguage, locale: Locale): string =>
  [languageName(spoken, locale), levelWords(spoken.level, locale)].filter(Boolean).join(' ')
