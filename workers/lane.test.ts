import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { err, ok, type Result } from '../src/kit/result.ts'
import { createLane, type WorkerPort } from './lane.ts'

type Answer = (attempt: number) => Promise<Result<string, { type: 'Corrupt' }>>
interface FakeApi {
  work: Answer
}

/** A worker that does what the test says, and remembers what was done to it. */
class FakeWorker implements WorkerPort {
  listeners = new Map<string, (event: Event) => void>()
  ended = false
  addEventListener(type: 'error' | 'messageerror', listener: (event: Event) => void): void {
    this.listeners.set(type, listener)
  }
  terminate(): void {
    this.ended = true
  }
  crash(): void {
    this.listeners.get('error')?.(new Event('error'))
  }
}

const setUp = (
  work: (worker: FakeWorker, attempt: number) => Promise<Result<string, { type: 'Corrupt' }>>,
  concurrency = 1,
) => {
  const workers: FakeWorker[] = []
  const lane = createLane<FakeWorker, FakeApi>({
    start: () => {
      const worker = new FakeWorker()
      workers.push(worker)
      return worker
    },
    connect: (worker) => {
      const number = workers.length
      return { api: { work: () => work(worker, number) }, release: () => {} }
    },
    concurrency,
    idleMs: 30_000,
  })
  const run = (options: { signal?: AbortSignal; timeoutMs?: number } = {}) =>
    lane.run<string, { type: 'Corrupt' }>({ call: (api) => api.work(0), timeoutMs: 0, ...options })
  return { lane, run, workers }
}
const never = () => new Promise<never>(() => {})

describe('the lane in front of a worker', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  test('starts nothing before the first task and uses one worker for tasks in a row', async () => {
    const { run, workers } = setUp(async () => ok('read'))
    expect(workers).toHaveLength(0)
    expect(await run()).toEqual(ok('read'))
    expect(await run()).toEqual(ok('read'))
    expect(workers).toHaveLength(1)
  })

  test('an expected failure comes back as it is, without a second try', async () => {
    const { run, workers } = setUp(async () => err({ type: 'Corrupt' }))
    expect(await run()).toEqual(err({ type: 'Corrupt' }))
    expect(workers).toHaveLength(1)
  })

  test('M025 a worker that crashes is replaced and the task tried once more', async () => {
    const { run, workers } = setUp((worker, attempt) => {
      if (attempt > 1) return Promise.resolve(ok('second time'))
      queueMicrotask(() => worker.crash())
      return never()
    })
    expect(await run()).toEqual(ok('second time'))
    expect(workers.map((worker) => worker.ended)).toEqual([true, false])
  })

  test('a second crash is reported and the next task gets a fresh worker', async () => {
    let crashes = 0
    const { run } = setUp((worker) => {
      if (crashes >= 2) return Promise.resolve(ok('next'))
      crashes += 1
      queueMicrotask(() => worker.crash())
      return never()
    })
    expect(await run()).toEqual(err({ type: 'Crashed' }))
    expect(await run()).toEqual(ok('next'))
  })

  test('a worker that hangs is ended at the limit, tried once more, then reported', async () => {
    const { run, workers } = setUp(() => never())
    const result = run({ timeoutMs: 1000 })
    await vi.advanceTimersByTimeAsync(2000)
    expect(await result).toEqual(err({ type: 'TimedOut' }))
    expect(workers).toHaveLength(2)
    expect(workers.every((worker) => worker.ended)).toBe(true)
  })

  test('abort ends the worker and the task after it starts anew', async () => {
    let hangs = true
    const { run, workers } = setUp(() => (hangs ? never() : Promise.resolve(ok('after'))))
    const abort = new AbortController()
    const result = run({ signal: abort.signal })
    await vi.advanceTimersByTimeAsync(0)
    abort.abort()
    expect(await result).toEqual(err({ type: 'Cancelled' }))
    expect(workers[0]!.ended).toBe(true)
    hangs = false
    expect(await run()).toEqual(ok('after'))
    expect(workers).toHaveLength(2)
  })

  test('a waiting task can be aborted without harm to the one in work', async () => {
    let finish: (result: Result<string, { type: 'Corrupt' }>) => void = () => {}
    const { run, workers } = setUp(() => new Promise((resolve) => (finish = resolve)))
    const first = run()
    const abort = new AbortController()
    const second = run({ signal: abort.signal })
    await vi.advanceTimersByTimeAsync(0)
    abort.abort()
    expect(await second).toEqual(err({ type: 'Cancelled' }))
    finish(ok('first'))
    expect(await first).toEqual(ok('first'))
    expect(workers).toHaveLength(1)
  })

  test('two workers take two tasks at once, never more', async () => {
    let running = 0
    let most = 0
    const { run, workers } = setUp(async () => {
      running += 1
      most = Math.max(most, running)
      await new Promise((resolve) => setTimeout(resolve, 10))
      running -= 1
      return ok('done')
    }, 2)
    const all = Promise.all([run(), run(), run(), run(), run()])
    await vi.advanceTimersByTimeAsync(100)
    expect((await all).every((result) => result.ok)).toBe(true)
    expect(most).toBe(2)
    expect(workers).toHaveLength(2)
  })

  test('a worker idle for half a minute is ended', async () => {
    const { run, workers } = setUp(async () => ok('read'))
    await run()
    await vi.advanceTimersByTimeAsync(29_000)
    expect(workers[0]!.ended).toBe(false)
    await vi.advanceTimersByTimeAsync(2000)
    expect(workers[0]!.ended).toBe(true)
  })

  test('closing drops what waits', async () => {
    const { lane, run } = setUp(() => never())
    const first = run()
    const second = run()
    await vi.advanceTimersByTimeAsync(0)
    lane.close()
    expect(await first).toEqual(err({ type: 'Cancelled' }))
    expect(await second).toEqual(err({ type: 'Cancelled' }))
  })
})
