import { beforeEach, expect, test } from 'vitest'
import { Team } from '../../../tests/sync/team.ts'
import { noPrevious } from '../../log/batch.ts'
import type { Operation } from '../../log/operation.ts'
import type { Role } from '../../log/roles.ts'
import { blobName, openWholeBlob, sealBlob } from './blobSealing.ts'
import { followChain } from './chain.ts'
import { makeDevice } from './deviceKeys.ts'
import {
  addDevice,
  changeRole,
  type Made,
  nameDevice,
  revokeDevice,
  rotateEpoch,
  readerOf,
  signEntry,
} from './entries.ts'
import { makeEpoch, openSecrets } from './epochs.ts'
import type { SpaceSealing } from './sealing.ts'

const noHeads = () => 0
const operation = (n: number): Operation => ({
  type: 'set',
  kind: 'candidate',
  id: `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`,
  path: 'headline',
  value: `Soudeur ${n}`,
  stamp: `${n.toString(16).padStart(12, '0')}-0000-${'a'.repeat(16)}`,
  transaction: `${n.toString(16).padStart(12, '0')}-0000-${'a'.repeat(16)}`,
  at: n,
  by: 'Nadia',
  action: 'candidate.edited',
})

async function written(sealing: SpaceSealing, n = 1): Promise<Uint8Array> {
  const made = await sealing.seal({
    dseq: 1,
    previous: noPrevious,
    operations: [operation(n)],
    vector: { stamps: {}, dseqs: {} },
  })
  if (!made.ok) throw new Error(made.error.type)
  return made.value.bytes
}
const outcome = async (reader: SpaceSealing, bytes: Uint8Array) => {
  const opened = await reader.open(bytes)
  return opened.ok ? 'applies' : opened.error.reason
}

/** A team of which some knew what the relay lost, and the relay's entries since. */
let team: Team
let relay: Uint8Array[]
beforeEach(async () => {
  team = await Team.start()
  for (const [name, role] of Object.entries({
    lena: 'owner',
    paul: 'admin',
    adam: 'admin',
    rose: 'recruiter',
    rick: 'recruiter',
  }))
    await team.add(name, role as Role)
  relay = [...team.entries]
})

/** Those named know an entry that the relay loses. */
async function lose(made: Made, ...names: string[]): Promise<void> {
  const entry = await made
  if (!entry.ok) throw new Error(entry.error.type)
  for (const name of names) {
    const sealing = team.get(name)
    const taken = await sealing.takeEntries(sealing.membership().entries, [entry.value])
    if (!taken.ok) throw new Error(taken.error.type)
  }
}

/** The relay takes an entry, and those named see it. */
async function take(made: Made, ...names: string[]): Promise<void> {
  const entry = await made
  if (!entry.ok) throw new Error(entry.error.type)
  relay.push(entry.value)
  for (const name of names) {
    const taken = await team.get(name).takeEntries(relay.length - 1, [entry.value])
    if (!taken.ok) throw new Error(taken.error.type)
  }
}

const meet = async (name: string) => {
  const met = await team.get(name).meet(relay)
  return met.ok ? met.value : null
}

/** A person goes on: their device redoes all, and the relay takes it. */
async function reconcile(name: string): Promise<string[]> {
  const redone: string[] = []
  for (;;) {
    const made = await team.get(name).redo(relay, noHeads, 9)
    if (!made.ok) return [...redone, made.error.type]
    relay.push(made.value)
    redone.push((JSON.parse(new TextDecoder().decode(made.value.subarray(4, -64))) as { type: string }).type)
    if (redone.at(-1) === 'reconcile') return redone
  }
}

const nora = () => team.get('owner')
const onRelay = async () => {
  const followed = await followChain(null, relay, team.space)
  if (!followed.ok || !followed.value) throw new Error('The relay has no chain.')
  return followed.value
}

