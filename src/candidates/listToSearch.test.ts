import { expect, test } from 'vitest'
import { emptyQuery } from '../model/listQuery.ts'
import { parseSearch } from '../model/parseSearch.ts'
import { listToSearch } from './listToSearch.ts'

test('M043 every filter of the list goes on into the search, in both languages', () => {
  const query = {
    ...emptyQuery,
    words: 'soudeur',
    skills: ['Lecture de plans'],
    minYears: 3,
    withinDays: 30,
    place: 'Saint-Étienne',
    tags: ['salon 2026'],
  }
  for (const language of ['fr', 'en'] as const) {
    const said = new URL(listToSearch(query, language), 'http://x').searchParams
    expect(said.get('q')).toBe('soudeur')
    const { query: asked, diagnostics } = parseSearch(said.get('f')!, language, { today: '2026-11-21' })
    expect(diagnostics).toEqual([])
    expect(asked).toEqual({
      type: 'and',
      of: [
        { type: 'field', field: 'skill', text: 'Lecture de plans' },
        { type: 'field', field: 'years', occupation: '', atLeast: 3 },
        { type: 'field', field: 'availability', before: '2026-12-21' },
        { type: 'field', field: 'place', text: 'Saint-Étienne', km: 0 },
        { type: 'field', field: 'tag', text: 'salon 2026' },
      ],
    })
  }
  expect(listToSearch(emptyQuery, 'fr')).toBe('/recherche')
})
