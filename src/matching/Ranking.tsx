import { Users } from 'lucide-react'
import { useCallback, useMemo, useState } from 'react'
import { useLocation, useSearchParams } from 'wouter'
import { formatNumber } from '../kit/format.ts'
import type { Application } from '../model/application.ts'
import { type Match, shownScore } from '../model/match.ts'
import { offerToProfile } from '../model/profile.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button, LinkButton } from '../ui/Button.tsx'
import { Columns } from '../ui/Columns.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { useLanguage, useText } from '../ui/language.ts'
import { useWithinLimits } from '../ui/offLimits.ts'
import { RequirementMark } from '../ui/RequirementMark.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { SpacerItem, SpacerRow } from '../ui/Spacer.tsx'
import { toast } from '../ui/toast.ts'
import { useHotkeys } from '../ui/useHotkeys.ts'
import { useIsPhone } from '../ui/useMediaQuery.ts'
import { useVirtualRows } from '../ui/useVirtualRows.ts'
import { useWidth } from '../ui/useWidth.ts'
import type { StoredOffer } from '../offers/records.ts'
import { ExplanationDrawer } from './ExplanationDrawer.tsx'
import { requirementName } from './ExplanationView.tsx'
import { capWords, weightsInForce } from './matchWords.ts'
import './matching.css'
import { RankedPhoneRow, RankedTableRow } from './RankedRows.tsx'
import { RankingFilterBar } from './RankingFilterBar.tsx'
import {
  chooseColumns,
  filterRanking,
  filtersToSearch,
  noFilters,
  type RankingFilters,
  searchToFilters,
} from './rankingView.ts'
import { retryMatching, useApplications, useCandidates, useIndexState, useRanking, useScoring } from './records.ts'
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
  const within = useWithinLimits('application')
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
        within(() => propose({ candidateId: current, name: person.fullName || t.nameless, score }, stageOf(current)))
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
    <RankingFilterBar
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
      <SpacerItem height={rows.before} />
      {rows.rows.map((row) => {
        const ranked = shown[row.index]
        const candidate = ranked && candidateOf(ranked.match.candidateId)
        if (!ranked || !candidate) return null
        return (
          <RankedPhoneRow
            key={ranked.match.candidateId}
            offer={offer}
            match={ranked.match}
            name={candidate.fullName || t.nameless}
            city={candidate.city}
            capped={capWords(language, ranked.match, nameOf)}
            application={applicationOf.get(ranked.match.candidateId)}
          />
        )
      })}
      <SpacerItem height={rows.after} />
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
          <SpacerRow height={rows.before} columns={span} />
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
          <SpacerRow height={rows.after} columns={span} />
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
          {[
            offer.fields.company,
            ranking.state === 'ready' ? t.foot.ranked(count(all.length), ms, all.length === 1) : '',
          ]
            .filter(Boolean)
            .join(', ')}
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

function RestartNotice({ restarts }: { restarts: number }) {
  const t = useText(text)
  const [seen, setSeen] = useState(0)
  if (seen >= restarts) return null
  return <Banner onDismiss={() => setSeen(restarts)}>{t.restarted}</Banner>
}
