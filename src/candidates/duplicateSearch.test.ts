import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Candidate } from '../model/candidate.ts'
import { useDatabase, VivierDatabase } from '../store/tables.ts'
import { forgetVault } from '../store/vault.ts'
import { createPool } from '../../workers/duplicates/pool.ts'
import type { DuplicatesApi } from '../../workers/duplicates/protocol.ts'
import {
  findLookalikes,
  findLookalikesOfNew,
  listDuplicates,
  onDuplicatesChanged,
  startDuplicateSearch,
} from './duplicateSearch.ts'
import { binCandidates, createCandidate, keepApart } from './records.ts'

/** The worker's own pool, in this thread. */
function finderOf(pool = createPool()): DuplicatesApi {
  return {
    upsert: async (people) => pool.upsert(people),
    remove: async (ids) => pool.remove(ids),
    setApart: async (pairs) => pool.setApart(pairs),
    find: async (person, options) => pool.find(person, options),
    compare: async (a, b) => pool.compare(a, b),
    pairs: async (limit) => {
      pool.look(Number.POSITIVE_INFINITY, () => 0)
      return pool.pairs(limit)
    },
  }
}

// The live copy of the candidates is the tab's own: one database and one search serve the whole file.
let finder: DuplicatesApi
let stop: () => void
useDatabase(new VivierDatabase('duplicate-search'))
forgetVault()
beforeEach(() => {
  finder = finderOf()
  stop = startDuplicateSearch({ finder, whenIdle: () => Promise.resolve() })
})
afterEach(() => stop())

const create = async (fields: Partial<Candidate>): Promise<string> => {
  const created = await createCandidate(fields)
  if (!created.ok) throw new Error(created.error.type)
  return created.value.id
}
const idsAlike = async (person: Partial<Candidate>, exceptId?: string) =>
  (await findLookalikes(person, exceptId)).map(({ candidateId }) => candidateId)

describe('who looks like a person', () => {
  test('M032 M047 the same e-mail, phone or close name is found among sealed records, most alike first', async () => {
    const whole = await create({ fullName: 'Zofia Wiśniewska', email: 'z.w@example.org', phone: '+33639980401' })
    const named = await create({ fullName: 'WISNIEWSKA Zofia' })
    await create({ fullName: 'Oğuz Çelik', email: 'oguz@example.org' })
    const person = { fullName: 'Zofia Wisniewska', email: 'Z.W+cv@example.org', phone: '06 39 98 04 01' }
    await vi.waitFor(async () => expect(await idsAlike(person)).toEqual([whole, named]))
    const [first, second] = await findLookalikes(person)
    expect(first).toMatchObject({ reasons: ['email', 'phone', 'sameName'], class: 'surely' })
    expect(second!.reasons).toEqual(['sameName'])
  })

  test('the person themselves and the bin are left out, and so is nobody', async () => {
    const one = await create({ fullName: 'Inès Quemada', email: 'ines@example.org' })
    const other = await create({ fullName: 'Ines Quemada' })
    const person = { fullName: 'Inès Quemada', email: 'ines@example.org', phone: '' }
    await vi.waitFor(async () => expect(await idsAlike(person, one)).toEqual([other]))
    await binCandidates([other])
    expect(await idsAlike(person, one)).toEqual([])
    expect(await idsAlike({})).toEqual([])
  })

  test('two persons once told apart are not proposed to each other again', async () => {
    const one = await create({ fullName: 'Tanguy Kerlouan' })
    const other = await create({ fullName: 'Tanguy Kerlouan' })
    await vi.waitFor(async () => expect(await idsAlike({ fullName: 'Tanguy Kerlouan' }, one)).toEqual([other]))
    await keepApart(other, one)
    await vi.waitFor(async () => expect(await idsAlike({ fullName: 'Tanguy Kerlouan' }, one)).toEqual([]))
    expect(await idsAlike({ fullName: 'Tanguy Kerlouan' })).toHaveLength(2)
    expect((await listDuplicates()).likely.filter(({ a, b }) => [a, b].includes(one))).toEqual([])
  })

  test('a second address kept by a merge is found like the first, and a page whatever its spelling', async () => {
    const id = await create({ fullName: 'Maud Ferrec', links: ['mailto:b@example.org', 'https://www.linkedin.com/in/maud-ferrec/'] }) // prettier-ignore
    await vi.waitFor(async () => expect(await idsAlike({ email: 'b@example.org' })).toEqual([id]))
    const [found] = await findLookalikes({ fullName: 'M. Ferrec', links: ['fr.linkedin.com/in/maud-ferrec?trk=cv'] })
    expect(found).toMatchObject({ candidateId: id, reasons: ['link', 'name'], class: 'surely' })
  })

  test('two CVs of one person read at the same time see each other before either is written', async () => {
    const person = { fullName: 'Gwenaël Thoraval', email: 'g.thoraval@example.org' }
    expect(await findLookalikesOfNew(person, 'first-of-two')).toEqual([])
    // The first is written while the second is read: the store then knows it, the search already does.
    const [alike] = await finder.find(
      { id: 'second', name: 'THORAVAL Gwenael', keys: [], town: '', employers: [], schools: [], text: '', mergedFrom: [] }, // prettier-ignore
      {},
    )
    expect(alike?.candidateId).toBe('first-of-two')
    // A record that was never written is proposed to nobody.
    expect(await idsAlike(person)).toEqual([])
  })

  test('the whole base is gone through for its pairs', async () => {
    const one = await create({ fullName: 'Solenn Abgrall', phone: '+33639980411' })
    const other = await create({ fullName: 'ABGRALL Solène', phone: '06 39 98 04 11' })
    await vi.waitFor(async () => {
      const { likely, seen, total } = await listDuplicates()
      expect(likely.map(({ a, b }) => [a, b])).toContainEqual([one, other].sort())
      expect(seen).toBe(total)
    })
  })

  test('a listener hears of changes, not of its own questions', async () => {
    await idsAlike({ fullName: 'Nobody Yet' })
    let told = 0
    const leave = onDuplicatesChanged(() => {
      told += 1
      void findLookalikes({ fullName: 'Loeiza Quemener' })
    })
    await idsAlike({ fullName: 'Loeiza Quemener' })
    expect(told).toBe(0)
    const id = await create({ fullName: 'Loeiza Quemener' })
    await vi.waitFor(async () => expect(await idsAlike({ fullName: 'Loeiza Quemener' })).toEqual([id]))
    expect(told).toBe(1)
    leave()
  })

  test('a finder that died is filled again, and one that keeps dying holds nobody up', async () => {
    const id = await create({ fullName: 'Perig Daoulas', phone: '+33639980421' })
    await vi.waitFor(async () => expect(await idsAlike({ phone: '0639980421' })).toEqual([id]))
    let dies = 1
    const pool = finderOf()
    const fragile: DuplicatesApi = {
      ...pool,
      find: (person, options) => (dies-- > 0 ? Promise.reject(new Error('dead')) : pool.find(person, options)),
    }
    stop()
    stop = startDuplicateSearch({ finder: fragile, whenIdle: () => Promise.resolve() })
    expect(await idsAlike({ phone: '0639980421' })).toEqual([id])
    stop()
    const dead: DuplicatesApi = { ...pool, find: () => Promise.reject(new Error('dead')) }
    stop = startDuplicateSearch({ finder: dead, whenIdle: () => Promise.resolve() })
    expect(await idsAlike({ phone: '0639980421' })).toEqual([])
  })
})
