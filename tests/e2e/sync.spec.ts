import type { Page } from '@playwright/test'
import { conflictText } from '../../src/devices/conflictText.ts'
import { joinText } from '../../src/devices/joinText.ts'
import { statusText } from '../../src/devices/statusText.ts'
import { text } from '../../src/devices/text.ts'
import { makePerson } from '../tools/corpus/manyCvs.ts'
import { expect, phone } from './support/app.ts'
import { manyCvs, pickFiles, untilAllRead } from './support/importing.ts'
import {
  admit,
  askIn,
  fillCandidate,
  invite,
  type Member,
  revoke,
  sharedRecords,
  share,
  test,
  untilEqual,
  untilSent,
  wordsIn,
} from './support/team.ts'

const t = text.fr

const listed = ({ page }: Member, name: string) => page.getByRole('link', { name }).first()

test('T001 a team meets through a relay that can read nothing', async ({ team }) => {
  test.setTimeout(180_000)
  const nora = await team.member()
  const ravi = await team.member()
  const reach = { email: 'ludivine.kermarrec@example.org', phone: '+33 6 39 98 12 34' }
  const [cv] = await manyCvs(1, 700)
  const person = makePerson(700)
  let profile = ''

  await test.step('a person and a CV on one device, which opens its workspace to others', async () => {
    await nora.page.goto('/candidats/nouveau')
    await fillCandidate(nora, 'Ludivine Kermarrec', reach)
    profile = new URL(nora.page.url()).pathname
    await nora.page.goto('/imports')
    await pickFiles(nora.page, [{ name: 'CV secret de Ludivine.pdf', mimeType: cv!.mimeType, buffer: cv!.buffer }])
    await untilAllRead(nora.page, 1)
    await share(nora, 'Nora Belkacem')
  })

  await test.step('another joins by typing the code: the same three words, then the same records', async () => {
    const code = await invite(nora)
    await ravi.page.goto('/rejoindre')
    await ravi.page.getByRole('textbox', { name: joinText.fr.code }).fill(code.toLowerCase())
    await askIn(ravi, 'Ravi Nadkarni')
    await admit(nora, ravi)
    await untilEqual(nora, ravi)
    await ravi.page.goto('/candidats')
    await expect(listed(ravi, 'Ludivine Kermarrec')).toBeVisible()
    await expect(listed(ravi, person.name)).toBeVisible()
  })

  await test.step('what one writes is seen by the other who looks on', async () => {
    await nora.page.goto('/candidats/nouveau')
    await fillCandidate(nora, 'Maximin Delorme')
    await expect(listed(ravi, 'Maximin Delorme')).toBeVisible({ timeout: 5000 })
  })

  await test.step('both change one value without a network: both values are shown, and swapped in one tap', async () => {
    const headline = ({ page }: Member) => page.getByRole('textbox', { name: /^Métier/ })
    for (const member of [nora, ravi]) {
      await member.page.goto(`${profile}?modifier=identity`)
      await expect(headline(member)).toBeVisible()
    }
    await cutOff([nora, ravi], () => team.stop('SIGKILL'))
    await writeHeadline(nora.page, 'Soudeuse TIG')
    await writeHeadline(ravi.page, 'Chaudronnière')
    await expect(nora.page.getByRole('link', { name: statusText.fr.offline })).toContainText(statusText.fr.toSend(1))
    await team.start()
    await cutOff([nora, ravi], null)
    await untilEqual(nora, ravi)
    const conflict = ({ page }: Member) => page.getByRole('region', { name: conflictText.fr.title })
    for (const member of [nora, ravi]) {
      await expect(conflict(member)).toContainText('Soudeuse TIG')
      await expect(conflict(member)).toContainText('Chaudronnière')
      await expect(conflict(member)).toContainText('Ravi Nadkarni')
    }
    // The later one stands; the other is taken back.
    await expect(nora.page.getByText('Chaudronnière').first()).toBeVisible()
    await conflict(nora).getByRole('button', { name: conflictText.fr.swap }).click()
    for (const member of [nora, ravi]) {
      await expect(conflict(member)).toBeHidden()
      await expect(member.page.getByText('Soudeuse TIG').first()).toBeVisible()
    }
    await untilEqual(nora, ravi)
  })

  const phoneOfSimon = await team.member(phone)
  await test.step('a third joins with the camera of a phone', async () => {
    await invite(nora)
    const code = await nora.page.getByRole('img', { name: t.qrName }).screenshot()
    await showToCamera(phoneOfSimon.page, code)
    await phoneOfSimon.page.goto('/rejoindre')
    await phoneOfSimon.page.getByRole('button', { name: joinText.fr.scan }).click()
    await expect(phoneOfSimon.page.getByRole('textbox', { name: joinText.fr.code })).toHaveValue(/^[\w-]{14}$/)
    await askIn(phoneOfSimon, 'Simon Le Gall')
    await admit(nora, phoneOfSimon)
    await untilEqual(nora, phoneOfSimon)
  })

  await test.step('a file imported on one device is opened on another', async () => {
    await ravi.page.goto('/candidats')
    const address = await listed(ravi, person.name).getAttribute('href')
    await ravi.page.goto(`${address}?onglet=documents`)
    await expect(ravi.page.locator('.paper img').first()).toBeVisible({ timeout: 30_000 })
  })

  await test.step('W010 who is shut out is refused, and told why; the others go on', async () => {
    await revoke(nora, 'Ordinateur de Ravi')
    await expect(ravi.page.getByText(statusText.fr.revoked).first()).toBeVisible()
    await nora.page.goto('/candidats/nouveau')
    await fillCandidate(nora, 'Après Révocation')
    await untilEqual(nora, phoneOfSimon)
    expect(JSON.stringify(await sharedRecords(ravi))).not.toContain('Après Révocation')
    // Whoever opens the app there later is told too.
    await ravi.page.goto('/synchronisation')
    await expect(ravi.page.getByText(statusText.fr.leaveRevoked)).toBeVisible()
  })

  await test.step('the relay holds no word of it', async () => {
    await untilSent(nora)
    const words = [
      `Ludivine|Kermarrec|${reach.email}|39 98 12 34|639981234|Maximin|Delorme|Révocation|Soudeuse|Chaudronnière`,
      `${person.name.replaceAll(' ', '|')}|${person.email}|${person.phone}|${person.phone?.replaceAll(' ', '').slice(1)}`,
      'CV secret|candidate|headline|fullName|recruiter|Ordinateur|Téléphone',
      'Nora|Belkacem|Ravi|Nadkarni|Simon|Le Gall',
    ].flatMap((line) => line.split('|'))
    expect(wordsIn(team.dataDir, words)).toEqual([])
    // The search itself finds what stands open there.
    expect(wordsIn(team.dataDir, ['genesis'])).toEqual(['genesis'])
  })
})

async function writeHeadline(page: Page, words: string): Promise<void> {
  await page.getByRole('textbox', { name: /^Métier/ }).fill(words)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(words).first()).toBeVisible()
}

/** Takes the network from these devices and `stop`s what they would reach; with null they have it back. */
async function cutOff(members: Member[], stop: (() => Promise<void>) | null): Promise<void> {
  await stop?.()
  for (const { context } of members) await context.setOffline(stop !== null)
}

/** A camera that sees this picture. */
async function showToCamera(page: Page, picture: Buffer): Promise<void> {
  await page.addInitScript(
    async (url) => {
      navigator.mediaDevices.getUserMedia = async () => {
        const image = new Image()
        image.src = url
        await image.decode()
        const canvas = document.createElement('canvas')
        canvas.width = image.width + 80
        canvas.height = image.height + 80
        const drawing = canvas.getContext('2d')!
        const draw = () => {
          drawing.fillStyle = '#fff'
          drawing.fillRect(0, 0, canvas.width, canvas.height)
          drawing.drawImage(image, 40, 40)
        }
        setInterval(draw, 40)
        draw()
        return canvas.captureStream()
      }
    },
    `data:image/png;base64,${picture.toString('base64')}`,
  )
}
