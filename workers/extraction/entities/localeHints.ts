import { fold } from '../../../src/kit/fold.ts'
import { countryCode } from '../lexicon/cities.ts'
import type { Line } from '../layout/page.ts'

const french = new Set(
  'de du des le la les et en au aux pour dans sur avec un une par chez depuis est sont ans mois annee annees experience formation competences langues francais anglais permis poste entreprise gestion mise'.split(
    ' ',
  ),
)
const english = new Set(
  'the of and in to for with on at by from is are was were a an as my year years months experience education skills languages english french work company management team led managed'.split(
    ' ',
  ),
)

/** French or English, by the small words of the text. */
export function guessLanguage(lines: readonly Line[]): 'fr' | 'en' {
  let fr = 0
  let en = 0
  for (const line of lines) {
    for (const word of fold(line.text).match(/[a-z]+/g) ?? []) {
      if (french.has(word)) fr += 1
      if (english.has(word)) en += 1
    }
    fr += 0.3 * (line.text.match(/[éèêàùçîôâœ]/gi)?.length ?? 0)
  }
  return fr >= en ? 'fr' : 'en'
}

/** A country named in full in the header, '' when none is. */
export function fullNameOfCountry(lines: readonly Line[]): string {
  for (const line of lines) {
    for (const part of line.text.split(/[,|\t•·()]/)) {
      const code = part.trim().length > 3 ? countryCode(part) : ''
      if (code !== '') return code
    }
  }
  return ''
}
