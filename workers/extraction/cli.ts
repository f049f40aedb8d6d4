import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { CvReading } from '../../src/model/reading.ts'
import { createNodeEnvironment } from './node/nodeEnvironment.ts'
import { defaultLimits } from './protocol.ts'
import { readDocument } from './readDocument.ts'

/** The level in the CV's words where they are of the schema's ('courant', 'B2'), else in the schema's: 'moyen' is intermediate. */
function levelWord(level: CvReading['languages'][number]['level']): string | null {
  if (!level) return null
  if (
    /\b[abc][12]\b|matern|nati[fv]|mother|biling|fluent|courant|proficien|advanced|avanc|intermed|bonne|good|conversation|basi|element|élément|notion|scolaire|d[ée]butant|beginner/i.test(
      level.text,
    )
  )
    return level.text
  return { C: 'fluent', B: 'intermediate', A: 'basic' }[level.value.charAt(0)] ?? 'native'
}

/** What `npm run -s extract` writes for a CV: one JSON file in a plain schema. */
export function readingToJson(cv: CvReading): Record<string, unknown> {
  const value = (read: { value: unknown } | null) => read?.value ?? null
  return {
    name: value(cv.fullName),
    headline: value(cv.headline),
    email: value(cv.email),
    phone: value(cv.phone),
    city: value(cv.city),
    postal_code: value(cv.postalCode),
    links: cv.links.map((link) => link.value),
    jobs: cv.jobs.map((job) => ({
      title: value(job.title),
      organisation: value(job.organisation),
      start: value(job.start),
      end: value(job.end),
    })),
    degrees: cv.degrees.map((degree) => ({
      title: value(degree.title),
      school: value(degree.school),
      start: value(degree.start),
      end: value(degree.end),
    })),
    skills: cv.skills.map((skill) => skill.value),
    // The words of the level are kept: 'courant' says more than the level it is mapped to.
    languages: cv.languages.map((language) => ({ lang: language.name.value, level: levelWord(language.level) })),
    licences: cv.licences.filter((licence) => licence.kind === 'driving').map((licence) => licence.code),
    lang: cv.language,
    country: cv.country || null,
  }
}

async function main(args: readonly string[]): Promise<number> {
  const [folder, ...files] = args
  if (!folder || files.length === 0) {
    console.error('Usage: npm run -s extract -- OUT_DIR FILE...')
    return 2
  }
  mkdirSync(folder, { recursive: true })
  const environment = createNodeEnvironment()
  for (const file of files) {
    const target = path.join(folder, `${path.basename(file, path.extname(file))}.json`)
    let out: unknown
    try {
      const read = await readDocument(
        environment,
        { fileName: path.basename(file), bytes: new Uint8Array(readFileSync(file)) },
        defaultLimits,
      )
      out = read.ok ? readingToJson(read.value.cv) : { error: read.error }
    } catch (error) {
      // The next file must still be read, whatever this one did to the reader.
      const missing = error instanceof Error && 'code' in error && (error as NodeJS.ErrnoException).code === 'ENOENT'
      if (process.env['VIVIER_DEBUG']) console.error(file, error)
      out = { error: { type: missing ? 'Vanished' : 'Crashed' } }
    }
    writeFileSync(target, `${JSON.stringify(out, null, 1)}\n`)
  }
  await environment.close()
  return 0
}

if (process.argv[1] && path.resolve(process.argv[1]) === import.meta.filename)
  process.exitCode = await main(process.argv.slice(2))
