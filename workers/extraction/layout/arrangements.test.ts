import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { item } from '../../../tests/tools/item.ts'
import type { TextItem } from './page.ts'
import { readingOrder } from './readingOrder.ts'
import { splitSections } from './sections.ts'
import { itemsToSegments } from './segments.ts'

// How online makers and web themes arrange a page. Each page is laid by hand: text, x, baseline, size.
const bold = { bold: true }
const linesOf = (items: readonly TextItem[]) => {
  let block = 0
  return readingOrder(itemsToSegments(items, 1), () => (block += 1), 595)
}
const texts = (items: readonly TextItem[]) => linesOf(items).map((line) => line.text)
const sectionsOf = (items: readonly TextItem[]) =>
  splitSections(linesOf(items)).map(({ name, lines }) => [name, lines.map((line) => line.text)] as const)

const cards = [
  item('Thaïs Morvillier', 40, 40, 20, bold),
  item('Expériences', 40, 80, 13, bold),
  item('03/2019 - présent', 50, 105, 9),
  item('Fleuriste', 50, 118, 10, bold),
  item('Aux Douze Jardins', 50, 131),
  item('09/2015 - 01/2019', 320, 105, 9),
  item('Vendeuse', 320, 118, 10, bold),
  item('Halles de Brévannes', 320, 131),
  item('Formation', 40, 180, 13, bold),
  item('2013 - 2015', 50, 205, 9),
  item('CAP Fleuriste', 50, 218, 10, bold),
  item('2010 - 2013', 320, 205, 9),
  item('Bac professionnel Commerce', 320, 218, 10, bold),
]

const datesAboveColumns = [
  item('Expérience professionnelle', 40, 80, 13, bold),
  item('Fonderie Castelain, Lens', 40, 105, 10, bold),
  item('2018 – 2023', 480, 105, 9),
  item('Mouleuse', 40, 118),
  item('Tôlerie du Ternois', 40, 140, 10, bold),
  item('2014 – 2018', 480, 140, 9),
  item('Opératrice', 40, 153),
  item('Langues', 40, 190, 13, bold),
  item('Français', 40, 210),
  item('Anglais', 40, 224),
  item('Compétences', 310, 190, 13, bold),
  item('Moulage sable', 310, 210),
  item('Lecture de plans', 310, 224),
]

const sidebarBesideDates = [
  item('Expérience', 40, 60, 13, bold),
  item('02/2019 - présent', 40, 84, 9),
  item('Grutière', 140, 84, 10, bold),
  item('Levage du Douaisis', 140, 97),
  item('Conduite de grues à tour de 60 mètres', 150, 110),
  item('06/2014 - 01/2019', 40, 140, 9),
  item('Cariste', 140, 140, 10, bold),
  item('Entrepôts Sélinart', 140, 153),
  item('Chargement et déchargement', 150, 166),
  item('Formation', 40, 196, 13, bold),
  item('2012 - 2014', 40, 220, 9),
  item('CAP Conduite d’engins', 140, 220, 10, bold),
  item('Lycée du Hainaut', 140, 233),
  item('Contact', 430, 60, 13, bold),
  item('06 39 98 00 11', 430, 80),
  item('Compétences', 430, 120, 13, bold),
  item('Élingage', 430, 140),
  item('Permis CACES R487', 430, 155),
  item('Langues', 430, 190, 13, bold),
  item('Français', 430, 210),
]

const townsUnderDates = [
  item('Expérience', 40, 60, 13, bold),
  item('mars 2019 –', 50, 84, 9),
  item('août 2023', 50, 96, 9),
  item('Trégastel', 50, 108, 9),
  item('Ostréicultrice', 150, 84, 10, bold),
  item('Parcs de la Rance', 150, 97),
  item('Tri, calibrage et expédition des huîtres', 160, 112),
  item('mai 2015 –', 50, 140, 9),
  item('févr. 2019', 50, 152, 9),
  item('Paimpol', 50, 164, 9),
  item('Matelote', 150, 140, 10, bold),
  item('Armement Kerlouan', 150, 153),
  item('Pêche côtière', 160, 168),
]

