import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '../ui/Button.tsx'

interface CommandFormProps {
  /** On the button. */
  verb: string
  icon?: LucideIcon
  working: boolean
  /** Why the last try failed, in a sentence; '' when it did not. */
  failure: string
  onSubmit: () => Promise<void>
  children: ReactNode
}

/** Fields, the one button that sends them to the worker, and under it what went wrong. */
export function CommandForm({ verb, icon, working, failure, onSubmit, children }: CommandFormProps) {
  return (
    <form
      className="dev-form"
      onSubmit={(event) => {
        event.preventDefault()
        void onSubmit()
      }}
    >
      {children}
      <span>
        <Button variant="first" big icon={icon} type="submit" working={working}>
          {verb}
        </Button>
      </span>
      {failure !== '' && <p role="alert">{failure}</p>}
    </form>
  )
}
