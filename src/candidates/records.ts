import { ok, type Result } from '../kit/result.ts'
import { useOfferShares } from '../devices/records.ts'
import type { Candidate } from '../model/candidate.ts'
import { bearsCode, type CodeOption, codeSettingName, readCodeOption, readTypedCode } from '../model/codes.ts'
import type { Interaction } from '../model/interaction.ts'
import type { About, Change, Kind, Provenance, Stored } from '../model/record.ts'
import { contentKeyOf, putBlob, removeBlob } from '../store/blobs.ts'
import { madeHere, readNumbering, takeNumbers, writeCodes } from '../store/codeBlocks.ts'
import { useMemory } from '../store/deviceMemory.ts'
import { collection, type Live, useByKey, useCollection, useHistory, useRecord } from '../store/live.ts'
import { followMemory, remember } from '../store/memory.ts'
import {
  findBinnedBefore,
  findByKeys,
  findByLookup,
  listRecords,
  openAsOf,
  openByKey,
  openRecord,
  type OpenedEntry,
  openRecords,
  openTransaction,
  readRecords,
} from '../store/read.ts'
import { bulkFrom, noteSecurity } from '../store/securityLog.ts'
import type { JournalEntry } from '../store/tables.ts'
import { useOwnRole } from '../store/ownRole.ts'
import { guardChanges } from '../store/erasureGuard.ts'
import { currentPerson, keysOf, newId, undo, write, type WriteFailure, type Written } from '../store/write.ts'

export { madeHere, newId, readNumbering, writeCodes, type WriteFailure, type Written }
/** A candidate as kept. */
export type StoredCandidate = Stored<'candidate'>
/** One thing that happened to a record. */
export type HistoryEntry = JournalEntry
type Done = Promise<Result<Written, WriteFailure>>

/** How long what is binned can be restored. */
export const binDays = 90

// ---- reading

const split = new WeakMap<object, { kept: StoredCandidate[]; binned: StoredCandidate[] }>()

function splitByBin(all: ReadonlyMap<string, StoredCandidate>): { kept: StoredCandidate[]; binned: StoredCandidate[] } {
  let found = split.get(all)
  if (!found) {
    found = { kept: [], binned: [] }
    for (const record of all.values()) {
      if (!record.binnedAt) found.kept.push(record)
      else if (record.fields.mergedInto === '') found.binned.push(record)
    }
    split.set(all, found)
  }
  return found
}

const part = (live: Live<ReadonlyMap<string, StoredCandidate>>, side: 'kept' | 'binned'): Live<StoredCandidate[]> =>
  live.state === 'ready' ? { state: 'ready', value: splitByBin(live.value)[side] } : live

/** All candidates that are not in the bin, live; sealed fields closed. The same array until one changes. */
export const useCandidates = (): Live<StoredCandidate[]> => part(useCollection('candidate'), 'kept')
/** True on a new device while the long texts of records are still on their way to it. */
export const useAreTextsComing = (): boolean => (useMemory('sync.filling') ?? null) !== null
/** Candidates in the bin, live; sealed fields closed. Those merged into another are not thrown away, and not among them. */
export const useBinnedCandidates = (): Live<StoredCandidate[]> => part(useCollection('candidate'), 'binned')
/** One candidate, opened, live; null when there is none. */
export const useCandidate = (id: string): Live<StoredCandidate | null> => useRecord('candidate', id)
/** The offers of this device in which guests see a candidate, live, by id, with their titles. */
export function useOffersWithGuests(candidateId: string): ReadonlyMap<string, string> {
  const applications = useByKey('application', `candidate:${candidateId}`)
  const offers = useCollection('offer')
  const shares = useOfferShares()
  if (applications.state !== 'ready' || offers.state !== 'ready' || shares.state !== 'ready') return new Map()
  const shared = new Set(shares.value.flatMap(({ offerId, state }) => (state === 'on' ? [offerId] : [])))
  return new Map(
    applications.value
      .map(({ fields }) => fields.offerId)
      .filter((id) => shared.has(id))
      .map((id) => [id, offers.value.get(id)?.fields.title ?? '']),
  )
}
/** Notes, calls and meetings of a candidate, live, latest first. */
export function useExchanges(candidateId: string): Live<Stored<'interaction'>[]> {
  const live = useByKey('interaction', `candidate:${candidateId}`)
  if (live.state !== 'ready') return live
  const shown = live.value.filter(({ binnedAt }) => !binnedAt)
  return { state: 'ready', value: shown.sort((a, b) => b.fields.at - a.fields.at) }
}
/** The import that brought a candidate, whose review is still open to them; null when none did. */
export function useImportOf(candidateId: string): string | null {
  const live = useByKey('importItem', `candidate:${candidateId}`)
  return (live.state === 'ready' && live.value.at(-1)?.id) || null
}
/** What happened to a candidate, latest first, live. */
export const useCandidateHistory = (id: string): Live<HistoryEntry[]> => useHistory(id)
/** A candidate as it stood at a moment, opened; null when it was not there. */
export const openCandidateAsOf = (id: string, moment: number): Promise<StoredCandidate | null> =>
  openAsOf('candidate', id, moment)

