/** As many short texts as a long CV has; beyond, all are forgotten, so that memory stays bounded. */
const most = 4000
const longest = 200

/**
 * A pure function of a text that remembers its answers: the layout asks the same rows again and again. What it gives
 * is shared between callers, who must not change it.
 */
export function remembered<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    if (text.length > longest) return read(text)
    const before = known.get(text)
    if (before !== undefined || known.has(text)) return before as T
    if (known.size >= most) known.clear()
    const answer = read(text)
    known.set(text, answer)
    return answer
  }
}
