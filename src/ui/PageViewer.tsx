import { useEffect, useLayoutEffect, useRef, useState, type CSSProperties, type ReactNode } from 'react'
import { MoveHorizontal, RotateCw, ZoomIn, ZoomOut } from 'lucide-react'
import { formatPercent } from '../kit/format.ts'
import { IconButton } from './IconButton.tsx'
import { useLanguage, useText } from './language.ts'
import { uiText } from './text.ts'

export type PageImage = {
  /** a blob: or same-origin address; null while it is being drawn */
  src: string | null
  /** in px; only their ratio counts */
  width: number
  height: number
}

export type PageBox = {
  id: string
  /** index of the page, from 0 */
  page: number
  /** fractions of the page, from its upper left corner */
  x: number
  y: number
  width: number
  height: number
  kind: 'sure' | 'doubt' | 'current' | 'evidence'
  /** what was read there, for readers and the tooltip: 'Téléphone' */
  label: string
  /** a small flag under the box: 'Téléphone, 54 %' */
  tag?: string | undefined
}

type PageViewerProps = {
  pages: readonly PageImage[]
  boxes?: readonly PageBox[]
  /** the box of the field in hand: outlined and scrolled into sight */
  current?: string | null
  /** the box under the pointer on the other side */
  lit?: string | null
  onBoxHover?: (id: string | null) => void
  onBoxSelect?: (id: string) => void
  /** file name and facts, at the start of the bar */
  head?: ReactNode
  /** accessible name of the image region */
  label: string
}

const zoomStep = 1.25
const smallest = 0.25
const largest = 6
/** A page is not drawn wider than this before the user zooms. */
const comfortableWidth = 860
/** px kept free above and below the current box, for its flag. */
const boxMargin = 32

/** Images of a document's pages with boxes on them: zoom, turn, fit. Never mirrored. */
export function PageViewer({
  pages,
  boxes = [],
  current = null,
  lit = null,
  onBoxHover,
  onBoxSelect,
  head,
  label,
}: PageViewerProps) {
  const language = useLanguage()
  const words = useText(uiText)
  const desk = useRef<HTMLDivElement>(null)
  const [room, setRoom] = useState(0)
  const [zoom, setZoom] = useState(1)
  const [quarters, setQuarters] = useState(0)

  useLayoutEffect(() => {
    const element = desk.current
    if (element === null) return
    const measure = () => {
      const style = getComputedStyle(element)
      const padding = parseFloat(style.paddingLeft) + parseFloat(style.paddingRight)
      setRoom(Math.max(120, element.clientWidth - padding))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  useEffect(() => {
    if (current === null) return
    const area = desk.current
    const box = area?.querySelector(`[data-box="${CSS.escape(current)}"]`)
    if (!area || !box) return
    // only the desk scrolls: scrollIntoView would move the page and the drawer around it as well
    const inside = area.getBoundingClientRect()
    const wanted = box.getBoundingClientRect()
    if (wanted.top < inside.top + boxMargin || wanted.bottom > inside.bottom - boxMargin) {
      area.scrollTop += wanted.top - inside.top - inside.height / 3
    }
    if (wanted.left < inside.left || wanted.right > inside.right) {
      area.scrollLeft += wanted.left - inside.left - inside.width / 3
    }
  }, [current, room, zoom, quarters])

  const changeZoom = (factor: number) => setZoom((now) => Math.min(largest, Math.max(smallest, now * factor)))

  return (
    <div className="viewer">
      <div className="bar">
        {head}
        <span className="end row g1">
          <IconButton icon={ZoomOut} name={words.zoomOut} onClick={() => changeZoom(1 / zoomStep)} />
          <span className="t-sm num" aria-live="off">
            {formatPercent(language, zoom)}
          </span>
          <IconButton icon={ZoomIn} name={words.zoomIn} onClick={() => changeZoom(zoomStep)} />
          <IconButton icon={MoveHorizontal} name={words.fit} onClick={() => setZoom(1)} />
          <IconButton icon={RotateCw} name={words.turn} onClick={() => setQuarters((now) => (now + 1) % 4)} />
        </span>
      </div>
      <div className="desk" ref={desk} tabIndex={0} role="region" aria-label={label} dir="ltr">
        {pages.map((page, index) => (
          <TurnedPage
            key={index}
            page={page}
            room={Math.min(room, comfortableWidth) * zoom}
            quarters={quarters}
            alt={words.pageImage(index + 1, pages.length)}
          >
            {boxes
              .filter((box) => box.page === index)
              .map((box) => (
                <BoxOnPage
                  key={box.id}
                  box={box}
                  isCurrent={box.id === current}
                  isLit={box.id === lit}
                  onHover={onBoxHover}
                  onSelect={onBoxSelect}
                />
              ))}
          </TurnedPage>
        ))}
      </div>
    </div>
  )
}

type TurnedPageProps = {
  page: PageImage
  /** px the turned page may take in width */
  room: number
  quarters: number
  alt: string
  children: ReactNode
}

function TurnedPage({ page, room, quarters, alt, children }: TurnedPageProps) {
  const lying = quarters % 2 === 1
  const ratio = page.height / page.width
  const width = lying ? room / ratio : room
  const height = width * ratio
  const shift = ['', `translate(${height}px, 0)`, `translate(${width}px, ${height}px)`, `translate(0, ${width}px)`]
  return (
    <div className="turn" style={{ width: lying ? height : width, height: lying ? width : height }}>
      <div
        className="paper"
        style={{ width, height, transform: `${shift[quarters] ?? ''} rotate(${quarters * 90}deg)` }}
      >
        {page.src !== null && <img src={page.src} alt={alt} draggable={false} />}
        {children}
      </div>
    </div>
  )
}

type BoxOnPageProps = {
  box: PageBox
  isCurrent: boolean
  isLit: boolean
  onHover: ((id: string | null) => void) | undefined
  onSelect: ((id: string) => void) | undefined
}

function BoxOnPage({ box, isCurrent, isLit, onHover, onSelect }: BoxOnPageProps) {
  const place: CSSProperties = {
    left: `${box.x * 100}%`,
    top: `${box.y * 100}%`,
    width: `${box.width * 100}%`,
    height: `${box.height * 100}%`,
  }
  const current = isCurrent || box.kind === 'current'
  const classes = ['box', box.kind === 'current' ? '' : box.kind]
  if (current) classes.push(box.kind === 'doubt' || box.kind === 'current' ? 'current' : 'current fine')
  if (isLit) classes.push('lit')
  const className = classes.filter(Boolean).join(' ')
  const hover = {
    onPointerEnter: () => onHover?.(box.id),
    onPointerLeave: () => onHover?.(null),
    onFocus: () => onHover?.(box.id),
    onBlur: () => onHover?.(null),
  }
  return (
    <>
      {onSelect === undefined ? (
        <span className={className} style={place} data-box={box.id} {...hover} />
      ) : (
        <button
          type="button"
          className={className}
          style={place}
          data-box={box.id}
          aria-label={box.label}
          aria-current={current || undefined}
          data-tip={box.label}
          onClick={() => onSelect(box.id)}
          {...hover}
        />
      )}
      {current && box.tag !== undefined && (
        <span className="boxtag" style={{ left: place.left, top: `calc(${(box.y + box.height) * 100}% + 4px)` }}>
          {box.tag}
        </span>
      )}
    </>
  )
}
