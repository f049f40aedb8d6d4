import { ChevronRight, GitCompare, Plus, Printer, SlidersVertical, Users, X } from 'lucide-react'
import { useCallback, useEffect, useMemo, useRef, useState, type RefObject } from 'react'
import { Link, useLocation, useSearchParams } from 'wouter'
import { formatDay, formatNumber } from '../kit/format.ts'
import type { Application } from '../model/application.ts'
import { stages } from '../model/application.ts'
import { type Match, shownScore } from '../model/match.ts'
import { offerToProfile } from '../model/profile.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button, LinkButton } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import { Columns } from '../ui/Columns.tsx'
import { Drawer } from '../ui/Drawer.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { FilterChip } from '../ui/FilterChip.tsx'
import { FilterMenu } from '../ui/FilterMenu.tsx'
import { Icon } from '../ui/Icon.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { useLanguage, useText } from '../ui/language.ts'
import { RequirementMark } from '../ui/RequirementMark.tsx'
import { Score } from '../ui/Score.tsx'
import { Select } from '../ui/Select.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { toast } from '../ui/toast.ts'
import { useHotkeys } from '../ui/useHotkeys.ts'
import { useIsPhone } from '../ui/useMediaQuery.ts'
import { useVirtualRows } from '../ui/useVirtualRows.ts'
import type { StoredOffer } from '../offers/records.ts'
import { DecisionBar } from './DecisionBar.tsx'
import { ExplanationView, lidOf, requirementName, StageChip } from './ExplanationView.tsx'
import { capWords, rangeWords, weightsInForce } from './matchWords.ts'
import './matching.css'
import {
  chooseColumns,
  countStatuses,
  filterRanking,
  filtersToSearch,
  noFilters,
  type RankedRow,
  type RankingFilters,
  searchToFilters,
} from './rankingView.ts'
import {
  retryMatching,
  useApplications,
  useCandidates,
  useExplanation,
  useIndexState,
  useRanking,
  useScoring,
} from './records.ts'
import { text } from './text.ts'
import { useSecondReading } from './tier.ts'
import { useDecision } from './useDecision.ts'
import { WeightsPanel } from './WeightsPanel.tsx'

const noMatches: readonly Match[] = []

/** Most people a comparison holds. */
const comparedMost = 4

