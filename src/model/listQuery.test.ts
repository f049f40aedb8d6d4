import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Candidate, candidateSchema } from './candidate.ts'
import {
  addressToQuery,
  applyQuery,
  type CandidateRow,
  dropFilter,
  emptyQuery,
  filtersOf,
  filtersToDrop,
  type ListQuery,
  queryToAddress,
  sortColumns,
  sortRows,
  toRow,
} from './listQuery.ts'
import { answersSearch, isReachable, marksIn, readSearch, toHaystack } from './searchWords.ts'

const today = '2026-11-21'
const row = (id: string, fields: Partial<Record<keyof Candidate, unknown>>, createdAt = 0): CandidateRow =>
  toRow(
    { id, kind: 'candidate', fields: candidateSchema.parse(fields), about: {}, createdAt, updatedAt: createdAt },
    today,
  )
const rows = [
  row(
    'karim',
    {
      fullName: 'Karim Benhaddou',
      headline: 'Cariste polyvalent',
      city: 'Vénissieux',
      situation: 'available',
      skills: { a: { name: 'CACES R489 3' } },
      experiences: { a: { start: '2020-11', end: 'present', organisation: 'Frimax' } },
      tags: { salon: true },
    },
    1,
  ),
  row(
    'anne',
    {
      fullName: 'Anne-Gaëlle Quéméneur-Le Floc’h',
      headline: 'Aide-soignante',
      city: 'Villeurbanne',
      availableFrom: '2026-12-15',
      experiences: { a: { start: '2013', end: '2025' } },
      reviewedAt: 'x',
    },
    2,
  ),
  row(
    'jb',
    {
      fullName: 'Jean-Baptiste N’Diaye',
      headline: 'Soudeur TIG/MIG',
      city: 'Givors',
      noticeDays: 30,
      skills: { a: { name: 'Inox 316L' }, b: { name: 'C++' } },
    },
    3,
  ),
  row('none', {}, 4),
]
const ids = (query: Partial<ListQuery>, reached?: ReadonlySet<string>) =>
  applyQuery(rows, { ...emptyQuery, ...query }, reached).map(({ id }) => id)

