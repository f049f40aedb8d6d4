/** National prefixes written '0' then pairs, as France, Belgium's mobiles and Morocco do at home. */
const pairsAfterZero = new Set(['33'])
/** Country codes of two and three digits that recruiters here meet; the others are cut after two. */
const codes = [
  '212',
  '213',
  '216',
  '221',
  '225',
  '237',
  '352',
  '353',
  '351',
  '1',
  '20',
  '27',
  '30',
  '31',
  '32',
  '33',
  '34',
  '39',
  '40',
  '41',
  '44',
  '49',
  '48',
]

/** A phone number for the eye: national in France ('06 39 98 12 04'), grouped after its country code elsewhere. */
export function formatPhone(e164: string): string {
  if (!/^\+\d{6,15}$/.test(e164)) return e164
  const digits = e164.slice(1)
  const code = codes.find((candidate) => digits.startsWith(candidate)) ?? digits.slice(0, 2)
  const national = digits.slice(code.length)
  if (pairsAfterZero.has(code) && national.length === 9) return pairs(`0${national}`)
  if (code === '1' && national.length === 10)
    return `+1 ${national.slice(0, 3)} ${national.slice(3, 6)} ${national.slice(6)}`
  return national.length % 2 === 0
    ? `+${code} ${pairs(national)}`
    : `+${code} ${national[0]} ${pairs(national.slice(1))}`
}

const pairs = (digits: string): string => (digits.match(/\d{1,2}/g) ?? []).join(' ')
