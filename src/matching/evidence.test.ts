import { describe, expect, it } from 'vitest'
import { emptyCandidate } from '../model/candidate.ts'
import { evidencePlaces } from './evidence.ts'

const candidate = {
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
}

describe('evidencePlaces', () => {
  const placeOf = evidencePlaces('c1', candidate)

  it('M063 leads a quotation to the page and the boxes of its line', () => {
    expect(placeOf({ line: 1, quote: 'Conduite de chariots 1B, 3 et 5' })).toEqual({
      page: 2,
      href: '/candidats/c1?onglet=documents&document=doc-1&page=2&boxes=0.1,0.25,0.3333,0.02',
    })
  })

  it('leads nowhere rather than to the wrong line', () => {
    expect(placeOf({ line: 1, quote: 'autre chose' })).toBeNull()
    expect(placeOf({ line: 0, quote: 'Cariste' })).toBeNull()
    expect(placeOf({ line: -1, quote: '' })).toBeNull()
  })
})
