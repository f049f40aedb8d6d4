import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { Random } from './random.ts'
import type { Seed } from './seeds.ts'

type Mutator = (bytes: Uint8Array, random: Random, others: readonly Seed[]) => Uint8Array

const join = (...parts: Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts))
const toText = (bytes: Uint8Array): string => strFromU8(bytes, true)
const toBytes = (text: string): Uint8Array => strToU8(text, true)

const truncate: Mutator = (bytes, random) => bytes.slice(0, random.int(bytes.length))

const flipBits: Mutator = (bytes, random) => {
  const out = bytes.slice()
  for (let count = 1 + random.int(random.pick([3, 20, 200])); count > 0; count -= 1)
    out[random.int(out.length)]! ^= 1 << random.int(8)
  return out
}

const overwriteRun: Mutator = (bytes, random) => {
  const out = bytes.slice()
  const from = random.int(out.length)
  out.fill(random.pick([0, 255, 32, 60, 40, 92, random.int(256)]), from, from + 1 + random.int(400))
  return out
}

const splice: Mutator = (bytes, random, others) => {
  const other = random.pick(others).bytes
  return join(bytes.subarray(0, random.int(bytes.length)), other.subarray(random.int(other.length)))
}

const insertOther: Mutator = (bytes, random, others) => {
  const other = random.pick(others).bytes
  const at = random.int(bytes.length)
  const from = random.int(other.length)
  return join(bytes.subarray(0, at), other.subarray(from, from + random.int(3000)), bytes.subarray(at))
}

const repeatChunk: Mutator = (bytes, random) => {
  const from = random.int(bytes.length)
  const chunk = bytes.subarray(from, from + 1 + random.int(600))
  const times = random.pick([2, 10, 100])
  return join(bytes.subarray(0, from), ...Array.from({ length: times }, () => chunk), bytes.subarray(from))
}

const dropChunk: Mutator = (bytes, random) => {
  const from = random.int(bytes.length)
  return join(bytes.subarray(0, from), bytes.subarray(from + 1 + random.int(800)))
}

const oddNumbers = ['0', '-1', '1', '65536', '2147483648', '4294967295', '99999999999', '1e308', '-0.0001', 'NaN', '']
const changeNumbers: Mutator = (bytes, random) => {
  const text = toText(bytes)
  const rate = random.pick([4, 20, 100])
  return toBytes(text.replace(/\d+/g, (digits) => (random.once(rate) ? random.pick(oddNumbers) : digits)))
}

const oddWords = [
  '__proto__',
  'constructor',
  'prototype',
  '\u0000',
  '%s%n',
  '../../etc/passwd',
  '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>',
  '\u202e\u200b\u{e0041}',
  '('.repeat(3000),
  '<'.repeat(3000),
  '['.repeat(3000),
  '{'.repeat(3000),
  '%'.repeat(3000),
  '=?utf-8?B?'.repeat(300),
  '-'.repeat(5000),
  'a@'.repeat(2000),
  '2019-'.repeat(800),
  'é'.repeat(4000),
]
const insertWords: Mutator = (bytes, random) => {
  const at = random.int(bytes.length)
  return join(bytes.subarray(0, at), new TextEncoder().encode(random.pick(oddWords)), bytes.subarray(at))
}

const generic: Mutator[] = [
  truncate,
  flipBits,
  flipBits,
  overwriteRun,
  splice,
  insertOther,
  repeatChunk,
  dropChunk,
  changeNumbers,
  insertWords,
]

const pdfObjects: Mutator = (bytes, random) => {
  const text = toText(bytes)
  const refs = text.match(/\d+ \d+ R/g) ?? ['1 0 R']
  const names = text.match(/\/[A-Za-z]+/g) ?? ['/Type']
  return toBytes(
    random.pick([
      // References that point elsewhere, often in a circle.
      () => text.replace(/\d+ \d+ R/g, (ref) => (random.once(6) ? random.pick(refs) : ref)),
      () => text.replace(/\/[A-Za-z]+/g, (name) => (random.once(20) ? random.pick(names) : name)),
      () => text.replace(/\/Length \d+/g, () => `/Length ${random.pick(oddNumbers)}`),
      () => text.replace(/\/Count \d+/g, () => `/Count ${random.pick(oddNumbers)}`),
      () => text.replace(/\/MediaBox ?\[[^\]]*\]/g, '/MediaBox [0 0 1e9 1e-9]'),
      () => text.replace(/\/Filter ?\/FlateDecode/g, '/Filter [/FlateDecode /FlateDecode /ASCII85Decode /LZWDecode]'),
      () =>
        text.replace(/^\d{10} \d{5} n/gm, (row) =>
          random.once(3) ? `${random.int(99999)}`.padStart(10, '0') + row.slice(10) : row,
        ),
      () => text.replace(/startxref\s+\d+/g, `startxref\n${random.int(text.length)}`),
      () => text.replace(/endstream|endobj|stream|trailer/g, (word) => (random.once(5) ? '' : word)),
    ])(),
  )
}

