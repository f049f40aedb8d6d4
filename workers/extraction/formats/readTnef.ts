/** A file inside a `winmail.dat`. */
export interface TnefFile {
  fileName: string
  bytes: Uint8Array
}

const signature = 0x223e9f78
const idOf = { attachment: 0x00069002, title: 0x00018010, data: 0x0006800f, properties: 0x00069005 } as const
/** Attachments beyond this are no mail's. */
const mostFiles = 200

/** True for what Outlook packs attachments into for readers that are not Outlook: `winmail.dat`. */
export const isTnef = (bytes: Uint8Array): boolean =>
  bytes.length > 16 && new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true) === signature

/** The files in a `winmail.dat` ([MS-OXTNEF]), as far as it is whole. */
export function readTnef(bytes: Uint8Array): TnefFile[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const files: { title: string; longName: string; bytes: Uint8Array | null }[] = []
  // Each attribute: level, id, length, its bytes, a checksum.
  for (let at = 6; at + 11 <= bytes.length && files.length < mostFiles;) {
    const id = view.getUint32(at + 1, true)
    const length = view.getUint32(at + 5, true)
    const start = at + 9
    if (start + length > bytes.length) break
    const data = bytes.subarray(start, start + length)
    at = start + length + 2
    if (id === idOf.attachment) files.push({ title: '', longName: '', bytes: null })
    const file = files.at(-1)
    if (!file) continue
    if (id === idOf.title) file.title = plain(new TextDecoder('windows-1252').decode(data))
    else if (id === idOf.data) file.bytes = data
    else if (id === idOf.properties) file.longName = longNameIn(data)
  }
  return files.flatMap((file, index) =>
    file.bytes ? [{ fileName: file.longName || file.title || `${index + 1}`, bytes: file.bytes }] : [],
  )
}

const plain = (text: string): string => text.replace(/\u0000[\s\S]*$/, '').trim()

/** Sizes of the values that have no length of their own. */
const fixedSizes: Record<number, number> = { 2: 4, 3: 4, 4: 4, 5: 8, 6: 8, 7: 8, 10: 4, 11: 4, 20: 8, 64: 8, 72: 16 }
const longFileName = 0x3707

/** The whole name of an attachment among its properties; '' when they cannot be followed so far. */
function longNameIn(data: Uint8Array): string {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength)
  let at = 4
  const whole = (length: number) => length + ((4 - (length % 4)) % 4)
  try {
    for (let left = Math.min(view.getUint32(0, true), 1000); left > 0; left -= 1) {
      const type = view.getUint16(at, true)
      const id = view.getUint16(at + 2, true)
      at += 4
      if (id >= 0x8000) {
        const isNumbered = view.getUint32(at + 16, true) === 0
        at += isNumbered ? 24 : 24 + whole(view.getUint32(at + 20, true))
      }
      const size = fixedSizes[type]
      if (size !== undefined) {
        at += size
        continue
      }
      const count = Math.min(view.getUint32(at, true), 1000)
      at += 4
      for (let value = 0; value < count; value += 1) {
        const length = (type & 0x1000) !== 0 && fixedSizes[type & 0xfff] ? null : view.getUint32(at, true)
        if (length === null) {
          at += fixedSizes[type & 0xfff]!
          continue
        }
        at += 4
        if (id === longFileName && at + length <= data.length)
          return plain(
            new TextDecoder(type === 0x1f ? 'utf-16le' : 'windows-1252').decode(data.subarray(at, at + length)),
          )
        at += whole(length)
      }
    }
  } catch {
    // RangeError: the list is cut short or lies about its lengths; the short name is there.
  }
  return ''
}
