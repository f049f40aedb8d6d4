import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer, request as ask } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import { text as candidates } from '../../src/candidates/text.ts'
import { joinText } from '../../src/devices/joinText.ts'
import { partingText } from '../../src/devices/partingText.ts'
import { statusText } from '../../src/devices/statusText.ts'
import { text } from '../../src/devices/text.ts'
import { text as settings } from '../../src/settings/text.ts'
import { makePerson } from '../tools/corpus/manyCvs.ts'
import { backupPassphrase, makeManyRecords } from '../tools/manyRecords.ts'
import { expect } from './support/app.ts'
import { manyCvs, pickFiles, untilAllRead } from './support/importing.ts'
import {
  admit,
  askIn,
  bytesIn,
  countIn,
  fillCandidate,
  invite,
  letIn,
  type Member,
  pair,
  share,
  test,
  untilEqual,
  untilSent,
} from './support/team.ts'

const t = text.fr
const j = joinText.fr
const parting = partingText.fr

test('a relay killed in the middle of a push, and started again: nothing is lost', async ({ team }) => {
  const [nora, ravi] = await pair(team)
  const backup = await makeManyRecords({ count: 1500, edits: 1500 })
  await nora.page.goto('/reglages/sauvegarde#reprendre')
  await nora.page.getByTestId('backup-picker').setInputFiles({ name: 'tout.vivier', mimeType: '', buffer: backup })
  await nora.page.getByLabel(settings.fr.passphrase, { exact: true }).last().fill(backupPassphrase)
  await untilSent(nora)
  const before = bytesIn(team.dataDir)
  await nora.page.getByRole('button', { name: settings.fr.restore, exact: true }).click()
  // As soon as the first of it lies on the relay's disk: some is on its way, and some is not even sealed.
  await expect.poll(() => bytesIn(team.dataDir), { timeout: 60_000, intervals: [5] }).toBeGreaterThan(before)
  await team.stop('SIGKILL')
  expect((await countIn(nora, 'outbox')) + (await countIn(nora, 'unsent'))).toBeGreaterThan(0)
  await expect(nora.page.getByText(settings.fr.restored(1500, 0))).toBeVisible({ timeout: 30_000 })
  await team.start()
  await nora.page.goto('/synchronisation')
  await ravi.page.goto('/synchronisation')
  await untilSent(nora)
  const records = await untilEqual(nora, ravi)
  expect(Object.keys(records).filter((id) => id.startsWith('candidate ')).length).toBe(1500)
})

