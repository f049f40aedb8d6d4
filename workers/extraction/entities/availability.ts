import { foldWithMap } from '../../../src/kit/fold.ts'
import type { CvReading } from '../../../src/model/reading.ts'
import type { Line } from '../layout/page.ts'
import { readOf, type PageSizes } from '../layout/reads.ts'
import { findDates } from './dates.ts'

type Wishes = Pick<CvReading, 'availableFrom' | 'noticeDays' | 'mobilityKm' | 'vehicle'>

const available = /\b(?:disponib(?:le|ilite)s?|available|availability)\b(?<rest>.{0,60})/
const fullDate = /\b(?<d>[0-3]?\d)(?:er)?[\s/.-]+(?<m>[01]?\d)[\s/.-]+(?<y>20\d\d)\b/
const notice =
  /\b(?:preavis|notice(?: period)?)\b\D{0,20}(?<n>\d{1,3}|un|deux|trois|one|two|three)\s*(?<u>mois|months?|semaines?|weeks?|jours?|days?)|(?<n2>\d{1,3}|un|deux|trois|one|two|three)\s*(?<u2>mois|months?|semaines?|weeks?|jours?|days?)['s]*\s+(?:de preavis|notice)/
const radius =
  /\b(?:mobil\w*|deplacement\w*|rayon|within|radius|travel)\b\D{0,40}?(?<km>\d{1,3})\s*(?<u>km|kms|kilometres?|miles?|mi)\b/
const ownVehicle =
  /\b(?:vehicule(?: personnel)?|vehicule(?:e|s)|voiture(?: personnelle)?|own (?:car|vehicle|transport)|car owner|with (?:own )?car|permis b[\s,+&/-]*(?:et |and )?(?:vehicul\w*|voiture))\b/
const noVehicle = /\b(?:sans|pas de|non) vehicul\w*|\bno (?:car|vehicle)\b/
const numbers: Record<string, number> = { un: 1, one: 1, deux: 2, two: 2, trois: 3, three: 3 }

/** Availability, notice, mobility and vehicle, where the CV says so. */
export function findAvailability(lines: readonly Line[], sizes: PageSizes): Wishes {
  const wishes: Wishes = { availableFrom: null, noticeDays: null, mobilityKm: null, vehicle: null }
  for (const line of lines) {
    if (line.text.length > 160) continue
    const { folded, at } = foldWithMap(line.text)
    const pieceAt = (index: number, length: number) => {
      const start = at[index] ?? 0
      const end = at[index + length] ?? line.text.length
      return { line, start, end, text: line.text.slice(start, end) }
    }
    const free = available.exec(folded)
    if (free && !wishes.availableFrom) {
      const rest = free.groups!['rest'] ?? ''
      const piece = pieceAt(free.index, free[0].length)
      const day = fullDate.exec(rest)
      const range = findDates(rest)[0]
      if (day?.groups && Number(day.groups['m']) >= 1 && Number(day.groups['m']) <= 12) {
        wishes.availableFrom = readOf(
          piece,
          `${day.groups['y']}-${day.groups['m']!.padStart(2, '0')}-${day.groups['d']!.padStart(2, '0')}`,
          0.92,
          sizes,
        )
      } else if (range && range.start.length === 7)
        wishes.availableFrom = readOf(piece, `${range.start}-01`, 0.75, sizes)
      else if (/^\W*(?:immediat\w*|de suite|tout de suite|now|maintenant|right away)/.test(rest) && !wishes.noticeDays)
        wishes.noticeDays = readOf(piece, 0, 0.9, sizes)
    }
    const given = notice.exec(folded)
    if (given?.groups && !wishes.noticeDays) {
      const raw = given.groups['n'] ?? given.groups['n2']!
      const unit = given.groups['u'] ?? given.groups['u2']!
      const count = numbers[raw] ?? Number(raw)
      const days = /^(?:mois|month)/.test(unit) ? count * 30 : /^(?:sem|week)/.test(unit) ? count * 7 : count
      if (days <= 400) wishes.noticeDays = readOf(pieceAt(given.index, given[0].length), days, 0.9, sizes)
    }
    const near = radius.exec(folded)
    if (near?.groups && !wishes.mobilityKm) {
      const distance = Number(near.groups['km'])
      wishes.mobilityKm = readOf(
        pieceAt(near.index, near[0].length),
        /^mi/.test(near.groups['u']!) ? Math.round(distance * 1.609) : distance,
        0.88,
        sizes,
      )
    }
    if (!wishes.vehicle) {
      const none = noVehicle.exec(folded)
      const own = ownVehicle.exec(folded)
      if (none) wishes.vehicle = readOf(pieceAt(none.index, none[0].length), false, 0.85, sizes)
      else if (own && line.text.length < 80)
        wishes.vehicle = readOf(pieceAt(own.index, own[0].length), true, 0.8, sizes)
    }
  }
  return wishes
}