/** All candidates ranked for an offer, with the explanation of one of them beside. */
export function Ranking({ offer }: { offer: StoredOffer }) {
  const t = useText(text)
  const language = useLanguage()
  const isPhone = useIsPhone()
  const [, navigate] = useLocation()
  const [search, setSearch] = useSearchParams()
  const [today] = useState(() => new Date().toISOString().slice(0, 10))
  const candidates = useCandidates()
  const applications = useApplications(offer.id)
  const index = useIndexState()
  const scoring = useScoring()
  const profile = offerToProfile(offer.id, offer.fields)
  const ranking = useRanking(profile)
  const { propose } = useDecision(offer.id)

  const filters = searchToFilters(search)
  const current = search.get('candidat') ?? ''
  const showsWeights = search.get('poids') === '1'
  const chosen = (search.get('choix') ?? '').split(',').filter((id) => id !== '')
  const people = candidates.state === 'ready' ? candidates.value : null
  const applied = applications.state === 'ready' ? applications.value : null
  const applicationOf = useMemo(() => {
    const found = new Map<string, Application>()
    for (const { fields, binnedAt } of applied ?? []) if (binnedAt === undefined) found.set(fields.candidateId, fields)
    return found
  }, [applied])
  const candidateOf = useCallback(
    (id: string) => {
      const record = people?.get(id)
      return record && record.binnedAt === undefined ? record.fields : undefined
    },
    [people],
  )
  const stageOf = useCallback((id: string) => applicationOf.get(id)?.stage, [applicationOf])
  const given = ranking.state === 'ready' ? ranking.value.matches : noMatches
  const matches = useSecondReading(profile, given)
  // Ten thousand rows are not gone through again for every key.
  const all = useMemo(
    () => (people ? filterRanking(matches, noFilters, candidateOf, stageOf, today) : []),
    [people, matches, candidateOf, stageOf, today],
  )
  const { before, km, excellent, certain, stage } = filters
  const shown = useMemo(
    () =>
      people
        ? filterRanking(
            matches,
            { before, km, excellent, certain, stage },
            candidateOf,
            stageOf,
            today,
            scoring.excellentFrom,
          )
        : [],
    [people, matches, before, km, excellent, certain, stage, candidateOf, stageOf, today, scoring.excellentFrom],
  )
  const at = shown.findIndex(({ match }) => match.candidateId === current)
  const rows = useVirtualRows({
    count: shown.length,
    rowSize: isPhone ? 79 : 44,
    keyOf: (row) => shown[row]?.match.candidateId ?? row,
  })
  const width = useWidth(rows.scrollRef)

  const set = (name: string, value: string, replace = true) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before)
        if (value === '') next.delete(name)
        else next.set(name, value)
        if (name === 'candidat' && value !== '') next.delete('poids')
        return next
      },
      { replace },
    )
  const open = (id: string) => set('candidat', id, current !== '')
  const move = (by: number) => {
    const next = shown[Math.min(shown.length - 1, Math.max(0, at + by))]
    if (!next) return
    open(next.match.candidateId)
    rows.scrollTo(shown.indexOf(next))
  }
  const choose = (id: string, add: boolean) => {
    const next = add ? [...chosen, id].slice(-comparedMost) : chosen.filter((each) => each !== id)
    set('choix', next.join(','))
  }
  const compare = () => {
    const follower = shown[at < 0 ? 1 : at + 1]?.match.candidateId ?? shown[0]?.match.candidateId ?? ''
    const pair = chosen.length > 1 ? chosen : [chosen[0] ?? (current || shown[0]?.match.candidateId) ?? '', follower]
    const ids = [...new Set(pair.filter((id) => id !== ''))]
    if (ids.length < 2) toast({ text: t.compareFew })
    else navigate(`/offres/${offer.id}/comparer?c=${ids.join(',')}`)
  }
  useHotkeys(
    {
      j: () => move(1),
      k: () => move(-1),
      ArrowDown: () => move(1),
      ArrowUp: () => move(-1),
      Enter: () => shown[at < 0 ? 0 : at] && open(shown[at < 0 ? 0 : at]!.match.candidateId),
      Escape: () => set(showsWeights ? 'poids' : 'candidat', ''),
      x: () => current !== '' && choose(current, !chosen.includes(current)),
      c: compare,
      p: () => {
        const person = candidateOf(current)
        if (!person) return
        const score = matches.find(({ candidateId }) => candidateId === current)?.score ?? null
        propose({ candidateId: current, name: person.fullName || t.nameless, score }, stageOf(current))
      },
    },
    { enabled: !isPhone },
  )

  const changeFilters = (next: Partial<RankingFilters>) =>
    setSearch((before) => filtersToSearch({ ...filters, ...next }, before), { replace: true })
  const nameOf = (id: string) => requirementName(offer.fields, id)
  const count = (number: number) => formatNumber(language, number)

  if (showsWeights && isPhone)
    return <WeightsPanel offer={offer} match={matches[0] ?? null} onClose={() => set('poids', '')} />

  const notice =
    index.state === 'filling' && index.total > 0 && index.held < index.total ? (
      <Banner>{t.filling(count(index.held), count(index.total))}</Banner>
    ) : (
      index.restarts > 0 && <RestartNotice restarts={index.restarts} />
    )
  const filterBar = (
    <FilterBar
      filters={filters}
      excellent={all.filter(({ match }) => shownScore(match.score) >= scoring.excellentFrom).length}
      onChange={changeFilters}
      phone={isPhone}
    />
  )
  const body = () => {
    if (ranking.state === 'failed') {
      return (
        <div className="pad">
          <ErrorState title={t.failedTitle} actions={<Button onClick={retryMatching}>{t.restart}</Button>}>
            {t.failedNote}
          </ErrorState>
        </div>
      )
    }
    if (ranking.state === 'loading' || !people) {
      return (
        <div className="pad">
          <Skeleton lines={8} label={t.loading} />
        </div>
      )
    }
    if (all.length === 0) {
      return (
        <div className="pad">
          <EmptyState title={t.emptyPool} icon={Users} actions={<LinkButton href="/imports">{t.importCvs}</LinkButton>}>
            {t.emptyPoolNote}
          </EmptyState>
        </div>
      )
    }
    if (shown.length === 0) {
      return (
        <div className="pad">
          <EmptyState
            title={t.noneTitle}
            actions={<Button onClick={() => changeFilters(noFilters)}>{t.clearFilters}</Button>}
          >
            {t.noneNote(count(all.length))}
          </EmptyState>
        </div>
      )
    }
    return isPhone ? phoneList() : table()
  }

  const phoneList = () => (
    <ol className="plist rule">
      {rows.before > 0 && <li aria-hidden="true" style={{ blockSize: rows.before, border: 0 }} />}
      {rows.rows.map((row) => {
        const ranked = shown[row.index]
        const candidate = ranked && candidateOf(ranked.match.candidateId)
        if (!ranked || !candidate) return null
        const { match } = ranked
        const capped = capWords(language, match, nameOf)
        const place = [candidate.city, match.km === null ? '' : t.km(count(Math.round(match.km)))]
        const words = [capped === '' ? rangeWords(language, match) : '', ...place].filter((part) => part !== '')
        const application = applicationOf.get(match.candidateId)
        return (
          <li key={match.candidateId}>
            <Link className="it" href={`/offres/${offer.id}/candidats/${match.candidateId}`}>
              <Score value={match.score} low={match.low} high={match.high} capped={lidOf(match)} />
              <span className="body">
                <span className="row">
                  <span className="t-m cut">{candidate.fullName || t.nameless}</span>
                  {application && <StageChip application={application} />}
                </span>
                {capped !== '' && <span className="t-sm cut bad-word">{capped}</span>}
                {words.length > 0 && <span className="t-sm cut t-3">{words.join(', ')}</span>}
                <Marks match={match} offer={offer} />
              </span>
              <Icon as={ChevronRight} flip />
            </Link>
          </li>
        )
      })}
      {rows.after > 0 && <li aria-hidden="true" style={{ blockSize: rows.after, border: 0 }} />}
    </ol>
  )

  const table = () => {
    const total = Object.keys(offer.fields.requirements).length
    const room = Math.max(2, Math.floor((width - 440) / 54))
    const columns = chooseColumns(offer.fields.requirements, total <= room ? total : room - 1)
    const others = total - columns.length
    const span = columns.length + (others > 0 ? 5 : 4)
    return (
      <table className="table" aria-rowcount={shown.length}>
        <thead>
          <tr>
            <th className="r rank" scope="col">
              <span className="sr">{t.rank}</span>
            </th>
            <th className="score-col" aria-sort="descending" scope="col">
              {t.score}
            </th>
            <th scope="col">{t.candidate}</th>
            {columns.map(({ id, requirement, short }) => (
              <th className="c req-col" key={id} scope="col" aria-label={requirement.text} data-tip={requirement.text}>
                {short}
              </th>
            ))}
            {others > 0 && (
              <th
                className="c req-col"
                scope="col"
                aria-label={t.otherRequirementsName}
                data-tip={t.otherRequirementsName}
              >
                {t.otherRequirements(count(others))}
              </th>
            )}
            <th className="r km-col" scope="col">
              {t.distance}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.before > 0 && (
            <tr aria-hidden="true">
              <td colSpan={span} style={{ blockSize: rows.before, border: 0, padding: 0 }} />
            </tr>
          )}
          {rows.rows.map((row) => {
            const ranked = shown[row.index]
            const candidate = ranked && candidateOf(ranked.match.candidateId)
            if (!ranked || !candidate) return null
            return (
              <RankedTableRow
                key={ranked.match.candidateId}
                ranked={ranked}
                name={candidate.fullName || t.nameless}
                facts={[candidate.headline, candidate.city].filter((fact) => fact !== '')}
                city={candidate.city}
                capped={capWords(language, ranked.match, nameOf)}
                application={applicationOf.get(ranked.match.candidateId)}
                columns={columns}
                others={others}
                isCurrent={ranked.match.candidateId === current}
                isChosen={chosen.includes(ranked.match.candidateId)}
                isChoosing={chosen.length > 0}
                onOpen={() => open(ranked.match.candidateId)}
                onChoose={(add) => choose(ranked.match.candidateId, add)}
              />
            )
          })}
          {rows.after > 0 && (
            <tr aria-hidden="true">
              <td colSpan={span} style={{ blockSize: rows.after, border: 0, padding: 0 }} />
            </tr>
          )}
        </tbody>
      </table>
    )
  }

  const ms = ranking.state === 'ready' ? count(Math.round(ranking.value.ms)) : ''
  const footWords = ranking.state === 'ready' && all.length > 0 && (
    <>
      {t.foot.excellent(count(scoring.excellentFrom))}{' '}
      {shown.length < all.length && `${t.foot.filtered(count(shown.length), count(all.length))} `}
      {t.foot.ranked(count(all.length), ms, all.length === 1)},{' '}
      <button type="button" className="src" onClick={() => set('poids', '1')}>
        {t.foot[weightsInForce(offer.fields.weights, scoring.weights)]}
      </button>
      . {t.foot.order} {matches !== given && t.foot.readAgain}
    </>
  )
  const said = ranking.state === 'ready' && (
    <span className="sr" role="status">
      {t.rankedCount(count(all.length))}
    </span>
  )

  if (isPhone) {
    return (
      <div className="ranking">
        {notice}
        <div className="strip" role="region" aria-label={t.filters}>
          {filterBar}
        </div>
        <p className="t-sm t-3 rank-line">
          {offer.fields.company !== '' && `${offer.fields.company}, `}
          {ranking.state === 'ready' && t.foot.ranked(count(all.length), ms, all.length === 1)}
        </p>
        {said}
        <div ref={rows.scrollRef}>{body()}</div>
        <p className="t-sm t-3 ranking-foot">{footWords}</p>
      </div>
    )
  }
  const person = candidateOf(current)
  const hasAside = showsWeights || (current !== '' && person !== undefined)
  return (
    <>
      {notice}
      <Columns widths={hasAside ? 'minmax(0,1fr) 28.5rem' : 'minmax(0,1fr)'}>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a column that scrolls must be reachable by keys */}
        <div className="ranking" ref={rows.scrollRef} role="region" aria-label={t.ranked} tabIndex={0}>
          <div className="row wrap ranking-bar">
            {filterBar}
            <span className="end t-sm t-3 row g4" role="note" aria-label={t.legend}>
              {(['met', 'partly', 'missing', 'unknown'] as const).map((state) => (
                <RequirementMark key={state} state={state} />
              ))}
            </span>
          </div>
          {said}
          {body()}
          <p className="t-sm t-3 ranking-foot">{footWords}</p>
        </div>
        {showsWeights ? (
          <WeightsPanel offer={offer} match={matches[0] ?? null} onClose={() => set('poids', '')} />
        ) : (
          person && (
            <ExplanationDrawer
              key={current}
              offer={offer}
              candidateId={current}
              application={applicationOf.get(current) ?? null}
              onClose={() => set('candidat', '')}
            />
          )
        )}
      </Columns>
    </>
  )
}

