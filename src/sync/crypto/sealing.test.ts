import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { noPrevious, parseBatch } from '../../log/batch.ts'
import { buildBody, buildEntry, type EntryBody, parseEntry } from '../../log/membership.ts'
import type { Operation } from '../../log/operation.ts'
import { rightsOf } from '../../log/roles.ts'
import { followChain } from './chain.ts'
import { shelf, Team } from '../../../tests/sync/team.ts'
import { makeDevice, type OwnDevice } from './deviceKeys.ts'
import { addDevice, addRecovery, changeRole, nameDevice, rotateEpoch } from './entries.ts'
import { openSealing, type SpaceSealing } from './sealing.ts'
import { sign } from './webCrypto.ts'

const operation = (n: number, kind = 'candidate'): Operation => ({
  type: 'set',
  kind,
  id: `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`,
  path: 'headline',
  value: `Soudeur ${n}`,
  stamp: `${n.toString(16).padStart(12, '0')}-0000-${'a'.repeat(16)}`,
  transaction: `${n.toString(16).padStart(12, '0')}-0000-${'a'.repeat(16)}`,
  at: n,
  by: 'Nadia',
  action: 'candidate.edited',
})
const vector = { stamps: {}, dseqs: {} }
const batchOf = (dseq: number, previous = noPrevious, ...operations: Operation[]) => ({
  dseq,
  previous,
  operations: operations.length > 0 ? operations : [operation(dseq)],
  vector,
})

const sealed = async (sealing: SpaceSealing, batch: ReturnType<typeof batchOf>) => {
  const made = await sealing.seal(batch)
  if (!made.ok) throw new Error(made.error.type)
  return made.value
}
const outcome = async (reader: SpaceSealing, bytes: Uint8Array) => {
  const opened = await reader.open(bytes)
  return opened.ok ? 'applies' : opened.error.reason
}

let team: Team
beforeAll(async () => {
  team = await Team.start()
  for (const role of ['admin', 'recruiter', 'guest', 'fieldAgent', 'reader'] as const) await team.add(role, role)
})

test('SPEC 4 what one device seals another opens, and a stranger to the space opens nothing', async () => {
  const batch = await sealed(team.get('recruiter'), batchOf(1))
  const opened = await team.get('owner').open(batch.bytes)
  expect(opened.ok && opened.value).toEqual({ batch, operations: [operation(1)], vector })
  const header = parseBatch(batch.bytes)
  expect(header.ok && header.value).toMatchObject({ kind: 1, dseq: 1, epoch: 1 })
  expect(await team.get('owner').hashOf(batch.bytes)).toBe(batch.hash)
  const other = await Team.start()
  expect(await outcome(other.get('owner'), batch.bytes)).toBe('signature')
  expect(new TextDecoder().decode(batch.bytes)).not.toContain('Soudeur')
})

test('SPEC 6.1 one altered bit anywhere in a batch, and it is not applied', async () => {
  const { bytes } = await sealed(team.get('recruiter'), batchOf(1))
  const owner = team.get('owner')
  const outcomes: Record<string, number> = {}
  for (let place = 0; place < bytes.length; place += 1) {
    const altered = bytes.slice()
    altered[place]! ^= 1 << (place % 8)
    const told = await outcome(owner, altered)
    outcomes[told] = (outcomes[told] ?? 0) + 1
  }
  expect(outcomes.applies).toBeUndefined()
  expect((outcomes.signature ?? 0) + (outcomes.held ?? 0) + (outcomes.unreadable ?? 0)).toBe(bytes.length)
})

test('SPEC 6.1 a batch that passes for another place in the chain, or for another device, is not applied', async () => {
  const recruiter = team.get('recruiter')
  const { bytes } = await sealed(recruiter, batchOf(1))
  const moved = bytes.slice()
  new DataView(moved.buffer).setUint32(26, 2)
  // Even its own author cannot move it: the seal is bound to the header, whoever signs.
  moved.set(await sign(recruiter.own.signing, moved.subarray(0, -64)), moved.length - 64)
  expect(await outcome(team.get('owner'), moved)).toBe('unreadable')
  const stolen = bytes.slice()
  stolen.set(Uint8Array.from(Buffer.from(team.get('admin').device, 'hex')), 18)
  expect(await outcome(team.get('owner'), stolen)).toBe('signature')
})

test('SPEC 6.4 a batch of a later version waits for the update', async () => {
  const recruiter = team.get('recruiter')
  const { bytes } = await sealed(recruiter, batchOf(1))
  const newer = bytes.slice()
  newer[0] = 2
  newer.set(await sign(recruiter.own.signing, newer.subarray(0, -64)), newer.length - 64)
  expect(await outcome(team.get('owner'), newer)).toBe('newer')
})

