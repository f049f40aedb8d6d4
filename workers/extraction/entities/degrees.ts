import type { ReadDegree } from '../../../src/model/reading.ts'
import { diplomaLevel, diplomaScore } from '../lexicon/diplomas.ts'
import { schoolScore } from '../lexicon/organisations.ts'
import type { Line } from '../layout/page.ts'
import { type Piece, pieceOf, readOf, type PageSizes, toReadLine } from '../layout/reads.ts'
import { isPlace, isPlaceCell, splitAtCommas, splitEntries, splitFragments, townBesideDates } from './entries.ts'
import { dateRead } from './jobs.ts'

/** A kind of diploma alone, or a name that stops at a small word: the field of study stands on the next row. */
const isUnfinished = (text: string): boolean =>
  /^(?:master|licence|bachelor|bts|btsa|dut|but|cap|bep|bac|baccalaur[ée]at|mba|m\.?sc\.?|b\.?sc\.?|b\.?a\.?|m\.?a\.?|b\.?eng\.?|m\.?eng\.?|doctorat|ph\.?d\.?|diploma|certificate|hnd|associate|titre|dipl[oô]me)(?:\s(?:pro|professionnel(?:le)?|g[ée]n[ée]ral(?:e)?|technologique|of (?:science|arts|engineering|business|education|commerce)|degree|hons|\(hons\)|[12]))*$|\s(?:de|des|du|d'|of|in|en|et|and|&|pour|for|à|au|aux)$/i.test(
    text.trim(),
  )

