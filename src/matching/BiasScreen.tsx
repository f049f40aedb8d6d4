import { Play, Printer, Square } from 'lucide-react'
import { type ReactNode, useMemo, useRef, useState } from 'react'
import { Link } from 'wouter'
import { matcher } from '../../workers/matching/client.ts'
import { formatDate, formatMonth, formatNumber, formatPercent, formatSigned } from '../kit/format.ts'
import { offerToProfile } from '../model/profile.ts'
import { inWorkspace } from '../model/scoring.ts'
import { fourFifths, type GroupRates, ladder, selectionRates } from '../model/selection.ts'
import { useOffers } from '../offers/records.ts'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { useLanguage, useText } from '../ui/language.ts'
import { ProgressBar } from '../ui/ProgressBar.tsx'
import { Screen } from '../ui/Screen.tsx'
import { Section } from '../ui/Section.tsx'
import { Select } from '../ui/Select.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { useIsPhone } from '../ui/useMediaQuery.ts'
import { type BiasReport, checkBias } from './biasReport.ts'
import { biasText } from './biasText.ts'
import { monthOf } from './indexing.ts'
import './matching.css'
import { openCandidate, useAllApplications, useCandidates, useScoring } from './records.ts'
import { scoreLogText } from './scoreLogText.ts'
import { text } from './text.ts'

/** Under this many people a rate says little. */
const fewPeople = 20

/** Everyone scored again as somebody else, and how far people of each group came. */
export function BiasScreen() {
  const t = useText(biasText)
  const words = useText(text)
  const settings = useText(scoreLogText).settings
  const language = useLanguage()
  const isPhone = useIsPhone()
  const offers = useOffers()
  const candidates = useCandidates()
  const scoring = useScoring()
  const [offerId, setOfferId] = useState('')
  const [share, setShare] = useState<number | null>(null)
  const [report, setReport] = useState<BiasReport | null>(null)
  const [said, setSaid] = useState('')
  const stop = useRef<AbortController | null>(null)
  const open = useMemo(
    () =>
      offers.state === 'ready'
        ? [...offers.value.values()].filter(
            ({ fields, binnedAt }) => fields.status === 'open' && binnedAt === undefined,
          )
        : [],
    [offers],
  )
  const chosen = offerId === '' ? open : open.filter(({ id }) => id === offerId)
  const people = useMemo(
    () =>
      candidates.state === 'ready'
        ? [...candidates.value.values()].filter(({ binnedAt }) => binnedAt === undefined)
        : [],
    [candidates],
  )
  const count = (number: number) => formatNumber(language, number)
  const run = async () => {
    setShare(0)
    setSaid('')
    stop.current = new AbortController()
    const { signal } = stop.current
    try {
      // Opened: the check swaps what is sealed as well.
      const records = []
      for (const { id } of people) {
        const record = await openCandidate(id)
        if (record) records.push(record)
      }
      const found = await checkBias({
        matcher,
        candidates: records,
        offers: chosen.map(({ id, fields }) => inWorkspace(offerToProfile(id, fields), scoring)),
        asOf: monthOf(new Date()),
        onProgress: setShare,
        signal,
      })
      if (found) setReport(found)
      else setSaid(t.stopped)
    } catch {
      setSaid(t.failed)
    }
    setShare(null)
  }
  const isReady = offers.state === 'ready' && candidates.state === 'ready'
  const isEmpty = people.length === 0 || chosen.length === 0
  const content = (
    <div className="printable bias">
      <Section title={t.title}>
        <p className="t-2 measure">{t.note}</p>
        {!isReady ? (
          <Skeleton lines={2} label={t.loading} />
        ) : isEmpty ? (
          <p>{t.nothing}</p>
        ) : (
          <div className="row wrap bias-run">
            <Select
              label={t.offer}
              value={offerId}
              onChange={setOfferId}
              options={[
                { value: '', label: t.allOffers(count(open.length)) },
                ...open.map(({ id, fields }) => ({ value: id, label: fields.title || words.untitledOffer })),
              ]}
            />
            {share === null ? (
              <Button variant="first" icon={Play} onClick={() => void run()}>
                {report ? t.again : t.run}
              </Button>
            ) : (
              <Button icon={Square} onClick={() => stop.current?.abort()}>
                {t.stop}
              </Button>
            )}
          </div>
        )}
        {share !== null && <ProgressBar label={t.running} share={share} />}
        <p role="status">{said}</p>
      </Section>
      {report && <Findings report={report} />}
      <Selection offerIds={chosen.map(({ id }) => id)} />
    </div>
  )
  return (
    <Screen
      title={t.title}
      back={{ href: '/reglages/classement', label: settings }}
      above={
        <Link className="plain" href="/reglages/classement">
          {settings}
        </Link>
      }
      actions={
        <Button icon={Printer} onClick={() => print()}>
          {t.print}
        </Button>
      }
      phoneActions={<IconButton touch icon={Printer} name={t.print} onClick={() => print()} />}
    >
      {isPhone ? content : <div className="scroll grow">{content}</div>}
    </Screen>
  )
}

