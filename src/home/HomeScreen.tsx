import { Screen } from '../ui/Screen.tsx';

export function HomeScreen() {
  return (
    <Screen title="Accueil">
      <div className="scroll grow pad" />
    </Screen>
  );
}
