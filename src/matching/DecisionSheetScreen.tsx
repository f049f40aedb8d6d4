import { Printer } from 'lucide-react'
import { Link, useParams, useSearchParams } from 'wouter'
import { formatDate, formatMonth, formatNumber, formatSigned } from '../kit/format.ts'
import type { Explanation } from '../model/match.ts'
import { offerToProfile } from '../model/profile.ts'
import { type StoredOffer, useOffer } from '../offers/records.ts'
import { Button } from '../ui/Button.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { KeyValues } from '../ui/KeyValues.tsx'
import { type Language, useLanguage, useText } from '../ui/language.ts'
import { Marked } from '../ui/Marked.tsx'
import { Screen } from '../ui/Screen.tsx'
import { Section } from '../ui/Section.tsx'
import { Segments } from '../ui/Segments.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { useIsPhone } from '../ui/useMediaQuery.ts'
import { requirementName } from './ExplanationView.tsx'
import './matching.css'
import { capWords, rangeWords, reasonWords, scoreWords, soundingLines } from './matchWords.ts'
import { scoreTenths } from './points.ts'
import { lastMove, useApplications, useCandidates, useExplanation } from './records.ts'
import { sheetText } from './sheetText.ts'
import { text } from './text.ts'

/** What a person may be given about a decision on them: why, from which words, what never counted, and their rights. */
export function DecisionSheetScreen() {
  const t = useText(sheetText)
  const words = useText(text)
  const own = useLanguage()
  const isPhone = useIsPhone()
  const { id = '', candidateId = '' } = useParams<{ id: string; candidateId: string }>()
  const [search, setSearch] = useSearchParams()
  const asked = search.get('langue')
  // The sheet is for the person it is about, who may read another language than the one who prints it.
  const language: Language = asked === 'fr' || asked === 'en' ? asked : own
  const read = useOffer(id)
  const candidates = useCandidates()
  const applications = useApplications(id)
  const offer = read.state === 'ready' ? read.value : null
  const record = candidates.state === 'ready' ? candidates.value.get(candidateId) : undefined
  const explanation = useExplanation(offer ? offerToProfile(offer.id, offer.fields) : null, candidateId)
  const value = explanation.state === 'ready' ? explanation.value : null
  const application =
    applications.state === 'ready'
      ? applications.value.find(({ fields, binnedAt }) => !binnedAt && fields.candidateId === candidateId)
      : undefined
  const back = { href: `/offres/${id}/candidats/${candidateId}`, label: t.back }
  const chooser = (
    <Segments
      label={t.language}
      value={language}
      onChange={(langue) => setSearch({ langue }, { replace: true })}
      options={[
        { value: 'fr', label: t.french },
        { value: 'en', label: t.english },
      ]}
    />
  )
  const content =
    offer && record && value ? (
      <Sheet
        language={language}
        offer={offer}
        name={record.fields.fullName || words.nameless}
        explanation={value}
        move={application ? lastMove(application.fields) : null}
      />
    ) : (
      <div className="pad">
        {explanation.state === 'failed' || (explanation.state === 'ready' && !value) ? (
          <p>{words.notHeld}</p>
        ) : (
          <Skeleton lines={8} label={t.sheet} />
        )}
      </div>
    )
  return (
    <Screen
      title={t.sheet}
      back={back}
      above={
        <Link className="plain" href={back.href}>
          {t.back}
        </Link>
      }
      actions={
        <>
          {chooser}
          <Button icon={Printer} onClick={() => print()}>
            {t.print}
          </Button>
        </>
      }
      phoneActions={<IconButton touch icon={Printer} name={t.print} onClick={() => print()} />}
    >
      {isPhone ? (
        <>
          <div className="strip">{chooser}</div>
          {content}
        </>
      ) : (
        <div className="scroll grow explanation-page">{content}</div>
      )}
    </Screen>
  )
}

