/*
 * How well adverts are read: every labelled advert of tests/corpus/adverts, field by field and requirement by
 * requirement. `npm run eval:adverts` prints both halves; `-- dev` or `-- held` one, `-- dev --verbose` also what went
 * wrong in it. Only the dev half is there to be looked at: the held half tells how adverts nobody tuned to are read.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AdvertReading } from '../../src/model/offer.ts'
import { foldSame } from '../../workers/matching/dates.ts'
import { nameKey } from '../../workers/matching/places.ts'
import { readAdvert } from '../../workers/matching/readAdvert.ts'
import { languagesNamed, levelIn } from '../../workers/matching/readProfile.ts'

const corpus = new URL('../corpus/adverts/', import.meta.url).pathname
const rule = '\n---- labels ----\n'

interface LabelledRequirement {
  need: 'must' | 'nice' | 'dealbreaker'
  kind: string
  text: string
  language: string
  level: number
}
interface LabelledAdvert {
  name: string
  text: string
  fields: Record<string, string>
  requirements: LabelledRequirement[]
  missions: string[]
  never: string[]
}

/** Reads one half of the labelled adverts. */
export function readCorpus(half: 'dev' | 'held'): LabelledAdvert[] {
  const folder = join(corpus, half)
  return readdirSync(folder)
    .toSorted()
    .map((file) => {
      const [text = '', labels = ''] = readFileSync(join(folder, file), 'utf8').split(rule)
      const advert: LabelledAdvert = { name: file, text, fields: {}, requirements: [], missions: [], never: [] }
      for (const line of labels.split('\n')) {
        const colon = line.indexOf(':')
        if (colon < 0) continue
        const key = line.slice(0, colon)
        const value = line.slice(colon + 1).trim()
        const asked = /^(must|nice|deal) (\w+)$/.exec(key)
        if (asked) {
          const language = /^(\S+) (\S+) \| (.+)$/.exec(asked[2] === 'language' ? value : '')
          advert.requirements.push({
            need: asked[1] === 'deal' ? 'dealbreaker' : (asked[1] as 'must' | 'nice'),
            kind: asked[2]!,
            text: language?.[3] ?? value,
            language: language?.[1] ?? '',
            level: levelIn(foldSame(language?.[2] ?? '')),
          })
        } else if (key === 'mission') advert.missions.push(value)
        else if (key === 'never') advert.never.push(value)
        else advert.fields[key] = value
      }
      return advert
    })
}