test('SPEC 7.13 what a relay lost is told in words, redone by who may, and every device goes on by itself', async () => {
  const zoe = await makeDevice()
  const newcomer = { id: zoe.id, keys: zoe.keys, role: 'recruiter', name: 'Portable de Zoé', person: 'Zoé' } as const
  const rick = team.get('rick').device
  await lose(revokeDevice(nora().chain(), nora().own, rick, 0, 5), 'owner', 'paul', 'rose')
  await lose(addDevice(nora().chain(), nora().own, newcomer, 6), 'owner', 'paul', 'rose')
  const lena = team.get('lena')
  await take(nameDevice(lena.chain(), lena.own, 'Bureau de Léna', 7), 'lena', 'rick')
  const parted = await meet('paul')
  expect(parted).toMatchObject({
    type: 'parted',
    parting: {
      lost: [
        { type: 'revoke', name: 'Poste rick', person: 'rick', by: { person: 'Nadia' }, at: 5 },
        { type: 'add', name: 'Portable de Zoé', person: 'Zoé', role: 'recruiter', at: 6 },
      ],
      found: [{ type: 'name', name: 'Bureau de Léna', by: { person: 'lena' } }],
      mayDecide: true,
      ask: [{ person: 'Nadia' }, { person: 'lena' }, { person: 'adam' }],
    },
  })
  expect(await meet('rose')).toMatchObject({
    type: 'parted',
    parting: {
      mayDecide: false,
      ask: [{ person: 'Nadia' }, { person: 'lena' }, { person: 'paul' }, { person: 'adam' }],
    },
  })
  // Nothing is gone on with before someone says so.
  expect((await team.get('rose').follow(relay)).ok).toBe(false)
  expect(await reconcile('paul')).toEqual(['revoke', 'add', 'reconcile'])
  for (const name of ['paul', 'owner', 'rose']) {
    expect(await meet(name)).toMatchObject({ type: 'reconciled' })
    expect((await team.get(name).follow(relay)).ok).toBe(true)
    expect(team.get(name).membership().entries).toBe(relay.length)
  }
  // Who knew of nothing sees entries like any others.
  expect((await lena.takeEntries(lena.membership().entries, relay.slice(lena.membership().entries))).ok).toBe(true)
  const members = await lena.devices()
  expect(members.find(({ id }) => id === rick)?.revokedAt).toBe(9)
  expect(members.find(({ id }) => id === zoe.id)).toMatchObject({ name: 'Portable de Zoé', role: 'recruiter' })
  const came = await team.open('zoe', zoe).catch(() => null)
  expect(came?.membership().read ?? false).toBe(false)
  team.entries = relay
  expect((await team.open('zoe', zoe)).membership()).toMatchObject({ read: true, write: true })
})

test('SPEC 7.14 what was sealed by keys of the lost branch opens for everyone, under numbers that both branches used', async () => {
  const rick = team.get('rick')
  const rose = team.get('rose')
  await lose(revokeDevice(nora().chain(), nora().own, rick.device, 0, 5), 'owner', 'rose')
  await lose(rotateEpoch(nora().chain(), nora().own), 'owner', 'rose')
  const lost = await written(rose)
  const content = new TextEncoder().encode('CV de Rick')
  const file = await blobName(rose, 'a key of contents')
  const sealedFile = await sealBlob(rose, file!, content)
  const lena = team.get('lena')
  await take(rotateEpoch(lena.chain(), lena.own), 'lena', 'rick')
  const found = await written(lena, 2)
  const early = await written(rick, 3)
  expect(await outcome(lena, lost)).not.toBe('applies')
  await reconcile('owner')
  for (const name of ['owner', 'rose']) await team.get(name).follow(relay)
  for (const name of ['lena', 'rick'])
    await team
      .get(name)
      .takeEntries(team.get(name).membership().entries, relay.slice(team.get(name).membership().entries))
  for (const name of ['owner', 'rose', 'lena']) {
    expect(await outcome(team.get(name), lost)).toBe('applies')
    expect(await outcome(team.get(name), found)).toBe('applies')
    expect(await outcome(team.get(name), await written(rose, 4))).toBe('applies')
  }
  expect(sealedFile).not.toBeNull()
  const chunks = await Promise.all(Array.from({ length: sealedFile!.count }, (_, index) => sealedFile!.chunk(index)))
  const whole = new Uint8Array(sealedFile!.size)
  let at = 0
  for (const part of [sealedFile!.header, ...chunks]) {
    whole.set(part, at)
    at += part.length
  }
  expect(await openWholeBlob(lena, file!, whole)).toEqual({ ok: true, value: content })
  // Who was shut out gets no key of either, and what it wrote after the redone revocation counts for nothing.
  expect(rick.membership()).toMatchObject({ read: false, revoked: true })
  expect(await outcome(rick, await written(rose, 5))).not.toBe('applies')
  expect(await outcome(rick, lost)).not.toBe('applies')
  expect(await outcome(lena, early)).toBe('revoked')
})

