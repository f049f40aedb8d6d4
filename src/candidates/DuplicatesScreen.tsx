import { Users } from 'lucide-react'
import { useMemo, useState } from 'react'
import { Link, useLocation, useSearchParams } from 'wouter'
import type { DuplicatePair } from '../../workers/duplicates/protocol.ts'
import { formatDate } from '../kit/format.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Kbd } from '../ui/Kbd.tsx'
import { ProgressBar } from '../ui/ProgressBar.tsx'
import { Screen } from '../ui/Screen.tsx'
import { Segments } from '../ui/Segments.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { SpacerItem, SpacerRow } from '../ui/Spacer.tsx'
import { useWithinLimits } from '../ui/offLimits.ts'
import { useHotkeys } from '../ui/useHotkeys.ts'
import { useIsPhone } from '../ui/useMediaQuery.ts'
import { useVirtualRows } from '../ui/useVirtualRows.ts'
import { act } from './act.ts'
import './candidates.css'
import { pairAddress, pairOf, putOff, usePutOff } from './duplicateQueue.ts'
import { keepApart, type StoredCandidate, useCandidates } from './records.ts'
import { useDuplicates } from './useDuplicates.ts'
import { useWords } from './words.ts'

/** Pairs drawn at most; the rest follows as these are decided. */
const listed = 1000

