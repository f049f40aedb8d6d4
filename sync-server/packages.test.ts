import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { buildIsStale, packagesAreStale } from './packages.mjs'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'vivier-start-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const lock = {
  '': { name: 'vivier' },
  'node_modules/a': { version: '1.0.0' },
  'node_modules/a-darwin-arm64': { version: '1.0.0', optional: true },
}

it('installs on a fresh clone, after a change of the lock file, and not otherwise', () => {
  writePackages('package-lock.json', lock)
  expect(packagesAreStale(folder)).toBe(true)
  const { 'node_modules/a-darwin-arm64': _otherPlatform, ...here } = lock
  writePackages('node_modules/.package-lock.json', here)
  expect(packagesAreStale(folder)).toBe(false)
  writePackages('package-lock.json', { ...lock, 'node_modules/a': { version: '1.0.1' } })
  expect(packagesAreStale(folder)).toBe(true)
  writePackages('package-lock.json', { ...lock, 'node_modules/b': { version: '1.0.0' } })
  expect(packagesAreStale(folder)).toBe(true)
})

it('installs again when an installation was broken off', () => {
  writePackages('package-lock.json', lock)
  mkdirSync(path.join(folder, 'node_modules'), { recursive: true })
  writeFileSync(path.join(folder, 'node_modules/.package-lock.json'), '{"packages": {')
  expect(packagesAreStale(folder)).toBe(true)
})

it('builds when nothing is built or a source is newer, whatever its folder, and ignores tests', () => {
  expect(buildIsStale(folder)).toBe(true)
  touch('src/offers/OfferScreen.tsx', 1000)
  touch('public/icons/icon.svg', 1000)
  touch('dist/index.html', 2000)
  expect(buildIsStale(folder)).toBe(false)
  touch('src/offers/OfferScreen.test.tsx', 3000)
  expect(buildIsStale(folder)).toBe(false)
  touch('workers/matching/rank.ts', 3000)
  expect(buildIsStale(folder)).toBe(true)
})

function writePackages(name: string, packages: object): void {
  touch(name, 1000)
  writeFileSync(path.join(folder, name), JSON.stringify({ packages }))
}

function touch(name: string, seconds: number): void {
  const file = path.join(folder, name)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, '')
  utimesSync(file, seconds, seconds)
}
