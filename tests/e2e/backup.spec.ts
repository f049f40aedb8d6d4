import { readFileSync } from 'node:fs'
import { text } from '../../src/settings/text.ts'
import { expect, test, watch } from './support/app.ts'
import { corpusPath, pickFiles, untilAllRead } from './support/importing.ts'

const t = text.fr
const passphrase = 'quatre mots sans rapport'

test('the whole workspace goes to another machine in one encrypted file', async ({ page, browser, baseURL }) => {
  await page.goto('/imports')
  await pickFiles(page, [corpusPath('CV_Nadege_Rouviere.pdf'), corpusPath('Lionel Vandermoortel.txt')])
  await untilAllRead(page, 2)

  await page.goto('/reglages/sauvegarde')
  await page.getByLabel(t.passphrase, { exact: true }).first().fill('court')
  await page.getByRole('button', { name: t.make }).click()
  await expect(page.getByText(t.passphraseShort)).toBeVisible()
  await page.getByLabel(t.passphrase, { exact: true }).first().fill(passphrase)
  await page.getByLabel(t.passphraseAgain).fill(passphrase)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: t.make }).click(),
  ])
  const file = await download.path()
  expect(download.suggestedFilename()).toMatch(/^vivier-\d{4}-\d{2}-\d{2}\.vivier$/)
  expect(readFileSync(file).includes('nadege.rouviere')).toBe(false)

  const elsewhere = await browser.newContext({ locale: 'fr-FR', baseURL: baseURL! })
  const watched = watch(elsewhere, baseURL!)
  const other = await elsewhere.newPage()
  await other.goto('/reglages/sauvegarde#reprendre')
  const picker = other.getByTestId('backup-picker')
  const restore = other.getByRole('button', { name: t.restore, exact: true })
  await picker.setInputFiles({ name: 'photo.vivier', mimeType: '', buffer: Buffer.from('rien de tel') })
  await other.getByLabel(t.passphrase, { exact: true }).last().fill(passphrase)
  await restore.click()
  await expect(other.getByText(t.restoreFailures.NotABackup)).toBeVisible()

  await picker.setInputFiles(file)
  await other.getByLabel(t.passphrase, { exact: true }).last().fill('une autre phrase secrète')
  await restore.click()
  await expect(other.getByText(t.restoreFailures.WrongPassphrase)).toBeVisible()
  await other.getByLabel(t.passphrase, { exact: true }).last().fill(passphrase)
  await restore.click()
  await expect(other.getByText(/fiches reprises, 4 fichiers\./)).toBeVisible()

  await other.goto('/candidats')
  await other.getByRole('link', { name: 'Nadège Rouvière-Colin' }).first().click()
  await expect(other.getByRole('heading', { name: 'Nadège Rouvière-Colin', level: 1 })).toBeVisible()
  await expect(other.getByText('nadege.rouviere@example.org').first()).toBeVisible()
  await other.goto(`${new URL(other.url()).pathname}?onglet=documents`)
  await expect(other.getByText('CV_Nadege_Rouviere.pdf').first()).toBeVisible()
  await expect(other.getByRole('img', { name: /^Page 1 sur/ })).toBeVisible()
  expect(watched).toEqual({ outside: [], errors: [] })
  await elsewhere.close()
})
