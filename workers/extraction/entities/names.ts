import { fold } from '../../../src/kit/fold.ts'
import type { Read } from '../../../src/model/reading.ts'
import { headingKind } from '../lexicon/headings.ts'
import { cityCountries, countryCode } from '../lexicon/cities.ts'
import { diplomaScore } from '../lexicon/diplomas.ts'
import { isFirstName } from '../lexicon/firstNames.ts'
import { occupationScore } from '../lexicon/occupations.ts'
import { organisationScore } from '../lexicon/organisations.ts'
import type { Line } from '../layout/page.ts'
import { type Piece, pieceOf, readOf, type PageSizes } from '../layout/reads.ts'
import { findDates } from './dates.ts'

const particles = new Set(
  'de du des d le la les van von der den del della di da dos el al ben bin bint abd abou abu ibn ait aït mac mc o st saint'.split(
    ' ',
  ),
)
const titles = /^(?:m\.|mr\.?|mme\.?|mlle\.?|ms\.?|mrs\.?|miss|monsieur|madame|mademoiselle|dr\.?|pr\.?|prof\.?|me)\s+/i
const wrapping = /^(?:curriculum vitae|curriculum vitæ|cv|resume|résumé|c\.v\.)(?:\s*(?:de|of|:|-|–|—|\|))?\s+/i
const labels =
  /^(?:nom(?: et pr[ée]noms?)?|pr[ée]noms?(?: et noms?)?|nom\s*[/&-]\s*pr[ée]nom|full name|name|nom complet)\s*:\s*/i

interface NameCandidate {
  piece: Piece
  value: string
  score: number
  second?: Line
}

/** The person's name; from the e-mail or the file's name when the text shows none. */
export function findName(
  lines: readonly Line[],
  allLines: readonly Line[],
  emails: readonly string[],
  fileName: string,
  sizes: PageSizes,
): { read: Read | null; lines: Line[] } {
  const pool = lines.filter((line) => line.page === 1).slice(0, 40)
  const firstPage = allLines.filter((line) => line.page === 1)
  const largest = Math.max(1, ...firstPage.map((line) => line.size))
  const top = Math.min(...firstPage.map((line) => line.y0))
  const bottom = Math.max(...firstPage.map((line) => line.y1))
  const local = emails[0]?.split('@')[0] ?? ''
  const candidates: NameCandidate[] = []
  // Letters that stand out are the name wherever a column, a table or a text box put them.
  const median = [...firstPage].map((line) => line.size).sort((a, b) => a - b)[Math.floor(firstPage.length / 2)] ?? 10
  const extra = firstPage.filter(
    (line) =>
      !pool.includes(line) &&
      line.size >= 0.85 * largest &&
      (line.y0 < top + (bottom - top) * 0.4 || largest > 1.3 * median),
  )
  const searched = [...pool, ...extra]
  for (const [index, line] of searched.entries()) {
    const consider = (piece: Piece, second?: Line) => {
      const own = withSeams(piece)
      const value = nameValue(second ? joinName(own, second.text) : own)
      const shape = nameShape(value)
      if (shape <= 0) return
      const rank = line.size / largest
      const place = 1 - (line.y0 - top) / Math.max(bottom - top, 1)
      const likeEmail = emailLikeness(value, local)
      const inFile = fileLikeness(value, fileName)
      const score =
        shape +
        1.2 * rank ** 2 +
        0.5 * place +
        1.3 * likeEmail +
        0.5 * inFile -
        0.02 * index +
        (second ? -0.12 : 0) +
        (line.bold ? 0.05 : 0)
      candidates.push({ piece, value, score, ...(second ? { second } : {}) })
    }
    if (headingKind(line.text) !== null) continue
    for (const piece of namePieces(line)) consider(piece)
    const next = searched[index + 1]
    if (
      next &&
      next.page === line.page &&
      (Math.abs(next.size - line.size) < 0.15 * line.size ||
        (Math.abs(next.size - line.size) < 0.45 * line.size &&
          Math.min(next.size, line.size) > 1.3 * median &&
          isFirstName(line.text.trim()) !== isFirstName(next.text.trim()))) &&
      occupationScore(next.text) < 0.5 &&
      headingKind(next.text) === null &&
      fold(next.text) !== fold(line.text) &&
      next.colour === line.colour &&
      !line.text.includes('\t') &&
      next.text.length < 30 &&
      line.text.length < 30
    ) {
      consider(pieceOf(line), next)
    }
  }
  const labelledName = nameOfLabels(searched, sizes)
  if (labelledName) return labelledName
  const best = candidates.sort((a, b) => b.score - a.score)[0]
  if (best && best.score >= 1.7) {
    const likeness = emailLikeness(best.value, local)
    const confidence = Math.min(0.98, 0.5 + 0.13 * (best.score - 1.7) + 0.2 * likeness + (best.score > 2.6 ? 0.12 : 0))
    const read = readOf(best.piece, best.value, confidence, sizes, confidence < 0.7 ? 'two-candidates' : '')
    if (best.second) {
      const more = readOf(pieceOf(best.second), '', confidence, sizes)
      read.boxes = [...read.boxes, ...more.boxes]
      read.text = `${read.text} ${more.text}`
    }
    return { read, lines: [best.piece.line, ...(best.second ? [best.second] : [])] }
  }
  const fromFile = nameFromFile(fileName)
  if (fromFile)
    return {
      read: { value: fromFile, confidence: 0.45, boxes: [], text: fileName, doubt: 'from-file-name' },
      lines: [],
    }
  const fromEmail = nameFromEmail(local)
  if (fromEmail)
    return { read: { value: fromEmail, confidence: 0.4, boxes: [], text: emails[0]!, doubt: 'from-email' }, lines: [] }
  if (best && best.score > 1.2)
    return { read: readOf(best.piece, best.value, 0.35, sizes, 'two-candidates'), lines: [best.piece.line] }
  return { read: null, lines: [] }
}

