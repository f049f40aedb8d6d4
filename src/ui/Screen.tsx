import { useEffect, type ReactNode } from 'react'
import { ArrowLeft } from 'lucide-react'
import { Link } from 'wouter'
import { Icon } from './Icon.tsx'
import { useText } from './language.ts'
import { uiText } from './text.ts'
import { useIsPhone } from './useMediaQuery.ts'

type ScreenProps = {
  /** the one h1, in plain words: also the window's title */
  title: string
  /** drawn instead of the plain title, inside the h1 */
  heading?: ReactNode
  /** a figure beside the title: '214 sur 1 284' */
  aside?: ReactNode
  /** a line above the title on laptops: crumbs and facts */
  above?: ReactNode
  /** where « back » leads on phones; on laptops crumbs do it */
  back?: { href: string; label: string }
  /** laptop: buttons at the end of the head */
  actions?: ReactNode
  /** phone: at most two IconButtons with `touch` */
  phoneActions?: ReactNode
  /** tabs or a strip of filters that stay under the title */
  under?: ReactNode
  /** the screen draws its own title (first run, camera): only the window's title is set */
  bare?: boolean
  children: ReactNode
}

/**
 * A screen on the sheet: head on laptops, top bar with back on phones. On laptops the children fill the rest:
 * give `.cols` (Columns) or a `.scroll.grow`; on phones the page itself scrolls.
 */
export function Screen({
  title,
  heading,
  aside,
  above,
  back,
  actions,
  phoneActions,
  under,
  bare = false,
  children,
}: ScreenProps) {
  const isPhone = useIsPhone()
  const words = useText(uiText)
  useEffect(() => {
    document.title = `${title} · Vivier`
  }, [title])

  if (bare) return children
  if (isPhone) {
    return (
      <>
        <header className="top">
          <div className="topbar">
            {back !== undefined && (
              <Link className="tap" href={back.href} aria-label={`${words.back}, ${back.label}`}>
                <Icon as={ArrowLeft} size="l" flip />
              </Link>
            )}
            <h1 className={back === undefined ? 'grow cut alone' : 'grow cut'}>
              {heading ?? title}
              {aside !== undefined && <span className="t-3 t-aside num"> {aside}</span>}
            </h1>
            {phoneActions}
          </div>
          {under}
        </header>
        {/* The children keep their place in both forms, and with it what was typed in them. */}
        {null}
        {children}
      </>
    )
  }
  return (
    <>
      <header className={under === undefined ? 'head' : 'head above-tabs'}>
        <div className="grow">
          {above !== undefined && <div className="row t-sm t-3">{above}</div>}
          <div className="row base g3">
            <h1 className="t-title cut">{heading ?? title}</h1>
            {aside !== undefined && <span className="t-3 num nowrap">{aside}</span>}
          </div>
        </div>
        {actions}
      </header>
      {under}
      {children}
    </>
  )
}
