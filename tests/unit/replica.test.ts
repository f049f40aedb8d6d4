import 'fake-indexeddb/auto'
import { describe } from 'vitest'
import type { Change } from '../../src/model/record.ts'
import { readConflicts } from '../../src/store/conflicts.ts'
import { createReplica, openAt } from '../../src/store/replica.ts'
import { db, useDatabase, VivierDatabase } from '../../src/store/tables.ts'
import { forgetVault } from '../../src/store/vault.ts'
import { write } from '../../src/store/write.ts'
import type { Aside, SnapshotStore, SyncStore } from '../../src/sync/ports.ts'
import type { LocalChange } from '../sync/memoryStore.ts'
import { storeContract } from '../sync/storeContract.ts'

let count = 0
const open = async () => {
  count += 1
  useDatabase(new VivierDatabase(`replica-${count}`))
  forgetVault()
  const store: SyncStore & SnapshotStore = createReplica<Aside>()
  return {
    store,
    write: async (changes: LocalChange[]) => {
      const asked = changes.map(({ value, ...change }) => ({
        ...change,
        ...(change.type === 'create' ? { fields: value ?? {} } : { value }),
      }))
      const done = await write(asked as unknown as Change[], { action: 'edited' })
      if (!done.ok) throw new Error(JSON.stringify(done.error))
    },
    record: async (id: string) => {
      const row = await db().records.get(id)
      if (!row) return null
      const fields: Record<string, unknown> = {}
      for (const [path, value] of Object.entries(row.fields)) fields[path] = await openAt(row.kind, id, path, value)
      return { ...row, fields }
    },
    losers: async (id: string, path: string) =>
      (await readConflicts(id)).filter((each) => each.path === path).map(({ other }) => other.value),
  }
}

describe('the store of the app', () => {
  storeContract(open)
})
