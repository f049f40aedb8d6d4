import { House, Inbox, MonitorSmartphone, QrCode, Settings2, Trash2, type LucideIcon } from 'lucide-react'
import { Link } from 'wouter'
import { ChevronRight } from 'lucide-react'
import { formatNumber } from '../kit/format.ts'
import { Icon } from '../ui/Icon.tsx'
import { setLanguage, useLanguage, usePreferences, useText } from '../ui/language.ts'
import { Screen } from '../ui/Screen.tsx'
import { Section } from '../ui/Section.tsx'
import { Segments } from '../ui/Segments.tsx'
import { useLimitedRole } from './roleLimits.tsx'
import { useShellData } from './shellData.ts'
import { useSyncWords } from './SyncFoot.tsx'
import { text } from './text.ts'
import { ToastHistory } from './ToastHistory.tsx'

/** The rest of the places, for the phone's last stop; works on laptops too. */
export function MoreScreen() {
  const words = useText(text)
  const language = useLanguage()
  const theme = usePreferences((preferences) => preferences.theme)
  const change = usePreferences((preferences) => preferences.change)
  const imports = useShellData((data) => data.counts.imports)
  const sync = useSyncWords()
  const isGuest = useLimitedRole() === 'guest'
  return (
    <Screen title={words.moreTitle}>
      <div className="scroll grow">
        <ul className="plist">
          <Entry href="/" icon={House} label={words.home} />
          {!isGuest && (
            <>
              <Entry
                href="/imports"
                icon={Inbox}
                label={words.imports}
                aside={imports === null || imports === 0 ? '' : formatNumber(language, imports)}
              />
              <Entry href="/corbeille" icon={Trash2} label={words.bin} />
            </>
          )}
          <Entry href="/reglages" icon={Settings2} label={words.settings} />
          <Entry href="/appareils" icon={MonitorSmartphone} label={words.devices} />
          {!isGuest && <Entry href="/recevoir" icon={QrCode} label={words.receive} />}
          <Entry href={sync.href} icon={sync.icon} label={sync.head} note={sync.note} />
        </ul>
        <Section title={words.language}>
          <Segments
            label={words.language}
            value={language}
            onChange={setLanguage}
            options={[
              { value: 'fr', label: 'Français' },
              { value: 'en', label: 'English' },
            ]}
          />
        </Section>
        <Section title={words.theme}>
          <Segments
            label={words.theme}
            value={theme}
            onChange={(chosen) => change({ theme: chosen })}
            options={[
              { value: 'system', label: words.system },
              { value: 'light', label: words.light },
              { value: 'dark', label: words.dark },
            ]}
          />
        </Section>
        <ToastHistory />
      </div>
    </Screen>
  )
}

type EntryProps = { href: string; icon: LucideIcon; label: string; note?: string; aside?: string }

function Entry({ href, icon, label, note, aside }: EntryProps) {
  return (
    <li>
      <Link className="it" href={href}>
        <Icon as={icon} size="l" />
        <span className="body">
          <span className="t-m">{label}</span>
          {note !== undefined && <span className="t-sm t-3">{note}</span>}
        </span>
        <span className="t-3 num">{aside}</span>
        <Icon as={ChevronRight} flip />
      </Link>
    </li>
  )
}
