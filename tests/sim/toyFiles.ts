import { concatBytes, hexToBytes, sameBytes } from '../../src/kit/bytes.ts'
import { err, ok } from '../../src/kit/result.ts'
import { memberOf, onlyWriters } from '../../src/log/membership.ts'
import type { FileSealing } from '../../src/sync/ports.ts'
import { toyHash, type ToySealing } from './toySealing.ts'

const textBytes = (text: string) => new TextEncoder().encode(text)
const tagOf = (...parts: Uint8Array[]) => hexToBytes(toyHash(...parts).slice(0, 32))!
const chunkBytes = 40
const tagBytes = 16
const headerBytes = 26

/** The names under which a file may lie at the relay. */
export const toyFileNames = (space: string, writers: readonly string[], blobId: string): string[] => [
  toyHash(textBytes(`file|${space}|${blobId}`)).slice(0, 32),
  ...writers.map((device) => ownName(space, device, blobId)),
]
const ownName = (space: string, device: string, blobId: string) =>
  toyHash(textBytes(`own file|${space}|${device}|${blobId}`)).slice(0, 32)

/** Seals of files as src/sync/crypto/blobSealing.ts lays them out, with chunks of some bytes. */
export function createToyFiles(
  sealing: ToySealing,
  random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>,
): FileSealing {
  const { space, device, membership } = sealing
  const keyOf = (epoch: number) => textBytes(`file key of ${space} ${epoch}`)
  const hasKey = (epoch: number) =>
    membership().read &&
    Object.keys(memberOf(sealing.chain(), device)?.wraps ?? {}).some((number) => Number(number) >= epoch)
  const place = (name: string, index: number, count: number) => textBytes(`${name}|${index}|${count}`)
  return {
    space,
    device,
    membership,
    nameOf: async (blobId) =>
      membership().read ? toyFileNames(space, [], blobId)[0]! : ownName(space, device, blobId),
    otherNamesOf: async (blobId) =>
      membership().read ? toyFileNames(space, onlyWriters(sealing.chain()), blobId).slice(1) : [],
    async sealFile(name, content) {
      const epoch = sealing.chain().epochs.length
      const plaintext = new Uint8Array(4 + content.length)
      new DataView(plaintext.buffer).setUint32(0, content.length)
      plaintext.set(content, 4)
      const count = Math.ceil(plaintext.length / chunkBytes)
      const isOpenSealed = !hasKey(epoch)
      const header = new Uint8Array(headerBytes)
      const view = new DataView(header.buffer)
      header[0] = 1
      header[1] = isOpenSealed ? 2 : 1
      view.setUint32(2, epoch)
      view.setUint32(6, count)
      // Who only writes takes a new key each time, so that nothing it seals is twice the same.
      header.set(isOpenSealed ? random(new Uint8Array(16)) : tagOf(keyOf(epoch), textBytes(name), content), 10)
      return {
        size: header.length + plaintext.length + count * tagBytes,
        header,
        count,
        chunkBytes: chunkBytes + tagBytes,
        async chunk(index) {
          const piece = plaintext.slice(index * chunkBytes, (index + 1) * chunkBytes)
          return concatBytes(piece, tagOf(keyOf(epoch), header, place(name, index, count), piece))
        },
      }
    },
    async openFile(name, bytes) {
      const damaged = err({ type: 'Damaged' as const })
      if (bytes.length < headerBytes) return damaged
      const header = bytes.slice(0, headerBytes)
      const view = new DataView(header.buffer)
      const epoch = view.getUint32(2)
      const count = view.getUint32(6)
      if (header[0] !== 1 || epoch === 0 || epoch > 1000 || count > 1000) return damaged
      if (!hasKey(epoch)) return err({ type: 'NoKey' as const })
      const pieces: Uint8Array[] = []
      for (let index = 0; index < count; index += 1) {
        const from = headerBytes + index * (chunkBytes + tagBytes)
        const sealed = bytes.subarray(from, from + chunkBytes + tagBytes)
        const piece = sealed.subarray(0, -tagBytes)
        if (!sameBytes(sealed.subarray(-tagBytes), tagOf(keyOf(epoch), header, place(name, index, count), piece)))
          return damaged
        pieces.push(piece)
      }
      const plaintext = concatBytes(...pieces)
      if (plaintext.length < 4) return damaged
      const length = new DataView(plaintext.buffer).getUint32(0)
      return length === plaintext.length - 4 ? ok(plaintext.slice(4)) : damaged
    },
  }
}
