import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { createCanvas } from '@napi-rs/canvas'
import { sniff } from '../../workers/extraction/formats/sniff.ts'
import { makeCvPdf } from '../tools/corpus/manyCvs.ts'
import { denseDocx } from './denseDocx.ts'

/** A whole file to start from. */
export interface Seed {
  name: string
  format: string
  bytes: Uint8Array
}

const corpus = path.resolve(import.meta.dirname, '../corpus')
/** Small files break in more interesting places, and are read sooner. */
const mostBytes = 60_000

const cvText = `Capucine Belloir
Technicienne de maintenance
capucine.belloir@example.org - 06 39 98 41 07 - 35000 Rennes

EXPÉRIENCE
2019 - 2024 Technicienne de maintenance, Fonderie Trézel, Rennes
- Entretien des presses et des automates Siemens
09/2016 - 12/2018 Agente de maintenance, Laiterie du Plessis

FORMATION
2016 BTS Maintenance des systèmes, Lycée Kerval

COMPÉTENCES
Automates, soudure, lecture de plans, GMAO

LANGUES
Français : langue maternelle, anglais : B1
`

const rtf = `{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}{\\colortbl;\\red255\\green255\\blue255;}
${cvText.replace(/[^\x20-\x7e\n]/g, (letter) => `\\'${letter.charCodeAt(0).toString(16).padStart(2, '0')}`).replace(/\n/g, '\\par\n')}{\\v hidden words}\\trowd\\cellx2000\\cellx4000 a\\cell b\\cell\\row}`

const html = `<!DOCTYPE html><html><head><title>CV</title><style>.n{display:none}</style></head><body>
<h1>Capucine Belloir</h1><p>capucine.belloir@example.org</p><table><tr><td>2019</td><td>Technicienne</td></tr></table>
<ul><li>Soudure</li><li>GMAO</li></ul><p class="n">unseen</p>${cvText.replace(/\n/g, '<br>')}</body></html>`

const eml = (attachment: Uint8Array) => `From: Capucine Belloir <capucine.belloir@example.org>
To: rh@example.com
Subject: =?utf-8?Q?Candidature_=C3=A0_votre_offre?=
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="frontier"

--frontier
Content-Type: text/plain; charset="utf-8"
Content-Transfer-Encoding: 8bit

${cvText}
--frontier
Content-Type: application/pdf; name="cv.pdf"
Content-Disposition: attachment; filename="cv.pdf"
Content-Transfer-Encoding: base64

${(
  Buffer.from(attachment)
    .toString('base64')
    .match(/.{1,76}/g) ?? []
).join('\r\n')}
--frontier--
`

const europass = `<?xml version="1.0" encoding="UTF-8"?><SkillsPassport xmlns="http://europass.cedefop.europa.eu/Europass"><LearnerInfo>
<Identification><PersonName><FirstName>Capucine</FirstName><Surname>Belloir</Surname></PersonName><ContactInfo><Email><Contact>capucine.belloir@example.org</Contact></Email></ContactInfo></Identification>
<WorkExperienceList><WorkExperience><Period><From year="2019" month="--03"/><Current>true</Current></Period><Position><Label>Technicienne</Label></Position><Employer><Name>Fonderie</Name></Employer></WorkExperience></WorkExperienceList>
<Skills><Linguistic><MotherTongueList><MotherTongue><Description><Code>fr</Code></Description></MotherTongue></MotherTongueList></Linguistic></Skills></LearnerInfo></SkillsPassport>`

/** A PDF whose page content is not compressed, so that its drawing operators can be changed. */
export function plainPdf(lines: readonly string[]): Uint8Array {
  const content = `BT /F1 11 Tf 60 780 Td 14 TL ${lines.map((line) => `(${line.replace(/[()\\]/g, '\\$&').replace(/[^\x20-\x7e]/g, '?')}) Tj T*`).join('\n')} ET q 0.2 0.4 0.6 rg 60 60 200 20 re f Q q 20 0 0 20 60 20 cm /I1 Do Q`
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>/XObject<</I1 6 0 R>>>>/Contents 4 0 R/Annots[7 0 R]>>',
    `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    '<</Type/XObject/Subtype/Image/Width 2/Height 2/ColorSpace/DeviceGray/BitsPerComponent 8/Length 4>>\nstream\nabcd\nendstream',
    '<</Type/Annot/Subtype/Link/Rect[60 700 200 720]/A<</S/URI/URI(https://example.org/cv)>>>>',
  ]
  let text = '%PDF-1.4\n'
  const at: number[] = []
  for (const [index, body] of objects.entries()) {
    at.push(text.length)
    text += `${index + 1} 0 obj\n${body}\nendobj\n`
  }
  const start = text.length
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${at.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`
  return strToU8(text, true)
}

