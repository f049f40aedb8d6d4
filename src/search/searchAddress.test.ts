import { expect, test } from 'vitest'
import { addFilter, cutPart, readAddress, readSearchOf, replacePart, writeAddress } from './searchAddress.ts'

const today = '2026-11-21'

test('M044 the address keeps a search whole: words, filters, order, and nothing when nothing is asked', () => {
  const search = {
    words: '(cariste OU magasinier) "2×8"',
    filters: 'lieu:Lyon+30km contrat:intérim',
    among: 'offers' as const,
    sort: 'lastContact' as const,
    alpha: 0.4,
    expert: true,
    like: '',
  }
  const address = writeAddress(search)
  expect(readAddress(address.split('?')[1]!)).toEqual(search)
  expect(writeAddress(readAddress(''))).toBe('/recherche')
  expect(readAddress('tri=rien&sens=900&dans=lune')).toEqual(readAddress(''))
})

test('M043 what is typed and what is chosen are wanted together; a chip is taken out of its own half', () => {
  const { query, typed, chosen } = readSearchOf(
    { words: 'soudeur lieu:Givors', filters: 'contrat:cdi a:cv' },
    'fr',
    today,
  )
  expect(query).toMatchObject({ type: 'and', of: [{ text: 'soudeur' }, { field: 'place' }, { field: 'contract' }, { field: 'has' }] }) // prettier-ignore
  expect(cutPart('soudeur lieu:Givors', typed.parts[1]!)).toBe('soudeur')
  expect(cutPart('contrat:cdi a:cv', chosen.parts[0]!)).toBe('a:cv')
  expect(replacePart('compétance:TIG Lyon', { start: 0, end: 11 }, 'compétence:')).toBe('compétence:TIG Lyon')
})

test('a filter chosen twice stands once, in whatever language it was chosen first', () => {
  const once = addFilter('', 'contrat:cdi', 'fr', today)
  expect(addFilter(once, 'contract:permanent', 'en', today)).toBe('contrat:cdi')
  expect(addFilter(once, 'contrat:cdd', 'fr', today)).toBe('contrat:cdi contrat:cdd')
})
