import * as z from 'zod/mini'
import { fold } from '../../src/kit/fold.ts'
import { err, ok, type Result } from '../../src/kit/result.ts'
import type { ImportedConcept, RowProblem, Taxonomy, TaxonomyFailure, TaxonomyId } from '../../src/model/taxonomy.ts'
import { readCsv } from './readCsv.ts'

/** Rows left out that are told one by one. */
const problemsTold = 20

const filled = z.string().check(z.trim(), z.minLength(1))
const escoRow = z.object({ concepturi: filled, preferredlabel: filled, altlabels: z.optional(z.string()) })
const romeRow = z.object({ code: z.string().check(z.trim(), z.regex(/^[A-N]\d{4}$/)), label: filled })
const romeSheet = z.object({
  rome: z.object({ code_rome: romeRow.shape.code, intitule: filled }),
  appellations: z.optional(z.array(z.object({ libelle: filled }))),
})

/** What rows gave, as they are gone through. */
interface Harvest {
  concepts: Map<string, { kind: ImportedConcept['kind']; names: Set<string> }>
  skipped: number
  problems: RowProblem[]
}

/**
 * Reads an official list: occupations or skills of ESCO in CSV (its language is told by the file's name, `_fr` or
 * `_en`), ROME codes or appellations in CSV, ROME sheets in JSON. Every row is checked; what does not fit is left out
 * and told. A file of which less than half fits is refused.
 */
export async function readTaxonomy(
  fileName: string,
  pieces: AsyncIterable<string>,
): Promise<Result<Taxonomy, TaxonomyFailure>> {
  const harvest: Harvest = { concepts: new Map(), skipped: 0, problems: [] }
  const id = /\.json$/i.test(fileName)
    ? await readRomeJson(pieces, harvest)
    : await readTable(fileName, pieces, harvest)
  if (typeof id !== 'string') return err(id)
  const { skipped, problems } = harvest
  const concepts = [...harvest.concepts].map(([key, { kind, names }]) => ({ id: key, kind, names: [...names] }))
  if (skipped > concepts.length) return err({ type: 'BadRows', skipped, problems })
  return concepts.length === 0 ? err({ type: 'Empty' }) : ok({ id, concepts, skipped, problems })
}

async function readTable(
  fileName: string,
  pieces: AsyncIterable<string>,
  harvest: Harvest,
): Promise<TaxonomyId | TaxonomyFailure> {
  let columns: string[] | null = null
  let id: TaxonomyId | null = null
  for await (const { line, cells } of readCsv(pieces)) {
    if (!columns) {
      columns = cells.map((cell) => fold(cell.trim()).replaceAll(/[\s_]+/g, ''))
      continue
    }
    const row = Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? '']))
    if (columns.includes('concepturi') && columns.includes('preferredlabel')) {
      const type = row['concepttype'] ?? ''
      if (!/^(?:occupation|knowledgeskillcompetence|)$/i.test(type.trim())) return { type: 'OtherList' }
      const kind = /occupation/i.test(`${row['concepttype']} ${row['concepturi']}`) ? 'occupation' : 'skill'
      const language = /_(fr|en)\b/i.exec(fileName)?.[1]?.toLowerCase() as 'fr' | 'en' | undefined
      if (!language) return { type: 'UnknownLanguage' }
      id ??= `esco-${kind}-${language}`
      const read = z.safeParse(escoRow, row)
      if (!read.success) leaveOut(harvest, line, read.error)
      else {
        const { concepturi, preferredlabel, altlabels = '' } = read.data
        add(harvest, concepturi, kind, [preferredlabel, ...altlabels.split(/\r?\n|\|/)])
      }
      continue
    }
    const label = romeLabels.find((column) => columns!.includes(column))
    if (!columns.includes('coderome') || label === undefined) return { type: 'UnknownColumns' }
    id = label.startsWith('libelleappellation') ? 'rome-title' : 'rome-code'
    const read = z.safeParse(romeRow, { code: row['coderome'], label: row[label] })
    if (!read.success) leaveOut(harvest, line, read.error)
    else add(harvest, `rome:${read.data.code}`, 'occupation', [read.data.label])
  }
  return id ?? { type: 'Empty' }
}

const romeLabels = ['libelleappellationlong', 'libelleappellationcourt', 'libellerome', 'libelle']

async function readRomeJson(pieces: AsyncIterable<string>, harvest: Harvest): Promise<TaxonomyId | TaxonomyFailure> {
  let words = ''
  for await (const piece of pieces) words += piece
  let sheets: unknown
  try {
    sheets = JSON.parse(words)
  } catch {
    // Cut short or no JSON at all: for a person the same.
    return { type: 'UnknownColumns' }
  }
  if (!Array.isArray(sheets)) return { type: 'UnknownColumns' }
  sheets.forEach((sheet: unknown, at) => {
    const read = z.safeParse(romeSheet, sheet)
    if (!read.success) return leaveOut(harvest, at + 1, read.error)
    const { rome, appellations = [] } = read.data
    add(harvest, `rome:${rome.code_rome}`, 'occupation', [rome.intitule, ...appellations.map(({ libelle }) => libelle)])
  })
  return 'rome-sheet'
}

function add({ concepts }: Harvest, id: string, kind: ImportedConcept['kind'], names: readonly string[]): void {
  const known = concepts.get(id) ?? { kind, names: new Set<string>() }
  for (const name of names) {
    const one = inOneGender(name.trim())
    if (one !== '') known.names.add(one)
  }
  concepts.set(id, known)
}

function leaveOut(
  harvest: Harvest,
  line: number,
  error: { issues: readonly { path: readonly PropertyKey[] }[] },
): void {
  harvest.skipped += 1
  if (harvest.problems.length < problemsTold)
    harvest.problems.push({ line, column: String(error.issues[0]?.path.join('.') ?? '') })
}

/** 'Abatteur / Abatteuse de carrière' -> 'Abatteur de carrière': the reader finds the other gender by itself. */
export function inOneGender(name: string): string {
  const at = name.indexOf('/')
  if (at < 0) return name
  const first = name.slice(0, at).trim().split(/\s+/)
  const second = name
    .slice(at + 1)
    .trim()
    .split(/\s+/)
  const isPair = fold(first[0] ?? '').slice(0, 3) === fold(second[0] ?? '').slice(0, 3)
  return isPair && !second.includes('/') ? [...first, ...second.slice(first.length)].join(' ') : name
}
