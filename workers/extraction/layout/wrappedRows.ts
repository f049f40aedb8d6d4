import { joinLines } from './lineText.ts'
import type { Line } from './page.ts'

const openAddress = /(?:https?:\/\/|www\.|[\w-]+\.(?:com|fr|org|net|io|dev|me)\/)\S*[/\-_.=]$/i
const openEmail = /(?:^|\s)[\w.+-]+@[\w.-]*[.\-@]?$|(?:^|\s)[\w+-]+(?:\.[\w+-]+)+\.$/i
const wholeEmail = /^[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}$/
const tail = /^[\w./%#?=&~+-]+$/

const openBracket = /\([^()]*$/

/** An address, or words in brackets, that a narrow column cut over two rows become one again. */
export function joinWrappedRows(lines: readonly Line[]): Line[] {
  const out: Line[] = []
  for (const line of lines) {
    const last = out.at(-1)
    const word = line.text.split(/\s/, 1)[0] ?? ''
    const near =
      last && last.page === line.page && line.y0 - last.y1 < 1.2 * line.size && Math.abs(line.size - last.size) < 1
    const closesBracket =
      near &&
      openBracket.test(last.text) &&
      /^[^()\t]{1,40}\)$/.test(line.text) &&
      !line.bullet &&
      Math.abs(line.x0 - last.x0) < 2 * line.size &&
      line.block === last.block
    if (closesBracket) {
      out[out.length - 1] = joinLines(last, line)
      continue
    }
    if (last && near && !line.text.includes('\t') && tail.test(word)) {
      const completesAddress = openAddress.test(last.text) && line.text === word
      const emailOpen = openEmail.test(last.text) && !/@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}$/i.test(last.text)
      const completesEmail =
        (emailOpen && /^[\w.-]*\.?[a-z]{2,}$/i.test(line.text) && line.text.length < 30) ||
        (/^@[\w.-]+\.[a-z]{2,}$/i.test(line.text) && /[\w]$/.test(last.text)) ||
        // The column ended inside the last word, and one or two letters went below.
        (/^[a-z]{1,2}$/.test(line.text) && wholeEmail.test(last.text) && Math.abs(line.x0 - last.x0) < line.size)
      if (completesAddress || completesEmail) {
        const glued = joinLines(last, line)
        // Both halves belong together without a space.
        const seam = glued.text.length - line.text.length
        if (glued.text[seam - 1] === ' ') {
          glued.text = glued.text.slice(0, seam - 1) + glued.text.slice(seam)
          glued.spans = glued.spans.map((span) =>
            span.start >= seam ? { ...span, start: span.start - 1, end: span.end - 1 } : span,
          )
        }
        out[out.length - 1] = glued
        continue
      }
    }
    out.push(line)
  }
  return out
}
