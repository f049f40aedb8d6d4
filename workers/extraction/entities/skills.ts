import { fold } from '../../../src/kit/fold.ts'
import type { CvReading } from '../../../src/model/reading.ts'
import { headingKind, isSubHeading } from '../lexicon/headings.ts'
import { findLanguages, languageLevel } from '../lexicon/spokenLanguages.ts'
import type { Line } from '../layout/page.ts'
import { pieceOf, readOf, type PageSizes } from '../layout/reads.ts'
import { findDates, isOnlyDates } from './dates.ts'
import { skillRating } from './skillRating.ts'

type Skill = CvReading['skills'][number]

const soft =
  /\b(?:communication|ecoute|autonom\w*|rigou\w*|rigueur|organis(?:ation|e|ee|ed|ational)\b|esprit d'equipe|travail (?:en|d')\s?equipe|team\s?work|team player|leadership|adaptab\w*|adaptation|polyvalen\w*|ponctu\w*|punctual\w*|creativ\w*|curio\w*|motiv\w*|dynami\w*|patien\w*|empath\w*|sens du (?:service|contact|relationnel|detail)|relationnel\w*|gestion du stress|stress management|problem[- ]solving|resolution de problemes|time management|gestion du temps|critical thinking|esprit (?:critique|d'analyse|d'initiative)|initiative|reactiv\w*|serieu\w*|diploma(?:tie|cy)|flexib\w*|attention to detail|interpersonal|negotiation|persever\w*|assertiv\w*|sociab\w*|disponib\w*|discretion|bienveillance)\b/
const toolHeading =
  /\b(?:outils?|logiciels?|tools?|software|informatique|bureautique|technolog\w*|it|computer|machines?|engins?|materiels?|equipements?|frameworks?|cadriciels?|langages?|bases? de donnees|databases?|cloud|systemes?)\b/
const knownTool =
  /\b(?:excel|word|powerpoint|outlook|office|access|sap|sage|cegid|ciel|ebp|photoshop|illustrator|indesign|figma|sketch|canva|autocad|revit|solidworks|catia|jira|trello|notion|slack|docker|kubernetes|git|github|gitlab|jenkins|aws|azure|gcp|linux|windows|salesforce|hubspot|odoo|quickbooks|xero|netsuite|tableau|power bi|wordpress|shopify|teams|zoom|google (?:analytics|ads|workspace|sheets))\b/

/** Single skills of a skills section; names of categories, levels and bars are left out. */
export function findSkills(
  lines: readonly Line[],
  heading: string,
  sizes: PageSizes,
): { skills: Skill[]; unused: Line[] } {
  const skills: Skill[] = []
  const unused: Line[] = []
  const bullets = lines.filter((line) => line.bullet).length
  // A colon after each of them, and nothing after any: the theme had levels in mind that nobody gave.
  const bare = lines.length > 1 && lines.every((line) => /:\s*$/.test(line.text))
  const bold = lines.filter((line) => line.bold).length
  // Rows of 'label <tab> this, that' make a table whose first column names categories.
  const cells = lines.filter((line) => /^[^\t,;]{2,40}\t/.test(line.text))
  const tabled = cells.length >= 2 && cells.filter((line) => /\t.*[,;]/.test(line.text)).length >= 0.5 * cells.length
  let category = heading
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1]
    // A label in the margin names what stands beside it.
    const beside = line.margin && next !== undefined && !next.margin && next.page === line.page
    if (!bare && (beside || isCategoryLine(line, next, bullets, bold, lines.length))) {
      category = line.text
      continue
    }
    let from = 0
    const label = /^([^:,;•|]{2,45}?)\s*:\s+(?=\S)/.exec(line.text)
    // 'Logiciels : X, Y' names a category; 'Excel : avancé' rates a skill.
    const rated =
      label &&
      languageLevel(line.text.slice(label[0].length)) !== null &&
      !/[,;•|\t]/.test(line.text.slice(label[0].length))
    if (label && !rated) {
      category = label[1]!
      from = label[0].length
    }
    const end = rated ? label[1]!.length : line.text.length
    const before = skills.length
    const names = label && !rated ? [] : categoriesOf(line, tabled)
    for (const part of partsOf(line, from, end)) {
      const named = names.find((name) => name.from < part.to && name.to > part.from)
      if (named) {
        category = line.text.slice(named.from, named.to)
        part.from = Math.min(named.to, part.to)
      }
      const piece = pieceOf(line, part.from, part.to)
      const name = cleanSkill(piece.text)
      if (!isSkillName(name)) continue
      if (skills.some((other) => fold(other.value) === fold(name))) continue
      const plain = fold(name)
      const kind: Skill['category'] = soft.test(plain)
        ? 'soft'
        : toolHeading.test(fold(category)) || knownTool.test(plain)
          ? 'tool'
          : 'technical'
      const length = name.split(/\s+/).length
      skills.push({
        ...readOf(piece, name, length <= 4 ? 0.88 : length <= 6 ? 0.72 : 0.5, sizes),
        category: kind,
        ...skillRating(piece.text, name),
      })
    }
    if (skills.length === before) unused.push(line)
  }
  return { skills, unused }
}

