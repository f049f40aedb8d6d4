import { writeCompoundFile } from './compoundFile.ts'

export type MailToWrite = {
  from: { name: string; address: string }
  subject: string
  text: string
  attachments: { fileName: string; mimeType: string; bytes: Uint8Array; inline?: boolean }[]
}

const word = (text: string) => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`
const wrapped = (bytes: Uint8Array) =>
  (
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,76}/g) ?? []
  ).join('\r\n')

/** A text as quoted-printable in Latin-9, as older mail programs send it. */
function quotedPrintable(text: string): string {
  const bytes = Array.from(text, (letter) => (letter === 'œ' ? 0xbd : letter === '€' ? 0xa4 : letter.charCodeAt(0)))
  const encoded = bytes
    .map((byte) =>
      byte === 10
        ? '\r\n'
        : byte === 0x3d || byte > 126
          ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
          : String.fromCharCode(byte),
    )
    .join('')
  return encoded
    .split('\r\n')
    .map((line) => line.replaceAll(/(.{70}(?:=..)?[^=]{0,2})(?=.)/g, '$1=\r\n'))
    .join('\r\n')
}

/** A mail as it travels: nested parts, encoded words, quoted-printable and base64. */
export function writeEml(mail: MailToWrite): Uint8Array {
  const outer = '=_dehors'
  const inner = '=_dedans'
  const parts = mail.attachments.map(({ fileName, mimeType, bytes, inline }) =>
    [
      `--${outer}`,
      `Content-Type: ${mimeType}; name="${word(fileName)}"`,
      'Content-Transfer-Encoding: base64',
      inline ? 'Content-ID: <logo@example.org>' : '',
      `Content-Disposition: ${inline ? 'inline' : 'attachment'}; filename*=utf-8''${encodeURIComponent(fileName)}`,
      '',
      wrapped(bytes),
    ]
      .filter((line, index) => line !== '' || index > 3)
      .join('\r\n'),
  )
  return Buffer.from(
    [
      'Return-Path: <rebond@example.org>',
      'Received: from mail.example.org by mx.example.org; Tue, 3 Nov 2026 09:12:44 +0100',
      `From: ${word(mail.from.name)} <${mail.from.address}>`,
      'To: recrutement@example.com',
      `Subject: ${word(mail.subject)}`,
      'Date: Tue, 3 Nov 2026 09:12:40 +0100',
      'Message-ID: <essai@example.org>',
      'MIME-Version: 1.0',
      `Content-Type: multipart/mixed; boundary="${outer}"`,
      '',
      `--${outer}`,
      `Content-Type: multipart/alternative; boundary="${inner}"`,
      '',
      `--${inner}`,
      'Content-Type: text/plain; charset=iso-8859-15',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      quotedPrintable(mail.text),
      `--${inner}`,
      'Content-Type: text/html; charset=utf-8',
      '',
      `<html><body>${mail.text
        .split('\n')
        .map((line) => `<p>${line}</p>`)
        .join('')}<script>fetch('https://example.org')</script><img src="cid:logo@example.org"></body></html>`,
      `--${inner}--`,
      '',
      ...parts,
      `--${outer}--`,
      '',
    ].join('\r\n'),
  )
}

/** A message of Outlook with the same content. */
export function writeMsg(mail: MailToWrite): Uint8Array {
  const wide = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'))
  const properties = new Uint8Array(32 + 16)
  const view = new DataView(properties.buffer)
  view.setUint16(32, 0x0040, true)
  view.setUint16(34, 0x0039, true)
  view.setBigUint64(40, BigInt(Date.UTC(2026, 10, 3) + 11_644_473_600_000) * 10_000n, true)
  const streams: Record<string, Uint8Array> = {
    '__properties_version1.0': properties,
    '__substg1.0_0037001F': wide(mail.subject),
    '__substg1.0_0C1A001F': wide(mail.from.name),
    '__substg1.0_5D01001F': wide(mail.from.address),
    '__substg1.0_1000001F': wide(mail.text.replaceAll('\n', '\r\n')),
  }
  for (const [index, { fileName, mimeType, bytes }] of mail.attachments.entries()) {
    const storage = `__attach_version1.0_#${String(index).padStart(8, '0')}`
    streams[`${storage}/__substg1.0_37010102`] = bytes
    streams[`${storage}/__substg1.0_3707001F`] = wide(fileName)
    streams[`${storage}/__substg1.0_370E001F`] = wide(mimeType)
  }
  return writeCompoundFile(streams)
}
