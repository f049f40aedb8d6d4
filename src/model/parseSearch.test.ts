import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stages } from './application.ts'
import { contractKinds, languageLevels } from './candidate.ts'
import { formatSearch } from './formatSearch.ts'
import { parseSearch } from './parseSearch.ts'
import type { SearchLanguage } from './searchNames.ts'
import { searchHaves, type SearchQuery, searchSources } from './searchQuery.ts'
import { allOf, anyOf, notOf } from './searchTree.ts'

const today = '2026-11-21'
const read = (text: string, language: SearchLanguage = 'fr') => parseSearch(text, language, { today })
const query = (text: string, language: SearchLanguage = 'fr') => read(text, language).query
const word = (text: string): SearchQuery => ({ type: 'word', text })

describe('the language of the search box', () => {
  test('M043 words are all wanted, quotes hold together, OR takes either, NOT and - refuse, brackets group', () => {
    expect(query('soudeur Lyon')).toEqual({ type: 'and', of: [word('soudeur'), word('Lyon')] })
    expect(query('« chef de rang »')).toEqual({ type: 'phrase', text: 'chef de rang' })
    expect(query('soudeur 316L OU TIG')).toEqual({
      type: 'and',
      of: [word('soudeur'), { type: 'or', of: [word('316L'), word('TIG')] }],
    })
    const grouped = {
      type: 'and',
      of: [
        { type: 'or', of: [word('cariste'), word('magasinier')] },
        { type: 'not', of: word('nuit') },
      ],
    }
    for (const typed of [
      '(cariste OU magasinier) SAUF nuit',
      '(cariste OR magasinier) NOT nuit',
      'cariste|magasinier -nuit',
      '(cariste ou magasinier) ET SAUF nuit',
      '((cariste | magasinier)) AND NOT (nuit)',
    ])
      expect(query(typed), typed).toEqual(grouped)
    expect(query('soudeur ET TIG OU cariste')).toEqual({
      type: 'or',
      of: [{ type: 'and', of: [word('soudeur'), word('TIG')] }, word('cariste')],
    })
    expect(query('aide-soignante')).toEqual(word('aide-soignante'))
    expect(query('C++, .net et C#')).toEqual(allOf([word('C++'), word('.net'), word('C#')]))
  })

  test('M043 filters are read in French and in English alike', () => {
    const alike: [string, string, SearchQuery][] = [
      ['compétence:TIG', 'skill:TIG', { type: 'field', field: 'skill', text: 'TIG' }],
      ['Titre : "chef de rang"', 'title:"chef de rang"', { type: 'field', field: 'title', text: 'chef de rang' }],
      ['entreprise:Valdorine', 'company: Valdorine', { type: 'field', field: 'company', text: 'Valdorine' }],
      ['école:Centrale', 'school:Centrale', { type: 'field', field: 'school', text: 'Centrale' }],
      ['années:>=5', 'years: >= 5', { type: 'field', field: 'years', occupation: '', atLeast: 5 }],
      ['ans:cariste>=2', 'years:cariste >= 2', { type: 'field', field: 'years', occupation: 'cariste', atLeast: 2 }],
      ['lieu:Lyon+30km', 'place:Lyon + 30 km', { type: 'field', field: 'place', text: 'Lyon', km: 30 }],
      ['lieu:"Aix en Provence"+5', 'place:"Aix en Provence +5km"', { type: 'field', field: 'place', text: 'Aix en Provence', km: 5 }], // prettier-ignore
      ['dispo:maintenant', 'available:now', { type: 'field', field: 'availability', before: today }],
      ['dispo:<30j', 'available:30d', { type: 'field', field: 'availability', before: '2026-12-21' }],
      ['dispo:2027-01', 'available:01/2027', { type: 'field', field: 'availability', before: '2027-01-31' }],
      ['contrat:intérim', 'contract:temp', { type: 'field', field: 'contract', contract: 'interim' }],
      ['langue:anglais>=B2', 'language:English >= B2', { type: 'field', field: 'language', code: 'en', level: 'B2' }],
      ['langue:arabe', 'language:ar', { type: 'field', field: 'language', code: 'ar', level: '' }],
      ['étiquette:salon', 'tag:salon', { type: 'field', field: 'tag', text: 'salon' }],
      ['étape:entretien', 'stage:interview', { type: 'field', field: 'stage', stage: 'interview' }],
      ['contact:<2026-01', 'contacted:<2026-01', { type: 'field', field: 'lastContact', before: '2026-01-01' }],
      ['contact:>90j', 'contacted:>90d', { type: 'field', field: 'lastContact', before: '2026-08-23' }],
      ['contact:jamais', 'contacted:never', { type: 'field', field: 'lastContact', never: true }],
      ['source:photo', 'origin:photo', { type: 'field', field: 'source', source: 'photo' }],
      ['a:cv', 'has:cv', { type: 'field', field: 'has', what: 'cv' }],
      ['avec:téléphone', 'has:phone', { type: 'field', field: 'has', what: 'phone' }],
      ['statut:ouverte', 'status:open', { type: 'field', field: 'status', status: 'open' }],
    ]
    for (const [french, english, asked] of alike) {
      expect(read(french, 'fr'), french).toMatchObject({ query: asked, diagnostics: [] })
      expect(read(english, 'en'), english).toMatchObject({ query: asked, diagnostics: [] })
      expect(query(french, 'en'), french).toEqual(asked)
    }
    expect(query('années:<3')).toEqual(notOf({ type: 'field', field: 'years', occupation: '', atLeast: 3 }))
    expect(query('compétence:(TIG OU "soudure MIG")')).toEqual({
      type: 'or',
      of: [
        { type: 'field', field: 'skill', text: 'TIG' },
        { type: 'field', field: 'skill', text: 'soudure MIG' },
      ],
    })
  })

  test('M043 a half-typed query still searches, and what is not understood is said with what could be meant', () => {
    expect(read('soudeur OU')).toMatchObject({ query: word('soudeur'), diagnostics: [] })
    expect(read('soudeur (TIG')).toMatchObject({ query: allOf([word('soudeur'), word('TIG')]), diagnostics: [] })
    expect(read('"chef de')).toMatchObject({ query: { type: 'phrase', text: 'chef de' }, diagnostics: [] })
    expect(read('soudeur lieu:')).toMatchObject({ query: word('soudeur'), diagnostics: [{ type: 'noValue', field: 'place' }] }) // prettier-ignore
    expect(read('cariste compétance:reach')).toMatchObject({
      query: allOf([word('cariste'), word('reach')]),
      diagnostics: [{ type: 'unknownField', text: 'compétance', replacement: 'compétence:' }],
    })
    expect(read('cariste contrat:interrim')).toMatchObject({
      query: word('cariste'),
      diagnostics: [{ type: 'badValue', replacement: 'contrat:intérim' }],
    })
    expect(read('langue:angl', 'fr').diagnostics[0]).toMatchObject({ replacement: 'langue:anglais' })
    expect(read('soudeur) TIG').diagnostics).toMatchObject([{ type: 'stray', start: 7, end: 8 }])
    expect(read('https://exemple.fr').query).toEqual(word('https://exemple.fr'))
    expect(parseSearch('cariste mag', 'fr', { today, typing: true }).query).toEqual(
      allOf([word('cariste'), { type: 'word', text: 'mag', prefix: true }]),
    )
    expect(parseSearch('cariste ', 'fr', { today, typing: true }).query).toEqual(word('cariste'))
  })

  test('each part tells where it stands, so that its chip can be taken out of the text', () => {
    const text = '  soudeur  lieu:Lyon +30km (TIG OU MIG) -"nuit"'
    expect(read(text).parts.map(({ start, end }) => text.slice(start, end))).toEqual([
      'soudeur',
      'lieu:Lyon +30km',
      '(TIG OU MIG)',
      '-"nuit"',
    ])
  })
})

