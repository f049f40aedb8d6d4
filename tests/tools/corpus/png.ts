import { crc32, deflateSync } from 'node:zlib'

/** A greyscale PNG of 4 or 8 bits a pixel; `row(y)` gives the packed bytes of one line. */
export function greyPng(width: number, height: number, bits: 4 | 8, row: (y: number) => Uint8Array): Uint8Array {
  const stride = Math.ceil((width * bits) / 8) + 1
  const raw = new Uint8Array(stride * height)
  for (let y = 0; y < height; y += 1) raw.set(row(y), y * stride + 1)
  const header = new Uint8Array(13)
  const view = new DataView(header.buffer)
  view.setUint32(0, width)
  view.setUint32(4, height)
  header[8] = bits
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(raw, { level: 9 })),
    chunk('IEND', new Uint8Array(0)),
  ])
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}
