import { ArrowLeftRight, Trash2 } from 'lucide-react'
import { formatHour } from '../kit/format.ts'
import type { Kind } from '../model/record.ts'
import { Button } from '../ui/Button.tsx'
import { useLanguage, useText } from '../ui/language.ts'
import { toast } from '../ui/toast.ts'
import { conflictText } from './conflictText.ts'
import './devices.css'
import { type Conflict, settleConflict, undoWrite, useDevices } from './records.ts'
import { momentWords } from './statusWords.ts'

/** How a record's fields and values are named: only the rooms know, the shell brings it. */
export interface FieldWords {
  label: (kind: Kind, path: string) => string
  /** '' when there is nothing to say of it. */
  value: (kind: Kind, path: string, value: unknown) => string
}

/** One value changed on two devices: both, who and when, and one button to swap them, or to remove what one removed. */
export function ConflictRow({ conflict, words }: { conflict: Conflict; words: FieldWords }) {
  const t = useText(conflictText)
  const language = useLanguage()
  const devices = useDevices()
  const { kind, path, other, current } = conflict
  const field = words.label(kind, path)
  // Of a list: what one removed and the other wrote stays (SPEC 3.4).
  const isRemoval = path.includes('/') && other.value === undefined
  const said = (value: unknown) => words.value(kind, path, value) || t.nothing
  const now = Date.now()
  const who = ({ by, at, from }: Conflict['other' | 'current']) => {
    const device = devices.state === 'ready' ? devices.value.find(({ id }) => id === from)?.name : undefined
    const when = at === 0 ? formatHour(language, now) : momentWords(language, at, now)
    return device === undefined ? t.by(by, when) : t.onDevice(by, device, when)
  }
  const settle = async (keep: 'other' | 'current') => {
    const done = await settleConflict(conflict, keep)
    if (!done.ok) return toast({ text: t.notWritten })
    const { transaction } = done.value
    toast({
      text: keep === 'current' ? t.settled(field) : isRemoval ? t.removedNow(field) : t.swapped(field),
      ...(keep === 'other' ? { undo: async () => void (await undoWrite(transaction)) } : {}),
    })
  }
  return (
    <div className="conflict" data-conflict={path}>
      <b className="t-m">{field}</b>
      <dl className="conflict-pair">
        <div>
          <dt className="t-sm t-2">
            {t.kept}, {who(current)}
          </dt>
          <dd>{said(current.value)}</dd>
        </div>
        <div>
          <dt className="t-sm t-2">
            {isRemoval ? t.removed(other.by) : t.also(other.by)}, {who({ ...other, by: '' })}
          </dt>
          <dd>{isRemoval ? t.removedNote(other.by, current.by) : said(other.value)}</dd>
        </div>
      </dl>
      <span className="row">
        <Button
          icon={isRemoval ? Trash2 : ArrowLeftRight}
          variant={isRemoval ? 'danger' : 'plain'}
          changes={kind}
          onClick={() => void settle('other')}
        >
          {isRemoval ? t.removeAfterAll : t.swap}
        </Button>
        <Button variant="bare" changes={kind} onClick={() => void settle('current')}>
          {t.keep}
        </Button>
      </span>
    </div>
  )
}
