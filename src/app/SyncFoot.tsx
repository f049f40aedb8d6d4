import { CloudOff, HardDrive } from 'lucide-react'
import { Link } from 'wouter'
import { formatPercent } from '../kit/format.ts'
import { Icon } from '../ui/Icon.tsx'
import { useIsFolded } from '../ui/useMediaQuery.ts'
import { useLanguage, useText } from '../ui/language.ts'
import { useOfflineState } from './offlineState.ts'
import { useShellData } from './shellData.ts'
import { text } from './text.ts'
import { useOnline } from '../ui/useOnline.ts'

/** The waterline's words: where the data is, and whether the app is all here. */
export function useSyncWords(): { head: string; note: string } {
  const online = useOnline()
  const offline = useOfflineState((store) => store.state)
  const progress = useShellData((data) => data.progress)
  const language = useLanguage()
  const words = useText(text)
  if (progress !== null) return { head: online ? words.onDevice : words.offline, note: progress.words }
  if (!online) return { head: words.offline, note: words.offlineNote }
  if (offline.type === 'preparing') {
    return { head: words.onDevice, note: words.preparing(formatPercent(language, offline.share)) }
  }
  if (offline.type === 'stuck') return { head: words.onDevice, note: words.stuck }
  return { head: words.onDevice, note: offline.type === 'ready' ? words.readyOffline : words.noSharing }
}

/** The foot of the side bar. */
export function SyncFoot() {
  const online = useOnline()
  const { head, note } = useSyncWords()
  const folded = useIsFolded()
  return (
    <Link className="sync" href="/reglages/stockage" data-tip={folded ? `${head}. ${note}` : undefined}>
      <Icon as={online ? HardDrive : CloudOff} />
      <b>{head}</b>
      <span>{note}</span>
    </Link>
  )
}
