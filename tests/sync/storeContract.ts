import { describe, expect, test } from 'vitest'
import type { RecordState } from '../../src/log/apply.ts'
import { clockToStamp, readStamp } from '../../src/log/clock.ts'
import type { Operation, Vector } from '../../src/log/operation.ts'
import { emptyVector } from '../../src/log/vector.ts'
import type { IncomingBatch, SealedBatch, SnapshotStore, SyncStore } from '../../src/sync/ports.ts'
import type { LocalChange } from './memoryStore.ts'

/** A store under test, with a person at it. */
export interface Subject {
  store: SyncStore & SnapshotStore
  write: (changes: LocalChange[]) => Promise<void>
  /** The record with its values open; null when there is none. */
  record: (id: string) => Promise<Pick<RecordState, 'fields' | 'about' | 'binnedAt' | 'createdAt' | 'updatedAt'> | null>
  /** What lost at a path, values open. */
  losers: (id: string, path: string) => Promise<unknown[]>
}

const limit = { operations: 500, bytes: 65_536 }
const id = (n: number) => `0190a1b2-0000-7000-8000-${String(n).padStart(12, '0')}`
const stampOf = (ms: number, author = 'b') => clockToStamp({ ms, counter: 0, device: author.repeat(16) })
const sealed = (dseq: number, device = 'd'.repeat(16)): SealedBatch => ({
  device,
  dseq,
  hash: String(dseq).padStart(64, '0'),
  bytes: new Uint8Array([dseq]),
})
const operation = (partial: Partial<Operation> & Pick<Operation, 'type' | 'stamp'>): Operation => ({
  kind: 'candidate',
  id: id(1),
  path: '',
  transaction: partial.stamp,
  at: Number.parseInt(partial.stamp.slice(0, 12), 16),
  by: 'Nora',
  action: 'candidate.edited',
  ...partial,
})
const incoming = (
  operations: Operation[],
  dseq = 1,
  device?: string,
  vector: Vector = emptyVector(),
): IncomingBatch => ({
  batch: sealed(dseq, device),
  operations,
  vector,
})
const create = (n: number, fields: Record<string, unknown>): LocalChange => ({
  type: 'create',
  kind: 'candidate',
  id: id(n),
  value: fields,
})
const set = (n: number, path: string, value: unknown): LocalChange => ({
  type: 'set',
  kind: 'candidate',
  id: id(n),
  path,
  value,
})

