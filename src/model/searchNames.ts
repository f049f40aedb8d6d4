import type { Stage } from './application.ts'
import type { ContractKind, LanguageLevel } from './candidate.ts'
import type { SearchField, SearchHas, SearchSource } from './searchQuery.ts'
import { fold } from '../kit/fold.ts'

/** The language of the interface, whose words come first; those of the other are understood as well. */
export type SearchLanguage = 'fr' | 'en'
export type FieldName = SearchField['field']

/** What something is called in each language: the first of each is what is written, all are understood. */
type Names = Readonly<Record<SearchLanguage, readonly string[]>>

/** The filters by what stands before the colon. */
export const fieldNames: Readonly<Record<FieldName, Names>> = {
  skill: { fr: ['compétence', 'compétences', 'comp'], en: ['skill', 'skills'] },
  title: { fr: ['titre', 'métier', 'poste'], en: ['title', 'job', 'occupation'] },
  company: { fr: ['entreprise', 'employeur', 'société'], en: ['company', 'employer'] },
  school: { fr: ['école', 'formation', 'diplôme'], en: ['school', 'degree'] },
  years: { fr: ['années', 'ans', 'expérience'], en: ['years', 'experience'] },
  place: { fr: ['lieu', 'ville', 'département'], en: ['place', 'location', 'city', 'near'] },
  availability: { fr: ['dispo', 'disponible', 'disponibilité'], en: ['available', 'availability'] },
  contract: { fr: ['contrat'], en: ['contract'] },
  language: { fr: ['langue', 'langues'], en: ['language', 'languages', 'speaks'] },
  tag: { fr: ['étiquette', 'étiquettes'], en: ['tag', 'tags', 'label'] },
  stage: { fr: ['étape'], en: ['stage'] },
  lastContact: { fr: ['contact', 'contacté'], en: ['contacted'] },
  source: { fr: ['source', 'origine'], en: ['origin'] },
  has: { fr: ['a', 'avec'], en: ['has', 'with'] },
  status: { fr: ['statut', 'état'], en: ['status', 'state'] },
}

/** Words of closed lists. */
const valueNames = {
  contract: {
    cdi: { fr: ['cdi', 'indéterminé'], en: ['permanent'] },
    cdd: { fr: ['cdd', 'déterminé'], en: ['fixed-term', 'fixed'] },
    interim: { fr: ['intérim', 'intérimaire', 'mission'], en: ['temp', 'temporary', 'agency'] },
    apprenticeship: { fr: ['alternance', 'apprentissage', 'professionnalisation'], en: ['apprenticeship'] },
    internship: { fr: ['stage', 'stagiaire'], en: ['internship', 'intern'] },
    seasonal: { fr: ['saisonnier', 'saison'], en: ['seasonal'] },
    freelance: { fr: ['freelance', 'indépendant', 'portage'], en: ['contractor', 'self-employed'] },
    other: { fr: ['autre'], en: ['other'] },
  } satisfies Record<ContractKind, Names>,
  stage: {
    new: { fr: ['nouveau', 'nouvelle'], en: ['new'] },
    seen: { fr: ['vu', 'vue'], en: ['seen'] },
    contacted: { fr: ['contacté', 'contactée'], en: ['contacted'] },
    proposed: { fr: ['proposé', 'proposée'], en: ['proposed'] },
    interview: { fr: ['entretien'], en: ['interview'] },
    accepted: { fr: ['accepté', 'acceptée'], en: ['accepted', 'hired'] },
    rejected: { fr: ['refusé', 'refusée', 'écarté'], en: ['rejected'] },
  } satisfies Record<Stage, Names>,
  source: {
    import: { fr: ['import', 'importé'], en: ['imported'] },
    manual: { fr: ['main', 'manuel', 'saisie'], en: ['manual', 'hand'] },
    photo: { fr: ['photo'], en: ['camera'] },
  } satisfies Record<SearchSource, Names>,
  has: {
    email: { fr: ['courriel', 'e-mail', 'mail', 'email'], en: ['email'] },
    phone: { fr: ['téléphone', 'tél', 'tel', 'numéro'], en: ['phone', 'number'] },
    cv: { fr: ['cv', 'document'], en: ['cv', 'resume'] },
  } satisfies Record<SearchHas, Names>,
  status: {
    draft: { fr: ['brouillon'], en: ['draft'] },
    open: { fr: ['ouverte', 'ouvert'], en: ['open'] },
    closed: { fr: ['fermée', 'fermé', 'pourvue', 'close'], en: ['closed', 'filled'] },
  } satisfies Record<'draft' | 'open' | 'closed', Names>,
  level: {
    A1: { fr: ['A1'], en: ['A1'] },
    A2: { fr: ['A2'], en: ['A2'] },
    B1: { fr: ['B1'], en: ['B1'] },
    B2: { fr: ['B2'], en: ['B2'] },
    C1: { fr: ['C1'], en: ['C1'] },
    C2: { fr: ['C2', 'bilingue'], en: ['C2', 'bilingual'] },
    native: { fr: ['maternelle', 'natif', 'native'], en: ['native'] },
  } satisfies Record<LanguageLevel, Names>,
}
/** Which filters take a word of a closed list. */
export type ListedField = Exclude<keyof typeof valueNames, 'level'>

