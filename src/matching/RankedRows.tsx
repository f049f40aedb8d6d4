import { ChevronRight } from 'lucide-react'
import { Link } from 'wouter'
import { formatNumber } from '../kit/format.ts'
import type { Application } from '../model/application.ts'
import type { Match } from '../model/match.ts'
import type { StoredOffer } from '../offers/records.ts'
import { Checkbox } from '../ui/Checkbox.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useLanguage, useText } from '../ui/language.ts'
import { RequirementMark } from '../ui/RequirementMark.tsx'
import { Score } from '../ui/Score.tsx'
import { lidOf, requirementName, StageChip } from './ExplanationView.tsx'
import { rangeWords } from './matchWords.ts'
import { type chooseColumns, countStatuses, type RankedRow } from './rankingView.ts'
import { text } from './text.ts'

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

/** A person of the ranking on a laptop: rank, score, name, a mark for each requirement, distance. */
export function RankedTableRow({
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

interface RankedPhoneRowProps {
  offer: StoredOffer
  match: Match
  name: string
  city: string
  capped: string
  application: Application | undefined
}

/** A person of the ranking on a phone: the whole row leads to the explanation. */
export function RankedPhoneRow({ offer, match, name, city, capped, application }: RankedPhoneRowProps) {
  const t = useText(text)
  const language = useLanguage()
  const place = [city, match.km === null ? '' : t.km(formatNumber(language, Math.round(match.km)))]
  const words = [capped === '' ? rangeWords(language, match) : '', ...place].filter((part) => part !== '')
  return (
    <li>
      <Link className="it" href={`/offres/${offer.id}/candidats/${match.candidateId}`}>
        <Score value={match.score} low={match.low} high={match.high} capped={lidOf(match)} />
        <span className="body">
          <span className="row">
            <span className="t-m cut">{name}</span>
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
