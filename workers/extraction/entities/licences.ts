import { fold, foldWithMap } from '../../../src/kit/fold.ts'
import type { CvReading } from '../../../src/model/reading.ts'
import type { Line } from '../layout/page.ts'
import { type Piece, readOf, type PageSizes } from '../layout/reads.ts'
import { findDates } from './dates.ts'

type Licence = CvReading['licences'][number]

// Said not to be held, or not yet: never counted as held.
const denial =
  /\b(?:sans|pas de|pas le|aucun|non titulaire|no|without|not)\b[^,;.]{0,20}$|\b(?:en cours|en preparation|in progress|preparing|a passer|souhaite|required|exige)\b/
const category = '(?:AM|A1|A2|A|B1|B96|BE|B|C1E|C1|CE|C|D1E|D1|DE|D|EB|EC|ED|VL|PL|SPL|TC)'
const driving = new RegExp(
  `\\b(?:permis(?: de conduire)?(?: (?:categories?|cat\\.?|de categorie))?|driving licen[cs]e(?: categor(?:y|ies))?|driver'?s? licen[cs]e|driver licen[cs]e|licen[cs]e categor(?:y|ies))\\s*[:(]?\\s*(?<list>(?:${category}(?![a-z])\\s*(?:,|et|and|/|&|\\+|-|\\s)?\\s*)+)?`,
  'gi',
)
/** Under 'Permis' or 'Driving licence', letters alone are its categories. */
const bareCategories = new RegExp(
  `^\\s*(?:(?:[Ff]ull|[Cc]lean|[Vv]alid|UK|EU)[\\s,]+)*(?:[Cc]at[ée]gor(?:y|ies|ies?)\\s*:?\\s*)?(?<list>${category}(?:\\s*(?:,|et|and|/|&|\\+|-|\\s)\\s*${category})*)\\s*(?:(?:[–—;(|-]|,\\s*[A-Za-zé]{3}).*)?$`,
)
const before = /\b(?:full|clean|valid|uk|category|class|cat\.?)\b[^,;|•]{0,30}$/

