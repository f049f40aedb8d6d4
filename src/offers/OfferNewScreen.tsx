import { Screen } from '../ui/Screen.tsx';

export function OfferNewScreen() {
  return (
    <Screen title="Nouvelle offre">
      <div className="scroll grow pad" />
    </Screen>
  );
}
