import { useEffect, useMemo, useState } from 'react'
import { Link } from 'wouter'
import { matcher } from '../../workers/matching/client.ts'
import { formatMoney, formatMonths, formatNumber, formatPercent, formatSigned } from '../kit/format.ts'
import { achievementsOf } from '../model/achievements.ts'
import { cvQuality } from '../model/cvQuality.ts'
import { acceptanceEstimate, payEstimate, yearlyPay } from '../model/estimates.ts'
import { type CriterionScore, type ExperienceScore, experienceScore } from '../model/experienceScore.ts'
import type { Match } from '../model/match.ts'
import { offerToProfile } from '../model/profile.ts'
import { profileScores } from '../model/profileScores.ts'
import type { Stored } from '../model/record.ts'
import { inWorkspace } from '../model/scoring.ts'
import { useOffers } from '../offers/records.ts'
import { KeyValues } from '../ui/KeyValues.tsx'
import { useLanguage, useText } from '../ui/language.ts'
import { Quote } from '../ui/Quote.tsx'
import { Section } from '../ui/Section.tsx'
import { Select } from '../ui/Select.tsx'
import { analysesText } from './analysesText.ts'
import './matching.css'
import { monthOf } from './indexing.ts'
import { scoreWords } from './matchWords.ts'
import { useAllApplications, useOffersFor, useScoring } from './records.ts'
import { scoreJobs } from './scoreJobs.ts'
import { text } from './text.ts'

/** What formulas say of a career: shown whole, none of it ranked on. */
export function Analyses({ record }: { record: Stored<'candidate'> }) {
  const t = useText(analysesText)
  const { analyses } = useScoring()
  const { offerId, setOfferId, score, failed, offers } = useExperienceScore(record)
  return (
    <div className="analyses printable">
      <p className="t-2 pad measure">{t.note}</p>
      <Section title={t.experience.title}>
        <div className="analysis-offer">
          <Select
            label={t.experience.offer}
            value={offerId}
            onChange={setOfferId}
            options={[{ value: '', label: t.experience.noOffer }, ...offers]}
          />
        </div>
        {failed && <p className="bad-word">{t.failed}</p>}
        <Experience score={score} hasOffer={offerId !== '' && !failed} />
      </Section>
      <Quality record={record} />
      <Section title={t.profile.title}>
        {analyses.profile ? <Readings record={record} score={score} /> : <Off words={t.profile.off} />}
      </Section>
      <Section title={t.estimates.title}>
        {analyses.predictions ? <Estimates record={record} /> : <Off words={t.estimates.off} />}
      </Section>
    </div>
  )
}

function Off({ words }: { words: string }) {
  const t = useText(analysesText)
  return (
    <>
      <p className="t-2">
        {words} <Link href="/reglages/classement">{t.settingsLink}</Link>
      </p>
      <p className="t-sm t-3 measure">{t.settings.note}</p>
    </>
  )
}

/** The score of the experience, regarding the open offer somebody chooses. */
function useExperienceScore({ id, fields, about }: Stored<'candidate'>) {
  const words = useText(text)
  const live = useOffers()
  const scoring = useScoring()
  const [offerId, setOfferId] = useState('')
  const [found, setFound] = useState<{ offerId: string; matches: Map<string, Match> } | null>(null)
  const [failed, setFailed] = useState(false)
  const asOf = monthOf(new Date())
  const open =
    live.state === 'ready'
      ? [...live.value.values()].filter((offer) => offer.fields.status === 'open' && offer.binnedAt === undefined)
      : []
  const chosen = open.find((offer) => offer.id === offerId)
  const profile = chosen ? JSON.stringify(inWorkspace(offerToProfile(chosen.id, chosen.fields), scoring)) : ''
  useEffect(() => {
    if (profile === '') return
    let left = false
    setFailed(false)
    scoreJobs(JSON.parse(profile), id, fields, asOf, matcher).then(
      (matches) => !left && setFound({ offerId, matches }),
      () => !left && setFailed(true),
    )
    return () => {
      left = true
    }
  }, [profile, offerId, id, fields, asOf])
  const matches = offerId !== '' && found?.offerId === offerId ? found.matches : undefined
  const score = useMemo(() => experienceScore(fields, about, asOf, matches), [fields, about, asOf, matches])
  const offers = open.map((offer) => ({ value: offer.id, label: offer.fields.title || words.untitledOffer }))
  return { offerId, setOfferId, score, failed, offers }
}

