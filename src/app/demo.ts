import * as z from 'zod/mini'
import { readAdvert } from '../../workers/matching/client.ts'
import { importCv } from '../imports/queue.ts'
import { err, ok, type Result } from '../kit/result.ts'
import { emptyOffer } from '../model/offer.ts'
import type { Change } from '../model/record.ts'
import { applyReading } from '../offers/advert.ts'
import { removeBlob } from '../store/blobs.ts'
import { listRecords } from '../store/read.ts'
import { newId, write, type WriteFailure } from '../store/write.ts'
import { fetchDemo } from './assets.ts'

const demoSchema = z.object({
  offers: z.array(z.object({ id: z.string(), language: z.enum(['fr', 'en']), text: z.string() })),
})

export type DemoFailure = { type: 'DemoMissing' } | WriteFailure

/**
 * Brings the demonstration: its offers at once, its CVs through the very import that real files take. Everything is
 * marked, so that `removeDemo` takes it all away. Gives how many files were queued and offers made.
 */
export async function loadDemo(): Promise<Result<{ files: number; offers: number }, DemoFailure>> {
  let files: File[]
  let offers: z.infer<typeof demoSchema>['offers']
  try {
    const { demo, cvs } = await fetchDemo()
    offers = demoSchema.parse(demo).offers
    const { unzipSync } = await import('fflate')
    files = Object.entries(unzipSync(cvs)).map(([name, bytes]) => new File([bytes as Uint8Array<ArrayBuffer>], name))
  } catch {
    // Never fetched and now offline, or damaged on the way: the caller says to come back online once.
    return err({ type: 'DemoMissing' })
  }
  const { kept } = await importCv(files, { demo: true })
  if (kept === 0) return err({ type: 'DiskFull' })
  const changes: Change[] = await Promise.all(
    offers.map(async ({ text }): Promise<Change> => {
      const reading = await readAdvert(text)
      const { fields, about } = applyReading(
        { fields: { ...emptyOffer(), status: 'open' }, about: {} },
        text,
        reading,
        newId,
      )
      return { type: 'create', kind: 'offer', id: newId(), fields, about, demo: true }
    }),
  )
  const made = await write(changes, { action: 'demo.loaded' })
  return made.ok ? ok({ files: kept, offers: offers.length }) : made
}

/** Takes the demonstration away for good, with what was noted about it. Real records stay. */
export async function removeDemo(): Promise<Result<number, WriteFailure>> {
  const [candidates, documents, offers, imports, applications, interactions, scoreEvents] = await Promise.all([
    listRecords('candidate', { binned: true }),
    listRecords('document', { binned: true }),
    listRecords('offer', { binned: true }),
    listRecords('importItem', { binned: true }),
    listRecords('application', { binned: true }),
    listRecords('interaction', { binned: true }),
    listRecords('scoreEvent', { binned: true }),
  ])
  const gone = new Set([...candidates, ...offers].filter(({ demo }) => demo).map(({ id }) => id))
  const hangsOn = ({ fields }: { fields: { candidateId: string; offerId: string } }) =>
    gone.has(fields.candidateId) || gone.has(fields.offerId)
  const removed = [
    ...[...candidates, ...offers, ...imports].filter(({ demo }) => demo),
    ...documents.filter((document) => document.demo || hangsOn(document)),
    ...applications.filter(hangsOn),
    ...interactions.filter(hangsOn),
    ...scoreEvents.filter(hangsOn),
  ]
  const done = await write(
    removed.map(({ kind, id }) => ({ type: 'erase' as const, kind, id })),
    { action: 'demo.removed' },
  )
  if (!done.ok) return done
  const files = removed.flatMap((record) => {
    if (record.kind === 'document') return [record.fields.blobId, record.fields.readingBlobId]
    return record.kind === 'importItem' ? [record.fields.blobId] : []
  })
  await Promise.all([...new Set(files)].filter(Boolean).map((id) => removeBlob(id)))
  return ok(removed.length)
}
