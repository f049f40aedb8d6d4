// `npm run lock:complete`: run it after every change of dependencies, before committing package-lock.json.
//
// A registry mirror that serves no binaries for other platforms makes npm leave them out of the lock file, and
// `npm ci` then refuses that file everywhere ("Missing: ... from lock file"). This adds each optional package
// that some installed package names and the lock lacks, with the platform it is for, so that npm skips it where
// it does not belong. Entries carry no integrity, as nothing was downloaded.
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const platforms = ['darwin', 'linux', 'win32', 'android', 'freebsd', 'openbsd', 'netbsd', 'sunos', 'aix', 'openharmony']
const processors = ['x64', 'arm64', 'arm', 'ia32', 'riscv64', 'ppc64', 's390x', 'loong64', 'mips64el', 'wasm32']

const file = path.resolve(import.meta.dirname, '../../package-lock.json')
if (process.argv[1] === import.meta.filename) {
  const lock = JSON.parse(readFileSync(file, 'utf8'))
  const added = completeLock(lock)
  if (added.length > 0) writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
  console.log(added.length === 0 ? 'The lock file is complete.' : `Added to the lock file: ${added.join(', ')}`)
}

/** Adds the missing optional packages to `lock` and returns their names. */
export function completeLock(lock) {
  const packages = new Map(Object.entries(lock.packages))
  const missing = []
  for (const [where, entry] of packages) {
    for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
      if (isReachable(packages, where, name)) continue
      const version = /^[\^~]?(\d+\.\d+\.\d+\S*)$/.exec(range)?.[1]
      // A range that names no version cannot be locked without asking the registry.
      if (!version) throw new Error(`${where || 'package.json'} asks for ${name}@${range}: lock it by hand.`)
      packages.set(`node_modules/${name}`, lockEntry(name, version, entry.dev))
      missing.push(name)
    }
  }
  lock.packages = Object.fromEntries([...packages].sort(([one], [other]) => (one < other ? -1 : 1)))
  return missing
}

/** True when a package at `where` would find `name` by walking up its node_modules folders. */
function isReachable(packages, where, name) {
  for (let folder = where; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))) {
    if (packages.has(path.posix.join(folder, 'node_modules', name))) return true
    if (folder === '') return false
  }
}

/** The entry of a package known by its name alone: such names end in platform, processor and C library. */
function lockEntry(name, version, dev) {
  const words = name.split(/[/-]/)
  const os = platforms.find((platform) => words.includes(platform))
  const cpu = processors.find((processor) => words.includes(processor))
  const libc = words.some((word) => word.startsWith('musl'))
    ? 'musl'
    : words.some((word) => word.startsWith('gnu'))
      ? 'glibc'
      : null
  return {
    version,
    ...(cpu ? { cpu: [cpu] } : {}),
    ...(dev ? { dev: true } : {}),
    ...(libc && os === 'linux' ? { libc: [libc] } : {}),
    optional: true,
    ...(os ? { os: [os] } : {}),
  }
}