test('SPEC 7.3 who only writes seals to the space and opens nothing, who only reads opens and seals nothing', async () => {
  const agent = team.get('fieldAgent')
  const batch = await sealed(agent, batchOf(1))
  const header = parseBatch(batch.bytes)
  expect(header.ok && header.value.kind).toBe(2)
  expect(await outcome(team.get('reader'), batch.bytes)).toBe('applies')
  expect(await outcome(agent, batch.bytes)).toBe('sealed')
  expect(await outcome(agent, (await sealed(team.get('owner'), batchOf(1))).bytes)).toBe('sealed')
  expect(await agent.spaceKeys()).toBeNull()
  expect(await agent.role()).toBe('fieldAgent')
  expect(await team.get('reader').seal(batchOf(1))).toEqual({ ok: false, error: { type: 'NotAllowed' } })
})

test('T003, SPEC 7.9 one operation outside the role, and nothing of its batch applies', async () => {
  const allowed = await sealed(team.get('guest'), batchOf(1, noPrevious, operation(1, 'application')))
  expect(await outcome(team.get('owner'), allowed.bytes)).toBe('applies')
  const mixed = [operation(1, 'application'), operation(2, 'candidate')]
  // An honest app leaves out what its role may not write, and says the rest.
  const honest = await team.get('owner').open((await sealed(team.get('guest'), batchOf(1, noPrevious, ...mixed))).bytes)
  expect(honest.ok && honest.value.operations).toEqual([operation(1, 'application')])
  const small = await Team.start()
  const device = await small.add('x', 'recruiter')
  const written = await sealed(device, batchOf(1, noPrevious, ...mixed))
  await small.change('x', 'guest', 0)
  expect(await outcome(small.get('owner'), written.bytes)).toBe('forbidden')
})

test('SPEC 7.5, 7.6 a revoked device: what it sent before counts, what comes later is refused, what others seal is shut', async () => {
  const small = await Team.start()
  const recruiter = await small.add('recruiter', 'recruiter')
  const owner = small.get('owner')
  const before = await sealed(recruiter, batchOf(1))
  const after = await sealed(recruiter, batchOf(2, before.hash))
  const stale = await openSealing({ space: small.space, own: recruiter.own, entries: small.entries, shelf })
  await small.revoke('recruiter', 1)
  expect(await outcome(owner, before.bytes)).toBe('applies')
  expect(await outcome(owner, after.bytes)).toBe('revoked')
  // A copy of the device that was never told goes on sealing: nobody takes it.
  expect(stale.ok && (await outcome(owner, (await sealed(stale.value, batchOf(3))).bytes))).toBe('revoked')
  expect(await outcome(recruiter, (await sealed(owner, batchOf(1))).bytes)).toBe('sealed')
  expect(recruiter.membership()).toMatchObject({ revoked: true, read: false, write: false })
  expect(await recruiter.seal(batchOf(3))).toEqual({ ok: false, error: { type: 'NotAllowed' } })
  const [, gone] = await owner.devices()
  expect(gone).toMatchObject({ name: 'Poste recruiter', role: 'recruiter', revokedAt: 3 })
})

test('SPEC 7.5 a change of role: each batch counts under the right it was written under', async () => {
  const small = await Team.start()
  const device = await small.add('x', 'recruiter')
  const owner = small.get('owner')
  const first = await sealed(device, batchOf(1))
  await small.change('x', 'reader', 1)
  expect(await outcome(owner, first.bytes)).toBe('applies')
  expect(await device.role()).toBe('reader')
  await small.change('x', 'fieldAgent', 1)
  expect(owner.chain().epochs).toHaveLength(2)
  expect(await outcome(device, (await sealed(owner, batchOf(1))).bytes)).toBe('sealed')
  await small.change('x', 'recruiter', 1)
  expect(await outcome(device, (await sealed(owner, batchOf(2))).bytes)).toBe('applies')
})

