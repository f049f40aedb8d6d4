import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { Operation } from '../log/operation.ts'
import type { ShareChoice } from '../model/offerShare.ts'
import type { Change } from '../model/record.ts'
import { type HostSide, mirrorOffer, type MirrorMemory, type SpaceSide } from './offerMirror.ts'

/** A database under code of its own, as a worker has it. */
async function openRealm(name: string) {
  vi.resetModules()
  const [tables, writing, reading, mirrored, blobs, replica] = await Promise.all([
    import('../store/tables.ts'),
    import('../store/write.ts'),
    import('../store/read.ts'),
    import('../store/mirrored.ts'),
    import('../store/blobs.ts'),
    import('../store/replica.ts'),
  ])
  tables.useDatabase(new tables.VivierDatabase(name))
  return { ...tables, ...writing, ...reading, ...mirrored, ...blobs, ...replica }
}
type Realm = Awaited<ReturnType<typeof openRealm>>

const guestDevice = 'e'.repeat(16)
let count = 0
let host: Realm
let space: Realm
let hostSide: HostSide
let spaceSide: SpaceSide
let memory: MirrorMemory | null
let purged: number
let narrowed: number
/** The call after which everything stops, as when a tab is closed; counted over both sides. */
let callsLeft: number
let writes: { side: 'host' | 'space'; changes: readonly Change[] }[]

class Crash extends Error {}
const step = () => {
  callsLeft -= 1
  if (callsLeft < 0) throw new Crash()
}

beforeEach(async () => {
  count += 1
  host = await openRealm(`host-${count}`)
  space = await openRealm(`space-${count}`)
  memory = null
  purged = 0
  narrowed = 0
  callsLeft = Number.POSITIVE_INFINITY
  writes = []
  const written =
    (side: 'host' | 'space', realm: Realm): HostSide['write'] =>
    async (changes, context) => {
      step()
      const done = await realm.write(changes, context)
      writes.push({ side, changes })
      step()
      return done
    }
  hostSide = {
    readScope: host.readOfferScope,
    stampsOf: host.stampsOf,
    erasedAmong: host.erasedAmong,
    write: written('host', host),
    async readFile(blobId) {
      const read = await host.readBlob(blobId)
      return read.ok ? read.value : null
    },
  }
  spaceSide = {
    async read() {
      step()
      return {
        ...(await space.readMirrored()),
        people: { [guestDevice]: 'Claire Cliente' },
        memory: structuredClone(memory),
      }
    },
    write: written('space', space),
    async remember(next) {
      step()
      memory = structuredClone(next)
      step()
    },
    hasFile: async (blobId) => (await space.readBlob(blobId)).ok,
    keepFile: space.putBlobAs,
    async dropFiles(ids) {
      for (const id of ids) await space.removeBlob(id)
    },
    async purge(isNarrowed) {
      step()
      purged += 1
      if (isNarrowed) narrowed += 1
    },
  }
})

const offerId = '0192aaaa-0000-7000-8000-00000000000f'
const idOf = (last: string) => `0192aaaa-0000-7000-8000-0000000000${last}`
const [ada, bea, cleo] = [idOf('a1'), idOf('b1'), idOf('c1')]
const [adaIn, beaIn] = [idOf('a2'), idOf('b2')]
const bare: ShareChoice = { contacts: false, cvs: false }

async function write(realm: Realm, ...changes: Change[]) {
  const done = await realm.write(changes, { action: 'test', by: 'Nora' })
  if (!done.ok) throw new Error(done.error.type)
}

async function fill(): Promise<void> {
  const person = (id: string, fullName: string): Change => ({
    type: 'create',
    kind: 'candidate',
    id,
    fields: { fullName, email: `${fullName.slice(0, 3).toLowerCase()}@example.org`, tags: { interne: true } },
  })
  const into = (id: string, candidateId: string): Change => ({
    type: 'create',
    kind: 'application',
    id,
    fields: { offerId, candidateId, stage: 'new', moves: {} },
  })
  await write(
    host,
    { type: 'create', kind: 'offer', id: offerId, fields: { title: 'Vendeuse', weights: { skill: 3 } } },
    person(ada, 'Ada Berthier'),
    person(bea, 'Béa Kowalski'),
    person(cleo, 'Cléo Nadir'),
    into(adaIn, ada),
    into(beaIn, bea),
    {
      type: 'create',
      kind: 'interaction',
      id: idOf('f1'),
      fields: { candidateId: ada, text: 'Prétentions trop hautes' },
    },
  )
}

