import { expect, test } from 'vitest'
import { specialityOf } from './speciality.ts'

test.each([
  ['Master 2 en droit des affaires', 'droit des affaires'],
  ['BTS Comptabilité et gestion', 'Comptabilité et gestion'],
  ['Bac pro MELEC', 'MELEC'],
  ['CAP Cuisine', 'Cuisine'],
  ['Licence professionnelle, mention Métiers du BTP', 'Métiers du BTP'],
  ['BSc (Hons) in Computer Science', 'Computer Science'],
  ['Bachelor of Arts, History', 'History'],
  ['Diplôme d’État d’infirmier', 'infirmier'],
  ['Doctorat', ''],
  ['Formation interne à la vente', ''],
])('M030 %s was studied in "%s"', (title, speciality) => {
  expect(specialityOf(title)).toBe(speciality)
})
