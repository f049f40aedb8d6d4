import { words } from '../kit/fold.ts'
import type { Stage } from './application.ts'
import type { ContractKind, LanguageLevel } from './candidate.ts'
import { addDays, readDate, readSpan } from './searchDays.ts'
import {
  codeOfLanguage,
  fieldNames,
  fieldOfName,
  type FieldName,
  nameOfField,
  nameOfLanguage,
  nearestName,
  operatorOf,
  type SearchLanguage,
  spokenLanguages,
  valueOfName,
  valuesOf,
} from './searchNames.ts'
import { allOf, anyOf, notOf, quotable } from './searchTree.ts'
import type { SearchHas, SearchQuery, SearchSource } from './searchQuery.ts'

/** Something in a search that was not understood. `replacement` is what could stand at its place. */
export interface SearchDiagnostic {
  type: 'unknownField' | 'badValue' | 'noValue' | 'stray' | 'tooLong'
  start: number
  end: number
  /** What was typed. */
  text: string
  /** The filter it stands in, where there is one. */
  field?: FieldName
  replacement?: string
}

/** One of the things all wanted, with where it stands in the text. */
export interface SearchPart {
  query: SearchQuery
  start: number
  end: number
}

export interface ParsedSearch {
  query: SearchQuery
  /** What is all wanted, in the order typed. */
  parts: SearchPart[]
  diagnostics: SearchDiagnostic[]
}

export interface ParseOptions {
  /** `YYYY-MM-DD`: 'maintenant', '30j' count from it. */
  today: string
  /** The last word is still being typed. */
  typing?: boolean
}

/** A box holds no book, and no nest of brackets deeper than a person can read. */
const longest = 4000
const deepest = 40

