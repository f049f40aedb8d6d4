import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Operation } from '../log/operation.ts'
import { codeOf, codesInOrder } from '../model/codes.ts'
import { remember } from '../store/memory.ts'
import { listRecords, openRecord } from '../store/read.ts'
import { createReplica } from '../store/replica.ts'
import { db, useDatabase, VivierDatabase } from '../store/tables.ts'
import { forgetVault } from '../store/vault.ts'
import { type CsvColumn, csvColumns, toCsv } from './exportCandidates.ts'
import { mergeCandidates } from './mergeCandidates.ts'
import { createLedger, numberCandidates } from './numberCandidates.ts'
import { createCandidate, openCandidates, saveCodeChoice, takeBack } from './records.ts'

let count = 0
beforeEach(() => {
  count += 1
})

type Name = 'nora' | 'ravi'
/** Sits down at a device. */
function at(name: Name): void {
  useDatabase(new VivierDatabase(`codes-${count}-${name}`))
  forgetVault()
}
const join = (role: string) =>
  Promise.all([db().meta.put({ id: 'space.s', value: { space: 's' } }), remember('sync.role', role)])
const turnOn = () => saveCodeChoice({ on: true, prefix: 'C' })
const add = async (fullName: string) => {
  const made = await createCandidate({ fullName })
  if (!made.ok) throw new Error(made.error.type)
  return made.value.id
}
const number = async (options: Parameters<typeof numberCandidates>[2] = {}) =>
  numberCandidates(await listRecords('candidate', { binned: true }), 'C', options)
const codes = async () =>
  Object.fromEntries((await listRecords('candidate')).map(({ fields }) => [fields.fullName, codeOf(fields.codes)]))

/** The relay: what each sent, in the order it came. */
let log: { from: Name; dseq: number; operations: Operation[] }[] = []
const read: Record<string, number> = {}
let clock = 0
beforeEach(() => {
  log = []
  read['nora'] = read['ravi'] = 0
})
/** Sends all, reads all. */
async function meet(name: Name): Promise<void> {
  at(name)
  const replica = createReplica()
  const slice = await replica.readOutbox({ operations: 1000, bytes: 1e6 })
  if (slice) {
    const dseq = log.filter(({ from }) => from === name).length + 1
    const batch = { device: name, dseq, hash: `${name}${dseq}`, bytes: new Uint8Array([1]) }
    await replica.keepSealed(batch, slice.cursor)
    await replica.acknowledge([dseq], {})
    log.push({ from: name, dseq, operations: slice.operations })
  }
  for (const { from, dseq, operations } of log.slice(read[name]))
    if (from !== name) {
      const batch = { device: from, dseq, hash: `${from}${dseq}`, bytes: new Uint8Array([1]) }
      const done = await replica.apply([{ batch, operations, vector: { stamps: {}, dseqs: {} } }], {})
      if (!done.ok) throw new Error(done.error.type)
    }
  read[name] = log.length
  // Time of a device that counts faster than the test.
  clock = Math.max(clock + 1, Date.now() + 1)
  await remember('sync.status', { syncedAt: clock })
}

