import { fold } from '../../../src/kit/fold.ts'
import type { Read, ReadJob } from '../../../src/model/reading.ts'
import { occupationScore } from '../lexicon/occupations.ts'
import { organisationScore } from '../lexicon/organisations.ts'
import type { Line } from '../layout/page.ts'
import { type Piece, readOf, type PageSizes, toReadLine } from '../layout/reads.ts'
import { type Entry, splitEntries } from './entries.ts'
import { type Draft, employerOf, titleness, toDraft } from './jobNames.ts'

/** Jobs of an experience section. */
export function findJobs(lines: readonly Line[], sizes: PageSizes): ReadJob[] {
  const drafts = splitEntries(lines, [occupationScore, organisationScore])
    .map(toDraft)
    .filter((draft) => draft.names.length > 0 || draft.entry.range !== null)
    .filter((draft, index, all) => !holdsMissions(draft, all.slice(index + 1)))
  // What the first and second names of an entry are is one habit of the whole section.
  const leaning = (names: readonly Piece[]): number => {
    if (names.length < 2) return 0
    const [first, second] = [names[0]!.text, names[1]!.text]
    return titleness(first) - titleness(second)
  }
  const votes = drafts.map((draft) => leaning(draft.names))
  const counted = votes.filter((vote) => vote !== 0)
  const habit = counted.reduce((sum, vote) => sum + vote, 0) / Math.max(counted.length, 1)
  const jobs: ReadJob[] = []
  let shared = false
  for (const [index, draft] of drafts.entries()) {
    const { entry, names } = draft
    const range = entry.range
    let title: Piece | null = null
    let organisation: Piece | null = null
    let sureness = 0.85
    if (names.length >= 2) {
      const own = votes[index]!
      const lean = Math.abs(own) >= 0.9 ? own : own + 0.9 * habit
      const [first, second] = names as [Piece, Piece]
      ;[title, organisation] = lean >= 0 ? [first, second] : [second, first]
      sureness = Math.min(
        0.95,
        0.62 + 0.22 * Math.min(1, Math.abs(lean)) + (own !== 0 && Math.sign(own) === Math.sign(habit) ? 0.1 : 0),
      )
    } else if (names.length === 1) {
      const only = names[0]!
      if (titleness(only.text) >= 0 || drafts.length === 1) title = only
      else organisation = only
      sureness = 0.6
    }
    if (draft.labelled.title || draft.labelled.organisation) {
      const { labelled } = draft
      title = labelled.title ?? names.find((piece) => piece !== labelled.organisation) ?? null
      organisation = labelled.organisation ?? names.find((piece) => piece !== labelled.title) ?? null
      sureness = 0.93
    }
    const employer = organisation ? employerOf(organisation) : null
    const previous = jobs.at(-1)
    let organisationRead = employer
      ? readOf(employer.name, employer.name.text, sureness, sizes, sureness < 0.7 ? 'two-candidates' : '')
      : null
    // Several posts under one employer: the employer's name stands once, above the first.
    if (organisation) shared = title !== null && standsAbove(organisation, title)
    if (!organisationRead && title && previous?.organisation && shared) {
      organisationRead = { ...previous.organisation, confidence: 0.6, doubt: 'two-candidates' }
    }
    const place = draft.place ?? employer?.place ?? null
    jobs.push({
      title: title
        ? readOf(title, cleanTitle(title.text), sureness, sizes, sureness < 0.7 ? 'two-candidates' : '')
        : null,
      organisation: organisationRead,
      place: place ? readOf(place, place.text, 0.8, sizes) : null,
      start: dateRead(entry, range?.start ?? '', sizes),
      end: dateRead(
        entry,
        range ? (range.end === '' ? range.start : range.end) : '',
        sizes,
        range?.end === '' ? 0.6 : undefined,
      ),
      lines: entry.body.map((line) => toReadLine(line, 'experience', sizes)),
    })
  }
  return jobs
}

/** 'Intérimaire, Randstad, 2019 à ce jour' above its missions only frames them: each mission has its own dates and client. */
function holdsMissions(draft: Draft, following: readonly Draft[]): boolean {
  const range = draft.entry.range
  if (!range || range.end === '' || draft.entry.body.length > 0) return false
  const text = fold(draft.names.map((piece) => piece.text).join(' '))
  if (!/\b(?:interim\w*|missions?|agences?|temp(?:orary)? (?:work|agency|staff)\w*)\b/.test(text)) return false
  const inside = following.findIndex(({ entry }) => {
    const own = entry.range
    return !own || own.start.slice(0, 4) < range.start.slice(0, 4) || (range.end !== 'present' && own.end > range.end)
  })
  return (inside < 0 ? following.length : inside) >= 2
}

const cleanTitle = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/\s*:\s*$/, '')
    // 'j'ai travaillé comme plombier'
    .replace(
      /^(?:j['’]ai (?:travaill[ée]|exerc[ée])\s+)?(?:comme|en tant que?|en qualité de|au poste de)\s+(?:d['’])?/i,
      '',
    )

/** True when the employer has a row of its own above the title: it may rule over the posts that follow, too. */
const standsAbove = (organisation: Piece, title: Piece): boolean =>
  organisation.line !== title.line &&
  (organisation.line.page < title.line.page || organisation.line.y0 < title.line.y0 - 0.5)

/** A date of an entry, read where the entry shows it. */
export function dateRead(entry: Entry, value: string, sizes: PageSizes, confidence?: number): Read | null {
  if (!entry.range || !entry.dateLine || value === '') return null
  const { range, dateLine } = entry
  const piece = { line: dateLine, start: range.from, end: range.to, text: dateLine.text.slice(range.from, range.to) }
  const sure = confidence ?? (range.doubt === 'date-order' ? 0.6 : range.doubt === 'open-end' ? 0.8 : 0.96)
  return readOf(piece, value, sure, sizes, range.doubt)
}