test('SPEC 7.7 a newcomer opens what was sealed in all epochs before, and an epoch that is over seals nothing', async () => {
  const small = await Team.start()
  const owner = small.get('owner')
  const old = await sealed(owner, batchOf(1))
  for (let n = 0; n < 3; n += 1) await small.publish(await rotateEpoch(owner.chain(), owner.own))
  const recruiter = await small.add('recruiter', 'recruiter')
  expect(await outcome(recruiter, old.bytes)).toBe('applies')
  expect(await outcome(recruiter, (await sealed(owner, batchOf(2))).bytes)).toBe('applies')
  const keys = await Promise.all([owner.spaceKeys(), recruiter.spaceKeys()])
  const hashes = await Promise.all(keys.map((key) => crypto.subtle.sign('HMAC', key!.lookup, new Uint8Array(3))))
  expect(new Uint8Array(hashes[0]!)).toEqual(new Uint8Array(hashes[1]!))
  // A signed batch that names all entries and an epoch that ended before them.
  const cheat = (await sealed(recruiter, batchOf(1))).bytes.slice()
  new DataView(cheat.buffer).setUint32(30, 1)
  cheat.set(await sign(recruiter.own.signing, cheat.subarray(0, -64)), cheat.length - 64)
  expect(await outcome(owner, cheat)).toBe('forbidden')
})

test('W009, SPEC 7.1, 7.2 a forged entry is not followed, nor a chain of another beginning', async () => {
  const small = await Team.start()
  const admin = await small.add('admin', 'admin')
  const owner = small.get('owner')
  const mallory = await makeDevice()
  const newcomer = { id: mallory.id, keys: mallory.keys, role: 'recruiter', name: 'x', person: 'x' } as const
  const honest = await addDevice(owner.chain(), owner.own, newcomer, 4)
  if (!honest.ok) throw new Error(honest.error.type)
  const refusal = async (entry: Uint8Array) => {
    const followed = await followChain(owner.chain(), [entry], small.space)
    return followed.ok ? 'followed' : followed.error.type
  }
  expect(await refusal(honest.value)).toBe('followed')
  const altered = honest.value.slice()
  altered[altered.length - 1]! ^= 1
  expect(await refusal(altered)).toBe('BadSignature')
  const parsed = parseEntry(honest.value)
  if (!parsed.ok) throw new Error(parsed.error.type)
  const forge = async (change: Partial<EntryBody>, signer: OwnDevice) => {
    const body = buildBody({ ...parsed.value.body, ...change })
    return buildEntry(body, await sign(signer.signing, body))
  }
  expect(await refusal(await forge({}, mallory))).toBe('BadSignature')
  expect(await refusal(await forge({ signer: mallory.id }, mallory))).toBe('StrangerSigned')
  expect(await refusal(await forge({ signer: admin.device, rights: rightsOf('owner') }, admin.own))).toBe('NotAllowed')
  const followed = await followChain(null, (await Team.start()).entries, small.space)
  expect(!followed.ok && followed.error).toEqual({ type: 'AnotherSpace', entry: 0 })
  expect((await addDevice(admin.chain(), admin.own, { ...newcomer, role: 'admin' }, 4)).ok).toBe(false)
})

test('a role that is told in the seal but not held in the open counts for nothing', async () => {
  const small = await Team.start()
  const owner = small.get('owner')
  const liar = await small.add('liar', 'recruiter')
  const batch = await sealed(liar, batchOf(1))
  const change = { device: liar.device, role: 'recruiter', last: 0, name: 'x', person: 'x' } as const
  const made = await changeRole(owner.chain(), owner.own, change, 4)
  const parsed = made.ok ? parseEntry(made.value) : null
  if (!parsed?.ok) throw new Error('no entry')
  const body = buildBody({ ...parsed.value.body, rights: rightsOf('admin') })
  await small.publish({ ok: true, value: buildEntry(body, await sign(owner.own.signing, body)) })
  expect(await outcome(owner, batch.bytes)).toBe('forbidden')
  expect(await liar.seal(batchOf(2))).toEqual({ ok: false, error: { type: 'NotAllowed' } })
  expect((await owner.devices())[1]!.role).toBeNull()
})

test('SPEC 7.8 a shorter chain is compared, another chain is refused and changes nothing', async () => {
  const small = await Team.start()
  const owner = small.get('owner')
  const fork = await addDevice(
    owner.chain(),
    owner.own,
    { id: 'f'.repeat(16), keys: (await makeDevice()).keys, role: 'reader', name: 'x', person: 'x' },
    4,
  )
  await small.add('recruiter', 'recruiter')
  const view = owner.membership()
  expect(await owner.takeEntries(0, [small.entries[0]!])).toEqual({ ok: true, value: view })
  expect(fork.ok && (await owner.takeEntries(1, [fork.value]))).toEqual({ ok: false, error: { type: 'RolledBack' } })
  expect(fork.ok && (await owner.takeEntries(2, [fork.value]))).toEqual({ ok: false, error: { type: 'RolledBack' } })
  expect(owner.membership()).toEqual(view)
  expect(await owner.readEntries(1)).toEqual(small.entries.slice(1))
})

