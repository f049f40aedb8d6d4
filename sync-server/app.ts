import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { MAX_URL_LENGTH } from './limits.ts'
import type { WriteLogLine } from './logLine.ts'
import { securityHeaders, type HeaderOptions } from './securityHeaders.ts'
import { createStaticFiles } from './staticFiles.ts'

/** What the relay needs to answer; effects are passed in so that tests decide them. */
export interface AppOptions {
  /** The folder of the built app. */
  distDir: string
  version: string
  headers: HeaderOptions
  /** Seconds since the process started. */
  uptimeS: () => number
  log: WriteLogLine
  /** Sync, when this relay offers it: its routes, how many devices are connected, and which disks are full. */
  sync?: { app: Hono<{ Bindings: HttpBindings }>; connections: () => number; full: () => string[] }
}

/** The relay's routes: the built app for every device, and its health. It never reads what a user wrote. */
export function createApp(options: AppOptions): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>()
  const files = createStaticFiles(options.distDir)
  const fixedHeaders = Object.entries(securityHeaders(options.headers))

  app.use(async (context, next) => {
    const startedMs = performance.now()
    if (context.req.url.length > MAX_URL_LENGTH + new URL(context.req.url).origin.length) {
      context.res = plain(414, 'This address is too long.')
    } else {
      await next()
    }
    for (const [name, value] of fixedHeaders) context.res.headers.set(name, value)
    // What devices fetch from a relay may be asked by an app that another origin served.
    if (context.req.path.startsWith('/sync/')) context.res.headers.set('Cross-Origin-Resource-Policy', 'cross-origin')
    options.log({
      level: context.res.status >= 500 ? 'error' : 'info',
      event: 'request',
      method: context.req.method,
      route: routeOf(context.req.path),
      status: context.res.status,
      durationMs: Math.round(performance.now() - startedMs),
    })
  })

  app.onError((error) => {
    // The error's kind and no more: its message could quote an address.
    options.log({ level: 'error', event: 'failure', kind: error.name })
    return plain(500, 'The relay failed on this request.')
  })

  app.get('/health', (context) => {
    context.header('Cache-Control', 'no-store')
    const connections = options.sync ? { connections: options.sync.connections() } : {}
    const full = options.sync?.full() ?? []
    return context.json({
      // Not a failure of this process: what can be read is served, and a restart would make no room.
      status: full.length > 0 ? 'full' : 'ok',
      version: options.version,
      uptime: Math.floor(options.uptimeS()),
      ...connections,
      ...(full.length > 0 ? { full } : {}),
    })
  })

  if (options.sync) app.route('/', options.sync.app)

  // Files shared into the installed app are taken by its service worker. Where none runs (first visit, blocked
  // by the browser) the form would land here: nothing is read or kept, and the user is led to the import page.
  app.post('/partager', (context) => context.redirect('/imports', 303))

  app.on(['GET', 'HEAD'], '*', async (context) => {
    const urlPath = new URL(context.req.url).pathname
    const file = await files.answer(urlPath, context.req.raw)
    if (file) return file
    if (!isPage(urlPath)) return plain(404, 'There is no such file.')
    const page = await files.answer('/index.html', context.req.raw)
    return page ?? plain(503, 'The app is not built yet: run `npm run build`, then reload.')
  })

  app.all('*', () => plain(405, 'This method is not served here.', { Allow: 'GET, HEAD' }))
  return app
}

/**
 * True for addresses the app draws itself. A path whose last part has an extension is a file: answering the
 * page for a missing one would reach the reader of that file as a corrupt one. So is anything that steps
 * outside (an encoded dot segment or separator), and whatever later grows under /api/.
 */
function isPage(urlPath: string): boolean {
  if (/^\/(?:api|assets|sync)\//.test(urlPath)) return false
  if (/%2e|%2f|%5c|%00/i.test(urlPath)) return false
  return !/\.[^/]*$/.test(urlPath)
}

/** The kind of address, never the address: a page's path names a person's record. */
function routeOf(urlPath: string): string {
  if (urlPath === '/health' || urlPath === '/partager' || urlPath === '/metrics') return urlPath
  // The kind of door, without the space or the id behind it.
  const [, door] = /^\/sync\/v1\/(?:spaces\/[^/]*\/)?([a-z]+)/.exec(urlPath) ?? []
  if (door) return `/sync/${door}`
  return isPage(urlPath) ? 'page' : 'file'
}

function plain(status: number, sentence: string, headers: Record<string, string> = {}): Response {
  return new Response(sentence, {
    status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store', ...headers },
  })
}
