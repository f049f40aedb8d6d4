import { err, ok, type Result } from '../../../src/kit/result.ts'
import type { ReadFailure } from '../../../src/model/reading.ts'
import type { CompoundFile } from './compoundFile.ts'
import { type FlowText, plainParagraph, textOf } from './flowText.ts'
import { htmlToFlow } from './readHtml.ts'
import { textToParagraphs } from './plainPages.ts'
import { isTnef, readTnef } from './readTnef.ts'

/** A mail taken apart. */
export interface Mail {
  subject: string
  from: { name: string; address: string }
  /** ISO 8601, or as the mail writes it; '' when it has none. */
  date: string
  body: FlowText
  attachments: MailAttachment[]
}

/** A file a mail carries. */
export interface MailAttachment {
  fileName: string
  bytes: Uint8Array
  /** Shown inside the text, like a logo of a signature. */
  isInline: boolean
}

/** Reads a mail as it travels (RFC 5322 and MIME). Nothing it refers to is loaded. */
export async function readEml(bytes: Uint8Array): Promise<Result<Mail, ReadFailure>> {
  const { default: PostalMime } = await import('postal-mime')
  try {
    const mail = await PostalMime.parse(withoutMboxLine(bytes), {
      maxNestingDepth: 40,
      attachmentEncoding: 'arraybuffer',
    })
    const { html = '', text = '' } = mail
    return ok({
      subject: mail.subject ?? '',
      from: { name: mail.from?.name ?? '', address: mail.from?.address ?? '' },
      date: mail.date ?? '',
      body: bodyOf(html, text),
      attachments: mail.attachments.flatMap((attachment, index): MailAttachment[] => {
        const content = toBytes(attachment.content)
        if (isTnef(content)) return readTnef(content).map((file) => ({ ...file, isInline: false }))
        return [
          {
            fileName: attachment.filename || defaultName(attachment.mimeType, index),
            bytes: content,
            isInline:
              attachment.related === true ||
              (attachment.disposition === 'inline' && /^image\//.test(attachment.mimeType)),
          },
        ]
      }),
    })
  } catch {
    // Nested or headed beyond what any mail program writes.
    return err({ type: 'Corrupt', format: 'eml' })
  }
}

/** A page saved with its pictures in one file: its text alone. */
export async function readMhtml(bytes: Uint8Array): Promise<Result<FlowText, ReadFailure>> {
  const read = await readEml(bytes)
  return read.ok ? ok(read.value.body) : err({ type: 'Corrupt', format: 'mhtml' })
}

const toBytes = (content: ArrayBuffer | Uint8Array | string): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content)

/** Mailboxes put a line of their own before each mail. */
function withoutMboxLine(bytes: Uint8Array): Uint8Array {
  const opens = String.fromCharCode(...bytes.subarray(0, 5)) === 'From '
  const end = opens ? bytes.indexOf(10) : -1
  return end >= 0 ? bytes.subarray(end + 1) : bytes
}

const extensions: Record<string, string> = {
  'application/pdf': 'pdf',
  'application/msword': 'doc',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/rtf': 'rtf',
  'text/rtf': 'rtf',
  'text/plain': 'txt',
  'text/html': 'html',
  'message/rfc822': 'eml',
  'image/jpeg': 'jpg',
  'image/png': 'png',
}
const defaultName = (mimeType: string, index: number): string => `${index + 1}.${extensions[mimeType] ?? 'bin'}`

function bodyOf(html: string, text: string): FlowText {
  // Mail programs write the plain half for machines; the page has the headings and lists.
  const page = html.trim() === '' ? null : htmlToFlow(html)
  return page && page.paragraphs.length > 0 ? page : { paragraphs: textToParagraphs(text), hiddenPassages: [] }
}

