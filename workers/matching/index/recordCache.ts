/** Bytes of the records used last. */
export interface RecordCache {
  get: (place: number) => Uint8Array | undefined
  /** Keeps a record and gives it back; those not used for longest make room. */
  put: (place: number, bytes: Uint8Array<ArrayBuffer>) => Uint8Array
  /** Keeps a copy of a record where there is room left; says whether there was. */
  offer: (place: number, bytes: Uint8Array) => boolean
  drop: (place: number) => void
  sizeBytes: () => number
}

/** A cache of so many bytes at most. */
export function createRecordCache(most: number): RecordCache {
  // A map remembers the order in which its keys came: the first is the one not used for longest.
  const records = new Map<number, Uint8Array>()
  let bytes = 0
  const drop = (place: number): void => {
    const record = records.get(place)
    if (!record) return
    bytes -= record.length
    records.delete(place)
  }
  const add = (place: number, record: Uint8Array): Uint8Array => {
    records.set(place, record)
    bytes += record.length
    return record
  }
  return {
    get(place) {
      const record = records.get(place)
      // Where everything has room the order means nothing.
      if (record && bytes > most / 2) {
        records.delete(place)
        records.set(place, record)
      }
      return record
    },
    put(place, record) {
      drop(place)
      for (const oldest of records.keys()) {
        if (bytes + record.length <= most) break
        drop(oldest)
      }
      return add(place, record)
    },
    offer(place, record) {
      if (bytes + record.length > most) return false
      drop(place)
      add(place, record.slice())
      return true
    },
    drop,
    sizeBytes: () => bytes,
  }
}