const columnsThenSection = [
  item('Skills', 40, 60, 13, bold),
  item('Tools', 40, 84, 11, bold),
  item('SQL · Excel', 40, 98),
  item('Methods', 240, 84, 11, bold),
  item('Forecasting · Lean', 240, 98),
  item('Six Sigma', 240, 111),
  item('Work experience', 40, 145, 13, bold),
  item('Planner at Oakhurst Retail and its many stores', 40, 170, 12),
  item('Jun 2018 - Jul 2021', 420, 170, 12),
  item('Planned four thousand references over sixty stores', 50, 190),
]

describe('arrangements of web themes and online makers', () => {
  test('entries set as cards are read one by one, each in its own section', () => {
    const sections = sectionsOf(cards)
    expect(sections.map(([name]) => name)).toEqual(['header', 'experience', 'education'])
    expect(sections[1]![1]).toEqual([
      '03/2019 - présent',
      'Fleuriste',
      'Aux Douze Jardins',
      '09/2015 - 01/2019',
      'Vendeuse',
      'Halles de Brévannes',
    ])
  })

  test('dates at the end of rows stay there when two columns follow below', () => {
    expect(texts(datesAboveColumns)).toContain('Fonderie Castelain, Lens\t2018 – 2023')
    const sections = sectionsOf(datesAboveColumns)
    expect(sections.find(([name]) => name === 'skills')?.[1]).toEqual(['Moulage sable', 'Lecture de plans'])
    expect(sections.find(([name]) => name === 'languages')?.[1]).toEqual(['Français', 'Anglais'])
  })

  test('a sidebar is set apart before the dates in the margin of the main column are', () => {
    const sections = sectionsOf(sidebarBesideDates)
    const experience = sections.find(([name]) => name === 'experience')?.[1] ?? []
    expect(experience[0]).toBe('02/2019 - présent')
    expect(experience).toContain('Entrepôts Sélinart')
    expect(sections.find(([name]) => name === 'skills')?.[1]).toEqual(['Élingage', 'Permis CACES R487'])
  })

  test('a town under the dates in the margin belongs to them', () => {
    expect(linesOf(townsUnderDates).filter((line) => line.margin && line.text !== 'Expérience')).toMatchObject([
      { text: 'mars 2019 – août 2023 Trégastel' },
      { text: 'mai 2015 – févr. 2019 Paimpol' },
    ])
  })

  test('what follows below two columns opens for the whole page', () => {
    const sections = sectionsOf(columnsThenSection)
    expect(sections.at(-1)?.[0]).toBe('experience')
    expect(sections.at(-1)?.[1][0]).toMatch(/^Planner at Oakhurst/)
    expect(sections.at(-1)?.[1].join(' ')).not.toContain('Six Sigma')
  })

  test('letters drawn one by one spell the words of a heading', () => {
    const letters: TextItem[] = []
    let x = 200
    for (const letter of 'À PROPOS DE MOI') {
      if (letter !== ' ') letters.push(item(letter, x, 60, 10, { width: 6.5 }))
      x += letter === ' ' ? 8 : 13
    }
    expect(texts(letters)).toEqual(['À PROPOS DE MOI'])
  })

  test('rating dots stay with what they rate', () => {
    const rated = texts([
      item('Photoshop', 40, 60),
      item('●●●○○', 150, 60),
      item('Figma', 40, 75),
      item('●●●●○', 150, 75),
    ])
    expect(rated).toEqual(['Photoshop ●●●○○', 'Figma ●●●●○'])
  })

  test('the order in which the runs are drawn changes nothing', () => {
    for (const page of [cards, datesAboveColumns, sidebarBesideDates, townsUnderDates, columnsThenSection]) {
      const expected = texts(page)
      fc.assert(
        fc.property(fc.shuffledSubarray(page, { minLength: page.length }), (shuffled) => {
          expect(texts(shuffled)).toEqual(expected)
        }),
        { numRuns: 30 },
      )
    }
  })

  test('a stretch of time that breaks at the end of its row is read in one piece', () => {
    expect(
      texts([
        item('Stagiaire, IRD, Montpellier', 40, 100),
        item('De octobre 2018 à septembre', 400, 100),
        item('2021', 40, 113),
        item('Étude des réseaux trophiques', 40, 126),
      ]),
    ).toEqual(['Stagiaire, IRD, Montpellier\tDe octobre 2018 à septembre 2021', 'Étude des réseaux trophiques'])
  })
})
