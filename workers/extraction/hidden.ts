import { fold } from '../../src/kit/fold.ts'
import type { PageText, TextItem } from './layout/page.ts'

// Sentences addressed to a machine that reads CVs. What they ask is never done; the recruiter is shown them.
const instructions = [
  /\b(?:ignore|disregard|forget|override|bypass)\b.{0,40}\b(?:previous|prior|above|earlier|all|any|preceding)\b.{0,30}\b(?:instruction|prompt|rule|direction|guideline|criteria)/,
  /\b(?:ignore[rz]?|oublie[rz]?|ne tiens? pas compte|ne tenez pas compte|fais abstraction)\b.{0,40}\b(?:instruction|consigne|regle|critere|prompt)/,
  /\b(?:note|message|attention|instruction|important)\b.{0,20}\b(?:to|for|a|pour|aux?)\b.{0,12}\b(?:l'?ia|ai|llm|ats|chatgpt|gpt|claude|gemini|language model|modele de langage|intelligence artificielle|assistant|recruiting bot|algorithm\w*)\b/,
  /\b(?:you are|tu es|vous etes|as an?|en tant qu'?)\b.{0,25}\b(?:ai|ia|llm|language model|modele de langage|assistant virtuel|chatbot)\b/,
  /\b(?:rank|rate|score|classe[rz]?|note[rz]?|evaluate|evalue[rz]?)\b.{0,30}\b(?:this|ce|cette|le|the)\b.{0,20}\b(?:candidate?|candidat|profil|profile|resume|cv|applicant)\b.{0,40}\b(?:first|top|highest|best|premier|meilleur|maximum|100|10\/10|excellent|number one|exceptional)/,
  /\b(?:this|ce|cette)\b.{0,12}\b(?:candidate?|candidat|profil|applicant)\b.{0,25}\b(?:is|est|doit etre|must be|should be)\b.{0,30}\b(?:perfect|parfait|ideal|best|meilleur|exceptionally well qualified|hired|recrute|embauche|shortlisted|selected|retenu)/,
  /\b(?:system prompt|prompt injection|jailbreak)\b/,
  /\b(?:recommend|recommande[rz]?|select|selectionne[rz]?|hire|embauche[rz]?|retiens|retenez)\b.{0,20}\b(?:this|ce|cette)\b.{0,10}\b(?:candidate?|candidat|profil|applicant)\b/,
  /\b(?:do not|don't|ne)\b.{0,15}\b(?:mention|reveal|mentionne[rz]?|revele[rz]?)\b.{0,40}\b(?:instruction|consigne|prompt|message|note)\b/,
]

/** True for a sentence that speaks to a machine instead of a person. */
export function isInstruction(text: string): boolean {
  const plain = fold(text).replace(/\s+/g, ' ')
  return plain.length > 12 && instructions.some((pattern) => pattern.test(plain))
}

/** Takes what no eye sees off a page and returns it as passages. */
export function setHiddenApart(page: PageText): string[] {
  const passages: string[] = []
  let run: TextItem[] = []
  const close = () => {
    const text = run
      .map((item) => item.text)
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim()
    // A lone letter or a mark in the background's colour is decoration.
    if (text.replace(/[^\p{L}\p{N}]/gu, '').length >= 3) passages.push(text)
    run = []
  }
  const seen: TextItem[] = []
  for (const item of page.items) {
    if (item.hidden !== '') run.push(item)
    else {
      if (item.text.trim() !== '') close()
      seen.push(item)
    }
  }
  close()
  page.items = seen
  return passages
}