/** Candidates, opened, in the order asked; missing ones are left out. */
export const openCandidates = (ids: readonly string[]): Promise<StoredCandidate[]> => openRecords('candidate', ids)
/** Ids of candidates, binned ones among them, with this e-mail. */
export const findCandidatesByEmail = (email: string): Promise<string[]> => findByLookup('candidate', 'email', email)
/** Ids of candidates, binned ones among them, with this phone, however it is written. */
export const findCandidatesByPhone = (phone: string): Promise<string[]> => findByLookup('candidate', 'phone', phone)
/** Every candidate that is not in the bin among these, sealed fields closed. */
export const readKeptCandidates = async (ids: readonly string[]): Promise<StoredCandidate[]> =>
  (await readRecords('candidate', ids)).filter(({ binnedAt }) => !binnedAt)

/** What a person who has no record yet would be found by, hashed where secret. */
export async function keysOfPerson(fields: Partial<Candidate>): Promise<string[]> {
  const kept = await Promise.all(
    (['email', 'phone', 'links', 'birthDate'] as const).map((field) => keysOf('candidate', field, fields[field])),
  )
  return kept.flatMap((byPath) => Object.values(byPath).flat())
}

/** Follows the candidates: called with all first, then with what changed; sealed fields closed. */
export const followCandidates = (listener: (changed: StoredCandidate[], removed: string[]) => void): (() => void) =>
  collection('candidate').feed(listener)

/** Follows the pairs that someone said are two persons: called with all of them at each change. */
export function followApart(listener: (pairs: [string, string][]) => void): () => void {
  const settings = collection('setting')
  let last = ''
  return settings.feed((changed, removed) => {
    if (last !== '' && ![...changed.map(({ id }) => id), ...removed].some((id) => id.startsWith(apartPrefix))) return
    const live = settings.snapshot()
    const all = live.state === 'ready' ? [...live.value.values()] : changed
    last = 'told'
    listener(
      all.flatMap(({ id, binnedAt }): [string, string][] => {
        const pair = id.startsWith(apartPrefix) && !binnedAt ? id.slice(apartPrefix.length).split(':') : []
        return pair.length === 2 ? [[pair[0]!, pair[1]!]] : []
      }),
    )
  })
}

// ---- changing

/** Who vouches for what is typed now. */
export const bySomeone = (): Provenance => ({ by: 'person', person: currentPerson() })

/** Takes back one write. */
export const takeBack = (transaction: string): Promise<Result<Written & { kept: number }, WriteFailure>> =>
  undo(transaction)

/** A file that comes with a new candidate: kept, sealed, as their photo. */
export interface PhotoFile {
  name: string
  format: string
  bytes: Uint8Array
}

/** Creates a candidate by hand. Gives the id; every field given is vouched for by the person. */
export async function createCandidate(
  fields: Partial<Candidate>,
  photo?: PhotoFile,
): Promise<Result<Written & { id: string }, WriteFailure>> {
  const id = newId()
  const about: About = {}
  for (const [field, value] of Object.entries(fields)) if (value !== '' && value !== null) about[field] = bySomeone()
  // Availability nobody spoke of is supposed to be a month, and shown as supposed (M033).
  const isSilent = !fields.availableFrom && fields.noticeDays == null && !fields.situation
  if (isSilent) about['noticeDays'] = { by: 'assumed' }
  const changes: Change[] = []
  let photoId = ''
  if (photo) {
    const kept = await keepPhoto(photo, id)
    if (!kept.ok) return kept
    photoId = kept.value.id
    changes.push(kept.value.change)
  }
  changes.unshift({
    type: 'create',
    kind: 'candidate',
    id,
    fields: {
      ...fields,
      ...(isSilent ? { noticeDays: 30 } : {}),
      photoId,
      origin: photo && !fields.fullName ? 'photo' : 'manual',
      reviewedAt: new Date().toISOString(),
    },
    about,
  })
  const done = await write(changes, { action: 'candidate.created' })
  return done.ok ? ok({ ...done.value, id }) : done
}

