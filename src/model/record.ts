import type { Candidate } from './candidate.ts'
import type { Application } from './application.ts'
import type { CvDocument } from './document.ts'
import type { Erasure } from './erasure.ts'
import type { ImportItem } from './importItem.ts'
import type { Interaction } from './interaction.ts'
import type { LexiconEntry } from './lexiconEntry.ts'
import type { Offer } from './offer.ts'
import type { SavedView } from './savedView.ts'
import type { ScoreEvent } from './scoreEvent.ts'
import type { WorkspaceSetting } from './workspaceSetting.ts'

/** Every kind of record and the shape of its fields once opened (unsealed, repaired). */
export interface Kinds {
  candidate: Candidate
  document: CvDocument
  offer: Offer
  application: Application
  interaction: Interaction
  importItem: ImportItem
  savedView: SavedView
  scoreEvent: ScoreEvent
  lexiconEntry: LexiconEntry
  setting: WorkspaceSetting
  erasure: Erasure
}
export type Kind = keyof Kinds

/** A rectangle on a page image: fractions of the page's width and height, origin at its top left corner. */
export interface PageBox {
  /** From 1. */
  page: number
  x: number
  y: number
  width: number
  height: number
}

/** Where a value was read. */
export interface Source {
  documentId?: string
  boxes: PageBox[]
  /** The words as they stand in the document. */
  text: string
}

/** Who says so: the reader with a confidence in [0,1], or a person by name. Absent for values nobody vouched for. */
export interface Provenance {
  by: 'reader' | 'assumed' | 'person'
  /** The person's name when `by` is `person`. */
  person?: string
  /** In [0,1], only when `by` is `reader`. */
  confidence?: number
  source?: Source
  /** `data` when the file stated the value as data, beside its page. */
  from?: 'data'
  /** A machine-readable reason for doubt, worded by the catalogue, such as `ocr-letters-in-number`. */
  doubt?: string
}

/** Provenance by path: `headline`, `experiences/ID/title`. */
export type About = Record<string, Provenance>

/**
 * An opened record. `fields` hold scalars, plain objects, and maps of elements by id for nested lists, so that two
 * people editing different experiences never collide. `path` below is `field` or `field/elementId`.
 */
export interface Stored<K extends Kind = Kind> {
  id: string
  kind: K
  fields: Kinds[K]
  about: About
  createdAt: number
  updatedAt: number
  /** Set while the record is in the bin. */
  binnedAt?: number
  /** True for records of the demonstration, removable in one click. */
  demo?: boolean
  /** What the record is found by, hashed where secret; only on records of a list, whose sealed fields are closed. */
  keys?: readonly string[]
}

/** One change asked of the write door. `about` keys are relative paths below `path` ('' for the value itself). */
export type Change =
  | {
      [K in Kind]: { type: 'create'; kind: K; id: string; fields: Partial<Kinds[K]>; about?: About; demo?: boolean }
    }[Kind]
  | { type: 'set'; kind: Kind; id: string; path: string; value: unknown; about?: About }
  | { type: 'remove'; kind: Kind; id: string; path: string }
  | { type: 'bin'; kind: Kind; id: string }
  | { type: 'restore'; kind: Kind; id: string }
  /** Leaves the rows and the journal for good: demonstration, emptied bin, items of the import queue. */
  | { type: 'erase'; kind: Kind; id: string }
