import { Screen } from '../ui/Screen.tsx';

export function SettingsScreen() {
  return (
    <Screen title="Réglages">
      <div className="scroll grow pad" />
    </Screen>
  );
}
