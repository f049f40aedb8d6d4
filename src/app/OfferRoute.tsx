import { ConflictBanner } from '../devices/ConflictBanner.tsx'
import { OfferSharedMark } from '../devices/OfferSharedMark.tsx'
import { Ranking } from '../matching/Ranking.tsx'
import { RankingActions } from '../matching/RankingActions.tsx'
import { OfferScreen } from '../offers/OfferScreen.tsx'
import { useLanguage } from '../ui/language.ts'
import { conflictWords } from './conflictWords.ts'

/** An offer with its ranking: rooms do not draw each other's screens, so the shell lends the one to the other. */
export function OfferRoute() {
  const language = useLanguage()
  return (
    <OfferScreen
      ranking={Ranking}
      rankingActions={RankingActions}
      sharing={(id) => <OfferSharedMark offerId={id} />}
      conflicts={(id) => <ConflictBanner recordId={id} words={conflictWords(language)} />}
    />
  )
}
