import { canonicalJson } from '../kit/canonicalJson.ts'
import { ok, type Result } from '../kit/result.ts'
import { isElementMap, msOfStamp } from '../log/apply.ts'
import {
  commentOf,
  moveOf,
  type OfferScope,
  type ShareChoice,
  type SharedRecord,
  shareOf,
  stageOf,
} from '../model/offerShare.ts'
import type { Change, Kind } from '../model/record.ts'
import type { MirroredRow } from '../store/mirrored.ts'
import { newId, type WriteFailure, type Written } from '../store/write.ts'

/*
 * An offer and its space, kept alike: what guests answered comes into the host's store, what the host may show
 * (model/offerShare.ts) goes into the space. Each pass compares what stands on both sides and keeps no cursor, so that
 * one broken off anywhere is simply done again.
 */

/** What the mirror remembers, in the space's database. */
export interface MirrorMemory {
  /** The stage of each application that both sides agreed on last: whoever differs from it has moved. */
  stages: Record<string, string>
  /** For who came back after leaving the offer: an erased id never lives again, so the space knows them by another. */
  aliases: Record<string, string>
  /** Something was taken back: until the relay's log is replaced, who comes in later could read it there. */
  isNarrowed: boolean
}

export const emptyMemory = (): MirrorMemory => ({ stages: {}, aliases: {}, isNarrowed: false })

/** The host's store. */
export interface HostSide {
  readScope(offerId: string): Promise<OfferScope>
  stampsOf(ids: readonly string[]): Promise<Record<string, Record<string, string>>>
  erasedAmong(ids: readonly string[]): Promise<string[]>
  write(changes: readonly Change[], context: { action: string; by: string }): Promise<Result<Written, WriteFailure>>
  /** The bytes of a file; null when they cannot be had now. */
  readFile(blobId: string): Promise<Uint8Array | null>
}

/** The offer's space. */
export interface SpaceSide {
  read(): Promise<{
    rows: MirroredRow[]
    erased: string[]
    people: Record<string, string>
    memory: MirrorMemory | null
  }>
  write(changes: readonly Change[], context: { action: string; by: string }): Promise<Result<Written, WriteFailure>>
  remember(memory: MirrorMemory): Promise<void>
  hasFile(blobId: string): Promise<boolean>
  keepFile(blobId: string, bytes: Uint8Array): Promise<Result<null, WriteFailure>>
  dropFiles(blobIds: readonly string[]): Promise<void>
  /** Sees to it that what was erased, and with `isNarrowed` what was taken back, is in nothing that the relay keeps. */
  purge(isNarrowed: boolean): Promise<void>
}

interface Mirrored {
  offerId: string
  /** Null: nothing is shared any more. */
  choice: ShareChoice | null
  /** Who shares, for the guests' history. */
  by: string
}

/** So many changes go in one write. */
const changesAtOnce = 200