/** Reads a message of Outlook ([MS-OXMSG]). */
export function readMsg(file: CompoundFile): Result<Mail, ReadFailure> {
  const fixed = fixedProperties(file.read('__properties_version1.0'), 32)
  const decoder = decoderOf(fixed.get(0x3ffd) ?? fixed.get(0x3fde))
  const string = (storage: string, id: string): string => {
    const wide = file.read(`${storage}__substg1.0_${id}001F`)
    if (wide) return new TextDecoder('utf-16le').decode(wide).replace(/\u0000+$/, '')
    const narrow = file.read(`${storage}__substg1.0_${id}001E`)
    return narrow ? decoder.decode(narrow).replace(/\u0000+$/, '') : ''
  }
  const page = file.read('__substg1.0_10130102')
  const html = page ? decodePage(page, decoder) : string('', '1013')
  const sender = string('', '5D01') || string('', '0C1F')
  const storages = [
    ...new Set(file.paths.flatMap((path) => /^__attach_version1\.0_#[0-9A-F]+\//i.exec(path)?.[0] ?? [])),
  ]
  const attachments = storages.sort().flatMap((storage, index): MailAttachment[] => {
    const bytes = file.read(`${storage}__substg1.0_37010102`)
    if (!bytes) return []
    return [
      {
        fileName: string(storage, '3707') || string(storage, '3704') || defaultName(string(storage, '370E'), index),
        bytes,
        isInline: string(storage, '3712') !== '' && /^image\//.test(string(storage, '370E')),
      },
    ]
  })
  const sent = fixed.get(0x0039) ?? fixed.get(0x0e06)
  const subject = string('', '0037')
  const text = string('', '1000')
  if (subject === '' && text === '' && html === '' && attachments.length === 0)
    return err({ type: 'Corrupt', format: 'msg' })
  return ok({
    subject,
    from: { name: string('', '0C1A'), address: sender.includes('@') ? sender : '' },
    date: sent === undefined ? '' : fileTimeToIso(sent),
    body: bodyOf(html, text),
    attachments,
  })
}

/** Numbers and times stand in one stream, sixteen bytes each. */
function fixedProperties(bytes: Uint8Array | null, from: number): Map<number, bigint> {
  const found = new Map<number, bigint>()
  if (!bytes) return found
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = from; at + 16 <= bytes.length; at += 16) {
    const id = view.getUint16(at + 2, true)
    const isLong = view.getUint16(at, true) === 0x0040
    found.set(id, isLong ? view.getBigUint64(at + 8, true) : BigInt(view.getUint32(at + 8, true)))
  }
  return found
}

/** Ticks of 100 ns since 1601, as Windows counts. */
function fileTimeToIso(ticks: bigint): string {
  const time = new Date(Number(ticks / 10_000n) - 11_644_473_600_000)
  return Number.isNaN(time.getTime()) ? '' : time.toISOString()
}

function decoderOf(codepage: bigint | undefined): TextDecoder {
  try {
    return new TextDecoder(
      codepage === 65_001n ? 'utf-8' : codepage === undefined ? 'windows-1252' : `windows-${codepage}`,
    )
  } catch {
    // A code page browsers do not know.
    return new TextDecoder('windows-1252')
  }
}

function decodePage(bytes: Uint8Array, decoder: TextDecoder): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Not UTF-8: the code page the message declares.
    return decoder.decode(bytes)
  }
}

const isPassedOn = /^\s*(?:tr|fwd?|wg|re|rép|réf)\s*:/i

/** The mail as a page: its subject, its text, and at the end who sent it. */
export function mailToFlow(mail: Mail): FlowText {
  const sender = [mail.from.name, mail.from.address && `<${mail.from.address}>`].filter(Boolean).join(' ')
  const date = mail.date.slice(0, 10)
  // Who passes a mail on is not who it is about.
  const signed = isPassedOn.test(mail.subject) ? '' : sender
  return {
    paragraphs: [
      ...mail.body.paragraphs,
      ...[mail.subject, signed, date]
        .filter(Boolean)
        .map((text, index) => ({ ...plainParagraph(text, { size: 9 }), spaceBefore: index === 0 })),
    ],
    hiddenPassages: mail.body.hiddenPassages,
  }
}

/** The words of a mail as a text file, to be kept beside the CV it brought. */
export function mailToText(mail: Mail): string {
  const rows = mail.body.paragraphs.map(
    (paragraph) => (paragraph.spaceBefore ? '\n' : '') + (paragraph.bullet ? '• ' : '') + textOf(paragraph),
  )
  const sender = [mail.from.name, mail.from.address && `<${mail.from.address}>`].filter(Boolean).join(' ')
  const heads = [mail.subject, sender, mail.date.slice(0, 10)].filter((value) => value !== '')
  return `${[...heads, '', ...rows].join('\n').trim()}\n`
}