/** Every two records of the base that may be one person, the most alike first; decided one after the other. */
export function DuplicatesScreen() {
  const { t, count, resemblance, language } = useWords()
  const isPhone = useIsPhone()
  const [, navigate] = useLocation()
  const [search, setSearch] = useSearchParams()
  const found = useDuplicates(listed)
  const live = useCandidates()
  const off = usePutOff(({ pairs }) => pairs)
  const people = useMemo(
    () => new Map((live.state === 'ready' ? live.value : []).map((record) => [record.id, record] as const)),
    [live],
  )
  const kind = search.get('type') === 'homonymes' ? 'possible' : 'likely'
  const pairs = useMemo(() => {
    const kept = (found?.[kind] ?? []).filter(({ a, b }) => people.has(a) && people.has(b))
    const isOff = ({ a, b }: DuplicatePair) => off.has(pairOf(a, b))
    return [...kept.filter((pair) => !isOff(pair)), ...kept.filter(isOff)]
  }, [found, kind, people, off])
  const [cursor, setCursor] = useState<string | null>(null)
  const at = Math.max(
    0,
    pairs.findIndex(({ a, b }) => pairOf(a, b) === cursor),
  )
  const current = pairs[at]
  const move = (step: number) => {
    const next = pairs[Math.min(pairs.length - 1, Math.max(0, at + step))]
    if (next) setCursor(pairOf(next.a, next.b))
  }
  const nameOf = (record: StoredCandidate | undefined) => record?.fields.fullName || t.nameless
  const apart = ({ a, b }: DuplicatePair) => void act(keepApart(a, b), t.merge.saidApart)
  const virtual = useVirtualRows({
    count: pairs.length,
    rowSize: isPhone ? 92 : 56,
    keyOf: (index) => (pairs[index] ? pairOf(pairs[index].a, pairs[index].b) : index),
  })
  const go = (step: number) => {
    move(step)
    virtual.scrollTo(Math.min(pairs.length - 1, Math.max(0, at + step)))
  }
  const within = useWithinLimits('candidate')
  useHotkeys({
    j: () => go(1),
    k: () => go(-1),
    ArrowDown: () => go(1),
    ArrowUp: () => go(-1),
    Enter: () => current && navigate(pairAddress(current.a, current.b)),
    d: () => current && within(() => apart(current)),
    l: () => current && putOff(current.a, current.b),
    Escape: () => navigate('/candidats'),
  })
  const isLooking = found !== null && found.seen < found.total
  const facts = (record: StoredCandidate | undefined) =>
    record ? [record.fields.headline, record.fields.city, t.duplicates.since(formatDate(language, record.createdAt))].filter(Boolean).join(', ') : '' // prettier-ignore
  const first = pairs.find(({ a, b }) => !off.has(pairOf(a, b))) ?? pairs[0]
  const filter = (
    <Segments
      label={t.duplicates.kinds}
      value={kind}
      onChange={(value) => setSearch(value === 'possible' ? { type: 'homonymes' } : {}, { replace: true })}
      options={[
        { value: 'likely', label: t.duplicates.likely(count(found?.likelyCount ?? 0)) },
        { value: 'possible', label: t.duplicates.possible(count(found?.possibleCount ?? 0)) },
      ]}
    />
  )
  const rows = virtual.rows.flatMap(({ index }) => {
    const pair = pairs[index]
    if (!pair) return []
    const [a, b] = [people.get(pair.a), people.get(pair.b)]
    const key = pairOf(pair.a, pair.b)
    return [
      {
        pair,
        key,
        index,
        isNow: pair === current,
        names: t.duplicates.pair(nameOf(a), nameOf(b)),
        one: facts(a),
        other: facts(b),
        why: resemblance(pair),
        isOff: off.has(key),
      },
    ]
  })
  // While the base is still being gone through, an empty list says nothing yet.
  const body =
    found === null || live.state === 'loading' || (isLooking && pairs.length === 0) ? (
      <div className="pad">
        <Skeleton lines={4} label={t.loading} />
      </div>
    ) : pairs.length === 0 ? (
      <div className="pad">
        <EmptyState title={kind === 'likely' ? t.duplicates.empty : t.duplicates.emptyPossible} icon={Users}>
          {t.duplicates.emptyNote}
        </EmptyState>
      </div>
    ) : isPhone ? (
      <div ref={virtual.scrollRef}>
        <ul className="plist rule" aria-label={t.duplicates.region}>
          <SpacerItem height={virtual.before} />
          {rows.map(({ pair, key, names, one, why }) => (
            <li key={key} data-pair={key} style={{ minBlockSize: 92 }}>
              <Link className="it" href={pairAddress(pair.a, pair.b)}>
                <span className="body">
                  <span className="t-m">{names}</span>
                  <span className="t-sm t-2">{why}</span>
                  <span className="t-sm t-3 cut">{one}</span>
                </span>
              </Link>
            </li>
          ))}
          <SpacerItem height={virtual.after} />
        </ul>
      </div>
    ) : (
      <div className="scroll grow" ref={virtual.scrollRef} tabIndex={0} role="region" aria-label={t.duplicates.region}>
        <table className="table" aria-rowcount={pairs.length + 1}>
          <thead>
            <tr aria-rowindex={1}>
              <th scope="col">{t.duplicates.person}</th>
              <th scope="col">{t.duplicates.why}</th>
              <th scope="col">
                <span className="sr">{t.merge.compare}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            <SpacerRow height={virtual.before} columns={3} />
            {rows.map(({ pair, key, index, isNow, names, one, other, why, isOff }) => (
              <tr
                key={key}
                data-pair={key}
                aria-rowindex={index + 2}
                aria-selected={isNow}
                style={{ blockSize: 56 }}
                onClick={() => setCursor(key)}
              >
                <td>
                  <Link className="who plain t-m" href={pairAddress(pair.a, pair.b)}>
                    {names}
                  </Link>
                  <span className="t-sm t-3 cut" style={{ display: 'block', maxInlineSize: '34rem' }}>
                    {[one, other].filter(Boolean).join('. ')}
                  </span>
                </td>
                <td className="t-2">
                  {why} {isOff && <span className="chip">{t.duplicates.putOff}</span>}
                </td>
                <td className="nowrap">
                  <span className="row g1">
                    <Button
                      variant="bare"
                      changes="candidate"
                      onClick={() => apart(pair)}
                      aria-label={`${t.merge.apart}, ${names}`}
                    >
                      {t.duplicates.apart}
                    </Button>
                    <Button
                      onClick={() => navigate(pairAddress(pair.a, pair.b))}
                      aria-label={`${t.merge.compare}, ${names}`}
                    >
                      {t.merge.compare}
                    </Button>
                  </span>
                </td>
              </tr>
            ))}
            <SpacerRow height={virtual.after} columns={3} />
          </tbody>
        </table>
      </div>
    )
  return (
    <Screen
      title={t.duplicates.title}
      back={{ href: '/candidats', label: t.title }}
      above={
        <Link className="plain" href="/candidats">
          {t.title}
        </Link>
      }
      actions={
        first !== undefined && (
          <Button variant="first" kbd={t.enterKey} onClick={() => navigate(pairAddress(first.a, first.b))}>
            {t.duplicates.start}
          </Button>
        )
      }
      under={<div className={isPhone ? 'strip' : 'row duplicates-bar'}>{filter}</div>}
    >
      {isLooking && (
        <div className="pad" style={{ paddingBlock: '.625rem' }}>
          <ProgressBar
            label={t.duplicates.title}
            share={found.seen / found.total}
            valueText={t.duplicates.looking(count(found.seen), count(found.total))}
          />
        </div>
      )}
      {body}
      {!isPhone && pairs.length > 0 && (
        <div className="row wrap t-sm t-3 pad">
          <Kbd keys={t.enterKey} /> {t.duplicates.keys.open} <Kbd keys="D" /> {t.duplicates.keys.apart} <Kbd keys="L" />{' '}
          {t.duplicates.keys.later}
        </div>
      )}
    </Screen>
  )
}
