import { useEffect, useRef } from 'react'
import { chordNames, isSingleKey, lookUpHotkey, type HotkeyState } from './hotkeys.ts'
import { usePreferences } from './language.ts'

export type Hotkeys = Record<string, (event: KeyboardEvent) => void>

type HotkeyOptions = {
  /** false switches the whole set off */
  enabled?: boolean
  /** also when the cursor is in a field (for Escape, Tab, Ctrl+Enter in a review) */
  inFields?: boolean
  /** also while a dialog or the palette is open */
  inLayers?: boolean
}

type HotkeySet = { keys: () => Hotkeys; options: () => HotkeyOptions }

/** Sets in the order they were mounted; the newest answers first. */
const sets: HotkeySet[] = []
const state: HotkeyState = { pending: null }
let pendingTimer: ReturnType<typeof setTimeout> | undefined
/** How long the second key of a sequence may wait. */
const sequenceMs = 1500

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches('textarea, select, input:not([type=checkbox], [type=radio], [type=button], [type=range])'))
  )
}

function answer(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return
  const names = chordNames(event)
  if (names.length === 0) return
  const inField = isField(event.target)
  const inLayer = document.querySelector('.scrim, [role=menu]') !== null
  const onControl =
    event.target instanceof Element && event.target.closest('a[href], button, summary, [role=option]') !== null
  const singleKeys = usePreferences.getState().singleKeys

  const alive = sets.filter((set) => {
    const { enabled = true, inFields = false, inLayers = false } = set.options()
    return enabled && (inLayers || !inLayer) && (inFields || !inField || mayActInFields(names))
  })
  const bindings = new Set(alive.flatMap((set) => Object.keys(set.keys())))
  const found = lookUpHotkey(bindings, state, names)
  state.pending = null
  clearTimeout(pendingTimer)
  if (found.type === 'none') return
  const chord = found.type === 'run' ? found.binding : found.prefix
  if (isSingleKey(chord) && (!singleKeys || inField)) return
  // Enter and Space belong to the control that has the focus
  if (onControl && (chord === 'Enter' || chord === 'Space')) return
  if (found.type === 'wait') {
    state.pending = found.prefix
    pendingTimer = setTimeout(() => (state.pending = null), sequenceMs)
    return
  }
  const owner = alive.findLast((set) => found.binding in set.keys())
  if (owner === undefined) return
  event.preventDefault()
  owner.keys()[found.binding]?.(event)
}

/** In a field only chords with Ctrl/Cmd act, save those the field itself needs. */
function mayActInFields(names: readonly string[]): boolean {
  return names.every((name) => name.startsWith('Mod+') && !/^Mod\+(Shift\+)?[acvxzy]$/.test(name))
}

/**
 * Shortcuts of a screen or the shell, as `{ j: next, 'Shift+j': extend, 'Mod+Enter': finish, 'g c': go }`.
 * Silent in fields, while a layer is open, and (single characters) when the user has switched them off.
 * When two sets know the same key, the one mounted last answers.
 */
export function useHotkeys(keys: Hotkeys, options: HotkeyOptions = {}): void {
  const latest = useRef({ keys, options })
  useEffect(() => {
    latest.current = { keys, options }
  })
  useEffect(() => {
    const set: HotkeySet = {
      keys: () => latest.current.keys,
      options: () => latest.current.options,
    }
    if (sets.length === 0) addEventListener('keydown', answer)
    sets.push(set)
    return () => {
      sets.splice(sets.indexOf(set), 1)
      if (sets.length === 0) removeEventListener('keydown', answer)
    }
  }, [])
}
