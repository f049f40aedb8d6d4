/** Numbers that adverts write in letters, folded: 'trois ans', 'two positions'. */
const numbers: Record<string, number> = {
  un: 1,
  une: 1,
  one: 1,
  deux: 2,
  two: 2,
  trois: 3,
  three: 3,
  quatre: 4,
  four: 4,
  cinq: 5,
  five: 5,
  six: 6,
  sept: 7,
  seven: 7,
  huit: 8,
  eight: 8,
  neuf: 9,
  nine: 9,
  dix: 10,
  ten: 10,
  onze: 11,
  eleven: 11,
  douze: 12,
  twelve: 12,
  quinze: 15,
  fifteen: 15,
  seize: 16,
  sixteen: 16,
  'dix-huit': 18,
  eighteen: 18,
  vingt: 20,
  twenty: 20,
}

/**
 * The words for numbers as the alternatives of a regular expression, longer ones first; `from` leaves out smaller numbers
 * ('un' is an article more often than a number), `to` greater ones.
 */
export const numberWords = (from = 1, to = 20): string =>
  Object.entries(numbers)
    .filter(([, value]) => value >= from && value <= to)
    .map(([word]) => word)
    .toSorted((a, b) => b.length - a.length)
    .join('|')

/** The number that digits or a folded word say; NaN for anything else. */
export const numberSaid = (said: string): number => numbers[said] ?? Number(said)
