import { ListFilter, Search as SearchIcon } from 'lucide-react'
import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import { matcher } from '../../workers/matching/client.ts'
import { findCandidatesByEmail, findCandidatesByPhone, useCandidates } from '../candidates/records.ts'
import { formatDay, formatNumber, formatRelativeDay, plural } from '../kit/format.ts'
import { availabilityOf } from '../model/availability.ts'
import type { Stored } from '../model/record.ts'
import { isReachable, readSearch } from '../model/searchWords.ts'
import { useOffers } from '../offers/records.ts'
import { Button, LinkButton } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { useLanguage, useText } from '../ui/language.ts'
import { Marked } from '../ui/Marked.tsx'
import { Screen } from '../ui/Screen.tsx'
import { SearchBox } from '../ui/SearchBox.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { useIsPhone } from '../ui/useMediaQuery.ts'
import { candidateToSearchable, type Hit, offerToSearchable, type Searchable, searchAmong } from './searchEverything.ts'
import { text } from './text.ts'

type Scope = 'candidates' | 'offers'

/** Results drawn at once; the next ones on demand. */
const shownAtOnce = 50
/** The address waits for typing to pause. */
const addressDelayMs = 300
/** Neighbours by meaning are a hint under the results, not a second list. */
const neighboursShown = 8

