import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readEml } from './readMail.ts'
import { isTnef, readTnef } from './readTnef.ts'

const numbers = (...values: [size: 1 | 2 | 4, value: number][]): number[] =>
  values.flatMap(([size, value]) => Array.from({ length: size }, (_, index) => (value >>> (8 * index)) & 255))
const attribute = (level: number, id: number, data: number[]): number[] => [
  ...numbers([1, level], [4, id], [4, data.length]),
  ...data,
  ...numbers([2, data.reduce((sum, byte) => sum + byte, 0) & 0xffff]),
]
const letters = (text: string) => Array.from(new TextEncoder().encode(text))
const wide = (text: string) => Array.from(text, (letter) => numbers([2, letter.charCodeAt(0)])).flat()

/** A winmail.dat with one attachment: its short name, its whole one among a few properties, its bytes. */
function winmail(shortName: string, longName: string, content: number[]): Uint8Array {
  const name = wide(`${longName}\u0000`)
  const padding = Array.from({ length: (4 - (name.length % 4)) % 4 }, () => 0)
  const properties = [
    ...numbers([4, 2], [2, 3], [2, 0x0e20], [4, content.length]),
    ...numbers([2, 0x1f], [2, 0x3707], [4, 1], [4, name.length]),
    ...name,
    ...padding,
  ]
  return Uint8Array.from([
    ...numbers([4, 0x223e9f78], [2, 1]),
    ...attribute(1, 0x00089006, numbers([4, 0x10000])),
    ...attribute(
      2,
      0x00069002,
      Array.from({ length: 14 }, () => 0),
    ),
    ...attribute(2, 0x00018010, letters(`${shortName}\u0000`)),
    ...attribute(2, 0x0006800f, content),
    ...attribute(2, 0x00069005, properties),
  ])
}

describe('winmail.dat', () => {
  const packed = winmail('CVINES~1.TXT', 'CV Inès Maurel.txt', letters('Inès Maurel'))
  test('gives the files Outlook packed into it, by their whole names', () => {
    expect(isTnef(packed)).toBe(true)
    expect(readTnef(packed).map(({ fileName, bytes }) => [fileName, new TextDecoder().decode(bytes)])).toEqual([
      ['CV Inès Maurel.txt', 'Inès Maurel'],
    ])
  })
  test('M025 a mail that carries one carries what is in it', async () => {
    const mail = [
      'From: Inès Maurel <ines@example.org>',
      'Subject: Candidature',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary="x"',
      '',
      '--x',
      'Content-Type: text/plain',
      '',
      'Bonjour',
      '--x',
      'Content-Type: application/ms-tnef; name="winmail.dat"',
      'Content-Transfer-Encoding: base64',
      '',
      btoa(String.fromCharCode(...packed)),
      '--x--',
      '',
    ].join('\r\n')
    const read = await readEml(new TextEncoder().encode(mail))
    expect(read.ok && read.value.attachments.map(({ fileName }) => fileName)).toEqual(['CV Inès Maurel.txt'])
  })
  test('however broken, it ends', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: packed.length }), fc.integer({ min: 0, max: 255 }), (at, byte) => {
        const broken = packed.slice()
        broken[at] = byte
        expect(readTnef(broken).length).toBeLessThanOrEqual(2)
        expect(readTnef(packed.subarray(0, at)).length).toBeLessThanOrEqual(1)
      }),
    )
  })
})
