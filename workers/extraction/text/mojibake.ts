/** Encodings that UTF-8 is read in by mistake. */
const misread = ['windows-1252', 'macintosh', 'windows-1254', 'windows-1256'] as const
/** Single bytes read in the wrong table: what they are, and what they were taken for. */
const swapped = [
  ['macintosh', 'windows-1252'],
  ['windows-1252', 'macintosh'],
  ['cp850', 'windows-1252'],
  ['cp850', 'macintosh'],
] as const

type Encoding = (typeof misread)[number] | 'cp850'

// The upper half of code page 850 as far as western European text needs it; decoders do not know it.
const upper850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00AD±‗¾¶§÷¸°¨·¹³²■\u00A0'

const tables = new Map<Encoding, { letters: string[]; bytes: Map<string, number> }>()
function tableOf(encoding: Encoding): { letters: string[]; bytes: Map<string, number> } {
  const known = tables.get(encoding)
  if (known) return known
  const decoder = encoding === 'cp850' ? null : new TextDecoder(encoding)
  const letters = Array.from({ length: 256 }, (_, byte) =>
    byte < 128 ? String.fromCharCode(byte) : decoder ? decoder.decode(Uint8Array.of(byte)) : upper850[byte - 128]!,
  )
  const bytes = new Map(letters.map((letter, byte) => [letter, byte]))
  const made = { letters, bytes }
  tables.set(encoding, made)
  return made
}

/** How to mend the text of a document; null where nothing is wrong with it. */
export type Mending = (text: string) => string

/**
 * Finds out from a document's whole text whether its letters were read in the wrong encoding, once or twice over, and
 * how to mend that. Correct text gives null: what decides are sequences that no language writes.
 */
export function findMending(text: string): Mending | null {
  if (!/[^\u0000-\u007f]/.test(text)) return null
  const steps: Mending[] = []
  let now = text
  // Text that was wronged twice is mended twice.
  for (let round = 0; round < 3; round += 1) {
    const step = utf8Mending(now) ?? swapMending(now)
    if (!step) break
    steps.push(step)
    now = step(now)
  }
  return steps.length === 0 ? null : (part) => steps.reduce((mended, step) => step(mended), part)
}

function utf8Mending(text: string): Mending | null {
  let best: { encoding: Encoding; sure: number } | null = null
  for (const encoding of misread) {
    const { sure, odd } = look(text, encoding)
    if (sure > 0 && sure > 3 * odd && sure > (best?.sure ?? 0)) best = { encoding, sure }
  }
  if (!best) return null
  const { encoding } = best
  return (part) => mend(part, encoding)
}

interface Sequence {
  from: number
  to: number
  letter: string
}

/** Runs of letters that are the bytes of one letter in UTF-8, where that letter is one a CV may hold. */
function sequencesOf(text: string, encoding: Encoding): Sequence[] {
  const { bytes } = tableOf(encoding)
  const found: Sequence[] = []
  for (let at = 0; at < text.length; at += 1) {
    const first = text.charCodeAt(at) < 128 ? 0 : (bytes.get(text[at]!) ?? 0)
    const length = first >= 0xc2 && first <= 0xdf ? 2 : first >= 0xe1 && first <= 0xef ? 3 : 0
    if (length === 0) continue
    let code = length === 2 ? first & 0x1f : first & 0x0f
    let whole = true
    for (let next = 1; next < length; next += 1) {
      const letter = text[at + next]
      // A no-break space is often read as a plain one before it gets here.
      const byte = letter === undefined ? 0 : letter === ' ' ? 0xa0 : (bytes.get(letter) ?? 0)
      if (byte < 0x80 || byte > 0xbf || (letter === ' ' && first !== 0xc3)) {
        whole = false
        break
      }
      code = code * 64 + (byte & 0x3f)
    }
    if (!whole || !isLikely(code)) continue
    found.push({ from: at, to: at + length, letter: String.fromCodePoint(code) })
    at += length - 1
  }
  return found
}

// Signs that stand for bytes in the tables letters are wronged by: what was wronged twice passes through them.
const passing = new Set('ƒˆ˜√≈≠∞≤≥∂∑∏π∫Ω◊⁄ﬁﬂ‡·‚„‰'.split('').map((sign) => sign.charCodeAt(0)))

