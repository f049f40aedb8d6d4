/** Longest path and query we look at; the app's own are far below, and a longer one is never a page of ours. */
export const MAX_URL_LENGTH = 2048

/** All headers of one request together; Node's own default, written down so that it cannot drift. */
export const MAX_HEADER_BYTES = 16_384

/** A client that has not sent its headers by then is a stuck or hostile one. */
export const HEADERS_TIMEOUT_MS = 15_000

/** The slowest whole request: files shared into the app without a service worker can be large. */
export const REQUEST_TIMEOUT_MS = 120_000

/** How long a stop waits for answers under way before it closes their connections. */
export const SHUTDOWN_GRACE_MS = 3_000

/** Compressed answers kept in memory, in bytes; a build of ours stays far below. */
export const COMPRESSED_CACHE_BYTES = 96 * 1024 * 1024
