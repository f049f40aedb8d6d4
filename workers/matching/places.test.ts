import { describe, expect, it } from 'vitest'
import { countryOfTown, distance, nameKey } from './places.ts'

const at = (city: string, postalCode = '', country = '') => ({ city, postalCode, country })

describe('where towns lie', () => {
  it('compares names without accents, arrondissements, codes and CEDEX', () => {
    for (const name of ['Lyon 3e', 'LYON 03', 'Lyon 69003', 'Lyon Cedex 07', 'Lyon (69)'])
      expect(nameKey(name)).toBe('lyon')
    expect(nameKey('St-Étienne')).toBe(nameKey('Saint Etienne'))
  })

  it('measures by the town, else by the department of the code', () => {
    expect(distance(at('Bron'), at('Villeurbanne'))).toBeLessThan(10)
    expect(distance(at('Lyon'), at('Marseille'))).toBeGreaterThan(250)
    expect(distance(at('Manchester'), at('Salford'))).toBeLessThan(10)
    expect(distance(at('La Flèche'), at('Le Mans'))).toBeLessThan(50)
    expect(distance(at('', '69400'), at('Lyon'))).toBeLessThan(60)
    expect(distance(at('Nulle-Part'), at('Lyon'))).toBeNull()
  })

  it('is 0 within one town the table does not know, and no two towns of a name are one', () => {
    expect(distance(at('Trifouilly-les-Oies', '21999'), at('TRIFOUILLY LES OIES'))).toBe(0)
    expect(distance(at('Newport', '', 'GB'), at('Newport', '', 'US'))).toBeNull()
    expect(distance(at('Saint-Denis', '93200'), at('Saint-Denis', '97400'))).toBeGreaterThan(5000)
  })

  it('tells the country of a town', () => {
    expect([countryOfTown('Tanger'), countryOfTown('Liège'), countryOfTown('Leeds'), countryOfTown('Xyz')]).toEqual([
      'MA',
      'BE',
      'GB',
      null,
    ])
  })
})
