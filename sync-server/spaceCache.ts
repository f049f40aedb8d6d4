import type { WorkingSpace } from './judging.ts'

/** Most spaces whose heads are kept in memory. */
const CACHED_SPACES = 4_000
/** How old the last sight of a device may be before it is written again. */
const SEEN_EVERY_MS = 60_000

/** The heads of the spaces used last. */
export class SpaceCache<T extends WorkingSpace> {
  private readonly spaces = new Map<string, T>()

  get(id: string): T | undefined {
    return this.spaces.get(id)
  }

  keep(space: T): void {
    this.spaces.delete(space.space)
    this.spaces.set(space.space, space)
    if (this.spaces.size > CACHED_SPACES) this.spaces.delete(this.spaces.keys().next().value!)
  }

  forget(id: string): void {
    this.spaces.delete(id)
  }

  clear(): void {
    this.spaces.clear()
  }

  ids(): string[] {
    return [...this.spaces.keys()]
  }

  values(): Iterable<T> {
    return this.spaces.values()
  }

  /** Notes that a device was here; gives its space when that is worth writing down. */
  sight(id: string, device: string, at: number): T | null {
    const space = this.spaces.get(id)
    const found = space?.devices.get(device)
    if (!space || !found || at - found.seenAt < SEEN_EVERY_MS) return null
    found.seenAt = at
    return space
  }
}
