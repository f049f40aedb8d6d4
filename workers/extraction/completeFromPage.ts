import { fold } from '../../src/kit/fold.ts'
import type { CvReading, Read, ReadLine } from '../../src/model/reading.ts'
import type { Line } from './layout/page.ts'
import { boxesOf, type PageSizes } from './layout/reads.ts'

/**
 * A CV that a file states as data, completed from its page. What the data says wins; a field it does not have is the
 * page's; each value is shown where the page has it.
 */
export function completeFromPage(
  data: CvReading,
  page: CvReading,
  lines: readonly Line[],
  sizes: PageSizes,
): CvReading {
  const locate = locator(lines, sizes)
  const placed = <T>(read: Read<T> | null, seen: Read<T> | null): Read<T> | null => {
    if (!read) return seen
    const own = locate(read.text)
    // A date is written otherwise on the page: there the page's own reading tells where it stands.
    return own.length > 0
      ? { ...read, boxes: own }
      : { ...read, boxes: seen?.boxes ?? [], text: seen?.text ?? read.text }
  }
  const placedLines = (stated: readonly ReadLine[], seen: readonly ReadLine[]): ReadLine[] =>
    stated.length === 0 ? [...seen] : stated.map((line) => ({ ...line, boxes: locate(line.text) }))
  const either = <T>(stated: readonly T[], seen: readonly T[]): T[] => (stated.length > 0 ? [...stated] : [...seen])
  const boxed = <T extends Read>(reads: readonly T[]): T[] =>
    reads.map((read) => ({ ...read, boxes: locate(read.text) }))

  return {
    ...page,
    language: page.language,
    country: data.country || page.country,
    fullName: placed(data.fullName, page.fullName),
    headline: placed(data.headline, page.headline),
    email: placed(data.email, page.email),
    phone: placed(data.phone, page.phone),
    address: placed(data.address, page.address),
    city: placed(data.city, page.city),
    postalCode: placed(data.postalCode, page.postalCode),
    birthDate: placed(data.birthDate, page.birthDate),
    links: [
      ...boxed(data.links),
      ...page.links.filter((link) => !data.links.some((other) => bare(other.value) === bare(link.value))),
    ],
    summary: placedLines(data.summary, page.summary),
    jobs: either(
      data.jobs.map((job) => {
        const seen =
          page.jobs.find((other) => alike(other.title, job.title) && alike(other.organisation, job.organisation)) ??
          page.jobs.find((other) => alike(other.organisation, job.organisation) && sameYear(other.start, job.start))
        return {
          title: placed(job.title, seen?.title ?? null),
          organisation: placed(job.organisation, seen?.organisation ?? null),
          place: placed(job.place, seen?.place ?? null),
          start: placed(job.start, seen?.start ?? null),
          end: placed(job.end, seen?.end ?? null),
          lines: placedLines(job.lines, seen?.lines ?? []),
        }
      }),
      page.jobs,
    ),
    degrees: either(
      data.degrees.map((degree) => {
        const seen = page.degrees.find(
          (other) => alike(other.title, degree.title) || alike(other.school, degree.school),
        )
        return {
          title: placed(degree.title, seen?.title ?? null),
          school: placed(degree.school, seen?.school ?? null),
          place: placed(degree.place, seen?.place ?? null),
          start: placed(degree.start, seen?.start ?? null),
          end: placed(degree.end, seen?.end ?? null),
          level: degree.level || (seen?.level ?? ''),
          lines: placedLines(degree.lines, seen?.lines ?? []),
        }
      }),
      page.degrees,
    ),
    skills: either(boxed(data.skills), page.skills),
    languages: either(
      data.languages.map((language) => {
        const seen = page.languages.find(({ code }) => code === language.code)
        return {
          ...language,
          name: placed(language.name, seen?.name ?? null) ?? language.name,
          level: placed(language.level, seen?.level ?? null),
        }
      }),
      page.languages,
    ),
    licences: [
      ...boxed(data.licences),
      ...page.licences.filter(
        (licence) => !data.licences.some((other) => other.kind === licence.kind && other.code === licence.code),
      ),
    ],
  }
}

const bare = (url: string): string =>
  fold(url)
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/\/$/, '')

const alike = (one: Read | null, other: Read | null): boolean =>
  one !== null && other !== null && squeeze(one.value) === squeeze(other.value)

const sameYear = (one: Read | null, other: Read | null): boolean =>
  one !== null && other !== null && one.value.slice(0, 4) === other.value.slice(0, 4)

const squeeze = (text: string): string => fold(text).replace(/[^a-z0-9]/g, '')

/** Finds words on the page whatever their case, accents and spaces. */
function locator(lines: readonly Line[], sizes: PageSizes): (text: string) => Read['boxes'] {
  const folded = lines.map((line) => {
    const at: number[] = []
    let text = ''
    for (let index = 0; index < line.text.length; index += 1) {
      const letters = squeeze(line.text[index]!)
      for (const letter of letters) {
        text += letter
        at.push(index)
      }
    }
    return { line, text, at }
  })
  return (text) => {
    const wanted = squeeze(text).slice(0, 60)
    if (wanted.length < 2) return []
    for (const { line, text: where, at } of folded) {
      const from = where.indexOf(wanted)
      if (from >= 0) return boxesOf(line, sizes, at[from], (at[from + wanted.length - 1] ?? at[from]!) + 1)
    }
    return []
  }
}
