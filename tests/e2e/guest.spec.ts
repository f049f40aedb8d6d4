import { guestHomeText } from '../../src/app/guestHomeText.ts'
import { text as shellText } from '../../src/app/text.ts'
import { text as candidateText } from '../../src/candidates/text.ts'
import { profileTabsText } from '../../src/candidates/profileTabsText.ts'
import { guestText } from '../../src/devices/guestText.ts'
import { joinText } from '../../src/devices/joinText.ts'
import { statusText } from '../../src/devices/statusText.ts'
import { text as deviceText } from '../../src/devices/text.ts'
import { text as matchingText } from '../../src/matching/text.ts'
import { expect } from './support/app.ts'
import { corpusPath, pickFiles, untilAllRead } from './support/importing.ts'
import { pasteAdvert } from './support/ranking.ts'
import { admit, askIn, fillCandidate, type Member, sharedRecords, share, test, wordsIn } from './support/team.ts'

const shell = shellText.fr
const c = candidateText.fr
const d = deviceText.fr
const g = guestText.fr
const m = matchingText.fr
const h = guestHomeText.fr
const e = profileTabsText.fr.exchanges
const j = joinText.fr
/** Two browsers and a relay on a busy machine. */
const soon = { timeout: 30_000 }

const advert = `Vendeuse en crémerie (H/F)
Crémerie Valdorine, Lyon (69003)
CDI temps plein

Votre profil
• Expérience de la vente
• Permis B
`

/** Gives a person a stage in the offer. */
async function propose({ page }: Member, offer: string, name: string | RegExp): Promise<string> {
  await page.goto('/candidats')
  await page.getByRole('link', { name }).first().click()
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
  const person = new URL(page.url()).pathname
  await page.goto(`${offer}${person}`)
  await page.getByRole('button', { name: m.propose }).click()
  await expect(page.getByText(typeof name === 'string' ? m.proposed(name) : name).first()).toBeVisible()
  return person
}

/** Everything that lies in the databases of this device, as text. */
const everythingIn = ({ page }: Member): Promise<string> =>
  page.evaluate(async () => {
    const ask = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result))
        request.addEventListener('error', () => reject(request.error ?? new Error('not read')))
      })
    const words: string[] = []
    for (const { name } of await indexedDB.databases()) {
      const database = await ask(indexedDB.open(name!))
      for (const store of database.objectStoreNames)
        words.push(JSON.stringify(await ask(database.transaction(store).objectStore(store).getAll())))
      database.close()
    }
    return words.join('\n')
  })

