import { useEffect } from 'react'
import type { LucideIcon } from 'lucide-react'
import { create } from 'zustand'
import { fold } from '../kit/fold.ts'
import type { Language } from '../ui/language.ts'
import type { TextRange } from '../ui/markRanges.ts'

export type Command = {
  id: string
  /** in the current language */
  label: string
  detail?: string | undefined
  /** other words people may type */
  keywords?: string
  icon?: LucideIcon | undefined
  kbd?: string | undefined
  run: () => void
}

export type CommandGroup = {
  id: string
  /** 'Avec Jean-Baptiste N’Diaye', 'Commandes' */
  label: string
  commands: readonly Command[]
  /** the record in hand: shown as a chip in the palette and listed first */
  record?: string | undefined
}

export type RecordHit = {
  id: string
  href: string
  label: string
  /** the letters that answer the query */
  ranges?: readonly TextRange[]
  detail?: string | undefined
  detailRanges?: readonly TextRange[]
  icon: LucideIcon
}

export type RecordHits = { group: string; hits: readonly RecordHit[] }

/** Finds records for the palette, best first, grouped as a recruiter names them. */
export type RecordSearch = (query: string, language: Language, signal: AbortSignal) => Promise<readonly RecordHits[]>

type Registry = { groups: readonly CommandGroup[]; searches: readonly RecordSearch[] }

/** Everything the palette can run or open now. */
export const useCommandRegistry = create<Registry>()(() => ({ groups: [], searches: [] }))

/** Offers commands in the palette until the returned function is called. */
export function registerCommands(group: CommandGroup): () => void {
  useCommandRegistry.setState(({ groups }) => ({ groups: [...groups, group] }))
  return () =>
    useCommandRegistry.setState(({ groups }) => ({
      groups: groups.filter((other) => other !== group),
    }))
}

/** Offers a room's records in the palette until the returned function is called. */
export function registerRecordSearch(search: RecordSearch): () => void {
  useCommandRegistry.setState(({ searches }) => ({ searches: [...searches, search] }))
  return () =>
    useCommandRegistry.setState(({ searches }) => ({
      searches: searches.filter((other) => other !== search),
    }))
}

/** The commands of a screen, while it is in sight. Memoise the group. */
export function useCommands(group: CommandGroup | null): void {
  useEffect(() => (group === null ? undefined : registerCommands(group)), [group])
}

/**
 * How well a command answers a query: 0 not at all; every typed word must begin a word of the command, or
 * stand inside it for less.
 */
export function scoreCommand(command: Command, query: string): number {
  const typed = fold(query).split(/\s+/).filter(Boolean)
  if (typed.length === 0) return 1
  const label = fold(command.label)
  const all = `${label} ${fold(command.detail ?? '')} ${fold(command.keywords ?? '')}`
  let score = 0
  for (const word of typed) {
    const at = all.search(new RegExp(`(?:^|[^\\p{L}\\p{N}])${escapePattern(word)}`, 'u'))
    if (at >= 0) score += at < label.length ? 3 : 2
    else if (all.includes(word)) score += 1
    else return 0
  }
  return score / typed.length
}

// No hyphen: with the flag `u` an escaped one is no pattern, and outside brackets it means itself.
function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}
