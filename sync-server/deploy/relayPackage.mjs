// Prints a package.json that has what the relay imports and nothing else: an image of the relay carries no OCR, no PDF
// reader and no build tools. Versions are those of the project.
import { readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '../..')
const { name, version, license, dependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
const folder = path.join(root, 'sync-server')

const imported = new Set()
for (const file of readdirSync(folder)) {
  if (!/\.ts$/.test(file) || /\.test\.ts$/.test(file)) continue
  for (const [, from] of readFileSync(path.join(folder, file), 'utf8').matchAll(/(?:from|import\() ?'([^']+)'/g)) {
    if (from.startsWith('.') || from.startsWith('node:') || builtinModules.includes(from)) continue
    imported.add(from.startsWith('@') ? from.split('/').slice(0, 2).join('/') : from.split('/')[0])
  }
}
const chosen = Object.fromEntries([...imported].toSorted().map((each) => [each, dependencies[each]]))
const missing = Object.keys(chosen).filter((each) => !chosen[each])
if (missing.length > 0) throw new Error(`Not listed under dependencies: ${missing.join(', ')}`)
process.stdout.write(
  `${JSON.stringify({ name, version, license, private: true, type: 'module', dependencies: chosen }, null, 2)}\n`,
)
