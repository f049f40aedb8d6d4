import { FileDown, KeyRound, ShieldAlert, Trash2, Unplug, type LucideIcon } from 'lucide-react'
import { Chip, type Tone } from '../ui/Chip.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useLanguage, useText } from '../ui/language.ts'
import { Skeleton } from '../ui/Skeleton.tsx'
import { DevicePage } from './DevicePage.tsx'
import './devices.css'
import { type SecurityEvent, useDevices, useSecurityEvents } from './records.ts'
import { relayText } from './relayText.ts'
import { momentWords } from './statusWords.ts'

const icons: Record<SecurityEvent['type'], LucideIcon> = {
  unlockFailed: KeyRound,
  codeFailed: KeyRound,
  revokedDevice: Unplug,
  badSignature: ShieldAlert,
  notAllowed: ShieldAlert,
  export: FileDown,
  bulkDelete: Trash2,
}

type Weight = 'low' | 'medium' | 'high'
/** How much it asks to be looked at. */
const weights: Record<SecurityEvent['type'], Weight> = {
  export: 'low',
  codeFailed: 'low',
  unlockFailed: 'medium',
  bulkDelete: 'medium',
  notAllowed: 'high',
  revokedDevice: 'high',
  badSignature: 'high',
}
const tones: Record<Weight, Tone> = { low: 'slate', medium: 'carp', high: 'brick' }

/** What whoever watches over the workspace should see: refusals, and what was exported or deleted in number. */
export function SecurityLogScreen() {
  const t = useText(relayText)
  const language = useLanguage()
  const events = useSecurityEvents()
  const devices = useDevices()
  const now = Date.now()
  const nameOf = (id: string | undefined) =>
    id === undefined
      ? ''
      : (devices.state === 'ready' && devices.value.find((device) => device.id === id)?.name) || t.aDevice
  return (
    <DevicePage title={t.log} back={{ href: '/appareils', label: t.devices }} isBelow>
      {events.state !== 'ready' ? (
        <div className="pad">
          <Skeleton lines={4} label={t.loading} />
        </div>
      ) : events.value.length === 0 ? (
        <EmptyState icon={ShieldAlert} title={t.logEmpty}>
          {t.logEmptyNote}
        </EmptyState>
      ) : (
        <div className="pad">
          <p className="t-2 measure">{t.logNote}</p>
          <ul className="dev-list">
            {events.value
              .toSorted((a, b) => b.at - a.at)
              .map((event) => (
                <li className="dev-row" key={event.id}>
                  <Icon as={icons[event.type]} />
                  <span className="grow">
                    <b className="t-m">{t.events[event.type]}</b>
                    <span className="t-sm t-3">
                      {[event.count === undefined ? '' : t.records(event.count), event.by ?? '', nameOf(event.device)]
                        .filter(Boolean)
                        .join(', ')}
                    </span>
                  </span>
                  <Chip tone={tones[weights[event.type]]}>{t.weights[weights[event.type]]}</Chip>
                  <span className="t-sm t-3 nowrap">{momentWords(language, event.at, now)}</span>
                </li>
              ))}
          </ul>
        </div>
      )}
    </DevicePage>
  )
}
