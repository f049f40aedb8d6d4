import { type CandidateProfile, emptyProfileFacts, type ProfileLine } from '../../src/model/match.ts'
import type { SectionName } from '../../src/model/reading.ts'
import { findRange, foldSame } from './dates.ts'
import { readTitle } from './lexicon/lexicon.ts'

const headingWords: [SectionName, string][] = [
  [
    'experience',
    'experience;experiences;professional experience;work experience;employment;employment history;work history;career;career history;career summary;experience professionnelle;experiences professionnelles;parcours professionnel;parcours;emplois;emploi;postes occupes;historique professionnel;carriere;jobs;relevant experience;professional background;missions;missions interim;stages;internships;mon parcours;positions held;professional history;expériences clés;job history',
  ],
  [
    'education',
    'education;education and training;training;formation;formations;diplomes;diplome;diplomes et formation;diplomes et formations;formation et diplomes;formations et diplomes;etudes;cursus;parcours scolaire;parcours academique;scolarite;qualifications;academic background;studies;academic qualifications;formation initiale;formation continue;training and education;educational background;formation academique;degrees;schooling',
  ],
  [
    'certificates',
    'certifications;certificates;certificates and licences;licences and certificates;licences;licenses;certificats;habilitations;habilitations et certificats;habilitations et certifications;permis;permis et habilitations;permis et certificats;certifications et habilitations;licences et certifications;agrements;attestations;certificats et permis;professional certificates;permits;licences and certifications;certificates and training;autorisations;caces;driving licence;formations et habilitations;tickets',
  ],
  [
    'skills',
    'skills;key skills;core skills;competences;competences cles;competences techniques;savoir-faire;savoir faire;savoir etre;savoirs;technical skills;competencies;expertise;domaines de competences;atouts;outils;tools;informatique;logiciels;it skills;software;abilities;connaissances;aptitudes;points forts;strengths;core competencies;professional skills;areas of expertise;qualites;qualites professionnelles;competences professionnelles;competences et outils;technologies;profil technique;maitrise;hard skills;soft skills;key competencies;computer skills',
  ],
  [
    'languages',
    'languages;langues;langue;langues etrangeres;foreign languages;language skills;langues parlees;spoken languages;languages spoken;competences linguistiques',
  ],
  [
    'interests',
    "interests;hobbies;loisirs;centres d'interet;centre d'interet;centres d'interets;interets;activites;passions;hobbies and interests;divers et loisirs;extra-professionnel;activites extra-professionnelles;personal interests;sports et loisirs;leisure;vie associative;benevolat;volunteering;interests and hobbies;pastimes;outside work;hors travail",
  ],
  [
    'summary',
    'profile;profil;summary;about me;about;objectif;objective;a propos;a propos de moi;presentation;qui suis-je;personal statement;professional summary;profil professionnel;accroche;resume;en bref;career objective;objectif professionnel;projet;projet professionnel;in brief;introduction;statement;mon profil;personal profile;professional profile',
  ],
  [
    'projects',
    'projects;projets;realisations;achievements;realisations marquantes;key achievements;publications;portfolio;filmographie;filmography;selected projects',
  ],
  ['references', 'references;referees;recommandations'],
  [
    'other',
    'informations complementaires;additional information;divers;other;autres;autres informations;complements;informations;miscellaneous;further information;additional;infos;remarques;notes;other information;a noter;precisions;renseignements complementaires;mobilite;disponibilite;availability;mobility;en complement;good to know',
  ],
]
const headings = new Map<string, SectionName>()
for (const [section, list] of headingWords) for (const words of list.split(';')) headings.set(foldSame(words), section)

const bullet = /^\s*(?:[-–—•*>▪◦●·‣»✓✔▸►+]|o(?=\s)|\d{1,2}[.)](?=\s))\s*/u
const underline = /^\s*[-=_~*─━]{3,}\s*$/u

interface RawLine {
  start: number
  end: number
}

/** The section a line announces, or null when it is no heading. */
export function headingOf(line: string): SectionName | null {
  const words = foldSame(line)
    .replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
    .replaceAll(/\s*&\s*|\s*\/\s*/g, ' et ')
    .replaceAll(/\s+/g, ' ')
  if (words.length < 3 || words.length > 48) return null
  return (
    headings.get(words) ??
    headings.get(words.replace(' et ', ' and ')) ??
    headings.get(
      words.replaceAll(' ', '').length <= 14 && /^(\S\s)+\S$/.test(words) ? words.replaceAll(' ', '') : '',
    ) ??
    joinedHeading(words) ??
    null
  )
}

/** 'Habilitations et permis', 'Formation, certifications': headings joined are the first of them. */
function joinedHeading(words: string): SectionName | null {
  const parts = words.split(/ (?:et|and) |, /)
  if (parts.length < 2 || parts.length > 3) return null
  const sections = parts.map((part) => headings.get(part))
  return sections.every((section) => section !== undefined) ? sections[0]! : null
}

