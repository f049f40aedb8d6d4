import type { Requirement } from '../../src/model/offer.ts'
import type { Slice } from './advertText.ts'
import { foldSame } from './dates.ts'

/** Wordings that make a wish of what they stand by. */
export const niceWords =
  /\b(?:un (?:vrai |reel |gros |petit )?plus|des plus|(?:un|une|des) (?:vrai |reel )?atouts?|atout\b|a plus(?! de?\b| d')|an advantage|un avantage|advantageous|beneficial|an asset|a bonus|un bonus|bonus points|apprecie\w*|souhaite[es]*\b|souhaitable|idealement|dans l'ideal|l'ideal serait|si possible|ideally|if possible|desirable|preferred|preferably|nice[- ]to[- ]have|de preference|bienvenue?s?|welcome|would be (?:good|nice|great|useful|helpful|ideal|a plus)|facultati\w+|optional|(?:ce serait|serait) (?:bien|top|ideal|super|chouette)|un \+|as would be)(?![\p{L}])/u
/** Wordings without which the answer is no. */
export const dealbreakerWords =
  /\b(?:imperati\w+|obligatoires?|indispensables?|absolument|mandatory|compulsory|essential|non[- ]negotiable|exigee?s?|strictly required|a must|sine qua non|legally required)\b/
export const mustWords =
  /\b(?:requi[st]e?s?|required|necessaires?|necessary|maitrise[zr]?|justifie[zr]|titulaire|experience|exp\b|diplome|you (?:have|hold|must|need|speak|know)|vous (?:avez|possedez|maitrisez|connaissez|parlez|disposez|detenez|savez|preparez|etes (?:titulaire|a l'aise|diplome))|tu (?:as|maitrises|connais|parles|sais)|faut|savoir|must|should (?:hold|have|be)|minimum|mini|at least|qualified|fluent|permis|caces|habilitation|driving licen[cs]e|au moins|competences? en|formation (?:bac|de type|superieure|en\b)|bac ?\+ ?\d|degree in|need someone who|who holds|are studying|licen[cs]e)\b/

const notAsked =
  /\b(?:n'est|ne sont|n'est pas|pas|non|nullement|aucunement)\s+(?:obligatoires?|requise?s?|exigee?s?|necessaires?|indispensables?|demandee?s?|imperati\w+)|\bn'est pas une (?:obligation|condition)\b|\bpas (?:besoin|necessite)\b|\b(?:not|isn't|aren't|un)\s?-?(?:required|needed|necessary|essential|mandatory|compulsory)\b|\bno need\b|\b(?:don't|do not|needn't|not) (?:need|require)\b|\bn'avez pas besoin\b|\bsuffit pas\b/
const opensDenied =
  /^\W*(?:pas (?:de|d'|besoin)|aucune?|sans|no|without any)\s*(?:\S+\s+){0,4}?(?:diplomes?|experiences?|permis|licen[cs]e|degree|qualifications?|certificat\w*|caces|anglais|english|french|formations?|training|vehicule|car|travail|work|sous-traitance|teletravail|cv)\b/
/** Doors held open for beginners: the years asked are none. */
export const beginnerWords =
  /\bdebutant\w*(?:\(e\))?\w*\s+(?:accepte\w*|bienvenu\w*|admis\w*|possible)|\bdebutants?\b(?= accept)|\bjeunes? diplome\w*(?:\s\w+)? (?:accepte\w*|bienvenu\w*)|\b(?:sans experience|aucune experience|pas (?:d'|besoin d')experience)\b|\bno (?:previous |prior )?experience\b(?:\s*\?|\s+(?:is )?(?:needed|necessary|required))|\b(?:new|recent) graduates? (?:are )?welcome|\bentry[- ]level\b|\bbeginners? (?:are )?(?:welcome|accepted)|\btraining (?:is )?(?:provided|given)\b.{0,20}\bno experience|\bexperience : debutant\b/

/** Whether a passage says that something is not asked. What is 'appreciated but not required' is a wish. */
export function isNotAsked(folded: string): boolean {
  if (notAsked.test(folded)) return !niceWords.test(folded)
  return opensDenied.test(folded) || (beginnerWords.test(folded) && folded.length < 90)
}

/** What a passage makes of what it asks; `otherwise` where it says nothing itself. */
export function needOf(folded: string, otherwise: Requirement['need']): Requirement['need'] {
  const nice = niceWords.exec(folded)
  // '4 years of field sales, ideally of equipment' demands the years.
  const besides =
    nice &&
    nice.index > 12 &&
    /^(?:ideal|prefer|de pref)/.test(nice[0]) &&
    /[,(;:–-]\s*$/.test(folded.slice(0, nice.index))
  if (nice && !besides) return 'nice'
  if (otherwise === 'nice') return 'nice'
  return dealbreakerWords.test(folded) && !notAsked.test(folded) ? 'dealbreaker' : otherwise
}

/** The pieces of a slice between the matches of a pattern. */
export function pieces(text: string, slice: Slice, pattern: RegExp): Slice[] {
  const found: Slice[] = []
  let at = slice.start
  for (const match of text.slice(slice.start, slice.end).matchAll(pattern)) {
    found.push({ start: at, end: slice.start + match.index })
    at = slice.start + match.index + match[0].length
  }
  found.push({ start: at, end: slice.end })
  return found.filter((piece) => text.slice(piece.start, piece.end).trim() !== '')
}

/** Items of a list. */
export const splitItems = (text: string, slice: Slice): Slice[] =>
  pieces(text, slice, /\s*;\s*|\s*[•|]\s+|(?<=[\p{Ll}\d)])\.\s+(?=\p{Lu})/gu)
export const sentencesOf = (text: string, slice: Slice): Slice[] =>
  pieces(text, slice, /(?<=[\p{L}\d)%»])[.!?]+\s+(?=["«(]?\p{Lu})|(?<=\p{L}{3})\.\s+(?=\d)|\s*;\s*|\s+[|•]\s+/gu)

/** 'et, dans l'idéal, vous connaissez Power BI': the aside speaks of what follows. */
function withAsides(text: string, clauses: readonly Slice[]): Slice[] {
  const whole: Slice[] = []
  let open: number | null = null
  for (const { start, end } of clauses) {
    const words = foldSame(text.slice(start, end)).trim()
    if (/^(?:et )?(?:dans l'ideal|idealement|ideally|si possible|if possible|de preference|preferably)$/.test(words))
      open ??= start
    else {
      whole.push({ start: open ?? start, end })
      open = null
    }
  }
  return whole
}

const comma = /\s*,\s+(?:(?:et|and|ainsi que|as well as)\s+)?(?![^()]*\))/gu
const withLetters = /\p{L}/u

/** An item whose parts bear different needs is cut at its commas: 'Permis B obligatoire, BE souhaité'. */
export function splitByNeed(text: string, slice: Slice): Slice[] {
  const aside = /\s+(?=(?:et|and)\s+(?:si possible|idéalement|idealement|if possible|ideally)\b)/giu
  const [main, wish] = pieces(text, slice, aside)
  if (main && wish) return [main, wish]
  const parts = withAsides(text, pieces(text, slice, comma)).filter(({ start, end }) =>
    withLetters.test(text.slice(start, end)),
  )
  if (parts.length < 2) return [slice]
  const said = parts.map(({ start, end }) => foldSame(text.slice(start, end)))
  const marks = said.map((words) =>
    niceWords.test(words) || notAsked.test(words) ? 'nice' : dealbreakerWords.test(words) ? 'dealbreaker' : '',
  )
  const marked = marks.filter((each) => each !== '')
  if (marked.length === 0) return [slice]
  const last = said.at(-1)!
  // 'A, B et C souhaités' and 'A, B are essential' speak of the whole.
  const isPlural = /(?:\b(?:sont|are|seraient|were)\b.{0,25}|(?:es|s|ees)\W*$)/.test(
    last.replace(/\b(?:un |des |a )?(?:plus|bonus)\b\W*$/, 'x'),
  )
  if (marked.length === 1 && marks.at(-1) !== '' && isPlural) return [slice]
  // 'expérience de 4 ans, idéalement dans X' stays one.
  if (/^\W*(?:ideal|prefer|de pref)/.test(said[1]!) && marked.length === 1) return [slice]
  return parts
}

/** Names listed after a colon: 'Stack : Java 21, Kotlin, Kafka'. */
export function splitList(text: string, slice: Slice): Slice[] {
  const items = splitItems(text, slice)
  if (items.length > 1) return items.flatMap((item) => splitByNeed(text, item))
  const parts = pieces(text, slice, comma)
  const goesOn =
    /^\W*(?:dont|notamment|ideal\w*|including|such as|or|ou|de preference|preferably|comme|par exemple|e\.g|which|qui|minimum|avec|with|en |in |de |d'|lu\b|oral|ecrit)\b/
  if (parts.length < 2 || parts.slice(1).some(({ start, end }) => goesOn.test(foldSame(text.slice(start, end)))))
    return [slice]
  return parts
}

/** Clauses of a sentence that each ask one thing: 'Vous maîtrisez X, Y et parlez Z'. */
export function splitClauses(text: string, slice: Slice): Slice[] {
  const clauses = pieces(
    text,
    slice,
    /\s*,\s+(?:(?:et|and|ainsi que|as well as)\s+)?(?![^()]*\))(?!\s*\d+(?:\s*(?:,|et|and)\s*\d+)?(?:\s+en cours|\s*$))|\s+(?:et|and|ainsi que|as well as|mais|but)\s+(?=(?:vous|tu\b|you|une? |un |an? |le |la |les |l'|des |du |de |dans l'id|si possible|votre|your|who\b|qui\b|must|will\b|maitris|maîtris|parlez|connaissez|possedez|possédez|justifiez|etes|êtes|hold|have|speak|know|fluent|english|french|at least|au moins|\d+ (?:ans|years)))/giu,
  )
  return withAsides(text, clauses)
}

const lead =
  /^\s*(?:(?:et |and )?(?:si possible|dans l['’]idéal|dans l['’]ideal|idéalement|if possible|ideally)[\s,]+)?(?:(?:vous|tu|le candidat|la personne|le\/la candidat\(e\)|you|the (?:successful )?candidate|candidates?|applicants?|we (?:need|want|require|look for|are looking for)|nous (?:cherchons|recherchons|demandons|exigeons|souhaitons)|someone who|who|il faut|faut)\s+)?(?:(?:(?:must|should|will|also|doit|devez|deve[zr]|justifie[zr]?|possede[zr]?|possédez|avez|aurez|disposez|dispose|maitrise[zrs]?|maîtrise[zrs]?|connaissez|connais|preparez|préparez|etes|êtes|est|detenez|détenez|parlez|parles|have|has|hold|holds|need|are|bring|know|speak|be|able to|demontrez|démontrez|beneficiez|bénéficiez|savez|pouvez|can|as|es)\s+)+(?:(?:obligatoirement|imperativement|impérativement|idealement|idéalement|également|egalement|aussi|ideally|also|already|déjà|deja|bien|parfaitement)\s+)*)?(?:(?:titulaires?|in possession|en possession|muni|justifier|disposer|avoir)\s+)?(?:(?:d'une?|d’une?|des?|du|de la|of|an?|une?|le|la|les|the|votre|your)\s+(?=\p{L})|(?:d'|d’|de l'|de l’|l'|l’)\s*(?=\p{L}))?/iu
/** Why it is asked: 'anglais courant, nos partenaires sont à Londres'. */
const reason = /,\s+(?:nos?|notre|car|puisque|parce que|our|because|as (?:our|we|you)|since (?:our|we))\s.*$/isu
const tail =
  /\s*(?:(?:(?<!\p{L})|[,:–(-])\s*(?:est|sont|serait|seraient|is|are|would be|will be|c'est|ce serait|cette (?:competence|compétence|expérience) est|compétence|formation)?\s*(?:highly |strongly |really |very |strictement |absolument |fortement |vivement |tres |très |réel |vrai |an? |un |une |des )?(?:obligatoires?|impérati\p{L}+|imperati\p{L}+|indispensables?|exig[ée]e?s?|requise?s?|n[ée]cessaires?|souhait[ée]e?s?|souhaitable|appr[ée]ci[ée]e?s?|réel plus|plus|atouts?|avantage|bienvenue?s?|bien|suffit|mandatory|required|essential|compulsory|a must|an advantage|an asset|advantageous|beneficial|advantage|asset|bonus|preferred|desirable|nice to have|welcome|appreciated|necessary|needed)\)?)?[\s.;:,!]*$/iu

/** Leaves what is asked: without 'Vous avez', 'est obligatoire' and the like. */
export function trimRequirement(text: string, slice: Slice): Slice {
  let { start, end } = slice
  while (start < end && /[\s:.,;•-]/.test(text[start]!)) start += 1
  const softened =
    /,?\s*(?:is |are |est |sont |serait )?[\p{L}]+,?\s+(?:but|mais|though)\s+(?:not|pas|non)\s.*$/iu.exec(
      text.slice(start, end),
    )
  if (softened && softened.index >= 2 && niceWords.test(foldSame(softened[0]))) end = start + softened.index
  const why = reason.exec(text.slice(start, end))
  if (why && why.index > 8) end = start + why.index
  const found = tail.exec(text.slice(start, end))
  if (found && found.index >= 2) end = start + found.index
  while (end > start && /[\s.;,:]/.test(text[end - 1]!)) end -= 1
  const left = /\s(?:et|and|ou|or|mais|but)$/iu.exec(text.slice(start, end))
  if (left) end = start + left.index
  const begun = lead.exec(text.slice(start, end))
  if (begun && begun[0].length > 0 && /\s$|['’]$/.test(begun[0]) && begun[0].trim().length > 0) {
    const asVerb =
      /^(?:(?:et |and )?(?:si possible|dans l|idéalement|if possible|ideally)|vous|tu |you|le candidat|nous|we|the (?:successful )?candidate|applicants|someone|who |il faut|faut |must |la personne|candidates?|une? |un |an? |la |le |les |l['’]|the |votre|your|titulaire|d['’]|de |du |des |parlez|maitris|maîtris|connaiss|have |has |hold |holds |être|etes|êtes)/iu.test(
        begun[0].trimStart(),
      )
    if (asVerb && end - (start + begun[0].length) >= 3) start += begun[0].length
  }
  return { start, end }
}
