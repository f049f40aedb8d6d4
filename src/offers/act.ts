import type { Result } from '../kit/result.ts'
import { currentLanguage } from '../ui/language.ts'
import { toast } from '../ui/toast.ts'
import { undo, type WriteFailure, type Written } from './records.ts'
import { text } from './text.ts'

/** Says what was done with a way back, or why nothing was. */
export async function act(change: Promise<Result<Written, WriteFailure>>, words: string): Promise<void> {
  const done = await change
  if (!done.ok) return toast({ text: text[currentLanguage()].writeFailures[done.error.type] })
  const { transaction } = done.value
  toast({ text: words, undo: () => void undo(transaction) })
}
