import { attribute, child, children, findNode, type XmlNode } from './xml.ts'

/** What a style, a paragraph or a run says about letters; absent where it says nothing. */
export interface StyleProps {
  bold?: boolean
  italic?: boolean
  size?: number
  colour?: string
  font?: string
  list?: boolean
  basedOn?: string
}

/** Styles by their ids; the defaults of the document stand under ''. */
export function readStyles(tree: XmlNode | null): Map<string, StyleProps> {
  const styles = new Map<string, StyleProps>()
  if (!tree) return styles
  const root = findNode(tree, 'w:styles')
  const defaults = root ? findNode(root, 'w:docDefaults') : null
  const runDefaults = defaults ? findNode(defaults, 'w:rPr') : null
  styles.set('', runDefaults ? runProps(runDefaults) : {})
  for (const style of children(root, 'w:style')) {
    const id = attribute(style, 'w:styleId')
    const props = runProps(child(style, 'w:rPr'))
    const basedOn = attribute(child(style, 'w:basedOn'), 'w:val')
    const list = child(child(style, 'w:pPr'), 'w:numPr') !== null
    styles.set(id, { ...props, ...(list ? { list } : {}), ...(basedOn ? { basedOn } : {}) })
  }
  return styles
}

/** Whether a switch is on: without a value it is; undefined where it does not stand. */
export const isOn = (node: XmlNode | null): boolean | undefined =>
  node ? !/^(?:0|false|none|off)$/.test(attribute(node, 'w:val')) : undefined

/** What the properties of a run say. */
export function runProps(node: XmlNode | null): StyleProps {
  if (!node) return {}
  const bold = isOn(child(node, 'w:b'))
  const italic = isOn(child(node, 'w:i'))
  const size = Number(attribute(child(node, 'w:sz'), 'w:val'))
  const colour = attribute(child(node, 'w:color'), 'w:val')
  const fonts = child(node, 'w:rFonts')
  const font = attribute(fonts, 'w:ascii') || attribute(fonts, 'w:hAnsi')
  return {
    ...(font === '' ? {} : { font }),
    ...(bold === undefined ? {} : { bold }),
    ...(italic === undefined ? {} : { italic }),
    ...(size > 0 ? { size: size / 2 } : {}),
    ...(/^[0-9a-f]{6}$/i.test(colour) ? { colour: `#${colour.toLowerCase()}` } : {}),
  }
}
