import type Dexie from 'dexie'
import { ok, type Result } from '../kit/result.ts'
import { advance, type Clock, readStamp } from '../log/clock.ts'
import type { Operation } from '../log/operation.ts'
import { type Prepared, prepareOperation } from './prepareOperation.ts'
import { hasWords } from './readOutboxSlice.ts'
import { changedByWriting, keepStandings, readClock, readStandings, step } from './standings.ts'
import { chainsKey, type Head, readMeta, type RelayMemory, relayKey, writeMeta } from './syncMeta.ts'
import { type AsideRow, type BatchRow, db, openDoor } from './tables.ts'
import { type WriteFailure, writeFailure } from './write.ts'

type Failure = Extract<WriteFailure, { type: 'DiskFull' | 'StoreClosed' }>
/** What changes the store on the engine's behalf answers. */
export type Done = Promise<Result<null, Failure>>

/** How far syncing came with what is written: see `Progress` in src/sync/ports.ts. */
export interface Progress<Aside extends BatchRow> {
  relay?: RelayMemory
  chains?: Record<string, Head>
  aside?: Aside[]
  settled?: string[]
  resend?: Operation[]
}

const followAll = (own: Clock, stamps: readonly Clock[]): Clock =>
  stamps.reduce((clock, seen) => advance(clock, seen, Date.now()), own)

const tablesOfProgress = () => [...changedByWriting(), db().unsent, db().kept, db().asides, db().seen]

/** One transaction over these tables; a full or closed disk is a failure, anything else is thrown. */
export async function change(tables: Dexie.Table[], run: () => Promise<void>): Done {
  try {
    await db().transaction('rw', tables, run)
    return ok(null)
  } catch (cause) {
    const failure = writeFailure(cause)
    if (failure.type === 'RecordMissing' || failure.type === 'NotAllowed') throw cause
    return { ok: false, error: failure }
  }
}

/** Runs and remembers how far syncing came, in one transaction. */
export async function withProgress<Aside extends BatchRow>(progress: Progress<Aside>, run: () => Promise<void>): Done {
  const { relay, chains, aside = [], settled = [], resend = [] } = progress
  const prepared = await Promise.all(resend.map(prepareOperation))
  return change(tablesOfProgress(), async () => {
    openDoor()
    await run()
    for (const each of prepared) if (each) await waitAgain(each)
    // What is written here from now on is later than all that came (SPEC 1.2).
    const stamps = prepared.flatMap((each) => (each ? [readStamp(each.operation.stamp)!] : []))
    if (stamps.length > 0) await db().meta.put({ id: 'clock', value: followAll(await readClock(), stamps) })
    if (relay) await writeMeta(relayKey, relay)
    if (chains && Object.keys(chains).length > 0)
      await writeMeta(chainsKey, { ...(await readMeta<Record<string, Head>>(chainsKey, {})), ...chains })
    await db().asides.bulkPut(aside as unknown as AsideRow[])
    await db().asides.bulkDelete(
      settled.map((key) => {
        const [device, dseq] = key.split('/') as [string, string]
        return [device, Number(dseq)] as [string, number]
      }),
    )
  })
}

/** What this device sends for another that lost it: the journal has it, from whomever it came. */
async function waitAgain({ operation, keysByPath }: Prepared): Promise<void> {
  const entries = await db().journal.where('recordId').equals(operation.id).toArray()
  const known = entries.find(({ stamp, path }) => stamp === operation.stamp && path === operation.path)
  if (known) {
    if (hasWords(known)) await db().outbox.put({ seq: known.seq! })
    return
  }
  const standing = (await readStandings([operation.id])).get(operation.id)!
  if (standing.erased !== null) return
  const { standing: after, entry } = step(standing, operation, keysByPath, false)
  await keepStandings(new Map([[operation.id, after]]), new Set([operation.id]), [entry])
  await db().outbox.put({ seq: await db().journal.add(entry) })
}
