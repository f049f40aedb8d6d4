import { useRef, useState } from 'react'
import type { PicturePoint, SheetCorners } from '../../workers/extraction/protocol.ts'
import { useText } from '../ui/language.ts'
import { moveCorner } from './corners.ts'
import { text } from './text.ts'

/** A step of an arrow key, and one with Shift held, as shares of the picture. */
const keyStep = 0.005
const wideStep = 0.03
/** How much the glass beside the finger enlarges, and its side in pixels. */
const zoom = 2.5
const glassPx = 112

const arrows: Record<string, PicturePoint> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}

/** A photo with the outline of its sheet; each corner is dragged by finger or mouse, or moved by the arrow keys. */
export function CornerEditor({
  src,
  width,
  height,
  corners,
  label,
  onChange,
}: {
  src: string
  width: number
  height: number
  corners: SheetCorners
  label: string
  onChange: (corners: SheetCorners) => void
}) {
  const t = useText(text)
  const frame = useRef<HTMLDivElement>(null)
  const [held, setHeld] = useState<number | null>(null)
  const placeOf = (event: React.PointerEvent): PicturePoint => {
    const box = frame.current!.getBoundingClientRect()
    return { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height }
  }
  const percent = (share: number) => Math.round(100 * share)
  const outline = corners.map(({ x, y }) => `${x * 100},${y * 100}`).join(' ')

  return (
    <div className="corners-room">
      <div
        ref={frame}
        className="corners"
        role="group"
        aria-label={label}
        aria-describedby="corners-help"
        style={{ '--ratio': width / height, aspectRatio: `${width} / ${height}` } as React.CSSProperties}
      >
        <img src={src} alt="" draggable={false} />
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
          <path fillRule="evenodd" d={`M0 0H100V100H0Z M${outline.replaceAll(' ', 'L')}Z`} />
          <polygon points={outline} />
        </svg>
        {corners.map(({ x, y }, index) => (
          <button
            // The four corners never change their order.
            // oxlint-disable-next-line react/no-array-index-key
            key={index}
            type="button"
            className="corner"
            style={{ insetInlineStart: `${x * 100}%`, insetBlockStart: `${y * 100}%` }}
            aria-label={t.cornerAt(index, percent(x), percent(y))}
            data-held={held === index || undefined}
            onPointerDown={(event) => {
              event.currentTarget.setPointerCapture(event.pointerId)
              setHeld(index)
            }}
            onPointerMove={(event) => {
              if (held === index) onChange(moveCorner(corners, index, placeOf(event)))
            }}
            onPointerUp={() => setHeld(null)}
            onPointerCancel={() => setHeld(null)}
            onKeyDown={(event) => {
              const arrow = arrows[event.key]
              if (!arrow) return
              event.preventDefault()
              const step = event.shiftKey ? wideStep : keyStep
              onChange(moveCorner(corners, index, { x: x + step * arrow.x, y: y + step * arrow.y }))
            }}
          />
        ))}
        {held !== null && <Glass src={src} frame={frame.current!} at={corners[held]!} />}
      </div>
      <p id="corners-help" className="sr">
        {t.cornersHelp}
      </p>
    </div>
  )
}

/** What the finger hides, enlarged in the corner it is not in. */
function Glass({ src, frame, at }: { src: string; frame: HTMLElement; at: PicturePoint }) {
  const { width, height } = frame.getBoundingClientRect()
  return (
    <span
      className="corner-glass"
      aria-hidden="true"
      data-side={at.x < 0.5 ? 'right' : 'left'}
      style={{
        inlineSize: glassPx,
        blockSize: glassPx,
        backgroundImage: `url(${src})`,
        backgroundSize: `${width * zoom}px ${height * zoom}px`,
        backgroundPosition: `${glassPx / 2 - at.x * width * zoom}px ${glassPx / 2 - at.y * height * zoom}px`,
      }}
    />
  )
}
