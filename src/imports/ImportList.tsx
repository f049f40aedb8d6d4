import {
  Ban,
  CircleHelp,
  Clock,
  CopyCheck,
  FileWarning,
  FileX,
  GitMerge,
  Loader,
  Lock,
  type LucideIcon,
  PackageOpen,
  Pause,
  ShieldAlert,
  UserPlus,
  Users,
} from 'lucide-react'
import { memo, useMemo, useState } from 'react'
import { formatBytes } from '../kit/format.ts'
import { Icon } from '../ui/Icon.tsx'
import { currentLanguage } from '../ui/language.ts'
import { SpacerItem, SpacerRow } from '../ui/Spacer.tsx'
import { useVirtualRows } from '../ui/useVirtualRows.ts'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import { ImportActions } from './ImportActions.tsx'
import { ImportOutcome } from './ImportOutcome.tsx'
import { iconOfFile } from './iconOfFile.ts'
import { PasswordDialog } from './PasswordDialog.tsx'
import { type StoredImport, useCandidateNames } from './records.ts'
import type { ImportWords } from './text.ts'
import { type VerdictName, verdictOf } from './verdict.ts'

const icons: Record<VerdictName, LucideIcon> = {
  waiting: Clock,
  paused: Pause,
  reading: Loader,
  created: UserPlus,
  createdWithDoubts: CircleHelp,
  createdWithHiddenText: ShieldAlert,
  merged: GitMerge,
  unpacked: PackageOpen,
  possibleDuplicate: Users,
  same: CopyCheck,
  cancelled: Ban,
  locked: Lock,
  tooLong: FileWarning,
  tooLarge: FileWarning,
  empty: FileX,
  diskFull: FileWarning,
  unreadable: FileX,
}

/** A row for each file: what it is, its verdict, what happened, one action. `all` is the whole queue, whatever is shown. */
export function ImportList({
  items,
  all,
  isPhone,
  t,
}: {
  items: StoredImport[]
  all: StoredImport[]
  isPhone: boolean
  t: ImportWords
}) {
  const names = useCandidateNames()
  const [locked, setLocked] = useState<StoredImport | null>(null)
  const queue = useMemo(
    () =>
      all
        .filter(({ fields }) => fields.state === 'waiting')
        .sort((a, b) => a.createdAt - b.createdAt || a.fields.order - b.fields.order)
        .reduce((ahead, { id }) => ahead.set(id, ahead.size), new Map<string, number>()),
    [all],
  )
  const { rows, before, after, scrollRef } = useVirtualRows({ count: items.length, rowSize: isPhone ? 72 : 45 })
  const row = (index: number) => {
    const item = items[index]!
    return {
      item,
      verdict: verdictOf(item),
      what: <ImportOutcome item={item} names={names} ahead={queue.get(item.id) ?? 0} t={t} />,
    }
  }
  const dialog = locked && <PasswordDialog item={locked} t={t} onClose={() => setLocked(null)} />
  if (isPhone) {
    return (
      <>
        <div ref={scrollRef as React.RefObject<HTMLDivElement>}>
          <ul className="plist" aria-label={t.queueName}>
            <SpacerItem height={before} />
            {rows.map(({ index }) => {
              const { item, what } = row(index)
              return (
                <li key={item.id} data-import={item.fields.fileName}>
                  <div className="it">
                    <div className="body">
                      <FileName fileName={item.fields.fileName} />
                      <span className="row g1 wrap">
                        <Verdict item={item} t={t} />
                        {item.fields.cameIn !== '' && (
                          <span className="t-sm t-3 cut">{t.cameIn(item.fields.cameIn)}</span>
                        )}
                      </span>
                      <span className="t-sm t-3">{what}</span>
                    </div>
                    <ImportActions item={item} t={t} onUnlock={setLocked} />
                  </div>
                </li>
              )
            })}
            <SpacerItem height={after} />
          </ul>
        </div>
        {dialog}
      </>
    )
  }
  return (
    <div
      className="scroll grow"
      tabIndex={0}
      role="region"
      aria-label={t.queueName}
      ref={scrollRef as React.RefObject<HTMLDivElement>}
    >
      <table className="table import-table" aria-rowcount={items.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            <th>{t.file}</th>
            <th>{t.verdict}</th>
            <th>{t.whatHappened}</th>
            <th className="r">
              <VisuallyHidden>{t.action}</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          <SpacerRow height={before} columns={4} />
          {rows.map(({ index }) => {
            const { item, what } = row(index)
            return (
              <tr key={item.id} aria-rowindex={index + 2} data-import={item.fields.fileName}>
                <td className="import-file">
                  <FileName fileName={item.fields.fileName} />
                  <span className="cut t-sm t-3" title={facts(item, t)}>
                    {facts(item, t)}
                  </span>
                </td>
                <td className="nowrap">
                  <Verdict item={item} t={t} />
                </td>
                <td className="t-2">{what}</td>
                <td className="r nowrap">
                  <ImportActions item={item} t={t} onUnlock={setLocked} />
                </td>
              </tr>
            )
          })}
          <SpacerRow height={after} columns={4} />
        </tbody>
      </table>
      {dialog}
    </div>
  )
}

const facts = (item: StoredImport, t: ImportWords): string =>
  [
    item.fields.cameIn === '' ? '' : t.cameIn(item.fields.cameIn),
    item.fields.pageCount > 0 ? t.pages(item.fields.pageCount) : '',
    formatBytes(currentLanguage(), item.fields.sizeBytes),
  ]
    .filter(Boolean)
    .join(', ')

/** The name behind a drawing of what the file is. */
const FileName = memo(({ fileName }: { fileName: string }) => (
  <span className="import-name t-m" title={fileName}>
    <Icon as={iconOfFile(fileName)} size="s" />
    <span className="cut">{fileName}</span>
  </span>
))

const Verdict = memo(({ item, t }: { item: StoredImport; t: ImportWords }) => {
  const { name, tone } = verdictOf(item)
  const words = name === 'createdWithDoubts' ? t.createdDoubts(item.fields.doubtCount) : t.verdicts[name]
  return (
    <span className={`verdict ${tone}`} data-verdict={name}>
      <span className={name === 'reading' ? 'turning' : undefined}>
        <Icon as={icons[name]} />
      </span>
      {words}
    </span>
  )
})
