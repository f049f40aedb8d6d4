import { type Page } from '@playwright/test'
import { sharedWords } from '../../src/candidates/sharedWords.ts'
import { text } from '../../src/candidates/text.ts'
import { text as importsText } from '../../src/imports/text.ts'
import { expect, phone, test } from './support/app.ts'
import { corpusPath, pickFiles, rowOf, untilAllRead, verdictsOf } from './support/importing.ts'

const t = text.fr
const imports = importsText.fr

/** A plain-text CV. */
const cv = (name: string, lines: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(lines) })

const older = cv(
  'CV Solenn 2025.txt',
  `Solenn Abgrall
Conductrice de ligne
12 rue des Conserveurs, 29100 Douarnenez
06 39 98 41 07
solenn.abgrall@example.org

EXPÉRIENCE PROFESSIONNELLE
Conductrice de ligne, Conserverie Kervaillant, Douarnenez
mars 2021 - présent
- Conduite d’une ligne de sertissage et contrôle des autoclaves
Opératrice de conditionnement, Salaisons du Raz, Audierne
septembre 2018 - février 2021
- Mise en carton et palettisation

FORMATION
2018 Bac professionnel Bio-industries de transformation, Lycée de l’Elorn

COMPÉTENCES
Sertissage, HACCP, Palettisation

LANGUES
Français : langue maternelle
`,
)
const newer = cv(
  'CV Abgrall 2026.txt',
  `Solène ABGRALL
Cheffe d’équipe conditionnement
29100 Douarnenez
+33 6 39 98 41 07
s.abgrall@example.com

EXPÉRIENCE PROFESSIONNELLE
Cheffe d’équipe, Biscuiterie des Îles, Quimper
janvier 2026 - présent
- Encadrement de huit personnes
Conductrice de ligne, Conserverie Kervaillant, Douarnenez
mars 2021 - décembre 2025
- Conduite d’une ligne de sertissage et contrôle des autoclaves

FORMATION
2018 Bac professionnel Bio-industries de transformation, Lycée de l’Elorn

COMPÉTENCES
Sertissage, HACCP, Encadrement

LANGUES
Français : langue maternelle
Anglais : B1
`,
)
const namesake = (number: string, town: string) =>
  cv(
    `CV Gaspard Thévenin ${number}.txt`,
    `Gaspard Thévenin
Menuisier
${town}
06 39 98 52 ${number}
gaspard${number}@example.org

EXPÉRIENCE PROFESSIONNELLE
Menuisier, Menuiserie Duroc ${number}, ${town}
2015 - 2022
- Pose de fenêtres

COMPÉTENCES
Menuiserie
`,
  )

/** Opens the imports and hands files over; resolves when all are read. */
async function importAll(page: Page, files: ReturnType<typeof cv>[], total: number): Promise<void> {
  await page.goto('/imports')
  await pickFiles(page, files)
  await untilAllRead(page, total)
}

