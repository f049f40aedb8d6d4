import { fold } from '../../../src/kit/fold.ts'

/** A trade of a field: its names, the masculine singular first. */
export interface OccupationEntry {
  id: string
  family: string
  near: string[]
  french: string[]
  english: string[]
  /** Words its work is spoken of in, of both languages. */
  topic: string
}
/** Something to know, hold or have studied. */
export interface SkillEntry {
  id: string
  kind: 'skill' | 'licence' | 'degree'
  french: string[]
  english: string[]
}
export interface Field {
  occupations: OccupationEntry[]
  skills: SkillEntry[]
}

const kinds: Record<string, SkillEntry['kind']> = { skills: 'skill', licences: 'licence', degrees: 'degree' }
const names = (list: string): string[] =>
  list
    .split(';')
    .map((name) => name.trim())
    .filter(Boolean)

/**
 * Reads the table of a field. Below `[occupations]` a line is id | family | near occupations | French names | English
 * names | words of its work; below `[skills]`, `[licences]` and `[degrees]` it is French names | English names, the id
 * being made of the first English one. Names are separated by ';'.
 */
export function parseField(table: string): Field {
  const field: Field = { occupations: [], skills: [] }
  let part = ''
  for (const line of table.split('\n')) {
    const head = /^\[(\w+)\]$/.exec(line)
    if (head) part = head[1]!
    if (head || line.trim() === '') continue
    const cells = line.split('|')
    if (part === 'occupations') {
      const [id, family, near, french, english, topic] = cells
      field.occupations.push({
        id: id!,
        family: family!,
        near: (near ?? '').split(',').filter(Boolean),
        french: names(french ?? ''),
        english: names(english ?? ''),
        topic: topic ?? '',
      })
    } else {
      const [french, english] = cells.map(names)
      const id = fold(english?.[0] ?? '').replaceAll(/[^a-z0-9+#]+/g, '-')
      field.skills.push({ id, kind: kinds[part] ?? 'skill', french: french ?? [], english: english ?? [] })
    }
  }
  return field
}
