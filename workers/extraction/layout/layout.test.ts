import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { item } from '../../../tests/tools/item.ts'
import { headingKind } from '../lexicon/headings.ts'
import { joinLines, segmentsToLine } from './lineText.ts'
import type { TextItem } from './page.ts'
import { readingOrder } from './readingOrder.ts'
import { itemsToSegments } from './segments.ts'
import { splitSections } from './sections.ts'

const order = (items: TextItem[]) => {
  let block = 0
  return readingOrder(itemsToSegments(items, 1), () => (block += 1))
}
const texts = (items: TextItem[]) => order(items).map((line) => line.text)

const sidebar = [
  item('Camille Lefèvre', 40, 40, 18),
  item('Compétences', 40, 70, 12, { bold: true }),
  item('Perfusion', 40, 90),
  item('Transfusion', 40, 105),
  item('Langues', 40, 130, 12, { bold: true }),
  item('Anglais B2', 40, 150),
  item('Expérience', 220, 70, 12, { bold: true }),
  item('Infirmière en réanimation au bloc', 220, 92),
  item('Hôpital Édouard-Herriot de Lyon', 220, 107),
  item('janv. 2021 - présent', 220, 122),
  item('Formation', 220, 150, 12, { bold: true }),
  item('IFSI Esquirol, diplôme en 2017', 220, 170),
]

describe('reading order', () => {
  test('dates at the end of a row stay on it below a centred header', () => {
    const lines = texts([
      item('Ludivine Vanhove', 220, 40, 16),
      item('instagram.com/lv', 250, 60),
      item('Comptable', 270, 75),
      item('Parcours professionnel', 40, 100, 12),
      item('Lhoist Services, Namur', 40, 120),
      item('févr. 2017 - présent', 440, 120),
      item('Comptable fournisseurs', 40, 135),
    ])
    expect(lines).toContain('Lhoist Services, Namur\tfévr. 2017 - présent')
  })
  test('labels set flush against a shared edge are labels, however narrow the gap', () => {
    const flush = (text: string, right: number, y: number) => item(text, right - text.length * 5, y)
    const lines = texts([
      item('Expérience', 140, 60, 14),
      flush('sept. 2018 –', 132, 80),
      item('Infirmière en oncologie, Clinique Saint-Yves', 140, 80),
      flush('mars 2021', 132, 94),
      item('Prise en charge de douze patients', 140, 94),
      flush('2011', 132, 114),
      item('Aide-soignante, Résidence Ker Avel', 140, 114),
      item('Compétences', 140, 140, 14),
      flush('Soins', 132, 160),
      item('Pansements, pompes', 140, 160),
      flush('Logiciels', 132, 174),
      item('Osiris, DxCare', 140, 174),
    ])
    expect(lines).toEqual([
      'Expérience',
      'sept. 2018 – mars 2021',
      'Infirmière en oncologie, Clinique Saint-Yves',
      'Prise en charge de douze patients',
      '2011',
      'Aide-soignante, Résidence Ker Avel',
      'Compétences',
      'Soins',
      'Pansements, pompes',
      'Logiciels',
      'Osiris, DxCare',
    ])
  })
  test('letters set apart keep the spaces between words', () => {
    expect(texts([item('C o m p t a b l e', 40, 40), item('a g r é é', 132, 40)])).toEqual(['Comptable agréé'])
  })
  test('a heading below a header of two sides opens for the whole page', () => {
    const lines = texts([
      item('Whitcombe Darnell', 40, 40, 14),
      item('1809 Fulton Rd', 40, 60),
      item('Cleveland, OH 44113', 40, 75),
      item('(216) 555-0178', 440, 50),
      item('dw@example.com', 440, 65),
      item('Journeyman Electrician', 260, 95, 14),
      item('Core competencies', 40, 120, 12, { bold: true }),
      item('Conduit bending, motor controls', 40, 140),
    ])
    expect(lines.slice(-2)).toEqual(['Core competencies', 'Conduit bending, motor controls'])
  })
  test('a row that closes with a stretch of time is not continued by the next', () => {
    const row = (years: string) => `Certificate of something long | School of somewhere quite far | ${years}`
    expect(texts([item(row('2012 - 2016'), 40, 40), item(row('2006 - 2010'), 40, 53)])).toHaveLength(2)
  })
  test('a sidebar is read apart from the main column', () => {
    const lines = texts(sidebar)
    expect(lines.indexOf('Anglais B2')).toBeLessThan(lines.indexOf('Expérience'))
    expect(lines.slice(lines.indexOf('Expérience'))).toEqual([
      'Expérience',
      'Infirmière en réanimation au bloc',
      'Hôpital Édouard-Herriot de Lyon',
      'janv. 2021 - présent',
      'Formation',
      'IFSI Esquirol, diplôme en 2017',
    ])
  })

  test('dates in a left margin stand before what they date', () => {
    expect(
      texts([
        item('2019 - 2021', 40, 100),
        item('Cariste chez un grand transporteur', 140, 100),
        item('Chargement de semi-remorques', 140, 114),
        item('2016 - 2019', 40, 140),
        item('Préparateur de commandes en froid', 140, 140),
        item('Préparation vocale de palettes', 140, 154),
      ]),
    ).toEqual([
      '2019 - 2021',
      'Cariste chez un grand transporteur',
      'Chargement de semi-remorques',
      '2016 - 2019',
      'Préparateur de commandes en froid',
      'Préparation vocale de palettes',
    ])
  })

  test('section names in a left margin stand before their section, joined when they take two rows', () => {
    const lines = texts([
      item('Expérience', 40, 100, 14),
      item('professionnelle', 40, 116, 14),
      item('Cariste dans un entrepôt frigorifique', 180, 100),
      item('2019 - 2021', 180, 114),
      item('Formation', 40, 200, 14),
      item('CAP Opérateur logistique à Lyon', 180, 200),
      item('2012', 180, 214),
    ])
    expect(lines).toEqual([
      'Expérience professionnelle',
      'Cariste dans un entrepôt frigorifique',
      '2019 - 2021',
      'Formation',
      'CAP Opérateur logistique à Lyon',
      '2012',
    ])
  })

  test('dates at the right end of rows stay in their rows', () => {
    const lines = texts([
      item('Cariste', 40, 100),
      item('2019 - 2021', 480, 100),
      item('Logidis', 40, 114),
      item('Préparateur', 40, 140),
      item('2016 - 2019', 480, 140),
      item('STEF', 40, 154),
    ])
    expect(lines).toEqual(['Cariste\t2019 - 2021', 'Logidis', 'Préparateur\t2016 - 2019', 'STEF'])
  })

  test('the order in which a file draws its text does not matter', () => {
    const expected = texts(sidebar)
    fc.assert(
      fc.property(fc.shuffledSubarray(sidebar, { minLength: sidebar.length }), (shuffled) => {
        expect(texts(shuffled)).toEqual(expected)
      }),
      { numRuns: 50 },
    )
  })

  test('ligatures drawn in pieces make one word, and letters set apart one heading', () => {
    expect(
      texts([item('In', 40, 100, 10, { width: 9 }), item('ﬁ', 49, 100, 10, { width: 6 }), item('rmière', 55, 100)]),
    ).toEqual(['Infirmière'])
    const spaced = Array.from('FORMATION').map((letter, index) => item(letter, 40 + index * 12, 100, 12, { width: 7 }))
    expect(texts(spaced)).toEqual(['FORMATION'])
  })
})

