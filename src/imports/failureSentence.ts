import type { StoredImport } from './records.ts'
import type { ImportWords } from './text.ts'

/** The sentence of a failure: what happened, then what to do. A failure of a later version has a general one. */
export function failureSentence({ failure, blobId }: StoredImport['fields'], t: ImportWords): string {
  const detail = (failure ?? {}) as Record<string, unknown>
  const number = (name: string) => (typeof detail[name] === 'number' ? (detail[name] as number) : 0)
  switch (failure?.type) {
    case 'Unsupported':
      return t.failures.Unsupported(String(detail['format'] ?? ''))
    case 'Encrypted':
      return t.failures.Encrypted(String(detail['format'] ?? ''))
    case 'TooLarge':
      return t.failures[blobId === '' ? 'TooLarge' : 'TooLargeKept'](number('sizeBytes'), number('limitBytes'))
    case 'TooManyPages':
      return t.failures.TooManyPages(number('pageCount'))
    case 'TooManyPixels':
      return t.failures.TooManyPixels(Math.round(number('megapixels')))
    default: {
      const sentence = (t.failures as Record<string, unknown>)[failure?.type ?? '']
      return typeof sentence === 'string' ? sentence : t.failures.other
    }
  }
}
