import { Screen } from '../ui/Screen.tsx';

export function OfferListScreen() {
  return (
    <Screen title="Offres">
      <div className="scroll grow pad" />
    </Screen>
  );
}
