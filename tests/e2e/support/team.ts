import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test'
import { text as candidates } from '../../../src/candidates/text.ts'
import { joinText } from '../../../src/devices/joinText.ts'
import { text } from '../../../src/devices/text.ts'
import type { Role } from '../../../src/log/roles.ts'
import { expect, test as base, watch } from './app.ts'
import { startRelay } from './relay.ts'

const t = text.fr
const j = joinText.fr

/** One device of a team: a browser profile of its own, with a person at it. */
export interface Member {
  context: BrowserContext
  page: Page
}

/** A relay with a folder of its own, and browsers that come to it. */
export interface Team {
  /** Without a slash at the end. */
  origin: string
  /** Where the relay keeps what devices send. */
  dataDir: string
  /** Another browser profile. */
  member: (options?: BrowserContextOptions) => Promise<Member>
  /** Ends the relay; SIGKILL gives it no chance to tidy up. */
  stop: (signal?: 'SIGTERM' | 'SIGKILL') => Promise<void>
  /** Starts it again at the same address. */
  start: () => Promise<void>
}

/** A test of several devices. Whatever they do, nothing leaves the app's origin and no error goes unseen. */
export const test = base.extend<{ team: Team }>({
  team: async ({ browser }, use) => {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'relay-'))
    let relay = await startRelay({ dataDir })
    const { origin } = relay
    const members: { context: BrowserContext; seen: ReturnType<typeof watch> }[] = []
    await use({
      origin,
      dataDir,
      member: async (options) => {
        const context = await newContext(browser, origin, options)
        members.push({ context, seen: watch(context, options?.baseURL ?? origin) })
        return { context, page: await context.newPage() }
      },
      stop: (signal) => relay.stop(signal),
      start: async () => {
        relay = await startRelay({ dataDir, port: Number(new URL(origin).port) })
      },
    })
    for (const { context } of members) await context.close()
    await relay.stop()
    rmSync(dataDir, { recursive: true, force: true })
    for (const { seen } of members) {
      expect(seen.outside, 'requests that left the origin of the app').toEqual([])
      expect(seen.errors, 'errors that nobody caught').toEqual([])
    }
  },
})

const newContext = (browser: Browser, baseURL: string, options: BrowserContextOptions = {}) =>
  browser.newContext({ baseURL, locale: 'fr-FR', timezoneId: 'Europe/Paris', ...options })

/** Opens the workspace of this device to others. */
export async function share({ page }: Member, person: string): Promise<void> {
  await page.goto('/appareils/partager')
  await page.getByRole('textbox', { name: t.person }).fill(person)
  await page.getByRole('button', { name: t.openShare }).click()
  await expect(page).toHaveURL(/\/appareils\/secours/)
}

/** Shows an invitation; gives its code. */
export async function invite({ page }: Member, role: Role = 'recruiter'): Promise<string> {
  await page.goto('/appareils/inviter')
  await page.getByRole('radio', { name: t.roles[role] }).check()
  await page.getByRole('button', { name: t.makeCode }).click()
  return page.getByTestId('invitation-code').innerText()
}

/** Asks to come in, on the screen that an invitation's link or QR code opened. */
export async function askIn({ page }: Member, person: string): Promise<void> {
  await page.getByRole('textbox', { name: t.person }).fill(person)
  await page.getByRole('button', { name: j.join, exact: true }).click()
}

/** Compares the words on both screens and lets the newcomer in. */
export async function admit(inviter: Member, newcomer: Member): Promise<void> {
  const words = newcomer.page.getByTestId('three-words')
  // Both sides stretch the code and the words, which a busy machine takes its time for.
  await expect(words).toHaveText(/^\p{L}+ · \p{L}+ · \p{L}+$/u, { timeout: 30_000 })
  await expect(inviter.page.getByTestId('three-words')).toHaveText(await words.innerText())
  await inviter.page.getByRole('button', { name: t.admit }).click()
  await expect(newcomer.page.getByText(j.done, { exact: true })).toBeVisible({ timeout: 30_000 })
}

/** Two devices of one workspace. */
export async function pair(team: Team): Promise<[Member, Member]> {
  const first = await team.member()
  const second = await team.member()
  await share(first, 'Nora Belkacem')
  const code = await invite(first)
  await second.page.goto(`/rejoindre#${code}`)
  await askIn(second, 'Ravi Nadkarni')
  await admit(first, second)
  return [first, second]
}

/** Lets another device in, with a role. */
export async function letIn(team: Team, inviter: Member, role: Role, person: string): Promise<Member> {
  const newcomer = await team.member()
  const code = await invite(inviter, role)
  await newcomer.page.goto(`/rejoindre#${code}`)
  await askIn(newcomer, person)
  await admit(inviter, newcomer)
  return newcomer
}

