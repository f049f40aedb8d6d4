import { type Remote, wrap } from 'comlink'
import { err } from '../kit/result.ts'
import { setBlobFetcher } from '../store/blobs.ts'
import { recall } from '../store/memory.ts'
import type { Done, FilesStatus, SyncCommands, SyncStatus } from './face.ts'
// The build makes the address of a worker of its own.
// oxlint-disable-next-line import/default
import sendingWorkerUrl from './sendingWorker.ts?worker&url'
import type { SyncWorker } from './worker.ts'
import type { Asker } from './workspace.ts'

/*
 * One tab leads: the one that holds this lock, for as long as its worker lives. Other tabs send it their commands over
 * a channel and see what it does in the device's memory.
 */
const lockName = 'vivier-sync'
const channelName = 'vivier-sync'
/** Comparing words aloud takes two people a while. */
const answerWithinMs = 16 * 60_000
/** A leader says at once that it heard; without one, this tab is about to lead. */
const heardWithinMs = 3000
const restartAfterMs = 30_000
/** Where no page lies, so that it stands between no page and the network. */
const sendingScope = '/assets/sending/'

type Message =
  | { type: 'ask'; id: string; name: keyof SyncCommands; given: unknown[]; asker: Asker }
  | { type: 'heard'; id: string }
  | { type: 'answer'; id: string; result: unknown }
  | { type: 'wake' }
  | { type: 'fetch'; id: string; blobId: string }
  | { type: 'hold'; blobId: string; isHeld: boolean }

let leading: Promise<Remote<SyncWorker>> | null = null
let standing = false
let channel: BroadcastChannel | null = null

/** Starts syncing on a device that belongs to a workspace. */
export const startSync = (): void => stand()

/** Asks to lead: at once when no other tab does, otherwise when the one that does is closed. */
function stand(): void {
  if (standing) return
  standing = true
  openChannel()
  void navigator.locks.request(lockName, () => {
    leading = startWorker()
    // Held for as long as this page lives.
    return new Promise<never>(() => {})
  })
  setBlobFetcher(fetchBlob, holdBlob)
  const wake = () => {
    if (leading) void leading.then((worker) => worker.wake())
    else channel?.postMessage({ type: 'wake' } satisfies Message)
  }
  addEventListener('online', wake)
  addEventListener('focus', wake)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') wake()
    else void sendWhenClosed()
  })
  sendingWorker ??= registerSendingWorker()
}

async function startWorker(): Promise<Remote<SyncWorker>> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'sync' })
  const remote = wrap<SyncWorker>(worker)
  const replace = () => {
    // It could not be loaded, or broke down: another takes its place in a while.
    worker.terminate()
    setTimeout(() => {
      leading = startWorker()
    }, restartAfterMs)
  }
  worker.addEventListener('error', replace, { once: true })
  await remote.open()
  return remote
}

function openChannel(): BroadcastChannel {
  if (channel) return channel
  channel = new BroadcastChannel(channelName)
  channel.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    const lead = leading
    if (!lead) return
    if (data.type === 'wake') void lead.then((worker) => worker.wake())
    if (data.type === 'hold') void lead.then((worker) => worker.holdBlob(data.blobId, data.isHeld))
    if (data.type === 'fetch') {
      channel!.postMessage({ type: 'heard', id: data.id } satisfies Message)
      const { id, blobId } = data
      void lead
        .then((worker) => worker.fetchBlob(blobId))
        .then((result) => channel!.postMessage({ type: 'answer', id, result } satisfies Message))
    }
    if (data.type !== 'ask') return
    const { id, name, given, asker } = data
    channel!.postMessage({ type: 'heard', id } satisfies Message)
    void answer(lead, id, name, given, asker)
  })
  return channel
}

async function answer(
  lead: Promise<Remote<SyncWorker>>,
  id: string,
  ...ask: Parameters<SyncWorker['run']>
): Promise<void> {
  const result: unknown = await (await lead).run(...ask)
  channel!.postMessage({ type: 'answer', id, result } satisfies Message)
}

/** Runs a command where the worker is. */
async function run(name: keyof SyncCommands, given: unknown[]): Done<unknown> {
  stand()
  const asker: Asker = {
    origin: location.origin,
    language: document.documentElement.lang.startsWith('en') ? 'en' : 'fr',
  }
  // The lock is given in its own time, and no tab may lead yet.
  for (let attempts = 0; attempts < 5; attempts += 1) {
    if (leading) return (await leading).run(name, given, asker)
    const answered = await askLeader({ type: 'ask', id: crypto.randomUUID(), name, given, asker })
    if (answered) return answered as Awaited<Done<unknown>>
  }
  return err({ type: 'StoreClosed' })
}

