import type { OfferProfile } from '../../src/model/match.ts'
import type { OfferFacts } from '../../src/model/searchQuery.ts'
import type { EmbeddingModel } from './embedding/model.ts'
import { createEngine, engineVersion, type MatchingEngine } from './engine.ts'
import { ownLexiconVersion } from './lexicon/lexicon.ts'
import { openSavedIndex, type SavedFiles, type SavedIndex } from './index/savedIndex.ts'

/** Edits are written together, this long after the first of them. */
const writeAfterMs = 400
/** After so long without a change the index itself is written down, for the next start. */
const restMs = 1500
/** So many bytes waiting are written at once: an import must not fill the memory. */
const waitingMost = 4_000_000

/** Read anew between two pauses, so that a call waits some milliseconds at most. */
const switchedAtOnce = 20

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
  /** Forgets every candidate, to be given again; offers are read anew. For when the lexicon is another. */
  beginAnew: () => void
  /**
   * Reads everyone anew with another model, some at a time with a pause between, then answers with it from one call to
   * the next; until then the old one answers, so vectors of two models are never compared.
   */
  switchTo: (other: EmbeddingModel, pause: () => Promise<void>) => Promise<void>
}

/**
 * Opens the engine of a tab. One tab leads and writes; the others start from a copy of what it wrote and keep their own
 * index in memory, fed by the same journal. When the leading tab closes, one of them reopens the files and brings them
 * up to what it knows.
 */
export async function openKeptEngine({
  model: firstModel,
  program,
  lead,
  openFiles,
  copyFiles,
}: KeepingParts): Promise<KeptEngine> {
  let model = firstModel
  const stamp = () => `${engineVersion} ${model?.version ?? 'no model'} ${program} ${ownLexiconVersion()}`
  /** Raised when all that was read is void: a filling under way begins again. */
  let generation = 0
  const offers = new Map<string, { offer: OfferProfile; facts: OfferFacts }>()
  /** The files this tab writes to, when it leads. */
  let files: SavedFiles | null = null
  let writing: SavedIndex | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let rest: ReturnType<typeof setTimeout> | undefined

  const write = () => {
    clearTimeout(timer)
    timer = undefined
    attempt(() => writing?.flush())
  }
  const attempt = (toWrite: () => void) => {
    try {
      toWrite()
    } catch {
      // No room on this device: the index goes on in memory and is filled again at the next start.
      writing = null
    }
  }
  const takeOver = async () => {
    files = await openFiles()
    if (!files) return
    const index = openSavedIndex(files, model, stamp())
    const next = createEngine(model, index)
    for (const [id, version] of differing(next)) bring(next, id, version)
    answerWith(next)
    writing = index
    write()
  }
  /** Whom another engine does not hold as this one does, with this one's version; -1 for those who are gone. */
  const differing = (next: MatchingEngine): [string, number][] => {
    const kept = next.held()
    const known = engine.held()
    const gone = [...kept.keys()].filter((id) => !known.has(id))
    return [
      ...gone.map((id): [string, number] => [id, -1]),
      ...[...known].filter(([id, version]) => kept.get(id) !== version),
    ]
  }
  /** Gives another engine one candidate as this one holds them by now, or takes from it who is gone. */
  const bring = (next: MatchingEngine, id: string, version: number) => {
    const given = engine.given(id)
    if (given) next.upsert([given.profile], given.facts ? [given.facts] : undefined, [version])
    else next.remove([id])
  }
  const answerWith = (next: MatchingEngine) => {
    next.upsertOffers([...offers.values()].map(({ offer }) => offer), [...offers.values()].map(({ facts }) => facts)) // prettier-ignore
    engine = next
  }
  /** Fills another engine until it holds all that this one holds by then, edits made meanwhile among it. */
  const fill = async (next: MatchingEngine, pause: () => Promise<void>) => {
    for (let left = differing(next); left.length > 0; left = differing(next)) {
      for (let start = 0; start < left.length; start += switchedAtOnce) {
        for (const [id, version] of left.slice(start, start + switchedAtOnce)) bring(next, id, version)
        await pause()
      }
    }
  }

  const saveAtRest = () => {
    clearTimeout(rest)
    rest = setTimeout(() => {
      if (writing) attempt(engine.save)
    }, restMs)
  }

  const leads = await lead(() => void takeOver())
  const startFiles = await (leads ? openFiles() : copyFiles())
  const index = startFiles && openSavedIndex(startFiles, model, stamp())
  if (leads) files = startFiles
  let engine = createEngine(model, index)
  if (leads) writing = index
  if (leads) saveAtRest()
  return {
    engine: () => engine,
    changed() {
      if (!writing) return
      if (writing.waitingBytes() > waitingMost) write()
      else timer ??= setTimeout(write, writeAfterMs)
      saveAtRest()
    },
    upsertOffers(added, facts) {
      added.forEach((offer, at) => offers.set(offer.id, { offer, facts: facts[at]! }))
      return engine.upsertOffers(added, facts)
    },
    removeOffers(ids) {
      for (const id of ids) offers.delete(id)
      return engine.removeOffers(ids)
    },
    beginAnew() {
      generation += 1
      clearTimeout(timer)
      timer = undefined
      const index = files && openSavedIndex(files, model, stamp())
      answerWith(createEngine(model, index))
      writing = index
    },
    async switchTo(other, pause) {
      let inMemory: MatchingEngine
      let begun: number
      do {
        begun = generation
        inMemory = createEngine(other)
        await fill(inMemory, pause)
      } while (begun !== generation)
      model = other
      writing = null
      answerWith(inMemory)
      if (!files) return
      // The files begin anew under the new model's name and are filled from memory, which is given back at the end.
      const anew = openSavedIndex(files, model, stamp())
      const kept = createEngine(model, anew)
      await fill(kept, pause)
      // Begun anew meanwhile, the files are another engine's by now.
      if (begun !== generation) return
      answerWith(kept)
      writing = anew
      write()
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
