import { useMemo } from 'react'
import { err, ok, type Result } from '../kit/result.ts'
import type { Candidate } from '../model/candidate.ts'
import type { CvDocument } from '../model/document.ts'
import type { ImportItem } from '../model/importItem.ts'
import type { About, Change, Provenance, Stored } from '../model/record.ts'
import { erasedBefore } from '../store/erasureGuard.ts'
import { contentKeyOf, contentKeysOf, putBlob, putBlobAs, readBlob, removeBlob } from '../store/blobs.ts'
import { collection, type Live, useCollection, useRecord } from '../store/live.ts'
import { findByKeys, openByKey, openRecord } from '../store/read.ts'
import { currentPerson, newId, undo, write, type WriteFailure, type Written } from '../store/write.ts'

export {
  contentKeyOf,
  contentKeysOf,
  erasedBefore,
  newId,
  putBlob,
  putBlobAs,
  readBlob,
  removeBlob,
  undo,
  type WriteFailure,
}

/** A file in the queue or its verdict. */
export type StoredImport = Stored<'importItem'>

/** Every file handed to the import, live. */
export const useImports = (): Live<ReadonlyMap<string, StoredImport>> => useCollection('importItem')

/** One file of the import, live. */
export const useImport = (id: string): Live<StoredImport | null> => useRecord('importItem', id)

/** One item as it stands now. */
export async function openImport(id: string): Promise<StoredImport | null> {
  const item = await openRecord('importItem', id)
  return item.ok ? item.value : null
}

/** Follows the queue: called with all items first, then with what changed. */
export const followImports = (listener: (changed: StoredImport[], removed: string[]) => void): (() => void) =>
  collection('importItem').feed(listener)

/** Puts files in the queue, in one write. */
export const addImports = (
  items: { id: string; fields: Partial<ImportItem> }[],
): Promise<Result<Written, WriteFailure>> =>
  write(
    items.map(({ id, fields }) => ({
      type: 'create' as const,
      kind: 'importItem' as const,
      id,
      fields,
      ...(fields.demo ? { demo: true } : {}),
    })),
    { action: 'import.added' },
  )

/** Changes fields of items, in one write. */
export const changeImports = (
  changes: { id: string; fields: Partial<ImportItem> }[],
  action: string,
): Promise<Result<Written, WriteFailure>> => write(changes.flatMap(importChanges), { action })

const importChanges = ({ id, fields }: { id: string; fields: Partial<ImportItem> }): Change[] =>
  Object.entries(fields).map(([path, value]) => ({ type: 'set', kind: 'importItem', id, path, value }))

/** Candidate, document and verdict in one write: a crash leaves all of it or nothing. */
export const saveReadCv = (saved: {
  item: { id: string; fields: Partial<ImportItem> }
  document: { id: string; fields: Partial<CvDocument> }
  candidate: { id: string; fields: Partial<Candidate>; about: About }
  /** The words of the mail that brought the CV, kept beside it. */
  cover: { id: string; fields: Partial<CvDocument> } | null
  demo: boolean
}): Promise<Result<Written, WriteFailure>> => {
  const demo = saved.demo ? { demo: true } : {}
  return write(
    [
      { type: 'create', kind: 'document', id: saved.document.id, fields: saved.document.fields, ...demo },
      {
        type: 'create',
        kind: 'candidate',
        id: saved.candidate.id,
        fields: saved.candidate.fields,
        about: saved.candidate.about,
        ...demo,
      },
      ...(saved.cover ? [{ type: 'create' as const, kind: 'document' as const, ...saved.cover, ...demo }] : []),
      ...importChanges(saved.item),
    ],
    { action: 'import.read' },
  )
}

/** The document that holds this very file and the candidate it belongs to, when the candidate is not in the bin. */
export async function findSameFile(contentKey: string): Promise<{ candidateId: string; documentId: string } | null> {
  for (const document of await openByKey('document', `content:${contentKey}`)) {
    const candidate = await openRecord('candidate', document.fields.candidateId)
    if (candidate.ok && !candidate.value.binnedAt) return { candidateId: candidate.value.id, documentId: document.id }
  }
  return null
}

