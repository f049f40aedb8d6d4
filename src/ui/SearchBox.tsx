import type { KeyboardEvent, Ref } from 'react'
import { Search, X } from 'lucide-react'
import { Icon } from './Icon.tsx'
import { useText } from './language.ts'
import { uiText } from './text.ts'

type SearchBoxProps = {
  /** accessible name */
  label: string
  value: string
  onChange: (value: string) => void
  placeholder?: string
  /** the key that brings the cursor here, shown while empty */
  kbd?: string | undefined
  inputRef?: Ref<HTMLInputElement>
  onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void
  className?: string
}

/** A field to search this screen; Escape empties it. `/` focuses the one marked `data-search`. */
export function SearchBox({
  label,
  value,
  onChange,
  placeholder,
  kbd,
  inputRef,
  onKeyDown,
  className = '',
}: SearchBoxProps) {
  const words = useText(uiText)
  return (
    <span className={`input ${className}`.trim()}>
      <Icon as={Search} />
      <input
        type="search"
        data-search=""
        aria-label={label}
        placeholder={placeholder}
        value={value}
        ref={inputRef}
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="search"
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && value !== '') {
            event.stopPropagation()
            onChange('')
          }
          onKeyDown?.(event)
        }}
      />
      {value === '' ? (
        kbd !== undefined && <kbd aria-hidden="true">{kbd}</kbd>
      ) : (
        <button type="button" aria-label={words.clear} onClick={() => onChange('')}>
          <Icon as={X} />
        </button>
      )}
    </span>
  )
}
