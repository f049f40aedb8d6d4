import type { Read } from '../../../src/model/reading.ts'
import { cityCountries, countryCode, isStateCode } from '../lexicon/cities.ts'
import type { Line } from '../layout/page.ts'
import { joinLines } from '../layout/lineText.ts'
import { readOf, type PageSizes } from '../layout/reads.ts'

/** What an address told. */
export interface Place {
  address: Read | null
  city: Read | null
  postalCode: Read | null
  country: string
}

const cityName =
  "\\p{Lu}[\\p{L}'’.-]*(?:[ -](?:(?:de|du|des|la|le|les|sur|sous|en|et|lès|les|l'|d'|aux?|upon|on|of|the|saint|sainte|st)[ -]|l'|d')*\\p{Lu}[\\p{L}'’.-]*){0,4}"
const fiveDigits = /(?<![\d+/.-])\d{5}(?![\d/.-]|\s\d)/g
const afterCode = new RegExp(`^\\s*[,–-]?\\s*(?<city>${cityName})`, 'u')
const shortCode = new RegExp(`(?<![\\d+])(?:(?:B|BE|CH|L)[- ])?(?<code>\\d{4})\\s+(?<city>${cityName})`, 'u')
const ukCode = /\b(?<code>[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})\b/
const canadianCode = /\b(?<code>[ABCEGHJ-NPRSTVXY]\d[A-Z] ?\d[A-Z]\d)\b/
const street =
  /(?:^|\s|,)(?:\d{1,5}\s?(?:bis|ter|quater|[a-dA-D])?,?\s+)?(?:rue|avenue|av\.?|bd\.?|boulevard|place|pl\.|chemin|impasse|all[ée]e|cours|quai|route|square|passage|lotissement|r[ée]sidence|hameau|lieu-dit|villa|sentier|faubourg|cit[ée]|quartier|hay|derb|street|st\.?|road|rd\.?|lane|ln\.?|drive|dr\.?|avenue|ave\.?|court|ct\.?|close|crescent|terrace|way|boulevard|blvd\.?|circle|parkway|pkwy|square|gardens|grove|mews)(?=$|[\s,.])/i

/** True for a street with its number. */
export const isStreet = (text: string): boolean => /\d/.test(text) && street.test(text)
/** True for a text that opens with the kind of a street. */
export const opensWithStreet = (text: string): boolean =>
  /^(?:rue|avenue|av\.|boulevard|bd|chemin|impasse|all[ée]e|quai|place)\s/i.test(text)

