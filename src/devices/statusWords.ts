import { formatBytes, formatHour, formatPercent, formatRelativeDay } from '../kit/format.ts'
import type { FilesStatus, RefusalCode, RelayFacts, SyncAlert, SyncStatus } from '../sync/face.ts'
import type { Language } from '../ui/language.ts'
import { statusText } from './statusText.ts'

/** What the foot says, and how: `calm` in order, `busy` on its way, `off` without network, `doubt`, `bad`. */
export interface StatusWords {
  head: string
  note: string
  tone: 'calm' | 'busy' | 'off' | 'doubt' | 'bad'
  /** How far a long catching-up is, in [0,1]. */
  share: number | null
  /** `note` is what the relay announces: said on phones too when all is in order. */
  isNotice?: true
}

interface Around {
  language: Language
  /** ms. */
  now: number
  /** What the browser says of the network. */
  online: boolean
  /** Devices that are not revoked. */
  devices: number
  /** Files that are here and not at the relay yet. */
  files?: number
  /** Files someone asked for that are on their way here; how far all together are, in [0,1]. */
  coming?: { count: number; share: number }
  /** Lines of the log of scores among what waits: they come of looking, so they are not counted as changes. */
  scores?: number
}

/** Refusals that pass by themselves: said, but not as something to mend. */
const passing: ReadonlySet<RefusalCode> = new Set(['tooFast', 'gap', 'stale', 'fork'])
/** Alerts that someone should look at; the others only tell what was already mended. */
const pressing: readonly SyncAlert['type'][] = [
  'diskFull',
  'parted',
  'rolledBack',
  'withheld',
  'snapshotLacks',
  'roleRefused',
  'aside',
]

/** The hour when it is today, else the day with it. */
export function momentWords(language: Language, at: number, now: number): string {
  const hour = formatHour(language, at)
  const isToday = new Date(at).toDateString() === new Date(now).toDateString()
  return isToday ? hour : `${formatRelativeDay(language, at, now)}, ${hour}`
}

/** What the workspace takes at the relay, and may take; '' until the relay said so. */
export function spaceWords(language: Language, relay: RelayFacts | null): string {
  if (relay?.usedBytes === undefined) return ''
  const used = formatBytes(language, relay.usedBytes)
  return relay.quotaBytes === undefined
    ? used
    : statusText[language].spaceOf(used, formatBytes(language, relay.quotaBytes))
}

/** The files that are on their way here, and how far they are together. */
export function comingOf(files: FilesStatus | null): { count: number; share: number } {
  const coming = Object.values(files?.fetching ?? {}).filter(({ state }) => state === 'coming')
  const sum = (part: 'done' | 'size') => coming.reduce((so, file) => so + file[part], 0)
  return { count: coming.length, share: sum('size') === 0 ? 0 : Math.min(1, sum('done') / sum('size')) }
}

/** Later than that a moment is named by its date. */
const aWeekMs = 8 * 86_400_000

/** What the relay announces, with its end; '' when it announces nothing, or nothing any more. */
export function noticeWords(language: Language, { notice }: SyncStatus, now: number): string {
  if (notice === null || notice.text === '') return ''
  const { text, until } = notice
  if (until === undefined) return text
  if (until <= now) return ''
  const isDate = until - now > aWeekMs
  return statusText[language].noticeUntil(text.replace(/\.$/, ''), momentWords(language, until, now), isDate)
}

/**
 * The sentence of the foot. It never claims more than `status` knows: 'up to date' needs a live link, an empty outbox and
 * no file that waits. What the relay announces takes the place of what can wait.
 */
export function statusWords(status: SyncStatus, around: Around): StatusWords {
  const words = standing(status, around)
  const notice = noticeWords(around.language, status, around.now)
  const isPause = status.refusal?.code === 'tooFast' && words.tone === 'doubt'
  // Out of reach may be the maintenance that was announced; what waits is counted all the same.
  const isAway =
    words.tone === 'off' && around.online && status.toSend <= (around.scores ?? 0) && (around.files ?? 0) === 0
  if (notice === '' || !(words.tone === 'calm' || isPause || isAway)) return words
  return { ...words, ...(isPause ? { head: statusText[around.language].paused } : {}), note: notice, isNotice: true }
}

