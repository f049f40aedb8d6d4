import { fold } from '../../src/kit/fold.ts'

// Sentences addressed to a machine that reads CVs. What they ask is never done; the recruiter is shown them. Each
// pattern wants a command or an address, never a subject: people do work on language models, prompts and rankings.
const machine =
  "(?:(?:an? |the |une? |l'|la |le |any |toute? |el |la |un |die |der |ein )?(?:ai|ia|ki|llm|ats|gpt|chatgpt|gemini|claude|copilot|chatbot|(?:large )?language model|modele? de lang\\w+|modelo de lenguaje|sprachmodell|intelligence artificielle|inteligencia artificial|(?:ai|ia|virtual|virtuel|ki)[- ]?(?:assistant|asistente|recruiter|screener|screening|system|systeme|model|tool|agent|reader|reviewer)\\w*|assistant ia|recruiting bot|resume (?:screener|parser|bot)|cv (?:screener|parser|bot)))"
const person =
  '(?:candidate?|candidat[oe]?|profil|profile|perfil|resume|cv|applicant|application|candidature|kandidat\\w*|bewerber\\w*|lebenslauf)'
const told =
  '(?:instruction|consigne|regle|critere|prompt|rule|direction|guideline|criteria|command|context|instruccion|indicacion|regla|anweisung|vorgabe|regel)'
