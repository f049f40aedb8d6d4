// `npm start`: from a fresh clone to a served app. Runs on any Node from 20.19 on, before anything is installed.
import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { buildApp, installPackages, pinnedNode, relayFlags, root, say } from './packages.mjs'

const usage = `npm start -- [--port N] [--host ADDRESS] [--no-build]
  --port N        the port to serve on (default: PORT, else 4180)
  --host ADDRESS  the address to serve on (default: HOST, else 127.0.0.1, this machine only)
  --no-build      serve what is already built`

/** Who started us. npm runs a script through a shell that does not pass signals on. */
const startedBy = process.ppid
const ORPHAN_CHECK_MS = 500

process.exitCode = await start()

async function start() {
  const options = readOptions()
  if (!options) return 1
  if (options.help) {
    console.log(usage)
    return 0
  }
  const { port, host } = options
  // Looked at first, so that nobody waits for a build to learn it.
  const problem = await portProblem(port, host)
  if (problem) {
    say(problem)
    return 1
  }
  if (!(await installPackages())) return 1
  if (!options['no-build'] && !(await buildApp())) return 1
  const node = pinnedNode()
  if (!node) {
    say('This Node cannot run the relay. Run `npm install` again, or use Node 22.18 or newer.')
    return 1
  }
  return serve(node, {
    // What was compiled once starts in half the time and memory.
    NODE_COMPILE_CACHE: path.join(root, 'node_modules', '.cache', 'vivier'),
    ...process.env,
    PORT: String(port),
    HOST: host,
    VIVIER_LOG: process.env.VIVIER_LOG ?? 'error',
  })
}

/** Runs the relay until it ends. Ctrl+C reaches it too; other signals are passed on. */
function serve(node, env) {
  return new Promise((resolve) => {
    const relay = spawn(node, [...relayFlags, path.join('sync-server', 'main.ts')], {
      cwd: root,
      env,
      stdio: 'inherit',
    })
    relay.on('error', (error) => {
      say(`the relay could not be started: ${error.message}`)
      resolve(1)
    })
    relay.on('exit', (code) => resolve(code ?? 0))
    // A terminal sends Ctrl+C to the relay as well, `kill` only to us: it is passed on in both cases, and the
    // relay takes two signals that arrive together for one.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => relay.kill('SIGTERM'))
    // When npm alone is ended, its shell goes without a word to us: a relay nobody can see must not keep the port.
    if (process.env.npm_lifecycle_event) {
      setInterval(() => {
        if (process.ppid !== startedBy) relay.kill('SIGTERM')
      }, ORPHAN_CHECK_MS).unref()
    }
  })
}

function readOptions() {
  let values
  try {
    values = parseArgs({
      options: {
        port: { type: 'string' },
        host: { type: 'string' },
        'no-build': { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values
  } catch (error) {
    say(error.message)
    console.log(usage)
    return null
  }
  const port = Number(values.port ?? process.env.PORT ?? 4180)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    say(`a port is a whole number from 0 to 65535, not "${values.port ?? process.env.PORT}".`)
    return null
  }
  return { ...values, port, host: values.host ?? (process.env.HOST || '127.0.0.1') }
}

function portProblem(port, host) {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', (error) => {
      resolve(
        error.code === 'EADDRINUSE'
          ? `port ${port} is already taken, perhaps by another Vivier. Close it, or choose another: npm start -- --port ${port + 1}`
          : `${host}:${port} cannot be opened (${error.code}). Choose another: npm start -- --port 4180`,
      )
    })
    probe.listen(port, host, () => probe.close(() => resolve(null)))
  })
}
