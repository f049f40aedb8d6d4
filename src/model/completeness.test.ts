import fc from 'fast-check'
import { expect, test } from 'vitest'
import { candidateSchema, emptyCandidate } from './candidate.ts'
import { completenessOf } from './completeness.ts'

test('T038 nothing is 0 %, everything is 100 % and no more', () => {
  expect(completenessOf(emptyCandidate(), false).percent).toBe(0)
  const links = [
    'linkedin.com/in/x',
    'github.com/x',
    'https://x.com/x',
    'www.instagram.com/x',
    'facebook.com/x',
    'malt.fr/x',
    'portfolio.example.org',
  ]
  const whole = candidateSchema.parse({
    fullName: 'Inès Ferhat',
    email: 'i@example.org',
    phone: '+33600000000',
    birthDate: '1990-01-01',
    country: 'FR',
    city: 'Lyon',
    photoId: 'p',
    links,
    summary: [{ text: 'Assistante' }],
    skills: { a: { name: 'Paie' } },
  })
  const { percent, parts } = completenessOf(whole, true)
  expect(percent).toBe(100)
  expect(parts.reduce((sum, { points }) => sum + points, 0)).toBe(110)
})

test('T038 without photo and birth date, which the law leaves optional, a profile can still reach 95 %', () => {
  const fields = {
    fullName: 'A',
    email: 'a@b.c',
    phone: '1',
    country: 'FR',
    city: 'Lyon',
    summary: [{ text: 'x' }],
    skills: { a: { name: 'x' } },
  }
  const links = ['linkedin.com/in/x', 'github.com/x', 'x.com/x', 'xing.com/x', 'behance.net/x', 'example.org']
  expect(completenessOf(candidateSchema.parse({ ...fields, links }), true).percent).toBe(95)
})

test('T038 the percentage is what its parts come to', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('linkedin.com/in/a', 'a.example', 'mailto:a@b.c', 'n’importe')),
      fc.boolean(),
      (links, hasCv) => {
        const { percent, parts } = completenessOf(candidateSchema.parse({ links }), hasCv)
        expect(percent).toBe(
          Math.min(
            100,
            parts.reduce((sum, { points }) => sum + points, 0),
          ),
        )
        for (const { points, of } of parts) expect(points).toBeLessThanOrEqual(of)
      },
    ),
  )
})