/** The head's buttons for a ranking. */
export function RankingActions({ offer }: { offer: StoredOffer }) {
  const t = useText(text)
  const isPhone = useIsPhone()
  const [search, setSearch] = useSearchParams()
  const [, navigate] = useLocation()
  const chosen = (search.get('choix') ?? '').split(',').filter((id) => id !== '')
  const on = search.get('poids') === '1'
  const toggle = () =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before)
        if (on) next.delete('poids')
        else next.set('poids', '1')
        return next
      },
      { replace: true },
    )
  if (isPhone) return <IconButton touch icon={SlidersVertical} name={t.weights} aria-pressed={on} onClick={toggle} />
  return (
    <>
      <Button icon={SlidersVertical} aria-pressed={on} onClick={toggle}>
        {t.weights}
      </Button>
      <Button
        icon={GitCompare}
        kbd="C"
        offBecause={chosen.length === 1 ? t.compareFew : undefined}
        onClick={() =>
          chosen.length > 1
            ? navigate(`/offres/${offer.id}/comparer?c=${chosen.join(',')}`)
            : navigate(`/offres/${offer.id}/comparer`)
        }
      >
        {t.compare}
        {chosen.length > 0 && <span className="num t-3"> {chosen.length}</span>}
      </Button>
    </>
  )
}

