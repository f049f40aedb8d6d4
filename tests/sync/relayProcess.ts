import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { relayFlags } from '../../sync-server/packages.mjs'

const root = path.resolve(import.meta.dirname, '../..')

/** A relay in a process of its own. */
export interface RelayProcess {
  url: string
  child: ChildProcess
  /** Milliseconds from the start to the address being served. */
  openedInMs: number
  /** Ends it with a signal (null: it was told already) and waits until it is gone. */
  end: (signal: 'SIGTERM' | 'SIGKILL' | null) => Promise<void>
}

/** Starts the relay on a free port (or PORT), behind `wrapper` when one is given, and resolves once it serves. `place`: another copy of it. */
export async function startRelayProcess(
  environment: Record<string, string>,
  wrapper: readonly string[] = [],
  place = { cwd: root, script: path.join('sync-server', 'main.ts') },
): Promise<RelayProcess> {
  const beganMs = performance.now()
  const [command = '', ...words] = [...wrapper, process.execPath, ...relayFlags, place.script]
  const child = spawn(command, words, {
    cwd: place.cwd,
    env: { PATH: process.env.PATH, PORT: '0', VIVIER_LOG: 'error', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines = createInterface(child.stdout!)
  const url = await new Promise<string>((resolve, reject) => {
    lines.on('line', (line) => {
      const [, address] = /^Vivier: (http:\S+)$/.exec(line) ?? []
      if (address) resolve(address)
    })
    child.once('exit', (code) => reject(new Error(`The relay ended with ${code}.`)))
  })
  return {
    url,
    child,
    openedInMs: performance.now() - beganMs,
    async end(signal) {
      if (child.exitCode !== null || child.signalCode !== null) return
      if (signal) child.kill(signal)
      await once(child, 'exit')
    },
  }
}
