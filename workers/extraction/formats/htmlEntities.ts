// The letters of Latin-1 from 160 on, in order, as HTML names them.
const latin =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'
const others: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  OElig: 'Œ',
  oelig: 'œ',
  Scaron: 'Š',
  scaron: 'š',
  Yuml: 'Ÿ',
  Zcaron: 'Ž',
  zcaron: 'ž',
  fnof: 'ƒ',
  circ: 'ˆ',
  tilde: '˜',
  ensp: ' ',
  emsp: ' ',
  thinsp: '\u2009',
  zwnj: '\u200C',
  zwj: '\u200D',
  lrm: '\u200E',
  rlm: '\u200F',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  sbquo: '‚',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  dagger: '†',
  Dagger: '‡',
  bull: '•',
  hellip: '…',
  permil: '‰',
  lsaquo: '‹',
  rsaquo: '›',
  euro: '€',
  trade: '™',
  larr: '←',
  rarr: '→',
  uarr: '↑',
  darr: '↓',
  check: '✓',
  phone: '☎',
  star: '☆',
  starf: '★',
  commat: '@',
  period: '.',
  colon: ':',
  comma: ',',
  sol: '/',
  lpar: '(',
  rpar: ')',
  lowbar: '_',
  num: '#',
  plus: '+',
  minus: '−',
  hyphen: '‐',
  NewLine: '\n',
  Tab: '\t',
}
const byName = new Map<string, string>([
  ...latin.split(' ').map((name, index): [string, string] => [name, String.fromCharCode(160 + index)]),
  ...Object.entries(others),
])
// What browsers show for numbers that mean letters of Windows-1252.
const windows = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'

/** Text with its HTML entities replaced by what they stand for; unknown ones are left as they are. */
export const decodeEntities = (text: string): string =>
  text.includes('&')
    ? text.replace(
        /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z][a-z0-9]{1,8}));?/gi,
        (whole, decimal?: string, hex?: string, name?: string) => {
          if (name !== undefined)
            return byName.get(name) ?? (whole.endsWith(';') ? (byName.get(name.toLowerCase()) ?? whole) : whole)
          const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
          if (code >= 0x80 && code <= 0x9f) return windows[code - 0x80] ?? ''
          const isLetter = code > 31 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
          return isLetter ? String.fromCodePoint(code) : code === 10 || code === 9 ? ' ' : ''
        },
      )
    : text
