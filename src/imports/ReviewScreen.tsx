import { Screen } from '../ui/Screen.tsx';

export function ReviewScreen() {
  return (
    <Screen title="Relecture">
      <div className="scroll grow pad" />
    </Screen>
  );
}
