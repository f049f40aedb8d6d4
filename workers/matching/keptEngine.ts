import type { OfferProfile } from '../../src/model/match.ts'
import type { OfferFacts } from '../../src/model/searchQuery.ts'
import type { EmbeddingModel } from './embedding/model.ts'
import { createEngine, engineVersion, type MatchingEngine } from './engine.ts'
import { openSavedIndex, type SavedFiles, type SavedIndex } from './index/savedIndex.ts'

/** Edits are written together, this long after the first of them. */
const writeAfterMs = 400
/** So many bytes waiting are written at once: an import must not fill the memory. */
const waitingMost = 4_000_000

/** What keeping needs from outside; tests bring their own. */
export interface KeepingParts {
  model: EmbeddingModel | null
  /** Names the program: an index made by another is begun anew. */
  program: string
  /** Resolves at once with whether this tab leads; `later` is called if it comes to lead afterwards. */
  lead: (later: () => void) => Promise<boolean>
  /** The files to write to, for the tab that leads. */
  openFiles: () => Promise<SavedFiles | null>
  /** What the leading tab has written, for the others. */
  copyFiles: () => Promise<SavedFiles | null>
}

/** An engine with its index in files. */
export interface KeptEngine {
  engine: () => MatchingEngine
  /** To be called after each change. */
  changed: () => void
  upsertOffers: (offers: readonly OfferProfile[], facts: readonly OfferFacts[]) => number
  removeOffers: (ids: readonly string[]) => number
}

/**
 * Opens the engine of a tab. One tab leads and writes; the others start from a copy of what it wrote and keep their own
 * index in memory, fed by the same journal. When the leading tab closes, one of them reopens the files and brings them
 * up to what it knows.
 */
export async function openKeptEngine({
  model,
  program,
  lead,
  openFiles,
  copyFiles,
}: KeepingParts): Promise<KeptEngine> {
  const stamp = `${engineVersion} ${model?.version ?? 'no model'} ${program}`
  const offers = new Map<string, { offer: OfferProfile; facts: OfferFacts }>()
  let writing: SavedIndex | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  const write = () => {
    clearTimeout(timer)
    timer = undefined
    try {
      writing?.flush()
    } catch {
      // No room on this device: the index goes on in memory and is filled again at the next start.
      writing = null
    }
  }
  const takeOver = async () => {
    const files = await openFiles()
    if (!files) return
    const index = openSavedIndex(files, model, stamp)
    const next = createEngine(model, index)
    const kept = next.held()
    const known = engine.held()
    next.remove([...kept.keys()].filter((id) => !known.has(id)))
    for (const [id, version] of known) {
      if (kept.get(id) === version) continue
      const given = engine.given(id)
      if (given) next.upsert([given.profile], given.facts ? [given.facts] : undefined, [version])
    }
    next.upsertOffers([...offers.values()].map(({ offer }) => offer), [...offers.values()].map(({ facts }) => facts)) // prettier-ignore
    engine = next
    writing = index
    write()
  }

  const leads = await lead(() => void takeOver())
  const files = await (leads ? openFiles() : copyFiles())
  const index = files && openSavedIndex(files, model, stamp)
  let engine = createEngine(model, index)
  if (leads) writing = index
  return {
    engine: () => engine,
    changed() {
      if (!writing) return
      if (writing.waitingBytes() > waitingMost) write()
      else timer ??= setTimeout(write, writeAfterMs)
    },
    upsertOffers(added, facts) {
      added.forEach((offer, at) => offers.set(offer.id, { offer, facts: facts[at]! }))
      return engine.upsertOffers(added, facts)
    },
    removeOffers(ids) {
      for (const id of ids) offers.delete(id)
      return engine.removeOffers(ids)
    },
  }
}

const lockName = 'vivier-matching-index'

/** Leads for as long as this tab lives, or from the moment the tab that leads has gone. */
export function leadByLock(later: () => void): Promise<boolean> {
  if (!('locks' in navigator)) return Promise.resolve(true)
  return new Promise((resolve) => {
    void navigator.locks.request(lockName, { ifAvailable: true }, (lock) => {
      resolve(lock !== null)
      if (lock) return untilTheTabCloses
      void navigator.locks.request(lockName, () => {
        later()
        return untilTheTabCloses
      })
      return undefined
    })
  })
}

const untilTheTabCloses = new Promise<never>(() => {})
