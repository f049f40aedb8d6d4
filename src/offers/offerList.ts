import { fold } from '../kit/fold.ts'
import type { Offer } from '../model/offer.ts'
import type { StoredOffer } from './records.ts'

export const sortKeys = ['title', 'company', 'place', 'status', 'created'] as const
export type SortKey = (typeof sortKeys)[number]

/** What the list of offers shows; it is the search part of the address. */
export interface OfferListView {
  query: string
  status: Offer['status'] | ''
  sort: SortKey
  descending: boolean
}

export const plainView: OfferListView = { query: '', status: '', sort: 'created', descending: true }

/** The view of an address; what does not fit is left out. */
export function searchToView(search: URLSearchParams): OfferListView {
  const status = search.get('statut') ?? ''
  const [, minus = '', sort = ''] = /^(-?)(\w+)$/.exec(search.get('tri') ?? '') ?? []
  const known = (sortKeys as readonly string[]).includes(sort)
  return {
    query: search.get('q') ?? '',
    status: status === 'draft' || status === 'open' || status === 'closed' ? status : '',
    sort: known ? (sort as SortKey) : plainView.sort,
    descending: known ? minus === '-' : plainView.descending,
  }
}

/** The address of a view; what is plain is not written. */
export function viewToSearch({ query, status, sort, descending }: OfferListView): URLSearchParams {
  const search = new URLSearchParams()
  if (query !== '') search.set('q', query)
  if (status !== '') search.set('statut', status)
  if (sort !== plainView.sort || descending !== plainView.descending) {
    search.set('tri', `${descending ? '-' : ''}${sort}`)
  }
  return search
}

const statusOrder: Record<Offer['status'], number> = { draft: 0, open: 1, closed: 2 }

/** The offers of a view, binned ones left out; every word of the query must be somewhere, accents and case aside. */
export function listOffers(offers: Iterable<StoredOffer>, view: OfferListView): StoredOffer[] {
  const wanted = fold(view.query)
    .split(/\s+/)
    .filter((word) => word !== '')
  const fits = ({ fields, binnedAt }: StoredOffer): boolean => {
    if (binnedAt !== undefined || (view.status !== '' && fields.status !== view.status)) return false
    const words = fold([fields.title, fields.company, fields.city, fields.postalCode].join(' '))
    return wanted.every((word) => words.includes(word))
  }
  const wordOf = ({ fields, createdAt }: StoredOffer): string | number => {
    switch (view.sort) {
      case 'title':
        return fold(fields.title)
      case 'company':
        return fold(fields.company)
      case 'place':
        return fold(fields.city)
      case 'status':
        return statusOrder[fields.status]
      case 'created':
        return createdAt
    }
  }
  const direction = view.descending ? -1 : 1
  const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0)
  return [...offers].filter(fits).sort((a, b) => {
    const [wordA, wordB] = [wordOf(a), wordOf(b)]
    // What is not said goes last whichever way the list is sorted.
    if (wordA === '' || wordB === '') return Number(wordA === '') - Number(wordB === '')
    return direction * compare(wordA, wordB) || (a.id < b.id ? 1 : -1)
  })
}
