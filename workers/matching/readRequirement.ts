import type { OfferRequirement } from '../../src/model/match.ts'
import type { RequirementKind } from '../../src/model/offer.ts'
import { foldSame } from './dates.ts'
import { concepts, findConcepts, readTitle, weightOf, type TitleReading } from './lexicon/lexicon.ts'
import { numberSaid, numberWords } from './numberWords.ts'
import { categoriesIn, degreeIn, drivingCategory } from './papers.ts'
import { languagesNamed, levelIn } from './readProfile.ts'
import { stemOf, tokenise, type Token } from './tokens.ts'

/** A requirement in the matcher's terms. */
export interface RequirementReading {
  source: OfferRequirement
  kind: RequirementKind
  /** Ways to meet it: the whole, each half of an 'and', each example in brackets. */
  facets: Facet[]
  concepts: Map<number, number>
  /** The occupation and months asked. */
  title: TitleReading | null
  titleText: string
  months: number
  /** Languages, any of which will do. */
  languages: string[]
  level: number
  /** Degrees: years after the baccalaureate (-2 CAP, 0 bac, 5 master, 8 doctorate), null when none is named. */
  degree: number | null
  /** Driving licence category (`B`, `CE`), '' when it is another licence. */
  driving: string
  /** CACES categories. */
  categories: string[]
  /** A licence or degree without which the work is forbidden or pointless: denied, it caps. */
  gate: boolean
  /** Notions are all that is asked. */
  notionsSuffice: boolean
}
export interface Facet {
  words: { word: string; stem: string; weight: number }[]
  worth: number
}

const duration = new RegExp(
  `\\b(\\d{1,2}|${numberWords()})\\s*(?:\\+|/|-|a|to|ou|or)?\\s*(?:\\d{1,2}\\s*)?(ans?|annees?|years?|yrs?|mois|months?)\\b`,
)
/** Years spent in something: '3 years in planning', '1 an minimum en service client', '4+ years of field sales'. */
const yearsIn = new RegExp(
  `^(?:(?:at least|minimum|au moins|over|more than|plus de|min\\.?|un minimum de|a minimum of)\\s+)*(?:\\d{1,2}|${numberWords()})\\s*\\+?\\s*(?:ans?|annees?|years?|yrs?|mois|months?)\\+?(?:['’])?\\s+(?:or more |ou plus |minimum |at least |au moins |spent |passees? |working )*(?:in|of|as|en|dans|de|du|d'|a|au|within|on|sur|chez|comme|with)\\b`,
)
const experienceWord = /\bexperien\w+|\bpratique\b|\banciennete\b|\bpost-?qualif\w+|\bpqe\b|\btrack record\b/

/** Months of experience a folded text asks, 0 when none. */
export function monthsAsked(folded: string): number {
  const match = duration.exec(folded)
  if (!match) return 0
  const count = numberSaid(match[1]!)
  return /^m/.test(match[2]!) ? count : count * 12
}

