import { timingSafeEqual } from 'node:crypto'
import type { Server } from 'node:http'
import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { isLocal } from './address.ts'
import { createNotices, newsOf } from './announcements.ts'
import { createBlobs, sweepUploads } from './blobs.ts'
import type { BlobStorage } from './blobStorage.ts'
import { createDoor, refusal } from './door.ts'
import { createEndings, finishEndings } from './endings.ts'
import { createEnvelopes } from './envelopes.ts'
import { createExchange } from './exchange.ts'
import { createHub } from './hub.ts'
import { CREATE_RATE, DEVICE_RATE, ENTRY_RATE, FULL_RETRY_S, SPACE_RATE, STRANGER_RATE, SWEEP_MS } from './limits.ts'
import { StoreFullError, type LogStore, type Place } from './log.ts'
import type { WriteLogLine } from './logLine.ts'
import { createMetrics } from './metrics.ts'
import { createRates, timesRate, type Rate, type Rates } from './rates.ts'
import { Room, type Desk } from './session.ts'
import { createSnapshots, sweepSnapshots } from './snapshots.ts'
import { attachSockets, type Patience, type Sockets } from './socket.ts'

/** What the relay needs beside the app it serves. */
export interface RelayOptions {
  store: LogStore
  storage: BlobStorage
  log: WriteLogLine
  now: () => number
  /** What someone must know to make a space here; null: anyone may. */
  admission: string | null
  /** Announced while the administrator announces nothing else. */
  notice: string | null
  /** Lets a Prometheus elsewhere read the metrics; without it they are told to this machine only. */
  metricsToken: string | null
  /** True when a proxy of ours stands before us and names whom it speaks for. */
  trustProxy: boolean
  patience?: Patience
  /** How many times the usual rates devices and teams may have. */
  rates?: number
}

/** Sync: the routes under /sync/v1, the WebSockets, and what is done by the clock. */
export interface Relay {
  app: Hono<{ Bindings: HttpBindings }>
  attach: (server: Server) => void
  /** Devices connected now, for the health page. */
  connections: () => number
  /** Where the last write found no room. */
  full: () => Place[]
  /** Tells devices to come back, ends connections, closes the store. */
  close: (graceMs: number) => Promise<void>
}

const ALLOWED =
  'Authorization, Content-Type, If-Match, Range, Tus-Resumable, Upload-Length, Upload-Metadata, Upload-Offset'
const EXPOSED = 'Content-Range, ETag, Location, Retry-After, Tus-Resumable, Upload-Length, Upload-Offset'

export async function createRelay(options: RelayOptions): Promise<Relay> {
  const { store, storage, log, now, trustProxy } = options
  const metrics = createMetrics()
  const hub = createHub(store)
  const notices = await createNotices(store, options.notice, now)
  const strangers = createRates(STRANGER_RATE, now)
  const pushing = (rate: Rate): Rates => createRates(timesRate(rate, options.rates ?? 1), now)
  const desk: Desk = {
    store,
    hub,
    notices,
    metrics,
    log,
    now,
    admission: options.admission,
    room: new Room(),
    rates: {
      deviceBatches: pushing(DEVICE_RATE.batches),
      deviceBytes: pushing(DEVICE_RATE.bytes),
      spaceBatches: pushing(SPACE_RATE.batches),
      spaceBytes: pushing(SPACE_RATE.bytes),
      creations: createRates(CREATE_RATE, now),
      entries: pushing(ENTRY_RATE),
    },
  }
  const door = createDoor(desk, strangers, trustProxy)
  let sockets: Sockets | null = null

  const sync = new Hono<{ Bindings: HttpBindings }>()
  sync.use(async (context, next) => {
    if (context.req.method === 'OPTIONS' && context.req.header('Access-Control-Request-Method'))
      context.res = new Response(null, {
        status: 204,
        headers: {
          'Access-Control-Allow-Methods': 'GET, HEAD, POST, PUT, PATCH, DELETE',
          'Access-Control-Allow-Headers': ALLOWED,
          'Access-Control-Max-Age': '7200',
        },
      })
    else await next()
    // An app served from elsewhere may use this relay: tokens are said, never sent along by the browser.
    context.res.headers.set('Access-Control-Allow-Origin', '*')
    context.res.headers.set('Access-Control-Expose-Headers', EXPOSED)
  })
  sync.get('/', (context) => {
    const refused = door.strangers(context)
    if (refused) return refused
    context.header('Cache-Control', 'no-store')
    return context.json({
      relay: 'vivier',
      versions: [1],
      admission: options.admission !== null,
      notice: notices.current(),
    })
  })
  sync.route('/', createExchange(desk, door, trustProxy))
  sync.route(
    '/',
    createSnapshots(desk, storage, door, (space) => void announceSnapshot(space)),
  )
  sync.route('/', createBlobs(desk, storage, door))
  sync.route('/', createEnvelopes(desk, door))
  sync.route('/', createEndings(desk, storage, door))

  // Storage that does not answer is a matter of moments: devices try again.
  sync.onError((error) => {
    if (error instanceof StoreFullError) {
      desk.room.full.add(error.place)
      return refusal(507, 'full', { 'Retry-After': String(FULL_RETRY_S), 'Access-Control-Allow-Origin': '*' })
    }
    log({ level: 'error', event: 'failure', kind: error.name })
    return refusal(503, 'unavailable', { 'Retry-After': '5', 'Access-Control-Allow-Origin': '*' })
  })

  const app = new Hono<{ Bindings: HttpBindings }>()
  app.route('/sync/v1', sync)
  app.get('/metrics', async (context) => {
    const [, given = ''] = /^Bearer (\S+)$/.exec(context.req.header('Authorization') ?? '') ?? []
    const allowed = options.metricsToken === null ? isLocal(context.env.incoming) : isSame(given, options.metricsToken)
    if (!allowed) return new Response('The metrics are told to this machine only.', { status: 403 })
    return new Response(await metrics.read(), {
      headers: { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8', 'Cache-Control': 'no-store' },
    })
  })

  async function announceSnapshot(space: string): Promise<void> {
    const news = await newsOf(store, space)
    if (!news) return
    for (const session of sockets?.sessions() ?? [])
      if (session.holder?.space === space) session.announce({ type: 'snapshot', ...news })
  }

  store.onChange(() => void guarded(lookAgain))
  async function lookAgain(): Promise<void> {
    if (await notices.reload()) {
      const notice = notices.current() ?? { text: '' }
      for (const session of sockets?.sessions() ?? []) session.announce({ type: 'notice', ...notice })
    }
    await hub.refresh()
  }

  const unfinished = new Set<string>()
  const sweep = setInterval(() => void guarded(sweepAll), SWEEP_MS)
  sweep.unref()
  async function sweepAll(): Promise<void> {
    await store.sweepEnvelopes(now())
    await finishEndings(store, storage, now())
    await sweepUploads(store, storage, now())
    await sweepSnapshots(store, storage, now(), unfinished)
  }

  /** Work nobody waits for: a failure is said in the log and made good by the next time. */
  async function guarded(work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      log({ level: 'error', event: 'failure', kind: error instanceof Error ? error.name : 'unknown' })
    }
  }

  return {
    app,
    attach(server) {
      sockets = attachSockets(server, desk, strangers, trustProxy, options.patience)
    },
    connections: () => sockets?.count() ?? 0,
    full: () => [...desk.room.full],
    async close(graceMs) {
      clearInterval(sweep)
      await sockets?.close(graceMs)
      await store.close()
    },
  }
}

function isSame(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)]
  return a.byteLength === b.byteLength && timingSafeEqual(a, b)
}
