import type { TextItem } from '../../workers/extraction/layout/page.ts'

/** A piece of text on a page laid by hand: its left edge, its baseline, its size in points. */
export const item = (text: string, x: number, y: number, size = 10, more: Partial<TextItem> = {}): TextItem => ({
  text,
  x,
  y: y - size * 0.8,
  width: text.length * size * 0.5,
  height: size,
  baseline: y,
  size,
  bold: false,
  italic: false,
  colour: '#000000',
  font: '',
  hidden: '',
  certainty: 1,
  ...more,
})
