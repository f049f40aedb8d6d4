import { useMemo } from 'react'
import type { Result } from '../kit/result.ts'
import type { Stored } from '../model/record.ts'
import type { Dealings } from '../model/searchFacts.ts'
import { useMemory as useRemembered } from '../store/deviceMemory.ts'
import { remember } from '../store/memory.ts'
import { readOwnRole, reaches } from '../store/ownRole.ts'
import { collection, type Live, useCollection } from '../store/live.ts'
import { currentPerson, newId, undo, write, type WriteFailure, type Written } from '../store/write.ts'

export { newId, remember, undo, useRemembered }
export type { Live, WriteFailure }
type Done = Promise<Result<Written, WriteFailure>>

// ---- what search knows beyond the records it looks through

const nothing: Dealings = { stages: [], lastContactAt: 0 }

/** The stages and contacts of every candidate, kept by the journal. */
export interface DealingsBook {
  of: (candidateId: string) => Dealings
  /** Calls with the candidates whose dealings changed. Returns the way to stop. */
  follow: (listener: (candidateIds: string[]) => void) => () => void
}

/** Follows applications and exchanges, by candidate. */
export function openDealings(): DealingsBook {
  const stagesOf = new Map<string, Map<string, Dealings['stages'][number]>>()
  const contactsOf = new Map<string, Map<string, number>>()
  const ownerOf = new Map<string, string>()
  const listeners = new Set<(candidateIds: string[]) => void>()

  const take = <K extends 'application' | 'interaction', T>(
    kind: K,
    byCandidate: Map<string, Map<string, T>>,
    valueOf: (record: Stored<K>) => T,
  ) =>
    collection(kind).feed((changed, removed) => {
      const touched = new Set<string>()
      const drop = (id: string) => {
        const owner = ownerOf.get(id)
        if (owner === undefined) return
        ownerOf.delete(id)
        byCandidate.get(owner)?.delete(id)
        touched.add(owner)
      }
      for (const record of changed) {
        drop(record.id)
        const { candidateId } = record.fields
        if (record.binnedAt !== undefined || candidateId === '') continue
        ownerOf.set(record.id, candidateId)
        const own = byCandidate.get(candidateId) ?? new Map<string, T>()
        byCandidate.set(candidateId, own.set(record.id, valueOf(record)))
        touched.add(candidateId)
      }
      for (const id of removed) drop(id)
      if (touched.size > 0) for (const listener of listeners) listener([...touched])
    })
  take('application', stagesOf, ({ fields: { offerId, stage } }) => ({ offerId, stage }))
  take('interaction', contactsOf, ({ fields: { at } }) => at)

  return {
    of(candidateId) {
      const stages = stagesOf.get(candidateId)
      const contacts = contactsOf.get(candidateId)
      if (!stages && !contacts) return nothing
      return {
        stages: stages ? [...stages.values()] : [],
        lastContactAt: contacts ? Math.max(0, ...contacts.values()) : 0,
      }
    },
    follow(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Follows every offer: called with all of them first, then with what changed. */
export const followOffers = (listener: (changed: Stored<'offer'>[], removed: string[]) => void): (() => void) =>
  collection('offer').feed(listener)

// ---- saved searches

/** A search kept under a name. `query` is the search part of its address. */
export type SavedSearch = Stored<'savedView'>

/** The saved searches of this screen and the saved views of the candidates' list, live, in order of name. */
export function useSavedSearches(): Live<SavedSearch[]> {
  const live = useCollection('savedView')
  const all = live.state === 'ready' ? live.value : null
  const kept = useMemo(
    () =>
      all &&
      [...all.values()]
        .filter(({ binnedAt, fields }) => !binnedAt && fields.room === 'search')
        .sort((a, b) => a.fields.name.localeCompare(b.fields.name)),
    [all],
  )
  return kept ? { state: 'ready', value: kept } : (live as Live<SavedSearch[]>)
}

/** Whoever works here, as a part of a path. */
const personKey = (): string => currentPerson().replaceAll('/', '-') || '-'

/** Since when the person has not looked at a search, for what is new in it. */
export const seenAt = ({ fields, createdAt }: SavedSearch): number => fields.seen[personKey()] ?? createdAt

/** Keeps a search under a name, pinned to the home screen. */
export const saveSearch = (name: string, query: string): Done =>
  write(
    [
      {
        type: 'create',
        kind: 'savedView',
        id: newId(),
        fields: { name, room: 'search', query, pinned: true, seen: { [personKey()]: Date.now() } },
      },
    ],
    { action: 'view.saved' },
  )

/** Changes the name of a saved search, what it asks, or whether it stands on the home screen. */
export const changeSearch = (
  id: string,
  fields: Partial<{ name: string; query: string; pinned: boolean }>,
  action = 'view.changed',
): Done =>
  write(
    Object.entries(fields).map(([path, value]) => ({ type: 'set' as const, kind: 'savedView' as const, id, path, value })), // prettier-ignore
    { action },
  )

/** Under which name this device remembers when it looked at a search whose record it may not write. */
const lookedName = (id: string): string => `search.looked.${id}`

/** `seenAt`, live, with what only this device knows of: a reader looks too, and writes nothing. */
export function useSeenAt(search: SavedSearch): number {
  const here = useRemembered(lookedName(search.id))
  return Math.max(seenAt(search), typeof here === 'number' ? here : 0)
}

/** What was new in a search has been seen by whoever works here. */
export async function sawSearch(id: string): Promise<void> {
  const mark = { type: 'set', kind: 'savedView', id, path: `seen/${personKey()}`, value: Date.now() } as const
  if (reaches(await readOwnRole(), mark)) await write([mark], { action: 'view.seen' })
  else await remember(lookedName(id), mark.value)
}

/** Takes a saved search away. */
export const removeSearch = (id: string): Done =>
  write([{ type: 'bin', kind: 'savedView', id }], { action: 'view.removed' })

// ---- what is searched

const kept = <K extends 'candidate' | 'offer'>(live: Live<ReadonlyMap<string, Stored<K>>>) =>
  live.state === 'ready' ? live.value : null

/** Every candidate by id, binned ones among them, live; null while they are not known. */
export const useCandidateMap = (): ReadonlyMap<string, Stored<'candidate'>> | null => kept(useCollection('candidate'))
/** Every offer by id, binned ones among them, live; null while they are not known. */
export const useOfferMap = (): ReadonlyMap<string, Stored<'offer'>> | null => kept(useCollection('offer'))
