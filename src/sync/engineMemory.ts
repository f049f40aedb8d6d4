import { noPrevious, parseBatch } from '../log/batch.ts'
import type { Aside, ChainHead, RelayMemory, SealedBatch, SyncStore } from './ports.ts'
import { asideKey } from './setAside.ts'

/** Where the chain of a log or a device begins. */
export const chainStart: ChainHead = { dseq: 0, hash: noPrevious }

/** What the engine remembers of the store, and what it has seen since it started. Changed after the store said yes. */
export interface EngineMemory {
  chains: Map<string, ChainHead>
  relay: RelayMemory | null
  unsent: SealedBatch[]
  aside: Map<string, Aside>
  /** By device: the highest dseq that another device has seen and told in its vector. */
  seen: Map<string, number>
}

/** Reads what the engine works on from the store. */
export async function readEngineMemory(store: SyncStore): Promise<EngineMemory> {
  const { chains, relay, unsent, aside } = await store.readMemory()
  return {
    chains: new Map(Object.entries(chains)),
    relay,
    unsent: [...unsent],
    aside: new Map(aside.map((each) => [asideKey(each.device, each.dseq), each])),
    seen: new Map(),
  }
}

/** The head of this device's own chain that a relay has acknowledged. */
export function acknowledgedHead(memory: EngineMemory, device: string): ChainHead {
  const first = memory.unsent[0]
  if (!first) return memory.chains.get(device) ?? chainStart
  const parsed = parseBatch(first.bytes)
  return { dseq: first.dseq - 1, hash: parsed.ok ? parsed.value.previous : noPrevious }
}