async function pass(choice: ShareChoice | null = bare): Promise<void> {
  const done = await mirrorOffer({ offerId, choice, by: 'Nora' }, hostSide, spaceSide)
  if (!done.ok) throw new Error(done.error.type)
}

/** A pass may be broken off after any of its effects: another one ends it. */
async function passWithCrashes(choice: ShareChoice | null = bare): Promise<void> {
  for (let left = 0; left < 40; left += 1) {
    callsLeft = left
    try {
      await pass(choice)
      callsLeft = Number.POSITIVE_INFINITY
      return
    } catch (cause) {
      if (!(cause instanceof Crash)) throw cause
    }
  }
  throw new Error('never came to an end')
}

let dseq = 0
/** As if the guest's phone had written it, just after all that the space says. */
async function answer(...operations: (Partial<Operation> & Pick<Operation, 'type' | 'kind' | 'id'>)[]): Promise<void> {
  dseq += 1
  const done = await space.createReplica().apply(
    [
      {
        batch: { device: guestDevice, dseq, hash: String(dseq), bytes: new Uint8Array([1]) },
        vector: { stamps: {}, dseqs: {} },
        operations: operations.map((operation, index): Operation => {
          const stamp = `${(Date.now() + 1000 + dseq).toString(16).padStart(12, '0')}-${String(index).padStart(4, '0')}-${'b'.repeat(16)}`
          return { path: '', stamp, transaction: stamp, at: Date.now(), by: 'whoever', action: 'x', ...operation }
        }),
      },
    ],
    {},
  )
  if (!done.ok) throw new Error(done.error.type)
}
const moveId = idOf('e1')
const move = (stage: string) => ({ stage, at: 5, by: 'whoever', reason: 'Très bon entretien', score: 88 })
const moveTo = (stage: string, element = moveId) =>
  answer(
    { type: 'set', kind: 'application', id: adaIn, path: 'stage', value: stage },
    { type: 'set', kind: 'application', id: adaIn, path: `moves/${element}`, value: move(stage) },
  )

const idsIn = async (realm: Realm) => (await realm.db().records.toCollection().primaryKeys()).toSorted()
async function stageIn(realm: Realm): Promise<string> {
  const read = await realm.openRecord('application', adaIn)
  return read.ok ? read.value.fields.stage : 'none'
}
const all = async (realm: Realm) =>
  JSON.stringify([await realm.db().records.toArray(), await realm.db().journal.toArray()])

