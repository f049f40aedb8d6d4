/** Keeps candidates' packed records; the index holds only their numbers. */
export interface RecordStore {
  /** Keeps a record; gives where. */
  put: (id: string, version: number, evidence: Uint8Array<ArrayBuffer>, text: Uint8Array<ArrayBuffer>) => number
  evidence: (place: number) => Uint8Array
  text: (place: number) => Uint8Array
  /** Forgets a record; nothing of it may be read again. */
  drop: (place: number) => void
  sizeBytes: () => number
}

/** Records in memory: where there are no files to keep them in, for the command line and for tests. */
export function createMemoryRecords(): RecordStore {
  const records: ({ evidence: Uint8Array; text: Uint8Array } | null)[] = []
  let bytes = 0
  return {
    put(_id, _version, evidence, text) {
      bytes += evidence.length + text.length
      return records.push({ evidence, text }) - 1
    },
    evidence: (place) => records[place]!.evidence,
    text: (place) => records[place]!.text,
    drop(place) {
      const record = records[place]
      if (record) bytes -= record.evidence.length + record.text.length
      records[place] = null
    },
    sizeBytes: () => bytes,
  }
}
