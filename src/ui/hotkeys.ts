/** A key press as far as shortcuts care. */
export type KeyPress = {
  key: string
  code: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
}

const asciiPrintable = /^[\u0021-\u007E]$/

/**
 * The names a press may answer to, best first: by what it types, then, on a keyboard that types another
 * script, by where the key is. 'Mod' is Ctrl or Cmd; 'Shift' counts only for letters and named keys,
 * since '?' already needs it on most layouts.
 */
export function chordNames(press: KeyPress): string[] {
  const modifier = (press.ctrlKey || press.metaKey ? 'Mod+' : '') + (press.altKey ? 'Alt+' : '')
  const named = (name: string): string => {
    const isLetter = /^[a-z]$/.test(name)
    const isNamed = name.length > 1
    return `${modifier}${press.shiftKey && (isLetter || isNamed) ? 'Shift+' : ''}${name}`
  }
  if (press.key.length > 1) return [named(press.key)]
  if (asciiPrintable.test(press.key)) return [named(press.key.toLowerCase())]
  if (press.key === ' ') return [named('Space')]
  const letter = /^Key([A-Z])$/.exec(press.code)?.[1]
  if (letter !== undefined) return [named(letter.toLowerCase())]
  const digit = /^Digit([0-9])$/.exec(press.code)?.[1]
  if (digit !== undefined) return [named(digit)]
  if (press.code === 'Slash') return [named(press.shiftKey ? '?' : '/')]
  return []
}

/** Whether a chord is a bare character, which WCAG 2.1.4 wants switchable. */
export function isSingleKey(chord: string): boolean {
  return !chord.includes('Mod+') && !chord.includes('Alt+') && lastOf(chord).length === 1
}

function lastOf(chord: string): string {
  const key = chord.split(' ').at(-1) ?? ''
  return key === '+' ? key : (key.split('+').at(-1) ?? key)
}

export type HotkeyState = { pending: string | null }
export type HotkeyLookup = { type: 'run'; binding: string } | { type: 'wait'; prefix: string } | { type: 'none' }

/** Finds which of the known bindings ('j', 'Shift+j', 'Mod+k', 'g c') a press completes or begins. */
export function lookUpHotkey(
  bindings: ReadonlySet<string>,
  state: HotkeyState,
  names: readonly string[],
): HotkeyLookup {
  if (state.pending !== null) {
    for (const name of names) {
      const sequence = `${state.pending} ${name}`
      if (bindings.has(sequence)) return { type: 'run', binding: sequence }
    }
  }
  for (const name of names) {
    for (const binding of bindings) {
      if (binding.startsWith(`${name} `)) return { type: 'wait', prefix: name }
    }
    if (bindings.has(name)) return { type: 'run', binding: name }
  }
  return { type: 'none' }
}
