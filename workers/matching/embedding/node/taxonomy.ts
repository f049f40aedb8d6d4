import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** An ESCO occupation or skill. */
export interface Concept {
  readonly id: string
  /** ISCO group of an occupation, type of a skill. */
  readonly code: string
  readonly labelFr: string
  readonly labelEn: string
  readonly altFr: readonly string[]
  readonly altEn: readonly string[]
  readonly descriptionEn: string
}

export interface RomeSheet {
  readonly code: string
  readonly label: string
}

export interface RomeTitle {
  readonly id: string
  readonly code: string
  readonly title: string
}

export interface Taxonomy {
  readonly occupations: readonly Concept[]
  readonly skills: readonly Concept[]
  readonly sheets: readonly RomeSheet[]
  readonly titles: readonly RomeTitle[]
}

/** Reads the four tables of a taxonomy folder. Throws when a file or a column is missing. */
export function readTaxonomy(directory: string): Taxonomy {
  return {
    occupations: readTable(directory, 'esco_occupations.tsv').map(toConcept),
    skills: readTable(directory, 'esco_skills.tsv').map(toConcept),
    sheets: readTable(directory, 'rome_codes.tsv').map((row) => ({
      code: cell(row, 'code'),
      label: cell(row, 'label_fr'),
    })),
    titles: readTable(directory, 'rome_titles.tsv').map((row) => ({
      id: cell(row, 'id'),
      code: cell(row, 'code'),
      title: cell(row, 'title_fr'),
    })),
  }
}

/** Held out of training for validation: a tenth, chosen by the id alone so that every run agrees. */
export function isHeldOut(id: string): boolean {
  const share = createHash('sha256').update(id).digest().readUInt32BE(0) % 100
  return share >= 15 && share < 25
}

type Row = ReadonlyMap<string, string>

function readTable(directory: string, fileName: string): Row[] {
  const path = join(directory, fileName)
  const [head, ...lines] = readFileSync(path, 'utf8').split(/\r?\n/)
  const columns = (head ?? '').split('\t')
  return lines
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const cells = line.split('\t')
      return new Map(columns.map((column, index) => [column, (cells[index] ?? '').trim()]))
    })
}

function cell(row: Row, column: string): string {
  const value = row.get(column)
  if (value === undefined) throw new Error(`The taxonomy table has no column '${column}'.`)
  return value
}

function toConcept(row: Row): Concept {
  return {
    id: cell(row, 'id'),
    code: cell(row, 'code'),
    labelFr: cell(row, 'label_fr'),
    labelEn: cell(row, 'label_en'),
    altFr: splitBars(cell(row, 'alt_fr')),
    altEn: splitBars(cell(row, 'alt_en')),
    descriptionEn: cell(row, 'description_en'),
  }
}

function splitBars(text: string): string[] {
  return text
    .split('|')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/**
 * Masculine and feminine of 'Conducteur / Conductrice d'engins' or 'directeur technique/directrice technique'; the
 * text itself when it names one form only.
 */
export function splitGenderForms(text: string): string[] {
  const [left, right, ...more] = text.split('/').map((part) => part.trim())
  if (!left || !right || more.length > 0) return [text]
  const leftWords = left.split(/\s+/)
  const rightWords = right.split(/\s+/)
  const tail = rightWords.slice(leftWords.length)
  return [[...leftWords, ...tail].join(' '), right]
}
