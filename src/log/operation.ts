import type { Stamp } from './clock.ts'

/** One change of one record as devices exchange it: values open, since the batch around it is sealed. */
export interface Operation {
  type: 'create' | 'set' | 'remove' | 'bin' | 'restore' | 'erase'
  kind: string
  id: string
  /** `field` or `field/element`; '' for operations on the whole record. */
  path: string
  /** For `set`: the value. For `create`: the fields. */
  value?: unknown
  /** Provenance by path, as in the record. */
  about?: Record<string, unknown>
  stamp: Stamp
  /** For `remove` of an element: the stamp of what was seen (SPEC 2.3). */
  observed?: Stamp
  /** Operations of one write follow each other under the same number, for history and undo. */
  transaction: string
  /** Wall clock of the author, milliseconds. Shown, never compared. */
  at: number
  /** The person's name. */
  by: string
  /** What the person did, worded by the catalogue. */
  action: string
}

/** What a replica had seen when it wrote: the latest stamp applied per author, and the latest dseq per device. */
export interface Vector {
  stamps: Record<string, Stamp>
  dseqs: Record<string, number>
}
