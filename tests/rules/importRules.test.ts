import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')

/**
 * A small house in which every import rule is broken at least once. `from` imports `to`; the rule named is the
 * one that must notice. Files that are only imported are made empty.
 */
const violations: { rule: string; from: string; to: string; typeOnly?: boolean }[] = [
  { rule: 'kit-stands-alone', from: 'src/kit/date.ts', to: 'src/model/candidate.ts' },
  { rule: 'kit-stands-alone', from: 'src/kit/fold.ts', to: 'src/log/clock.ts' },
  { rule: 'log-stays-pure', from: 'src/log/merge.ts', to: 'src/model/candidate.ts' },
  { rule: 'log-stays-pure', from: 'src/log/protocol.ts', to: 'src/store/read.ts' },
  { rule: 'ground-without-packages', from: 'src/kit/id.ts', to: 'zod' },
  { rule: 'ground-without-packages', from: 'src/log/stamp.ts', to: 'node:crypto' },
  { rule: 'ui-knows-no-candidate', from: 'src/ui/Button.tsx', to: 'src/model/candidate.ts', typeOnly: true },
  { rule: 'ui-knows-no-candidate', from: 'src/ui/Card.tsx', to: 'src/candidates/CandidateScreen.tsx' },
  { rule: 'ui-knows-no-candidate', from: 'src/ui/Table.tsx', to: 'src/store/read.ts' },
  { rule: 'ui-knows-no-candidate', from: 'src/ui/Upload.tsx', to: 'workers/extraction/client.ts' },
  { rule: 'model-stays-pure', from: 'src/model/offer.ts', to: 'src/store/read.ts', typeOnly: true },
  { rule: 'model-stays-pure', from: 'src/model/match.ts', to: 'workers/matching/protocol.ts' },
  { rule: 'model-without-react-or-database', from: 'src/model/person.ts', to: 'react' },
  { rule: 'model-without-react-or-database', from: 'src/model/row.ts', to: 'dexie', typeOnly: true },
  { rule: 'store-knows-no-room', from: 'src/store/vault.ts', to: 'src/candidates/records.ts' },
  { rule: 'store-knows-no-room', from: 'src/store/blobs.ts', to: 'src/sync/engine.ts' },
  { rule: 'store-knows-no-room', from: 'src/store/index.ts', to: 'workers/matching/client.ts' },
  { rule: 'only-store-touches-dexie', from: 'src/candidates/records.ts', to: 'dexie' },
  { rule: 'only-store-touches-dexie', from: 'src/offers/OfferScreen.tsx', to: 'dexie-react-hooks' },
  { rule: 'only-records-pass-the-write-door', from: 'src/offers/saveOffer.ts', to: 'src/store/write.ts' },
  { rule: 'only-records-pass-the-write-door', from: 'src/offers/OfferList.tsx', to: 'src/store/tables.ts' },
  { rule: 'sync-and-llm-know-no-room', from: 'src/sync/engine.ts', to: 'src/candidates/records.ts' },
  { rule: 'sync-and-llm-know-no-room', from: 'src/llm/gateway.ts', to: 'src/ui/Button.tsx' },
  { rule: 'service-worker-stays-small', from: 'src/serviceWorker/share.ts', to: 'src/candidates/records.ts' },
  { rule: 'records-see-no-screen', from: 'src/offers/records.ts', to: 'src/offers/OfferScreen.tsx' },
  { rule: 'records-see-no-screen', from: 'src/settings/records.ts', to: 'src/ui/toast.ts' },
  { rule: 'records-see-no-worker', from: 'src/imports/records.ts', to: 'workers/extraction/client.ts' },
  { rule: 'rooms-meet-at-records', from: 'src/matching/RankingScreen.tsx', to: 'src/candidates/CandidateScreen.tsx' },
  { rule: 'rooms-meet-at-records', from: 'src/matching/records.ts', to: 'src/offers/saveOffer.ts' },
  { rule: 'rooms-meet-at-records', from: 'src/assistant/answer.ts', to: 'src/offers/OfferScreen.tsx' },
  { rule: 'rooms-meet-at-records', from: 'src/imports/ReviewScreen.tsx', to: 'src/candidates/text.ts' },
  { rule: 'shared-words-only-word', from: 'src/candidates/sharedWords.ts', to: 'src/candidates/records.ts' },
  { rule: 'shared-words-only-word', from: 'src/offers/sharedWords.ts', to: 'src/ui/Button.tsx' },
  { rule: 'no-room-above-its-floor', from: 'src/candidates/importCv.ts', to: 'src/app/Shell.tsx' },
  { rule: 'no-room-above-its-floor', from: 'src/candidates/ask.ts', to: 'src/assistant/answer.ts' },
  { rule: 'workers-are-met-at-their-door', from: 'src/app/warmUp.ts', to: 'workers/extraction/worker.ts' },
  { rule: 'workers-are-met-at-their-door', from: 'src/main.tsx', to: 'workers/matching/score.ts' },
  { rule: 'workers-know-kit-and-model', from: 'workers/extraction/steps.ts', to: 'src/store/read.ts' },
  { rule: 'workers-know-kit-and-model', from: 'workers/matching/cli/rank.ts', to: 'src/log/clock.ts' },
  { rule: 'workers-keep-to-their-folder', from: 'workers/matching/rank.ts', to: 'workers/extraction/worker.ts' },
  { rule: 'lane-knows-no-worker', from: 'workers/lane.ts', to: 'workers/extraction/client.ts' },
  { rule: 'workers-without-react-or-database', from: 'workers/matching/hook.ts', to: 'zustand' },
  { rule: 'relay-reads-nothing', from: 'sync-server/app.ts', to: 'src/model/candidate.ts' },
  { rule: 'relay-reads-nothing', from: 'sync-server/log.ts', to: 'src/log/merge.ts' },
  { rule: 'relay-reads-nothing', from: 'sync-server/main.ts', to: 'workers/lane.ts' },
  { rule: 'nobody-needs-the-relay', from: 'src/sync/pair.ts', to: 'sync-server/app.ts' },
  { rule: 'starters-need-nothing', from: 'sync-server/start.mjs', to: 'zod' },
  { rule: 'product-without-tests', from: 'src/app/demo.ts', to: 'tests/tools/persons.ts' },
  { rule: 'product-without-dev-packages', from: 'src/app/palette.ts', to: 'fast-check' },
  { rule: 'no-circle', from: 'src/offers/weights.ts', to: 'src/offers/defaults.ts' },
  { rule: 'no-circle', from: 'src/offers/defaults.ts', to: 'src/offers/weights.ts' },
  { rule: 'every-import-exists', from: 'src/app/routes.ts', to: 'src/app/noSuchFile.ts' },
]

