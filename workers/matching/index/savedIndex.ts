import type { EmbeddingModel } from '../embedding/model.ts'
import { createVocabulary, type Vocabulary } from '../vocabulary.ts'
import { createByteReader, createByteWriter } from './bytes.ts'
import { createRecordCache } from './recordCache.ts'
import { createPartReader, createPartWriter, type PartReader, type PartWriter } from './parts.ts'
import type { RecordStore } from './recordStore.ts'

/** A file that is read and written at once, as a worker's files are; tests bring their own. */
export interface SavedFile {
  size: () => number
  read: (at: number, length: number) => Uint8Array<ArrayBuffer>
  write: (at: number, bytes: Uint8Array<ArrayBuffer>) => void
  truncate: (size: number) => void
  flush: () => void
}

/** The files of an index. */
export interface SavedFiles {
  /** The words, with their vectors, in the order of their numbers; titles too. */
  words: SavedFile
  /** What is computed with, a record after another. */
  records: SavedFile
  /** The lines of the CVs, quoted from and otherwise left alone. */
  texts: SavedFile
  /** The index itself as it once was, so that the next start need not make it again from the records. */
  snapshot: SavedFile
}

/** A record found in the files. */
export interface SavedRecord {
  id: string
  version: number
  place: number
  evidence: Uint8Array
}

export interface SavedIndex {
  vocabulary: Vocabulary
  records: RecordStore
  /** The index as it was last saved; null when there is none that fits. */
  snapshot: Snapshot | null
  /** Writes the index down; everything else is written first. */
  saveSnapshot: (save: (writer: PartWriter, offsetOf: (place: number) => number) => void) => void
  /** Whether what was saved is missing or has become old. */
  isSnapshotOld: () => boolean
  /** For when it holds what must not stay. */
  forgetSnapshot: () => void
  /** What the files held beyond it, in their order; each to be filed once. */
  saved: SavedRecord[]
  /** Writes what is not written yet. */
  flush: () => void
  /** Bytes that wait to be written. */
  waitingBytes: () => number
}

/** Raised when anything is written in another way. */
const filesVersion = 2
/** Length, checksum, whether it lives, where its text stands and how long that is. */
const headBytes = 4 + 4 + 1 + 6 + 4
const alive = 1
/** Bytes of records that are kept at hand: reading one from its file takes longer than judging it. */
const evidenceMost = 20_000_000
const textMost = 2_000_000
/** When more than this part of the records is struck out, and as many bytes, the files are begun anew. */
const wastedMost = 0.5
const wastedBytes = 4_000_000

/**
 * Opens an index kept in files and keeps on writing to it. `madeBy` names all that the records depend on: program,
 * model, lexicon. Files made by another, or in which anything does not fit, are emptied: an index is only ever a copy
 * of what the workspace holds, and is filled again from there.
 */
