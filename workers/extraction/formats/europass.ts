import { htmlToFlow } from './readHtml.ts'
import { textOf } from './flowText.ts'
import { type EmbeddedCv, repairJsonResume } from './readJsonResume.ts'
import { parseXml, type XmlNode } from './xml.ts'

// Names without their prefixes: each writer binds its own to the same namespaces.
const local = (node: XmlNode): string => node.name.slice(node.name.indexOf(':') + 1).toLowerCase()
const parts = (node: XmlNode | null, name: string): XmlNode[] =>
  (node?.children ?? []).filter((part): part is XmlNode => typeof part !== 'string' && local(part) === name)
const part = (node: XmlNode | null, ...path: string[]): XmlNode | null =>
  path.reduce<XmlNode | null>((at, name) => parts(at, name)[0] ?? null, node)
const words = (node: XmlNode | null): string =>
  (node?.children ?? [])
    .map((one) => (typeof one === 'string' ? one : words(one)))
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
const said = (node: XmlNode | null, ...path: string[]): string => words(part(node, ...path))

function findAll(node: XmlNode | null, name: string): XmlNode[] {
  return (node?.children ?? []).flatMap((one) =>
    typeof one === 'string' ? [] : local(one) === name ? [one] : findAll(one, name),
  )
}

/** Descriptions are pages of HTML inside the data: their rows, without bullets. */
const rows = (text: string): string[] =>
  (/<[a-z]/i.test(text) ? htmlToFlow(text).paragraphs.map(textOf) : text.split(/\n+/))
    .map((row) => row.trim())
    .filter(Boolean)

/** What a Europass XML says, of the schemas 3.x (SkillsPassport) or of today's platform (Candidate); null for another XML. */
export function readEuropass(source: string): EmbeddedCv | null {
  const root = parseXml(source).children.find(
    (node): node is XmlNode => typeof node !== 'string' && !node.name.startsWith('?'),
  )
  return root ? fromRoot(root) : null
}

/** The same of a Europass JSON, whose names are those of the XML; null for another JSON. */
export function readEuropassJson(source: string): EmbeddedCv | null {
  try {
    const raw: unknown = JSON.parse(source)
    if (typeof raw !== 'object' || raw === null) return null
    const [name, value] = Object.entries(raw).find(([key]) => /^(?:SkillsPassport|Candidate)$/i.test(key)) ?? []
    return name ? fromRoot(toNode(name, value, 0)) : null
  } catch {
    // No JSON: the caller reads it as text.
    return null
  }
}

function toNode(name: string, value: unknown, depth: number): XmlNode {
  const node: XmlNode = { name, attributes: {}, children: [] }
  if (depth > 40) return node
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    node.children.push(String(value))
  else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      // A list repeats its element, as the XML does.
      for (const one of Array.isArray(inner) ? inner : [inner]) node.children.push(toNode(key, one, depth + 1))
    }
  }
  return node
}

function fromRoot(root: XmlNode): EmbeddedCv | null {
  const name = local(root)
  if (name === 'skillspassport' || name === 'europass' || name === 'learnerinfo') return fromPassport(root)
  return name === 'candidate' ? fromCandidate(root) : null
}

/** `2019-03` of a date whose year, month and day are attributes or elements of their own. */
function passportDate(node: XmlNode | null): string {
  if (!node) return ''
  const piece = (name: string): string => {
    const attribute = Object.entries(node.attributes).find(([key]) => key.toLowerCase() === name)?.[1]
    return (attribute ?? said(node, name)).replace(/\D/g, '')
  }
  const year = piece('year')
  // Numbers of a damaged file are no months: the year alone stays true.
  const upTo = (most: number, digits: string): string =>
    Number(digits) >= 1 && Number(digits) <= most ? String(Number(digits)).padStart(2, '0') : ''
  const month = upTo(12, piece('month'))
  const day = month && upTo(31, piece('day'))
  if (!/^\d{4}$/.test(year)) return ''
  return [year, month, day].filter(Boolean).join('-')
}