function RestartNotice({ restarts }: { restarts: number }) {
  const t = useText(text)
  const [seen, setSeen] = useState(0)
  if (seen >= restarts) return null
  return <Banner onDismiss={() => setSeen(restarts)}>{t.restarted}</Banner>
}

/** Each requirement as a shape, and how many are met: for narrow rows. */
function Marks({ match, offer }: { match: Match; offer: StoredOffer }) {
  const t = useText(text)
  const language = useLanguage()
  if (match.requirements.length === 0) return null
  const met = formatNumber(language, countStatuses(match).met)
  return (
    <span className="marks">
      {match.requirements.slice(0, 8).map(({ id, status }) => (
        <RequirementMark key={id} state={status} compact requirement={requirementName(offer.fields, id)} />
      ))}
      <span className="t-sm t-3 met-of">{t.metOf(met, formatNumber(language, match.requirements.length))}</span>
    </span>
  )
}

interface RankedTableRowProps {
  ranked: RankedRow
  name: string
  facts: readonly string[]
  city: string
  capped: string
  application: Application | undefined
  columns: ReturnType<typeof chooseColumns>
  others: number
  isCurrent: boolean
  isChosen: boolean
  isChoosing: boolean
  onOpen: () => void
  onChoose: (add: boolean) => void
}