export function openSavedIndex(files: SavedFiles, model: EmbeddingModel | null, madeBy: string): SavedIndex {
  const stamp = `${madeBy} files ${filesVersion}`
  let vocabulary = createVocabulary(model)
  const places: Place[] = []
  let saved: SavedRecord[] = []
  let snapshot: Snapshot | null = null
  try {
    readWords(files.words, vocabulary, stamp)
    saved = readRecords(files.records, places, files.texts.size(), stamp, vocabulary.size)
    snapshot = readSnapshot(files, places, stamp, vocabulary)
  } catch {
    // Damaged, or of another version: nothing of it is trusted.
    vocabulary = createVocabulary(model)
    places.length = 0
    saved = []
    snapshot = null
    for (const file of [files.words, files.texts, files.records, files.snapshot]) file.truncate(0)
    writeStamp(files.words, stamp)
    writeStamp(files.records, stamp)
  }
  let wordsWritten = vocabulary.size
  let titlesWritten = vocabulary.texts.size
  let waiting: number[] = []
  let bytes = 0
  const evidences = createRecordCache(evidenceMost)
  const texts = createRecordCache(textMost)
  for (const { place, evidence } of saved) if (!evidences.offer(place, evidence)) break

  const records: RecordStore = {
    put(id, version, evidence, text) {
      places.push({
        at: -1,
        textAt: -1,
        length: evidence.length,
        textLength: text.length,
        pending: { id, version, evidence, text },
      })
      waiting.push(places.length - 1)
      bytes += evidence.length + text.length
      return places.length - 1
    },
    evidence(place) {
      const { pending, at, length } = places[place]!
      return pending?.evidence ?? evidences.get(place) ?? evidences.put(place, files.records.read(at, length))
    },
    text(place) {
      const { pending, textAt, textLength } = places[place]!
      return pending?.text ?? texts.get(place) ?? texts.put(place, files.texts.read(textAt, textLength))
    },
    drop(place) {
      const record = places[place]!
      if (record.pending) {
        bytes -= record.length + record.textLength
        waiting = waiting.filter((other) => other !== place)
        record.pending = null
        return
      }
      if (record.at < 0) return
      evidences.drop(place)
      texts.drop(place)
      // Nothing of a person who left, or of what a CV no longer says, stays in a file.
      changes += 1
      files.records.write(record.headAt!, dead)
      files.records.write(record.at, new Uint8Array(record.length))
      files.texts.write(record.textAt, new Uint8Array(record.textLength))
    },
    sizeBytes: () => bytes + evidences.sizeBytes() + texts.sizeBytes(),
  }

  /** Records written or dropped since the index was saved. */
  let changes = Number.POSITIVE_INFINITY
  if (snapshot) {
    // The others are in it.
    const { end } = snapshot
    saved = saved.filter(({ place }) => places[place]!.at >= end)
    changes = saved.length
  }
  const index: SavedIndex = {
    vocabulary,
    records,
    saved,
    snapshot,
    isSnapshotOld: () => places.length >= snapshotFrom && changes > Math.max(snapshotFrom, places.length * oldShare),
    forgetSnapshot() {
      files.snapshot.truncate(0)
      changes = Number.POSITIVE_INFINITY
    },
    saveSnapshot(save) {
      index.flush()
      const parts = createPartWriter()
      parts.text(stamp)
      parts.number(files.records.size())
      parts.number(vocabulary.size)
      parts.number(vocabulary.texts.size)
      save(parts, (place) => places[place]!.at)
      const body = parts.take()
      const head = new Uint32Array([body.length, checksumOfWords(body)])
      files.snapshot.truncate(0)
      files.snapshot.write(0, joined([new Uint8Array(head.buffer), body]))
      files.snapshot.flush()
      changes = 0
    },
    waitingBytes: () => bytes,
    flush() {
      vocabulary.embedWords()
      vocabulary.embedTexts()
      if (vocabulary.size > wordsWritten || vocabulary.texts.size > titlesWritten) {
        files.words.write(files.words.size(), packWords(vocabulary, wordsWritten, titlesWritten))
        files.words.flush()
        wordsWritten = vocabulary.size
        titlesWritten = vocabulary.texts.size
      }
      if (waiting.length === 0) return
      const writing = waiting
      const written: { record: Place; headAt: number; at: number; textAt: number }[] = []
      const textParts: Uint8Array[] = []
      const parts: Uint8Array[] = []
      let textAt = files.texts.size()
      let at = files.records.size()
      for (const place of writing) {
        const record = places[place]!
        const { id, version, evidence, text } = record.pending!
        writer.text(id)
        writer.float(version)
        const name = writer.take()
        written.push({ record, headAt: at + aliveAt, at: at + headBytes + name.length, textAt })
        const head = new Uint8Array(headBytes)
        const view = new DataView(head.buffer)
        view.setUint32(0, name.length + evidence.length, true)
        view.setUint32(4, checksumOf(evidence, checksumOf(name)), true)
        view.setUint8(aliveAt, alive)
        view.setUint32(9, textAt >>> 0, true)
        view.setUint16(13, Math.floor(textAt / 2 ** 32), true)
        view.setUint32(15, text.length, true)
        parts.push(head, name, evidence)
        textParts.push(text)
        at += headBytes + name.length + evidence.length
        textAt += text.length
      }
      files.texts.write(files.texts.size(), joined(textParts))
      files.texts.flush()
      files.records.write(files.records.size(), joined(parts))
      files.records.flush()
      // Only what is on the disk leaves the memory.
      for (const [order, { record, ...where }] of written.entries()) {
        evidences.offer(writing[order]!, record.pending!.evidence)
        Object.assign(record, where, { pending: null })
      }
      changes += waiting.length
      waiting = []
      bytes = 0
    },
  }
  return index
}

