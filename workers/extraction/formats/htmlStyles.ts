/** What a style says of the letters; undefined where it says nothing. */
export interface Declared {
  bold?: boolean
  italic?: boolean
  /** Points. */
  size?: number
  /** Share of the size around. */
  share?: number
  /** `#rrggbb`. */
  colour?: string
  shaded?: boolean
  isUnseen?: boolean
  /** Stands on rows of its own; its children stand side by side, or one below the other, whatever they are. */
  layout?: 'block' | 'row' | 'column'
  /** Pushed to a side of its row. */
  isFloating?: boolean
}

/** The simple rules of a page's own style sheets. */
export interface StyleRules {
  /** What they say of an element with these keys (`p`, `.dates`, `p.dates`, `#name`) inside elements with those. */
  of: (keys: readonly string[], around: readonly (readonly string[])[]) => Declared
}

/** What rules can select an element by. */
export function selectorKeys(name: string, classes: string, id: string): string[] {
  const named = classes
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 20)
    .flatMap((one) => [`.${one}`, `${name}.${one}`])
  return [name, ...named, ...(id === '' ? [] : [`#${id.toLowerCase()}`, `${name}#${id.toLowerCase()}`])]
}

/** Sheets longer than this are a design system, and no CV's own. */
const longestSheet = 200_000
const mostRules = 3000

/** Rules for an element, a class or an id, inside others perhaps; finer ones say too little to be followed. */
export function readStyleRules(source: string): StyleRules {
  const bySelector = new Map<string, { around: string[]; declared: Declared }[]>()
  let count = 0
  for (const sheet of sheetsOf(source)) {
    const text = sheet.replace(/<!--|-->|\/\*[^*]{0,2000}\*\//g, '')
    for (const rule of text.matchAll(/([^{}@;]{1,500})\{([^{}]{0,5000})\}/g)) {
      count += 1
      if (count > mostRules) break
      const declared = readInlineStyle(rule[2] ?? '')
      if (Object.keys(declared).length === 0) continue
      for (const selector of (rule[1] ?? '').split(',')) {
        const compounds = selector.replaceAll('>', ' ').trim().toLowerCase().split(/\s+/)
        const last = compounds.pop()
        if (!last || compounds.length > 4 || ![...compounds, last].every((one) => simple.test(one))) continue
        const known = bySelector.get(last)
        if (known) known.push({ around: compounds, declared })
        else bySelector.set(last, [{ around: compounds, declared }])
      }
    }
  }
  return {
    of: (keys, around) => {
      let found: Declared = {}
      if (bySelector.size === 0) return found
      for (const key of keys) {
        for (const rule of bySelector.get(key) ?? []) {
          if (rule.around.every((one) => around.some((outer) => outer.includes(one))))
            found = { ...found, ...rule.declared }
        }
      }
      return found
    },
  }
}

const simple = /^(?:[a-z][a-z0-9]*)?(?:[.#][\w-]+)?$/

/** The texts of the style elements, searched for from one to the next so that none is looked at twice. */
function sheetsOf(source: string): string[] {
  const lower = source.toLowerCase()
  const sheets: string[] = []
  for (let at = lower.indexOf('<style'); at >= 0 && sheets.length < 30;) {
    const from = lower.indexOf('>', at) + 1
    const to = lower.indexOf('</style', at)
    if (from <= 0 || to < from) break
    sheets.push(source.slice(from, Math.min(to, from + longestSheet)))
    at = lower.indexOf('<style', to)
  }
  return sheets
}

const points: Record<string, number> = { pt: 1, px: 0.75, in: 72, cm: 28.35, mm: 2.835, pc: 12 }
const words: Record<string, string> = { white: '#ffffff', black: '#000000', transparent: '' }

/** What the declarations of a `style` attribute say. */
export function readInlineStyle(source: string): Declared {
  const out: Declared = {}
  for (const declaration of source.slice(0, 5000).split(';')) {
    const at = declaration.indexOf(':')
    if (at < 0) continue
    const name = declaration.slice(0, at).trim().toLowerCase()
    const value = declaration
      .slice(at + 1)
      .replace(/!important/i, '')
      .trim()
      .toLowerCase()
    switch (name) {
      case 'display':
        if (value === 'none') out.isUnseen = true
        else if (/^(?:inline-)?(?:flex|grid)$/.test(value)) out.layout = 'row'
        else if (/^(?:block|list-item|table)$/.test(value)) out.layout = 'block'
        break
      case 'flex-direction':
        if (value.startsWith('column')) out.layout = 'column'
        break
      case 'float':
        out.isFloating = value === 'left' || value === 'right'
        break
      case 'visibility':
        if (value === 'hidden' || value === 'collapse') out.isUnseen = true
        break
      case 'opacity':
        if (Number(value) <= 0.02 && value !== '') out.isUnseen = true
        break
      case 'mso-hide':
        if (value === 'all') out.isUnseen = true
        break
      case 'left':
      case 'top':
      case 'text-indent':
      case 'margin-left':
        if (/^-\d{3,}(?:\.\d+)?px$|^-\d{2,}em$/.test(value)) out.isUnseen = true
        break
      case 'font-weight':
        out.bold = /^(?:bold|bolder|[6-9]00)$/.test(value)
        break
      case 'font-style':
        out.italic = value !== 'normal'
        break
      case 'font-size': {
        const match = /^([\d.]+)(pt|px|in|cm|mm|pc|em|rem|%)$/.exec(value)
        if (!match) {
          if (value === '0') out.size = 0
          break
        }
        const number = Number(match[1])
        if (match[2] === 'em' || match[2] === '%') out.share = match[2] === '%' ? number / 100 : number
        else out.size = match[2] === 'rem' ? number * 10 : number * points[match[2]!]!
        break
      }
      case 'color': {
        const colour = colourOf(value)
        if (colour !== '') out.colour = colour
        break
      }
      case 'background':
      case 'background-color': {
        const ground = colourOf(value.split(/\s+/)[0] ?? '')
        if ((ground !== '' && ground !== '#ffffff') || /gradient|url\(/.test(value)) out.shaded = true
        break
      }
      default:
    }
  }
  return out
}

function colourOf(value: string): string {
  if (/^#[0-9a-f]{6}$/.test(value)) return value
  if (/^#[0-9a-f]{3}$/.test(value)) return `#${Array.from(value.slice(1), (digit) => digit + digit).join('')}`
  const parts = /^rgba?\(\s*(\d{1,3})\s*[, ]\s*(\d{1,3})\s*[, ]\s*(\d{1,3})/.exec(value)
  if (parts) {
    return `#${parts
      .slice(1, 4)
      .map((part) => Math.min(255, Number(part)).toString(16).padStart(2, '0'))
      .join('')}`
  }
  return (
    words[value] ??
    (/^[a-z]{3,20}$/.test(value) && !/^(?:inherit|initial|unset|none|auto|currentcolor)$/.test(value) ? '#010101' : '')
  )
}
