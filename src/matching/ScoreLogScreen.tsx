import { Download, ListChecks, ShieldCheck, X } from 'lucide-react'
import { type ReactNode, useMemo, useState } from 'react'
import { Link, useSearchParams } from 'wouter'
import { matcher } from '../../workers/matching/client.ts'
import { formatDate, formatHour, formatMonth, formatNumber } from '../kit/format.ts'
import { scoreEventKinds } from '../model/scoreEvent.ts'
import { useOffers } from '../offers/records.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { Columns } from '../ui/Columns.tsx'
import { Drawer } from '../ui/Drawer.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { FilterMenu } from '../ui/FilterMenu.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { KeyValues } from '../ui/KeyValues.tsx'
import { useLanguage, useText } from '../ui/language.ts'
import { Menu } from '../ui/Menu.tsx'
import { saveFile } from '../ui/saveFile.ts'
import { Screen } from '../ui/Screen.tsx'
import { Section } from '../ui/Section.tsx'
import { Select } from '../ui/Select.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { SpacerItem, SpacerRow } from '../ui/Spacer.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { useIsPhone } from '../ui/useMediaQuery.ts'
import { useVirtualRows } from '../ui/useVirtualRows.ts'
import './matching.css'
import { scoreWords } from './matchWords.ts'
import { recompute, type Recomputed } from './recompute.ts'
import { useCandidates, useScoreEvents } from './records.ts'
import { scoreLogText } from './scoreLogText.ts'
import { type ChainReport, checkChain } from './scoreSeal.ts'
import {
  eventsToCsv,
  eventsToJson,
  filterEvents,
  type LogNames,
  searchToLogFilters,
  type StoredEvent,
} from './scoreLogView.ts'
import { text } from './text.ts'

/** The words an event is told with: names as they are now, or that they are gone. */
function useLogNames(): LogNames & { result: (event: StoredEvent) => string; about: (event: StoredEvent) => string } {
  const t = useText(scoreLogText)
  const words = useText(text)
  const language = useLanguage()
  const offers = useOffers()
  const candidates = useCandidates()
  const count = (number: number) => formatNumber(language, number)
  const offer = (id: string) => {
    const record = offers.state === 'ready' ? offers.value.get(id) : undefined
    return record ? record.fields.title || words.untitledOffer : t.erasedOffer
  }
  const candidate = (id: string) => {
    const record = candidates.state === 'ready' ? candidates.value.get(id) : undefined
    return record ? record.fields.fullName || words.nameless : t.erasedPerson
  }
  return {
    offer,
    candidate,
    what: (what) => t.what[what],
    stage: (stage) => words.stages[stage],
    about: ({ fields }) => {
      const title = fields.inline === '' ? offer(fields.offerId) : t.draft
      if (fields.what === 'offers') return candidate(fields.candidateId)
      return fields.what === 'ranking' ? title : `${candidate(fields.candidateId)}, ${title}`
    },
    result: ({ fields }) => {
      const best = fields.rows[0]
      const score = best ? scoreWords(language, best[1]) : ''
      switch (fields.what) {
        case 'ranking':
          return [t.people(count(fields.total), fields.total < 2), best && t.best(score)].filter(Boolean).join(', ')
        case 'offers':
          return [t.offersCount(count(fields.total), fields.total < 2), best && t.best(score)]
            .filter(Boolean)
            .join(', ')
        case 'explanation':
          return score
        case 'decision':
          return [fields.stage === '' ? '' : words.stages[fields.stage], score].filter(Boolean).join(', ')
      }
    },
  }
}

