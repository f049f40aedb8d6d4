import { cutLine } from './lineText.ts'
import type { Line } from './page.ts'

// The form of the European CV sets a label before every row. What the label says stands in the order of the rows.
const named =
  /^(?:dates?|fonction(?:s)? ou poste occup[ée]e?|poste occup[ée]|occupation or position held|position held|nom et adresse de l['’]employeur|nom de l['’]employeur|name and address of employer|employer|intitul[ée] d(?:u|e la|e)? ?(?:certificat|dipl[oô]me|qualification).{0,40}|title of qualification(?: awarded)?|nom (?:et type )?de l['’](?:[ée]tablissement|organisme).{0,50}|name (?:and type )?of (?:the )?(?:organisation|institution).{0,40})\s*:?$/i
const told =
  /^(?:principales activit[ée]s(?: et responsabilit[ée]s)?|main activities(?: and responsibilities)?|principales mati[èe]res.{0,50}|principal subjects.{0,50}|type ou secteur d['’]activit[ée].{0,20}|type of business or sector)\s*:?$/i
const rest =
  /^(?:d[ée]livr[ée]|providing education(?: and training)?|education|or position held|et responsabilit[ée]s|and responsibilities|de l['’]employeur|employer|awarded|provided|or sector|comp[ée]tences professionnelles acquises|acquises|covered|skills covered|occupational skills covered|[ée]tablissement|niveau (?:dans|de) (?:la )?classification.*|level in national.*)\s*:?$/i

/** Takes the labels of the European CV's older form off its rows; other documents come back as they are. */
export function readEuropassRows(lines: readonly Line[]): readonly Line[] {
  const labels = lines.map((line) => labelOf(line))
  if (labels.filter((label) => label !== null).length < 5) return lines
  const out: Line[] = []
  let bullet = false
  for (const [index, line] of lines.entries()) {
    const label = labels[index]!
    if (label === null) {
      if (rest.test(line.text)) continue
      out.push(bullet ? { ...line, bullet: true } : line)
    } else if (label.end < line.text.length) out.push({ ...cutLine(line, label.end), bullet: label.told })
    // A label in the margin speaks of the line after it.
    bullet = label !== null && label.told && label.end >= line.text.length
  }
  return out
}

function labelOf(line: Line): { end: number; told: boolean } | null {
  const cut = line.margin ? line.text.length : line.text.search(/\t|\s:\s|:\s/)
  const end = cut < 0 ? line.text.length : cut
  const label = line.text.slice(0, end).trim()
  if (label.length > 80) return null
  if (named.test(label)) return { end, told: false }
  return told.test(label) ? { end, told: true } : null
}
