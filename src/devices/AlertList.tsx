import { TriangleAlert } from 'lucide-react'
import type { SyncAlert } from '../sync/face.ts'
import { Icon } from '../ui/Icon.tsx'
import { useLanguage, useText } from '../ui/language.ts'
import { useDevices } from './records.ts'
import { statusText } from './statusText.ts'
import { alertWords, momentWords } from './statusWords.ts'

/** What syncing went on without, each with its reason; the latest first. */
export function AlertList({ alerts }: { alerts: readonly SyncAlert[] }) {
  const t = useText(statusText)
  const language = useLanguage()
  const devices = useDevices()
  const nameOf = (id: string) =>
    devices.state === 'ready' ? (devices.value.find((device) => device.id === id)?.name ?? '') : ''
  if (alerts.length === 0) return <p className="t-2">{t.noAlerts}</p>
  return (
    <ul className="dev-list">
      {alerts
        .toSorted((a, b) => b.at - a.at)
        .map((alert) => (
          <li className="dev-row" key={alert.id}>
            <Icon as={TriangleAlert} />
            <span className="grow">
              <b className="t-m">{t.alertTitles[alert.type]}</b>
              <span className="t-sm t-2">{alertWords(language, alert, nameOf)}</span>
            </span>
            <span className="t-sm t-3 nowrap">{momentWords(language, alert.at, Date.now())}</span>
          </li>
        ))}
    </ul>
  )
}
