import { expect, test } from 'vitest'
import type { SeenWord } from '../environment.ts'
import { repairWords } from './repairWords.ts'

/** A page with a name on top and one row of words below it, so far apart as words of one row are. */
function page(name: string, row: string): SeenWord[] {
  const lay = (text: string, line: number, size: number): SeenWord[] => {
    let x = 100
    return text.split(' ').map((word) => {
      const x0 = x
      x += word.length * 0.5 * size + 0.3 * size
      const y = line * 100
      return { text: word, certainty: 0.9, x0, x1: x - 0.3 * size, y0: y - size, y1: y, baseline: y, size, line }
    })
  }
  return [...lay(name, 1, 60), ...lay(row, 2, 24), ...lay('Compétences en fin de page', 12, 24)]
}
const read = (name: string, row: string) =>
  repairWords(page(name, row))
    .filter(({ line }) => line === 2)
    .map(({ text }) => text)
    .join(' ')

test.each([
  ['solene.quiniou@gmail.corn', 'solene.quiniou@gmail.com'],
  ['solene.quiniou@gmailcom', 'solene.quiniou@gmail.com'],
  ['solene.quiniou@qrange.example,fr', 'solene.quiniou@qrange.example.fr'],
  ['solene.quiniou@exemple.couk', 'solene.quiniou@exemple.co.uk'],
  ['solene.quiniou@hotrnail.com', 'solene.quiniou@hotmail.com'],
  ['so|ene.quiniou©free.fr', 'solene.quiniou@free.fr'],
  ['solene.quinlou@free.fr', 'solene.quiniou@free.fr'],
  ['solene.quiniou @free.fr', 'solene.quiniou@free.fr'],
  ['solene quiniou@free.fr', 'solene.quiniou@free.fr'],
  ['solene.quiniou@free fr', 'solene.quiniou@free.fr'],
  ['linkedin.comvin/solene-quiniou', 'linkedin.com/in/solene-quiniou'],
  ['solene.quiniou@free.comr', 'solene.quiniou@free.com'],
  ['fr.linkedin com/in/solene-quiniou', 'fr.linkedin.com/in/solene-quiniou'],
  ['+32 470 OO 12 34', '+32 470 00 12 34'],
  ['Infirmiére de systémes OUVRIÉRE', 'Infirmière de systèmes OUVRIÈRE'],
  ['O6.39.98.l2.04', '06.39.98.12.04'],
  ['+336399B1204', '+33639981204'],
])('%s is %s', (seen, right) => {
  expect(read('Solène Quiniou', seen)).toBe(right)
})

test.each([
  'solene.q@exemple.fr',
  'quiniou.s@entreprise.io',
  'contact@exemple.fr 06 39 98 12 04',
  'Bac+5 S3NS B2B O365 2018-2021',
  'Rue de la Paix 75001 Paris',
  'linkedin.com/in/solene-quiniou',
  'un prix de 20@12 euros',
  'secrétaire générale diplômée, cédée en été',
])('%s stays as it is', (seen) => {
  expect(read('Solène Quiniou', seen)).toBe(seen)
})

test('joined words keep their place on the page, and the lesser certainty', () => {
  const words = page('Solène Quiniou', 'solene.quiniou @free.fr')
  words[2]!.certainty = 0.6
  const whole = repairWords(words).find(({ text }) => text.includes('@'))!
  expect(whole.x0).toBe(words[2]!.x0)
  expect(whole.x1).toBe(words[3]!.x1)
  expect(whole.certainty).toBe(0.6)
})
