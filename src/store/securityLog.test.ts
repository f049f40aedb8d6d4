import 'fake-indexeddb/auto'
import { beforeEach, expect, test } from 'vitest'
import { recall } from './memory.ts'
import { noteSecurity, type SecurityEvent, securityMemory } from './securityLog.ts'
import { useDatabase, VivierDatabase } from './tables.ts'

let count = 0
beforeEach(() => {
  count += 1
  useDatabase(new VivierDatabase(`security-${count}`))
})

test('T063 events stand latest first, an event told twice once, and the log does not grow for ever', async () => {
  await noteSecurity({ type: 'unlockFailed', at: 1 })
  await noteSecurity({ type: 'export', by: 'Samira', count: 3, at: 2 })
  await noteSecurity({ id: 'aside/d/4', type: 'revokedDevice', device: 'd', at: 3 })
  await noteSecurity({ id: 'aside/d/4', type: 'revokedDevice', device: 'd', at: 4 })
  expect(((await recall(securityMemory)) as SecurityEvent[]).map(({ type }) => type)).toEqual([
    'revokedDevice',
    'export',
    'unlockFailed',
  ])
  for (let at = 0; at < 510; at += 1) await noteSecurity({ type: 'codeFailed', at })
  expect(await recall(securityMemory)).toHaveLength(500)
})