/** A period; an end that is neither said nor going on stays unknown. */
function passportPeriod(node: XmlNode | null): { startDate: string; endDate: string } {
  const period = part(node, 'period')
  const isCurrent = said(period, 'current') === 'true'
  return {
    startDate: passportDate(part(period, 'from')),
    endDate: isCurrent ? '' : passportDate(part(period, 'to')) || 'unknown',
  }
}

function fromPassport(root: XmlNode): EmbeddedCv | null {
  const learner = local(root) === 'learnerinfo' ? root : part(root, 'learnerinfo')
  if (!learner) return null
  const who = part(learner, 'identification')
  const contact = part(who, 'contactinfo')
  const address = part(contact, 'address', 'contact')
  const skills = part(learner, 'skills')
  const list = (name: string): XmlNode[] =>
    findAll(learner, name).flatMap((node) => (parts(node, name).length > 0 ? parts(node, name) : [node]))
  const language = (node: XmlNode, fluency: string) => ({
    language: said(node, 'description', 'label') || languageName(said(node, 'description', 'code')),
    fluency,
  })
  return {
    maker: 'europass',
    birthDate: passportDate(part(who, 'demographics', 'birthdate')),
    driving: findAll(part(skills, 'driving'), 'licence').map(words).filter(Boolean),
    resume: repairJsonResume({
      basics: {
        name: [said(who, 'personname', 'firstname'), said(who, 'personname', 'surname')].filter(Boolean).join(' '),
        label: said(learner, 'headline', 'description', 'label'),
        email: said(contact, 'email', 'contact'),
        phone: findAll(contact, 'telephone').map((node) => said(node, 'contact'))[0] ?? '',
        location: {
          address: said(address, 'addressline'),
          postalCode: said(address, 'postalcode'),
          city: said(address, 'municipality'),
          countryCode: said(address, 'country', 'code'),
        },
        profiles: findAll(contact, 'website').map((node) => ({ url: said(node, 'contact') })),
      },
      work: list('workexperience').map((node) => ({
        ...passportPeriod(node),
        position: said(node, 'position', 'label'),
        name: said(node, 'employer', 'name'),
        location: said(node, 'employer', 'contactinfo', 'address', 'contact', 'municipality'),
        highlights: rows(raw(part(node, 'activities'))),
      })),
      education: list('education').map((node) => ({
        ...passportPeriod(node),
        studyType: said(node, 'title'),
        institution: said(node, 'organisation', 'name'),
        courses: rows(raw(part(node, 'activities'))),
      })),
      skills: ['communication', 'organisational', 'jobrelated', 'computer', 'other'].flatMap((name) =>
        rows(raw(part(skills, name, 'description'))).map((row) => ({ name: row })),
      ),
      languages: [
        ...findAll(skills, 'mothertongue').map((node) => language(node, 'langue maternelle')),
        ...findAll(skills, 'foreignlanguage').map((node) =>
          language(
            node,
            middleLevel(
              (part(node, 'proficiencylevel')?.children ?? []).map((one) =>
                typeof one === 'string' ? '' : words(one),
              ),
            ),
          ),
        ),
      ],
    }),
  }
}

