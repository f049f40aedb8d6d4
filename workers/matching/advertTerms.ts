import type { AdvertReading } from '../../src/model/offer.ts'
import { foldSame } from './dates.ts'
import { numberSaid, numberWords } from './numberWords.ts'

type Fields = AdvertReading['fields']
type Contract = NonNullable<Fields['contract']>['value']

const contractWords: [RegExp, Contract, number][] = [
  [
    /\balternan\w+\b|\bcontrat d'apprentissage\b|\bcontrats? d'apprentissage\b|\bapprentissage\b|\bapprenti\(?e?\)?\b|\bapprenticeship\b(?! or\b| certificate| in engineering or)|\bcontrat (?:de )?pro(?:fessionnalisation)?\b/,
    'apprenticeship',
    2,
  ],
  [/\bstage\b(?! de \w+ en entreprise)|\bstagiaire\b|\binternship\b|\bintern\b|\btraineeship\b/, 'internship', 2],
  [/\bsaisonni\w*\b|\bseasonal\b/, 'seasonal', 3],
  [
    /\bmission (?:d')?interim\w*\b|\ben interim\b|\binterim\w*\b|\btemporary agency\b|\bagency work\b|\btemp(?:orary)?(?: (?:job|work|contract|assignment|position|role))?\b(?! accommodation)|\btravail temporaire\b|\btemp to perm\b/,
    'interim',
    2,
  ],
  [
    /\bcdd\b|\bfixed[- ]term\b|\bduree determinee\b|\bftc\b|\b(?:maternity|parental leave|paternity) cover\b|\bcover (?:maternity|parental) leave\b|\bremplacement de \d|\bcontrat de remplacement\b/,
    'cdd',
    2,
  ],
  [
    /\bfreelance\b|\bindependant\b|\bself[- ]employed\b|\bcontractor\b|\bvacation\b(?! days)|\bauto-?entrepreneur\b|\bportage\b|\btjm\b/,
    'freelance',
    2,
  ],
  [
    /\bcdi\b|\bpermanente?s?\b(?! (?:job|recruit|residen|staff of))|\b(?:a |de )?duree indeterminee\b|\bopen[- ]ended\b/,
    'cdi',
    2,
  ],
]

/** What follows makes the word no statement about this job: 'pouvant déboucher sur un CDI', 'Interim'Ouest'. */
const elsewhere =
  /(?:pouvant|peut|possibilite|evoluer|deboucher|debouche|ouvrir|transform\w+|vers|en vue d'une? embauche en|suivi d'une?|leading to)\W+(?:\w+\W+){0,3}$/
const agencyName = /(?:agence|agency|cabinet|avantages|experience (?:en|d'))\W+$/

/** Contract, its length, hours, working mode and start. `folded` is the view folded, `view` gives the words. */
export function readTerms(view: string, folded: string, fields: Fields): void {
  readContract(folded, fields)
  readDuration(folded, fields)
  readHours(view, folded, fields)
  readMode(folded, fields)
  readStart(folded, fields)
}

function readContract(folded: string, fields: Fields): void {
  let best: { at: number; length: number; value: Contract; worth: number } | null = null
  for (const [pattern, value, weight] of contractWords) {
    for (const match of folded.matchAll(new RegExp(pattern, 'g'))) {
      const before = folded.slice(Math.max(0, match.index - 45), match.index)
      const line = folded.slice(folded.lastIndexOf('\n', match.index) + 1, match.index)
      const next = folded.slice(match.index + match[0].length, match.index + match[0].length + 2)
      if (elsewhere.test(before) || agencyName.test(before) || /^['’]\p{L}/u.test(next)) continue
      if (/(?:\bnot|\bpas (?:de|d')|non)\s*$/.test(before)) continue
      const isLabelled =
        /(?:contrat|contract|type)[^\n:]{0,14}:\s*$/.test(line) || /(?:contrat|contract)(?: de travail)?\s*$/.test(line)
      // What is said first counts, said under a label more, and a season or a cover says more than 'CDD'.
      const worth =
        weight +
        (isLabelled ? 3 : 0) +
        2 / (1 + match.index / 300) +
        (value === 'interim' && match[0].startsWith('temp') ? -0.5 : 0)
      if (!best || worth > best.worth) best = { at: match.index, length: match[0].length, value, worth }
    }
  }
  if (best) fields.contract = { value: best.value, start: best.at, end: best.at + best.length, confidence: 0.9 }
}

const count = `(\\d{1,2}|${numberWords()})`
const unit = '(mois|months?|ans?|annees?|years?|semaines?|weeks?)'

function readDuration(folded: string, fields: Fields): void {
  const contract = fields.contract?.value
  if (contract === undefined || contract === 'cdi') return
  const kinds =
    "(?:cdd|interim\\w*|contrats?(?: d\\'apprentissage)?|mission|stage|contract|alternance|duree(?: de)?|fixed term|temporary|temp|remplacement|internship|saisonnier|freelance|ftc|apprentissage|placement|transition)"
  const patterns = [
    new RegExp(`\\b${kinds}\\b[^.\\n;]{0,28}?\\b${count}[ -]*${unit}\\b`),
    new RegExp(
      `\\b${count}[- ]${unit}[- ](?:fixed[- ]term|contract|cdd|mission|internship|maternity|parental|cover|renouvelables?|placement|temporary|de stage|d'interim|stage|freelance)`,
    ),
    new RegExp(`(?:^|[\\s(,–-])${count}[ -]*${unit}(?= *(?:renouvel\\w+|a partir|from|,|$|\\(|–|\\|))`, 'm'),
  ]
  for (const [index, pattern] of patterns.entries()) {
    const limit = index === 2 ? Math.min(folded.length, 400) : folded.length
    const match = pattern.exec(folded.slice(0, limit))
    if (!match) continue
    const around = folded.slice(Math.max(0, match.index - 12), match.index + match[0].length + 14)
    if (/experience|\bexp\b|d'exp|minimum|reponse|au moins|at least|ago|il y a/.test(around)) continue
    const months = inMonths(numberSaid(match[1]!), match[2]!)
    if (months <= 0 || months > 60) continue
    fields.durationMonths = { value: months, start: match.index, end: match.index + match[0].length, confidence: 0.85 }
    return
  }
  const dates = new RegExp(
    `(?:du|from|term:?|:)\\s*(\\d{1,2})(?:er|st|nd|rd|th)?[ /.]+(${monthPattern}|\\d{1,2})[ /.]+(20\\d{2})\\s*(?:au|to|until|-|–)\\s*(\\d{1,2})(?:er|st|nd|rd|th)?[ /.]+(${monthPattern}|\\d{1,2})[ /.]+(20\\d{2})`,
  ).exec(folded)
  if (!dates) return
  const days =
    (Number(dates[6]) - Number(dates[3])) * 365.25 +
    (monthNumber(dates[5]!) - monthNumber(dates[2]!)) * 30.44 +
    (Number(dates[4]) - Number(dates[1]))
  const months = Math.round(days / 30.44)
  if (months > 0 && months <= 60)
    fields.durationMonths = { value: months, start: dates.index, end: dates.index + dates[0].length, confidence: 0.8 }
}

const inMonths = (value: number, said: string): number =>
  /^(?:an|year)/.test(said) ? value * 12 : /^(?:sem|week)/.test(said) ? Math.round((value * 12) / 52) : value

function readHours(view: string, folded: string, fields: Fields): void {
  const put = (at: number, length: number, confidence = 0.85) => {
    fields.hours = {
      value: view
        .slice(at, at + length)
        .replaceAll(/\s+/g, ' ')
        .trim(),
      start: at,
      end: at + length,
      confidence,
    }
  }
  const weekly = [
    /\b(\d{2}(?:[.,]\d{1,2})?)\s*(?:h|hrs?|heures|hours)\s*(?:\/|par|per|a|an|each)?\s*(?:semaine|week|hebdo\w*|sem\b)/,
    /(?:duree du travail|temps de travail|horaires?|hours|temps plein|temps partiel|temps complet|full[- ]time|part[- ]time|permanent|cdi|cdd|etp)\b[^\n.]{0,14}?\b(\d{2}(?:[.,]\d)?)\s*(?:h\b|heures|hours|hrs)/,
    /\b(\d{2}(?:[.,]\d)?)\s*(?:h|hrs?|heures|hours)\b(?=\s*(?:sur \d|,|\.|-|–|$|\n|\)|semaine))/,
    /\b[0123] ?[.,]\d etp \((\d{2}) ?h\)/,
  ]
  for (const pattern of weekly) {
    const match = pattern.exec(folded)
    const value = Number(match?.[1]?.replace(',', '.'))
    if (!match || value < 5 || value > 60 || /sous\s*$/.test(folded.slice(0, match.index))) continue
    const at = match.index + match[0].indexOf(match[1]!)
    put(at, match[0].length - (at - match.index))
    break
  }
  if (!fields.hours) {
    const shifts =
      /\b(?:horaires? (?:en )?)?[235]\s?x\s?8\b|\bhoraires? de nuit\b|\bnight shifts?\b|\bde nuit\b(?= *[,.\n])/.exec(
        folded,
      )
    if (shifts) put(shifts.index, shifts[0].length, 0.75)
  }
  const partTime =
    /\btemps partiel\b|\bpart[- ]time\b|\bmi-temps\b|\b(?:[1-9]0) ?(?:-|–|a) ?(?:[1-9]0) ?%|\b0[.,][3-9]\d? ?etp\b/.exec(
      folded,
    )
  const fullTime = /\btemps (?:plein|complet)\b|\bfull[- ]?time\b|\b100 ?% *(?:\n|$|–|-)/.exec(folded)
  const isLast = partTime && fullTime && fullTime.index < partTime.index
  if (partTime && !isLast)
    fields.partTime = { value: true, start: partTime.index, end: partTime.index + partTime[0].length, confidence: 0.85 }
  else if (fullTime && !/^100/.test(fullTime[0]))
    fields.partTime = {
      value: false,
      start: fullTime.index,
      end: fullTime.index + fullTime[0].length,
      confidence: 0.85,
    }
  else if (fields.hours) {
    const hours = Number(/^\d+(?:[.,]\d+)?/.exec(fields.hours.value)?.[0].replace(',', '.'))
    // Nobody calls 30 hours a week a full time.
    if (hours > 0 && hours <= 30)
      fields.partTime = { value: true, start: fields.hours.start, end: fields.hours.end, confidence: 0.75 }
  }
}

function readMode(folded: string, fields: Fields): void {
  const put = (value: NonNullable<Fields['workMode']>['value'], match: RegExpExecArray, confidence: number) => {
    fields.workMode ??= { value, start: match.index, end: match.index + match[0].length, confidence }
  }
  const none =
    /\b(?:pas de|aucun|sans) teletravail\b|\bteletravail\s*:?\s*(?:non|aucun|pas possible|impossible)\b|\bno (?:remote|home working|working from home)\b|\b100 ?% (?:sur site|presentiel|on[- ]?site)\b|\bnot remote\b/.exec(
      folded,
    )
  if (none) return put('on_site', none, 0.85)
  const remote =
    /\b(?:100 ?% |full )?teletravail (?:total|complet|integral|a 100 ?%)\b|\b100 ?% (?:en )?(?:teletravail|remote|a distance)\b|\bfull(?:y)?[- ]remote\b|\bremote[- ](?:first|only)\b|(?:^|\n|[|·•,-] ?)remote(?= ?(?:\(|·|\||,|\n|$))|\bwork from anywhere\b|\bentierement a distance\b/.exec(
      folded,
    )
  if (remote) return put('remote', remote, 0.85)
  const days = readRemoteDays(folded, fields)
  const hybrid =
    /\bhybride?\b|\bhybrid working\b|\bteletravail\b|\bremote\b|\b(?:work(?:ing)? )?from home\b|\bat home\b(?! care)/.exec(
      folded,
    )
  if (days) put('hybrid', days, 0.85)
  else if (hybrid) put('hybrid', hybrid, 0.75)
  const moving =
    /\bitineran\w*\b|\bdeplacements?\b[^.\n]{0,12}\b(?:quotidiens|frequents|reguliers)\b|\bfield[- ]based\b|\bon the road\b/.exec(
      folded,
    )
  if (moving) put('itinerant', moving, 0.75)
  const onSite =
    /\bsur site\b|\bon[- ]?site\b(?! (?:gym|parking|nursery|canteen|restaurant|experience|cafe))|\bpresentiel\b/.exec(
      folded,
    )
  if (onSite) put('on_site', onSite, 0.75)
}

/** Days a week away: said so, or what is left of five beside the days in the office. */
function readRemoteDays(folded: string, fields: Fields): RegExpExecArray | null {
  const day = `(\\d|${numberWords(1, 5)})(?:\\s*(?:a|ou|to|or|-|/)\\s*\\d)?\\s*(?:jours?|j\\b|days?)`
  const away = new RegExp(
    `\\b(?:jusqu'a |up to )?${day}\\s*(?:(?:a|per|each|par|/|de|en|by|sur 5)\\s*)*(?:(?:semaine|week|hebdomadaires?)\\s*)?(?:(?:at|from|working from|en|de|of)\\s*)*(?:teletravail|tt\\b|remote|home|distance)|\\b(?:teletravail|(?:work(?:ing)? )?from home|home working|remote)\\b[^.\\n\\d]{0,22}${day}`,
  ).exec(folded)
  const office = new RegExp(
    `\\b${day}\\s*(?:(?:a|per|each|par|/)\\s*(?:semaine|week)\\s*)?(?:sur site|au bureau|en presentiel|in(?: the)? office|on[- ]?site|on premises)`,
  ).exec(folded)
  const match = away ?? office
  if (!match) return null
  const value = away ? numberSaid((away[1] ?? away[2])!) : 5 - numberSaid(office![1]!)
  if (!(value > 0 && value < 5)) return match
  fields.remoteDays = { value, start: match.index, end: match.index + match[0].length, confidence: 0.85 }
  return match
}

const months =
  'janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|may|jun|jul|aug|sept|oct|nov|dec'.split(
    '|',
  )
const monthPattern = months.toSorted((a, b) => b.length - a.length).join('|')
const monthNumber = (name: string): number => (/^\d/.test(name) ? Number(name) : (months.indexOf(name) % 12) + 1)

function readStart(folded: string, fields: Fields): void {
  const lead =
    /(?:prise de (?:poste|fonctions?)|debut\b|a pourvoir|a partir d[eu']|a compter du|\bdes\b|start(?:ing|s)?\b(?: date| on)?|demarrage|embauche|begin\w*|\bfrom\b|rentree|pour\b|entree\b|\bdu\b|fixed term:?|disponib\w+|available)[^\d\n.;]{0,22}?/
      .source
  const patterns: [RegExp, (match: RegExpExecArray) => [string, string, string], number][] = [
    [
      new RegExp(`${lead}(\\d{1,2})(?:er|st|nd|rd|th)?\\s+(${monthPattern})\\.?,?\\s+(20\\d{2})`),
      (m) => [m[3]!, m[2]!, m[1]!],
      0.9,
    ],
    [new RegExp(`${lead}(\\d{1,2})[/.](\\d{1,2})[/.](20\\d{2})`), (m) => [m[3]!, m[2]!, m[1]!], 0.85],
    [new RegExp(`${lead}\\b(${monthPattern})\\.?\\s+(20\\d{2})`), (m) => [m[2]!, m[1]!, '1'], 0.7],
  ]
  const pad = (value: number) => String(value).padStart(2, '0')
  for (const [pattern, parts, confidence] of patterns) {
    for (const match of folded.matchAll(new RegExp(pattern, 'g'))) {
      if (
        /avant|jusqu|until|before|closing|cloture|publie|actualise/.test(
          folded.slice(Math.max(0, match.index - 14), match.index + match[0].length - 8),
        )
      )
        continue
      const [year, month, day] = parts(match as RegExpExecArray)
      const number = monthNumber(month)
      if (number < 1 || number > 12 || Number(day) > 31) continue
      fields.startDate = {
        value: `${year}-${pad(number)}-${pad(Number(day))}`,
        start: match.index,
        end: match.index + match[0].length,
        confidence,
      }
      return
    }
  }
}

const levels: [RegExp, NonNullable<Fields['educationLevel']>['value']][] = [
  [/\bdoctorat\b|\bphd\b|\bdoctorate\b/, 'doctorate'],
  [
    /\bbac ?\+ ?5\b|\bmasters?(?:'s)?\b(?! class)|\bdiplome d'ingenieur\b|\becole (?:de commerce|d'ingenieurs?)\b|\bmsc\b|\bmba\b|\bniveau 7\b/,
    'bac+5',
  ],
  [/\bbac ?\+ ?4\b/, 'bac+4'],
  [
    /\bbac ?\+ ?3\b|\blicence (?:pro\w*|de|en)\b|\bbachel(?:or|ier|iere)s?(?:'s)?\b|(?:^|\b(?:a|university|honours) )degree\b|(?<!master'?s |associate'?s? |doctoral )degree in\b|\bbsc\b|\bniveau 6\b|\bbut\b(?= (?:\w+|en)\b.{0,20}(?:tc|gea|mmi|techniq|informatiq))/,
    'bac+3',
  ],
  [/\bbac ?\+ ?2\b|\bbts\w?\b|\bdut\b|\bhn[dc]\b|\bhigher diploma\b|\bassociate'?s? degree\b|\bniveau 5\b/, 'bac+2'],
  [
    /\bbac(?:calaureat)? pro\w*\b|\bniveau bac\b|\bniveau 4\b|\ba[- ]levels?\b|\bbac\b(?! ?\+)|\bbrevet professionnel\b|\bhigh school diploma\b/,
    'bac',
  ],
  [/\bcap\b|\bbep\b|\bvocational certificate\b|\bniveau 3\b/, 'cap'],
]

/**
 * The lowest degree that will do among what is asked: of 'CAP/Bac pro' the CAP. `asked` are the requirements that are
 * degrees, musts first.
 */
export function readStudies(asked: readonly { text: string; start: number; end: number }[], fields: Fields): void {
  for (const { text, start, end } of asked) {
    const folded = foldSame(text)
    const found = levels.filter(([pattern]) => pattern.test(folded))
    const level = found.at(-1)?.[1]
    if (!level) continue
    fields.educationLevel = { value: level, start, end, confidence: found.length > 1 ? 0.7 : 0.85 }
    return
  }
}
