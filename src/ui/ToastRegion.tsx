import { useEffect, useState } from 'react'
import { useText } from './language.ts'
import { uiText } from './text.ts'
import { dismissToast, undoToast, useToasts } from './toast.ts'
import { useHotkeys } from './useHotkeys.ts'

/** Long enough to read and reach; it waits while the pointer or the focus is on it. */
const shownMs = 8000

/** Where toasts appear: mounted once by the shell. `u` or Ctrl/Cmd+Z undoes the one in sight. */
export function ToastRegion() {
  const current = useToasts((toasts) => toasts.current)
  const words = useText(uiText)
  const [held, setHeld] = useState(false)
  const id = current?.id

  useEffect(() => {
    if (id === undefined || held) return
    const timer = setTimeout(() => dismissToast(id), shownMs)
    return () => clearTimeout(timer)
  }, [id, held])

  const undo = () => {
    if (id !== undefined) undoToast(id)
    setHeld(false)
  }
  useHotkeys({ u: undo, 'Mod+z': undo }, { enabled: current?.undo !== undefined, inLayers: true })

  return (
    <div className="toasts" role="status">
      {current !== null && (
        <div
          key={current.id}
          className="toast"
          onPointerEnter={() => setHeld(true)}
          onPointerLeave={() => setHeld(false)}
          onFocus={() => setHeld(true)}
          onBlur={() => setHeld(false)}
        >
          <span className="say">{current.text}</span>
          {current.undo !== undefined && (
            <button type="button" onClick={undo}>
              {words.undo}
              <kbd aria-hidden="true">U</kbd>
            </button>
          )}
        </div>
      )}
    </div>
  )
}
