import { useId, type ReactNode } from 'react'
import { useIsPhone } from './useMediaQuery.ts'

type SectionProps = {
  title: ReactNode
  /** a figure or a few words after the title */
  aside?: ReactNode
  actions?: ReactNode
  children?: ReactNode
  /** the heading's rank on its screen */
  level?: 2 | 3
  id?: string
}

/** A part of a sheet under its heading, set off by a hairline. */
export function Section({ title, aside, actions, children, level = 2, id }: SectionProps) {
  const isPhone = useIsPhone()
  const headingId = useId()
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section className={isPhone ? 'psec' : 'sect'} aria-labelledby={headingId} id={id}>
      <div className="row">
        <Heading className="t-head grow" id={headingId}>
          {title}
          {aside !== undefined && <span className="t-3 t-aside num"> {aside}</span>}
        </Heading>
        {actions}
      </div>
      {children}
    </section>
  )
}