/** What the engine may count on, whichever store it has (src/sync/ports.ts). */
export function storeContract(open: () => Promise<Subject>): void {
  test('what is written here waits in the outbox, values open, oldest first, until a batch holds it', async () => {
    const { store, write } = await open()
    await write([create(1, { fullName: 'Inès Ferhat', email: 'ines@example.org' })])
    await write([set(1, 'email', 'i.ferhat@example.org')])
    expect(await store.countOutbox()).toBe(2)
    const slice = (await store.readOutbox(limit))!
    expect(slice.operations.map(({ type, path }) => `${type} ${path}`)).toEqual(['create ', 'set email'])
    expect(slice.operations[0]!.value).toMatchObject({ fullName: 'Inès Ferhat', email: 'ines@example.org' })
    expect(slice.operations[1]!.value).toBe('i.ferhat@example.org')
    expect((await store.keepSealed(sealed(1), slice.cursor)).ok).toBe(true)
    expect(await store.readOutbox(limit)).toBeNull()
    expect((await store.readMemory()).unsent).toEqual([sealed(1)])
  })

  test('a slice keeps to its limits, and never comes back empty while something waits', async () => {
    const { store, write } = await open()
    await write([create(1, {}), create(2, {}), create(3, { fullName: 'x'.repeat(90_000) })])
    const first = (await store.readOutbox({ operations: 2, bytes: 65_536 }))!
    expect(first.operations).toHaveLength(2)
    expect(first.more).toBe(true)
    await store.keepSealed(sealed(1), first.cursor)
    const second = (await store.readOutbox(limit))!
    expect(second.operations).toHaveLength(1)
    expect(second.more).toBe(false)
  })

  test('2.11 the import queue and the settings of this device stay here', async () => {
    const { store, write } = await open()
    await write([
      { type: 'create', kind: 'importItem', id: id(1), value: { fileName: 'cv.pdf' } },
      { type: 'create', kind: 'setting', id: 'device.person', value: { value: 'Nora' } },
      { type: 'create', kind: 'setting', id: 'workspace.name', value: { value: 'Cabinet' } },
    ])
    expect((await store.readOutbox(limit))!.operations.map((each) => each.id)).toEqual(['workspace.name'])
    expect(await store.countOutbox()).toBe(1)
  })

  test('what came from others is applied, remembered and never sent on', async () => {
    const { store, write, record } = await open()
    const made = operation({
      type: 'create',
      value: { fullName: 'Inès Ferhat', phone: '+33639981204' },
      stamp: stampOf(5),
    })
    const relay = { logId: 'l', cursor: 7, chain: 'c' }
    const chains = { ['d'.repeat(16)]: { dseq: 1, hash: sealed(1).hash } }
    expect((await store.apply([incoming([made])], { relay, chains })).ok).toBe(true)
    expect((await record(id(1)))!.fields).toMatchObject({ fullName: 'Inès Ferhat', phone: '+33639981204' })
    expect(await store.countOutbox()).toBe(0)
    const memory = await store.readMemory()
    expect(memory).toMatchObject({ relay, chains })
    expect(memory.vector).toEqual({ stamps: { ['b'.repeat(16)]: stampOf(5) }, dseqs: { ['d'.repeat(16)]: 1 } })
    expect(await store.readKept('d'.repeat(16), 1)).toEqual(sealed(1))
    await write([set(1, 'phone', '+33639980000')])
    expect((await store.readOutbox(limit))!.operations).toHaveLength(1)
  })

  test('1.2 what is written after is stamped later than all that was applied', async () => {
    const { store, write } = await open()
    const far = stampOf(Date.now() + 3_600_000)
    await store.apply([incoming([operation({ type: 'create', value: { city: 'Bron' }, stamp: far })])], {})
    await write([set(1, 'city', 'Lyon')])
    expect((await store.readOutbox(limit))!.operations[0]!.stamp > far).toBe(true)
  })

  test('1.5 a stamp too far in the future is not applied', async () => {
    const { store, record } = await open()
    await store.apply([incoming([operation({ type: 'create', value: { city: 'Bron' }, stamp: stampOf(2 ** 47) })])], {})
    expect(await record(id(1))).toBeNull()
  })

  test('4.5 a slice ends where something of others came in, and says what had been seen', async () => {
    const { store, write } = await open()
    await write([create(1, { city: 'Bron' })])
    await store.apply([incoming([operation({ type: 'set', path: 'city', value: 'Lyon', stamp: stampOf(5) })], 1)], {})
    await store.apply([incoming([operation({ type: 'set', path: 'city', value: 'Givors', stamp: stampOf(6) })], 2)], {})
    await write([set(1, 'city', 'Oullins')])
    const first = (await store.readOutbox(limit))!
    expect(first.operations).toHaveLength(1)
    expect(first.vector).toEqual(emptyVector())
    expect(first.more).toBe(true)
    await store.keepSealed(sealed(1, 'a'.repeat(16)), first.cursor)
    const second = (await store.readOutbox(limit))!
    expect(second.operations.map(({ value }) => value)).toEqual(['Oullins'])
    expect(second.vector).toEqual({ stamps: { ['b'.repeat(16)]: stampOf(6) }, dseqs: { ['d'.repeat(16)]: 2 } })
    await store.keepSealed(sealed(2, 'a'.repeat(16)), second.cursor)
    await write([set(1, 'city', 'Vienne')])
    expect((await store.readOutbox(limit))!.vector).toEqual(emptyVector())
  })

  test('acknowledged batches leave the unsent ones and stay for a relay that loses them (6.5)', async () => {
    const { store, write } = await open()
    await write([create(1, {})])
    await store.keepSealed(sealed(1, 'a'.repeat(16)), (await store.readOutbox(limit))!.cursor)
    expect(await store.readKept('a'.repeat(16), 1)).toEqual(sealed(1, 'a'.repeat(16)))
    await store.acknowledge([1], { relay: { logId: 'l', cursor: 1, chain: 'c' } })
    const memory = await store.readMemory()
    expect(memory.unsent).toEqual([])
    expect(memory.relay?.cursor).toBe(1)
    expect(await store.readKept('a'.repeat(16), 1)).toEqual(sealed(1, 'a'.repeat(16)))
    expect(await store.readKept('a'.repeat(16), 2)).toBeNull()
  })

  test('6.6 unsealing puts the unsent back, with what had been seen, and begins a new incarnation', async () => {
    const { store, write } = await open()
    await store.apply([incoming([operation({ type: 'create', value: { city: 'Bron' }, stamp: stampOf(5) })])], {})
    await write([set(1, 'city', 'Lyon')])
    const before = (await store.readOutbox(limit))!
    await store.keepSealed(sealed(4, 'a'.repeat(16)), before.cursor)
    await store.unseal('e'.repeat(16), null)
    const again = (await store.readOutbox(limit))!
    expect(again).toEqual(before)
    expect((await store.readMemory()).unsent).toEqual([])
    await write([set(1, 'city', 'Givors')])
    const stamps = (await store.readOutbox(limit))!.operations.map(({ stamp }) => stamp)
    expect(stamps[0]!.slice(18)).not.toBe(stamps[1]!.slice(18))
    expect(stamps[1]! > stamps[0]!).toBe(true)
  })

  test('4.2 the chain of this device ends with what it sealed last, and goes back when that is unsealed', async () => {
    const { store, write } = await open()
    const me = 'a'.repeat(16)
    await write([create(1, { city: 'Bron' }), create(2, { city: 'Lyon' })])
    const slice = (await store.readOutbox({ ...limit, operations: 1 }))!
    await store.keepSealed(sealed(1, me), slice.cursor)
    expect((await store.readMemory()).chains[me]).toEqual({ dseq: 1, hash: sealed(1).hash })
    expect(await store.countOutbox()).toBe(2)
    await store.acknowledge([1], {})
    expect(await store.countOutbox()).toBe(1)
    await store.keepSealed(sealed(2, me), (await store.readOutbox(limit))!.cursor)
    await store.unseal(me, { dseq: 1, hash: sealed(1).hash })
    expect((await store.readMemory()).chains[me]).toEqual({ dseq: 1, hash: sealed(1).hash })
    expect(await store.countOutbox()).toBe(1)
  })

  test('6.7 what no relay will have again from its author is sent by this device, with the stamps it has', async () => {
    const { store, record } = await open()
    const lost = operation({ type: 'create', value: { city: 'Bron' }, stamp: stampOf(5) })
    await store.apply([incoming([lost])], {})
    expect(await store.readOutbox(limit)).toBeNull()
    await store.apply([incoming([], 2)], { resend: [lost] })
    const [sent] = (await store.readOutbox(limit))!.operations
    expect(sent).toMatchObject({ id: lost.id, stamp: lost.stamp, value: lost.value })
    expect((await record(id(1)))!.fields).toEqual({ city: 'Bron' })
  })

  test('6.3 what is sent again and was never read here is taken in too', async () => {
    const { store, record } = await open()
    const unread = operation({ type: 'create', value: { city: 'Bron' }, stamp: stampOf(5) })
    await store.apply([], { resend: [unread] })
    expect((await record(id(1)))!.fields).toEqual({ city: 'Bron' })
    const [sent] = (await store.readOutbox(limit))!.operations
    expect(sent).toMatchObject({ id: unread.id, stamp: unread.stamp, value: unread.value })
  })

  test('8.9 what is kept behind the end of a chain goes with what a snapshot stands for', async () => {
    const { store } = await open()
    const author = sealed(1).device
    for (const dseq of [1, 2, 3]) await store.apply([incoming([], dseq)], {})
    await store.apply([], { chains: { [author]: { dseq: 2, hash: sealed(2).hash } } })
    expect(await store.forgetKept({ [author]: 1 })).toMatchObject({ ok: true })
    const kept = await Promise.all([1, 2, 3].map((dseq) => store.readKept(author, dseq)))
    expect(kept.map((each) => each !== null)).toEqual([false, true, false])
  })

  test('6.3 what is aside stays until it is settled', async () => {
    const { store } = await open()
    const aside = { ...sealed(3), reason: 'newer' as const }
    await store.apply([], { aside: [aside] })
    expect((await store.readMemory()).aside).toEqual([aside])
    expect(await store.readKept(aside.device, 3)).toMatchObject({ hash: aside.hash })
    await store.apply([incoming([], 3)], { settled: [`${'d'.repeat(16)}/3`] })
    expect((await store.readMemory()).aside).toEqual([])
  })

  test('2.3 an element removed here while someone edits it stays as edited', async () => {
    const { store, write, record } = await open()
    await write([create(1, { tags: { x: 'CDI' } })])
    const edited = operation({ type: 'set', path: 'tags/x', value: 'CDD', stamp: stampOf(Date.now() + 60_000) })
    await write([{ type: 'remove', kind: 'candidate', id: id(1), path: 'tags/x' }])
    expect((await store.readOutbox(limit))!.operations[1]!.observed).toBeDefined()
    await store.apply([incoming([edited])], {})
    expect((await record(id(1)))!.fields).toMatchObject({ tags: { x: 'CDD' } })
  })

  test('2.7 an erasure of another reaches rows and outbox, and nothing brings the record back', async () => {
    const { store, write, record } = await open()
    await write([create(1, { fullName: 'Personne Effacée' }), create(2, { fullName: 'Autre' })])
    await store.apply([incoming([operation({ type: 'erase', stamp: stampOf(Date.now() + 5) })])], {})
    expect(await record(id(1))).toBeNull()
    expect((await store.readOutbox(limit))!.operations.map((each) => each.id)).toEqual([id(2)])
    await store.apply(
      [incoming([operation({ type: 'set', path: 'city', value: 'x', stamp: stampOf(2 ** 46) })], 2)],
      {},
    )
    expect(await record(id(1))).toBeNull()
  })

  test('a full batch on records that are here is taken in whole', async () => {
    const { store, write, record } = await open()
    const many = Array.from({ length: 500 }, (_, n) => n)
    await write(many.map((n) => create(n, { city: 'Bron' })))
    const later = Date.now() + 60_000
    const edits = many.map((n) =>
      operation({ type: 'set', id: id(n), path: 'city', value: `Lyon ${n}`, stamp: stampOf(later + n) }),
    )
    expect((await store.apply([incoming(edits)], {})).ok).toBe(true)
    expect((await record(id(499)))!.fields['city']).toBe('Lyon 499')
  })

  test('8.1, 8.4 what a snapshot tells makes the same records elsewhere, erasures too, beside the work of others', async () => {
    const first = await open()
    await first.write([
      create(1, { fullName: 'Inès Ferhat', email: 'ines@example.org', tags: { x: 'CDI', y: 'CDD' } }),
      create(2, { fullName: 'Personne Effacée' }),
      create(3, { fullName: 'Au rebut' }),
      { type: 'create', kind: 'importItem', id: id(4), value: { fileName: 'cv.pdf' } },
    ])
    await first.write([
      { type: 'remove', kind: 'candidate', id: id(1), path: 'tags/y' },
      { type: 'erase', kind: 'candidate', id: id(2) },
      { type: 'bin', kind: 'candidate', id: id(3) },
    ])
    const told: Operation[] = []
    for (let after: string | null = ''; after !== null;) {
      const page = await first.store.readStates(after, 2)
      told.push(...page.operations)
      after = page.after
    }
    expect(JSON.stringify(told)).not.toContain('Effacée')
    const records = await Promise.all([1, 2, 3].map((n) => first.record(id(n))))
    const second = await open()
    await second.write([create(5, { fullName: 'Travail local' }), create(2, { fullName: 'Personne Effacée' })])
    const vector: Vector = { stamps: { ['b'.repeat(16)]: stampOf(9) }, dseqs: { ['d'.repeat(16)]: 7 } }
    expect((await second.store.takeStates(told, vector)).ok).toBe(true)
    for (const [index, record] of records.entries()) {
      const { fields, binnedAt, createdAt, updatedAt } = record ?? {}
      const other = await second.record(id(index + 1))
      if (record) expect(other).toMatchObject({ fields, createdAt, updatedAt, ...(binnedAt ? { binnedAt } : {}) })
      else expect(other).toBeNull()
    }
    expect(await second.record(id(4))).toBeNull()
    expect((await second.store.readOutbox(limit))!.operations.map((each) => each.id)).toEqual([id(5)])
    expect((await second.store.readMemory()).vector).toEqual(vector)
  })

  test('8.3 what a snapshot covers need not be kept', async () => {
    const { store } = await open()
    await store.apply([incoming([], 1), incoming([], 2), incoming([], 3)], {})
    await store.forgetKept({ ['d'.repeat(16)]: 2 })
    expect(await store.readKept('d'.repeat(16), 2)).toBeNull()
    expect(await store.readKept('d'.repeat(16), 3)).not.toBeNull()
  })

  test('8.5 after an erasure what is set aside and never read goes too, and what may yet be read stays', async () => {
    const { store } = await open()
    const rows = (['forbidden', 'sealed', 'revoked'] as const).map((reason, index) => {
      const { batch } = incoming([], index + 1)
      return { ...batch, reason }
    })
    await store.apply([], { aside: rows })
    const { device } = rows[0]!
    await store.forgetKept({}, { [device]: 2 })
    expect((await store.readMemory()).aside.map(({ reason }) => reason).sort()).toEqual(['revoked', 'sealed'])
  })

  test('1.7 a stamp at the end of time is taken in and not followed: what is written next others still take', async () => {
    const { store, write, record } = await open()
    const absurd = clockToStamp({ ms: 2 ** 47 - 1, counter: 0xffff, device: 'b'.repeat(16) })
    await store.apply([incoming([operation({ type: 'create', value: { city: 'Bron' }, stamp: absurd })])], {})
    expect((await record(id(1)))!.fields['city']).toBe('Bron')
    await write([create(2, { city: 'Lyon' })])
    const [written] = (await store.readOutbox(limit))!.operations
    expect(readStamp(written!.stamp)).not.toBeNull()
    expect(written!.stamp < absurd).toBe(true)
    // What is a year ahead is a clock that is wrong, and followed.
    const other = await open()
    const ahead = stampOf(Date.now() + 365 * 24 * 3600 * 1000)
    await other.store.apply([incoming([operation({ type: 'create', value: { city: 'Bron' }, stamp: ahead })])], {})
    await other.write([create(3, { city: 'Givors' })])
    expect((await other.store.readOutbox(limit))!.operations[0]!.stamp > ahead).toBe(true)
  })

  describe('conflicts', () => {
    const [b, c] = ['b'.repeat(16), 'c'.repeat(16)]
    const made = operation({ type: 'create', value: { city: 'Bron' }, stamp: stampOf(1) })
    const write = (value: string, ms: number, author: string) =>
      operation({ type: 'set', path: 'city', value, stamp: stampOf(ms, author) })
    const knowing = (stamps: Record<string, string>): Vector => ({ stamps, dseqs: {} })

    test('3.2 the earlier of two that did not know each other stays beside, whichever comes last', async () => {
      for (const order of [
        [0, 1],
        [1, 0],
      ]) {
        const { store, record, losers } = await open()
        await store.apply([incoming([made], 1, b)], {})
        const both = [incoming([write('Lyon', 5, 'b')], 2, b), incoming([write('Givors', 6, 'c')], 1, c)]
        for (const index of order) await store.apply([both[index]!], {})
        expect((await record(id(1)))!.fields['city']).toBe('Givors')
        // The author of 'Givors' had not even seen the record's first value; it lost to 'Lyon' by the same hand.
        expect(await losers(id(1), 'city')).toEqual(['Lyon'])
      }
    })

    test('3.1 a write whose author had seen the other is no conflict, even when it arrives first', async () => {
      for (const order of [
        [0, 1],
        [1, 0],
      ]) {
        const { store, losers } = await open()
        await store.apply([incoming([made], 1, b)], {})
        const both = [
          incoming([write('Lyon', 5, 'b')], 2, b),
          incoming([write('Givors', 6, 'c')], 1, c, knowing({ [b]: stampOf(5) })),
        ]
        for (const index of order) await store.apply([both[index]!], {})
        expect(await losers(id(1), 'city')).toEqual([])
      }
    })

    test('3.3 whoever writes the path knowing both settles it, here or elsewhere', async () => {
      const unsettled = async () => {
        const subject = await open()
        await subject.store.apply([incoming([made], 1, b)], {})
        await subject.store.apply([incoming([write('Lyon', 5, 'b')], 2, b)], {})
        await subject.store.apply([incoming([write('Givors', 6, 'c')], 1, c)], {})
        expect(await subject.losers(id(1), 'city')).toEqual(['Lyon'])
        return subject
      }
      const here = await unsettled()
      await here.write([set(1, 'city', 'Lyon')])
      expect(await here.losers(id(1), 'city')).toEqual([])
      const elsewhere = await unsettled()
      const settling = incoming([write('Vienne', 9, 'b')], 3, b, knowing({ [c]: stampOf(6, 'c') }))
      await elsewhere.store.apply([settling], {})
      expect(await elsewhere.losers(id(1), 'city')).toEqual([])
    })

    test('3.2 a value written here that loses is kept, sealed fields too; equal values are no conflict', async () => {
      const { store, write: writeHere, losers } = await open()
      await writeHere([create(1, { phone: '+33639981204', city: 'Bron', headline: 'Soudeur' })])
      const later = Date.now() + 60_000
      const change = (path: string, value: string) =>
        operation({ type: 'set', path, value, stamp: stampOf(later, 'c') })
      await store.apply([incoming([change('phone', '+33639980000'), change('city', 'Bron')], 1, c)], {})
      expect(await losers(id(1), 'phone')).toEqual(['+33639981204'])
      expect(await losers(id(1), 'city')).toEqual([])
      const same = operation({ type: 'set', path: 'phone', value: '+33639981204', stamp: stampOf(later + 1, 'e') })
      await store.apply([incoming([same], 1, 'e'.repeat(16))], {})
      expect(await losers(id(1), 'phone')).toEqual(['+33639980000'])
    })

    describe('3.4 an element that one removed and the other wrote', () => {
      const list = operation({ type: 'create', value: { skills: { s1: 'MIG' } }, stamp: stampOf(1) })
      const edit = operation({ type: 'set', path: 'skills/s1', value: 'MIG-MAG', stamp: stampOf(5, 'b') })
      const removal = operation({ type: 'remove', path: 'skills/s1', stamp: stampOf(6, 'c'), observed: stampOf(1) })
      const skillsOf = async ({ record }: Subject) => (await record(id(1)))!.fields['skills']

      test('stays, and the removal stands beside it, whichever comes last', async () => {
        for (const order of [
          [0, 1],
          [1, 0],
        ]) {
          const subject = await open()
          await subject.store.apply([incoming([list], 1, b)], {})
          const both = [incoming([edit], 2, b), incoming([removal], 1, c, knowing({ [b]: stampOf(1) }))]
          for (const index of order) await subject.store.apply([both[index]!], {})
          expect(await skillsOf(subject)).toEqual({ s1: 'MIG-MAG' })
          expect(await subject.losers(id(1), 'skills/s1')).toEqual([undefined])
          // Removed after all, by someone who has seen both.
          const again = operation({
            type: 'remove',
            path: 'skills/s1',
            stamp: stampOf(9, 'b'),
            observed: stampOf(5, 'b'),
          })
          await subject.store.apply([incoming([again], 3, b, knowing({ [c]: stampOf(6, 'c') }))], {})
          expect(await skillsOf(subject)).toEqual({})
          expect(await subject.losers(id(1), 'skills/s1')).toEqual([])
        }
      })

      test('is no conflict where the writer had seen the removal, or the remover what was written', async () => {
        const known = await open()
        await known.store.apply([incoming([list], 1, b)], {})
        await known.store.apply([incoming([removal], 1, c, knowing({ [b]: stampOf(1) }))], {})
        const added = operation({ type: 'set', path: 'skills/s1', value: 'TIG', stamp: stampOf(8, 'b') })
        await known.store.apply([incoming([added], 2, b, knowing({ [c]: stampOf(6, 'c') }))], {})
        expect(await skillsOf(known)).toEqual({ s1: 'TIG' })
        expect(await known.losers(id(1), 'skills/s1')).toEqual([])
        const seen = await open()
        await seen.store.apply([incoming([list], 1, b)], {})
        await seen.store.apply([incoming([edit], 2, b)], {})
        await seen.store.apply(
          [incoming([{ ...removal, observed: edit.stamp }], 1, c, knowing({ [b]: edit.stamp }))],
          {},
        )
        expect(await skillsOf(seen)).toEqual({})
        expect(await seen.losers(id(1), 'skills/s1')).toEqual([])
      })

      test('written here and removed elsewhere, or removed here and written elsewhere', async () => {
        const wrote = await open()
        await wrote.store.apply([incoming([list], 1, b)], {})
        await wrote.write([{ type: 'set', kind: 'candidate', id: id(1), path: 'skills/s1', value: 'TIG' }])
        await wrote.store.apply([incoming([removal], 1, c, knowing({ [b]: stampOf(1) }))], {})
        expect(await wrote.losers(id(1), 'skills/s1')).toEqual([undefined])
        await wrote.write([{ type: 'remove', kind: 'candidate', id: id(1), path: 'skills/s1' }])
        expect(await wrote.losers(id(1), 'skills/s1')).toEqual([])
        const removed = await open()
        await removed.store.apply([incoming([list], 1, b)], {})
        await removed.write([{ type: 'remove', kind: 'candidate', id: id(1), path: 'skills/s1' }])
        await removed.store.apply([incoming([edit], 2, b)], {})
        expect(await skillsOf(removed)).toEqual({ s1: 'MIG-MAG' })
        expect(await removed.losers(id(1), 'skills/s1')).toEqual([undefined])
      })
    })

    test('10.5 who was handed a value and changes it is in no conflict with it', async () => {
      const { store, losers } = await open()
      await store.apply([incoming([made], 1, b)], {})
      // Sent again by the device that was handed it, then changed there; its author was never heard of by that device.
      await store.apply([incoming([made], 1, c)], {})
      await store.apply([incoming([write('Givors', 6, 'c')], 2, c)], {})
      expect(await losers(id(1), 'city')).toEqual([])
    })

    test('2.7 nothing of an erased record stays beside it', async () => {
      const { store, write: writeHere, losers } = await open()
      await writeHere([create(1, { city: 'Bron' })])
      await store.apply([incoming([write('Lyon', Date.now() + 60_000, 'c')], 1, c)], {})
      expect(await losers(id(1), 'city')).toEqual(['Bron'])
      await store.apply([incoming([operation({ type: 'erase', stamp: stampOf(Date.now() + 70_000) })], 1, b)], {})
      expect(await losers(id(1), 'city')).toEqual([])
    })
  })
}
