/** What a page asks of the service worker. */
export type WorkerOrder = { type: 'SKIP_WAITING' } | { type: 'FILL_PACKS' }

/** What the service worker tells every page. */
export type WorkerNews =
  | { type: 'PACKS'; done: number; total: number }
  | { type: 'PACKS_STUCK'; done: number; total: number }

/** Where files shared from another app wait for a page to take them. */
export const sharedFilesCache = 'vivier-shared'
/** Header that carries a shared file's name, percent-encoded. */
export const sharedNameHeader = 'X-File-Name'
