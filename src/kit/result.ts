/** What can go wrong in normal use, as a value: plain objects survive postMessage, JSON and the journal. */
export type Result<T, E extends { type: string }> = { ok: true; value: T } | { ok: false; error: E }

/** A success. */
export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value })

/** A failure; `error.type` names it and chooses the sentence the user reads. */
export const err = <E extends { type: string }>(error: E): { ok: false; error: E } => ({ ok: false, error })
