import { Plus, Printer, X } from 'lucide-react'
import { useState, type CSSProperties } from 'react'
import { Link, useParams, useSearchParams } from 'wouter'
import { formatSigned } from '../kit/format.ts'
import type { Application, Stage } from '../model/application.ts'
import { type Explanation, shownScore } from '../model/match.ts'
import { offerToProfile } from '../model/profile.ts'
import type { Stored } from '../model/record.ts'
import { Button, LinkButton } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { useLanguage, useText } from '../ui/language.ts'
import { Level } from '../ui/Level.tsx'
import { Menu } from '../ui/Menu.tsx'
import { RequirementMark } from '../ui/RequirementMark.tsx'
import { Score } from '../ui/Score.tsx'
import { Screen } from '../ui/Screen.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { useIsPhone } from '../ui/useMediaQuery.ts'
import { type StoredOffer, useOffer } from '../offers/records.ts'
import { barScale, compareTerms, type ComparedTerm } from './compareView.ts'
import { DecisionBar } from './DecisionBar.tsx'
import { Evidence, ExplanationView, lidOf, requirementName } from './ExplanationView.tsx'
import './matching.css'
import { insightWords, rangeWords, reasonWords, scoreWords } from './matchWords.ts'
import { retryMatching, useApplications, useCandidates, useExplanation, useRanking, useScoring } from './records.ts'
import { text } from './text.ts'
import { useDecision } from './useDecision.ts'

/** Most people side by side: beyond, columns are too narrow for quotations. */
const most = 4

interface Person {
  id: string
  record: Stored<'candidate'>
  name: string
  explanation: Explanation
}

/** Two to four people for one offer, the same rows aligned. */
export function CompareScreen() {
  const t = useText(text)
  const language = useLanguage()
  const isPhone = useIsPhone()
  const { id = '' } = useParams<{ id: string }>()
  const [search, setSearch] = useSearchParams()
  const read = useOffer(id)
  const offer = read.state === 'ready' && read.value?.binnedAt === undefined ? read.value : null
  const profile = offer ? offerToProfile(offer.id, offer.fields) : null
  const candidates = useCandidates()
  const applications = useApplications(id)
  const ranking = useRanking(profile)
  const people = candidates.state === 'ready' ? candidates.value : null
  const isHere = (candidateId: string) => {
    const record = people?.get(candidateId)
    return record !== undefined && record.binnedAt === undefined
  }
  const ranked =
    ranking.state === 'ready'
      ? ranking.value.matches
          .map(({ candidateId, score }) => ({ candidateId, score }))
          .filter((match) => isHere(match.candidateId))
      : []
  const asked = (search.get('c') ?? '').split(',').filter((each) => each !== '')
  // Without a choice, the first of the ranking are compared.
  const wanted = asked.length > 0 ? asked : ranked.slice(0, 3).map(({ candidateId }) => candidateId)
  const ids = [...new Set(wanted)].filter((each) => people === null || isHere(each)).slice(0, most)
  // Hooks are asked in a fixed number; an empty id asks nothing.
  const answers = [
    useExplanation(profile, ids[0] ?? ''),
    useExplanation(profile, ids[1] ?? ''),
    useExplanation(profile, ids[2] ?? ''),
    useExplanation(profile, ids[3] ?? ''),
  ]
  const compared = ids.flatMap((each, index): Person[] => {
    const answer = answers[index]
    const record = people?.get(each)
    const explanation = answer?.state === 'ready' ? answer.value : null
    return record && explanation && explanation.candidateId === each
      ? [{ id: each, record, name: record.fields.fullName || t.nameless, explanation }]
      : []
  })
  const setIds = (next: readonly string[]) => setSearch({ c: next.join(',') }, { replace: true })
  const others = ranked.filter(({ candidateId }) => !ids.includes(candidateId)).slice(0, 12)
  const words = t.compareCounts[ids.length as 2 | 3 | 4]
  const title = words === undefined ? t.compare : t.compareTitle(words)

  const add = ids.length < most && others.length > 0 && ids.length > 0 && (
    <Menu
      trigger={
        isPhone ? <IconButton touch icon={Plus} name={t.addPersonHelp} /> : <Button icon={Plus}>{t.addPerson}</Button>
      }
      items={others.map(({ candidateId, score }) => ({
        label: `${scoreWords(language, score)}  ${people?.get(candidateId)?.fields.fullName || t.nameless}`,
        onSelect: () => setIds([...ids, candidateId]),
      }))}
    />
  )
  const body = () => {
    if (read.state === 'ready' && !offer) {
      return (
        <ErrorState title={t.offerMissing} actions={<LinkButton href="/offres">{t.toOffers}</LinkButton>}>
          {t.offerMissingNote}
        </ErrorState>
      )
    }
    if (ranking.state === 'failed') {
      return (
        <ErrorState title={t.failedTitle} actions={<Button onClick={retryMatching}>{t.restart}</Button>}>
          {t.failedNote}
        </ErrorState>
      )
    }
    if (ids.length < 2 && ranking.state === 'ready' && people) {
      return (
        <EmptyState title={t.compareFew} actions={<LinkButton href={`/offres/${id}`}>{t.toRanking}</LinkButton>}>
          {t.compareFewNote}
        </EmptyState>
      )
    }
    return <Skeleton lines={8} label={t.loading} />
  }
  const isReady = offer !== null && compared.length >= 2 && compared.length === ids.length
  const applicationOf = (candidateId: string) =>
    applications.state === 'ready'
      ? (applications.value.find(({ fields, binnedAt }) => !binnedAt && fields.candidateId === candidateId)?.fields ??
        null)
      : null
  return (
    <Screen
      title={title}
      back={{ href: `/offres/${id}`, label: t.backToRanking }}
      above={
        <>
          <Link className="plain" href="/offres">
            {t.offers}
          </Link>
          <span>/</span>
          <Link className="plain cut" href={`/offres/${id}`}>
            {offer?.fields.title || t.untitledOffer}
          </Link>
        </>
      }
      actions={
        <>
          <Button variant="bare" icon={Printer} onClick={() => print()}>
            {t.printShort}
          </Button>
          {add}
        </>
      }
      phoneActions={add}
    >
      {!isReady ? (
        <div className="pad">{body()}</div>
      ) : isPhone ? (
        <OneByOne offer={offer} people={compared} applicationOf={applicationOf} />
      ) : (
        <SideBySide
          offer={offer}
          people={compared}
          stageOf={(candidateId) => applicationOf(candidateId)?.stage}
          onRemove={compared.length > 2 ? (gone) => setIds(ids.filter((each) => each !== gone)) : undefined}
        />
      )}
    </Screen>
  )
}