test('SPEC 7.13 a relay set back to a copy, where another went on: what it lost is told, redone with one button, and nothing is lost', async ({
  team,
}) => {
  const nora = await team.member()
  await share(nora, 'Nora Belkacem')
  const lena = await letIn(team, nora, 'admin', 'Léna Ferrand')
  const copy = mkdtempSync(path.join(tmpdir(), 'relay-copy-'))
  const renewKeys = async ({ page }: Member) => {
    await page.goto('/appareils')
    await page.getByRole('button', { name: t.rotate }).click()
    await expect(page.getByText(t.rotated)).toBeVisible()
  }
  try {
    await untilEqual(nora, lena)
    await lena.page.goto('about:blank')
    await team.stop()
    cpSync(team.dataDir, copy, { recursive: true })
    await team.start()
    await renewKeys(nora)
    await nora.page.goto('/candidats/nouveau')
    await fillCandidate(nora, 'Odile Kerbrat')
    await untilSent(nora)
    await nora.page.goto('about:blank')
    await team.stop()
    rmSync(team.dataDir, { recursive: true })
    cpSync(copy, team.dataDir, { recursive: true })
    await team.start()
    await renewKeys(lena)
    await nora.page.goto('/synchronisation')
    const said = nora.page.getByRole('region', { name: parting.title })
    await expect(said.getByText(parting.entries.epoch('Nora Belkacem'))).toBeVisible()
    await expect(said.getByText(parting.entries.epoch('Léna Ferrand'))).toBeVisible()
    await said.getByRole('button', { name: parting.goOn }).click()
    await expect(nora.page.getByText(parting.done)).toBeVisible()
    await expect(said).toBeHidden()
    await lena.page.goto('/candidats')
    await expect(lena.page.getByText('Odile Kerbrat').first()).toBeVisible()
    await untilEqual(nora, lena)
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
})

test('W036 where no WebSocket passes, the same goes over HTTP', async ({ team }) => {
  const proxy = await startHttpProxy(team.origin)
  try {
    const nora = await team.member()
    const ravi = await team.member({ baseURL: proxy.origin })
    await share(nora, 'Nora Belkacem')
    const code = await invite(nora)
    await ravi.page.goto(`/rejoindre#${code}`)
    await askIn(ravi, 'Ravi Nadkarni')
    await admit(nora, ravi)
    await ravi.page.goto('/synchronisation')
    await expect(ravi.page.getByText(statusText.fr.transports.http)).toBeVisible()
    await nora.page.goto('/candidats/nouveau')
    await fillCandidate(nora, 'Ludivine Kermarrec')
    await ravi.page.goto('/candidats')
    await expect(ravi.page.getByRole('link', { name: 'Ludivine Kermarrec' }).first()).toBeVisible()
    await ravi.page.goto('/candidats/nouveau')
    await fillCandidate(ravi, 'Anselme Trudeau')
    await untilEqual(nora, ravi)
    expect(proxy.refused()).toBeGreaterThan(0)
  } finally {
    await proxy.close()
  }
})

test('W049 maintenance announced on the command line shows on every device, which keeps working', async ({ team }) => {
  const nora = await team.member()
  await share(nora, 'Nora Belkacem')
  await nora.page.goto('/synchronisation')
  const administer = (...words: string[]) =>
    execFileSync(process.execPath, ['sync-server/admin.ts', ...words], {
      env: { PATH: process.env.PATH, VIVIER_DATA: team.dataDir },
    })
  administer('notice', 'Maintenance ce soir', 'à 18 h')
  const told = nora.page.getByRole('main').getByText('Maintenance ce soir à 18 h')
  await expect(told).toBeVisible()
  administer('readonly', 'on')
  await nora.page.goto('/candidats/nouveau')
  // Whatever the screen, the foot says it.
  await expect(nora.page.getByRole('link', { name: 'Maintenance ce soir à 18 h' })).toBeVisible()
  await fillCandidate(nora, 'Ludivine Kermarrec')
  await nora.page.goto('/synchronisation')
  await expect(told).toBeVisible()
  await expect(nora.page.getByText(statusText.fr.refusedNotes.tooFast)).toBeVisible()
  administer('readonly', 'off')
  administer('notice', 'off')
  await expect(nora.page.getByText('Maintenance ce soir à 18 h')).toHaveCount(0)
  await nora.page.getByRole('button', { name: statusText.fr.syncNow }).click()
  await untilSent(nora)
})

test('W003 tabs: one leads, the others see and command; when it closes, another leads', async ({ team }) => {
  const nora = await team.member()
  const tab = async (): Promise<Member> => ({ context: nora.context, page: await nora.context.newPage() })
  // Open before there was anything to share, and never loaded again.
  const second = await tab()
  await second.page.goto('/candidats')
  await share(nora, 'Nora Belkacem')

  const third = await tab()
  const ravi = await team.member()
  const code = await invite(third)
  await ravi.page.goto(`/rejoindre#${code}`)
  await askIn(ravi, 'Ravi Nadkarni')
  await admit(third, ravi)
  await ravi.page.goto('/candidats/nouveau')
  await fillCandidate(ravi, 'Ludivine Kermarrec')
  await expect(second.page.getByRole('link', { name: 'Ludivine Kermarrec' }).first()).toBeVisible()

  await third.page.close()
  await nora.page.close()
  await ravi.page.goto('/candidats/nouveau')
  await fillCandidate(ravi, 'Anselme Trudeau')
  await expect(second.page.getByRole('link', { name: 'Anselme Trudeau' }).first()).toBeVisible()
  await untilEqual(second, ravi)
})

test('what waits when the app is closed is sent by Background Sync, without it', async ({ team }) => {
  const [nora, ravi] = await pair(team)
  const { page, context } = nora
  // The screens it needs are there from the first time.
  await page.goto('/candidats/nouveau')
  await fillCandidate(nora, 'Anselme Trudeau')
  await untilSent(nora)
  await page.goto('/candidats/nouveau')
  await team.stop()
  await fillCandidate(nora, 'Ludivine Kermarrec')
  expect((await countIn(nora, 'outbox')) + (await countIn(nora, 'unsent'))).toBeGreaterThan(0)
  const outside = await context.newPage()
  await outside.goto('about:blank')
  const browser = await context.newCDPSession(outside)
  const registered = new Promise<string>((resolve) => {
    browser.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const found = registrations.find(({ scopeURL }) => scopeURL.endsWith('/assets/sending/'))
      if (found) resolve(found.registrationId)
    })
  })
  await browser.send('ServiceWorker.enable')
  const registrationId = await registered
  await page.close()
  await team.start()
  const sync = { origin: team.origin, registrationId, tag: 'vivier-sync', lastChance: false }
  await browser.send('ServiceWorker.dispatchSyncEvent', sync)
  await ravi.page.goto('/candidats')
  await expect(ravi.page.getByRole('link', { name: 'Ludivine Kermarrec' }).first()).toBeVisible({ timeout: 45_000 })
})

