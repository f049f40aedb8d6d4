import type { ReactNode } from 'react'
import { X } from 'lucide-react'
import { Icon } from './Icon.tsx'
import { useText } from './language.ts'
import { uiText } from './text.ts'

type FilterChipProps = {
  /** the filter in plain words, for the name of its remove button */
  name: string
  children?: ReactNode
  onRemove: () => void
  /** opens the filter's own editor */
  onOpen?: () => void
}

/** A filter in force, with its remove button. */
export function FilterChip({ name, children, onRemove, onOpen }: FilterChipProps) {
  const words = useText(uiText)
  return (
    <span className="filter on">
      {onOpen === undefined ? (
        <span className="name">{children ?? name}</span>
      ) : (
        <button type="button" className="name" onClick={onOpen}>
          {children ?? name}
        </button>
      )}
      <button type="button" className="x" aria-label={words.remove(name)} onClick={onRemove}>
        <Icon as={X} size="s" />
      </button>
    </span>
  )
}
