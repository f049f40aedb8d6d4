import { fold } from '../../src/kit/fold.ts'

/** A stretch of time as written in a line: months as `YYYY-MM` or `YYYY`, the end may be `present` or ''. */
export interface DateRange {
  start: string
  end: string
  /** Offsets in the line. */
  from: number
  to: number
}

const monthNames: Record<string, number> = {}
const names =
  'janvier janv jan january|fevrier fevr fev feb february|mars mar march|avril avr apr april|mai may|juin jun june|juillet juil jul july|aout aug august|septembre sept sep september|octobre oct october|novembre nov november|decembre dec december'
names.split('|').forEach((forms, index) => {
  for (const form of forms.split(' ')) monthNames[form] = index + 1
})
const month = `(?:${Object.keys(monthNames)
  .sort((a, b) => b.length - a.length)
  .join('|')})`
const year = `(?:19[5-9]\\d|20[0-4]\\d)`
const date = `(?:(?:0?[1-9]|[12]\\d|3[01])(?:er)?\\s+${month}\\.?\\s+${year}|${month}\\.?,?\\s+${year}|${month}\\.?\\s*['/-]?\\d{2}(?!\\d)|(?:0?[1-9]|[12]\\d|3[01])[/.](?:0?[1-9]|1[0-2])[/.]${year}|(?:0?[1-9]|1[0-2])\\s?[/.-]\\s?${year}|${year}[-/.](?:0[1-9]|1[0-2])(?:-\\d{2})?|${year})`
const present = `(?:aujourd'?\\s?hui|ce jour|a ce jour|present(?: day)?|now|current(?:ly)?|today|actuel(?:lement)?|en cours|en poste|to date|ongoing|maintenant)`
const rangePattern = new RegExp(
  `(?<![\\w/])(?:(?:de|du|from|entre|d')\\s*)?(${date})\\s*(?:[-–—>→]+|a|au|jusqu'(?:a|en|au)|jusque|to|until|till|et|and|/)\\s*(?:l'|le\\s|la\\s)?(${date}|${present})(?![\\w/])`,
  'g',
)
const sincePattern = new RegExp(`(?<![\\w/])(?:depuis|since|des)\\s+(?:le\\s+|l'annee\\s+)?(${date})(?![\\w/])`, 'g')
const openPattern = new RegExp(`(?<![\\w/])(${date})\\s*[-–—]\\s*$`, 'g')
const single = new RegExp(`(?<![\\w/])(${date})(?![\\w/])`, 'g')

/** Same length as the text, lower case without accents: offsets stay true. */
export function foldSame(text: string): string {
  if (isAscii.test(text)) return text.toLowerCase()
  let folded = ''
  for (let i = 0; i < text.length; i += 1) folded += foldUnit(text[i]!)
  return folded
}

const isAscii = /^[\x00-\x7f]*$/
const units = new Map<string, string>()

/** One UTF-16 unit for one. */
function foldUnit(letter: string): string {
  let folded = units.get(letter)
  if (folded === undefined) {
    const part = letter < '\u0080' ? letter.toLowerCase() : fold(letter)
    folded = part.length === 1 ? part : letter === '’' ? "'" : part.length > 1 ? part[0]! : letter
    units.set(letter, folded)
  }
  return folded
}

function monthText(text: string): string {
  const named = new RegExp(`(${month})\\.?,?\\s*['/-]?(\\d{4}|\\d{2})$`).exec(text)
  if (named) {
    const number = String(monthNames[named[1]!]).padStart(2, '0')
    const digits = named[2]!
    const fullYear = digits.length === 4 ? digits : `${Number(digits) > 50 ? '19' : '20'}${digits}`
    return `${fullYear}-${number}`
  }
  const parts = text.replaceAll(/\s/g, '').split(/[/.-]/)
  if (parts.length === 3) {
    return parts[0]!.length === 4 ? `${parts[0]}-${parts[1]}` : `${parts[2]}-${parts[1]!.padStart(2, '0')}`
  }
  if (parts.length === 2) {
    return parts[0]!.length === 4 ? `${parts[0]}-${parts[1]}` : `${parts[1]}-${parts[0]!.padStart(2, '0')}`
  }
  return text
}

/** The first stretch of time a line names; with `lone`, a single date counts as one too. */
export function findRange(line: string, lone = false): DateRange | null {
  const folded = foldSame(line)
  rangePattern.lastIndex = 0
  const range = rangePattern.exec(folded)
  if (range) {
    const end = range[2]!
    return {
      start: monthText(range[1]!),
      end: /\d/.test(end) ? monthText(end) : 'present',
      from: range.index,
      to: range.index + range[0].length,
    }
  }
  for (const [pattern, end] of [
    [sincePattern, 'present'],
    [openPattern, 'present'],
  ] as const) {
    pattern.lastIndex = 0
    const found = pattern.exec(folded)
    if (found) return { start: monthText(found[1]!), end, from: found.index, to: found.index + found[0].length }
  }
  if (!lone) return null
  single.lastIndex = 0
  const found = single.exec(folded)
  return found ? { start: monthText(found[1]!), end: '', from: found.index, to: found.index + found[0].length } : null
}

/** Every year the text names. */
export const yearsIn = (text: string): number[] =>
  (text.match(/(?<!\d)(?:19[5-9]\d|20[0-4]\d)(?!\d)/g) ?? []).map(Number)
