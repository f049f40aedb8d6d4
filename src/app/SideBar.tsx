import { Bookmark, Briefcase, House, Inbox, Search, Settings2, Users, type LucideIcon } from 'lucide-react'
import { Link } from 'wouter'
import { formatNumber } from '../kit/format.ts'
import { Icon } from '../ui/Icon.tsx'
import { useLanguage, useText } from '../ui/language.ts'
import { Logo } from '../ui/Logo.tsx'
import { useIsFolded } from '../ui/useMediaQuery.ts'
import { openPalette } from './layers.ts'
import { modKey } from './platform.ts'
import { useLimitedRole } from './roleLimits.tsx'
import type { Place } from './routes.tsx'
import { useShellData } from './shellData.ts'
import { SyncFoot } from './SyncFoot.tsx'
import { text } from './text.ts'

/** Where to go, on laptops and tablets; folded to icons under 1200 px. */
export function SideBar({ place }: { place: Place }) {
  const words = useText(text)
  const workspaceName = useShellData((data) => data.workspaceName)
  const counts = useShellData((data) => data.counts)
  const savedViews = useShellData((data) => data.savedViews)
  const folded = useIsFolded()
  const isGuest = useLimitedRole() === 'guest'
  return (
    <nav className="side" aria-label={words.navigation}>
      <Link className="brand plain" href="/">
        <Logo />
        <span>
          Vivier<small>{workspaceName ?? (isGuest ? words.sharedOffer : words.newWorkspace)}</small>
        </span>
      </Link>
      <button
        className="findbox"
        type="button"
        onClick={openPalette}
        aria-keyshortcuts="Control+K Meta+K"
        data-tip={folded ? words.goTo : undefined}
      >
        <Icon as={Search} />
        <span className="grow">{words.goTo}</span>
        <kbd aria-hidden="true">{modKey()}</kbd>
        <kbd aria-hidden="true">K</kbd>
      </button>
      <Go href="/" icon={House} label={words.home} current={place === 'home'} />
      <Go
        href="/candidats"
        icon={Users}
        label={words.candidates}
        count={counts.candidates}
        current={place === 'candidates'}
      />
      <Go href="/offres" icon={Briefcase} label={words.offers} count={counts.offers} current={place === 'offers'} />
      {!isGuest && <Go href="/recherche" icon={Search} label={words.searchPlace} current={place === 'search'} />}
      {!isGuest && (
        <Go
          href="/imports"
          icon={Inbox}
          label={words.imports}
          count={counts.imports}
          current={place === 'imports' || place === 'capture'}
        />
      )}
      {savedViews.length > 0 && <h2>{words.savedViews}</h2>}
      {savedViews.map((view) => (
        <Link key={view.href} className="go" href={view.href} data-tip={folded ? view.label : undefined}>
          <Icon as={Bookmark} />
          <span className="cut">{view.label}</span>
          {view.count !== undefined && <span className="num">{view.count}</span>}
        </Link>
      ))}
      <Go href="/reglages" icon={Settings2} label={words.settings} current={place === 'settings' || place === 'more'} />
      <SyncFoot />
    </nav>
  )
}

type GoProps = {
  href: string
  icon: LucideIcon
  label: string
  count?: number | null
  current: boolean
}

function Go({ href, icon, label, count = null, current }: GoProps) {
  const language = useLanguage()
  const folded = useIsFolded()
  return (
    <Link className="go" href={href} aria-current={current ? 'page' : undefined} data-tip={folded ? label : undefined}>
      <Icon as={icon} />
      <span>{label}</span>
      {count !== null && count > 0 && <span className="num">{formatNumber(language, count)}</span>}
    </Link>
  )
}