function RankedTableRow({
  ranked,
  name,
  facts,
  city,
  capped,
  application,
  columns,
  others,
  isCurrent,
  isChosen,
  isChoosing,
  onOpen,
  onChoose,
}: RankedTableRowProps) {
  const t = useText(text)
  const language = useLanguage()
  const { match, rank } = ranked
  const statusOf = (id: string) => match.requirements.find((judgement) => judgement.id === id)?.status
  const range = rangeWords(language, match)
  const under = capped !== '' ? capped : range === '' ? facts.join(' · ') : [range, city].filter(Boolean).join(' · ')
  const shownIds = new Set(columns.map(({ id }) => id))
  const restMet = match.requirements.filter(({ id, status }) => status === 'met' && !shownIds.has(id)).length
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the name is the button; the row is a bigger target for it
    <tr
      className={[isCurrent ? 'cursor' : '', isChosen ? 'checked' : '', isChosen || isChoosing ? 'chosen' : '']
        .filter(Boolean)
        .join(' ')}
      onClick={(event) => {
        if (!(event.target as Element).closest('a, button, input')) onOpen()
      }}
    >
      <td className="num r rank">
        <span className="place">{formatNumber(language, rank)}</span>
        <Checkbox checked={isChosen} onChange={onChoose} aria-label={t.choose(name)} />
      </td>
      <td className="score-col">
        <Score value={match.score} low={match.low} high={match.high} capped={lidOf(match)} />
      </td>
      <td className="cut">
        <button type="button" className="who cut who-button" aria-current={isCurrent || undefined} onClick={onOpen}>
          {name}
        </button>
        <span className="under-name t-sm">
          <span className={capped === '' ? 'cut' : 'cut bad-word'}>{under}</span>
          {application && (
            <span className="stage-word">
              <StageChip application={application} />
            </span>
          )}
        </span>
      </td>
      {columns.map(({ id, requirement }) => (
        <td className="c req-col" key={id}>
          <RequirementMark state={statusOf(id) ?? 'unknown'} compact requirement={requirement.text} />
        </td>
      ))}
      {others > 0 && (
        <td className="c req-col num t-2 rest-met">
          {t.metOf(formatNumber(language, restMet), formatNumber(language, others))}
        </td>
      )}
      <td className="r num t-2 km-col">
        {match.km === null ? (
          <span className="t-sm t-3">{t.kmUnknown}</span>
        ) : (
          t.km(formatNumber(language, Math.round(match.km)))
        )}
      </td>
    </tr>
  )
}

