import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FakeSpace, Link } from '../../tests/sync/relayClient.ts'
import { startRelayProcess } from '../../tests/sync/relayProcess.ts'
import { freePort } from '../../tests/tools/postgres.mjs'

const root = path.resolve(import.meta.dirname, '../..')
const read = (name: string): string => readFileSync(path.join(root, name), 'utf8')
const dockerfile = read('sync-server/deploy/Dockerfile')
const compose = read('sync-server/deploy/compose.yaml')
const kubernetes = read('sync-server/deploy/kubernetes.yaml')
const docs = read('docs/self-hosting.md')
const image = Object.fromEntries(
  [...dockerfile.matchAll(/^ENV (.+)$/gm)].flatMap(([, pairs]) => pairs!.split(' ').map((pair) => pair.split('='))),
) as Record<string, string>

describe('the image', () => {
  let folder: string
  beforeAll(() => void (folder = mkdtempSync(path.join(tmpdir(), 'vivier-image-'))))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('holds all that the relay needs: made by the commands of the Dockerfile it starts, serves, syncs, and ends well', async () => {
    const project = path.join(folder, 'project')
    for (const name of ['package.json', 'sync-server', 'src/kit', 'src/log'])
      cpSync(path.join(root, name), path.join(project, name), { recursive: true })
    mkdirSync(path.join(project, 'dist'))
    writeFileSync(path.join(project, 'dist/index.html'), '<!doctype html><title>Vivier</title>')
    const [, commands] = /^RUN npm run build \\\n((?: {2}&& .*\n)+)/m.exec(dockerfile)!
    const relay = path.join(folder, 'relay')
    const lines = commands!
      .replaceAll(/(?<=\s)\/relay\b/g, relay)
      .split('\n')
      .map((line) => line.replace(/^ {2}&& | \\$/g, ''))
    const installs = lines.findIndex((line) => line.includes('npm install'))
    expect(lines[installs]).toContain('--omit=dev')
    execFileSync('sh', ['-ec', lines.slice(0, installs).join('\n')], {
      cwd: project,
      env: { ...process.env, PATH: `${path.dirname(process.execPath)}:${process.env.PATH}` },
    })
    // What `npm install` would bring: the packages named, and no other can be found from there.
    const { dependencies } = JSON.parse(readFileSync(path.join(relay, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>
    }
    for (const name of Object.keys(dependencies)) {
      const place = path.join(relay, 'node_modules', name)
      mkdirSync(path.dirname(place), { recursive: true })
      symlinkSync(path.join(root, 'node_modules', name), place)
    }
    expect(readdirSync(relay).toSorted()).toEqual(['dist', 'node_modules', 'package.json', 'src', 'sync-server'])

    const [, command] = /^CMD \["node", "(.+)"\]$/m.exec(dockerfile)!
    const data = path.join(folder, 'data')
    const relayed = await startRelayProcess({ ...image, HOST: '127.0.0.1', PORT: '0', VIVIER_DATA: data }, [], {
      cwd: relay,
      script: command!,
    })
    expect(await (await fetch(relayed.url)).text()).toContain('Vivier')
    const space = new FakeSpace()
    const { link } = await Link.meet(relayed.url, space.owner, { space })
    expect(await link.push(space.owner.batch())).toBe(1)
    await link.close()
    const told = execFileSync(process.execPath, ['sync-server/admin.ts', 'spaces'], {
      cwd: relay,
      env: { PATH: process.env.PATH, VIVIER_DATA: data },
      encoding: 'utf8',
    })
    expect(told).toContain(space.id)
    await relayed.end('SIGTERM')
    expect(relayed.child.exitCode).toBe(0)
  })
})

const hasCaddy = spawnSync('caddy', ['version']).status === 0

describe.skipIf(!hasCaddy)(`Caddy${hasCaddy ? '' : ' (not installed on this machine: skipped)'}`, () => {
  it('takes its file as it is, lets a device sync through it, and shows the metrics to nobody', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'vivier-caddy-'))
    const ports = await Promise.all([freePort(), freePort()])
    const written = read('sync-server/deploy/Caddyfile')
    const own = { PATH: process.env.PATH, HOME: folder, VIVIER_DOMAIN: 'vivier.example.org' }
    const config = path.join(root, 'sync-server/deploy/Caddyfile')
    execFileSync('caddy', ['validate', '--adapter', 'caddyfile', '--config', config], { env: own, stdio: 'pipe' })

    const relay = await startRelayProcess({ VIVIER_DATA: path.join(folder, 'data'), PORT: String(ports[0]) })
    const here = path.join(folder, 'Caddyfile')
    // The same without certificates, and with the relay where it stands now.
    writeFileSync(here, `{\n\tadmin off\n}\n${written.replace('relay:4180', `127.0.0.1:${ports[0]}`)}`)
    const url = `http://127.0.0.1:${ports[1]}`
    const caddy = spawn('caddy', ['run', '--adapter', 'caddyfile', '--config', here], {
      env: { ...own, VIVIER_DOMAIN: url },
      stdio: 'ignore',
    })
    await expect
      .poll(
        () =>
          fetch(`${url}/health`).then(
            ({ status }) => status,
            () => 0,
          ),
        { timeout: 20_000 },
      )
      .toBe(200)
    const space = new FakeSpace()
    const { link } = await Link.meet(url, space.owner, { space })
    expect(await link.push(space.owner.batch())).toBe(1)
    expect((await fetch(`${url}/metrics`)).status).toBe(404)
    await link.close()
    const gone = once(caddy, 'exit')
    caddy.kill('SIGTERM')
    await Promise.all([gone, relay.end('SIGTERM')])
    rmSync(folder, { recursive: true })
  })
})

describe('settings', () => {
  const named = (text: string): string[] =>
    [...new Set(text.match(/\b(?:VIVIER_[A-Z0-9_]+|DATABASE_URL)\b/g))].toSorted()
  const known = named(['main.ts', 'settings.ts'].map((name) => read(`sync-server/${name}`)).join('\n'))

  it('are all explained, and no page or manifest names one that is none', () => {
    // The domain is Caddy's.
    const documented = named(docs).filter((name) => name !== 'VIVIER_DOMAIN')
    expect(documented).toEqual(known)
    const used = named([...Object.keys(image), compose, kubernetes, read('sync-server/deploy/Caddyfile')].join('\n'))
    expect(used.filter((name) => name !== 'VIVIER_DOMAIN' && !known.includes(name))).toEqual([])
  })

  it('name one port and one folder everywhere', () => {
    const port = image['PORT']!
    expect(
      [...dockerfile.matchAll(/EXPOSE (\d+)|127\.0\.0\.1:(\d+)\/health/g)].map((found) => found[1] ?? found[2]),
    ).toEqual([port, port])
    expect(read('sync-server/deploy/Caddyfile')).toContain(`reverse_proxy relay:${port}`)
    expect(kubernetes).toContain(`containerPort: ${port}`)
    expect(docs).toContain(`127.0.0.1:${port}:${port}`)
    expect(dockerfile).toContain(`VOLUME ${image['VIVIER_DATA']}\n`)
    expect(compose).toContain(`- files:${image['VIVIER_DATA']}\n`)
    expect(kubernetes).toContain(`mountPath: ${image['VIVIER_DATA']} }`)
  })
})
