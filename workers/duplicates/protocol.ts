import type { Likeness, PersonTraits } from '../../src/model/duplicates.ts'

/** Somebody already there who may be the person asked about. */
export interface Lookalike extends Likeness {
  candidateId: string
}

/** Two records of the base that may be one person; `a` came first (ids are in order of time). */
export interface DuplicatePair extends Likeness {
  a: string
  b: string
}

/** Every pair of the base that is worth a look, most alike first. */
export interface DuplicatePairs {
  /** To be asked about: the same file, surely and probably one person. */
  likely: DuplicatePair[]
  /** Namesakes and other maybes. */
  possible: DuplicatePair[]
  /** How many there are of each, listed or not. */
  likelyCount: number
  possibleCount: number
  /** Records looked at so far and all of them; equal once the list is whole. */
  seen: number
  total: number
}

/** What the worker offers through Comlink. It holds the traits it was given; no database, no clear e-mail or phone. */
export interface DuplicatesApi {
  /** Adds or replaces people; resolves with how many it now holds. */
  upsert: (people: PersonTraits[]) => Promise<number>
  remove: (ids: string[]) => Promise<number>
  /** All pairs that someone said are two people. */
  setApart: (pairs: [string, string][]) => Promise<void>
  /**
   * People held who look like this one, most alike first. With `keep` the person is held from now on as well, in the
   * same step: two CVs of one person read at the same time see each other.
   */
  find: (person: PersonTraits, options: { keep?: boolean; limit?: number }) => Promise<Lookalike[]>
  /** Two people held; null when one is not. */
  compare: (a: string, b: string) => Promise<Likeness | null>
  /** Pairs over the whole base, as far as they are known: the base is gone through in slices between other calls. */
  pairs: (limit?: number) => Promise<DuplicatePairs>
}
