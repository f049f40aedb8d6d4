import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { err, ok, type Result } from '../../src/kit/result.ts'
import { createLane, type WorkerPort } from '../lane.ts'
import { watchStalls } from './stallWatch.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('a page that hangs is given up by its own limit, and the queue goes on with a new worker', async () => {
  let started = 0
  const lane = createLane<WorkerPort, { read: (file: string, beat: () => void) => Promise<Result<string, never>> }>({
    start: () => {
      started += 1
      return { addEventListener: () => {}, terminate: () => {} }
    },
    connect: () => ({
      release: () => {},
      api: {
        read: async (file, beat) => {
          beat()
          if (file === 'hangs') await new Promise(() => {})
          for (let page = 0; page < 5; page += 1) {
            await new Promise((resolve) => setTimeout(resolve, 800))
            beat()
          }
          return ok(file)
        },
      },
    }),
  })
  const read = async (file: string) => {
    const watch = watchStalls(1000)
    const answer = await lane.run({
      call: (api) => api.read(file, watch.beat),
      timeoutMs: 60_000,
      signal: watch.signal,
    })
    watch.stop()
    return watch.hasStalled() ? err({ type: 'TimedOut' }) : answer
  }
  const both = Promise.all([read('hangs'), read('long, but alive')])
  await vi.advanceTimersByTimeAsync(1000)
  await vi.advanceTimersByTimeAsync(4100)
  expect(await both).toEqual([err({ type: 'TimedOut' }), ok('long, but alive')])
  expect(started).toBe(2)
})
