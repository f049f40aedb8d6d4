import { CloudOff, HardDrive, RefreshCw, TriangleAlert, Waves, type LucideIcon } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import { useDevices, useFilesStatus, useIsShared, useScoresWaiting, useSyncStatus } from '../devices/records.ts'
import { useWorstShare } from '../devices/ShareStanding.tsx'
import { comingOf, type StatusWords, statusWords } from '../devices/statusWords.ts'
import { formatPercent } from '../kit/format.ts'
import { Icon } from '../ui/Icon.tsx'
import { useIsFolded } from '../ui/useMediaQuery.ts'
import { useLanguage, useText } from '../ui/language.ts'
import { useOfflineState } from './offlineState.ts'
import { useShellData } from './shellData.ts'
import { text } from './text.ts'
import { useOnline } from '../ui/useOnline.ts'

/** What the waterline stands for: its words, its tone, where it leads. */
interface SyncWords {
  head: string
  note: string
  tone: StatusWords['tone']
  /** Of catching up, in [0,1]; null when none is under way. */
  share: number | null
  icon: LucideIcon
  href: string
  /** `note` is what the relay announces. */
  isNotice?: true
}

const icons: Record<StatusWords['tone'], LucideIcon> = {
  calm: Waves,
  busy: RefreshCw,
  off: CloudOff,
  doubt: TriangleAlert,
  bad: TriangleAlert,
}

/** The hour of the last equality grows old while nothing else changes. */
const lookAgainMs = 60_000

const isWrong = (tone: StatusWords['tone']): boolean => tone === 'bad' || tone === 'doubt'

/** The waterline's words: whether the team has what is here, else where the data is and whether the app is all here. */
export function useSyncWords(): SyncWords {
  const online = useOnline()
  const offline = useOfflineState((store) => store.state)
  const progress = useShellData((data) => data.progress)
  const language = useLanguage()
  const words = useText(text)
  const status = useSyncStatus()
  const isShared = useIsShared()
  const devices = useDevices()
  const shared = useWorstShare()
  const files = useFilesStatus()
  const scores = useScoresWaiting((status?.toSend ?? 0) > 0)
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), lookAgainMs)
    return () => clearInterval(timer)
  }, [status])
  if (status !== null) {
    const count =
      devices.state === 'ready' ? devices.value.filter(({ revokedAt }) => revokedAt === undefined).length : 0
    const said = statusWords(status, {
      language,
      now,
      online,
      devices: count,
      files: files?.toSend ?? 0,
      coming: comingOf(files),
      scores,
    })
    // What is wrong with a shared offer is said when nothing worse is.
    if (shared !== null && isWrong(shared.tone) && !isWrong(said.tone) && said.tone !== 'off')
      return { ...shared, icon: icons[shared.tone] }
    return {
      ...said,
      // Reading files is the longer work; what is wrong with sharing goes before it.
      ...(progress !== null && said.tone !== 'bad' && said.tone !== 'doubt'
        ? { note: progress.words, isNotice: undefined }
        : {}),
      icon: icons[said.tone],
      href: '/synchronisation',
    }
  }
  const alone = (head: string, note: string): SyncWords => ({
    head,
    note,
    tone: online ? 'calm' : 'off',
    share: null,
    icon: online ? HardDrive : CloudOff,
    href: '/reglages/stockage',
  })
  if (shared !== null) return { ...shared, icon: icons[shared.tone] }
  // Of sharing nothing is said before it is known: a glance at the foot never reads what is not so.
  if (isShared.state !== 'ready' || isShared.value) return alone(words.onDevice, '')
  if (progress !== null) return alone(online ? words.onDevice : words.offline, progress.words)
  if (!online) return alone(words.offline, words.offlineNote)
  if (offline.type === 'preparing')
    return alone(words.onDevice, words.preparing(formatPercent(language, offline.share)))
  if (offline.type === 'stuck') return alone(words.onDevice, words.stuck)
  return alone(words.onDevice, offline.type === 'ready' ? words.readyOffline : words.noSharing)
}

/** The foot of the side bar. */
export function SyncFoot() {
  const { head, note, tone, icon, href } = useSyncWords()
  const folded = useIsFolded()
  return (
    <Link className={`sync ${tone}`} href={href} data-tip={folded ? `${head}. ${note}` : undefined}>
      <Icon as={icon} />
      <b>{head}</b>
      <span>{note}</span>
    </Link>
  )
}

/**
 * On phones, where there is no foot: one line under the top bar when sharing is not simply in order. Catching up is
 * said too, and what the relay announces; a change on its way for a second is not.
 */
export function SyncBand() {
  const { head, note, tone, icon, href, share, isNotice } = useSyncWords()
  const status = useSyncStatus()
  const shared = useWorstShare()
  if ((status === null && shared === null) || (tone === 'busy' && share === null)) return null
  if (tone === 'calm' && isNotice === undefined) return null
  return (
    <Link
      className={tone === 'busy' || tone === 'off' || tone === 'calm' ? 'pbanner calm plain' : 'pbanner plain'}
      href={href}
    >
      <Icon as={icon} />
      <span>
        <b className="t-m">{head}</b>. {note}
      </span>
    </Link>
  )
}