/** A file that another device has: true once it is here. */
async function fetchBlob(blobId: string): Promise<boolean> {
  if (leading) return (await leading).fetchBlob(blobId)
  return (await askLeader({ type: 'fetch', id: crypto.randomUUID(), blobId })) === true
}

/** Stops a file on its way, or lets it go on, wherever the worker is. */
function holdBlob(blobId: string, isHeld: boolean): void {
  if (leading) void leading.then((worker) => worker.holdBlob(blobId, isHeld))
  else channel?.postMessage({ type: 'hold', blobId, isHeld } satisfies Message)
}

/** Null when no tab heard it. */
function askLeader(ask: Extract<Message, { type: 'ask' | 'fetch' }>): Promise<unknown> {
  const to = openChannel()
  return new Promise((resolve) => {
    let timer = setTimeout(() => done(null), leading ? 0 : heardWithinMs)
    const look = setInterval(() => {
      if (leading) done(null)
    }, 20)
    const listen = ({ data }: MessageEvent<Message>) => {
      if (data.type === 'heard' && data.id === ask.id) {
        clearTimeout(timer)
        clearInterval(look)
        timer = setTimeout(() => done(err({ type: 'StoreClosed' as const })), answerWithinMs)
      } else if (data.type === 'answer' && data.id === ask.id) done(data.result)
    }
    const done = (result: unknown) => {
      clearTimeout(timer)
      clearInterval(look)
      to.removeEventListener('message', listen)
      resolve(result)
    }
    to.addEventListener('message', listen)
    to.postMessage(ask)
  })
}

type SendingWorker = ServiceWorkerRegistration & { sync?: { register(tag: string): Promise<void> } }

let sendingWorker: Promise<SendingWorker | null> | null = null

/**
 * Where the browser has Background Sync, what waits when the app is closed is sent without it (sendingWorker.ts). Elsewhere
 * it is sent when the app is opened again.
 */
async function registerSendingWorker(): Promise<SendingWorker | null> {
  if (!('SyncManager' in globalThis) || !('serviceWorker' in navigator)) return null
  try {
    const options = { type: 'module', scope: sendingScope, updateViaCache: 'none' } as const
    return (await navigator.serviceWorker.register(sendingWorkerUrl, options)) as SendingWorker
  } catch {
    // Refused in private windows and where the user forbade it, or without network on the first day.
    return null
  }
}

/** The page goes out of sight and may not come back: what waits is asked to be sent all the same. */
async function sendWhenClosed(): Promise<void> {
  const [status, files] = await Promise.all([recall('sync.status'), recall('sync.files')])
  const waiting = ((status as SyncStatus | null)?.toSend ?? 0) + ((files as FilesStatus | null)?.toSend ?? 0)
  if (waiting === 0) return
  const registration = await sendingWorker
  // The user may have forbidden it: then it is sent when the app is opened again.
  await registration?.sync?.register(lockName).catch(() => {})
}

const command =
  <Name extends keyof SyncCommands>(name: Name) =>
  (...given: Parameters<SyncCommands[Name]>) =>
    run(name, given) as ReturnType<SyncCommands[Name]>

/** The commands of this tab, wherever the worker is. */
export const syncCommands: SyncCommands = {
  createWorkspace: command('createWorkspace'),
  testRelay: command('testRelay'),
  invite: command('invite'),
  cancelInvitation: command('cancelInvitation'),
  admit: command('admit'),
  refuse: command('refuse'),
  join: command('join'),
  renameDevice: command('renameDevice'),
  changeRole: command('changeRole'),
  revokeDevice: command('revokeDevice'),
  rotateKeys: command('rotateKeys'),
  leaveWorkspace: command('leaveWorkspace'),
  endWorkspace: command('endWorkspace'),
  makeRecoveryKit: command('makeRecoveryKit'),
  recoverWorkspace: command('recoverWorkspace'),
  exportRecords: command('exportRecords'),
  importRecords: command('importRecords'),
  syncNow: command('syncNow'),
  reconcile: command('reconcile'),
  setRelay: command('setRelay'),
  eraseEverywhere: command('eraseEverywhere'),
  shareOffer: command('shareOffer'),
  changeShare: command('changeShare'),
  stopShare: command('stopShare'),
  inShare: command('inShare'),
}