/** Spoken languages: ISO 639-1 code, French, English. */
const spoken = `fr français french;en anglais english;es espagnol spanish;de allemand german;it italien italian;
pt portugais portuguese;ar arabe arabic;nl néerlandais dutch;pl polonais polish;ro roumain romanian;ru russe russian;
uk ukrainien ukrainian;tr turc turkish;zh chinois chinese;ja japonais japanese;ko coréen korean;vi vietnamien vietnamese;
th thaï thai;hi hindi hindi;ur ourdou urdu;bn bengali bengali;ta tamoul tamil;fa persan persian;he hébreu hebrew;
el grec greek;hu hongrois hungarian;cs tchèque czech;sk slovaque slovak;sl slovène slovenian;hr croate croatian;
sr serbe serbian;bs bosnien bosnian;sq albanais albanian;bg bulgare bulgarian;mk macédonien macedonian;sv suédois swedish;
da danois danish;no norvégien norwegian;fi finnois finnish;is islandais icelandic;et estonien estonian;lv letton latvian;
lt lituanien lithuanian;ga irlandais irish;lb luxembourgeois luxembourgish;ca catalan catalan;eu basque basque;
br breton breton;co corse corsican;oc occitan occitan;hy arménien armenian;ka géorgien georgian;az azéri azerbaijani;
ku kurde kurdish;ps pachto pashto;wo wolof wolof;sw swahili swahili;ln lingala lingala;ff peul fula;bm bambara bambara;
ha haoussa hausa;yo yoruba yoruba;so somali somali;am amharique amharic;mg malgache malagasy;ht créole creole;
id indonésien indonesian;ms malais malay;tl tagalog tagalog`
  .split(';')
  .map((entry) => entry.trim().split(' ') as [string, string, string])

const names = <Key extends string>(table: Readonly<Record<Key, Names>>) => {
  const byName = new Map<string, Key>()
  for (const [key, said] of Object.entries(table) as [Key, Names][]) {
    byName.set(fold(key), byName.get(fold(key)) ?? key)
    for (const name of [...said.fr, ...said.en]) if (!byName.has(fold(name))) byName.set(fold(name), key)
  }
  return byName
}
const fieldByName = new Map(
  (Object.entries(fieldNames) as [FieldName, Names][]).flatMap(([field, said]) =>
    [...said.fr, ...said.en].map((name) => [fold(name), field] as const),
  ),
)
const listed: Record<keyof typeof valueNames, Map<string, string>> = {
  contract: names(valueNames.contract),
  stage: names(valueNames.stage),
  source: names(valueNames.source),
  has: names(valueNames.has),
  status: names(valueNames.status),
  level: names(valueNames.level),
}
const codeByLanguage = new Map(spoken.flatMap(([code, fr, en]) => [code, fold(fr), fold(en)].map((name) => [name, code] as const))) // prettier-ignore