function fromCandidate(root: XmlNode): EmbeddedCv | null {
  const who = part(root, 'candidateperson')
  const profile = part(root, 'candidateprofile')
  if (!who && !profile) return null
  const channels = parts(who, 'communication')
  const channel = (kind: RegExp) => channels.find((node) => kind.test(said(node, 'channelcode')))
  const phone = channel(/phone|mobile/i) ?? null
  const dialling = said(phone, 'countrydialing').replace(/\D/g, '')
  const number = said(phone, 'dialnumber')
  const address = channels.map((node) => part(node, 'address')).find((node) => node !== null) ?? null
  const competencies = findAll(part(profile, 'personqualifications'), 'personcompetency')
  const isLanguage = (node: XmlNode) => /^language$/i.test(said(node, 'taxonomyid'))
  return {
    maker: 'europass',
    birthDate: /^\d{4}-\d{2}-\d{2}/.exec(said(who, 'birthdate'))?.[0] ?? '',
    driving: findAll(profile, 'license')
      .map((node) => said(node, 'licensetypecode') || said(node, 'licensename'))
      .filter((code) => /^[A-Z][A-Z0-9]{0,2}$/.test(code)),
    resume: repairJsonResume({
      basics: {
        name: [said(who, 'personname', 'givenname'), said(who, 'personname', 'familyname')].filter(Boolean).join(' '),
        label: said(profile, 'professionalheadline') || said(profile, 'headline'),
        email: said(channel(/mail/i) ?? null, 'uri'),
        phone:
          number === ''
            ? ''
            : dialling === '' || number.startsWith('+')
              ? number
              : `+${dialling} ${number.replace(/^0+/, '')}`,
        summary: rows(raw(part(profile, 'executivesummary'))).join(' '),
        location: {
          address: said(address, 'addressline') || said(address, 'streetname'),
          postalCode: said(address, 'postalcode'),
          city: said(address, 'cityname'),
          countryCode: said(address, 'countrycode'),
        },
        profiles: channels
          .filter((node) => /web|social|linkedin|portfolio/i.test(said(node, 'channelcode')))
          .map((node) => ({ url: said(node, 'uri') })),
      },
      work: findAll(part(profile, 'employmenthistory'), 'employerhistory').flatMap((employer) =>
        parts(employer, 'positionhistory').map((node) => {
          const period = part(node, 'employmentperiod') ?? part(employer, 'employmentperiod')
          return {
            ...candidatePeriod(period, 'currentindicator'),
            position: said(node, 'positiontitle'),
            name: said(employer, 'organizationname'),
            location: said(node, 'city') || (findAll(employer, 'cityname').map(words)[0] ?? ''),
            highlights: rows(raw(part(node, 'description'))),
          }
        }),
      ),
      education: findAll(part(profile, 'educationhistory'), 'educationorganizationattendance').map((node) => ({
        ...candidatePeriod(part(node, 'attendanceperiod'), 'ongoing'),
        studyType: said(node, 'educationdegree', 'degreename') || said(node, 'programname'),
        institution: said(node, 'organizationname'),
        courses: rows(raw(part(node, 'educationdegree', 'occupationalskillscovered'))),
      })),
      skills: [
        ...competencies.filter((node) => !isLanguage(node)).map((node) => said(node, 'competencyname')),
        ...findAll(part(profile, 'digitalskills'), 'digitalskill').map(words),
      ]
        .filter(Boolean)
        .map((name) => ({ name })),
      languages: [
        ...parts(who, 'primarylanguagecode').map((node) => ({
          language: languageName(words(node)),
          fluency: 'langue maternelle',
        })),
        ...competencies.filter(isLanguage).map((node) => ({
          language: languageName(said(node, 'competencyid')),
          fluency: middleLevel(findAll(node, 'scoretext').map(words)),
        })),
      ],
      certificates: findAll(profile, 'certification')
        .map((node) => ({ name: said(node, 'certificationname') || said(node, 'name') }))
        .filter(({ name }) => name !== ''),
    }),
  }
}

function candidatePeriod(node: XmlNode | null, current: string): { startDate: string; endDate: string } {
  const date = (name: string) => /^\d{4}(?:-\d{2})?/.exec(said(node, name))?.[0] ?? ''
  return { startDate: date('startdate'), endDate: said(node, current) === 'true' ? '' : date('enddate') || 'unknown' }
}

/** The text of an element as it stands, markup that was escaped in it included. */
const raw = (node: XmlNode | null): string =>
  (node?.children ?? [])
    .map((one) => (typeof one === 'string' ? one : `<${one.name}>${raw(one)}</${one.name}>`))
    .join('')

const levels = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2']
/** The middle of the levels given for listening, reading, speaking and writing: the lower of two. */
function middleLevel(given: readonly string[]): string {
  const found = given.map((level) => levels.indexOf(level.trim().toUpperCase())).filter((index) => index >= 0)
  found.sort((a, b) => a - b)
  return levels[found[Math.floor((found.length - 1) / 2)] ?? -1] ?? ''
}

/** 'français' of `fr`, `fra` or `fre`. */
function languageName(code: string): string {
  try {
    return new Intl.DisplayNames(['fr'], { type: 'language' }).of(code.trim().toLowerCase()) ?? ''
  } catch {
    // Not a code: perhaps the name itself.
    return code
  }
}