/**
 * Rows of a list that stands under no heading that names it, in a side column most often: short, one below the other,
 * tools among them. Only for a CV without any other list of skills.
 */
export function strayLists(lines: readonly Line[]): Line[] {
  const runs: Line[][] = []
  let previous: Line | undefined
  for (const line of lines) {
    const short =
      line.text.length <= 32 &&
      line.text.split(' ').length <= 4 &&
      !/[@\t]|https?:|www\.|\S\/\S|\d{4}|[.!?]$/.test(line.text) &&
      findLanguages(line.text).length === 0 &&
      headingKind(line.text) === null
    const run = runs.at(-1)
    if (short) {
      const last = run?.at(-1)
      if (run && last && last === previous && last.page === line.page && line.y0 - last.y1 < 3 * line.size)
        run.push(line)
      else runs.push([line])
    }
    previous = line
  }
  return runs.filter((run) => run.length >= 4 && run.some((line) => knownTool.test(fold(line.text)))).flat()
}

/** Names of categories inside a line: bold at the opening of a cell that goes on plain, or the first column of a table. */
function categoriesOf(line: Line, tabled: boolean): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = []
  for (const cell of line.text.matchAll(/[^\t]+/g)) {
    const own = line.spans.filter((span) => span.start < cell.index + cell[0].length && span.end > cell.index)
    const plain = own.find((span) => !span.bold)
    if (!own[0]?.bold || !plain) continue
    const label = line.text.slice(cell.index, plain.start)
    const rest = line.text.slice(plain.start, cell.index + cell[0].length).trim()
    // 'Python (5 ans)' and 'Excel, Word' are skills that stand out, not labels.
    if (/[,;]/.test(label.trim().slice(0, -1)) || /^[,;(]/.test(rest) || languageLevel(rest) !== null) continue
    found.push({ from: cell.index, to: plain.start })
  }
  const first = tabled ? /^[^\t,;]{2,40}(?=\t)/.exec(line.text) : null
  if (first && found.length === 0) found.push({ from: 0, to: first[0].length })
  return found
}

function isCategoryLine(line: Line, next: Line | undefined, bullets: number, bold: number, count: number): boolean {
  const bare = line.text.replace(/\s*:\s*$/, '')
  if (/:\s*$/.test(line.text) && bare.length < 50) return true
  if (!next || /[,;|\t]/.test(line.text) || line.text.length > 45) return false
  if (line.bullet) return false
  if (next.bullet && bullets >= 2) return true
  if (headingKind(bare) !== null || isSubHeading(bare)) return true
  const styled =
    (line.bold && !next.bold && bold < count * 0.6) || (line.italic && !next.italic) || line.size > next.size + 0.4
  return styled && next.text !== ''
}