async function keepPhoto(
  photo: PhotoFile,
  candidateId: string,
): Promise<Result<{ id: string; change: Change }, WriteFailure>> {
  const [blob, contentKey] = await Promise.all([putBlob(photo.bytes), contentKeyOf(photo.bytes)])
  if (!blob.ok) return blob
  const id = newId()
  return ok({
    id,
    change: {
      type: 'create',
      kind: 'document',
      id,
      fields: {
        fileName: photo.name,
        format: photo.format,
        sizeBytes: photo.bytes.length,
        pageCount: 1,
        contentKey,
        blobId: blob.value,
        candidateId,
        role: 'photo',
      },
    },
  })
}

/** One part of a candidate to set, or to remove when `value` is undefined. `about` is relative to `path`. */
export interface CandidateChange {
  path: string
  value: unknown
  about?: About
}

/** Changes a candidate in one write. */
export const changeCandidate = (id: string, changes: readonly CandidateChange[], action = 'candidate.edited'): Done =>
  write(
    changes.map(({ path, value, about }): Change =>
      value === undefined
        ? { type: 'remove', kind: 'candidate', id, path }
        : { type: 'set', kind: 'candidate', id, path, value, ...(about ? { about } : {}) },
    ),
    { action },
  )

/** Puts candidates in the bin, in one write. */
export const binCandidates = (ids: readonly string[]): Done =>
  noted(
    ids.length,
    write(
      ids.map((id) => ({ type: 'bin' as const, kind: 'candidate' as const, id })),
      { action: 'candidate.binned' },
    ),
  )

/** A deletion of many is noted for whoever watches over the workspace (T063). */
async function noted(count: number, done: Done): Done {
  const result = await done
  if (result.ok && count >= bulkFrom) await noteSecurity({ type: 'bulkDelete', by: currentPerson(), count })
  return result
}

/** Notes that records left as a file (T063). */
export const noteExport = (count: number): Promise<void> => noteSecurity({ type: 'export', by: currentPerson(), count })

/** Takes candidates out of the bin, in one write. */
export const restoreCandidates = (ids: readonly string[]): Done =>
  write(
    ids.map((id) => ({ type: 'restore' as const, kind: 'candidate' as const, id })),
    { action: 'candidate.restored' },
  )

/** Erases the candidates whose days in the bin are over (M048). Gives how many; a failure leaves them for the next start. */
export async function eraseOverdue(now: number): Promise<number> {
  const binned = await readRecords('candidate', await findBinnedBefore('candidate', now - binDays * 24 * 3600 * 1000))
  // One merged into another goes when that one goes: the merge can be undone as long as it is kept.
  const survivors = new Set(
    (await readRecords('candidate', [...new Set(binned.map(({ fields }) => fields.mergedInto))])).map(({ id }) => id),
  )
  const overdue = binned.filter(({ fields }) => !survivors.has(fields.mergedInto)).map(({ id }) => id)
  if (overdue.length === 0) return 0
  const done = await eraseCandidates(overdue)
  return done.ok ? overdue.length : 0
}

/** Erases candidates for good with their files, notes, applications and import traces. Nothing brings them back. */
export async function eraseCandidates(asked: readonly string[]): Done {
  const ids = await withMerged(asked)
  const changes: Change[] = []
  const blobs: string[] = []
  for (const id of ids) {
    const key = `candidate:${id}`
    const [documents, interactions, applications, items] = await Promise.all([
      openByKey('document', key),
      findByKeys('interaction', [key]),
      findByKeys('application', [key]),
      openByKey('importItem', key),
    ])
    const erase = (kind: Kind, recordId: string) => changes.push({ type: 'erase', kind, id: recordId })
    for (const { id: documentId, fields } of documents) {
      erase('document', documentId)
      blobs.push(fields.blobId, fields.readingBlobId)
    }
    for (const interaction of interactions) erase('interaction', interaction)
    for (const application of applications) erase('application', application)
    for (const { id: itemId, fields } of items) {
      erase('importItem', itemId)
      blobs.push(fields.blobId)
    }
    erase('candidate', id)
  }
  changes.push(...(await guardChanges(ids, currentPerson(), Date.now())))
  const done = await noted(ids.length, write(changes, { action: 'candidate.erased' }))
  if (done.ok) for (const blob of new Set(blobs)) if (blob !== '') await removeBlob(blob)
  return done
}

