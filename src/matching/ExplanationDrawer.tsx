import { Printer, X } from 'lucide-react'
import type { Application } from '../model/application.ts'
import { offerToProfile } from '../model/profile.ts'
import type { StoredOffer } from '../offers/records.ts'
import { Drawer } from '../ui/Drawer.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { useText } from '../ui/language.ts'
import { Skeleton } from '../ui/Skeleton.tsx'
import { DecisionBar } from './DecisionBar.tsx'
import { ExplanationView } from './ExplanationView.tsx'
import { useCandidates, useExplanation } from './records.ts'
import { text } from './text.ts'

/** Why someone stands where they stand, beside the ranking, with the decision to take. */
export function ExplanationDrawer({
  offer,
  candidateId,
  application,
  onClose,
}: {
  offer: StoredOffer
  candidateId: string
  application: Application | null
  onClose: () => void
}) {
  const t = useText(text)
  const candidates = useCandidates()
  const record = candidates.state === 'ready' ? candidates.value.get(candidateId) : undefined
  const explanation = useExplanation(offerToProfile(offer.id, offer.fields), candidateId)
  const corner = <IconButton icon={X} name={t.close} kbd="Échap" onClick={onClose} />
  const value = explanation.state === 'ready' ? explanation.value : null
  return (
    <Drawer
      label={t.why}
      onClose={onClose}
      takeFocus={false}
      foot={
        value &&
        record && (
          <>
            <DecisionBar
              offer={offer}
              candidateId={candidateId}
              name={record.fields.fullName || t.nameless}
              application={application}
              match={value}
            />
            <span className="end">
              <IconButton icon={Printer} name={t.print} onClick={() => print()} />
            </span>
          </>
        )
      }
    >
      {value && record ? (
        <ExplanationView
          offerId={offer.id}
          offer={offer.fields}
          record={record}
          application={application}
          explanation={value}
          corner={corner}
        />
      ) : (
        <div className="pad stack g3">
          <div className="row">
            <span className="end">{corner}</span>
          </div>
          {explanation.state === 'loading' && <Skeleton lines={6} label={t.why} />}
          {explanation.state === 'failed' && <p className="t-2">{t.explanationFailed}</p>}
          {explanation.state === 'ready' && <p className="t-2">{t.notHeld}</p>}
        </div>
      )}
    </Drawer>
  )
}