function Findings({ report }: { report: BiasReport }) {
  const t = useText(biasText)
  const words = useText(text)
  const language = useLanguage()
  const offers = useOffers()
  const candidates = useCandidates()
  const count = (number: number) => formatNumber(language, number)
  const points = (number: number) => formatNumber(language, number, number === 0 ? 0 : 2)
  const differing = report.swaps.reduce((sum, { swap, differing: more }) => (swap === 'all' ? sum : sum + more), 0)
  const largest = Math.max(0, ...report.swaps.map((swap) => swap.largest))
  const nameOf = (id: string) =>
    (candidates.state === 'ready' && candidates.value.get(id)?.fields.fullName) || words.nameless
  const titleOf = (id: string) =>
    (offers.state === 'ready' && offers.value.get(id)?.fields.title) || words.untitledOffer
  return (
    <>
      <Section
        title={differing === 0 ? t.allZero : t.some(count(differing), points(largest))}
        aside={t.scope(count(report.people), count(report.offers), formatDate(language, report.at))}
      >
        <WideTable label={t.swap}>
          <thead>
            <tr>
              <th scope="col">{t.swap}</th>
              <Figures tip={t.unseenHelp}>{t.unseen}</Figures>
              <Figures tip={t.computedHelp}>{t.computed}</Figures>
              <Figures>{t.differing}</Figures>
              <Figures>{t.largest}</Figures>
            </tr>
          </thead>
          <tbody>
            {report.swaps.map((swap) => (
              <tr key={swap.swap}>
                <th scope="row">{t.swaps[swap.swap]}</th>
                <td className="num r">{count(swap.unseen)}</td>
                <td className="num r">{count(swap.computed)}</td>
                <td className={`num r${swap.differing > 0 ? ' bad-word' : ''}`}>{count(swap.differing)}</td>
                <td className="num r t-m">{points(swap.largest)}</td>
              </tr>
            ))}
          </tbody>
        </WideTable>
        <p className="t-sm t-3">
          <b>{t.unseen}.</b> {t.unseenHelp} <b>{t.computed}.</b> {t.computedHelp}
        </p>
        <p className="t-sm t-3">{t.engine(report.engine, formatMonth(language, report.asOf))}</p>
      </Section>
      {report.differences.length > 0 && (
        <Section title={t.differences} level={3}>
          <p className="t-2 measure">{t.whatToDo}</p>
          <WideTable label={t.differences}>
            <thead>
              <tr>
                <th scope="col">{t.person}</th>
                <th scope="col">{t.offer}</th>
                <th scope="col">{t.swap}</th>
                <Figures>{t.before}</Figures>
                <Figures>{t.after}</Figures>
                <Figures>{t.delta}</Figures>
              </tr>
            </thead>
            <tbody>
              {report.differences.map(({ swap, candidateId, offerId, before, after }) => (
                <tr key={`${swap} ${candidateId} ${offerId}`}>
                  <th scope="row">
                    <Link className="plain" href={`/offres/${offerId}/candidats/${candidateId}`}>
                      {nameOf(candidateId)}
                    </Link>
                  </th>
                  <td>{titleOf(offerId)}</td>
                  <td>{t.swaps[swap]}</td>
                  <td className="num r">{formatNumber(language, before, 2)}</td>
                  <td className="num r">{formatNumber(language, after, 2)}</td>
                  <td className="num r bad-word">{formatSigned(language, Math.round((after - before) * 100) / 100)}</td>
                </tr>
              ))}
            </tbody>
          </WideTable>
        </Section>
      )}
    </>
  )
}

