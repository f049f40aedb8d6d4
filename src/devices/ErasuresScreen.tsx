import { ShieldCheck } from 'lucide-react'
import { Link } from 'wouter'
import { formatDate } from '../kit/format.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useLanguage, useText } from '../ui/language.ts'
import { Skeleton } from '../ui/Skeleton.tsx'
import { DevicePage } from './DevicePage.tsx'
import './devices.css'
import { erasureText } from './erasureText.ts'
import { referenceOf, useErasedPeople, useOtherDevices } from './records.ts'

/** Who was erased, without a name, each with its certificate. */
export function ErasuresScreen() {
  const t = useText(erasureText)
  const language = useLanguage()
  const live = useErasedPeople()
  const others = useOtherDevices()
  return (
    <DevicePage title={t.title} back={{ href: '/corbeille', label: t.bin }} isBelow>
      {live.state !== 'ready' ? (
        <div className="pad">
          <Skeleton lines={3} label={t.loading} />
        </div>
      ) : live.value.length === 0 ? (
        <EmptyState icon={ShieldCheck} title={t.none}>
          {t.noneNote}
        </EmptyState>
      ) : (
        <div className="pad">
          <p className="t-2 measure">{t.note}</p>
          <ul className="dev-list">
            {live.value.map(({ id, at, by, confirmedBy }) => (
              <li key={id}>
                <Link className="dev-row plain" href={`/effacements/${id}`}>
                  <Icon as={ShieldCheck} />
                  <span className="grow">
                    <b className="t-m">{t.line(referenceOf(id))}</b>
                    <span className="t-sm t-3">{t.by(by, formatDate(language, at))}</span>
                  </span>
                  {others.length > 0 && (
                    <span className="t-sm t-2">
                      {t.confirmedCount(
                        1 + others.filter((device) => confirmedBy.includes(device.id)).length,
                        1 + others.length,
                      )}
                    </span>
                  )}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      )}
    </DevicePage>
  )
}
