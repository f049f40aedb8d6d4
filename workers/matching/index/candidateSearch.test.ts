import { beforeAll, describe, expect, it } from 'vitest'
import { type CandidateProfile, emptyProfileFacts, type OfferProfile } from '../../../src/model/match.ts'
import {
  type CandidateFacts,
  emptyCandidateFacts,
  type SearchField,
  type SearchOptions,
  type SearchQuery,
} from '../../../src/model/searchQuery.ts'
import { manyProfiles } from '../../../tests/tools/manyProfiles.ts'
import { readModel } from '../cli/common.ts'
import { createEngine, type MatchingEngine } from '../engine.ts'

const model = readModel()
const options: SearchOptions = { limit: 20, offset: 0, sort: 'relevance', explainTerms: true, today: '2026-06-15' }

function person(
  id: string,
  title: string,
  lines: string[],
  { facts = {}, own = {}, start = '2020-01', organisation = 'Maison Brévent', extra = [] }: { facts?: Partial<CandidateFacts>; own?: Partial<CandidateProfile['facts']>; start?: string; organisation?: string; extra?: CandidateProfile['lines'] } = {}, // prettier-ignore
): { profile: CandidateProfile; facts: CandidateFacts } {
  return {
    profile: {
      id,
      lines: [
        { text: `${title}, ${organisation}`, section: 'experience', entryId: 'j', entry: { title, organisation, start, end: 'present' } }, // prettier-ignore
        ...lines.map((text) => ({ text, section: 'experience' as const, entryId: 'j' })),
        ...extra,
      ],
      facts: { ...emptyProfileFacts(), ...own },
    },
    facts: { ...emptyCandidateFacts(), headline: title, ...facts },
  }
}

const people = [
  person('welder', 'Soudeur TIG', ['Soudage de tuyauteries inox sous argon'], {
    facts: { fullName: 'Gaspard Thévenin', tags: ['à rappeler'], hasEmail: true, source: 'import', lastContactAt: Date.UTC(2026, 4, 10) }, // prettier-ignore
    own: { city: 'Nancy', postalCode: '54000', country: 'FR', contracts: ['cdi'], availableFrom: '2026-07-01' },
    extra: [{ text: 'Anglais : B2', section: 'languages' }],
  }),
  person('nurse', 'Aide-soignante', ['Toilette et confort des résidents'], {
    facts: { fullName: 'Solène Guivarc’h', stages: [{ offerId: 'o1', stage: 'interview' }], isFree: true },
    own: { city: 'Metz', postalCode: '57000', country: 'FR' },
    start: '2024-01',
    organisation: 'EHPAD Les Tilleuls',
  }),
  person('carer', 'Healthcare assistant', ['Personal care of elderly residents'], {
    facts: { fullName: 'Orla Fennimore', noticeDays: 30, source: 'photo', hasPhone: true },
    own: { city: 'Lyon', postalCode: '69003', country: 'FR' },
  }),
  person('waiter', 'Chef de rang', ['Service en salle de trente couverts'], {
    facts: { fullName: 'Ewen Tillac' },
    extra: [
      { text: 'CAP restaurant, Lycée Savoisien', section: 'education', entryId: 'e', entry: { title: 'CAP restaurant', organisation: 'Lycée Savoisien', start: '', end: '2010' } }, // prettier-ignore
      { text: 'Anglais : A2', section: 'languages' },
    ],
  }),
  person('leader', 'Chef de chantier', ['Encadrement de trois maçons, rang de parpaings'], { facts: { fullName: 'Brahim Tazi' } }), // prettier-ignore
]

let engine: MatchingEngine
beforeAll(() => {
  engine = createEngine(model)
  engine.upsert(
    people.map(({ profile }) => profile),
    people.map(({ facts }) => facts),
  )
})

const word = (text: string, prefix = false): SearchQuery => ({ type: 'word', text, prefix })
const field = (one: SearchField): SearchQuery => ({ type: 'field', ...one })
const ids = (query: SearchQuery, more: Partial<SearchOptions> = {}) => engine.searchCandidates(query, { ...options, ...more }).found.map(({ id }) => id) // prettier-ignore
const among = (query: SearchQuery) => ids(query).toSorted()