/** Street, postal code and city from the lines of the header. */
export function findPlace(lines: readonly Line[], hint: string, sizes: PageSizes): Place {
  const found: Place = { address: null, city: null, postalCode: null, country: '' }
  const joined = lines.map((line, index) => withContinuation(line, lines.slice(index + 1, index + 4)))
  for (const [index, line] of joined.entries()) {
    if (/@|https?:|www\./.test(line.text) && !/[|\t•·,~]|\s[-–—/*]\s/.test(line.text)) continue
    if (line.text.length > 140) continue
    readLine(line, joined[index + 1], found, hint, sizes)
    if (found.city && found.postalCode) break
  }
  if (!found.city) {
    // A town alone, of those we know, or one named together with its country.
    for (const line of lines) {
      if (/@|https?:/.test(line.text) && !/[|\t•·,~]|\s[-–—/*]\s/.test(line.text)) continue
      const city = knownCity(line, hint)
      if (city) {
        found.city = readOf(
          { line, start: city.start, end: city.end, text: city.text },
          city.text,
          city.confidence,
          sizes,
        )
        found.country ||= city.country
        break
      }
    }
  }
  if (!found.address) {
    const line = lines.find(
      (candidate) => street.test(candidate.text) && /\d/.test(candidate.text) && candidate.text.length < 100,
    )
    if (line) found.address = addressRead(line, sizes)
  }
  return found
}

/** A street address that a narrow cell broke over two rows. */
function withContinuation(line: Line, after: readonly Line[]): Line {
  if (line.text.includes('\t') || !/\d/.test(line.text) || !(street.test(line.text) || /[,-]$/.test(line.text)))
    return line
  const next = after.find(
    (other) =>
      other.page === line.page &&
      other.y0 >= line.y0 + 0.5 * line.size &&
      other.y0 - line.y1 < 0.7 * line.size &&
      other.x0 < line.x1 &&
      other.x1 > line.x0 &&
      Math.abs(other.size - line.size) < 0.5,
  )
  if (
    !next ||
    next.text.includes('\t') ||
    /@|https?:|www\.|\.[a-z]{2,6}(?:\/|$)|^(?:\+|0\d)|^\(?\d{3}\)?[ .-]\d/.test(next.text) ||
    /^(?:t[ée]l|phone|mobile|mob|cell|portable|gsm|fax|e-?mail|courriel|n[ée]e?\b|born|date)/i.test(next.text) ||
    next.text.length > 50 ||
    /^(?:mail|fixe|permis|nationalit)/i.test(next.text) ||
    /\d[\d\s./-]{7,}/.test(next.text) ||
    (/\d{5}|\S\s+\d{4}\s+\p{Lu}/u.test(line.text) && !/\p{L}-$/u.test(line.text))
  )
    return line
  return /-$/.test(line.text)
    ? {
        ...line,
        text: line.text + next.text,
        spans: [
          ...line.spans,
          ...next.spans.map((span) => ({
            ...span,
            start: span.start + line.text.length,
            end: span.end + line.text.length,
          })),
        ],
      }
    : joinLines(line, next)
}

function readLine(line: Line, next: Line | undefined, found: Place, hint: string, sizes: PageSizes): void {
  const { text } = line
  const put = (
    match: RegExpExecArray,
    cityValue: string | undefined,
    codeValue: string | undefined,
    confidence: number,
    country: string,
  ) => {
    if (cityValue && !found.city) {
      const value = cleanCity(cityValue)
      const after = text.indexOf(cityValue, match.index)
      const start = after >= 0 ? after : text.lastIndexOf(cityValue)
      if (value && start >= 0)
        found.city = readOf(
          { line, start, end: start + cityValue.length, text: value },
          value,
          cityCountries(value) ? confidence : confidence - 0.1,
          sizes,
        )
    }
    if (codeValue && !found.postalCode) {
      const start = text.indexOf(codeValue, match.index)
      found.postalCode = readOf(
        { line, start, end: start + codeValue.length, text: codeValue },
        codeValue,
        confidence,
        sizes,
      )
    }
    found.country ||= country
    if (!found.address && street.test(text)) found.address = addressRead(line, sizes)
  }
  const gb = ukCode.exec(text)
  const ca = canadianCode.exec(text)
  const special = gb ?? ca
  if (special?.groups) {
    const code = special.groups['code']!
    // A code that opens its cell has its town behind it, whatever the cell before holds.
    const before = /(?:^|[|\t•·])\s*$/.test(text.slice(0, special.index)) ? '' : text.slice(0, special.index)
    const city = before
      .split(/[,|\t•·]/)
      .map((part) => part.trim())
      .filter((part) => part !== '' && countryCode(part) === '' && !isStateCode(part))
      .at(-1)
    const fine = city !== undefined && !/\d/.test(city) ? city.replace(/\s+[A-Z]{2}$/, '') : undefined
    put(special, fine, code, 0.93, ca && !gb ? 'CA' : 'GB')
    if (!fine && !found.city) {
      const after = text
        .slice(special.index + code.length)
        .split(/[,|\t•·]/)[0]!
        .trim()
      if (/^\p{Lu}/u.test(after) && countryCode(after) === '') put(special, after, undefined, 0.85, '')
    }
    return
  }
  const state =
    /(?<city>\p{Lu}[\p{L}'’. -]{1,28}?),?\s+(?<state>[A-Z]{2})(?:,?\s+(?<code>\d{5})(?:-\d{4})?)?(?=$|[\s,|•·\t])/u.exec(
      text,
    )
  if (
    state?.groups &&
    isStateCode(state.groups['state']!) &&
    !street.test(state.groups['city']!) &&
    (state.groups['code'] || text[state.index + state.groups['city']!.length] === ',')
  ) {
    // 'Casablanca, MA': a country's code may look like a state's.
    const known = cityCountries(cleanCity(state.groups['city']!))
    const own =
      known && !known.includes('US') && !known.includes('CA')
        ? known[0]!
        : state.groups['code'] || hint !== 'CA'
          ? 'US'
          : 'CA'
    put(state, state.groups['city'], state.groups['code'], 0.93, own)
    const codeBefore = state.groups['code'] ? null : /\b\d{5}(?=,?\s*$)/.exec(text.slice(0, state.index))
    if (codeBefore) put(codeBefore, undefined, codeBefore[0], 0.9, own)
    return
  }
  for (const match of text.matchAll(fiveDigits)) {
    const code = match[0]
    const follows = afterCode.exec(text.slice(match.index + code.length))?.groups?.['city']
    // 'Rennes, 35000, FR': what follows the code is the country.
    const after = follows !== undefined && (countryCode(follows) !== '' || isStateCode(follows)) ? undefined : follows
    const isStreetNumber = after !== undefined && street.test(after) && cityCountries(cleanCity(after)) === null
    if (isStreetNumber) continue
    if (after) {
      put(match as RegExpExecArray, after, code, 0.95, countryOfCode(after, hint))
      return
    }
    const parts = text
      .slice(0, match.index)
      .split(/[,|\t•·]|\s[-–—]\s/)
      .map((part) => part.trim())
      .filter((part) => part !== '' && countryCode(part) === '' && !isStateCode(part))
    const before = parts.at(-1)
    if (before && /^\p{Lu}[\p{L}'’. -]+$/u.test(before) && !street.test(before)) {
      put(match as RegExpExecArray, before, code, 0.9, countryOfCode(before, hint))
      return
    }
    if (parts.length > 0 && street.test(text)) {
      put(match as RegExpExecArray, undefined, code, 0.8, '')
      return
    }
  }
  const short = shortCode.exec(text)
  if (
    short?.groups &&
    cityCountries(cleanCity(short.groups['city']!))?.some((known) => known === 'BE' || known === 'CH' || known === 'LU')
  ) {
    put(short, short.groups['city'], short.groups['code'], 0.92, countryOfCode(short.groups['city']!, hint))
    return
  }
  // 'City, GB, BS1' on one row and the rest of the code on the next.
  const half = /\b([A-Z]{1,2}\d[A-Z\d]?)$/.exec(text)
  const rest = next ? /^(\d[A-Z]{2})\b/.exec(next.text) : null
  if (half && rest) {
    const city = text
      .slice(0, half.index)
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '' && countryCode(part) === '' && !/\d/.test(part))
      .at(-1)
    put(half, city, half[1], 0.85, 'GB')
    if (found.postalCode) found.postalCode = { ...found.postalCode, value: `${half[1]} ${rest[1]}` }
  }
}

const countryOfCode = (city: string, hint: string): string => {
  const countries = cityCountries(cleanCity(city))
  if (countries) return countries.includes(hint) ? hint : (countries[0] ?? '')
  return ''
}

const cleanCity = (text: string): string => {
  const parts = text
    .split(',')[0]!
    .replace(/\s*\([^()]*\)?\s*$/, '')
    .replace(/\s+(?:cedex|Cedex|CEDEX)\b.*$/, '')
    .trim()
  const lastWord = parts.split(/\s+/).at(-1) ?? ''
  const without = countryCode(lastWord) !== '' && parts !== lastWord ? parts.slice(0, -lastWord.length).trim() : parts
  return without.replace(/^(?:à|a|in|en)\s+/i, '').replace(/[-–—.\s]+$/, '')
}

function knownCity(
  line: Line,
  hint: string,
): { text: string; start: number; end: number; confidence: number; country: string } | null {
  const parts = [...line.text.matchAll(/(?:(?!\s-\s)[^,|\t•·()/–—])+/g)]
  for (const [index, match] of parts.entries()) {
    const raw = match[0]
    const text = raw
      .trim()
      .replace(/^(?:à|in|adresse|address|ville|city|domicile|lieu|localisation|location)\s*:?\s+/i, '')
      .trim()
    if (text === '' || text.length > 32) continue
    const countries = cityCountries(text)
    const nextCountry = countryCode(parts[index + 1]?.[0] ?? '')
    const start = match.index + raw.indexOf(text)
    if (countries) {
      const country = nextCountry || (countries.includes(hint) ? hint : (countries[0] ?? ''))
      return {
        text,
        start,
        end: start + text.length,
        confidence: nextCountry || parts.length === 1 ? 0.92 : 0.85,
        country: country === 'XX' ? '' : country,
      }
    }
    if (nextCountry && /^\p{Lu}[\p{L}' -]+$/u.test(text) && !/\d/.test(text))
      return { text, start, end: start + text.length, confidence: 0.85, country: nextCountry }
  }
  return null
}

function addressRead(line: Line, sizes: PageSizes): Read {
  const stop = line.text.search(/\s*(?:[|\t•·]|(?:,\s*)?\b\d{5}\b)/)
  const end = stop > 5 ? stop : line.text.length
  const start = line.text.slice(0, end).search(/\d/)
  const from = Math.max(0, start)
  return readOf(
    { line, start: from, end, text: line.text.slice(from, end) },
    line.text.slice(from, end).replace(/[,\s]+$/, ''),
    0.8,
    sizes,
  )
}
