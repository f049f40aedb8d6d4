import { Ellipsis, Laptop, Pencil, Smartphone, Unplug, UserCog } from 'lucide-react'
import { formatDate, formatRelativeDay } from '../kit/format.ts'
import type { Device } from '../sync/face.ts'
import { Chip } from '../ui/Chip.tsx'
import { Icon } from '../ui/Icon.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { useLanguage, useText } from '../ui/language.ts'
import { Menu } from '../ui/Menu.tsx'
import { momentWords } from './statusWords.ts'
import { text } from './text.ts'

/** What may be done to a device. */
export type DeviceAct = 'rename' | 'role' | 'revoke'

/** A device: whose it is, when it was last there, what it may do. */
export function DeviceRow({
  device,
  actions,
}: {
  device: Device
  actions: { type: DeviceAct; onSelect: () => void }[]
}) {
  const t = useText(text)
  const language = useLanguage()
  const now = Date.now()
  const isPhoneLike = /t[ée]l[ée]phone|phone|mobile|pixel|galaxy|android/i.test(device.name)
  const isHereNow = now - device.lastSeenAt < seenNowMs
  const seen =
    device.revokedAt !== undefined
      ? t.revokedOn(formatRelativeDay(language, device.revokedAt, now))
      : device.isThis
        ? t.thisDevice
        : device.lastSeenAt === 0
          ? t.neverSeen
          : isHereNow
            ? t.seenNow
            : t.lastSeen(momentWords(language, device.lastSeenAt, now))
  const words = {
    rename: { label: t.rename, icon: Pencil },
    role: { label: t.changeRole, icon: UserCog },
    revoke: { label: t.revoke, icon: Unplug, danger: true },
  }
  return (
    <li className="dev-row">
      <Icon as={isPhoneLike ? Smartphone : Laptop} size="l" />
      <span className="grow">
        <span className="row wrap g1">
          <b className="t-m">{device.name}</b>
          {device.isThis && <Chip tone="water">{t.thisDevice}</Chip>}
        </span>
        <span className="t-sm t-3">
          {[t.ofPerson(device.person), device.isThis ? t.linkedOn(formatDate(language, device.addedAt)) : seen].join(
            ', ',
          )}
        </span>
        <span className="t-sm t-2">
          <b className="t-m">{t.roles[device.role]}</b>, {t.roleNotes[device.role]}
        </span>
      </span>
      {actions.length > 0 && (
        <Menu
          trigger={<IconButton icon={Ellipsis} name={t.more(device.name)} touch />}
          items={actions.flatMap(({ type, onSelect }) => [
            ...(type === 'revoke' && actions.length > 1 ? ['separator' as const] : []),
            { ...words[type], onSelect },
          ])}
        />
      )}
    </li>
  )
}

/** A device that spoke within this time is there. */
const seenNowMs = 90_000