test('9.1 a file of 20 MB on a slow line: it says how far it is, and goes on where it was stopped and closed', async ({
  team,
}) => {
  const asked: number[] = []
  let isHeld = true
  const line = {
    bytesPerS: 4_000_000,
    mayPass: () => !isHeld,
    onRange: (from: number) => asked.push(from),
  }
  const proxy = await startHttpProxy(team.origin, line)
  const { away } = candidates.fr.documents
  try {
    const nora = await team.member({ baseURL: proxy.origin })
    const ravi = await team.member({ baseURL: proxy.origin })
    await nora.page.goto('/imports')
    await pickFiles(nora.page, [
      { name: 'CV et portfolio.pdf', mimeType: 'application/pdf', buffer: await heavyCv(20) },
    ])
    await untilAllRead(nora.page, 1)
    await share(nora, 'Nora Belkacem')
    // Records are through, files are not, and the foot says both.
    await expect(nora.page.getByRole('link', { name: statusText.fr.filesToSend(2) })).toContainText('Fiches à jour')
    const code = await invite(nora)
    await ravi.page.goto(`/rejoindre#${code}`)
    await askIn(ravi, 'Ravi Nadkarni')
    await admit(nora, ravi)
    await ravi.page.goto('/candidats')
    const address = await ravi.page
      .getByRole('link', { name: makePerson(701).name })
      .first()
      .getAttribute('href')
    await ravi.page.goto(`${address}?onglet=documents`)
    await expect(ravi.page.getByText(away.elsewhere('Nora Belkacem'))).toBeVisible()
    isHeld = false
    await expect(nora.page.getByText(statusText.fr.filesToSend(2))).toBeHidden({ timeout: 60_000 })

    const progress = ({ page }: Member) => page.getByRole('progressbar', { name: 'CV et portfolio.pdf' })
    await ravi.page.getByRole('button', { name: away.again }).click()
    await expect(progress(ravi)).toHaveAttribute('aria-valuenow', /^[1-9]/)
    await ravi.page.getByRole('button', { name: away.stop }).click()
    await expect(ravi.page.getByText(away.held)).toBeVisible()
    const stopped = Math.max(...asked)
    expect(stopped).toBeGreaterThan(0)
    await ravi.page.close()

    // What came is still there the next time the app is opened.
    asked.length = 0
    const later: Member = { context: ravi.context, page: await ravi.context.newPage() }
    await later.page.goto(`${address}?onglet=documents`)
    await expect(later.page.locator('.paper img').first()).toBeVisible({ timeout: 60_000 })
    expect(asked.filter((from) => from > 0 && from < stopped)).toEqual([])
  } finally {
    await proxy.close()
  }
})

/** A CV that carries so many MB of something else, as a portfolio does. */
async function heavyCv(megabytes: number): Promise<Buffer> {
  const [cv] = await manyCvs(1, 701)
  const pdf = await PDFDocument.load(cv!.buffer)
  await pdf.attach(randomBytes(megabytes << 20), 'portfolio.bin')
  return Buffer.from(await pdf.save())
}

