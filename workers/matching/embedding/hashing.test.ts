import { describe, expect, it } from 'vitest'
import { foldWord, hashWord, readFeatures, readSegments, visitGrams } from './hashing.ts'

const wordsOf = (text: string): string[] => [...readFeatures(text).words.keys()].sort()

describe('readFeatures', () => {
  it('reads the same words whatever the case, the accents and the apostrophes', () => {
    expect(wordsOf("CHEF D'ÉQUIPE")).toEqual(wordsOf('chef d’equipe'))
    expect(wordsOf('Maître d’œuvre')).toEqual(wordsOf("maitre d'oeuvre"))
  })

  it.each([
    ['infirmier(ère)', 'infirmier'],
    ['développeur·euse', 'développeur'],
    ['développeur/développeuse', 'développeuse'],
    ['technicien.ne de maintenance', 'technicien de maintenance'],
    ['technicien-ne', 'technicienne'],
    ['employé·e·s', 'employé'],
    ['Conducteur / Conductrice d’engins', 'conductrice d’engins'],
    ['aides-soignants', 'aide soignant'],
    ['serveur/euse', 'serveuse'],
    ['directeur(trice)', 'directrice'],
  ])('reads %s as %s', (written, plain) => {
    expect(wordsOf(written)).toEqual(wordsOf(plain))
  })

  it('keeps the names of programming languages apart', () => {
    expect(wordsOf('C')).toEqual(['c'])
    expect(wordsOf('C++')).toEqual(['c++'])
    expect(wordsOf('C#, .NET')).toEqual(['c#', 'dotnet'])
  })

  it('counts a word once a segment, so that repeating it in a line gains nothing', () => {
    expect(readFeatures('soudeur soudeur soudeur').words.get(foldWord('soudeur'))).toBe(1)
    expect(readFeatures('soudeur\nsoudeur').words.get(foldWord('soudeur'))).toBe(2)
  })

  it('lets two words meet their joined spelling', () => {
    expect(readFeatures('full-stack').pairs.has('fullstack')).toBe(true)
    expect(readFeatures('fullstack').words.has('fullstack')).toBe(true)
  })

  it('keeps function words only when there is nothing else', () => {
    expect(wordsOf('chef de la cuisine')).toEqual(['chef', foldWord('cuisine')])
    expect(wordsOf('de la')).toEqual(['de', 'la'])
  })

  it('stays bounded on hostile input', () => {
    const words = readSegments(`${'x'.repeat(100_000)} ${'a b c '.repeat(20_000)}`).flat()
    expect(words.length).toBeLessThanOrEqual(6000)
    expect(Math.max(...words.map((word) => word.length))).toBeLessThanOrEqual(40)
  })
})

describe('foldWord', () => {
  it.each([
    ['journaux', 'journal'],
    ['bateaux', 'bateau'],
    ['travaux', 'travail'],
    ['maladies', 'maladie'],
    ['bakeries', 'bakery'],
    ['directrice', 'directeur'],
    ['directeurs', 'director'],
    ['vendeuses', 'vendeur'],
    ['infirmieres', 'infirmier'],
    ['technicienne', 'technician'],
    ['techniques', 'technical'],
    ['industrie', 'industry'],
    ['securite', 'security'],
    ['organization', 'organisation'],
    ['labour', 'labor'],
    ['administratif', 'administrative'],
    ['secretaire', 'secretary'],
    ['employees', 'employe'],
  ])('%s is %s', (a, b) => {
    expect(foldWord(a)).toBe(foldWord(b))
  })

  it.each([
    ['business', 'busy'],
    ['visite', 'vision'],
    ['gaz', 'ga'],
    ['c++', 'c'],
    ['boss', 'bos'],
  ])('%s is not %s', (a, b) => {
    expect(foldWord(a)).not.toBe(foldWord(b))
  })
})

describe('visitGrams', () => {
  it('gives every 3-, 4- and 5-gram of the marked word, and nothing that looks like a word', () => {
    const grams: number[] = []
    visitGrams('bac', (hash) => grams.push(hash))
    // <ba <bac <bac> bac bac> ac>
    expect(new Set(grams).size).toBe(6)
    expect(grams).not.toContain(hashWord('bac'))
  })
})
