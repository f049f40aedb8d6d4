import type { AdvertField, AdvertReading } from '../../src/model/offer.ts'
import { foldSame } from './dates.ts'

type Fields = AdvertReading['fields']

/** Reads the facts of an advert: title, company, place, contract, pay, hours. Offsets are in `text`. */
export function readAdvertFields(text: string): Fields {
  const folded = foldSame(text)
  const fields: Fields = {}
  const found = <T>(value: T, start: number, end: number, confidence: number): AdvertField<T> => ({
    value,
    start,
    end,
    confidence,
  })
  readTitleField(text, folded, fields)

  const company =
    /(?:\b(?:Rejoignez|Join|intégrez|Intégrez)\s+)(\p{Lu}[\p{L}\d&'’.-]*(?:\s+(?:&\s+|et\s+|de\s+|du\s+|des\s+|la\s+)?\p{Lu}[\p{L}\d&'’.-]*){0,4})/u.exec(
      text,
    ) ??
    /(?:^|[\n.]\s*)(\p{Lu}[\p{L}\d&'’.-]*(?:\s+(?:&\s+|et\s+|de\s+|du\s+|des\s+)?\p{Lu}[\p{L}\d&'’.-]*){0,4})\s+(?:est (?:une?|le|la|l['’])|is (?:an?|the|one)|recrute|recherche|is (?:hiring|looking)|,\s*(?:entreprise|société|leader|acteur))/u.exec(
      text,
    ) ??
    /(?:société|entreprise|company|employer|client)\s*:\s*(\p{Lu}[^\n,.;]{1,50})/iu.exec(text)
  if (company) {
    const start = company.index + company[0].indexOf(company[1]!)
    if (
      !/^(?:Notre|Our|Le|La|Les|Nous|We|This|Cette|Ce|The|Vous|You|Offre|Job|Il|Elle|It)$/.test(
        company[1]!.split(/\s/)[0]!,
      )
    )
      fields.company = found(company[1]!.trim(), start, start + company[1]!.length, 0.75)
  }

  const postal =
    /(?<!\d)(\d{5})\s+(\p{Lu}[\p{L}'’-]+(?:[ -]\p{L}[\p{L}'’-]+){0,3})/u.exec(text) ??
    /(\p{Lu}[\p{L}'’-]+(?:[ -]\p{Lu}[\p{L}'’-]+){0,3})\s*\((\d{5}|\d{2})\)/u.exec(text)
  if (postal) {
    const digitsFirst = /^\d/.test(postal[1]!)
    const code = digitsFirst ? postal[1]! : postal[2]!
    const city = digitsFirst ? postal[2]! : postal[1]!
    const codeAt = postal.index + postal[0].indexOf(code)
    const cityAt = postal.index + postal[0].indexOf(city)
    fields.postalCode = found(code, codeAt, codeAt + code.length, 0.9)
    fields.city = found(city, cityAt, cityAt + city.length, 0.9)
  } else {
    const city =
      /(?:notre site (?:de|d['’]|à)|our|(?:basée?|situé[e]?|poste|agence|atelier|magasin) (?:à|de)|based (?:in|at)|located in|lieu(?: de travail)?\s*:|location\s*:|ville\s*:)\s*(\p{Lu}[\p{L}'’-]+(?:[ -](?:\p{Lu}[\p{L}'’-]+|sur|sous|en|la|le|les|de|du))*)/u.exec(
        text,
      ) ??
      /(?:^|\n)(\p{Lu}[\p{L}'’-]+(?:[ -]\p{Lu}[\p{L}'’-]+){0,3})\s+[-–—|·,]\s+(?:CDI|CDD|Int[ée]rim|permanent|fixed|temporary|12|6|full|temps|\d)/u.exec(
        text,
      ) ??
      /\bà\s+(\p{Lu}[\p{L}'’-]+(?:[ -]\p{Lu}[\p{L}'’-]+){0,3})/u.exec(text)
    if (city) {
      const start = city.index + city[0].lastIndexOf(city[1]!)
      const name = city[1]!.replace(/\s+(?:site|team|office|plant|depot|shop)$/i, '')
      fields.city = found(name, start, start + name.length, 0.75)
    }
  }
  const country = /\bmaroc\b|\bmorocco\b/.exec(folded)
    ? 'MA'
    : /\bbelgique\b|\bbelgium\b/.exec(folded)
      ? 'BE'
      : /\bsuisse\b|\bswitzerland\b/.exec(folded)
        ? 'CH'
        : /\bluxembourg\b/.exec(folded)
          ? 'LU'
          : /\bfrance\b/.exec(folded)
            ? 'FR'
            : ''
  if (country) {
    const at = folded.search(
      /\bmaroc\b|\bmorocco\b|\bbelgique\b|\bbelgium\b|\bsuisse\b|\bswitzerland\b|\bluxembourg\b|\bfrance\b/,
    )
    fields.country = found(country, at, at + 5, 0.7)
  }
  readContract(folded, fields)
  readSalary(text, folded, fields)

  const hours =
    /\b(\d{2}(?:[.,]\d+)?)\s*(?:h|heures|hours)\s*(?:\/|par|per|a|hebdo\w*)?\s*(?:semaine|week|hebdo\w*|sem)\b|\b[23]\s?x\s?8\b|\bhoraires? de nuit\b|\bnight shifts?\b|\bde nuit\b/.exec(
      folded,
    )
  if (hours)
    fields.hours = found(
      text.slice(hours.index, hours.index + hours[0].length),
      hours.index,
      hours.index + hours[0].length,
      0.8,
    )
  const partTime = /\btemps partiel\b|\bpart[- ]time\b|\bmi-temps\b/.exec(folded)
  const fullTime = /\btemps (?:plein|complet)\b|\bfull[- ]time\b/.exec(folded)
  if (partTime) fields.partTime = found(true, partTime.index, partTime.index + partTime[0].length, 0.85)
  else if (fullTime) fields.partTime = found(false, fullTime.index, fullTime.index + fullTime[0].length, 0.85)
  const mode =
    /\b(?:100 ?% )?teletravail (?:total|complet|integral)\b|\b100 ?% (?:teletravail|remote)\b|\bfull(?:y)? remote\b/.exec(
      folded,
    )
  const hybrid = /\bhybride?\b|\bteletravail\b|\bremote\b|\bwork(?:ing)? from home\b/.exec(folded)
  const moving = /\bitineran\w*\b|\bdeplacements (?:quotidiens|frequents|reguliers)\b|\bfield[- ]based\b/.exec(folded)
  const onSite = /\bsur site\b|\bon[- ]site\b|\bpresentiel\b/.exec(folded)
  for (const [match, value] of [
    [mode, 'remote'],
    [hybrid, 'hybrid'],
    [moving, 'itinerant'],
    [onSite, 'on_site'],
  ] as const) {
    if (match && !fields.workMode) fields.workMode = found(value, match.index, match.index + match[0].length, 0.75)
  }
  readStart(folded, fields)
  const levels: [RegExp, 'none' | 'cap' | 'bac' | 'bac+2' | 'bac+3' | 'bac+4' | 'bac+5' | 'doctorate'][] = [
    [/\bdoctorat\b|\bphd\b/, 'doctorate'],
    [/\bbac ?\+ ?5\b|\bmaster(?:'?s)?\b|\bdiplome d'ingenieur\b|\bmsc\b/, 'bac+5'],
    [/\bbac ?\+ ?4\b/, 'bac+4'],
    [/\bbac ?\+ ?3\b|\blicence (?:pro\w*|de|en)\b|\bbachelor(?:'?s)?\b/, 'bac+3'],
    [/\bbac ?\+ ?2\b|\bbts\b|\bdut\b|\bhnd\b|\bhigher diploma\b/, 'bac+2'],
    [/\bbac(?:calaureat)? pro\b|\bniveau bac\b|\ba[- ]levels?\b/, 'bac'],
    [/\bcap\b|\bbep\b|\bvocational certificate\b/, 'cap'],
  ]
  for (const [pattern, level] of levels) {
    const match = pattern.exec(folded)
    if (match && !fields.educationLevel)
      fields.educationLevel = found(level, match.index, match.index + match[0].length, 0.7)
  }
  return fields
}

const noise =
  /\s*[([]\s*(?:h\s*\/?\s*f|f\s*\/?\s*h|m\s*\/\s*[fw](?:\s*\/\s*[dx])?|f\s*\/\s*m(?:\s*\/\s*[dx])?|x|all genders|tous genres)(?:\s*\/\s*\w)?\s*[)\]]|\s+[-–]?\s*(?:H\/F|F\/H|M\/F\/D|m\/f\/d|h\/f)\b/giu

function readTitleField(text: string, folded: string, fields: Fields): void {
  const labelled =
    /(?:^|\n)\s*(?:offre d'emploi|job offer|job title|intitule(?: du poste)?|poste(?: a pourvoir)?|position|vacancy|role|emploi|titre|job)\s*:\s*([^\n]+)/.exec(
      folded,
    )
  const hiring =
    /\b(?:recrut(?:e|ons)|recherch(?:e|ons)|cherch(?:e|ons)|is (?:hiring|looking for|seeking|recruiting)|are (?:hiring|looking for|seeking|recruiting))\s+(?:pour [^,\n]{3,40},?\s+)?(?:un\(e\)|une?|an?|des|\d+|our (?:next|new)|notre (?:futur|prochain)e?|son|sa)\s+([^\n,.;:]{3,70})/.exec(
      folded,
    )
  const firstAt = text.search(/\S/)
  const firstEnd = firstAt < 0 ? 0 : (text.indexOf('\n', firstAt) + 1 || text.length + 1) - 1
  const first = firstAt < 0 ? '' : text.slice(firstAt, firstEnd)
  let start = -1
  let end = -1
  let confidence = 0
  if (labelled) {
    start = labelled.index + labelled[0].length - labelled[1]!.length
    end = start + labelled[1]!.length
    confidence = 0.95
  } else if (
    first.length > 0 &&
    first.length <= 90 &&
    !/[.!?]\s*$/.test(first) &&
    !/^(?:rejoignez|join|nous|we|notre|our|bienvenue)\b/i.test(first)
  ) {
    start = firstAt
    end = firstEnd
    confidence = 0.9
  } else if (hiring) {
    start = hiring.index + hiring[0].length - hiring[1]!.length
    end = start + hiring[1]!.length
    const stop =
      /\s(?:en (?:cdi|cdd|interim|alternance|contrat)|pour|a\s|au\s|afin|basee?|in (?:our|the)|for (?:our|the)|to (?:join|work)|who|with|qui|sur|at\s|on a\s|h\/f|dans)/.exec(
        folded.slice(start, end),
      )
    if (stop && stop.index > 2) end = start + stop.index
    confidence = 0.75
  }
  if (start < 0) return
  let value = text.slice(start, end)
  const cutAt = value.search(/\s+[-–—|]\s+(?:CDI|CDD|Int[ée]rim|temps|permanent|full|part|\p{Lu}[\p{L}]+\s*(?:\(|$))/u)
  if (cutAt > 2) value = value.slice(0, cutAt)
  const clean = value
    .replace(noise, ' ')
    .replace(/\s+/g, ' ')
    .replace(/[\s:.,;–-]+$/u, '')
    .trim()
  if (clean) fields.title = { value: clean, start, end: start + value.trimEnd().length, confidence }
}

function readContract(folded: string, fields: Fields): void {
  const kinds: [RegExp, NonNullable<Fields['contract']>['value']][] = [
    [
      /\balternance\b|\bcontrat d'apprentissage\b|\bapprentissage\b|\bapprenticeship\b|\bcontrat de professionnalisation\b/,
      'apprenticeship',
    ],
    [/\bstage\b|\binternship\b/, 'internship'],
    [/\bsaisonnier\w*\b|\bseasonal\b/, 'seasonal'],
    [
      /\binterim\w*\b|\btemporary agency\b|\bagency work\b|\btemp(?:orary)? (?:job|work|contract|assignment)\b|\btravail temporaire\b/,
      'interim',
    ],
    [/\bcdd\b|\bfixed[- ]term\b|\bduree determinee\b/, 'cdd'],
    [/\bfreelance\b|\bindependant\b|\bself[- ]employed\b|\bcontractor\b|\bvacation\b/, 'freelance'],
    [/\bcdi\b|\bpermanent\b|\bduree indeterminee\b|\bopen[- ]ended\b/, 'cdi'],
  ]
  let best: { at: number; length: number; value: NonNullable<Fields['contract']>['value'] } | null = null
  for (const [pattern, value] of kinds) {
    const match = pattern.exec(folded)
    if (match && (!best || match.index < best.at)) best = { at: match.index, length: match[0].length, value }
  }
  if (best) fields.contract = { value: best.value, start: best.at, end: best.at + best.length, confidence: 0.9 }
  const duration =
    /\b(?:cdd|interim|contrat|mission|stage|contract|alternance)\b[^.\n;]{0,20}?\b(\d{1,2})\s*(mois|months?|ans?|years?|semaines|weeks)\b|\b(\d{1,2})[- ](months?|mois|years?)[- ](?:fixed[- ]term|contract|cdd|mission|internship)/.exec(
      folded,
    )
  if (duration && fields.contract?.value !== 'cdi') {
    const count = Number(duration[1] ?? duration[3])
    const unit = duration[2] ?? duration[4]!
    const months = /^(?:an|year)/.test(unit)
      ? count * 12
      : /^(?:sem|week)/.test(unit)
        ? Math.round((count * 12) / 52)
        : count
    if (months > 0)
      fields.durationMonths = {
        value: months,
        start: duration.index,
        end: duration.index + duration[0].length,
        confidence: 0.85,
      }
  }
}

const amount = `(\\d{1,3}(?:[ \\u00a0\\u202f.,]\\d{3})+|\\d+(?:[.,]\\d{1,2})?)\\s*(k)?`
const money = `(?:€|eur(?:os?)?|£|gbp|mad|dhs?|dirhams?|chf|francs?|usd|\\$)`

function readSalary(text: string, folded: string, fields: Fields): void {
  const plain = folded.replaceAll(/[\u00a0\u202f]/g, ' ')
  const pattern = new RegExp(
    `(?:(?:entre|de|from|between|a partir de)\\s+)?(?:(${money})\\s*)?${amount}\\s*(${money})?(?:\\s*(?:a|et|to|and|-|–|—|/)\\s*(?:(${money})\\s*)?${amount}\\s*(${money})?)?\\s*(?:bruts?|nets?|gross)?\\s*(?:(?:/|par|per|an?|de l'|l'|the|p\\.?)\\s*)?(heure|hour|h\\b|jour|day|mois|month|an\\b|annee|year|annum|annuels?|annually|mensuels?|monthly|hourly|horaire|yearly|a year)?`,
    'g',
  )
  for (const match of plain.matchAll(pattern)) {
    const unit = match[1] ?? match[4] ?? match[5] ?? match[8]
    const isThousands = Boolean(match[3] ?? match[7])
    const context = plain.slice(Math.max(0, match.index - 40), match.index)
    const near = /salaire|remuneration|salary|pay\b|wage|package|fixe/.test(context)
    if (!unit && !(isThousands && near)) continue
    const last = match[6] ?? match[2]!
    const number = (value: string, thousands: boolean): number => {
      const grouped = /^\d{1,3}(?:[ .,]\d{3})+$/.test(value) ? value.replaceAll(/[ .,]/g, '') : value.replace(',', '.')
      return Number(grouped) * (thousands ? 1000 : 1)
    }
    const min = number(match[2]!, isThousands)
    const max = number(last, isThousands)
    if (min < 5 || max < min) continue
    if (
      !near &&
      /titre|ticket|prime|bonus|mutuelle|panier|voucher|chiffre d'affaires|turnover|revenue|capital|budget/.test(
        context,
      )
    )
      continue
    const after = plain.slice(match.index + match[0].length, match.index + match[0].length + 12)
    const said =
      match[9] ??
      /^\s*(?:bruts?|gross|nets?)?\s*(?:\/|par|per|a)\s*(heure|hour|jour|day|mois|month|an|annee|year)/.exec(
        after,
      )?.[1] ??
      ''
    const period = /^h/.test(said)
      ? 'hour'
      : /^(?:jour|day)/.test(said)
        ? 'day'
        : /^(?:mois|month|mens)/.test(said)
          ? 'month'
          : /^(?:an|year|a year)/.test(said)
            ? 'year'
            : max < 100
              ? 'hour'
              : max < 700
                ? 'day'
                : max < 15000
                  ? 'month'
                  : /mad|dh|dirham/.test(unit ?? '') && max < 60000
                    ? 'month'
                    : 'year'
    const symbol = unit ?? '€'
    const currency = /£|gbp/.test(symbol)
      ? 'GBP'
      : /mad|dh/.test(symbol)
        ? 'MAD'
        : /chf|franc/.test(symbol)
          ? 'CHF'
          : /\$|usd/.test(symbol)
            ? 'USD'
            : 'EUR'
    const start = match.index + match[0].search(/\S/)
    const end = match.index + match[0].trimEnd().length
    const confidence = near ? 0.9 : 0.8
    fields.salaryMin = { value: min, start, end, confidence }
    fields.salaryMax = { value: max, start, end, confidence }
    fields.salaryCurrency = { value: currency, start, end, confidence }
    fields.salaryPeriod = { value: period, start, end, confidence: said ? confidence : 0.65 }
    return
  }
  void text
}

const monthNames =
  'janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|january|february|march|april|may|june|july|august|september|october|november|december'.split(
    '|',
  )

function readStart(folded: string, fields: Fields): void {
  const lead =
    /(?:prise de poste|debut|a pourvoir|a partir du|des le|start(?:ing|s)?(?: date)?|demarrage|embauche|begin\w*|from)\D{0,25}?/
      .source
  const full = new RegExp(`${lead}(\\d{1,2})(?:er|st|nd|rd|th)?\\s+(${monthNames.join('|')})\\s+(20\\d{2})`).exec(
    folded,
  )
  const numeric = new RegExp(`${lead}(\\d{1,2})[/.](\\d{1,2})[/.](20\\d{2})`).exec(folded)
  const monthOnly = new RegExp(`${lead}(${monthNames.join('|')})\\s+(20\\d{2})`).exec(folded)
  const pad = (value: number) => String(value).padStart(2, '0')
  const monthNumber = (name: string) => (monthNames.indexOf(name) % 12) + 1
  if (full)
    fields.startDate = {
      value: `${full[3]}-${pad(monthNumber(full[2]!))}-${pad(Number(full[1]))}`,
      start: full.index,
      end: full.index + full[0].length,
      confidence: 0.9,
    }
  else if (numeric && Number(numeric[2]) <= 12)
    fields.startDate = {
      value: `${numeric[3]}-${pad(Number(numeric[2]))}-${pad(Number(numeric[1]))}`,
      start: numeric.index,
      end: numeric.index + numeric[0].length,
      confidence: 0.85,
    }
  else if (monthOnly)
    fields.startDate = {
      value: `${monthOnly[2]}-${pad(monthNumber(monthOnly[1]!))}-01`,
      start: monthOnly.index,
      end: monthOnly.index + monthOnly[0].length,
      confidence: 0.7,
    }
}
