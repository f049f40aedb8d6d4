import { spawn, type ChildProcessByStdio } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { afterAll, afterEach, expect, it } from 'vitest'

const data = mkdtempSync(path.join(tmpdir(), 'vivier-main-'))
const started: ChildProcessByStdio<null, Readable, Readable>[] = []
afterAll(() => rmSync(data, { recursive: true }))
afterEach(() => {
  for (const relay of started) relay.kill('SIGKILL')
})

it('prints its address, answers there, and ends well when told to', async () => {
  const relay = start({ PORT: '0' })
  const address = /^Vivier: (http:\/\/127\.0\.0\.1:\d+)$/.exec(await firstLine(relay.stdout))?.[1]
  expect(address).toBeDefined()
  const health = await fetch(`${address}/health`)
  expect(await health.json()).toMatchObject({ status: 'ok' })
  relay.kill('SIGTERM')
  expect(await once(relay, 'exit')).toEqual([0, null])
})

it('logs as JSON lines, and takes two signals at once for one Ctrl+C', async () => {
  const relay = start({ PORT: '0' })
  const log = createInterface(relay.stderr)[Symbol.asyncIterator]()
  const next = async () => JSON.parse((await log.next()).value as string) as { time: string; event: string }
  expect(await next()).toMatchObject({ event: 'started', level: 'info' })
  relay.kill('SIGINT')
  relay.kill('SIGTERM')
  expect(await next()).toMatchObject({ event: 'stopping' })
  expect(await once(relay, 'exit')).toEqual([0, null])
})

it('says how to go on when the port is taken, and takes no other by itself', async () => {
  const first = start({ PORT: '0' })
  const port = (await firstLine(first.stdout)).split(':').at(-1)!
  const second = start({ PORT: port })
  expect(await firstLine(second.stderr)).toMatch(`port ${port} is already taken`)
  expect(await once(second, 'exit')).toEqual([1, null])
})

it.each(['80a', '-1', '70000'])('refuses %s as a port', async (port) => {
  const relay = start({ PORT: port })
  expect(await firstLine(relay.stderr)).toContain('whole number')
  expect(await once(relay, 'exit')).toEqual([1, null])
})

function start(env: Record<string, string>): ChildProcessByStdio<null, Readable, Readable> {
  const relay = spawn(process.execPath, [path.join(import.meta.dirname, 'main.ts')], {
    env: { ...process.env, HOST: '', VIVIER_LOG: 'info', VIVIER_DATA: data, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  started.push(relay)
  return relay
}

async function firstLine(stream: Readable): Promise<string> {
  const lines = createInterface(stream)
  const [line] = (await once(lines, 'line')) as [string]
  return line
}
