import { expect, test } from 'vitest'
import { skillRating } from './skillRating.ts'

test.each([
  ['Photoshop ★★★★☆', 'Photoshop', 4, null],
  ['SQL ●●○○○', 'SQL', 2, null],
  ['Excel 80 %', 'Excel', 4, null],
  ['Python 9/10', 'Python', 5, null],
  ['Java (5 ans)', 'Java', null, 5],
  ['Kotlin – 3 years, advanced', 'Kotlin', 4, 3],
  ['Sage : notions', 'Sage', 2, null],
  ['Word (débutant)', 'Word', 1, null],
  ['SolidWorks - expert', 'SolidWorks', 5, null],
  ['Bases de données', 'Bases de données', null, null],
  ['● Cuisson', 'Cuisson', null, null],
  ['Soudage TIG', 'Soudage TIG', null, null],
  ['Norme ISO 9001', 'Norme ISO 9001', null, null],
])('M029 %s is rated by what the CV itself says', (text, name, level, years) => {
  expect(skillRating(text, name)).toEqual({ level, years })
})