describe('towards the guests', () => {
  test('W008 the offer and its people, under their own ids, and nothing of anybody else', async () => {
    await fill()
    await pass()
    expect(await idsIn(space)).toEqual([offerId, ada, bea, adaIn, beaIn].toSorted())
    const words = await all(space)
    for (const word of ['Cléo', 'interne', 'example.org', 'Prétentions', 'skill']) expect(words).not.toContain(word)
    expect(words).toContain('Ada Berthier')
  })

  test('a second pass has nothing to do, after whichever interruption', async () => {
    await fill()
    await passWithCrashes()
    writes = []
    await pass()
    await pass()
    expect(writes).toEqual([])
    expect(await host.db().outbox.count()).toBeGreaterThan(0)
  })

  test('follows what the host edits, element by element', async () => {
    await fill()
    await pass()
    await write(
      host,
      { type: 'set', kind: 'candidate', id: ada, path: 'headline', value: 'Cheffe de rang' },
      { type: 'set', kind: 'candidate', id: ada, path: 'skills/s1', value: { name: 'Œnologie', order: 0 } },
      { type: 'set', kind: 'candidate', id: ada, path: 'salaryMin', value: 1 },
    )
    await pass()
    expect(writes.at(-1)?.changes).toEqual([
      expect.objectContaining({ type: 'set', id: ada, path: 'headline', value: 'Cheffe de rang' }),
      expect.objectContaining({ type: 'set', id: ada, path: 'skills/s1' }),
    ])
    await write(host, { type: 'remove', kind: 'candidate', id: ada, path: 'skills/s1' })
    await pass()
    const read = await space.openRecord('candidate', ada)
    expect(read.ok && read.value.fields.skills).toEqual({})
  })

  test('contacts come when they are chosen and go when they are not', async () => {
    await fill()
    await pass()
    await pass({ contacts: true, cvs: false })
    expect(narrowed).toBe(0)
    const shown = await space.openRecord('candidate', ada)
    expect(shown.ok && shown.value.fields.email).toBe('ada@example.org')
    await passWithCrashes()
    // Who comes in later must not find them in the relay's log either.
    expect(narrowed).toBeGreaterThan(0)
    const hidden = await space.openRecord('candidate', ada)
    expect(hidden.ok && hidden.value.fields.email).toBe('')
  })

  test('a CV comes with its file, sealed by the other vault, and goes with it', async () => {
    await fill()
    const bytes = new TextEncoder().encode('%PDF Ada Berthier')
    const blob = await host.putBlob(bytes)
    const blobId = blob.ok ? blob.value : ''
    const documentId = idOf('d1')
    await write(
      host,
      {
        type: 'create',
        kind: 'document',
        id: documentId,
        fields: { fileName: 'Ada.pdf', blobId, candidateId: ada, role: 'cv' },
      },
      { type: 'set', kind: 'candidate', id: ada, path: 'documentId', value: documentId },
    )
    await pass()
    expect(await idsIn(space)).not.toContain(documentId)
    await pass({ contacts: false, cvs: true })
    const there = await space.readBlob(blobId)
    expect(there.ok && there.value).toEqual(bytes)
    await pass()
    expect(await idsIn(space)).not.toContain(documentId)
    expect((await space.readBlob(blobId)).ok).toBe(false)
  })

  test('the bin hides and gives back; an erasure is one there too', async () => {
    await fill()
    await pass()
    await write(host, { type: 'bin', kind: 'candidate', id: ada })
    await pass()
    const binned = await space.openRecord('candidate', ada)
    expect(binned.ok && binned.value.binnedAt).toBeGreaterThan(0)
    await write(host, { type: 'restore', kind: 'candidate', id: ada })
    await pass()
    const back = await space.openRecord('candidate', ada)
    expect(back.ok && back.value.binnedAt).toBeUndefined()
    await write(host, { type: 'erase', kind: 'application', id: adaIn }, { type: 'erase', kind: 'candidate', id: ada })
    await passWithCrashes()
    expect(await idsIn(space)).toEqual([offerId, bea, beaIn].toSorted())
    expect(await all(space)).not.toContain('Ada Berthier')
    expect(purged).toBeGreaterThan(0)
  })

  test('who leaves the offer disappears, and may come back', async () => {
    await fill()
    await pass()
    await write(host, { type: 'erase', kind: 'application', id: adaIn })
    await pass()
    expect(await all(space)).not.toContain('Ada Berthier')
    const again = idOf('a3')
    await write(host, {
      type: 'create',
      kind: 'application',
      id: again,
      fields: { offerId, candidateId: ada, stage: 'seen' },
    })
    await passWithCrashes()
    const application = await space.openRecord('application', again)
    const candidateId = application.ok ? application.value.fields.candidateId : ''
    const person = await space.openRecord('candidate', candidateId)
    expect(person.ok && person.value.fields.fullName).toBe('Ada Berthier')
    // What is said of her there is said of her here.
    await answer({
      type: 'create',
      kind: 'interaction',
      id: idOf('f2'),
      value: { candidateId, text: 'Reçue', kind: 'note', at: 1 },
    })
    await pass()
    const said = await host.openRecord('interaction', idOf('f2'))
    expect(said.ok && said.value.fields).toMatchObject({ candidateId: ada, text: 'Reçue' })
    writes = []
    await pass()
    expect(writes).toEqual([])
  })

  test('the end of sharing leaves nothing there', async () => {
    await fill()
    await pass()
    await passWithCrashes(null)
    expect(await idsIn(space)).toEqual([])
    expect(await idsIn(host)).toHaveLength(7)
  })
})

