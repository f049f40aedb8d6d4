/**
 * Writes the demo workspace: public/demo/cvs.zip (the CV files of people.txt, in several layouts and formats) and
 * public/demo/demo.json (the adverts, and the language of each CV). All people, firms and schools are invented.
 * Running it again gives the same bytes:
 *
 *   npx node tests/tools/demo/makeDemo.ts
 *
 * With a folder as argument it writes there the loose CV files and, beside each, its truth in the label schema
 * vivier-cv-label/1, to measure extraction on:
 *
 *   npx node tests/tools/demo/makeDemo.ts OUT_DIR
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { zipSync } from 'fflate'
import type { Zippable } from 'fflate'
import { personToLabel } from '../corpus/person.ts'
import type { Person } from '../corpus/person.ts'
import { renderDocx } from '../corpus/renderDocx.ts'
import { renderPdf } from '../corpus/renderPdf.ts'
import type { PdfLayout } from '../corpus/renderPdf.ts'
import { renderText } from '../corpus/renderText.ts'
import { offers } from './offers.ts'
import { plainLetters, readPeople } from './readPeople.ts'

const here = dirname(fileURLToPath(import.meta.url))
const target = join(here, '../../../public/demo')
const layouts: PdfLayout[] = ['oneColumn', 'leftSidebar', 'dateMargin', 'classic', 'leftSidebar', 'oneColumn']
const accents: [number, number, number][] = [
  [0.11, 0.3, 0.42],
  [0.16, 0.21, 0.3],
  [0.36, 0.2, 0.16],
  [0.12, 0.34, 0.26],
  [0.32, 0.17, 0.33],
]

const people = readPeople(await readFile(join(here, 'people.txt'), 'utf8'))
const looseFolder = process.argv[2]
if (looseFolder) await mkdir(join(looseFolder, 'labels'), { recursive: true })
const entries: Zippable = {}
const cvs: { file: string; language: string }[] = []
for (const [index, person] of people.entries()) {
  const { extension, bytes } = await render(person, index)
  const file = `${fileNameOf(person.name, index)}.${extension}`
  // What is compressed already gains nothing from being compressed again.
  entries[file] = [bytes, { level: extension === 'txt' ? 9 : 0 }]
  cvs.push({ file, language: person.language })
  if (looseFolder) await writeLoose(looseFolder, file, bytes, person)
}
await mkdir(target, { recursive: true })
await writeFile(join(target, 'cvs.zip'), zipSync(entries, { mtime: new Date(2026, 9, 1, 8, 0, 0) }))
await writeFile(join(target, 'demo.json'), `${JSON.stringify({ version: 1, offers, cvs }, null, 2)}\n`)

async function writeLoose(folder: string, file: string, bytes: Uint8Array, person: Person): Promise<void> {
  const id = file.replace(/\.[a-z]+$/, '')
  await writeFile(join(folder, file), bytes)
  const label = { id, file, source: 'demo', layout: [file.split('.').at(-1)], ...personToLabel(person) }
  await writeFile(join(folder, 'labels', `${id}.json`), `${JSON.stringify(label, null, 1)}\n`)
}

async function render(person: Person, index: number): Promise<{ extension: string; bytes: Uint8Array }> {
  if (index % 10 === 4) {
    const layout = index % 20 === 4 ? 'oneColumn' : 'tableSidebar'
    return { extension: 'docx', bytes: await renderDocx(person, layout) }
  }
  if (index % 10 === 9) return { extension: 'txt', bytes: new TextEncoder().encode(renderText(person)) }
  const layout = layouts[index % layouts.length]!
  return { extension: 'pdf', bytes: await renderPdf(person, layout, accents[index % accents.length]!) }
}

/** The ways people name their CV. */
function fileNameOf(name: string, index: number): string {
  const plain = plainLetters(name)
  const [first, ...last] = plain.split(' ')
  const ways = [
    `CV_${plain.replaceAll(' ', '_')}`,
    `${plain.toLowerCase().replaceAll(' ', '-')}-cv`,
    `CV ${plain} 2026`,
    `${last.join(' ').toUpperCase()} ${first}`,
  ]
  return ways[index % ways.length]!
}
