import type { About } from './record.ts'

/** What a record says at a moment, and who vouched for it. */
interface State {
  fields: object
  about: About
}

/** One value given back; `value` undefined takes an element away. */
export interface ChangeBack {
  path: string
  value: unknown
  about: About
}

/**
 * The changes that make a record again what it was: path by path, elements one by one, each with who vouched for it.
 * Fields named in `kept` stay as they are now.
 */
export function changesBackTo(now: State, then: State, kept: ReadonlySet<string> = new Set()): ChangeBack[] {
  const [before, after] = [then.fields, now.fields] as [Record<string, unknown>, Record<string, unknown>]
  const names = new Set([...Object.keys(after), ...Object.keys(before)])
  return [...names].flatMap((name): ChangeBack[] => {
    if (kept.has(name)) return []
    const [was, is] = [before[name], after[name]]
    if (isSame(was, is)) return []
    if (!isMap(was) || !isMap(is)) return [changeTo(then.about, name, was)]
    return [...new Set([...Object.keys(was), ...Object.keys(is)])]
      .filter((id) => !isSame(was[id], is[id]))
      .map((id) => changeTo(then.about, `${name}/${id}`, was[id]))
  })
}

/** What stands at a path of a record: a field, or an element of one. */
export function valueAt(fields: object, path: string): unknown {
  const [field = '', element] = path.split('/')
  const whole = (fields as Record<string, unknown>)[field]
  return element === undefined ? whole : (whole as Record<string, unknown> | undefined)?.[element]
}

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

function changeTo(said: About, path: string, value: unknown): ChangeBack {
  const about = Object.fromEntries(
    Object.entries(said).flatMap(([at, provenance]) =>
      at === path ? [['', provenance]] : at.startsWith(`${path}/`) ? [[at.slice(path.length + 1), provenance]] : [],
    ),
  )
  return { path, value, about }
}
