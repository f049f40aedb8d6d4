import { fold } from '../../../src/kit/fold.ts'
import type { SeenWord } from '../environment.ts'

/**
 * Puts right what recognition usually makes of e-mail addresses, profile links and telephone numbers, where the word can
 * hardly have been anything else. Words that were torn apart are joined; all others are given back as they are.
 */
export function repairWords(words: readonly SeenWord[]): SeenWord[] {
  const names = nameParts(words)
  return joinAddresses(words, names).map((word, index, all) => {
    if (
      isGroup(word.text) &&
      [all[index - 1], all[index + 1]].every((other) => other?.line === word.line && /^[\d().]{2,4}$/.test(other.text))
    )
      return { ...word, text: toDigits(word.text) }
    const text = repairAccent(repairPhone(repairLink(repairAddress(word.text, names))))
    return text === word.text ? word : { ...word, text }
  })
}

const providers =
  'gmail.com hotmail.com hotmail.fr hotmail.co.uk outlook.com outlook.fr yahoo.com yahoo.fr yahoo.co.uk orange.fr wanadoo.fr free.fr sfr.fr laposte.net live.fr live.com icloud.com protonmail.com proton.me bbox.fr numericable.fr gmx.com gmx.fr aol.com menara.ma skynet.be telenet.be bluewin.ch videotron.ca btinternet.com'.split(
    ' ',
  )

/** Ends of addresses as they are misread. */
const endings: readonly (readonly [RegExp, string])[] = [
  [/[.,](?:corn|c0m|corr|coin|conn|c[ec]m|con|eom|oom|corm)$/i, '.com'],
  [/[.,]com\w$/i, '.com'],
  [/[.,](?:ner|nel|nef|nct)$/i, '.net'],
  [/[.,](?:orq|0rg|ora|0rq)$/i, '.org'],
  [/[.,]co[.,]?(?:uk|vk|ulc)$/i, '.co.uk'],
]

