import {
  BriefcaseBusiness,
  type LucideIcon,
  PencilLine,
  RotateCcw,
  SlidersVertical,
  Trash2,
  UserCheck,
  UserX,
} from 'lucide-react'
import { formatDate, formatHour, formatList, formatNumber } from '../kit/format.ts'
import { shownScore } from '../model/match.ts'
import { useLanguage, useText } from '../ui/language.ts'
import { Skeleton } from '../ui/Skeleton.tsx'
import { Timeline, type TimelineEntry } from '../ui/Timeline.tsx'
import { useApplications, useCandidates } from '../matching/records.ts'
import { foldHistory } from './foldHistory.ts'
import { useHistory } from './records.ts'
import { text } from './text.ts'

const icons: Record<string, LucideIcon> = {
  'offer.created': BriefcaseBusiness,
  'offer.weighted': SlidersVertical,
  'offer.binned': Trash2,
  undone: RotateCcw,
}

/** What happened to an offer and to the people in it, newest first. */
export function OfferHistory({ offerId }: { offerId: string }) {
  const t = useText(text)
  const language = useLanguage()
  const history = useHistory(offerId)
  const applications = useApplications(offerId)
  const candidates = useCandidates()
  const whenOf = (at: number) => `${formatDate(language, at)}, ${formatHour(language, at)}`
  if (history.state !== 'ready' || applications.state !== 'ready' || candidates.state !== 'ready') {
    return (
      <div className="pad">
        <Skeleton lines={5} label={t.loading} />
      </div>
    )
  }
  const changes = foldHistory(history.value).map((change): TimelineEntry & { at: number } => {
    const names = change.fields
      .map((field) => t.historyFields[field as keyof typeof t.historyFields])
      .filter((name) => name !== undefined)
    return {
      id: change.id,
      at: change.at,
      icon: icons[change.action] ?? PencilLine,
      text: (
        <>
          {t.historyOf[change.action as keyof typeof t.historyOf] ?? t.historyOther}
          {change.action === 'offer.edited' && names.length > 0 && (
            <span className="t-3"> {t.changed(formatList(language, names))}</span>
          )}
        </>
      ),
      by: change.by || undefined,
      when: whenOf(change.at),
    }
  })
  const moves = applications.value.flatMap(({ fields }) =>
    Object.entries(fields.moves).map(([id, move]): TimelineEntry & { at: number } => ({
      id,
      at: move.at,
      icon: move.stage === 'rejected' ? UserX : UserCheck,
      text: (
        <>
          {t.moved(candidates.value.get(fields.candidateId)?.fields.fullName || t.someone, t.stages[move.stage])}
          {move.reason !== '' && <span className="t-2">. {move.reason}</span>}
          {move.score !== null && (
            <span className="t-3">, {t.withScore(formatNumber(language, shownScore(move.score)))}</span>
          )}
        </>
      ),
      by: move.by || undefined,
      when: whenOf(move.at),
    })),
  )
  const entries = [...changes, ...moves].sort((a, b) => b.at - a.at)
  return (
    <div className="scroll grow pad">
      {entries.length === 0 ? <p className="t-2">{t.noHistory}</p> : <Timeline entries={entries} />}
    </div>
  )
}
