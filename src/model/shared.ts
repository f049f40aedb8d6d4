/** Kinds that concern this device alone: the import queue is its own work in progress. */
const localKinds: ReadonlySet<string> = new Set(['importItem'])

/** Settings under this prefix are this device's. */
const devicePrefix = 'device.'

/** True for a record that goes to the other devices of the workspace (SPEC 2.11). Kinds unknown here are shared. */
export const isShared = (kind: string, id: string, demo = false): boolean =>
  !demo && !localKinds.has(kind) && !(kind === 'setting' && id.startsWith(devicePrefix))