const space = /[\s\u00A0\u202F]/
const open = '"«“„'
const close = '"»”'
const breaks = /[\s\u00A0\u202F()|"«»“”„]/
/** Marks before a word that ask nothing. */
const noise = /[,;:+<>=≥≤!?.·•*]/

/**
 * Reads what a person typed: words, "phrases", AND/OR/NOT in French and English (also `-` and `|`), brackets, and
 * filters such as `compétence:TIG`. NOT binds first, then a written AND, then OR; what merely stands side by side is
 * all wanted. Never throws: what makes no sense is left out and told.
 */
export function parseSearch(typed: string, language: SearchLanguage, options: ParseOptions): ParsedSearch {
  const text = typed.slice(0, longest)
  const diagnostics: SearchDiagnostic[] = []
  if (typed.length > longest)
    diagnostics.push({ type: 'tooLong', start: longest, end: typed.length, text: typed.slice(longest, longest + 40) })
  const reader = createReader(text, language, options, diagnostics)
  const parts: SearchPart[] = []
  while (!reader.isAtEnd()) {
    const before = reader.position()
    const part = reader.either(0, leafOf)
    if (part) parts.push(part)
    // Whatever nobody takes is passed over, so that the reading ends.
    else if (reader.position() === before) reader.skipStray()
  }
  return { query: allOf(parts.map(({ query }) => query)), parts, diagnostics }
}

type Leaf = (kind: 'word' | 'phrase', text: string, prefix: boolean) => SearchQuery | null

const leafOf: Leaf = (kind, text, prefix) =>
  kind === 'phrase' ? { type: 'phrase', text } : { type: 'word', text, ...(prefix ? { prefix: true } : {}) }

function createReader(
  text: string,
  language: SearchLanguage,
  { today, typing = false }: ParseOptions,
  diagnostics: SearchDiagnostic[],
) {
  let at = 0
  /** Where what was read last ends, the space after it left out. */
  let taken = 0

  const skipSpace = () => {
    while (at < text.length && space.test(text[at]!)) at += 1
  }
  /** Skips what stands between two things and asks nothing. */
  const skipNoise = () => {
    for (;;) {
      skipSpace()
      const next = text[at]
      // '.net' begins with its dot.
      const after = text[at + 1] ?? ' '
      // '.net' begins with its dot; a star alone asks for everyone.
      const asks =
        next === '.' ? /[\p{L}\p{N}]/u.test(after) : next === '*' ? breaks.test(after) : !noise.test(next ?? '')
      if (next === undefined || asks) return
      at += 1
    }
  }
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at
    return pattern.exec(text)
  }
  /** The operator that stands here, with where it ends. */
  const operatorHere = (): { operator: 'and' | 'or' | 'not'; end: number } | null => {
    if (text[at] === '|') return { operator: 'or', end: at + (text[at + 1] === '|' ? 2 : 1) }
    const word = match(/[^\s\u00A0\u202F()|"«»“”„]+/y)?.[0]
    if (word === undefined) return null
    if (/^-+./.test(word)) return { operator: 'not', end: at + 1 }
    if (word === '-' && text[at + 1] !== undefined && /[("«“„]/.test(text[at + 1]!))
      return { operator: 'not', end: at + 1 }
    const bare = word.replace(/[,;.!?]+$/, '')
    const operator = operatorOf(bare)
    return operator && { operator, end: at + word.length }
  }
  const takeOperator = (wanted: 'and' | 'or' | 'not'): boolean => {
    skipNoise()
    const here = operatorHere()
    if (here?.operator !== wanted) return false
    at = here.end
    taken = at
    return true
  }

  /** Things of which one is enough. Null when nothing was asked. */
  function either(depth: number, leaf: Leaf): SearchPart | null {
    skipNoise()
    const start = at
    const choices: SearchQuery[] = []
    do {
      const part = both(depth, leaf)
      if (part) choices.push(part)
    } while (takeOperator('or'))
    if (choices.length === 0) return null
    return { query: anyOf(choices), start, end: taken }
  }

  function both(depth: number, leaf: Leaf): SearchQuery | null {
    const wanted: SearchQuery[] = []
    do {
      const part = unary(depth, leaf)
      if (part) wanted.push(part)
    } while (takeOperator('and'))
    return wanted.length === 0 ? null : allOf(wanted)
  }

  function unary(depth: number, leaf: Leaf): SearchQuery | null {
    let denied = false
    while (takeOperator('not')) denied = !denied
    const found = atom(depth, leaf)
    if (found) taken = at
    return found && denied ? notOf(found) : found
  }

  function atom(depth: number, leaf: Leaf): SearchQuery | null {
    skipNoise()
    const next = text[at]
    if (next === undefined || next === ')' || operatorHere()) return null
    if (next === '(') {
      at += 1
      if (depth >= deepest) return null
      return group(depth + 1, leaf)
    }
    if (open.includes(next) || close.includes(next)) {
      const said = quotable(readQuoted())
      return words(said).length === 0 ? null : leaf('phrase', said, false)
    }
    const field = fieldHere(depth, leaf)
    return field === undefined ? wordHere(leaf) : field
  }

  function group(depth: number, leaf: Leaf): SearchQuery | null {
    const inside: SearchQuery[] = []
    for (;;) {
      skipNoise()
      if (text[at] === ')') at += 1
      else if (at < text.length) {
        const before = at
        const part = either(depth, leaf)
        if (part) inside.push(part.query)
        else if (at === before) skipStray()
        continue
      }
      return inside.length === 0 ? null : allOf(inside)
    }
  }

  /** What stands between quotes, or up to the end when they are still open. */
  function readQuoted(): string {
    at += 1
    const start = at
    while (at < text.length && !close.includes(text[at]!)) at += 1
    const said = text.slice(start, at)
    at = Math.min(text.length, at + 1)
    return said
  }

  function wordHere(leaf: Leaf): SearchQuery | null {
    const start = at
    while (at < text.length && !breaks.test(text[at]!)) at += 1
    const raw = text.slice(start, at)
    if (raw === '*') return { type: 'all' }
    const said = raw.replace(/[,;:.!?*-]+$/, '')
    if (words(said).length === 0) return null
    const prefix = /[*][,;:.!?*-]*$/.test(raw) || (typing && at === text.length && said === raw)
    // 'ET:' is no operator, and must not become one when it is written again.
    return leaf(operatorOf(said) && !prefix ? 'phrase' : 'word', said, prefix)
  }

  /** The filter that stands here; undefined when none does, null when it asks nothing that can be searched. */
  function fieldHere(depth: number, leaf: Leaf): SearchQuery | null | undefined {
    // Within `compétence:(…)` words are values already.
    if (leaf !== leafOf) return undefined
    const head = match(/([\p{L}][\p{L}\p{N}_-]{0,30})([ \u00A0\u202F]?)[:：]/uy)
    if (!head) return undefined
    const start = at
    const name = head[1]!
    const field = fieldOfName(name)
    if (field === null) {
      if (head[2] !== '' || !/[\p{L}\p{N}"«“(]/u.test(text[at + head[0].length] ?? '')) return undefined
      const near = nearestName(name, Object.values(fieldNames).flatMap((said) => [...said[language], ...said.fr, ...said.en])) // prettier-ignore
      const end = start + head[0].length
      diagnostics.push({ type: 'unknownField', start, end, text: name, ...(near ? { replacement: `${near}:` } : {}) })
      if (near === '') return undefined
      // The value alone is searched, as what it is without its filter.
      at = end
      return atom(depth, leaf)
    }
    at += head[0].length
    skipSpace()
    if (text[at] === '(') {
      at += 1
      if (depth >= deepest) return null
      return group(depth + 1, (_, said) => fieldFrom(field, said, at - said.length, at))
    }
    return fieldFrom(field, ...valueHere(field), start)
  }

  /** The value after a colon, with where it stands: quoted or one word, and what belongs to it. */
  function valueHere(field: FieldName): [string, number, number] {
    const start = at
    const sign = match(/(?:>=|<=|[<>=≥≤])[ \u00A0\u202F]*/y)?.[0] ?? ''
    if (sign !== '') at += sign.length
    let said = ''
    if (text[at] !== undefined && (open.includes(text[at]!) || close.includes(text[at]!))) said = quotable(readQuoted())
    else {
      const from = at
      while (at < text.length && !breaks.test(text[at]!)) at += 1
      said = text.slice(from, at)
    }
    const more = tails[field] && match(tails[field])
    if (more) at += more[0].length
    return [`${sign.trim()}${said}${more?.[0] ?? ''}`, start, at]
  }

  function fieldFrom(field: FieldName, said: string, start: number, end: number, from = start): SearchQuery | null {
    const value = quotable(said.replace(/[,;]+$/, ''))
    if (words(value).length === 0) {
      diagnostics.push({ type: 'noValue', start: from, end, text: text.slice(from, end), field })
      return null
    }
    const read = readField(field, value, language, today)
    if ('query' in read) return read.query
    const replacement = read.instead === '' ? undefined : `${nameOfField(field, language)}:${read.instead}`
    diagnostics.push({
      type: 'badValue',
      start: from,
      end,
      text: value,
      field,
      ...(replacement ? { replacement } : {}),
    })
    return null
  }

  function skipStray(): void {
    skipSpace()
    if (at >= text.length) return
    const here = operatorHere()
    const end = Math.max(at + 1, here?.end ?? 0)
    const isLast = text.slice(end).trim() === ''
    // An operator at the end waits for what comes next.
    if (text[at] === ')' || (here && !isLast))
      diagnostics.push({ type: 'stray', start: at, end, text: text.slice(at, end) })
    at = end
  }

  return {
    either,
    skipStray,
    position: () => at,
    isAtEnd: () => {
      skipNoise()
      return at >= text.length
    },
  }
}

/** What may follow the value of a filter after a space and still belongs to it. */
const tails: Partial<Record<FieldName, RegExp>> = {
  place: /[ \u00A0\u202F]*\+[ \u00A0\u202F]*\d{1,4}(?:[ \u00A0\u202F]*km)?(?![\p{L}\p{N}])/iuy,
  years: /[ \u00A0\u202F]*(?:>=|<=|[<>≥≤])[ \u00A0\u202F]*\d{1,2}(?:[.,]\d{1,2})?(?![\p{L}\p{N}])/uy,
  language: /[ \u00A0\u202F]*(?:>=|[≥+=])[ \u00A0\u202F]*[\p{L}]{1,10}\d?/uy,
  lastContact: /[ \u00A0\u202F]*(?:<=|[<≤])[ \u00A0\u202F]*[\d/.-]+/uy,
}

type Read = { query: SearchQuery } | { instead: string }

const asField = (field: Extract<SearchQuery, { type: 'field' }>): Read => ({ query: field })

/** The filter a value asks; else what could be meant, '' when nothing is near. */
function readField(field: FieldName, value: string, language: SearchLanguage, today: string): Read {
  switch (field) {
    case 'skill':
    case 'title':
    case 'company':
    case 'school':
    case 'tag':
      return asField({ type: 'field', field, text: value })
    case 'place': {
      const match = /^(.*?)\s*\+\s*(\d{1,4})\s*(?:km)?$/i.exec(value)
      const place = match ? match[1]!.trim() : value
      return words(place).length === 0
        ? { instead: '' }
        : asField({ type: 'field', field, text: place, km: match ? Number(match[2]) : 0 })
    }
    case 'years':
      return readYears(value)
    case 'availability': {
      const bare = value.replace(/^(?:<=|[<≤=])\s*/, '')
      if (/^(?:maintenant|imm[ée]diate?(?:ment|ly)?|now|today|aujourd.?hui|oui|yes)$/i.test(bare))
        return asField({ type: 'field', field, before: today })
      const days = readSpan(bare)
      if (days !== null) return asField({ type: 'field', field, before: addDays(today, days) })
      const date = readDate(bare)
      return date
        ? asField({ type: 'field', field, before: addDays(date.after, -1) })
        : { instead: language === 'fr' ? 'maintenant' : 'now' }
    }
    case 'contract': {
      const contract = valueOfName('contract', value) as ContractKind | null
      return contract ? asField({ type: 'field', field, contract }) : nearValue('contract', value, language)
    }
    case 'source': {
      const source = valueOfName('source', value) as SearchSource | null
      return source ? asField({ type: 'field', field, source }) : nearValue('source', value, language)
    }
    case 'has': {
      const what = valueOfName('has', value) as SearchHas | null
      return what ? asField({ type: 'field', field, what }) : nearValue('has', value, language)
    }
    case 'status': {
      const status = valueOfName('status', value) as 'draft' | 'open' | 'closed' | null
      return status ? asField({ type: 'field', field, status }) : nearValue('status', value, language)
    }
    case 'stage': {
      const [name, offerId] = value.split('@', 2)
      const stage = valueOfName('stage', name!) as Stage | null
      return stage
        ? asField({ type: 'field', field, stage, ...(offerId ? { offerId } : {}) })
        : nearValue('stage', name!, language)
    }
    case 'language': {
      const match = /^(.+?)\s*(?:>=|[≥+=:]|\s)?\s*([abc][12]|c2|bilingue|bilingual|maternelle|natifs?|native)$/i.exec(
        value,
      )
      const name = match ? match[1]! : value
      const code = codeOfLanguage(name)
      const level = match ? (valueOfName('level', match[2]!) as LanguageLevel | null) : null
      if (code !== null && (match !== null || !/[<>=≥+]/.test(value)))
        return asField({ type: 'field', field, code, level: level ?? '' })
      const bare = name.replace(/\s*[<>=≥+].*$/, '')
      const near = codeOfLanguage(bare) ?? codeOfLanguage(nearestName(bare, spokenLanguages(language).map((one) => one.name))) // prettier-ignore
      return { instead: near === null ? '' : nameOfLanguage(near, language) }
    }
    case 'lastContact':
      return readContact(value, language, today)
  }
}

const nearValue = (list: Parameters<typeof valuesOf>[0], value: string, language: SearchLanguage): Read => ({
  instead: nearestName(
    value,
    valuesOf(list, language).map(({ name }) => name),
  ),
})

function readYears(value: string): Read {
  const match =
    /^(.*?)\s*(>=|<=|[<>≥≤=:])\s*(\d{1,2}(?:[.,]\d{1,2})?)\s*\+?\s*(?:ans?|années?|years?|yrs?)?$/i.exec(value) ??
    /^()()(\d{1,2}(?:[.,]\d{1,2})?)\s*\+?\s*(?:ans?|années?|years?|yrs?)?$/i.exec(value)
  if (!match) return { instead: /\d/.test(value) ? '' : `${value.includes(' ') ? `"${value}"` : value}>=1` }
  const occupation = match[1]!
  if (occupation !== '' && words(occupation).length === 0) return { instead: '' }
  const count = Number(match[3]!.replace(',', '.'))
  const sign = match[2]!
  const atLeast = sign === '<=' || sign === '≤' ? count + 1 : count
  const query: SearchQuery = { type: 'field', field: 'years', occupation, atLeast }
  return { query: /^[<≤]/.test(sign) ? notOf(query) : query }
}

function readContact(value: string, language: SearchLanguage, today: string): Read {
  const field = 'lastContact' as const
  if (/^(?:jamais|never|aucun|none|non|no)$/i.test(value)) return asField({ type: 'field', field, never: true })
  const range = /^(\d[\d/.-]*?)\.\.(\d[\d/.-]*)$/.exec(value)
  if (range) {
    const [first, last] = [readDate(range[1]!), readDate(range[2]!)]
    if (first && last) return asField({ type: 'field', field, before: last.after, after: first.start })
  }
  const bounds: { before?: string; after?: string } = {}
  const signs = [...value.matchAll(/(>=|<=|[<>≥≤=]?)\s*([^<>=≥≤]+)/g)]
  let read = signs.length > 0
  for (const [, sign, said] of signs) {
    const days = readSpan(said!.trim())
    const date = readDate(said!.trim())
    if (days !== null) {
      // '> 90 jours' is long ago: before the day ninety days back.
      const day = addDays(today, -days)
      if (/^[>≥]/.test(sign!)) bounds.before = day
      else bounds.after = day
    } else if (!date) read = false
    else if (sign === '<') bounds.before = date.start
    else if (sign === '<=' || sign === '≤') bounds.before = date.after
    else if (sign === '>=' || sign === '≥') bounds.after = date.start
    else if (sign === '>') bounds.after = date.after
    else Object.assign(bounds, { before: date.after, after: date.start })
  }
  return read ? asField({ type: 'field', field, ...bounds }) : { instead: language === 'fr' ? 'jamais' : 'never' }
}
