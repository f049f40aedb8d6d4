import { Ban } from 'lucide-react'
import { type ReactNode, useEffect } from 'react'
import { reaches, useOwnRole } from '../store/ownRole.ts'
import { LinkButton } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useText } from '../ui/language.ts'
import { useOffLimits, useOffLimitsStore } from '../ui/offLimits.ts'
import { Screen } from '../ui/Screen.tsx'
import { text } from './text.ts'

/** The roles that may not do everything with records. */
type LimitedRole = 'guest' | 'fieldAgent' | 'reader'

/** What limits this device, live; null where nothing does. */
export function useLimitedRole(): LimitedRole | null {
  const role = useOwnRole()
  return role === 'guest' || role === 'fieldAgent' || role === 'reader' ? role : null
}

/** Tells the controls what this device may not change, and why. */
export function useRoleLimits(): void {
  const role = useLimitedRole()
  const { roleLimits } = useText(text)
  useEffect(() => {
    useOffLimitsStore.setState({
      because: (kind) =>
        role === null || kind === '' || reaches(role, { type: 'set', kind }) ? undefined : roleLimits[role],
    })
  }, [role, roleLimits])
}

/** A screen that is there to change something, or why it cannot be changed here: before any work is lost. */
export function WithinRole({ changes = '', children }: { changes?: string | undefined; children: ReactNode }) {
  const words = useText(text)
  const because = useOffLimits(changes)
  if (because === undefined) return children
  return (
    <Screen title={words.offLimits} back={{ href: '/', label: words.home }}>
      <div className="pad">
        <EmptyState icon={Ban} title={because} actions={<LinkButton href="/">{words.backHome}</LinkButton>} />
      </div>
    </Screen>
  )
}
