// `npm test`: installs what tests need, then runs all of them on the real build. Runs on any Node from 20.19 on,
// before anything is installed. The last line counts checks, unit tests, the build and flows together.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { installPackages, pinnedNode, root, run, runNpm, say } from '../sync-server/packages.mjs'
import { installedChromium } from './tools/browserPath.mjs'
import { postgresPrograms } from './tools/postgres.mjs'

const usage = `npm test -- [--check] [--unit] [--e2e]
  --check  types, lint, format, imports, dead code
  --unit   tests beside the code
  --e2e    the build, then the flows in a real browser
Without one of them, all run.`

const { values: asked } = parseArgs({
  options: {
    check: { type: 'boolean' },
    unit: { type: 'boolean' },
    e2e: { type: 'boolean' },
    help: { type: 'boolean' },
  },
})
if (asked.help) {
  console.log(usage)
  process.exit(0)
}
const all = !asked.check && !asked.unit && !asked.e2e
const reports = mkdtempSync(path.join(tmpdir(), 'vivier-tests-'))
const totals = { passed: 0, failed: 0, skipped: 0 }
const startedMs = performance.now()

if (await installPackages()) {
  const node = pinnedNode() ?? process.execPath
  // Tools that start `node` themselves must find the pinned one too.
  const env = { ...process.env, PATH: `${path.join(root, 'node_modules', '.bin')}${path.delimiter}${process.env.PATH}` }
  if (all || asked.check) await stage('check', () => check(node, env))
  if (all || asked.unit) await stage('unit tests', () => unit(node, env))
  if (all || asked.e2e) {
    const built = await stage('build', async () => count((await runNpm(['run', '--silent', 'build'])) === 0))
    if (built) await stage('flows in the browser', () => flows(node, env))
    else say('the flows were not run: there is no build to run them on.')
  }
} else {
  say('the packages could not be installed.')
  totals.failed += 1
}
rmSync(reports, { recursive: true, force: true })

console.log(`\nTested in ${Math.round((performance.now() - startedMs) / 1000)} s.`)
if (totals.skipped > 0) console.log(`${totals.skipped} tests were skipped.`)
console.log(`${totals.passed} passed, ${totals.failed} failed`)
process.exitCode = totals.failed === 0 ? 0 : 1

/** Runs one stage, adds its counts to the totals, and returns whether nothing in it failed. */
async function stage(name, work) {
  console.log(`\n— ${name} —`)
  const beganMs = performance.now()
  const { passed, failed, skipped } = await work()
  totals.passed += passed
  totals.failed += failed
  totals.skipped += skipped
  const time = `${((performance.now() - beganMs) / 1000).toFixed(1)} s`
  console.log(`${name}: ${passed} right, ${failed} wrong, ${skipped} left out, in ${time}`)
  return failed === 0
}

async function check(node, env) {
  let output = ''
  const code = await runSeen(node, ['tests/check.mjs'], env, (text) => (output += text))
  const [, passed, failed] = /^(\d+) passed, (\d+) failed$/m.exec(output) ?? []
  return settle(code, passed === undefined ? null : { passed: Number(passed), failed: Number(failed), skipped: 0 })
}

async function unit(node, env) {
  await ensurePostgres()
  const file = path.join(reports, 'unit.json')
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const code = await run(node, [path.join('node_modules', 'vitest', 'vitest.mjs'), ...args], { env })
  const report = readReport(file)
  return settle(
    code,
    report && {
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests + (report.numTodoTests ?? 0),
    },
  )
}

async function flows(node, env) {
  if (!(await ensureBrowser(node, env))) {
    say('no Chromium could be installed. Set CHROMIUM_PATH to one and run `npm test` again.')
    return count(false)
  }
  const file = path.join(reports, 'flows.json')
  const cli = path.join('node_modules', '@playwright', 'test', 'cli.js')
  const code = await run(node, [cli, 'test', '--reporter=list,json'], {
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: file },
  })
  const stats = readReport(file)?.stats
  return settle(
    code,
    stats && { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped },
  )
}

/**
 * A Chromium to run the flows in: the machine's, else Playwright's own, else Debian's package where we may
 * install it.
 */
async function ensureBrowser(node, env) {
  const found = async () => Boolean(installedChromium() ?? (await playwrightBrowser(node)))
  if (await found()) return true
  say('no Chromium on this machine: installing one for the tests...')
  const cli = path.join('node_modules', '@playwright', 'test', 'cli.js')
  const debian = existsSync('/etc/debian_version') && process.getuid?.() === 0
  const ways = [
    ...(debian
      ? [async () => (await run('apt-get', ['update'])) || run('apt-get', ['install', '-y', 'chromium'])]
      : []),
    () => run(node, [cli, 'install', 'chromium'], { env }),
  ]
  for (const way of ways) {
    await way()
    if (await found()) return true
  }
  return false
}

/** PostgreSQL for the relay's tests: Debian's package where we may install it. Without one they are skipped, and said so. */
async function ensurePostgres() {
  if (postgresPrograms()) return
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    say('no PostgreSQL on this machine: installing one for the tests...')
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const install = ['install', '-y', '--no-install-recommends', 'postgresql']
    if ((await run('apt-get', ['update'], { env })) === 0) await run('apt-get', install, { env })
  }
  if (!postgresPrograms()) say('no PostgreSQL: the tests of the relay on it are skipped.')
}

/** Playwright's own Chromium, where it has been downloaded. */
async function playwrightBrowser(node) {
  let output = ''
  const script = "import('@playwright/test').then(({ chromium }) => console.log(chromium.executablePath()))"
  await runSeen(node, ['-e', script], process.env, (text) => (output += text), false)
  return existsSync(output.trim()) ? output.trim() : undefined
}

/** A runner that ends badly without a failed test of its own (a crash, an unhandled error) counts as one failure. */
function settle(code, counts) {
  if (!counts) return count(false)
  const nothingRan = counts.passed + counts.failed === 0
  return code !== 0 || nothingRan ? { ...counts, failed: Math.max(1, counts.failed) } : counts
}

function count(right) {
  return { passed: right ? 1 : 0, failed: right ? 0 : 1, skipped: 0 }
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    // No report: the runner never got as far as writing one.
    return null
  }
}

/** Runs a command, showing what it prints (unless `shown` is false) and handing it to `read`. */
function runSeen(command, args, env, read, shown = true) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] })
    child.stdout.on('data', (chunk) => {
      read(String(chunk))
      if (shown) process.stdout.write(chunk)
    })
    child.on('error', () => resolve(1))
    child.on('close', (code) => resolve(code ?? 1))
  })
}
