import fc from 'fast-check'
import { expect, test } from 'vitest'
import { noPrevious } from '../../log/batch.ts'
import { Team } from '../../../tests/sync/team.ts'
import { openPart, sealPart } from './snapshotSealing.ts'

test('SPEC 8.1 a part opens as that part of that snapshot by that author, and as nothing else', async () => {
  const team = await Team.start()
  const owner = team.get('owner')
  const recruiter = await team.add('recruiter', 'recruiter')
  const content = new TextEncoder().encode('records '.repeat(4000))
  const snapshot = 'ab'.repeat(32)
  const part = (await sealPart(owner, snapshot, 2, content))!
  expect(part.bytes.length).toBeLessThan(600)
  const opened = await openPart(recruiter, snapshot, 2, owner.device, part.bytes)
  expect(opened.ok && opened.value).toEqual(content)
  const damaged = { ok: false, error: { type: 'Damaged' } }
  expect(await openPart(recruiter, snapshot, 1, owner.device, part.bytes)).toEqual(damaged)
  expect(await openPart(recruiter, noPrevious, 2, owner.device, part.bytes)).toEqual(damaged)
  expect(await openPart(recruiter, snapshot, 2, recruiter.device, part.bytes)).toEqual(damaged)
  for (let place = 0; place < part.bytes.length; place += 1) {
    const altered = part.bytes.slice()
    altered[place]! ^= 0x10
    expect((await openPart(recruiter, snapshot, 2, owner.device, altered)).ok).toBe(false)
  }
  // A part is no batch of operations, though it lies in the same envelope.
  expect(await recruiter.open(part.bytes)).toEqual({ ok: false, error: { type: 'Aside', reason: 'unreadable' } })
  const agent = await team.add('agent', 'fieldAgent')
  expect(await sealPart(agent, snapshot, 1, content)).toBeNull()
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (noise) => {
      expect((await openPart(recruiter, snapshot, 2, owner.device, noise)).ok).toBe(false)
    }),
    { numRuns: 20 },
  )
})
