import { describe, expect, test } from 'vitest'
import { candidateSchema } from '../model/candidate.ts'
import { addressToBoxes, documentAddress } from './documentAddress.ts'
import { elementChange, fieldChanges, storedMonth, storedPhone } from './editCandidate.ts'
import { csvColumns, toCsv, toJsonResume } from './exportCandidates.ts'
import type { StoredCandidate } from './records.ts'

const nora = { by: 'person' as const, person: 'Nora' }
const record = (fields: Record<string, unknown>, about: StoredCandidate['about'] = {}): StoredCandidate => ({
  id: 'c',
  kind: 'candidate',
  fields: candidateSchema.parse(fields),
  about,
  createdAt: 0,
  updatedAt: 0,
})

describe('editing by hand', () => {
  test('M027 only what differs is written, and the person vouches for it', () => {
    const before = record({ headline: 'Soudeur', city: 'Givors', contracts: ['cdi'] })
    expect(fieldChanges(before, { headline: 'Soudeur', city: 'Bron', contracts: ['cdi'] }, nora)).toEqual([
      { path: 'city', value: 'Bron', about: { '': nora } },
    ])
  })

  test('M028 the other parts of a job keep who read them', () => {
    const read = { by: 'reader' as const, confidence: 0.8 }
    const before = record(
      { experiences: { x: { title: 'Cariste', organisation: 'Frimax', order: 0 } } },
      { 'experiences/x/title': read, 'experiences/x/organisation': read },
    )
    const change = elementChange(before, 'experiences', 'x', { title: 'Cariste', organisation: 'Frimax SA' }, nora)
    expect(change).toMatchObject({
      path: 'experiences/x',
      value: { title: 'Cariste', organisation: 'Frimax SA', order: 0 },
      about: { title: read, organisation: nora },
    })
    expect(elementChange(before, 'experiences', 'x', { title: 'Cariste' }, nora)).toBeNull()
  })

  test.each([
    ['06 78 41 22 09', '', '+33678412209'],
    ['+33 (0)6 78 41 22 09', 'FR', '+33678412209'],
    ['06 61 40 22 18', 'MA', '+212661402218'],
    ['0044 20 7946 0000', 'GB', '+442079460000'],
    ['020 7946 0000', 'GB', '02079460000'],
  ])('phone %s in %s is stored as %s', (typed, country, stored) => {
    expect(storedPhone(typed, country)).toBe(stored)
  })

  test.each([
    ['03/2019', '2019-03'],
    ['3-2019', '2019-03'],
    ['2019-3', '2019-03'],
    ['2019', '2019'],
    ['', ''],
    ['13/2019', null],
    ['hier', null],
  ])('month %s is stored as %s', (typed, stored) => {
    expect(storedMonth(typed)).toBe(stored)
  })
})

describe('leaving with the data', () => {
  const heads = Object.fromEntries(csvColumns.map((column) => [column, column])) as Record<
    (typeof csvColumns)[number],
    string
  >

  test('no cell of a table can be run by a spreadsheet', () => {
    const hostile = record({
      fullName: '=HYPERLINK("http://x")',
      headline: '+1',
      email: '@x',
      city: '-2',
      phone: 'a;"b"',
    })
    const [, line] = toCsv([hostile], heads, () => 12).split('\r\n')
    expect(line).toContain(`"'=HYPERLINK(""http://x"")"`)
    for (const cell of [`'+1`, `'@x`, `'-2`, `"a;""b"""`]) expect(line).toContain(cell)
  })

  test('JSON Resume holds what is known and no empty field', () => {
    const resume = toJsonResume(
      record({
        fullName: 'Inès Ferhat',
        experiences: { a: { title: 'Assistante', start: '2020', end: 'present' } },
        languages: { l: { code: 'fr', level: 'C2' } },
      }),
      '2026-11',
    )
    expect(resume).toMatchObject({ basics: { name: 'Inès Ferhat' }, work: [{ position: 'Assistante', startDate: '2020' }], languages: [{ language: 'fr', fluency: 'C2' }] }) // prettier-ignore
    expect(JSON.stringify(resume)).not.toMatch(/""|\[\]|null/)
  })
})

test('a passage of a document has an address, and a wild address lights nothing', () => {
  const boxes = [{ page: 2, x: 0.125, y: 0.5, width: 0.25, height: 0.0125 }]
  const address = documentAddress('c', 'd', boxes)
  const search = new URLSearchParams(address.split('?')[1])
  expect(search.get('document')).toBe('d')
  expect(addressToBoxes(search)).toEqual(boxes)
  expect(addressToBoxes(new URLSearchParams('page=1&boxes=9,9,9,9;a,b;;0.1,0.1,0.1'))).toEqual([])
})
