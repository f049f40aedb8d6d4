import {
  BriefcaseBusiness,
  History,
  type LucideIcon,
  PencilLine,
  RotateCcw,
  SlidersVertical,
  Trash2,
  Undo2,
  UserCheck,
  UserX,
} from 'lucide-react'
import { useCallback } from 'react'
import { useDevices } from '../devices/records.ts'
import { formatDate, formatHour, formatList, formatNumber } from '../kit/format.ts'
import { shownScore } from '../model/match.ts'
import { changesBackTo, valueAt } from '../model/returnTo.ts'
import { Button } from '../ui/Button.tsx'
import { useLanguage, useText } from '../ui/language.ts'
import { Skeleton } from '../ui/Skeleton.tsx'
import { Timeline, type TimelineEntry } from '../ui/Timeline.tsx'
import { TimeTravel } from '../ui/TimeTravel.tsx'
import { toast } from '../ui/toast.ts'
import { act } from './act.ts'
import { offerValueWords } from './offerWords.ts'
import { useApplications, useCandidates } from '../matching/records.ts'
import { foldHistory, type HistoryLine } from './foldHistory.ts'
import { openOfferAsOf, returnOffer, type StoredOffer, takeBackEdits, undo, useHistory } from './records.ts'
import { text } from './text.ts'

const icons: Record<string, LucideIcon> = {
  'offer.created': BriefcaseBusiness,
  'offer.weighted': SlidersVertical,
  'offer.binned': Trash2,
  'offer.returned': History,
  undone: RotateCcw,
}
/** Where an advert came from is not given back with what was said of it. */
const kept: ReadonlySet<string> = new Set(['documentId'])

/** What happened to an offer and to the people in it, newest first. */
export function OfferHistory({ offer }: { offer: StoredOffer }) {
  const offerId = offer.id
  const t = useText(text)
  const language = useLanguage()
  const history = useHistory(offerId)
  const devices = useDevices()
  const applications = useApplications(offerId)
  const candidates = useCandidates()
  const read = useCallback((at: number) => openOfferAsOf(offerId, at), [offerId])
  const labelOf = (path: string): string => {
    const field = path.split('/')[0]!
    const name = t.historyFields[field as keyof typeof t.historyFields] ?? field
    return name.charAt(0).toUpperCase() + name.slice(1)
  }
  const whenOf = (at: number) => `${formatDate(language, at)}, ${formatHour(language, at)}`
  if (history.state !== 'ready' || applications.state !== 'ready' || candidates.state !== 'ready') {
    return (
      <div className="pad">
        <Skeleton lines={5} label={t.loading} />
      </div>
    )
  }
  const lines = foldHistory(history.value)
  const actionOf = ({ action }: HistoryLine): string =>
    t.historyOf[action as keyof typeof t.historyOf] ?? t.historyOther
  const receivedFrom = ({ device }: HistoryLine): string => {
    const name = devices.state === 'ready' ? devices.value.find(({ id }) => id === device)?.name : undefined
    return name === undefined ? '' : t.received(name)
  }
  const takeBack = async (line: HistoryLine) => {
    const { transactions, from, at: to } = line
    const [only] = transactions
    const undone = transactions.length === 1 ? await undo(only!) : await takeBackEdits(offerId, { from, to })
    if (!undone.ok) return toast({ text: t.writeFailures[undone.error.type] })
    const { transaction, kept: changed } = undone.value
    toast({
      text: changed > 0 ? t.partlyUndone : t.historyOf.undone,
      undo: async () => void (await undo(transaction)),
    })
  }
  const changes = lines.map((change): TimelineEntry & { at: number } => {
    const names = change.fields
      .map((field) => t.historyFields[field as keyof typeof t.historyFields])
      .filter((name) => name !== undefined)
    return {
      id: change.id,
      at: change.at,
      icon: icons[change.action] ?? PencilLine,
      text: (
        <>
          {actionOf(change)}
          {change.action === 'offer.edited' && names.length > 0 && (
            <span className="t-3"> {t.changed(formatList(language, names))}</span>
          )}
        </>
      ),
      action: change.canBeTakenBack && (
        <Button
          variant="bare"
          changes="offer"
          icon={Undo2}
          onClick={() => void takeBack(change)}
          aria-label={t.takeBackNamed(actionOf(change))}
        >
          {t.takeBack}
        </Button>
      ),
      by: [change.by, receivedFrom(change)].filter(Boolean).join(', ') || undefined,
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
    <div className="scroll grow" tabIndex={0} role="region" aria-label={t.tabHistory}>
      <TimeTravel
        moments={lines.map((line) => ({ at: line.at, what: actionOf(line), by: line.by })).toReversed()}
        changes="offer"
        read={read}
        differences={(then: StoredOffer) =>
          changesBackTo(offer, then, kept).map(({ path, value }) => ({
            path,
            label: labelOf(path),
            was: offerValueWords(language, path, value),
            now: offerValueWords(language, path, valueAt(offer.fields, path)),
          }))
        }
        onReturn={(then, when) => act(returnOffer(offerId, changesBackTo(offer, then, kept)), t.returned(when))}
      />
      <div className="pad">
        {entries.length === 0 ? <p className="t-2">{t.noHistory}</p> : <Timeline entries={entries} />}
      </div>
    </div>
  )
}
