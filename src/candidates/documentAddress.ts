import type { PageBox } from '../model/record.ts'

/** Where a document of a candidate is read, with boxes lit: `/candidats/ID?onglet=documents&document=ID&boxes=…`. */
export function documentAddress(candidateId: string, documentId: string, boxes: readonly PageBox[] = []): string {
  const search = new URLSearchParams({ onglet: 'documents', document: documentId })
  const page = boxes[0]?.page
  if (page !== undefined) {
    search.set('page', String(page))
    const shown = boxes.filter((box) => box.page === page)
    search.set('boxes', shown.map(({ x, y, width, height }) => [x, y, width, height].map(short).join(',')).join(';'))
  }
  return `/candidats/${candidateId}?${search.toString().replaceAll('%2C', ',').replaceAll('%3B', ';')}`
}
const short = (fraction: number): string => String(Math.round(fraction * 1e4) / 1e4)

/** The boxes of such an address; what does not fit is left out. */
export function addressToBoxes(search: URLSearchParams): PageBox[] {
  const page = Number(search.get('page') ?? '1')
  if (!Number.isInteger(page) || page < 1) return []
  return (search.get('boxes') ?? '').split(';').flatMap((part) => {
    const [x, y, width, height] = part.split(',').map(Number)
    const all = [x, y, width, height]
    if (all.some((value) => value === undefined || !(value >= 0 && value <= 1))) return []
    return [{ page, x: x!, y: y!, width: width!, height: height! }]
  })
}
