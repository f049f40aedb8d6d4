import { foldWithMap } from '../../../src/kit/fold.ts'
import type { CvReading } from '../../../src/model/reading.ts'
import { findLanguages, languageLevel } from '../lexicon/spokenLanguages.ts'
import type { Line } from '../layout/page.ts'
import { type Piece, pieceOf, readOf, type PageSizes } from '../layout/reads.ts'

type Language = CvReading['languages'][number]

/** Spoken languages of some lines, with their levels on the same row, in the same cell or on the row below. */
export function findSpokenLanguages(lines: readonly Line[], sure: boolean, sizes: PageSizes): Language[] {
  const found: (Language & { waiting: boolean })[] = []
  /** 'Langue maternelle' on a row or in a margin of its own, before the language. */
  let native: Line | null = null
  for (const line of lines) {
    const { at } = foldWithMap(line.text)
    const hits = findLanguages(line.text).map((hit) => ({
      ...hit,
      from: at[hit.from] ?? 0,
      to: at[hit.to] ?? line.text.length,
    }))
    if (hits.length === 0) {
      if (nativeLabel.test(line.text) && !found.some((language) => language.waiting)) native = line
      else giveLevels(line, found, sizes)
      continue
    }
    const labelled = native
    native = null
    for (const [index, hit] of hits.entries()) {
      if (found.some((other) => other.code === hit.code)) continue
      const next = hits[index + 1]
      const tail = line.text.slice(hit.to, next?.from ?? line.text.length)
      const lead = index === 0 ? line.text.slice(0, hit.from) : ''
      const level =
        levelIn(line, hit.to, hit.to + tail.length, sizes) ??
        (index === 0 && hits.length === 1 ? levelIn(line, 0, lead.length, sizes) : null) ??
        (labelled ? levelIn(labelled, 0, labelled.text.length, sizes) : null)
      const piece: Piece = { line, start: hit.from, end: hit.to, text: line.text.slice(hit.from, hit.to) }
      found.push({
        code: hit.code,
        name: readOf(piece, piece.text, sure ? 0.97 : 0.75, sizes),
        level,
        waiting: level === null,
      })
    }
  }
  return found.map(({ code, name, level }) => ({ code, name, level }))
}

function levelIn(line: Line, from: number, to: number, sizes: PageSizes): Language['level'] {
  const piece = pieceOf(line, from, to)
  const level = languageLevel(piece.text)
  if (level === null) return null
  const explicit = /(?:^|[^A-Z])[ABC][12](?![0-9])/i.test(piece.text) || level === 'native'
  return readOf(piece, level, explicit ? 0.95 : 0.78, sizes)
}

/** A row of levels below a row of languages: cell by cell, or to the last one that waits. */
function giveLevels(line: Line, found: (Language & { waiting: boolean })[], sizes: PageSizes): void {
  const waiting = found.filter((language) => language.waiting)
  if (waiting.length === 0) return
  const cells = [...line.text.matchAll(/[^\t]+/g)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
  }))
  const levels = cells.map((cell) => levelIn(line, cell.from, cell.to, sizes))
  if (levels.every((level) => level === null)) return
  const receivers = cells.length === 1 ? [waiting.at(-1)!] : waiting.slice(-cells.length)
  for (const [index, level] of levels.entries()) {
    const receiver = receivers[index]
    if (receiver && level) {
      receiver.level = level
      receiver.waiting = false
    }
  }
}

// The grid of the European CV: what is heard, read, spoken and written, and the key to its letters.
const gridCell =
  /^(?:comprendre|parler|[ée]crire|[ée]couter|lire|prendre part [àa] une(?: conversation)?|prendre part|[àa] une|s['’]exprimer(?: oralement)?(?: en continu)?|oralement(?: en)?|conversation|en continu|continu|understanding|speaking|writing|listening|reading|spoken|spoken (?:interaction|production)|interaction|production|(?:auto[- ]?[ée]valuation|self[- ]assessment)(?: \(\*\))?|niveau europ[ée]en.*|european level.*|\(\*\)|\(?\*?\)? ?(?:niveaux?|levels?)\b ?(?::|du cadre).*|\(?\*?\)? ?cadre europ[ée]en.*|\(?\*?\)? ?common european framework.*|(?:autre|other)(?:\(?s\)?)? (?:langue|language)\(?s?\)?)$/i
const gridWords =
  /^(?:[abc][12]|utilisateur|user|[ée]l[ée]mentaire|ind[ée]pen-?|dant|ind[ée]pendant|exp[ée]riment[ée]|basic|independent|proficient)$/i

/** True for the frame of a language grid, which names neither a language nor a skill. */
export const isLanguageGrid = (text: string): boolean => {
  const cells = text.split(/\t|\s{2,}/).map((cell) => cell.trim())
  if (cells.every((cell) => gridCell.test(cell))) return true
  const words = text.split(/\s+/)
  return words.length > 1 && words.every((word) => gridWords.test(word) || gridCell.test(word))
}

const nativeLabel = /^(?:langues?(?:\(s\))? maternelles?(?:\(s\))?|mother tongues?(?:\(s\))?)\s*:?$/i

/** Of the lines of a mixed section, those that speak of languages: names, and the rows of levels beside them. */
export function languageLines(lines: readonly Line[]): Line[] {
  const kept: Line[] = []
  for (const [index, line] of lines.entries()) {
    const after = lines[index + 1]
    const before = lines[index - 1]
    if (isOnlyLanguages(line.text)) kept.push(line)
    else if (nativeLabel.test(line.text) && after && isOnlyLanguages(after.text)) kept.push(line)
    else if (before && before === kept.at(-1) && before.margin && languageLevel(line.text) !== null) {
      if (line.text.split(/\s+/).every((word) => gridWords.test(word))) kept.push(line)
    }
  }
  return kept
}

/** True when each part of a line names a language, with its level perhaps, and nothing else. */
export function isOnlyLanguages(text: string): boolean {
  const parts = text
    .replace(
      /^(?:langues? maternelles?|autres? langues?|langues?(?: étrang[èe]res?| parl[ée]es?)?|mother tongue(?:s|\(s\))?|other languages?(?:\(s\))?|languages?)\s*[:\t]\s*/i,
      '',
    )
    .split(/[,;|•·\t/]|\s(?:et|and|&)\s/)
    .map((part) => part.trim())
    .filter(Boolean)
  return findLanguages(text).length > 0 && parts.every(isLanguagePart)
}

function isLanguagePart(part: string): boolean {
  const [hit] = findLanguages(part)
  if (!hit) return languageLevel(part) !== null && part.length < 30
  const rest = part.replace(/[\s:()–—-]/g, '').length - (hit.to - hit.from)
  return rest <= 1 || (languageLevel(part) !== null && part.length < 50)
}
