/**
 * Writes tests/corpus/formats: one small fictional CV in each format a recruiter receives, and expected.json, the truth
 * about them. The files are committed, so tests need none of this. To make them again, on Debian with
 * libreoffice-writer:
 *
 *   npx node tests/tools/formats/makeFormats.ts
 */
import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AFRelationship, PDFDocument } from '@cantoo/pdf-lib'
import { type Zippable, zipSync } from 'fflate'
import { makeCvPdf, makePerson } from '../corpus/manyCvs.ts'
import { type Label, type Person, personToLabel } from '../corpus/person.ts'
import { renderDocx } from '../corpus/renderDocx.ts'
import { renderHtml } from '../corpus/renderHtml.ts'
import { renderPdf } from '../corpus/renderPdf.ts'
import { renderText } from '../corpus/renderText.ts'
import { bytesByLetter } from './codepages.ts'
import { candidateXml, skillsPassportXml } from './europass.ts'
import { linkedInPdf, type Profile } from './linkedin.ts'
import { writeEml, writeMsg } from './mail.ts'
import { word6Doc } from './word6.ts'

type Expected = { file: string; format: string } & (
  | Partial<Label>
  | { holds: { file: string; name: string }[] }
  | { failure: string }
)

const folder = join(import.meta.dirname, '../../corpus/formats')
const expected: Expected[] = []
const made = new Date(2026, 9, 1)
/** Seeds far from those of other tests: the same invented person must not stand in two sets. */
const firstSeed = 7000

await mkdir(folder, { recursive: true })
const work = await mkdtemp(join(tmpdir(), 'formats-'))
try {
  await office()
  await texts()
  await europass()
  await linkedIn()
  await containers()
  await writeFile(
    join(folder, 'expected.json'),
    `${JSON.stringify({ schema: 'vivier-formats/1', files: expected }, null, 1)}\n`,
  )
} finally {
  await rm(work, { recursive: true })
}

function person(offset: number): Person {
  return { ...makePerson(firstSeed + offset), dateStyle: 'short' }
}

async function put(
  file: string,
  format: string,
  bytes: Uint8Array | string,
  truth: Person | { holds: { file: string; name: string }[] } | { failure: string },
): Promise<void> {
  await writeFile(join(folder, file), bytes)
  expected.push({ file, format, ...('jobs' in truth ? personToLabel(truth) : truth) })
}

async function office(): Promise<void> {
  const files: [string, string, Person, 'oneColumn' | 'tableSidebar'][] = [
    ['cv-word97.doc', 'doc', person(0), 'tableSidebar'],
    ['cv-une-colonne.doc', 'doc', person(1), 'oneColumn'],
    ['cv-libreoffice.odt', 'odt', person(2), 'tableSidebar'],
    ['cv-modele.ott', 'odt', person(3), 'oneColumn'],
    ['cv-wordpad.rtf', 'rtf', person(4), 'oneColumn'],
    ['cv-tableau.rtf', 'rtf', person(5), 'tableSidebar'],
  ]
  for (const [file, format, who, layout] of files) {
    const ending = file.slice(file.lastIndexOf('.') + 1)
    await writeFile(join(work, 'cv.docx'), await renderDocx(who, layout))
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=file://${work}/profile`,
        '--headless',
        '--convert-to',
        ending,
        '--outdir',
        work,
        join(work, 'cv.docx'),
      ],
      { stdio: 'ignore' },
    )
    await put(file, format, await readFile(join(work, `cv.${ending}`)), who)
  }
  await put('cv-word6.doc', 'doc', word6Doc(renderText(person(6))), person(6))
  // What many a "Word file" is: RTF under another name.
  await put('cv-rtf-renomme.doc', 'rtf', await readFile(join(folder, 'cv-wordpad.rtf')), person(4))
}

async function texts(): Promise<void> {
  await put('cv-page.html', 'html', renderHtml(person(7), 'table'), person(7))
  await put('cv-windows.txt', 'txt', latin(renderText(person(8)), 'windows-1252'), person(8))
  await put('cv-macintosh.txt', 'txt', latin(renderText(person(9)), 'macintosh'), person(9))
  const page = renderHtml(person(10), 'oneColumn')
  const mhtml = [
    'From: <Saved by a browser>',
    'Snapshot-Content-Location: https://example.org/cv',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related; type="text/html"; boundary="=_page"',
    '',
    '--=_page',
    'Content-Type: text/html; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    (
      Buffer.from(page)
        .toString('base64')
        .match(/.{1,76}/g) ?? []
    ).join('\r\n'),
    '--=_page--',
    '',
  ].join('\r\n')
  await put('page-enregistree.mhtml', 'mhtml', mhtml, person(10))
}

