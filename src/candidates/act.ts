import type { Result } from '../kit/result.ts'
import { toast } from '../ui/toast.ts'
import { takeBack, type WriteFailure, type Written } from './records.ts'
import { currentWords } from './words.ts'

/** Says what was done with a way back, or why nothing was. True when it was done. */
export async function act(done: Promise<Result<Written, WriteFailure>>, said: string): Promise<boolean> {
  const result = await done
  if (!result.ok) {
    sayFailure(result.error)
    return false
  }
  const { transaction } = result.value
  toast({
    text: said,
    undo: async () => {
      const undone = await takeBack(transaction)
      if (!undone.ok) sayFailure(undone.error)
      else if (undone.value.kept > 0) toast({ text: currentWords().t.partlyUndone })
    },
  })
  return true
}

/** Says in a sentence why nothing was written. */
export function sayFailure(failure: WriteFailure): void {
  toast({ text: currentWords().t.failures[failure.type] })
}
