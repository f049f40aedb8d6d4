import {
  formatDay,
  formatMonths,
  formatNumber,
  formatPercent,
  formatRelativeDay,
  plural,
  type Locale,
} from '../kit/format.ts'
import type { Availability } from '../model/availability.ts'
import type { Candidate, ContractKind, SalaryPeriod } from '../model/candidate.ts'
import type { Likeness } from '../model/duplicates.ts'
import { currentLanguage, useLanguage, useText } from '../ui/language.ts'
import { reasonsInWords } from './sharedWords.ts'
import { text } from './text.ts'

/** The room's words in the current language, and the figures worded by it. */
export function useWords() {
  const language = useLanguage()
  const t = useText(text)
  return { language, t, ...wordings(language, t) }
}

/** The same outside React. */
export function currentWords() {
  const language = currentLanguage()
  return { language, t: text[language], ...wordings(language, text[language]) }
}

function wordings(language: Locale, t: (typeof text)[Locale]) {
  const count = (n: number) => formatNumber(language, n)
  const days = (n: number) => `${count(n)}\u00A0${plural(language, n, t.dayForms)}`
  return {
    count,
    /** '3 candidats'. */
    persons: (n: number) => `${count(n)} ${plural(language, n, t.personForms)}`,
    /** '2 doutes'. */
    doubts: (n: number) => `${count(n)} ${plural(language, n, t.doubtForms)}`,
    days,
    /** 'Sûrement la même personne : même téléphone, même nom.' */
    resemblance: (alike: Pick<Likeness, 'class' | 'reasons'>) =>
      t.merge.resemblance(t.merge.classes[alike.class], reasonsInWords(alike.reasons, language)),
    /** 'hier', '3 nov. 2026'. */
    ago: (moment: number) => formatRelativeDay(language, moment, Date.now()),
    percent: (share: number) => formatPercent(language, share),
    /** '6 ans', '5 mois', or unknown. */
    experience: (months: number | null) => (months === null ? t.unknownMasculine : formatMonths(language, months)),
    /** '13 ans et 11 mois': for the profile, where months count. */
    duration: (months: number) => {
      const rest = months % 12
      if (months < 12 || rest === 0) return formatMonths(language, months)
      return t.and(formatMonths(language, months - rest), formatMonths(language, rest))
    },
    /** 'Immédiate', '15 déc. 2026', 'Préavis 2 mois', 'inconnue'. */
    availability: (availability: Availability) => {
      switch (availability.kind) {
        case 'now':
          return t.availableNow
        case 'date':
          return formatDay(language, availability.date)
        case 'notice':
          return availability.assumed ? days(availability.days) : t.notice(noticeLength(availability.days))
        case 'unknown':
          return t.unknownFeminine
      }
    },
    /** '14, rue des Charpennes, 69100 Villeurbanne'. */
    place: ({ postalCode, city, country }: Pick<Candidate, 'postalCode' | 'city' | 'country'>) =>
      [[postalCode, city].filter(Boolean).join(' '), country === '' || country === 'FR' ? '' : countryName(country)]
        .filter(Boolean)
        .join(', '),
    country: countryName,
    contract: (kind: ContractKind) => t.contracts[kind],
    salary: ({
      salaryMin,
      salaryMax,
      salaryCurrency,
      salaryPeriod,
    }: Pick<Candidate, 'salaryMin' | 'salaryMax' | 'salaryCurrency' | 'salaryPeriod'>) => {
      const [low, high] = [salaryMin ?? salaryMax, salaryMax]
      if (low === null) return ''
      const money = (amount: number) =>
        formatNumber(language, amount, Number.isInteger(amount) ? 0 : 2) + `\u00A0${currencySign(salaryCurrency)}`
      const range =
        high !== null && high !== low
          ? t.range(formatNumber(language, low, Number.isInteger(low) ? 0 : 2), money(high))
          : money(low)
      return salaryPeriod === '' ? range : `${range} ${t.periods[salaryPeriod as SalaryPeriod]}`
    },
  }

  function noticeLength(n: number): string {
    return n >= 30 && n % 30 === 0 ? formatMonths(language, n / 30) : days(n)
  }
  function countryName(code: string): string {
    if (!/^[A-Z]{2}$/.test(code)) return code
    return new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code
  }
}

const currencySign = (currency: string): string =>
  ({ EUR: '€', USD: '$', GBP: '£', MAD: 'DH', CHF: 'CHF' })[currency] ?? (currency || '€')

/** A phone as people read it: '06 78 41 22 09' for a French number, '+212 6 61 40 22 18' for another. */
export function phoneWords(phone: string): string {
  const french = /^\+33(\d)(\d{8})$/.exec(phone)
  if (french) return `0${french[1]} ${pairs(french[2]!)}`
  const moroccan = /^\+212(\d)(\d{8})$/.exec(phone)
  if (moroccan) return `+212 ${moroccan[1]} ${pairs(moroccan[2]!)}`
  return phone
}
const pairs = (digits: string): string => digits.replace(/(\d{2})(?=\d)/g, '$1 ')

/** The same with its middle hidden: shown where people pass by. */
export const maskedPhone = (phone: string): string => {
  const words = phoneWords(phone).split(' ')
  return words.map((word, index) => (index > 1 && index < words.length - 1 ? word.replace(/\d/g, '·') : word)).join(' ')
}

/** Today on this device's calendar, `YYYY-MM-DD`. */
export function today(): string {
  const now = new Date()
  const two = (n: number) => String(n).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
