import type { PDFDocumentProxy } from 'pdfjs-dist'
import { decodeText } from './decodeText.ts'
import { readEuropass, readEuropassJson } from './europass.ts'
import { type EmbeddedCv, readJsonResume } from './readJsonResume.ts'

/** Attachments above this hold something else than the data of a CV. */
const largestBytes = 5 * 2 ** 20

/** The data a PDF carries beside its pages: a Europass XML or JSON, or a JSON Resume. Null when it carries none. */
export async function readPdfData(pdf: PDFDocumentProxy): Promise<EmbeddedCv | null> {
  try {
    const attachments = await pdf.getAttachments()
    for (const [id, { filename }] of [...(attachments ?? [])].slice(0, 20)) {
      if (!/\.(?:xml|json)$/i.test(filename)) continue
      const content = await pdf.getAttachmentContent(id)
      if (!(content instanceof Uint8Array) || content.length > largestBytes) continue
      const text = decodeText(content)
      const data = text === null ? null : readCvData(text)
      if (data) return data
    }
  } catch {
    // A damaged list of attachments: the pages are there all the same.
  }
  return null
}

/** The CV that a text states as data, whatever its schema. */
export function readCvData(text: string): EmbeddedCv | null {
  const head = text.trimStart().slice(0, 1)
  if (head === '<') return readEuropass(text)
  if (head !== '{') return null
  const resume = readJsonResume(text)
  return readEuropassJson(text) ?? (resume ? { maker: 'jsonresume', resume, birthDate: '', driving: [] } : null)
}

/** What a PDF's own fields say it is called and by whom: a hint of a name, never one by itself. */
export async function readPdfTitles(pdf: PDFDocumentProxy): Promise<string[]> {
  try {
    const { info, metadata } = await pdf.getMetadata()
    const fields = info as Record<string, unknown>
    return [fields['Title'], metadata?.get('dc:title'), fields['Author'], metadata?.get('dc:creator')]
      .flat()
      .filter((value): value is string => typeof value === 'string' && value.trim() !== '' && value.length < 120)
  } catch {
    // Metadata are a hint and nothing more.
    return []
  }
}
