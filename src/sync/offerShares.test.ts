import 'fake-indexeddb/auto'
import type { Remote } from 'comlink'
import { beforeEach, expect, test, vi } from 'vitest'
import { ok } from '../kit/result.ts'
import type { OfferFacts, OfferShare } from './face.ts'
import type { MirrorMemory } from './offerMirror.ts'
import type { OfferWorker } from './offerSpace.ts'

/** Code of its own for a database, as a worker has it. */
async function openRealm(name: string) {
  vi.resetModules()
  const [tables, writing, memory, mirrored, sharing] = await Promise.all([
    import('../store/tables.ts'),
    import('../store/write.ts'),
    import('../store/memory.ts'),
    import('../store/mirrored.ts'),
    import('./offerShares.ts'),
  ])
  tables.useDatabase(new tables.VivierDatabase(name))
  return { ...tables, ...writing, ...memory, ...mirrored, ...sharing }
}
type Realm = Awaited<ReturnType<typeof openRealm>>

let count = 0
let host: Realm
const offerId = '0192aaaa-0000-7000-8000-00000000000f'

beforeEach(async () => {
  count += 1
  host = await openRealm(`sharing-${count}`)
  await host.write([{ type: 'create', kind: 'offer', id: offerId, fields: { title: 'Vendeuse' } }], { action: 'test' })
})

/** A space that no relay stands behind: `isMade` says what opening finds, `isOver` whether the relay has let go of all. */
async function fakeSpace({ isMade = true, made = true, isOver = (): boolean => true } = {}) {
  const realm = await openRealm(`space-of-${count}-${Math.random()}`)
  let memory: MirrorMemory | null = null
  const calls: string[] = []
  let tell: (facts: Omit<OfferFacts, 'trouble'>) => void = () => {}
  const space: OfferWorker = {
    async open(told) {
      tell = told
      return isMade
    },
    create: async () => (made ? ok(null) : { ok: false, error: { type: 'RelayUnreachable', url: 'x' } }),
    run: async (name) => ok(name),
    wake() {},
    async end() {
      calls.push('end')
      return isOver()
    },
    read: async () => ({ ...(await realm.readMirrored()), people: {}, memory: structuredClone(memory) }),
    write: realm.write,
    async remember(next) {
      memory = structuredClone(next)
    },
    hasFile: async () => true,
    keepFile: async () => ok(null),
    async dropFiles() {},
    async purge() {},
  }
  const records = () => realm.db().records.toArray()
  const news = () => tell({ status: null, devices: [], invitations: [] })
  return { space: space as unknown as Remote<OfferWorker>, calls, records, news }
}

const start = (fake: Awaited<ReturnType<typeof fakeSpace>>) => {
  let ended = 0
  const shares = new host.OfferShares(
    () => ({ space: fake.space, end: () => (ended += 1) }),
    async () => false,
  )
  return { shares, ended: () => ended }
}
const kept = async () => ((await host.recall('shares')) as OfferShare[] | undefined) ?? []
const wanted = { offerId, contacts: false, cvs: false, relayUrl: 'http://x', person: 'Nora', deviceName: 'Bureau' }

test('W008 a shared offer is followed until sharing ends, and nothing of it is kept then', async () => {
  let isOver = false
  const fake = await fakeSpace({ isOver: () => isOver })
  const { shares, ended } = start(fake)
  const made = await shares.share(wanted, 'Nora')
  const id = made.ok ? made.value.id : ''
  expect(await kept()).toEqual([expect.objectContaining({ id, offerId, state: 'on', by: 'Nora' })])
  await vi.waitFor(async () => expect(await fake.records()).toHaveLength(1))
  await host.write([{ type: 'set', kind: 'offer', id: offerId, path: 'title', value: 'Crémière' }], { action: 'test' })
  await vi.waitFor(async () => expect((await fake.records())[0]?.fields['title']).toBe('Crémière'))
  // Other devices of the workspace see it.
  expect((await host.db().records.get(`share.${offerId}`))?.fields['value']).toMatchObject({ by: 'Nora' })

  await shares.stop(id)
  await vi.waitFor(() => expect(fake.calls).toContain('end'))
  expect(await fake.records()).toEqual([])
  // The relay has not let go yet: what is to be done is not forgotten.
  expect(await kept()).toEqual([expect.objectContaining({ id, state: 'ending' })])
  isOver = true
  fake.news()
  await vi.waitFor(async () => expect(await kept()).toEqual([]))
  expect(ended()).toBe(1)
  expect(await host.db().records.get(`share.${offerId}`)).toBeUndefined()
  expect(await host.db().records.get(offerId)).toBeDefined()
})

test('a share that its relay refused, or that was broken off while it was made, leaves nothing', async () => {
  const refused = start(await fakeSpace({ made: false }))
  expect(await refused.shares.share(wanted, 'Nora')).toMatchObject({ ok: false, error: { type: 'RelayUnreachable' } })
  expect(await kept()).toEqual([])

  const share: OfferShare = { id: 'a', offerId, contacts: false, cvs: false, since: 1, by: '', state: 'making' }
  await host.remember('shares', [share])
  await start(await fakeSpace({ isMade: false })).shares.open()
  await vi.waitFor(async () => expect(await kept()).toEqual([]))
})

test('a space that cannot be opened now is kept, and said to be in trouble', async () => {
  const share: OfferShare = { id: 'a', offerId, contacts: false, cvs: false, since: 1, by: '', state: 'on' }
  await host.remember('shares', [share])
  await start(await fakeSpace({ isMade: false })).shares.open()
  await vi.waitFor(async () => expect(await host.recall('shares.facts.a')).toMatchObject({ trouble: 'StoreClosed' }))
  expect(await kept()).toEqual([share])
})

test('the demonstration is not shared, and an offer is shared once', async () => {
  const { shares } = start(await fakeSpace())
  const demo = '0192aaaa-0000-7000-8000-0000000000de'
  await host.write([{ type: 'create', kind: 'offer', id: demo, fields: {}, demo: true }], { action: 'test' })
  expect(await shares.share({ ...wanted, offerId: demo }, '')).toMatchObject({ ok: false })
  const first = await shares.share(wanted, 'Nora')
  expect(await shares.share(wanted, 'Nora')).toEqual(first)
  expect(await kept()).toHaveLength(1)
})