/** Which filter a name asks, null when none does. */
export const fieldOfName = (name: string): FieldName | null => fieldByName.get(fold(name)) ?? null
/** The name of a filter as it is written in a language. */
export const nameOfField = (field: FieldName, language: SearchLanguage): string => fieldNames[field][language][0]!

/** The value a word of a closed list means, null when it means none. */
export const valueOfName = (list: keyof typeof valueNames, name: string): string | null =>
  listed[list].get(fold(name.trim())) ?? null
/** How a value of a closed list is written in a language. */
export const nameOfValue = (list: keyof typeof valueNames, value: string, language: SearchLanguage): string =>
  (valueNames[list] as Readonly<Record<string, Names>>)[value]?.[language][0] ?? value
/** What may stand after the colon of a filter with a closed list, as written in a language. */
export const valuesOf = (list: ListedField, language: SearchLanguage): { value: string; name: string }[] =>
  Object.keys(valueNames[list]).map((value) => ({ value, name: nameOfValue(list, value, language) }))

/** The code of a spoken language by its name in either language, or its code; null when it is none we know. */
export const codeOfLanguage = (name: string): string | null => codeByLanguage.get(fold(name.trim())) ?? null
/** How a spoken language is called. */
export const nameOfLanguage = (code: string, language: SearchLanguage): string => {
  const found = spoken.find(([known]) => known === code)
  if (!found) return code
  // English writes its languages with a capital.
  return language === 'fr' ? found[1] : found[2].charAt(0).toUpperCase() + found[2].slice(1)
}
/** The spoken languages that can be asked, in order of their names. */
export const spokenLanguages = (language: SearchLanguage): { value: string; name: string }[] =>
  spoken
    .map(([code]) => ({ value: code, name: nameOfLanguage(code, language) }))
    .toSorted((a, b) => a.name.localeCompare(b.name, language))

/** Names near to one that is not known, by its beginning or within two slips; the nearest, or ''. */
export function nearestName(typed: string, among: Iterable<string>): string {
  const wanted = fold(typed)
  let nearest = ''
  let least = wanted.length < 4 ? 2 : 3
  for (const name of among) {
    const folded = fold(name)
    const slips = wanted.length >= 2 && folded.startsWith(wanted) ? 0.5 : slipsBetween(wanted, folded, least)
    if (slips < least) {
      least = slips
      nearest = name
    }
  }
  return nearest
}

/** Letters to change, add, drop or swap with a neighbour; `most` or more is as good as far. */
function slipsBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) >= most) return most
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let least = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, before[j - 2]! + 1)
      next.push(least)
    }
    before = row
    row = next
  }
  return row[b.length]!
}

const operators: Readonly<Record<'and' | 'or' | 'not', Names>> = {
  and: { fr: ['ET'], en: ['AND'] },
  or: { fr: ['OU'], en: ['OR'] },
  not: { fr: ['SAUF'], en: ['NOT'] },
}
/** The operator a word is, in either language and any capitals; null for an ordinary word. */
export function operatorOf(word: string): 'and' | 'or' | 'not' | null {
  const folded = fold(word)
  for (const [operator, said] of Object.entries(operators) as ['and' | 'or' | 'not', Names][])
    if ([...said.fr, ...said.en].some((name) => fold(name) === folded)) return operator
  return folded === '&' || folded === '&&' ? 'and' : null
}
/** How an operator is written. */
export const nameOfOperator = (operator: 'and' | 'or' | 'not', language: SearchLanguage): string =>
  operators[operator][language][0]!