/** Driving licences, CACES, electrical authorisations and other permits held, from any line. */
export function findLicences(
  lines: readonly Line[],
  sizes: PageSizes,
  headed: ReadonlySet<Line> = new Set(),
): Licence[] {
  const found: Licence[] = []
  const add = (
    line: Line,
    from: number,
    to: number,
    kind: Licence['kind'],
    code: string,
    value: string,
    confidence: number,
  ) => {
    if (found.some((other) => other.kind === kind && other.code === code)) return
    const piece: Piece = { line, start: from, end: to, text: line.text.slice(from, to) }
    const date = findDates(line.text.slice(to))[0]?.start ?? ''
    found.push({ ...readOf(piece, value, confidence, sizes), kind, code, date })
  }
  for (const line of lines) {
    const { folded, at } = foldWithMap(line.text)
    const where = (index: number) => at[index] ?? line.text.length
    for (const match of folded.matchAll(driving)) {
      const end = match.index + match[0].trimEnd().length
      if (
        denial.test(folded.slice(Math.max(0, match.index - 40), match.index)) ||
        denial.test(folded.slice(end, end + 25))
      )
        continue
      const list = match.groups?.['list']
      const original = line.text.slice(where(match.index), where(end))
      const codes = list
        ? [...list.matchAll(new RegExp(`(?<![a-z])${category}(?![a-z])`, 'gi'))].map((code) => code[0].toUpperCase())
        : []
      // 'permis a points' and 'permis b' differ by capitals only where the letter stands alone.
      const shown = codes.filter(
        (code) => new RegExp(`(?<![\\p{L}])${code}(?![\\p{L}])`, 'u').test(original) || code === 'B',
      )
      if (shown.length > 0)
        for (const code of shown)
          add(line, where(match.index), where(end), 'driving', alias[code] ?? code, original.trim(), 0.95)
      else if (
        /licen[cs]e/.test(match[0]) ||
        /permis de conduire/.test(match[0]) ||
        before.test(folded.slice(0, match.index))
      ) {
        add(line, where(match.index), where(end), 'driving', 'B', original.trim(), 0.6)
      }
    }
    const bare = headed.has(line) ? bareCategories.exec(line.text) : null
    for (const code of bare?.groups!['list']!.match(new RegExp(`(?<![A-Z0-9])${category}(?![A-Z0-9a-z])`, 'g')) ?? [])
      add(line, bare!.index, line.text.length, 'driving', alias[code] ?? code, line.text.trim(), 0.9)
    for (const match of folded.matchAll(/\bcaces\b[\s:®]*(?<rest>[^.;|\n]{0,60})/g)) {
      if (denial.test(folded.slice(Math.max(0, match.index - 40), match.index)) || /en cours/.test(match[0])) continue
      const rest = match.groups!['rest'] ?? ''
      const families = [...rest.matchAll(/\br\.?\s?(\d{3})\w?\b/g)].map((hit) => `R${hit[1]}`)
      const numbers = [...rest.replace(/\br\.?\s?\d{3}\w?\b/g, ' ').matchAll(/(?<![\d/])(\d{1,2}\s?[a-c]?)(?![\d/])/g)]
        .map((hit) => hit[1]!.replace(/\s/g, '').toUpperCase())
        .filter((code) => Number.parseInt(code, 10) <= 10)
      const codes =
        families.length > 0
          ? families.flatMap((family) =>
              numbers.length > 0 && families.length === 1 ? numbers.map((number) => `${family} ${number}`) : [family],
            )
          : numbers
      const end = where(match.index + match[0].trimEnd().length)
      const value = line.text.slice(where(match.index), end).replace(/[\s,(]+$/, '')
      if (codes.length === 0) add(line, where(match.index), where(match.index + 5), 'caces', '', 'CACES', 0.8)
      for (const code of codes)
        add(line, where(match.index), where(match.index) + value.length, 'caces', code, `CACES ${code}`, 0.9)
    }
    const electrical = /\bhabilitations?\s+electriques?\b\s*[:(]?\s*(?<list>[^.;|\n]{0,40})/.exec(folded)
    if (electrical) {
      const codes = [
        ...(electrical.groups!['list'] ?? '').matchAll(/\b(b[0-2]v?|br|bc|bs|be|bf|bp|h[0-2]v?|hc|he|hf)\b/g),
      ].map((hit) => hit[1]!.toUpperCase())
      const from = where(electrical.index)
      const to = where(electrical.index + electrical[0].trimEnd().length)
      if (codes.length === 0) add(line, from, to, 'electrical', '', 'Habilitation électrique', 0.8)
      for (const code of codes) add(line, from, to, 'electrical', code, `Habilitation électrique ${code}`, 0.92)
    }
    for (const [code, pattern] of certificates) {
      const match = pattern.exec(folded)
      if (
        !match ||
        denial.test(folded.slice(Math.max(0, match.index - 30), match.index)) ||
        denial.test(folded.slice(match.index, match.index + 40))
      )
        continue
      add(
        line,
        where(match.index),
        where(match.index + match[0].length),
        'certificate',
        code,
        line.text.slice(where(match.index), where(match.index + match[0].length)),
        0.85,
      )
    }
  }
  return found
}

const alias: Record<string, string> = { VL: 'B', PL: 'C', SPL: 'CE', TC: 'D', EB: 'BE', EC: 'CE', ED: 'DE' }

const certificates: [string, RegExp][] = [
  ['SST', /\bsst\b|\bsauveteurs? secouristes? du travail\b/],
  ['FIMO', /\bfimo\b/],
  ['FCO', /\bfco\b/],
  ['ADR', /\badr\b/],
  ['AFGSU', /\bafgsu\s?[12]?\b/],
  ['SSIAP', /\bssiap\s?[123]?\b/],
  ['AIPR', /\baipr\b/],
  ['PSC1', /\bpsc\s?1\b/],
  ['PSE', /\bpse\s?[12]\b/],
  ['BAFA', /\bbafa\b/],
  ['BAFD', /\bbafd\b/],
  ['BNSSA', /\bbnssa\b/],
  ['CQP APS', /\bcqp aps\b|\bcarte professionnelle (?:cnaps|de securite|d'agent)/],
  [
    'Travail en hauteur',
    /\btravail en hauteur\b(?=.{0,20}(?:habilit|formation|certif))|(?:habilit|certif)\w* (?:au )?travail en hauteur\b/,
  ],
  ['CSCS', /\bcscs\b/],
  ['RTITB', /\brtitb\b/],
  ['First aid', /\bfirst aid(?:er)? (?:certif\w+|at work|qualified|trained)\b|\bcertified first aid/],
  ['DBS', /\b(?:enhanced )?dbs (?:check|certificate|cleared)\b/],
]

/** True when a line speaks of nothing but a licence. */
export const isOnlyLicence = (text: string): boolean =>
  /^(?:titulaire du |full |clean |valid )*(?:permis|driving licen|caces|fimo|sst)\b/.test(fold(text)) &&
  text.length < 60