function Experience({ score, hasOffer }: { score: ExperienceScore; hasOffer: boolean }) {
  const t = useText(analysesText).experience
  const language = useLanguage()
  const count = (number: number) => formatNumber(language, number)
  const tenths = (number: number) => formatNumber(language, number, 1)
  const levels = t.levels.split('|')
  if (score.jobs.length === 0) return <p className="t-2">{t.noJobs}</p>
  const { progression, coherence, bonus, penalty } = score
  const rows: { key: string; name: string; basis: string; points: string }[] = [
    { key: 'mean', name: t.mean, basis: '', points: tenths(score.mean) },
    {
      key: 'progression',
      name: t.progression,
      basis:
        progression.from === null || progression.to === null
          ? t.oneJob
          : t.progressionWords(levels[progression.from] ?? '', levels[progression.to] ?? ''),
      points: formatSigned(language, progression.points),
    },
    {
      key: 'coherence',
      name: t.coherence,
      basis: t.coherenceWords(count(coherence.linked), count(coherence.pairs), count(coherence.gaps)),
      points: formatSigned(language, coherence.points),
    },
    {
      key: 'bonus',
      name: t.bonus,
      basis: formatMonths(language, bonus.months),
      points: formatSigned(language, bonus.points),
    },
    {
      key: 'penalty',
      name: t.penalty,
      basis: t.penaltyWords(count(penalty.undated), count(penalty.untold), count(penalty.unnamed)),
      points: formatSigned(language, -penalty.points),
    },
  ]
  return (
    <>
      <table className="figures">
        <tbody>
          {rows.map(({ key, name, basis, points }) => (
            <tr key={key}>
              <th scope="row">
                {name}
                {basis !== '' && <span className="t-sm t-3 log-again">{basis}</span>}
              </th>
              <td className="num r">{points}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">
              <b>{t.final}</b>
              <span className="t-sm t-3 log-again">
                {t.reliability} {t.reliabilities[score.reliability]},{' '}
                {t.reliabilityWords(formatPercent(language, score.confidence))}
              </span>
            </th>
            <td className="num r t-b">{tenths(score.final)}</td>
          </tr>
        </tbody>
      </table>
      {!hasOffer && <p className="t-sm t-3">{t.onSeventyFive}</p>}
      {score.jobs.map((job) => (
        <details className="analysis-job" key={job.id}>
          <summary>
            <span className="t-m">{[job.title, job.organisation].filter(Boolean).join(', ')}</span>{' '}
            <span className="num t-b">{tenths(job.sum)}</span>
          </summary>
          <table className="figures">
            <tbody>
              {job.criteria.map((criterion) => (
                <tr key={criterion.criterion}>
                  <th scope="row">
                    {t.criteria[criterion.criterion]}
                    <span className="t-sm t-3 log-again">
                      <Basis criterion={criterion} />
                    </span>
                    {criterion.quote !== '' && criterion.quote !== job.title && (
                      <Quote text={criterion.quote} ranges={[]} />
                    )}
                  </th>
                  <td className="num r">
                    {criterion.points === null ? '–' : `${tenths(criterion.points)} / ${count(criterion.of)}`}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="t-sm t-3">
            {t.factor(formatNumber(language, job.relevanceFactor, 2), formatNumber(language, job.recencyFactor, 2))}
          </p>
        </details>
      ))}
    </>
  )
}

function Basis({ criterion: { basis } }: { criterion: CriterionScore }) {
  const t = useText(analysesText).experience
  const language = useLanguage()
  const { code, detail } = basis
  const count = (value: number | string | undefined) => formatNumber(language, Number(value ?? 0))
  switch (code) {
    case 'contract':
      return t.contracts[detail.kind as keyof typeof t.contracts] ?? ''
    case 'months':
      return t.basis.months(formatMonths(language, Number(detail.months)))
    case 'gap':
      return Number(detail.months) < 2 ? t.basis.current : t.basis.gap(formatMonths(language, Number(detail.months)))
    case 'asked':
      return t.basis.asked(count(detail.proven), count(detail.of))
    case 'named':
      return [t.basis.named(count(detail.count)), detail.names].filter((part) => part !== '').join(' : ')
    case 'leads':
      return t.basis.leads(count(detail.count))
    case 'duties':
      return t.basis.duties(count(detail.count))
    case 'tasks':
      return t.basis.tasks(count(detail.tasks), count(detail.measured))
    default: {
      const words = t.basis[code as keyof typeof t.basis]
      return typeof words === 'string' ? words : ''
    }
  }
}

function Quality({ record: { fields } }: { record: Stored<'candidate'> }) {
  const t = useText(analysesText).quality
  const experience = useText(analysesText).experience
  const language = useLanguage()
  const quality = cvQuality(fields, monthOf(new Date()))
  const results = achievementsOf(fields)
  const whole = (number: number) => formatNumber(language, Math.round(number))
  const lists = [
    { title: t.strengths, words: quality.strengths.map((name) => t.criteria[name]) },
    { title: t.weaknesses, words: quality.weaknesses.map((name) => t.criteria[name]) },
    { title: t.recommendations, words: quality.recommendations.map((code) => t.advice[code as keyof typeof t.advice]) },
    { title: experience.achievements, words: results.slice(0, 6).map(({ text: words }) => words) },
  ].filter(({ words }) => words.length > 0)
  return (
    <Section title={t.title} aside={`${whole(quality.score)} / 100`}>
      <p className="t-2">{t.note}</p>
      <table className="figures">
        <tbody>
          {quality.criteria.map(({ criterion, points, of, parts }) => (
            <tr key={criterion}>
              <th scope="row">
                {t.criteria[criterion]}
                <span className="t-sm t-3 log-again">
                  {parts
                    .map(
                      (part) => `${t.parts[part.code as keyof typeof t.parts]} ${whole(part.points)}/${whole(part.of)}`,
                    )
                    .join(', ')}
                </span>
              </th>
              <td className="num r">
                {whole(points)} / {whole(of)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="swot">
        {lists.map(({ title, words }) => (
          <div className="stack" key={title}>
            <h3 className="t-head">{title}</h3>
            <ul className="why-words t-2">
              {words.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </Section>
  )
}

function Readings({ record: { fields, about }, score }: { record: Stored<'candidate'>; score: ExperienceScore }) {
  const t = useText(analysesText).profile
  const language = useLanguage()
  const scores = profileScores(fields, about, new Date().toISOString().slice(0, 10), score)
  return (
    <table className="figures">
      <tbody>
        {scores.map(({ name, score: value, parts }) => (
          <tr key={name}>
            <th scope="row">
              {t.names[name]}
              <span className="t-sm t-3 log-again">
                {parts
                  .map(
                    (part) =>
                      `${t.parts[part.code as keyof typeof t.parts]} ${t.formula(formatPercent(language, part.weight), formatPercent(language, part.value))}`,
                  )
                  .join(' + ')}
              </span>
            </th>
            <td className="num r t-b">{scoreWords(language, value)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Under this score no offer is a next step. */
const nextFrom = 40

function Estimates({ record: { id } }: { record: Stored<'candidate'> }) {
  const t = useText(analysesText).estimates
  const words = useText(text)
  const language = useLanguage()
  const offers = useOffers()
  const applications = useAllApplications()
  const known =
    offers.state === 'ready' ? [...offers.value.values()].filter(({ binnedAt }) => binnedAt === undefined) : []
  const ranked = useOffersFor(
    id,
    known.map((offer) => offerToProfile(offer.id, offer.fields)),
  )
  const fits = new Map(ranked.state === 'ready' ? ranked.value.map(({ offerId, score }) => [offerId, score]) : [])
  const accepted = applications.filter(({ stage, candidateId }) => stage === 'accepted' && candidateId !== id)
  const pay = payEstimate(
    accepted.flatMap(({ offerId }) => {
      const offer = known.find((each) => each.id === offerId)
      const yearly = offer ? yearlyPay(offer.fields) : null
      return offer && yearly !== null
        ? [{ offerId, pay: yearly, currency: offer.fields.salaryCurrency, fit: fits.get(offerId) ?? 0 }]
        : []
    }),
  )
  const acceptance = acceptanceEstimate(applications)
  const best = ranked.state === 'ready' ? ranked.value.find(({ score }) => score >= nextFrom) : undefined
  const bestOffer = known.find((offer) => offer.id === best?.offerId)
  const count = (number: number) => formatNumber(language, number)
  const few = (estimate: { cases: number; needed: number }) => t.tooFew(count(estimate.cases), count(estimate.needed))
  const money = (amount: number, currency: string) =>
    formatMoney(language, Math.round(amount / 100) * 100, currency || 'EUR')
  const told = (said: string, basis: string) => (
    <>
      <span>{said}</span>
      {basis !== '' && <span className="t-sm t-3 log-again">{basis}</span>}
    </>
  )
  return (
    <KeyValues
      rows={[
        {
          key: 'pay',
          label: t.pay,
          value:
            pay.type === 'too-few'
              ? few(pay)
              : told(
                  t.payWords(money(pay.pay, pay.currency), money(pay.error, pay.currency)),
                  t.payBasis(count(pay.cases)),
                ),
        },
        {
          key: 'acceptance',
          label: t.acceptance,
          value:
            acceptance.type === 'too-few'
              ? few(acceptance)
              : told(
                  t.acceptanceWords(
                    formatPercent(language, acceptance.share),
                    formatPercent(language, acceptance.low),
                    formatPercent(language, acceptance.high),
                  ),
                  t.acceptanceBasis(count(acceptance.cases)),
                ),
        },
        {
          key: 'next',
          label: t.next,
          value:
            best && bestOffer
              ? t.nextWords(bestOffer.fields.title || words.untitledOffer, scoreWords(language, best.score))
              : t.nextNone,
        },
        { key: 'turnover', label: t.turnover, value: t.turnoverNone },
      ]}
    />
  )
}