function Sheet({
  language,
  offer,
  name,
  explanation,
  move,
}: {
  language: Language
  offer: StoredOffer
  name: string
  explanation: Explanation
  move: ReturnType<typeof lastMove>
}) {
  const t = sheetText[language]
  const words = text[language]
  const nameOf = (requirementId: string) => requirementName(offer.fields, requirementId)
  const capped = capWords(language, explanation, nameOf)
  const lines = soundingLines(language, explanation, explanation.cappedBy === null ? '' : nameOf(explanation.cappedBy))
  return (
    <article className="printable decision-sheet" lang={language}>
      <Section title={t.sheetTitle}>
        <KeyValues
          rows={[
            { key: 'person', label: t.person, value: <b>{name}</b> },
            { key: 'offer', label: t.offer, value: offer.fields.title || words.untitledOffer },
            ...(offer.fields.company === '' ? [] : [{ key: 'company', label: t.company, value: offer.fields.company }]),
            { key: 'date', label: t.date, value: formatDate(language, Date.now()) },
            {
              key: 'decision',
              label: t.decision,
              value: move
                ? t.decidedBy(words.stages[move.stage], move.by, formatDate(language, move.at))
                : t.noDecision,
            },
            ...(move && move.reason !== '' ? [{ key: 'reason', label: t.reason, value: move.reason }] : []),
            {
              key: 'score',
              label: t.score,
              value: (
                <>
                  <b>{t.scoreWords(scoreWords(language, explanation.score), rangeWords(language, explanation))}</b>
                  {capped !== '' && <span className="log-again">{capped}</span>}
                  {move && move.score !== null && scoreTenths(move.score) !== scoreTenths(explanation.score) && (
                    <span className="log-again t-sm t-2">{t.seenScore(scoreWords(language, move.score))}</span>
                  )}
                </>
              ),
            },
          ]}
        />
      </Section>
      <Section title={t.how} level={3}>
        <p className="measure">{t.howWords}</p>
      </Section>
      <Section title={t.points} level={3}>
        <table className="figures">
          <tbody>
            <tr>
              <th scope="row">{t.start}</th>
              <td className="num r">{formatNumber(language, 50, 1)}</td>
            </tr>
            {lines.map(({ id, label, detail, points }) => (
              <tr key={id}>
                <th scope="row">
                  {label}
                  {detail !== undefined && <span className="t-sm t-3"> {detail}</span>}
                </th>
                <td className="num r">{points === null ? words.unknown : formatSigned(language, points)}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">
                <b>{t.score}</b>
              </th>
              <td className="num r">
                <b>{formatNumber(language, scoreTenths(explanation.score) / 10, 1)}</b>
              </td>
            </tr>
          </tbody>
        </table>
      </Section>
      <Section title={t.requirements} level={3}>
        <ul>
          {explanation.requirements.map((judgement) => {
            const reason = reasonWords(language, judgement)
            const need = offer.fields.requirements[judgement.id]?.need
            return (
              <li className="req" key={judgement.id}>
                <div className="row">
                  <span className="grow t-m">
                    {nameOf(judgement.id)}
                    {need !== undefined && <span className="t-3 t-sm t-aside"> {words.needs[need]}</span>}
                  </span>
                  <b>{words.statuses[judgement.status]}</b>
                </div>
                {judgement.quote !== '' && (
                  <blockquote className="quote" dir="auto">
                    <Marked text={judgement.quote} ranges={judgement.marks} />
                  </blockquote>
                )}
                {judgement.status === 'unknown' && <p className="t-sm t-2">{t.unsaid}</p>}
                {judgement.status !== 'unknown' && reason !== '' && <p className="t-sm t-2">{reason}</p>}
              </li>
            )
          })}
        </ul>
      </Section>
      {explanation.raises.length > 0 && (
        <Section title={t.raises} level={3}>
          <ul className="why-words">
            {explanation.raises.map(({ requirementId, score }) => (
              <li key={requirementId}>
                {words.raiseTo(requirementId === null ? '' : nameOf(requirementId), scoreWords(language, score))}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={t.notUsed} level={3}>
        <p className="measure">{t.notUsedWords}</p>
      </Section>
      <Section title={t.rights} level={3}>
        <p className="measure">{t.rightsWords}</p>
        <p className="t-sm t-3">{t.engine(explanation.engine, formatMonth(language, explanation.asOf))}</p>
      </Section>
    </article>
  )
}
