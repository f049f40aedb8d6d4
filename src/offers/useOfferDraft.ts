import { useCallback, useEffect, useRef, useState } from 'react'
import { emptyOffer, type Offer } from '../model/offer.ts'
import { firstRecordSaved } from '../ui/milestones.ts'
import { isBlank } from './advert.ts'
import { newId, type OfferDraft, readOffer, saveOffer, type WriteFailure } from './records.ts'

/** A pause in typing this long stores what was typed. */
const pauseMs = 400

/** An offer in hand, stored by itself. */
export interface OfferInHand {
  state: 'loading' | 'ready' | 'missing'
  /** The id it has or will have. */
  id: string
  draft: OfferDraft
  /** `new` until something was stored. */
  saving: 'new' | 'pending' | 'saved'
  failure: WriteFailure | null
  change: (next: (draft: OfferDraft) => OfferDraft) => void
  /** Fields written by the person's own hand. */
  write: (fields: Partial<Offer>) => void
  /** Stores what is not stored yet, with these fields; false when that failed. */
  finish: (fields: Partial<Offer>) => Promise<boolean>
}

const blank = (): OfferDraft => ({ fields: { ...emptyOffer(), status: 'draft' }, about: {} })

/**
 * Holds an offer while it is being written and stores it at each pause: a closed tab loses nothing. A new one becomes a
 * record with its first words (`onMade` is told then), an empty form makes none.
 */
export function useOfferDraft(storedId: string | null, onMade: (id: string) => void): OfferInHand {
  const [id] = useState(() => storedId ?? newId())
  const [state, setState] = useState<OfferInHand['state']>(storedId === null ? 'ready' : 'loading')
  const [draft, setDraft] = useState(blank)
  const [saving, setSaving] = useState<OfferInHand['saving']>('new')
  const [failure, setFailure] = useState<WriteFailure | null>(null)
  const latest = useRef(draft)
  const stored = useRef<OfferDraft | null>(null)
  const queue = useRef<Promise<boolean>>(Promise.resolve(true))
  const made = useRef(onMade)
  useEffect(() => {
    made.current = onMade
  })

  useEffect(() => {
    if (storedId === null) return
    let left = false
    void readOffer(storedId).then((offer) => {
      if (left) return
      if (!offer) return setState('missing')
      const read = { fields: offer.fields, about: offer.about }
      stored.current = read
      latest.current = read
      setDraft(read)
      setSaving('saved')
      setState('ready')
    })
    return () => {
      left = true
    }
    // The id of a new offer reaches the address once it is stored; it is already in hand then.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [])

  const store = useCallback((): Promise<boolean> => {
    queue.current = queue.current.then(async () => {
      const next = latest.current
      const before = stored.current
      if (next === before || (!before && isBlank(next))) return true
      const done = await saveOffer(id, before, next)
      setFailure(done.ok ? null : done.error)
      if (!done.ok) return false
      stored.current = next
      if (latest.current === next) setSaving('saved')
      if (!before) {
        firstRecordSaved()
        made.current(id)
      }
      return true
    })
    return queue.current
  }, [id])

  useEffect(() => {
    if (draft === stored.current || isBlankAndNew(draft, stored.current)) return
    const timer = setTimeout(() => void store(), pauseMs)
    return () => clearTimeout(timer)
  }, [draft, store])

  useEffect(() => {
    const leave = () => void store()
    const hide = () => document.visibilityState === 'hidden' && leave()
    document.addEventListener('visibilitychange', hide)
    addEventListener('pagehide', leave)
    return () => {
      document.removeEventListener('visibilitychange', hide)
      removeEventListener('pagehide', leave)
      leave()
    }
  }, [store])

  const change = useCallback((next: (draft: OfferDraft) => OfferDraft) => {
    latest.current = next(latest.current)
    setDraft(latest.current)
    setSaving('pending')
  }, [])

  const write = useCallback(
    (fields: Partial<Offer>) =>
      change((before) => ({
        fields: { ...before.fields, ...fields },
        about: { ...before.about, ...byPerson(Object.keys(fields)) },
      })),
    [change],
  )

  const finish = useCallback(
    async (fields: Partial<Offer>) => {
      change((before) => ({ ...before, fields: { ...before.fields, ...fields } }))
      return store()
    },
    [change, store],
  )

  return { state, id, draft, saving, failure, change, write, finish }
}

const isBlankAndNew = (draft: OfferDraft, stored: OfferDraft | null): boolean => stored === null && isBlank(draft)

const byPerson = (paths: readonly string[]): OfferDraft['about'] =>
  Object.fromEntries(paths.map((path) => [path, { by: 'person' as const }]))
