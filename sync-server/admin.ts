import path from 'node:path'
import { noticeSetting, readOnlySetting } from './announcements.ts'
import { allowAgain, endSpace } from './endings.ts'
import { SPACE_QUOTA_BYTES } from './limits.ts'
import type { LogStore, SpaceHead } from './log.ts'
import { openStorage, openStore, readBytes } from './settings.ts'

const usage = `npm run relay -- COMMAND
  spaces                     every space: id, devices, batches, bytes, last change
  usage                      all spaces together
  quota SPACE SIZE|default   how much a space may hold, such as 500MB or 2GB
  delete SPACE --yes         removes a space from this relay for good; its devices keep what they have
  allow SPACE                lets the devices of a deleted space bring it again; the whole id
  notice TEXT [--until TIME] tells every device; TIME as 2026-11-22T18:00
  notice off                 takes it back
  readonly on|off            puts pushes off, for maintenance; reading goes on
SPACE is an id, or its beginning where that is unmistakable. Works while the relay runs, on the same settings
(VIVIER_DATA or DATABASE_URL, VIVIER_S3_BUCKET).`

const root = path.resolve(import.meta.dirname, '..')
const environment = process.env
const [command, ...words] = process.argv.slice(2)
const print = (line: string): void => void process.stdout.write(`${line}\n`)

try {
  process.exitCode = await run()
} catch (error) {
  process.stderr.write(`Vivier: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}

async function run(): Promise<number> {
  if (!command || !['spaces', 'usage', 'quota', 'delete', 'allow', 'notice', 'readonly'].includes(command)) {
    print(usage)
    return command && command !== 'help' ? 1 : 0
  }
  const store = await openStore(environment, root, () => Date.now())
  try {
    switch (command) {
      case 'spaces':
        return await listSpaces(store)
      case 'usage':
        return await tellUsage(store)
      case 'quota':
        return await setQuota(store)
      case 'delete':
        return await deleteSpace(store)
      case 'allow':
        return await allowSpace(store)
      case 'notice':
        return await setNotice(store)
      default:
        return await setReadOnly(store)
    }
  } finally {
    await store.close()
  }
}

async function listSpaces(store: LogStore): Promise<number> {
  const rows = [['space', 'devices', 'batches', 'log', 'files', 'quota', 'made', 'last seen']]
  for (const { space } of await store.listSpaces()) {
    const head = (await store.find(space))!
    const devices = [...head.devices.values()]
    rows.push([
      space,
      String(devices.filter(({ revoked }) => !revoked).length),
      String(head.head - head.floor),
      sizeOf(head.bytes),
      sizeOf(head.blobBytes),
      quotaOf(head),
      dayOf(head.createdAt),
      dayOf(Math.max(0, ...devices.map(({ seenAt }) => seenAt))),
    ])
  }
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
  for (const row of rows)
    print(
      row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    )
  return 0
}

async function tellUsage(store: LogStore): Promise<number> {
  const spaces = await store.listSpaces()
  const sum = (of: (space: Omit<SpaceHead, 'devices'>) => number): number =>
    spaces.reduce((total, space) => total + of(space), 0)
  print(`spaces   ${spaces.length}`)
  print(`batches  ${sum(({ head, floor }) => head - floor)}`)
  print(`log      ${sizeOf(sum(({ bytes }) => bytes))}`)
  print(`files    ${sizeOf(sum(({ blobBytes }) => blobBytes))}`)
  return 0
}

async function setQuota(store: LogStore): Promise<number> {
  const [named, size] = words
  if (!size) return wrong('quota SPACE SIZE|default')
  const space = await identify(store, named)
  const quota = size === 'default' ? null : readBytes(size)
  await store.setQuota(space, quota)
  print(`${space} may hold ${quota === null ? 'what every space may' : sizeOf(quota)}.`)
  return 0
}

async function deleteSpace(store: LogStore): Promise<number> {
  const [named, sure] = words
  const space = await identify(store, named)
  if (sure !== '--yes') return wrong(`delete ${space} --yes (it cannot be undone here)`)
  await endSpace(store, await openStorage(environment, root), space, Date.now())
  print(`${space} is deleted from this relay. Its devices keep what they have, and are told.`)
  return 0
}

async function allowSpace(store: LogStore): Promise<number> {
  const [space = ''] = words
  const done = await allowAgain(store, space)
  print(done ? `The devices of ${space} may bring it again.` : `${space} was not deleted here.`)
  return done ? 0 : 1
}

async function setNotice(store: LogStore): Promise<number> {
  const at = words.indexOf('--until')
  const until = at < 0 ? undefined : Date.parse(words[at + 1] ?? '')
  const text = (at < 0 ? words : words.slice(0, at)).join(' ').trim()
  if (!text || Number.isNaN(until)) return wrong('notice TEXT [--until TIME]')
  await store.writeSetting(noticeSetting, text === 'off' ? null : JSON.stringify({ text, until }))
  print(text === 'off' ? 'Nothing is announced any more.' : `Every device is told: ${text}`)
  return 0
}

async function setReadOnly(store: LogStore): Promise<number> {
  const [value] = words
  if (value !== 'on' && value !== 'off') return wrong('readonly on|off')
  await store.writeSetting(readOnlySetting, value === 'on' ? 'yes' : null)
  print(value === 'on' ? 'Pushes are put off until `readonly off`; reading goes on.' : 'Pushes are taken again.')
  return 0
}

async function identify(store: LogStore, named: string | undefined): Promise<string> {
  const spaces = (await store.listSpaces()).filter(({ space }) => named && space.startsWith(named.toLowerCase()))
  if (spaces.length !== 1)
    throw new Error(
      spaces.length === 0
        ? 'there is no such space: `npm run relay -- spaces` names them.'
        : 'that beginning fits several spaces.',
    )
  return spaces[0]!.space
}

function wrong(how: string): number {
  process.stderr.write(`Vivier: npm run relay -- ${how}\n`)
  return 1
}

function quotaOf({ quota }: SpaceHead): string {
  return quota === null ? `(${sizeOf(readBytes(environment.VIVIER_QUOTA) ?? SPACE_QUOTA_BYTES)})` : sizeOf(quota)
}

function dayOf(ms: number): string {
  return ms > 0 ? new Date(ms).toISOString().slice(0, 16).replace('T', ' ') : '-'
}

function sizeOf(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB', 'TB']
  let size = bytes
  let unit = 0
  while (size >= 1024 && unit < units.length - 1) {
    size /= 1024
    unit += 1
  }
  return `${unit === 0 ? size : size.toFixed(1)} ${units[unit]}`
}
