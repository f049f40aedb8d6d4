import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { db } from '../store/tables.ts'
import { binCandidates, createCandidate, eraseOverdue } from './records.ts'

test('M048 the bin gives back for 90 days, then keeps nothing', async () => {
  const made = await createCandidate({ fullName: 'Personne Passagère', headline: 'Soudeuse de passage' })
  if (!made.ok) throw new Error(made.error.type)
  const id = (await db().records.toArray())[0]!.id
  await binCandidates([id])
  const day = 24 * 3600 * 1000
  expect(await eraseOverdue(Date.now() + 89 * day)).toBe(0)
  expect(await db().records.count()).toBe(1)
  expect(await eraseOverdue(Date.now() + 91 * day)).toBe(1)
  expect(JSON.stringify([await db().records.toArray(), await db().journal.toArray()])).not.toContain('Passagère')
})
