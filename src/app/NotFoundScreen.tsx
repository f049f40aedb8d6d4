import { LinkButton } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useText } from '../ui/language.ts'
import { Screen } from '../ui/Screen.tsx'
import { text } from './text.ts'

/** An address nobody answers. */
export function NotFoundScreen() {
  const words = useText(text)
  return (
    <Screen title="Vivier">
      <div className="scroll grow centre">
        <EmptyState title={words.notFoundTitle} actions={<LinkButton href="/">{words.backHome}</LinkButton>}>
          <p>{words.notFoundNote}</p>
        </EmptyState>
      </div>
    </Screen>
  )
}