/** What the table of imports allows: none of these may be noticed by any rule. */
const permitted: { from: string; to: string }[] = [
  { from: 'src/model/lawful.ts', to: 'src/kit/result.ts' },
  { from: 'src/model/lawful.ts', to: 'zod' },
  { from: 'src/store/lawful.ts', to: 'src/log/clock.ts' },
  { from: 'src/store/lawful.ts', to: 'dexie' },
  { from: 'src/ui/Lawful.tsx', to: 'react' },
  { from: 'src/pipeline/records.ts', to: 'src/store/write.ts' },
  { from: 'src/pipeline/records.ts', to: 'src/companies/records.ts' },
  { from: 'src/pipeline/PipelineScreen.tsx', to: 'src/companies/records.ts' },
  { from: 'src/pipeline/PipelineScreen.tsx', to: 'src/candidates/sharedWords.ts' },
  { from: 'src/candidates/sharedWords.ts', to: 'src/ui/language.ts' },
  { from: 'src/pipeline/PipelineScreen.tsx', to: 'src/pipeline/text.ts' },
  { from: 'src/pipeline/PipelineScreen.tsx', to: 'workers/matching/client.ts' },
  { from: 'src/assistant/lawful.ts', to: 'src/companies/records.ts' },
  { from: 'src/app/LawfulShell.tsx', to: 'src/pipeline/PipelineScreen.tsx' },
  { from: 'workers/matching/lawful.ts', to: 'src/model/candidate.ts' },
  { from: 'workers/matching/lawfulClient.ts', to: 'workers/lane.ts' },
  { from: 'workers/matching/cli/lawful.ts', to: 'workers/extraction/worker.ts' },
  { from: 'sync-server/lawful.ts', to: 'src/kit/result.ts' },
  { from: 'src/store/lawful.test.ts', to: 'src/candidates/records.ts' },
]

