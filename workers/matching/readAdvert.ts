import type { AdvertReading, Requirement } from '../../src/model/offer.ts'
import { readAdvertFields } from './advertFields.ts'
import { type Mission, missionsIn, tellsWork, toMission } from './advertMissions.ts'
import {
  beginnerWords,
  dealbreakerWords,
  isNotAsked,
  mustWords,
  needOf,
  niceWords,
  sentencesOf,
  splitByNeed,
  splitClauses,
  splitItems,
  splitList,
  trimRequirement,
} from './advertNeeds.ts'
import { headingOf, type Part, partOf } from './advertSections.ts'
import { readStudies } from './advertTerms.ts'
import { advertView, clean, type Slice } from './advertText.ts'
import { foldSame } from './dates.ts'
import { languagesNamed, levelIn } from './readProfile.ts'
import { kindOf, monthsAsked } from './readRequirement.ts'
import { tokenise } from './tokens.ts'

const payWords =
  /[€£]|\b(?:k€|eur|mad|chf|brut|gross|per month|par mois|par an|a year)\b|\b(?:is|are|est|sont) (?:paid|prise?s? en charge|remboursee?s?)\b/
const addressWords =
  /@|\bwww\.|https?:|(?:\d[ .-]?){9,}|\b(?:tel|sms|appelez|contactez|candidate[rz]|envoye[zr]|adresse[rz]|ecrivez|postule[rz]|apply|call|quoting)\b/

const softWord =
  /^(?:dynami|motiv|rigour|rigueur|autonom|organis|serieu|ponctu|polyvalen|souri|relation|relationnel|equip|team|esprit|sens|gout|envi|passion|enthusias|curi|implic|impliq|investi|volont|energ|posit|sociab|ecout|diplomati|discret|discre|reacti|proacti|creati|adaptab|adaptabl|adapt|flexib|fiabl|reliab|punctual|motivat|player|spirit|attitud|detail|eye|keen|friendl|caring|patien|calm|stress|pression|pressur|initiativ|presenta|aisan|bonn|good|excell|communic|contact|humeur|humour|smil|cheer|trustworth|honest|seriou|attent|capacit|abilit|travail|exemplar|exemplair|engag|empath|bienveil|humain|persona|personalit|person|organisational|interpersonal|people|skil|resilien|rapid|quick|learn|apprendr|apprenti|prioris|priorit|minut|careful|self|start|starter|tempera|caracter|charact|responsab|maturit|reconnu|mental|state|valeur|val|partag|share|leadership|naturel|natural|accueil|aime|aimer|love)/