test('M032 somebody who comes again under another e-mail: proposed with reasons, merged field by field, parted again later', async ({
  page,
}) => {
  await importAll(page, [older], 1)
  await importAll(page, [newer], 2)
  const row = rowOf(page, newer.name)
  await expect(row).toContainText(sharedWords.fr.resemblance.phone)

  await test.step('side by side, with what speaks for and against', async () => {
    await row.getByRole('button', { name: imports.actions.compare }).click()
    await expect(page.getByText(t.merge.classes.surely)).toBeVisible()
    await expect(page.getByText(sharedWords.fr.resemblance.phone, { exact: false }).first()).toBeVisible()
    await expect(page.getByText(t.merge.doubts.email)).toBeVisible()
    // The job both tell is one row, and it ended when the newer CV says so.
    const job = page.getByRole('group', { name: /Kervaillant/ })
    await expect(job).toHaveCount(1)
    await expect(job.getByRole('checkbox').nth(1)).toBeChecked()
    await expect(page.getByText(/CV Solenn 2025\.txt/).first()).toBeVisible()
    // The name is chosen by hand: the older spelling.
    await page.getByRole('group', { name: t.merge.rows.fullName }).getByRole('radio').first().check()
    await page.keyboard.press('Control+Enter')
  })

  await test.step('one record, both CVs, both e-mails', async () => {
    await expect(page.getByRole('heading', { level: 1, name: 'Solenn Abgrall' })).toBeVisible()
    await expect(page.getByText('Biscuiterie des Îles').first()).toBeVisible()
    await page.getByRole('link', { name: new RegExp(`^${t.profile.tabs.documents}`) }).click()
    await expect(page.getByRole('link', { name: 'CV Abgrall 2026.txt' })).toBeVisible()
    await expect(page.getByRole('link', { name: 'CV Solenn 2025.txt' })).toBeVisible()
  })

  await test.step('after a restart the history still parts them', async () => {
    await page.reload()
    await page.getByRole('link', { name: t.profile.tabs.history }).click()
    await page.getByRole('button', { name: t.separate.action }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog).toContainText('suit sa personne')
    await dialog.getByRole('button', { name: t.separate.confirm }).click()
    await expect(page.getByText(t.separate.done('Solenn Abgrall', 'Solène ABGRALL'))).toBeVisible()
    await page.goto('/candidats')
    await expect(page.getByRole('link', { name: 'Solène ABGRALL' }).first()).toBeVisible()
    await expect(page.getByRole('link', { name: 'Solenn Abgrall' }).first()).toBeVisible()
  })

  await test.step('and nobody is asked about them again', async () => {
    await page.reload()
    await page.goto('/doublons')
    await expect(page.getByText(t.duplicates.empty)).toBeVisible()
  })
})

test('T059 the doubles of the whole base one after the other by keyboard; what was said is remembered after a restart', async ({
  page,
}) => {
  await importAll(page, [older, newer, namesake('11', 'Angers'), namesake('12', 'Angers')], 4)
  await page.goto('/candidats')
  await page.getByRole('link', { name: t.duplicates.button('2') }).click()
  const pairs = page.locator('[data-pair]')
  await expect(pairs).toHaveCount(2)
  // The surest first: opened, put off, and the next one comes by itself.
  await page.keyboard.press('Enter')
  await expect(page.getByText(t.merge.classes.surely)).toBeVisible()
  await page.keyboard.press('l')
  await expect(page.getByText(t.merge.classes.probably)).toBeVisible()
  await page.keyboard.press('d')
  await expect(page.getByText(t.merge.saidApart)).toBeVisible()
  // Only the pair put off is left.
  await expect(page).toHaveURL(/\/doublons$/)
  await expect(pairs).toHaveCount(1)
  await expect(pairs).toContainText(t.duplicates.putOff)
  await page.reload()
  await expect(pairs).toHaveCount(1)
  await expect(pairs).toContainText('Abgrall')
  await page.keyboard.press('Enter')
  await expect(page.getByText(t.merge.classes.surely)).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(t.duplicates.empty)).toBeVisible()
})

test('one drop with the same file twice and two formats of one CV: read once, and asked about once', async ({
  page,
}) => {
  await page.goto('/imports')
  const again = { ...older, name: 'copie de CV Solenn.txt' }
  await pickFiles(page, [older, again, namesake('11', 'Angers')])
  await untilAllRead(page, 3)
  const verdicts = await verdictsOf(page)
  expect([verdicts.get(older.name), verdicts.get(again.name)].sort()).toEqual(['created', 'same'].sort())
  await pickFiles(page, [corpusPath('CV_Nadege_Rouviere.pdf'), corpusPath('nadege rouviere (ancien).docx')])
  await untilAllRead(page, 5)
  const both = await verdictsOf(page)
  const nadege = ['CV_Nadege_Rouviere.pdf', 'nadege rouviere (ancien).docx'].map((file) => both.get(file))
  expect(nadege.filter((verdict) => verdict === 'possibleDuplicate')).toHaveLength(1)
})

test.describe('on a phone', () => {
  test.use(phone)
  test('M032 doubles are found, compared and merged with a thumb', async ({ page }) => {
    await importAll(page, [older, newer], 2)
    await page.goto('/doublons')
    await page.locator('[data-pair] a').first().click()
    await expect(page.getByText(t.merge.classes.surely)).toBeVisible()
    await page.getByRole('button', { name: t.merge.merge }).click()
    await expect(page.getByText(t.duplicates.empty)).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  })
})
