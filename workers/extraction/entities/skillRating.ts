import { fold } from '../../../src/kit/fold.ts'

/** What a CV says of its own skill: level 1 to 5 and years of practice, where it says so. */
export interface SkillRating {
  level: number | null
  years: number | null
}

// Words for a level, best first; tested on folded text.
const levelWords: [RegExp, number][] = [
  [/\b(?:expert\w*|maitrise (?:parfaite|totale)|parfaite maitrise|mastery|master)\b/, 5],
  [
    /\b(?:avance\w*|confirme\w*|maitrise\w*|bonne maitrise|advanced|proficient|strong|excellent|tres bon\w*|courant\w*)\b/,
    4,
  ],
  [
    /\b(?:intermediaire|moyen\w*|bon niveau|bonnes? connaissances?|intermediate|good|working knowledge|operationnel\w*|pratique)\b/,
    3,
  ],
  [/\b(?:notions?|bases?|elementaire|basic|fundamentals?|connaissances?|familiar)\b/, 2],
  [/\b(?:debutant\w*|initiation|beginner|novice|en cours d'apprentissage|learning)\b/, 1],
]
const filled = /[★●◉■▪█⬤⚫]/g
const hollow = /[☆○◯□▫░⚪]/g

/**
 * Reads '★★★☆☆', '80 %', '4/5', '(expert)', '5 ans' behind a skill's name. `name` is the skill itself, whose own words
 * ('Bases de données') say nothing of a level.
 */
export function skillRating(text: string, name: string): SkillRating {
  const at = text.indexOf(name)
  const rest = at < 0 ? text : `${text.slice(0, at)} ${text.slice(at + name.length)}`
  if (!/\S/.test(rest)) return { level: null, years: null }
  const plain = fold(rest)
  const years = /(?<![\d/])(\d{1,2})\s?\+?\s?(?:ans?|annees?|years?|yrs?)\b/.exec(plain)
  return { level: levelOf(rest, plain), years: years && Number(years[1]) <= 50 ? Number(years[1]) : null }
}

function levelOf(text: string, plain: string): number | null {
  const on = text.match(filled)?.length ?? 0
  const off = text.match(hollow)?.length ?? 0
  // Marks that are all alike may be bullets: only a scale with both kinds, or three marks and more, rates.
  if (on + off >= 3 && on + off <= 10 && (off > 0 || on >= 3))
    return toFive(on / (off > 0 ? on + off : Math.max(5, on)))
  const share = /(?<!\d)(\d{1,3})\s?%/.exec(plain)
  if (share && Number(share[1]) <= 100) return toFive(Number(share[1]) / 100)
  const outOf = /(?<![\d/])(\d{1,2})\s?\/\s?(5|10|20)(?![\d/])/.exec(plain)
  if (outOf && Number(outOf[1]) <= Number(outOf[2])) return toFive(Number(outOf[1]) / Number(outOf[2]))
  for (const [pattern, level] of levelWords) if (pattern.test(plain)) return level
  return null
}

const toFive = (share: number): number => Math.max(1, Math.min(5, Math.round(share * 5)))
