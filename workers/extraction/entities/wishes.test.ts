import { expect, test } from 'vitest'
import type { Line } from '../layout/page.ts'
import { findWishes } from './wishes.ts'

const line = (text: string): Line =>
  ({
    text,
    spans: [],
    page: 1,
    x0: 0,
    x1: 100,
    y0: 0,
    y1: 10,
    size: 10,
    bold: false,
    italic: false,
    caps: false,
    bullet: false,
    block: 1,
    margin: false,
  }) as unknown as Line
const wishes = (...texts: string[]) => findWishes(texts.map(line), [{ width: 100, height: 100 }])

test.each([
  ['Recherche un CDI ou des missions d’intérim sur Nantes', ['cdi', 'interim']],
  ['En recherche d’alternance à partir de septembre', ['apprenticeship']],
  ['Looking for an internship in data science', ['internship']],
  ['Type de contrat : CDD, saisonnier', ['cdd', 'seasonal']],
  ['Seeking a permanent position', ['cdi']],
  ['Stage de six mois chez Durand', []],
  ['CDI depuis 2019', []],
])('M039 %s tells which contracts are wished', (text, expected) => {
  expect(wishes(text).contracts.map((read) => read.value)).toEqual(expected)
})

test.each([
  ['Mobilité : Île-de-France, Oise', ['Île-de-France', 'Oise']],
  ['Mobilité géographique : nationale', ['nationale']],
  ['Mobile sur toute la France', ['toute la France']],
  ['Willing to relocate to Leeds or Manchester', ['Leeds', 'Manchester']],
  ['Mobilité : 30 km', []],
  ['Mobilité réduite des patients prise en charge', []],
])('M037 %s tells where the person would work', (text, expected) => {
  expect(wishes(text).mobilityPlaces.map((read) => read.value)).toEqual(expected)
})

test.each([
  ['Prétentions salariales : 35-40 K€ brut annuel', { min: 35_000, max: 40_000, currency: 'EUR', period: 'year' }],
  ['Salaire souhaité : 1 900 € net par mois', { min: 1900, max: null, currency: 'EUR', period: 'month' }],
  ['TJM : 450 €', { min: 450, max: null, currency: 'EUR', period: 'day' }],
  ['Expected salary: £32k', { min: 32_000, max: null, currency: 'GBP', period: 'year' }],
  ['Prétentions : 8 000 à 10 000 DH', { min: 8000, max: 10_000, currency: 'MAD', period: 'month' }],
])('M039 %s is the pay wished', (text, expected) => {
  expect(wishes(text).pay?.value).toEqual(expected)
})

test('M039 what was earned or managed is no wish', () => {
  expect(wishes('Budget annuel : 450 K€').pay).toBeNull()
  expect(wishes('Dernier salaire : 28 000 € par an').pay).toBeNull()
})

test.each([
  ['Actuellement en poste, en recherche active d’un nouveau défi', 'available'],
  ['En poste', 'employed'],
  ['Étudiante en master de droit', 'student'],
  ['Disponible immédiatement', 'available'],
  ['Assistante de direction', undefined],
])('M038 %s tells the situation', (text, expected) => {
  expect(wishes(text).situation?.value).toBe(expected)
})

test('home working is a wish only where it is asked for', () => {
  expect(wishes('Souhaite un poste en télétravail').workMode?.value).toBe('remote')
  expect(wishes('100 % télétravail').workMode?.value).toBe('remote')
  expect(wishes('Mise en place du télétravail pour 300 salariés').workMode).toBeNull()
})