const plainWord = fc
  .stringMatching(/^[a-zéèàçA-Z0-9][a-zéèà0-9'+#.-]{0,7}[a-z0-9+#]$/u)
  .filter((text) => query(text).type === 'word' && text === (query(text) as { text: string }).text)
const phraseText = fc
  .array(fc.stringMatching(/^[a-zéA-Z0-9()|:,<>=+-]{0,5}[a-z0-9]$/u), { minLength: 1, maxLength: 3 })
  .map((list) => list.join(' '))
const fieldText = phraseText.map((text) => text.replace(/^[<>=]+/, ''))
const day = fc.integer({ min: 0, max: 20_000 }).map((at) => new Date(at * 86_400_000).toISOString().slice(0, 10))
const field: fc.Arbitrary<SearchQuery> = fc.oneof(
  fc.record({ type: fc.constant('field' as const), field: fc.constantFrom('skill', 'title', 'company', 'school', 'tag'), text: fieldText }), // prettier-ignore
  fc.record({ type: fc.constant('field' as const), field: fc.constant('years' as const), occupation: fc.oneof(fc.constant(''), fieldText), atLeast: fc.integer({ min: 0, max: 60 }) }), // prettier-ignore
  fc.record({ type: fc.constant('field' as const), field: fc.constant('place' as const), text: fieldText, km: fc.integer({ min: 0, max: 500 }) }), // prettier-ignore
  fc.record({ type: fc.constant('field' as const), field: fc.constant('availability' as const), before: day }),
  fc.record({ type: fc.constant('field' as const), field: fc.constant('contract' as const), contract: fc.constantFrom(...contractKinds) }), // prettier-ignore
  fc.record({ type: fc.constant('field' as const), field: fc.constant('language' as const), code: fc.constantFrom('fr', 'en', 'ar', 'wo'), level: fc.constantFrom('' as const, ...languageLevels) }), // prettier-ignore
  fc.record({ type: fc.constant('field' as const), field: fc.constant('stage' as const), stage: fc.constantFrom(...stages) }), // prettier-ignore
  fc.record({ type: fc.constant('field' as const), field: fc.constant('stage' as const), stage: fc.constantFrom(...stages), offerId: fc.uuid() }), // prettier-ignore
  fc.record({ type: fc.constant('field' as const), field: fc.constant('lastContact' as const), before: day }),
  fc.record({ type: fc.constant('field' as const), field: fc.constant('lastContact' as const), after: day }),
  fc.record({ type: fc.constant('field' as const), field: fc.constant('lastContact' as const), before: day, after: day }), // prettier-ignore
  fc.constant({ type: 'field' as const, field: 'lastContact' as const, never: true }),
  fc.record({ type: fc.constant('field' as const), field: fc.constant('source' as const), source: fc.constantFrom(...searchSources) }), // prettier-ignore
  fc.record({ type: fc.constant('field' as const), field: fc.constant('has' as const), what: fc.constantFrom(...searchHaves) }), // prettier-ignore
  fc.record({ type: fc.constant('field' as const), field: fc.constant('status' as const), status: fc.constantFrom('draft' as const, 'open' as const, 'closed' as const) }), // prettier-ignore
) as fc.Arbitrary<SearchQuery>
const tree: fc.Arbitrary<SearchQuery> = fc.letrec<{ node: SearchQuery }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'query' },
    plainWord.map((text): SearchQuery => ({ type: 'word', text })),
    plainWord.map((text): SearchQuery => ({ type: 'word', text, prefix: true })),
    phraseText.map((text): SearchQuery => ({ type: 'phrase', text })),
    field,
    fc.array(tie('node'), { maxLength: 4, depthIdentifier: 'query' }).map(allOf),
    fc.array(tie('node'), { minLength: 1, maxLength: 4, depthIdentifier: 'query' }).map(anyOf),
    tie('node').map(notOf),
  ),
})).node

