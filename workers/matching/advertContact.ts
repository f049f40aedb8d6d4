import type { AdvertReading } from '../../src/model/offer.ts'
import { numberSaid, numberWords } from './numberWords.ts'

type Fields = AdvertReading['fields']

const phone =
  /(?<![\d/.,-])(?:\+\d{1,3}[ .-]?(?:\(0\)[ .-]?)?\d(?:[ .-]?\d){7,10}|0\d(?:[ .-]?\d{2}){4}|0\d{4}[ -]?\d{6}|0\d{2,4}[ -]\d{3,4}(?:[ -]\d{2,4}){0,2}|\(\d{3}\) ?\d{3}-\d{4}|\d{3}[-.]\d{3}[-.]\d{4})(?![\d])/g
const mail = /[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/u

/** Whom to write to, the advert's number, how many people are sought. */
export function readContact(view: string, folded: string, fields: Fields): void {
  const found = mail.exec(view)
  if (found) {
    const value = found[0].replace(/[.,]$/, '')
    fields.contact = {
      value: value === value.toUpperCase() ? value.toLowerCase() : value,
      start: found.index,
      end: found.index + value.length,
      confidence: 0.95,
    }
  } else {
    for (const match of folded.matchAll(phone)) {
      if (
        match[0].replaceAll(/\D/g, '').length < 9 ||
        /(?:siret|siren|ref\w*|n°)\W*$/.test(folded.slice(Math.max(0, match.index - 12), match.index))
      )
        continue
      fields.contact = {
        value: view.slice(match.index, match.index + match[0].length),
        start: match.index,
        end: match.index + match[0].length,
        confidence: 0.85,
      }
      break
    }
  }
  readReference(view, folded, fields)
  readPositions(folded, fields)
}

function readReference(view: string, folded: string, fields: Fields): void {
  const match =
    /(?:\b(?:job |vacancy |quoting |sous la |votre )?ref(?:erence|\.)?(?: (?:de l'offre|number|no|code|annonce))?\s*(?:n[°o]\.?|#)?\s*[:.]?\s*|\boffre\s+n[°o]\.?\s*:?\s*|\bcode (?:annonce|offre|job)\s*:?\s*|\b(?:job|requisition|vacancy|posting) id\s*:?\s*|\bvacancy ref\s*:?\s*)((?=[a-z\d/_.-]*\d)[a-z\d](?:[a-z\d/_.-]*[a-z\d])?)/.exec(
      folded,
    )
  if (!match || match[1]!.length < 3) return
  const at = match.index + match[0].length - match[1]!.length
  fields.reference = {
    value: view.slice(at, at + match[1]!.length),
    start: at,
    end: at + match[1]!.length,
    confidence: 0.9,
  }
}

const amount = `(\\d{1,3}|${numberWords(2)})`
const positionPatterns = [
  /(?:nombre de postes?(?: a (?:combler|pourvoir))?|postes? (?:a pourvoir|ouverts)|effectif a recruter|number of (?:posts|positions|vacancies|openings)|vacancies|openings|positions available)\s*:\s*(\d{1,3})\b/,
  new RegExp(`\\b${amount} (?:postes?|positions|vacancies|openings|contrats? d'(?:apprentissage|alternance))\\b`),
  new RegExp(
    `\\b(?:recrut\\w+|recherch\\w+|cherch\\w+|besoin (?:urgent )?de|embauch\\w+|hiring|looking for|seeking|need)\\s+${amount}\\s+(?!ans?\\b|mois\\b|years?\\b|months?\\b|jours?\\b|days?\\b|personnes? (?:max|a temps))\\p{L}{4,}`,
    'u',
  ),
  /(?:^|\n)[^\n]{3,50}\s[x×]\s?(\d{1,2})\b/,
  /(?:^|\n)\s*(\d{1,2})\s?[x×]\s\p{L}{4,}/u,
]

function readPositions(folded: string, fields: Fields): void {
  for (const pattern of positionPatterns) {
    const match = pattern.exec(folded)
    if (!match) continue
    const value = numberSaid(match[1]!)
    const at = match.index + match[0].lastIndexOf(match[1]!)
    if (value < 1 || value > 200) continue
    fields.positions = { value, start: at, end: at + match[1]!.length, confidence: 0.8 }
    return
  }
}
