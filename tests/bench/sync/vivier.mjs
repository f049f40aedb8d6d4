/*
 * Vivier on the shared synchronisation workload: real engine, real keys, real relay; records in memory, as the peers
 * keep theirs.
 *   node tests/bench/sync/vivier.mjs WORKLOAD [--records N] [--edits N] [--peer NAME]
 * WORKLOAD is the folder with run.mjs; a peer's packages must be found from there. Both are run one after the other and
 * their ratios printed. The workload finds its adapters by name in a folder of its own: it runs from a copy that has one which
 * leads back here.
 */
import { spawn } from 'node:child_process'
import { chmodSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { relayFlags } from '../../../sync-server/packages.mjs'
import { ok } from '../../../src/kit/result.ts'
import { makeDevice } from '../../../src/sync/crypto/deviceKeys.ts'
import { addDevice, createSpace } from '../../../src/sync/crypto/entries.ts'
import { openSealing } from '../../../src/sync/crypto/sealing.ts'
import { Engine } from '../../../src/sync/engine.ts'
import { createTransport } from '../../../src/sync/transport.ts'
import { createMemoryStore } from '../../sync/memoryStore.ts'

const own = fileURLToPath(import.meta.url)
const oracle = '7cb4228dfa187279'
const shelf = { keepEntries: () => Promise.resolve(ok(null)) }

export { relayFlags }
export const relayScript = path.join(path.dirname(own), 'vivier.relay.mjs')

/** The first device makes the space, lets the others in. */
export const setup = () => ({ first: null, space: '', genesis: null })

export async function client({ port, device, ctx }) {
  const keys = await makeDevice()
  const facts = { name: device, person: device, at: 0 }
  if (ctx.first === null) {
    const made = await createSpace(keys, facts)
    Object.assign(ctx, { space: made.space, genesis: made.entry })
  } else {
    const { engine, sealing } = ctx.first
    const newcomer = { id: keys.id, keys: keys.keys, role: 'recruiter', name: device, person: device }
    const added = await engine.submit(() => addDevice(sealing.chain(), sealing.own, newcomer, 0))
    if (!added.ok) throw new Error(added.error.type)
  }
  const opened = await openSealing({ space: ctx.space, own: keys, entries: [ctx.genesis], shelf })
  if (!opened.ok) throw new Error(opened.error.type)
  const sealing = opened.value
  const store = createMemoryStore({
    now: () => Date.now(),
    random: (bytes) => crypto.getRandomValues(bytes),
    by: device,
  })
  let changed = () => {}
  const engine = new Engine({
    store,
    sealing,
    transport: createTransport(new URL(`http://127.0.0.1:${port}`)),
    surroundings: {
      now: () => Date.now(),
      random: (bytes) => crypto.getRandomValues(bytes),
      later: (run, delayMs) => {
        const timer = setTimeout(run, delayMs)
        return () => clearTimeout(timer)
      },
    },
    onStatus: () => changed(),
  })
  ctx.first ??= { engine, sealing }

  const write = (change, action) => {
    const done = store.write([change], action)
    if (!done.ok) throw new Error(done.error.type)
    engine.changed()
  }
  const isSynced = async (min) => {
    const { phase, toSend, toFetch } = engine.status()
    return (
      phase === 'live' &&
      toSend === 0 &&
      toFetch === null &&
      store.records.size >= min &&
      (await store.countOutbox()) === 0
    )
  }
  return {
    create(records) {
      for (const { id, fields } of records)
        write({ type: 'create', kind: 'candidate', id, value: fields }, 'candidate.created')
    },
    edit(edits) {
      for (const { id, field, value } of edits)
        write({ type: 'set', kind: 'candidate', id, path: field, value }, 'candidate.edited')
    },
    online: () => engine.start(),
    offline: () => engine.stop(),
    async synced(min = 0) {
      while (!(await isSynced(min))) {
        await new Promise((resolve) => {
          const timer = setTimeout(resolve, 20)
          changed = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      }
    },
    state: () => new Map([...store.records].map(([id, { record }]) => [id, record.fields])),
  }
}

if (process.argv[1] === own) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      records: { type: 'string', default: '10000' },
      edits: { type: 'string', default: '20000' },
      peer: { type: 'string' },
    },
  })
  const [workload] = positionals
  if (workload === undefined) {
    console.error('Name the folder of the workload: node tests/bench/sync/vivier.mjs FOLDER [--peer yjs-hocuspocus]')
    process.exit(1)
  }
  const run = (folder, adapter) =>
    new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [path.join(folder, 'run.mjs'), adapter, values.records, values.edits], {
        stdio: ['ignore', 'pipe', 'ignore'],
      })
      let output = ''
      child.stdout.on('data', (data) => (output += data))
      child.on('exit', () => {
        const line = output.trim().split('\n').at(-1)
        if (line) resolve(JSON.parse(line))
        else reject(new Error(`${adapter} said nothing.`))
      })
    })
  const peer = values.peer ? await run(workload, values.peer) : null
  const copy = mkdtempSync(path.join(tmpdir(), 'vivier-workload-'))
  cpSync(workload, copy, { recursive: true })
  for (const folder of [copy, path.join(copy, 'adapters')]) chmodSync(folder, 0o755)
  writeFileSync(path.join(copy, 'adapters', 'vivier.mjs'), `export * from '${pathToFileURL(own).href}'\n`)
  const vivier = await run(copy, 'vivier').finally(() => rmSync(copy, { recursive: true, force: true }))
  for (const result of [vivier, peer]) if (result?.error) console.error(`${result.system}: ${result.error}`)
  if (vivier.error) process.exit(1)
  report(vivier, peer?.error ? null : peer)
}

function report(vivier, peer) {
  const fresh = (result) => result.phases['4_fresh_device']
  const meeting = (result) => result.phases['3_both_online_until_equal']
  const megabytes = (bytes) => (bytes / 1e6).toFixed(2)
  const rows = [
    ['bytes up per edit', (r) => r.upBytesPerEdit, 'at most 64'],
    ['fresh device, MB', (r) => megabytes(fresh(r).down), 'at most .30 of the peer'],
    ['fresh device, s', (r) => fresh(r).s, 'at most 1.0 of the peer'],
    ['until equal, s', (r) => meeting(r).s, 'at most 1.0 of the peer'],
    ['stored, MB', (r) => megabytes(r.storedAfterEdits), 'at most 6'],
    ['relay memory, MB', (r) => r.relay.peakRssMB, 'at most 160'],
    ['relay processor, s', (r) => r.relay.cpuS, 'at most 1'],
    ['upload, s', (r) => r.phases['1b_upload'].s, ''],
    ['second device, s', (r) => r.phases['1c_second_device_join'].s, ''],
  ]
  console.log(['', 'Vivier', peer?.system ?? '', peer ? 'ratio' : '', 'goal'].join('\t'))
  for (const [name, read, goal] of rows) {
    const mine = Number(read(vivier))
    const theirs = peer && Number(read(peer))
    console.log([name, mine, theirs ?? '', theirs ? (mine / theirs).toFixed(2) : '', goal].join('\t'))
  }
  const isWhole = vivier.records === 10_000 && vivier.edits === 20_000
  console.log(`all devices equal: ${vivier.allEqual}; hash ${vivier.hash}${isWhole ? ` (oracle ${oracle})` : ''}`)
}
