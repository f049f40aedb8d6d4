import { MoreHorizontal } from 'lucide-react'
import { memo } from 'react'
import { useLocation } from 'wouter'
import { Button } from '../ui/Button.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { Menu } from '../ui/Menu.tsx'
import { saveFile } from '../ui/saveFile.ts'
import { toast } from '../ui/toast.ts'
import { cancelImports, retryImports } from './queue.ts'
import { readImportedFile, removeImports, type StoredImport } from './records.ts'
import { readWhole } from './runImports.ts'
import type { ImportWords } from './text.ts'
import { verdictOf } from './verdict.ts'

type ActionProps = { item: StoredImport; t: ImportWords; onUnlock: (item: StoredImport) => void }

/** The one action that a file's verdict asks for, and the menu. Menus are heavy: one is drawn again when its own file changed, not whenever another one did. */
export const ImportActions = memo(({ item, t, onUnlock }: ActionProps) => {
  const [, go] = useLocation()
  const { fields, id } = item
  const remove = async () => {
    const done = await removeImports([id])
    if (done.ok) toast({ text: t.removed })
  }
  const retry = () => void retryImports([item])
  const review = () => go(`/imports/${id}/relecture`)
  const more = (
    <Menu
      align="end"
      trigger={<IconButton icon={MoreHorizontal} name={t.moreActions(fields.fileName)} />}
      items={[
        { label: t.actions.download, onSelect: () => void openOriginal(item), disabled: fields.blobId === '' },
        ...(fields.state === 'unreadable' || fields.state === 'cancelled'
          ? [{ label: t.actions.retry, changes: 'document', onSelect: retry, disabled: fields.blobId === '' }]
          : []),
        { label: t.actions.remove, onSelect: () => void remove() },
      ]}
    />
  )
  const { name } = verdictOf(item)
  const main = () => {
    switch (name) {
      case 'waiting':
      case 'paused':
        return (
          <Button variant="bare" onClick={() => void remove()}>
            {t.actions.remove}
          </Button>
        )
      case 'reading':
        return (
          <Button variant="bare" onClick={() => void cancelImports([item], Date.now())}>
            {t.actions.stop}
          </Button>
        )
      case 'created':
        return (
          <Button variant="bare" onClick={review}>
            {t.actions.review}
          </Button>
        )
      case 'createdWithDoubts':
      case 'createdWithHiddenText':
        return <Button onClick={review}>{t.actions.review}</Button>
      case 'possibleDuplicate':
        return (
          <Button onClick={() => go(`/doublons/${fields.resembles[0]?.candidateId ?? ''}/${fields.candidateId}`)}>
            {t.actions.compare}
          </Button>
        )
      case 'merged':
      case 'same':
        return (
          <Button variant="bare" onClick={() => go(`/candidats/${fields.candidateId}`)}>
            {t.actions.see}
          </Button>
        )
      case 'locked':
        return (
          <Button changes="document" onClick={() => onUnlock(item)}>
            {t.actions.unlock}
          </Button>
        )
      case 'tooLong':
      case 'tooLarge':
        return (
          <Button changes="document" onClick={() => void readWhole(item)}>
            {t.actions.readWhole}
          </Button>
        )
      case 'unpacked':
        return (
          <Button variant="bare" onClick={() => void remove()}>
            {t.actions.remove}
          </Button>
        )
      case 'empty':
        return <Button onClick={() => void remove()}>{t.actions.remove}</Button>
      case 'cancelled':
      case 'diskFull':
      case 'unreadable':
        return fields.blobId === '' ? (
          <Button onClick={() => void remove()}>{t.actions.remove}</Button>
        ) : (
          <Button changes="document" onClick={retry}>
            {t.actions.retry}
          </Button>
        )
    }
  }
  return (
    <span className="row g1 import-actions">
      {main()}
      {more}
    </span>
  )
})

async function openOriginal(item: StoredImport): Promise<void> {
  const file = await readImportedFile(item)
  if (file.ok) saveFile(file.value, file.value.name)
}