function SideBySide({
  offer,
  people,
  stageOf,
  onRemove,
}: {
  offer: StoredOffer
  people: readonly Person[]
  stageOf: (candidateId: string) => Stage | undefined
  onRemove: ((id: string) => void) | undefined
}) {
  const t = useText(text)
  const { excellentFrom } = useScoring()
  const language = useLanguage()
  const { propose } = useDecision(offer.id)
  const terms = compareTerms(people.map(({ explanation }) => explanation))
  const scale = barScale(terms)
  const requirements = people[0]!.explanation.requirements
  const nameOf = (requirementId: string) => requirementName(offer.fields, requirementId)
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by keys
    <div className="scroll grow printable" role="region" aria-label={t.comparison} tabIndex={0}>
      <table className="table compare">
        <thead>
          <tr>
            <th className="criterion" scope="col">
              <span className="sr">{t.criterion}</span>
            </th>
            {people.map(({ id, name, record, explanation }) => (
              <th key={id} scope="col">
                <span className="row top">
                  <Link className="t-name plain grow" href={`/offres/${offer.id}/candidats/${id}`}>
                    {name}
                  </Link>
                  {onRemove && (
                    <IconButton className="x" icon={X} name={t.removePerson(name)} onClick={() => onRemove(id)} />
                  )}
                </span>
                <span className="t-2 compare-facts">
                  {[record.fields.headline, record.fields.city].filter((fact) => fact !== '').join(', ')}
                </span>
                <span className="why-level compare-score">
                  <span className="bigscore">{scoreWords(language, explanation.score)}</span>
                  <span className="grow">
                    <span className={explanation.capPoints === 0 ? 't-2' : 'bad-word'}>
                      {[
                        explanation.capPoints === 0 ? rangeWords(language, explanation) || t.noUnknown : t.capped,
                        shownScore(explanation.score) >= excellentFrom ? t.excellent.toLowerCase() : '',
                      ]
                        .filter((part) => part !== '')
                        .join(', ')}
                    </span>
                    <Level
                      value={explanation.score}
                      low={explanation.low}
                      high={explanation.high}
                      capped={explanation.capPoints !== 0}
                    />
                  </span>
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {terms.map((term) => (
            <TermRow key={term.name} term={term} scale={scale} />
          ))}
          {requirements.map(({ id: requirementId }) => (
            <tr className="judged" key={requirementId}>
              <th scope="row">
                {nameOf(requirementId)}{' '}
                <span className="t-3 t-aside">
                  {offer.fields.requirements[requirementId]
                    ? t.needs[offer.fields.requirements[requirementId].need]
                    : ''}
                </span>
              </th>
              {people.map(({ id, record, explanation }) => {
                const judgement = explanation.requirements.find((each) => each.id === requirementId)
                if (!judgement) return <td key={id}>{t.unknown}</td>
                const reason = judgement.status === 'unknown' ? t.notSaid : reasonWords(language, judgement)
                return (
                  <td key={id}>
                    <RequirementMark state={judgement.status} />
                    <Evidence record={record} judgement={judgement} />
                    {reason !== '' && <div className="t-sm t-3">{reason}</div>}
                  </td>
                )
              })}
            </tr>
          ))}
          <tr className="judged">
            <th scope="row">{t.toKnow}</th>
            {people.map(({ id, explanation }) => {
              const [first] = [...explanation.risks, ...explanation.opportunities, ...explanation.weaknesses]
              return (
                <td className="t-2" key={id}>
                  {first ? insightWords(language, first, nameOf) : ''}
                </td>
              )
            })}
          </tr>
          <tr className="decide">
            <td />
            {people.map(({ id, name, explanation }) => (
              <td key={id}>
                <Button
                  changes="application"
                  onClick={() => propose({ candidateId: id, name, score: explanation.score }, stageOf(id))}
                >
                  {t.propose}
                </Button>
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  )
}

function TermRow({ term, scale }: { term: ComparedTerm; scale: ReturnType<typeof barScale> }) {
  const t = useText(text)
  const language = useLanguage()
  return (
    <tr className="term">
      <th scope="row">{t.terms[term.name]}</th>
      {term.cells.map(({ tenths, isBest }, index) => {
        const width = Math.abs(tenths ?? 0) * scale.perTenth
        const start = (tenths ?? 0) < 0 ? scale.zero - width : scale.zero
        const isDrawn = tenths !== null && tenths !== 0 && term.name !== 'cap'
        return (
          // oxlint-disable-next-line react/no-array-index-key -- a cell is its column
          <td key={index} className={isBest ? 'best' : undefined}>
            <span className="row">
              <span
                className="compare-bar"
                aria-hidden="true"
                style={{ '--zero': `${scale.zero}%`, '--a': start, '--w': width } as CSSProperties}
              >
                {isDrawn && <i className={tenths < 0 ? 'neg' : undefined} />}
              </span>
              {tenths === null ? (
                <span className="t-sm compare-points unknown-word">{t.unknown}</span>
              ) : (
                <span className={`num t-m compare-points${tenths < 0 ? ' loss' : ''}`}>
                  {term.name === 'cap' && tenths === 0 ? '–' : formatSigned(language, tenths / 10)}
                </span>
              )}
            </span>
          </td>
        )
      })}
    </tr>
  )
}

/** On a phone, one person at a time, the others a tap away. */
function OneByOne({
  offer,
  people,
  applicationOf,
}: {
  offer: StoredOffer
  people: readonly Person[]
  applicationOf: (candidateId: string) => Application | null
}) {
  const t = useText(text)
  const [shownId, setShownId] = useState('')
  const person = people.find(({ id }) => id === shownId) ?? people[0]!
  const application = applicationOf(person.id)
  return (
    <>
      <div className="compare-tabs" role="tablist" aria-label={t.person}>
        {people.map(({ id, name, explanation }) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={`person-${id}`}
            aria-selected={id === person.id}
            aria-controls="compared-person"
            onClick={() => setShownId(id)}
          >
            <Score
              value={explanation.score}
              low={explanation.low}
              high={explanation.high}
              capped={lidOf(explanation)}
            />
            <span className="t-sm cut">{name}</span>
          </button>
        ))}
      </div>
      <div role="tabpanel" id="compared-person" aria-labelledby={`person-${person.id}`}>
        <ExplanationView
          offerId={offer.id}
          offer={offer.fields}
          record={person.record}
          application={application}
          explanation={person.explanation}
        />
      </div>
      <div className="stickyband">
        <DecisionBar
          offer={offer}
          candidateId={person.id}
          name={person.name}
          application={application}
          match={person.explanation}
        />
      </div>
    </>
  )
}
