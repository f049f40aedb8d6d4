import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { FakeSpace, Link } from '../tests/sync/relayClient.ts'
import { startRelayProcess, type RelayProcess } from '../tests/sync/relayProcess.ts'

let folder: string
let relay: RelayProcess
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'vivier-admin-'))
  relay = await startRelayProcess({ VIVIER_DATA: folder, VIVIER_LOG: 'silent' })
})
afterAll(async () => {
  await relay?.end('SIGTERM')
  rmSync(folder, { recursive: true })
})

it('administers the store of a relay that runs: spaces, usage, quota, notice, maintenance, deletion', async () => {
  const space = new FakeSpace()
  const { link, welcome } = await Link.meet(relay.url, space.owner, { space })
  await link.push(space.owner.batch(1_000))
  const blobs = `${relay.url}/sync/v1/spaces/${space.id}/blobs/`
  const auth = { Authorization: `Bearer ${welcome.token}`, 'Tus-Resumable': '1.0.0' }
  const metadata = `id ${Buffer.from('ab'.repeat(16)).toString('base64')}`
  await fetch(blobs, { method: 'POST', headers: { ...auth, 'Upload-Length': '4', 'Upload-Metadata': metadata } })
  const type = { 'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': '0' }
  await fetch(`${blobs}${'ab'.repeat(16)}`, { method: 'PATCH', headers: { ...auth, ...type }, body: 'file' })
  expect(existsSync(path.join(folder, 'blobs', space.id))).toBe(true)

  expect(await admin('spaces')).toMatchObject({ code: 0, stderr: '' })
  expect((await admin('spaces')).stdout).toMatch(new RegExp(`^${space.id}  1 +1 +1\\.1 KB +4 B `, 'm'))
  expect((await admin('usage')).stdout).toContain('spaces   1')

  await admin('notice', 'Maintenance à 18 h')
  expect(await link.next('notice')).toMatchObject({ text: 'Maintenance à 18 h' })
  await admin('notice', 'off')
  expect(await link.next('notice')).toMatchObject({ text: '' })

  expect((await admin('quota', space.id.slice(0, 6), '1KB')).stdout).toContain('1.0 KB')
  const refused = space.owner.batch(2_000)
  await expect.poll(() => link.push(refused).then(String, String), { timeout: 10_000 }).toContain('quota')
  await admin('quota', space.id, 'default')
  expect(await link.push(refused)).toBe(2)

  expect((await admin('delete', space.id)).code).toBe(1)
  await admin('delete', space.id, '--yes')
  expect(await link.next('refused')).toMatchObject({ code: 'gone' })
  expect(existsSync(path.join(folder, 'blobs', space.id))).toBe(false)
  expect((await admin('spaces')).stdout).not.toContain(space.id)
  // Its devices hold all of it, and do not bring it back before they are allowed to.
  await expect(Link.meet(relay.url, space.owner, { space })).rejects.toThrow('gone')
  expect((await admin('allow', space.id)).code).toBe(0)
  const again = await Link.meet(relay.url, space.owner, { space })
  expect(again.welcome.head).toBe(0)
  await again.link.close()
  await admin('delete', space.id, '--yes')

  expect(await admin('delete', space.id, '--yes')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('no such space'),
  })
}, 60_000)

async function admin(...words: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  try {
    const { stdout, stderr } = await promisify(execFile)(
      process.execPath,
      [path.join(import.meta.dirname, 'admin.ts'), ...words],
      { env: { ...process.env, VIVIER_DATA: folder } },
    )
    return { code: 0, stdout, stderr }
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string }
    return { code, stdout, stderr }
  }
}