/** Operators of drawing exchanged where the page's content is not compressed. */
const pdfOperators: Mutator = (bytes, random) => {
  const operators = [
    'q',
    'Q',
    'BT',
    'ET',
    'Tj',
    'TJ',
    'Tm',
    'Td',
    'cm',
    'Do',
    're',
    'f',
    'W n',
    'Tr',
    'Tf',
    'BI ID EI',
    'BDC',
    'EMC',
    'sh',
  ]
  return toBytes(
    toText(bytes).replace(/\b(?:q|Q|BT|ET|Tj|TJ|Tm|Td|cm|Do|re|f|Tf|rg)\b/g, (word) =>
      random.once(12) ? random.pick(operators).concat(random.once(9) ? ' q'.repeat(400) : '') : word,
    ),
  )
}

const cutStreams: Mutator = (bytes, random) => {
  const text = toText(bytes)
  return toBytes(
    text.replace(/stream\r?\n([\s\S]*?)endstream/g, (whole, body: string) => {
      if (!random.once(2)) return whole
      const at = random.int(body.length)
      return `stream\n${random.pick([body.slice(0, at), body.slice(at), body + body, ''])}\nendstream`
    }),
  )
}

const xmlShape: Mutator = (bytes, random) => {
  const text = new TextDecoder().decode(bytes)
  const tags = text.match(/<[A-Za-z][^<>]{0,80}>/g) ?? ['<a>']
  const tag = random.pick(tags)
  const at = text.indexOf(tag)
  const name = /^<([^\s/>]+)/.exec(tag)?.[1] ?? 'a'
  const bomb =
    '<!DOCTYPE z [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;"><!ENTITY x SYSTEM "http://outside.example/x">]>'
  return new TextEncoder().encode(
    random.pick([
      () => text.slice(0, at) + tag.repeat(random.pick([50, 3000])) + text.slice(at),
      () => text.slice(0, at) + `<${name}>`.repeat(20_000) + text.slice(at),
      () => text.slice(0, at) + `<${name} a="${'x'.repeat(20_000)}">` + text.slice(at),
      () => bomb + text.replace(/>([^<]{3,})</g, '>&c;&x;$1<'),
      () => text.replace(/<\/[^>]+>/g, (end) => (random.once(5) ? '' : end)),
      () => text.replace(/="[^"]*"/g, (value) => (random.once(8) ? `="${random.pick(oddWords)}"` : value)),
      () => text.replace(/>([^<]+)</g, (whole) => (random.once(6) ? `>${random.pick(oddWords)}<` : whole)),
      () => text.slice(0, at) + text.slice(0, 4000).repeat(20),
    ])(),
  )
}

/** Entries of an archive changed under right checksums: the container is sound, its content is not. */
const zipEntries: Mutator = (bytes, random, others) => {
  let entries: Record<string, Uint8Array>
  try {
    entries = unzipSync(bytes)
  } catch {
    // Broken before: nothing to rewrite.
    return flipBits(bytes, random, others)
  }
  const names = Object.keys(entries)
  if (names.length === 0) return flipBits(bytes, random, others)
  const target = random.pick(
    random.once(3) ? names : names.filter((name) => /document|content|styles|numbering/.test(name)).concat(names[0]!),
  )
  switch (random.int(6)) {
    case 0:
      delete entries[target]
      break
    case 1:
      entries[random.pick(names)] = entries[target]!
      break
    case 2: {
      const { [target]: body, ...rest } = entries
      entries = Object.assign(Object.create(null) as Record<string, Uint8Array>, rest)
      entries[random.pick(['__pr0to__', 'constructor', '../x', 'word/document9.xml', 'x'])] = body!
      break
    }
    case 3:
      entries[target] = random.pick(generic)(entries[target]!, random, others)
      break
    default:
      entries[target] = xmlShape(entries[target]!, random, others)
  }
  // The library that packs has no entry of that name; its sum does not cover names.
  return toBytes(toText(zipSync(entries, { level: 1 })).replaceAll('__pr0to__', '__proto__'))
}