/** Fewer records are read again sooner than an index of them is kept. */
const snapshotFrom = 200
/** A saved index of which more than this part has changed is old. */
const oldShare = 0.02
const snapshotHead = 8

/** The index as it was saved. */
interface Snapshot {
  reader: PartReader
  /** The place of the record that begins there, if it still lives. */
  placeAt: (offset: number) => number | undefined
  /** Where the records end that it knows. */
  end: number
}

/** A sum over a whole number of 32-bit words. */
function checksumOfWords(bytes: Uint8Array<ArrayBuffer>): number {
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 2)
  let hash = 0x811c9dc5
  for (let at = 0; at < words.length; at += 1) hash = Math.imul(hash ^ words[at]!, 0x01000193) ^ (hash >>> 15)
  return hash >>> 0
}

/** The saved index; null when there is none or it does not fit what the other files hold. */
function readSnapshot(
  files: SavedFiles,
  places: readonly Place[],
  stamp: string,
  vocabulary: Vocabulary,
): Snapshot | null {
  const bytes = files.snapshot.read(0, files.snapshot.size())
  if (bytes.length < snapshotHead) return null
  const [length, checksum] = [...new Uint32Array(bytes.buffer, 0, 2)]
  const body = bytes.slice(snapshotHead)
  if (body.length !== length || checksumOfWords(body) !== checksum) return null
  const reader = createPartReader(body)
  if (reader.text() !== stamp) return null
  const end = reader.number()
  if (end > files.records.size() || reader.number() > vocabulary.size || reader.number() > vocabulary.texts.size)
    return null
  const byOffset = new Map(places.map(({ at }, place) => [at, place]))
  return { reader, placeAt: (offset) => byOffset.get(offset), end }
}

interface Place {
  /** Where the evidence begins, -1 until it is written. */
  at: number
  headAt?: number
  textAt: number
  length: number
  textLength: number
  pending: { id: string; version: number; evidence: Uint8Array<ArrayBuffer>; text: Uint8Array<ArrayBuffer> } | null
}

