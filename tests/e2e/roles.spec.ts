import { text as shellText } from '../../src/app/text.ts'
import { text as candidateText } from '../../src/candidates/text.ts'
import { statusText } from '../../src/devices/statusText.ts'
import { expect } from './support/app.ts'
import { corpusPath, pickFiles, untilAllRead } from './support/importing.ts'
import { fillCandidate, letIn, revoke, sharedRecords, share, test, untilSent } from './support/team.ts'

const shell = shellText.fr
const c = candidateText.fr
const s = statusText.fr

test('W008 T003 a field agent brings in persons and CVs that colleagues read, and reads nothing of theirs', async ({
  team,
}) => {
  const office = await team.member()
  await share(office, 'Nora Belkacem')
  const agent = await letIn(team, office, 'fieldAgent', 'Ravi Nadkarni')
  await office.page.goto('/candidats/nouveau')
  await fillCandidate(office, 'Ludivine Kermarrec')
  await untilSent(office)

  await agent.page.goto('/candidats/nouveau')
  await expect(agent.page.getByText(shell.roleBanner.fieldAgent)).toBeVisible()
  await fillCandidate(agent, 'Oriane Vasseur', { phone: '06 39 98 12 34' })
  await agent.page.goto('/imports')
  await pickFiles(agent.page, [corpusPath('CV_Nadege_Rouviere.pdf')])
  await untilAllRead(agent.page, 1)
  await untilSent(agent)

  await office.page.goto('/candidats')
  await expect(office.page.getByRole('link', { name: 'Oriane Vasseur' }).first()).toBeVisible()

  // The file that the agent's phone holds opens in the office.
  await office.page.getByRole('link', { name: 'Rouvière' }).first().click()
  await expect(office.page.getByRole('heading', { name: /Rouvière/, level: 1 })).toBeVisible()
  await office.page.goto(`${new URL(office.page.url()).pathname}?onglet=documents`)
  // Files follow the records, one by one.
  await expect(office.page.locator('.paper img').first()).toBeVisible({ timeout: 30_000 })

  await agent.page.goto('/candidats')
  await expect(agent.page.getByRole('link', { name: 'Oriane Vasseur' }).first()).toBeVisible()
  const held = Object.values(await sharedRecords(agent)).join('\n')
  expect(held).toContain('Oriane Vasseur')
  expect(held).not.toContain('Kermarrec')
})

test('W008 W010 T006 a reader sees everything and changes nothing; revoked, its device says so and drops the records', async ({
  team,
}) => {
  const office = await team.member()
  await share(office, 'Nora Belkacem')
  await office.page.goto('/candidats/nouveau')
  await fillCandidate(office, 'Ludivine Kermarrec')
  const reader = await letIn(team, office, 'reader', 'Ravi Nadkarni')
  await reader.page.goto('/candidats')
  await reader.page.getByRole('link', { name: 'Ludivine Kermarrec' }).first().click()
  await expect(reader.page.getByText(shell.roleBanner.reader)).toBeVisible()
  const edit = reader.page.getByRole('button', { name: c.list.edit }).first()
  await expect(edit).toHaveAttribute('aria-disabled', 'true')
  await expect(edit).toHaveAttribute('data-tip', shell.roleLimits.reader)
  await reader.page.goto('/candidats/nouveau')
  await expect(reader.page.getByText(shell.roleLimits.reader)).toBeVisible()

  await revoke(office, 'Ordinateur de Ravi')

  await reader.page.goto('/candidats')
  await expect(reader.page.getByText(shell.revokedBanner)).toBeVisible()
  await expect(reader.page.getByRole('link', { name: 'Ludivine Kermarrec' }).first()).toBeVisible()
  await reader.page.getByRole('link', { name: shell.revokedMore }).click()
  await reader.page.getByRole('button', { name: s.drop }).click()
  await reader.page.getByRole('textbox', { name: s.dropTyping }).fill(s.dropWord)
  await reader.page.getByRole('dialog').getByRole('button', { name: s.drop }).click()
  await expect(reader.page.getByText(s.dropped)).toBeVisible()
  expect(await sharedRecords(reader)).toEqual({})
  expect(Object.values(await sharedRecords(office)).join(' ')).toContain('Ludivine Kermarrec')
})