/** Paths of the files already taken out of a container. */
export async function pathsTakenFrom(containerId: string): Promise<string[]> {
  return (await openByKey('importItem', `container:${containerId}`)).map(({ fields }) => fields.pathInside)
}

/**
 * Puts a file taken out of a container in the queue. The container's own count of attempts starts again with it: one
 * that goes on is not one that keeps taking the tab down.
 */
export const addTakenOut = (
  containerId: string,
  item: { id: string; fields: Partial<ImportItem> },
): Promise<Result<Written, WriteFailure>> =>
  write(
    [
      {
        type: 'create',
        kind: 'importItem',
        id: item.id,
        fields: item.fields,
        ...(item.fields.demo ? { demo: true } : {}),
      },
      ...importChanges({ id: containerId, fields: { attempts: 0 } }),
    ],
    { action: 'import.added' },
  )

/** Takes items off the list. Their files go too unless a document keeps them. */
export async function removeImports(ids: readonly string[]): Promise<Result<Written, WriteFailure>> {
  const items = (await Promise.all(ids.map((id) => openRecord('importItem', id)))).flatMap((item) =>
    item.ok ? [item.value] : [],
  )
  const done = await write(
    items.map(({ id }) => ({ type: 'erase' as const, kind: 'importItem' as const, id })),
    { action: 'import.removed' },
  )
  if (done.ok) {
    for (const { fields } of items) {
      for (const blobId of [fields.blobId, fields.coverBlobId])
        if (blobId && (await findByKeys('document', [`blob:${blobId}`])).length === 0) await removeBlob(blobId)
    }
  }
  return done
}

/** The candidate and the document an item led to, live. */
export const useReviewed = (candidateId: string): Live<Stored<'candidate'> | null> =>
  useRecord('candidate', candidateId)
export const useReviewedDocument = (documentId: string): Live<Stored<'document'> | null> =>
  useRecord('document', documentId)

/** A person's corrections and acceptances of what was read, in one write. */
export const reviewCandidate = (
  id: string,
  changes: { path: string; value: unknown; about: About }[],
  action: 'candidate.reviewed' | 'candidate.edited',
): Promise<Result<Written, WriteFailure>> =>
  write(
    changes.map(({ path, value, about }) => ({
      type: 'set' as const,
      kind: 'candidate' as const,
      id,
      path,
      value,
      about,
    })),
    { action },
  )

/** The file an item brought, as it came. */
export async function readImportedFile(item: StoredImport): Promise<Result<File, { type: 'FileMissing' }>> {
  const bytes = await readBlob(item.fields.blobId)
  return bytes.ok ? ok(new File([bytes.value], item.fields.fileName)) : err({ type: 'FileMissing' })
}

/** Names of the candidates that are not in the bin, by id, live; '' for the nameless. */
export function useCandidateNames(): ReadonlyMap<string, string> {
  const live = useCollection('candidate')
  return useMemo(
    () =>
      new Map(
        live.state === 'ready'
          ? [...live.value.values()]
              .filter(({ binnedAt }) => !binnedAt)
              .map(({ id, fields }) => [id, fields.fullName] as const)
          : [],
      ),
    [live],
  )
}

/** The person who works on this device vouches for a value. */
export const bySomeone = (): Provenance => ({ by: 'person', person: currentPerson() })

/**
 * What was read is accepted, corrections included, in one write. A possible duplicate stays one until someone
 * compares: reading a CV through does not say that two people are one.
 */
export const markReviewed = (
  item: StoredImport,
  candidate: Stored<'candidate'>,
  changes: { path: string; value: unknown; about: About }[],
): Promise<Result<Written, WriteFailure>> => {
  const now = Date.now()
  return write(
    [
      ...changes.map(({ path, value, about }) => ({
        type: 'set' as const,
        kind: 'candidate' as const,
        id: candidate.id,
        path,
        value,
        about,
      })),
      { type: 'set', kind: 'candidate', id: candidate.id, path: 'reviewedAt', value: new Date(now).toISOString() },
      ...importChanges({ id: item.id, fields: { reviewedAt: now, doubtCount: 0 } }),
    ],
    { action: 'candidate.reviewed' },
  )
}