async function europass(): Promise<void> {
  const withStreet = (offset: number): Person => ({
    ...person(offset),
    language: 'fr',
    street: '8 allée des Tilleuls',
    postalCode: '69003',
    languages: [
      { name: 'Français', shown: 'langue maternelle', level: 'native' },
      { name: 'Anglais', shown: 'B2', level: 'B2' },
    ],
  })
  await put('europass-passeport.xml', 'europass', skillsPassportXml(withStreet(12)), withStreet(12))
  await put('europass-candidat.xml', 'europass', candidateXml(withStreet(15)), {
    ...withStreet(15),
    // That generation has no place for it.
    headline: '',
  })
  // The page shows less than the data attached to it, as today's Europass templates do.
  const who = withStreet(18)
  const shown: Person = { ...who, skills: [], languages: [], jobs: who.jobs.map((job) => ({ ...job, lines: [] })) }
  const pdf = await PDFDocument.load(await renderPdf(shown, 'leftSidebar', [0.1, 0.2, 0.5]))
  await pdf.attach(Buffer.from(candidateXml(who)), 'attachment.xml', {
    mimeType: 'text/xml',
    creationDate: made,
    modificationDate: made,
    afRelationship: AFRelationship.Data,
  })
  await put('europass.pdf', 'pdf', await pdf.save(), who)
}

async function linkedIn(): Promise<void> {
  const french: Profile = {
    language: 'fr',
    country: 'FR',
    name: 'Maëlys Kerbrat',
    headline: 'Responsable paie et administration du personnel chez Groupe Ondival',
    place: 'Nantes, Pays de la Loire, France',
    city: 'Nantes',
    phone: '06 39 98 41 02',
    email: 'maelys.kerbrat.recrutement@example.org',
    slug: 'maelys-kerbrat-44b1a27',
    links: ['www.linkedin.com/in/maelys-kerbrat-44b1a27'],
    profile: 'Douze ans de paie, du bulletin au contrôle des charges. J’aime les dossiers carrés.',
    jobs: [
      {
        title: 'Responsable paie et administration du personnel',
        organisation: 'Groupe Ondival',
        place: 'Nantes, Pays de la Loire, France',
        start: '2021-04',
        end: 'present',
        lines: [
          'Quatre gestionnaires de paie, 1 850 bulletins par mois.',
          'Passage à un nouveau logiciel en neuf mois.',
        ],
      },
      {
        title: 'Gestionnaire de paie',
        organisation: 'Groupe Ondival',
        place: 'Région de Nantes, France',
        start: '2017-09',
        end: '2021-03',
        lines: ['Paie de 600 salariés, métallurgie et transport.'],
      },
      {
        title: 'Collaboratrice paie',
        organisation: 'Cabinet Ferrandis & Associés',
        place: 'Rennes',
        start: '2014-01',
        end: '2017-08',
        lines: [],
      },
    ],
    degrees: [
      { title: 'Master, Gestion des ressources humaines', school: 'IGR-IAE Rennes', start: '2011', end: '2013' },
      {
        title: 'Licence, Administration économique et sociale',
        school: 'Université Rennes 2',
        start: '2008',
        end: '2011',
      },
    ],
    skills: [{ items: ['Gestion de la paie', 'Droit social', 'Silae'] }],
    languages: [
      { name: 'Français', shown: 'Native or Bilingual', level: 'native' },
      { name: 'Anglais', shown: 'Limited Working', level: 'intermediate' },
    ],
  }
  const english: Profile = {
    language: 'en',
    country: 'GB',
    name: 'Rowena Achterberg',
    headline: 'Operations Manager at Halden Freight',
    place: 'Greater Leeds Area, United Kingdom',
    city: 'Leeds',
    phone: null,
    email: 'rowena.achterberg@example.com',
    slug: 'rowena-achterberg-1a2b3c44',
    links: ['www.linkedin.com/in/rowena-achterberg-1a2b3c44'],
    jobs: [
      {
        title: 'Operations Manager',
        organisation: 'Halden Freight',
        place: 'Leeds, England, United Kingdom',
        start: '2021-01',
        end: 'present',
        lines: ['Two shifts, 84 people, 11,000 pallets a week.'],
      },
      { title: 'Shift Manager', organisation: 'Halden Freight', start: '2018-05', end: '2020-12', lines: [] },
      {
        title: 'Team Leader',
        organisation: 'Halden Freight',
        place: 'Wakefield',
        start: '2016-08',
        end: '2018-04',
        lines: [],
      },
      {
        title: 'Stock Controller',
        organisation: 'Marrowby Stores',
        start: '2013-10',
        end: '2016-07',
        lines: ['Perpetual inventory, returns, supplier claims.'],
      },
    ],
    degrees: [
      {
        title: 'Bachelor of Arts (BA), Logistics and Supply Chain Management',
        school: 'University of Huddersfield',
        start: '2010',
        end: '2013',
      },
    ],
    skills: [{ items: ['Supply Chain Management', 'Team Leadership', 'SAP WM'] }],
    languages: [
      { name: 'English', shown: 'Native or Bilingual', level: 'native' },
      { name: 'Dutch', shown: 'Full Professional', level: 'fluent' },
    ],
  }
  await put('linkedin-fr.pdf', 'pdf', await linkedInPdf(french), french)
  await put('linkedin-en.pdf', 'pdf', await linkedInPdf(english), english)
}

