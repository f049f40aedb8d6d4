// A PostgreSQL of its own for tests and measures: made in a temporary folder, gone afterwards.
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer, connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

const DEBIAN = '/usr/lib/postgresql'

/** The folder of PostgreSQL's programs (POSTGRES_BIN, Debian's newest, the PATH), or null when there is none. */
export function postgresPrograms() {
  const folders = [
    process.env.POSTGRES_BIN,
    ...(existsSync(DEBIAN)
      ? readdirSync(DEBIAN)
          .toSorted((a, b) => Number(b) - Number(a))
          .map((version) => path.join(DEBIAN, version, 'bin'))
      : []),
    ...(process.env.PATH ?? '').split(path.delimiter),
  ]
  return folders.find((folder) => folder && existsSync(path.join(folder, 'initdb'))) ?? null
}

/** Whether this machine lets us give PostgreSQL a disk of its own: that takes root, and a file system we may mount. */
export function mayOwnDisk() {
  return process.getuid?.() === 0 && spawnSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'none', tmpdir()]).status === 0
}

/** Mounts a disk of size $1 for account $2:$3 at $4, seen by nobody else, makes an empty database in $5 and serves it. */
const ON_OWN_DISK = `mount -t tmpfs -o size="$1",uid="$2",gid="$3",mode=700 none "$4" && programs="$6" && data="$5" &&
  account="setpriv --reuid=$2 --regid=$3 --clear-groups" && shift 6 && cd "$data/.." &&
  $account "$programs/initdb" -D "$data" -U postgres --auth=trust -E UTF8 --no-locale --no-sync >/dev/null &&
  exec $account "$programs/postgres" -D "$data" "$@"`

/**
 * Starts PostgreSQL on a disk of its own of `size` (as mount takes it), and resolves to its `url`, to `disk`, the folder
 * by which that disk is reached from here, and to `remove()`. Ask `mayOwnDisk` first.
 */
export async function startPostgresOnDisk(size) {
  const programs = postgresPrograms()
  if (!programs) throw new Error('PostgreSQL is not installed.')
  const folder = mkdtempSync(path.join(tmpdir(), 'vivier-postgres-'))
  chmodSync(folder, 0o755)
  const disk = path.join(folder, 'disk')
  mkdirSync(disk)
  const { uid, gid } = accountOf('postgres')
  const port = await freePort()
  const told = [size, String(uid), String(gid), disk, path.join(disk, 'data'), programs]
  const server = spawn(
    'unshare',
    ['-m', 'sh', '-c', ON_OWN_DISK, 'sh', ...told, '-p', String(port), '-h', '127.0.0.1', '-k', disk],
    { stdio: 'ignore', cwd: folder },
  )
  await answers(port)
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    disk: `/proc/${server.pid}/root${disk}`,
    async remove() {
      const gone = new Promise((resolve) => server.once('exit', resolve))
      server.kill('SIGINT')
      await gone
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/**
 * Starts an empty PostgreSQL and resolves to its `url`, with `stop()` (connections are cut at once), `start()` on the
 * same data, and `remove()`. Throws when none is installed: ask `postgresPrograms` first.
 */
export async function startPostgres() {
  const programs = postgresPrograms()
  if (!programs) throw new Error('PostgreSQL is not installed.')
  const folder = mkdtempSync(path.join(tmpdir(), 'vivier-postgres-'))
  const data = path.join(folder, 'data')
  // PostgreSQL refuses to run as root.
  const account = process.getuid?.() === 0 ? accountOf('postgres') : {}
  if (account.uid !== undefined) chownSync(folder, account.uid, account.gid)
  chmodSync(folder, 0o755)
  execFileSync(
    path.join(programs, 'initdb'),
    ['-D', data, '-U', 'postgres', '--auth=trust', '-E', 'UTF8', '--no-locale', '--no-sync'],
    { stdio: 'ignore', cwd: folder, ...account },
  )
  const port = await freePort()
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`
  let server

  async function start() {
    server = spawn(
      path.join(programs, 'postgres'),
      ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', folder, '-c', 'max_connections=60'],
      { stdio: 'ignore', cwd: folder, ...account },
    )
    await answers(port)
  }
  async function stop() {
    if (!server || server.exitCode !== null) return
    const gone = new Promise((resolve) => server.once('exit', resolve))
    // "Fast": connections are cut, what was committed is on disk.
    server.kill('SIGINT')
    await gone
  }
  await start()
  return {
    url,
    start,
    stop,
    async remove() {
      await stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function accountOf(name) {
  const id = (flag) => Number(execFileSync('id', [flag, name], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

/** A port that nothing listens on. */
export function freePort() {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}

/** Waits until the server takes a session: it answers the SSL question with one letter once it does. */
async function answers(port) {
  const endMs = performance.now() + 40_000
  while (performance.now() < endMs) {
    if (await asked(port)) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('PostgreSQL did not start within 40 s.')
}

function asked(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    const done = (yes) => {
      socket.destroy()
      resolve(yes)
    }
    socket.once('error', () => done(false))
    socket.once('connect', () => {
      // A start packet: version 3.0, user postgres. "R" means that it is let in, "E" that it is still starting.
      const words = Buffer.from('user\0postgres\0database\0postgres\0\0')
      const packet = Buffer.alloc(8)
      packet.writeInt32BE(8 + words.length, 0)
      packet.writeInt32BE(196_608, 4)
      socket.write(Buffer.concat([packet, words]))
    })
    socket.once('data', (bytes) => done(bytes[0] === 82))
    socket.setTimeout(1_000, () => done(false))
  })
}