const patterns = [
  `\\b(?:ignore|disregard|forget|override|bypass|discard)\\b.{0,40}\\b(?:previous|prior|above|earlier|all|any|preceding|other)\\b.{0,30}\\b${told}`,
  `\\b(?:ignore[rz]?|oublie[rz]?|ne tiens? pas compte|ne tenez pas compte|fais(?:ons)? abstraction|faites abstraction|neglige[rz]?)\\b.{0,40}\\b${told}`,
  `\\b(?:ignora|ignore|olvida|omite|descarta|haz caso omiso)\\b.{0,40}\\b(?:todas?|las?|los?|anteriores|previas)\\b.{0,30}\\b${told}`,
  `\\b(?:ignorier\\w*|vergiss|vergessen sie|missachte\\w*|ubergehe\\w*)\\b.{0,40}\\b${told}`,
  `(?:^|[.!?:;\\]\\n*#-]\\s*)(?:note|message|attention|instructions?|avis|hinweis|nota|mensaje|instrucciones|achtung)\\b.{0,12}\\b(?:to|for|a|au|aux|pour|para|an|fur)\\b\\s*${machine}\\b`,
  `\\b(?:dear|cher|chere|hello|bonjour|hola|hallo|estimad[oa]|liebe[rs]?)\\s+${machine}\\b`,
  `\\b(?:you are|you're|tu es|vous etes|eres|du bist|sie sind)\\b(?: now| maintenant| ahora| jetzt)?\\s*${machine}\\b(?!\\s*(?:engineer|developer|expert))`,
  `\\b(?:if you are|si tu es|si vous etes|si eres|wenn du|falls du|falls sie)\\b.{0,12}${machine}\\b`,
  `\\b(?:as an ai (?:language )?(?:model|assistant|system)|en tant qu'?(?:ia|intelligence artificielle|assistant ia|modele de langage)|als ki\\b|como (?:una )?ia\\b)[, ].{0,60}\\b(?:you|vous|tu|must|should|devez|dois|du|sie|debes)\\b`,
  `\\b(?:rank|rate|score|classe[rz]?|note[rz]?|evaluate|evalue[rz]?|place[rz]?|clasifica|puntua|evalua|bewerte\\w*|stufe\\w*)\\b.{0,30}\\b(?:this|ce|cette|cet|le|la|the|este|esta|diesen?|mon|my)\\b.{0,20}\\b${person}\\b.{0,50}\\b(?:first|top|highest|best|premiere?s?|meilleure?|maximum|maximale|100|10 ?\\/ ?10|excellent|number one|exceptional|primer[oa]?|mejor|maxima|beste[nr]?|hochste\\w*|an erster stelle|en tete|en haut)`,
  `\\b(?:give|donne[rz]?|attribue[rz]?|assign|dale|gib|geben sie)\\b.{0,30}\\b(?:maximum|highest|perfect|full|maximale?|parfaite?|maxima|hochste|volle)\\b.{0,20}\\b(?:score|note|rating|mark|puntuacion|punktzahl|bewertung)`,
  `\\b(?:this|ce|cette|cet|este|dieser?)\\b.{0,12}\\b${person}\\b.{0,25}\\b(?:must be|should be|doit (?:imperativement )?etre|devra etre|debe ser|muss|soll)\\b.{0,30}\\b(?:hired|selected|shortlisted|invited|accepted|ranked|recrute|embauche|retenu|selectionne|preselectionne|classe|contratad|seleccionad|eingestellt|ausgewahlt|eingeladen)`,
  `\\b(?:this|ce|cette|cet)\\b.{0,12}\\b${person}\\b.{0,10}\\b(?:is|est)\\b.{0,20}\\b(?:exceptionally|extremely|exceptionnellement|extremement) (?:well )?(?:qualified|qualifie)`,
  `\\b(?:recommend|recommande[rz]?|select|selectionne[rz]?|hire|embauche[rz]?|retiens|retenez|shortlist|recomienda|contrata|selecciona|empfiehl|empfehlen sie|stelle)\\b.{0,20}\\b(?:this|ce|cette|cet|este|diesen)\\b.{0,10}\\b${person}\\b`,
  `\\b(?:do not|don't|never|ne|no|nicht)\\b.{0,15}\\b(?:mention|reveal|disclose|mentionne[rz]?|revele[rz]?|divulgue[rz]?|menciones|reveles|erwahne\\w*)\\b.{0,40}\\b(?:instruction|consigne|prompt|message|note|instruccion|anweisung)`,
  '\\b(?:reveal|print|repeat|show|new|override|revele|affiche|montre|nouveau|muestra|zeige)\\b.{0,20}\\b(?:system prompt|prompt systeme|prompt du systeme|systemprompt)',
  '<\\|?(?:im_start|im_end|system|endoftext|assistant|user)\\|?>|\\[\\/?inst\\]|<<\\/?sys>>|\\{\\{#?system',
  '(?:^|\\n)\\s*(?:#+ *)?(?:system|systeme|assistant|sistema) ?(?:prompt|message|override)? ?[:>].{0,80}\\b(?:you|tu|vous|ignore|rank|candidat\\w*|respond|answer|reponds|output)\\b',
].map((source) => new RegExp(source))
const arabic = [
  /(?:تجاهل|انس|تجاوز)[^.]{0,40}(?:التعليمات|الأوامر|الارشادات|الإرشادات|القواعد|المعايير)/,
  /(?:رتب|صنف|قيم|ضع|اختر|وظف|رشح)[^.]{0,30}(?:هذا|هذه)[^.]{0,12}(?:المرشح|المرشحة|السيرة|الملف)/,
  /(?:أنت|انت)[^.]{0,12}(?:نموذج لغوي|ذكاء اصطناعي|مساعد ذكي)/,
]

/** Letters of other alphabets that look like Latin ones. */
const lookalikes: Record<string, string> = Object.fromEntries(
  [
    ...'аaеeоoрpсcхxуyіiјjѕsԁdԛqԝwһhӏlмmтtкkвbнhгrАAВBЕEКKМMНHОOРPСCТTХXІIЈJЅSαaοoνvρpιiκkτtυuηnεeΑAΒBΕEΗHΙIΚKΜMΝNΟOΡPΤTΥYΧX',
  ].flatMap((letter, index, all) => (index % 2 === 0 ? [[letter, all[index + 1]!]] : [])),
)

