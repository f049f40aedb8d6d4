import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '../../..')

/** A relay of its own for one test, so that the test may stop it. */
interface Relay {
  /** Without a slash at the end. */
  origin: string
  /** Ends the process, at once with SIGKILL; resolves once nothing answers any more. */
  stop: (signal?: 'SIGTERM' | 'SIGKILL') => Promise<void>
}

/**
 * Starts the real relay on the built app. `port` keeps an address over a restart; `distDir` serves another build;
 * `dataDir` keeps what devices send; `connect` lets its pages speak to further origins.
 */
export async function startRelay(
  options: { port?: number; distDir?: string; connect?: string; dataDir?: string } = {},
): Promise<Relay> {
  const port = options.port ?? (await freePort())
  const child = spawn(process.execPath, ['sync-server/main.ts'], {
    cwd: root,
    env: {
      ...process.env,
      PORT: String(port),
      HOST: '127.0.0.1',
      VIVIER_LOG: 'error',
      ...(options.dataDir ? { VIVIER_DATA: options.dataDir } : {}),
      ...(options.distDir ? { VIVIER_DIST: options.distDir } : {}),
      ...(options.connect ? { VIVIER_CONNECT: options.connect } : {}),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  await new Promise<void>((resolve, reject) => {
    // The relay says its address last, once it answers.
    child.stdout.once('data', () => resolve())
    void ended.then(() => reject(new Error('The relay stopped before it answered.')))
  })
  return {
    origin: `http://127.0.0.1:${port}`,
    stop: async (signal = 'SIGTERM') => {
      child.kill(signal)
      await ended
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('No free port.')
  return address.port
}
