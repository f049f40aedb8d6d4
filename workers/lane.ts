import { err, type Result } from '../src/kit/result.ts'

/** What a lane needs of a worker; a test passes its own. */
export interface WorkerPort {
  addEventListener: (type: 'error' | 'messageerror', listener: (event: Event) => void) => void
  terminate: () => void
}

/** How a task of a lane can fail besides its own failures. */
export type LaneFailure = { type: 'Crashed' } | { type: 'TimedOut' } | { type: 'Cancelled' }

/** How a lane runs. */
export interface LaneOptions<W extends WorkerPort, Api> {
  /** Starts the worker. The call with `new URL(...)` stands in the client, where the bundler looks for it. */
  start: () => W
  /** Makes the worker's calls of its port (Comlink's `wrap`); `release` is called before the worker ends. */
  connect: (worker: W) => { api: Api; release: () => void }
  /** Workers at most; each takes one task at a time. */
  concurrency?: number
  /** A worker without work for that long is ended. */
  idleMs?: number
}

/** One task: `call` is run on a worker, again on a fresh one after a first crash or hang. */
export interface LaneTask<Api, T, E extends { type: string }> {
  call: (api: Api) => Promise<Result<T, E>>
  signal?: AbortSignal
  /** Time one try may take; 0 for no limit. */
  timeoutMs: number
}

/** A queue in front of workers that start on first use and end when idle. */
export interface Lane<Api> {
  run: <T, E extends { type: string }>(task: LaneTask<Api, T, E>) => Promise<Result<T, E | LaneFailure>>
  /** Ends all workers; waiting tasks come back `Cancelled`. */
  close: () => void
}

interface Slot<Api> {
  api: Api
  busy: boolean
  idleTimer: ReturnType<typeof setTimeout> | undefined
  /** Settles the task in work when the worker dies under it. */
  onDeath: ((failure: LaneFailure) => void) | undefined
  end: () => void
}

interface Waiting<Api> {
  begin: (slot: Slot<Api>) => void
  drop: () => void
}

/**
 * Workers a device can spare for one kind of work: one core is left to the screen, and where memory is short each
 * worker counts (a reader with its libraries takes 150 MB).
 */
export function spareWorkers(): number {
  const { hardwareConcurrency = 1, deviceMemory = 8 } = (globalThis.navigator ?? {}) as Partial<Navigator> & {
    /** GB, at most 8, where the browser tells. */
    deviceMemory?: number
  }
  return Math.max(1, Math.min(4, hardwareConcurrency - 1, Math.floor(deviceMemory / 2)))
}

/** Creates a lane. Nothing is started before the first task. */
export function createLane<W extends WorkerPort, Api>(options: LaneOptions<W, Api>): Lane<Api> {
  const most = options.concurrency ?? 1
  const idleMs = options.idleMs ?? 30_000
  const slots: Slot<Api>[] = []
  const queue: Waiting<Api>[] = []

  const startSlot = (): Slot<Api> => {
    const worker = options.start()
    const { api, release } = options.connect(worker)
    const slot: Slot<Api> = {
      api,
      busy: false,
      idleTimer: undefined,
      onDeath: undefined,
      end: () => {
        clearTimeout(slot.idleTimer)
        const at = slots.indexOf(slot)
        if (at >= 0) slots.splice(at, 1)
        release()
        worker.terminate()
      },
    }
    const died = () => {
      slot.end()
      slot.onDeath?.({ type: 'Crashed' })
      advance()
    }
    worker.addEventListener('error', died)
    worker.addEventListener('messageerror', died)
    slots.push(slot)
    return slot
  }

  const advance = () => {
    while (queue.length > 0) {
      let slot = slots.find((candidate) => !candidate.busy)
      if (!slot) {
        if (slots.length >= most) return
        slot = startSlot()
      }
      const next = queue.shift()!
      clearTimeout(slot.idleTimer)
      slot.busy = true
      next.begin(slot)
    }
  }

  const rest = (slot: Slot<Api>) => {
    slot.busy = false
    slot.onDeath = undefined
    if (slots.includes(slot)) slot.idleTimer = setTimeout(() => slot.end(), idleMs)
    advance()
  }

  const tryOnce = <T, E extends { type: string }>(task: LaneTask<Api, T, E>): Promise<Result<T, E | LaneFailure>> =>
    new Promise((resolve) => {
      const { signal } = task
      if (signal?.aborted) {
        resolve(err({ type: 'Cancelled' }))
        return
      }
      let running: Slot<Api> | undefined
      let timer: ReturnType<typeof setTimeout> | undefined
      let settled = false
      const settle = (result: Result<T, E | LaneFailure>) => {
        if (settled) return
        settled = true
        clearTimeout(timer)
        signal?.removeEventListener('abort', abort)
        resolve(result)
      }
      /** The work cannot be called back, so the worker goes with it. */
      const kill = (failure: LaneFailure) => {
        const slot = running
        settle(err(failure))
        if (slot) {
          slot.onDeath = undefined
          slot.end()
        }
        advance()
      }
      const waiting: Waiting<Api> = {
        begin: (slot) => {
          running = slot
          slot.onDeath = (failure) => settle(err(failure))
          if (task.timeoutMs > 0) timer = setTimeout(() => kill({ type: 'TimedOut' }), task.timeoutMs)
          Promise.resolve()
            .then(() => task.call(slot.api))
            .then(
              (result) => {
                settle(result)
                if (slots.includes(slot)) rest(slot)
              },
              // An exception that crossed from the worker is a bug there: its state is not to be trusted.
              () => {
                if (!settled) kill({ type: 'Crashed' })
              },
            )
        },
        drop: () => settle(err({ type: 'Cancelled' })),
      }
      const abort = () => {
        const at = queue.indexOf(waiting)
        if (at >= 0) {
          queue.splice(at, 1)
          settle(err({ type: 'Cancelled' }))
        } else kill({ type: 'Cancelled' })
      }
      signal?.addEventListener('abort', abort)
      queue.push(waiting)
      advance()
    })

  return {
    run: async (task) => {
      const first = await tryOnce(task)
      if (first.ok || (first.error.type !== 'Crashed' && first.error.type !== 'TimedOut')) return first
      return tryOnce(task)
    },
    close: () => {
      for (const waiting of queue.splice(0)) waiting.drop()
      for (const slot of slots.slice()) {
        slot.onDeath?.({ type: 'Cancelled' })
        slot.onDeath = undefined
        slot.end()
      }
    },
  }
}
