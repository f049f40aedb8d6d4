import { text as shellText } from '../../src/app/text.ts'
import { text as candidateText } from '../../src/candidates/text.ts'
import { joinText } from '../../src/devices/joinText.ts'
import { kitText } from '../../src/devices/kitText.ts'
import { statusText } from '../../src/devices/statusText.ts'
import { text } from '../../src/devices/text.ts'
import { scoringText } from '../../src/matching/scoringText.ts'
import { wordsToSecret } from '../../src/sync/crypto/recovery.ts'
import { expect } from './support/app.ts'
import {
  admit,
  askIn,
  countIn,
  fillCandidate,
  invite,
  type Member,
  revoke,
  share,
  test,
  untilSent,
} from './support/team.ts'

const t = text.fr
const j = joinText.fr
const k = kitText.fr
const shell = shellText.fr
const c = candidateText.fr

const listed = ({ page }: Member, name: string) => page.getByRole('link', { name }).first()

test('who has lost every device comes back by 24 words, then by a passphrase; what is typed wrong is named', async ({
  team,
}) => {
  test.setTimeout(180_000)
  const lost = await team.member()
  await share(lost, 'Nora Belkacem')
  await lost.page.getByRole('button', { name: k.makeWords }).click()
  const shown = lost.page.getByTestId('kit-words').getByRole('listitem')
  await expect(shown).toHaveCount(24)
  const words = await shown.allInnerTexts()
  // A phone that is turned is drawn anew: what is shown once must stay in sight.
  await lost.page.setViewportSize({ width: 390, height: 844 })
  await expect(shown).toHaveText(words)
  await lost.page.setViewportSize({ width: 1280, height: 720 })
  await lost.page.getByRole('button', { name: k.finished }).click()
  await lost.page.goto('/candidats/nouveau')
  await fillCandidate(lost, 'Ludivine Kermarrec')
  await untilSent(lost)
  await lost.page.close()

  const back = await team.member()
  await test.step('a word that is none is told by its place; words that do not belong together are told too', async () => {
    await openRecovery(back, 'Poste de secours')
    await recoverBy(back, { words: words.with(4, 'zzzzz') })
    await expect(back.page.getByRole('alert')).toHaveText(t.wrongWord(5))
    await recoverBy(back, { words: words.slice(1) })
    await expect(back.page.getByText(j.kitWordsCount(23)).first()).toBeVisible()
    await recoverBy(back, { words: await misheard(words) })
    await expect(back.page.getByRole('alert')).toHaveText(t.wrongWords)
  })

  await test.step('the right words bring the records, and say what still holds', async () => {
    await recoverBy(back, { words })
    await expect(back.page.getByText(t.cameBack)).toBeVisible({ timeout: 30_000 })
    await expect(back.page.getByRole('listitem').filter({ hasText: t.thisDevice })).toContainText(t.roles.owner)
    await revoke(back, 'Ordinateur de Nora')
    await back.page.goto('/candidats')
    await expect(listed(back, 'Ludivine Kermarrec')).toBeVisible()
  })

  await test.step('another kit voids the paper; it opens by its passphrase alone', async () => {
    const passphrase = 'cinq mots sans aucun rapport'
    await back.page.goto('/appareils/secours')
    await back.page.getByRole('radio', { name: k.kinds.passphrase }).check()
    await back.page.getByLabel(k.passphrase, { exact: true }).fill(passphrase)
    await back.page.getByLabel(k.again).fill(passphrase)
    await back.page.getByRole('button', { name: k.makePassphrase }).click()
    await expect(back.page.getByText(k.replaced)).toBeVisible({ timeout: 30_000 })

    const again = await team.member()
    await openRecovery(again, 'Autre poste')
    await recoverBy(again, { words })
    await expect(again.page.getByRole('alert')).toBeVisible({ timeout: 30_000 })
    await recoverBy(again, { passphrase: 'six mots sans aucun rapport' })
    await expect(again.page.getByRole('alert')).toHaveText(t.failures.WrongKit, { timeout: 30_000 })
    await recoverBy(again, { passphrase })
    await expect(again.page.getByText(t.cameBack)).toBeVisible({ timeout: 30_000 })
    await again.page.goto('/candidats')
    await expect(listed(again, 'Ludivine Kermarrec')).toBeVisible()
  })
})