/** Letters of French and its neighbours, typographic marks, Arabic. */
const isLikely = (code: number): boolean =>
  (code >= 0xa0 && code <= 0x17f) ||
  (code >= 0x300 && code <= 0x328) ||
  isArabic(code) ||
  (code >= 0x2009 && code <= 0x203a) ||
  code === 0x20ac ||
  code === 0x2122 ||
  (code >= 0x2190 && code <= 0x2193) ||
  (code >= 0x25a0 && code <= 0x25ff) ||
  (code >= 0x2700 && code <= 0x27bf) ||
  (code >= 0xfb00 && code <= 0xfb06) ||
  code === 0xfeff ||
  passing.has(code)
const isArabic = (code: number): boolean => code >= 0x600 && code <= 0x6ff

/** How much of a text is surely UTF-8 misread in an encoding, and how much speaks against it. */
function look(text: string, encoding: Encoding): { sure: number; odd: number } {
  const sequences = sequencesOf(text, encoding)
  const isAlien = encoding === 'windows-1256'
  let sure = 0
  let odd = 0
  let runFrom = 0
  for (const [index, { from, to, letter }] of sequences.entries()) {
    const code = letter.charCodeAt(0)
    // Several at once in the middle of a word: wronged twice, or a word of accents.
    if (sequences[index - 1]?.to !== from) runFrom = from
    else if (
      sequences[index + 1]?.from !== to &&
      /[a-z]/i.test(text[runFrom - 1] ?? '') &&
      /[a-z]/i.test(text[to] ?? '')
    )
      sure += 1
    if (isArabic(code)) {
      // One such pair may stand in correct text; a word of them does not.
      const before = sequences[index - 1]
      const after = sequences[index + 1]
      if (before?.to === from && after?.from === to) sure += 1
      continue
    }
    const beside = (text[from - 1] ?? ' ') + (text[to] ?? ' ')
    const isInWord = /[a-z]/i.test(beside)
    const isLetter = /\p{L}/u.test(letter)
    if (isLetter && isInWord && text[from + 1] !== ' ') {
      // A capital at a word's end may be followed by a quote in correct text: 'IRMÔ'.
      if (/\p{Lu}/u.test(letter) && !/[a-z]/i.test(text[to] ?? '')) continue
      sure += 1
    } else if (to - from === 3 && !isAlien && /^[\u2013-\u2026\u20ac]/.test(letter)) sure += 1
  }
  // Accents that are right as they stand: a few may have been added by hand, not a whole page of them.
  if (sure > 0) odd = Math.max(0, (text.match(/[a-z][éèêàçôùûîï][a-z]/g)?.length ?? 0) - sure * 50)
  return { sure, odd }
}

function mend(text: string, encoding: Encoding): string {
  const sequences = sequencesOf(text, encoding)
  if (sequences.length === 0) return text
  let out = ''
  let at = 0
  for (const [index, { from, to, letter }] of sequences.entries()) {
    const code = letter.charCodeAt(0)
    const joins = sequences[index - 1]?.to === from || sequences[index + 1]?.from === to
    if (isArabic(code) && !joins) continue
    // 'Ã' before a plain space was 'à' before a space.
    const wasSpace = text[from + 1] === ' ' && to - from === 2
    out += text.slice(at, from) + letter + (wasSpace ? ' ' : '')
    at = to
  }
  return out + text.slice(at)
}

/** Signs of a wrong table inside words: control characters, capitals with accents and marks amid small letters. */
// oxlint-disable-next-line no-control-regex -- control characters are what such text is known by
const amiss = /(?<=[a-z])[\u0080-\u009fÀ-ÖØ-ÞŽŠŒ‚„†‡ˆ‰™˜˚¿¡…](?=[a-z])/g
const right = /(?<=[a-z])[éèêëàâäçîïôöùûüñœ](?=[a-z])|(?<=[a-z])[éèàùç](?=[\s,.;:)]|$)|(?<=^|\s)[éÉàÀ](?=[a-z\s])/gm

function swapMending(text: string): Mending | null {
  const wrong = text.match(amiss)?.length ?? 0
  if (wrong < 2) return null
  const before = text.match(right)?.length ?? 0
  let best: { step: Mending; gain: number } | null = null
  for (const [truth, taken] of swapped) {
    const { bytes } = tableOf(taken)
    const { letters } = tableOf(truth)
    const step: Mending = (part) =>
      Array.from(part, (letter) => {
        const byte = letter.charCodeAt(0) < 128 ? undefined : bytes.get(letter)
        return byte === undefined ? letter : letters[byte]!
      }).join('')
    const mended = step(text)
    const still = mended.match(amiss)?.length ?? 0
    const gain = (mended.match(right)?.length ?? 0) - before
    if (still * 5 <= wrong && gain >= wrong * 0.6 && gain > (best?.gain ?? 0)) best = { step, gain }
  }
  return best?.step ?? null
}
