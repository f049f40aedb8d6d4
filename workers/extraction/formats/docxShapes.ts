import { attribute, child, type XmlNode } from './xml.ts'

/** A colour that no letters have: a theme's, a gradient, or whatever the shape behind is painted in. */
export const unknownFill = '#'

/** The colour a shape is filled with, '' when it is not. */
export function fillOf(shape: XmlNode): string {
  const props = child(shape, 'wps:spPr')
  if (props) {
    const solid = child(props, 'a:solidFill')
    const value = attribute(child(solid, 'a:srgbClr'), 'val')
    if (/^[0-9a-f]{6}$/i.test(value)) return `#${value.toLowerCase()}`
    return solid || child(props, 'a:gradFill') || child(props, 'a:blipFill') || child(props, 'a:pattFill')
      ? unknownFill
      : ''
  }
  const colour = attribute(shape, 'fillcolor')
  if (/^(?:f|false)$/.test(attribute(shape, 'filled'))) return ''
  const hex = /^#([0-9a-f]{6})\b/i.exec(colour)
  return hex ? `#${hex[1]!.toLowerCase()}` : colour !== '' ? unknownFill : ''
}

/** True when a shape of the document is painted in anything but white. */
export function hasFilledShape(node: XmlNode): boolean {
  if (node.name === 'wps:wsp' || /^v:(?:shape|rect|roundrect|oval)$/.test(node.name)) {
    const fill = fillOf(node)
    if (fill !== '' && fill !== '#ffffff') return true
  }
  return node.children.some((part) => typeof part !== 'string' && hasFilledShape(part))
}