test('W008 let in after the inviter came back, made a reader and a recruiter again, gone to another team with the records', async ({
  team,
}) => {
  test.setTimeout(180_000)
  const nora = await team.member()
  await share(nora, 'Nora Belkacem')
  await nora.page.goto('/candidats/nouveau')
  await fillCandidate(nora, 'Ludivine Kermarrec')
  const ravi = await team.member()

  await test.step('an invitation outlives the page that made it; who was compared is let in', async () => {
    const code = await invite(nora)
    await ravi.page.goto(`/rejoindre#${code}`)
    await askIn(ravi, 'Ravi Nadkarni')
    await expect(ravi.page.getByTestId('three-words')).toBeVisible()
    await expect(nora.page.getByTestId('three-words')).toBeVisible()
    await nora.page.close()
    nora.page = await nora.context.newPage()
    await nora.page.goto('/appareils')
    await expect(nora.page.getByText(t.someoneWaits)).toBeVisible()
    await nora.page.getByRole('link', { name: t.openInvitation }).click()
    await admit(nora, ravi)
  })

  await test.step('made a reader, nothing can be changed any more on the screen in sight, and it says why', async () => {
    await ravi.page.goto('/candidats')
    await listed(ravi, 'Ludivine Kermarrec').click()
    const edit = ravi.page.getByRole('button', { name: c.list.edit }).first()
    await expect(edit).not.toHaveAttribute('aria-disabled', 'true')
    await changeRole(nora, 'reader')
    await expect(ravi.page.getByText(shell.roleBanner.reader)).toBeVisible()
    await expect(edit).toHaveAttribute('aria-disabled', 'true')
    await ravi.page.keyboard.press('e')
    await expect(ravi.page.getByRole('status').getByText(shell.roleLimits.reader)).toBeVisible()

    await ravi.page.goto('/reglages/classement')
    await expect(ravi.page.getByRole('slider', { name: scoringText.fr.excellent })).toBeDisabled()
    await expect(ravi.page.getByText(shell.roleLimits.reader).first()).toBeVisible()
  })

  await test.step('made a recruiter again, it writes', async () => {
    await changeRole(nora, 'recruiter')
    await expect(ravi.page.getByText(shell.roleBanner.reader)).toBeHidden()
    await expect(ravi.page.getByRole('slider', { name: scoringText.fr.excellent })).toBeEnabled()
    await ravi.page.goto('/candidats/nouveau')
    await fillCandidate(ravi, 'Maximin Delorme')
    await nora.page.goto('/candidats')
    await expect(listed(nora, 'Maximin Delorme')).toBeVisible()
  })

  await test.step('C33 the history names the person and the device, and looking at a page leaves no trace', async () => {
    await nora.page.goto('/candidats')
    await listed(nora, 'Maximin Delorme').click()
    await nora.page.getByRole('link', { name: c.profile.tabs.history }).click()
    await expect(nora.page.getByText(c.history.received('Ordinateur de Ravi')).first()).toBeVisible()
    const before = await countIn(nora, 'journal')
    for (const address of ['/candidats', '/offres', '/appareils']) await nora.page.goto(address)
    await expect(nora.page.getByText(t.linked)).toBeVisible()
    expect(await countIn(nora, 'journal')).toBe(before)
  })

  await test.step('who leaves keeps the records, and brings them to another team', async () => {
    await ravi.page.goto('/appareils')
    await ravi.page.getByRole('button', { name: t.leave }).click()
    const dialog = ravi.page.getByRole('dialog')
    await dialog.getByRole('textbox').fill('Ordinateur de Ravi')
    await dialog.getByRole('button', { name: t.leave }).click()
    await expect(ravi.page.getByText(t.notShared)).toBeVisible()
    await nora.page.goto('/candidats/nouveau')
    await fillCandidate(nora, 'Après Le Départ')

    const simon = await team.member()
    await share(simon, 'Simon Le Gall')
    const code = await invite(simon)
    await ravi.page.goto(`/rejoindre#${code}`)
    await expect(ravi.page.getByText(j.willShare(2))).toBeVisible()
    await askIn(ravi, 'Ravi Nadkarni')
    await admit(simon, ravi)
    await simon.page.goto('/candidats')
    await expect(listed(simon, 'Ludivine Kermarrec')).toBeVisible()
    await expect(listed(simon, 'Maximin Delorme')).toBeVisible()
    await expect(simon.page.getByRole('link', { name: 'Après Le Départ' })).toHaveCount(0)

    await test.step('SPEC 5.11 an owner ends sharing for everyone: the others are told, and keep their records', async () => {
      await simon.page.goto('/appareils')
      await simon.page.getByRole('button', { name: t.end }).click()
      const sure = simon.page.getByRole('dialog')
      await sure.getByRole('textbox').fill(t.endWord)
      await sure.getByRole('button', { name: t.end }).click()
      await expect(simon.page.getByText(t.notShared)).toBeVisible()

      await ravi.page.goto('/synchronisation')
      await expect(ravi.page.getByText(statusText.fr.refusedNotes.gone)).toBeVisible()
      await ravi.page.getByRole('button', { name: statusText.fr.leave }).click()
      await expect(ravi.page.getByText(statusText.fr.leftHere)).toBeVisible()
      await ravi.page.goto('/candidats')
      await expect(listed(ravi, 'Maximin Delorme')).toBeVisible()
    })
  })

  await test.step('a code that nobody used says that it is over', async () => {
    await nora.page.clock.install()
    await invite(nora)
    await nora.page.clock.fastForward('15:01')
    await expect(nora.page.getByText(t.expired)).toBeVisible()
    await nora.page.getByRole('button', { name: t.newCode }).click()
    await expect(nora.page.getByRole('button', { name: t.makeCode })).toBeVisible()
  })
})

