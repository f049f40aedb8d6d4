import { clean, type Slice } from './advertText.ts'
import { pieces } from './advertNeeds.ts'
import { foldSame } from './dates.ts'

export interface Mission extends Slice {
  text: string
}

/** What opens a sentence that tells the work: cut off, it leaves the tasks. */
const opener =
  /^.*?(?:\b(?:vos|tes|votre|ta|les|principales) (?:principales )?(?:missions?|taches|responsabilites)(?: (?:principales|seront|sont|est)(?: les suivantes)?)*\s*:\s*|\b(?:vous (?:aurez|avez) (?:pour|la charge|en charge|comme) (?:missions? |role )?(?:de |d'|principales?\s?:)?|(?:tu|vous) (?:seras|serez|etes) (?:charge\w*|responsable|amene\w*) (?:de|d'|a)\s?|il s'agira (?:de|d')\s?:?)|\bduties (?:will )?include:?\s*|\bresponsibilities (?:will )?include:?\s*|\byou(?:'ll| will)(?: also)? (?:be responsible for|be in charge of)\s+|\bthe role (?:involves|includes):?\s*|\byou(?:'ll| will)\s+)/
/** 'vous' and what the person will do, in the future or the present. */
const youDo =
  /\b(?:vous|tu)\s+(?:l[ae']s?\s?)?(?!(?:avez|etes|as|es|maitris|posse|justif|dispos|connais|parl|sav|sai|deten|prepar|aim|souhait|cherch|exprim|aur|ser|trouv|benefici|apprend|rejoi|integr|pouv|peux|dev|etiez|fer|av|vous|nous|reconnai|partag|correspond|rest)\w*)\w+(?:ez|eras|iras|es)\b/
const youGet =
  /\byou(?:'ll| will) (?:need|have|be (?:able|an?\b|based|part|joining|working|paid|given|required|expected)|hold|bring|get|receive|join|love|enjoy|find|also need)\b/

/** Whether a sentence of running text tells what the person will do. */
export function tellsWork(folded: string): boolean {
  if (youGet.test(folded)) return false
  return youDo.test(folded) || opener.test(folded) || /\bday to day you\b/.test(folded)
}

const verb = '(?:\\p{L}+(?:ez|er|ir|re|eras|oir)|les?\\s\\p{L}+er)\\b'
const frenchJoint = new RegExp(
  `\\s*[,;]\\s+(?:puis\\s+|et\\s+)?(?:vous\\s+|tu\\s+)?(?=${verb})|\\s+(?:et|puis)\\s+(?:(?:vous|tu)\\s+|(?=(?!premier)\\p{L}{3,}(?:ez|er|ir)\\b))`,
  'gu',
)
const englishJoint =
  /\s*[,;]\s+(?:and\s+)?|\s+and\s+(?=(?:[a-z]+ing\s|(?:update|write|thank|publish|prepare|run|take|record|keep|manage|help|support|report|organise|train|lead|plan|check|carry|answer|clean|deliver|maintain|monitor|develop|ensure|assist|provide|review|test|build|design|handle|process|serve|coordinate)\b))/gu

/** The tasks a sentence lists, each in the advert's words. */
export function missionsIn(view: string, sentence: Slice, language: 'fr' | 'en'): Mission[] {
  const words = view.slice(sentence.start, sentence.end)
  const folded = foldSame(words)
  const led = opener.exec(folded)
  let start = sentence.start
  if (led) start += led[0].length
  else {
    const you = youDo.exec(folded)
    if (you) start += you.index + (/^(?:vous|tu)\s+/.exec(you[0])?.[0].length ?? 0)
  }
  if (start >= sentence.end) return []
  return pieces(view, { start, end: sentence.end }, language === 'fr' ? frenchJoint : englishJoint).flatMap((piece) =>
    toMission(view, piece),
  )
}

/** One mission of a list. */
export function toMission(view: string, slice: Slice): Mission[] {
  let { start, end } = slice
  while (start < end && /[\s:.,;•–—*-]/u.test(view[start]!)) start += 1
  while (end > start && /[\s.,;:]/.test(view[end - 1]!)) end -= 1
  const text = clean(view.slice(start, end))
  return text.length >= 6 && /\p{L}{3}/u.test(text) ? [{ text, start, end }] : []
}
