import { Fragment } from 'react'

/** Keys as caps: `keys="Ctrl+K"` draws two. Hidden on phones, and from readers (the button's name is enough). */
export function Kbd({ keys }: { keys: string }) {
  const caps = keys === '+' ? ['+'] : keys.split('+')
  return (
    <span className="row g1 keys" aria-hidden="true">
      {caps.map((cap, index) => (
        <Fragment key={index}>
          <kbd>{cap}</kbd>
        </Fragment>
      ))}
    </span>
  )
}
