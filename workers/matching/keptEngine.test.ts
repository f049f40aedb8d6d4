import { describe, expect, it } from 'vitest'
import { manyOffers, manyProfiles } from '../../tests/tools/manyProfiles.ts'
import { emptyOwnLexicon } from '../../src/model/ownLexicon.ts'
import type { SearchOptions } from '../../src/model/searchQuery.ts'
import { readModel } from './cli/common.ts'
import { FEATURE_VERSION, foldWord, hashWord } from './embedding/hashing.ts'
import { loadEmbeddingModel } from './embedding/model.ts'
import { packModel } from './embedding/modelFormat.ts'
import { createEngine, type MatchingEngine } from './engine.ts'
import { memoryFile } from './index/memoryFile.ts'
import type { SavedFile, SavedFiles } from './index/savedIndex.ts'
import { adoptOwnLexicon } from './lexicon/lexicon.ts'
import { openKeptEngine } from './keptEngine.ts'

const model = readModel()
const people = [...manyProfiles(280)]
const [offer] = manyOffers(1)
const asOf = '2026-06'

const emptyFiles = (): SavedFiles => ({
  words: memoryFile(),
  records: memoryFile(),
  texts: memoryFile(),
  snapshot: memoryFile(),
})
const copyOf = (file: SavedFile) => memoryFile(file.read(0, file.size()))
const copy = ({ words, records, texts, snapshot }: SavedFiles): SavedFiles => ({
  words: copyOf(words),
  records: copyOf(records),
  texts: copyOf(texts),
  snapshot: copyOf(snapshot),
})
/** A tab on these files. Its writes are made at once. */
async function tab(files: SavedFiles | null, { leads = true, program = 'one' } = {}) {
  let comeToLead = () => {}
  const kept = await openKeptEngine({
    model,
    program,
    lead: (later) => {
      comeToLead = later
      return Promise.resolve(leads)
    },
    openFiles: () => Promise.resolve(files),
    copyFiles: () => Promise.resolve(files && copy(files)),
  })
  const written = () => new Promise((resolve) => setTimeout(resolve, 500))
  const give = (from: number, to: number) => {
    const given = people.slice(from, to)
    kept.engine().upsert(
      given.map(({ profile }) => profile),
      given.map(({ facts }) => facts),
    )
    kept.changed()
  }
  return { kept, give, written, comeToLead: () => comeToLead() }
}

const options: SearchOptions = { limit: 50, offset: 0, sort: 'relevance', explainTerms: true, today: '2026-06-15' }
const query = { type: 'and' as const, of: [{ type: 'word' as const, text: 'anglais' }, { type: 'word' as const, text: 'equipe' }] } // prettier-ignore
/** What a person would see of an engine. */
const seen = (engine: MatchingEngine) => ({
  ranking: engine.rank(offer!, asOf),
  found: { ...engine.searchCandidates(query, options), ms: 0 },
  explained: engine.explain(offer!, engine.rank(offer!, asOf)[0]!.candidateId, asOf),
})
const fresh = (from: number, to: number): MatchingEngine => {
  const engine = createEngine(model)
  engine.upsert(people.slice(from, to).map(({ profile }) => profile), people.slice(from, to).map(({ facts }) => facts)) // prettier-ignore
  return engine
}

