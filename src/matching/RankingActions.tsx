import { GitCompare, SlidersVertical } from 'lucide-react'
import { useLocation, useSearchParams } from 'wouter'
import type { StoredOffer } from '../offers/records.ts'
import { Button } from '../ui/Button.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { useText } from '../ui/language.ts'
import { useIsPhone } from '../ui/useMediaQuery.ts'
import { text } from './text.ts'

/** The head's buttons for a ranking. */
export function RankingActions({ offer }: { offer: StoredOffer }) {
  const t = useText(text)
  const isPhone = useIsPhone()
  const [search, setSearch] = useSearchParams()
  const [, navigate] = useLocation()
  const chosen = (search.get('choix') ?? '').split(',').filter((id) => id !== '')
  const on = search.get('poids') === '1'
  const toggle = () =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before)
        if (on) next.delete('poids')
        else next.set('poids', '1')
        return next
      },
      { replace: true },
    )
  if (isPhone) return <IconButton touch icon={SlidersVertical} name={t.weights} aria-pressed={on} onClick={toggle} />
  return (
    <>
      <Button icon={SlidersVertical} aria-pressed={on} onClick={toggle}>
        {t.weights}
      </Button>
      <Button
        icon={GitCompare}
        kbd="C"
        offBecause={chosen.length === 1 ? t.compareFew : undefined}
        onClick={() =>
          chosen.length > 1
            ? navigate(`/offres/${offer.id}/comparer?c=${chosen.join(',')}`)
            : navigate(`/offres/${offer.id}/comparer`)
        }
      >
        {t.compare}
        {chosen.length > 0 && <span className="num t-3"> {chosen.length}</span>}
      </Button>
    </>
  )
}
