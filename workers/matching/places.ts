import { fold } from '../../src/kit/fold.ts'
import { townTable } from '../../src/model/townTable.ts'
import { kilometres } from './deterministicMath.ts'
import { towns } from './towns.ts'

/** A place on the map, in degrees. */
export interface Place {
  lat: number
  lon: number
}

/** Middles of the French departments by the first digits of their postal codes. */
const departments =
  '01 46.1 5.35;02 49.56 3.56;03 46.4 3.19;04 44.1 6.24;05 44.66 6.26;06 43.94 7.12;07 44.75 4.42;08 49.62 4.64;09 42.92 1.5;10 48.3 4.16;11 43.1 2.41;12 44.28 2.68;13 43.54 5.09;14 49.1 -0.36;15 45.05 2.67;16 45.72 0.2;17 45.78 -0.67;18 47.07 2.49;19 45.36 1.88;20 42.15 9.1;21 47.42 4.77;22 48.44 -2.86;23 46.09 2.02;24 45.1 0.74;25 47.17 6.36;26 44.68 5.17;27 49.11 1;28 48.39 1.37;29 48.26 -4.06;30 43.99 4.18;31 43.36 1.17;32 43.69 0.45;33 44.83 -0.58;34 43.58 3.37;35 48.15 -1.64;36 46.78 1.58;37 47.26 0.69;38 45.26 5.58;39 46.73 5.7;40 43.97 -0.78;41 47.62 1.43;42 45.73 4.17;43 45.13 3.81;44 47.36 -1.68;45 47.91 2.34;46 44.62 1.6;47 44.37 0.46;48 44.52 3.5;49 47.39 -0.56;50 49.08 -1.33;51 48.95 4.24;52 48.11 5.23;53 48.15 -0.66;54 48.79 6.17;55 48.99 5.38;56 47.85 -2.81;57 49.04 6.66;58 47.12 3.5;59 50.45 3.22;60 49.41 2.43;61 48.62 0.13;62 50.49 2.29;63 45.73 3.14;64 43.26 -0.76;65 43.05 0.16;66 42.6 2.52;67 48.67 7.55;68 47.86 7.27;69 45.87 4.64;70 47.64 6.09;71 46.64 4.54;72 47.99 0.22;73 45.48 6.44;74 46.03 6.43;75 48.86 2.34;76 49.66 1.03;77 48.63 2.93;78 48.81 1.84;79 46.56 -0.32;80 49.96 2.28;81 43.79 2.17;82 44.09 1.28;83 43.46 6.22;84 44.01 5.18;85 46.67 -1.3;86 46.56 0.46;87 45.89 1.24;88 48.2 6.38;89 47.84 3.56;90 47.63 6.93;91 48.52 2.24;92 48.85 2.25;93 48.92 2.48;94 48.78 2.47;95 49.08 2.13;971 16.2 -61.5;972 14.65 -61;973 4 -53;974 -21.13 55.53;976 -12.8 45.15'

interface Town extends Place {
  country: string
}
const keys = new Map<string, string>()
const townByName = new Map<string, Town[]>()
for (const [country, list] of Object.entries(towns)) {
  for (const entry of list.split(';')) {
    const match = /^(.+) (-?[\d.]+) (-?[\d.]+)$/.exec(entry)
    if (!match) continue
    const key = nameKey(match[1]!)
    const same = townByName.get(key)
    const town = { lat: Number(match[2]), lon: Number(match[3]), country }
    if (same) same.push(town)
    else townByName.set(key, [town])
  }
}
for (const [country, list] of Object.entries(townTable)) {
  for (const [, name, lat, lon] of list.matchAll(/\s*([^;*]+?)\*? (-?\d+) (-?\d+);/g)) {
    const key = nameKey(name!)
    const town = { lat: Number(lat) / 100, lon: Number(lon) / 100, country }
    const same = townByName.get(key)
    if (!same) townByName.set(key, [town])
    else if (!same.some((other) => other.country === country)) same.push(town)
  }
}
const departmentByCode = new Map<string, Place>()
for (const entry of departments.split(';')) {
  const [code, lat, lon] = entry.split(' ')
  departmentByCode.set(code!, { lat: Number(lat), lon: Number(lon) })
}

/** A town's name as it is compared: folded, without arrondissement, postal code, CEDEX or what stands in brackets. */
export function nameKey(name: string): string {
  const known = keys.get(name)
  if (known !== undefined) return known
  const key = fold(name)
    .replaceAll(/\([^)]*\)/g, ' ')
    .replaceAll(/\bste?[. -](?=[a-z])/g, (saint) => (saint.startsWith('ste') ? 'sainte ' : 'saint '))
    .replaceAll(/\b(?:cedex|arrondissement|arr|centre ville)\b/g, ' ')
    .replaceAll(/\b\d+(?:er?|eme|nd|st|rd|th|ieme)?\b/g, ' ')
    .replaceAll(/[^a-z]+/g, ' ')
    .trim()
  // The same few towns come again for every candidate.
  if (keys.size > 5000) keys.clear()
  keys.set(name, key)
  return key
}

/** The country (ISO code) of a town the table knows; null when it knows none of that name. */
export const countryOfTown = (name: string): string | null => townByName.get(nameKey(name))?.[0]?.country ?? null

interface Facts {
  city: string
  postalCode: string
  country: string
}

const found = new Map<string, Place | null>()

/** Where a town or a postal code lies: the town itself when the table knows it, else the middle of the French department. */
export function placeOf(facts: Facts): Place | null {
  const key = `${facts.city}|${facts.postalCode}|${facts.country}`
  let place = found.get(key)
  if (place === undefined) {
    place = findPlace(facts)
    if (found.size > 5000) found.clear()
    found.set(key, place)
  }
  return place
}

function findPlace({ city, postalCode, country }: Facts): Place | null {
  const code = postalCode.replaceAll(/\s/g, '')
  const department = countryIsFrance(country, code)
    ? (departmentByCode.get(code.slice(0, 3)) ?? departmentByCode.get(code.slice(0, 2)) ?? null)
    : null
  const named = (townByName.get(nameKey(city)) ?? []).find((town) => country === '' || town.country === country)
  // Two towns may share a name: the one far from its own postal code is the other one.
  if (named && (!department || named.country !== 'FR' || kilometres(named, department) < 130)) return named
  return department
}

const countryIsFrance = (country: string, code: string): boolean =>
  (country === '' || country === 'FR') && /^(?:\d{5}|\d{2,3}|2[ab])$/i.test(code)

/** Kilometres between two places, 0 within one town, known to the table or not; null when a place cannot be told. */
export function distance(a: Facts, b: Facts): number | null {
  const sameCountry = a.country === '' || b.country === '' || a.country === b.country
  const name = nameKey(a.city)
  const here = placeOf(a)
  const there = placeOf(b)
  if (name !== '' && name === nameKey(b.city) && sameCountry) {
    const sameDepartment =
      a.postalCode === '' || b.postalCode === '' || a.postalCode.slice(0, 2) === b.postalCode.slice(0, 2)
    if (sameDepartment || !here || !there) return 0
  }
  return here && there ? kilometres(here, there) : null
}

/** Whether both sides name a place, whatever the table knows of it. */
export const bothPlaced = (a: Facts, b: Facts): boolean =>
  (a.city !== '' || a.postalCode !== '') && (b.city !== '' || b.postalCode !== '')