interface Violation {
  from: string
  to: string
  rule: { name: string }
}

let house: string
let seen: Violation[]
let modulesSeen: number

beforeAll(() => {
  house = mkdtempSync(path.join(tmpdir(), 'vivier-rules-'))
  const packages = ['react', 'zod', 'dexie', 'dexie-react-hooks', 'zustand', 'fast-check']
  for (const name of packages) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }))
    write(`node_modules/${name}/index.js`, 'module.exports = {}')
  }
  const byDev = (dev: boolean) =>
    Object.fromEntries(packages.filter((name) => (name === 'fast-check') === dev).map((name) => [name, '1.0.0']))
  write('package.json', JSON.stringify({ name: 'house', dependencies: byDev(false), devDependencies: byDev(true) }))

  const imports = [...violations, ...permitted]
  const lines = new Map<string, string[]>()
  for (const { from, to } of imports) {
    lines.set(from, [])
    if (/^(?:src|workers|sync-server|tests)\//.test(to) && !to.includes('noSuch') && !lines.has(to)) lines.set(to, [])
  }
  imports.forEach((seeded, index) => {
    const where = lines.has(seeded.to) || seeded.to.includes('noSuch') ? relative(seeded.from, seeded.to) : seeded.to
    const typeOnly = 'typeOnly' in seeded && seeded.typeOnly ? 'type ' : ''
    lines.get(seeded.from)?.push(`import ${typeOnly}* as seeded${index} from '${where}'`, `export { seeded${index} }`)
  })
  for (const [file, text] of lines) write(file, text.length ? text.join('\n') : 'export const made = 1')

  const report = JSON.parse(
    run('dependency-cruiser/bin/dependency-cruiser.mjs', [
      '--config',
      path.join(root, '.dependency-cruiser.cjs'),
      '--output-type',
      'json',
      'src',
      'workers',
      'sync-server',
      'tests',
    ]),
  ) as { summary: { violations: Violation[]; totalCruised: number } }
  seen = report.summary.violations
  modulesSeen = report.summary.totalCruised
})

afterAll(() => rmSync(house, { recursive: true, force: true }))

describe('imports', () => {
  it('are seen at all', () => {
    expect(modulesSeen).toBeGreaterThan(40)
  })

  it.each(violations)('$rule catches $from importing $to', ({ rule, from, to }) => {
    const caught = seen.filter((violation) => violation.rule.name === rule)
    // A circle is told once, from whichever end was reached first.
    const ends = rule === 'no-circle' ? [[from, to] as const, [to, from] as const] : [[from, to] as const]
    expect(
      ends.some(([start, end]) => caught.some((one) => one.from === start && sameTarget(one.to, start, end))),
    ).toBe(true)
  })

  it.each(permitted)('$from may import $to', ({ from, to }) => {
    expect(seen.filter((violation) => violation.from === from && sameTarget(violation.to, from, to))).toEqual([])
  })

  it('leave no rule without a violation that proves it', () => {
    const config = createRequire(import.meta.url)(path.join(root, '.dependency-cruiser.cjs')) as {
      forbidden: { name: string }[]
    }
    const proved = new Set(violations.map((violation) => violation.rule))
    expect(config.forbidden.map((rule) => rule.name).filter((name) => !proved.has(name))).toEqual([])
  })
})

