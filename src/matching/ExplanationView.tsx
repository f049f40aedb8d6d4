import { CircleMinus } from 'lucide-react'
import { useEffect, useMemo, useState, type ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import { matcher } from '../../workers/matching/client.ts'
import { formatDate, formatMonth, formatMonths, formatNumber, formatPercent, formatSigned } from '../kit/format.ts'
import { monthsOfExperience } from '../model/career.ts'
import type { Application } from '../model/application.ts'
import {
  dealbreakerCap,
  type Explanation,
  type Insight,
  type RequirementJudgement,
  shownScore,
} from '../model/match.ts'
import type { Offer } from '../model/offer.ts'
import { candidateToProfile, offerToProfile } from '../model/profile.ts'
import type { Stored } from '../model/record.ts'
import { inWorkspace } from '../model/scoring.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useLanguage, useText } from '../ui/language.ts'
import { Level } from '../ui/Level.tsx'
import { Quote } from '../ui/Quote.tsx'
import { RequirementMark } from '../ui/RequirementMark.tsx'
import { Section } from '../ui/Section.tsx'
import { Sounding } from '../ui/Sounding.tsx'
import { toast } from '../ui/toast.ts'
import { useIsPhone } from '../ui/useMediaQuery.ts'
import { softenRequirement, undo } from '../offers/records.ts'
import { evidencePlaces } from './evidence.ts'
import {
  insightWords,
  rangeWords,
  weightsInForce,
  reasonWords,
  scoreWords,
  soundingLines,
  statusCountWords,
} from './matchWords.ts'
import { type OfferRaise, offerRaises } from './offerRaises.ts'
import { learnedShares, scoreTenths } from './points.ts'
import { lastMove, useScoring } from './records.ts'
import { sheetText } from './sheetText.ts'
import { scoringText } from './scoringText.ts'
import { text } from './text.ts'
import { useLearningWords } from './useLearningWords.ts'

interface ExplanationViewProps {
  offerId: string
  offer: Offer
  record: Stored<'candidate'>
  application: Application | null
  explanation: Explanation
  /** Beside the name: the button that closes. */
  corner?: ReactNode
}

/** Sentences of a kind at most: the requirements above say them all. */
const insightsMost = 5

/** The name of a requirement of an offer; '' for one the offer no longer has. */
export const requirementName = (offer: Offer, id: string): string => offer.requirements[id]?.text ?? offer.title

/** Why a person has a score for an offer: the number, where its points come from, and the words of the CV. */
export function ExplanationView({ offerId, offer, record, application, explanation, corner }: ExplanationViewProps) {
  const t = useText(text)
  const language = useLanguage()
  const isPhone = useIsPhone()
  const candidate = record.fields
  const nameOf = (id: string) => requirementName(offer, id)
  const number = shownScore(explanation.score)
  const isCapped = explanation.capPoints !== 0
  const cause = isCapped ? explanation.requirements.find(({ id }) => id === explanation.cappedBy) : undefined
  const months = monthsOfExperience(candidate.experiences, explanation.asOf)
  const years = months === null ? 0 : Math.floor(months / 12)
  const facts = [
    candidate.headline,
    years > 0 ? t.years(formatNumber(language, years), years < 2) : '',
    candidate.city,
  ].filter((fact) => fact !== '')
  const range = rangeWords(language, explanation)
  const { sub } = explanation
  const sheet = useText(sheetText)
  const learningWords = useLearningWords()
  const scoring = useScoring()
  const move = application && lastMove(application)
  return (
    <div className="printable">
      <section className={`${isPhone ? 'psec' : 'sect'} why-head`}>
        <div className="row top">
          <div className="grow">
            <h2 className="t-name">{candidate.fullName || t.nameless}</h2>
            <p className="t-2">{facts.join(', ')}</p>
          </div>
          {corner}
        </div>
        <div className="why-level">
          <span className="bigscore" aria-label={t.outOf(scoreWords(language, explanation.score))} role="img">
            {scoreWords(language, explanation.score)}
          </span>
          <div className="grow">
            <div className="row t-sm wrap">
              {isCapped ? (
                <b className="t-b bad-word">{t.capped}</b>
              ) : (
                <b className="t-b">{number >= scoring.excellentFrom ? t.excellent : ''}</b>
              )}
              <span className="t-2 num">
                {[
                  range === '' ? t.noUnknown : range,
                  t.confidence(formatPercent(language, explanation.confidence)),
                ].join(', ')}
              </span>
            </div>
            <Level value={explanation.score} low={explanation.low} high={explanation.high} capped={isCapped} />
          </div>
        </div>
        <div className="row wrap g1">
          <span className="chip num" data-tip={t.sub.semanticNote}>
            {t.sub.semantic(scoreWords(language, sub.semantic))}
          </span>
          <span className="chip num" data-tip={t.sub.rulesNote}>
            {t.sub.rules(scoreWords(language, sub.rules))}
          </span>
          <span className="chip line num" data-tip={t.sub.learnedNote}>
            {sub.learned === null ? t.sub.notLearned(learningWords) : t.sub.learned(scoreWords(language, sub.learned))}
          </span>
        </div>
        {application && move && (
          <p className="t-sm row wrap">
            <StageChip application={application} />
            <span className="t-2">
              {t.decided(t.stages[application.stage], formatDate(language, move.at))}
              {move.reason !== '' && `. ${t.decidedWhy(move.reason)}`}
            </span>
          </p>
        )}
      </section>
      {cause && (
        <CapBanner
          offerId={offerId}
          name={nameOf(cause.id)}
          cause={cause}
          uncapped={explanation.score - explanation.capPoints}
          need={offer.requirements[cause.id]?.need}
        />
      )}
      <Section title={t.points} level={3}>
        <Sounding
          lines={soundingLines(language, explanation, cause ? nameOf(cause.id) : '')}
          final={scoreTenths(explanation.score) / 10}
        />
        <LearnedShares explanation={explanation} />
      </Section>
      <Requirements offer={offer} record={record} explanation={explanation} cause={cause} />
      <Insights record={record} explanation={explanation} nameOf={nameOf} />
      {explanation.raises.length > 0 && (
        <Section title={t.raises} level={3}>
          <ul className="why-words t-2">
            {explanation.raises.map(({ requirementId, term, score }) => (
              <li key={`${requirementId}${term}`}>
                {requirementId !== null
                  ? t.raiseTo(nameOf(requirementId), scoreWords(language, score))
                  : t.raiseTerm(term === null ? '' : t.terms[term], scoreWords(language, score))}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <OfferRaises offerId={offerId} offer={offer} record={record} explanation={explanation} />
      <section className={isPhone ? 'psec' : 'sect'}>
        <p className="t-sm">
          <Link href={`/offres/${offerId}/candidats/${record.id}/feuille`}>{sheet.sheet}</Link>,{' '}
          <Link href={`/registre-des-scores?offre=${offerId}&candidat=${record.id}`}>{sheet.shownBefore}</Link>
        </p>
        <p className="t-sm t-3">
          {t.engineLine(
            explanation.engine,
            t.foot[weightsInForce(offer.weights, scoring.weights)],
            formatMonth(language, explanation.asOf),
          )}{' '}
          {t.foot.order}
        </p>
      </section>
    </div>
  )
}

/** What the offer could ask less of, computed beside the explanation and never changed by it. */
function OfferRaises({
  offerId,
  offer,
  record,
  explanation,
}: {
  offerId: string
  offer: Offer
  record: Stored<'candidate'>
  explanation: Explanation
}) {
  const t = useText(sheetText)
  const language = useLanguage()
  const scoring = useScoring()
  const [found, setFound] = useState<{ of: Explanation; raises: OfferRaise[] } | null>(null)
  useEffect(() => {
    let left = false
    offerRaises(
      inWorkspace(offerToProfile(offerId, offer), scoring),
      candidateToProfile(record.id, record.fields),
      explanation,
      matcher,
    ).then(
      (raises) => !left && setFound({ of: explanation, raises }),
      // Without an answer the part is not shown: the explanation stands by itself.
      () => undefined,
    )
    return () => {
      left = true
    }
  }, [offerId, offer, record, explanation, scoring])
  if (found?.of !== explanation || found.raises.length === 0) return null
  const wordsOf = ({ what, requirementId, years, score }: OfferRaise): string => {
    const then = scoreWords(language, score)
    if (what === 'remote') return t.remote(then)
    if (what === 'fewer-years') return t.fewerYears(formatMonths(language, (years ?? 0) * 12), then)
    return t.wish(requirementId === null ? '' : requirementName(offer, requirementId), then)
  }
  return (
    <Section title={t.softer} level={3}>
      <ul className="why-words t-2">
        {found.raises.map((raise) => (
          <li key={`${raise.what}${raise.requirementId}`}>{wordsOf(raise)}</li>
        ))}
      </ul>
      <p className="t-sm t-3">{t.softerNote}</p>
    </Section>
  )
}

/** What the learned line is made of, term by term. */
function LearnedShares({ explanation }: { explanation: Explanation }) {
  const t = useText(text)
  const words = useText(scoringText).learning
  const language = useLanguage()
  const shares = learnedShares(explanation)
  if (shares.length === 0) return null
  return (
    <details className="learned-shares">
      <summary className="t-sm t-2">{words.contributions}</summary>
      <table className="figures">
        <tbody>
          {shares.map(({ name, points }) => (
            <tr key={name}>
              <th scope="row">{t.terms[name]}</th>
              <td className="num r">{formatSigned(language, points)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="t-sm t-3">{words.contributionsNote}</p>
    </details>
  )
}

/** The stage of an application in a word. */
export function StageChip({ application }: { application: Application }) {
  const t = useText(text)
  const tone = { rejected: 'brick', accepted: 'moss', proposed: 'water' } as const
  const { stage } = application
  return <Chip tone={stage in tone ? tone[stage as keyof typeof tone] : 'slate'}>{t.stages[stage]}</Chip>
}

function CapBanner({
  offerId,
  name,
  cause,
  uncapped,
  need,
}: {
  offerId: string
  name: string
  cause: RequirementJudgement
  uncapped: number
  need: string | undefined
}) {
  const t = useText(text)
  const language = useLanguage()
  const soften = async () => {
    const done = await softenRequirement(offerId, cause.id)
    if (!done.ok) return toast({ text: t.writeFailures[done.error.type] })
    const { transaction } = done.value
    toast({ text: t.softened(name), undo: () => void undo(transaction) })
  }
  return (
    <div className="banner bad" role="note">
      <Icon as={CircleMinus} />
      <span className="grow stack">
        <span>
          <b className="t-m">{cause.reason === 'denied' ? t.capBanner.denied(name) : t.capBanner.lead(name)}</b>{' '}
          {t.capBanner.rest(formatNumber(language, scoreTenths(uncapped) / 10, 1))}
        </span>
        {need === 'dealbreaker' && (
          <span className="row">
            <Button changes="offer" onClick={() => void soften()}>
              {t.soften}
            </Button>
          </span>
        )}
      </span>
    </div>
  )
}

function Requirements({
  offer,
  record,
  explanation,
  cause,
}: {
  offer: Offer
  record: Stored<'candidate'>
  explanation: Explanation
  cause: RequirementJudgement | undefined
}) {
  const t = useText(text)
  const language = useLanguage()
  const raised = new Map(explanation.raises.map(({ requirementId, score }) => [requirementId, score]))
  const rest = explanation.requirements.filter(({ id }) => id !== cause?.id)
  const row = (judgement: RequirementJudgement) => (
    <RequirementRow
      key={judgement.id}
      offer={offer}
      record={record}
      judgement={judgement}
      raisedTo={raised.get(judgement.id)}
    />
  )
  return (
    <>
      {cause && (
        <Section title={t.cause} level={3}>
          <ul>{row(cause)}</ul>
        </Section>
      )}
      <Section title={t.requirements} aside={statusCountWords(language, explanation)} level={3}>
        {explanation.requirements.length === 0 ? <p className="t-2">{t.noRequirements}</p> : <ul>{rest.map(row)}</ul>}
      </Section>
    </>
  )
}

function RequirementRow({
  offer,
  record,
  judgement,
  raisedTo,
}: {
  offer: Offer
  record: Stored<'candidate'>
  judgement: RequirementJudgement
  raisedTo: number | undefined
}) {
  const t = useText(text)
  const language = useLanguage()
  const need = offer.requirements[judgement.id]?.need
  const reason = reasonWords(language, judgement)
  return (
    <li className="req">
      <div className="row">
        <span className="grow t-m">
          {requirementName(offer, judgement.id)}
          {need !== undefined && <span className="t-3 t-sm t-aside"> {t.needs[need]}</span>}
        </span>
        <RequirementMark state={judgement.status} />
      </div>
      <Evidence record={record} judgement={judgement} />
      {judgement.status === 'unknown' && (
        <p className="t-sm t-2">{raisedTo === undefined ? t.ask : t.askRaises(scoreWords(language, raisedTo))}</p>
      )}
      {judgement.status === 'missing' && judgement.quote === '' && reason === '' && (
        <p className="t-sm t-2">{t.missingNoQuote}</p>
      )}
      {judgement.status !== 'unknown' && reason !== '' && <p className="t-sm t-2">{reason}</p>}
    </li>
  )
}

/** The words of the CV for a judgement, with the page they stand on. */
export function Evidence({ record, judgement }: { record: Stored<'candidate'>; judgement: RequirementJudgement }) {
  const t = useText(text)
  const language = useLanguage()
  const [, navigate] = useLocation()
  const placeOf = useMemo(() => evidencePlaces(record), [record])
  if (judgement.quote === '') return null
  const place = placeOf(judgement)
  return (
    <Quote
      text={judgement.quote}
      ranges={judgement.marks}
      {...(place
        ? {
            source: place.page === null ? t.document : t.page(formatNumber(language, place.page)),
            onSource: () => navigate(place.href),
          }
        : {})}
    />
  )
}

function Insights({
  record,
  explanation,
  nameOf,
}: {
  record: Stored<'candidate'>
  explanation: Explanation
  nameOf: (id: string) => string
}) {
  const t = useText(text)
  const language = useLanguage()
  const isPhone = useIsPhone()
  const groups: { title: string; insights: readonly Insight[] }[] = [
    { title: t.strengths, insights: explanation.strengths },
    { title: t.weaknesses, insights: explanation.weaknesses },
    { title: t.risks, insights: explanation.risks },
    { title: t.opportunities, insights: explanation.opportunities },
  ]
  const judgementOf = new Map(explanation.requirements.map((judgement) => [judgement.id, judgement]))
  const worded = groups
    .map(({ title, insights }) => ({
      title,
      told: [
        // Two requirements may be worded alike: the first tells both.
        ...new Map(insights.map((insight) => [insightWords(language, insight, nameOf), insight] as const).toReversed()),
      ]
        .toReversed()
        .filter(([words]) => words !== '')
        .slice(0, insightsMost),
    }))
    .filter(({ told }) => told.length > 0)
  if (worded.length === 0) return null
  return (
    <section className={`${isPhone ? 'psec' : 'sect'} swot`}>
      {worded.map(({ title, told }) => (
        <div className="stack" key={title}>
          <h3 className="t-head">{title}</h3>
          <ul className="why-words t-2">
            {told.map(([words, insight]) => {
              const judgement = insight.requirementId === undefined ? undefined : judgementOf.get(insight.requirementId)
              return (
                <li key={words}>
                  {words}
                  {judgement && <Evidence record={record} judgement={judgement} />}
                </li>
              )
            })}
          </ul>
        </div>
      ))}
    </section>
  )
}

/** The number of the cap, for gauges. */
export const lidOf = (match: { capPoints: number }): number | undefined =>
  match.capPoints === 0 ? undefined : dealbreakerCap
