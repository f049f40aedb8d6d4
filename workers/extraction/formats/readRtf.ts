// Groups whose text is not the document's.
const silent =
  /^\\\*|^\\(?:fonttbl|colortbl|stylesheet|info|pict|object|header\w?|footer\w?|themedata|datastore|listtable|listoverridetable|rsidtbl|generator|xmlnstbl|latentstyles)\b/

/** The text of an RTF file: control words read, destinations without text skipped. */
export function rtfToText(bytes: Uint8Array): string {
  const source = new TextDecoder('windows-1252').decode(bytes)
  const ansi = new TextDecoder('windows-1252')
  let out = ''
  let depth = 0
  let silentDepth = 0
  let skip = 0
  let unicodeSkip = 1
  const token = /\{|\}|\\'([0-9a-f]{2})|\\u(-?\d+) ?|\\uc(\d+) ?|\\([a-z]+)(-?\d+)? ?|\\([^a-z])|[\r\n]+|[^\\{}\r\n]+/gi
  for (const match of source.matchAll(token)) {
    const [whole, hex, unicode, count, word, , symbol] = match
    if (whole === '{') {
      depth += 1
      if (silentDepth === 0 && silent.test(source.slice(match.index + 1, match.index + 40))) silentDepth = depth
    } else if (whole === '}') {
      if (silentDepth === depth) silentDepth = 0
      depth -= 1
    } else if (silentDepth > 0) continue
    else if (hex !== undefined) {
      if (skip > 0) skip -= 1
      else out += ansi.decode(new Uint8Array([Number.parseInt(hex, 16)]))
    } else if (unicode !== undefined) {
      out += String.fromCharCode((Number(unicode) + 65_536) % 65_536)
      skip = unicodeSkip
    } else if (count !== undefined) unicodeSkip = Number(count)
    else if (word !== undefined) {
      if (word === 'par' || word === 'line' || word === 'row' || word === 'sect' || word === 'page') out += '\n'
      else if (word === 'tab' || word === 'cell') out += '\t'
      else if (word === 'bullet') out += '• '
      else if (word === 'emdash' || word === 'endash') out += '–'
      else if (word === 'rquote' || word === 'lquote') out += '’'
    } else if (symbol !== undefined) {
      if (symbol === '~') out += ' '
      else if (symbol === '\\' || symbol === '{' || symbol === '}') out += symbol
    } else if (!/^[\r\n]/.test(whole)) {
      out += skip > 0 ? whole.slice(skip) : whole
      skip = 0
    }
  }
  return out
}