test('a code that opens nothing, a code used twice, an address where no relay is: each says what to do', async ({
  team,
}) => {
  const nora = await team.member()
  const ravi = await team.member()
  await nora.page.goto('/appareils/partager')
  await nora.page.getByRole('textbox', { name: t.person }).fill('Nora Belkacem')
  const address = nora.page.getByRole('textbox', { name: t.relayUrl })
  // The policy of the app names no other origin: that is said, and what has to be set, rather than "no answer".
  await address.fill('http://127.0.0.1:9')
  await nora.page.getByRole('button', { name: t.openShare }).click()
  await expect(nora.page.getByRole('alert')).toHaveText(t.blockedByPolicy('http://127.0.0.1:9'))
  await team.stop('SIGKILL')
  await address.fill(team.origin)
  await nora.page.getByRole('button', { name: t.openShare }).click()
  await expect(nora.page.getByRole('alert')).toHaveText(t.failures.RelayUnreachable)
  await team.start()
  await nora.page.getByRole('button', { name: t.openShare }).click()
  await expect(nora.page).toHaveURL(/\/appareils\/secours/)

  await ravi.page.goto('/rejoindre')
  await ravi.page.getByRole('textbox', { name: j.code }).fill('7Q4K-M2X')
  await askIn(ravi, 'Ravi Nadkarni')
  await expect(ravi.page.getByText(j.codeBad)).toBeVisible()
  await ravi.page.getByRole('textbox', { name: j.code }).fill('7Q4K-M2XD-9TRB')
  await ravi.page.getByRole('button', { name: j.join, exact: true }).click()
  await expect(ravi.page.getByText(t.failures.CodeUnknown)).toBeVisible()
  await ravi.page.getByRole('button', { name: j.again }).click()

  const code = await invite(nora)
  await ravi.page.getByRole('textbox', { name: j.code }).fill(code)
  await ravi.page.getByRole('button', { name: j.join, exact: true }).click()
  await expect(ravi.page.getByTestId('three-words')).toBeVisible()
  const simon = await team.member()
  await simon.page.goto(`/rejoindre#${code}`)
  await askIn(simon, 'Simon Le Gall')
  await expect(simon.page.getByText(t.failures.CodeExpired)).toBeVisible()

  // Who says no keeps everyone out.
  await nora.page.getByRole('button', { name: t.refuse }).click()
  await expect(ravi.page.getByText(t.failures.WordsRefused)).toBeVisible()
  await nora.page.goto('/appareils')
  await expect(nora.page.getByRole('listitem').filter({ hasText: 'Ravi' })).toHaveCount(0)

  // A page closed while words are compared took the newcomer's keys with it.
  await simon.page.getByRole('button', { name: j.again }).click()
  await simon.page.getByRole('textbox', { name: j.code }).fill(await invite(nora))
  await simon.page.getByRole('button', { name: j.join, exact: true }).click()
  await expect(simon.page.getByTestId('three-words')).toBeVisible()
  await simon.page.reload()
  await expect(simon.page.getByText(t.failures.CodeExpired)).toBeVisible()
})

/** What is done to files on their way. */
interface Line {
  bytesPerS: number
  /** While false, no piece of a file passes. */
  mayPass: () => boolean
  /** From where a piece was asked for. */
  onRange: (from: number) => void
}

/** Passes requests on and opens no WebSocket, as some companies' proxies do. */
async function startHttpProxy(target: string, line?: Line) {
  let refused = 0
  const server = createServer((incoming, outgoing) => {
    const { method, headers, url } = incoming
    if (line && method === 'PATCH' && !line.mayPass()) {
      outgoing.destroy()
      return
    }
    const range = /^bytes=(\d+)-/.exec(headers.range ?? '')
    if (line && range) line.onRange(Number(range[1]))
    const passed = ask(new URL(url ?? '/', target), { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      if (!line || !range) return void answer.pipe(outgoing)
      answer.on('data', (bytes: Buffer) => {
        outgoing.write(bytes)
        answer.pause()
        setTimeout(() => answer.resume(), (bytes.length / line.bytesPerS) * 1000)
      })
      answer.on('end', () => outgoing.end())
    })
    passed.on('error', () => outgoing.destroy())
    outgoing.on('close', () => passed.destroy())
    incoming.pipe(passed)
  })
  server.on('upgrade', (_, socket) => {
    refused += 1
    socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('No free port.')
  return {
    origin: `http://127.0.0.1:${address.port}`,
    refused: () => refused,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