/** 'Nom : DUPUIS' and 'Prénom : Jean' on rows of their own. */
function nameOfLabels(lines: readonly Line[], sizes: PageSizes): { read: Read; lines: Line[] } | null {
  const valueAfter = (label: RegExp): Piece | null => {
    for (const line of lines) {
      const match = label.exec(line.text)
      if (match) return pieceOf(line, match[0].length)
    }
    return null
  }
  const last = valueAfter(/^(?:nom(?: de famille)?|last name|surname|family name)\s*:\s*/i)
  const first = valueAfter(/^(?:pr[ée]noms?|first names?|given names?)\s*:\s*/i)
  if (!last || !first || last.text.length > 30 || first.text.length > 30) return null
  const read = readOf(first, nameValue(`${first.text} ${last.text}`), 0.95, sizes)
  const more = readOf(last, '', 0.95, sizes)
  return {
    read: { ...read, boxes: [...read.boxes, ...more.boxes], text: `${read.text} ${more.text}` },
    lines: [first.line, last.line],
  }
}

const joinName = (first: string, second: string): string => (/-$/.test(first) ? first + second : `${first} ${second}`)

/** Parts of a line a name could be: the whole, up to a separator, a run in one style, a labelled value. */
function namePieces(line: Line): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const lead of [wrapping, labels, titles]) {
    const match = lead.exec(line.text.slice(from))
    if (match) from += match[0].length
  }
  pieces.push(pieceOf(line, from))
  // Initials in a badge stand before the name they are made of.
  const badge = /^(\p{Lu}{2,3})\s+(?=\p{L})/u.exec(line.text.slice(from))
  if (badge && isInitialsOf(badge[1]!, line.text.slice(from + badge[0].length)))
    pieces.splice(0, 1, pieceOf(line, from + badge[0].length))
  const cut = line.text.slice(from).search(/\s*[|\t•·]|\s[-–—]\s|,\s|\s\(/)
  if (cut > 2) pieces.push(pieceOf(line, from, from + cut))
  for (const match of line.text.matchAll(/[^\t|•·]+/g))
    if (match.index > from) pieces.push(pieceOf(line, match.index, match.index + match[0].length))
  // A name in bold, or larger, followed by the headline on the same row.
  const head = line.spans[0]
  if (head) {
    const change = line.spans.findIndex(
      (span) => span.bold !== head.bold || Math.abs(span.size - head.size) > 1 || span.colour !== head.colour,
    )
    if (change > 0) {
      const end = line.spans[change]!.start
      pieces.push(pieceOf(line, from, end))
      pieces.push(pieceOf(line, end))
    }
  }
  return pieces
}

