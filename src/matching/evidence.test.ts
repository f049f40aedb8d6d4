import { describe, expect, it } from 'vitest'
import { type Candidate, emptyCandidate } from '../model/candidate.ts'
import { evidencePlaces } from './evidence.ts'

const fields: Candidate = {
  ...emptyCandidate(),
  headline: 'Cariste',
  summary: [
    {
      text: 'Conduite de chariots 1B, 3 et 5, titre valable',
      documentId: 'doc-1',
      boxes: [
        { page: 2, x: 0.1, y: 0.25, width: 0.333333, height: 0.02 },
        { page: 3, x: 0, y: 0, width: 1, height: 1 },
      ],
    },
  ],
  experiences: {
    e1: { title: 'Cariste', organisation: 'Logidis', place: '', start: '2020', end: '', lines: [], order: 0 },
  },
  licences: { l1: { kind: 'caces', code: '3', name: 'CACES 3', date: '2024', validUntil: '', order: 0 } },
}
const source = (page: number) => ({
  documentId: 'doc-1',
  boxes: [{ page, x: 0, y: 0.5, width: 0.2, height: 0.1 }],
  text: '',
})
const about = {
  'experiences/e1/title': { by: 'reader' as const, confidence: 0.9, source: source(1) },
  'licences/l1/name': { by: 'reader' as const, confidence: 0.9, source: source(4) },
}

describe('evidencePlaces', () => {
  const placeOf = evidencePlaces({ id: 'c1', fields, about })

  it('M063 leads a quotation to the page and the boxes of its line', () => {
    expect(placeOf({ line: 1, quote: 'Conduite de chariots 1B, 3 et 5' })).toEqual({
      page: 2,
      href: '/candidats/c1?onglet=documents&document=doc-1&page=2&boxes=0.1,0.25,0.3333,0.02',
    })
  })

  it('leads a job or a certificate to where its title was read', () => {
    expect(placeOf({ line: 2, quote: 'Cariste, Logidis' })?.page).toBe(1)
    expect(placeOf({ line: 3, quote: 'CACES 3, 2024' })).toMatchObject({ page: 4 })
  })

  it('leads nowhere rather than to the wrong line', () => {
    expect(placeOf({ line: 1, quote: 'autre chose' })).toBeNull()
    expect(placeOf({ line: 0, quote: 'Cariste' })).toBeNull()
    expect(placeOf({ line: -1, quote: '' })).toBeNull()
  })
})
