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

// --- Sync ---------------------------------------------------------------------------------------------------------

/** What a space may hold, unless the administrator said otherwise: a team of twenty with its CVs stays below. */
export const SPACE_QUOTA_BYTES = 10 * 1024 ** 3

/** Batches a device may have under way unanswered. */
export const PUSH_WINDOW = 64

/** The largest sealed file: far above any CV, a recorded interview among them. */
export const BLOB_BYTES = 512 * 1024 * 1024

/** Names of files that are asked for at once, a line each. */
export const MISSING_BYTES = 64 * 1024

/** What one frame of answers holds, a little below the largest frame so that its head fits. */
export const PAGE_BYTES = 1024 * 1024 - 64

/** Bytes pushed and not yet on disk, per connection; beyond, its socket is not read. */
export const PENDING_BYTES = 4 * 1024 * 1024

/** Bytes sent and not yet gone, per connection; beyond, news is a number only, and the device reads on when it can. */
export const BACKLOG_BYTES = 2 * 1024 * 1024

/** A ping this often; a device that answers none for this long is gone (W036). */
export const PING_MS = 15_000
export const SILENCE_MS = 30_000

/** A connection that has not proved itself by then is ended. */
export const PROOF_MS = 15_000

/** Connections altogether, and of one device (its tabs share one). */
export const CONNECTIONS = 20_000
export const CONNECTIONS_PER_DEVICE = 8

/** How long the token for HTTP holds. */
export const TOKEN_MS = 60 * 60 * 1000

/** What a device may push: a first upload of a whole base at once, then what hands can do, and then some. */
export const DEVICE_RATE = {
  batches: { burst: 20_000, perSecond: 200 },
  bytes: { burst: 256 * 2 ** 20, perSecond: 4 * 2 ** 20 },
}
/** The same for all devices of a space together. */
export const SPACE_RATE = {
  batches: { burst: 50_000, perSecond: 1_000 },
  bytes: { burst: 1024 * 2 ** 20, perSecond: 16 * 2 ** 20 },
}
/** Requests that need no token (greetings, invitations, recovery), per address: a guess must be slow. */
export const STRANGER_RATE = { burst: 600, perSecond: 10 }
/** Spaces made, per address. */
export const CREATE_RATE = { burst: 100, perSecond: 100 / 3600 }
/** Membership entries, per device. */
export const ENTRY_RATE = { burst: 500, perSecond: 1 }

/** When a device tries again that met a disk without room. */
export const FULL_RETRY_S = 60

/** The longest a request may wait for news. */
export const LONGEST_WAIT_MS = 25_000

/** A sealed message of an invitation, and a recovery envelope. */
export const ENVELOPE_BYTES = 8 * 1024
export const RENDEZVOUS_MS = 15 * 60 * 1000

/** A part of a snapshot, its manifest, and how many parts it may have. */
export const SNAPSHOT_PART_BYTES = 16 * 1024 * 1024
export const SNAPSHOT_MANIFEST_BYTES = 2 * 1024 * 1024
export const SNAPSHOT_PARTS = 10_000
/** After this long nobody's confirmation is awaited any more (SPEC 8.3). */
export const SNAPSHOT_TRUST_MS = 30 * 24 * 60 * 60 * 1000

/** An upload left alone for this long is taken back. */
export const ABANDONED_MS = 7 * 24 * 60 * 60 * 1000
/** How often what is over is looked for. */
export const SWEEP_MS = 15 * 60 * 1000