/** Shuts a device out, by its name. */
export async function revoke({ page }: Member, device: string): Promise<void> {
  await page.goto('/appareils')
  await page.getByRole('button', { name: t.more(device) }).click()
  await page.getByRole('menuitem', { name: t.revoke }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').fill(device)
  await dialog.getByRole('button', { name: t.revoke }).click()
  await expect(page.getByText(t.revokedTitle)).toBeVisible()
}

/** Writes down a candidate on the screen that asks for one. */
export async function fillCandidate({ page }: Member, name: string, more: { email?: string; phone?: string } = {}) {
  const { create } = candidates.fr
  await page.getByRole('textbox', { name: create.name, exact: true }).fill(name)
  if (more.email) await page.getByRole('textbox', { name: create.email, exact: true }).fill(more.email)
  if (more.phone) await page.getByRole('textbox', { name: create.phone, exact: true }).fill(more.phone)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
}

/**
 * Everything this device shares, opened, as one text per record: what stands, when it was written, and where it lies.
 * Equal texts on two devices mean equal records.
 */
export async function sharedRecords({ page }: Member): Promise<Record<string, string>> {
  return page.evaluate(async () => {
    const ask = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result))
        request.addEventListener('error', () => reject(request.error ?? new Error('not read')))
      })
    const database = await ask(indexedDB.open('vivier'))
    const stores = database.transaction(['records', 'vaultKeys'])
    type Row = { id: string; kind: string; demo?: boolean; fields: Record<string, unknown> } & Record<string, unknown>
    const [rows, vault] = await Promise.all([
      ask<Row[]>(stores.objectStore('records').getAll()),
      ask<{ key: CryptoKey } | undefined>(stores.objectStore('vaultKeys').get('vault')),
    ])
    database.close()
    const open = async (value: unknown, place: string): Promise<unknown> => {
      const sealed = (value as { sealed?: unknown } | null)?.sealed
      if (!(sealed instanceof Uint8Array)) return value
      const iv = sealed.slice(1, 13)
      const additionalData = new TextEncoder().encode(`${sealed[0]}|${place}`)
      const opened = await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, vault!.key, sealed.slice(13))
      return JSON.parse(new TextDecoder().decode(opened))
    }
    const inOrder = (value: unknown): unknown =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(
            Object.entries(value)
              .toSorted(([a], [b]) => (a < b ? -1 : 1))
              .map(([key, each]) => [key, inOrder(each)]),
          )
        : value
    const texts: Record<string, string> = {}
    for (const { id, kind, demo, fields, about, stamps, createdAt, binnedAt } of rows) {
      if (demo || kind === 'importItem' || (kind === 'setting' && id.startsWith('device.'))) continue
      const opened: Record<string, unknown> = {}
      for (const [path, value] of Object.entries(fields)) opened[path] = await open(value, `${kind}/${id}/${path}`)
      texts[`${kind} ${id}`] = JSON.stringify(inOrder({ fields: opened, about, stamps, createdAt, binnedAt }))
    }
    return texts
  })
}

/** Waits until both devices hold the same records, and gives them. */
export async function untilEqual(one: Member, other: Member): Promise<Record<string, string>> {
  let records: Record<string, string> = {}
  await expect(async () => {
    const both = await Promise.all([sharedRecords(one), sharedRecords(other)])
    expect(both[1]).toEqual(both[0])
    records = both[0]
  }).toPass({ timeout: 20_000, intervals: [200] })
  return records
}

/** How many rows a table of this device's database has. */
export const countIn = ({ page }: Member, table: string): Promise<number> =>
  page.evaluate(async (name) => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('vivier')
      opening.addEventListener('success', () => resolve(opening.result))
    })
    const count = await new Promise<number>((resolve) => {
      const counting = database.transaction(name).objectStore(name).count()
      counting.addEventListener('success', () => resolve(counting.result))
    })
    database.close()
    return count
  }, table)

/** Waits until the relay has all that this device wrote. */
export async function untilSent(member: Member): Promise<void> {
  const waiting = async () => (await countIn(member, 'outbox')) + (await countIn(member, 'unsent'))
  await expect.poll(waiting, { timeout: 30_000, intervals: [200] }).toBe(0)
}

/** How much a folder holds. */
export const bytesIn = (folder: string): number =>
  filesIn(folder).reduce((sum, file) => sum + (statSync(file, { throwIfNoEntry: false })?.size ?? 0), 0)

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))

/** Which of these words lie readable in any file of a folder, in UTF-8 or UTF-16, in whatever case, or in base64. */
export function wordsIn(folder: string, words: readonly string[]): string[] {
  const found = new Set<string>()
  for (const file of filesIn(folder)) {
    const bytes = readFileSync(file)
    const texts = [file, bytes.toString('utf8'), bytes.toString('utf16le')]
    const folded = texts.map((content) => content.toLowerCase())
    for (const word of words) {
      const encoded = Buffer.from(word).toString('base64').replace(/.?=*$/, '')
      if (folded.some((content) => content.includes(word.toLowerCase())) || bytes.includes(encoded)) found.add(word)
    }
  }
  return [...found]
}