describe('an index kept in files', () => {
  it('begins anew with another lexicon, and finds again what was read with it', async () => {
    const files = emptyFiles()
    const { kept, give, written } = await tab(files)
    give(0, 40)
    try {
      adoptOwnLexicon({ ...emptyOwnLexicon, version: 'one' })
      kept.beginAnew()
      expect(kept.engine().size()).toBe(0)
      expect(kept.engine().name).toMatch(/own lexicon one$/)
      give(0, 30)
      await written()
      expect((await tab(files)).kept.engine().size()).toBe(30)
    } finally {
      adoptOwnLexicon(emptyOwnLexicon)
    }
    // What was read with another lexicon is not used.
    expect((await tab(files)).kept.engine().size()).toBe(0)
  })

  it('answers after a restart as it did before, edits and removals included', async () => {
    const files = emptyFiles()
    const first = await tab(files)
    first.give(0, 100)
    await first.written()
    first.kept.engine().remove(people.slice(0, 10).map(({ profile }) => profile.id))
    first.give(90, 120)
    await first.written()
    const again = await tab(files)
    expect(again.kept.engine().held().size).toBe(110)
    expect(seen(again.kept.engine())).toEqual(seen(fresh(10, 120)))
  })

  it('keeps nothing to read of who was removed or what a CV no longer says', async () => {
    const files = emptyFiles()
    const { kept, give, written } = await tab(files)
    give(0, 20)
    await written()
    const { profile } = people[3]!
    const told = profile.lines[1]!.text
    const bytes = () => new TextDecoder().decode(files.texts.read(0, files.texts.size()))
    expect(bytes()).toContain(told)
    kept.engine().remove([profile.id])
    expect(bytes()).not.toContain(told)
  })

  it('is begun anew when a file is damaged, cut, missing or of another program, and never answers wrongly', async () => {
    const files = emptyFiles()
    const first = await tab(files)
    first.give(0, 60)
    await first.written()
    const damage: [string, (files: SavedFiles) => void][] = [
      ['a byte of a record', ({ records }) => records.write(records.size() >> 1, new Uint8Array([255, 255, 255]))],
      ['the end of the records', ({ records }) => records.truncate(records.size() - 5)],
      ['a byte of the words', ({ words }) => words.write(words.size() >> 1, new Uint8Array([1, 2, 3, 4]))],
      ['the words', ({ words }) => words.truncate(0)],
      ['the texts', ({ texts }) => texts.truncate(10)],
      ['everything', ({ words, records, texts }) => [words, records, texts].forEach((file) => file.truncate(0))],
    ]
    for (const [, spoil] of damage) {
      const spoilt = copy(files)
      spoil(spoilt)
      const again = await tab(spoilt)
      expect(again.kept.engine().held().size).toBe(0)
      again.give(0, 60)
      expect(seen(again.kept.engine())).toEqual(seen(fresh(0, 60)))
    }
    expect((await tab(copy(files), { program: 'another' })).kept.engine().held().size).toBe(0)
  }, 60_000)

  it('serves a second tab, which takes over with what it knows when the first closes', async () => {
    const files = emptyFiles()
    const first = await tab(files)
    first.give(0, 50)
    await first.written()
    const second = await tab(files, { leads: false })
    expect(second.kept.engine().held().size).toBe(50)
    second.give(50, 70)
    second.kept.engine().remove(people.slice(0, 5).map(({ profile }) => profile.id))
    second.comeToLead()
    await second.written()
    expect(seen(second.kept.engine())).toEqual(seen(fresh(5, 70)))
    const third = await tab(files)
    expect(seen(third.kept.engine())).toEqual(seen(fresh(5, 70)))
  })

  it('starts from the index itself once that was written at rest, with what came and went since', async () => {
    const files = emptyFiles()
    const first = await tab(files)
    first.give(0, 260)
    await first.written()
    first.kept.engine().save()
    const saved = files.snapshot.size()
    expect(saved).toBeGreaterThan(0)
    expect(seen((await tab(copy(files))).kept.engine())).toEqual(seen(fresh(0, 260)))
    // Edited: the earlier versions are struck out of what was saved, the later ones come after it.
    first.kept.engine().upsert(people.slice(40, 60).map(({ profile }) => ({ ...profile, lines: profile.lines.slice(4) })), people.slice(40, 60).map(({ facts }) => facts)) // prettier-ignore
    first.give(260, 280)
    first.give(50, 60)
    await first.written()
    expect(files.snapshot.size()).toBe(saved)
    const expected = fresh(0, 280)
    expected.upsert(people.slice(40, 50).map(({ profile }) => ({ ...profile, lines: profile.lines.slice(4) })), people.slice(40, 50).map(({ facts }) => facts)) // prettier-ignore
    expect(seen((await tab(copy(files))).kept.engine())).toEqual(seen(expected))
    // A damaged or older one is passed over.
    const spoilt = copy(files)
    spoilt.snapshot.write(saved >> 1, new Uint8Array([7, 7, 7]))
    expect(seen((await tab(spoilt)).kept.engine())).toEqual(seen(expected))
    // Who is removed must not stay in it.
    first.kept.engine().remove([people[0]!.profile.id])
    expect(files.snapshot.size()).toBe(0)
  }, 60_000)

  it('works without files', async () => {
    const { kept, give } = await tab(null)
    give(0, 30)
    expect(kept.engine().rankFirst(offer!, asOf, 5)).toEqual(fresh(0, 30).rank(offer!, asOf).slice(0, 5))
  })
})

describe('switchTo', () => {
  const hashes = Uint32Array.from(['comptable', 'soudeur', 'client'].map((word) => hashWord(foldWord(word)))).sort()
  const other = loadEmbeddingModel(
    packModel(hashes, new Float32Array(48).fill(1), 16, 2, FEATURE_VERSION, { middle: 0.5, slope: 8 }).buffer,
  )
  const afresh = (from: number, to: number): MatchingEngine => {
    const engine = createEngine(other)
    engine.upsert(people.slice(from, to).map(({ profile }) => profile), people.slice(from, to).map(({ facts }) => facts)) // prettier-ignore
    return engine
  }

  it('answers with the old model until all is read anew, then with the new one alone, in files too', async () => {
    const files = emptyFiles()
    const { kept, give, written } = await tab(files)
    give(0, 60)
    await written()
    const before = seen(kept.engine())
    let pauses = 0
    await kept.switchTo(other, async () => {
      pauses += 1
      if (pauses > 1) return
      expect(kept.engine().name).toContain(model!.version)
      expect(seen(kept.engine())).toEqual(before)
      // Added and removed while the others are read.
      give(60, 80)
      kept.engine().remove(people.slice(0, 10).map(({ profile }) => profile.id))
    })
    expect(pauses).toBeGreaterThan(3)
    expect(kept.engine().name).toContain(other.version)
    expect(seen(kept.engine())).toEqual(seen(afresh(10, 80)))

    give(80, 90)
    await written()
    const again = await openKeptEngine({
      model: other,
      program: 'one',
      lead: () => Promise.resolve(true),
      openFiles: () => Promise.resolve(files),
      copyFiles: () => Promise.resolve(null),
    })
    expect(again.engine().held().size).toBe(80)
    expect(seen(again.engine())).toEqual(seen(afresh(10, 90)))
  })

  it('works without files', async () => {
    const { kept, give } = await tab(null)
    give(0, 30)
    await kept.switchTo(other, () => Promise.resolve())
    expect(seen(kept.engine())).toEqual(seen(afresh(0, 30)))
  })
})
