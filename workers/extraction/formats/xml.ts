/** An element; text children are strings. */
export interface XmlNode {
  name: string
  attributes: Record<string, string>
  children: (XmlNode | string)[]
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const unescape = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(#x?[0-9a-f]{1,6}|amp|lt|gt|quot|apos);/gi, (whole, name: string) => {
        if (!name.startsWith('#')) return named[name.toLowerCase()] ?? whole
        const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10)
        return code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : ''
      })
    : text

/**
 * A small tolerant XML reader: elements, attributes, text. Entities other than the five and numbers are left alone, and
 * document type declarations are skipped, so nothing expands and nothing outside is fetched.
 */
export function parseXml(source: string): XmlNode {
  const root: XmlNode = { name: '', attributes: {}, children: [] }
  const stack: XmlNode[] = [root]
  // A quote that is never closed hides every '>' after it: from there on a tag ends at the first one.
  let heedsQuotes = true
  let at = 0
  while (at < source.length) {
    const top = stack.at(-1)!
    const open = source.indexOf('<', at)
    if (open !== at) {
      top.children.push(unescape(source.slice(at, open < 0 ? source.length : open)))
      if (open < 0) break
    }
    if (source.startsWith('<!--', open)) {
      at = after(source, '-->', open)
      continue
    }
    if (source.startsWith('<![CDATA[', open)) {
      at = after(source, ']]>', open)
      top.children.push(source.slice(open + 9, source.startsWith(']]>', at - 3) ? at - 3 : at))
      continue
    }
    let end = heedsQuotes ? tagEnd(source, open) : source.indexOf('>', open)
    if (end < 0 && heedsQuotes) {
      heedsQuotes = false
      end = source.indexOf('>', open)
    }
    // What never ends is no tag.
    if (end < 0) break
    readTag(source.slice(open + 1, end), stack)
    at = end + 1
  }
  return root
}

/** The place behind the next `mark`, or the end. */
function after(source: string, mark: string, from: number): number {
  const at = source.indexOf(mark, from)
  return at < 0 ? source.length : at + mark.length
}

/** Where the tag that opens at `from` ends, quoted '>' left out; -1 when it does not. */
function tagEnd(source: string, from: number): number {
  let quote = ''
  for (let at = from + 1; at < source.length; at += 1) {
    const letter = source[at]!
    if (quote !== '') {
      if (letter === quote) quote = ''
    } else if (letter === '>') return at
    else if (letter === '"' || letter === "'") quote = letter
  }
  return -1
}

/** Opens or closes an element; declarations and instructions are left out. */
function readTag(words: string, stack: XmlNode[]): void {
  if (/^[!?]/.test(words)) return
  if (words.startsWith('/')) {
    const name = words.slice(1).trimEnd()
    // A stray closing tag closes nothing.
    const at = stack.findLastIndex((node) => node.name === name)
    if (at > 0) stack.length = at
    return
  }
  const name = /^[^\s/]+/.exec(words)?.[0]
  if (name === undefined) return
  const isEmpty = words.endsWith('/')
  const node: XmlNode = {
    name,
    attributes: readAttributes(words.slice(name.length, isEmpty ? -1 : undefined)),
    children: [],
  }
  stack.at(-1)!.children.push(node)
  // Deeper nesting than any writer makes is an attack on the stack of whoever walks the tree.
  if (!isEmpty && stack.length < 400) stack.push(node)
}

function readAttributes(source: string): Record<string, string> {
  const found: Record<string, string> = {}
  // Names of attributes are short: a wall of letters is searched once, not from each of them.
  for (const match of source.matchAll(/(?<![^\s"'])([^\s="']{1,200})\s{0,20}=\s{0,20}(?:"([^"]*)"|'([^']*)')/g))
    found[match[1]!] = unescape(match[2] ?? match[3] ?? '')
  return found
}

/** The first child element of that name. */
export const child = (node: XmlNode | null, name: string): XmlNode | null => {
  for (const part of node?.children ?? []) if (typeof part !== 'string' && part.name === name) return part
  return null
}
/** All child elements of that name. */
export const children = (node: XmlNode | null, name: string): XmlNode[] =>
  (node?.children ?? []).filter((part): part is XmlNode => typeof part !== 'string' && part.name === name)
/** An attribute, '' when missing. */
export const attribute = (node: XmlNode | null, name: string): string => node?.attributes[name] ?? ''

/** The first node of that name at or below another, in the order of the document. */
export function findNode(node: XmlNode | null, name: string): XmlNode | null {
  if (!node || node.name === name) return node
  for (const part of node.children) {
    if (typeof part === 'string') continue
    const found = findNode(part, name)
    if (found) return found
  }
  return null
}