/** Pay that depends on experience asks for none. */
const upToExperience =
  /\b(?:depending|dependent|dependant|based) (?:up)?on (?:your )?experience\b|\b(?:selon|suivant|en fonction de) (?:l'|votre |ton )?experience\b/g
const blank = (found: string): string => ' '.repeat(found.length)

/** Reads a pasted advert: its fields, what it asks, the work, and what it says that nobody can measure. Pure; offsets are in `text`. */
export function readAdvert(text: string): AdvertReading {
  const view = advertView(text)
  const language = languageOf(text)
  const fields = readAdvertFields(view)
  const asked = new Requirements(view)
  const { missions } = walk(view, language, fields, asked)
  const { list } = asked
  readStudies(
    list
      .filter(({ kind }) => kind === 'degree')
      .toSorted((a, b) => Number(a.need === 'nice') - Number(b.need === 'nice'))
      .map(({ text: words, start, end }) => ({ text: words, start: start ?? 0, end: end ?? 0 })),
    fields,
  )
  const years = list.find(({ kind, years: count, need }) => kind === 'occupation' && count !== null && need !== 'nice')
  const beginner = beginnerWords.exec(foldSame(view))
  if (years && years.years !== null)
    fields.years = { value: years.years, start: years.start ?? 0, end: years.end ?? 0, confidence: years.confidence }
  else if (beginner)
    fields.years = { value: 0, start: beginner.index, end: beginner.index + beginner[0].length, confidence: 0.85 }
  return { language, fields, requirements: list, missions, unmeasurable: asked.unmeasurable }
}

/** What was asked so far, each thing once. */
class Requirements {
  readonly list: Requirement[] = []
  readonly unmeasurable: AdvertReading['unmeasurable'] = []
  readonly #view: string
  readonly #taken = new Set<string>()
  constructor(view: string) {
    this.#view = view
  }

  add(slice: Slice, need: Requirement['need'], confidence: number): void {
    const { start, end } = trimRequirement(this.#view, slice)
    const words = this.#view.slice(start, end)
    const asked = clean(words)
    const tokens = tokenise(asked)
    // 'BE' is a small word of English and a driving licence.
    const isAcronym = /^\p{Lu}[\p{Lu}\d]+$/u.test(asked)
    if ((tokens.length === 0 && !isAcronym) || asked.length < 2) return
    if (isNotAsked(foldSame(clean(this.#view.slice(slice.start, slice.end))))) return
    const hard = tokens.filter((token) => !softWord.test(token.word))
    const kind = kindOf(asked)
    if ((hard.length === 0 && !isAcronym) || (hard.length <= tokens.length * 0.25 && kind === 'skill' && !isAcronym)) {
      this.unmeasurable.push({ text: asked, start, end })
      return
    }
    const key = foldSame(asked)
      .replaceAll(/[^a-z0-9+#]+/g, ' ')
      .trim()
    if (this.#taken.has(key)) return
    this.#taken.add(key)
    if (kind === 'language' && this.#addLanguages({ start, end }, words, need, confidence)) return
    const months = monthsAsked(foldSame(asked))
    this.list.push({
      text: asked,
      kind,
      need,
      weight: 50,
      years: kind === 'occupation' && months > 0 ? months / 12 : null,
      start,
      end,
      confidence,
      order: this.list.length,
    })
  }

  /** Several languages are several requirements; one said twice is asked once. True when nothing is left to add. */
  #addLanguages({ start, end }: Slice, words: string, need: Requirement['need'], confidence: number): boolean {
    const folded = foldSame(words)
    const named = languagesNamed(folded)
    const joint = /\s+(?:et|and|&)\s+(?:un peu d['e]\s?)?|\s*,\s+|\s*\/\s*/g
    const cut = [...folded.matchAll(joint)].find(
      (match) => named.length > 1 && match.index > named[0]!.at && match.index < named.at(-1)!.at,
    )
    if (cut) {
      this.add({ start, end: start + cut.index }, need, confidence)
      this.add({ start: start + cut.index + cut[0].length, end }, need, confidence)
      return true
    }
    const code = named[0]?.code ?? ''
    const same = this.list.find(
      (one) => one.kind === 'language' && languagesNamed(foldSame(one.text))[0]?.code === code,
    )
    if (!same || !code) return false
    // What is a must somewhere is a must.
    if (same.need === 'nice') same.need = need
    return true
  }
}

/** Goes through the lines: headings part the advert, lists and sentences are read by the part they stand in. */
function walk(
  view: string,
  language: 'fr' | 'en',
  fields: AdvertReading['fields'],
  asked: Requirements,
): { missions: Mission[] } {
  const missions: Mission[] = []
  let part = 'company' as Part
  let headed = false
  let needHint = 'must' as 'must' | 'dealbreaker'
  let before = 0
  let itemsRead = 0
  let isInline = false
  const known = [fields.title, fields.company, fields.contact, fields.reference, fields.salaryMin, fields.city].filter(
    (field) => field !== undefined,
  )
  /** Whether a passage only repeats a fact the fields hold. */
  const isFact = (slice: Slice): boolean =>
    known.some(
      (field) =>
        field.start < slice.end && field.end > slice.start && (field === fields.title || slice.end - slice.start < 60),
    )
  const isAskingPart = () => part === 'musts' || part === 'nices' || part === 'dealbreakers'
  const partNeed = () => (part === 'nices' ? 'nice' : part === 'dealbreakers' ? 'dealbreaker' : needHint)

  /** Items of a list: each is one requirement. */
  const readItems = (slice: Slice, isList = false): void => {
    if (part === 'missions') {
      if (/(?::|\b(?:tu vas|vous allez|you will|you'll))\s*$/.test(foldSame(view.slice(slice.start, slice.end)))) return
      for (const item of splitItems(view, slice)) missions.push(...toMission(view, item))
      return
    }
    if (part === 'qualities') {
      for (const { text, start, end } of toMission(view, slice)) asked.unmeasurable.push({ text, start, end })
      return
    }
    // A list under a heading nobody knows: what asks in so many words is asked.
    if (part === 'company' && headed === false) return readProse(slice)
    if (!isAskingPart()) return
    const items = isList ? splitList(view, slice) : splitItems(view, slice).flatMap((item) => splitByNeed(view, item))
    for (const item of items) {
      const folded = foldSame(view.slice(item.start, item.end))
      if (/[€£]\s*(?:brut|net|\/|par\b|per\b|de l')|^\W*(?:cdi|cdd|interim|salaire|remuneration)\b/.test(folded))
        continue
      if (/^\W*(?:mutuelle|tickets?[- ]rest|titres?[- ]rest|13e mois|cheques?[- ]repas)/.test(folded)) continue
      asked.add(item, needOf(folded, partNeed()), 0.9)
    }
  }

  /** Running text: the sentences that ask for something, and those that tell the work. */
  const readProse = (slice: Slice): void => {
    for (const sentence of sentencesOf(view, slice)) {
      const folded = foldSame(view.slice(sentence.start, sentence.end)).replace(upToExperience, blank)
      if (
        sentence.start === slice.start &&
        fields.title &&
        fields.title.start < sentence.end &&
        fields.title.end > sentence.start &&
        !/,/.test(folded)
      )
        continue
      const asksSomething =
        niceWords.test(folded) ||
        dealbreakerWords.test(folded) ||
        mustWords.test(folded) ||
        (languagesNamed(folded).length > 0 && levelIn(folded) > 0)
      if (
        tellsWork(folded) &&
        !(asksSomething && /\b(?:must|need|experience|titulaire|obligatoire|exige|requis)\w*\b/.test(folded))
      ) {
        if (part !== 'benefits' && part !== 'process') missions.push(...missionsIn(view, sentence, language))
        continue
      }
      const tells = tellsOfFirm(folded) || (addressWords.test(folded) && !dealbreakerWords.test(folded))
      if (part === 'missions' && !asksSomething) {
        missions.push(...toMission(view, sentence))
        continue
      }
      if (!asksSomething || tells) {
        if (part === 'musts' && !tells)
          for (const item of splitClauses(view, sentence)) if (!isFact(item)) asked.add(item, needHint, 0.6)
        continue
      }
      const clauses = splitClauses(view, sentence).flatMap((clause) => splitByNeed(view, clause))
      for (const item of clauses) {
        const own = foldSame(view.slice(item.start, item.end))
        const isOwn = niceWords.test(own) || dealbreakerWords.test(own)
        // In a text without headings only what asks by itself is a requirement.
        if (
          !isAskingPart() &&
          clauses.length > 1 &&
          !isOwn &&
          !mustWords.test(own) &&
          (isFact(item) || !mustWords.test(folded) || tellsPayOrPlace(own))
        )
          continue
        if (isFact(item) && !isOwn && !/\b(?:experience|permis|caces|licen[cs]e|diplome)\b/.test(own)) continue
        if (payWords.test(own) || /^\W*(?:debutant|cdi|cdd|temps plein)/.test(own)) continue
        const wholeIsNice = niceWords.test(folded) && !/\bet\b|\band\b|,/.test(folded)
        asked.add(
          item,
          needOf(
            isOwn ? own : wholeIsNice ? folded : own,
            part === 'nices' ? 'nice' : clauses.length > 1 ? needHint : needOf(folded, needHint),
          ),
          0.7,
        )
      }
    }
  }

  for (const line of linesOf(view)) {
    const content = view.slice(line.start, line.end)
    const parted = /\n[ \t\r]*\n/.test(view.slice(before, line.start))
    before = Math.max(0, line.end)
    const bulletLength =
      /^\s*(?:[-–—•*>▪◦●·‣✓✔▸►+§]|\d{1,2}[.)](?=\s)|[a-h]\)(?=\s))\s*/u.exec(content)?.[0].length ?? 0
    const bulleted = bulletLength > 0
    const body: Slice = { start: line.start + bulletLength, end: line.end }
    const colon = content.indexOf(':', bulletLength)
    const label = foldSame(content.slice(bulletLength, colon > 0 ? colon : undefined)).trim()
    const labelled = colon > 0 && label.length <= 60
    const shortHeading = !bulleted && colon < 0 && content.trim().length <= 45 && !/[.;,]\s*$/.test(content.trim())
    const announced = labelled ? partOf(label) : shortHeading ? headingOf(label) : null
    // 'Idéalement : Kafka' on one line speaks for that line, and for the list under it.
    if (!announced && !bulleted && isInline && (part === 'nices' || part === 'dealbreakers')) {
      part = 'musts'
      needHint = 'must'
    }
    if (!bulleted) isInline = false
    if (announced) {
      const rest: Slice = { start: line.start + colon + 1, end: line.end }
      const hasRest = labelled && view.slice(rest.start, rest.end).trim() !== ''
      const outer: Part = part
      const outerHint: 'must' | 'dealbreaker' = needHint
      part = announced
      headed = true
      needHint = /imperati|non[- ]negotiable|absolument|mandatory|compulsory|sine qua/.test(label)
        ? 'dealbreaker'
        : 'must'
      if (hasRest) {
        const said = view.slice(rest.start, rest.end)
        if (announced === 'missions') missions.push(...missionsIn(view, rest, language))
        else if (isAskingPart() && (/[.!?]\s+\p{Lu}/u.test(said) || /^\s*(?:vous|tu|you)\b/iu.test(said)))
          readProse(rest)
        else readItems(rest, true)
        // 'Atout : formation OMEGA' inside a list speaks for itself alone.
        isInline = !bulleted
        if (bulleted) {
          part = outer
          needHint = outerHint
        } else if (!isAskingPart() && announced !== 'missions') itemsRead = 1
      }
      if (!hasRest || !bulleted) itemsRead = hasRest ? 1 : 0
      continue
    }
    // A sentence on its own after a list closes the list.
    if (parted && !bulleted && headed && itemsRead > 0 && /\.\s*$/.test(content) && content.trim().length > 50)
      part = 'process'
    // 'Rémunération statutaire, CNAS.' under a list of what is asked.
    const turn =
      !bulleted && isAskingPart() && itemsRead > 0 && /\.\s*$/.test(content) ? partOf(foldSame(content)) : null
    if (turn === 'benefits' || turn === 'process' || turn === 'company') part = turn
    itemsRead += 1
    if (bulleted) readItems(body)
    else if (headed && (isAskingPart() || part === 'qualities')) {
      const sentenceLike = /[.!?]\s+\p{Lu}/u.test(content) || content.trim().length > 140
      if (sentenceLike || /^\s*(?:vous|tu|you|le |la |les |une? |un |our|nous|we|l['’])/iu.test(content))
        readProse(body)
      else readItems(body)
    } else if (
      headed &&
      part === 'missions' &&
      !/[.!?]\s+\p{Lu}/u.test(content) &&
      !tellsWork(foldSame(content)) &&
      !mustWords.test(foldSame(content))
    )
      readItems(body)
    else readProse(body)
  }
  return { missions: missions.slice(0, 40) }
}

const tellsPayOrPlace = (folded: string): boolean =>
  /\b(?:mutuelle|tickets?[- ]restaurant|titres?[- ]restaurant|13e mois|smic|tjm|cheques?[- ]repas|salaries|bspce|free parking|pension scheme|401)\b/.test(
    folded,
  )

function tellsOfFirm(folded: string): boolean {
  const isAsked = /\b(?:exige|requis|obligatoire|required|mandatory)\b/.test(folded)
  if (
    /\bvous (?:avez|aurez) (?:la charge|pour mission|en charge|le soin|la responsabilite)|\b(?:\d+ ?\d* (?:personnes|salaries|employees|people|staff))\b/.test(
      folded,
    ) &&
    !dealbreakerWords.test(folded)
  )
    return true
  if (payWords.test(folded) && !isAsked && folded.length < 120 && !/\b(?:experience|permis|caces)\b/.test(folded))
    return true
  return (
    /\b(?:nous (?:offrons|proposons|sommes|comptons)|rejoignez|notre (?:groupe|entreprise|societe)|remuneration|salaire|mutuelle|prime|ticket|titres[- ]restaurant|we offer|salary|our (?:company|group|team)|we are|join us|founded|fondee?|postule[rz]|cv|candidature|apply|recrut\w+|hiring|poste a pourvoir|vos missions|vous (?:serez|aurez|assurerez|participerez|intervien\w+) )\b/.test(
      folded,
    ) &&
    !/\bvous (?:avez|justifiez|possedez|maitrisez|etes titulaire)\b|\byou (?:have|hold)\b/.test(folded) &&
    !isAsked
  )
}

/** What the person will do, line by line: weak evidence of the trade's vocabulary, never a requirement. */
export function missionsOf(text: string): string[] {
  return readAdvert(text).missions.map((mission) => mission.text)
}

function linesOf(text: string): Slice[] {
  const lines: Slice[] = []
  let at = 0
  for (const line of text.split('\n')) {
    if (line.trim() !== '') lines.push({ start: at, end: at + line.length })
    at += line.length + 1
  }
  return lines
}

const french = /\b(?:et|des|les|du|le|la|une?|avec|pour|sur|aux?|dans|vous|nous|est)\b/gi
const english = /\b(?:and|the|of|with|for|to|from|in|an?|on|at|by|you|we|is)\b/gi
export const languageOf = (text: string): 'fr' | 'en' =>
  (text.match(french) ?? []).length >= (text.match(english) ?? []).length ? 'fr' : 'en'