describe('searching by words', () => {
  it('finds the word, its inflections, its beginning, a slip and the other language, and says which it was', () => {
    const via = (text: string, id: string, prefix = false) =>
      engine.searchCandidates(word(text, prefix), options).found.find((row) => row.id === id)?.terms[0]?.via
    expect(via('soudeur', 'welder')).toBe('word')
    expect(via('soudeuses', 'welder')).toBe('word')
    expect(via('soud', 'welder', true)).toBe('word')
    expect(via('soudeurr', 'welder')).toBe('typo')
    expect(ids(word('welder'))).toContain('welder')
    expect(ids({ type: 'and', of: [word('nursing'), word('assistant')] })).toEqual(expect.arrayContaining(['nurse', 'carer'])) // prettier-ignore
  })

  it('finds people by name, and nobody by what a name happens to mean', () => {
    expect(ids(word('thevenin'))).toEqual(['welder'])
    expect(ids({ type: 'and', of: [word('gaspard'), word('thevenin')] })).toEqual(['welder'])
    expect(ids(word('theven', true))).toEqual(['welder'])
  })

  it('wants all words of an and, any of an or, none of a not', () => {
    expect(ids({ type: 'and', of: [word('chef'), word('chantier')] })).toEqual(['leader'])
    expect(among({ type: 'or', of: [word('chantier'), word('thevenin')] })).toEqual(['leader', 'welder'])
    expect(ids({ type: 'and', of: [word('chef'), { type: 'not', of: word('chantier') }] })).toEqual(['waiter'])
    expect(among({ type: 'all' })).toHaveLength(5)
    expect(ids({ type: 'or', of: [] })).toEqual([])
    expect(among({ type: 'and', of: [] })).toHaveLength(5)
  })

  it('takes a phrase as it stands, small words included', () => {
    expect(ids({ type: 'phrase', text: 'chef de rang' })).toEqual(['waiter'])
    expect(ids({ type: 'phrase', text: 'Ewen Tillac' })).toEqual(['waiter'])
    expect(ids({ type: 'phrase', text: 'rang de chef' })).toEqual([])
  })

  it('quotes the line that answers, verbatim, and marks the words in it', () => {
    const [row] = engine.searchCandidates({ type: 'and', of: [word('soudage'), word('inox')] }, options).found
    expect(row).toMatchObject({ id: 'welder', quote: 'Soudage de tuyauteries inox sous argon', line: 1 })
    expect(row!.marks.map(({ start, end }) => row!.quote.slice(start, end))).toEqual(['Soudage', 'inox'])
    expect(row!.terms.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(row!.lexical)
  })
})

describe('filtering by fields', () => {
  const cases: [string, SearchField, string[]][] = [
    ['a skill', { field: 'skill', text: 'soudage TIG' }, ['welder']],
    ['a title in the other language', { field: 'title', text: 'nursing assistant' }, ['carer', 'nurse']],
    ['a company', { field: 'company', text: 'Tilleuls' }, ['nurse']],
    ['a school', { field: 'school', text: 'savoisien' }, ['waiter']],
    ['years of a trade', { field: 'years', occupation: 'aide-soignante', atLeast: 5 }, ['carer']],
    ['a town and around', { field: 'place', text: 'Nancy', km: 60 }, ['nurse', 'welder']],
    ['a town alone', { field: 'place', text: 'Nancy', km: 0 }, ['welder']],
    ['a start by a day', { field: 'availability', before: '2026-07-20' }, ['carer', 'nurse', 'welder']],
    ['a start at once', { field: 'availability', before: '2026-06-15' }, ['nurse']],
    ['a contract', { field: 'contract', contract: 'cdi' }, ['welder']],
    ['a language', { field: 'language', code: 'en', level: '' }, ['waiter', 'welder']],
    ['a level', { field: 'language', code: 'en', level: 'B2' }, ['welder']],
    ['a tag', { field: 'tag', text: 'A rappeler' }, ['welder']],
    ['a stage', { field: 'stage', stage: 'interview' }, ['nurse']],
    ['a stage of another offer', { field: 'stage', stage: 'interview', offerId: 'o2' }, []],
    ['a contact since', { field: 'lastContact', after: '2026-05-01' }, ['welder']],
    ['nobody contacted', { field: 'lastContact', never: true }, ['carer', 'leader', 'nurse', 'waiter']],
    ['a source', { field: 'source', source: 'photo' }, ['carer']],
    ['an e-mail', { field: 'has', what: 'email' }, ['welder']],
  ]
  it.each(cases)('finds by %s', (_, one, expected) => {
    expect(among(field(one))).toEqual(expected)
    // A count is of today; only a notice moves with the day.
    if (one.field !== 'availability') expect(engine.countMatching(field(one))).toBe(expected.length)
  })
})

describe('the order', () => {
  it('follows alpha between meaning and words, and the columns', () => {
    const query: SearchQuery = { type: 'or', of: [word('chef'), word('soudeur')] }
    const scores = (alpha: number) => engine.searchCandidates(query, { ...options, alpha }).found
    for (const row of scores(0)) expect(row.score).toBeCloseTo(row.lexical)
    for (const row of scores(1)) expect(row.score).toBeCloseTo(row.semantic)
    for (const row of scores(0.75)) expect(row.score).toBeCloseTo(0.75 * row.semantic + 0.25 * row.lexical)
    expect(ids({ type: 'all' }, { sort: 'name' })).toEqual(['leader', 'waiter', 'welder', 'carer', 'nurse'])
    expect(ids({ type: 'all' }, { sort: 'availability' }).slice(0, 2)).toEqual(['nurse', 'welder'])
    expect(ids({ type: 'all' }, { sort: 'lastContact', limit: 1 })).toEqual(['welder'])
  })

  it('gives pages that fit together, whatever the pool was before', () => {
    const pool = createEngine(model)
    const all = [...manyProfiles(150)]
    pool.upsert(all.map(({ profile }) => profile), all.map(({ facts }) => facts)) // prettier-ignore
    pool.upsert(all.slice(20, 60).map(({ profile }) => profile), all.slice(20, 60).map(({ facts }) => facts)) // prettier-ignore
    const fresh = createEngine(model)
    fresh.upsert(all.map(({ profile }) => profile).toReversed(), all.map(({ facts }) => facts).toReversed()) // prettier-ignore
    const query = word('equipe')
    const whole = pool.searchCandidates(query, { ...options, limit: 200 })
    const paged = [0, 20, 40].flatMap((offset) => pool.searchCandidates(query, { ...options, offset }).found)
    expect(paged).toEqual(whole.found.slice(0, 60))
    expect(fresh.searchCandidates(query, { ...options, limit: 200 }).found).toEqual(whole.found)
    expect(whole.total).toBe(pool.countMatching(query))
  })

  it('lists people near in meaning after those found, only when asked', () => {
    const query = word('soudeur')
    expect(ids(query)).toEqual(['welder'])
    const more = engine.searchCandidates(query, { ...options, near: 3 })
    expect(more.total).toBe(1)
    expect(more.found[0]).toMatchObject({ id: 'welder', near: false })
    expect(more.found.slice(1).every(({ near }) => near)).toBe(true)
  })

  it('finds people of a like career', () => {
    expect(engine.moreLikeThis('nurse', 3).found[0]?.id).toBe('carer')
    expect(engine.moreLikeThis('nobody', 3).found).toEqual([])
  })

  it.each([
    ['with the model', model],
    ['without it', null],
  ] as const)('finds offers like one, in either language, %s', (_, own) => {
    // prettier-ignore
    const asks = (id: string, title: string, ...skills: string[]): OfferProfile => ({
      id,
      title,
      text: '',
      requirements: skills.map((text, at) => ({ id: `r${at}`, text, kind: 'skill', need: 'must', weight: 50, years: null })), // prettier-ignore
      facts: { city: '', postalCode: '', country: '', contract: '', workMode: '', startDate: '', salaryMin: null, salaryMax: null, salaryCurrency: '', salaryPeriod: '' }, // prettier-ignore
      weights: {},
    })
    const offers = [
      asks('soudeur', 'Soudeur', 'Soudage TIG', 'Lecture de plans'),
      asks('welder', 'Welder', 'TIG welding', 'Blueprint reading'),
      asks('welder too', 'Welder', 'Forklift driving'),
      asks('comptable', 'Comptable', 'Sage', 'Clôture mensuelle'),
      asks('nurse', 'Registered nurse', 'Patient care'),
    ]
    const searching = createEngine(own)
    searching.upsertOffers(offers, offers.map(() => ({ company: '', status: 'open', createdAt: 0, updatedAt: 0 }))) // prettier-ignore
    const like = (id: string) => searching.moreLikeThis(id, 5, 'offers').found.map((row) => row.id)
    expect(like('soudeur')).toEqual(['welder', 'welder too'])
    expect(like('welder')[0]).toBe('soudeur')
    searching.removeOffers(['welder'])
    expect(like('soudeur')).toEqual(['welder too'])
    expect(like('welder')).toEqual([])
  })
})

describe('searching offers', () => {
  it('finds them by words of either language and by fields', () => {
    const offer = (id: string, title: string, city: string, contract: string, advert: string): OfferProfile => ({
      id,
      title,
      text: advert,
      requirements: [{ id: 'r', text: '3 ans comme ' + title, kind: 'occupation', need: 'must', weight: 50, years: 3 }],
      facts: { city, postalCode: '', country: 'FR', contract, workMode: '', startDate: '', salaryMin: null, salaryMax: null, salaryCurrency: '', salaryPeriod: '' }, // prettier-ignore
      weights: {},
    })
    engine.upsertOffers(
      [offer('a', 'Soudeur', 'Nancy', 'cdi', 'Vous soudez des cuves\nEn équipe de nuit'), offer('b', 'Serveur', 'Lyon', 'cdd', 'Service du soir')], // prettier-ignore
      [{ company: 'Cuves Brévent', status: 'open', createdAt: 0, updatedAt: 0 }, { company: 'Café Tillac', status: 'closed', createdAt: 0, updatedAt: 0 }], // prettier-ignore
    )
    const found = (query: SearchQuery) => engine.searchOffers(query, options).found
    expect(found(word('welder')).map(({ id }) => id)).toEqual(['a'])
    expect(found(word('nuit'))[0]).toMatchObject({ id: 'a', quote: 'En équipe de nuit', line: 1 })
    expect(found(field({ field: 'status', status: 'closed' })).map(({ id }) => id)).toEqual(['b'])
    expect(found(field({ field: 'company', text: 'brevent' })).map(({ id }) => id)).toEqual(['a'])
    expect(found(field({ field: 'contract', contract: 'cdd' })).map(({ id }) => id)).toEqual(['b'])
    expect(found(field({ field: 'years', occupation: '', atLeast: 2 }))).toEqual([])
    expect(engine.countMatching({ type: 'all' }, 'offers')).toBe(2)
    engine.removeOffers(['a'])
    expect(engine.countMatching({ type: 'all' }, 'offers')).toBe(1)
  })
})
