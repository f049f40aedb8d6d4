import { bytesByLetter } from './codepages.ts'
import { writeCompoundFile } from './compoundFile.ts'

/** A Word 6 document of plain paragraphs: its header, and the text in Windows-1252 behind it. */
export function word6Doc(text: string): Uint8Array {
  const table = bytesByLetter('windows-1252')
  const bytes = Uint8Array.from(text.replaceAll('\n', '\r'), (letter) => table[letter] ?? letter.charCodeAt(0))
  const stream = new Uint8Array(Math.max(4096, 0x300 + bytes.length))
  const view = new DataView(stream.buffer)
  view.setUint16(0, 0xa5dc, true)
  view.setUint16(2, 0x65, true)
  view.setUint16(6, 0x040c, true)
  view.setUint32(0x18, 0x300, true)
  view.setUint32(0x1c, 0x300 + bytes.length, true)
  view.setUint32(0x34, bytes.length, true)
  stream.set(bytes, 0x300)
  return writeCompoundFile({ WordDocument: stream })
}