/** Of 'CAP, BP ou bac pro' the lowest suffices; 'at least', 'and above' and the like name one level anyway. */
function lowestDegreeIn(folded: string): number | null {
  if (!/\s(?:ou|or)\s|[/,]/.test(folded)) return degreeIn(folded)
  const levels = folded
    .split(/\s(?:ou|or)\s|[/,]/)
    .map(degreeIn)
    .filter((level) => level !== null)
  return levels.length === 0 ? degreeIn(folded) : Math.min(...levels)
}
const degreeCue =
  /\bdiplome\w*|\bdegree\b|\bdiploma\b|\bdiplome d'etat\b|\bstate diploma\b|\bgraduate\b|\bde d'|\bformation (?:superieure|initiale|de type|bac|en |d')|\bqualified (?:as )?an?\b|\bqualification\b|\bcursus\b|\bniveau bac|\bniveau (?:cap|bts)|\bde niveau\b|\b(?:dei|deas|deap|dees|deaes|deavs|deeje|cafe?rui\w*)\b/
const licenceCue =
  /\bcaces\b|\bhabilit\w+|\bcertificat\w*|\bcertified\b|\bcertification\b|\bcarte professionnelle\b|\bagrement\b|\blicen[cs]es?\b|\bpermis\b|\bpermit\b|\battestation\b|\bssiap\b|\bsst\b|\baipr\b|\bfimo\b|\bfco\b|\badr\b|\bcqp\b|\bcertiphyto\b|\btitulaire (?:du|de la|de l'|d'un)\b|\bbrevet\b|\btelepilot\w*|\bhaccp\b.*\b(?:formation|training|certificate)|\b(?:formation|training|certificate)\b.*\bhaccp|\bafgsu\b|\bpsc1\b|\bbafa\b|\bbnssa\b|\bqualipac\b|\bqualifelec\b|\battestation\b|\bticket\b|\bregistration\b|\bregistered with\b|\bregistered (?:in|on)\b|\bcard\b|\bcscs\b|\bdbs\b|\bcprs?\b|\b(?:yellow|green|black) belt\b|\bgas safe\b/
const mobilityCue =
  /\bvehicul\w+|\bown (?:car|transport)|\bmobil\w+|\bdeplacements?\b|\bwillingness to travel\b|\bdisponib\w+|\bavailab\w+|\bhoraires?\b|\bshift work\b|\b(?:night|evening|late|early|week-?end|rotating|split)s?,? (?:and \w+ )?shifts?\b|\b[23]x8\b|\bweek-?ends?\b|\bnight work\b|\bwilling\w* to\b|\bhour shifts?\b|\bport de charges\b|\bresistance (?:au|a la|physique)\b|\bheavy lifting\b|\bwork history\b|\btravail de nuit\b|\btravel(?:ling)? (?:required|expected)\b/

/** What kind of thing a requirement asks, read from its words. */
export function kindOf(text: string): RequirementKind {
  const folded = foldSame(text)
  if (
    monthsAsked(folded) > 0 &&
    (experienceWord.test(folded) ||
      /\bworked\b|\bpostes? similaires?\b|\bsimilar (?:role|position)\b|\bexp\b/.test(folded) ||
      yearsIn.test(folded) ||
      readTitle(titlePart(text)).occupation !== null)
  )
    return 'occupation'
  if (
    /\bexperien\w+ (?:(?:confirmee?|reussie|significative|exigee|averee|solide|prior|proven|previous|similaire)\s*)*(?:comme|en tant que|en qualite|as an?|sur un poste|dans (?:un|une) (?:poste|fonction)|on a similar)/.test(
      folded,
    )
  )
    return 'occupation'
  if (/\b(?:premiere|1ere|first|proven) experience\b/.test(folded)) return 'occupation'
  const named = languagesNamed(folded)
  if (
    named.length > 0 &&
    (levelIn(folded) > 0 ||
      /\blangue|\blanguage|\bspoken|\bparle|\bmaitrise|\bconnaissances?\b|\bcommand\b|\blevel\b|\bniveau|\blu\b|\becrit\b|\bpratique|\bspeak/.test(
        folded,
      ) ||
      named[0]!.at <= 3 ||
      folded.split(/\s+/).length <= 2 ||
      (named.length > 1 && folded.split(/\s+/).length <= 2 * named.length))
  )
    return 'language'
  if (/\bbiling\w+/.test(folded) && folded.split(/\s+/).length <= 4) return 'language'
  if (drivingCategory(folded) !== '' || /^b\s*[-–]\s*vehicule leger/.test(folded)) return 'licence'
  const hits = findConcepts(tokenise(text)).map((hit) => concepts[hit.concept]!.kind)
  if (hits.includes('degree')) return 'degree'
  if (
    hits.includes('licence') &&
    (licenceCue.test(folded) || folded.split(/\s+/).length <= 4 || /formation|training|diplom/.test(folded))
  )
    return 'licence'
  if (
    degreeIn(folded) !== null &&
    !/\bpreparation\b|\bpreparing\b|\bprepar\w+ (?:des|les|pupils|students)\b/.test(folded)
  )
    return 'degree'
  if (degreeCue.test(folded)) return 'degree'
  if (licenceCue.test(folded)) return 'licence'
  if (mobilityCue.test(folded)) return 'other'
  return 'skill'
}

/** 'At least 3 years of experience as a Section Waiter' -> 'Section Waiter'. */
export function titlePart(text: string): string {
  const folded = foldSame(text)
  const marker =
    /\b(?:comme|en tant qu(?:e|')\s*|en qualite (?:de|d')|sur un poste (?:de|d'|similaire (?:de|d')?)|au poste (?:de|d')|as an?|as|in an?|in (?:the )?(?:role|position) of(?: an?)?|dans (?:la fonction|le poste|le metier|un poste|une fonction) (?:de |d')?|(?:experience|experiences)(?: \w+)? (?:de|d'|en|dans (?:le|la|les|l')|in|of))\s*/g
  let last: RegExpExecArray | null = null
  for (const match of folded.matchAll(marker)) {
    last = match
    if (/^(?:comme|en tant|en qualite|as|sur un poste|au poste)/.test(match[0])) break
  }
  let from = last ? last.index + last[0].length : 0
  if (!last) {
    const years = duration.exec(folded)
    if (years && years.index < 25) from = years.index + years[0].length
  }
  return text
    .slice(from)
    .replace(/^(?:d['’]|de\s|of\s|un[e]?\s|an?\s|the\s)/i, '')
    .replace(/\((?:H\/F|F\/H|h\/f|f\/h|m\/f\/d|m\/w\/d)\)/g, '')
    .replace(
      /\b(?:minimum|exig[ée]e?s?|requise?s?|required|souhait[ée]e?s?|obligatoire|impératif|indispensable|au moins|ou équivalent|or similar|serait un plus|serait apprécié)\b.*$/iu,
      '',
    )
    .replace(/[.;:,\s]+$/, '')
    .trim()
}

const splitAnd = /\s+(?:et|and|&|ainsi que|as well as|\+|\/|puis|then)\s+|\s*[,;]\s*|\s+:\s+/u
const emptyWords =
  /\b(?:ou|or|équivalent|equivalent|similaire|similar|équivalence|equal|etc|minimum|exemple|e\.g|type|comme|such as|like)\b/giu

/** Reads a requirement once for an offer. `kind` of the source wins unless it is the default 'skill'. */
export function readRequirement(source: OfferRequirement): RequirementReading {
  const { text } = source
  const folded = foldSame(text)
  const kind = source.kind === 'skill' ? kindOf(text) : source.kind
  const bracket = /\(([^)]*)\)/.exec(text)
  const core = text.replace(/\([^)]*\)/g, ' ')
  const facets: Facet[] = []
  const addFacet = (part: string, worth: number) => {
    const words = requirementWords(part)
    if (words.reduce((sum, word) => sum + word.weight, 0) >= 0.75) facets.push({ words, worth })
  }
  addFacet(core, 1)
  if (facets.length === 0) facets.push({ words: requirementWords(core), worth: 1 })
  const halves = core.split(splitAnd).filter((part) => part.trim() !== '')
  // A half of one short word ('sheeting', 'menus') says too little to be all that is asked.
  if (halves.length > 1) for (const half of halves) addFacet(half, saysLittle(half) ? 0.5 : 0.85)
  if (/\s+(?:ou|or)\s+/u.test(core)) for (const half of core.split(/\s+(?:ou|or)\s+|\s*,\s*/u)) addFacet(half, 1)
  // A tool asked by name is named by its name alone: 'Opera booking software', 'command of Silae'.
  if (kind === 'skill') for (const name of properNames(core)) addFacet(name, 0.95)
  if (bracket) {
    for (const example of bracket[1]!.split(/\s*[,;/]\s*|\s+(?:ou|or|et|and)\s+/u)) {
      const bare = example.replace(emptyWords, ' ').trim()
      if (
        /\p{L}{2}/u.test(bare) &&
        /^\p{Lu}|\d|\p{Lu}{2}|^\p{Ll}{4,}/u.test(bare) &&
        !/\d\s*(?:m|km|kg|h)\b/.test(bare)
      )
        addFacet(bare, kind === 'language' ? 0.3 : 0.9)
    }
    addFacet(text.replace(/[()]/g, ' '), 0.95)
  }
  const hits = findConcepts(tokenise(text))
  const months = source.years === null ? monthsAsked(folded) : source.years * 12
  const titleText = kind === 'occupation' ? titlePart(text) : ''
  const categories = /\bcaces\b|\br\s?\d{3}\b|\bforklift\b|\bchariot/.test(folded) ? categoriesIn(folded) : []
  return {
    source,
    kind,
    facets,
    concepts: new Map(hits.map((hit) => [hit.concept, 1])),
    title: titleText ? readTitle(titleText) : null,
    titleText,
    months: kind === 'occupation' ? months || 12 : 0,
    languages: kind === 'language' ? languagesAsked(folded) : [],
    level: kind === 'language' ? levelIn(folded) || (/\bmaitrise|\bcommand|\bexcellent/.test(folded) ? 5 : 4) : 0,
    degree: kind === 'degree' ? lowestDegreeIn(folded) : null,
    driving: kind === 'licence' ? drivingCategory(folded) : '',
    categories,
    gate: source.need === 'dealbreaker' || (source.need === 'must' && (kind === 'licence' || kind === 'degree')),
    notionsSuffice:
      /\bnotions?\b|\bbases\b|\bbasic|\bsensibili\w+|\binitiation\b|\binterest in\b|\binteret pour\b|\bawareness\b/.test(
        folded,
      ),
  }
}

