import { describe, expect, it } from 'vitest'
import { foldHistory } from './foldHistory.ts'

const entry = (transaction: string, minute: number, action: string, path = '', by = '') => ({
  transaction,
  at: minute * 60_000,
  by,
  action,
  operation: action === 'demo.loaded' ? 'create' : 'set',
  path,
})

describe('foldHistory', () => {
  it('M059 a sitting of edits is one line, another day or another person is another', () => {
    const lines = foldHistory([
      entry('t1', 0, 'demo.loaded'),
      entry('t2', 1, 'offer.edited', 'title'),
      entry('t3', 2, 'offer.edited', 'requirements/a'),
      entry('t3', 2, 'offer.edited', 'requirements/b'),
      entry('t4', 3, 'offer.closed', 'status'),
      entry('t5', 300, 'offer.edited', 'title'),
      entry('t6', 301, 'offer.edited', 'hours', 'Nadia'),
    ])
    expect(lines.map(({ action, fields, by }) => [action, fields.join('+'), by])).toEqual([
      ['offer.edited', 'hours', 'Nadia'],
      ['offer.edited', 'title', ''],
      ['offer.closed', 'status', ''],
      ['offer.edited', 'requirements+title', ''],
      ['offer.created', '', ''],
    ])
  })
})
