import type { Stage } from '../model/application.ts'
import { useLanguage } from '../ui/language.ts'
import { toast } from '../ui/toast.ts'
import { moveApplication, undo } from './records.ts'
import { scoreLog } from './tabScoreLog.ts'
import { text } from './text.ts'

/** Whom a decision is about, and the score the person saw when deciding. */
export interface Decided {
  candidateId: string
  name: string
  score: number | null
}

/** Moves of a person in an offer's pipeline, each said with a way back. */
export function useDecision(offerId: string) {
  const t = text[useLanguage()]
  const move = async ({ candidateId, score }: Decided, stage: Stage, reason: string, said: string) => {
    const done = await moveApplication({ offerId, candidateId, stage, reason, score })
    if (!done.ok) {
      toast({ text: t.writeFailures[done.error.type] })
      return
    }
    scoreLog.noteDecision({ offerId, candidateId, stage, score })
    const { transaction } = done.value
    toast({ text: said, undo: () => void undo(transaction) })
  }
  return {
    propose: (whom: Decided, stage: Stage | undefined) =>
      stage === 'proposed'
        ? toast({ text: t.alreadyProposed })
        : void move(whom, 'proposed', '', t.proposed(whom.name)),
    reject: (whom: Decided, reason: string) => void move(whom, 'rejected', reason, t.rejected(whom.name)),
    takeBack: (whom: Decided) => void move(whom, 'seen', '', t.takenBack(whom.name)),
  }
}
