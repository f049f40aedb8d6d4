import { CandidateListScreen } from '../candidates/CandidateListScreen.tsx'
import { OffersThatSuit } from '../matching/OffersThatSuit.tsx'

/** The candidates, with the offers that suit the one in the preview. */
export function CandidateListRoute() {
  return <CandidateListScreen suits={(candidateId) => <OffersThatSuit candidateId={candidateId} />} />
}
