/*
 * Patterns of words tried only on texts in which a word begins as one of them does. A CV has hundreds of passages and
 * each is asked for dozens of wordings it does not have: looking at how its words begin takes a tenth of the time.
 */

/** How a pattern may begin: a whole word, or the letters a word begins with. */
interface Beginning {
  letters: string
  isWhole: boolean
}

/** Whether each of the patterns, in their order as bits, may be met in a folded text: 0 where surely none is. */
export function createCues(patterns: readonly (RegExp | readonly RegExp[])[]): (folded: string) => number {
  const whole = new Map<string, number>()
  const begun = new Map<string, { letters: string; bits: number }[]>()
  let always = 0
  patterns.forEach((pattern, at) => {
    const bit = 1 << at
    for (const { source } of Array.isArray(pattern) ? pattern : [pattern as RegExp]) {
      const beginnings = beginningsOf(source)
      if (!beginnings) always |= bit
      for (const { letters, isWhole } of beginnings ?? []) {
        if (isWhole) whole.set(letters, (whole.get(letters) ?? 0) | bit)
        else {
          const list = begun.get(letters[0]!) ?? []
          begun.set(letters[0]!, list)
          list.push({ letters, bits: bit })
        }
      }
    }
  })
  const known = new Map<string, number>()
  const bitsOf = (word: string): number => {
    let bits = known.get(word)
    if (bits === undefined) {
      bits = whole.get(word) ?? 0
      for (const { letters, bits: own } of begun.get(word[0]!) ?? []) if (word.startsWith(letters)) bits |= own
      if (known.size >= keptWords) known.clear()
      known.set(word, bits)
    }
    return bits
  }
  return (folded) => {
    let bits = always
    let start = -1
    for (let at = 0; at <= folded.length; at += 1) {
      if (at < folded.length && isWordUnit(folded.charCodeAt(at))) {
        if (start < 0) start = at
      } else if (start >= 0) {
        bits |= bitsOf(folded.slice(start, at))
        start = -1
      }
    }
    return bits
  }
}

const keptWords = 40_000

/** What `\w` means. */
const isWordUnit = (unit: number): boolean =>
  (unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90) || unit === 95

/**
 * How the matches of a pattern may begin; null when that cannot be told, or when one may begin within a word. It knows
 * what the patterns of cues are written with and says null for the rest.
 */
export function beginningsOf(source: string): Beginning[] | null {
  const found: Beginning[] = []
  let at = 0

  /** Where reading stands in a match: the letters of its first word so far, and whether it is known to begin one. */
  interface Place {
    letters: string
    isBounded: boolean
  }
  class Unknown extends Error {}
  const close = ({ letters, isBounded }: Place, isWhole: boolean): void => {
    if (letters === '' || !isBounded) throw new Unknown()
    found.push({ letters, isWhole })
  }

  /** Reads alternatives up to a closing bracket or the end; gives where those may stand that are still in their first word. */
  function alternatives(from: readonly Place[]): Place[] {
    const open = sequence(from)
    while (source[at] === '|') {
      at += 1
      open.push(...sequence(from))
    }
    return open
  }

  function sequence(from: readonly Place[]): Place[] {
    let open = [...from]
    while (at < source.length && source[at] !== '|' && source[at] !== ')') {
      const next = element(open)
      open = next
    }
    return open
  }

  function element(open: Place[]): Place[] {
    const letter = source[at]!
    if (letter === '^') {
      at += 1
      return open.map((place) => ({ ...place, isBounded: true }))
    }
    if (letter === '$') {
      at += 1
      return open
    }
    if (letter === '(') return group(open)
    if (letter === '[') {
      const end = source.indexOf(']', at)
      const members = source.slice(at + 1, end)
      at = end + 1
      if (/^[a-z0-9]{1,4}$/.test(members))
        return repeated(open, (places) => [...members].flatMap((one) => word(places, one)))
      if (/^[- ]+$/.test(members)) return repeated(open, (places) => other(places))
      return unclear(open)
    }
    if (letter === '\\') {
      const kind = source[at + 1]!
      at += 2
      if (kind === 'b') {
        const still: Place[] = []
        for (const place of open) {
          if (place.letters === '') still.push({ ...place, isBounded: true })
          else close(place, true)
        }
        return still
      }
      if (kind === 's') return repeated(open, (places) => other(places), true)
      if (/[^a-zA-Z0-9]/.test(kind)) return repeated(open, (places) => other(places))
      return unclear(open)
    }
    at += 1
    if (letter === '.') return unclear(open)
    if (/[a-z0-9_]/.test(letter)) return repeated(open, (places) => word(places, letter))
    return repeated(open, (places) => other(places))
  }

  /** A group; of those that look ahead or behind, only that they decide nothing here. */
  function group(open: Place[]): Place[] {
    if (source.startsWith('(?!', at) || source.startsWith('(?=', at) || source.startsWith('(?<', at)) {
      let depth = 0
      do {
        if (source[at] === '\\') at += 1
        else if (source[at] === '(') depth += 1
        else if (source[at] === ')') depth -= 1
        at += 1
      } while (depth > 0)
      return open
    }
    at += source.startsWith('(?:', at) ? 3 : 1
    const after = alternatives(open)
    at += 1
    const times = quantifier()
    if (times === 'once') return after
    if (times === 'maybe') return [...open, ...after]
    for (const place of [...open, ...after]) close(place, false)
    return []
  }

  /** The same after one letter of a word. */
  const word = (places: readonly Place[], letter: string): Place[] =>
    places.map(({ letters, isBounded }) => {
      if (letters === '' && !isBounded) throw new Unknown()
      return { letters: letters + letter, isBounded }
    })

  /** The first word ends here. */
  const other = (places: readonly Place[]): Place[] => {
    for (const place of places) close(place, true)
    return []
  }

  function repeated(open: Place[], read: (places: Place[]) => Place[], mayLead = false): Place[] {
    const times = quantifier()
    // White space before the first word.
    if (mayLead && times === 'many' && open.every(({ letters }) => letters === '')) return open
    if (times === 'once') return read(open)
    if (times === 'maybe') return [...open, ...read(open)]
    for (const place of open) close(place, false)
    return []
  }

  function unclear(open: Place[]): Place[] {
    quantifier()
    for (const place of open) close(place, false)
    return []
  }

  function quantifier(): 'once' | 'maybe' | 'many' {
    const written = /^(?:[?*+]|\{\d*,?\d*\})\??/.exec(source.slice(at))?.[0]
    if (written === undefined) return 'once'
    at += written.length
    return written === '?' ? 'maybe' : 'many'
  }

  try {
    for (const place of alternatives([{ letters: '', isBounded: false }])) close(place, false)
    return at === source.length ? found : null
  } catch (thrown) {
    if (thrown instanceof Unknown) return null
    throw thrown
  }
}