function repairAddress(text: string, names: readonly string[]): string {
  // What comes before and after belongs to the sentence, not to the address.
  const match = /^(.*?)([^\s@(<;:]+)[@©®]([^\s@>);]+?)([>);.,]*)$/.exec(text)
  if (!match) return text
  const [, before, local, domain, after] = match as unknown as [string, string, string, string, string]
  if (!/^[\w.,%+'|\\!-]+$/.test(local.normalize('NFD').replace(/\p{M}/gu, '')) || !/[a-z]{2}/i.test(domain)) return text
  const person = repairPerson(
    local
      .replace(/[\\|!]/g, 'l')
      .replace(/,/g, '.')
      .replace(/^[.'-]+|[.'-]+$/g, ''),
    names,
  )
  const host = repairHost(domain)
  return person === '' ? text : `${before}${person}@${host}${after}`
}

function repairHost(domain: string): string {
  let host = domain.replace(/,/g, '.').replace(/[\\|!]/g, 'l')
  for (const [misread, right] of endings) host = host.replace(misread, right)
  // No address is without a dot: the one before its end was lost.
  if (!host.includes('.'))
    host = host.replace(/(?<=[a-z0-9]{2})(couk|com|net|org|fr|be|ch|ca|ma|eu)$/i, '.$1').replace(/\.couk$/, '.co.uk')
  const lower = host.toLowerCase()
  return providers.find((provider) => lower !== provider && confusable(lower) === confusable(provider)) ?? host
}

/** A person's name in an address, where it differs from the name on the page only by letters that look alike. */
function repairPerson(local: string, names: readonly string[]): string {
  return local
    .split(/([._-]|\d+)/)
    .map((part) => {
      if (part.length < 5) return part
      const lower = part.toLowerCase()
      const name = names.includes(lower) ? undefined : names.find((other) => confusable(other) === confusable(lower))
      return name ?? part
    })
    .join('')
}

/** A word with letters that look alike made the same. */
const confusable = (text: string): string =>
  text
    .replace(/rn/g, 'm')
    .replace(/vv/g, 'w')
    .replace(/[01]/g, (digit) => (digit === '0' ? 'o' : 'l'))
    .replace(/[i|!j]/g, 'l')
    .replace(/5/g, 's')
    .replace(/8/g, 'b')
    .replace(/c/g, 'e')
    .replace(/(.)\1+/g, '$1')

/** Words of the largest lines of the upper half, where the name stands, folded; neighbours also as one word. */
function nameParts(words: readonly SeenWord[]): string[] {
  const bottom = Math.max(0, ...words.map(({ y1 }) => y1))
  const upper = words.filter(({ y0, text }) => y0 < bottom / 2 && /^\p{Lu}[\p{L}'’-]+[^\p{L}\p{N}]*$/u.test(text))
  const largest = Math.max(0, ...upper.map(({ size }) => size))
  const parts = upper.filter(({ size }) => size > 0.8 * largest)
  return parts.flatMap((word, index) => {
    const own = plain(word.text)
    const next = parts[index + 1]
    return next?.line === word.line ? [own, own + plain(next.text)] : [own]
  })
}

const plain = (text: string): string => fold(text).replace(/[^a-z]/g, '')

/** Joins an address that was torn at its at sign, or at a dot that was taken for a gap between two names. */
function joinAddresses(words: readonly SeenWord[], names: readonly string[]): SeenWord[] {
  const joined: SeenWord[] = []
  for (const word of words) {
    const previous = joined.at(-1)
    const beside =
      previous !== undefined && previous.line === word.line && word.x0 - previous.x1 < 0.6 * Math.max(word.size, 8)
    const before = previous?.text ?? ''
    if (beside && /^[@©®][a-z0-9-]+[.,]?[a-z]/i.test(word.text) && /^[\w.+-]{2,}$/.test(before))
      merge(previous, word, '')
    else if (beside && /[\w]@$/.test(before) && /^[a-z0-9-]+[.,][a-z]{2,}/i.test(word.text)) merge(previous, word, '')
    else if (beside && /@[a-z0-9-]+[.,]?$/i.test(before) && /^[.,]?(?:com|fr|net|org|be|co\.uk)$/i.test(word.text))
      merge(previous, word, /[.,]$/.test(before) || /^[.,]/.test(word.text) ? '' : '.')
    else if (beside && /^(?:[a-z]{2,3}[.])?linkedin$/i.test(before) && /^com\/in\/\w/i.test(word.text))
      merge(previous, word, '.')
    else joined.push({ ...word })
    // 'jeanne martin@...' with both names on the page: the dot between them was lost.
    const last = joined.at(-1)!
    const first = joined.at(-2)
    const local = /^([a-z]+)@/i.exec(last.text)?.[1]
    if (
      first &&
      local &&
      first.line === last.line &&
      last.x0 - first.x1 < 0.6 * Math.max(last.size, 8) &&
      /^[a-z]+$/.test(first.text) &&
      names.includes(plain(first.text)) &&
      names.includes(plain(local))
    ) {
      joined.pop()
      merge(first, last, '.')
    }
  }
  return joined
}

function merge(into: SeenWord, word: SeenWord, between: string): void {
  into.text += between + word.text
  into.certainty = Math.min(into.certainty, word.certainty)
  into.y0 = Math.min(into.y0, word.y0)
  into.x1 = Math.max(into.x1, word.x1)
  into.y1 = Math.max(into.y1, word.y1)
}

/** 'linkedin.comvin/name' and the like. */
const repairLink = (text: string): string =>
  /^(?:https?:|www\.)?[\w/.]*l[il1]nked[il1]n[.,]com/i.test(text)
    ? text.replace(/l[il1]nked[il1]n[.,]com[/\\|vVlI1]?[ilI1|]n[/\\|lI1](?=\w{2})/i, 'linkedin.com/in/')
    : text

/** French writes è, never é, before one consonant and a mute e: 'infirmiére' was 'infirmière'. */
const repairAccent = (text: string): string =>
  text
    .replace(/é(?=(?:[bcdfghjklmnpqrstvz]|ch|gn|qu|tr|dr|br|vr)es?(?!\p{L}))/u, 'è')
    .replace(/É(?=(?:[BCDFGHJKLMNPQRSTVZ]|CH|GN|QU|TR)ES?(?!\p{L}))/u, 'È')

const digitsOf: Record<string, string> = {
  O: '0',
  o: '0',
  Q: '0',
  D: '0',
  l: '1',
  I: '1',
  '|': '1',
  S: '5',
  B: '8',
  Z: '2',
}

/** A whole number in one word, such as `O6.12.34.S6.78`; separate groups are left, as a year or an age looks the same. */
function repairPhone(text: string): string {
  if (!/^(?:\+|00|[0OoQ][1-9lIS])[\dOoQDlI|SBZ().-]{7,16}$/.test(text)) return text
  const letters = text.match(/[OoQDlI|SBZ]/g)?.length ?? 0
  const digits = text.match(/\d/g)?.length ?? 0
  if (letters === 0 || letters > 3 || digits < 6) return text
  return toDigits(text)
}

const toDigits = (text: string): string => text.replace(/[OoQDlI|SBZ]/g, (letter) => digitsOf[letter]!)
/** A pair of a telephone number, with letters for digits. */
const isGroup = (text: string): boolean => /^[\dOoQDlI|SBZ]{2}$/.test(text) && /\D/.test(text)