/** Every score that was shown and every decision taken with one, kept for who may ask. */
export function ScoreLogScreen() {
  const t = useText(scoreLogText)
  const language = useLanguage()
  const isPhone = useIsPhone()
  const [search, setSearch] = useSearchParams()
  const live = useScoreEvents()
  const names = useLogNames()
  const filters = searchToLogFilters(search)
  const { what, offerId, candidateId, from, to } = filters
  const all = live.state === 'ready' ? live.value : null
  const shown = useMemo(
    () => (all ? filterEvents(all, { what, offerId, candidateId, from, to }) : []),
    [all, what, offerId, candidateId, from, to],
  )
  const [chain, setChain] = useState<ChainReport | null>(null)
  const [checking, setChecking] = useState(false)
  const opened = shown.find(({ id }) => id === search.get('evenement'))
  const rows = useVirtualRows({
    count: shown.length,
    rowSize: isPhone ? 72 : 40,
    keyOf: (row) => shown[row]?.id ?? row,
  })
  const set = (name: string, value: string) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before)
        if (value === '') next.delete(name)
        else next.set(name, value)
        return next
      },
      { replace: true },
    )
  const check = async () => {
    setChecking(true)
    setChain(await checkChain(all ?? []))
    setChecking(false)
  }
  const day = new Date().toISOString().slice(0, 10)
  const exportMenu = (
    <Menu
      align="end"
      trigger={
        isPhone ? <IconButton touch icon={Download} name={t.export} /> : <Button icon={Download}>{t.export}</Button>
      }
      items={[
        {
          label: t.exportCsv,
          onSelect: () =>
            saveFile(
              new Blob([eventsToCsv(shown, t.csv.split(';'), names)], { type: 'text/csv' }),
              `${t.fileName}-${day}.csv`,
            ),
        },
        {
          label: t.exportJson,
          onSelect: () =>
            saveFile(new Blob([eventsToJson(shown)], { type: 'application/json' }), `${t.fileName}-${day}.json`),
        },
      ]}
    />
  )
  const offerIds = [...new Set((all ?? []).map(({ fields }) => fields.offerId).filter((id) => id !== ''))]
  const hasFilters = what !== '' || offerId !== '' || candidateId !== '' || from !== '' || to !== ''
  const bar = (
    <>
      <FilterMenu label={what === '' ? t.whatFilter : t.what[what]} name={t.whatFilter} on={what !== ''}>
        <Select
          label={t.whatFilter}
          value={what}
          onChange={(value) => set('quoi', value)}
          options={[
            { value: '' as const, label: t.all },
            ...scoreEventKinds.map((kind) => ({ value: kind, label: t.what[kind] })),
          ]}
        />
        <Select
          label={t.offerFilter}
          value={offerId}
          onChange={(value) => set('offre', value)}
          options={[{ value: '', label: t.anyOffer }, ...offerIds.map((id) => ({ value: id, label: names.offer(id) }))]}
        />
        <TextInput label={t.from} type="date" value={from} onChange={(value) => set('du', value)} />
        <TextInput label={t.to} type="date" value={to} onChange={(value) => set('au', value)} />
      </FilterMenu>
      {hasFilters && (
        <Button variant="bare" onClick={() => setSearch({}, { replace: true })}>
          {t.clear}
        </Button>
      )}
      <Button icon={ShieldCheck} working={checking} onClick={() => void check()}>
        {t.check}
      </Button>
    </>
  )
  const report = chain && (
    <Banner kind={chain.altered.length > 0 ? 'bad' : 'calm'} onDismiss={() => setChain(null)}>
      {chain.altered.length > 0
        ? t.altered(formatNumber(language, chain.altered.length))
        : t.checked(formatNumber(language, chain.events))}
      {chain.gaps > 0 && ` ${t.gaps(formatNumber(language, chain.gaps), chain.gaps === 1)}`}
    </Banner>
  )
  const when = (at: number) => `${formatDate(language, at)}, ${formatHour(language, at)}`
  const list = () => {
    if (!all) {
      return (
        <div className="pad">
          <Skeleton lines={6} label={t.loading} />
        </div>
      )
    }
    if (shown.length === 0) {
      return (
        <div className="pad">
          <EmptyState title={all.length === 0 ? t.empty : t.none} icon={ListChecks}>
            {all.length === 0 ? t.emptyNote : null}
          </EmptyState>
        </div>
      )
    }
    if (isPhone) {
      return (
        <ol className="plist rule">
          <SpacerItem height={rows.before} />
          {rows.rows.map((row) => {
            const event = shown[row.index]
            if (!event) return null
            return (
              <li key={event.id}>
                <button type="button" className="it" onClick={() => set('evenement', event.id)}>
                  <span className="body">
                    <span className="t-m cut">{names.about(event)}</span>
                    <span className="t-sm t-2 cut">
                      {t.what[event.fields.what]}, {names.result(event)}
                    </span>
                    <span className="t-sm t-3 num">{when(event.fields.at)}</span>
                  </span>
                </button>
              </li>
            )
          })}
          <SpacerItem height={rows.after} />
        </ol>
      )
    }
    return (
      <table className="table score-log" aria-rowcount={shown.length}>
        <thead>
          <tr>
            <th scope="col">{t.when}</th>
            <th scope="col">{t.who}</th>
            <th scope="col">{t.whatFilter}</th>
            <th scope="col">{t.about}</th>
            <th scope="col">{t.result}</th>
          </tr>
        </thead>
        <tbody>
          <SpacerRow height={rows.before} columns={5} />
          {rows.rows.map((row) => {
            const event = shown[row.index]
            if (!event) return null
            return (
              <tr key={event.id} className={event.id === opened?.id ? 'cursor' : undefined}>
                <td className="num t-2 nowrap">
                  <button type="button" className="who who-button num" onClick={() => set('evenement', event.id)}>
                    {when(event.fields.at)}
                  </button>
                </td>
                <td className="cut">{event.fields.viewer || <span className="t-3">{t.unnamed}</span>}</td>
                <td className="nowrap">
                  {t.what[event.fields.what]}
                  {chain?.altered.includes(event.id) && <b className="bad-word"> {t.alteredMark}</b>}
                </td>
                <td className="cut">{names.about(event)}</td>
                <td className="num cut">{names.result(event)}</td>
              </tr>
            )
          })}
          <SpacerRow height={rows.after} columns={5} />
        </tbody>
      </table>
    )
  }
  const back = { href: '/reglages/classement', label: t.settings }
  if (isPhone && opened) {
    return (
      <Screen
        title={t.detail}
        back={back}
        phoneActions={<IconButton touch icon={X} name={t.close} onClick={() => set('evenement', '')} />}
      >
        <EventDetail key={opened.id} event={opened} names={names} />
      </Screen>
    )
  }
  return (
    <Screen
      title={t.title}
      aside={all && all.length > 0 ? formatNumber(language, shown.length) : undefined}
      back={back}
      above={
        <Link className="plain" href={back.href}>
          {t.settings}
        </Link>
      }
      actions={exportMenu}
      phoneActions={exportMenu}
    >
      {isPhone ? (
        <>
          <div className="strip" role="region" aria-label={t.whatFilter}>
            {bar}
          </div>
          {report}
          <p className="t-sm t-3 rank-line">{t.note}</p>
          <div ref={rows.scrollRef}>{list()}</div>
        </>
      ) : (
        <>
          {report}
          <Columns widths={opened ? 'minmax(0,1fr) 28.5rem' : 'minmax(0,1fr)'}>
            {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a column that scrolls must be reachable by keys */}
            <div className="ranking" ref={rows.scrollRef} role="region" aria-label={t.title} tabIndex={0}>
              <div className="row wrap ranking-bar">
                {bar}
                <span className="t-sm t-3 measure">{t.note}</span>
              </div>
              {list()}
            </div>
            {opened && (
              <Drawer label={t.detail} onClose={() => set('evenement', '')}>
                <EventDetail
                  key={opened.id}
                  event={opened}
                  names={names}
                  corner={<IconButton icon={X} name={t.close} onClick={() => set('evenement', '')} />}
                />
              </Drawer>
            )}
          </Columns>
        </>
      )}
    </Screen>
  )
}