test('W008 a guest of one offer sees its people and no one else, answers, and is shut out', async ({ team }) => {
  const office = await team.member()
  await share(office, 'Nora Belkacem')
  for (const [name, email] of [
    ['Ludivine Kermarrec', 'ludivine@example.org'],
    ['Oriane Vasseur', 'oriane@example.org'],
    ['Basile Quentin', 'basile@example.org'],
  ] as const) {
    await office.page.goto('/candidats/nouveau')
    await fillCandidate(office, name, { email })
  }
  const offer = await pasteAdvert(office.page, advert)
  const ludivine = await propose(office, offer, 'Ludivine Kermarrec')
  await propose(office, offer, 'Oriane Vasseur')

  // The host shares the offer.
  await office.page.goto(`${offer}/invites`)
  await expect(office.page.getByText(g.people(2))).toBeVisible()
  await office.page.getByRole('button', { name: g.open }).click()
  await office.page.getByRole('button', { name: g.invite }).click()
  const code = await office.page.getByTestId('invitation-code').innerText()

  // The guest comes in, on a phone.
  const guest = await team.member({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  await guest.page.goto(`/rejoindre#${code}`)
  await askIn(guest, 'Claire Delmas')
  await admit(office, guest)
  await guest.page.getByRole('link', { name: j.toOffer }).click()
  await expect(guest.page.getByRole('link', { name: 'Ludivine Kermarrec' })).toBeVisible(soon)
  await expect(guest.page.getByRole('link', { name: 'Oriane Vasseur' })).toBeVisible(soon)
  await expect(guest.page.getByRole('navigation', { name: shell.navigation })).not.toContainText(shell.capture)
  const kinds = Object.keys(await sharedRecords(guest)).map((key) => key.split(' ')[0])
  expect(kinds.filter((kind) => kind !== 'scoreEvent').toSorted()).toEqual([
    'application',
    'application',
    'candidate',
    'candidate',
    'offer',
  ])
  const held = `${await everythingIn(guest)} ${Object.values(await sharedRecords(guest)).join(' ')}`
  expect(held).toContain('Kermarrec')
  for (const word of ['Basile', 'Quentin', 'ludivine@', 'oriane@']) expect(held).not.toContain(word)

  // The guest comments and decides.
  await guest.page.goto(`${ludivine}?onglet=echanges`)
  await guest.page.getByRole('textbox', { name: e.text }).fill('À rencontrer dès lundi')
  await guest.page.getByRole('button', { name: c.save }).click()
  await expect(guest.page.getByText(e.added)).toBeVisible()
  await guest.page.goto('/')
  await guest.page.getByRole('combobox', { name: h.stageOf('Ludivine Kermarrec') }).selectOption('rejected')
  await guest.page.getByRole('textbox', { name: m.reason }).fill('Poste pourvu en interne')
  await guest.page.getByRole('button', { name: m.confirmReject, exact: true }).click()

  // The host has it, under the guest's name.
  await office.page.goto(`${ludivine}?onglet=echanges`)
  await expect(office.page.getByText('À rencontrer dès lundi')).toBeVisible(soon)
  await expect(office.page.getByText('Claire Delmas').first()).toBeVisible()
  // And answers: what is shown to guests reaches them, what is not stays.
  const words = office.page.getByRole('textbox', { name: e.text })
  await words.fill('Trop chère pour eux')
  await office.page.getByRole('button', { name: c.save }).click()
  await expect(office.page.getByText('Trop chère pour eux')).toBeVisible()
  await words.fill('Je vous propose mardi')
  await office.page.getByRole('checkbox', { name: /^Montrer aux invités/ }).check()
  await office.page.getByRole('button', { name: c.save }).click()
  await expect(office.page.getByText(e.seenByGuests).first()).toBeVisible()
  await guest.page.goto(`${ludivine}?onglet=echanges`)
  await expect(guest.page.getByText('Je vous propose mardi')).toBeVisible(soon)
  await expect(guest.page.getByText('Trop chère')).toBeHidden()
  await guest.page.goto('/')
  await office.page.goto(`${offer}?onglet=historique`)
  await expect(office.page.getByText('Poste pourvu en interne')).toBeVisible(soon)
  await expect(office.page.getByText('Claire Delmas').first()).toBeVisible()
  await expect(office.page.getByRole('link', { name: g.sharedWith(1) })).toBeVisible()

  // What the host edits reaches the guest.
  await office.page.goto('/candidats/nouveau')
  await fillCandidate(office, 'Maëlle Rivoire')
  await propose(office, offer, 'Maëlle Rivoire')
  await expect(guest.page.getByRole('link', { name: 'Maëlle Rivoire' })).toBeVisible(soon)

  // The host shuts the guest out, who is told.
  await office.page.goto(`${offer}/invites`)
  await office.page.getByRole('button', { name: /^Actions sur/ }).click()
  await office.page.getByRole('menuitem', { name: d.revoke }).click()
  const asked = office.page.getByRole('dialog')
  await asked.getByRole('textbox').fill('Téléphone de Claire')
  await asked.getByRole('button', { name: d.revoke }).click()
  await expect(office.page.getByText(g.former)).toBeVisible()
  await expect(guest.page.getByText(statusText.fr.revoked).first()).toBeVisible(soon)
})

test('W008 an offer is shared from a device of no workspace, with its CV; erasing and stopping reach the guest and the relay', async ({
  team,
}) => {
  const office = await team.member()
  await office.page.goto('/imports')
  await pickFiles(office.page, [corpusPath('CV_Nadege_Rouviere.pdf')])
  await untilAllRead(office.page, 1)
  await office.page.goto('/candidats/nouveau')
  await fillCandidate(office, 'Oriane Vasseur')
  const offer = await pasteAdvert(office.page, advert)
  const nadege = await propose(office, offer, /Rouvière/)
  await propose(office, offer, 'Oriane Vasseur')

  await office.page.goto(`${offer}/invites`)
  await office.page.getByRole('checkbox', { name: g.cvs }).check()
  await office.page.getByRole('textbox', { name: d.person }).fill('Nora Belkacem')
  await office.page.getByRole('button', { name: g.open }).click()
  await office.page.getByRole('button', { name: g.invite }).click()
  const code = await office.page.getByTestId('invitation-code').innerText()
  const guest = await team.member()
  await guest.page.goto(`/rejoindre#${code}`)
  await askIn(guest, 'Claire Delmas')
  await admit(office, guest)

  // The CV opens at the guest's, and lies sealed at the relay.
  await guest.page.getByRole('link', { name: j.toOffer }).click()
  await expect(guest.page.getByRole('link', { name: /Rouvière/ })).toBeVisible(soon)
  await guest.page.goto(`${nadege}?onglet=documents`)
  await expect(guest.page.locator('.paper img').first()).toBeVisible(soon)
  expect(wordsIn(team.dataDir, ['Rouvière', 'Rouviere', 'Vasseur', 'Belkacem', 'Valdorine'])).toEqual([])

  // Erased here, gone there.
  await office.page.goto(nadege)
  const name = await office.page.getByRole('heading', { name: /Rouvière/, level: 1 }).innerText()
  await office.page.getByRole('button', { name: c.profile.more }).click()
  await office.page.getByRole('menuitem', { name: c.erase.menu }).click()
  await office.page.getByRole('textbox', { name: c.erase.typeName(name) }).fill(name)
  await office.page.getByRole('button', { name: c.erase.action }).click()
  await guest.page.goto('/')
  await expect(guest.page.getByRole('link', { name: 'Oriane Vasseur' })).toBeVisible(soon)
  await expect(guest.page.getByRole('link', { name: /Rouvière/ })).toBeHidden(soon)
  // A page just loaded hides everyone for a moment: what counts is what is stored.
  await expect.poll(() => everythingIn(guest), soon).not.toMatch(/Rouvi[eè]re/i)

  // The end of it: nothing is left on the guest's device, nothing of it on the host's.
  await office.page.goto(`${offer}/invites`)
  await office.page.getByRole('button', { name: g.stop }).click()
  const asked = office.page.getByRole('dialog')
  await asked.getByRole('textbox').fill(g.stopWord)
  await asked.getByRole('button', { name: g.stop }).click()
  await expect(guest.page.getByText(h.nothing)).toBeVisible(soon)
  await expect(guest.page.getByText(statusText.fr.revoked).first()).toBeVisible(soon)
  await expect(office.page.getByRole('button', { name: g.open })).toBeVisible(soon)
  const databases = await office.page.evaluate(async () => (await indexedDB.databases()).map(({ name: one }) => one))
  expect(databases.filter((one) => one?.startsWith('vivier-offer'))).toEqual([])
})
