/** The value a change put or took away, when it can be said in a few words; null for sealed values and whole entries. */
export function shortValue(value: unknown): string | null {
  // The number of another record says nothing to anybody.
  if (typeof value === 'string' && /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(value)) return null
  if (typeof value === 'string') return value === '' ? null : value.length > 60 ? `${value.slice(0, 57)}…` : value
  if (typeof value === 'number') return String(value)
  if (typeof value === 'object' && value !== null) {
    const named = value as { title?: unknown; name?: unknown; organisation?: unknown }
    for (const name of [named.title, named.name, named.organisation])
      if (typeof name === 'string' && name !== '') return name
  }
  return null
}

/** The same for a list, its items one after the other; '' where nothing can be said. */
export const shortWords = (value: unknown): string =>
  Array.isArray(value)
    ? value
        .map((each) => shortValue(each) ?? '')
        .filter(Boolean)
        .join(', ')
    : (shortValue(value) ?? '')
