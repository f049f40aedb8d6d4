import { useEffect, useMemo, useRef, useState } from 'react'
import { create } from 'zustand'
import { isTierInstalled, tier } from '../../workers/matching/tier/client.ts'
import type { TierState } from '../../workers/matching/tier/protocol.ts'
import type { Candidate } from '../model/candidate.ts'
import type { Match, OfferProfile } from '../model/match.ts'
import { candidateToProfile } from '../model/profile.ts'
import { followCandidates } from './records.ts'
import { readAgain, readAgainMost } from './secondReading.ts'

/** Words of a career that the model reads: more would be cut by it, and cost as much again. */
const charactersMost = 1500
/** Candidates handed over at a time. */
const chunk = 200

const useTierStore = create<{ state: TierState | null; failed: boolean }>(() => ({ state: null, failed: false }))

let watching = false
let following = false

/** What the model reads of a candidate: what the person did and can do; no identity is among it. */
export function candidateWords(candidate: Candidate): string {
  return candidateToProfile('', candidate)
    .lines.map(({ text }) => text)
    .join('\n')
    .slice(0, charactersMost)
}

/** The same of an offer. */
export const offerWords = ({ title, requirements, text }: OfferProfile): string =>
  [title, ...requirements.map((requirement) => requirement.text), text].join('\n').slice(0, charactersMost)

/** Starts the worker of the optional model and follows what it says. */
export function watchTier(): void {
  if (watching) return
  watching = true
  tier
    .watch((state) => {
      useTierStore.setState({ state })
      if (state.state === 'active') follow()
      else following = false
    })
    .catch(() => useTierStore.setState({ failed: true }))
}

let stop: (() => void) | null = null

/** Gives the model every candidate, and each again when it changes. */
function follow(): void {
  if (following) return
  following = true
  stop?.()
  stop = followCandidates((changed, removed) => {
    const gone = [...removed, ...changed.flatMap(({ id, binnedAt }) => (binnedAt === undefined ? [] : [id]))]
    if (gone.length > 0) void tier.forget(gone)
    const texts = changed.flatMap(({ id, binnedAt, updatedAt, fields }) =>
      binnedAt === undefined ? [{ id, version: updatedAt, text: candidateWords(fields) }] : [],
    )
    for (let start = 0; start < texts.length; start += chunk) void tier.hold(texts.slice(start, start + chunk))
  })
}

/** Where the optional model stands; null until its worker has told. Starts it. */
export function useTier(): { state: TierState | null; failed: boolean } {
  useEffect(watchTier, [])
  return useTierStore()
}

/** Takes a model from files that were chosen or dropped. */
export function installModelFiles(files: readonly File[]): void {
  watchTier()
  void tier.installFiles(files.map((file) => ({ name: file.name, blob: file })))
}

/**
 * A ranking whose first ones were read again by the optional model, where one is in use; the very same ranking
 * otherwise. Scores do not change.
 */
export function useSecondReading(offer: OfferProfile, matches: readonly Match[]): readonly Match[] {
  const state = useTierStore((store) => store.state?.state)
  const [read, setRead] = useState<{ of: readonly Match[]; nearness: number[] } | null>(null)
  const words = offerWords(offer)
  const latest = useRef(matches)
  useEffect(() => {
    // Nothing is loaded where no model was ever installed.
    void isTierInstalled().then((installed) => installed && watchTier())
  }, [])
  useEffect(() => {
    latest.current = matches
    if (state !== 'active' || matches.length < 2) return
    const ids = matches.slice(0, readAgainMost).map(({ candidateId }) => candidateId)
    tier.nearness(words, ids).then(
      (nearness) => latest.current === matches && setRead(nearness && { of: matches, nearness }),
      // The worker stopped: the ranking stays as the engine gave it.
      () => setRead(null),
    )
  }, [state, matches, words])
  return useMemo(
    () => (state === 'active' && read && read.of === matches ? readAgain(matches, read.nearness) : matches),
    [state, read, matches],
  )
}

/** What a person can do with the optional model; the outcome is told by its state. */
export const tierVerbs = {
  download: () => void tier.download(),
  pause: () => void tier.pause(),
  remove: () => void tier.remove(),
  turn: (on: boolean) => void tier.turn(on),
}
