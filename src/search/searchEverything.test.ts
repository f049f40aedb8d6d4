import { expect, test } from 'vitest'
import { candidateSchema } from '../model/candidate.ts'
import { offerSchema } from '../model/offer.ts'
import { readSearch } from '../model/searchWords.ts'
import { candidateToSearchable, offerToSearchable, searchAmong } from './searchEverything.ts'

const people = [
  candidateToSearchable(
    'welder',
    1,
    candidateSchema.parse({
      fullName: 'Jean-Baptiste N’Diaye',
      headline: 'Soudeur',
      city: 'Givors',
      experiences: {
        a: { title: 'Tuyauteur', lines: [{ text: 'Soudure TIG sur inox 304L et 316L, qualification 141' }] },
      },
    }),
  ),
  candidateToSearchable(
    'boiler',
    2,
    candidateSchema.parse({
      fullName: 'Marie-Laure Tchoumi',
      headline: 'Chaudronnière',
      summary: [{ text: 'Pointage TIG et meulage' }],
    }),
  ),
  candidateToSearchable('named', 3, candidateSchema.parse({ fullName: 'Tig Givors' })),
]
const search = (words: string) => searchAmong(people, readSearch(words)).map(({ id }) => id)

test('M043 the search over everything reads the lines of CVs and shows the hit under the pen', () => {
  const [first] = searchAmong(people, readSearch('tig 316l'))
  expect(first!.id).toBe('welder')
  expect(first!.marks.map(({ start, end }) => first!.quote.slice(start, end))).toEqual(['TIG', '316L'])
})

test('a name outweighs a line, all words are wanted, either may do when said', () => {
  expect(search('tig')).toEqual(['named', 'boiler', 'welder'])
  expect(search('tig soudeur')).toEqual(['welder'])
  expect(search('soudeur OU chaudronnière')).toHaveLength(2)
  expect(search('')).toEqual([])
})

test('an offer is found by its title, its requirements and its advert', () => {
  const offer = offerToSearchable(
    'o',
    0,
    offerSchema.parse({
      title: 'Soudeur TIG',
      advert: 'Atelier climatisé\nHoraires de jour',
      requirements: { r: { text: 'Licence 141' } },
    }),
  )
  for (const words of ['soudeur', 'licence 141', 'climatise'])
    expect(searchAmong([offer], readSearch(words))).toHaveLength(1)
})