/** Marks without a shape, between letters or alone. */
const shapeless = /\p{Default_Ignorable_Code_Point}/gu
/** Letters of the tag block, which no font shows; after a black flag they make the flag of a region. */
const tags = /(?<!\u{1f3f4}[\u{e0020}-\u{e007f}]*)[\u{e0020}-\u{e007e}]{2,}\u{e007f}?/gu

/** A text as a machine would take it: disguises off, spaces plain. */
function plainOf(text: string): string {
  const bare = text.replace(shapeless, '').replace(/\p{L}+/gu, (word) =>
    // Only words that mix alphabets, or lines that are Latin otherwise: Greek and Russian are no disguise.
    /[a-z]/i.test(word) ? word.replace(/[^\x00-\x7f]/g, (letter) => lookalikes[letter] ?? letter) : word,
  )
  const spaced = bare.replace(/(?<![\p{L}\p{N}])(?:\p{L}[ .·_-]){4,}\p{L}(?![\p{L}\p{N}])/gu, (run) =>
    run.replace(/[ .·_-]/g, ''),
  )
  return fold(spaced)
    .replace(/[ \t\u00a0\r\n]+/g, ' ')
    .trim()
}

const allPatterns = [...patterns, ...arabic]
const asksMachine = (plain: string): boolean => plain.length > 12 && allPatterns.some((pattern) => pattern.test(plain))

/** True for a sentence that speaks to a machine instead of a person, in the open or in disguise. */
export function isInstruction(text: string, plain = plainOf(text)): boolean {
  if (text.length < 12 || text.length > 20_000) return false
  return (
    asksMachine(plain) ||
    asksMachine(plainOf(tagWords(text))) ||
    decoded(text).some((hidden) => asksMachine(plainOf(hidden)))
  )
}

/** What the tag characters of a text say, '' when it has none; nobody writes a CV in them. */
export const tagWords = (text: string): string =>
  [...text.matchAll(tags)]
    .map((match) =>
      Array.from(match[0], (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) & 0x7f)).join(''),
    )
    .join(' ')
    .replace(/[^\x20-\x7e]/g, '')
    .trim()
/** The text without them. */
export const withoutTags = (text: string): string => text.replace(tags, '')

/** Words in base64 or hexadecimal. */
function decoded(text: string): string[] {
  return [...text.matchAll(/[A-Za-z0-9+/]{24,}={0,2}/g)].flatMap(([run]) => {
    try {
      const bytes = /^(?:[0-9a-f]{2})+$/i.test(run)
        ? Uint8Array.from(run.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
        : Uint8Array.from(atob(run.slice(0, run.length - (run.replace(/=+$/, '').length % 4 === 1 ? 1 : 0))), (c) =>
            c.charCodeAt(0),
          )
      const words = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
      return /^[\p{L}\p{N}\p{P}\p{Z}\n\r\t]+$/u.test(words) ? [words] : []
    } catch {
      // Letters that happen to look like a code.
      return []
    }
  })
}

/**
 * Which of some consecutive lines speak to a machine, alone or together with the next ones: a sentence may run over
 * several rows.
 */
export function instructionLines(texts: readonly string[]): Set<number> {
  const found = new Set<number>()
  const plain = texts.map(plainOf)
  for (const [index, text] of texts.entries()) if (isInstruction(text, plain[index])) found.add(index)
  for (let index = 0; index + 1 < plain.length; index += 1) {
    if (found.has(index) && found.has(index + 1)) continue
    const pair = [index, index + 1].filter((at) => !found.has(at))
    if (pair.length < 2 || plain[index]!.length > 400 || plain[index + 1]!.length > 400) continue
    const joined = `${plain[index]!} ${plain[index + 1]!}`
    const match = allPatterns.map((pattern) => pattern.exec(joined)).find((hit) => hit !== null)
    // The sentence must run over the seam; else it is one line's own, or starts in neither.
    const seam = plain[index]!.length
    if (match && match.index < seam - 3 && match.index + match[0].length > seam + 3)
      for (const at of pair) found.add(at)
  }
  return found
}
