import { CandidateScreen } from '../candidates/CandidateScreen.tsx'
import { Analyses } from '../matching/Analyses.tsx'
import { CompaniesToProspect } from '../matching/CompaniesToProspect.tsx'
import { OffersThatSuit } from '../matching/OffersThatSuit.tsx'
import { Placements } from '../matching/Placements.tsx'

/** A candidate with the offers that suit: drawn by the matching room, lent by the shell. */
export function CandidateRoute() {
  return (
    <CandidateScreen
      suits={(candidateId) => (
        <>
          <OffersThatSuit candidateId={candidateId} />
          <Placements candidateId={candidateId} />
          <CompaniesToProspect candidateId={candidateId} />
        </>
      )}
      analyses={(record) => <Analyses key={record.id} record={record} />}
    />
  )
}