describe('lines', () => {
  test('a word cut at the end of a row is closed, a compound name keeps its hyphen', () => {
    const line = (text: string) => segmentsToLine(itemsToSegments([item(text, 40, 100)], 1), 1)
    expect(joinLines(line('Gestion du rappro-'), line('chement bancaire')).text).toBe(
      'Gestion du rapprochement bancaire',
    )
    expect(joinLines(line('Sophie Marchand-'), line('Dubois')).text).toBe('Sophie Marchand-Dubois')
  })
})

describe('headings', () => {
  test.each([
    ['EXPÉRIENCE PROFESSIONNELLE', 'experience'],
    ['Parcours professionnel', 'experience'],
    ['Work History', 'experience'],
    ['Diplômes et formations', 'education'],
    ['Formation & certifications', 'education'],
    ['Savoir-faire', 'skills'],
    ['Langues', 'languages'],
    ['Centres d’intérêt', 'interests'],
    ['À propos', 'summary'],
    ['2. Compétences', 'skills'],
    ['Cariste chez Logidis', null],
  ])('%s', (text, kind) => {
    expect(headingKind(text)).toBe(kind)
  })

  test('a category inside the skills is no section', () => {
    const lines = order([
      item('Ana Lima', 40, 40, 20),
      item('Experience', 40, 70, 16, { bold: true }),
      item('Java Developer at Nordstrom in Seattle', 40, 90),
      item('Education', 40, 120, 16, { bold: true }),
      item('University of Washington, 2017', 40, 140),
      item('Skills', 40, 170, 16, { bold: true }),
      item('Languages', 40, 190, 12, { bold: true }),
      item('Java, Kotlin', 60, 206),
      item('Interests', 40, 240, 16, { bold: true }),
      item('Bouldering', 40, 260),
    ])
    const skills = splitSections(lines).find((section) => section.name === 'skills')
    expect(skills?.lines.map((line) => line.text)).toEqual(['Languages', 'Java, Kotlin'])
  })
})
