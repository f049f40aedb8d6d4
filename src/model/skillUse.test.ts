import { expect, test } from 'vitest'
import { emptyCandidate, type Experience } from './candidate.ts'
import { skillUse } from './skillUse.ts'

const job = (title: string, start: string, end: string, ...lines: string[]): Experience => ({
  title,
  organisation: '',
  place: '',
  start,
  end,
  lines: lines.map((text) => ({ text })),
  order: 0,
})
const career = (experiences: Record<string, Experience>) => ({ ...emptyCandidate(), experiences })

test('M029 years and last use of a skill follow from the dated jobs that name it, overlaps counted once', () => {
  const candidate = career({
    a: job('Développeur', '2018-01', '2019-12', 'API en Java, Spring'),
    b: job('Développeuse Java', '2019-07', '2020-12'),
    c: job('Chef de projet', '2021-01', 'present', 'Suivi des équipes'),
  })
  expect(skillUse('Java', candidate, '2026-01')).toEqual({ months: 36, lastUsed: '2020-12', jobs: ['a', 'b'] })
  expect(skillUse('java', candidate, '2026-01')?.months).toBe(36)
})

test('a skill still in use was last used now; one that no dated job names has no years', () => {
  const candidate = career({ a: job('Soudeur TIG', '2024-01', 'present'), b: job('Tourneur', '', '', 'Fraisage') })
  expect(skillUse('TIG', candidate, '2025-12')).toMatchObject({ months: 24, lastUsed: 'present' })
  expect(skillUse('Fraisage', candidate, '2025-12')).toBeNull()
  expect(skillUse('', candidate, '2025-12')).toBeNull()
})

test('a name inside another word is not the skill', () => {
  const candidate = career({ a: job('Développeur', '2018', '2019', 'JavaScript, C++, .NET.') })
  expect(skillUse('Java', candidate, '2026-01')).toBeNull()
  expect(skillUse('C', candidate, '2026-01')).toBeNull()
  expect(skillUse('C++', candidate, '2026-01')?.months).toBe(24)
  expect(skillUse('.NET', candidate, '2026-01')?.months).toBe(24)
})
