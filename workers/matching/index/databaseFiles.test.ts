import 'fake-indexeddb/auto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { manyOffers, manyProfiles } from '../../../tests/tools/manyProfiles.ts'
import { readModel } from '../cli/common.ts'
import { openKeptEngine } from '../keptEngine.ts'
import { copyDatabaseFiles, dropDatabaseFiles, openDatabaseFiles } from './databaseFiles.ts'
import type { SavedFiles } from './savedIndex.ts'

const model = readModel()
const people = [...manyProfiles(240)]
const [offer] = manyOffers(1)

afterEach(dropDatabaseFiles)

const start = (leads = true) =>
  openKeptEngine({
    model,
    program: 'one',
    lead: () => Promise.resolve(leads),
    openFiles: openDatabaseFiles,
    copyFiles: copyDatabaseFiles,
  })
/** Writing begins a moment after an edit. */
const patient = { timeout: 10_000 }
const bytesOf = (files: SavedFiles | null) => files?.records.read(0, files.records.size()) ?? new Uint8Array(0)
const holds = (bytes: Uint8Array, words: string) => Buffer.from(bytes).includes(Buffer.from(words))

describe('an index kept in a database', () => {
  it('is there at the next start and for other tabs: nobody is read again', async () => {
    const first = await start()
    expect(first.engine().held().size).toBe(0)
    first.engine().upsert(people.map(({ profile }) => profile), people.map(({ facts }) => facts)) // prettier-ignore
    first.changed()
    const ranked = first.engine().rank(offer!, '2026-06')
    await vi.waitFor(async () => expect((await start(false)).engine().held().size).toBe(240), patient)
    const next = await start()
    expect(next.engine().held()).toEqual(first.engine().held())
    expect(next.engine().rank(offer!, '2026-06')).toEqual(ranked)
  })

  it('keeps nothing of somebody who left', async () => {
    const first = await start()
    const [one, other] = [people[0]!, people[1]!]
    first.engine().upsert([one.profile, other.profile], [one.facts, other.facts])
    first.changed()
    const id = one.profile.id
    await vi.waitFor(async () => expect(holds(bytesOf(await copyDatabaseFiles()), id)).toBe(true), patient) // prettier-ignore
    first.engine().remove([id])
    first.changed()
    await vi.waitFor(async () => expect([...(await start(false)).engine().held().keys()]).toEqual([other.profile.id]), patient) // prettier-ignore
    const files = await copyDatabaseFiles()
    const line = one.profile.lines.find(({ text }) => text.length > 20)!.text
    expect(holds(files!.texts.read(0, files!.texts.size()), line)).toBe(false)
  })

  it('writes files longer than a page, cut and begun again, as they are held', async () => {
    const files = (await openDatabaseFiles())!
    const numbers = (length: number, from: number) => Uint8Array.from({ length }, (_, at) => (at * 7 + from) % 251)
    files.records.write(0, numbers(300_000, 1))
    files.records.write(299_990, numbers(200_000, 2))
    files.records.truncate(140_000)
    files.records.write(139_999, numbers(10, 3))
    const held = bytesOf(files)
    expect(held.length).toBe(140_009)
    await vi.waitFor(async () => expect(bytesOf(await copyDatabaseFiles())).toEqual(held))
    // While one writing is under way another begins.
    files.records.write(0, numbers(1000, 4))
    await Promise.resolve()
    files.records.truncate(10)
    files.records.write(10, numbers(5, 5))
    await vi.waitFor(async () => expect(bytesOf(await copyDatabaseFiles())).toEqual(bytesOf(files)))
  })
})
