import { Fragment } from 'react'
import { useText } from './language.ts'
import { uiText } from './text.ts'

/** Keys as caps: `keys="Ctrl+Enter"` draws two, named in the user's language. Hidden on phones, and from readers. */
export function Kbd({ keys }: { keys: string }) {
  const names: Record<string, string> = useText(uiText).keys
  const caps = keys === '+' ? ['+'] : keys.split('+')
  return (
    <span className="row g1 keys" aria-hidden="true">
      {caps.map((cap, index) => (
        <Fragment key={index}>
          <kbd>{names[cap] ?? cap}</kbd>
        </Fragment>
      ))}
    </span>
  )
}
