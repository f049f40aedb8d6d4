import type { AdvertReading, Requirement } from '../../src/model/offer.ts'
import { readAdvertFields } from './advertFields.ts'
import { foldSame } from './dates.ts'
import { languagesNamed } from './readProfile.ts'
import { kindOf, monthsAsked } from './readRequirement.ts'
import { tokenise } from './tokens.ts'

type Part = 'company' | 'missions' | 'musts' | 'dealbreakers' | 'nices' | 'benefits' | 'process'

interface Slice {
  start: number
  end: number
}

const partCues: [Part, RegExp][] = [
  [
    'nices',
    /^(?:les? (?:petits? )?(?:plus|atouts?)\b|(?:ce|cela|il|it|that) (?:serait|sera|seraient|constitue\w*|would be|'d be)\b|ce qui (?:nous |vous )?(?:fer\w+|plair\w+|distingu\w+)|(?:vous avez|vous etes|you (?:may|might)(?: also)?(?: have)?) (?:peut-etre|aussi|have|also)|peut-etre aussi|et si (?:en plus|vous)|en plus\b|encore mieux|even better|if you also|you (?:may|might)\b|we'd love|(?:serai(?:en)?t|est|sont) (?:un plus|appreciee?s?|souhaitee?s?)|apprecie|serait apprecie|seraient apprecie|un plus|des plus|atouts?\b|souhaitee?s?|souhaitable|a plus\b|nice to have|pluses|bonus|desirable|preferred|it would be a plus|would be (?:a plus|an advantage|nice)|ideally|idealement|optionnel|optional|assets?\b|advantages?:|vos atouts|ce qui ferait la difference|competences appreciees|extra|good to have|also welcome|on apprecierait|we would love|serait un (?:plus|atout))/,
  ],
  [
    'dealbreakers',
    /^(?:imperati\w+|redhibitoire|eliminatoire|deal-?breakers?|non[- ]negotiable|absolument necessaire|conditions? (?:sine qua non|imperatives?))/,
  ],
  [
    'musts',
    /^(?:(?:le |votre |ton )?profil(?: (?:recherche|souhaite|ideal|attendu|requis|du candidat))?\b|nous (?:exigeons|demandons|attendons|cherchons|recherchons (?:une personne|un profil))|exigences?|exige|requis|pre-?requis|competences (?:requises|attendues|recherchees|exigees|necessaires|techniques|cles)|qualifications?(?: requises)?|indispensable|obligatoire|ce (?:que nous (?:attendons|cherchons|demandons|recherchons|exigeons)|qu'il (?:vous )?faut|qu'on (?:attend|demande|cherche))|on (?:attend|demande|cherche)\b|il (?:vous )?faut|vous (?:etes|avez|possedez|justifiez|maitrisez|disposez)\b|qui etes-vous|we (?:require|need|expect|ask|look for|are looking for someone)|requirements?|required|must[- ]haves?|what you must have|what you(?:'ll)? (?:need|bring)|what we(?:'re| are)? (?:require|need|ask|expect|look\w*)|you (?:have|bring|need|hold|must|are)\b|your profile|essential\b|essentials|who you are|about you|person specification|the (?:ideal )?candidate|skills (?:required|and experience)|experience and skills|key skills|a propos de vous|votre experience|conditions? requises?|necessary|on vous demande|criteres?)/,
  ],
  [
    'missions',
    /^(?:(?:vos|les|tes|principales|vos principales|mes)? ?missions?\b|au quotidien|votre (?:role|mission|quotidien)|le poste\b|descripti(?:f|on)|responsabilites|activites|taches|day[- ]to[- ]day|what you(?:'ll| will) (?:do|be doing)|responsibilit\w+|duties|the (?:role|job|position)\b|your (?:role|tasks|mission|day|responsibilities|duties)|key tasks|main tasks|tasks|job description|vous (?:serez|aurez|assurez|intervenez)|in this role|you will\b|a typical day)/,
  ],
  [
    'benefits',
    /^(?:ce que nous (?:offrons|proposons)|nous (?:offrons|proposons|vous offrons|vous proposons)|avantages?|remuneration|salaire|conditions(?: de travail)?|les conditions|what we offer|we offer|benefits|perks|salary|pay\b|compensation|package|contract\b|contrat|hours|horaires|why join|pourquoi nous|in return|on offer|lieu\b|location\b|type de contrat|mutuelle|treizieme|thirteenth|health cover|start(?:ing)? date|prise de poste|date de debut|duree)/,
  ],
  [
    'process',
    /^(?:pour postuler|comment postuler|candidature|envoye[zr]|how to apply|apply|processus|recruitment process|to apply|contact|merci d'adresser|postulez|reference|send (?:us )?your)/,
  ],
  [
    'company',
    /^(?:a propos de (?:nous|l'entreprise)|qui sommes[- ]nous|notre (?:entreprise|societe|client)|l'entreprise|la societe|about (?:us|the company)|who we are|the company|our company|rejoignez|join\b|presentation)/,
  ],
]
const niceWords =
  /\b(?:un plus|des plus|un atout|a plus(?! de?\b| d')|an advantage|an asset|a bonus|apprecie\w*|souhaite\w*|souhaitable|idealement|ideally|desirable|preferred|preferably|nice to have|de preference|bienvenue?s?|welcome|would be (?:good|nice|great|useful)|facultati\w+|optional)\b/
const dealbreakerWords =
  /\b(?:imperati\w+|obligatoires?|indispensables?|absolument|mandatory|compulsory|essential|non[- ]negotiable|exigee?s?|strictly required|a must|sine qua non|legally required)\b/
const mustWords =
  /\b(?:requi[st]e?s?|required|necessaires?|necessary|maitrise[zr]?|justifie[zr]|titulaire|experience|diplome|you (?:have|hold|must|need)|vous (?:avez|possedez|maitrisez|connaissez|parlez|disposez|detenez|etes titulaire)|must|minimum|at least|qualified|fluent|permis|driving licen[cs]e|au moins|competences? en)\b/

const payWords =
  /[€£]|\b(?:k€|eur|mad|chf|brut|gross|per month|par mois|par an|a year)\b|\b(?:is|are|est|sont) (?:paid|prise?s? en charge|remboursee?s?)\b/

const softWord =
  /^(?:dynami|motiv|rigour|rigueur|autonom|organis|serieu|ponctu|polyvalen|souri|relation|relationnel|equip|team|esprit|sens|gout|envi|passion|enthusias|curi|implic|impliq|investi|volont|energ|posit|sociab|ecout|diplomati|discret|discre|reacti|proacti|creati|adaptab|adaptabl|adapt|flexib|fiabl|reliab|punctual|motivat|player|spirit|attitud|detail|eye|keen|friendl|caring|patien|calm|stress|pression|pressur|initiativ|presenta|aisan|bonn|good|excell|communic|contact|humeur|humour|smil|cheer|trustworth|honest|seriou|attent|capacit|abilit|travail|exemplar|exemplair|engag|empath|bienveil|humain|persona|personalit|person|organisational|interpersonal|people|skil|resilien|rapid|quick|learn|apprendr|apprenti|prioris|priorit|minut|careful|self|start|starter|tempera|caracter|charact|responsab|maturit|reconnu|mental|state|valeur|val|partag|share)/

/** Reads a pasted advert: its fields, what it asks, and what it says that nobody can measure. Pure; offsets are in `text`. */
export function readAdvert(text: string): AdvertReading {
  const language = languageOf(text)
  const fields = readAdvertFields(text)
  const requirements: Requirement[] = []
  const unmeasurable: AdvertReading['unmeasurable'] = []
  let part: Part = 'company'
  let headed = false
  let needHint: 'must' | 'dealbreaker' = 'must'
  const taken = new Set<string>()
  const add = (slice: Slice, need: Requirement['need'], confidence: number) => {
    const { start, end } = trimRequirement(text, slice)
    const asked = text.slice(start, end)
    const tokens = tokenise(asked)
    if (tokens.length === 0 || asked.length < 3) return
    const hard = tokens.filter((token) => !softWord.test(token.word))
    if (hard.length === 0 || (hard.length <= tokens.length * 0.25 && kindOf(asked) === 'skill')) {
      unmeasurable.push({ text: asked, start, end })
      return
    }
    const key = foldSame(asked)
      .replaceAll(/[^a-z0-9]+/g, ' ')
      .trim()
    if (taken.has(key)) return
    taken.add(key)
    const kind = kindOf(asked)
    if (kind === 'language') {
      const folded = foldSame(asked)
      const named = languagesNamed(folded)
      const joint = /\s+(?:et|and|&)\s+|\s*,\s+|\s*\/\s*/g
      const cut = [...folded.matchAll(joint)].find(
        (match) => named.length > 1 && match.index > named[0]!.at && match.index < named.at(-1)!.at,
      )
      if (cut) {
        add({ start, end: start + cut.index }, need, confidence)
        add({ start: start + cut.index + cut[0].length, end }, need, confidence)
        return
      }
      // Said twice is asked once; what is a must somewhere is a must.
      const code = named[0]?.code ?? ''
      const same = requirements.find(
        (one) => one.kind === 'language' && languagesNamed(foldSame(one.text))[0]?.code === code,
      )
      if (same && code) {
        if (same.need === 'nice') same.need = need
        return
      }
    }
    const months = monthsAsked(foldSame(asked))
    requirements.push({
      text: asked,
      kind,
      need,
      weight: 50,
      years: kind === 'occupation' && months > 0 ? months / 12 : null,
      start,
      end,
      confidence,
      order: requirements.length,
    })
  }
  let before = 0
  let itemsRead = 0
  for (const line of linesOf(text)) {
    const content = text.slice(line.start, line.end)
    const parted = /\n[ \t\r]*\n/.test(text.slice(before, line.start))
    before = Math.max(0, line.end)
    const bulletLength = /^\s*(?:[-–—•*>▪◦●·‣✓✔▸►+]|\d{1,2}[.)])\s*/u.exec(content)?.[0].length ?? 0
    const bulleted = bulletLength > 0
    const body: Slice = { start: line.start + bulletLength, end: line.end }
    const colon = content.indexOf(':', bulletLength)
    const label = foldSame(content.slice(bulletLength, colon > 0 ? colon : undefined)).trim()
    const labelled = colon > 0 && label.length <= 60
    const shortHeading = !bulleted && colon < 0 && content.trim().length <= 45 && !/[.;,]\s*$/.test(content.trim())
    const announced = labelled || shortHeading ? partOf(label) : null
    if (announced) {
      part = announced
      headed = true
      itemsRead = 0
      needHint =
        dealbreakerWords.test(label) &&
        /imperati|non[- ]negotiable|absolument|mandatory|compulsory|sine qua/.test(label)
          ? 'dealbreaker'
          : 'must'
      if (!labelled) continue
      const rest: Slice = { start: line.start + colon + 1, end: line.end }
      if (text.slice(rest.start, rest.end).trim() === '') continue
      readItems(rest)
      continue
    }
    // A sentence on its own after a list closes the list.
    if (parted && !bulleted && headed && itemsRead > 0 && /\.\s*$/.test(content) && content.trim().length > 50)
      part = 'process'
    itemsRead += 1
    if (bulleted) readItems(body)
    else if (headed && (part === 'musts' || part === 'nices' || part === 'dealbreakers')) {
      const sentenceLike = /[.!?]\s+\p{Lu}/u.test(content) || content.trim().length > 140
      if (sentenceLike || /^\s*(?:vous|you|le |la |les |une? |un |our|nous|we|l['’])/iu.test(content)) readProse(body)
      else readItems(body)
    } else if (!headed || part === 'company' || part === 'benefits' || part === 'process') readProse(body)
  }

  /** Items of a list: each is one requirement. */
  function readItems(slice: Slice): void {
    if (part === 'missions' || part === 'benefits' || part === 'process' || part === 'company') return
    for (const item of splitItems(text, slice)) {
      const folded = foldSame(text.slice(item.start, item.end))
      add(item, needOf(folded, part === 'nices' ? 'nice' : part === 'dealbreakers' ? 'dealbreaker' : needHint), 0.9)
    }
  }

  /** Running text: only sentences that ask for something. */
  function readProse(slice: Slice): void {
    for (const sentence of sentencesOf(text, slice)) {
      const folded = foldSame(text.slice(sentence.start, sentence.end))
      const asksSomething = niceWords.test(folded) || dealbreakerWords.test(folded) || mustWords.test(folded)
      const tells =
        (/\bvous (?:avez|aurez) (?:la charge|pour mission|en charge|le soin|la responsabilite)|\b(?:\d+ ?\d* (?:personnes|salaries|employees|people|staff))\b/.test(
          folded,
        ) &&
          !dealbreakerWords.test(folded)) ||
        (payWords.test(folded) && !/\b(?:exige|requis|obligatoire|required|mandatory)/.test(folded)) ||
        (/\b(?:nous (?:offrons|proposons|sommes|comptons)|rejoignez|notre (?:groupe|entreprise|societe)|remuneration|salaire|mutuelle|prime|ticket|titres[- ]restaurant|we offer|salary|our (?:company|group|team)|we are|join us|founded|fondee?|postule[rz]|cv|candidature|apply|recrut\w+|hiring|poste a pourvoir|vos missions|vous (?:serez|aurez|assurerez|participerez|intervien\w+) )\b/.test(
          folded,
        ) &&
          !/\bvous (?:avez|justifiez|possedez|maitrisez|etes titulaire)\b|\byou (?:have|hold)\b|\b(?:exige|requis|obligatoire|required|mandatory)\b/.test(
            folded,
          ))
      if (!asksSomething || tells) {
        if (part === 'musts' && !tells) for (const item of splitClauses(text, sentence)) add(item, needHint, 0.6)
        continue
      }
      const inNices = part === 'nices'
      for (const item of splitClauses(text, sentence)) {
        const own = foldSame(text.slice(item.start, item.end))
        add(
          item,
          needOf(
            niceWords.test(own) ? own : niceWords.test(folded) && !/\bet\b|\band\b|,/.test(folded) ? folded : own,
            inNices ? 'nice' : needOf(folded, 'must') === 'nice' ? 'nice' : needOf(folded, needHint),
          ),
          0.7,
        )
      }
    }
  }
  const years = requirements.find((requirement) => requirement.kind === 'occupation' && requirement.years !== null)
  if (years && years.years !== null && fields.years === undefined) {
    fields.years = { value: years.years, start: years.start ?? 0, end: years.end ?? 0, confidence: years.confidence }
  }
  return { language, fields, requirements, unmeasurable }
}

/** What the person will do, line by line: weak evidence of the trade's vocabulary, never a requirement. */
export function missionsOf(text: string): string[] {
  const missions: string[] = []
  let inMissions = false
  for (const line of linesOf(text)) {
    const content = text.slice(line.start, line.end).trim()
    const colon = content.indexOf(':')
    const label = foldSame(colon > 0 && colon <= 60 ? content.slice(0, colon) : content).trim()
    const part = colon > 0 || content.length <= 45 ? partOf(label) : null
    if (part) {
      inMissions = part === 'missions'
      if (inMissions && colon > 0) missions.push(content.slice(colon + 1))
    } else if (inMissions) missions.push(content)
  }
  return missions.slice(0, 40)
}

/** Default needs: a paper asked as a must stays a must here; the matcher caps when it is denied. */
function needOf(folded: string, otherwise: Requirement['need']): Requirement['need'] {
  const nice = niceWords.exec(folded)
  // '4 years of field sales, ideally of equipment' demands the years.
  const besides =
    nice &&
    nice.index > 12 &&
    /^(?:ideal|prefer|de pref)/.test(nice[0]) &&
    /[,(;:–-]\s*$/.test(folded.slice(0, nice.index))
  if (nice && !besides) return 'nice'
  if (otherwise === 'nice') return 'nice'
  return dealbreakerWords.test(folded) ? 'dealbreaker' : otherwise
}

function partOf(label: string): Part | null {
  const bare = label.replace(/^[^a-z]+/, '')
  for (const [part, cue] of partCues) if (cue.test(bare)) return part
  return null
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

function pieces(text: string, slice: Slice, pattern: RegExp): Slice[] {
  const found: Slice[] = []
  let at = slice.start
  for (const match of text.slice(slice.start, slice.end).matchAll(pattern)) {
    found.push({ start: at, end: slice.start + match.index })
    at = slice.start + match.index + match[0].length
  }
  found.push({ start: at, end: slice.end })
  return found.filter((piece) => text.slice(piece.start, piece.end).trim() !== '')
}

const splitItems = (text: string, slice: Slice): Slice[] =>
  pieces(text, slice, /\s*;\s*|\s*[•|]\s+|(?<=[\p{Ll}\d)])\.\s+(?=\p{Lu})/gu)
const sentencesOf = (text: string, slice: Slice): Slice[] =>
  pieces(text, slice, /(?<=[\p{L}\d)%»])[.!?]\s+(?=["«(]?\p{Lu})|\s*;\s*/gu)

/** Clauses of a sentence that each ask one thing: 'Vous maîtrisez X, Y et parlez Z'. */
function splitClauses(text: string, slice: Slice): Slice[] {
  return pieces(
    text,
    slice,
    /\s*,\s+(?:et|and|ainsi que|as well as)?\s*(?![^()]*\))|\s+(?:et|and|ainsi que|as well as)\s+(?=(?:vous|you|une? |un |an? |le |la |les |l'|des |du |de |votre|your|maitris|maîtris|parlez|connaissez|possedez|possédez|justifiez|etes|êtes|hold|have|speak|know|fluent|at least|au moins|\d))/giu,
  )
}

const lead =
  /^\s*(?:(?:vous|tu|le candidat|la personne|le\/la candidat\(e\)|you|the candidate|candidates?|we (?:need|want|require|look for|are looking for)|nous (?:cherchons|recherchons|demandons|exigeons|souhaitons))\s+)?(?:(?:(?:must|should|will|also|doit|devez|deve[zr]|justifie[zr]?|possede[zr]?|possédez|avez|aurez|disposez|dispose|maitrise[zr]|maîtrise[zr]|connaissez|etes|êtes|est|detenez|détenez|parlez|have|has|hold|holds|need|are|bring|know|speak|be|demontrez|démontrez|beneficiez|bénéficiez|savez|pouvez|can)\s+)+(?:(?:obligatoirement|imperativement|impérativement|idealement|idéalement|également|egalement|aussi|ideally|also|already|déjà|deja|bien|parfaitement)\s+)*)?(?:(?:titulaires?|in possession|en possession|muni|justifier|disposer|avoir)\s+)?(?:(?:d'une?|d’une?|d'|d’|des?|du|de la|de l'|de l’|of|an?|une?|le|la|les|the|l'|l’|votre|your|à|a)\s*(?=\p{L}))?/iu
const tail =
  /\s*(?:,?\s*(?:est|sont|serait|seraient|is|are|would be|will be|c'est)?\s*(?:strictement |absolument |fortement |vivement |tres |très |an? |un |une |des )?(?:obligatoires?|impérati\p{L}+|imperati\p{L}+|indispensables?|exigée?s?|requise?s?|nécessaires?|souhaitée?s?|appréciée?s?|apprécié|plus|atouts?|bienvenue?s?|mandatory|required|essential|compulsory|a must|an advantage|an asset|advantage|asset|bonus|preferred|desirable|welcome|appreciated|necessary|needed))?[\s.;:,!]*$/iu

/** Leaves what is asked: without 'Vous avez', 'est obligatoire' and the like. */
function trimRequirement(text: string, slice: Slice): Slice {
  let { start, end } = slice
  while (start < end && /[\s:.,;-]/.test(text[start]!)) start += 1
  const found = tail.exec(text.slice(start, end))
  if (found && found.index > 2) end = start + found.index
  while (end > start && /[\s.;,:]/.test(text[end - 1]!)) end -= 1
  const begun = lead.exec(text.slice(start, end))
  if (begun && begun[0].length > 0 && /\s$|['’]$/.test(begun[0]) && begun[0].trim().length > 0) {
    const asVerb =
      /^(?:vous|you|le candidat|nous|we|the candidate|la personne|candidates?|une? |un |an? |la |le |les |l['’]|the |votre|your|titulaire|d['’]|de |du |des |parlez|maitris|maîtris|connaiss|have |hold |être|etes|êtes)/iu.test(
        begun[0].trimStart(),
      )
    if (asVerb && end - (start + begun[0].length) >= 3) start += begun[0].length
  }
  return { start, end }
}

const french = /\b(?:et|des|les|du|le|la|une?|avec|pour|sur|aux?|dans|vous|nous|est)\b/gi
const english = /\b(?:and|the|of|with|for|to|from|in|an?|on|at|by|you|we|is)\b/gi
export const languageOf = (text: string): 'fr' | 'en' =>
  (text.match(french) ?? []).length >= (text.match(english) ?? []).length ? 'fr' : 'en'