function standing(
  status: SyncStatus,
  { language, now, online, devices, files = 0, scores = 0, coming }: Around,
): StatusWords {
  const t = statusText[language]
  const { phase, toSend, toFetch, refusal, alerts, syncedAt } = status
  const changes = Math.max(0, toSend - scores)
  const last = syncedAt === 0 ? t.neverSynced : t.lastSynced(momentWords(language, syncedAt, now))
  const plain = { share: null }
  if (phase === 'revoked' || refusal?.code === 'revoked') {
    return { ...plain, head: t.revoked, note: t.revokedNote, tone: 'bad' }
  }
  if (phase === 'updateNeeded' || refusal?.code === 'version') {
    return { ...plain, head: t.updateNeeded, note: t.keptHere(changes), tone: 'doubt' }
  }
  // The relay is there; what is missing is someone's decision.
  if (status.parting) return { ...plain, head: t.alertHeads.parted, note: t.see, tone: 'bad' }
  if (!online || phase === 'offline') {
    return {
      ...plain,
      head: online ? t.unreachable : t.offline,
      note: changes > 0 ? t.toSend(changes) : files > 0 ? t.filesToSend(files) : last,
      tone: 'off',
    }
  }
  if (refusal !== null) {
    return {
      ...plain,
      head: t.refused[refusal.code],
      note: t.keptHere(changes),
      tone: passing.has(refusal.code) ? 'doubt' : 'bad',
    }
  }
  const worst = pressing.find((type) => alerts.some((alert) => alert.type === type))
  if (worst !== undefined) {
    const count = alerts.reduce((sum, alert) => sum + (alert.type === worst ? (alert.count ?? 1) : 0), 0)
    return {
      ...plain,
      head: worst === 'aside' ? t.alertHeads.aside(count) : t.alertHeads[worst as 'withheld'],
      note: t.see,
      tone: 'bad',
    }
  }
  if (toFetch !== null) {
    return {
      head: t.fetching(toFetch.done, toFetch.total),
      note: changes > 0 ? t.toSend(changes) : last,
      tone: 'busy',
      share: toFetch.total > 0 ? Math.min(1, toFetch.done / toFetch.total) : 0,
    }
  }
  if (phase !== 'live') {
    return {
      ...plain,
      head: changes > 0 ? t.toSend(changes) : t.connecting,
      note: changes > 0 ? t.connecting : last,
      tone: 'busy',
    }
  }
  if (changes > 0) return { ...plain, head: t.toSend(changes), note: t.sending, tone: 'busy' }
  if (toSend > 0) return { ...plain, head: t.sending, note: last, tone: 'busy' }
  if (syncedAt === 0) return { ...plain, head: t.connecting, note: t.neverSynced, tone: 'busy' }
  const when = momentWords(language, syncedAt, now)
  if (files > 0) return { ...plain, head: t.recordsUpToDate(when), note: t.filesToSend(files), tone: 'busy' }
  if (coming && coming.count > 0) {
    const note = t.filesComing(coming.count, formatPercent(language, coming.share))
    return { ...plain, head: t.recordsUpToDate(when), note, tone: 'busy' }
  }
  return { ...plain, head: t.upToDate(when), note: t.devices(devices), tone: 'calm' }
}

/** One alert as a sentence; devices by name, batches by number. */
export function alertWords(language: Language, alert: SyncAlert, nameOf: (device: string) => string): string {
  const t = statusText[language]
  const device = (alert.device === undefined ? '' : nameOf(alert.device)) || t.aDevice
  const numbers = t.batch(alert.first ?? 0, alert.last ?? alert.first ?? 0)
  switch (alert.type) {
    case 'aside': {
      const reasons: Record<string, string> = t.asideReasons
      return t.alertNotes.aside(device, numbers, reasons[alert.reason ?? ''] ?? t.asideReasons.other)
    }
    case 'withheld':
      return t.alertNotes.withheld(device, numbers)
    case 'roleRefused':
    case 'snapshotLacks':
      return t.alertNotes[alert.type](device)
    default:
      return t.alertNotes[alert.type]
  }
}
