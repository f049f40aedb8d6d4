import type { Result } from '../kit/result.ts'
import { currentLanguage } from '../ui/language.ts'
import { toast } from '../ui/toast.ts'
import { undo, type WriteFailure } from './records.ts'
import { text } from './text.ts'

/** Says what was done with a way back, or why nothing was. True when it was done. */
export async function act(
  done: Promise<Result<{ transaction: string }, WriteFailure>>,
  said: string,
): Promise<boolean> {
  const result = await done
  if (!result.ok) {
    toast({ text: text[currentLanguage()].failures[result.error.type] })
    return false
  }
  const { transaction } = result.value
  toast({
    text: said,
    undo: async () => {
      const undone = await undo(transaction)
      if (!undone.ok) toast({ text: text[currentLanguage()].failures[undone.error.type] })
    },
  })
  return true
}
