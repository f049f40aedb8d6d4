import { fold } from '../../../src/kit/fold.ts'
import type { Read } from '../../../src/model/reading.ts'
import type { Line } from '../layout/page.ts'
import { pieceOf, readOf, type PageSizes } from '../layout/reads.ts'

const aroundNames =
  /\b(?:curriculum vitae|curriculum|vitae|cv|r[ée]sum[ée]|resume|microsoft word|copie de|copy of|document\d*|sans titre|untitled|final|version|v?\d+|pdf|docx?|odt|canva)\b|[_\-–—|()[\].,:;]+/giu

/**
 * A name that a file's title or author hints at, when the page or the e-mail address confirms each of its words; null
 * otherwise, since titles are often those of a template or of somebody else's file.
 */
export function hintedName(
  titles: readonly string[],
  lines: readonly Line[],
  email: string,
  sizes: PageSizes,
): Read | null {
  for (const title of titles) {
    const words = title.replace(aroundNames, ' ').split(/\s+/).filter(Boolean)
    if (words.length < 2 || words.length > 4 || words.some((word) => !/^\p{L}[\p{L}’'-]*$/u.test(word))) continue
    const wanted = words.map((word) => fold(word))
    const line = lines.find(
      ({ text }) =>
        text.length < 80 &&
        wanted.every((word) =>
          fold(text)
            .split(/[^a-z]+/)
            .includes(word),
        ),
    )
    if (line) {
      const places = words.map((word) => fold(line.text).indexOf(fold(word)))
      const last = Math.max(...places)
      const longest = words[places.indexOf(last)]!
      const piece = pieceOf(line, Math.min(...places), last + longest.length)
      return readOf(piece, piece.text, 0.75, sizes, 'from-metadata')
    }
    const local = fold(email.split('@')[0] ?? '').replace(/[^a-z]/g, '')
    const inEmail = wanted.filter((word) => word.length > 2 && local.includes(word.replace(/[^a-z]/g, '')))
    if (local !== '' && inEmail.length >= 2)
      return { value: words.join(' '), confidence: 0.65, boxes: [], text: '', doubt: 'from-metadata' }
  }
  return null
}