describe('reading and writing', () => {
  test('M043 what is written for a query asks the same when it is read, in both languages', () => {
    fc.assert(
      fc.property(tree, fc.constantFrom('fr' as const, 'en' as const), (asked, language) => {
        const written = formatSearch(asked, language)
        expect(query(written, language), written).toEqual(asked)
      }),
      { numRuns: 500 },
    )
  })

  const pieces = fc.constantFrom(
    '(', ')', '"', '«', '»', '|', '-', ' ', '  ', ':', 'OU', 'AND', 'sauf', 'et', 'lieu:', 'compétence:', 'années:',
    'contact:', 'langue:', '>=', '<', '+30km', '+', '5', 'Lyon', 'a', 'anglais', 'B2', 'titre :', 'foo:', '*', ',', '.',
    '2026-01', 'compétance:', '@', 'é', '😀', '\u00A0', '\n',
  ) // prettier-ignore
  test('M043 any text is read without failing, and reading what was understood changes nothing', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(pieces, { maxLength: 14 }).map((list) => list.join('')),
        ),
        fc.boolean(),
        (text, typing) => {
          const { query: asked, parts, diagnostics } = parseSearch(text, 'fr', { today, typing })
          expect(query(formatSearch(asked, 'fr'))).toEqual(asked)
          for (const { start, end } of [...parts, ...diagnostics]) {
            expect(start).toBeGreaterThanOrEqual(0)
            expect(end).toBeGreaterThan(start)
            expect(end).toBeLessThanOrEqual(text.length)
          }
        },
      ),
      { numRuns: 1000 },
    )
  })

  test('a wall of brackets, dashes or words ends soon and breaks nothing', () => {
    for (const piece of ['(', '-', 'lieu:(', 'NOT ', 'a OU ', '"', 'compétance:', '- '])
      expect(() => read(piece.repeat(20_000))).not.toThrow()
  })
})
