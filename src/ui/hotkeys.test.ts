import { describe, expect, it } from 'vitest'
import { chordNames, isSingleKey, lookUpHotkey, type KeyPress } from './hotkeys.ts'

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
})

describe('what a press is called', () => {
  it.each([
    [press('j'), ['j']],
    [press('J', { shiftKey: true }), ['Shift+j']],
    [press('?', { shiftKey: true }), ['?']],
    [press('k', { ctrlKey: true }), ['Mod+k']],
    [press('k', { metaKey: true }), ['Mod+k']],
    [press('Enter', { ctrlKey: true }), ['Mod+Enter']],
    [press('ArrowLeft', { shiftKey: true }), ['Shift+ArrowLeft']],
    [press(' '), ['Space']],
    [press('é'), []],
  ])('%o -> %j', (event, names) => {
    expect(chordNames(event)).toEqual(names)
  })

  it('falls back on where the key is when the keyboard types another script', () => {
    expect(chordNames(press('ت', { code: 'KeyJ' }))).toEqual(['j'])
    expect(chordNames(press('ت', { code: 'KeyJ', ctrlKey: true }))).toEqual(['Mod+j'])
    expect(chordNames(press('ظ', { code: 'Slash' }))).toEqual(['/'])
    expect(chordNames(press('؟', { code: 'Slash', shiftKey: true }))).toEqual(['?'])
  })

  it('goes by what is typed before where the key is: AZERTY’s a sits on KeyQ', () => {
    expect(chordNames(press('a', { code: 'KeyQ' }))).toEqual(['a'])
  })
})

describe('which binding answers', () => {
  const bindings = new Set(['c', 'g c', 'j', 'Shift+j', 'Mod+k'])

  it('waits after the first key of a sequence, then runs it rather than the plain key', () => {
    expect(lookUpHotkey(bindings, { pending: null }, ['g'])).toEqual({ type: 'wait', prefix: 'g' })
    expect(lookUpHotkey(bindings, { pending: 'g' }, ['c'])).toEqual({ type: 'run', binding: 'g c' })
    expect(lookUpHotkey(bindings, { pending: null }, ['c'])).toEqual({ type: 'run', binding: 'c' })
  })

  it('lets go of a sequence that nothing continues', () => {
    expect(lookUpHotkey(bindings, { pending: 'g' }, ['j'])).toEqual({ type: 'run', binding: 'j' })
    expect(lookUpHotkey(bindings, { pending: 'g' }, ['z'])).toEqual({ type: 'none' })
  })

  it('tells single characters, which can be switched off, from the rest', () => {
    expect(['j', 'Shift+j', '?', 'g c'].map(isSingleKey)).toEqual([true, true, true, true])
    expect(['Mod+k', 'Enter', 'Escape', 'Shift+ArrowLeft', 'Mod+Enter'].map(isSingleKey)).toEqual(
      Array.from({ length: 5 }, () => false),
    )
  })
})
