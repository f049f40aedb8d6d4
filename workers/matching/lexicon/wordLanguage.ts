import { tokenise } from '../tokens.ts'
import { occupationLines } from './occupations.ts'

const french = new Set<string>()
const english = new Set<string>()
for (const line of occupationLines.split('\n')) {
  const [id, , , frenchNames, englishNames] = line.split('|')
  if (!id || englishNames === undefined) continue
  for (const { stem } of tokenise(frenchNames ?? '')) french.add(stem)
  for (const { stem } of tokenise(englishNames)) english.add(stem)
}
const frenchEnding = /(?:eur|eux|aire|oir|ique|ois|ais|aux|eau|ette|ille|ogie|isme|iste)$/
const englishEnding = /(?:ing|ness|ship|less|ful|ght|th|wn|ck|sh|ey|ow|ly)$/

/** The language a stem is of, as far as its letters and the names of occupations tell; '' when both or neither. */
export function languageOf(stem: string): 'fr' | 'en' | '' {
  const isFrench = french.has(stem)
  const isEnglish = english.has(stem)
  if (isFrench !== isEnglish) return isFrench ? 'fr' : 'en'
  if (isFrench) return ''
  if (frenchEnding.test(stem)) return 'fr'
  if (englishEnding.test(stem) || /[wk]/.test(stem)) return 'en'
  return ''
}
