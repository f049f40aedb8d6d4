// `npm run check`: everything a machine can judge without running the product. Two steps at a time, each with
// its time, all of them run even when one fails. The last line counts them.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { pinnedNode, root } from '../sync-server/packages.mjs'

const node = pinnedNode() ?? process.execPath
const tool = (...parts) => path.join(root, 'node_modules', ...parts)
const typeCheck = (world) => ({
  name: `types: ${world}`,
  args: [tool('typescript7', 'bin', 'tsc'), '--noEmit', '--pretty', 'false', '-p', `tsconfig.${world}.json`],
})

const steps = [
  typeCheck('app'),
  typeCheck('workers'),
  typeCheck('node'),
  typeCheck('pure'),
  { name: 'lint', args: [tool('oxlint', 'bin', 'oxlint'), '--deny-warnings'] },
  { name: 'format', args: [tool('oxfmt', 'bin', 'oxfmt'), '--check'] },
  {
    name: 'imports',
    args: [
      tool('dependency-cruiser', 'bin', 'dependency-cruiser.mjs'),
      '--config',
      '.dependency-cruiser.cjs',
      ...['src', 'workers', 'sync-server', 'tests'].filter((folder) => existsSync(path.join(root, folder))),
    ],
    // A compiler it cannot load makes dependency-cruiser see nothing and report success.
    problem: (output) => (/\((?!0 )\d+ modules/.test(output) ? null : 'No module was seen: the rules checked nothing.'),
  },
  { name: 'dead code', args: [tool('knip', 'bin', 'knip.js'), '--no-progress', '--no-config-hints'] },
]

const wanted = process.argv.slice(2)
const chosen = wanted.length === 0 ? steps : steps.filter((step) => wanted.some((word) => step.name.includes(word)))
if (chosen.length === 0) {
  console.error(`No step is called "${wanted.join(' ')}". Steps: ${steps.map((step) => step.name).join(', ')}`)
  process.exit(2)
}

const startedMs = performance.now()
const queue = [...chosen]
let failed = 0
await Promise.all([drain(), drain()])
console.log(`\nChecked in ${seconds(startedMs)}.`)
console.log(`${chosen.length - failed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1

async function drain() {
  for (let step = queue.shift(); step; step = queue.shift()) {
    const beganMs = performance.now()
    const { code, output } = await runStep(step)
    const problem = code === 0 ? step.problem?.(output) : `It ended with code ${code}.`
    if (problem) failed += 1
    console.log(`${problem ? '✗' : '✓'} ${step.name.padEnd(16)} ${seconds(beganMs)}`)
    if (problem) console.log(`${indent(output)}\n    ${problem}`)
  }
}

function runStep(step) {
  return new Promise((resolve) => {
    const child = spawn(node, step.args, { cwd: root, env: { ...process.env, NO_COLOR: '1' } })
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('error', (error) => resolve({ code: 1, output: error.message }))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

/** Enough to start mending; the step run by itself shows the rest. */
function indent(output, linesShown = 80) {
  const lines = output.trimEnd().split('\n')
  const left = lines.length - linesShown
  return [...lines.slice(0, linesShown), ...(left > 0 ? [`... and ${left} more lines`] : [])]
    .map((line) => `    ${line}`)
    .join('\n')
}

function seconds(sinceMs) {
  return `${((performance.now() - sinceMs) / 1000).toFixed(1)} s`
}
