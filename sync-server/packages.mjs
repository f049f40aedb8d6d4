// Runs on any Node from 20.19 on, before anything is installed: only what Node itself brings may be imported.
import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

/** The folder of package.json. */
export const root = path.resolve(import.meta.dirname, '..')

/**
 * True when node_modules lacks a package of package-lock.json or holds another version of it. Contents are
 * compared, not dates: a fresh checkout and a package manager both write these files in an order of their own.
 */
export function packagesAreStale(folder = root) {
  const wanted = readJson(path.join(folder, 'package-lock.json'))?.packages
  const installed = readJson(path.join(folder, 'node_modules', '.package-lock.json'))?.packages
  if (!wanted) return installed === undefined
  if (!installed) return true
  return Object.entries(wanted).some(([where, entry]) => {
    if (where === '' || entry.link) return false
    const found = installed[where]
    // Binaries for other platforms, and peers nobody asked for, are rightly absent.
    if (!found) return !(entry.optional || entry.devOptional || entry.peer)
    return found.version !== entry.version
  })
}

/**
 * Installs what package-lock.json names when it is missing or out of date. Returns false when neither way of
 * installing worked; npm has then said why.
 */
export async function installPackages() {
  if (!packagesAreStale()) return true
  say('Installing packages (about a minute the first time)...')
  // Packages that ask for a newer Node than the one which installs run on the pinned one: no warning helps anyone.
  const quietly = ['--no-audit', '--no-fund', '--loglevel=error']
  if ((await runNpm(['ci', ...quietly])) === 0) return true
  say('The exact install did not work on this machine: trying a plain one.')
  return (await runNpm(['install', '--no-save', ...quietly])) === 0
}

/**
 * The Node that the project pins. When its package brought no binary for this machine, the running Node serves
 * if it can run TypeScript files by itself (from 22.18 on); null when it cannot.
 */
export function pinnedNode() {
  for (const name of ['node', 'node.exe']) {
    const file = path.join(root, 'node_modules', 'node', 'bin', name)
    if (existsSync(file)) return file
  }
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  return major > 22 || (major === 22 && minor >= 18) ? process.execPath : null
}

/** True when there is no build, or something it is made from changed since. */
export function buildIsStale(folder = root) {
  const built = modifiedMs(path.join(folder, 'dist', 'index.html'))
  if (built === 0) return true
  const sources = ['src', 'workers', 'public', 'index.html', 'vite.config.ts', 'package.json', 'package-lock.json']
  return sources.some((name) => newestMs(path.join(folder, name)) > built)
}

/** Builds the app when that is needed. Returns false when the build failed. */
export async function buildApp() {
  if (!buildIsStale()) return true
  say('Building the app...')
  return (await runNpm(['run', '--silent', 'build', '--', '--logLevel', 'warn'])) === 0
}

/** Runs npm in the project's folder and resolves to its exit code. */
export function runNpm(args) {
  // Under `npm start` the very npm that runs is used; run by hand, the one on the path.
  const own = process.env.npm_execpath
  return own?.endsWith('.js')
    ? run(process.execPath, [own, ...args])
    : run('npm', args, { shell: process.platform === 'win32' })
}

/** Runs a command in the project's folder with our own input and output; resolves to its exit code. */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options })
    child.on('error', (error) => {
      say(`${command} could not be started: ${error.message}`)
      resolve(1)
    })
    child.on('exit', (code, signal) => resolve(signal ? 1 : (code ?? 1)))
  })
}

/** Prints a line of ours, told apart from what the tools print. */
export function say(sentence) {
  console.log(`Vivier: ${sentence}`)
}

function newestMs(where) {
  const own = modifiedMs(where)
  if (own === 0 || !statSync(where).isDirectory()) return own
  let newest = 0
  for (const entry of readdirSync(where, { withFileTypes: true })) {
    // A test is no part of the build.
    if (/\.test\.tsx?$/.test(entry.name)) continue
    newest = Math.max(newest, newestMs(path.join(where, entry.name)))
  }
  return newest
}

function modifiedMs(where) {
  return statSync(where, { throwIfNoEntry: false })?.mtimeMs ?? 0
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    // Missing or half-written: to the caller both mean "install again".
    return undefined
  }
}

/**
 * How Node runs the relay. What passes through it lives for a turn of the event loop: with room for 2 MB of young
 * objects instead of 16 it needs 30 MB less at its peak, and is as fast.
 */
export const relayFlags = ['--max-semi-space-size=2']