describe('from the guests', () => {
  test('W008 a comment and a move come in once, under the name of who was let in', async () => {
    await fill()
    await pass()
    await answer({
      type: 'create',
      kind: 'interaction',
      id: idOf('f2'),
      value: { candidateId: ada, text: 'À voir', kind: 'note', at: 1, by: 'whoever' },
    })
    await moveTo('interview')
    await passWithCrashes()
    const comment = await host.openRecord('interaction', idOf('f2'))
    expect(comment.ok && comment.value.fields).toMatchObject({ text: 'À voir', by: 'Claire Cliente', offerId })
    expect(await stageIn(host)).toBe('interview')
    const application = await host.openRecord('application', adaIn)
    expect(application.ok && application.value.fields.moves).toEqual({
      [moveId]: { stage: 'interview', at: 5, by: 'Claire Cliente', reason: 'Très bon entretien', score: null },
    })
    const byGuest = (await host.db().journal.toArray()).filter(({ by }) => by === 'Claire Cliente')
    expect(byGuest).toHaveLength(3)
    writes = []
    await pass()
    await pass()
    expect(writes).toEqual([])
    // The guest keeps their own words.
    const theirs = await space.openRecord('application', adaIn)
    expect(theirs.ok && theirs.value.fields.moves[moveId]).toMatchObject({ score: 88 })
  })

  test('host and guest move in turn, whatever their clocks say', async () => {
    await fill()
    await pass()
    await moveTo('interview')
    await pass()
    await write(host, { type: 'set', kind: 'application', id: adaIn, path: 'stage', value: 'proposed' })
    await pass()
    expect([await stageIn(host), await stageIn(space)]).toEqual(['proposed', 'proposed'])
    await moveTo('accepted', idOf('e2'))
    await pass()
    expect([await stageIn(host), await stageIn(space)]).toEqual(['accepted', 'accepted'])
  })

  test('what the host takes back stays taken back', async () => {
    await fill()
    await pass()
    await answer({
      type: 'create',
      kind: 'interaction',
      id: idOf('f2'),
      value: { candidateId: ada, text: 'À voir', kind: 'note', at: 1 },
    })
    await moveTo('rejected')
    await pass()
    await write(
      host,
      { type: 'erase', kind: 'interaction', id: idOf('f2') },
      { type: 'remove', kind: 'application', id: adaIn, path: `moves/${moveId}` },
      { type: 'set', kind: 'application', id: adaIn, path: 'stage', value: 'seen' },
    )
    await passWithCrashes()
    await pass()
    expect(await stageIn(host)).toBe('seen')
    expect(await idsIn(host)).not.toContain(idOf('f2'))
    expect(await idsIn(space)).not.toContain(idOf('f2'))
    const theirs = await space.openRecord('application', adaIn)
    expect(theirs.ok && theirs.value.fields).toMatchObject({ stage: 'seen', moves: {} })
  })

  test('what is beyond a guest changes nothing here, and is put right there', async () => {
    await fill()
    await pass()
    await answer(
      { type: 'set', kind: 'application', id: adaIn, path: 'candidateId', value: cleo },
      { type: 'bin', kind: 'application', id: beaIn },
      {
        type: 'create',
        kind: 'interaction',
        id: idOf('f3'),
        value: { candidateId: cleo, text: 'Qui est-ce ?', at: 1 },
      },
      { type: 'create', kind: 'application', id: idOf('a9'), value: { candidateId: cleo, offerId, stage: 'new' } },
      { type: 'set', kind: 'application', id: adaIn, path: 'stage', value: 'hired' },
    )
    const before = await idsIn(host)
    await pass()
    expect(await idsIn(host)).toEqual(before)
    expect(await stageIn(host)).toBe('new')
    expect(await idsIn(space)).toEqual([offerId, ada, bea, adaIn, beaIn].toSorted())
    const there = await space.openRecord('application', adaIn)
    expect(there.ok && there.value.fields).toMatchObject({ candidateId: ada, stage: 'new' })
    const theirs = await space.openRecord('application', beaIn)
    expect(theirs.ok && theirs.value.binnedAt).toBeUndefined()
  })
})
