import { Trash2, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'wouter'
import { Button, LinkButton } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { Screen } from '../ui/Screen.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { SpacerItem, SpacerRow } from '../ui/Spacer.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { toast } from '../ui/toast.ts'
import { useIsPhone } from '../ui/useMediaQuery.ts'
import { useVirtualRows } from '../ui/useVirtualRows.ts'
import { act, sayFailure } from './act.ts'
import { binDays, eraseCandidates, restoreCandidates, type StoredCandidate, useBinnedCandidates } from './records.ts'
import { useWords } from './words.ts'

const dayMs = 86_400_000

/** What was put aside, for ninety days: restore it, or erase it for good. */
export function BinScreen() {
  const { t, persons, days } = useWords()
  const isPhone = useIsPhone()
  const live = useBinnedCandidates()
  const [isAsking, setIsAsking] = useState(false)
  const binned = live.state === 'ready' ? [...live.value].sort((a, b) => b.binnedAt! - a.binnedAt!) : []
  const restoreAll = () =>
    void act(restoreCandidates(binned.map(({ id }) => id)), t.bins.restored(persons(binned.length)))
  const actions = binned.length > 0 && (
    <div className={isPhone ? 'row wrap pad' : 'row'}>
      <Button icon={Undo2} changes="candidate" onClick={restoreAll}>
        {t.bins.restoreAll}
      </Button>
      <Button variant="danger" changes="candidate" onClick={() => setIsAsking(true)}>
        {t.bins.clear}
      </Button>
    </div>
  )
  return (
    <Screen
      title={t.bins.title}
      back={{ href: '/candidats', label: t.title }}
      actions={
        <>
          <LinkButton variant="bare" href="/effacements">
            {t.bins.erasures}
          </LinkButton>
          {actions}
        </>
      }
      {...(binned.length > 0 ? { aside: persons(binned.length) } : {})}
    >
      {live.state === 'failed' ? (
        <div className="scroll grow pad">
          <ErrorState title={t.failedTitle} onRetry={() => location.reload()}>
            {t.failed}
          </ErrorState>
        </div>
      ) : live.state === 'loading' ? (
        <div className="scroll grow pad">
          <Skeleton lines={4} label={t.loading} />
        </div>
      ) : binned.length === 0 ? (
        <div className="scroll grow pad">
          <EmptyState title={t.bins.empty} icon={Trash2}>
            {t.bins.emptyNote}
          </EmptyState>
        </div>
      ) : (
        <>
          <p className="t-sm t-3 pad" style={{ paddingBlock: '.625rem' }}>
            {t.bins.note(days(binDays))}
          </p>
          <BinnedList binned={binned} />
          {isPhone && actions}
        </>
      )}
      {isPhone && (
        <div className="pad">
          <LinkButton href="/effacements">{t.bins.erasures}</LinkButton>
        </div>
      )}
      <ClearDialog open={isAsking} onClose={() => setIsAsking(false)} binned={binned} />
    </Screen>
  )
}

function BinnedList({ binned }: { binned: readonly StoredCandidate[] }) {
  const { t, days, ago } = useWords()
  const isPhone = useIsPhone()
  const virtual = useVirtualRows({
    count: binned.length,
    rowSize: isPhone ? 64 : 44,
    keyOf: (index) => binned[index]?.id ?? index,
  })
  const rows = virtual.rows.flatMap(({ index }) => {
    const record = binned[index]
    if (!record) return []
    const left = binDays - Math.floor((nowMs() - record.binnedAt!) / dayMs)
    const name = record.fields.fullName || t.nameless
    return [{ record, index, name, left: left > 0 ? t.bins.left(days(left)) : t.bins.due }]
  })
  const restore = (record: StoredCandidate, name: string) =>
    void act(restoreCandidates([record.id]), t.bins.restored(name))
  if (isPhone) {
    return (
      <div ref={virtual.scrollRef}>
        <ul className="plist rule" aria-label={t.bins.region}>
          <SpacerItem height={virtual.before} />
          {rows.map(({ record, name, left }) => (
            <li key={record.id} className="it" style={{ blockSize: 64 }}>
              <span className="body">
                <Link className="plain t-m cut" href={`/candidats/${record.id}`}>
                  {name}
                </Link>
                <span className="t-sm t-3">{left}</span>
              </span>
              <Button
                icon={Undo2}
                changes="candidate"
                onClick={() => restore(record, name)}
                aria-label={`${t.bins.restore} ${name}`}
              >
                {t.bins.restore}
              </Button>
            </li>
          ))}
          <SpacerItem height={virtual.after} />
        </ul>
      </div>
    )
  }
  return (
    <div className="scroll grow" ref={virtual.scrollRef} tabIndex={0} role="region" aria-label={t.bins.region}>
      <table className="table" aria-rowcount={binned.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">{t.bins.columns.name}</th>
            <th scope="col">{t.bins.columns.binned}</th>
            <th scope="col">{t.bins.columns.left}</th>
            <th scope="col">
              <span className="sr">{t.bins.restore}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          <SpacerRow height={virtual.before} columns={4} />
          {rows.map(({ record, index, name, left }) => (
            <tr key={record.id} aria-rowindex={index + 2}>
              <td>
                <Link className="who cut" href={`/candidats/${record.id}`}>
                  {name}
                </Link>
                <span className="cut t-sm" style={{ display: 'block' }}>
                  {record.fields.headline || '\u00A0'}
                </span>
              </td>
              <td className="t-2 nowrap">{ago(record.binnedAt!)}</td>
              <td className="t-2 nowrap num">{left}</td>
              <td className="r">
                <Button
                  variant="bare"
                  icon={Undo2}
                  onClick={() => restore(record, name)}
                  aria-label={`${t.bins.restore} ${name}`}
                >
                  {t.bins.restore}
                </Button>
              </td>
            </tr>
          ))}
          <SpacerRow height={virtual.after} columns={4} />
        </tbody>
      </table>
    </div>
  )
}

const nowMs = (): number => Date.now()

/** Erasing is the one act nothing brings back: it asks for a typed word. */
function ClearDialog({
  open,
  onClose,
  binned,
}: {
  open: boolean
  onClose: () => void
  binned: readonly StoredCandidate[]
}) {
  const { t, persons } = useWords()
  const [typed, setTyped] = useState('')
  const [erasing, setErasing] = useState(false)
  const isConfirmed = typed.trim().toLocaleUpperCase() === t.bins.clearWord
  const close = () => {
    setTyped('')
    onClose()
  }
  const erase = async () => {
    if (!isConfirmed || erasing) return
    setErasing(true)
    const done = await eraseCandidates(binned.map(({ id }) => id))
    setErasing(false)
    close()
    if (done.ok) toast({ text: t.bins.cleared(persons(binned.length)) })
    else sayFailure(done.error)
  }
  return (
    <Dialog
      open={open}
      onClose={close}
      title={t.bins.clearTitle}
      description={t.bins.clearNote(persons(binned.length))}
      actions={
        <>
          <Button variant="bare" onClick={close}>
            {t.cancel}
          </Button>
          <Button
            variant="danger"
            working={erasing}
            onClick={() => void erase()}
            {...(isConfirmed ? {} : { offBecause: t.bins.clearField(t.bins.clearWord) })}
          >
            {t.bins.clearAction}
          </Button>
        </>
      }
    >
      <TextInput
        label={t.bins.clearField(t.bins.clearWord)}
        value={typed}
        onChange={setTyped}
        autoFocus
        onKeyDown={(event) => {
          if (event.key === 'Enter') void erase()
        }}
      />
    </Dialog>
  )
}