/** These candidates and all that was merged into them, which are the same people. */
async function withMerged(ids: readonly string[]): Promise<string[]> {
  const all = new Set(ids)
  const merged = (await readRecords('candidate', ids)).flatMap(({ fields }) => fields.mergedFrom)
  for (const { id, fields } of await readRecords('candidate', merged)) if (fields.mergedInto !== '') all.add(id)
  return [...all]
}

/** Puts a tag on candidates, or takes it off, in one write. */
export const tagCandidates = (ids: readonly string[], tag: string, on: boolean): Done =>
  write(
    ids.map((id): Change => {
      // A slash parts field and element in a path.
      const path = `tags/${tag.trim().replaceAll('/', '-')}`
      return on
        ? { type: 'set', kind: 'candidate', id, path, value: true }
        : { type: 'remove', kind: 'candidate', id, path }
    }),
    { action: on ? 'candidate.tagged' : 'candidate.untagged' },
  )

/**
 * Keeps what was said or agreed; notes never change afterwards. What is said for an offer is read by its guests, if it
 * has any.
 */
export const addExchange = (candidateId: string, kind: Interaction['kind'], text: string, offerId = ''): Done =>
  write(
    [
      {
        type: 'create',
        kind: 'interaction',
        id: newId(),
        fields: {
          candidateId,
          kind,
          text,
          at: Date.now(),
          by: currentPerson(),
          ...(offerId === '' ? {} : { offerId }),
        },
      },
    ],
    { action: 'note.added' },
  )

// ---- file numbers

const codeSetting = codeSettingName('candidate')
/** Where a wish to number all at once waits for the tab that numbers. */
const askedName = `${codeSetting}.asked`

/** Whether candidates bear file numbers here, and with which prefix, live; off while not yet known. */
export function useCodeChoice(): { on: boolean; prefix: string } {
  const live = useRecord('setting', codeSetting)
  return readCodeOption(live.state === 'ready' ? live.value?.fields.value : undefined)
}

/** How file numbers look here; null where they are not in use. */
export function useCodeOption(): CodeOption | null {
  const { on, prefix } = useCodeChoice()
  return on ? { prefix } : null
}

/** Turns file numbers on or off, or changes their prefix; numbers that were given stay as they are. */
export async function saveCodeChoice(choice: { on: boolean; prefix: string }): Done {
  const known = await openRecord('setting', codeSetting)
  const named = { kind: 'setting', id: codeSetting } as const
  return write(
    [
      known.ok
        ? { type: 'set', ...named, path: 'value', value: choice }
        : { type: 'create', ...named, fields: { value: choice } },
    ],
    { action: 'setting.changed' },
  )
}

/** Follows whether candidates bear file numbers. */
export const followCodeOption = (tell: (choice: { on: boolean; prefix: string }) => void): (() => void) =>
  collection('setting').feed((changed) => {
    const setting = changed.find(({ id }) => id === codeSetting)
    if (setting) tell(readCodeOption(setting.fields.value))
  })

/** Numbers at once what would wait for other devices. */
export const numberNow = (): Promise<void> => remember(askedName, Date.now())

/** Calls when syncing came further, and with the moment somebody asked for all to be numbered, 0 for never. */
export const followNumbering = (tell: (asked: number) => void): (() => void) =>
  followMemory(['sync.status', askedName], ([, asked]) => tell(typeof asked === 'number' ? asked : 0))

/** Takes file numbers that no other device gives; fewer than wanted while they are not certain. */
export const takeFileNumbers = (wanted: number, highest: number): Promise<number[]> =>
  takeNumbers('candidate', wanted, highest)

/** Ids of candidates, binned ones among them, that bear or bore a code, whole as someone typed it. */
export async function findCandidatesByCode(words: string): Promise<string[]> {
  const typed = readTypedCode(words)
  if (!typed) return []
  const all = collection('candidate')
  await new Promise<void>((resolve) => {
    const isKnown = () => all.snapshot().state !== 'loading'
    if (isKnown()) return resolve()
    const stop = all.subscribe(() => {
      if (!isKnown()) return
      stop()
      resolve()
    })
  })
  const live = all.snapshot()
  return live.state === 'ready'
    ? [...live.value.values()].filter((one) => bearsCode(one, typed)).map(({ id }) => id)
    : []
}