/** Stretches between separators that stand outside brackets. */
function partsOf(line: Line, start: number, end: number): { from: number; to: number }[] {
  const { text } = line
  const seams = tagSeams(line)
  const parts: { from: number; to: number }[] = []
  let depth = 0
  let from = start
  for (let i = start; i <= end; i += 1) {
    const letter = text[i]
    if (letter === '(') depth += 1
    else if (letter === ')') depth = Math.max(0, depth - 1)
    const dash =
      (letter === '-' || letter === '–' || letter === '—') &&
      /\s/.test(text[i - 1] ?? '') &&
      /\s/.test(text[i + 1] ?? '')
    const slash = letter === '/' && (/\s/.test(text[i - 1] ?? '') || /\s/.test(text[i + 1] ?? ''))
    if (i === end || (depth === 0 && (/[,;|•·●▪\t]/.test(letter!) || dash || slash || seams.has(i)))) {
      if (i > from) parts.push({ from, to: i })
      from = i + 1
    }
  }
  return parts
}

/** Tags stand a little further apart than words do: where the white space between two runs is that wide. */
function tagSeams(line: Line): Set<number> {
  const seams = new Set<number>()
  // What is parted by marks or by wide gaps needs no finer look.
  if (/[\t,;|•·/]/.test(line.text)) return seams
  for (const [index, span] of line.spans.entries()) {
    const before = line.spans[index - 1]
    if (!before || span.certainty < 1) continue
    const sameRow = Math.abs(span.y1 - before.y1) < 0.3 * span.size
    if (sameRow && span.x0 - before.x1 > 0.5 * span.size && line.text[span.start - 1] === ' ') seams.add(span.start - 1)
  }
  return seams
}

const cleanSkill = (text: string): string =>
  text
    .replace(/[★☆●○◉◯■□▪▫█░▓▒⬤⚫⚪•]+/g, ' ')
    .replace(
      /\s*\((?:d[ée]butant|interm[ée]diaire|avanc[ée]|expert|ma[iî]tris[ée]|confirm[ée]|notions?|bases?|beginner|intermediate|advanced|proficient|basic|\d{1,2}\s?(?:ans|years?)|\d{1,3}\s?%|\d\/\d{1,2})\)\s*$/i,
      '',
    )
    .replace(
      /\s*[:–—-]\s*(?:d[ée]butant|interm[ée]diaire|avanc[ée]|expert|ma[iî]trise|confirm[ée]|notions?|beginner|intermediate|advanced|proficient|basic|\d{1,3}\s?%|\d\/\d{1,2})\s*$/i,
      '',
    )
    .replace(/\s*\d{1,3}\s?%\s*$/, '')
    .replace(/^(?:et|and|&)\s+/i, '')
    .replace(/[.:\s]+$/, '')
    .replace(/\s+/g, ' ')
    .trim()

function isSkillName(name: string): boolean {
  if (name.length < 2 && !/^[CR]$/.test(name)) return false
  if (name.length > 70 || name.split(/\s+/).length > 8) return false
  if (!/[\p{L}]/u.test(name) || /[@]|https?:/.test(name)) return false
  if (isOnlyDates(name)) return false
  if (findDates(name).some((range) => range.end !== '')) return false
  if (
    /^(?:d[ée]butant|interm[ée]diaire|avanc[ée]|expert|ma[iî]tris[ée]|confirm[ée]|notions?|beginner|intermediate|advanced|proficient|basic|master|niveau|level|etc)\.?$/i.test(
      name,
    )
  )
    return false
  if (/^(?:langues? maternelles?|autres? langues?|mother tongue(?:\(s\))?s?|other language(?:s|\(s\))?)$/i.test(name))
    return false
  const language = findLanguages(name)
  return !(
    language.length === 1 &&
    (language[0]!.to - language[0]!.from >= name.length - 2 || languageLevel(name) !== null)
  )
}
