import { Screen } from '../ui/Screen.tsx';

export function SearchScreen() {
  return (
    <Screen title="Recherche">
      <div className="scroll grow pad" />
    </Screen>
  );
}