const drivingLine = /\bpermis\b|\bdriving licen[cs]e\b|\bdriver'?s licen[cs]e\b|\bdriving permit\b/
const contactLine = /@|https?:|www\.|linkedin|(?:\+?\d[\s.-]?){8,}/

/**
 * A CV given as plain text, for the command line and pasted text. The block above the first heading is cut but for a
 * line that names an occupation and one that names a driving licence; texts of lines are verbatim slices of the CV,
 * a wrapped line keeping its newline.
 */
export function textToProfile(id: string, text: string): CandidateProfile {
  const raw: RawLine[] = []
  let at = 0
  for (const line of text.split('\n')) {
    raw.push({ start: at, end: at + line.length })
    at += line.length + 1
  }
  const textOf = (line: RawLine) => text.slice(line.start, line.end)
  const lines: ProfileLine[] = []
  const blocks: { section: SectionName; lines: RawLine[] }[] = [{ section: 'header', lines: [] }]
  for (const line of raw) {
    const content = textOf(line)
    if (underline.test(content)) continue
    // The tail of a broken line ('... of the stock / software') is no heading.
    const previous = blocks.at(-1)!.lines.at(-1)
    const isTail = /^\s*\p{Ll}/u.test(content) && previous !== undefined && previous.end - previous.start >= 40
    // '- Driving licence' in a list of papers is one of them.
    const announced = isTail ? null : headingOf(content)
    const section = announced === 'certificates' && /^\s*[-–*•]/u.test(content) ? null : announced
    const inline = section === null ? /^\s*(\p{L}[\p{L}' ]{2,30}?)\s*:\s*(\S.*)$/u.exec(content) : null
    if (section !== null) blocks.push({ section, lines: [] })
    else if (
      inline &&
      /langu|competence|skill|hobb|loisir|interet|interest/.test(foldSame(inline[1]!)) &&
      headingOf(inline[1]!)
    ) {
      const start = line.start + content.indexOf(inline[2]!, inline[1]!.length)
      blocks.push({ section: headingOf(inline[1]!)!, lines: [{ start, end: line.end }] })
      blocks.push({ section: blocks.at(-2)!.section === 'header' ? 'other' : blocks.at(-2)!.section, lines: [] })
    } else blocks.at(-1)!.lines.push(line)
  }
  const headed = blocks.length > 1
  const allCapitals = text === text.toUpperCase()
  blocks.forEach((block, index) => {
    if (index === 0) {
      if (headed) addHeader(block.lines.map(textOf), lines)
      else addEntries(joinWrapped(block.lines.slice(1), text, 'other', allCapitals), text, 'experience', lines)
      return
    }
    if (block.section === 'experience' || block.section === 'projects') {
      addEntries(joinWrapped(block.lines, text, block.section, allCapitals), text, block.section, lines)
    } else {
      for (const line of joinWrapped(block.lines, text, block.section, allCapitals)) {
        lines.push({ text: stripBullet(text.slice(line.start, line.end)), section: block.section })
      }
    }
  })
  return {
    id,
    lines: lines.filter((line) => line.text.trim() !== ''),
    facts: emptyProfileFacts(),
  }
}

const stripBullet = (line: string): string => line.replace(bullet, '').trim()

function addHeader(header: string[], lines: ProfileLine[]): void {
  const written = header.filter((line) => line.trim() !== '')
  for (const line of written.slice(1)) {
    const trimmed = line.trim()
    if (contactLine.test(trimmed)) continue
    for (const piece of trimmed.split(/\s*[|•]\s*/)) {
      if (drivingLine.test(foldSame(piece)) && piece.length < 80) lines.push({ text: piece, section: 'certificates' })
      else if (!/\d/.test(piece) && piece.length < 90 && readTitle(piece).occupation)
        lines.push({ text: piece, section: 'header' })
    }
  }
}

/** Joins what a narrow page has broken; each result is one slice of the text. */
function joinWrapped(
  rawLines: RawLine[],
  text: string,
  section: SectionName,
  allCapitals: boolean,
): (RawLine & { bulleted: boolean; gap: boolean })[] {
  const joined: (RawLine & { bulleted: boolean; gap: boolean })[] = []
  let gap = false
  let previousLength = 0
  const widest = rawLines.reduce((width, line) => Math.max(width, line.end - line.start), 0)
  for (const line of rawLines) {
    const content = text.slice(line.start, line.end)
    if (content.trim() === '') {
      gap = true
      continue
    }
    const bulleted = bullet.test(content)
    const first = content.trim()[0]!
    const previous = joined.at(-1)
    const listLike = section === 'skills' || section === 'summary' || section === 'interests' || section === 'languages'
    const startsSmall = !allCapitals && !/[\p{Lu}\d]/u.test(first)
    const endsOpen = previous !== undefined && /[,;(/&|]\s*$/.test(text.slice(previous.start, previous.end))
    const datesBroken =
      previous !== undefined &&
      !gap &&
      previousLength >= 30 &&
      content.trim().length <= 26 &&
      findRange(content) === null &&
      !bulleted &&
      findRange(text.slice(previous.start, previous.end).replaceAll('\n', ' ')) === null &&
      findRange(text.slice(previous.start, line.end).replaceAll('\n', ' ')) !== null
    const wrapped =
      previous !== undefined &&
      !gap &&
      !bulleted &&
      ((previousLength >= 40 && startsSmall && previousLength >= widest * 0.6) ||
        (previousLength >= 45 && endsOpen) ||
        (previousLength >= 58 &&
          previous.bulleted &&
          findRange(content) === null &&
          (startsSmall || listLike || /^\d/.test(first))) ||
        (previousLength >= 58 && listLike && !/[.!?]\s*$/.test(text.slice(previous.start, previous.end))))
    if (previous !== undefined && (wrapped || datesBroken)) previous.end = line.end
    else joined.push({ ...line, bulleted, gap })
    previousLength = content.trimEnd().length
    gap = false
  }
  return joined
}

/** Dated entries: a line that holds a stretch of time opens one, its title is beside it or on the line above or below. */
function addEntries(
  block: (RawLine & { bulleted: boolean; gap: boolean })[],
  text: string,
  section: SectionName,
  lines: ProfileLine[],
): void {
  let entryNumber = lines.length
  let entryId: string | undefined
  const own: ProfileLine[] = []
  let bodyLines = 0
  for (let index = 0; index < block.length; index += 1) {
    const line = block[index]!
    const content = stripBullet(text.slice(line.start, line.end))
    const range = findRange(content)
    const rest = range ? trimEdges(content.slice(0, range.from) + ' ' + content.slice(range.to)) : ''
    const isHead =
      range !== null &&
      (!line.bulleted ||
        ((range.from <= 3 || range.to >= content.length - 3) &&
          (rest === '' || readTitle(bestTitle(rest)).occupation !== null)))
    if (!isHead) {
      own.push({ text: content, section, ...(entryId ? { entryId } : {}) })
      bodyLines += 1
      continue
    }
    entryNumber += 1
    entryId = `entry-${entryNumber}`
    let head = content
    let title = bestTitle(rest)
    let organisation = organisationOf(rest, title)
    const above = own.at(-1)
    const aboveFree =
      above !== undefined &&
      bodyLines > 0 &&
      index > 0 &&
      !block[index - 1]!.bulleted &&
      !block[index]!.gap &&
      above.entry === undefined
    if (
      rest === '' ||
      (readTitle(title).occupation === null && aboveFree && readTitle(bestTitle(above.text)).occupation !== null)
    ) {
      if (aboveFree) {
        own.pop()
        title = bestTitle(above.text)
        organisation = organisationOf(above.text, title) || rest
        own.push({
          text: above.text,
          section,
          entryId,
          entry: { title, organisation, start: range!.start, end: range!.end },
        })
        own.push({ text: content, section, entryId })
        bodyLines = 0
        continue
      }
      const below = block[index + 1]
      if (below && !below.bulleted && !below.gap) {
        const belowText = stripBullet(text.slice(below.start, below.end))
        if (findRange(belowText) === null && (rest === '' || readTitle(bestTitle(belowText)).occupation !== null)) {
          title = bestTitle(belowText)
          organisation = organisationOf(belowText, title) || rest
          head = belowText
          own.push({
            text: head,
            section,
            entryId,
            entry: { title, organisation, start: range!.start, end: range!.end },
          })
          own.push({ text: content, section, entryId })
          index += 1
          bodyLines = 0
          continue
        }
      }
    }
    own.push({ text: head, section, entryId, entry: { title, organisation, start: range!.start, end: range!.end } })
    bodyLines = 0
  }
  lines.push(...own)
}

const trimEdges = (text: string): string =>
  text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/\(\s*\)/g, '')
    .replace(/^[\s:|,;–—.-]+|[\s:|,;–—(-]+$/gu, '')
    .trim()

/** The piece of a head line that names the occupation. */
function bestTitle(rest: string): string {
  const clean = trimEdges(rest.replaceAll('\n', ' '))
  const pieces = clean.split(/\s*\|\s*|\s+[–—-]\s+|\s+@\s+|\s+(?:chez|at)\s+|\s*[•·]\s*|\s+:\s+/u).filter(Boolean)
  if (pieces.length === 0) return ''
  let best = pieces[0]!
  let bestWorth = -1
  pieces.forEach((piece, index) => {
    const reading = readTitle(piece)
    const worth =
      (reading.occupation ? 2 : 0) -
      index * 0.1 -
      (/,\s*\p{Lu}[\p{L}' -]+$/u.test(piece) && !reading.occupation ? 0.5 : 0)
    if (worth > bestWorth) {
      bestWorth = worth
      best = piece
    }
  })
  const commas = best.split(/\s*,\s*/)
  if (commas.length > 1 && pieces.length <= 2) {
    const whole = readTitle(best)
    const firstOccupation = commas.findIndex((part) => readTitle(part).occupation !== null)
    if (pieces.length === 1 || whole.occupation === null) return commas[Math.max(0, firstOccupation)]!
  }
  return best
}

function organisationOf(rest: string, title: string): string {
  return trimEdges(rest.replaceAll('\n', ' ').replace(title, ' '))
}
