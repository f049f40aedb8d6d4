import { formatDay, formatMoney, formatNumber } from '../kit/format.ts'
import { shortWords } from '../kit/shortValue.ts'
import type { Offer, Requirement } from '../model/offer.ts'
import type { Language } from '../ui/language.ts'
import { placeToText } from './advert.ts'
import { text } from './text.ts'

/** The title, or words that say there is none yet. */
export const titleOf = (language: Language, { title }: Pick<Offer, 'title'>): string =>
  title.trim() === '' ? text[language].untitled : title

/** 'Intérim, 3 mois, temps partiel', '' when nothing is said. */
export function contractWords(
  language: Language,
  offer: Pick<Offer, 'contract' | 'durationMonths' | 'partTime'>,
): string {
  const t = text[language]
  return [
    offer.contract === '' ? '' : t.contracts[offer.contract],
    offer.durationMonths === null ? '' : t.months(formatNumber(language, offer.durationMonths)),
    offer.partTime ? t.partTime : '',
  ]
    .filter((part) => part !== '')
    .join(', ')
}

/** '12,90 €/h', '2 350 à 2 600 €/mois', '' when nothing is said. */
export function salaryWords(
  language: Language,
  offer: Pick<Offer, 'salaryMin' | 'salaryMax' | 'salaryCurrency' | 'salaryPeriod'> &
    Partial<Pick<Offer, 'salaryBasis' | 'salaryMonths'>>,
): string {
  const t = text[language]
  const basis = offer.salaryBasis ? `\u00A0${t.basisAfter[offer.salaryBasis]}` : ''
  const months = offer.salaryMonths ? `, ${t.paidMonths(formatNumber(language, offer.salaryMonths))}` : ''
  const range = rangeWords(language, offer)
  return range === '' ? '' : `${range}${basis}${months}`
}

function rangeWords(
  language: Language,
  offer: Pick<Offer, 'salaryMin' | 'salaryMax' | 'salaryCurrency' | 'salaryPeriod'>,
): string {
  const t = text[language]
  const { salaryMin: min, salaryMax: max } = offer
  const period = offer.salaryPeriod === '' ? '' : t.perPeriod[offer.salaryPeriod]
  const money = (amount: number) => moneyOf(language, amount, offer.salaryCurrency) + period
  if (min === null && max === null) return ''
  if (min !== null && max !== null && min !== max) {
    const [plain, paid] = [formatNumber(language, min, cents(min)), moneyOf(language, min, offer.salaryCurrency)]
    // A sign that stands before the amount belongs to both; one that stands after is said once.
    return t.range(paid.startsWith(plain) ? plain : paid, money(max))
  }
  if (min !== null) return max === null ? t.from(money(min)) : money(min)
  return t.upTo(money(max!))
}

const cents = (amount: number): number => (Number.isInteger(amount) ? 0 : 2)

/** The currency may be any word a person or an advert wrote; only codes are formatted as money. */
const moneyOf = (language: Language, amount: number, currency: string): string =>
  /^[A-Z]{3}$/.test(currency)
    ? formatMoney(language, amount, currency)
    : `${formatNumber(language, amount, cents(amount))}${currency === '' ? '' : `\u00A0${currency}`}`

/** What stands above the title: company and place, pay, contract, start. */
export function offerFacts(language: Language, offer: Offer): string[] {
  const t = text[language]
  const who = [offer.company, offer.city].filter((part) => part !== '').join(', ')
  const start = offer.startDate === '' ? '' : t.starting(formatDay(language, offer.startDate))
  const contract = [contractWords(language, offer), start].filter((part) => part !== '').join(', ')
  return [who, salaryWords(language, offer), contract].filter((part) => part !== '')
}

/** 'Hybride, 2 jours à distance'. */
function modeWords(language: Language, { workMode, remoteDays }: Offer): string {
  const t = text[language]
  const days = remoteDays === null ? '' : t.remote(formatNumber(language, remoteDays), remoteDays < 2)
  return [workMode === '' ? '' : t.workModes[workMode], days].filter((part) => part !== '').join(', ')
}

/** Everything the form holds, for the advert's page: label and value, empty ones left out. */
export function offerRows(language: Language, offer: Offer): { key: string; label: string; value: string }[] {
  const t = text[language]
  const years =
    offer.years === null
      ? ''
      : offer.years > 0 && offer.years < 1
        ? t.months(formatNumber(language, Math.round(offer.years * 12)))
        : t.years(formatNumber(language, offer.years), offer.years < 2)
  const rows = [
    { key: 'company', label: t.fields.company, value: offer.company },
    { key: 'place', label: t.fields.place, value: placeToText(offer) },
    { key: 'places', label: t.fields.otherPlaces, value: offer.otherPlaces },
    { key: 'contract', label: t.fields.contract, value: contractWords(language, offer) },
    {
      key: 'start',
      label: t.fields.startDate,
      value: offer.startDate === '' ? '' : formatDay(language, offer.startDate),
    },
    { key: 'salary', label: t.salary, value: salaryWords(language, offer) },
    { key: 'hours', label: t.fields.hours, value: offer.hours },
    { key: 'mode', label: t.fields.workMode, value: modeWords(language, offer) },
    {
      key: 'studies',
      label: t.fields.educationLevel,
      value: offer.educationLevel === '' ? '' : t.educationLevels[offer.educationLevel],
    },
    { key: 'years', label: t.fields.years, value: years },
    {
      key: 'positions',
      label: t.fields.positions,
      value: offer.positions === null ? '' : formatNumber(language, offer.positions),
    },
    { key: 'reference', label: t.fields.reference, value: offer.reference },
    { key: 'contact', label: t.fields.contact, value: offer.contact },
  ]
  return rows.filter(({ value }) => value !== '')
}

/** What stands at a path of an offer, in words; '' when nothing does. */
export function offerValueWords(language: Language, path: string, value: unknown): string {
  const t = text[language]
  const [field = ''] = path.split('/')
  if (field === 'requirements') {
    const { text: asked = '', need } = (value ?? {}) as Partial<Requirement>
    return [asked, need === undefined ? '' : t.needs[need].toLocaleLowerCase(language)].filter(Boolean).join(', ')
  }
  const choices: Record<string, Record<string, string>> = {
    contract: t.contracts,
    salaryBasis: t.bases,
    salaryPeriod: t.periods,
    workMode: t.workModes,
    status: t.status,
    educationLevel: t.educationLevels,
  }
  const chosen = typeof value === 'string' ? choices[field]?.[value] : undefined
  if (chosen !== undefined) return chosen
  if (typeof value === 'number') return formatNumber(language, value)
  if (typeof value === 'boolean') return value ? t.partTime : ''
  return field === 'startDate' && typeof value === 'string' && value !== ''
    ? formatDay(language, value)
    : shortWords(value)
}