/** One box over candidates and offers, the hits under the felt pen. */
export function SearchScreen() {
  const t = useText(text)
  const language = useLanguage()
  const isPhone = useIsPhone()
  const [, navigate] = useLocation()
  const address = new URLSearchParams(useSearch())
  const scope: Scope = address.get('dans') === 'offres' ? 'offers' : 'candidates'
  const asked = address.get('q') ?? ''
  const [typed, setTyped] = useState({ asked, words: asked })
  const words = typed.asked === asked ? typed.words : asked
  const settled = useDeferredValue(words)

  useEffect(() => {
    if (words === asked) return
    const timer = setTimeout(() => navigate(addressOf(words, scope), { replace: true }), addressDelayMs)
    return () => clearTimeout(timer)
  }, [words, asked, scope, navigate])

  const candidates = useCandidates()
  const offers = useOffers()
  const people = candidates.state === 'ready' ? candidates.value : null
  const adverts = offers.state === 'ready' ? offers.value : null
  const search = useMemo(() => readSearch(settled), [settled])
  const reached = useReached(settled)
  const found = useMemo(() => {
    const start = performance.now()
    const persons = searchAmong((people ?? []).map(personOf), search)
    const known = new Set(persons.map(({ id }) => id))
    const sealed = reached.filter((id) => !known.has(id) && people?.some((record) => record.id === id))
    return {
      candidates: [...sealed.map((id): Hit => ({ id, score: 0, quote: '', marks: [] })), ...persons],
      offers: searchAmong([...(adverts?.values() ?? [])].filter(({ binnedAt }) => !binnedAt).map(offerOf), search),
      ms: performance.now() - start,
    }
  }, [people, adverts, search, reached])
  const neighbours = useNeighbours(settled, people, found.candidates)
  const [more, setMore] = useState({ words: '', count: shownAtOnce })
  const limit = more.words === settled ? more.count : shownAtOnce

  const counted = (n: number, what: Scope) =>
    `${formatNumber(language, n)} ${plural(language, n, what === 'candidates' ? t.candidateForms : t.offerForms)}`
  const scopes = (
    <div className={isPhone ? 'strip' : 'row'} role="group" aria-label={t.scope}>
      {(['candidates', 'offers'] as const).map((one) => (
        <button
          key={one}
          type="button"
          className={one === scope ? 'filter on' : 'filter'}
          aria-pressed={one === scope}
          onClick={() => navigate(addressOf(words, one), { replace: true })}
        >
          {one === 'candidates' ? t.candidates : t.offers}{' '}
          {settled.trim() !== '' && <b className="num">{formatNumber(language, found[one].length)}</b>}
        </button>
      ))}
    </div>
  )
  const box = (
    <SearchBox
      label={t.label}
      placeholder={t.placeholder}
      value={words}
      onChange={(next) => setTyped({ asked, words: next })}
      kbd={isPhone ? undefined : '/'}
    />
  )
  const hits = found[scope]
  const state =
    candidates.state === 'failed' || offers.state === 'failed'
      ? 'failed'
      : people === null || adverts === null
        ? 'loading'
        : 'ready'
  const other: Scope = scope === 'candidates' ? 'offers' : 'candidates'
  const results =
    settled.trim() === '' ? (
      <div className="pad">
        <EmptyState title={t.start} icon={SearchIcon}>
          {t.startNote}
        </EmptyState>
      </div>
    ) : (
      <>
        <p className="t-sm t-3" role="status" style={{ padding: isPhone ? '.25rem 1rem .5rem' : '.625rem 1.25rem' }}>
          {t.found(counted(hits.length, scope), formatNumber(language, Math.max(1, Math.round(found.ms))))}
        </p>
        {hits.length > 0 && (
          <ul className="plist rule">
            {hits.slice(0, limit).map((hit) => (
              <li key={hit.id}>
                {scope === 'candidates' ? (
                  <PersonHit hit={hit} record={people!.find(({ id }) => id === hit.id)!} />
                ) : (
                  <OfferHit hit={hit} record={adverts!.get(hit.id)!} />
                )}
              </li>
            ))}
          </ul>
        )}
        {hits.length > limit && (
          <div className="pad">
            <Button onClick={() => setMore({ words: settled, count: limit + shownAtOnce })}>
              {t.showMore(formatNumber(language, Math.min(shownAtOnce, hits.length - limit)))}
            </Button>
          </div>
        )}
        {hits.length === 0 && (scope === 'offers' || neighbours.length === 0) && (
          <div className="pad">
            <EmptyState
              title={t.none(settled.trim())}
              actions={
                found[other].length > 0 && (
                  <Button onClick={() => navigate(addressOf(words, other), { replace: true })}>
                    {t.elsewhere(counted(found[other].length, other))}
                  </Button>
                )
              }
            >
              {t.noneNote}
            </EmptyState>
          </div>
        )}
        {scope === 'candidates' && neighbours.length > 0 && (
          <section aria-label={t.byMeaning}>
            <h2 className="t-head" style={{ padding: isPhone ? '1rem 1rem .5rem' : '1rem 1.25rem .5rem' }}>
              {t.byMeaning}
            </h2>
            <ul className="plist rule">
              {neighbours.map(({ hit, record }) => (
                <li key={hit.id}>
                  <PersonHit hit={hit} record={record} />
                </li>
              ))}
            </ul>
          </section>
        )}
        {scope === 'candidates' && hits.length > 0 && (
          <div className="pad">
            <LinkButton icon={ListFilter} href={`/candidats?q=${encodeURIComponent(settled)}`}>
              {t.openList}
            </LinkButton>
          </div>
        )}
      </>
    )
  const content =
    state === 'ready' ? (
      results
    ) : (
      <div className="pad">
        {state === 'loading' ? (
          <Skeleton lines={5} label={t.loading} />
        ) : (
          <ErrorState title={t.failed} onRetry={() => location.reload()}>
            {t.failedNote}
          </ErrorState>
        )}
      </div>
    )
  if (isPhone) {
    return (
      <Screen
        title={t.title}
        under={
          <>
            <div className="row" style={{ padding: '.25rem 1rem .5rem' }}>
              {box}
            </div>
            {scopes}
          </>
        }
      >
        {content}
      </Screen>
    )
  }
  return (
    <Screen title={t.title}>
      <div className="row" style={{ padding: '.625rem 1.25rem', borderBlockEnd: '1px solid var(--vv-line)' }}>
        <span style={{ flex: '0 1 32rem' }}>{box}</span>
        {scopes}
      </div>
      <div className="scroll grow" tabIndex={0} role="region" aria-label={t.title}>
        <div style={{ maxInlineSize: '52rem' }}>{content}</div>
      </div>
    </Screen>
  )
}

function addressOf(words: string, scope: Scope): string {
  const search = new URLSearchParams()
  if (words !== '') search.set('q', words)
  if (scope === 'offers') search.set('dans', 'offres')
  const part = search.toString()
  return part === '' ? '/recherche' : `/recherche?${part}`
}

const people = new WeakMap<Stored<'candidate'>, Searchable>()
const offersSearched = new WeakMap<Stored<'offer'>, Searchable>()

function personOf(record: Stored<'candidate'>): Searchable {
  let found = people.get(record)
  if (!found) people.set(record, (found = candidateToSearchable(record.id, record.updatedAt, record.fields)))
  return found
}

function offerOf(record: Stored<'offer'>): Searchable {
  let found = offersSearched.get(record)
  if (!found) offersSearched.set(record, (found = offerToSearchable(record.id, record.updatedAt, record.fields)))
  return found
}

const noIds: string[] = []

