import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { Kbd } from './Kbd.tsx'

type Tip = { text: string; keys: string | undefined; anchor: DOMRect }

/** Long enough not to flicker under a passing pointer. */
const delayMs = 400
const gap = 6

/**
 * Draws the tooltip of whatever carries `data-tip` (and `data-tip-key`), under the pointer or the focus.
 * One for the whole page, mounted once. Never the only carrier: readers use the element's own name.
 */
export function TooltipLayer() {
  const [tip, setTip] = useState<Tip | null>(null)
  const bubble = useRef<HTMLDivElement>(null)

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const hide = () => {
      clearTimeout(timer)
      setTip(null)
    }
    const show = (event: Event) => {
      const target = event.target instanceof Element ? event.target.closest('[data-tip]') : null
      const text = target?.getAttribute('data-tip')
      if (!(target instanceof HTMLElement) || !text) return hide()
      if (event.type === 'focusin' && !target.matches(':focus-visible')) return
      clearTimeout(timer)
      timer = setTimeout(() => {
        if (!target.isConnected) return
        setTip({ text, keys: target.dataset['tipKey'], anchor: target.getBoundingClientRect() })
      }, delayMs)
    }
    const hideOnEscape = (event: KeyboardEvent) => event.key === 'Escape' && hide()
    const pointer = matchMedia('(hover: hover)').matches
    if (pointer) addEventListener('pointerover', show)
    addEventListener('focusin', show)
    addEventListener('focusout', hide)
    addEventListener('pointerdown', hide)
    addEventListener('scroll', hide, true)
    addEventListener('keydown', hideOnEscape)
    return () => {
      clearTimeout(timer)
      removeEventListener('pointerover', show)
      removeEventListener('focusin', show)
      removeEventListener('focusout', hide)
      removeEventListener('pointerdown', hide)
      removeEventListener('scroll', hide, true)
      removeEventListener('keydown', hideOnEscape)
    }
  }, [])

  useLayoutEffect(() => {
    const element = bubble.current
    if (element === null || tip === null) return
    const { width, height } = element.getBoundingClientRect()
    const { anchor } = tip
    const below = anchor.bottom + gap + height < innerHeight
    const middle = anchor.left + anchor.width / 2 - width / 2
    element.style.top = `${below ? anchor.bottom + gap : anchor.top - gap - height}px`
    element.style.left = `${Math.max(gap, Math.min(innerWidth - width - gap, middle))}px`
  }, [tip])

  if (tip === null) return null
  return (
    <div ref={bubble} className="tip" aria-hidden="true">
      {tip.text}
      {tip.keys !== undefined && <Kbd keys={tip.keys} />}
    </div>
  )
}