/** First name and surname in two weights or colours may touch: where the letters change, so does the word. */
function withSeams({ line, start, end, text }: Piece): string {
  const seams = line.spans
    .map((span) => span.start)
    .filter(
      (at) => at > start && at < end && /\p{Ll}/u.test(line.text[at - 1] ?? '') && /\p{Lu}/u.test(line.text[at] ?? ''),
    )
  if (seams.length !== 1 || line.text.slice(start, end) !== text) return text
  return `${line.text.slice(start, seams[0])} ${line.text.slice(seams[0], end)}`
}

/** True for 'ML' before 'Manon Legrand', and for the first letters of longer names. */
function isInitialsOf(letters: string, name: string): boolean {
  const initials = (text: string) =>
    text
      .split(text.includes(' ') ? /\s+/ : /-/)
      .map((token) => fold(token)[0] ?? '')
      .join('')
  const words = name.split(/[\t|•·]/)[0]!.trim()
  const all = initials(words)
  const own = fold(letters)
  return (
    all.startsWith(own) ||
    (own.length === 2 && own[0] === all[0] && own[1] === all.at(-1)) ||
    own === initials(words.replaceAll('-', ' '))
  )
}

/** From 0 (no name) to about 1.6: how much a text is shaped like a person's name. */
export function nameShape(text: string): number {
  if (text.length < 4 || text.length > 45 || /[\d@:;!?/\\_+*=<>[\]{}"|]/.test(text)) return 0
  const tokens = text.split(/\s+/)
  if (tokens.length < 2 || tokens.length > 6) return 0
  if (!tokens.every((token) => /^[\p{L}'’.-]+$/u.test(token))) return 0
  const own = tokens.filter((token) => !particles.has(fold(token).replace(/'.*/, '')))
  if (own.length < 1 || own.length > 5) return 0
  if (!own.every((token) => /^[\p{Lu}\p{Lo}]/u.test(token))) return 0
  if (headingKind(text) !== null || findDates(text).length > 0) return 0
  if (cityCountries(text) || countryCode(text) !== '') return 0
  let score = 0.7
  const known = tokens.filter((token) => isFirstName(token)).length
  if (known > 0) score += isFirstName(tokens[0]!) || isFirstName(tokens.at(-1)!) ? 0.7 : 0.4
  if (occupationScore(text) >= 0.8) score -= known > 0 ? 0.35 : 0.9
  if (organisationScore(text) >= 0.6) score -= known > 0 ? 0.4 : 0.8
  if (diplomaScore(text) >= 0.8) score -= 0.7
  if (tokens.length > 4) score -= 0.3
  if (tokens.some((token) => token.replace(/\./g, '').length === 1)) score -= 0.1
  return score
}

/** Spaces made single; capitals only where the whole name is in capitals are lowered after the first letter. */
function nameValue(text: string): string {
  const latin = text.replace(/[^\p{Script=Latin}\p{M}\s'’.-]+/gu, ' ').trim()
  // A name in two scripts is kept in the one the record is written in.
  const single = (/\p{Script=Arabic}/u.test(text) && /\p{Script=Latin}{2}/u.test(latin) ? latin : text)
    .replace(titles, '')
    .replace(/\s+/g, ' ')
    .replace(/[,;.\s]+$/, '')
    .trim()
  const turned = surnameLast(single)
  if (turned !== single && turned !== turned.toUpperCase()) return turned
  const letters = turned.replace(/[^\p{L}]/gu, '')
  if (letters !== letters.toUpperCase() || letters === letters.toLowerCase()) return single
  return turned
    .toLowerCase()
    .replace(/(^|[\s'’-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
    .replace(/\b(De|Du|Des|La|Le|Van|Von|Der|Den|Ben|Bin)\b(?=\s)/g, (word, _part, at: number) =>
      at === 0 ? word : word.toLowerCase(),
    )
}

/** 'DE LA TOUR Anne-Marie' sets the surname first and in capitals: a name is kept with the first name first. */
function surnameLast(text: string): string {
  // 'SZYMANSKI DIDIER': both in capitals, and only the last is a first name.
  const capitals = /^(\p{Lu}[\p{Lu}'’-]+) (\p{Lu}[\p{Lu}-]+)$/u.exec(text)
  if (capitals && isFirstName(capitals[2]!) && !isFirstName(capitals[1]!)) return `${capitals[2]} ${capitals[1]}`
  const match = /^((?:\p{Lu}[\p{Lu}'’-]+ )+)(\p{Lu}\p{Ll}+(?:[ -]\p{Lu}\p{Ll}+){0,2})$/u.exec(text)
  if (!match || match[1]!.replace(/[^\p{Lu}]/gu, '').length < 3) return text
  if (isFirstName(match[1]!.split(' ')[0]!) && !isFirstName(match[2]!.split(' ')[0]!)) return text
  const surname = match[1]!
    .trim()
    .toLowerCase()
    .replace(/(^|[\s'’-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
    .replace(/\b(De|Du|Des|Van|Von|Der|Den|Ben|Bin)\b(?=\s)/g, (word) => word.toLowerCase())
  return `${match[2]} ${surname}`
}

/** 1 when the local part of the address is made of the name, 0 when they share nothing. */
function emailLikeness(name: string, local: string): number {
  if (local === '') return 0
  const plain = fold(local).replace(/[^a-z]/g, '')
  const tokens = fold(name)
    .split(/[^a-z]+/)
    .filter((token) => token.length > 1)
  if (tokens.length === 0 || plain.length < 3) return 0
  const hits = tokens.filter((token) => token.length > 2 && plain.includes(token)).length
  if (hits >= 2) return 1
  if (hits === 1) {
    const initials = tokens.filter((token) => !plain.includes(token)).map((token) => token[0]!)
    return initials.some((initial) => plain.startsWith(initial) || plain.endsWith(initial)) ? 0.9 : 0.6
  }
  return 0
}

function fileLikeness(name: string, fileName: string): number {
  const plain = fold(fileName).replace(/[^a-z]/g, '')
  const tokens = fold(name)
    .split(/[^a-z]+/)
    .filter((token) => token.length > 2)
  return tokens.length > 0 && tokens.every((token) => plain.includes(token)) ? 1 : 0
}

const fileNoise =
  /\b(?:cv|curriculum|vitae|resume|lettre|motivation|final|finale|version|v\d+|copie|copy|scan|document|doc|page|img|image|photo|fr|en|new|nouveau|maj|update|updated|ats|pdf|docx|ancien|ancienne|old|bis|stage|alternance|emploi|poste|candidature|et|de)\b/gi

/** 'CV_Jean-Dupont_2024.pdf' names Jean Dupont; 'scan0012.pdf' names nobody. */
function nameFromFile(fileName: string): string {
  const bare = fileName
    .replace(/\.[a-z0-9]{2,5}$/i, '')
    .replace(/[_.+]+|(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .replace(/\d+/g, ' ')
    .replace(/\s-|-\s/g, ' ')
    .replace(fileNoise, ' ')
    .replace(/[()[\]]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(\S+)-(\S+)$/, '$1 $2')
  const value = nameValue(
    /^\p{Ll}/u.test(bare)
      ? bare.replace(/(^|[\s'-])(\p{L})/gu, (_, b: string, l: string) => b + l.toUpperCase())
      : bare,
  )
  const tokens = value.split(' ')
  if (tokens.length < 2 || tokens.length > 4 || nameShape(value) < 0.7) return ''
  return tokens.some((token) => isFirstName(token)) ? value : ''
}

function nameFromEmail(local: string): string {
  const tokens = local
    .replace(/\d+/g, '')
    .split(/[._-]+/)
    .filter((token) => token.length > 1)
  if (tokens.length !== 2) return ''
  return tokens.map((token) => token[0]!.toUpperCase() + token.slice(1)).join(' ')
}