function FilterBar({
  filters,
  excellent,
  onChange,
  phone,
}: {
  filters: RankingFilters
  excellent: number
  onChange: (next: Partial<RankingFilters>) => void
  phone: boolean
}) {
  const t = useText(text)
  const language = useLanguage()
  const km = (distance: number) => t.km(formatNumber(language, distance))
  const toggle = (name: 'excellent' | 'certain', words: string, count?: number) => (
    <button
      type="button"
      className={filters[name] ? 'filter on' : 'filter'}
      aria-pressed={filters[name]}
      onClick={() => onChange({ [name]: !filters[name] })}
    >
      {words}
      {count !== undefined && <span className="num t-3">{formatNumber(language, count)}</span>}
    </button>
  )
  const stageWords = filters.stage === 'none' ? t.noStage : filters.stage === '' ? '' : t.stages[filters.stage]
  return (
    <>
      {filters.before !== '' && (
        <FilterChip
          name={`${t.availableBefore} ${t.before(formatDay(language, filters.before))}`}
          onRemove={() => onChange({ before: '' })}
        >
          {!phone && t.availableBefore} <b>{t.before(formatDay(language, filters.before))}</b>
        </FilterChip>
      )}
      {filters.km !== null && <FilterChip name={t.within(km(filters.km))} onRemove={() => onChange({ km: null })} />}
      {filters.stage !== '' && <FilterChip name={stageWords} onRemove={() => onChange({ stage: '' })} />}
      {toggle('excellent', t.excellents, excellent)}
      {toggle('certain', t.certain)}
      <FilterMenu label={t.filter} icon={Plus} name={t.filters}>
        <TextInput
          label={t.beforeLabel}
          type="date"
          value={filters.before}
          onChange={(before) => onChange({ before })}
        />
        <Select
          label={t.withinLabel}
          value={filters.km === null ? '' : String(filters.km)}
          onChange={(distance) => onChange({ km: distance === '' ? null : Number(distance) })}
          options={[
            { value: '', label: t.anyDistance },
            ...[10, 20, 30, 50, 100].map((distance) => ({ value: String(distance), label: km(distance) })),
          ]}
        />
        <Select
          label={t.stageFilter}
          value={filters.stage}
          onChange={(stage) => onChange({ stage })}
          options={[
            { value: '' as RankingFilters['stage'], label: t.anyStage },
            { value: 'none' as const, label: t.noStage },
            ...stages.map((stage) => ({ value: stage, label: t.stages[stage] })),
          ]}
        />
      </FilterMenu>
    </>
  )
}

function ExplanationDrawer({
  offer,
  candidateId,
  application,
  onClose,
}: {
  offer: StoredOffer
  candidateId: string
  application: Application | null
  onClose: () => void
}) {
  const t = useText(text)
  const candidates = useCandidates()
  const record = candidates.state === 'ready' ? candidates.value.get(candidateId) : undefined
  const explanation = useExplanation(offerToProfile(offer.id, offer.fields), candidateId)
  const corner = <IconButton icon={X} name={t.close} kbd="Échap" onClick={onClose} />
  const value = explanation.state === 'ready' ? explanation.value : null
  return (
    <Drawer
      label={t.why}
      onClose={onClose}
      takeFocus={false}
      foot={
        value &&
        record && (
          <>
            <DecisionBar
              offer={offer}
              candidateId={candidateId}
              name={record.fields.fullName || t.nameless}
              application={application}
              match={value}
            />
            <span className="end">
              <IconButton icon={Printer} name={t.print} onClick={() => print()} />
            </span>
          </>
        )
      }
    >
      {value && record ? (
        <ExplanationView
          offerId={offer.id}
          offer={offer.fields}
          record={record}
          application={application}
          explanation={value}
          corner={corner}
        />
      ) : (
        <div className="pad stack g3">
          <div className="row">
            <span className="end">{corner}</span>
          </div>
          {explanation.state === 'loading' && <Skeleton lines={6} label={t.why} />}
          {explanation.state === 'failed' && <p className="t-2">{t.explanationFailed}</p>}
          {explanation.state === 'ready' && <p className="t-2">{t.notHeld}</p>}
        </div>
      )}
    </Drawer>
  )
}

/** The width of an element in px, live; the window's before it is drawn. */
function useWidth(ref: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(() => innerWidth)
  const observer = useRef<ResizeObserver | null>(null)
  useEffect(() => {
    const element = ref.current
    if (!element) return
    observer.current = new ResizeObserver(([entry]) => {
      if (entry) setWidth(entry.contentRect.width)
    })
    observer.current.observe(element)
    return () => observer.current?.disconnect()
  }, [ref])
  return width
}
