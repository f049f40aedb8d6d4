/** The member that stands for the set `i` belongs to. `parent` names another of its set for each; ways are shortened. */
export function rootOf(parent: number[], i: number): number {
  let root = i
  while (parent[root] !== root) root = parent[root]!
  let next = i
  while (parent[next] !== root) {
    const below = parent[next]!
    parent[next] = root
    next = below
  }
  return root
}
