import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareIdentities, compareNames, type Identity } from './duplicates.ts'
import { nameKeys } from './lookup.ts'

const givenNames = ['Zofia', 'Mohamed', 'Anne-Gaëlle', 'Jean-Baptiste', 'Thi Minh', 'J.', 'Éloïse', 'Oğuz']
const surnames = ['Wiśniewska', 'El Amrani', 'Quéméneur-Le Floc’h', 'N’Diaye', 'Nguyen', 'Petit', 'd’Hautefeuille', '']
const name = fc
  .tuple(fc.constantFrom(...givenNames), fc.constantFrom(...surnames))
  .map((parts) => parts.join(' ').trim())
const identity: fc.Arbitrary<Identity> = fc.record({
  fullName: fc.oneof(name, fc.constant(''), fc.string({ maxLength: 12 })),
  email: fc.constantFrom('', 'z.w@example.org', 'Z.W+cv@example.org', 'autre@example.org'),
  phone: fc.constantFrom('', '+33749118036', '07 49 11 80 36', '+212661402218'),
})

describe('likeness of two persons', () => {
  test('M032 is symmetric and stays in [0,1]', () => {
    fc.assert(
      fc.property(identity, identity, (a, b) => {
        const one = compareIdentities(a, b)
        expect(compareIdentities(b, a)).toEqual(one)
        expect(one.likeness).toBeGreaterThanOrEqual(0)
        expect(one.likeness).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('nobody is more like a person than the person', () => {
    fc.assert(
      fc.property(identity, identity, (a, b) => {
        expect(compareIdentities(a, b).likeness).toBeLessThanOrEqual(compareIdentities(a, a).likeness)
      }),
    )
    const whole = { fullName: 'Zofia Wiśniewska', email: 'z.w@example.org', phone: '' }
    expect(compareIdentities(whole, whole)).toEqual({ likeness: 1, reasons: ['email', 'name'] })
  })

  test('the order of the words of a name does not matter', () => {
    fc.assert(
      fc.property(name, name, (a, b) => {
        const turned = b.split(' ').reverse().join(' ')
        expect(compareNames(a, turned)).toBeCloseTo(compareNames(a, b), 12)
      }),
    )
  })

  test.each([
    ['Zofia Wiśniewska', 'WISNIEWSKA Zofia'],
    ['Mohamed El Amrani', 'Mohammed Amrani'],
    ['Anne-Gaëlle Quéméneur-Le Floc’h', 'Anne Gaelle QUEMENEUR'],
    ['Jean-Baptiste N’Diaye', 'Jean Baptiste Ndiaye'],
    ['Thi Minh Châu Nguyen', 'Nguyen Chau'],
    ['J. Petit-Lagrange', 'Julie Petit-Lagrange'],
    ['Nadège Rouvière', 'Nadege Rouviére'],
    ['Youssef Benkirane', 'Yousef Benkiran'],
  ])('%s and %s are close, and blocking brings them together', (a, b) => {
    expect(
      compareIdentities({ fullName: a, email: '', phone: '' }, { fullName: b, email: '', phone: '' }).reasons,
    ).toEqual(['name'])
    expect(nameKeys(a).filter((key) => nameKeys(b).includes(key))).not.toEqual([])
  })

  test.each([
    ['Zofia Wiśniewska', 'Anna Wiśniewska'],
    ['Jean Martin', 'Martin'],
    ['Mohamed Amrani', 'Mohamed Berrada'],
    ['Julie Petit', 'Julien Petitjean'],
  ])('%s and %s are not', (a, b) => {
    expect(
      compareIdentities({ fullName: a, email: '', phone: '' }, { fullName: b, email: '', phone: '' }).reasons,
    ).toEqual([])
  })

  test('a shared phone under another name is likely a household, and says less than with the same name', () => {
    const one = { fullName: 'Zofia Wiśniewska', email: 'z@example.org', phone: '+33749118036' }
    const partner = compareIdentities(one, { fullName: 'Marc Delorme', email: 'm@example.org', phone: '0749118036' })
    const same = compareIdentities(one, { fullName: 'Zofia WISNIEWSKA', email: 'zw@example.org', phone: '0749118036' })
    expect(partner.reasons).toEqual(['phone'])
    expect(partner.likeness).toBeLessThan(0.5)
    expect(same.likeness).toBeGreaterThan(0.85)
  })
})
