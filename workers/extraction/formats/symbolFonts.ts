import { isIconFont } from './fontNames.ts'

/** What Wingdings draws for the bytes that documents use most: bullets, ticks, and the dots and stars of ratings. */
const wingdings: Record<number, string> = {
  0x6c: '●',
  0x6d: '○',
  0x6e: '■',
  0x6f: '□',
  0x71: '□',
  0x72: '□',
  0x75: '◆',
  0x76: '❖',
  0x9f: '•',
  0xa1: '○',
  0xa7: '▪',
  0xa8: '□',
  0xab: '★',
  0xd8: '➢',
  0xe0: '→',
  0xe8: '→',
  0xf0: '→',
  0xfc: '✓',
  0xfe: '✓',
}

/** The signs that a symbol font draws for a text, white space for pictures; the text itself in fonts of letters. */
export function symbolsOf(text: string, font = ''): string {
  const name = font.trim().toLowerCase()
  const isSymbol = name === 'symbol'
  if (!isSymbol && !/^(?:wingdings(?: ?[23])?|webdings|zapf ?dingbats|marlett)$/.test(name) && !isIconFont(font))
    return text
  return Array.from(text, (sign) => {
    const code = sign.codePointAt(0)!
    const isPrivate = code >= 0xf000 && code <= 0xf0ff
    // In Symbol, letters are Greek ones: only its bullet stands in CVs.
    if (isSymbol) return code === 0xb7 || code === 0xf0b7 ? '•' : isPrivate ? ' ' : sign
    if (/\s/.test(sign)) return sign
    return (name === 'wingdings' && wingdings[isPrivate ? code - 0xf000 : code]) || ' '
  }).join('')
}
