import type { Candidate } from './candidate.ts'

/** What a complete profile is made of, in the order shown, with its points. They come to 110: one may lack (T038). */
export const completenessPoints = {
  name: 5,
  email: 5,
  phone: 5,
  birthDate: 5,
  country: 5,
  city: 5,
  photo: 10,
  cv: 20,
  portfolio: 10,
  summary: 10,
  skills: 15,
  socials: 15,
} as const
export type CompletenessPart = keyof typeof completenessPoints

/** The law lets a person be hired without these: their absence is never called a lack. */
export const optionalParts: ReadonlySet<CompletenessPart> = new Set(['birthDate', 'photo'])

const pointsPerSocial = 3
const socialHosts =
  /(?:^|\.)(?:linkedin|xing|viadeo|github|gitlab|malt|behance|instagram|facebook|twitter|x|youtube|tiktok|bsky)\.[a-z]+$/

/** How complete a profile is: 0 to 100, and what it is made of. */
export interface Completeness {
  percent: number
  parts: { part: CompletenessPart; points: number; of: number }[]
}

/** `min(100, sum of points)`; five social links count at most, and any other link is a portfolio. */
export function completenessOf(candidate: Candidate, hasCv: boolean): Completeness {
  const pages = candidate.links.filter((link) => !/^(?:mailto|tel):/.test(link))
  const socials = pages.filter((link) => socialHosts.test(hostOf(link)))
  const has: Record<Exclude<CompletenessPart, 'socials'>, boolean> = {
    name: candidate.fullName !== '',
    email: candidate.email !== '',
    phone: candidate.phone !== '',
    birthDate: candidate.birthDate !== '',
    country: candidate.country !== '',
    city: candidate.city !== '',
    photo: candidate.photoId !== '',
    cv: hasCv,
    portfolio: pages.length > socials.length,
    summary: candidate.summary.length > 0,
    skills: Object.keys(candidate.skills).length > 0,
  }
  const parts = (Object.keys(completenessPoints) as CompletenessPart[]).map((part) => {
    const of = completenessPoints[part]
    const points = part === 'socials' ? Math.min(of, socials.length * pointsPerSocial) : has[part] ? of : 0
    return { part, points, of }
  })
  return {
    percent: Math.min(
      100,
      parts.reduce((sum, { points }) => sum + points, 0),
    ),
    parts,
  }
}

/** The host of an address written with or without its scheme; '' when there is none. */
const hostOf = (link: string): string =>
  /^(?:[a-z]+:\/\/)?([^/?#\s:@]+\.[a-z]{2,})(?:[/?#:]|$)/i.exec(link)?.[1]?.toLowerCase() ?? ''