function languagesAsked(folded: string): string[] {
  const codes = languagesNamed(folded).map(({ code }) => code)
  if (codes.length === 0) return ['en']
  return /\s(?:ou|or)\s|\//.test(folded) ? codes : codes.slice(0, 1)
}

function requirementWords(part: string): { word: string; stem: string; weight: number }[] {
  const tokens: Token[] = tokenise(part)
  const seen = new Set<string>()
  const words: { word: string; stem: string; weight: number }[] = []
  for (const token of tokens) {
    if (seen.has(token.stem)) continue
    seen.add(token.stem)
    const raw = part.slice(token.start, token.end)
    let weight = requirementWeight(token.stem)
    // A proper name or an acronym inside a sentence is what the sentence is about.
    if (weight === 1 && (/^\p{Lu}{2,}/u.test(raw) || /\d/.test(raw) || (token.start > 0 && /^\p{Lu}/u.test(raw))))
      weight = 1.4
    words.push({ word: token.word, stem: token.stem, weight })
  }
  return words
}

const saysLittle = (half: string): boolean => {
  const content = tokenise(half).filter((token) => weightOf(token.stem) === 1)
  return content.length === 1 && content[0]!.stem.length <= 5 && !/\p{Lu}/u.test(half.trim().slice(1))
}

/** Runs of words written as names inside a sentence; of two joined by 'or', each. */
function properNames(core: string): string[] {
  const text = core.trim()
  return [...text.matchAll(/\p{Lu}[\p{L}\p{N}.+#]+(?: (?:\p{Lu}[\p{L}\p{N}.+#]*|\d+))*/gu)]
    .filter((match) => match.index > 0 && /\s/.test(text[match.index - 1]!))
    .map((match) => match[0])
    .filter((name) => !/^(?:French|English|Français|Anglais)/.test(name))
}

const askingWords = new Set(
  'exig requi obligato imperati indispensabl souhait appreci ideal requir must need essential desir valid courant cours equivalent similar'.split(
    ' ',
  ),
)
/** Who asks for a system or a piece of software asks for more than its matter: 'a till system' is not any till. */
const toolWords = new Set(['logiciel', 'software', 'progiciel', 'system', 'systeme'].map(stemOf))
const requirementWeight = (stem: string): number =>
  askingWords.has(stem) ? 0.05 : toolWords.has(stem) ? 0.8 : weightOf(stem)