describe('C5 file numbers', () => {
  test('C5 what is looked at again and again is only who has no number, or one that another bears', async () => {
    at('nora')
    await turnOn()
    for (const name of ['Une', 'Deux', 'Trois']) await add(name)
    await number()
    const ledger = createLedger()
    const all = await listRecords('candidate')
    ledger.take(all, [])
    expect([ledger.waiting(), ledger.highest()]).toEqual([[], 3])
    const [one, two, three] = all
    const twin = { ...two!, fields: { ...two!.fields, codes: one!.fields.codes } }
    const bare = { ...three!, fields: { ...three!.fields, codes: {} } }
    ledger.take([twin, bare], [])
    expect(new Set(ledger.waiting())).toEqual(new Set([bare, one, twin]))
    ledger.take([two!], [three!.id])
    expect(ledger.waiting()).toEqual([])
  })

  test('C5 stand first in the table of an export where they are in use, and nowhere else', async () => {
    at('nora')
    await turnOn()
    await add('Une Personne')
    await number()
    const people = await listRecords('candidate')
    const heads = Object.fromEntries(csvColumns.map((column) => [column, column])) as Record<CsvColumn, string>
    const firstLine = (csv: string) => csv.replace('\uFEFF', '').split('\r\n')[1]!.split(/[,;]/)[0]
    const table = toCsv(people, { ...heads, code: 'File number' }, () => null, { prefix: 'C' })
    expect([firstLine(table), firstLine(toCsv(people, heads, () => null))]).toEqual(['C-0001', 'Une Personne'])
    expect(table).toContain('File number')
  })

  test('C5 while the option is off nothing is written, and no code is given', async () => {
    at('nora')
    await add('Sans Numéro')
    const before = await db().journal.count()
    expect(await number()).toBe(1)
    expect(await db().journal.count()).toBe(before)
    expect(await codes()).toEqual({ 'Sans Numéro': '' })
  })

  test('C5 a device alone numbers at once, in the order people came, as many as there are', async () => {
    at('nora')
    await turnOn()
    for (let index = 0; index < 27; index += 1) await add(`P${String(index).padStart(2, '0')}`)
    expect(await number()).toBe(0)
    const given = await codes()
    expect([given['P00'], given['P26']]).toEqual(['C-0001', 'C-0027'])
    const journal = await db().journal.count()
    expect(await number()).toBe(0)
    expect(await db().journal.count()).toBe(journal)
    // An erased person's number is not given again.
    await add('Plus Tard')
    await number()
    expect((await codes())['Plus Tard']).toBe('C-0028')
  })

  test('C5 T001 two devices that number without network give no number twice', async () => {
    at('nora')
    await join('owner')
    await turnOn()
    await meet('nora')
    at('ravi')
    await join('recruiter')
    await meet('ravi')
    // Without network both claim the same block, and neither uses it.
    await add('Maximin Delorme')
    expect(await number()).toBe(1)
    at('nora')
    await add('Ludivine Kermarrec')
    expect(await number()).toBe(1)
    for (const name of ['nora', 'ravi', 'nora'] as const) await meet(name)
    at('nora')
    await number()
    at('ravi')
    await number()
    for (let turn = 0; turn < 5; turn += 1)
      for (const name of ['nora', 'ravi'] as const) {
        await meet(name)
        // After a pause the claim that was crossed is made anew.
        const kept = (await db().meta.get('memory.codes.candidate.lease'))?.value as { pauseUntil: number } | undefined
        if (kept) await remember('codes.candidate.lease', { ...kept, pauseUntil: 0 })
        await number()
      }
    for (const name of ['nora', 'ravi', 'nora'] as const) await meet(name)
    at('nora')
    const here = await codes()
    at('ravi')
    expect(await codes()).toEqual(here)
    expect(Object.keys(here).sort()).toEqual(['Ludivine Kermarrec', 'Maximin Delorme'])
    for (const code of Object.values(here)) expect(code).toMatch(/^C-\d{4}$/)
    expect(new Set(Object.values(here)).size).toBe(2)
    expect(await db().conflicts.count()).toBe(0)
  })

  test('C5 a device gives numbers to those it made; those of others wait a day for an owner, or for someone who asks', async () => {
    at('nora')
    await join('owner')
    await turnOn()
    await meet('nora')
    at('ravi')
    await join('fieldAgent')
    await add('Venue Du Terrain')
    // Who may not write settings claims nothing.
    expect(await number({ force: true })).toBe(0)
    await meet('ravi')
    await meet('nora')
    expect(await number()).toBe(0)
    expect(await codes()).toEqual({ 'Venue Du Terrain': '' })
    const tomorrow = Date.now() + 25 * 3600 * 1000
    expect(await number({ now: tomorrow })).toBe(1)
    await meet('nora')
    expect(await number({ now: tomorrow })).toBe(0)
    expect(await codes()).toEqual({ 'Venue Du Terrain': 'C-0001' })
  })

  test('C5 workspaces that met with the same numbers: who came later gets another, and keeps the old one as alias', async () => {
    at('nora')
    await turnOn()
    await add('Première Arrivée')
    await number()
    at('ravi')
    await turnOn()
    const later = await add('Arrivée Ensuite')
    await number()
    expect(await codes()).toEqual({ 'Arrivée Ensuite': 'C-0001' })
    for (const [name, role] of [['nora', 'owner'], ['ravi', 'recruiter']] as const) { at(name); await join(role) } // prettier-ignore
    for (const name of ['nora', 'ravi', 'nora', 'ravi'] as const) await meet(name)
    // Its maker settles it, with a block of this workspace.
    expect(await number()).toBe(1)
    await meet('ravi')
    expect(await number()).toBe(0)
    expect(await codes()).toEqual({ 'Première Arrivée': 'C-0001', 'Arrivée Ensuite': 'C-0021' })
    await meet('ravi')
    await meet('nora')
    expect(await number()).toBe(0)
    const read = await openRecord('candidate', later)
    expect(read.ok && codesInOrder(read.value.fields.codes)).toEqual(['C-0021', 'C-0001'])
  })

  test('C5 a merge keeps the older code, and the other as alias; taken back, each has its own', async () => {
    at('nora')
    await turnOn()
    const [a, b] = [await add('Une Personne'), await add('Une Personne')]
    await number()
    const [older, younger] = await openCandidates([a, b])
    const done = await mergeCandidates(younger!, older!, new Map())
    if (!done.ok) throw new Error(done.error.type)
    expect(await number()).toBe(0)
    const [left] = await listRecords('candidate')
    expect([left!.id, ...codesInOrder(left!.fields.codes)]).toEqual([b, 'C-0001', 'C-0002'])
    await takeBack(done.value.transaction)
    expect(await number()).toBe(0)
    const apart = await openCandidates([a, b])
    expect(apart.map(({ fields }) => codesInOrder(fields.codes))).toEqual([['C-0001'], ['C-0002']])
  })
})
