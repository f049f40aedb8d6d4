import { fold } from '../kit/fold.ts'
import { knownArabic } from './nameLexicon.ts'

/*
 * How a name sounds, whatever its spelling. Two codes per word, both made by the same consonant rules:
 *
 *   skeleton  consonants only, for looking up:      Mohamed, Mohammed, Mouhamad -> mmd
 *   fine      consonants and three vowels a, i, u:  Youssef, Yousef -> iusaf; Mahmoud -> mamud, Mohamed -> muamad
 *
 * The consonant rules are our own, for French spelling of French and Maghrebi names: one letter per sound (ph = f,
 * ch = sh, kh = ck = q = hard c, gh = g, dj = j = soft g, soft c = s), doubled letters once, no h inside a word, ou before a
 * vowel = w, mute final e dropped. Arabic script is read letter by letter into the same alphabet, its article taken off;
 * short vowels are not written there, so such a word has no fine code worth comparing.
 */

const arabicLetters: Record<string, string> = {
  ا: 'a', ب: 'b', ت: 't', ث: 't', ج: 'j', ح: 'h', خ: 'kh', د: 'd', ذ: 'd', ر: 'r', ز: 'z', س: 's', ش: 'ch', ص: 's', ض: 'd', ط: 't',
  ظ: 'd', ع: 'a', غ: 'gh', ف: 'f', ق: 'k', ك: 'k', ل: 'l', م: 'm', ن: 'n', ه: 'h', و: 'w', ي: 'y', ى: 'a', ة: 'a', ء: '', گ: 'g', ڭ: 'g',
  پ: 'p', چ: 'ch', ڤ: 'v', ک: 'k', ی: 'y',
} // prettier-ignore

/** A word of a name in Latin letters; `isArabic` when it was written in Arabic script. */
export interface LatinWord {
  text: string
  isArabic: boolean
}

/** A folded word of a name in Latin letters. */
export function latinWord(folded: string): LatinWord {
  if (!/\p{Script=Arabic}/u.test(folded)) return { text: folded, isArabic: false }
  const bare = folded.replaceAll('ـ', '')
  const stem = bare.length > 4 && bare.startsWith('ال') ? bare.slice(2) : bare
  // Light, glory or sword 'of the faith': Noureddine is written in one word or two.
  if (/.ا?لدين$/u.test(bare) && bare.length > 6)
    return { text: `${latinWord(bare.replace(/ا?لدين$/u, '')).text}eddine`, isArabic: true }
  // The servant of one of the names of God: Abdelkader is written in one word or two.
  const servant = /^عبد(?:ال)?(?=\p{L}{3})/u.exec(bare)
  if (servant && !knownArabic(normalArabic(bare)))
    return { text: `abdel${latinWord(bare.slice(servant[0].length)).text}`, isArabic: true }
  const known = knownArabic(normalArabic(stem)) ?? knownArabic(normalArabic(bare))
  if (known) return { text: known, isArabic: true }
  const letters = [...stem].map((letter, at, all) =>
    // Where a word begins, waw and ya are consonants; ayn and alif open a syllable.
    letter === 'ه' && at === all.length - 1 ? 'a' : (arabicLetters[letter] ?? ''),
  )
  return { text: letters.join(''), isArabic: true }
}

const normalArabic = (word: string): string =>
  word.replaceAll('ة', 'ه').replaceAll('ى', 'ي').replaceAll('ک', 'ك').replaceAll('ی', 'ي')

/** One letter per consonant sound, vowels as they stand. */
function consonants(word: string): string {
  return word
    .replace(/[^a-z]/g, '')
    .replace(/ph/g, 'f')
    .replace(/ch(?=[rl])/g, 'k')
    .replace(/tch|sch|sh|ch/g, 'X')
    .replace(/x/g, 'ks')
    .replace(/kh|ck|qu|q/g, 'k')
    .replace(/gu(?=[eiy])/g, 'G')
    .replace(/gh/g, 'G')
    .replace(/dj|dg(?=e)/g, 'j')
    .replace(/c(?=[eiy])/g, 's')
    .replace(/c/g, 'k')
    .replace(/g(?=[eiy])/g, 'j')
    .replace(/G/g, 'g')
    .replace(/th/g, 't')
    .replace(/^(?:ou|oo|u)(?=[aeio])/, 'w')
    .replace(/^i(?=[aeou])/, 'y')
    .replace(/([^aeiouy])\1+/g, '$1')
}

/** The consonants of a folded Latin word; a vowel only where it opens the word, and then always `a`. */
export function skeleton(word: string): string {
  const sounds = consonants(word)
  if (sounds === '') return word
  const first = /[aeiou]/.test(sounds[0]!) ? 'a' : sounds[0]!
  return first + sounds.slice(1).replace(/[aeiouyhw]/g, '')
}

/** Consonants and the class of each vowel of a folded Latin word: what makes Mahmoud another name than Mohamed. */
export function fineSound(word: string): string {
  const sounds = consonants(word.length > 3 ? word.replace(/e$/, '') : word)
  return sounds
    .replace(/eau|au|ou|oo|[ouw]/g, 'u')
    .replace(/ee|ie|[iy]/g, 'i')
    .replace(/ai|ei|[ae]/g, 'a')
    .replace(/h/g, '')
    .replace(/([aiu])\1+/g, '$1')
}

/** A word as a scanner may have seen it: letters and digits it takes for one another are one. */
export const scannedShape = (word: string): string =>
  word
    .replace(/rn/g, 'm')
    .replace(/cl/g, 'd')
    .replace(/vv/g, 'w')
    .replace(/[1l!|]/g, 'i')
    .replace(/0/g, 'o')
    .replace(/5/g, 's')
    .replace(/8/g, 'b')

/** The word folded, presentation forms of Arabic included. */
export const foldName = (name: string): string => fold(name.normalize('NFKC'))