describe('the list of candidates', () => {
  test('M043 words are searched whatever their accents and capitals, all of them wanted', () => {
    expect(ids({ words: 'VENISSIEUX cariste' })).toEqual(['karim'])
    expect(ids({ words: 'quemeneur' })).toEqual(['anne'])
    expect(ids({ words: "n'diaye" })).toEqual(['jb'])
    expect(ids({ words: 'frimax' })).toEqual(['karim'])
    expect(ids({ words: 'cariste soudeur' })).toEqual([])
    expect(ids({ words: 'cariste OU soudeur' })).toEqual(['jb', 'karim'])
    expect(ids({ words: '« R489 3 »' })).toEqual(['karim'])
    expect(ids({ words: 'c++' })).toEqual(['jb'])
  })

  test('M043 every declared filter works, and they add up', () => {
    expect(ids({ skills: ['caces r48'] })).toEqual([])
    expect(ids({ skills: ['CACES R489 3'] })).toEqual(['karim'])
    expect(ids({ minYears: 6 })).toEqual(['anne', 'karim'])
    expect(ids({ minYears: 10 })).toEqual(['anne'])
    expect(ids({ withinDays: 0 })).toEqual(['karim'])
    expect(ids({ withinDays: 30 })).toEqual(['jb', 'anne', 'karim'])
    expect(ids({ place: 'v' })).toEqual(['anne', 'karim'])
    expect(ids({ place: 'v', tags: ['salon'] })).toEqual(['karim'])
    expect(ids({ reviewed: 'yes' })).toEqual(['anne'])
    expect(ids({ reviewed: 'no', place: 'v' })).toEqual(['karim'])
  })

  test('someone whose sealed phone is typed is found beside those the words find', () => {
    expect(ids({ words: '06 12 34 56 78' }, new Set(['none']))).toEqual(['none'])
  })

  test('M044 any column sorts, unknown stays last either way, equals keep the latest first', () => {
    expect(sortRows(rows, 'name', false).map(({ id }) => id)).toEqual(['anne', 'jb', 'karim', 'none'])
    expect(sortRows(rows, 'name', true).map(({ id }) => id)).toEqual(['karim', 'jb', 'anne', 'none'])
    expect(sortRows(rows, 'availability', false).map(({ id }) => id)).toEqual(['karim', 'anne', 'jb', 'none'])
    for (const column of sortColumns) {
      for (const descending of [false, true]) {
        const once = sortRows(rows, column, descending)
        expect(sortRows([...once].reverse(), column, descending)).toEqual(once)
      }
    }
  })

  test('an empty list says which filter to drop and how many would remain', () => {
    const query = { ...emptyQuery, words: 'cariste', minYears: 10 }
    expect(applyQuery(rows, query)).toEqual([])
    expect(filtersToDrop(rows, query)).toEqual([
      { filter: { field: 'words', value: 'cariste' }, left: 1 },
      { filter: { field: 'minYears', value: 10 }, left: 1 },
    ])
  })

  test('a list is an address: reading it back gives the same list, and dropping every filter gives none', () => {
    const word = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 8 })
      .filter((text) => text.trim() !== '' && text.isWellFormed())
    const query: fc.Arbitrary<ListQuery> = fc.record({
      words: fc.oneof(fc.constant(''), word),
      skills: fc.array(word, { maxLength: 3 }),
      minYears: fc.option(fc.integer({ min: 0, max: 60 })),
      withinDays: fc.option(fc.integer({ min: 0, max: 400 })),
      place: fc.oneof(fc.constant(''), word),
      tags: fc.array(word, { maxLength: 2 }),
      reviewed: fc.constantFrom('', 'yes', 'no'),
      sort: fc.constantFrom(...sortColumns),
      descending: fc.boolean(),
    })
    fc.assert(
      fc.property(query, (asked) => {
        expect(addressToQuery(new URLSearchParams(queryToAddress(asked)))).toEqual(asked)
        expect(filtersOf(filtersOf(asked).reduce(dropFilter, asked))).toEqual([])
      }),
    )
    expect(queryToAddress(emptyQuery)).toBe('')
  })

  test('M043 10,000 candidates are searched, filtered and sorted as three are', () => {
    const many = Array.from({ length: 9_999 }, (_, index) => ({ ...rows[index % 3]!, id: String(index) }))
    for (const words of ['soud inox', '']) {
      const asked = { ...emptyQuery, words, sort: 'name', descending: false } as const
      const names = applyQuery(rows.slice(0, 3), asked).map(({ name }) => name)
      expect(applyQuery(many, asked).map(({ name }) => name)).toEqual(
        names.flatMap((name) => Array.from({ length: 3_333 }, () => name)),
      )
    }
  })
})

describe('words of a search', () => {
  test('hits are found where they stand, accents and ligatures or not', () => {
    const text = 'Œuvre de SOUDURE inox 316L, qualité soudure TIG'
    const at = marksIn(text, readSearch('oeuvre soud 316l')).map(({ start, end }) => text.slice(start, end))
    expect(at).toEqual(['Œuvre', 'SOUD', '316L', 'soud'])
    expect(marksIn('Java et JavaScript', readSearch('"java"'))).toEqual([{ start: 0, end: 4 }])
  })

  test('what answers a one-word search has a hit to show', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'É', 'c', '+', '#', ' ', '-', '3', '.'), maxLength: 14 })
    fc.assert(
      fc.property(text, fc.constantFrom('a', 'c++', 'e3', 'c#', '3'), (line, word) => {
        const search = readSearch(word)
        if (answersSearch(toHaystack(line), search)) expect(marksIn(line, search)).not.toEqual([])
      }),
    )
  })

  test('an e-mail or a phone is told from words', () => {
    expect(isReachable('ines@example.org')).toBe('email')
    expect(isReachable('+33 (0)6 12-34-56-78')).toBe('phone')
    expect(isReachable('316L')).toBeNull()
    expect(isReachable('2015')).toBeNull()
  })
})