describe('globals', () => {
  /** Where each is allowed, and some places where it is not. */
  const places: { global: string; use: string; allowed: string[]; refused: string[] }[] = [
    {
      global: 'fetch',
      use: "fetch('/x')",
      allowed: ['src/sync/pull.ts', 'src/llm/ask.ts', 'src/serviceWorker/sw.ts', 'workers/extraction/assets.ts'],
      refused: ['src/main.tsx', 'src/candidates/importCv.ts', 'src/model/offer.ts', 'workers/matching/worker.ts'],
    },
    {
      global: 'WebSocket',
      use: "new WebSocket('wss://x')",
      allowed: ['src/sync/live.ts'],
      refused: ['src/app/Shell.tsx', 'src/llm/stream.ts'],
    },
    {
      global: 'Worker',
      use: "new Worker('x.js')",
      allowed: ['workers/lane.ts', 'workers/extraction/client.ts'],
      refused: ['src/app/warmUp.ts', 'workers/extraction/worker.ts', 'src/main.tsx'],
    },
    {
      global: 'indexedDB',
      use: "indexedDB.open('x')",
      allowed: ['src/store/tables.ts', 'workers/matching/index/databaseFiles.ts'],
      refused: ['src/settings/resetScreen.tsx', 'workers/matching/cache.ts', 'src/serviceWorker/queue.ts'],
    },
    {
      global: 'localStorage',
      use: "localStorage.getItem('x')",
      allowed: ['src/ui/preferences.ts'],
      refused: ['src/ui/Theme.tsx', 'src/settings/records.ts', 'src/store/lock.ts', 'src/main.tsx'],
    },
    {
      global: 'sessionStorage',
      use: "sessionStorage.getItem('x')",
      allowed: [],
      refused: ['src/ui/scroll.ts', 'src/store/draft.ts', 'src/sync/session.ts'],
    },
  ]
  let reports: { message: string; filename: string }[]

  beforeAll(() => {
    const folder = 'globals'
    for (const { global, use, allowed, refused } of places) {
      for (const file of [...allowed, ...refused]) {
        write(
          `${folder}/${global}/${file}`,
          `export const used = ${use}\nexport const qualified = globalThis.${use.replace('new ', '')}\n`,
        )
      }
    }
    // Each global has a tree of its own, linted from its root: the patterns of our configuration are relative.
    reports = places.flatMap(({ global }) => {
      const cwd = path.join(house, folder, global)
      write(`${folder}/${global}/.oxlintrc.json`, readFileSync(path.join(root, '.oxlintrc.json'), 'utf8'))
      const report = JSON.parse(run('oxlint/bin/oxlint', ['--format', 'json', '.'], cwd)) as {
        diagnostics: { message: string; code: string; filename: string }[]
      }
      return report.diagnostics
        .filter((diagnostic) => diagnostic.code.includes('no-restricted-globals'))
        .map((diagnostic) => ({ message: diagnostic.message, filename: `${global}/${diagnostic.filename}` }))
    })
  })

  it.each(places.flatMap((place) => place.refused.map((file) => ({ ...place, file }))))(
    '$global is refused in $file, also by way of globalThis',
    ({ global, file }) => {
      const found = reports.filter(
        ({ filename, message }) => filename === `${global}/${file}` && message.includes(`'${global}'`),
      )
      expect(found).toHaveLength(2)
    },
  )

  it.each(places.flatMap((place) => place.allowed.map((file) => ({ ...place, file }))))(
    '$global is allowed in $file',
    ({ global, file }) => {
      expect(reports.filter(({ filename }) => filename === `${global}/${file}`)).toEqual([])
    },
  )
})

function sameTarget(seenTarget: string, from: string, to: string): boolean {
  return [to, to.replace('node:', ''), relative(from, to), `node_modules/${to}/index.js`].includes(seenTarget)
}

function relative(from: string, to: string): string {
  const where = path.posix.relative(path.posix.dirname(from), to)
  return where.startsWith('.') ? where : `./${where}`
}

function write(name: string, text: string): void {
  const file = path.join(house, name)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, text)
}

/** Both tools end with a code when they find something, which is what we are here for: only the report counts. */
function run(tool: string, args: string[], cwd = house): string {
  const command = [path.join(root, 'node_modules', tool), ...args]
  try {
    return execFileSync(process.execPath, command, { cwd, encoding: 'utf8', maxBuffer: 64e6 })
  } catch (error) {
    return (error as { stdout: string }).stdout
  }
}
