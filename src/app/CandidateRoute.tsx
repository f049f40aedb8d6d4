import { CandidateScreen } from '../candidates/CandidateScreen.tsx'
import { ConflictBanner } from '../devices/ConflictBanner.tsx'
import { Analyses } from '../matching/Analyses.tsx'
import { CompaniesToProspect } from '../matching/CompaniesToProspect.tsx'
import { OffersThatSuit } from '../matching/OffersThatSuit.tsx'
import { Placements } from '../matching/Placements.tsx'
import { useLanguage } from '../ui/language.ts'
import { conflictWords } from './conflictWords.ts'
import { useLimitedRole } from './roleLimits.tsx'

/** A candidate with the offers that suit: drawn by the matching room, lent by the shell. */
export function CandidateRoute() {
  const language = useLanguage()
  // Who sees one offer has no company to call on.
  const isGuest = useLimitedRole() === 'guest'
  return (
    <CandidateScreen
      suits={(candidateId) => (
        <>
          <OffersThatSuit candidateId={candidateId} />
          <Placements candidateId={candidateId} />
          {!isGuest && <CompaniesToProspect candidateId={candidateId} />}
        </>
      )}
      conflicts={(id) => <ConflictBanner recordId={id} words={conflictWords(language)} />}
      analyses={(record) => <Analyses key={record.id} record={record} />}
    />
  )
}
