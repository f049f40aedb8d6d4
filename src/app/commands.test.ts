import { describe, expect, it } from 'vitest'
import { scoreCommand, type Command } from './commands.ts'
import { nearWords } from './nearWords.ts'

const command = (label: string, keywords = ''): Command => ({ id: label, label, keywords, run: () => undefined })

describe('commands that answer the palette', () => {
  it('takes beginnings of words, without capitals and accents', () => {
    expect(scoreCommand(command('Créer une offre'), 'cre off')).toBeGreaterThan(0)
    expect(scoreCommand(command('Réglages'), 'REGL')).toBeGreaterThan(0)
    expect(scoreCommand(command('Réglages'), 'zz')).toBe(0)
  })

  it('puts the label before other words, and a beginning before the middle of a word', () => {
    const label = scoreCommand(command('Importer des CV'), 'imp')
    const keyword = scoreCommand(command('Ajouter', 'importer'), 'imp')
    const middle = scoreCommand(command('Réimporter'), 'imp')
    expect(label).toBeGreaterThan(keyword)
    expect(keyword).toBeGreaterThan(middle)
    expect(middle).toBeGreaterThan(0)
  })

  it('is not fooled by signs that mean something to a pattern', () => {
    expect(scoreCommand(command('C++ (avancé)'), 'c++')).toBeGreaterThan(0)
    expect(scoreCommand(command('Accueil'), '.*')).toBe(0)
    // A double name, or a file number.
    expect(scoreCommand(command('Bonnet-Roux'), 'bonnet-r')).toBeGreaterThan(0)
    expect(scoreCommand(command('Accueil'), 'c-0042')).toBe(0)
  })
})

describe('a slip of the finger in the palette', () => {
  it('finds a person while the name is still being typed', () => {
    expect(nearWords(['karim', 'benhaddou'], ['karim', 'benahd'])).toBe(true)
    expect(nearWords(['karim', 'benhaddou'], ['kar', 'zorro'])).toBe(false)
    expect(nearWords(['karim'], [])).toBe(false)
  })
})
