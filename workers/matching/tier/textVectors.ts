import { cosine, type EmbedTexts } from './checkModel.ts'
import type { TierText } from './protocol.ts'

/** Embedded between two looks at whether something more urgent was asked. */
const slice = 8

interface Kept {
  version: number
  vector: Float32Array
}

/** What was embedded before, to go on from. */
export interface SavedVectors {
  ids: readonly string[]
  versions: readonly number[]
  numbers: Float32Array
}

/**
 * The vectors of candidates in the space of one model, and of no other: another model begins with another of these.
 * Texts wait until they are embedded, in slices.
 */
export function createTextVectors(embed: EmbedTexts, saved: SavedVectors | null = null) {
  const texts = new Map<string, TierText>()
  const vectors = new Map<string, Kept>()
  const waiting = new Set<string>()
  const dimensions = saved && saved.ids.length > 0 ? saved.numbers.length / saved.ids.length : 0
  saved?.ids.forEach((id, at) =>
    vectors.set(id, {
      version: saved.versions[at]!,
      vector: saved.numbers.slice(at * dimensions, (at + 1) * dimensions),
    }),
  )
  const embedThese = async (ids: readonly string[]) => {
    const chosen = ids.flatMap((id) => texts.get(id) ?? [])
    const made = await embed(chosen.map(({ text }) => text))
    chosen.forEach(({ id, version }, at) => {
      // Edited or gone while it was embedded: the newer words wait already, or nobody asks any more.
      if (texts.get(id)?.version !== version) return
      vectors.set(id, { version, vector: made[at]! })
      waiting.delete(id)
    })
  }
  return {
    hold(added: readonly TierText[]) {
      for (const each of added) {
        texts.set(each.id, each)
        if (vectors.get(each.id)?.version === each.version) waiting.delete(each.id)
        else waiting.add(each.id)
      }
    },
    forget(ids: readonly string[]) {
      for (const id of ids) {
        texts.delete(id)
        vectors.delete(id)
        waiting.delete(id)
      }
    },
    /** Those embedded as they are now, and all. */
    progress: () => ({ held: texts.size - waiting.size, total: texts.size }),
    /** Embeds a slice of those who wait; false when nobody does. */
    async step(): Promise<boolean> {
      if (waiting.size === 0) return false
      await embedThese([...waiting].slice(0, slice))
      return true
    },
    /** How near each is to a text; embeds first whoever of them is missing. Those it has no words of get 0. */
    async nearness(text: string, ids: readonly string[]): Promise<number[]> {
      const missing = ids.filter((id) => waiting.has(id))
      for (let start = 0; start < missing.length; start += slice) await embedThese(missing.slice(start, start + slice))
      const [query] = await embed([text])
      return ids.map((id) => {
        const kept = vectors.get(id)
        return kept && texts.has(id) ? cosine(query!, kept.vector) : 0
      })
    },
    /** What is to be kept for the next start. */
    save(): SavedVectors {
      const done = [...vectors].filter(([id]) => texts.has(id))
      const width = done[0]?.[1].vector.length ?? 0
      const numbers = new Float32Array(done.length * width)
      done.forEach(([, { vector }], at) => numbers.set(vector, at * width))
      return { ids: done.map(([id]) => id), versions: done.map(([, { version }]) => version), numbers }
    },
  }
}