function EventDetail({
  event,
  names,
  corner,
}: {
  event: StoredEvent
  names: ReturnType<typeof useLogNames>
  corner?: ReactNode
}) {
  const t = useText(scoreLogText)
  const words = useText(text)
  const language = useLanguage()
  const { fields } = event
  const [found, setFound] = useState<Recomputed[] | null>(null)
  const [state, setState] = useState<'idle' | 'working' | 'failed'>('idle')
  const count = (number: number) => formatNumber(language, number)
  const full = (score: number) => formatNumber(language, score, 6)
  const again = async () => {
    setState('working')
    try {
      setFound(await recompute(fields, { matcher }))
      setState('idle')
    } catch {
      setState('failed')
    }
  }
  const mapRows = (map: Readonly<Record<string, number>>) =>
    Object.entries(map)
      .filter(([, value]) => value !== 0)
      .map(
        ([name, value]) =>
          `${words.terms[name as keyof typeof words.terms] ?? name} ${formatNumber(language, value, 2)}`,
      )
      .join(', ')
  const wordsOf = (one: Recomputed): string => {
    switch (one.type) {
      case 'same':
        return t.same(full(one.now))
      case 'differs':
        return t.differs(full(one.now))
      case 'other-engine':
        return t.otherEngine(full(one.now))
      case 'erased':
        return t.erased
      case 'inputs-differ':
        return t.inputsDiffer
    }
  }
  const same = found?.filter(({ type }) => type === 'same').length ?? 0
  return (
    <>
      <Section
        title={t.what[fields.what]}
        aside={`${formatDate(language, fields.at)}, ${formatHour(language, fields.at)}`}
        actions={corner}
      >
        <p className="t-m">{names.about(event)}</p>
        <p className="t-2">{names.result(event)}</p>
        <KeyValues
          rows={[
            { key: 'who', label: t.who, value: fields.viewer || t.unnamed },
            { key: 'engine', label: t.engine, value: fields.engine },
            { key: 'month', label: t.month, value: fields.asOf === '' ? '' : formatMonth(language, fields.asOf) },
            { key: 'weights', label: t.weights, value: mapRows(fields.weights) },
            { key: 'learned', label: t.learned, value: fields.learned ? mapRows(fields.learned) : t.learnedNone },
            { key: 'version', label: t.version, value: <span className="t-mono t-sm">{fields.version}</span> },
            { key: 'digest', label: t.digest, value: <span className="t-mono t-sm log-hash">{fields.digest}</span> },
            { key: 'seal', label: t.seal, value: <span className="t-mono t-sm log-hash">{fields.hash}</span> },
          ]}
        />
      </Section>
      <Section
        title={t.rows}
        level={3}
        actions={
          <Button working={state === 'working'} disabled={fields.rows.length === 0} onClick={() => void again()}>
            {t.recompute}
          </Button>
        }
      >
        <p role="status" className={state === 'failed' ? 'bad-word' : 't-2'}>
          {state === 'working'
            ? t.recomputing
            : state === 'failed'
              ? t.recomputeFailed
              : found &&
                (same === found.length
                  ? t.allSame(count(same), same === 1)
                  : t.someSame(count(same), count(found.length)))}
        </p>
        {fields.total > fields.rows.length && (
          <p className="t-sm t-3">{t.rowsKept(count(fields.rows.length), count(fields.total))}</p>
        )}
        <table className="figures">
          <tbody>
            {fields.rows.map(([id, score, version], index) => (
              <tr key={id}>
                <th scope="row" className="cut">
                  {fields.what === 'offers' ? names.offer(id) : names.candidate(id)}
                  {found?.[index] && <span className="t-sm t-3 log-again">{wordsOf(found[index])}</span>}
                </th>
                <td className="num r" data-tip={version}>
                  {full(score)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Section>
    </>
  )
}
