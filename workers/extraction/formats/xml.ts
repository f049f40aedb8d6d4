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
  const token =
    /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<[!?][^>]*>|<\/([^\s>]+)\s*>|<([^\s/>]+)((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>|([^<]+)/g
  for (const match of source.matchAll(token)) {
    const [, cdata, closing, opening, attributes, empty, text] = match
    const top = stack.at(-1)!
    if (cdata !== undefined) top.children.push(cdata)
    else if (text !== undefined) top.children.push(unescape(text))
    else if (closing !== undefined) {
      // A stray closing tag closes nothing.
      const at = stack.findLastIndex((node) => node.name === closing)
      if (at > 0) stack.length = at
    } else if (opening !== undefined) {
      const node: XmlNode = { name: opening, attributes: readAttributes(attributes ?? ''), children: [] }
      top.children.push(node)
      // Deeper nesting than any writer makes is an attack on the stack of whoever walks the tree.
      if (empty === '' && stack.length < 400) stack.push(node)
    }
  }
  return root
}

function readAttributes(source: string): Record<string, string> {
  const found: Record<string, string> = {}
  for (const match of source.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g))
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