test('SPEC 7.13 who was revoked cannot sign the way back, and nobody follows a list that grants again what was withdrawn', async () => {
  const adam = team.get('adam')
  await lose(revokeDevice(nora().chain(), nora().own, adam.device, 0, 5), 'owner', 'paul', 'rose')
  // The relay set itself back, where Adam is an admin still, and told him what the others know: he signs that all is well.
  const chain = await onRelay()
  const secrets = await openSecrets(chain, adam.own.id, adam.own.agreement)
  const readers = Object.values(chain.members).filter(({ rights }) => (rights & 1) !== 0)
  const epoch = await makeEpoch(2, readers.map(readerOf), secrets.get(1)!)
  const lost = [{ from: relay.length, count: 1, tips: [nora().chain().head], epochs: [] }]
  const body = {
    version: 1,
    type: 'reconcile',
    number: chain.count,
    previous: chain.head,
    signer: adam.own.id,
  } as const
  await take(signEntry(chain, adam.own, { ...body, epoch: epoch!.part, lost }), 'adam')
  const known = relay.length
  expect(await meet('rose')).toMatchObject({ type: 'parted', parting: { mayDecide: false } })
  // An admin may not redo what an owner did to an admin: it asks an owner.
  expect(await meet('paul')).toMatchObject({
    type: 'parted',
    parting: { mayDecide: false, ask: [{ person: 'Nadia' }, { person: 'lena' }] },
  })
  expect(await reconcile('paul')).toEqual(['NotAllowed'])
  expect(relay.length).toBe(known)
  expect(await reconcile('owner')).toEqual(['revoke', 'reconcile'])
  expect(await meet('rose')).toMatchObject({ type: 'reconciled' })
  expect((await onRelay()).members[adam.device]!.rights).toBe(0)
})

test('SPEC 7.13 what others decided meanwhile stands unless it grants what was withdrawn, and out by either is out', async () => {
  const [rick, rose, lena] = [team.get('rick'), team.get('rose'), team.get('lena')]
  const told = (device: string, role: Role) => ({ device, role, last: 0, name: 'x', person: 'x' })
  await lose(changeRole(nora().chain(), nora().own, told(rick.device, 'reader'), 5), 'owner')
  await lose(changeRole(nora().chain(), nora().own, told(rose.device, 'admin'), 5), 'owner')
  await take(changeRole(lena.chain(), lena.own, told(rick.device, 'admin'), 6), 'lena')
  await take(revokeDevice(lena.chain(), lena.own, rose.device, 0, 6), 'lena')
  expect(await reconcile('owner')).toEqual(['role', 'reconcile'])
  const { members } = await onRelay()
  expect(members[rick.device]!.rights).toBe(1)
  expect(members[rose.device]!.rights).toBe(0)
})

test('SPEC 7.13 let in and shut out again within what was lost: no key is given again', async () => {
  const zoe = await makeDevice()
  const newcomer = { id: zoe.id, keys: zoe.keys, role: 'recruiter', name: 'x', person: 'x' } as const
  await lose(addDevice(nora().chain(), nora().own, newcomer, 5), 'owner')
  await lose(revokeDevice(nora().chain(), nora().own, zoe.id, 0, 5), 'owner')
  expect(await reconcile('owner')).toEqual(['reconcile'])
  expect((await onRelay()).members[zoe.id]).toBeUndefined()
  const met = await meet('owner')
  expect(met?.type === 'reconciled' && met.counts(zoe.id, 1)).toBe(false)
  expect(met?.type === 'reconciled' && met.counts(nora().device, 1)).toBe(true)
})

test('SPEC 7.13 a relay set back twice: who stood at the first loss finds the way too, with its keys', async () => {
  const [rose, rick, lena, paul] = ['rose', 'rick', 'lena', 'paul'].map((name) => team.get(name)) as [
    SpaceSealing,
    SpaceSealing,
    SpaceSealing,
    SpaceSealing,
  ]
  await lose(rotateEpoch(nora().chain(), nora().own), 'owner', 'rose')
  const first = await written(rose)
  await take(rotateEpoch(lena.chain(), lena.own), 'lena')
  const older = [...relay]
  await reconcile('owner')
  await nora().follow(relay)
  const second = await written(nora(), 2)
  // Set back to before that, and on another way: Rose was away all the while.
  relay = older
  await take(revokeDevice(lena.chain(), lena.own, rick.device, 0, 8), 'lena')
  expect(await meet('rose')).toMatchObject({ type: 'parted' })
  await reconcile('owner')
  for (const name of ['owner', 'rose']) {
    expect(await meet(name)).toMatchObject({ type: 'reconciled' })
    expect((await team.get(name).follow(relay)).ok).toBe(true)
  }
  await paul.takeEntries(paul.membership().entries, relay.slice(paul.membership().entries))
  for (const bytes of [first, second]) {
    expect(await outcome(paul, bytes)).toBe('applies')
    expect(await outcome(rose, bytes)).toBe('applies')
  }
})