const bare = (text: string): string =>
  foldSame(text)
    .replaceAll(/[^a-z0-9+#]+/g, ' ')
    .trim()
const unarticled = (text: string): string => bare(text).replace(/^(?:l|la|le|les|the)\s/, '')
const smallWord =
  /^(?:d|l|de|du|des|la|le|les|un|une|et|ou|a|au|aux|en|pour|sur|dans|avec|vous|votre|the|of|and|or|an|in|to|with|for|on|at|your|s)$/
const wordsOf = (text: string): string[] =>
  foldSame(text)
    .replaceAll(/-\s*\n\s*/g, '')
    .split(/[^a-z0-9+#]+/)
    .filter((word) => word !== '' && !smallWord.test(word))
/** Share of the words of `a` that `b` says too. */
function covered(a: string, b: string): number {
  const words = wordsOf(a)
  const others = new Set(wordsOf(b))
  return words.length === 0 ? 0 : words.filter((word) => others.has(word)).length / words.length
}

/** What the reader said of a labelled field, as a label would say it; '' when it said nothing. */
function said({ fields }: AdvertReading, field: string): string {
  switch (field) {
    case 'salary': {
      const { salaryMin, salaryMax, salaryCurrency, salaryPeriod } = fields
      if (!salaryMin && !salaryMax) return salaryPeriod ? 'smic' : ''
      return `${salaryMin?.value ?? ''}-${salaryMax?.value ?? ''} ${salaryCurrency?.value ?? ''} ${salaryPeriod?.value ?? ''}`
    }
    case 'basis':
      return fields.salaryBasis?.value ?? ''
    case 'code':
      return fields.postalCode?.value ?? ''
    case 'also':
      return fields.otherPlaces?.value ?? ''
    case 'part':
      return fields.partTime ? (fields.partTime.value ? 'yes' : 'no') : ''
    case 'months':
      return String(fields.durationMonths?.value ?? '')
    case 'paidMonths':
      return String(fields.salaryMonths?.value ?? '')
    case 'mode':
      return fields.workMode?.value ?? ''
    case 'days':
      return String(fields.remoteDays?.value ?? '')
    case 'study':
      return fields.educationLevel?.value ?? ''
    case 'start':
      return fields.startDate?.value ?? ''
    case 'posts':
      return String(fields.positions?.value ?? '')
    case 'ref':
      return fields.reference?.value ?? ''
    default:
      return String(
        fields[field as 'title' | 'company' | 'city' | 'country' | 'contract' | 'hours' | 'years' | 'contact']?.value ??
          '',
      )
  }
}

function isSame(field: string, expected: string, answer: string): boolean {
  if (field === 'title' || field === 'company') return unarticled(expected) === unarticled(answer)
  if (field === 'city') return nameKey(expected) === nameKey(answer)
  if (field === 'also') return expected.split(', ').every((town) => nameKey(answer).includes(nameKey(town)))
  if (field === 'hours')
    return expected === '3x8'
      ? /3\s?x\s?8/i.test(answer)
      : Number(/\d+(?:[.,]\d+)?/.exec(answer)?.[0].replace(',', '.')) === Number(expected)
  if (field === 'contact') return answer.replaceAll(/\s/g, '').toLowerCase().includes(expected.replaceAll(/\s/g, ''))
  if (field === 'salary') return expected === answer || (expected === 'smic' && answer === 'smic')
  return bare(expected) === bare(answer)
}

const labelledFields =
  'title company city code country also contract months part salary basis paidMonths hours mode days study years start posts ref contact'.split(
    ' ',
  )

/** Right, said and expected, of which F1. */
export class Tally {
  right = 0
  said = 0
  expected = 0
  get f1(): number {
    return this.said + this.expected === 0 ? 1 : (2 * this.right) / (this.said + this.expected)
  }
}

/** Scores by name: every field, requirements found, their needs and kinds, languages, missions, and what must not be asked. */
export function scoreAdverts(adverts: readonly LabelledAdvert[], complain: (message: string) => void = () => {}) {
  const tallies = new Map<string, Tally>()
  const tally = (name: string): Tally => {
    const found = tallies.get(name) ?? new Tally()
    tallies.set(name, found)
    return found
  }
  for (const advert of adverts) {
    const reading = readAdvert(advert.text)
    const wrong = (what: string) => complain(`${advert.name} ${what}`)
    const labels: Record<string, string> = { ...advert.fields }
    const pay = /^(\S+)-(\S*) (\S+) (\S+) (\S+)$/.exec(labels.salary ?? '')
    if (pay) {
      labels.salary = `${pay[1]}-${pay[2]} ${pay[3]} ${pay[4]}`
      if (pay[5] !== '-') labels.basis = pay[5]!
    }
    for (const field of labelledFields) {
      const expected = labels[field] ?? ''
      const answer = said(reading, field)
      const score = tally(field)
      const right = expected !== '' && answer !== '' && isSame(field, expected, answer)
      if (expected !== '') score.expected += 1
      if (answer !== '') score.said += 1
      if (right) score.right += 1
      else if (expected !== '' || answer !== '') wrong(`${field}: expected '${expected}', read '${answer}'`)
    }
    scoreRequirements(advert, reading, tally, wrong)
    const found = tally('mission found')
    for (const mission of advert.missions) {
      found.said += 1
      found.expected += 1
      if (reading.missions.some(({ text }) => covered(mission, text) >= 0.7 && covered(text, mission) >= 0.5))
        found.right += 1
      else wrong(`mission missed: ${mission}`)
    }
    const sound = tally('mission sound')
    for (const { text } of reading.missions) {
      sound.said += 1
      sound.expected += 1
      if (advert.missions.some((mission) => covered(text, mission) >= 0.5)) sound.right += 1
      else wrong(`mission invented: ${text}`)
    }
  }
  return tallies
}

function scoreRequirements(
  advert: LabelledAdvert,
  { requirements }: AdvertReading,
  tally: (name: string) => Tally,
  wrong: (what: string) => void,
): void {
  const found = tally('requirement found')
  const sound = tally('requirement sound')
  const taken = requirements.map(({ text }) => text)
  for (const label of advert.requirements) {
    const inLanguage = (text: string) =>
      label.language !== '' && languagesNamed(foldSame(text)).some(({ code }) => code === label.language)
    const nearness = taken.map((text) =>
      Math.max(covered(label.text, text) + 0.2 * covered(text, label.text), inLanguage(text) ? 0.9 : 0),
    )
    const best = nearness.indexOf(Math.max(...nearness))
    const answer = nearness[best]! >= 0.6 ? requirements[best] : undefined
    found.expected += 1
    found.said += 1
    if (!answer) {
      wrong(`${label.need} missed: ${label.text}`)
      continue
    }
    found.right += 1
    const count = (name: string, right: boolean, what: string) => {
      const score = tally(name)
      score.expected += 1
      score.said += 1
      if (right) score.right += 1
      else wrong(`${what} of '${label.text}' in '${answer.text}': ${answer.need} ${answer.kind}`)
    }
    count('must or nice', (label.need === 'nice') === (answer.need === 'nice'), 'need')
    count('need', label.need === answer.need, 'exact need')
    count('kind', label.kind === answer.kind, `kind ${label.kind}`)
    if (label.language !== '' && label.language !== '-')
      count(
        'language level',
        answer.kind === 'language' && (label.level === 0 || levelIn(foldSame(answer.text)) === label.level),
        'level',
      )
  }
  for (const text of taken) {
    sound.said += 1
    sound.expected += 1
    const isSound = advert.requirements.some(
      (label) =>
        covered(text, label.text) >= 0.5 || (covered(label.text, text) >= 0.6 && covered(text, label.text) >= 0.25),
    )
    if (isSound) sound.right += 1
    else wrong(`requirement invented: ${text}`)
  }
  const never = tally('left out')
  for (const words of advert.never) {
    never.said += 1
    never.expected += 1
    const asked = taken.find((text) => foldSame(text).includes(foldSame(words)))
    if (asked === undefined) never.right += 1
    else wrong(`must be left out: '${words}' in '${asked}'`)
  }
}

/** Mean F1 over everything scored. */
export const macro = (tallies: ReadonlyMap<string, Tally>): number =>
  [...tallies.values()].reduce((sum, { f1 }) => sum + f1, 0) / tallies.size

if (process.argv[1]?.endsWith('scoreAdverts.ts')) {
  const halves = (['dev', 'held'] as const).filter((half) => process.argv.includes(half))
  const columns = (halves.length > 0 ? halves : (['dev', 'held'] as const)).flatMap((half) => {
    const adverts = readCorpus(half)
    const verbose = process.argv.includes('--verbose') && half === 'dev'
    // oxlint-disable-next-line no-console -- a command that prints
    if (verbose) scoreAdverts(adverts, (message) => console.log(message))
    return (['fr', 'en'] as const).map((language) => ({
      head: `${half} ${language}`,
      scores: scoreAdverts(adverts.filter(({ name }) => name.startsWith(language))),
    }))
  })
  const print = (...cells: string[]) =>
    process.stdout.write(
      `${cells[0]!.padEnd(20)}${cells
        .slice(1)
        .map((cell) => cell.padStart(10))
        .join('')}\n`,
    )
  print('F1', ...columns.map(({ head }) => head))
  const names = new Set(columns.flatMap(({ scores }) => [...scores.keys()]))
  for (const name of names)
    print(name, ...columns.map(({ scores }) => (scores.has(name) ? scores.get(name)!.f1.toFixed(2) : '–')))
  print('macro', ...columns.map(({ scores }) => macro(scores).toFixed(3)))
}
