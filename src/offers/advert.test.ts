import { describe, expect, it } from 'vitest'
import { type AdvertReading, emptyOffer, type Requirement } from '../model/offer.ts'
import {
  advertParagraphs,
  applyReading,
  doubtsOf,
  isBlank,
  moveRequirement,
  plainLetters,
  placeToText,
  readingToMarks,
  textToPlace,
} from './advert.ts'
import type { OfferDraft } from './records.ts'

const advert = 'Résidence des Tilleuls à Bron.\n\nCDI, permis B souhaité.\nDynamique et disponible.'
const at = (words: string) => ({ start: advert.indexOf(words), end: advert.indexOf(words) + words.length })
const requirement = (text: string, words: string, more: Partial<Requirement> = {}): Requirement => ({
  text,
  ...at(words),
  kind: 'licence',
  need: 'nice',
  weight: 30,
  years: null,
  confidence: 0.95,
  order: 0,
  ...more,
})
const reading: AdvertReading = {
  language: 'fr',
  fields: {
    company: { value: 'Résidence des Tilleuls', ...at('Résidence des Tilleuls'), confidence: 0.6 },
    city: { value: 'Bron', ...at('Bron'), confidence: 0.95 },
    contract: { value: 'cdi', ...at('CDI'), confidence: 0.99 },
  },
  requirements: [requirement('Permis B', 'permis B')],
  missions: [],
  unmeasurable: [{ text: 'Dynamique et disponible', ...at('Dynamique et disponible') }],
}
const blank: OfferDraft = { fields: emptyOffer(), about: {} }
let ids = 0
const newId = () => `id${(ids += 1)}`

describe('marks of an advert', () => {
  it('show what was read, what is doubtful and what cannot be measured, paragraph by paragraph', () => {
    const paragraphs = advertParagraphs(advert, readingToMarks(reading))
    expect(paragraphs.map((pieces) => pieces.map(({ text, kind }) => [text, kind]))).toEqual([
      [
        ['Résidence des Tilleuls', 'weak'],
        [' à ', null],
        ['Bron', 'read'],
        ['.', null],
      ],
      [
        ['CDI', 'read'],
        [', ', null],
        ['permis B', 'read'],
        [' souhaité.', null],
      ],
      [
        ['Dynamique et disponible', 'unmeasurable'],
        ['.', null],
      ],
    ])
  })

  it('the whole text comes back whatever the offsets', () => {
    const wild = advertParagraphs('abc\ndef', [
      { start: -4, end: 99, kind: 'read' },
      { start: 5, end: 2, kind: 'weak' },
    ])
    expect(wild.map((pieces) => pieces.map(({ text }) => text).join(''))).toEqual(['abc', 'def'])
  })
})

describe('applyReading', () => {
  it('M055 M057 fills the fields and requirements with where they come from; doubts are told', () => {
    const draft = applyReading(blank, advert, reading, newId)
    expect(draft.fields).toMatchObject({ company: 'Résidence des Tilleuls', city: 'Bron', contract: 'cdi', advert })
    expect(Object.values(draft.fields.requirements).map(({ text }) => text)).toEqual(['Permis B'])
    expect(draft.about['city']).toMatchObject({ by: 'reader', confidence: 0.95, source: { text: 'Bron' } })
    expect(doubtsOf(draft)).toEqual(['company'])
  })

  it('a second advert keeps what a person wrote and leaves no crumbs of the first', () => {
    const first = applyReading(blank, advert, reading, newId)
    const own = newId()
    const edited: OfferDraft = {
      fields: {
        ...first.fields,
        company: 'Tilleuls SAS',
        requirements: { ...first.fields.requirements, [own]: requirement('Vaccins à jour', '', { order: 1 }) },
      },
      about: { ...first.about, company: { by: 'person' }, [`requirements/${own}`]: { by: 'person' } },
    }
    const second = applyReading(edited, 'Infirmière', { ...reading, fields: {}, requirements: [] }, newId)
    expect(second.fields).toMatchObject({ company: 'Tilleuls SAS', city: '', contract: '', advert: 'Infirmière' })
    expect(Object.keys(second.fields.requirements)).toEqual([own])
    expect(second.about).toEqual({ company: { by: 'person' }, [`requirements/${own}`]: { by: 'person' } })
  })

  it('a requirement that a person corrected is not read a second time', () => {
    const first = applyReading(blank, advert, reading, newId)
    const [id] = Object.keys(first.fields.requirements)
    const edited: OfferDraft = { ...first, about: { ...first.about, [`requirements/${id}`]: { by: 'person' } } }
    expect(Object.keys(applyReading(edited, advert, reading, newId).fields.requirements)).toEqual([id])
  })
})

describe('place on one line', () => {
  it('M056 comes back as it went, and reads the usual orders', () => {
    expect(textToPlace(placeToText({ city: 'Bron', postalCode: '69500' }))).toEqual({
      city: 'Bron',
      postalCode: '69500',
    })
    expect(textToPlace('69007 Lyon')).toEqual({ city: 'Lyon', postalCode: '69007' })
    expect(textToPlace(placeToText({ city: 'Ajaccio', postalCode: '2A' }))).toEqual({
      city: 'Ajaccio',
      postalCode: '2A',
    })
    expect(textToPlace('Aix-en-Provence')).toEqual({ city: 'Aix-en-Provence', postalCode: '' })
    expect(textToPlace('')).toEqual({ city: '', postalCode: '' })
  })
})

describe('requirements in order', () => {
  it('move one place at a time and stop at the ends', () => {
    const fields = {
      ...emptyOffer(),
      requirements: { a: requirement('A', '', { order: 0 }), b: requirement('B', '', { order: 1 }) },
    }
    const moved = moveRequirement(fields, 'b', -1)
    expect([moved.requirements['b']?.order, moved.requirements['a']?.order]).toEqual([0, 1])
    expect(moveRequirement(moved, 'b', -1)).toBe(moved)
  })
})

describe('isBlank', () => {
  it('a form nobody wrote in makes no draft', () => {
    expect(isBlank(blank)).toBe(true)
    expect(isBlank({ ...blank, fields: { ...blank.fields, advert: 'Cariste' } })).toBe(false)
  })
})

describe('M062 an advert read into the form', () => {
  it('keeps what the person will do one a line, and a reading without missions takes the old ones back', () => {
    const missions = [
      { text: 'Tenir la caisse', ...at('CDI') },
      { text: 'Fermer le magasin', ...at('permis B') },
    ]
    const draft = applyReading(blank, advert, { ...reading, missions }, newId)
    expect(draft.fields.missions).toBe('Tenir la caisse\nFermer le magasin')
    expect(applyReading(draft, advert, reading, newId).fields.missions).toBe('')
  })

  it('reads letters dressed up for a social network', () => {
    expect(plainLetters('𝗣𝗿𝗼𝗳𝗶𝗹 : 𝘱𝘦𝘳𝘮𝘪𝘴 B')).toBe('Profil : permis B')
  })
})
