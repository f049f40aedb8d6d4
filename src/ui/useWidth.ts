import { type RefObject, useEffect, useRef, useState } from 'react'

/** The width of an element in px, live; the window's before it is drawn. */
export function useWidth(ref: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(() => innerWidth)
  const observer = useRef<ResizeObserver | null>(null)
  useEffect(() => {
    const element = ref.current
    if (!element) return
    observer.current = new ResizeObserver(([entry]) => {
      if (entry) setWidth(entry.contentRect.width)
    })
    observer.current.observe(element)
    return () => observer.current?.disconnect()
  }, [ref])
  return width
}
