import { findPhoneNumbersInText, parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/min'
import type { Read } from '../../../src/model/reading.ts'
import type { Line, PageText } from '../layout/page.ts'
import { boxesOf, pieceOf, readOf, type PageSizes } from '../layout/reads.ts'
import { findDates } from './dates.ts'

const emailPattern =
  /[a-z0-9](?:[a-z0-9._%+'-]{0,62}[a-z0-9_+-])?\s?@\s?[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9-]+)*\.[a-z]{2,12}(?![a-z0-9])/giu

/** E-mail addresses with the line that shows them; those that only a link carries come last. */
export function findEmails(
  lines: readonly Line[],
  links: readonly PageText['links'][number][],
  sizes: PageSizes,
): Read[] {
  const found: Read[] = []
  for (const line of lines) {
    for (const match of line.text.matchAll(emailPattern)) {
      const value = match[0].replace(/\s/g, '').toLowerCase()
      if (found.some((other) => other.value === value)) continue
      const piece = { line, start: match.index, end: match.index + match[0].length, text: match[0] }
      found.push(readOf(piece, value, /\s/.test(match[0]) ? 0.8 : 0.99, sizes))
    }
  }
  for (const { url } of links) {
    const value = /^mailto:([^?]+)/i.exec(url)?.[1]?.trim().toLowerCase()
    if (value && /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/.test(value)) {
      const seen = found.find(
        (other) => value.startsWith(other.value) || value.endsWith(other.value) || other.value.startsWith(value),
      )
      if (seen) {
        // The link holds the whole address where the text was cut.
        if (seen.value !== value && seen.value.length < value.length) seen.value = value
      } else found.push({ value, confidence: 0.93, boxes: [], text: url })
    }
  }
  return found
}

const labelled = /(?:t[ée]l(?:[ée]phone)?|phone|mobile|portable|cell|gsm|mob|tel|fixe|whats ?app|☎|📞|📱)\s*[.:]*\s*$/i

/** Telephone numbers in E.164. `country` is where a number without prefix is taken to be. */
export function findPhones(
  lines: readonly Line[],
  links: readonly PageText['links'][number][],
  country: CountryCode,
  sizes: PageSizes,
): Read[] {
  const found: Read[] = []
  for (const line of lines) {
    if (!/\d/.test(line.text)) continue
    // A bracketed trunk zero after a prefix is not dialled.
    // Two cells are never one number.
    const masked = line.text.replace(/\(0\)/g, '   ').replace(/\t/g, '|')
    const dates = findDates(line.text)
    for (const match of masked.matchAll(
      /(?<![\w@/.-])(?:\+|00)?\(?\d(?:(?:[\s().\- ‑–]{0,6}|\/)\d){6,14}(?!\d|[.,]\d|\w*@)/g,
    )) {
      const start = match.index
      const end = start + match[0].length
      const raw = match[0]
      const digits = raw.replace(/\D/g, '')
      if (dates.some((range) => range.from < end && range.to > start) && !/^[+0]/.test(raw.trim())) continue
      const parsed = toPhone(raw, country)
      if (!parsed) continue
      const isLabelled = labelled.test(line.text.slice(0, start))
      if (!isLabelled && !/^(?:\+|00?\d)/.test(raw.trim()) && !looksNorthAmerican(raw, country)) continue
      if (found.some((other) => other.value === parsed.number)) continue
      const piece = { line, start, end, text: raw }
      const international = /^\s*(?:\+|00)/.test(raw)
      const confidence = (parsed.valid ? 0.97 : 0.85) * (international || isLabelled || digits.length === 10 ? 1 : 0.85)
      found.push(readOf(piece, parsed.number, confidence, sizes))
    }
  }
  for (const { url } of links) {
    const raw = /^(?:tel|callto|sms):(.+)/i.exec(url)?.[1]
    const parsed = raw ? toPhone(decodeSafely(raw), country) : null
    if (parsed && !found.some((other) => other.value === parsed.number)) {
      found.push({ value: parsed.number, confidence: parsed.valid ? 0.93 : 0.8, boxes: [], text: raw! })
    }
  }
  return found
}

const looksNorthAmerican = (raw: string, country: string): boolean =>
  (country === 'US' || country === 'CA') && /^\(?\d{3}\)?[\s.-]?\d{3}[\s.-]?\d{4}$/.test(raw.trim())

function toPhone(raw: string, country: CountryCode): { number: string; valid: boolean } | null {
  const cleaned = raw.replace(/^\s*00(?=[1-9])/, '+')
  const parsed = parsePhoneNumberFromString(cleaned, country)
  if (!parsed || !parsed.isPossible()) return null
  return { number: parsed.number, valid: parsed.isValid() }
}

/** The country a full international number belongs to, '' when the lines hold none. */
export function countryOfPhones(lines: readonly Line[]): string {
  for (const line of lines) {
    // Without a country to assume, only what is written in full is a number.
    if (!/[+\uFF0B]|(?<!\d)00[1-9]/.test(line.text)) continue
    for (const found of findPhoneNumbersInText(
      line.text.replace(/\(0\)/g, '').replace(/(?<![\d+])00(?=[1-9])/g, '+'),
    )) {
      if (found.number.country) return found.number.country
    }
    const prefix = /\+\s?(\d[\d\s().-]{7,})/.exec(line.text)
    const parsed = prefix ? parsePhoneNumberFromString(`+${prefix[1]!.replace(/\(0\)/g, '')}`) : undefined
    if (parsed?.country) return parsed.country
  }
  return ''
}

const profileHost =
  /(?:^|\.)(?:linkedin\.com|github\.com|gitlab\.com|bitbucket\.org|behance\.net|dribbble\.com|twitter\.com|x\.com|facebook\.com|instagram\.com|stackoverflow\.com|medium\.com|viadeo\.com|xing\.com|doyoubuzz\.com|malt\.fr|malt\.com|youtube\.com|vimeo\.com|kaggle\.com|researchgate\.net|orcid\.org|soundcloud\.com|artstation\.com|codepen\.io|pinterest\.com|pinterest\.fr|about\.me)$/i
const linkPattern =
  /(?<![@\w.-])(?:https?:\/\/|www\.)[^\s|,;()<>"]+|(?<![@\w./-])(?:[a-z0-9-]+\.)+(?:com|fr|org|net|io|dev|me|eu|ma|be|ch|ca|co|uk|info|tech|xyz|site|pro|app|page|bzh|paris|design|studio|works|ai)(?:\/[^\s|,;()<>"]*)?(?![@\w])/gi

/** A map behind the town's name is no address of the person. */
const mapOfTown =
  /^https?:\/\/(?:[\w-]+\.)*(?:google\.[a-z.]+\/maps|maps\.google\.|maps\.app\.goo\.gl|goo\.gl\/maps|openstreetmap\.org|maps\.apple\.com|bing\.com\/maps)/i

/** Profile and personal addresses: written ones, and those that only a link carries. */
export function findLinks(
  headerLines: readonly Line[],
  allLines: readonly Line[],
  links: readonly PageText['links'][number][],
  emails: readonly string[],
  sizes: PageSizes,
): Read[] {
  const found: Read[] = []
  const key = (url: string) =>
    url
      .replace(/^https?:\/\//i, '')
      .replace(/^www\./i, '')
      .replace(/[/.,;]+$/, '')
      .toLowerCase()
  const isOwn = (text: string) => emails.some((email) => email.endsWith(`@${key(text)}`))
  const header = new Set(headerLines)
  const written: { url: string; line: Line; start: number; end: number }[] = []
  for (const line of allLines) {
    const text = line.text.replace(emailPattern, (address) => ' '.repeat(address.length))
    for (const match of text.matchAll(linkPattern)) {
      const url = match[0].replace(/[.,;:)]+$/, '')
      const host = key(url).split('/')[0]!
      const profile = profileHost.test(host)
      if (!profile && (!header.has(line) || isOwn(url) || host.split('.')[0]!.length < 3)) continue
      if (profile && !key(url).includes('/')) continue
      written.push({ url, line, start: match.index, end: match.index + url.length })
    }
  }
  const annotated = links
    .filter((link) => /^https?:/i.test(link.url) && !mapOfTown.test(link.url))
    // What follows the profile tells where the PDF was made, not who it is.
    .map((link) => ({ ...link, url: link.url.replace(/^(https?:\/\/[\w.]*linkedin\.com\/in\/[^?#]+)[?#].*$/i, '$1') }))
  for (const entry of written) {
    // An annotation holds the whole address where the text was wrapped or shortened.
    const whole = annotated.find(
      (link) => key(link.url).startsWith(key(entry.url)) && key(link.url).length >= key(entry.url).length,
    )
    const url = whole ? whole.url : entry.url
    if (found.some((other) => key(other.value) === key(url))) continue
    found.push(
      readOf(
        { line: entry.line, start: entry.start, end: entry.end, text: entry.url },
        url,
        whole ? 0.98 : 0.93,
        sizes,
      ),
    )
  }
  for (const link of annotated) {
    const host = key(link.url).split('/')[0]!
    const over = headerLines.find((line) => touches(line, link))
    const inBody = allLines.some((line) => !header.has(line) && touches(line, link))
    if (
      found.some(
        (other) =>
          key(other.value) === key(link.url) ||
          key(other.value).startsWith(key(link.url)) ||
          key(link.url).startsWith(key(other.value)),
      )
    )
      continue
    if (
      profileHost.test(host)
        ? inBody && !over && found.length > 6
        : !over && (inBody || link.y > 0.4 * (sizes[0]?.height ?? 842))
    )
      continue
    if (isOwn(link.url)) continue
    found.push({
      value: link.url,
      confidence: profileHost.test(host) ? 0.93 : 0.7,
      boxes: over ? boxesOf(over, sizes) : [],
      text: over ? pieceOf(over).text : link.url,
    })
  }
  return found
}

const touches = (line: Line, link: { x: number; y: number; width: number; height: number }): boolean =>
  line.x0 < link.x + link.width && line.x1 > link.x && line.y0 < link.y + link.height && line.y1 > link.y

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    // A stray percent sign: the text as it stands will do.
    return text
  }
}
