import { fold } from '../kit/fold.ts'

let names: Promise<readonly { name: string; folded: string; country: string }[]> | null = null

/** The towns of the table, larger first, France before its neighbours; loaded when a place is first asked. */
async function loadTowns(): Promise<readonly { name: string; folded: string; country: string }[]> {
  const { townTable } = await import('../model/townTable.ts')
  const near = ['FR', 'MA', 'BE', 'CH', 'LU']
  return Object.entries(townTable)
    .toSorted(([a], [b]) => rank(near, a) - rank(near, b))
    .flatMap(([country, list]) =>
      [...list.matchAll(/\s*([^;*]+?)\*? -?\d+ -?\d+;/g)].map((match) => ({
        name: match[1]!,
        folded: fold(match[1]!),
        country,
      })),
    )
}

const rank = (near: readonly string[], country: string): number =>
  near.includes(country) ? near.indexOf(country) : near.length

/** Towns whose name begins as typed, or holds it after a space or a dash. */
export async function suggestTowns(typed: string, most: number): Promise<{ name: string; country: string }[]> {
  const wanted = fold(typed.trim())
  if (wanted.length < 2) return []
  const towns = await (names ??= loadTowns())
  const found: { name: string; country: string }[] = []
  for (const test of [
    (folded: string) => folded.startsWith(wanted),
    (folded: string) => !folded.startsWith(wanted) && /[\s-]/.test(folded[folded.indexOf(wanted) - 1] ?? ''),
  ])
    for (const { name, folded, country } of towns) {
      if (found.length >= most) return found
      if (test(folded) && !found.some((other) => other.name === name)) found.push({ name, country })
    }
  return found
}
