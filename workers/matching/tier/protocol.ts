import type { NamedBlob } from './modelPackage.ts'

/** What can stop the optional model. */
export type TierFailure =
  | 'NotAModel'
  | 'TooLarge'
  | 'Damaged'
  | 'Unreachable'
  | 'Checksum'
  | 'NoRoom'
  | 'NotRunning'
  | 'NotBetter'

/** What a person is told of the model: its name, its bytes, and the host of the hub it comes from, '' for none. */
export interface TierModel {
  name: string
  bytes: number
  hub: string
}

/** Where the optional model stands on this device, with what stopped the last attempt to change it. */
export type TierState = { failure?: TierFailure } & TierStanding
type TierStanding =
  | { state: 'absent'; offered: TierModel | null }
  | { state: 'downloading' | 'paused'; model: TierModel; done: number }
  | { state: 'checking'; model: TierModel }
  | { state: 'refused'; model: TierModel; own: number; embedded: number }
  | { state: 'active'; model: TierModel; own: number; embedded: number; held: number; total: number }
  | { state: 'off'; model: TierModel; own: number; embedded: number }

/** A candidate's words, with a version that is another when they are. */
export interface TierText {
  id: string
  version: number
  text: string
}

/** What the worker of the optional model offers through Comlink. It holds the model, not the candidates. */
export interface TierApi {
  /** Tells where it stands now and at each change, and brings back what was installed before. */
  watch: (listener: (state: TierState) => void) => Promise<void>
  /** Fetches the operator's model, or goes on where it stopped. */
  download: () => Promise<void>
  pause: () => Promise<void>
  /** Takes a model from a ZIP or from files; one in use stays until it is beaten. */
  installFiles: (files: NamedBlob[]) => Promise<void>
  remove: () => Promise<void>
  turn: (on: boolean) => Promise<void>
  /** Adds or replaces candidates; they are embedded in the background, some at a time. */
  hold: (texts: TierText[]) => Promise<void>
  forget: (ids: string[]) => Promise<void>
  /**
   * How near each candidate is to a text, in their order, those without words 0. Embeds before all others whoever is
   * missing; null when no model is in use.
   */
  nearness: (text: string, ids: string[]) => Promise<number[] | null>
}