function useReached(words: string): string[] {
  const [found, setFound] = useState<{ words: string; ids: string[] }>({ words: '', ids: noIds })
  useEffect(() => {
    const way = isReachable(words)
    if (way === null) return
    let stopped = false
    void (way === 'email' ? findCandidatesByEmail : findCandidatesByPhone)(words).then((ids) => {
      if (!stopped) setFound({ words, ids })
    })
    return () => {
      stopped = true
    }
  }, [words])
  return found.words === words ? found.ids : noIds
}

/** Meaning is asked once the words have been typed. */
const meaningDelayMs = 200
/** Fewer letters than these mean nothing yet. */
const meaningFrom = 3

/** Candidates near in meaning whom the words did not find; none while the matcher is not ready. */
function useNeighbours(
  words: string,
  records: readonly Stored<'candidate'>[] | null,
  found: readonly Hit[],
): { hit: Hit; record: Stored<'candidate'> }[] {
  const [answer, setAnswer] = useState<{ words: string; hits: Hit[] }>({ words: '', hits: [] })
  useEffect(() => {
    if (words.trim().length < meaningFrom || isReachable(words) !== null) return
    let stopped = false
    const timer = setTimeout(() => {
      matcher
        .search(words, neighboursShown * 4)
        .then((results) => {
          if (stopped || !Array.isArray(results)) return
          setAnswer({
            words,
            hits: results.map(({ candidateId, score, quote, marks }) => ({ id: candidateId, score, quote, marks })),
          })
        })
        // Without the matcher the words have found what they could.
        .catch(() => undefined)
    }, meaningDelayMs)
    return () => {
      stopped = true
      clearTimeout(timer)
    }
  }, [words])
  return useMemo(() => {
    if (answer.words !== words || records === null) return []
    const known = new Set(found.map(({ id }) => id))
    const byId = new Map(records.map((record) => [record.id, record]))
    return answer.hits
      .flatMap((hit) => {
        const record = byId.get(hit.id)
        return record && !known.has(hit.id) ? [{ hit, record }] : []
      })
      .slice(0, neighboursShown)
  }, [answer, words, records, found])
}

const today = (): string => new Date().toLocaleDateString('sv-SE')

function PersonHit({ hit, record }: { hit: Hit; record: Stored<'candidate'> }) {
  const t = useText(text)
  const language = useLanguage()
  const { fields, about, updatedAt } = record
  const start = availabilityOf(fields, about, today())
  const words =
    start.kind === 'now'
      ? t.now
      : start.kind === 'date'
        ? formatDay(language, start.date)
        : start.kind === 'notice' && !start.assumed
          ? t.notice(formatNumber(language, start.days))
          : ''
  const facts = [fields.headline, fields.city, words].filter(Boolean)
  return (
    <Link className="it" href={`/candidats/${record.id}`} style={{ alignItems: 'flex-start', paddingBlock: '.75rem' }}>
      <span className="body">
        <span className="row">
          <span className={fields.fullName === '' ? 't-m grow cut t-3' : 't-m grow cut'}>
            {fields.fullName || t.nameless}
          </span>
          <span className="t-sm t-3 nowrap">{formatRelativeDay(language, updatedAt, nowMs())}</span>
        </span>
        {facts.length > 0 && <span className="t-sm t-3 cut">{facts.join(', ')}</span>}
        {hit.quote !== '' && hit.quote !== fields.fullName && (
          <span className="quote line-clamp-2">
            <Marked text={hit.quote} ranges={hit.marks} />
          </span>
        )}
      </span>
    </Link>
  )
}

function OfferHit({ hit, record }: { hit: Hit; record: Stored<'offer'> }) {
  const t = useText(text)
  const language = useLanguage()
  const { fields, updatedAt } = record
  const facts = [fields.company, fields.city].filter(Boolean)
  return (
    <Link className="it" href={`/offres/${record.id}`} style={{ alignItems: 'flex-start', paddingBlock: '.75rem' }}>
      <span className="body">
        <span className="row">
          <span className="t-m grow cut">{fields.title || t.untitled}</span>
          <span className="t-sm t-3 nowrap">{formatRelativeDay(language, updatedAt, nowMs())}</span>
        </span>
        {facts.length > 0 && <span className="t-sm t-3 cut">{facts.join(', ')}</span>}
        {hit.quote !== '' && hit.quote !== fields.title && (
          <span className="quote line-clamp-2">
            <Marked text={hit.quote} ranges={hit.marks} />
          </span>
        )}
      </span>
    </Link>
  )
}

const nowMs = (): number => Date.now()