/** Degrees and trainings of an education section. */
export function findDegrees(lines: readonly Line[], sizes: PageSizes): ReadDegree[] {
  const entries = splitEntries(lines, [diplomaScore, schoolScore], isUnfinished)
  return entries.flatMap((entry): ReadDegree[] => {
    let place: Piece | null = null
    let names: Piece[] = []
    for (const line of entry.head) {
      for (const piece of splitFragments(line, false)) {
        if (isPlace(piece.text)) place ??= piece
        else if (names.length === 0 || !isOnlyMark(piece)) names.push(...splitSchool(piece))
      }
    }
    // A school with its diplomas listed below it.
    const listed = entry.body[0]
    if (
      listed &&
      listed.text.length < 90 &&
      diplomaScore(listed.text) >= 0.8 &&
      schoolness(listed.text) <= 0 &&
      !names.some((piece) => diplomaScore(piece.text) >= 0.7)
    )
      names.push(pieceOf(listed))
    if (names.length === 0) return []
    const town = townBesideDates(entry, names)
    if (place === null && town && diplomaScore(town.text) < 0.5 && schoolness(town.text) <= 0) {
      place ??= town
      names = names.filter((piece) => piece !== town)
    }
    if (place === null && names.length > 2) {
      const cell = names.find((piece) => isPlaceCell(piece, (text) => Math.max(diplomaScore(text), schoolScore(text))))
      if (cell) {
        place = cell
        names.splice(names.indexOf(cell), 1)
      }
    }
    joinSchools(names)
    let school = [...names].sort((a, b) => schoolness(b.text) - schoolness(a.text))[0]!
    let titles = names.filter((piece) => piece !== school)
    let sureness = 0.88
    if (schoolness(school.text) <= 0) {
      // Nothing is named like a school: what is not named like a diploma is the school, the last one at best.
      const diploma = names.find((piece) => diplomaScore(piece.text) >= 0.8)
      const others = names.filter((piece) => piece !== diploma)
      if (diploma && others.length > 0) {
        school = others.at(-1)!
        titles = names.filter((piece) => piece !== school)
        sureness = 0.62
      } else {
        titles = names.slice(0, 1)
        school = names[1] ?? names[0]!
        sureness = 0.55
      }
    }
    if (names.length === 1) {
      const only = names[0]!
      if (schoolness(only.text) > 0 && diplomaScore(only.text) < 0.8) titles = []
      else {
        titles = [only]
        school = undefined as never
      }
    }
    // What follows the school on its own row, and names no diploma, is its town or its service.
    if (school && titles.length > 1) {
      const { line, end } = school
      const trailing = titles.filter(
        (piece) =>
          piece.line === line && piece.start >= end && diplomaScore(piece.text) < 0.8 && piece.text.length < 30,
      )
      if (trailing.length < titles.length) {
        place ??= trailing[0] ?? null
        titles = titles.filter((piece) => !trailing.includes(piece))
      }
    }
    // 'mention bien' in brackets of its own is a mark, not part of the name.
    const marks = titles.filter((piece) =>
      /^\(?mention\s+(?:tr[èe]s\s+|assez\s+)?(?:bien|honorable|passable)\)?$/i.test(piece.text),
    )
    if (marks.length < titles.length) titles = titles.filter((piece) => !marks.includes(piece))
    const kept = titles.slice(0, 2)
    const plain = kept
      .map((piece) => piece.text.replace(/\s+/g, ' '))
      .join(', ')
      .replace(/[,;]?\s*\(?\bGPA\b.*$/i, '')
      .replace(/^(?:in|en) (?=\p{Lu})/u, '')
      .replace(/^(?:obtention|titulaire|pr[ée]paration) (?:du |de la |de l['’]|d['’]une? |des )/i, '')
    const title = kept[0]
      ? readOf(
          kept[0],
          plain,
          sureness + (diplomaScore(plain) >= 0.8 ? 0.05 : -0.15),
          sizes,
          sureness < 0.7 ? 'two-candidates' : '',
        )
      : null
    if (title && kept[1]) {
      const more = readOf(kept[1], '', 1, sizes)
      title.boxes = [...title.boxes, ...more.boxes]
      title.text = `${title.text}, ${more.text}`
    }
    const named = school ? schoolName(school) : null
    const where = place ?? named?.place ?? null
    const range = entry.range
    return [
      {
        title,
        school: named
          ? readOf(
              named.name,
              named.name.text.replace(/\s+/g, ' '),
              sureness,
              sizes,
              sureness < 0.7 ? 'two-candidates' : '',
            )
          : null,
        place: where ? readOf(where, where.text, 0.8, sizes) : null,
        start: range && range.end !== '' ? dateRead(entry, range.start, sizes) : null,
        end: range ? dateRead(entry, range.end === '' ? range.start : range.end, sizes) : null,
        level: diplomaLevel(plain) || diplomaLevel(entry.head.map((line) => line.text).join(' ')),
        lines: entry.body.map((line) => toReadLine(line, 'education', sizes)),
      },
    ]
  })
}

const mark =
  /^(?:(?:avec )?(?:la )?mention (?:tr[eè]s bien|assez bien|bien|passable|honorable|tb|ab)|(?:(?:la plus|avec) )?(?:grande |haute )?distinction|f[ée]licitations du jury|major(?:e)? de (?:la )?promotion|(?:with )?(?:first[- ]class|upper second|lower second|second[- ]class|third[- ]class)(?: honou?rs)?|(?:with )?(?:high )?(?:distinction|merit|honou?rs)|(?:summa |magna )?cum laude|dean['’]?s list|valedictorian|pass with merit|[12][:.][12]|c?gpa\b.*|(?:note|moyenne|score|grade|rang|rank)\s*:.*|\d{1,2}[.,]?\d*\s?\/\s?\d{1,3}(?:[.,]\d+)?)\.?$/i

/** True for 'Mention bien', 'Brest, Grande distinction', 'First Class (2:1)': how well, or where, but not what. */
const isOnlyMark = (piece: Piece): boolean => {
  const parts = splitAtCommas(piece)
  return parts.some((part) => mark.test(part.text)) && parts.every((part) => mark.test(part.text) || isPlace(part.text))
}

/** 'Grenoble INP – Ensimag': two names of one school on its row, where the diploma stands elsewhere. */
function joinSchools(names: Piece[]): void {
  for (let at = 0; at + 1 < names.length; at += 1) {
    const [one, two] = [names[at]!, names[at + 1]!]
    const between = one.line === two.line ? one.line.text.slice(one.end, two.start) : ''
    if (!/^\s*[–—-]\s*$/.test(between)) continue
    if (diplomaScore(one.text) > 0 || diplomaScore(two.text) > 0) continue
    // What follows a school and is not named like one is its town.
    if (schoolScore(two.text) === 0) continue
    if (!names.some((piece) => piece !== one && piece !== two && diplomaScore(piece.text) >= 0.8)) continue
    names.splice(at, 2, pieceOf(one.line, one.start, two.end))
  }
}

// 'High School Diploma' names a diploma whatever else its words may name.
const namesDiploma = /\b(?:dipl[oô]m[ea]s?|degree|certificat(?:e|s)?|baccalaur[ée]at)\b/i
const schoolness = (text: string): number =>
  schoolScore(text) - 0.45 * diplomaScore(text) - (namesDiploma.test(text) ? 0.4 : 0)

/** A kind of school that, with a name after it, opens the school's name even without a comma before it. */
const opensSchool =
  /\s(?:(?:à|de)\sl['’]|à\sla\s|au\s|du\s|at\s|from\s)?(?=(?:Universit[ée]|Lyc[ée]e|IUT|INSA|CFA|AFPA|GRETA|Greta|IFSI|IFAS|IAE|ISTA|OFPPT|ENCG|ENSA|Facult[ée]|Coll[èe]ge|LP|MFR|University|College)\s+(?:(?:de|du|des|la|le|les|l['’]|d['’]|of)\s*)*\p{Lu})/u

/** 'Infirmier, Diplôme d'État, IFSI Esquirol': the school is the tail that is named like one. */
function splitSchool(piece: Piece): Piece[] {
  // 'BTS Banque (Lycée Ozenne)': the school in brackets.
  const bracket = /\(([^()]{3,60})\)\s*$/.exec(piece.text)
  if (
    bracket &&
    bracket.index > 2 &&
    schoolness(bracket[1]!) > 0.3 &&
    schoolScore(piece.text.slice(0, bracket.index)) === 0
  )
    return [
      pieceOf(piece.line, piece.start, piece.start + bracket.index),
      pieceOf(piece.line, piece.start + bracket.index, piece.end),
    ]
  const parts = splitAtCommas(piece)
  if (parts.length < 2) {
    const opened = opensSchool.exec(piece.text)
    const before = opened ? piece.text.slice(0, opened.index) : ''
    return opened && diplomaScore(before) >= 0.8
      ? [
          pieceOf(piece.line, piece.start, piece.start + opened.index),
          pieceOf(piece.line, piece.start + opened.index + opened[0].length, piece.end),
        ]
      : [piece]
  }
  const at = parts.findIndex((part, index) => index > 0 && schoolness(part.text) > 0.3)
  if (at > 0) {
    const before = pieceOf(piece.line, piece.start, parts[at - 1]!.end)
    return [before, pieceOf(piece.line, parts[at]!.start, piece.end)]
  }
  // The school first, the diploma after it.
  const diploma = parts.findIndex(
    (part, index) => index > 0 && diplomaScore(part.text) >= 0.8 && schoolness(part.text) <= 0,
  )
  if (diploma > 0 && schoolness(parts[0]!.text) > 0.3) {
    return [
      pieceOf(piece.line, piece.start, parts[diploma - 1]!.end),
      pieceOf(piece.line, parts[diploma]!.start, piece.end),
    ]
  }
  return [piece]
}

function schoolName(given: Piece): { name: Piece; place: Piece | null } {
  const mark = /\s*[,(–-]\s*(?:avec\s+)?mention\b.*$/i.exec(given.text)
  const note = /\s*\((?:\p{Ll}|\d)[^()]*\)?$/u.exec(given.text)
  if (note && note.index > 2) return schoolName(pieceOf(given.line, given.start, given.start + note.index))
  const piece = mark && mark.index > 2 ? pieceOf(given.line, given.start, given.start + mark.index) : given
  const bracket = /\s*\(([^()]{2,40})\)\s*$/.exec(piece.text)
  const named = bracket ? bracket[1]!.trim() : ''
  const townLike =
    isPlace(named) ||
    /^\d{2,5}$/.test(named) ||
    (/^\p{Lu}\p{Ll}[\p{L}'’ -]*$/u.test(named) && named.split(' ').length <= 3 && schoolScore(named) === 0)
  if (bracket && bracket.index > 1 && townLike) {
    const from = piece.start + piece.text.length - bracket[0].length
    return { name: pieceOf(piece.line, piece.start, from), place: pieceOf(piece.line, from, piece.end) }
  }
  const parts = splitAtCommas(piece)
  if (
    parts.length >= 2 &&
    parts
      .slice(1)
      .every(
        (part) =>
          isPlace(part.text) ||
          (/^\p{Lu}[\p{L}'’ -]+$/u.test(part.text) && part.text.split(' ').length <= 3 && schoolScore(part.text) === 0),
      )
  ) {
    return { name: parts[0]!, place: pieceOf(piece.line, parts[1]!.start, piece.end) }
  }
  return { name: piece, place: null }
}