async function pictures(): Promise<Seed[]> {
  const canvas = createCanvas(60, 80)
  const context = canvas.getContext('2d')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, 60, 80)
  context.fillStyle = '#123'
  context.fillRect(8, 10, 40, 6)
  const bmp = Buffer.alloc(54 + 16)
  bmp.write('BM')
  bmp.writeUInt32LE(bmp.length, 2)
  for (const [at, value] of [
    [10, 54],
    [14, 40],
    [18, 2],
    [22, 2],
    [34, 16],
  ] as const)
    bmp.writeUInt32LE(value, at)
  bmp.writeUInt16LE(1, 26)
  bmp.writeUInt16LE(24, 28)
  const tiff = Buffer.from(
    '49492a0008000000030000010300010000000200000001010300010000000200000003010300010000000100000000000000',
    'hex',
  )
  return [
    { name: 'page.png', format: 'png', bytes: canvas.toBuffer('image/png') },
    { name: 'page.jpg', format: 'jpg', bytes: canvas.toBuffer('image/jpeg') },
    { name: 'page.webp', format: 'webp', bytes: canvas.toBuffer('image/webp') },
    { name: 'page.avif', format: 'avif', bytes: await canvas.encode('avif') },
    {
      name: 'page.gif',
      format: 'gif',
      bytes: Buffer.from('R0lGODlhAgACAIAAAP///wAAACH5BAAAAAAALAAAAAACAAIAAAIDRAJZADs=', 'base64'),
    },
    { name: 'page.bmp', format: 'bmp', bytes: bmp },
    { name: 'page.tiff', format: 'tiff', bytes: tiff },
  ]
}

/** Small whole files of every format, made here or taken from the corpus, in an order that does not change. */
export async function loadSeeds(): Promise<Seed[]> {
  const pdf = (await makeCvPdf(3)).bytes
  const made: Omit<Seed, 'format'>[] = [
    { name: 'plain.pdf', bytes: plainPdf(cvText.split('\n')) },
    ...(await Promise.all(
      [0, 1, 2, 5].map(async (seed) => ({ name: `cv${seed}.pdf`, bytes: (await makeCvPdf(seed)).bytes })),
    )),
    { name: 'dense.docx', bytes: denseDocx() },
    { name: 'cv.txt', bytes: new TextEncoder().encode(cvText) },
    { name: 'cv.rtf', bytes: strToU8(rtf, true) },
    { name: 'cv.html', bytes: new TextEncoder().encode(html) },
    { name: 'cv.xml', bytes: new TextEncoder().encode(europass) },
    { name: 'cvs.zip', bytes: zipSync({ 'a/cv.txt': strToU8(cvText), 'cv.pdf': pdf, 'b/cv.html': strToU8(html) }) },
  ]
  const found = readdirSync(corpus, { recursive: true, encoding: 'utf8' })
    .sort()
    .filter((name) => !/expected\.json$|\.gitattributes$|labels\/|pages500|bomb/i.test(name))
    .map((name) => path.join(corpus, name))
    .filter((file) => statSync(file).isFile() && statSync(file).size <= mostBytes && statSync(file).size > 0)
    .map((file) => ({ name: path.basename(file), bytes: new Uint8Array(readFileSync(file)) }))
  const seeds: Seed[] = [
    ...[...made, ...found].map((seed) => ({
      ...seed,
      format: /\.eml$/.test(seed.name) ? 'eml' : (sniff(seed.bytes) as string),
    })),
    { name: 'mail.eml', format: 'eml', bytes: new TextEncoder().encode(eml(pdf)) },
    ...(await pictures()),
  ]
  // A Buffer's `slice` is a view: a mutation of it would change the seed.
  return seeds.map((seed) => ({ ...seed, bytes: new Uint8Array(seed.bytes) }))
}