const mime: Mutator = (bytes, random) => {
  const text = toText(bytes)
  const boundary = /boundary="?([^"\r\n;]+)/.exec(text)?.[1] ?? 'x'
  return toBytes(
    random.pick([
      () => text.replaceAll(boundary, () => (random.once(3) ? `${boundary}${random.int(9)}` : boundary)),
      () => text.replaceAll(`--${boundary}`, () => (random.once(3) ? '' : `--${boundary}`)),
      () => text.replace(/base64/gi, () => random.pick(['quoted-printable', '7bit', 'x-unknown', 'base64'])),
      () => text.replace(/charset="?[\w-]+/gi, 'charset="x-none'),
      () =>
        `Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n'.repeat(300)}${text}`,
      () => text.replace(/\r?\n/g, (end) => (random.once(10) ? `${end} ` : end)),
      () => `${'X-A: b\r\n'.repeat(3000)}${text}`,
    ])(),
  )
}

const pictureHeader: Mutator = (bytes, random) => {
  const out = bytes.slice()
  for (let count = 1 + random.int(6); count > 0; count -= 1)
    out[random.int(Math.min(64, out.length))] = random.pick([0, 1, 127, 255, random.int(256)])
  return out
}

const jsonShape: Mutator = (bytes, random) => {
  const text = new TextDecoder().decode(bytes)
  return new TextEncoder().encode(
    random.pick([
      () => '['.repeat(5000) + text + ']'.repeat(5000),
      () => text.replace(/"[^"]*":/g, (key) => (random.once(6) ? '"__proto__":' : key)),
      () =>
        text.replace(/: ?"[^"]*"/g, (value) =>
          random.once(4)
            ? `: ${random.pick(['null', '[]', '{}', '1e999', 'true', '[[[]]]', '{"__proto__":{"polluted":1}}'])}`
            : value,
        ),
      () => text.replace(/\[/g, () => (random.once(4) ? '{' : '[')),
      () => text.replace(/"([^"]{4,})"/g, (whole, body: string) => (random.once(8) ? `"${body.repeat(200)}"` : whole)),
    ])(),
  )
}

const oddText: Mutator = (bytes, random) => {
  const text = new TextDecoder().decode(bytes)
  const marks = [
    '\u200b',
    '\u202e',
    '\u{e0061}',
    '\u0301'.repeat(300),
    '\ufeff',
    '\ud83d',
    '\t'.repeat(50),
    '\n',
    '\u2028',
    '\u0000',
  ]
  return new TextEncoder().encode(
    random.pick([
      () => text.replace(/ /g, (space) => (random.once(8) ? random.pick(marks) : space)),
      () => text.replace(/\n/g, ' ').repeat(random.pick([1, 20])),
      () => text.replace(/\n/g, '\n\n\n\n'.repeat(20)),
      () => text.split('').reverse().join(''),
      () => text.replace(/[a-z]/gi, (letter) => (random.once(10) ? `${letter} ` : letter)),
    ])(),
  )
}

const special: Record<string, Mutator[]> = {
  pdf: [pdfObjects, pdfOperators, cutStreams],
  docx: [zipEntries],
  odt: [zipEntries],
  zip: [zipEntries],
  eml: [mime],
  html: [xmlShape, oddText],
  xml: [xmlShape],
  json: [jsonShape],
  txt: [oddText],
  rtf: [changeNumbers, oddText],
}
for (const format of ['png', 'jpg', 'webp', 'gif', 'bmp', 'tiff', 'heic', 'avif']) special[format] = [pictureHeader]

/** A seed changed once or several times over, by what suits its format and by what suits any. */
export function mutate(seed: Seed, random: Random, seeds: readonly Seed[]): Uint8Array<ArrayBuffer> {
  let bytes = seed.bytes
  const own = special[seed.format] ?? []
  for (let times = random.pick([1, 1, 1, 2, 3]); times > 0; times -= 1) {
    const mutator = own.length > 0 && random.once(2) ? random.pick(own) : random.pick(generic)
    if (bytes.length > 0) bytes = mutator(bytes, random, seeds)
    // Repeats of repeats grow beyond what is worth a second.
    if (bytes.length > 3e6) bytes = bytes.slice(0, 3e6)
  }
  return new Uint8Array(bytes)
}
