import type { ReactNode } from 'react'
import { useOffLimits } from './offLimits.ts'

interface ReservedProps {
  /** The kind of record that the controls inside change. */
  changes: string
  /** The reason is in sight already. */
  silent?: boolean
  children: ReactNode
}

/** Controls that change something: where this device may not, all are off, and the reason is said once, above them. */
export function Reserved({ changes, silent = false, children }: ReservedProps) {
  const because = useOffLimits(changes)
  return (
    <>
      {because !== undefined && !silent && <p className="t-2 reserved-why">{because}</p>}
      <fieldset className="reserved" disabled={because !== undefined}>
        {children}
      </fieldset>
    </>
  )
}
