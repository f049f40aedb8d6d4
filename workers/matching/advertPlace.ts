import type { AdvertReading } from '../../src/model/offer.ts'
import { properCase } from './advertTitle.ts'
import type { Slice } from './advertText.ts'
import { foldSame } from './dates.ts'
import { countryOfTown } from './places.ts'

type Fields = AdvertReading['fields']

const states =
  'AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY|DC'
const provinces = 'QC|ON|BC|AB|MB|SK|NS|NB|NL|PE'

const countryNames: [string, RegExp][] = [
  ['MA', /\bmaroc\b|\bmorocco\b|\bcasablanca\b/],
  ['BE', /\bbelgique\b|\bbelgium\b/],
  ['CH', /\bsuisse\b(?! romande)|(?<!french-speaking )\bswitzerland\b/],
  ['LU', /\bgrand-duche\b|\bluxembourg\b/],
  ['CA', /\bcanada\b|\bquebec\b|\bontario\b/],
  ['US', /\bunited states\b|\busa\b|\bremote \(us\)|\bu\.s\.(?! dollar)/],
  ['FR', /\bfrance\b(?! travail)/],
  ['GB', /\bunited kingdom\b|\bengland\b|\bscotland\b|\bwales\b|\broyaume-uni\b|\buk\b(?! driving)/],
  ['IE', /(?<!northern )\bireland\b|\birlande\b/],
  ['SN', /\bsenegal\b/],
  ['CI', /\bcote d'ivoire\b/],
  ['TN', /\btunisie\b|\btunisia\b/],
  ['DZ', /\balgerie\b|\balgeria\b/],
]
export const namedCountry = (folded: string): string =>
  countryNames.find(([, pattern]) => pattern.test(folded))?.[0] ?? ''

/** The first lines with words: title, place and contract stand there. */
export function headLines(text: string, count: number): Slice[] {
  const lines: Slice[] = []
  let at = 0
  for (const line of text.split('\n')) {
    if (line.trim() !== '') lines.push({ start: at, end: at + line.length })
    at += line.length + 1
    if (lines.length === count) break
  }
  return lines
}

/** The pieces of a line between dashes, bars, bullets, commas and brackets. */
export function segmentsOf(text: string, line: Slice): Slice[] {
  const found: Slice[] = []
  let at = line.start
  const push = (end: number) => {
    let start = at
    let stop = end
    while (start < stop && /[\s-]/.test(text[start]!)) start += 1
    while (stop > start && /[\s.]/.test(text[stop - 1]!)) stop -= 1
    if (stop > start) found.push({ start, end: stop })
  }
  for (const match of text
    .slice(line.start, line.end)
    .matchAll(/\s+[-–—]+\s+|\s*[–—|·•,;()]\s*|\s+-\s*(?=\p{Lu})|\.\s+(?=\p{Lu})/gu)) {
    push(line.start + match.index)
    at = line.start + match.index + match[0].length
  }
  push(line.end)
  return found
}

const district = /\s+(\d{1,2})\s*(?:e|er|ème|eme|ᵉ)?(?:\s+(?:arrondissement|arr\.?))?$/iu
const townWord = "\\p{Lu}[\\p{L}'’-]*"
const link = '(?:sur|sous|en|la|le|les|de|du|des|lès|upon|l|d)'
/** 'Saint-Aubin-les-Forges', 'Villefranche sur Saône', 'La Roche', "L'Isle-d'Abeau". */
const townName = `${townWord}(?:[ -](?:${link}[ -])*${townWord}){0,4}`
const aroundTown = new RegExp(
  `(?:(?<!\\p{L})(?:à|a|au|aux|À|A|SUR|IN|AT|in|at|around|near|sur|autour de|près de|région de|region de|secteur(?: de)?|basée? à|based in|site de|site d['’]|agglomération de|greater|and|et)\\s+)(${townName})`,
  'gu',
)

/** Longest beginning of a run of words that is a town: 'Lyon Part-Dieu' -> 'Lyon'. */
function townIn(said: string): string | null {
  const words = said.split(/(?<=[\s])/u)
  for (let count = Math.min(words.length, 6); count > 0; count -= 1) {
    const name = words.slice(0, count).join('').trim()
    if (countryOfTown(name) !== null) return name
  }
  return null
}

/** Capitalised words that are no town, though they stand where towns stand. */
const noTown =
  /^(?:cdi|cdd|interim|permanent|full|part|temps|contrat|contract|hybrid|hybride|remote|salaire|salary|nights?|days?|mon|monday|lundi|urgent|stage|poste|nous|we|our|the|le|la|les|un|une|h|f|senior|junior|call|tel|sas|sarl|sa|ltd|competences?|missions?|profil|about|benefits|immediate|apply|year|years?|cap|bac|bts|anglais|english|french|europe|categorie|catholic|town hall|fixed|temporary|smic|tjm|description|entreprise|january|february|march|april|may|june|july|august|september|october|november|december|health|excel|python|java|sql|word|law|marketing|finance|human|computer|german|spanish|social|care|engineering|business|science)\b/
const looksLikeTown = (said: string): boolean =>
  new RegExp(`^${townName}$`, 'u').test(said) &&
  said.length >= 3 &&
  said.length < 40 &&
  !noTown.test(foldSame(said)) &&
  !/\d/.test(said)

/** Town, postal code, further towns and country. */
export function readPlace(view: string, folded: string, fields: Fields): void {
  const put = (name: string, at: number, confidence: number): void => {
    const arrondissement = /^(paris|lyon|marseille)\s+(\d{1,2})(?!\d)/i.exec(foldSame(name))
    const bare = name
      .replace(district, '')
      .replace(/\s+cedex.*$/i, '')
      .trim()
    fields.city = { value: properCase(bare), start: at, end: at + name.length, confidence }
    if (!arrondissement || fields.postalCode) return
    const base = { paris: 75000, lyon: 69000, marseille: 13000 }[arrondissement[1]! as 'paris' | 'lyon' | 'marseille']
    const value = String(base + Number(arrondissement[2]))
    fields.postalCode = { value, start: at, end: at + name.length, confidence }
  }
  readLabelled(view, put, fields)
  // A code at an address below is where to write to; in the head it is the place of work.
  readPostal(view.slice(0, headLines(view, 6).at(-1)?.end ?? 0), folded, put, fields)
  if (!fields.city) readHead(view, put, fields)
  if (!fields.city) readPostal(view, folded, put, fields)
  if (!fields.city) readRunningText(view, put)
  if (fields.city) readCodeBeside(view, fields)
  readOthers(view, fields)
  readCountry(view, folded, fields)
}

type Put = (name: string, at: number, confidence: number) => void

function readLabelled(view: string, put: Put, fields: Fields): void {
  const pattern = new RegExp(
    `(?:^|\\n|[.;|•]\\s*)\\s*(?:lieu(?: de travail| du poste)?|localisation|location|ville|city|where|place of work|based|workplace|secteur)\\s*:\\s*(?:near |around |à |in )?(${townName}(?:\\s\\d{1,2}e\\b)?)([^\\n]*)`,
    'iu',
  )
  const match = pattern.exec(view)
  if (!match || !/^\p{Lu}/u.test(match[1]!)) return
  const said = match[1]!
  const at = match.index + match[0].lastIndexOf(said, match[0].length - match[2]!.length)
  // 'Town Hall, Lancaster': the first piece that is a town of the table, else the first.
  const town = townIn(said)
  if (town) return put(town, at, 0.92)
  for (const part of segmentsOf(view, { start: at, end: at + said.length + match[2]!.length })) {
    const inside = townIn(view.slice(part.start, part.end).replace(/\s+(?:with|avec)\b.*$/u, ''))
    if (inside) return put(inside, part.start, 0.9)
  }
  if (!noTown.test(foldSame(said))) put(said, at, 0.8)
  void fields
}

function readPostal(view: string, folded: string, put: Put, fields: Fields): void {
  const patterns: [RegExp, boolean][] = [
    [new RegExp(`(?<![\\d+-])(\\d{5})\\s+(${townName})`, 'u'), true],
    [new RegExp(`(?<![\\p{L}])(${townName})\\s*\\((\\d{5}|\\d{2}|2[AB]|\\d{4}|97\\d)\\)`, 'u'), false],
    [new RegExp(`(?<![\\p{L}])(${townName}),?\\s+(\\d{5})(?![\\d]|[ .-]\\d)`, 'u'), false],
    [new RegExp(`(?:^|\\n)\\s*(\\d{2}|2[AB])\\s+[-–]\\s+(${townName})`, 'u'), true],
    [new RegExp(`(?:^|\\n)\\s*(${townName})\\s+[-–]\\s+(\\d{2}|2[AB])\\s*(?=\\n|$)`, 'u'), false],
    [
      /(?<![\d.,+])([1-9]\d{3})\s+(Bruxelles|Brussels|Liège|Namur|Charleroi|Mons|Gent|Antwerpen|Genève|Lausanne|Leuven|Tournai|Fribourg|Sion|Neuchâtel|Bienne|Delémont|Nyon)/u,
      true,
    ],
    [new RegExp(`(${townName}),?\\s+(?:${states})\\s+(\\d{5})(?!\\d)`, 'u'), false],
    [
      new RegExp(`(${townName}), [^\\n]{2,30}, ([A-Z]{1,2}\\d{1,2}[A-Z]?(?: \\d[A-Z]{2})?)(?=\\s*(?:\\n|$))`, 'u'),
      false,
    ],
  ]
  for (const [pattern, digitsFirst] of patterns) {
    const match = pattern.exec(view)
    if (!match) continue
    const code = (digitsFirst ? match[1] : match[2])!
    const said = (digitsFirst ? match[2] : match[1])!
    const before = folded.slice(Math.max(0, match.index - 30), match.index)
    if (/(?:tel|tel\.|telephone|phone|call|€|\bbp)\W*$/.test(before)) continue
    if (/^\s*(?:euros?|€|k\b|salari|people|personnes)/i.test(view.slice(match.index + match[0].length))) continue
    if (!/^[A-Z]/.test(code) || /^2[AB]$/.test(code)) {
      // The title may stand before the town: 'Cariste Saint-Priest (69)'.
      const known =
        townIn(said) ??
        said
          .split(' ')
          .map((_, index, words) => words.slice(index).join(' '))
          .find((tail) => countryOfTown(tail) !== null)
      const city = known ?? said
      if (fields.city && foldSame(fields.city.value) !== foldSame(city) && match.index > 600) continue
      const codeAt = match.index + match[0].lastIndexOf(code)
      fields.postalCode = { value: code, start: codeAt, end: codeAt + code.length, confidence: 0.9 }
      if (!fields.city || !known === false) put(city, match.index + match[0].indexOf(city), 0.9)
      return
    }
    if (!fields.city) put(said, match.index + match[0].indexOf(said), 0.8)
    return
  }
}

/** A code right beside the town that was found: 'Paris 10e', 'La Défense (92)'. */
function readCodeBeside(view: string, fields: Fields): void {
  if (fields.postalCode || !fields.city) return
  const match = /^\s*\((\d{5}|\d{2}|2[AB]|\d{4})\)/.exec(view.slice(fields.city.end))
  if (!match) return
  const start = fields.city.end + match[0].indexOf(match[1]!)
  fields.postalCode = { value: match[1]!, start, end: start + match[1]!.length, confidence: 0.9 }
}

function readHead(view: string, put: Put, fields: Fields): void {
  const heads = headLines(view, 6)
  const guesses: { name: string; at: number; worth: number }[] = []
  for (const [index, line] of heads.entries()) {
    if (index > 0 && line.end - line.start > 160) continue
    const words = view.slice(line.start, line.end)
    const segments = segmentsOf(view, line)
    for (const [place, part] of segments.entries()) {
      const said = view.slice(part.start, part.end)
      if (/^\d+$/.test(said)) continue
      const town = countryOfTown(said) === null ? townIn(said) : said
      // 'Vénissieux et agglomération lyonnaise', but not 'Nancy Martin recrute'.
      if (
        town &&
        (town === said ||
          (/^\s*(?:et|and|ou|or|\d|centre|area|région|[-–(|])/iu.test(said.slice(town.length)) && index > 0) ||
          (place > 0 && /^\s+(?:\p{Lu}[\p{L}-]+|town|city|centre)$/u.test(said.slice(town.length))))
      )
        guesses.push({ name: town, at: part.start, worth: 5 - index * 0.3 })
      else if (
        (segments.length > 1 || index > 0) &&
        (place > 0 || index > 0) &&
        looksLikeTown(said) &&
        said.split(' ').length <= 3 &&
        /^[^.!?]*$/.test(said) &&
        isBesideTerms(view, line, part) &&
        foldSame(said) !== foldSame(fields.title?.value ?? '') &&
        foldSame(said) !== foldSame(fields.company?.value ?? '')
      )
        guesses.push({ name: said, at: part.start, worth: 2 - index * 0.3 })
    }
    for (const match of words.matchAll(aroundTown)) {
      const town = townIn(match[1]!)
      if (town)
        guesses.push({
          name: town,
          at: line.start + match.index + match[0].lastIndexOf(match[1]!),
          worth: 4.5 - index * 0.3,
        })
    }
    const state = new RegExp(`(${townName}),\\s*(?:${states}|${provinces}|Québec)\\b`, 'u').exec(words)
    if (state) guesses.push({ name: state[1]!, at: line.start + state.index, worth: 6 })
    if (index > 0) continue
    // The last words of the title: 'SERVEUR NANTES'.
    const tail = /\s(\p{Lu}[\p{L}'’-]+(?:[ -]\p{L}+){0,3}(?:\s\d{1,2}e)?)\s*$/u.exec(words)
    const parts = tail ? tail[1]!.split(' ') : []
    const from = parts.findIndex(
      (_, at) => countryOfTown(parts.slice(at).join(' ')) !== null && !/^\d/.test(parts[at]!),
    )
    if (tail && from >= 0) {
      const name = parts.slice(from).join(' ')
      guesses.push({ name, at: line.start + tail.index + tail[0].lastIndexOf(name), worth: 3 })
    }
  }
  const best = guesses.toSorted((a, b) => b.worth - a.worth)[0]
  if (best) put(best.name, best.at, best.worth > 4 ? 0.9 : best.worth >= 3 ? 0.75 : 0.6)
}

/** Whether a piece of a line stands beside contract, pay, hours or a firm, as a place does. */
function isBesideTerms(view: string, line: Slice, part: Slice): boolean {
  const after = view.slice(part.end, Math.min(line.end, part.end + 24))
  const before = view.slice(line.start, part.start)
  return (
    /^\s*[-–—|·•,(]\s*(?:cdi|cdd|int[ée]rim|permanent|full|part|temp|fixed|hybrid|remote|[£€$]|\d|days|nights|mon|\p{Lu}[\p{L} ]+(?:shire|shire\b|$))/iu.test(
      after,
    ) ||
    (after.trim() === '' && /[-–—|,]\s*$/.test(before) && before.trim().length > 3) ||
    (/^\s*[-–—|,]/.test(after) && /(?:[-–—|]|wanted,|needed,|recherché,)\s*$/.test(before))
  )
}

function readRunningText(view: string, put: Put): void {
  const named =
    new RegExp(
      `(?:notre site (?:de|d['’]|à)|[Ff]or our|at our|site se trouve à|(?:basée?s?|situ[ée]e?s?|poste|poste basé|agence|atelier|magasin|travail|chantier) (?:à|de|sur)|[Bb]ased (?:in|at|near)|located (?:in|near)|firm in|shop in|needed in|clinic in|school in)\\s*(${townName})`,
      'u',
    ).exec(view) ??
    /(?:^|\n)(\p{Lu}[\p{L}'’-]+(?:[ -]\p{Lu}[\p{L}'’-]+){0,3})\s+[-–—|·,]\s+(?:CDI|CDD|Int[ée]rim|permanent|fixed|temporary|12|6|full|temps|\d)/u.exec(
      view,
    )
  if (named) {
    const town =
      townIn(named[1]!) ??
      named[1]!.replace(/\s+(?:site|team|office|plant|depot|shop|warehouse|store|branch|city|town)$/i, '')
    if (!noTown.test(foldSame(town))) return put(town, named.index + named[0].lastIndexOf(named[1]!), 0.75)
  }
  for (const match of view.matchAll(aroundTown)) {
    const town = townIn(match[1]!)
    if (
      town &&
      !/partenaires|clients|siege|headquarter|offices? in/.test(
        foldSame(view.slice(Math.max(0, match.index - 40), match.index)),
      )
    )
      return put(town, match.index + match[0].lastIndexOf(match[1]!), 0.7)
  }
  const english = new RegExp(
    `(?<!\\p{L})(?:[Ii]n|[Nn]ear|[Aa]t)\\s+(${townName})(?=\\s+(?:is|are|to|on|for|seeks|needs|recruits)\\b)`,
    'mu',
  ).exec(view.slice(0, 600))
  if (english && looksLikeTown(english[1]!) && english[1]!.split(' ').length <= 3)
    return put(english[1]!, english.index + english[0].lastIndexOf(english[1]!), 0.55)
  const guess = new RegExp(`(?<!\\p{L})à\\s+(${townName})(?!\\p{L})`, 'u').exec(view)
  if (guess && !noTown.test(foldSame(guess[1]!)) && !/^(?:madame|monsieur|mme|m\b|dr)/.test(foldSame(guess[1]!)))
    put(guess[1]!, guess.index + guess[0].lastIndexOf(guess[1]!), 0.6)
}

/** Further towns beside the first: 'à Brioude, au Puy-en-Velay et à Yssingeaux', 'Rennes et Saint-Malo'. */
function readOthers(view: string, fields: Fields): void {
  const { city } = fields
  if (!city) return
  const rest = view.slice(city.end, city.end + 120).split('\n')[0]!
  const others: string[] = []
  const pattern = new RegExp(
    `^\\s*(?:\\(\\d{2,5}\\))?\\s*(,|/|et|and|ou|or|&|\\+)\\s*(?:(à|au|aux|in|sur)\\s+)?(${townName})`,
    'iu',
  )
  let at = 0
  let end = city.end
  for (let match = pattern.exec(rest); match; match = pattern.exec(rest.slice(at))) {
    let name = match[3]!
    if (!/^\p{Lu}/u.test(name)) break
    const known = townIn(name)
    // A comma alone may bring the county or the country; a preposition or a known town tells a place of work.
    if (!known && match[2] === undefined && match[1] === ',') break
    if (!known && match[2] === undefined && !looksLikeTown(name)) break
    if (namedCountry(foldSame(name)) !== '' || noTown.test(foldSame(name))) break
    if (known) name = known
    others.push(/^au$/i.test(match[2] ?? '') ? `Le ${properCase(name)}` : properCase(name))
    const used = match[0].length - match[3]!.length + name.length
    at += used
    end = city.end + at
  }
  if (others.length > 0) fields.otherPlaces = { value: others.join(', '), start: city.end, end, confidence: 0.75 }
}

function readCountry(view: string, folded: string, fields: Fields): void {
  const head = folded.slice(0, headLines(view, 5).at(-1)?.end ?? 0)
  const ofTown = fields.city ? countryOfTown(fields.city.value) : null
  const beside = fields.city ? view.slice(fields.city.end, fields.city.end + 12) : ''
  const hasState = new RegExp(`^,\\s*(?:${states})\\b`).test(beside)
  const hasProvince = new RegExp(`^,\\s*(?:${provinces})\\b`).test(beside) || /^\s*\(Qu[ée]bec\)/.test(beside)
  const code = fields.postalCode?.value ?? ''
  const byMoney = { GBP: 'GB', MAD: 'MA', CHF: 'CH', CAD: 'CA', USD: 'US' }[fields.salaryCurrency?.value ?? '']
  const isPhoneOf = (prefix: RegExp) => prefix.test(fields.contact?.value.replaceAll(/\s/g, '') ?? '')
  const byCode = /^(?:\d{2}|2[AB]|\d{5})$/.test(code) && !hasState && byMoney !== 'US' && byMoney !== 'MA' ? 'FR' : null
  const byContact =
    isPhoneOf(/^0[1-9]\d{8}$/) &&
    !/^07\d{9}/.test(fields.contact?.value ?? '') &&
    byMoney === undefined &&
    /[éèàç]/.test(view)
      ? 'FR'
      : null
  const country =
    (hasState ? 'US' : hasProvince ? 'CA' : '') ||
    namedCountry(head) ||
    ofTown ||
    byCode ||
    byMoney ||
    namedCountry(folded) ||
    byContact
  if (!country) return
  const at = folded.search(countryNames.find(([name]) => name === country)?.[1] ?? /$^/)
  const start = at >= 0 ? at : (fields.city?.start ?? fields.salaryMin?.start ?? 0)
  const end = at >= 0 ? at + 5 : (fields.city?.end ?? fields.salaryMin?.end ?? 0)
  fields.country = { value: country, start, end, confidence: ofTown === country || at >= 0 ? 0.8 : 0.7 }
}
