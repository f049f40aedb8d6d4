import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { isOwner } from '../src/log/roles.ts'
import type { BlobStorage } from './blobStorage.ts'
import type { Door } from './door.ts'
import type { LogStore } from './log.ts'
import type { Desk } from './session.ts'

const settingOf = (space: string): string => `ended/${space}`

/** Whether a space was deleted here for good: nobody makes it anew (SPEC 5.11). */
export const isEnded = async (store: LogStore, space: string): Promise<boolean> =>
  (await store.readSetting(settingOf(space))) !== null

/**
 * Deletes all that the relay keeps of a space but its id: its devices hold everything and would bring it back at once.
 * What a crash leaves of it goes by `finishEndings`.
 */
export async function endSpace(store: LogStore, storage: BlobStorage, space: string, now: number): Promise<void> {
  await store.writeSetting(settingOf(space), String(now))
  // The files first: once the space is gone nothing names them any more.
  await storage.removeSpace(space)
  await store.deleteSpace(space)
  // An upload that ended in between.
  await storage.removeSpace(space)
}

/** Lets the devices of a deleted space bring it again; false when it was not deleted. */
export async function allowAgain(store: LogStore, space: string): Promise<boolean> {
  if (!(await isEnded(store, space))) return false
  await store.writeSetting(settingOf(space), null)
  return true
}

/** Deletes what is still there of spaces whose deletion broke off. */
export async function finishEndings(store: LogStore, storage: BlobStorage, now: number): Promise<void> {
  for (const { space } of await store.listSpaces())
    if (await isEnded(store, space)) await endSpace(store, storage, space, now)
}

/** The door by which an owner ends its space at this relay. */
export function createEndings(desk: Desk, storage: BlobStorage, door: Door): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>()
  app.delete('/spaces/:space{[0-9a-f]{32}}', async (context) => {
    const { space } = context.req.param()
    const holder = await door.admit(context, space, isOwner)
    if (holder instanceof Response) return holder
    await endSpace(desk.store, storage, space, desk.now())
    // Who is connected is told at once; another instance sees it by itself.
    await desk.hub.refresh()
    desk.log({ level: 'info', event: 'space deleted' })
    return new Response(null, { status: 204 })
  })
  return app
}