const aliveAt = 8
const dead = new Uint8Array([0])
const writer = createByteWriter()
const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** A sum that tells damaged bytes from whole ones. */
function checksumOf(bytes: Uint8Array, start = 0x811c9dc5): number {
  let hash = start
  for (let at = 0; at < bytes.length; at += 1) hash = Math.imul(hash ^ bytes[at]!, 0x01000193)
  return hash >>> 0
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

function writeStamp(file: SavedFile, stamp: string): void {
  writer.text(stamp)
  file.write(0, writer.take())
  file.flush()
}

/** Checks the stamp at the head of a file; gives where the rest begins. Throws when it is another. */
function checkStamp(bytes: Uint8Array, stamp: string): number {
  const reader = createByteReader(bytes)
  if (reader.text() !== stamp) throw new Error('The index was made by another version.')
  return reader.at()
}

/** Words and titles since the last time, each with its stem and all with their vectors, as one block. */
function packWords(vocabulary: Vocabulary, fromWord: number, fromTitle: number): Uint8Array<ArrayBuffer> {
  const words: string[] = []
  for (let word = fromWord; word < vocabulary.size; word += 1) words.push(`${vocabulary.word(word)}\t${vocabulary.stem(word)}`) // prettier-ignore
  const titles: string[] = []
  for (let title = fromTitle; title < vocabulary.texts.size; title += 1) titles.push(vocabulary.texts.get(title))
  const wordText = encoder.encode(words.join('\n'))
  const titleText = encoder.encode(JSON.stringify(titles))
  const wordVectors = vocabulary.vectors?.rows(fromWord, vocabulary.size) ?? new Int8Array(0)
  const titleVectors = vocabulary.textVectors?.rows(fromTitle, vocabulary.texts.size) ?? new Int8Array(0)
  const body = joined([wordText, titleText, bytesOf(wordVectors), bytesOf(titleVectors)])
  const head = new Uint32Array([words.length, wordText.length, titleText.length, wordVectors.length, titleVectors.length, checksumOf(body)]) // prettier-ignore
  return joined([new Uint8Array(head.buffer), body])
}

const bytesOf = (numbers: Int8Array): Uint8Array =>
  new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength)

function readWords(file: SavedFile, vocabulary: Vocabulary, stamp: string): void {
  const bytes = file.read(0, file.size())
  let at = checkStamp(bytes, stamp)
  while (at < bytes.length) {
    const head = new Uint32Array(bytes.slice(at, at + 24).buffer)
    const [wordCount, wordLength, titleLength, vectorLength, titleVectorLength, checksum] = [...head] as [number, number, number, number, number, number] // prettier-ignore
    at += 24
    const length = wordLength + titleLength + vectorLength + titleVectorLength
    const body = bytes.subarray(at, at + length)
    if (body.length !== length || checksumOf(body) !== checksum) throw new Error('The words of the index are damaged.')
    const words = wordLength === 0 ? [] : decoder.decode(body.subarray(0, wordLength)).split('\n')
    if (words.length !== wordCount) throw new Error('The words of the index are damaged.')
    const titles = JSON.parse(decoder.decode(body.subarray(wordLength, wordLength + titleLength))) as string[]
    const vectors = new Int8Array(body.slice(wordLength + titleLength).buffer)
    vocabulary.load(words, vectors.subarray(0, vectorLength), titles, vectors.subarray(vectorLength))
    at += length
  }
}

function readRecords(file: SavedFile, places: Place[], textBytes: number, stamp: string, words: number): SavedRecord[] {
  const bytes = file.read(0, file.size())
  const view = new DataView(bytes.buffer)
  const saved: SavedRecord[] = []
  let wasted = 0
  let at = checkStamp(bytes, stamp)
  while (at < bytes.length) {
    const headAt = at + aliveAt
    const length = view.getUint32(at, true)
    const checksum = view.getUint32(at + 4, true)
    const textAt = view.getUint32(at + 9, true) + view.getUint16(at + 13, true) * 2 ** 32
    const textLength = view.getUint32(at + 15, true)
    const start = at + headBytes
    at = start + length
    if (at > bytes.length) throw new Error('A record of the index is cut short.')
    if (bytes[headAt] !== alive) {
      wasted += length
      continue
    }
    const body = bytes.subarray(start, at)
    if (checksumOf(body) !== checksum || textAt + textLength > textBytes)
      throw new Error('A record of the index is damaged.')
    const reader = createByteReader(body)
    const id = reader.text()
    const version = reader.float()
    const evidence = body.subarray(reader.at())
    places.push({ at: start + reader.at(), headAt, textAt, length: evidence.length, textLength, pending: null })
    saved.push({ id, version, place: places.length - 1, evidence })
  }
  if (words === 0 && saved.length > 0) throw new Error('The words of the index are missing.')
  if (wasted > wastedBytes && wasted > bytes.length * wastedMost) throw new Error('The index is mostly waste.')
  return saved
}
