import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Candidate } from '../model/candidate.ts'
import { useDatabase, VivierDatabase } from '../store/tables.ts'
import { forgetVault } from '../store/vault.ts'
import { findLookalikes } from './findLookalikes.ts'
import { binCandidates, createCandidate, keepApart } from './records.ts'

let count = 0
beforeEach(() => {
  count += 1
  useDatabase(new VivierDatabase(`lookalikes-${count}`))
  forgetVault()
})

const create = async (fields: Partial<Candidate>): Promise<string> => {
  const created = await createCandidate(fields)
  if (!created.ok) throw new Error(created.error.type)
  return created.value.id
}
const nobody = { fullName: '', email: '', phone: '' }

describe('who looks like a person', () => {
  test('M032 M047 the same e-mail, phone or close name is found among sealed records, most alike first', async () => {
    const whole = await create({ fullName: 'Zofia Wiśniewska', email: 'z.w@example.org', phone: '+33749118036' })
    const named = await create({ fullName: 'WISNIEWSKA Zofia' })
    await create({ fullName: 'Oğuz Çelik', email: 'oguz@example.org' })
    const found = await findLookalikes({
      fullName: 'Zofia Wisniewska',
      email: 'Z.W+cv@example.org',
      phone: '07 49 11 80 36',
    })
    expect(found.map(({ candidateId }) => candidateId)).toEqual([whole, named])
    expect(found[0]).toMatchObject({ reasons: ['email', 'phone', 'name'], likeness: 1 })
    expect(found[1]!.reasons).toEqual(['name'])
  })

  test('the person themselves and the bin are left out, and so is nobody', async () => {
    const one = await create({ fullName: 'Inès Ferhat', email: 'ines@example.org' })
    const other = await create({ fullName: 'Ines Ferhat' })
    const person = { fullName: 'Inès Ferhat', email: 'ines@example.org', phone: '' }
    expect((await findLookalikes(person, one)).map(({ candidateId }) => candidateId)).toEqual([other])
    await binCandidates([other])
    expect(await findLookalikes(person, one)).toEqual([])
    expect(await findLookalikes(nobody)).toEqual([])
  })

  test('two persons once told apart are not proposed to each other again', async () => {
    const one = await create({ fullName: 'Jean Martin' })
    const other = await create({ fullName: 'Jean Martin' })
    await keepApart(other, one)
    expect(await findLookalikes({ ...nobody, fullName: 'Jean Martin' }, one)).toEqual([])
    expect(await findLookalikes({ ...nobody, fullName: 'Jean Martin' })).toHaveLength(2)
  })

  test('a second address kept by a merge is found like the first', async () => {
    const id = await create({ fullName: 'Inès Ferhat', email: 'a@example.org', links: ['mailto:b@example.org'] })
    expect((await findLookalikes({ ...nobody, email: 'b@example.org' })).map(({ candidateId }) => candidateId)).toEqual(
      [id],
    )
  })
})
