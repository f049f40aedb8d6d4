import { Ranking } from '../matching/Ranking.tsx'
import { RankingActions } from '../matching/RankingActions.tsx'
import { OfferScreen } from '../offers/OfferScreen.tsx'

/** An offer with its ranking: rooms do not draw each other's screens, so the shell lends the one to the other. */
export function OfferRoute() {
  return <OfferScreen ranking={Ranking} rankingActions={RankingActions} />
}