async function openRecovery({ page }: Member, deviceName: string): Promise<void> {
  await page.goto('/rejoindre')
  await page.getByRole('link', { name: j.recoverLink }).click()
  await page.getByRole('textbox', { name: t.person }).fill('Nora Belkacem')
  await page.getByRole('textbox', { name: t.deviceName }).fill(deviceName)
}

async function recoverBy({ page }: Member, key: { words: readonly string[] } | { passphrase: string }): Promise<void> {
  if ('words' in key) {
    await page.getByRole('radio', { name: j.kinds.words }).check()
    await page.getByRole('textbox', { name: j.kitWords }).fill(key.words.join(' '))
  } else {
    await page.getByRole('radio', { name: j.kinds.passphrase }).check()
    await page.getByLabel(j.passphrase, { exact: true }).fill(key.passphrase)
  }
  await page.getByRole('button', { name: j.recover }).click()
}

/** The words with two exchanged, so that their check does not hold. */
async function misheard(words: readonly string[]): Promise<string[]> {
  for (let at = 1; at < words.length; at += 1) {
    const exchanged = words.with(at, words[0]!).with(0, words[at]!)
    const read = await wordsToSecret(exchanged.join(' '))
    if (!read.ok && read.error.wrong === 0) return exchanged
  }
  throw new Error('Every exchange of words held.')
}

/** Gives the other device of two another role. */
async function changeRole({ page }: Member, role: 'reader' | 'recruiter'): Promise<void> {
  await page.goto('/appareils')
  await page
    .getByRole('button', { name: /^Actions sur/ })
    .nth(1)
    .click()
  await page.getByRole('menuitem', { name: t.changeRole }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: t.roles[role] }).check()
  await dialog.getByRole('button', { name: t.save }).click()
  await expect(dialog).toBeHidden()
}
