import { describe, expect, it } from 'vitest'
import { checkModel, type EmbedTexts } from './checkModel.ts'
import { checkPairs } from './checkPairs.ts'
import { createTextVectors } from './textVectors.ts'

/** A model that knows which phrases are one, told by their pair's number. */
const knowing: EmbedTexts = (texts) =>
  Promise.resolve(
    texts.map((text) => {
      const vector = new Float32Array(checkPairs.length)
      vector[checkPairs.findIndex((pair) => pair.includes(text))] = 1
      return vector
    }),
  )
const ignorant: EmbedTexts = (texts) => Promise.resolve(texts.map(() => Float32Array.from([1, 0])))

describe('checkModel', () => {
  it('lets in only the model that clearly does better', async () => {
    expect(await checkModel(knowing, ignorant)).toMatchObject({ own: 1, wins: true })
    expect((await checkModel(knowing, knowing)).wins).toBe(false)
    expect((await checkModel(ignorant, knowing)).wins).toBe(false)
  })

  it('gives nothing for vectors that are no numbers', async () => {
    const broken: EmbedTexts = (texts) => Promise.resolve(texts.map(() => Float32Array.from([Number.NaN])))
    expect((await checkModel(broken, ignorant)).wins).toBe(false)
  })
})

describe('createTextVectors', () => {
  const calls: string[][] = []
  const embed: EmbedTexts = (texts) => {
    calls.push([...texts])
    return Promise.resolve(texts.map((text) => Float32Array.from(text === 'soudeur' ? [1, 0] : [0, 1])))
  }
  const people = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ id: `c${at}`, version: 1, text: at === 30 ? 'soudeur' : 'comptable' }))

  it('embeds in slices, those asked for first, and forgets the gone', async () => {
    calls.length = 0
    const vectors = createTextVectors(embed)
    vectors.hold(people(40))
    expect(await vectors.nearness('soudeur', ['c30', 'c1', 'nobody'])).toEqual([1, 0, 0])
    expect(vectors.progress()).toEqual({ held: 2, total: 40 })
    while (await vectors.step());
    expect(vectors.progress()).toEqual({ held: 40, total: 40 })
    expect(Math.max(...calls.map(({ length }) => length))).toBeLessThanOrEqual(8)
    vectors.forget(['c30'])
    expect(await vectors.nearness('soudeur', ['c30'])).toEqual([0])
  })

  it('goes on from what was kept, and embeds again only who changed', async () => {
    const before = createTextVectors(embed)
    before.hold(people(10))
    while (await before.step());
    const saved = before.save()
    calls.length = 0
    const after = createTextVectors(embed, saved)
    after.hold([...people(10).slice(1), { id: 'c0', version: 2, text: 'soudeur' }])
    while (await after.step());
    expect(calls).toEqual([['soudeur']])
    expect(await after.nearness('soudeur', ['c0', 'c1'])).toEqual([1, 0])
  })
})
