import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openByKey } from '../store/read.ts'
import { useDatabase, VivierDatabase } from '../store/tables.ts'
import { undo } from '../store/write.ts'
import { lastMove, moveApplication } from './records.ts'

let databases = 0
beforeEach(() => useDatabase(new VivierDatabase(`matching-${(databases += 1)}`)))
afterEach(() => useDatabase(null))

const pair = { offerId: 'o1', candidateId: 'c1' }

describe('moveApplication', () => {
  it('M065 there is one application per pair; each move keeps its reason and the score seen then', async () => {
    await moveApplication({ ...pair, stage: 'proposed', reason: '', score: 91.4 })
    const rejected = await moveApplication({ ...pair, stage: 'rejected', reason: 'Refuse le 2×8', score: 30 })
    const [application, ...others] = await openByKey('application', 'offer:o1')
    expect(others).toEqual([])
    expect(application?.fields.stage).toBe('rejected')
    expect(Object.values(application!.fields.moves).map(({ stage, reason, score }) => [stage, reason, score])).toEqual([
      ['proposed', '', 91.4],
      ['rejected', 'Refuse le 2×8', 30],
    ])
    expect(lastMove(application!.fields)?.reason).toBe('Refuse le 2×8')

    if (rejected.ok) await undo(rejected.value.transaction)
    const [back] = await openByKey('application', 'offer:o1')
    expect(back?.fields.stage).toBe('proposed')
    expect(Object.keys(back!.fields.moves)).toHaveLength(1)
  })

  it('undoing the first move leaves no application', async () => {
    const moved = await moveApplication({ ...pair, stage: 'proposed', reason: '', score: 50 })
    if (moved.ok) await undo(moved.value.transaction)
    expect(await openByKey('application', 'offer:o1')).toEqual([])
  })
})