/** One pass, both ways. Gives the ids that the offer consists of on the host's side. */
export async function mirrorOffer(
  { offerId, choice, by }: Mirrored,
  host: HostSide,
  space: SpaceSide,
): Promise<Result<Set<string>, WriteFailure>> {
  const there = await space.read()
  const memory = there.memory ?? emptyMemory()
  let scope = await host.readScope(offerId)
  const taken = await takeAnswers(scope, there, memory, host)
  if (!taken.ok) return taken
  if (taken.value > 0) scope = await host.readScope(offerId)
  const wanted = choice ? shareOf(scope, choice) : []
  if (giveNewNames(wanted, there.erased, memory)) await space.remember(memory)
  const shared = wanted.map((record) => rename(record, memory.aliases) as SharedRecord)
  const files = await bringFiles(shared, there.rows, host, space)
  if (!files.ok) return files
  const stamps = await host.stampsOf(scope.applications.map(({ id }) => id))
  const back = reversed(memory.aliases)
  const changes = changesTowards(
    shared.filter(({ id }) => !files.value.has(id)),
    there.rows,
    (id) => stamps[back[id] ?? id] ?? {},
  )
  if (!memory.isNarrowed && changes.some(({ type }) => type === 'remove')) {
    memory.isNarrowed = true
    await space.remember(memory)
  }
  for (let at = 0; at < changes.length; at += changesAtOnce) {
    const done = await space.write(changes.slice(at, at + changesAtOnce), { action: 'offer.shared', by })
    // Erased there meanwhile: the next pass sees it.
    if (!done.ok && done.error.type !== 'RecordMissing') return done
  }
  const erased = new Set(changes.filter(({ type }) => type === 'erase').map(({ id }) => id))
  const gone = there.rows.filter(({ id, kind }) => erased.has(id) && kind === 'document')
  await space.dropFiles(gone.flatMap(({ fields }) => [fields['blobId'], fields['readingBlobId']]).filter(isText))
  await space.purge(memory.isNarrowed)
  const stages = Object.fromEntries(scope.applications.map(({ id, fields }) => [id, fields.stage as string]))
  if (memory.isNarrowed || canonicalJson(stages) !== canonicalJson(memory.stages))
    await space.remember({ ...memory, stages, isNarrowed: false })
  return ok(new Set(wanted.map(({ id }) => id)))
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''

// ---- from the guests

/** Writes what guests said and moved into the host's store, as theirs. Gives how many changes. */
async function takeAnswers(
  { offer, applications, interactions }: OfferScope,
  { rows, people }: { rows: MirroredRow[]; people: Record<string, string> },
  { stages, aliases }: MirrorMemory,
  host: HostSide,
): Promise<Result<number, WriteFailure>> {
  const back = reversed(aliases)
  const answers = rows
    .filter(({ kind, madeBy, writtenBy }) =>
      kind === 'interaction' ? madeBy !== undefined : Object.keys(writtenBy).length > 0,
    )
    .map((row) => ({ row, id: back[row.id] ?? row.id, fields: rename(row.fields, back) as Record<string, unknown> }))
  if (answers.length === 0) return ok(0)
  const known = new Set([...applications, ...interactions].map(({ id }) => id))
  const ids = answers.map(({ id }) => id)
  const [erased, stamps] = await Promise.all([host.erasedAmong(ids), host.stampsOf(ids)])
  const candidates = new Set(applications.map(({ fields }) => fields.candidateId))
  let count = 0
  for (const { row, id, fields } of answers) {
    if (erased.includes(id)) continue
    const changes: Change[] = []
    let by = ''
    if (row.kind === 'interaction') {
      by = people[row.madeBy!] ?? ''
      const comment = stamps[id] === undefined && !known.has(id) ? commentOf(fields, offer?.id ?? '', by) : null
      if (comment && candidates.has(comment.candidateId))
        changes.push({ type: 'create', kind: 'interaction', id, fields: comment })
    } else if (row.kind === 'application') {
      const application = applications.find((each) => each.id === id)
      const here = stamps[id]
      if (!application || !here) continue
      const moves = isElementMap(fields['moves']) ? fields['moves'] : {}
      for (const [element, value] of Object.entries(moves)) {
        const path = `moves/${element}`
        const device = row.writtenBy[path]
        // What has a stamp here came before, or was taken back since.
        if (device === undefined || here[path] !== undefined) continue
        by = people[device] ?? ''
        const move = moveOf(value, by)
        if (move) changes.push({ type: 'set', kind: 'application', id, path, value: move })
      }
      const device = row.writtenBy['stage']
      const [stage, agreed] = [stageOf(fields['stage']), stages[id]]
      const hasMoved = device !== undefined && stage !== null && stage !== application.fields.stage && stage !== agreed
      const isAlone = agreed === undefined || agreed === application.fields.stage
      if (hasMoved && (isAlone || msOfStamp(row.stamps['stage']!) > msOfStamp(here['stage'] ?? '0'))) {
        by = people[device] ?? ''
        changes.push({ type: 'set', kind: 'application', id, path: 'stage', value: stage })
      }
    }
    if (changes.length === 0) continue
    const done = await host.write(changes, {
      action: row.kind === 'interaction' ? 'note.added' : 'application.moved',
      by,
    })
    if (done.ok) count += changes.length
    // Erased meanwhile, or beyond this device's role: neither keeps the rest from coming in.
    else if (done.error.type !== 'RecordMissing' && done.error.type !== 'NotAllowed') return done
  }
  return ok(count)
}

// ---- towards the guests

/** Whoever left the offer and comes back needs another name there. True when one was given. */
function giveNewNames(wanted: readonly SharedRecord[], erased: readonly string[], memory: MirrorMemory): boolean {
  const gone = new Set(erased)
  const returning = wanted.filter(({ id, binned }) => !binned && gone.has(memory.aliases[id] ?? id))
  for (const { id } of returning) memory.aliases[id] = newId()
  return returning.length > 0
}

/** Brings the files of documents that the space has not yet. Gives the documents that have to wait for theirs. */
async function bringFiles(
  shared: readonly SharedRecord[],
  rows: readonly MirroredRow[],
  host: HostSide,
  space: SpaceSide,
): Promise<Result<Set<string>, WriteFailure>> {
  const known = new Set(rows.map(({ id }) => id))
  const waiting = new Set<string>()
  for (const { id, kind, fields, binned } of shared) {
    if (kind !== 'document' || binned || known.has(id)) continue
    for (const blobId of [fields['blobId'], fields['readingBlobId']].filter(isText)) {
      if (await space.hasFile(blobId)) continue
      const bytes = await host.readFile(blobId)
      if (!bytes) {
        waiting.add(id)
        continue
      }
      const kept = await space.keepFile(blobId, bytes)
      if (!kept.ok) return kept
    }
  }
  return ok(waiting)
}

/** What makes the space's records those that are shared; what is not shared any more is erased. */
function changesTowards(
  shared: readonly SharedRecord[],
  rows: readonly MirroredRow[],
  stampsAtHost: (id: string) => Record<string, string>,
): Change[] {
  const here = new Map(rows.map((row) => [row.id, row]))
  const wanted = new Set(shared.map(({ id }) => id))
  const changes: Change[] = []
  for (const record of shared) {
    const row = here.get(record.id)
    const { kind, id, binned } = record
    if (!row) {
      if (!binned) changes.push({ type: 'create', kind, id, fields: filled(record.fields) } as Change)
      continue
    }
    if (binned) {
      if (!row.binned) changes.push({ type: 'bin', kind, id })
      continue
    }
    if (row.binned) changes.push({ type: 'restore', kind, id })
    // A comment stays in its author's words.
    if (kind === 'interaction' && row.madeBy !== undefined) continue
    changes.push(...fieldChanges(record, row, stampsAtHost(id)))
  }
  // Those that hang on others first: nobody sees an application of no one.
  const order: Kind[] = ['interaction', 'application', 'document', 'candidate', 'offer']
  for (const { kind, id } of rows.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind)))
    if (!wanted.has(id)) changes.push({ type: 'erase', kind, id })
  return changes
}

