import { Screen } from '../ui/Screen.tsx'

export function OfferScreen() {
  return (
    <Screen title="Offre">
      <div className="scroll grow pad" />
    </Screen>
  )
}