function Selection({ offerIds }: { offerIds: readonly string[] }) {
  const t = useText(biasText)
  const words = useText(text)
  const language = useLanguage()
  const applications = useAllApplications()
  const candidates = useCandidates()
  const [groups, setGroups] = useState<string[]>([])
  const people = candidates.state === 'ready' ? candidates.value : null
  const tagsOf = (id: string) => people?.get(id)?.fields.tags ?? {}
  const tags = useMemo(
    () => [...new Set([...(people?.values() ?? [])].flatMap(({ fields }) => Object.keys(fields.tags)))].sort(),
    [people],
  )
  const wanted = new Set(offerIds)
  const decided = applications.filter(({ offerId }) => wanted.has(offerId))
  const rates = selectionRates(decided, groups, tagsOf)
  const count = (number: number) => formatNumber(language, number)
  const ratioWords = ({ ratio, considered }: GroupRates) => {
    if (ratio === null) return ''
    const said = formatNumber(language, ratio, 2)
    if (considered < fewPeople) return `${said}, ${t.few}`
    return ratio < fourFifths ? `${said}, ${t.under}` : said
  }
  return (
    <>
      <Section title={t.selection}>
        <p className="t-2 measure">{t.selectionNote}</p>
        {decided.length === 0 ? (
          <p>{t.noDecisions}</p>
        ) : (
          <WideTable label={t.selection}>
            <thead>
              <tr>
                <th scope="col">{t.group}</th>
                <Figures>{t.considered}</Figures>
                {ladder.slice(2).map((stage) => (
                  <Figures key={stage}>{words.stages[stage]}</Figures>
                ))}
                <Figures>{t.rejected}</Figures>
                <Figures>{t.rate}</Figures>
                <Figures>{t.ratio}</Figures>
              </tr>
            </thead>
            <tbody>
              {rates.map((rate) => (
                <tr key={rate.group}>
                  <th scope="row">{rate.group === '' ? t.everyone : rate.group}</th>
                  <td className="num r">{count(rate.considered)}</td>
                  {ladder.slice(2).map((stage) => (
                    <td key={stage} className="num r">
                      {count(rate.reached[stage])}
                    </td>
                  ))}
                  <td className="num r">{count(rate.rejected)}</td>
                  <td className="num r t-m">{rate.rate === null ? '' : formatPercent(language, rate.rate)}</td>
                  <td
                    className={`num r${rate.ratio !== null && rate.ratio < fourFifths && rate.considered >= fewPeople ? ' bad-word' : ''}`}
                  >
                    {ratioWords(rate)}
                  </td>
                </tr>
              ))}
            </tbody>
          </WideTable>
        )}
      </Section>
      <Section title={t.groups} level={3}>
        <p className="t-2 measure">{tags.length === 0 ? t.noTags : t.groupsNote}</p>
        <div className="row wrap g3">
          {tags.slice(0, 40).map((tag) => (
            <Checkbox
              key={tag}
              checked={groups.includes(tag)}
              onChange={(on) => setGroups(on ? [...groups, tag] : groups.filter((each) => each !== tag))}
            >
              {tag}
            </Checkbox>
          ))}
        </div>
      </Section>
    </>
  )
}

/** A table that scrolls sideways where it is wider than the screen. */
const WideTable = ({ label, children }: { label: string; children: ReactNode }) => (
  <div className="wide-table" role="region" aria-label={label} tabIndex={0}>
    <table className="table">{children}</table>
  </div>
)

/** The head of a column of figures. */
const Figures = ({ tip, children }: { tip?: string; children: ReactNode }) => (
  <th scope="col" className="r" data-tip={tip}>
    {children}
  </th>
)