async function containers(): Promise<void> {
  const [first, second, third, fourth] = await Promise.all(
    [21, 22, 24, 25].map((offset) => makeCvPdf(firstSeed + offset)),
  )
  const logo = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )
  const mailOf = (name: string) => ({
    from: { name, address: 'candidate@example.org' },
    subject: 'Candidature au poste à pourvoir',
    text: `Madame, Monsieur,\n\nVous trouverez ci-joint mon CV. Je suis disponible dès le mois de décembre et mobile à Lyon.\n\nCordialement,\n${name}`,
  })
  const mimeType = 'application/pdf'
  const eml = writeEml({
    ...mailOf(first!.name),
    attachments: [
      { fileName: 'logo.png', mimeType: 'image/png', bytes: logo, inline: true },
      { fileName: 'Mon CV déposé.pdf', mimeType, bytes: first!.bytes },
    ],
  })
  await put('candidature.eml', 'eml', eml, { holds: [{ file: 'Mon CV déposé.pdf', name: first!.name }] })
  const msg = writeMsg({
    ...mailOf(fourth!.name),
    attachments: [{ fileName: 'CV par Outlook.pdf', mimeType, bytes: fourth!.bytes }],
  })
  await put('candidature.msg', 'msg', msg, { holds: [{ file: 'CV par Outlook.pdf', name: fourth!.name }] })
  const zip: Zippable = {
    'Candidatures/Été/CV Zoé.pdf': [second!.bytes, { mtime: made }],
    'Candidatures/cv-2.pdf': [third!.bytes, { mtime: made }],
    'Candidatures/notes/CV texte.txt': [Buffer.from(renderText(person(27))), { mtime: made }],
    '__MACOSX/Candidatures/._cv-2.pdf': [new Uint8Array([0, 5, 22, 7]), { mtime: made }],
    'Candidatures/.DS_Store': [new Uint8Array(40), { mtime: made }],
    'Candidatures/Thumbs.db': [new Uint8Array(40), { mtime: made }],
  }
  await put('candidatures.zip', 'zip', zipSync(zip, { level: 0 }), {
    holds: [
      { file: 'CV Zoé.pdf', name: second!.name },
      { file: 'cv-2.pdf', name: third!.name },
      { file: 'CV texte.txt', name: person(27).name },
    ],
  })
  const locked = zipSync({ 'cv.txt': [Buffer.from(renderText(person(28))), { mtime: made }] })
  const view = new DataView(locked.buffer, locked.byteOffset)
  for (let at = 0; at + 8 < locked.length; at += 1) {
    if (view.getUint32(at, true) === 0x04034b50) view.setUint16(at + 6, view.getUint16(at + 6, true) | 1, true)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint16(at + 8, view.getUint16(at + 8, true) | 1, true)
  }
  await put('protege.zip', 'zip', locked, { failure: 'Encrypted' })
}

function latin(text: string, encoding: string): Uint8Array {
  const table = bytesByLetter(encoding)
  return Uint8Array.from(text, (letter) => {
    const code = letter.codePointAt(0)!
    const byte = table[letter] ?? (code < 0x80 ? code : undefined)
    if (byte === undefined) throw new Error(`no byte for ${letter}`)
    return byte
  })
}
