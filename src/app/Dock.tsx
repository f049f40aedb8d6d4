import { Briefcase, House, Menu, ScanLine, Search, Users, type LucideIcon } from 'lucide-react'
import { Link } from 'wouter'
import { Icon } from '../ui/Icon.tsx'
import { useText } from '../ui/language.ts'
import { useLimitedRole } from './roleLimits.tsx'
import type { Place } from './routes.tsx'
import { text } from './text.ts'

/** The phone's bar: five places, Capturer in the middle under the thumb. Guests have four. */
export function Dock({ place }: { place: Place }) {
  const words = useText(text)
  // A guest of one offer brings nothing in and has little to search.
  if (useLimitedRole() === 'guest') {
    return (
      <nav className="dock few" aria-label={words.navigation}>
        <Stop href="/" icon={House} label={words.home} current={place === 'home'} />
        <Stop href="/candidats" icon={Users} label={words.candidates} current={place === 'candidates'} />
        <Stop href="/offres" icon={Briefcase} label={words.offers} current={place === 'offers'} />
        <Stop href="/plus" icon={Menu} label={words.more} current={place === 'more' || place === 'settings'} />
      </nav>
    )
  }
  return (
    <nav className="dock" aria-label={words.navigation}>
      <Stop href="/candidats" icon={Users} label={words.candidates} current={place === 'candidates'} />
      <Stop href="/offres" icon={Briefcase} label={words.offers} current={place === 'offers'} />
      <Link className="cap" href="/capturer" aria-current={place === 'capture' ? 'page' : undefined}>
        <Icon as={ScanLine} />
        <span>{words.capture}</span>
      </Link>
      <Stop href="/recherche" icon={Search} label={words.searchPlace} current={place === 'search'} />
      <Stop
        href="/plus"
        icon={Menu}
        label={words.more}
        current={place === 'more' || place === 'settings' || place === 'imports'}
      />
    </nav>
  )
}

type StopProps = { href: string; icon: LucideIcon; label: string; current: boolean }

function Stop({ href, icon, label, current }: StopProps) {
  return (
    <Link href={href} aria-current={current ? 'page' : undefined}>
      <Icon as={icon} />
      {label}
    </Link>
  )
}