test('SPEC 7.12 a device of every role gives itself a name that members read, and the relay does not', async () => {
  const small = await Team.start()
  for (const role of ['recruiter', 'reader', 'fieldAgent'] as const) await small.add(role, role)
  for (const name of ['owner', 'recruiter', 'reader', 'fieldAgent']) {
    const { own, chain } = small.get(name)
    await small.publish(await nameDevice(chain(), own, `Atelier ${name}`, 9))
  }
  const told = async (name: string) => (await small.get(name).devices()).map((device) => device.name)
  const all = ['owner', 'recruiter', 'reader', 'fieldAgent'].map((name) => `Atelier ${name}`)
  expect(await told('owner')).toEqual(all)
  expect(await told('reader')).toEqual(all)
  expect(await told('fieldAgent')).toEqual(['', '', '', ''])
  expect(small.entries.map((entry) => new TextDecoder().decode(entry)).join()).not.toContain('Atelier')
  expect((await small.get('owner').devices()).map(({ role }) => role)).toEqual([
    'owner',
    'recruiter',
    'reader',
    'fieldAgent',
  ])
  // Whoever changes a role says the name as it stands.
  await small.change('recruiter', 'reader', 0)
  expect((await told('owner'))[1]).toBe('Poste recruiter')
  await small.revoke('reader', 0)
  expect((await told('owner'))[2]).toBe('Atelier reader')
})

test('SPEC 7.10 an entry of a later version is waited for, what stands before it counts, and a stranger makes nobody wait', async () => {
  const small = await Team.start()
  const owner = small.get('owner')
  const recruiter = await small.add('recruiter', 'recruiter')
  const rotated = await rotateEpoch(owner.chain(), owner.own)
  if (!rotated.ok) throw new Error(rotated.error.type)
  await small.publish(rotated)
  const behind = await small.open('behind', recruiter.own)
  const newerBy = async (signer: OwnDevice) => {
    const { count, head } = owner.chain()
    const said = { version: 2, type: 'team', number: count, previous: head, signer: owner.device, words: [] }
    const body = buildBody(said as unknown as EntryBody)
    return buildEntry(body, await sign(signer.signing, body))
  }
  const from = small.entries.length - 1
  const forged = [small.entries[from]!, await newerBy(await makeDevice())]
  expect(await behind.takeEntries(from, forged)).toEqual({ ok: false, error: { type: 'Damaged' } })
  expect(behind.membership().isBehind).toBe(false)
  const honest = await newerBy(owner.own)
  const taken = await behind.takeEntries(from, [small.entries[from]!, honest])
  expect(taken).toMatchObject({ ok: true, value: { entries: from + 1, write: true, isBehind: true } })
  // Nothing before it is forgotten, and nothing of it is kept.
  expect(await outcome(behind, (await sealed(owner, batchOf(1))).bytes)).toBe('applies')
  expect(await behind.readEntries(0)).toEqual(small.entries)
})

test('SPEC 7.2 a recovery kit is an owner that can let a new device in', async () => {
  const small = await Team.start()
  const owner = small.get('owner')
  const kit = await makeDevice()
  await small.publish(await addRecovery(owner.chain(), owner.own, kit, 5))
  const opened = await small.open('kit', kit)
  const phone = await makeDevice()
  await small.publish(
    await addDevice(
      opened.chain(),
      kit,
      { id: phone.id, keys: phone.keys, role: 'owner', name: 'Nouveau', person: 'Nadia' },
      6,
    ),
  )
  const old = await sealed(owner, batchOf(1))
  expect(await outcome(await small.open('phone', phone), old.bytes)).toBe('applies')
  expect((await owner.devices()).map(({ isRecovery }) => isRecovery)).toEqual([false, true, false])
})

test('random bytes never throw, whatever they begin with', async () => {
  const owner = team.get('owner')
  const { bytes } = await sealed(team.get('recruiter'), batchOf(1))
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 300 }),
      fc.integer({ min: 0, max: bytes.length }),
      async (noise, keep) => {
        const hostile = Uint8Array.from([...bytes.subarray(0, keep), ...noise])
        fc.pre(Buffer.compare(hostile, bytes) !== 0)
        expect(await outcome(owner, hostile)).not.toBe('applies')
        expect((await owner.takeEntries(1, [hostile])).ok).toBe(false)
      },
    ),
    { numRuns: 60 },
  )
})

test('a disk whose entries were tampered with is noticed when it is opened', async () => {
  const owner = team.get('owner')
  const entries = team.entries.map((entry) => entry.slice())
  entries[2]![40]! ^= 1
  const opened = await openSealing({ space: team.space, own: owner.own, entries, shelf })
  expect(opened).toEqual({ ok: false, error: { type: 'Damaged' } })
})