// ---- one person or two

/** What hangs on a candidate and follows them in a merge. */
export interface Belongings {
  documents: Stored<'document'>[]
  applications: Stored<'application'>[]
  interactions: Stored<'interaction'>[]
  importItems: Stored<'importItem'>[]
}

/** Everything that names the candidate. */
export async function openBelongings(candidateId: string): Promise<Belongings> {
  const key = `candidate:${candidateId}`
  const [documents, applications, interactions, importItems] = await Promise.all([
    openByKey('document', key),
    openByKey('application', key),
    openByKey('interaction', key),
    openByKey('importItem', key),
  ])
  return { documents, applications, interactions, importItems }
}

/** What one write did, sealed values opened. */
export const openWrite = (transaction: string): Promise<OpenedEntry[]> => openTransaction(transaction)

/** Takes a merge back with what has to follow it, whole or not at all. */
export const writeSeparation = (
  transaction: string,
  also: readonly Change[],
  evenIfChanged: (recordId: string, path: string) => boolean,
): Promise<Result<Written & { kept: number }, WriteFailure>> =>
  undo(transaction, { action: 'candidates.separated', also, evenIfChanged })

/** Writes a merge, whole or not at all. */
export const writeMerge = (changes: readonly Change[]): Done => write(changes, { action: 'candidates.merged' })

const apartPrefix = 'apart:'
const apartId = (a: string, b: string): string => `${apartPrefix}${[a, b].sort().join(':')}`

/** Candidates that someone said are another person than this one. */
export async function readApart(candidateId: string): Promise<Set<string>> {
  const apart = new Set<string>()
  for (const { id } of await listRecords('setting')) {
    if (!id.startsWith(apartPrefix)) continue
    const pair = id.slice(apartPrefix.length).split(':')
    if (pair.includes(candidateId)) apart.add(pair.find((other) => other !== candidateId) ?? candidateId)
  }
  return apart
}

/** Remembers that two candidates are two persons; they are not proposed to each other again. */
export async function keepApart(a: string, b: string): Done {
  const settled: Change[] = []
  for (const [one, other] of [
    [a, b],
    [b, a],
  ] as const) {
    for (const item of await openByKey('importItem', `candidate:${one}`)) {
      const resembles = item.fields.resembles.filter(({ candidateId }) => candidateId !== other)
      if (resembles.length === item.fields.resembles.length) continue
      settled.push({ type: 'set', kind: 'importItem', id: item.id, path: 'resembles', value: resembles })
      if (resembles.length === 0 && item.fields.state === 'duplicate')
        settled.push({ type: 'set', kind: 'importItem', id: item.id, path: 'state', value: 'created' })
    }
  }
  return write([await saidApart(a, b), ...settled], { action: 'candidates.keptApart' })
}

/** The change that says that two candidates are two persons. */
export async function saidApart(a: string, b: string): Promise<Change> {
  const id = apartId(a, b)
  const known = await openRecord('setting', id)
  return known.ok
    ? { type: 'set', kind: 'setting', id, path: 'value', value: true }
    : { type: 'create', kind: 'setting', id, fields: { value: true } }
}

// ---- saved views

/** Saved views of the candidates' list, live, in order of name. `query` is the search part of the address. */
export function useSavedViews(): Live<Stored<'savedView'>[]> {
  const live = useCollection('savedView')
  if (live.state !== 'ready') return live
  const views = [...live.value.values()].filter(({ binnedAt, fields }) => !binnedAt && fields.room === 'candidates')
  return { state: 'ready', value: views.sort((a, b) => a.fields.name.localeCompare(b.fields.name)) }
}

/** Keeps a view under a name. */
export const saveView = (name: string, query: string): Done =>
  write([{ type: 'create', kind: 'savedView', id: newId(), fields: { name, room: 'candidates', query } }], {
    action: 'view.saved',
  })

/** Takes a saved view away. */
export const removeView = (id: string): Done =>
  write([{ type: 'bin', kind: 'savedView', id }], { action: 'view.removed' })

/** Whether this device sees one offer as its host shows it: what is not here was not shown, rather than not said. */
export const useIsGuest = (): boolean => useOwnRole() === 'guest'
