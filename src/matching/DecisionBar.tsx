import { useState } from 'react'
import type { Application } from '../model/application.ts'
import type { Match } from '../model/match.ts'
import { Button } from '../ui/Button.tsx'
import { useText } from '../ui/language.ts'
import type { StoredOffer } from '../offers/records.ts'
import { requirementName } from './ExplanationView.tsx'
import { RejectDialog } from './RejectDialog.tsx'
import { text } from './text.ts'
import { useDecision } from './useDecision.ts'

interface DecisionBarProps {
  offer: StoredOffer
  candidateId: string
  name: string
  application: Application | null
  match: Match
}

/** What a person may decide beside an explanation: nothing is decided by itself. */
export function DecisionBar({ offer, candidateId, name, application, match }: DecisionBarProps) {
  const t = useText(text)
  const [rejecting, setRejecting] = useState(false)
  const { propose, reject, takeBack } = useDecision(offer.id)
  const whom = { candidateId, name, score: match.score }
  const stage = application?.stage
  const missing = match.requirements
    .filter(({ status }) => status === 'missing')
    .map(({ id }) => requirementName(offer.fields, id))
  return (
    <>
      <Button
        variant="first"
        kbd="P"
        changes="application"
        offBecause={stage === 'proposed' ? t.alreadyProposed : undefined}
        onClick={() => propose(whom, stage)}
      >
        {t.propose}
      </Button>
      {stage === 'rejected' ? (
        <Button changes="application" onClick={() => takeBack(whom)}>
          {t.takeBack}
        </Button>
      ) : (
        <Button changes="application" onClick={() => setRejecting(true)}>
          {t.reject}
        </Button>
      )}
      <RejectDialog
        open={rejecting}
        name={name}
        missing={[...new Set(missing)]}
        onReject={(reason) => reject(whom, reason)}
        onClose={() => setRejecting(false)}
      />
    </>
  )
}