function fieldChanges({ kind, id, fields }: SharedRecord, row: MirroredRow, atHost: Record<string, string>): Change[] {
  const changes: Change[] = []
  const [want, have] = [filled(fields), filled(row.fields)]
  const put = (path: string, value: unknown, present: unknown) => {
    if (canonicalJson(value ?? null) === canonicalJson(present ?? null)) return
    if (value === undefined) changes.push({ type: 'remove', kind, id, path })
    else changes.push({ type: 'set', kind, id, path, value })
  }
  for (const name of new Set([...Object.keys(want), ...Object.keys(have)])) {
    const [value, present] = [want[name], have[name]]
    if (!isElementMap(value) && !isElementMap(present)) {
      if (value !== undefined || row.writtenBy[name] === undefined) put(name, value, present)
      continue
    }
    const [wantedOnes, presentOnes] = [asMap(value), asMap(present)]
    for (const element of new Set([...Object.keys(wantedOnes), ...Object.keys(presentOnes)])) {
      const path = `${name}/${element}`
      // A guest's own words stay as they are until the host takes them back.
      const isGuests = row.writtenBy[path] !== undefined
      if (isGuests && (element in wantedOnes || atHost[path] === undefined)) continue
      put(path, wantedOnes[element], presentOnes[element])
    }
  }
  return changes
}

const asMap = (value: unknown): Record<string, unknown> => (isElementMap(value) ? value : {})

/** Without what says nothing. */
const filled = (fields: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => !isEmpty(value)))

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (typeof value === 'object' && Object.keys(value).length === 0)

const reversed = (names: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(names).map(([a, b]) => [b, a]))

/** The same with every id, wherever it stands, under its other name. */
function rename(value: unknown, names: Readonly<Record<string, string>>): unknown {
  if (Object.keys(names).length === 0) return value
  if (typeof value === 'string') return names[value] ?? value
  if (Array.isArray(value)) return value.map((each) => rename(each, names))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, rename(each, names)]))
}
