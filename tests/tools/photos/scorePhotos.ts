// `npm run eval:photos -- DIR [--out FOLDER] [--only REGEX]`: what the reader makes of photographed and scanned pages. DIR
// holds pictures, labels/ID.json, the pages' true text in labels/_ID.ref.txt, and, where there are any, the PDFs they were
// made of in originals/ID.pdf, which are read for comparison. Pictures are grouped by the word their names begin with.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { readingToJson } from '../../../workers/extraction/cli.ts'
import { createNodeEnvironment } from '../../../workers/extraction/node/nodeEnvironment.ts'
import { defaultLimits } from '../../../workers/extraction/protocol.ts'
import { readDocument } from '../../../workers/extraction/readDocument.ts'
import { type CvLabel, edits, f1, fields, macroF1, type Score, scoreReading, sumScores } from '../scoreReadings.ts'

interface Row {
  id: string
  words: number
  recalled: number
  characters: number
  wrongCharacters: number
  score: Score | null
  original: Score | null
  ms: number
}

const folded = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[’‘`´]/g, "'")
    .replace(/[–—−]/g, '-')
    .toLowerCase()
const wordsOf = (text: string): string[] => folded(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []

function countWords(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

/** Words of the page that were read, and characters wrong in all, whatever the order the page is read in. */
function compareTexts(truth: string, read: string): Pick<Row, 'words' | 'recalled' | 'characters' | 'wrongCharacters'> {
  const shown = wordsOf(truth)
  const given = countWords(wordsOf(read))
  let recalled = 0
  const missing: string[] = []
  for (const word of shown) {
    const left = given.get(word) ?? 0
    if (left > 0) {
      given.set(word, left - 1)
      recalled += 1
    } else missing.push(word)
  }
  const extra = [...given].flatMap(([word, count]) => Array.from({ length: count }, () => word))
  // What is left is paired, the likest first; what has no partner is wrong in full.
  const pairs = missing
    .flatMap((word, i) => extra.map((other, j) => ({ i, j, wrong: edits(word, other) })))
    .filter(({ i, j, wrong }) => wrong < Math.max(missing[i]!.length, extra[j]!.length))
    .sort((a, b) => a.wrong - b.wrong)
  const [usedMissing, usedExtra] = [new Set<number>(), new Set<number>()]
  let wrongCharacters = 0
  for (const { i, j, wrong } of pairs) {
    if (usedMissing.has(i) || usedExtra.has(j)) continue
    usedMissing.add(i)
    usedExtra.add(j)
    wrongCharacters += wrong
  }
  for (const [i, word] of missing.entries()) if (!usedMissing.has(i)) wrongCharacters += word.length
  for (const [j, word] of extra.entries()) if (!usedExtra.has(j)) wrongCharacters += word.length
  return { words: shown.length, recalled, characters: shown.join('').length, wrongCharacters }
}

const asRate = (value: number): string => (Number.isNaN(value) ? '   – ' : value.toFixed(3))
const rateOf = (score: Score, field: 'email' | 'phone'): number => {
  const own = score[field]
  return own ? own.right / (own.right + own.missed) : Number.NaN
}

function tell(group: string, rows: readonly Row[]): void {
  const sum = (key: 'words' | 'recalled' | 'characters' | 'wrongCharacters' | 'ms') =>
    rows.reduce((total, row) => total + row[key], 0)
  const score = sumScores(rows.flatMap((row) => row.score ?? []))
  const original = sumScores(rows.flatMap((row) => row.original ?? []))
  console.log(
    `\n${group}: ${rows.length} pictures · words recalled ${asRate(sum('recalled') / sum('words'))} (worst ${asRate(Math.min(...rows.map((row) => row.recalled / row.words)))})` +
      ` · character errors ${asRate(sum('wrongCharacters') / sum('characters'))}` +
      ` · e-mail ${asRate(rateOf(score, 'email'))} · phone ${asRate(rateOf(score, 'phone'))}` +
      ` · macro F1 ${asRate(macroF1(score))}, of the PDFs ${asRate(macroF1(original))}` +
      ` · ${(sum('ms') / rows.length / 1000).toFixed(1)} s a picture`,
  )
  for (const field of fields) {
    const [own, other] = [score[field], original[field]]
    if (own) console.log(`  ${field.padEnd(15)} ${asRate(f1(own))}  ${other ? asRate(f1(other)) : ''}`)
  }
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { out: { type: 'string' }, only: { type: 'string' } },
  })
  const folder = positionals[0]
  if (!folder) {
    console.error('Usage: npm run eval:photos -- DIR [--out FOLDER] [--only REGEX]')
    return 2
  }
  const only = new RegExp(values.only ?? '')
  if (values.out) mkdirSync(values.out, { recursive: true })
  const environment = createNodeEnvironment()
  const read = async (file: string) => {
    const result = await readDocument(
      environment,
      { fileName: path.basename(file), bytes: new Uint8Array(readFileSync(file)) },
      defaultLimits,
    )
    return {
      text: result.ok ? result.value.lines.map((line) => line.text).join('\n') : '',
      cv: (result.ok ? readingToJson(result.value.cv) : {}) as CvLabel,
    }
  }
  const rows: Row[] = []
  for (const name of readdirSync(folder).sort()) {
    const id = path.parse(name).name
    const truth = path.join(folder, 'labels', `_${id}.ref.txt`)
    if (!/\.(?:jpe?g|png|webp)$/i.test(name) || !only.test(name) || !existsSync(truth)) continue
    const began = performance.now()
    const { text, cv } = await read(path.join(folder, name))
    const ms = performance.now() - began
    const labelled = path.join(folder, 'labels', `${id}.json`)
    const label = existsSync(labelled) ? (JSON.parse(readFileSync(labelled, 'utf8')) as CvLabel) : null
    const pdf = path.join(folder, 'originals', `${id}.pdf`)
    const row: Row = {
      id,
      ...compareTexts(readFileSync(truth, 'utf8'), text),
      score: label && scoreReading(cv, label),
      original: label && existsSync(pdf) ? scoreReading((await read(pdf)).cv, label) : null,
      ms,
    }
    rows.push(row)
    if (values.out) {
      writeFileSync(path.join(values.out, `${id}.txt`), text)
      writeFileSync(path.join(values.out, `${id}.json`), `${JSON.stringify(cv, null, 1)}\n`)
    }
    console.log(
      `${id.padEnd(66)} words ${asRate(row.recalled / row.words)}  errors ${asRate(row.wrongCharacters / row.characters)}` +
        `  F1 ${row.score ? asRate(macroF1(row.score)) : ''} ${row.original ? asRate(macroF1(row.original)) : ''}  ${(ms / 1000).toFixed(1)} s`,
    )
  }
  await environment.close()
  const groups = [...new Set(rows.map(({ id }) => /^[a-z]+/i.exec(id)?.[0] ?? ''))]
  for (const group of groups) tell(group, rows.filter(({ id }) => (/^[a-z]+/i.exec(id)?.[0] ?? '') === group)) // prettier-ignore
  return 0
}

process.exitCode = await main()
