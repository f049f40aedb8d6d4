import 'fake-indexeddb/auto'
import { beforeEach, expect, test } from 'vitest'
import { createReplica } from './replica.ts'
import { useDatabase, VivierDatabase } from './tables.ts'
import { countScores } from './waiting.ts'
import { newId, write } from './write.ts'

beforeEach(() => useDatabase(new VivierDatabase('waiting')))

test('of what waits for the relay, the scores that were looked at are told from what was changed', async () => {
  await write([{ type: 'create', kind: 'candidate', id: newId(), fields: { fullName: 'Ludivine Kermarrec' } }], {
    action: 'candidate.created',
  })
  expect(await countScores()).toBe(0)
  for (let looked = 0; looked < 2; looked += 1)
    await write([{ type: 'create', kind: 'scoreEvent', id: newId(), fields: { at: 1 } }], { action: 'score.shown' })
  expect([await countScores(), await createReplica().countOutbox()]).toEqual([2, 3])
})
