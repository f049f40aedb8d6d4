import { describe, expect, it } from 'vitest'
import { chooseLanguage, defaultPreferences, repairPreferences } from './preferences.ts'

describe('the language of a first visit', () => {
  it.each([
    [['fr-FR', 'en'], 'fr'],
    [['en-GB'], 'en'],
    [['de-DE', 'en-US', 'fr'], 'en'],
    [['ar-MA', 'fr-MA'], 'fr'],
    [['ja', 'pt-BR'], 'fr'],
    [[], 'fr'],
    [['FR'], 'fr'],
    [['frr'], 'fr'],
  ] as const)('%j -> %s: the first one we speak, else French', (tags, language) => {
    expect(chooseLanguage(tags)).toBe(language)
  })
})

describe('preferences left by another version', () => {
  it('keeps what it understands and mends the rest, field by field', () => {
    expect(
      repairPreferences({ language: 'en', theme: 'sepia', density: 'compact', singleKeys: 0, dismissed: ['a', 3] }),
    ).toEqual({ language: 'en', theme: 'system', density: 'compact', singleKeys: true, dismissed: ['a'] })
  })

  it.each([null, undefined, 'x', 3, []])('falls back on the defaults for %j', (stored) => {
    expect(repairPreferences(stored)).toEqual(defaultPreferences)
  })
})
